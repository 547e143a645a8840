/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every number where it may stand, from every side, at every progress, in every combination of circumstances:
 * the verdict is always a sane one, and its findings never contradict each other. */
#include "judge/judge_test.h"

struct place {
    uint8_t space, carrier;
};

static const struct place places[] = {
    {HC_HTTP_STATUS, HC_STATUS_LINE},      {HC_HTTP_STATUS, HC_HEADERS},
    {HC_HTTP2_ERROR, HC_RST_STREAM},       {HC_HTTP2_ERROR, HC_GOAWAY},
    {HC_HTTP3_ERROR, HC_RESET_STREAM},     {HC_HTTP3_ERROR, HC_STOP_SENDING},
    {HC_HTTP3_ERROR, HC_CONNECTION_CLOSE}, {HC_QUIC_ERROR, HC_CONNECTION_CLOSE},
    {HC_WEBSOCKET_CLOSE, HC_CLOSE},        {HC_GRPC_STATUS, HC_GRPC_TRAILER},
};

#define SMALL_VALUES 701

static const uint64_t odd_values[] = {
    783,
    999,
    1000,
    1005,
    1006,
    1010,
    1016,
    2000,
    3000,
    3500,
    4400,
    4999,
    5000,
    UINT16_MAX,
    0x3e75,
    0x170d7b68,
    0x3994bd84,
    UINT32_MAX,
    UINT64_C(1) << 32,
    UINT64_C(0x52e4a40fa8da),
    UINT64_C(0x52e4a40fa8db),
    UINT64_C(0x52e5ac983162),
    UINT64_C(0x52e5ac983163),
    UINT64_C(0x3ffffffffffffffe),
    UINT64_C(0x3fffffffffffffff),
    UINT64_MAX,
};

static uint64_t value_at(size_t index) {
    return index < SMALL_VALUES ? index : odd_values[index - SMALL_VALUES];
}

#define ALL_CIRCUMSTANCES                                                                                    \
    (HC_ON_WEBSOCKET | HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS | HC_ECHOES | HC_ABOVE_GOAWAY)

static const struct hc_request idempotent = {.method = "GET"};
static const struct hc_request other = {.method = "POST"};
static const struct hc_request *const requests[] = {NULL, &idempotent, &other};

static const struct hc_open_requests all_above = {.count = 1};
static const struct hc_open_requests some_above = {.has_others = true, .count = 1};

/* Pairs that cannot both be true. */
static const uint64_t contradictions[] = {
    FINDS(UNKNOWN_CODE) | FINDS(FOREIGN_CODE),
    FINDS(UNKNOWN_CODE) | FINDS(FOREIGN_ZERO),
    FINDS(UNKNOWN_CODE) | FINDS(OBSOLETE_CODE),
    FINDS(UNKNOWN_CODE) | FINDS(INVALID_STATUS),
    FINDS(UNKNOWN_CODE) | FINDS(WRONG_SCOPE),
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
    FINDS(ABNORMAL_CLOSE) | FINDS(NEVER_ON_WIRE),
};

/* The findings that a space can have, besides those of the request and of the registration. */
static const uint64_t wire_errors = FINDS(WRONG_SCOPE) | FINDS(WRONG_SENDER) | FINDS(FALSE_REFUSAL) |
                                    FINDS(NO_ERROR_UNFINISHED) | FINDS(CANCEL_AFTER_COMPLETE) |
                                    FINDS(STREAM_ERROR) | FINDS(STREAM_CANCELLED) | FINDS(CONNECTION_ERROR);
static const uint64_t foreign = FINDS(FOREIGN_CODE) | FINDS(FOREIGN_ZERO);
static const uint64_t anywhere =
    FINDS(UNKNOWN_CODE) | FINDS(OBSOLETE_CODE) | FINDS(RETRY_SAFE) | FINDS(RAPID_RESET);
static const uint64_t classes = FINDS(CLIENT_ERROR) | FINDS(SERVER_ERROR);

static uint64_t possible_in(enum hc_space_id space) {
    switch (space) {
    case HC_HTTP_STATUS:
        return anywhere | classes | FINDS(INVALID_STATUS) | FINDS(WRONG_SENDER);
    case HC_HTTP2_ERROR:
    case HC_HTTP3_ERROR:
        return anywhere | wire_errors | foreign;
    case HC_QUIC_ERROR:
        return anywhere | FINDS(WRONG_SENDER) | FINDS(CONNECTION_ERROR);
    case HC_WEBSOCKET_CLOSE:
        return anywhere | FINDS(WRONG_SENDER) | FINDS(NEVER_ON_WIRE) | FINDS(ABNORMAL_CLOSE);
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

/* "Allowed" and "idempotent methods only" are the two halves of one rule: the method is known, or it is not.
 */
static void check_retry(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool knows_method = event->request != NULL;
    REQUIRE_EVENT(event, verdict->retry != HC_RETRY_ALLOWED || event->request == &idempotent);
    REQUIRE_EVENT(event, verdict->retry != HC_RETRY_IDEMPOTENT || !knows_method);
    bool found = verdict->findings & FINDS(RETRY_SAFE);
    bool is_safe = verdict->retry == HC_RETRY_SAFE || hc_more_of(event)->unprocessed != NULL;
    REQUIRE_EVENT(event, found == is_safe);
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
    REQUIRE_EVENT(event, (verdict->sibling != NULL) == ((findings & foreign) != 0));
    REQUIRE_EVENT(event, !(verdict->ambiguous && findings & FINDS(UNKNOWN_CODE)));
    REQUIRE_EVENT(event, !(event->circumstances & HC_ECHOES && findings & FINDS(WRONG_SENDER)));
    REQUIRE_EVENT(event, !(event->sender == HC_SIDE_UNKNOWN && findings & FINDS(WRONG_SENDER)));
    REQUIRE_EVENT(event, (hc_more_of(event)->rapid_resets != 0) == ((findings & FINDS(RAPID_RESET)) != 0));
}

/* What a finding says of the response must be known of it. */
static void check_progress(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool has_begun = event->progress == HC_PROGRESS_STARTED || event->progress == HC_PROGRESS_COMPLETE;
    bool is_unfinished = event->progress == HC_PROGRESS_NONE || event->progress == HC_PROGRESS_STARTED;
    uint64_t findings = verdict->findings;
    REQUIRE_EVENT(event, !(findings & FINDS(FALSE_REFUSAL)) || has_begun);
    REQUIRE_EVENT(event, !(findings & FINDS(NO_ERROR_UNFINISHED)) || is_unfinished);
    REQUIRE_EVENT(event,
                  !(findings & FINDS(CANCEL_AFTER_COMPLETE)) || event->progress == HC_PROGRESS_COMPLETE);
}

static void check(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);
    check_enums(event, &verdict);
    check_retry(event, &verdict);
    check_findings_agree(event, &verdict);
    check_progress(event, &verdict);
}

static void check_circumstances(struct hc_event *event) {
    for (unsigned circumstances = 0; circumstances <= ALL_CIRCUMSTANCES; circumstances++) {
        event->circumstances = (uint8_t)circumstances;
        check(event);
    }
}

static void check_sides_and_progress(struct hc_event *event) {
    for (event->sender = HC_SIDE_UNKNOWN; event->sender <= HC_SERVER; event->sender++)
        for (event->progress = 0; event->progress <= HC_PROGRESS_COMPLETE; event->progress++)
            check_circumstances(event);
}

static void check_place(const struct place *place) {
    for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++)
        for (size_t request = 0; request < COUNT(requests); request++) {
            struct hc_event event = {.space = place->space,
                                     .carrier = place->carrier,
                                     .value = value_at(i),
                                     .stream = HC_NO_STREAM,
                                     .request = requests[request]};
            check_sides_and_progress(&event);
        }
}

static void test_every_verdict_is_sane(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
        check_place(&places[i]);
}

static void test_every_goaway_with_unprocessed_streams(void **state) {
    (void)state;
    const struct hc_open_requests *const lists[] = {&all_above, &some_above};
    for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++)
        for (size_t list = 0; list < COUNT(lists); list++) {
            struct hc_event event = {GOAWAY(value_at(i), HC_SERVER), MORE(.unprocessed = lists[list])};
            check_circumstances(&event);
        }
}

static void test_every_rapid_reset(void **state) {
    (void)state;
    for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++) {
        struct hc_event event = {RST_STREAM(value_at(i), HC_CLIENT), MORE(.rapid_resets = 100)};
        check_circumstances(&event);
    }
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
            full.request_frame = 2;
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
        cmocka_unit_test(test_every_goaway_with_unprocessed_streams),
        cmocka_unit_test(test_every_rapid_reset),
        cmocka_unit_test(test_words_and_bytes_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
