/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whatever the facts are, the verdict is a sane one, its findings never contradict each other, and the rules
 * on retry and fault hold. */
#include "judge/every_event.h"

/* Pairs that cannot both be true. */
static const uint64_t contradictions[] = {
    FINDS(UNKNOWN_CODE) | FINDS(FOREIGN_CODE),
    FINDS(UNKNOWN_CODE) | FINDS(FOREIGN_ZERO),
    FINDS(UNKNOWN_CODE) | FINDS(OBSOLETE_CODE),
    FINDS(UNKNOWN_CODE) | FINDS(INVALID_STATUS),
    FINDS(UNKNOWN_CODE) | FINDS(WRONG_SCOPE),
    FINDS(UNKNOWN_CODE) | FINDS(TOO_WIDE_SCOPE),
    FINDS(WRONG_SCOPE) | FINDS(TOO_WIDE_SCOPE),
    FINDS(FOREIGN_CODE) | FINDS(FOREIGN_ZERO),
    FINDS(FOREIGN_CODE) | FINDS(OBSOLETE_CODE),
    FINDS(INVALID_STATUS) | FINDS(CLIENT_ERROR),
    FINDS(INVALID_STATUS) | FINDS(SERVER_ERROR),
    FINDS(CLIENT_ERROR) | FINDS(SERVER_ERROR),
    FINDS(RETRY_SAFE) | FINDS(FALSE_REFUSAL),
    FINDS(STREAM_ERROR) | FINDS(STREAM_CANCELLED),
    FINDS(STREAM_ERROR) | FINDS(CONNECTION_ERROR),
    FINDS(STREAM_CANCELLED) | FINDS(CONNECTION_ERROR),
    FINDS(STREAM_ERROR) | FINDS(NO_ERROR_UNFINISHED),
    FINDS(STREAM_CANCELLED) | FINDS(NO_ERROR_UNFINISHED),
    FINDS(STREAM_ERROR) | FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(STREAM_CANCELLED) | FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(NO_ERROR_UNFINISHED) | FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(NO_ERROR_UNFINISHED) | FINDS(FALSE_REFUSAL),
    FINDS(NO_ERROR_UNFINISHED) | FINDS(NO_ERROR_IN_TUNNEL),
    FINDS(RESPONSE_CUT) | FINDS(NO_ERROR_UNFINISHED),
    FINDS(RESPONSE_CUT) | FINDS(NO_ERROR_IN_TUNNEL),
    FINDS(RESPONSE_CUT) | FINDS(FALSE_REFUSAL),
    FINDS(RESPONSE_CUT) | FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(RESPONSE_CUT) | FINDS(RETRY_SAFE),
    FINDS(UNSOLICITED) | FINDS(CLIENT_ERROR),
    FINDS(UNSOLICITED) | FINDS(SERVER_ERROR),
    FINDS(ABNORMAL_CLOSE) | FINDS(NEVER_ON_WIRE),
    FINDS(ABNORMAL_CLOSE) | FINDS(PRIVATE_CLOSE),
    FINDS(PRIVATE_CLOSE) | FINDS(NEVER_ON_WIRE),
};

/* The findings that a space can have, besides those of the request and of the registration. */
static const uint64_t wire_errors = FINDS(WRONG_SCOPE) | FINDS(TOO_WIDE_SCOPE) | FINDS(WRONG_SENDER) |
                                    FINDS(FALSE_REFUSAL) | FINDS(NO_ERROR_UNFINISHED) |
                                    FINDS(NO_ERROR_IN_TUNNEL) | FINDS(RESPONSE_CUT) |
                                    FINDS(CANCEL_AFTER_COMPLETE) | FINDS(CALMED_DOWN) | FINDS(STREAM_ERROR) |
                                    FINDS(STREAM_CANCELLED) | FINDS(CONNECTION_ERROR);
static const uint64_t foreign = FINDS(FOREIGN_CODE) | FINDS(FOREIGN_ZERO);
static const uint64_t anywhere = FINDS(UNKNOWN_CODE) | FINDS(OBSOLETE_CODE) | FINDS(RETRY_SAFE) |
                                 FINDS(RAPID_RESET) | FINDS(PROVOKED_RESETS);
static const uint64_t classes = FINDS(CLIENT_ERROR) | FINDS(SERVER_ERROR);

static uint64_t possible_in(enum hc_space_id space) {
    switch (space) {
    case HC_HTTP_STATUS:
        return anywhere | classes | FINDS(INVALID_STATUS) | FINDS(WRONG_SENDER) | FINDS(BAD_RETRY_AFTER) |
               FINDS(UNSOLICITED) | FINDS(NO_GRPC_STATUS) | FINDS(ANSWER_DENIED_BEFORE);
    case HC_HTTP2_ERROR:
    case HC_HTTP3_ERROR:
        return anywhere | wire_errors | foreign | FINDS(DENIED_ANSWER);
    case HC_QUIC_ERROR:
        return anywhere | FINDS(WRONG_SENDER) | FINDS(CONNECTION_ERROR);
    case HC_WEBSOCKET_CLOSE:
        return anywhere | FINDS(WRONG_SENDER) | FINDS(NEVER_ON_WIRE) | FINDS(ABNORMAL_CLOSE) |
               FINDS(PRIVATE_CLOSE) | FINDS(BAD_CLOSE);
    case HC_GRPC_STATUS:
        return anywhere | classes;
    default:
        return 0;
    }
}

static void check_enums(const struct hc_event *event, const struct hc_verdict *verdict) {
    REQUIRE_EVENT(event, verdict->meaning.row != NULL);
    REQUIRE_EVENT(event, verdict->fault >= HC_FAULT_NOBODY && verdict->fault <= HC_FAULT_UNKNOWN);
    REQUIRE_EVENT(event, verdict->retry >= HC_RETRY_NOT_A_FAILURE && verdict->retry <= HC_RETRY_ANOTHER_WAY);
    REQUIRE_EVENT(event, verdict->findings >> HC_FINDINGS_END == 0);
    REQUIRE_EVENT(event, (verdict->findings & ~possible_in(event->space)) == 0);
}

static bool has(const struct hc_event *event, unsigned circumstance) {
    return event->circumstances & circumstance;
}

static bool only_reacts(const struct hc_event *event) {
    return has(event, HC_ECHOES | HC_AFTER_OWN_RESET);
}

static bool has_begun(const struct hc_event *event) {
    return event->progress >= HC_PROGRESS_STARTED || hc_more_of(event)->answered != 0;
}

static bool may_be_repeated(const struct hc_event *event) {
    const struct hc_open_requests *open = hc_more_of(event)->open;
    if (!hc_event_is_on_connection(event))
        return event->request == &idempotent;
    return open == (const struct hc_open_requests *)&lists[0];
}

/* "Allowed" and "idempotent methods only" are the two halves of one rule: the method is known, or it is not.
 */
static void check_method(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool knows_method = event->request != NULL && !hc_event_is_on_connection(event);
    REQUIRE_EVENT(event, verdict->retry != HC_RETRY_ALLOWED || may_be_repeated(event));
    REQUIRE_EVENT(event, verdict->retry != HC_RETRY_IDEMPOTENT || !knows_method);
    REQUIRE_EVENT(event, (verdict->retry == HC_RETRY_ANOTHER_WAY) == (verdict->way != HC_WAY_NONE));
}

/* A promise is the server's, and a response that has begun refutes it. */
static void check_promise(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool found = hc_verdict_has(verdict, HC_FINDS_RETRY_SAFE);
    bool is_safe = verdict->retry == HC_RETRY_SAFE || hc_more_of(event)->unprocessed != NULL;
    REQUIRE_EVENT(event, found == (is_safe && !only_reacts(event)));
    if (verdict->retry != HC_RETRY_SAFE)
        return;
    if (event->request == &connect) /* nothing was carried */
        return;
    REQUIRE_EVENT(event, hc_event_is_on_stream(event) || hc_event_is_on_connection(event));
    REQUIRE_EVENT(event, !(hc_event_is_on_stream(event) && has_begun(event)));
    if (hc_event_is_on_stream(event) && event->sender == HC_CLIENT)
        REQUIRE_EVENT(event, has(event, HC_ABOVE_GOAWAY));
}

/* A mistake of the client's fails again; time alone helps a request that nobody processed, or may be
 * processed twice. */
static void check_waiting(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool is_limiter = event->space == HC_HTTP_STATUS && event->value / 100 == 4;
    if (verdict->meaning.row->fails_again && verdict->fault == HC_FAULT_CLIENT)
        REQUIRE_EVENT(event, verdict->retry != HC_RETRY_ALLOWED && verdict->retry != HC_RETRY_IDEMPOTENT);
    if (verdict->retry == HC_RETRY_AFTER_DELAY && event->request == &other &&
        hc_more_of(event)->answered == 0)
        REQUIRE_EVENT(event, verdict->has_retry_after || is_limiter || event->space == HC_WEBSOCKET_CLOSE);
}

/* An answer to the peer ends nothing and blames nobody; nor does a response that nobody waits for. */
static void check_reaction(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (only_reacts(event))
        REQUIRE_EVENT(event, verdict->fault == HC_FAULT_NOBODY && verdict->findings == 0 &&
                                 verdict->retry == HC_RETRY_NOT_A_FAILURE);
    if (event->space == HC_HTTP_STATUS && has(event, HC_UNSOLICITED))
        REQUIRE_EVENT(event, verdict->fault == HC_FAULT_NOBODY && verdict->retry == HC_RETRY_NOT_A_FAILURE);
}

static bool lists_requests(const struct hc_open_requests *list) {
    return list != NULL && list->count > 0;
}

/* What fails is a failure, and what is complete is none. */
static void check_outcome(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool is_none = verdict->retry == HC_RETRY_NOT_A_FAILURE;
    if (hc_event_is_on_stream(event) && event->progress == HC_PROGRESS_COMPLETE)
        REQUIRE_EVENT(event, is_none);
    if (hc_event_is_on_connection(event) && lists_requests(hc_more_of(event)->open))
        REQUIRE_EVENT(event, !is_none || only_reacts(event));
    if (hc_verdict_has(verdict, HC_FINDS_NO_GRPC_STATUS))
        REQUIRE_EVENT(event,
                      !is_none && !hc_is_plain_success(event, verdict) && verdict->fault != HC_FAULT_NOBODY);
}

static bool has_all(uint64_t findings, uint64_t pair) {
    return (findings & pair) == pair;
}

static void check_findings_agree(const struct hc_event *event, const struct hc_verdict *verdict) {
    uint64_t findings = verdict->findings;
    for (size_t i = 0; i < COUNT(contradictions); i++)
        if (has_all(findings, contradictions[i])) {
            char text[EVENT_TEXT_SIZE];
            fail_msg("%s: contradiction %zu in findings 0x%" PRIx64, event_text(event, text), i, findings);
        }
    if (findings != 0)
        REQUIRE_EVENT(event, (verdict->sibling != NULL) == ((findings & foreign) != 0));
    REQUIRE_EVENT(event, !(verdict->ambiguous && findings & FINDS(UNKNOWN_CODE)));
    REQUIRE_EVENT(event, !(event->sender == HC_SIDE_UNKNOWN && findings & FINDS(WRONG_SENDER)));
    REQUIRE_EVENT(event, (hc_more_of(event)->rapid_resets != 0 && !only_reacts(event)) ==
                             ((findings & FINDS(RAPID_RESET)) != 0));
}

/* What a finding says of the response must be known of it. */
static void check_progress(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool is_unfinished = event->progress == HC_PROGRESS_NONE || event->progress == HC_PROGRESS_STARTED;
    uint64_t findings = verdict->findings;
    REQUIRE_EVENT(event, !(findings & FINDS(FALSE_REFUSAL)) || has_begun(event));
    REQUIRE_EVENT(event, !(findings & FINDS(NO_ERROR_UNFINISHED)) || is_unfinished);
    REQUIRE_EVENT(event,
                  !(findings & FINDS(CANCEL_AFTER_COMPLETE)) || event->progress == HC_PROGRESS_COMPLETE);
    if (findings & FINDS(RESPONSE_CUT))
        REQUIRE_EVENT(event, event->sender == HC_SERVER && event->progress == HC_PROGRESS_STARTED &&
                                 !has(event, HC_AFTER_STOP | HC_IN_TUNNEL) && event->request != &connect &&
                                 verdict->fault != HC_FAULT_NOBODY);
}

/* No hint asks for what the event refutes. */
static void check_hints(const struct hc_event *event, const struct hc_verdict *verdict) {
    const struct hc_mapping *hint;
    for (size_t i = 0; (hint = hc_verdict_mapping(verdict, i)) != NULL; i++) {
        unsigned asked = hint->conditions;
        REQUIRE_EVENT(event, !(asked & HC_IF_FROM_CLIENT) || event->sender == HC_CLIENT);
        REQUIRE_EVENT(event, !(asked & HC_IF_FROM_SERVER) || event->sender == HC_SERVER);
        REQUIRE_EVENT(event, !(asked & HC_IF_WEBSOCKET) || has(event, HC_ON_WEBSOCKET));
        REQUIRE_EVENT(event, !(asked & HC_IF_NO_GRPC_STATUS) || has(event, HC_WITHOUT_GRPC_STATUS));
        REQUIRE_EVENT(event, !(hint->exceptions & HC_IF_BEGUN) || !has_begun(event));
        REQUIRE_EVENT(event, !(hint->exceptions & HC_IF_COMPLETE) || event->progress != HC_PROGRESS_COMPLETE);
        REQUIRE_EVENT(event, !(hint->exceptions & HC_IF_NOT_BEGUN) || event->progress != HC_PROGRESS_NONE ||
                                 has_begun(event));
    }
}

static bool are_same_meaning(const struct hc_meaning *one, const struct hc_meaning *second) {
    return one->row == second->row && one->claim == second->claim && one->is_own == second->is_own &&
           one->is_claimed == second->is_claimed && one->rows == second->rows &&
           one->row_count == second->row_count && one->blame == second->blame && one->retry == second->retry;
}

/* Nothing that two events need not have in common to be judged alike has a part in the verdict. */
static void check_alike(const struct hc_event *event, const struct hc_verdict *verdict) {
    struct hc_request request = event->request ? *event->request : (struct hc_request){0};
    struct hc_event alike = *event;
    request.path = "/another";
    alike.request = event->request ? &request : NULL;
    alike.request_frame = event->request_frame ? event->request_frame + 1 : 0;
    alike.stream = event->stream + 4;
    alike.exchange = event->exchange + 1;
    alike.elapsed = event->elapsed + 1;
    alike.start = event->start + 40;
    alike.length = 3;
    alike.source = 1;
    struct hc_verdict same = hc_judge(&alike);
    REQUIRE_EVENT(event, hc_are_judged_alike(event, &alike));
    REQUIRE_EVENT(event, are_same_meaning(&verdict->meaning, &same.meaning));
    REQUIRE_EVENT(event, verdict->ambiguous == same.ambiguous && verdict->sibling == same.sibling);
    REQUIRE_EVENT(event, verdict->mappings.rows == same.mappings.rows &&
                             verdict->mappings.count == same.mappings.count &&
                             verdict->conditions == same.conditions);
    REQUIRE_EVENT(event, verdict->has_retry_after == same.has_retry_after && verdict->fault == same.fault);
    REQUIRE_EVENT(event, verdict->retry == same.retry && verdict->way == same.way);
    REQUIRE_EVENT(event, verdict->remark == same.remark && verdict->findings == same.findings);
}

static void check(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);
    check_alike(event, &verdict);
    check_enums(event, &verdict);
    check_method(event, &verdict);
    check_promise(event, &verdict);
    check_waiting(event, &verdict);
    check_reaction(event, &verdict);
    check_outcome(event, &verdict);
    check_findings_agree(event, &verdict);
    check_progress(event, &verdict);
    check_hints(event, &verdict);
}

static void check_circumstances(struct hc_event *event) {
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        event->circumstances = circumstances[i];
        check(event);
    }
}

static void test_every_verdict_is_sane(void **state) {
    (void)state;
    check_everywhere(check_circumstances);
}

/* What more an event may tell. */
static void check_more(struct hc_event *event) {
    static const struct hc_more all[] = {
        {.answered = 200},
        {.answered = 404},
        {.answered = 429},
        {.answered = 503},
        {.retry_after = "120"},
        {.retry_after = "%s"},
        {.rapid_resets = 100},
        {.provoked_resets = 100},
        {.resets_before = 100},
        {.proxy_status = "a; b=c"},
        {.evidence = "cloudflare"},
        {.evidence = "graphql-transport-ws"},
        {.reason = "Failed ping."},
        {.reason = "25:No network"},
        {.denied = 3},
        {.close_faults = HC_CLOSE_NOT_UTF8},
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        event->more = &all[i];
        check(event);
    }
}

static void test_every_verdict_is_sane_whatever_is_told(void **state) {
    (void)state;
    check_everywhere(check_more);
}

static void check_open_requests(struct hc_event *event) {
    for (size_t above = 0; above <= COUNT(lists); above++)
        for (size_t below = 0; below <= COUNT(lists); below++) {
            const struct hc_open_requests *unprocessed =
                lists_requests(list_at(above)) ? list_at(above) : NULL;
            event->more = &(const struct hc_more){.unprocessed = unprocessed, .open = list_at(below)};
            check_circumstances(event);
        }
}

static void test_every_end_with_open_requests(void **state) {
    (void)state;
    for (size_t place = 0; place < COUNT(places); place++)
        for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++) {
            struct hc_event event = {
                .space = places[place].space, .carrier = places[place].carrier, .value = value_at(i)};
            if (!hc_event_is_on_connection(&event))
                continue;
            for (event.sender = HC_SIDE_UNKNOWN; event.sender <= HC_SERVER; event.sender++)
                check_open_requests(&event);
        }
}

/* One request has one verdict: a reset after a status that failed says no other. */
static void check_same_verdict(struct hc_event *event) {
    static const uint16_t statuses[] = {400, 404, 408, 413, 421, 429, 500, 502, 503, 504};
    if (!hc_event_is_on_stream(event) || event->progress < HC_PROGRESS_STARTED)
        return;
    for (size_t i = 0; i < COUNT(statuses); i++) {
        struct hc_event answer = {HEADERS(statuses[i]), .request = event->request};
        event->more = &(const struct hc_more){.answered = statuses[i]};
        enum hc_retry first = hc_judge(&answer).retry, later = hc_judge(event).retry;
        REQUIRE_EVENT(event, later == first || later == HC_RETRY_UNKNOWN || later == HC_RETRY_NOT_A_FAILURE);
    }
}

static void test_one_request_one_verdict(void **state) {
    (void)state;
    check_everywhere(check_same_verdict);
}

/* A verdict depends on the event alone: the bytes, the frame and the words of the sender have no part in it.
 */
static void test_words_and_bytes_change_nothing(void **state) {
    (void)state;
    for (size_t place = 0; place < COUNT(places); place++)
        for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++) {
            struct hc_event bare = {
                .space = places[place].space, .carrier = places[place].carrier, .value = value_at(i)};
            struct hc_event full = bare;
            full.more = &(const struct hc_more){.reason = "because", .last_stream = 7};
            full.stream = 5;
            full.start = 40;
            full.length = 3;
            struct hc_verdict one = hc_judge(&bare), two = hc_judge(&full);
            REQUIRE_EVENT(&bare, one.meaning.row == two.meaning.row && one.sibling == two.sibling);
            REQUIRE_EVENT(&bare, one.fault == two.fault && one.retry == two.retry);
            REQUIRE_EVENT(&bare, one.findings == two.findings && one.ambiguous == two.ambiguous);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_verdict_is_sane),
        cmocka_unit_test(test_every_verdict_is_sane_whatever_is_told),
        cmocka_unit_test(test_every_end_with_open_requests),
        cmocka_unit_test(test_one_request_one_verdict),
        cmocka_unit_test(test_words_and_bytes_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
