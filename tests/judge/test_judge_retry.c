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
    IDEMPOTENT = HC_RETRY_IDEMPOTENT,
    NO = HC_RETRY_NO,
    ALLOWED = HC_RETRY_ALLOWED,
    UNKNOWN = HC_RETRY_UNKNOWN,
    BY_METHOD = 100,
    DELAY_BY_METHOD, /* the same, after a delay */
    WAY_BY_METHOD    /* the same, in another way */
};

static const struct hc_request get = {.method = "GET", .path = "/"};
static const struct hc_request post = {.method = "POST", .path = "/"};
static const struct hc_request unseen_method = {.path = NULL};

static enum hc_retry by_method(const struct hc_request *request) {
    if (request == &get)
        return HC_RETRY_ALLOWED;
    return request == &post ? HC_RETRY_NO : HC_RETRY_IDEMPOTENT;
}

static enum hc_retry expected_of(enum answer answer, const struct hc_request *request) {
    if (answer == DELAY_BY_METHOD && request == &get)
        return HC_RETRY_AFTER_DELAY;
    if (answer == WAY_BY_METHOD && request == &get)
        return HC_RETRY_ANOTHER_WAY;
    return answer >= BY_METHOD ? by_method(request) : (enum hc_retry)answer;
}

static void require_retry(const struct hc_event *facts, const struct hc_request *request,
                          enum answer answer) {
    struct hc_event event = *facts;
    event.request = request;
    enum hc_retry expected = expected_of(answer, request);
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

/* After a complete response nothing is left to fail. */
#define UNTIL_COMPLETE(answer)                                                                               \
    { answer, answer, answer, NOT_A_FAILURE }

static const struct stream_case stream_cases[] = {
    /* Not processed, so any method: RFC 9113, section 8.7; RFC 9114, section 4.1.1. Not credible, and so a
     * reset like any other, once the response has begun. */
    {{RST_STREAM(0x7, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10b, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},

    /* Above the last stream of a GOAWAY, whatever ends the stream: RFC 9113, section 6.8; RFC 9114, section
     * 5.2. A response that has begun shows that the server did process it. */
    {{RST_STREAM(0x8, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RST_STREAM(0x2, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RST_STREAM(0x1, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, AFTER_CHANGE, NOT_A_FAILURE}},
    {{RST_STREAM(0x8, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},

    /* No error after a complete response: RFC 9113, section 8.1; RFC 9114, section 4.1. Before, it is a reset
     * like any other. */
    {{RST_STREAM(0x0, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x100, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{STOP_SENDING(0x100, HC_CLIENT)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},

    /* Any other reset: RFC 9110, section 9.2.2. */
    {{RST_STREAM(0x2, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xa, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xb, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xe, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x102, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x107, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},
    {{STOP_SENDING(0x10c, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10f, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},

    /* What a client gives up the server may have processed, whatever code it chooses. */
    {{STOP_SENDING(0x10d, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x170d7b68, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xc, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xd, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},

    /* Only the server can promise that it processed nothing. */
    {{RESET_STREAM(0x10b, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},

    /* A client that broke the protocol does so again, if nothing changes; a server may not. */
    {{RST_STREAM(0x1, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x3, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x4, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x5, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x6, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x101, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x10d, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x10e, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x1, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10e, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x1, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},

    /* Over HTTP/1.1; if the response shows that the request was taken up here, then by its method. */
    {{RST_STREAM(0xd, HC_SERVER)}, {ANOTHER_WAY, ANOTHER_WAY, WAY_BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x110, HC_SERVER)}, {ANOTHER_WAY, ANOTHER_WAY, WAY_BY_METHOD, NOT_A_FAILURE}},

    /* 0x0, unknown and reserved codes count as H3_NO_ERROR: RFC 9114, section 8. */
    {{RESET_STREAM(0x0, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x4242, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x21, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},

    /* The server wants no more of the upload. For no error its response can still come (RFC 9114, section
     * 4.1), and one that has begun goes on. */
    {{STOP_SENDING(0x100, HC_SERVER)}, {NOT_A_FAILURE, NOT_A_FAILURE, NOT_A_FAILURE, NOT_A_FAILURE}},
    {{STOP_SENDING(0x10b, HC_SERVER)}, {SAFE, SAFE, NOT_A_FAILURE, NOT_A_FAILURE}},
    {{STOP_SENDING(0x10c, HC_SERVER)}, {BY_METHOD, BY_METHOD, NOT_A_FAILURE, NOT_A_FAILURE}},

    /* An answer to the peer, to frames that were under way, or to a stream of an unknown kind ends nothing.
     */
    {{RESET_STREAM(0x10b, HC_SERVER), ECHO}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RESET_STREAM(0x10c, HC_CLIENT), ECHO}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RESET_STREAM(0x0, HC_CLIENT), .circumstances = HC_AFTER_STOP}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RST_STREAM(0x5, HC_CLIENT), .circumstances = HC_AFTER_OWN_RESET}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{STOP_SENDING(0x103, HC_CLIENT), .circumstances = HC_ON_UNKNOWN_STREAM}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    /* A server that gives up its response at the client's word has not answered. */
    {{RESET_STREAM(0x0, HC_SERVER), .circumstances = HC_AFTER_STOP}, UNTIL_COMPLETE(BY_METHOD)},
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

/* ---- one request, one verdict ---- */

/* What a status has said of the request holds on, whatever ends the stream after it. */
struct answered_case {
    uint16_t status;
    enum answer of_get, of_post;
};

static const struct answered_case answered_cases[] = {
    {200, BY_METHOD, BY_METHOD},
    {304, BY_METHOD, BY_METHOD},
    {400, AFTER_CHANGE, AFTER_CHANGE},
    {404, NO, NO},
    {408, ANOTHER_WAY, ANOTHER_WAY},
    {421, ANOTHER_WAY, ANOTHER_WAY},
    {429, AFTER_DELAY, AFTER_DELAY},
    {502, BY_METHOD, BY_METHOD},
    /* whether a Retry-After came with it is not known here */
    {503, AFTER_DELAY, UNKNOWN},
};

static const struct hc_event resets_after_a_status[] = {
    {RST_STREAM(0x8, HC_SERVER), STARTED},     {RST_STREAM(0x1, HC_SERVER), STARTED},
    {RST_STREAM(0x0, HC_SERVER), STARTED},     {RST_STREAM(0x8, HC_CLIENT), STARTED},
    {RESET_STREAM(0x10b, HC_SERVER), STARTED}, {RESET_STREAM(0x10c, HC_SERVER), STARTED},
    {STOP_SENDING(0x10c, HC_CLIENT), STARTED},
};

static void test_a_status_is_not_contradicted(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(answered_cases); i++)
        for (size_t reset = 0; reset < COUNT(resets_after_a_status); reset++) {
            const struct answered_case *row = &answered_cases[i];
            struct hc_event event = resets_after_a_status[reset];
            event.more = &(const struct hc_more){.answered = row->status};
            if (row->status < 400 && event.value == 0x1)
                continue;
            require_retry(&event, &get, row->of_get);
            require_retry(&event, &post, row->of_post);
        }
}

/* ---- codes that end a connection ---- */

struct connection_case {
    struct hc_event event;
    enum answer answer;
};

/* Where the capture shows no open request. */
static const struct connection_case connection_cases[] = {
    {{GOAWAY(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{GOAWAY(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{GOAWAY(0xb, HC_SERVER)}, IDEMPOTENT},
    {{GOAWAY(0xb, HC_SIDE_UNKNOWN)}, IDEMPOTENT},
    {{GOAWAY(0xd, HC_SERVER)}, ANOTHER_WAY},
    /* A promise about one stream says nothing about a connection. */
    {{GOAWAY(0x7, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x10b, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x100, HC_SERVER)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x102, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x110, HC_SERVER)}, ANOTHER_WAY},
    {{QUIC_CLOSE(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{QUIC_CLOSE(0x1, HC_SERVER)}, IDEMPOTENT},
    /* The client broke the protocol, and would again. */
    {{GOAWAY(0x1, HC_SERVER)}, AFTER_CHANGE},
    {{HTTP3_CLOSE(0x105, HC_SERVER)}, AFTER_CHANGE},
    {{QUIC_CLOSE(0xa, HC_SERVER)}, AFTER_CHANGE},
    {{GOAWAY(0x1, HC_CLIENT)}, IDEMPOTENT},
    {{QUIC_CLOSE(0xa, HC_CLIENT)}, IDEMPOTENT},
    /* unless it says that this is not what happened */
    {{GOAWAY(0x1, HC_SERVER), MORE(.reason = "Failed ping.")}, IDEMPOTENT},
    /* In the handshake no request was out. */
    {{QUIC_CLOSE(0x0, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{QUIC_CLOSE(0x12a, HC_CLIENT), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{HTTP3_CLOSE(0x10a, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{GOAWAY(0xc, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
};

static void test_retry_after_the_end_of_a_connection(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(connection_cases); i++)
        require_retry_for_all_methods(&connection_cases[i].event, connection_cases[i].answer);
}

/* ---- the requests that were open: RFC 9113, section 6.8; RFC 9114, section 5.2 ---- */

struct three_requests {
    bool has_others;
    size_t count;
    struct hc_open_request item[3];
};
#define REQUESTS(...) ((const struct hc_open_requests *)&(const struct three_requests){__VA_ARGS__})

struct open_case {
    struct hc_event event;
    const struct hc_open_requests *unprocessed, *open;
    enum answer answer;
    bool is_safe_for_some; /* the finding, which speaks of the streams above the last one */
};

static void test_retry_of_open_requests(void **state) {
    (void)state;
    const struct hc_open_requests *gets = REQUESTS(.count = 2, .item = {{3, &get}, {1, &get}}),
                                  *posts = REQUESTS(.count = 2, .item = {{3, &post}, {1, &post}}),
                                  *mixed = REQUESTS(.count = 2, .item = {{3, &get}, {1, &post}}),
                                  *unread = REQUESTS(.count = 1, .item = {{1, NULL}}),
                                  *more_gets = REQUESTS(true, .count = 1, .item = {{1, &get}}),
                                  *perhaps = REQUESTS(true, .count = 0);
    const struct open_case cases[] = {
        /* graceful: what it accepts goes on, what it leaves out is safe */
        {{GOAWAY(0x0, HC_SERVER)}, NULL, NULL, NOT_A_FAILURE, false},
        {{GOAWAY(0x0, HC_SERVER)}, posts, NULL, SAFE, true},
        {{GOAWAY(0x0, HC_SERVER)}, posts, gets, SAFE, true},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, gets, UNKNOWN, false},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, posts, UNKNOWN, false},
        {{GOAWAY(0x0, HC_CLIENT)}, NULL, gets, UNKNOWN, false},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, perhaps, UNKNOWN, false},
        /* not graceful: what it does not leave out may have been processed, and fails */
        {{GOAWAY(0xb, HC_SERVER)}, posts, NULL, SAFE, true},
        {{GOAWAY(0xb, HC_SERVER)}, posts, gets, ALLOWED, true},
        {{GOAWAY(0xb, HC_SERVER)}, gets, posts, NO, true},
        {{GOAWAY(0xb, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, posts, NO, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, mixed, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, unread, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, more_gets, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, perhaps, IDEMPOTENT, false},
        {{GOAWAY(0x1, HC_SERVER)}, NULL, gets, AFTER_CHANGE, false},
        /* a close ends them all, with no error too */
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, posts, NO, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, mixed, IDEMPOTENT, false},
        {{HTTP3_CLOSE(0x0, HC_CLIENT)}, NULL, gets, ALLOWED, false},
        {{QUIC_CLOSE(0x0, HC_CLIENT)}, NULL, posts, NO, false},
        {{QUIC_CLOSE(0x1, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, perhaps, UNKNOWN, false},
        {{HTTP3_CLOSE(0x102, HC_SERVER)}, posts, NULL, SAFE, true},
        {{HTTP3_CLOSE(0x102, HC_SERVER)}, posts, gets, ALLOWED, true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hc_event event = cases[i].event;
        event.more = &(const struct hc_more){.unprocessed = cases[i].unprocessed, .open = cases[i].open};
        require_retry_for_all_methods(&event, cases[i].answer);
        struct hc_verdict verdict = hc_judge(&event);
        REQUIRE_EVENT(&event, hc_verdict_has(&verdict, HC_FINDS_RETRY_SAFE) == cases[i].is_safe_for_some);
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

/* A CONNECT that was not opened carried nothing; one that was is like no other request. RFC 9110, section
 * 9.3.6; RFC 8441, section 4. */
static void test_connect(void **state) {
    (void)state;
    static const struct hc_request connect = {.method = "CONNECT", .authority = "example.org:443"};
    const struct {
        struct hc_event event;
        enum hc_retry retry;
    } cases[] = {
        {{RST_STREAM(0xa, HC_SERVER), NO_RESPONSE}, HC_RETRY_SAFE},
        {{RST_STREAM(0x8, HC_CLIENT), NO_RESPONSE}, HC_RETRY_SAFE},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, MORE(.answered = 200)}, HC_RETRY_NO},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, MORE(.answered = 302)}, HC_RETRY_SAFE},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, .circumstances = HC_IN_TUNNEL}, HC_RETRY_NO},
        {{RST_STREAM(0xa, HC_SERVER)}, HC_RETRY_NO},
        {{HEADERS(200)}, HC_RETRY_NOT_A_FAILURE},
        {{HEADERS(502)}, HC_RETRY_SAFE},
        {{STATUS(503)}, HC_RETRY_AFTER_DELAY},
        {{HEADERS(504)}, HC_RETRY_SAFE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hc_event event = cases[i].event;
        event.request = &connect;
        REQUIRE_EVENT(&event, hc_judge(&event).retry == cases[i].retry);
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
        cmocka_unit_test(test_a_status_is_not_contradicted),
        cmocka_unit_test(test_retry_of_open_requests),
        cmocka_unit_test(test_retry_after_a_status),
        cmocka_unit_test(test_another_way_is_named),
        cmocka_unit_test(test_connect),
        cmocka_unit_test(test_idempotent_methods),
        cmocka_unit_test(test_other_methods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
