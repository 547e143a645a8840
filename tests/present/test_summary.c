/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one line that tells all of an event: what it says, in which order, and what gives way when it gets too
 * long. */
#include "present_test.h"

#include "present/sentences.h"
#include "present/strings.h"
#include "present/summary.h"

static const struct hc_request get_a = {.method = "GET", .path = "/a", .authority = "example.org"};
static const struct hc_request post_a = {.method = "POST", .path = "/a"};
static const struct hc_request tunnel = {.method = "CONNECT", .authority = "example.com:443"};
static const struct hc_request extended = {.method = "CONNECT", .path = "/chat", .authority = "example.org"};
static const struct hc_request unseen = {0};

static const struct hc_open_requests one_open = {.count = 1, .item = {{.stream = 1}}};
static const struct hc_open_requests two_open = {.count = 2, .item = {{.stream = 3}, {.stream = 1}}};
static const struct hc_open_requests two_or_more_open = {
    .has_others = true, .count = 2, .item = {{.stream = 3}, {.stream = 1}}};
static const struct hc_open_requests some_may_be_open = {.has_others = true};

#define NO_STREAM       .stream = HC_NO_STREAM
#define ON(id)          .stream = (id)
#define OF(what, frame) .request = &(what), .request_frame = (frame)
#define IN(fact)        .circumstances = HC_##fact

struct told {
    struct hc_event event;
    enum hc_retry retry;
    uint64_t findings;
    const char *summary;
};

static void require_summaries(const struct told *rows, size_t count) {
    for (const struct told *row = rows; row < rows + count; row++) {
        struct hc_verdict verdict = verdict_with(&row->event, row->retry);

        verdict.findings = row->findings;
        assert_string_equal(hc_summary(scope, &row->event, &verdict), row->summary);
    }
}

static const struct told what_and_for_which_request[] = {
    {{RST_STREAM(0x7, HC_SERVER), ON(5), OF(get_a, 12)},
     HC_RETRY_SAFE,
     0,
     "server refused stream 5 (GET /a, frame 12): REFUSED_STREAM (0x7), not processed, retry is safe. "
     "HTTP/3: H3_REQUEST_REJECTED"},
    {{STATUS(404), NO_STREAM, OF(get_a, 3)},
     HC_RETRY_AFTER_CHANGE,
     0,
     "server answered GET /a (frame 3): 404 Not Found, retry after a change"},
    {{STATUS(200), NO_STREAM}, HC_RETRY_NOT_A_FAILURE, 0, "server answered: 200 OK"},
    {{STATUS(200), NO_STREAM, OF(unseen, 3)},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "server answered ? ? (frame 3): 200 OK"},
    {{HEADERS(502), ON(1), OF(tunnel, 7)},
     HC_RETRY_NO,
     0,
     "server answered stream 1 (CONNECT example.com:443, frame 7): 502 Bad Gateway, do not retry"},
    {{HEADERS(403), ON(1), OF(extended, 7)},
     HC_RETRY_AFTER_CHANGE,
     0,
     "server answered stream 1 (CONNECT /chat, frame 7): 403 Forbidden, retry after a change"},
};

static void test_says_what_was_done_to_which_request(void **state) {
    (void)state;
    require_summaries(what_and_for_which_request, COUNT(what_and_for_which_request));
}

static const struct told verdicts_before_words[] = {
    {{WEBSOCKET_CLOSE(1008, HC_SERVER), NO_STREAM, MORE(.reason = "not you")},
     HC_RETRY_NO,
     0,
     "server closed the WebSocket: 1008 Policy Violation, do not retry, \"not you\". HTTP: 403 Forbidden"},
    {{RST_STREAM(0x0, HC_SERVER), ON(1), OF(get_a, 4)},
     HC_RETRY_ALLOWED,
     FINDS(NO_ERROR_UNFINISHED),
     "server reset stream 1 (GET /a, frame 4): NO_ERROR (0x0), retry allowed (idempotent). A response that "
     "was not complete ends without an error. HTTP/3: H3_NO_ERROR"},
    {{STATUS(503), NO_STREAM, OF(post_a, 4)},
     HC_RETRY_NO,
     FINDS(SERVER_ERROR),
     "server answered POST /a (frame 4): 503 Service Unavailable, do not retry"},
};

static const struct told whose_words[] = {
    {{STATUS(503), NO_STREAM, OF(get_a, 4),
      MORE(.proxy_status = "envoy; error=connection_refused; details=\"x\"")},
     HC_RETRY_ALLOWED,
     0,
     "server answered GET /a (frame 4): 503 Service Unavailable, retry allowed (idempotent), \"envoy: "
     "connection_refused, x\""},
    {{STATUS(200), NO_STREAM, MORE(.proxy_status = "cdn; error=connection_refused")},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "server answered: 200 OK"},
    {{GOAWAY(0x1, HC_CLIENT), NO_STREAM, MORE(.reason = "Failed ping.")},
     HC_RETRY_IDEMPOTENT,
     0,
     "client closes the connection: \"Failed ping.\", sent as PROTOCOL_ERROR (0x1), retry only if idempotent"},
    {{QUIC_CLOSE(0x0, HC_CLIENT), NO_STREAM, MORE(.reason = "25:No recent network activity")},
     HC_RETRY_IDEMPOTENT,
     0,
     "client closed the connection: QUIC_NETWORK_IDLE_TIMEOUT, sent as NO_ERROR (0x0), retry only if idempotent, "
     "\"25:No recent network activity\""},
};

static void test_says_whose_words_count(void **state) {
    (void)state;
    require_summaries(whose_words, COUNT(whose_words));
}

static void test_says_the_verdict_right_after_the_code(void **state) {
    (void)state;
    require_summaries(verdicts_before_words, COUNT(verdicts_before_words));
}

static const struct told circumstances[] = {
    {{WEBSOCKET_CLOSE(1008, HC_CLIENT), NO_STREAM, ECHO},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "client answers the Close: 1008 Policy Violation"},
    {{RESET_STREAM(0x10c, HC_SERVER), ON(4), OF(get_a, 3), ECHO},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "server answers the STOP_SENDING on stream 4 (GET /a, frame 3): H3_REQUEST_CANCELLED (0x10c)"},
    {{RST_STREAM(0x5, HC_CLIENT), ON(5), IN(AFTER_OWN_RESET)},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "client reset stream 5 again: STREAM_CLOSED (0x5)"},
    {{STATUS(408), NO_STREAM, IN(UNSOLICITED)},
     HC_RETRY_NOT_A_FAILURE,
     FINDS(UNSOLICITED),
     "server sent a response to no request: 408 Request Timeout"},
    {{STATUS(400), NO_STREAM, IN(ANSWERS_PREFACE)},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server answered: 400 Bad Request, the server speaks HTTP/1.1 only, retry over HTTP/1.1"},
    {{QUIC_CLOSE(0x128, HC_SERVER), NO_STREAM, IN(BEFORE_REQUESTS)},
     HC_RETRY_SAFE,
     0,
     "server closed the connection: CRYPTO_ERROR (handshake_failure) (0x128), no request had been sent"},
};

static void test_says_under_which_circumstances(void **state) {
    (void)state;
    require_summaries(circumstances, COUNT(circumstances));
}

static const struct told open_requests[] = {
    {{HTTP3_CLOSE(0x102, HC_SERVER), NO_STREAM, MORE(.open = &two_open)},
     HC_RETRY_IDEMPOTENT,
     0,
     "server closed the connection: H3_INTERNAL_ERROR (0x102), requests open: 2, retry only if idempotent. "
     "HTTP/2: INTERNAL_ERROR"},
    {{HTTP3_CLOSE(0x100, HC_SERVER), NO_STREAM, MORE(.open = &two_or_more_open)},
     HC_RETRY_IDEMPOTENT,
     0,
     "server closed the connection: H3_NO_ERROR (0x100), requests open: 2 or more, retry only if idempotent. "
     "HTTP/2: NO_ERROR"},
    {{HTTP3_CLOSE(0x100, HC_SERVER), NO_STREAM, MORE(.open = &some_may_be_open)},
     HC_RETRY_NOT_A_FAILURE,
     0,
     "server closed the connection: H3_NO_ERROR (0x100)"},
    {{GOAWAY(0x1, HC_SERVER), NO_STREAM, MORE(.unprocessed = &one_open, .last_stream = 5)},
     HC_RETRY_SAFE,
     0,
     "server closes the connection after stream 5: PROTOCOL_ERROR (0x1), requests not processed: 1 (retry is "
     "safe). HTTP/3: H3_GENERAL_PROTOCOL_ERROR"},
    {{GOAWAY(0x2, HC_SERVER), NO_STREAM, MORE(.unprocessed = &two_or_more_open, .last_stream = 5)},
     HC_RETRY_IDEMPOTENT,
     0,
     "server closes the connection after stream 5: INTERNAL_ERROR (0x2), requests not processed: 2 (retry is "
     "safe), others: retry only if idempotent"},
    {{GOAWAY(0x2, HC_SERVER), NO_STREAM, MORE(.unprocessed = &one_open, .open = &two_open, .last_stream = 5)},
     HC_RETRY_ALLOWED,
     0,
     "server closes the connection after stream 5: INTERNAL_ERROR (0x2), requests not processed: 1 (retry is "
     "safe), requests open: 2, retry allowed (idempotent)"},
};

static void test_says_which_requests_were_open(void **state) {
    (void)state;
    require_summaries(open_requests, COUNT(open_requests));
}

static const struct told ways_to_retry[] = {
    {{STATUS(408), NO_STREAM},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server answered: 408 Request Timeout, retry on a new connection"},
    {{STATUS(421), NO_STREAM},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server answered: 421 Misdirected Request, retry on another connection"},
    {{STATUS(425), NO_STREAM},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server answered: 425 Too Early, retry outside early data"},
    {{STATUS(417), NO_STREAM},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server answered: 417 Expectation Failed, retry without Expect"},
    {{RST_STREAM(0xd, HC_SERVER), ON(1)},
     HC_RETRY_ANOTHER_WAY,
     0,
     "server reset stream 1: HTTP_1_1_REQUIRED (0xd), retry over HTTP/1.1. HTTP/3: H3_VERSION_FALLBACK"},
    {{STATUS(429), NO_STREAM, MORE(.retry_after = "30")},
     HC_RETRY_AFTER_DELAY,
     0,
     "server answered: 429 Too Many Requests, retry after 30 s"},
    {{STATUS(503), NO_STREAM, MORE(.retry_after = "Fri, 31 Dec 1999 23:59:59 GMT")},
     HC_RETRY_AFTER_DELAY,
     0,
     "server answered: 503 Service Unavailable, retry after Fri, 31 Dec 1999 23:59:59 GMT"},
    {{STATUS(503), NO_STREAM, MORE(.retry_after = "%s")},
     HC_RETRY_AFTER_DELAY,
     0,
     "server answered: 503 Service Unavailable, retry after a delay"},
    {{STATUS(503), NO_STREAM, MORE(.retry_after = "-1")},
     HC_RETRY_AFTER_DELAY,
     0,
     "server answered: 503 Service Unavailable, retry after a delay"},
};

static void test_says_in_which_way_to_retry(void **state) {
    (void)state;
    require_summaries(ways_to_retry, COUNT(ways_to_retry));
}

/* ---- what gives way ---- */

#define TEN(x)     x x x x x x x x x x
#define HUNDRED(x) TEN(TEN(x))

static const struct hc_request long_path = {.method = "GET", .path = "/" HUNDRED("p")};

static size_t characters_between(const char *text, const char *before, const char *after) {
    const char *start = strstr(text, before), *end = start ? strstr(start, after) : NULL;

    assert_non_null(end);
    return (size_t)g_utf8_pointer_to_offset(start, end) - strlen(before);
}

static const char *summary_of(const struct hc_event *event, enum hc_retry retry) {
    struct hc_verdict verdict = verdict_with(event, retry);
    const char *summary = hc_summary(scope, event, &verdict);

    assert_true(g_utf8_strlen(summary, -1) <= HC_SUMMARY_MAX);
    return summary;
}

static void test_a_long_path_is_cut_and_marked(void **state) {
    const struct hc_event event = {STATUS(404), NO_STREAM, OF(long_path, 3)};

    (void)state;
    assert_string_equal(
        summary_of(&event, HC_RETRY_AFTER_CHANGE),
        "server answered GET /pppppppppppppppppppppppppppppppppppppp… (frame 3): 404 Not Found, "
        "retry after a change");
}

static void test_the_path_gives_way_first(void **state) {
    const struct hc_event event = {RST_STREAM(0x7, HC_SERVER), ON(5), OF(long_path, 12),
                                   MORE(.reason = TEN("r"))};
    const char *summary = summary_of(&event, HC_RETRY_SAFE);

    (void)state;
    assert_int_equal(g_utf8_strlen(summary, -1), HC_SUMMARY_MAX);
    assert_in_range(characters_between(summary, "GET ", ", frame"), 16, 39);
    assert_non_null(
        strstr(summary, "(0x7), not processed, retry is safe, \"rrrrrrrrrr\". HTTP/3: H3_REQUEST_REJECTED"));
}

static void test_the_reason_gives_way_next(void **state) {
    const struct hc_event event = {RST_STREAM(0x2, HC_SERVER), ON(5), OF(long_path, 12),
                                   MORE(.reason = HUNDRED("r"))};
    const char *summary = summary_of(&event, HC_RETRY_ALLOWED);

    (void)state;
    assert_int_equal(g_utf8_strlen(summary, -1), HC_SUMMARY_MAX);
    assert_int_equal(characters_between(summary, "GET ", ", frame"), 16);
    assert_in_range(characters_between(summary, "\"", "\"."), 24, 59);
    assert_non_null(strstr(summary, "(0x2), retry allowed (idempotent), \"rr"));
    assert_non_null(strstr(summary, "r…\". HTTP/3: H3_INTERNAL_ERROR"));
}

static void test_the_counterpart_makes_room_for_both(void **state) {
    const struct hc_event event = {RST_STREAM(0x7, HC_SERVER), ON(5), OF(long_path, 123456),
                                   MORE(.reason = HUNDRED("r"))};
    const char *summary = summary_of(&event, HC_RETRY_SAFE);

    (void)state;
    assert_int_equal(g_utf8_strlen(summary, -1), HC_SUMMARY_MAX);
    assert_null(strstr(summary, "HTTP/3"));
    assert_in_range(characters_between(summary, "GET ", ", frame"), 17, 40);
    assert_non_null(strstr(summary, "(0x7), not processed, retry is safe, \"rr"));
}

static const struct hc_open_requests many = {.count = 4096, .has_others = true};

/* As much as there can be to say of a code, in this carrier. */
static struct hc_event everything_about(const struct hc_space *space, const struct hc_code *row,
                                        enum hc_carrier carrier) {
    static const struct hc_more of_stream = {.reason = HUNDRED("r")};
    static const struct hc_more of_connection = {
        .reason = HUNDRED("r"), .unprocessed = &many, .open = &many, .last_stream = 0x7ffffffe};
    bool is_of_connection = hc_carrier_is_of_connection(carrier);

    return (struct hc_event){.space = (uint8_t)space->id,
                             .value = row->value,
                             .carrier = (uint8_t)carrier,
                             .stream = is_of_connection ? HC_NO_STREAM : INT64_C(0x3fffffffffffffff),
                             .request = is_of_connection ? NULL : &long_path,
                             .request_frame = UINT32_MAX,
                             .more = is_of_connection ? &of_connection : &of_stream};
}

static void require_whole_outcome(const struct hc_event *event, const struct hc_verdict *verdict) {
    const char *summary = hc_summary(scope, event, verdict);
    const char *outcome = hc_sentence_outcome(scope, event, verdict);

    assert_true(g_utf8_strlen(summary, -1) <= (outcome ? HC_SUMMARY_LONGEST : HC_SUMMARY_MAX));
    if (outcome && !strstr(summary, outcome))
        fail_msg("\"%s\" lacks \"%s\"", summary, outcome);
}

static void check_event(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);

    verdict.findings = FINDS(FALSE_REFUSAL);
    for (unsigned retry = 0; retry <= HC_RETRY_ANOTHER_WAY; retry++) {
        verdict.retry = (enum hc_retry)retry;
        require_whole_outcome(event, &verdict);
    }
}

static void check_row(const struct hc_space *space, const struct hc_code *row) {
    static const enum hc_carrier carriers[] = {HC_STOP_SENDING, HC_GOAWAY};

    for (size_t i = 0; i < COUNT(carriers); i++) {
        struct hc_event event = everything_about(space, row, carriers[i]);
        wmem_allocator_t *outer = scope;

        scope = wmem_allocator_new(WMEM_ALLOCATOR_BLOCK);
        check_event(&event);
        wmem_destroy_allocator(scope);
        scope = outer;
    }
}

static void test_the_outcome_never_gives_way(void **state) {
    (void)state;
    for (hc_settings.language = HC_EN; hc_settings.language < HC_LANGUAGES; hc_settings.language++)
        for_each_row(check_row);
}

static void test_a_findings_title_is_cut_last(void **state) {
    const struct hc_event event =
        everything_about(&hc_quic_error, hc_explain(HC_QUIC_ERROR, 0x128, NULL).row, HC_STOP_SENDING);
    struct hc_verdict verdict = verdict_with(&event, HC_RETRY_ALLOWED);

    (void)state;
    hc_settings.language = HC_DE;
    verdict.findings = FINDS(FALSE_REFUSAL);
    assert_string_equal(
        hc_summary(scope, &event, &verdict),
        "unbekannte Seite liest Stream 4611686018427387903 nicht weiter: CRYPTO_ERROR "
        "(handshake_failure) (0x128), Wiederholung erlaubt (idempotent). Als unverarbeitet …");
}

static void test_an_answer_to_nothing_known_has_a_verb_of_its_own(void **state) {
    const struct hc_event event = {STATUS(413), NO_STREAM};

    (void)state;
    hc_settings.language = HC_DE;
    assert_string_equal(summary_of(&event, HC_RETRY_AFTER_CHANGE),
                        "Server antwortete: 413 Content Too Large, Wiederholung nach einer Änderung");
}

#define CANCELLED RST_STREAM(0x8, HC_CLIENT), ON(1), OF(get_a, 4), NO_RESPONSE
#define CANCELS                                                                                              \
    "client reset stream 1 (GET /a, frame 4): CANCEL (0x8), retry allowed (idempotent), the client gave up "

static const struct told given_up[] = {
    {{CANCELLED, .elapsed = 2004999},
     HC_RETRY_ALLOWED,
     0,
     CANCELS "after 2.00 s. HTTP/3: H3_REQUEST_CANCELLED"},
    {{CANCELLED, .elapsed = 3100},
     HC_RETRY_ALLOWED,
     0,
     CANCELS "after 0.0031 s. HTTP/3: H3_REQUEST_CANCELLED"},
    {{CANCELLED, .elapsed = 1000000, MORE(.deadline = 5000001)},
     HC_RETRY_ALLOWED,
     0,
     CANCELS "after 1.00 s, before its deadline of 5.00 s"},
    /* nobody knows how long */
    {{CANCELLED, .elapsed = HC_NO_TIME},
     HC_RETRY_ALLOWED,
     0,
     "client reset stream 1 (GET /a, frame 4): CANCEL (0x8), retry allowed (idempotent). HTTP/3: "
     "H3_REQUEST_CANCELLED"},
};

static void test_says_how_long_the_client_waited(void **state) {
    (void)state;
    require_summaries(given_up, COUNT(given_up));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_says_how_long_the_client_waited),
        TEXT_TEST(test_says_what_was_done_to_which_request),
        TEXT_TEST(test_says_the_verdict_right_after_the_code),
        TEXT_TEST(test_says_whose_words_count),
        TEXT_TEST(test_says_under_which_circumstances),
        TEXT_TEST(test_says_which_requests_were_open),
        TEXT_TEST(test_says_in_which_way_to_retry),
        TEXT_TEST(test_a_long_path_is_cut_and_marked),
        TEXT_TEST(test_the_path_gives_way_first),
        TEXT_TEST(test_the_reason_gives_way_next),
        TEXT_TEST(test_the_counterpart_makes_room_for_both),
        TEXT_TEST(test_the_outcome_never_gives_way),
        TEXT_TEST(test_a_findings_title_is_cut_last),
        TEXT_TEST(test_an_answer_to_nothing_known_has_a_verb_of_its_own),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
