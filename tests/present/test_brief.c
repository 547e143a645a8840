/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A verdict in a few words. */
#include "present_test.h"

#include "present/brief.h"

static const struct hc_request get = {.method = "GET", .path = "/a"};

#define A_REQUEST .request = &get, .request_frame = 1, NO_RESPONSE

static const char *brief_of(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);

    return hc_brief_verdict(scope, event, &verdict);
}

static void test_says_what_to_do_and_whose_fault_it_is(void **state) {
    const struct hc_event missing = {STATUS(404), A_REQUEST};
    const struct hc_event overloaded = {STATUS(503), A_REQUEST, MORE(.retry_after = "30")};
    const struct hc_event refused = {RST_STREAM(0x7, HC_SERVER), A_REQUEST};

    (void)state;
    assert_string_equal(brief_of(&missing), "do not retry, client's fault");
    assert_string_equal(brief_of(&overloaded), "retry after 30 s, server's fault");
    assert_string_equal(brief_of(&refused), "retry is safe");
}

static void test_names_the_finding_as_filters_do(void **state) {
    const struct hc_event event = {RST_STREAM(0x9, HC_SERVER), A_REQUEST};

    (void)state;
    assert_true(starts_with(brief_of(&event), "wrong_scope, "));
    hc_settings.language = HC_ZH_CN;
    assert_true(starts_with(brief_of(&event), "wrong_scope，"));
}

static void test_is_silent_where_nothing_failed(void **state) {
    const struct hc_event success = {STATUS(200), A_REQUEST};
    const struct hc_event echo = {WEBSOCKET_CLOSE(1011, HC_CLIENT), ECHO};

    (void)state;
    assert_string_equal(brief_of(&success), "");
    assert_string_equal(brief_of(&echo), "");
}

/* In a part of the words that Info has. */
static void test_every_retry_can_be_told(void **state) {
    static const char *const told[] = {
        [HC_RETRY_NOT_A_FAILURE] = "",
        [HC_RETRY_SAFE] = "retry is safe",
        [HC_RETRY_IDEMPOTENT] = "retry only if idempotent",
        [HC_RETRY_AFTER_CHANGE] = "retry after a change",
        [HC_RETRY_AFTER_DELAY] = "retry after a delay",
        [HC_RETRY_NO] = "do not retry",
        [HC_RETRY_UNKNOWN] = "",
        [HC_RETRY_ALLOWED] = "retry allowed",
        [HC_RETRY_ANOTHER_WAY] = "retry in another way",
    };
    const struct hc_event event = {STATUS(503), A_REQUEST};

    (void)state;
    for (int retry = HC_RETRY_NOT_A_FAILURE; retry <= HC_RETRY_ANOTHER_WAY; retry++) {
        struct hc_verdict verdict = verdict_with(&event, (enum hc_retry)retry);

        verdict.fault = HC_FAULT_NOBODY;
        assert_string_equal(hc_brief_verdict(scope, &event, &verdict), told[retry]);
        assert_non_null(strstr(hc_phrase(hc_retry_phrase(verdict.retry, verdict.way), HC_EN), told[retry]));
    }
}

static void test_tells_what_comes_without_a_code(void **state) {
    const struct hc_request order = {.method = "POST", .path = "/a"};
    struct hc_implied unanswered = {.kind = HC_IMPLIES_NO_ANSWER, .request = &order};
    const struct hc_implied without_code = {.kind = HC_IMPLIES_NO_CODE};

    (void)state;
    assert_string_equal(hc_brief_implied(scope, &unanswered), "unanswered, do not retry");
    assert_string_equal(hc_brief_implied(scope, &without_code), "A Close without a code");
    unanswered.request = &get;
    unanswered.again =
        (struct hc_again){.failure = HC_FAILED_BY_ANSWER, .is_same_client = true, .due = 2000000};
    assert_string_equal(hc_brief_implied(scope, &unanswered), "unanswered, early_retry, retry allowed");
    hc_settings.language = HC_DE;
    assert_string_equal(hc_brief_implied(scope, &without_code), "Ein Close ohne Code");
}

static void test_a_request_is_its_method_and_target(void **state) {
    const struct hc_request tunnel = {.method = "CONNECT", .authority = "a.example:443"};
    const struct hc_event answered = {STATUS(404), .request = &get};
    const struct hc_event opened = {STATUS(200), .request = &tunnel};
    const struct hc_event alone = {STATUS(404)};

    (void)state;
    assert_string_equal(hc_brief_request(scope, &answered), "GET /a");
    assert_string_equal(hc_brief_request(scope, &opened), "CONNECT a.example:443");
    assert_string_equal(hc_brief_request(scope, &alone), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_says_what_to_do_and_whose_fault_it_is),
        TEXT_TEST(test_names_the_finding_as_filters_do),
        TEXT_TEST(test_is_silent_where_nothing_failed),
        TEXT_TEST(test_every_retry_can_be_told),
        TEXT_TEST(test_tells_what_comes_without_a_code),
        TEXT_TEST(test_a_request_is_its_method_and_target),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
