/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/summary.h"

#include "judge/patience.h"
#include "present/acts.h"
#include "present/reasons.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "settings/settings.h"

/* A target or a reason longer than this hides the rest of the sentence; a shorter one tells nothing. */
enum {
    LONGEST_TARGET = 40,
    SHORTEST_TARGET = 16,
    LONGEST_REASON = 60,
    SHORTEST_REASON = 24,
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
    const char *patience;                       /* how long the client waited, likewise */
    int target_room, reason_room;               /* in characters */
    bool names_object;                          /* beyond the stream */
};

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
    const char *what = draft->names_object ? hc_act_object(scope, draft->event, draft->target_room)
                                           : hc_act_stream(scope, draft->event);
    wmem_strbuf_t *text =
        wmem_strbuf_new(scope, HC_FILL(scope, hc_act(draft->event, draft->verdict), {"who", who},
                                       {"what", what}, {"code", draft->code}));

    hc_string_join(text, HC_SAYS_COMMA, draft->outcome);
    hc_string_join(text, HC_SAYS_COMMA, draft->patience);
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

static void drop_patience(struct draft *draft, int too_many) {
    (void)too_many;
    draft->patience = NULL;
}

static void drop_object(struct draft *draft, int too_many) {
    (void)too_many;
    draft->names_object = false;
}

static void cut_finding(struct draft *draft, int too_many) {
    int room = draft->finding ? (int)g_utf8_strlen(draft->finding, -1) - too_many : 0;

    draft->finding = room < SHORTEST_FINDING ? NULL : hc_string_shortened(draft->scope, draft->finding, room);
}

/* What gave way before something larger did gets the room that is left. */
static void grow_back(struct draft *draft, const struct draft *whole, int room) {
    int target = MIN(room, whole->target_room - draft->target_room);

    draft->target_room += target;
    draft->reason_room += MIN(room - target, whole->reason_room - draft->reason_room);
}

/* In characters; where the text is too long less than 0. Chinese reaches the end of a label before that of a
 * line. */
static long room_in(const char *text) {
    return MIN(HC_SUMMARY_MAX - g_utf8_strlen(text, -1), HC_SUMMARY_ROOM - (long)strlen(text));
}

/* The code, and the outcome right behind it, stay whole. */
static const char *fitted(struct draft *draft) {
    static sacrifice *const sacrifices[] = {shorten_target, shorten_reason, drop_counterpart, drop_reason,
                                            drop_patience,  drop_object,    cut_finding};
    const struct draft whole = *draft;
    const char *text = composed(draft);
    long room = room_in(text);

    if (room >= 0)
        return text;
    for (size_t i = 0; i < G_N_ELEMENTS(sacrifices) && room < 0; i++) {
        sacrifices[i](draft, (int)-room);
        room = room_in(composed(draft));
    }
    if (room > 0)
        grow_back(draft, &whole, (int)room);
    return hc_string_shortened(draft->scope, composed(draft), HC_SUMMARY_LONGEST);
}

/* What is done with the code tells of these: see hc_act(). */
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
        .patience = hc_gives_up(event)
                        ? hc_sentence_patience(scope, event->elapsed, hc_more_of(event)->deadline)
                        : NULL,
        .reason = reason,
        .counterpart = counterpart_of(scope, event, verdict),
        .target_room = event->request ? room_for(hc_act_target(event->request), LONGEST_TARGET) : 0,
        .reason_room = room_for(reason, LONGEST_REASON),
        .names_object = true,
    };

    return hc_string_printable(scope, fitted(&draft));
}
