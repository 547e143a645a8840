/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "words.h"

#include "judge_findings.h"

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

static const char *other_version(const struct hc_event *event) {
    return event->space == HC_HTTP3_ERROR ? "HTTP/2" : "HTTP/3";
}

/* HTTP people write a status, a Close code and a gRPC status in decimal, an error code in hex. */
static const char *number_and_name(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value,
                                   const char *name) {
    return hc_space(space)->is_decimal ? wmem_strdup_printf(scope, "%" PRIu64 " %s", value, name)
                                       : wmem_strdup_printf(scope, "%s (0x%" PRIx64 ")", name, value);
}

const char *hc_words_code(wmem_allocator_t *scope, const struct hc_event *event,
                          const struct hc_verdict *verdict) {
    if (verdict->sibling)
        return wmem_strdup_printf(scope, "%s (0x%" PRIx64 ", %s in %s)", hc_words_name(scope, verdict),
                                  event->value, verdict->sibling->name, other_version(event));
    return number_and_name(scope, event->space, event->value, hc_words_name(scope, verdict));
}

const char *hc_words_target(wmem_allocator_t *scope, const struct hc_mapping *mapping) {
    const char *name = hc_explain(mapping->to, mapping->target, NULL).row->name;

    return hc_space(mapping->to)->is_decimal ? number_and_name(scope, mapping->to, mapping->target, name)
                                             : name;
}

/* What is particular about this event; NULL where the finding's own words say it all. */
static const char *detail_of(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding) {
    switch (finding) {
    case HC_FINDS_FOREIGN_CODE:
    case HC_FINDS_FOREIGN_ZERO:
        return wmem_strdup_printf(scope, "the sender probably meant %s's %s", other_version(event),
                                  verdict->sibling->name);
    case HC_FINDS_RAPID_RESET:
        return wmem_strdup_printf(scope, "%u streams cancelled within a second (CVE-2023-44487)",
                                  event->rapid_resets);
    case HC_FINDS_UNKNOWN_CODE:
    case HC_FINDS_NEVER_ON_WIRE:
    case HC_FINDS_INVALID_STATUS:
    case HC_FINDS_OBSOLETE_CODE:
        return hc_text(verdict->meaning.row, HC_EN);
    default:
        return NULL;
    }
}

const char *hc_words_finding(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding) {
    const char *title = hc_finding_rows[finding].text[HC_EN];
    const char *code = hc_words_code(scope, event, verdict);
    const char *detail = detail_of(scope, event, verdict, finding);

    return detail ? wmem_strdup_printf(scope, "%s: %s; %s", title, code, detail)
                  : wmem_strdup_printf(scope, "%s: %s", title, code);
}
