/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/sentences.h"

#include "judge/findings.h"
#include "present/strings.h"
#include "settings/settings.h"

/* A header value longer than this hides the rest of a sentence. */
enum { LONGEST_RETRY_AFTER = 40 };

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
            wmem_strbuf_append(text, hc_phrase(HC_SAYS_OR, hc_language()));
        wmem_strbuf_append(text, part_of(meaning));
    }
    return wmem_strbuf_finalize(text);
}

const char *hc_sentence_name(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return verdict->ambiguous ? joined(scope, verdict, name_of) : verdict->meaning.row->name;
}

const char *hc_sentence_origin(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return verdict->ambiguous ? joined(scope, verdict, origin_of) : verdict->meaning.row->origin;
}

const char *hc_sentence_alternative(wmem_allocator_t *scope, const struct hc_code *meaning) {
    return HC_FILL(scope, meaning->never_on_wire ? HC_SAYS_IN_LOGS : HC_SAYS_MEANING, {"name", meaning->name},
                   {"origin", meaning->origin});
}

const char *hc_sentence_description(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    const char *text = hc_text(verdict->meaning.row, hc_language());

    return verdict->ambiguous ? HC_FILL(scope, HC_SAYS_AMBIGUOUS, {"text", text}) : text;
}

/* Empty in a space without a sibling. */
static const char *other_version(const struct hc_event *event) {
    enum hc_space_id sibling = hc_space(event->space)->sibling;

    return sibling ? hc_space(sibling)->family : "";
}

/* HTTP people write a status, a Close code and a gRPC status in decimal, an error code in hex. */
static const char *number_and_name(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value,
                                   const char *name) {
    return hc_space(space)->is_decimal ? wmem_strdup_printf(scope, "%" PRIu64 " %s", value, name)
                                       : wmem_strdup_printf(scope, "%s (0x%" PRIx64 ")", name, value);
}

const char *hc_sentence_code(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict) {
    if (verdict->sibling)
        return HC_FILL(scope, HC_SAYS_CODE_ELSEWHERE, {"name", hc_sentence_name(scope, verdict)},
                       {"number", wmem_strdup_printf(scope, "0x%" PRIx64, event->value)},
                       {"other", verdict->sibling->name}, {"version", other_version(event)});
    return number_and_name(scope, event->space, event->value, hc_sentence_name(scope, verdict));
}

const char *hc_sentence_target(wmem_allocator_t *scope, const struct hc_mapping *mapping) {
    const char *name = hc_explain(mapping->to, mapping->target, NULL).row->name;

    return hc_space(mapping->to)->is_decimal ? number_and_name(scope, mapping->to, mapping->target, name)
                                             : name;
}

const char *hc_sentence_mapping(wmem_allocator_t *scope, const struct hc_mapping *mapping) {
    bool exists = mapping->kind != HC_MAP_NOT_APPLICABLE;
    const char *target =
        exists ? hc_sentence_target(scope, mapping) : hc_phrase(HC_SAYS_NOT_APPLICABLE, hc_language());
    const char *basis = mapping->kind == HC_MAP_CLOSEST
                            ? HC_FILL(scope, HC_SAYS_CLOSEST, {"basis", mapping->basis})
                            : mapping->basis;

    return wmem_strdup_printf(scope, "%s: %s (%s)", hc_space(mapping->to)->name, target, basis);
}

const char *hc_sentence_retry(wmem_allocator_t *scope, const struct hc_event *event,
                              const struct hc_verdict *verdict) {
    if (hc_more_of(event)->unprocessed)
        return HC_FILL(scope, HC_SAYS_UNPROCESSED,
                       {"count", wmem_strdup_printf(scope, "%zu", hc_more_of(event)->unprocessed->count)});
    if (verdict->retry == HC_RETRY_AFTER_DELAY && hc_more_of(event)->retry_after)
        return HC_FILL(
            scope, HC_SAYS_RETRY_AFTER,
            {"when", hc_string_shortened(scope, hc_string_printable(scope, hc_more_of(event)->retry_after),
                                         LONGEST_RETRY_AFTER)});
    if (verdict->retry == HC_RETRY_NOT_A_FAILURE || verdict->retry == HC_RETRY_UNKNOWN)
        return NULL;
    return hc_phrase(hc_retry_phrase(verdict->retry, verdict->meaning.row->way), hc_language());
}

/* What is particular about this event; NULL where the finding's own words say it all. */
static const char *detail_of(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding) {
    enum hc_phrase detail = hc_finding_rows[finding].detail;
    const struct hc_more *more = hc_more_of(event);

    if (detail == HC_NO_DETAIL)
        return NULL;
    return HC_FILL(scope, detail, {"text", hc_text(verdict->meaning.row, hc_language())},
                   {"other", verdict->sibling ? verdict->sibling->name : ""},
                   {"version", other_version(event)},
                   {"rapid_resets", wmem_strdup_printf(scope, "%u", more->rapid_resets)});
}

const char *hc_sentence_finding(wmem_allocator_t *scope, const struct hc_event *event,
                                const struct hc_verdict *verdict, enum hc_finding finding) {
    const char *title = hc_finding_title(finding, hc_language());
    const char *code = hc_sentence_code(scope, event, verdict);
    const char *detail = detail_of(scope, event, verdict, finding);

    return HC_FILL(scope, detail ? HC_SAYS_FINDING_BECAUSE : HC_SAYS_FINDING, {"title", title},
                   {"code", code}, {"detail", detail ? detail : ""});
}
