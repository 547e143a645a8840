/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the request be sent again? Each row is asked for every progress of the response and for a method that
 * is idempotent, one that is not, and one that was not seen. */
#include "judge/judge_test.h"

/* What a row expects: a verdict that the method has no part in, or the rule of RFC 9110, section 9.2.2. */
enum answer {
    NOT_A_FAILURE = HC_RETRY_NOT_A_FAILURE,
    SAFE = HC_RETRY_SAFE,
    AFTER_CHANGE = HC_RETRY_AFTER_CHANGE,
    ANOTHER_WAY = HC_RETRY_ANOTHER_WAY,
    AFTER_DELAY = HC_RETRY_AFTER_DELAY,
    UNKNOWN = HC_RETRY_UNKNOWN,
    BY_METHOD = 100
};

static const struct hc_request get = {.method = "GET", .path = "/"};
static const struct hc_request post = {.method = "POST", .path = "/"};
static const struct hc_request unseen_method = {.path = NULL};

static enum hc_retry by_method(const struct hc_request *request) {
    if (request == &get)
        return HC_RETRY_ALLOWED;
    return request == &post ? HC_RETRY_NO : HC_RETRY_IDEMPOTENT;
}

static void require_retry(const struct hc_event *facts, const struct hc_request *request,
                          enum answer answer) {
    struct hc_event event = *facts;
    event.request = request;
    enum hc_retry expected = answer == BY_METHOD ? by_method(request) : (enum hc_retry)answer;
    enum hc_retry retry = hc_judge(&event).retry;
    char text[EVENT_TEXT_SIZE];
    if (retry != expected)
        fail_msg("%s, method %s: retry is %d, not %d", event_text(&event, text),
                 request != NULL && request->method != NULL ? request->method : "unseen", retry, expected);
}

static void require_retry_for_all_methods(const struct hc_event *facts, enum answer answer) {
    require_retry(facts, &get, answer);
    require_retry(facts, &post, answer);
    require_retry(facts, &unseen_method, answer);
    require_retry(facts, NULL, answer);
}

/* ---- codes that end a stream ---- */

struct stream_case {
    struct hc_event event;
    enum answer answers[HC_PROGRESS_COMPLETE + 1]; /* by enum hc_progress: unknown, none, started, complete */
};

#define IN_ANY_CASE(answer)                                                                                  \
    { answer, answer, answer, answer }

static const struct stream_case stream_cases[] = {
    /* Not processed, so any method: RFC 9113, section 8.7; RFC 9114, section 4.1.1. Not credible, and so a
     * reset like any other, once the response has begun. */
    {{RST_STREAM(0x7, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},
    {{RESET_STREAM(0x10b, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},
    {{STOP_SENDING(0x10b, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},

    /* Above the last stream of a GOAWAY, whatever ends the stream: RFC 9113, section 6.8; RFC 9114, section
     * 5.2. A response that has begun shows that the server did process it. */
    {{RST_STREAM(0x8, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},
    {{RST_STREAM(0x2, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},
    {{RST_STREAM(0x8, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, BY_METHOD}},
    {{RESET_STREAM(0x10c, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},

    /* No error after a complete response: RFC 9113, section 8.1; RFC 9114, section 4.1. Before, it is a reset
     * like any other. */
    {{RST_STREAM(0x0, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x100, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    /* The server wants no more of the upload, and its response can still come: RFC 9114, section 4.1. */
    {{STOP_SENDING(0x100, HC_SERVER)}, IN_ANY_CASE(NOT_A_FAILURE)},

    /* Any other reset: RFC 9110, section 9.2.2. */
    {{RST_STREAM(0x1, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x2, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x3, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x5, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x6, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0xa, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0xb, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RST_STREAM(0xe, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x101, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x102, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x107, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SIDE_UNKNOWN)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x10d, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x10e, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},
    {{RESET_STREAM(0x10f, HC_SERVER)}, IN_ANY_CASE(BY_METHOD)},

    /* Section 9.2.2 speaks of a failure before the client could read the response: a client that has all of
     * it has nothing to send again. */
    {{RST_STREAM(0x8, HC_CLIENT)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RST_STREAM(0x5, HC_CLIENT)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_CLIENT)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{STOP_SENDING(0x10c, HC_CLIENT)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},

    /* Only the server can promise that it processed nothing. */
    {{RESET_STREAM(0x10b, HC_CLIENT)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},

    /* Over HTTP/1.1. */
    {{RST_STREAM(0xd, HC_SERVER)}, IN_ANY_CASE(ANOTHER_WAY)},
    {{RESET_STREAM(0x110, HC_SERVER)}, IN_ANY_CASE(ANOTHER_WAY)},

    /* 0x0, unknown and reserved codes count as H3_NO_ERROR: RFC 9114, section 8. */
    {{RESET_STREAM(0x0, HC_SERVER)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x4242, HC_SERVER)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x21, HC_SERVER)}, {BY_METHOD, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
};

static void test_retry_after_the_end_of_a_stream(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(stream_cases); i++) {
        struct hc_event event = stream_cases[i].event;
        for (event.progress = 0; event.progress <= HC_PROGRESS_COMPLETE; event.progress++)
            require_retry_for_all_methods(&event, stream_cases[i].answers[event.progress]);
    }
}

/* A refusal whose sender is not proven promises nothing once a response was seen. */
static const struct hc_event refused_by_nobody_knows_whom[] = {
    {RST_STREAM(0x7, HC_SIDE_UNKNOWN), STARTED},
    {RST_STREAM(0x7, HC_SIDE_UNKNOWN), COMPLETE},
    {RESET_STREAM(0x10b, HC_SIDE_UNKNOWN), STARTED},
    {RESET_STREAM(0x10b, HC_SIDE_UNKNOWN), COMPLETE},
};

static void test_no_promise_after_a_response_whoever_sends_it(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(refused_by_nobody_knows_whom); i++)
        REQUIRE_EVENT(&refused_by_nobody_knows_whom[i],
                      hc_judge(&refused_by_nobody_knows_whom[i]).retry != HC_RETRY_SAFE);
}

/* ---- codes that end a connection ---- */

struct connection_case {
    struct hc_event event;
    enum answer answer;
};

static const struct connection_case connection_cases[] = {
    {{GOAWAY(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{GOAWAY(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{GOAWAY(0x1, HC_SERVER)}, BY_METHOD},
    {{GOAWAY(0xb, HC_SERVER)}, BY_METHOD},
    {{GOAWAY(0xb, HC_SIDE_UNKNOWN)}, BY_METHOD},
    {{GOAWAY(0xd, HC_SERVER)}, ANOTHER_WAY},
    /* A promise about one stream says nothing about a connection. */
    {{GOAWAY(0x7, HC_SERVER)}, BY_METHOD},
    {{HTTP3_CLOSE(0x10b, HC_SERVER)}, BY_METHOD},
    {{HTTP3_CLOSE(0x100, HC_SERVER)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x102, HC_SERVER)}, BY_METHOD},
    {{HTTP3_CLOSE(0x110, HC_SERVER)}, ANOTHER_WAY},
    {{QUIC_CLOSE(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{QUIC_CLOSE(0x1, HC_SERVER)}, BY_METHOD},
    {{QUIC_CLOSE(0xa, HC_CLIENT)}, BY_METHOD},
};

static void test_retry_after_the_end_of_a_connection(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(connection_cases); i++)
        require_retry_for_all_methods(&connection_cases[i].event, connection_cases[i].answer);
}

/* ---- a GOAWAY and the requests that were open: RFC 9113, section 6.8 ---- */

static const struct hc_open_requests all_above = {.count = 1};
static const struct hc_open_requests some_above = {.has_others = true, .count = 1};

struct goaway_case {
    uint64_t code;
    const struct hc_open_requests *unprocessed;
    enum answer answer;
    bool is_safe_for_some; /* the finding, which speaks of the streams above the last one */
};

static const struct goaway_case goaway_cases[] = {
    /* graceful: the streams below go on */
    {0x0, NULL, NOT_A_FAILURE, false},
    {0x0, &all_above, SAFE, true},
    {0x0, &some_above, SAFE, true},
    /* not graceful: the streams below may have been processed, and fail */
    {0xb, NULL, BY_METHOD, false},
    {0xb, &all_above, SAFE, true},
    {0xb, &some_above, BY_METHOD, true},
    {0x2, NULL, BY_METHOD, false},
    {0x2, &all_above, SAFE, true},
    {0x2, &some_above, BY_METHOD, true},
};

static void test_retry_of_the_streams_above_a_goaway(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(goaway_cases); i++) {
        const struct goaway_case *row = &goaway_cases[i];
        struct hc_event event = {GOAWAY(row->code, HC_SERVER), MORE(.unprocessed = row->unprocessed)};
        require_retry_for_all_methods(&event, row->answer);
        bool found = hc_judge(&event).findings & FINDS(RETRY_SAFE);
        REQUIRE_EVENT(&event, found == row->is_safe_for_some);
    }
}

/* ---- statuses ---- */

static const struct connection_case status_cases[] = {
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
    {{STATUS(429), MORE(.retry_after = "5")}, AFTER_DELAY},
    {{HEADERS(429), MORE(.retry_after = "5")}, AFTER_DELAY},
    {{STATUS(503), MORE(.retry_after = "Fri, 31 Dec 1999 23:59:59 GMT")}, AFTER_DELAY},
    /* Any method, over another connection, without a promise: RFC 9110, section 15.5.20. */
    {{STATUS(421)}, ANOTHER_WAY},
    {{HEADERS(421)}, ANOTHER_WAY},
};

static void test_retry_after_a_status(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(status_cases); i++)
        require_retry_for_all_methods(&status_cases[i].event, status_cases[i].answer);
}

/* The request did not arrive as a whole, and the client may repeat it: RFC 9110, section 15.5.9, which makes
 * no difference between methods. */
static void test_a_request_timeout_forbids_no_retry(void **state) {
    (void)state;
    const struct hc_request *const requests[] = {&get, &post, &unseen_method, NULL};
    for (size_t i = 0; i < COUNT(requests); i++) {
        struct hc_event event = {STATUS(408), .request = requests[i]};
        REQUIRE_EVENT(&event, hc_judge(&event).retry != HC_RETRY_NO);
    }
}

/* ---- methods ---- */

/* RFC 9110, section 9.2.2, and the IANA HTTP Method Registry (RFC 7237, section 3). */
static const char *const idempotent_methods[] = {
    "GET",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "PUT",
    "DELETE",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "UNLOCK",
    "REPORT",
    "QUERY",
    "SEARCH",
    "ACL",
    "CHECKOUT",
    "CHECKIN",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "BIND",
    "LINK",
    "UNLINK",
    "LABEL",
    "UPDATE",
    "UNCHECKOUT",
    "ORDERPATCH",
    "MKWORKSPACE",
    "REBIND",
    "UNBIND",
    "VERSION-CONTROL",
    "BASELINE-CONTROL",
};

/* Of the registry. */
static const char *const other_methods[] = {"POST", "PATCH", "CONNECT", "LOCK"};

/* No method of the registry, and names are case-sensitive (RFC 9110, section 9.1): nobody knows. */
static const char *const unregistered_methods[] = {"get", "FETCH", ""};

static void require_retry_of_reset(const char *method, enum hc_retry expected) {
    struct hc_request request = {.method = method};
    struct hc_event event = {RST_STREAM(0x2, HC_SERVER), .request = &request};
    enum hc_retry retry = hc_judge(&event).retry;
    if (retry != expected)
        fail_msg("a reset of %s: retry is %d, not %d", method, retry, expected);
}

static void test_idempotent_methods(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(idempotent_methods); i++)
        require_retry_of_reset(idempotent_methods[i], HC_RETRY_ALLOWED);
}

static void test_other_methods(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(other_methods); i++)
        require_retry_of_reset(other_methods[i], HC_RETRY_NO);
    for (size_t i = 0; i < COUNT(unregistered_methods); i++)
        require_retry_of_reset(unregistered_methods[i], HC_RETRY_IDEMPOTENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_retry_after_the_end_of_a_stream),
        cmocka_unit_test(test_no_promise_after_a_response_whoever_sends_it),
        cmocka_unit_test(test_retry_after_the_end_of_a_connection),
        cmocka_unit_test(test_retry_of_the_streams_above_a_goaway),
        cmocka_unit_test(test_retry_after_a_status),
        cmocka_unit_test(test_a_request_timeout_forbids_no_retry),
        cmocka_unit_test(test_idempotent_methods),
        cmocka_unit_test(test_other_methods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
