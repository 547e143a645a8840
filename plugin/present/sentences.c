/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/sentences.h"

#include "judge/findings.h"
#include "judge/patience.h"
#include "present/carrier_names.h"
#include "present/reasons.h"
#include "present/strings.h"
#include "registry/retry_after.h"
#include "settings/settings.h"

/* A header value longer than this hides the rest of a sentence. */
enum { LONGEST_RETRY_AFTER = 40 };

static const char *name_of(const struct hc_code *meaning) {
    return meaning->name;
}

static const char *origin_of(const struct hc_code *meaning) {
    return meaning->origin;
}

typedef const char *part(const struct hc_code *meaning);

/* Two vendors may call a number the same. */
static bool was_said(const struct hc_verdict *verdict, part *part_of, size_t end) {
    const char *said = part_of(hc_verdict_alternative(verdict, end));

    for (size_t i = 0; i < end; i++) {
        const struct hc_code *earlier = hc_verdict_alternative(verdict, i);

        if (!earlier->never_on_wire && strcmp(part_of(earlier), said) == 0)
            return true;
    }
    return false;
}

/* "one or another": what all meanings that the number may have here say. */
static const char *joined(wmem_allocator_t *scope, const struct hc_verdict *verdict, part *part_of) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");
    const struct hc_code *meaning;

    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++) {
        if (meaning->never_on_wire || was_said(verdict, part_of, i))
            continue;
        if (wmem_strbuf_get_len(text) > 0)
            wmem_strbuf_append(text, hc_phrase(HC_SAYS_OR, hc_language()));
        wmem_strbuf_append(text, part_of(meaning));
    }
    return wmem_strbuf_finalize(text);
}

/* One claim alone is no meaning, and is told in the description. */
static bool has_rival_claims(const struct hc_verdict *verdict) {
    return verdict->ambiguous && !verdict->meaning.claim;
}

const char *hc_sentence_name(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return has_rival_claims(verdict) ? joined(scope, verdict, name_of) : verdict->meaning.row->name;
}

const char *hc_sentence_origin(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    return verdict->ambiguous ? joined(scope, verdict, origin_of) : verdict->meaning.row->origin;
}

const char *hc_sentence_alternative(wmem_allocator_t *scope, const struct hc_code *meaning) {
    return HC_FILL(scope, meaning->never_on_wire ? HC_SAYS_IN_LOGS : HC_SAYS_MEANING, {"name", meaning->name},
                   {"origin", meaning->origin});
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

/* The peer's code has said it already. */
static const char *of_echo(wmem_allocator_t *scope, const struct hc_event *event,
                           const struct hc_verdict *verdict, const char *text) {
    enum hc_carrier carrier = event->carrier == HC_CLOSE ? HC_CLOSE : HC_STOP_SENDING;

    return HC_FILL(scope, HC_SAYS_ECHO_OF, {"carrier", hc_carrier_name(carrier)},
                   {"code", hc_sentence_code(scope, event, verdict)}, {"text", text});
}

/* What the number means, and who else uses it. */
static const char *meaning_of(wmem_allocator_t *scope, const struct hc_verdict *verdict) {
    const char *text = hc_text(verdict->meaning.row, hc_language());
    const struct hc_code *claim = verdict->meaning.claim;

    if (claim)
        return HC_FILL(scope, HC_SAYS_CLAIMED, {"text", text}, {"origin", claim->origin},
                       {"name", claim->name});
    return verdict->ambiguous ? HC_FILL(scope, HC_SAYS_AMBIGUOUS, {"text", text}) : text;
}

const char *hc_sentence_description(wmem_allocator_t *scope, const struct hc_event *event,
                                    const struct hc_verdict *verdict) {
    const struct hc_sender_words *words = hc_reason_outweighs(event);
    const char *text = meaning_of(scope, verdict);

    if (verdict->remark != HC_NO_PHRASE)
        text = HC_FILL(scope, HC_SAYS_WITH_REMARK, {"text", text},
                       {"remark", hc_phrase(verdict->remark, hc_language())});
    if (words)
        text = HC_FILL(scope, HC_SAYS_OUTWEIGHED, {"words", words->text[hc_language()]}, {"text", text});
    return event->circumstances & HC_ECHOES ? of_echo(scope, event, verdict, text) : text;
}

const char *hc_sentence_bare_number(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value) {
    return hc_space(space)->is_decimal ? wmem_strdup_printf(scope, "%" PRIu64, value)
                                       : wmem_strdup_printf(scope, "0x%" PRIx64, value);
}

const char *hc_sentence_number(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value) {
    return number_and_name(scope, space, value, hc_explain(space, value, NULL).row->name);
}

const char *hc_sentence_target(wmem_allocator_t *scope, const struct hc_mapping *mapping) {
    return hc_space(mapping->to)->is_decimal ? hc_sentence_number(scope, mapping->to, mapping->target)
                                             : hc_explain(mapping->to, mapping->target, NULL).row->name;
}

const char *hc_sentence_mapping(wmem_allocator_t *scope, const struct hc_mapping *mapping) {
    bool exists = mapping->kind != HC_MAP_NOT_APPLICABLE;
    const char *target = exists ? hc_sentence_number(scope, mapping->to, mapping->target)
                                : hc_phrase(HC_SAYS_NOT_APPLICABLE, hc_language());

    return HC_FILL(scope, mapping->kind == HC_MAP_CLOSEST ? HC_SAYS_CLOSEST_COUNTERPART : HC_SAYS_COUNTERPART,
                   {"family", hc_space(mapping->to)->family}, {"target", target});
}

static const char *number(wmem_allocator_t *scope, size_t value) {
    return wmem_strdup_printf(scope, "%zu", value);
}

/* "2.00"; of less than a hundredth "0.0031". */
static const char *seconds(wmem_allocator_t *scope, uint64_t microseconds) {
    return wmem_strdup_printf(scope, microseconds < 10000 ? "%.4f" : "%.2f", (double)microseconds / 1000000);
}

/* The header's value, fit for a sentence. */
static const char *retry_after_of(wmem_allocator_t *scope, const struct hc_event *event) {
    const char *value = hc_more_of(event)->retry_after;

    return value ? hc_string_shortened(scope, hc_string_printable(scope, value), LONGEST_RETRY_AFTER) : "";
}

const char *hc_sentence_delay(wmem_allocator_t *scope, const struct hc_event *event) {
    bool is_in_seconds = hc_retry_after(hc_more_of(event)->retry_after) == HC_RETRY_AFTER_SECONDS;

    return HC_FILL(scope, is_in_seconds ? HC_SAYS_RETRY_AFTER_SECONDS : HC_SAYS_RETRY_AFTER,
                   {"when", retry_after_of(scope, event)});
}

const char *hc_sentence_count(wmem_allocator_t *scope, unsigned codes) {
    return HC_FILL(scope, HC_SAYS_MORE_CODES, {"count", number(scope, codes)});
}

/* May the request be sent again? NULL where that is no question, or answered. */
static const char *retry_of(wmem_allocator_t *scope, const struct hc_event *event,
                            const struct hc_verdict *verdict) {
    if (verdict->retry == HC_RETRY_NOT_A_FAILURE || verdict->retry == HC_RETRY_UNKNOWN)
        return NULL;
    if (verdict->retry == HC_RETRY_SAFE && hc_more_of(event)->unprocessed)
        return NULL;
    if (verdict->retry == HC_RETRY_SAFE && (event->circumstances & HC_BEFORE_REQUESTS))
        return hc_phrase(HC_SAYS_NOTHING_SENT, hc_language());
    if (verdict->retry == HC_RETRY_AFTER_DELAY && verdict->has_retry_after)
        return hc_sentence_delay(scope, event);
    return hc_phrase(hc_retry_phrase(verdict->retry, verdict->way), hc_language());
}

static const char *unprocessed_of(wmem_allocator_t *scope, const struct hc_event *event) {
    const struct hc_open_requests *requests = hc_more_of(event)->unprocessed;

    return requests ? HC_FILL(scope, HC_SAYS_UNPROCESSED, {"count", number(scope, requests->count)}) : NULL;
}

static const char *open_of(wmem_allocator_t *scope, const struct hc_event *event) {
    const struct hc_open_requests *requests = hc_more_of(event)->open;

    if (!requests || requests->count == 0)
        return NULL;
    return HC_FILL(scope, requests->has_others ? HC_SAYS_OPEN_OR_MORE : HC_SAYS_OPEN,
                   {"count", number(scope, requests->count)});
}

/* Client and server do not speak the same version. */
static const char *preface_of(const struct hc_event *event) {
    if (event->circumstances & HC_ANSWERS_HTTP_1)
        return hc_phrase(HC_SAYS_HTTP_2_ONLY, hc_language());
    return event->circumstances & HC_ANSWERS_PREFACE ? hc_phrase(HC_SAYS_HTTP_1_1_ONLY, hc_language()) : NULL;
}

/* Where the verdict is for the requests that a GOAWAY does not leave out. */
static const char *of_others(wmem_allocator_t *scope, const struct hc_event *event, const char *retry) {
    const struct hc_open_requests *open = hc_more_of(event)->open;
    bool is_for_others = hc_more_of(event)->unprocessed && (!open || open->count == 0);

    return retry && is_for_others ? HC_FILL(scope, HC_SAYS_OTHERS, {"outcome", retry}) : retry;
}

static const char *again_of(const struct hc_event *event) {
    return event->circumstances & HC_SENT_AGAIN ? hc_phrase(HC_SAYS_SENT_AGAIN, hc_language()) : NULL;
}

const char *hc_sentence_outcome(wmem_allocator_t *scope, const struct hc_event *event,
                                const struct hc_verdict *verdict) {
    const char *const parts[] = {again_of(event), preface_of(event), unprocessed_of(scope, event),
                                 open_of(scope, event),
                                 of_others(scope, event, retry_of(scope, event, verdict))};
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        hc_string_join(text, HC_SAYS_COMMA, parts[i]);
    return wmem_strbuf_get_len(text) > 0 ? wmem_strbuf_finalize(text) : NULL;
}

/* Chinese has no word that fits the numbers of all spaces. */
static const char *title_of(wmem_allocator_t *scope, const struct hc_event *event, enum hc_finding finding) {
    return hc_string_fill(
        scope, hc_finding_title(finding, hc_language()),
        (const struct hc_slot[]){{"kind", hc_space(event->space)->kind[hc_language()]}, {NULL, NULL}});
}

const char *hc_sentence_title(wmem_allocator_t *scope, const struct hc_event *event,
                              const struct hc_verdict *verdict, uint64_t told) {
    uint64_t left = verdict->findings & ~told;

    for (unsigned i = 0; i < HC_FINDINGS_END && left >> i; i++) {
        if ((left >> i & 1) && hc_finding_rows[i].is_in_info)
            return title_of(scope, event, (enum hc_finding)i);
    }
    return NULL;
}

/* Empty where the finding does not say. */
static const char *why_of(wmem_allocator_t *scope, const struct hc_event *event, enum hc_finding finding) {
    hc_reason_finder *find = hc_finding_rows[finding].why;
    struct hc_why why = find ? find(event) : (struct hc_why){.phrase = HC_NO_PHRASE};

    if (why.phrase == HC_NO_PHRASE)
        return "";
    return HC_FILL(scope, why.phrase, {"field", hc_string_printable(scope, why.field)},
                   {"source", why.source});
}

/* What is particular about this event; NULL where the finding's own words say it all. */
static const char *detail_of(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding) {
    enum hc_phrase detail = hc_finding_rows[finding].detail;
    const struct hc_more *more = hc_more_of(event);

    if (detail == HC_NO_PHRASE)
        return NULL;
    return HC_FILL(scope, detail, {"text", hc_text(verdict->meaning.row, hc_language())},
                   {"other", verdict->sibling ? verdict->sibling->name : ""},
                   {"version", other_version(event)}, {"retry_after", retry_after_of(scope, event)},
                   {"why", why_of(scope, event, finding)}, {"earlier", number(scope, more->retry_of)},
                   {"circle", number(scope, more->loops_to)}, {"waited", seconds(scope, more->again.waited)},
                   {"due", seconds(scope, more->again.due)}, {"status", number(scope, more->follows.status)},
                   {"method", hc_string_printable(scope, more->follows.method ? more->follows.method : "")},
                   {"followed", number(scope, more->follows.frame)}, {"wait", seconds(scope, more->waited)},
                   {"rapid_resets", number(scope, more->rapid_resets)},
                   {"provoked_resets", number(scope, more->provoked_resets)},
                   {"resets_before", number(scope, more->resets_before)},
                   {"denied", number(scope, more->denied)});
}

const char *hc_sentence_finding(wmem_allocator_t *scope, const struct hc_event *event,
                                const struct hc_verdict *verdict, enum hc_finding finding) {
    const char *title = title_of(scope, event, finding);
    const char *code = hc_sentence_code(scope, event, verdict);
    const char *detail = detail_of(scope, event, verdict, finding);

    return HC_FILL(scope, detail ? HC_SAYS_FINDING_BECAUSE : HC_SAYS_FINDING, {"title", title},
                   {"code", code}, {"detail", detail ? detail : ""});
}

const char *hc_sentence_again(wmem_allocator_t *scope, const struct hc_implied *implied,
                              enum hc_finding finding) {
    const char *detail = HC_FILL(
        scope, hc_finding_rows[finding].detail, {"earlier", number(scope, implied->retry_of)},
        {"waited", seconds(scope, implied->again.waited)}, {"due", seconds(scope, implied->again.due)});

    return HC_FILL(scope, HC_SAYS_FINDING, {"title", hc_finding_title(finding, hc_language())},
                   {"code", detail});
}

const char *hc_sentence_patience(wmem_allocator_t *scope, uint32_t elapsed, uint64_t deadline) {
    return HC_FILL(scope, hc_patience_phrase(elapsed, deadline), {"time", seconds(scope, elapsed)},
                   {"deadline", seconds(scope, deadline > 0 ? deadline - 1 : 0)});
}

const char *hc_sentence_retry(enum hc_retry retry) {
    return retry == HC_RETRY_NOT_A_FAILURE ? NULL
                                           : hc_phrase(hc_retry_phrase(retry, HC_WAY_NONE), hc_language());
}
