/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said of both legs of a proxy: how an attempt ended, the whole in a line, and the finding in short.
 */
#include "present_test.h"

#include "judge/pair_test.h"

#include "present/across_words.h"

#pragma GCC diagnostic ignored "-Woverride-init"
#ifdef __clang__
#pragma clang diagnostic ignored "-Winitializer-overrides"
#endif

#define POST .request = &post

static const struct {
    struct hc_leg attempt;
    const char *code;
} ends[] = {
    {ATTEMPT(H2, WHOLE(200)), "200 OK"},
    {ATTEMPT(H2, RESET(0x2)), "INTERNAL_ERROR (0x2)"},
    {ATTEMPT(H2, RESET(0x2), .status = 200), "200 OK, cut off, INTERNAL_ERROR (0x2)"},
    {ATTEMPT(H1, CLOSED, .status = 200), "200 OK, cut off"},
    {ATTEMPT(H1, CLOSED), "closed without a response"},
    {ATTEMPT(H2, GOAWAY_OF(0xb)), "ENHANCE_YOUR_CALM (0xb)"},
    {ATTEMPT(H2, REFUSED), "REFUSED_STREAM (0x7)"},
    {ATTEMPT(H3, RESET(0x10b), .is_refused = true), "H3_REQUEST_REJECTED (0x10b)"},
    {ATTEMPT(H2, LEFT_OUT(0x0)), "left out by a GOAWAY"},
    {ATTEMPT(H2, CANCELLED, .is_refused = true), "left out by a GOAWAY"},
    {ATTEMPT(H2, CANCELLED), "given up by the proxy, CANCEL (0x8)"},
    {ATTEMPT(H1, DROPPED, .status = 200), "200 OK, given up by the proxy"},
    {ATTEMPT(H1, .end = HC_LEG_RUNS), NULL},
};

static void test_ends_behind(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(ends); i++) {
        const char *code = hc_across_behind(scope, &ends[i].attempt);

        assert_int_equal(code != NULL, ends[i].code != NULL);
        if (code)
            assert_string_equal(code, ends[i].code);
    }
}

static const struct {
    struct pair_case pair;
    const char *in_short;
} shorts[] = {
    {PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, RESET(0x2))),
     "REFUSED_STREAM, but INTERNAL_ERROR behind (frame 39)"},
    {PAIR(TRUNCATION_HIDDEN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, RESET(0x2), .status = 200)),
     "200 OK, but cut off behind (frame 39)"},
    {PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, CLOSED, .ended = 2),
          ATTEMPT(H1, WHOLE(200), .began = 3, .request_frame = 25)),
     "200 OK, but POST sent again behind (frame 25)"},
    {PAIR(FAILURE_INVENTED, FRONT(H2, WHOLE(502)), ATTEMPT(H2, WHOLE(200))),
     "502 Bad Gateway, but 200 OK behind (frame 39)"},
    {PAIR(GRPC_STATUS_LOST, FRONT(H2, WHOLE(200), GRPC), ATTEMPT(H2, WHOLE(200), GRPC_STATUS_SEEN)),
     "200 OK, but grpc-status behind (frame 39)"},
    {PAIR(PROMISE_LOST, FRONT(H2, WHOLE(502)), ATTEMPT(H2, REFUSED)),
     "502 Bad Gateway, but REFUSED_STREAM behind (frame 39)"},
    {PAIR(PROMISE_LOST, FRONT(H1, CLOSED), ATTEMPT(H2, LEFT_OUT(0x0))),
     "closed without a response, but left out by a GOAWAY behind (frame 39)"},
    {PAIR(WRONG_STATUS, FRONT(H2, WHOLE(503)), ATTEMPT(H1, CLOSED)),
     "503 Service Unavailable, but closed without a response behind (frame 39)"},
    {PAIR(INTERIM_LOST, FRONT(H2, WHOLE(200)), ATTEMPT(H2, WHOLE(200), .had_103 = true)),
     "200 OK, but 103 Early Hints behind (frame 39)"},
    {PAIR(CANCELLATION_KEPT, FRONT(H2, CANCELLED), ATTEMPT(H2, WHOLE(200), .ended = 12)),
     "cancelled by the client, but 200 OK behind (frame 39)"},
    {PAIR(CANCELLATION_KEPT, FRONT(H2, CANCELLED), ATTEMPT(H2, CANCELLED, .ended = 12)),
     "cancelled by the client, but given up only later behind (frame 39)"},
    {PAIR(PROMOTED, FRONT(H2, GOAWAY_OF(0x2)), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
     "connection closed with INTERNAL_ERROR, but INTERNAL_ERROR on one stream behind (frame 39)"},
    {PAIR(FOREIGN_CODE, FRONT(H3, RESET(0x0)), ATTEMPT(H2, RESET(0x2))),
     "Unknown (0x0, NO_ERROR in HTTP/2), but INTERNAL_ERROR behind (frame 39)"},
};

/* Every finding has its words for the Info column. */
static void test_findings_in_short(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(shorts); i++) {
        struct hc_pair pair = pair_of(&shorts[i].pair);

        assert_int_equal(hc_convert(&pair), shorts[i].pair.conversion);
        assert_string_equal(hc_across_in_short(scope, &pair, shorts[i].pair.conversion), shorts[i].in_short);
    }
}

static const struct {
    struct pair_case pair;
    const char *summary;
} summaries[] = {
    {PAIR(KEPT, FRONT(H1, WHOLE(200)), ATTEMPT(H1, WHOLE(200))),
     "in front: server answered GET /a (frame 10): 200 OK; behind: 200 OK (frame 39). Passed on with its status "
     "(RFC 9110, section 15)"},
    {PAIR(FALSE_PROMISE, FRONT(H2, REFUSED, POST), ATTEMPT(H2, RESET(0x2), .ended = 2),
          ATTEMPT(H2, REFUSED, .end_frame = 38)),
     "in front: server refused stream 5 (POST /a, frame 10): REFUSED_STREAM (0x7); behind: INTERNAL_ERROR (0x2) "
     "(frame 39, attempts: 2), do not retry. The promise in front is false: behind the proxy the request was not "
     "refused (RFC 9113, section 8.7; RFC 9114, section 4.1.1)"},
    {PAIR(CANCELLATION_PASSED_ON, FRONT(H1, DROPPED), ATTEMPT(H2, CANCELLED, .ended = 10.1)),
     "in front: client ended the connection before the response to GET /a (frame 10) was complete; behind: given "
     "up by the proxy, CANCEL (0x8) (frame 39). The client's cancellation is passed on (RFC 9114, appendix A.4.1)"},
    {PAIR(CANCELLATION_PASSED_ON, FRONT(H3, DROPPED, .has_code = true, .code = 0x100),
          ATTEMPT(H2, CANCELLED, .ended = 10.1)),
     "in front: client ended the connection before the response to stream 8 (GET /a, frame 10) was complete; "
     "behind: given up by the proxy, CANCEL (0x8) (frame 39). The client's cancellation is passed on (RFC 9114, "
     "appendix A.4.1)"},
    {PAIR(PROMOTED, FRONT(H2, GOAWAY_OF(0x2)), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
     "in front: server ended the connection and did not answer stream 5 (GET /a, frame 10), INTERNAL_ERROR (0x2); "
     "behind: INTERNAL_ERROR (0x2) (frame 39). An error of one stream behind the proxy ends the whole connection "
     "in front (RFC 9114, appendix A.4.1)"},
    /* what nobody knows is not judged */
    {PAIR(UNKNOWN, FRONT(H2, WHOLE(502)), ATTEMPT(H1, DROPPED)),
     "in front: server answered stream 5 (GET /a, frame 10): 502 Bad Gateway; behind: given up by the proxy (frame "
     "39)"},
};

static void test_summaries(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(summaries); i++) {
        struct hc_pair pair = pair_of(&summaries[i].pair);

        assert_int_equal(hc_convert(&pair), summaries[i].pair.conversion);
        assert_string_equal(hc_across_summary(scope, &pair, summaries[i].pair.conversion),
                            summaries[i].summary);
    }
}

static void test_without_an_attempt(void **state) {
    const struct hc_pair pair = {.front = {IN_FRONT, H1, WHOLE(304)}};

    (void)state;
    assert_string_equal(hc_across_summary(scope, &pair, HC_CONVERSION_ANSWERED_BY_ITSELF),
                        "server answered GET /a (frame 10): 304 Not Modified. The proxy answered by itself");
}

static void test_one_of_several(void **state) {
    static const struct hc_leg cut[] = {ATTEMPT(H2, RESET(0x2), .status = 200),
                                        ATTEMPT(H2, RESET(0x2), .status = 200)};
    const struct hc_pair pair = {.front = {IN_FRONT, H2, WHOLE(200)},
                                 .attempts = COUNT(cut),
                                 .behind = cut,
                                 .evidence = HC_EVIDENCE_WHICHEVER};

    (void)state;
    assert_non_null(strstr(hc_across_summary(scope, &pair, hc_convert(&pair)),
                           "behind: 200 OK, cut off, INTERNAL_ERROR (0x2) (frame 39, one of 2 possible "
                           "requests). A response that broke off"));
}

static void test_finding_says_first_what_it_comes_to(void **state) {
    struct hc_pair pair = pair_of(&shorts[1].pair);

    (void)state;
    assert_string_equal(
        hc_across_finding(scope, &pair, HC_CONVERSION_TRUNCATION_HIDDEN),
        "A response that broke off behind the proxy ends in front as if it were complete: 200 OK, but cut off behind "
        "(frame 39)");
}

/* What Wireshark puts before a warning, and how much of a label it keeps. */
#define BEFORE_A_WARNING "Expert Info (Warning/Response): "
enum { LONGEST_LABEL = 239 };

/* Of a long target behind a long capture. */
static struct hc_pair long_pair(const struct pair_case *row) {
    static const struct hc_request request = {
        .method = "POST", .path = "/orders/2026/11/26/customers/4711/items/815/deliveries?express=yes"};
    static struct hc_leg behind[MOST_BEHIND];
    struct hc_pair pair = pair_of(row);

    memcpy(behind, pair.behind, sizeof(behind));
    for (size_t i = 0; i < COUNT(behind); i++)
        behind[i].end_frame = 1000000;
    pair.behind = behind;
    pair.front.request = &request;
    pair.front.request_frame = 999998;
    return pair;
}

static void test_labels_are_not_cut(void **state) {
    (void)state;
    for (int language = 0; language < HC_LANGUAGES; language++) {
        hc_settings.language = language;
        for (size_t i = 0; i < COUNT(shorts); i++) {
            struct hc_pair pair = long_pair(&shorts[i].pair);
            const char *story = hc_across_story(scope, &pair, shorts[i].pair.conversion);
            const char *finding = hc_across_finding(scope, &pair, shorts[i].pair.conversion);

            assert_in_range(strlen(story), 1, LONGEST_LABEL);
            assert_in_range(strlen(finding), 1, LONGEST_LABEL - strlen(BEFORE_A_WARNING));
        }
    }
}

static const struct {
    struct hc_leg front;
    const char *code;
} fronts[] = {
    {{IN_FRONT, H2, WHOLE(200)}, "200 OK"},
    {{IN_FRONT, H2, REFUSED}, "REFUSED_STREAM (0x7)"},
    {{IN_FRONT, H3, RESET(0x102)}, "H3_INTERNAL_ERROR (0x102)"},
    {{IN_FRONT, H2, LEFT_OUT(0x0)}, "left out by a GOAWAY"},
    {{IN_FRONT, H2, GOAWAY_OF(0x2)}, "connection closed with INTERNAL_ERROR (0x2)"},
    {{IN_FRONT, H1, CLOSED}, "closed without a response"},
    {{IN_FRONT, H1, DROPPED}, "cancelled by the client"},
    {{IN_FRONT, H1, .end = HC_LEG_RUNS}, NULL},
};

static void test_ends_in_front(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(fronts); i++) {
        const char *code = hc_across_front(scope, &fronts[i].front);

        assert_int_equal(code != NULL, fronts[i].code != NULL);
        if (code)
            assert_string_equal(code, fronts[i].code);
    }
}

static void test_speaks_the_users_language(void **state) {
    struct hc_pair pair = pair_of(&shorts[0].pair);

    (void)state;
    hc_settings.language = HC_DE;
    assert_string_equal(hc_across_in_short(scope, &pair, HC_CONVERSION_FALSE_PROMISE),
                        "REFUSED_STREAM, aber dahinter: INTERNAL_ERROR (Frame 39)");
    hc_settings.language = HC_ZH_CN;
    assert_string_equal(hc_across_in_short(scope, &pair, HC_CONVERSION_FALSE_PROMISE),
                        "REFUSED_STREAM，但后端：INTERNAL_ERROR（帧 39）");
}

/* A peer chooses method and target. */
static void test_wire_words_are_made_printable(void **state) {
    const struct hc_request hostile = {.method = "GET", .path = "/\033[31m\xe2\x80\xae"};
    const struct hc_leg behind = {BEHIND, H1, WHOLE(200)};
    const struct hc_pair pair = {
        .front = {IN_FRONT, H1, WHOLE(200), .request = &hostile}, .attempts = 1, .behind = &behind};
    const char *summary = hc_across_summary(scope, &pair, HC_CONVERSION_KEPT);

    (void)state;
    assert_null(strchr(summary, '\033'));
    assert_null(strstr(summary, "\xe2\x80\xae"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_ends_behind),
        TEXT_TEST(test_findings_in_short),
        TEXT_TEST(test_summaries),
        TEXT_TEST(test_without_an_attempt),
        TEXT_TEST(test_one_of_several),
        TEXT_TEST(test_finding_says_first_what_it_comes_to),
        TEXT_TEST(test_labels_are_not_cut),
        TEXT_TEST(test_ends_in_front),
        TEXT_TEST(test_speaks_the_users_language),
        TEXT_TEST(test_wire_words_are_made_printable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
