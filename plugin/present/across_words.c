/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/across_words.h"

#include "judge/attempts.h"
#include "present/acts.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "registry/numbers.h"

/* A target longer than this hides the rest of the sentence. */
enum { LONGEST_TARGET = 40 };

/* A status or an error code as people write it, or by its name alone, where there is little room. */
static const char *code_of(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value, bool in_short) {
    const struct hc_event event = {.space = (uint8_t)space, .value = value};
    struct hc_verdict verdict = hc_judge(&event);

    return in_short && !hc_space(space)->is_decimal && !verdict.sibling
               ? hc_sentence_name(scope, &verdict)
               : hc_sentence_code(scope, &event, &verdict);
}

static const char *status_of(wmem_allocator_t *scope, const struct hc_leg *leg) {
    return leg->status ? code_of(scope, HC_HTTP_STATUS, leg->status, false) : NULL;
}

/* NULL where it ended without one. */
static const char *end_code_of(wmem_allocator_t *scope, const struct hc_leg *leg, bool in_short) {
    return leg->has_code ? code_of(scope, leg->space, leg->code, in_short) : NULL;
}

static const char *says(enum hc_phrase phrase) {
    return hc_phrase(phrase, hc_language());
}

static const char *joined(wmem_allocator_t *scope, const char *one, const char *two, const char *three) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    hc_string_join(text, HC_SAYS_COMMA, one);
    hc_string_join(text, HC_SAYS_COMMA, two);
    hc_string_join(text, HC_SAYS_COMMA, three);
    return wmem_strbuf_get_len(text) > 0 ? wmem_strbuf_finalize(text) : NULL;
}

/* "left out by a GOAWAY", or the code of a refusal. */
static const char *refusal_of(wmem_allocator_t *scope, const struct hc_leg *leg, bool in_short) {
    const char *code = end_code_of(scope, leg, in_short);

    return leg->end == HC_LEG_RESET && leg->ended_by == HC_SERVER && code ? code : says(HC_SAYS_LEFT_OUT);
}

const char *hc_across_behind(wmem_allocator_t *scope, const struct hc_leg *attempt) {
    const char *status = status_of(scope, attempt), *code = end_code_of(scope, attempt, false);

    switch (hc_fate_of(attempt)) {
    case HC_FATE_COMPLETE:
        return status;
    case HC_FATE_REFUSED:
        return refusal_of(scope, attempt, false);
    case HC_FATE_BROKEN:
        return code ? code : says(HC_SAYS_CLOSED_WITHOUT_RESPONSE);
    case HC_FATE_CUT:
        return joined(scope, status, says(HC_SAYS_CUT_OFF), code);
    case HC_FATE_GIVEN_UP:
        return joined(scope, status, says(HC_SAYS_GIVEN_UP_BY_PROXY), code);
    default:
        return status;
    }
}

/* The same in short. Of a cut response the front has the status. */
static const char *behind_in_short(wmem_allocator_t *scope, const struct hc_leg *attempt) {
    const char *code = end_code_of(scope, attempt, true);

    switch (hc_fate_of(attempt)) {
    case HC_FATE_REFUSED:
        return refusal_of(scope, attempt, true);
    case HC_FATE_BROKEN:
        return code ? code : says(HC_SAYS_CLOSED_WITHOUT_RESPONSE);
    case HC_FATE_CUT:
        return says(HC_SAYS_CUT_OFF);
    case HC_FATE_GIVEN_UP:
        return says(HC_SAYS_GIVEN_UP_BY_PROXY);
    default:
        return status_of(scope, attempt);
    }
}

/* "server reset stream 5 (GET /a, frame 12): INTERNAL_ERROR (0x2)" and the like. */
static enum hc_phrase act_of(const struct hc_leg *front) {
    if (front->end == HC_LEG_COMPLETE)
        return front->status ? HC_SAYS_ANSWERED : HC_SAYS_SENT;
    if (front->end == HC_LEG_RUNS)
        return HC_SAYS_SENT;
    if (hc_leg_is_given_up(front))
        return front->has_code && front->end == HC_LEG_RESET ? HC_SAYS_CANCELLED : HC_SAYS_GAVE_UP;
    if (front->end == HC_LEG_RESET)
        return front->is_refused ? HC_SAYS_REFUSED : HC_SAYS_RESET;
    if (front->is_refused)
        return HC_SAYS_ENDED_UNPROCESSED;
    return front->status ? HC_SAYS_ENDED_IN_ANSWER : HC_SAYS_ENDED_UNANSWERED;
}

static enum hc_side actor_of(const struct hc_leg *front) {
    return act_of(front) == HC_SAYS_SENT ? HC_CLIENT : (enum hc_side)front->ended_by;
}

static const char *front_of(wmem_allocator_t *scope, const struct hc_leg *front) {
    const struct hc_event event = {
        .stream = front->stream, .request = front->request, .request_frame = front->request_frame};
    const char *code =
        front->end == HC_LEG_COMPLETE ? status_of(scope, front) : end_code_of(scope, front, false);
    const char *act = HC_FILL(
        scope, act_of(front), {"who", says((enum hc_phrase)(HC_SAYS_SOMEBODY + (int)actor_of(front)))},
        {"what", hc_act_object(scope, &event, LONGEST_TARGET)}, {"code", code ? code : ""});

    return front->end == HC_LEG_CLOSED && !hc_leg_is_given_up(front) ? joined(scope, act, code, NULL) : act;
}

/* A code, or how it ended without one; NULL where it runs on, and no status was seen. */
static const char *end_in_front(wmem_allocator_t *scope, const struct hc_leg *front, bool in_short) {
    const char *code = end_code_of(scope, front, in_short);

    if (front->end == HC_LEG_COMPLETE || front->end == HC_LEG_RUNS)
        return status_of(scope, front);
    if (hc_leg_is_given_up(front))
        return says(HC_SAYS_CLIENT_GAVE_UP);
    if (front->is_refused)
        return refusal_of(scope, front, in_short);
    if (front->end == HC_LEG_RESET)
        return code;
    return code ? HC_FILL(scope, HC_SAYS_CLOSED_CONNECTION_WITH, {"code", code})
                : says(HC_SAYS_CLOSED_WITHOUT_RESPONSE);
}

const char *hc_across_front(wmem_allocator_t *scope, const struct hc_leg *front) {
    return end_in_front(scope, front, false);
}

static const char *number(wmem_allocator_t *scope, uint32_t value) {
    return wmem_strdup_printf(scope, "%u", value);
}

const char *hc_across_link(wmem_allocator_t *scope, uint32_t front_frame) {
    return HC_FILL(scope, HC_SAYS_REQUEST_IN_FRONT, {"frame", number(scope, front_frame)});
}

static enum hc_phrase behind_phrase(const struct hc_pair *pair) {
    if (pair->evidence == HC_EVIDENCE_WHICHEVER)
        return HC_SAYS_BEHIND_WHICHEVER;
    return pair->attempts > 1 ? HC_SAYS_BEHIND_ATTEMPTS : HC_SAYS_BEHIND;
}

/* The front, the attempt that shows it, and what that means for a retry. */
static const char *story_of(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion) {
    const char *front = front_of(scope, &pair->front);
    const struct hc_leg *attempt = hc_conversion_attempt(pair, conversion);
    const char *code = attempt ? hc_across_behind(scope, attempt) : NULL;
    const char *behind;

    if (!code)
        return front;
    behind = HC_FILL(scope, behind_phrase(pair), {"code", code}, {"frame", number(scope, attempt->end_frame)},
                     {"count", number(scope, pair->attempts)});
    return joined(scope, HC_FILL(scope, HC_SAYS_ACROSS, {"front", front}, {"behind", behind}),
                  hc_sentence_retry(hc_conversion_retry(pair, conversion)), NULL);
}

const char *hc_across_story(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion) {
    return hc_string_printable(scope, story_of(scope, pair, conversion));
}

const char *hc_across_title(enum hc_conversion conversion) {
    return hc_conversion_rows[conversion].title[hc_language()];
}

static const char *title_with_rule(wmem_allocator_t *scope, enum hc_conversion conversion) {
    const char *title = hc_across_title(conversion), *rule = hc_conversion_rows[conversion].rule;

    return rule ? HC_FILL(scope, HC_SAYS_BY_RULE, {"title", title}, {"rule", rule}) : title;
}

const char *hc_across_summary(wmem_allocator_t *scope, const struct hc_pair *pair,
                              enum hc_conversion conversion) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, story_of(scope, pair, conversion));

    hc_string_join(text, HC_SAYS_FULL_STOP, title_with_rule(scope, conversion));
    return hc_string_printable(scope, wmem_strbuf_finalize(text));
}

/* What is behind, and in which frame. */
static const char *short_of(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion) {
    const struct hc_leg *attempt = hc_conversion_attempt(pair, conversion);

    switch (conversion) {
    case HC_CONVERSION_UNSAFE_REPLAY: /* of a method that is known not to be idempotent */
        return HC_FILL(scope, HC_SAYS_REPEATED, {"method", pair->front.request->method});
    case HC_CONVERSION_GRPC_STATUS_LOST:
        return "grpc-status";
    case HC_CONVERSION_INTERIM_LOST:
        return code_of(scope, HC_HTTP_STATUS, HTTP_EARLY_HINTS, false);
    case HC_CONVERSION_PROMOTED:
        return HC_FILL(scope, HC_SAYS_ON_ONE_STREAM, {"code", behind_in_short(scope, attempt)});
    case HC_CONVERSION_CANCELLATION_KEPT:
        return hc_fate_of(attempt) == HC_FATE_GIVEN_UP ? says(HC_SAYS_GIVEN_UP_LATER)
                                                       : behind_in_short(scope, attempt);
    default:
        return behind_in_short(scope, attempt);
    }
}

const char *hc_across_in_short(wmem_allocator_t *scope, const struct hc_pair *pair,
                               enum hc_conversion conversion) {
    const struct hc_leg *attempt = hc_conversion_attempt(pair, conversion);
    uint32_t frame = conversion == HC_CONVERSION_UNSAFE_REPLAY ? attempt->request_frame : attempt->end_frame;
    const char *front = end_in_front(scope, &pair->front, true);
    const char *text =
        HC_FILL(scope, HC_SAYS_BUT_BEHIND, {"front", front ? front : "?"},
                {"behind", short_of(scope, pair, conversion)}, {"frame", number(scope, frame)});

    return hc_string_printable(scope, text);
}

const char *hc_across_finding(wmem_allocator_t *scope, const struct hc_pair *pair,
                              enum hc_conversion conversion) {
    return HC_FILL(scope, HC_SAYS_FINDING, {"title", hc_across_title(conversion)},
                   {"code", hc_across_in_short(scope, pair, conversion)});
}
