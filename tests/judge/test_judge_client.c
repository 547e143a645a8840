/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the client did to get this answer. Beside each event that shows a finding stand those that lack one
 * fact of it. */
#include "judge/findings_test.h"

#include "judge/patience.h"
#include "registry/marks.h"

enum { SECOND = 1000000 };

static const struct hc_request get = {.method = "GET"};
static const struct hc_request post = {.method = "POST"};
static const struct hc_request put = {.method = "PUT"};
static const struct hc_request options = {.method = "OPTIONS"};
static const struct hc_request connect = {.method = "CONNECT"};
static const struct hc_request unseen = {0};

#define AGAIN(...) MORE(.retry_of = 5, .again = {__VA_ARGS__})
#define AFTER(how, ...)                                                                                      \
    AGAIN(.failure = HC_FAILED_##how, .is_same_client = true, .is_same_content = true, __VA_ARGS__)
#define UNPROMISED(...) AFTER(BY_SERVER, __VA_ARGS__)
#define WHOLE           .says = HC_HAS_WHOLE_HEAD
#define WITH(mark)      .says = HC_HAS_WHOLE_HEAD | (mark)

static const struct finding_case unsafe_retries[] = {
    {{STATUS(200), .request = &post, UNPROMISED(WHOLE)}, FINDS(UNSAFE_RETRY)},
    {{HEADERS(503), .request = &post, UNPROMISED(WHOLE)}, FINDS(UNSAFE_RETRY) | FINDS(SERVER_ERROR)},
    /* idempotent, not known, or a tunnel */
    {{STATUS(200), .request = &put, UNPROMISED(WHOLE)}, NOTHING},
    {{STATUS(200), .request = &unseen, UNPROMISED(WHOLE)}, NOTHING},
    {{STATUS(200), UNPROMISED(WHOLE)}, NOTHING},
    {{STATUS(200), .request = &connect, UNPROMISED(WHOLE)}, NOTHING},
    /* a key, a condition, a question, a routine, a call */
    {{STATUS(200), .request = &post, UNPROMISED(WITH(HC_HAS_IDEMPOTENCY_KEY))}, NOTHING},
    {{STATUS(200), .request = &post, UNPROMISED(WITH(HC_HAS_CONDITION))}, NOTHING},
    {{STATUS(200), .request = &post, UNPROMISED(WITH(HC_ONLY_ASKS))}, NOTHING},
    {{STATUS(200), .request = &post, UNPROMISED(WHOLE, .is_routine = true)}, NOTHING},
    {{HEADERS(200), .request = &post, .circumstances = HC_ON_GRPC, UNPROMISED(WHOLE)}, NOTHING},
    /* another client, or other content */
    {{STATUS(200), .request = &post, AGAIN(.failure = HC_FAILED_BY_SERVER, .is_same_content = true, WHOLE)},
     NOTHING},
    {{STATUS(200), .request = &post, AGAIN(.failure = HC_FAILED_BY_SERVER, .is_same_client = true, WHOLE)},
     NOTHING},
    /* another failure */
    {{STATUS(200), .request = &post, AFTER(BY_CLIENT, WHOLE)}, NOTHING},
    {{STATUS(200), .request = &post, AFTER(BY_ANSWER, WHOLE)}, NOTHING},
    {{STATUS(200), .request = &post, AFTER(UNPROCESSED, WHOLE)}, NOTHING},
    {{STATUS(200), .request = &post, AFTER(UNKNOWN, WHOLE)}, NOTHING},
    /* the link alone */
    {{STATUS(200), .request = &post, MORE(.retry_of = 5)}, NOTHING},
};

#define ANSWERED(wait, ask)                                                                                  \
    AGAIN(.failure = HC_FAILED_BY_ANSWER, .is_same_client = true, .waited = (wait), .due = (ask))

static const struct finding_case early_retries[] = {
    {{STATUS(200), .request = &get, ANSWERED(SECOND, 2 * SECOND)}, FINDS(EARLY_RETRY)},
    {{STATUS(200), .request = &post, ANSWERED(0, 2 * SECOND)}, FINDS(EARLY_RETRY)},
    /* half a second is a clock's */
    {{STATUS(200), .request = &get, ANSWERED(SECOND + SECOND / 2, 2 * SECOND)}, NOTHING},
    {{STATUS(200), .request = &get, ANSWERED(2 * SECOND, 2 * SECOND)}, NOTHING},
    {{STATUS(200), .request = &get, ANSWERED(0, SECOND / 2)}, NOTHING},
    {{STATUS(200), .request = &get, ANSWERED(0, 0)}, NOTHING},
    {{STATUS(200), .request = &get,
      AGAIN(.failure = HC_FAILED_BY_ANSWER, .waited = SECOND, .due = 2 * SECOND)},
     NOTHING},
};

#define FOLLOWS(what, after, ...)                                                                            \
    MORE(.follows = {.method = (what), .status = (after), .frame = 5, __VA_ARGS__})
#define NEXT .is_next = true

static const struct finding_case redirects[] = {
    {{STATUS(200), .request = &get, FOLLOWS("POST", 308, NEXT)}, FINDS(CHANGED_METHOD)},
    {{STATUS(200), .request = &get, FOLLOWS("DELETE", 307, NEXT)}, FINDS(CHANGED_METHOD)},
    {{STATUS(200), .request = &post, FOLLOWS("POST", 308, NEXT)}, NOTHING},
    {{STATUS(200), .request = &get, FOLLOWS("POST", 301, NEXT)}, NOTHING},
    {{STATUS(200), .request = &get, FOLLOWS("POST", 302, NEXT)}, NOTHING},
    {{STATUS(200), .request = &get, FOLLOWS("POST", 303, NEXT)}, NOTHING},
    /* a browser asks first; who has asked with HEAD asks anew; it may be another request */
    {{STATUS(200), .request = &options, FOLLOWS("POST", 308, NEXT)}, NOTHING},
    {{STATUS(200), .request = &get, FOLLOWS("HEAD", 308, NEXT)}, NOTHING},
    {{STATUS(200), .request = &get, FOLLOWS("POST", 308, .is_next = false)}, NOTHING},
    {{STATUS(200), .request = &unseen, FOLLOWS("POST", 308, NEXT)}, NOTHING},
    {{STATUS(200), FOLLOWS("POST", 308, NEXT)}, NOTHING},
    {{STATUS(302), MORE(.loops_to = 5)}, FINDS(REDIRECT_LOOP)},
    {{STATUS(302), .request = &get}, NOTHING},
};

static const struct finding_case others[] = {
    {{STATUS(200), MORE(.waited = SECOND)}, FINDS(WAITED)},
    {{STATUS(503), MORE(.retry_after = "Sun, 06 Nov 1994 08:49:37 GMT", .is_past_due = true)},
     FINDS(PAST_RETRY_AFTER) | FINDS(SERVER_ERROR)},
    {{STATUS(503), MORE(.retry_after = "Sun, 06 Nov 1994 08:49:37 GMT")}, FINDS(SERVER_ERROR)},
};

#define TEST_OF(table)                                                                                       \
    static void test_##table(void **state) {                                                                 \
        (void)state;                                                                                         \
        check_findings(table, COUNT(table));                                                                 \
    }

TEST_OF(unsafe_retries)
TEST_OF(early_retries)
TEST_OF(redirects)
TEST_OF(others)

#define CANCEL(...)                                                                                          \
    { RST_STREAM(0x8, HC_CLIENT), .elapsed = SECOND, __VA_ARGS__ }

static const struct hc_event givings_up[] = {
    CANCEL(NO_RESPONSE),
    CANCEL(STARTED),
    {STOP_SENDING(0x10c, HC_CLIENT), .elapsed = SECOND, STARTED},
    {RESET_STREAM(0x10c, HC_CLIENT), .elapsed = SECOND, NO_RESPONSE},
};
static const struct hc_event no_givings_up[] = {
    CANCEL(COMPLETE),
    CANCEL(UNKNOWN_PROGRESS),
    CANCEL(NO_RESPONSE, ECHO),
    CANCEL(NO_RESPONSE, .circumstances = HC_AFTER_PEER_RESET),
    CANCEL(NO_RESPONSE, .circumstances = HC_AFTER_OWN_RESET),
    CANCEL(NO_RESPONSE, .circumstances = HC_SENT_AGAIN),
    {RESET_STREAM(0x10c, HC_CLIENT), .elapsed = SECOND, NO_RESPONSE, .circumstances = HC_AFTER_STOP},
    CANCEL(STARTED, .circumstances = HC_IN_TUNNEL),
    {RST_STREAM(0x8, HC_CLIENT), .elapsed = HC_NO_TIME, NO_RESPONSE},
    {RST_STREAM(0x8, HC_SERVER), .elapsed = SECOND, NO_RESPONSE},
    {RST_STREAM(0x1, HC_CLIENT), .elapsed = SECOND, NO_RESPONSE},
    {STATUS(499), .elapsed = SECOND},
};

static void test_who_gives_up(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(givings_up); i++)
        REQUIRE_EVENT(&givings_up[i], hc_gives_up(&givings_up[i]));
    for (size_t i = 0; i < COUNT(no_givings_up); i++)
        REQUIRE_EVENT(&no_givings_up[i], !hc_gives_up(&no_givings_up[i]));
}

/* A deadline is kept with 1 added. A timer is seldom exact. */
static void test_deadlines(void **state) {
    (void)state;
    assert_int_equal(hc_patience_phrase(SECOND, 0), HC_SAYS_GAVE_UP_AFTER);
    assert_int_equal(hc_patience_phrase(SECOND, 5 * SECOND + 1), HC_SAYS_GAVE_UP_BEFORE_DEADLINE);
    assert_int_equal(hc_patience_phrase(SECOND - 10000, SECOND + 1), HC_SAYS_GAVE_UP_AT_DEADLINE);
    assert_int_equal(hc_patience_phrase(SECOND + 10000, SECOND + 1), HC_SAYS_GAVE_UP_AT_DEADLINE);
    assert_int_equal(hc_patience_phrase(2 * SECOND, SECOND + 1), HC_SAYS_GAVE_UP_PAST_DEADLINE);
    assert_int_equal(hc_patience_phrase(SECOND, 1), HC_SAYS_GAVE_UP_PAST_DEADLINE);
    assert_int_equal(hc_patience_phrase(UINT32_MAX - 1, UINT64_C(359999996400000001)),
                     HC_SAYS_GAVE_UP_BEFORE_DEADLINE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unsafe_retries), cmocka_unit_test(test_early_retries),
        cmocka_unit_test(test_redirects),      cmocka_unit_test(test_others),
        cmocka_unit_test(test_who_gives_up),   cmocka_unit_test(test_deadlines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
