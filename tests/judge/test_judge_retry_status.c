/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the request be sent again, after a status, and in which other way? */
#include "judge/retry_test.h"

static const struct retry_case status_cases[] = {
    {{STATUS(100)}, NOT_A_FAILURE},
    {{STATUS(200)}, NOT_A_FAILURE},
    {{STATUS(299)}, NOT_A_FAILURE},
    {{STATUS(301)}, NOT_A_FAILURE},
    {{STATUS(307), MORE(.retry_after = "5")}, NOT_A_FAILURE},
    {{STATUS(502)}, BY_METHOD},
    {{HEADERS(502)}, BY_METHOD},
    {{STATUS(504)}, BY_METHOD},
    /* The way that it is sent must change: without early data (RFC 8470, section 5.2), without
     * the expectation (RFC 9110, section 15.5.18), with credentials. */
    {{STATUS(425)}, ANOTHER_WAY},
    {{STATUS(417)}, ANOTHER_WAY},
    {{STATUS(401)}, AFTER_CHANGE},
    {{STATUS(426)}, AFTER_CHANGE},
    {{STATUS(408)}, ANOTHER_WAY},
    /* Any method, over another connection, without a promise: RFC 9110, section 15.5.20. */
    {{STATUS(421)}, ANOTHER_WAY},
    {{HEADERS(421)}, ANOTHER_WAY},
    /* A limiter lets nobody process the request: RFC 6585, section 4. */
    {{STATUS(429)}, AFTER_DELAY},
    {{STATUS(429), MORE(.retry_after = "5")}, AFTER_DELAY},
    {{HEADERS(429), MORE(.retry_after = "5")}, AFTER_DELAY},
    {{STATUS(429), MORE(.retry_after = "%s")}, AFTER_DELAY},
    /* Somebody may have: RFC 9110, section 9.2.2. But a server that names a time invites to retry. */
    {{STATUS(503)}, DELAY_BY_METHOD},
    {{HEADERS(503)}, DELAY_BY_METHOD},
    {{STATUS(503), MORE(.retry_after = "Fri, 31 Dec 1999 23:59:59 GMT")}, AFTER_DELAY},
    {{STATUS(503), MORE(.retry_after = "120")}, AFTER_DELAY},
    {{STATUS(503), MORE(.retry_after = "%s")}, DELAY_BY_METHOD},
    {{STATUS(503), MORE(.retry_after = "-1")}, DELAY_BY_METHOD},
    {{STATUS(503), MORE(.retry_after = " ")}, DELAY_BY_METHOD},
    {{GRPC_STATUS(14)}, DELAY_BY_METHOD},
    {{GRPC_STATUS(8)}, DELAY_BY_METHOD},
    {{GRPC_STATUS(0)}, NOT_A_FAILURE},
    /* RFC 9110, section 15.5.14: too large for now. */
    {{STATUS(413)}, AFTER_CHANGE},
    {{STATUS(413), MORE(.retry_after = "60")}, AFTER_DELAY},
    /* where no specification gives the header a meaning */
    {{STATUS(400), MORE(.retry_after = "60")}, AFTER_CHANGE},
    {{STATUS(502), MORE(.retry_after = "60")}, BY_METHOD},
    /* The call failed, whatever the status says. */
    {{HEADERS(200), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, BY_METHOD},
    {{HEADERS(502), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, BY_METHOD},
    {{HEADERS(404), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, NO},
    /* No request is there to be sent again. */
    {{STATUS(408), .circumstances = HC_UNSOLICITED}, NOT_A_FAILURE},
    {{STATUS(503), .circumstances = HC_UNSOLICITED}, NOT_A_FAILURE},
    /* The server speaks HTTP/1.1 only: RFC 9113, section 3.3. */
    {{STATUS(400), .circumstances = HC_ANSWERS_PREFACE}, ANOTHER_WAY},
    {{STATUS(405), .circumstances = HC_ANSWERS_PREFACE}, ANOTHER_WAY},
    /* A WebSocket is opened again, not a request sent again. */
    {{WEBSOCKET_CLOSE(1013, HC_SERVER)}, AFTER_DELAY},
    {{WEBSOCKET_CLOSE(1000, HC_SERVER)}, NOT_A_FAILURE},
    {{WEBSOCKET_CLOSE(1013, HC_CLIENT), ECHO}, NOT_A_FAILURE},
};

static void test_retry_after_a_status(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(status_cases); i++)
        require_retry_for_all_methods(&status_cases[i].event, status_cases[i].answer);
}

/* In which other way. */
static void test_another_way_is_named(void **state) {
    (void)state;
    const struct {
        struct hc_event event;
        enum hc_way way;
    } cases[] = {
        {{STATUS(408)}, HC_WAY_NEW_CONNECTION},
        {{STATUS(421)}, HC_WAY_OTHER_CONNECTION},
        {{STATUS(425)}, HC_WAY_OUTSIDE_EARLY_DATA},
        {{STATUS(417)}, HC_WAY_WITHOUT_EXPECTATION},
        {{RST_STREAM(0xd, HC_SERVER)}, HC_WAY_OVER_HTTP_1_1},
        {{GOAWAY(0xd, HC_SERVER)}, HC_WAY_OVER_HTTP_1_1},
        {{STATUS(400), .circumstances = HC_ANSWERS_PREFACE}, HC_WAY_OVER_HTTP_1_1},
        {{STATUS(408), .circumstances = HC_ANSWERS_PREFACE}, HC_WAY_OVER_HTTP_1_1},
        {{RST_STREAM(0xd, HC_SERVER), STARTED}, HC_WAY_NONE},
        {{STATUS(408), .circumstances = HC_UNSOLICITED}, HC_WAY_NONE},
        {{STATUS(400)}, HC_WAY_NONE},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        REQUIRE_EVENT(&cases[i].event, hc_judge(&cases[i].event).way == cases[i].way);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_retry_after_a_status),
        cmocka_unit_test(test_another_way_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
