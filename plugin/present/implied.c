/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/implied.h"

#include "judge/implied.h"
#include "present/acts.h"
#include "present/brief.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/items.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "registry/lookup.h"
#include "settings/settings.h"

/* A target longer than this hides the rest of the sentence; a shorter one tells nothing. */
enum { LONGEST_TARGET = 40, SHORTEST_TARGET = 16 };

static const char *object_of(wmem_allocator_t *scope, const struct hc_implied *implied, int room) {
    const struct hc_event event = {
        .stream = implied->stream, .request = implied->request, .request_frame = implied->request_frame};

    return hc_act_object(scope, &event, room);
}

/* "an API reports 1006 Abnormal Closure"; NULL where it has no number for it. */
static const char *report_of(wmem_allocator_t *scope, const struct hc_implied *implied) {
    enum hc_space_id space;
    uint64_t value;

    if (!hc_implied_code(implied, &space, &value))
        return NULL;
    return HC_FILL(scope, HC_SAYS_API_REPORTS, {"code", hc_sentence_number(scope, space, value)});
}

/* In the sender's words; NULL where it says none. */
static const char *reason_of(wmem_allocator_t *scope, const struct hc_implied *implied) {
    return implied->reason ? wmem_strdup_printf(scope, "\"%s\"", implied->reason) : NULL;
}

/* "the client gave up after 2.00 s"; NULL where it did not, or nobody knows how long it waited. */
static const char *patience_of(wmem_allocator_t *scope, const struct hc_implied *implied) {
    return implied->kind == HC_IMPLIES_GIVEN_UP && implied->elapsed != HC_NO_TIME
               ? hc_sentence_patience(scope, implied->elapsed, implied->deadline)
               : NULL;
}

/* What was done, with this many characters of the target. */
static const char *act_of(wmem_allocator_t *scope, const struct hc_implied *implied, int room) {
    const char *who = hc_phrase((enum hc_phrase)(HC_SAYS_SOMEBODY + implied->ended_by), hc_language());
    wmem_strbuf_t *text = wmem_strbuf_new(
        scope, HC_FILL(scope, hc_implied_rows[implied->kind].sentence, {"who", who},
                       {"what", object_of(scope, implied, room)},
                       {"announced", wmem_strdup_printf(scope, "%" PRIu64, implied->announced)},
                       {"content", wmem_strdup_printf(scope, "%" PRIu64, implied->content)},
                       {"code", wmem_strdup_printf(scope, "%" PRIu32, implied->code)}));

    hc_string_join(text, HC_SAYS_COMMA, reason_of(scope, implied));
    return hc_string_printable(scope, wmem_strbuf_finalize(text));
}

/* What it comes to; NULL where that is nothing. */
static const char *outcome_of(wmem_allocator_t *scope, const struct hc_implied *implied) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    hc_string_join(text, HC_SAYS_COMMA, report_of(scope, implied));
    hc_string_join(text, HC_SAYS_COMMA, patience_of(scope, implied));
    hc_string_join(text, HC_SAYS_COMMA, hc_sentence_retry(hc_implied_retry(implied)));
    return wmem_strbuf_get_len(text) > 0 ? wmem_strbuf_finalize(text) : NULL;
}

/* Both in so many bytes. A long target gives way first, then what the act ends with, at last the outcome. */
static const char *summary_of(wmem_allocator_t *scope, const struct hc_implied *implied, size_t most) {
    const char *outcome = outcome_of(scope, implied), *act = act_of(scope, implied, LONGEST_TARGET);
    size_t taken = outcome ? strlen(hc_phrase(HC_SAYS_COMMA, hc_language())) + strlen(outcome) : 0;
    size_t room = most > taken ? most - taken : 0;
    wmem_strbuf_t *text;

    if (strlen(act) > room)
        act = act_of(scope, implied, SHORTEST_TARGET);
    text = wmem_strbuf_new(scope, hc_string_fitted(scope, act, room));
    hc_string_join(text, HC_SAYS_COMMA, outcome);
    return hc_string_fitted(scope, wmem_strbuf_finalize(text), most);
}

static const char *title_of(const struct hc_implied *implied) {
    return hc_phrase(hc_implied_rows[implied->kind].title, hc_language());
}

static const char *finding_of(wmem_allocator_t *scope, const struct hc_implied *implied) {
    const char *title = title_of(implied);
    size_t room = HC_FINDING_ROOM - strlen(HC_FILL(scope, HC_SAYS_FINDING, {"title", title}));

    return HC_FILL(scope, HC_SAYS_FINDING, {"title", title}, {"code", summary_of(scope, implied, room)});
}

static void add_code(const struct hc_anchor *at, const struct hc_implied *implied) {
    enum hc_space_id space;
    uint64_t value;

    if (hc_implied_code(implied, &space, &value))
        hc_add_wide_number(
            at, space == HC_GRPC_STATUS ? HC_FIELD_IMPLIED_GRPC_STATUS : HC_FIELD_IMPLIED_WEBSOCKET_CLOSE,
            value);
}

/* The application's, in the fields that such a code and such words have elsewhere. */
static void add_session_end(const struct hc_anchor *at, const struct hc_implied *implied) {
    if (implied->kind != HC_IMPLIES_SESSION_CLOSED)
        return;
    hc_add_number(at, HC_FIELD_WEBTRANSPORT_ERROR, implied->code);
    hc_add_words(at, HC_FIELD_REASON, implied->reason);
}

static bool warns(const struct hc_implied *implied) {
    const struct hc_implied_row *row = &hc_implied_rows[implied->kind];

    return (row->filter && row->severity == HC_WARNING) || hc_findings_warn(hc_implied_findings(implied));
}

static proto_item *add_item(const struct hc_implied *implied, const char *summary, tvbuff_t *tvb,
                            packet_info *pinfo, proto_tree *tree) {
    struct hc_anchor at = {.tree = tree, .tvb = tvb, .frame = pinfo->num, .scope = pinfo->pool};
    proto_item *item =
        proto_tree_add_none_format(tree, hc_fields[HC_FIELD_IMPLIED], tvb, 0, 0, "%s", summary);

    hc_item_generated(&at, item);
    at.tree = proto_item_add_subtree(item, hc_ett_implied);
    add_code(&at, implied);
    add_session_end(&at, implied);
    hc_add_frame(&at, HC_FIELD_IMPLIED_REQUEST, implied->request_frame);
    hc_add_asked(&at, implied->request);
    if (implied->request_frame > 0 && !hc_implied_is_late(implied))
        hc_add_elapsed(&at, implied->elapsed);
    if (implied->exchange > 0)
        hc_add_number(&at, HC_FIELD_IMPLIED_EXCHANGE, implied->exchange);
    hc_add_past(&at, implied->retry_of, implied->deadline);
    hc_add_text(&at, HC_FIELD_IMPLIED_SUMMARY, summary);
    at.hidden = true;
    hc_add_text(&at, HC_FIELD_IMPLIED_VERDICT, hc_brief_implied(pinfo->pool, implied));
    hc_add_truth(&at, HC_FIELD_PROBLEM, warns(implied));
    return item;
}

static void add_findings(const struct hc_implied *implied, packet_info *pinfo, proto_item *item) {
    uint64_t findings = hc_implied_findings(implied);

    for (unsigned i = 0; findings && i < HC_FINDINGS_END; i++) {
        if (findings & hc_finding_bit(i))
            hc_expert_add(pinfo, item, hc_expert(i), hc_sentence_again(pinfo->pool, implied, i));
    }
}

void hc_implied_add(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    for (unsigned i = 0; i < events->implied_count; i++) {
        const struct hc_implied *implied = &events->implied[i];
        const char *summary = summary_of(pinfo->pool, implied, HC_SUMMARY_ROOM);
        proto_item *item = tree ? add_item(implied, summary, tvb, pinfo, tree) : NULL;

        if (hc_implied_rows[implied->kind].filter)
            hc_expert_add(pinfo, item, hc_implied_expert(implied->kind), finding_of(pinfo->pool, implied));
        add_findings(implied, pinfo, item);
    }
}

/* NULL where nothing is so grave. What the client does by sending the request warns. */
static const char *info_of(wmem_allocator_t *scope, const struct hc_implied *implied,
                           enum hc_severity least) {
    const struct hc_implied_row *row = &hc_implied_rows[implied->kind];
    uint64_t findings = hc_implied_findings(implied);
    wmem_strbuf_t *text;

    if (!row->filter || row->severity < least)
        return findings ? hc_finding_title(hc_gravest_finding(findings), hc_language()) : NULL;
    text = wmem_strbuf_new(scope, title_of(implied));
    hc_string_join(text, HC_SAYS_COMMA, report_of(scope, implied));
    return wmem_strbuf_finalize(text);
}

const char *hc_implied_info(wmem_allocator_t *scope, const struct hc_events *events, enum hc_severity least) {
    const char *info = NULL;

    for (unsigned i = 0; i < events->implied_count && !info; i++)
        info = info_of(scope, &events->implied[i], least);
    return info;
}

const char *hc_implied_title(const struct hc_events *events) {
    return title_of(&events->implied[0]);
}
