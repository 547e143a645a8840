/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/span.h"

#include <epan/charsets.h>

#include "compat.h"

struct hc_span hc_span_from(const field_info *field) {
    struct hc_span span = {field->ds_tvb, (unsigned)field->start, 0};
    unsigned end = span.tvb ? tvb_captured_length(span.tvb) : 0;

    if (span.start < end)
        span.length = end - span.start;
    return span;
}

struct hc_span hc_span_of(const field_info *field) {
    return hc_span_first(hc_span_from(field), (unsigned)field->length);
}

struct hc_span hc_span_behind(struct hc_span span, unsigned bytes) {
    unsigned skipped = MIN(bytes, span.length);

    span.start += skipped;
    span.length -= skipped;
    return span;
}

struct hc_span hc_span_first(struct hc_span span, unsigned bytes) {
    span.length = MIN(bytes, span.length);
    return span;
}

unsigned hc_span_copy(struct hc_span span, void *room, size_t size) {
    unsigned length = (unsigned)MIN(size, span.length);

    if (length > 0)
        tvb_memcpy(span.tvb, room, (hc_offset)span.start, length);
    return length;
}

const uint8_t *hc_span_bytes(struct hc_span span) {
    return span.length == 0 ? NULL : tvb_get_ptr(span.tvb, (hc_offset)span.start, (hc_offset)span.length);
}

static bool is_ascii(const char *bytes, unsigned length) {
    char all = 0;

    for (unsigned i = 0; i < length; i++)
        all |= bytes[i];
    return !(all & 0x80);
}

/* Nearly every line is ASCII: then a copy is what Wireshark would make of it, byte by byte. */
char *hc_ascii(wmem_allocator_t *scope, const char *bytes, unsigned length) {
    char *text;

    if (!is_ascii(bytes, length))
        return (char *)get_ascii_string(scope, (const uint8_t *)bytes, (int)length);
    text = wmem_alloc(scope, (size_t)length + 1);
    if (length > 0)
        memcpy(text, bytes, length);
    text[length] = '\0';
    return text;
}

struct hc_span hc_span_to_end(struct hc_span span) {
    if (span.tvb)
        span.length = tvb_captured_length(span.tvb) - span.start;
    return span;
}
