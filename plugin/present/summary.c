/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/summary.h"

#include "judge/findings.h"
#include "present/reasons.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "registry/numbers.h"
#include "settings/settings.h"

/* A target or a reason longer than this hides the rest of the sentence; a shorter one tells nothing. */
enum {
    LONGEST_TARGET = 40,
    SHORTEST_TARGET = 8,
    LONGEST_REASON = 60,
    SHORTEST_REASON = 12,
    LONGEST_CODE = 60, /* some vendors' meanings together, or a name of the user's */
    SHORTEST_FINDING = 12
};

/* A summary in the making. */
struct draft {
    wmem_allocator_t *scope;
    const struct hc_event *event;
    const struct hc_verdict *verdict;
    const char *code, *outcome;                 /* what never gives way */
    const char *reason, *counterpart, *finding; /* NULL where there is none */
    int target_room, reason_room;               /* in characters */
    bool names_object;                          /* beyond the stream */
};

/* What the sender does with the code. */
static enum hc_phrase act_on_stream(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (event->circumstances & HC_ECHOES)
        return HC_SAYS_ECHOES_STOP;
    if (event->circumstances & HC_AFTER_OWN_RESET)
        return HC_SAYS_RESET_AGAIN;
    if (hc_verdict_has(verdict, HC_FINDS_STREAM_CANCELLED))
        return HC_SAYS_CANCELLED;
    return verdict->meaning.row->retry == HC_RETRY_SAFE ? HC_SAYS_REFUSED : HC_SAYS_RESET;
}

static enum hc_phrase act_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    switch (event->carrier) {
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        return act_on_stream(event, verdict);
    case HC_STOP_SENDING:
        return HC_SAYS_STOPS;
    case HC_GOAWAY:
        return HC_SAYS_GOES_AWAY;
    case HC_CONNECTION_CLOSE:
        return HC_SAYS_CLOSED_CONNECTION;
    case HC_CLOSE:
        return event->circumstances & HC_ECHOES ? HC_SAYS_ECHOES_CLOSE : HC_SAYS_CLOSED_WEBSOCKET;
    case HC_GRPC_TRAILER:
        return HC_SAYS_ENDED_CALL;
    default:
        return event->circumstances & HC_UNSOLICITED ? HC_SAYS_UNSOLICITED : HC_SAYS_ANSWERED;
    }
}

static const char *number(wmem_allocator_t *scope, uint64_t value) {
    return wmem_strdup_printf(scope, "%" PRIu64, value);
}

static const char *goaway_object(wmem_allocator_t *scope, const struct hc_event *event) {
    if (event->sender == HC_CLIENT || hc_more_of(event)->last_stream == H2_LAST_STREAM_ID)
        return "";
    return HC_FILL(scope, HC_SAYS_AFTER_STREAM, {"stream", number(scope, hc_more_of(event)->last_stream)});
}

/* What the sender does it to; empty where it cannot be told. */
static const char *object_of(const struct draft *draft) {
    const struct hc_event *event = draft->event;
    bool has_request = event->request && draft->names_object;
    bool has_stream = event->stream != HC_NO_STREAM;
    enum hc_phrase phrase = !has_request ? HC_SAYS_STREAM
                            : has_stream ? HC_SAYS_STREAM_OF_REQUEST
                                         : HC_SAYS_REQUEST;

    if (event->carrier == HC_GOAWAY)
        return draft->names_object ? goaway_object(draft->scope, event) : "";
    if (!has_request && !has_stream)
        return "";
    return HC_FILL(
        draft->scope, phrase, {"stream", number(draft->scope, (uint64_t)event->stream)},
        {"request", has_request ? hc_sentence_request(draft->scope, event->request, draft->target_room) : ""},
        {"frame", number(draft->scope, event->request_frame)});
}

/* A status means something to gRPC in a gRPC call only, and its other counterparts only to a gateway. */
static bool is_telling(const struct hc_event *event, const struct hc_mapping *mapping) {
    if (event->space != HC_HTTP_STATUS)
        return mapping->to != (enum hc_space_id)event->space;
    return mapping->to == HC_GRPC_STATUS && (event->circumstances & HC_ON_GRPC);
}

/* Nothing happened, or the peer has said it, or the code stands in for something else. */
static bool needs_no_counterpart(const struct hc_event *event, const struct hc_verdict *verdict) {
    return (verdict->retry == HC_RETRY_NOT_A_FAILURE && !verdict->findings) ||
           (event->circumstances & HC_ECHOES) || hc_reason_outweighs(event);
}

/* "HTTP/3: H3_REQUEST_REJECTED": the counterpart that matters most. */
static const char *counterpart_of(wmem_allocator_t *scope, const struct hc_event *event,
                                  const struct hc_verdict *verdict) {
    const struct hc_mapping *mapping;

    if (needs_no_counterpart(event, verdict))
        return NULL;
    for (size_t i = 0; (mapping = hc_verdict_mapping(verdict, i)) && !is_telling(event, mapping); i++)
        ;
    if (!mapping || mapping->kind == HC_MAP_NOT_APPLICABLE)
        return NULL;
    return wmem_strdup_printf(scope, "%s: %s", hc_space(mapping->to)->family,
                              hc_sentence_target(scope, mapping));
}

static const char *composed(const struct draft *draft) {
    wmem_allocator_t *scope = draft->scope;
    enum hc_side sender = draft->event->sender;
    const char *who = hc_phrase((enum hc_phrase)(HC_SAYS_SOMEBODY + (int)sender), hc_language());
    wmem_strbuf_t *text =
        wmem_strbuf_new(scope, HC_FILL(scope, act_of(draft->event, draft->verdict), {"who", who},
                                       {"what", object_of(draft)}, {"code", draft->code}));

    hc_string_join(text, HC_SAYS_COMMA, draft->outcome);
    hc_string_join(text, HC_SAYS_FULL_STOP, draft->finding);
    if (draft->reason)
        hc_string_join(text, HC_SAYS_COMMA,
                       wmem_strdup_printf(scope, "\"%s\"",
                                          hc_string_shortened(scope, draft->reason, draft->reason_room)));
    hc_string_join(text, HC_SAYS_FULL_STOP, draft->counterpart);
    return wmem_strbuf_finalize(text);
}
_Static_assert(HC_SAYS_SERVER - HC_SAYS_SOMEBODY == HC_SERVER, "a phrase for every side");

/* What gives way where the summary has some characters too many. */
typedef void sacrifice(struct draft *draft, int too_many);

static void shorten_target(struct draft *draft, int too_many) {
    draft->target_room = MAX(SHORTEST_TARGET, draft->target_room - too_many);
}

static void shorten_reason(struct draft *draft, int too_many) {
    draft->reason_room = MAX(SHORTEST_REASON, draft->reason_room - too_many);
}

static void drop_counterpart(struct draft *draft, int too_many) {
    (void)too_many;
    draft->counterpart = NULL;
}

static void drop_reason(struct draft *draft, int too_many) {
    (void)too_many;
    draft->reason = NULL;
}

static void drop_object(struct draft *draft, int too_many) {
    (void)too_many;
    draft->names_object = false;
}

static void cut_finding(struct draft *draft, int too_many) {
    int room = draft->finding ? (int)g_utf8_strlen(draft->finding, -1) - too_many : 0;

    draft->finding = room < SHORTEST_FINDING ? NULL : hc_string_shortened(draft->scope, draft->finding, room);
}

/* The code, and the outcome right behind it, stay whole. */
static const char *fitted(struct draft *draft) {
    static sacrifice *const sacrifices[] = {shorten_target, shorten_reason, drop_counterpart,
                                            drop_reason,    drop_object,    cut_finding};
    const char *text = composed(draft);

    for (size_t i = 0; i < G_N_ELEMENTS(sacrifices); i++) {
        long too_many = g_utf8_strlen(text, -1) - HC_SUMMARY_MAX;

        if (too_many <= 0)
            break;
        sacrifices[i](draft, (int)too_many);
        text = composed(draft);
    }
    return text;
}

/* What is done with the code tells of these: see act_of(). */
static const uint64_t told_in_summary = UINT64_C(1) << HC_FINDS_UNSOLICITED;

static int room_for(const char *text, int most) {
    return text ? (int)MIN(g_utf8_strlen(text, -1), most) : 0;
}

/* Words that outweigh the code go before it. */
static const char *code_of(wmem_allocator_t *scope, const struct hc_event *event,
                           const struct hc_verdict *verdict) {
    const struct hc_sender_words *words = hc_reason_outweighs(event);
    const char *code = hc_string_shortened(scope, hc_sentence_code(scope, event, verdict), LONGEST_CODE);

    if (!words)
        return code;
    return HC_FILL(scope, HC_SAYS_SENT_AS,
                   {"words", words->name ? words->name : wmem_strdup_printf(scope, "\"%s\"", words->words)},
                   {"code", code});
}

/* Of a success there is no cause to tell; words before the code are not told twice. */
static const char *reason_of(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict) {
    const struct hc_sender_words *words = hc_reason_outweighs(event);

    return (words && !words->name) || hc_is_plain_success(event, verdict) ? NULL : hc_reason(scope, event);
}

const char *hc_summary(wmem_allocator_t *scope, const struct hc_event *event,
                       const struct hc_verdict *verdict) {
    const char *reason = reason_of(scope, event, verdict);
    struct draft draft = {
        .scope = scope,
        .event = event,
        .verdict = verdict,
        .code = code_of(scope, event, verdict),
        .outcome = hc_sentence_outcome(scope, event, verdict),
        .finding = hc_sentence_title(scope, event, verdict, told_in_summary),
        .reason = reason,
        .counterpart = counterpart_of(scope, event, verdict),
        .target_room = event->request ? room_for(hc_sentence_target_of(event->request), LONGEST_TARGET) : 0,
        .reason_room = room_for(reason, LONGEST_REASON),
        .names_object = true,
    };

    return hc_string_printable(scope, fitted(&draft));
}
