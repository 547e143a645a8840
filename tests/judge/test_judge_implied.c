/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What messages show beside their codes: no API has a number of its own for it, and it ends no request. */
#include "judge/judge_test.h"

#include "judge/implied.h"

static const struct {
    enum hc_implied_kind kind;
    const char *filter;
} rows[] = {
    {HC_IMPLIES_WRONG_LENGTH, "httpcodes.length_mismatch"},
    {HC_IMPLIES_FORBIDDEN_CONTENT, "httpcodes.forbidden_content"},
    {HC_IMPLIES_LATE_FRAME, "httpcodes.after_end"},
    {HC_IMPLIES_CLOSE_OF_ONE_BYTE, "httpcodes.bad_close"},
    {HC_IMPLIES_FRAGMENTED_CLOSE, "httpcodes.bad_close"},
    {HC_IMPLIES_DATA_AFTER_CLOSE, "httpcodes.after_end"},
    {HC_IMPLIES_REQUEST_AFTER_CLOSE, "httpcodes.after_end"},
    {HC_IMPLIES_STREAM_AFTER_GOAWAY, "httpcodes.after_end"},
    {HC_IMPLIES_ANSWER_LOST, "httpcodes.answer_lost"},
    {HC_IMPLIES_DENIED_ANSWER, "httpcodes.false_refusal"},
    {HC_IMPLIES_RAISED_GOAWAY, "httpcodes.after_end"},
};

static void test_filters(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_string_equal(hc_implied_rows[rows[i].kind].filter, rows[i].filter);
        assert_int_equal(hc_implied_rows[rows[i].kind].severity, HC_WARNING);
    }
}

/* Not even of a gRPC call, whose own status says how it went. */
static void test_no_api_reports_them(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct hc_implied implied = {
            .kind = (uint8_t)rows[i].kind, .ended_by = HC_SERVER, .on_grpc = true};
        enum hc_space_id space;
        uint64_t value;

        assert_false(hc_implied_code(&implied, &space, &value));
        assert_int_equal(hc_implied_retry(&implied), HC_RETRY_NOT_A_FAILURE);
    }
}

static void test_an_end_of_a_call_has_one(void **state) {
    const struct hc_implied implied = {.kind = HC_IMPLIES_NO_ANSWER, .ended_by = HC_SERVER, .on_grpc = true};
    enum hc_space_id space;
    uint64_t value;

    (void)state;
    assert_true(hc_implied_code(&implied, &space, &value));
    assert_int_equal(space, HC_GRPC_STATUS);
    assert_int_equal(value, 14);
}

/* A race is nobody's mistake; whether the request was processed is not known. */
static void test_a_race_is_decided_by_the_method(void **state) {
    const struct hc_request get = {.method = "GET"}, post = {.method = "POST"};
    struct hc_implied implied = {.kind = HC_IMPLIES_IDLE_RACE, .ended_by = HC_SERVER, .request = &get};

    (void)state;
    assert_string_equal(hc_implied_rows[HC_IMPLIES_IDLE_RACE].filter, "httpcodes.idle_race");
    assert_int_equal(hc_implied_rows[HC_IMPLIES_IDLE_RACE].severity, HC_NOTE);
    assert_int_equal(hc_implied_retry(&implied), HC_RETRY_ALLOWED);
    implied.request = &post;
    assert_int_equal(hc_implied_retry(&implied), HC_RETRY_NO);
}

/* What a status has said of the request holds on; and a tunnel that was not opened carried nothing. */
static void test_one_request_has_one_verdict(void **state) {
    const struct hc_request post = {.method = "POST"}, connect = {.method = "CONNECT"};
    const struct {
        struct hc_implied implied;
        enum hc_retry retry;
    } verdicts[] = {
        {{.kind = HC_IMPLIES_NO_GRPC_STATUS, .request = &post, .status = 200}, HC_RETRY_NO},
        {{.kind = HC_IMPLIES_NO_GRPC_STATUS, .request = &post, .status = 429}, HC_RETRY_UNKNOWN},
        {{.kind = HC_IMPLIES_CUT_ANSWER, .request = &post, .status = 200}, HC_RETRY_NO},
        {{.kind = HC_IMPLIES_CUT_ANSWER, .request = &post, .status = 404}, HC_RETRY_UNKNOWN},
        {{.kind = HC_IMPLIES_NO_ANSWER, .request = &connect}, HC_RETRY_SAFE},
        {{.kind = HC_IMPLIES_GIVEN_UP, .request = &connect}, HC_RETRY_SAFE},
        {{.kind = HC_IMPLIES_GIVEN_UP, .request = &connect, .status = 200}, HC_RETRY_NO},
        {{.kind = HC_IMPLIES_CUT_ANSWER, .request = &connect}, HC_RETRY_NO},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(verdicts); i++)
        assert_int_equal(hc_implied_retry(&verdicts[i].implied), verdicts[i].retry);
}

/* As the GOAWAY says that comes with it: the request goes out in HTTP/2. */
static void test_an_answer_in_http2(void **state) {
    const struct hc_implied implied = {.kind = HC_IMPLIES_ANSWER_IN_HTTP2, .ended_by = HC_SERVER};
    const struct hc_event goaway = {GOAWAY(0x1, HC_SERVER), .circumstances = HC_ANSWERS_HTTP_1};
    enum hc_space_id space;
    uint64_t value;

    (void)state;
    assert_string_equal(hc_implied_rows[HC_IMPLIES_ANSWER_IN_HTTP2].filter, "httpcodes.unanswered");
    assert_int_equal(hc_implied_retry(&implied), HC_RETRY_AFTER_CHANGE);
    assert_false(hc_implied_code(&implied, &space, &value));
    assert_int_equal(hc_judge(&goaway).retry, HC_RETRY_AFTER_CHANGE);
    assert_int_equal(hc_judge(&goaway).remark, HC_SAYS_ONLY_HTTP_2);
}

/* An orderly end. */
static void test_the_end_of_a_session(void **state) {
    const struct hc_implied implied = {.kind = HC_IMPLIES_SESSION_CLOSED, .ended_by = HC_SERVER, .code = 1};
    enum hc_space_id space;
    uint64_t value;

    (void)state;
    assert_null(hc_implied_rows[HC_IMPLIES_SESSION_CLOSED].filter);
    assert_int_equal(hc_implied_retry(&implied), HC_RETRY_NOT_A_FAILURE);
    assert_false(hc_implied_code(&implied, &space, &value));
}

/* Of the client, which sends again what may have been processed, or before it may. */
static void test_a_retry_that_is_not_answered(void **state) {
    const struct hc_request get = {.method = "GET"}, post = {.method = "POST"};
    const struct hc_again unpromised = {
        .failure = HC_FAILED_BY_SERVER, .is_same_client = true, .is_same_content = true};
    const struct hc_again early = {
        .failure = HC_FAILED_BY_ANSWER, .is_same_client = true, .waited = 1000000, .due = 2000000};
    const struct {
        struct hc_implied implied;
        uint64_t findings;
    } retries[] = {
        {{.request = &post, .again = unpromised}, hc_finding_bit(HC_FINDS_UNSAFE_RETRY)},
        {{.request = &get, .again = unpromised}, 0},
        {{.request = &post, .again = unpromised, .on_grpc = true}, 0},
        {{.request = &post}, 0},
        {{.request = &get, .again = early}, hc_finding_bit(HC_FINDS_EARLY_RETRY)},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(retries); i++)
        assert_int_equal(hc_implied_findings(&retries[i].implied), retries[i].findings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_no_api_reports_them),
        cmocka_unit_test(test_an_end_of_a_call_has_one),
        cmocka_unit_test(test_a_race_is_decided_by_the_method),
        cmocka_unit_test(test_one_request_has_one_verdict),
        cmocka_unit_test(test_an_answer_in_http2),
        cmocka_unit_test(test_the_end_of_a_session),
        cmocka_unit_test(test_a_retry_that_is_not_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
