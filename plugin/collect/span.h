/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A run of captured bytes. Wireshark counts bytes in int up to 4.6 and in unsigned from 5.0 on: here they are
 * unsigned for all versions, and this file alone converts. */
#ifndef HTTPCODES_COLLECT_SPAN_H
#define HTTPCODES_COLLECT_SPAN_H

#include <epan/packet.h>

/* All of the bytes are there: what a field marks beyond the end of the capture is cut off. Lives as long as
 * the packet is dissected. */
struct hc_span {
    tvbuff_t *tvb; /* the data source; NULL where there is none, and length is 0 then */
    unsigned start, length;
};

/* The bytes that the field marks, and all from its first one to the end of its data source. */
struct hc_span hc_span_of(const field_info *field);
struct hc_span hc_span_from(const field_info *field);

/* The span with all that stands behind it in its data source. */
struct hc_span hc_span_to_end(struct hc_span span);

/* What is left of a span behind its first bytes, and of that no more than the first ones. */
struct hc_span hc_span_behind(struct hc_span span, unsigned bytes);
struct hc_span hc_span_first(struct hc_span span, unsigned bytes);

/* Copies no more than there is room for; says how many bytes. */
unsigned hc_span_copy(struct hc_span span, void *room, size_t size);

/* The bytes where they are; NULL if there are none. */
const uint8_t *hc_span_bytes(struct hc_span span);

/* A copy in the scope as ASCII, as dissectors read header lines. The bytes need no end, and may be NULL where
 * there are none. */
char *hc_ascii(wmem_allocator_t *scope, const char *bytes, unsigned length);

#endif
