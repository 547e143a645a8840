/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "words.h"

#include "carriers.h"

static const char *name_of(const struct hc_code *meaning) {
    return meaning->name;
}

static const char *origin_of(const struct hc_code *meaning) {
    return meaning->origin;
}

/* "one or another": what all meanings that the number may have here say. */
static const char *joined(wmem_allocator_t *scope, const struct hc_verdict *verdict,
                          const char *(*part_of)(const struct hc_code *)) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");
    const struct hc_code *meaning;

    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++) {
        if (meaning->never_on_wire)
            continue;
        if (wmem_strbuf_get_len(text) > 0)
            wmem_strbuf_append(text, " or ");
        wmem_strbuf_append(text, part_of(meaning));
    }
    return wmem_strbuf_finalize(text);
}

const char *hc_words_name(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return verdict->ambiguous ? joined(scope, verdict, name_of) : verdict->meaning.row->name;
}

const char *hc_words_origin(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return verdict->ambiguous ? joined(scope, verdict, origin_of) : verdict->meaning.row->origin;
}

const char *hc_words_alternative(wmem_allocator_t *scope, const struct hc_code *meaning) {
    return wmem_strdup_printf(scope, "%s (%s%s)", meaning->name, meaning->origin,
                              meaning->never_on_wire ? ", never on the wire" : "");
}

const char *hc_words_description(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    const char *text = hc_text(verdict->meaning.row, HC_EN);

    if (!verdict->ambiguous)
        return text;
    return wmem_strdup_printf(
        scope, "Unofficial, with several meanings, and the capture does not show whose. %s", text);
}

/* HTTP people write a status, a Close code and a gRPC status in decimal, an error code in hex. */
static const char *number_and_name(wmem_allocator_t *scope, const struct hc_event *event,
                                   const struct hc_verdict *verdict) {
    const char *name = hc_words_name(scope, verdict);

    switch (event->space) {
    case HC_HTTP2_ERROR:
    case HC_HTTP3_ERROR:
    case HC_QUIC_ERROR:
        return wmem_strdup_printf(scope, "%s (0x%" PRIx64 ")", name, event->value);
    default:
        return wmem_strdup_printf(scope, "%" PRIu64 " %s", event->value, name);
    }
}

static const char *carrier_of(const struct hc_event *event) {
    return event->space == HC_HTTP_STATUS ? "status" : hc_carrier_name(event->carrier);
}

static const char *shortened(wmem_allocator_t *scope, const char *text) {
    const char *end = text;

    if (g_utf8_strlen(text, -1) <= HC_SUMMARY_MAX)
        return text;
    end = g_utf8_offset_to_pointer(text, HC_SUMMARY_MAX - 1);
    return wmem_strdup_printf(scope, "%.*s\xe2\x80\xa6", (int)(end - text), text);
}

const char *hc_words_summary(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict) {
    static const char *const senders[] = {
        [HC_SIDE_UNKNOWN] = "unknown sender", [HC_CLIENT] = "client", [HC_SERVER] = "server"};
    wmem_strbuf_t *text = wmem_strbuf_new(scope, senders[event->sender]);

    wmem_strbuf_append_printf(text, ": %s %s", carrier_of(event), number_and_name(scope, event, verdict));
    if (event->stream != HC_NO_STREAM)
        wmem_strbuf_append_printf(text, " on stream %" PRId64, event->stream);
    if (event->reason)
        wmem_strbuf_append_printf(text, ": %s", event->reason);
    return shortened(scope, wmem_strbuf_finalize(text));
}
