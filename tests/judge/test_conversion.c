/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a proxy made of what was behind it: a row for each way that real ones were recorded to take, and their
 * neighbours, of which a pair proves nothing. */
#include "judge/pair_test.h"

#define POST .request = &post

/* Second thoughts of IN_FRONT and BEHIND are meant. */
#pragma GCC diagnostic ignored "-Woverride-init"
#ifdef __clang__
#pragma clang diagnostic ignored "-Winitializer-overrides"
#endif

/* RFC 9110, section 15; RFC 9111, section 4.3.3. */
static const struct pair_case responses[] = {
    PAIR(KEPT, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(200))),
    PAIR(KEPT, FRONT(H3, WHOLE(503)), ATTEMPT(H2, WHOLE(503))),
    /* a second attempt that a GET may have */
    PAIR(KEPT, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(503), .ended = 2),
         ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(404)), ATTEMPT(H2, RESET(0x8), .ended = 2),
         ATTEMPT(H2, WHOLE(404), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(200)), ATTEMPT(H1, DROPPED, .ended = 2), ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(STATUS_CHANGED, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(503))),
    PAIR(STATUS_CHANGED, FRONT(H2, WHOLE(502)), ATTEMPT(H1, WHOLE(503))),
    PAIR(STATUS_CHANGED, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(304))),
    PAIR(CONVERTED, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(304), .is_conditional = true)),
    PAIR(STATUS_CHANGED, FRONT(H2, WHOLE(404)), ATTEMPT(H1, WHOLE(304), .is_conditional = true)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(0)), ATTEMPT(H1, WHOLE(200))),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(0))),
    /* an error page for a status whose content is still on the way */
    PAIR(STATUS_CHANGED, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(503), .ended = 10.01)),
    /* too late for the proxy, which had answered */
    PAIR(CONVERTED, FRONT(H2, WHOLE(504)), ATTEMPT(H1, WHOLE(200), .ended = 12)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(502)), ATTEMPT(H1, WHOLE(200), .ended = 12)),
};

/* RFC 9110, sections 15.6.3 to 15.6.5. */
static const struct pair_case own_statuses[] = {
    PAIR(CONVERTED, FRONT(H2, WHOLE(502)), ATTEMPT(H2, RESET(0x2))),
    PAIR(CONVERTED, FRONT(H3, WHOLE(502)), ATTEMPT(H1, CLOSED)),
    PAIR(CONVERTED, FRONT(H2, WHOLE(502)), ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(CONVERTED, FRONT(H2, WHOLE(502)), ATTEMPT(H2, RESET(0x2), .ended = 2),
         ATTEMPT(H2, REFUSED, .began = 3)),
    PAIR(CONVERTED, FRONT(H2, WHOLE(504), POST), ATTEMPT(H2, CANCELLED, .ended = 10.1)),
    PAIR(CONVERTED, FRONT(H2, WHOLE(504)), ATTEMPT(H1, DROPPED)),
    PAIR(WRONG_STATUS, FRONT(H2, WHOLE(503)), ATTEMPT(H2, CLOSED)),
    PAIR(WRONG_STATUS, FRONT(H2, WHOLE(503)), ATTEMPT(H1, CLOSED, .ended = 2),
         ATTEMPT(H1, CLOSED, .began = 3)),
    PAIR(WRONG_STATUS, FRONT(H2, WHOLE(503)), ATTEMPT(H2, RESET(0x1))),
    PAIR(WRONG_STATUS, FRONT(H2, WHOLE(404)), ATTEMPT(H1, CLOSED)),
    PAIR(WRONG_STATUS, FRONT(H2, WHOLE(500)), ATTEMPT(H1, DROPPED)),
    /* another server, whose connection cannot be read */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200), POST), ATTEMPT(H2, RESET(0x2))),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(303), POST), ATTEMPT(H2, RESET(0x2))),
    /* what a cache has stored, a slow or large upload, a failure that came as the time was over */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, RESET(0x2))),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(304)), ATTEMPT(H1, CLOSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(408)), ATTEMPT(H1, CLOSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(413), POST), ATTEMPT(H1, CLOSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(400), POST), ATTEMPT(H1, DROPPED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(400), POST), ATTEMPT(H1, CLOSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(504)), ATTEMPT(H1, CLOSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(502)), ATTEMPT(H1, DROPPED)),
    /* the proxy may give the answer of an earlier attempt */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(503)), ATTEMPT(H1, WHOLE(503), .ended = 2),
         ATTEMPT(H1, CLOSED, .began = 3)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(503)), ATTEMPT(H1, .end = HC_LEG_RUNS)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(503)), ATTEMPT(H1, .end = HC_LEG_CLOSED)),
};

/* RFC 9113, section 8.7; RFC 9114, section 4.1.1; RFC 9114, appendix A.4.1. */
static const struct pair_case promises[] = {
    PAIR(PROMISE_PASSED_ON, FRONT(H2, REFUSED), ATTEMPT(H2, REFUSED)),
    /* a GOAWAY that leaves it out refuses it, whatever its code (RFC 9113, section 6.8) */
    PAIR(PROMISE_PASSED_ON, FRONT(H2, REFUSED), ATTEMPT(H2, LEFT_OUT(0x0))),
    PAIR(PROMISE_PASSED_ON, FRONT(H2, REFUSED), ATTEMPT(H2, LEFT_OUT(0xb))),
    PAIR(PROMISE_PASSED_ON, FRONT(H2, LEFT_OUT(0x0)), ATTEMPT(H2, REFUSED, .ended = 2), ATTEMPT(H2, REFUSED)),
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, RESET(0x2))),
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, CLOSED)),
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, WHOLE(200))),
    PAIR(FALSE_PROMISE, FRONT(H3, LEFT_OUT(0x100)), ATTEMPT(H1, CLOSED)),
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, RESET(0xb), .ended = 2), ATTEMPT(H2, REFUSED)),
    /* sent again as well: the promise is the graver one */
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED, POST), ATTEMPT(H1, CLOSED, .ended = 2),
         ATTEMPT(H1, CLOSED, .began = 3)),
    PAIR(UNKNOWN, FRONT(H2, REFUSED), ATTEMPT(H2, .end = HC_LEG_RUNS)),
    PAIR(PROMISE_LOST, FRONT(H2, WHOLE(502)), ATTEMPT(H2, REFUSED)),
    PAIR(PROMISE_LOST, FRONT(H2, WHOLE(502)), ATTEMPT(H2, REFUSED, .ended = 2), ATTEMPT(H2, REFUSED)),
    PAIR(PROMISE_LOST, FRONT(H3, RESET(0x0)), ATTEMPT(H2, REFUSED)),
    PAIR(PROMISE_LOST, FRONT(H2, GOAWAY_OF(0x2)), ATTEMPT(H2, REFUSED)),
    PAIR(UNKNOWN, FRONT(H2, .end = HC_LEG_RUNS), ATTEMPT(H2, REFUSED)),
    /* somebody answered, out of sight or from a cache: a retry may do it twice */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200), POST), ATTEMPT(H2, REFUSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, LEFT_OUT(0x0))),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(404)), ATTEMPT(H2, REFUSED, .ended = 2), ATTEMPT(H2, REFUSED)),
    PAIR(UNKNOWN, FRONT(H2, RESET(0x2), .status = 200), ATTEMPT(H2, REFUSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(500), POST), ATTEMPT(H2, REFUSED)),
    PAIR(PROMISE_LOST, FRONT(H2, WHOLE(503)), ATTEMPT(H2, REFUSED)),
};

/* RFC 9113, section 8.1; RFC 9114, section 4.1; RFC 9112, section 8. */
static const struct hc_request head = {.method = "HEAD", .path = "/a"};
static const struct pair_case truncations[] = {
    PAIR(TRUNCATION_HIDDEN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(TRUNCATION_HIDDEN, FRONT(H3, WHOLE(200)), ATTEMPT(H2, RESET(0x8), .status = 200)),
    PAIR(TRUNCATION_HIDDEN, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, CLOSED, .status = 200)),
    PAIR(CONVERTED, FRONT(H2, RESET(0x8), .status = 200), ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(CONVERTED, FRONT(H2, RESET(0x0), .status = 200), ATTEMPT(H2, RESET(0x8), .status = 200)),
    PAIR(CONVERTED, FRONT(H2, RESET(0x2), .status = 200), ATTEMPT(H1, CLOSED)),
    PAIR(CONVERTED, FRONT(H1, CLOSED, .status = 200), ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(CONVERTED, FRONT(H1, CLOSED), ATTEMPT(H1, CLOSED)),
    /* nothing can be missing, or the response was whole in front before */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(204)), ATTEMPT(H2, RESET(0x2), .status = 204)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(205)), ATTEMPT(H2, RESET(0x2), .status = 205)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200), .request = &head), ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(304)), ATTEMPT(H2, RESET(0x2), .status = 304)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, RESET(0x2), .status = 200, .ended = 12)),
    /* from a cache, or another server, before the client has seen any of it */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200), .status_frame = 40), ATTEMPT(H2, RESET(0x2), .status = 200)),
    /* the proxy may have had what it needs */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, CANCELLED, .status = 200)),
    /* of a response that breaks off in HTTP/1 no status may be seen */
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H1, CLOSED)),
};

/* RFC 9110, section 9.2.2. */
static const struct hc_request permission = {.method = "POST", .path = "/allowed/orders/7"},
                               order = {.method = "POST", .path = "/orders/7"};
static const struct pair_case replays[] = {
    PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, CLOSED, .ended = 2),
         ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, DROPPED, .ended = 2),
         ATTEMPT(H1, WHOLE(200), .began = 2)),
    PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(502), POST), ATTEMPT(H1, WHOLE(503), .ended = 2),
         ATTEMPT(H1, CLOSED, .began = 3)),
    PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(200), POST), ATTEMPT(H2, REFUSED, .ended = 2),
         ATTEMPT(H2, RESET(0x2), .began = 3, .ended = 4), ATTEMPT(H2, WHOLE(200), .began = 5)),
    PAIR(KEPT, FRONT(H2, WHOLE(200)), ATTEMPT(H1, CLOSED, .ended = 2), ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST), ATTEMPT(H2, REFUSED, .ended = 2),
         ATTEMPT(H2, WHOLE(200), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST), ATTEMPT(H2, WHOLE(421), .ended = 2),
         ATTEMPT(H2, WHOLE(200), .began = 3)),
    /* a key, of the client's or of the proxy's own, or a call of gRPC */
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST, .may_be_repeated = true), ATTEMPT(H1, CLOSED, .ended = 2),
         ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, CLOSED, .ended = 2, .may_be_repeated = true),
         ATTEMPT(H1, WHOLE(200), .began = 3, .may_be_repeated = true)),
    /* another target is asked whether this one is allowed */
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, WHOLE(503), .ended = 2, .request = &permission),
         ATTEMPT(H1, WHOLE(200), .began = 3, .request = &order)),
    PAIR(UNSAFE_REPLAY, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, WHOLE(503), .ended = 2, .request = &order),
         ATTEMPT(H1, WHOLE(200), .began = 3, .request = &order)),
    /* a copy to two servers, and a method that nobody registered */
    PAIR(KEPT, FRONT(H2, WHOLE(200), POST), ATTEMPT(H1, CLOSED, .ended = 5),
         ATTEMPT(H1, WHOLE(200), .began = 3)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), .request = &(const struct hc_request){.method = "BREW"}),
         ATTEMPT(H1, CLOSED, .ended = 2), ATTEMPT(H1, WHOLE(200), .began = 3)),
};

/* RFC 9113, section 8.1: NO_ERROR after a complete response changes nothing. */
static const struct pair_case inventions[] = {
    PAIR(FAILURE_INVENTED, FRONT(H2, WHOLE(502)), ATTEMPT(H2, WHOLE(200))),
    PAIR(FAILURE_INVENTED, FRONT(H2, RESET(0x5), .status = 200), ATTEMPT(H2, WHOLE(200), .ended = 9.9)),
    PAIR(FAILURE_INVENTED, FRONT(H2, RESET(0x2)), ATTEMPT(H1, WHOLE(200), .ended = 9.9)),
    /* long after, or before: for another reason */
    PAIR(UNKNOWN, FRONT(H2, RESET(0x8), .status = 200), ATTEMPT(H2, WHOLE(200), .ended = 3)),
    PAIR(UNKNOWN, FRONT(H2, RESET(0x2)), ATTEMPT(H2, WHOLE(200), .ended = 11)),
    PAIR(UNKNOWN, FRONT(H1, CLOSED), ATTEMPT(H2, WHOLE(200))),
};

/* RFC 9114, appendix A.4.1. */
static const struct pair_case codes[] = {
    PAIR(FOREIGN_CODE, FRONT(H3, RESET(0x0)), ATTEMPT(H2, RESET(0x2))),
    PAIR(FOREIGN_CODE, FRONT(H3, RESET(0x0), .status = 200), ATTEMPT(H2, RESET(0x8), .status = 200)),
    PAIR(FOREIGN_CODE, FRONT(H3, RESET(0xd)), ATTEMPT(H2, CLOSED)),
    PAIR(FOREIGN_CODE, FRONT(H2, RESET(0x102)), ATTEMPT(H3, RESET(0x102))),
    PAIR(CONVERTED, FRONT(H3, RESET(0x102)), ATTEMPT(H2, RESET(0x2))),
    PAIR(CONVERTED, FRONT(H3, RESET(0xe)), ATTEMPT(H2, RESET(0x2))),
    /* the client's own number comes back (RFC 9000, section 3.5) */
    PAIR(CONVERTED, FRONT(H3, RESET(0x0), .is_echo = true), ATTEMPT(H2, RESET(0x2))),
    PAIR(PROMOTED, FRONT(H2, GOAWAY_OF(0x2)), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
    PAIR(PROMOTED, FRONT(H3, GOAWAY_OF(0x102), .status = 200),
         ATTEMPT(H2, RESET(0x2), .status = 200, .ended = 9.9)),
    PAIR(UNKNOWN, FRONT(H2, GOAWAY_OF(0x0)), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
    PAIR(UNKNOWN, FRONT(H3, GOAWAY_OF(0x100)), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
    PAIR(UNKNOWN, FRONT(H2, GOAWAY_OF(0x2)), ATTEMPT(H1, CLOSED, .ended = 9.9)),
    PAIR(UNKNOWN, FRONT(H2, GOAWAY_OF(0x1)), ATTEMPT(H2, RESET(0x2), .ended = 3)),
    PAIR(UNKNOWN, FRONT(H2, CLOSED), ATTEMPT(H2, RESET(0x2), .ended = 9.9)),
};

/* RFC 9114, section 4.1.1 and appendix A.4.1. */
static const struct pair_case cancellations[] = {
    PAIR(CANCELLATION_PASSED_ON, FRONT(H2, CANCELLED, .status = 200), ATTEMPT(H2, CANCELLED, .ended = 10.01)),
    PAIR(CANCELLATION_PASSED_ON, FRONT(H3, CANCELLED), ATTEMPT(H2, CANCELLED, .ended = 10.01)),
    PAIR(CANCELLATION_PASSED_ON, FRONT(H1, DROPPED), ATTEMPT(H1, DROPPED, .ended = 10.3)),
    PAIR(CANCELLATION_KEPT, FRONT(H2, CANCELLED), ATTEMPT(H2, WHOLE(200), .ended = 10.4)),
    PAIR(CANCELLATION_KEPT, FRONT(H2, CANCELLED), ATTEMPT(H2, DROPPED, .ended = 12.75)),
    PAIR(CANCELLATION_KEPT, FRONT(H2, DROPPED, .status = 200), ATTEMPT(H2, WHOLE(200), .ended = 10.5)),
    PAIR(CANCELLATION_KEPT, FRONT(H2, CANCELLED), ATTEMPT(H2, WHOLE(200), .ended = 11),
         ATTEMPT(H2, CANCELLED, .ended = 10.1)),
    /* nothing ran any more */
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, REFUSED, .ended = 2), ATTEMPT(H2, REFUSED, .began = 3)),
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, WHOLE(200))),
    /* it ended by itself before anybody could have stopped it */
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, WHOLE(200), .ended = 10.1)),
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, RESET(0x2), .ended = 10.1)),
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, CANCELLED, .ended = 10.1),
         ATTEMPT(H2, WHOLE(200), .ended = 10.1)),
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, .end = HC_LEG_RUNS)),
    PAIR(UNKNOWN, FRONT(H2, CANCELLED), ATTEMPT(H2, CANCELLED, .ended = 10.1),
         ATTEMPT(H2, .end = HC_LEG_RUNS, .ended = 0)),
};

/* RFC 9110, sections 6.5.1 and 15.2. */
static const struct pair_case losses[] = {
    PAIR(INTERIM_LOST, FRONT(H2, WHOLE(200)), ATTEMPT(H2, WHOLE(200), .had_103 = true)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), .had_103 = true), ATTEMPT(H2, WHOLE(200), .had_103 = true)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), .had_103 = true), ATTEMPT(H2, WHOLE(200))),
    /* perhaps a client of HTTP/1.0 */
    PAIR(KEPT, FRONT(H1, WHOLE(200)), ATTEMPT(H2, WHOLE(200), .had_103 = true)),
    PAIR(GRPC_STATUS_LOST, FRONT(H3, WHOLE(200), GRPC), ATTEMPT(H2, WHOLE(200), GRPC_STATUS_SEEN)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), GRPC_STATUS_SEEN), ATTEMPT(H2, WHOLE(200), GRPC_STATUS_SEEN)),
    PAIR(KEPT, FRONT(H2, WHOLE(200), GRPC), ATTEMPT(H2, WHOLE(200), GRPC)),
    /* as gRPC-Web, which has it in its content */
    PAIR(KEPT, FRONT(H2, WHOLE(200)), ATTEMPT(H2, WHOLE(200), GRPC_STATUS_SEEN)),
};

/* Behind a tunnel no response ends. */
static const struct pair_case tunnels[] = {
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200), .request = &(const struct hc_request){.method = "CONNECT"}),
         ATTEMPT(H2, RESET(0x2), .status = 200)),
    PAIR(UNKNOWN, FRONT(H1, CLOSED, .status = 101), ATTEMPT(H1, CLOSED, .status = 101)),
};

/* Of attempts at once each may be the only one. */
static const struct pair_case whichever[] = {
    PAIR(KEPT, FRONT(H2, WHOLE(500), POST), ATTEMPT(H1, WHOLE(500), .ended = 2),
         ATTEMPT(H1, WHOLE(500), .began = 3)),
    PAIR(TRUNCATION_HIDDEN, FRONT(H2, WHOLE(200)), ATTEMPT(H2, RESET(0x2), .status = 200),
         ATTEMPT(H1, CLOSED, .status = 200)),
    PAIR(FALSE_PROMISE, FRONT(H2, REFUSED), ATTEMPT(H2, RESET(0x2)), ATTEMPT(H2, WHOLE(200))),
    PAIR(UNKNOWN, FRONT(H2, REFUSED), ATTEMPT(H2, RESET(0x2)), ATTEMPT(H2, REFUSED)),
    PAIR(UNKNOWN, FRONT(H2, WHOLE(200)), ATTEMPT(H1, WHOLE(200)), ATTEMPT(H1, WHOLE(404))),
};

static void require_all_by(uint8_t evidence, const struct pair_case *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct hc_pair pair = pair_of(&rows[i]);
        enum hc_conversion conversion = (pair.evidence = evidence, hc_convert(&pair));

        if (conversion != rows[i].conversion)
            fail_msg("row %zu: %s, and not %s", i, hc_conversion_rows[conversion].name,
                     hc_conversion_rows[rows[i].conversion].name);
    }
}

#define TEST_ROWS_BY(evidence, rows)                                                                         \
    static void test_##rows(void **state) {                                                                  \
        (void)state;                                                                                         \
        require_all_by(evidence, rows, COUNT(rows));                                                         \
    }
#define TEST_ROWS(rows) TEST_ROWS_BY(HC_EVIDENCE_ID, rows)
TEST_ROWS(responses)
TEST_ROWS(own_statuses)
TEST_ROWS(promises)
TEST_ROWS(truncations)
TEST_ROWS(replays)
TEST_ROWS(inventions)
TEST_ROWS(codes)
TEST_ROWS(cancellations)
TEST_ROWS(losses)
TEST_ROWS(tunnels)
TEST_ROWS_BY(HC_EVIDENCE_WHICHEVER, whichever)

static void test_without_an_attempt(void **state) {
    const struct hc_leg answered = {IN_FRONT, H2, WHOLE(200)}, cancelled = {IN_FRONT, H2, CANCELLED};
    const struct hc_pair cached = {.front = answered}, given_up = {.front = cancelled};

    (void)state;
    assert_int_equal(hc_convert(&cached), HC_CONVERSION_ANSWERED_BY_ITSELF);
    assert_int_equal(hc_convert(&given_up), HC_CONVERSION_UNKNOWN);
    assert_null(hc_conversion_attempt(&cached, HC_CONVERSION_ANSWERED_BY_ITSELF));
}

/* Those beyond the list may have been processed. */
static void test_more_attempts_than_are_listed(void **state) {
    struct hc_leg behind[HC_MOST_ATTEMPTS];
    struct hc_pair pair = {.front = {IN_FRONT, H2, REFUSED}, .attempts = HC_MOST_ATTEMPTS, .behind = behind};

    (void)state;
    for (size_t i = 0; i < HC_MOST_ATTEMPTS; i++)
        behind[i] = (struct hc_leg){BEHIND, H2, REFUSED};
    assert_int_equal(hc_convert(&pair), HC_CONVERSION_PROMISE_PASSED_ON);
    pair.attempts++;
    assert_int_equal(hc_convert(&pair), HC_CONVERSION_UNKNOWN);
    behind[3] = (struct hc_leg){BEHIND, H2, RESET(0x2)};
    assert_int_equal(hc_convert(&pair), HC_CONVERSION_FALSE_PROMISE);
    assert_ptr_equal(hc_conversion_attempt(&pair, HC_CONVERSION_FALSE_PROMISE), &behind[3]);
}

static void test_names_the_attempt_that_shows_it(void **state) {
    const struct hc_leg behind[] = {{BEHIND, H2, RESET(0x2), .ended = 2}, {BEHIND, H2, REFUSED, .began = 3}};
    const struct hc_leg stopped[] = {{BEHIND, H2, WHOLE(200), .ended = 12},
                                     {BEHIND, H2, CANCELLED, .ended = 10.1}};
    const struct hc_pair refused = {.front = {IN_FRONT, H2, REFUSED, POST}, .attempts = 2, .behind = behind};
    const struct hc_pair replayed = {
        .front = {IN_FRONT, H2, WHOLE(200), POST}, .attempts = 2, .behind = behind};
    const struct hc_pair cancelled = {.front = {IN_FRONT, H2, CANCELLED}, .attempts = 2, .behind = stopped};

    (void)state;
    assert_ptr_equal(hc_conversion_attempt(&refused, hc_convert(&refused)), &behind[0]);
    assert_ptr_equal(hc_conversion_attempt(&replayed, hc_convert(&replayed)), &behind[1]);
    assert_ptr_equal(hc_conversion_attempt(&cancelled, hc_convert(&cancelled)), &stopped[0]);
    assert_ptr_equal(hc_conversion_attempt(&cancelled, HC_CONVERSION_KEPT), &stopped[1]);
}

/* A false promise is contradicted: what then holds for the method. A lost one is told. */
static void test_retry(void **state) {
    const struct hc_pair get_pair = {.front = {IN_FRONT}}, post_pair = {.front = {IN_FRONT, POST}};

    (void)state;
    assert_int_equal(hc_conversion_retry(&get_pair, HC_CONVERSION_FALSE_PROMISE), HC_RETRY_ALLOWED);
    assert_int_equal(hc_conversion_retry(&post_pair, HC_CONVERSION_FALSE_PROMISE), HC_RETRY_NO);
    assert_int_equal(hc_conversion_retry(&post_pair, HC_CONVERSION_PROMISE_LOST), HC_RETRY_SAFE);
    assert_int_equal(hc_conversion_retry(&post_pair, HC_CONVERSION_KEPT), HC_RETRY_NOT_A_FAILURE);
}

/* Each has its words in every language, but for the one that says nothing. */
static void test_every_row_is_whole(void **state) {
    (void)state;
    for (unsigned i = 0; i < HC_CONVERSIONS_END; i++) {
        const struct hc_conversion_row *row = &hc_conversion_rows[i];

        assert_non_null(row->name);
        for (unsigned language = 0; language < HC_LANGUAGES; language++)
            assert_int_equal(row->title[language] != NULL, i != HC_CONVERSION_UNKNOWN);
        assert_true(!row->filter || (row->rule && strncmp(row->filter, "httpcodes.", 10) == 0));
    }
}

static const struct {
    enum hc_conversion conversion;
    const char *filter;
    enum hc_severity severity;
} findings[] = {
    {HC_CONVERSION_FALSE_PROMISE, "httpcodes.false_promise", HC_WARNING},
    {HC_CONVERSION_TRUNCATION_HIDDEN, "httpcodes.hidden_truncation", HC_WARNING},
    {HC_CONVERSION_UNSAFE_REPLAY, "httpcodes.unsafe_replay", HC_WARNING},
    {HC_CONVERSION_FAILURE_INVENTED, "httpcodes.invented_failure", HC_WARNING},
    {HC_CONVERSION_GRPC_STATUS_LOST, "httpcodes.lost_grpc_status", HC_WARNING},
    {HC_CONVERSION_PROMISE_LOST, "httpcodes.lost_promise", HC_NOTE},
    {HC_CONVERSION_WRONG_STATUS, "httpcodes.wrong_gateway_status", HC_NOTE},
    {HC_CONVERSION_INTERIM_LOST, "httpcodes.lost_interim", HC_NOTE},
    {HC_CONVERSION_CANCELLATION_KEPT, "httpcodes.cancel_not_passed", HC_NOTE},
    {HC_CONVERSION_PROMOTED, "httpcodes.promoted_error", HC_NOTE},
    {HC_CONVERSION_FOREIGN_CODE, "httpcodes.unconverted_code", HC_NOTE},
};

static void test_findings_are_these_and_no_others(void **state) {
    unsigned filters = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(findings); i++) {
        assert_string_equal(hc_conversion_rows[findings[i].conversion].filter, findings[i].filter);
        assert_int_equal(hc_conversion_rows[findings[i].conversion].severity, findings[i].severity);
    }
    for (unsigned i = 0; i < HC_CONVERSIONS_END; i++)
        filters += hc_conversion_rows[i].filter != NULL;
    assert_int_equal(filters, COUNT(findings));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_responses),
        cmocka_unit_test(test_own_statuses),
        cmocka_unit_test(test_promises),
        cmocka_unit_test(test_truncations),
        cmocka_unit_test(test_replays),
        cmocka_unit_test(test_inventions),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_cancellations),
        cmocka_unit_test(test_losses),
        cmocka_unit_test(test_tunnels),
        cmocka_unit_test(test_whichever),
        cmocka_unit_test(test_without_an_attempt),
        cmocka_unit_test(test_more_attempts_than_are_listed),
        cmocka_unit_test(test_names_the_attempt_that_shows_it),
        cmocka_unit_test(test_retry),
        cmocka_unit_test(test_every_row_is_whole),
        cmocka_unit_test(test_findings_are_these_and_no_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
