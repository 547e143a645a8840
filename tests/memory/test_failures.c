/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What failed lately is found again by who asked whom for what, once, for a minute, and as far as memory is
 * set aside for it. */
#include "memory/memory_test.h"

#include "memory/failures.h"

static const struct hc_request one = {.method = "POST", .path = "/1"},
                               other = {.method = "POST", .path = "/2"};

static struct hc_recent_key key_of(const struct hc_request *request, uint32_t port) {
    return (struct hc_recent_key){.route = {.client = {10}, .server = {20}, .server_port = port},
                                  .request = request};
}

static void fail_request(const struct hc_request *request, uint32_t port, uint32_t frame, uint32_t content,
                         time_t secs) {
    const struct hc_recent_key key = key_of(request, port);
    const struct hc_failed failed = {
        .frame = frame, .end = frame + 1, .when = {secs, 0}, .print = {.content = content, .is_whole = true}};

    hc_failures_note(&key, &failed);
}

static void answer(const struct hc_request *request, uint32_t frame, uint32_t content, time_t secs) {
    const struct hc_recent_key key = key_of(request, 80);
    const struct hc_print print = {.content = content, .is_whole = true};
    const nstime_t now = {secs, 0};

    hc_failures_answered(&key, frame, &print, &now);
}

/* The frame of the failed request; 0 if there is none. */
static uint32_t take(const struct hc_request *request, uint32_t port, uint32_t frame, time_t secs) {
    const struct hc_recent_key key = key_of(request, port);
    const nstime_t now = {secs, 0};
    struct hc_failed failed;

    return hc_failures_take(&key, frame, &now, &failed) ? failed.frame : 0;
}

static bool is_routine(uint32_t frame, time_t secs) {
    const struct hc_recent_key key = key_of(&one, 80);
    const nstime_t now = {secs, 0};
    struct hc_failed failed;

    assert_true(hc_failures_take(&key, frame, &now, &failed));
    return failed.is_routine;
}

static void test_a_failure_is_repeated_once(void **state) {
    (void)state;
    assert_int_equal(take(&one, 80, 9, 100), 0);
    fail_request(&one, 80, 5, 1, 100);
    assert_int_equal(take(&other, 80, 9, 101), 0);
    assert_int_equal(take(&one, 8080, 9, 101), 0);
    assert_int_equal(take(&one, 80, 9, 101), 5);
    assert_int_equal(take(&one, 80, 11, 102), 0);
}

static void test_the_last_failure_counts(void **state) {
    (void)state;
    fail_request(&one, 80, 5, 1, 100);
    fail_request(&one, 80, 7, 1, 101);
    assert_int_equal(take(&one, 80, 9, 102), 7);
}

/* It began before the other one had failed. */
static void test_what_was_under_way(void **state) {
    (void)state;
    fail_request(&one, 80, 5, 1, 100);
    assert_int_equal(take(&one, 80, 6, 100), 0);
    assert_int_equal(take(&one, 80, 7, 100), 5);
}

static void test_a_minute(void **state) {
    (void)state;
    fail_request(&one, 80, 5, 1, 100);
    fail_request(&other, 80, 6, 1, 100);
    assert_int_equal(take(&one, 80, 9, 159), 5);
    assert_int_equal(take(&other, 80, 10, 160), 0);
    /* a clock that was set back */
    fail_request(&one, 80, 11, 1, 100);
    assert_int_equal(take(&one, 80, 13, 99), 0);
}

static void test_an_answer_does_not_make_it_younger(void **state) {
    (void)state;
    fail_request(&one, 80, 5, 1, 100);
    answer(&one, 7, 2, 150);
    assert_int_equal(take(&one, 80, 9, 170), 0);
}

static void test_what_is_done_over_and_over(void **state) {
    (void)state;
    answer(&one, 3, 1, 100);
    fail_request(&one, 80, 5, 1, 101);
    assert_true(is_routine(9, 102));
    fail_request(&one, 80, 11, 2, 103);
    assert_false(is_routine(19, 104));
    /* its own answer, which broke off */
    answer(&one, 21, 3, 105);
    fail_request(&one, 80, 21, 3, 106);
    assert_false(is_routine(29, 107));
}

static void test_the_oldest_goes(void **state) {
    (void)state;
    for (uint32_t port = 0; port <= HC_MOST_FAILURES; port++)
        fail_request(&one, port, 5, 1, 100);
    assert_int_equal(take(&one, 0, 9, 101), 0);
    assert_int_equal(take(&one, 1, 9, 101), 5);
    assert_int_equal(take(&one, HC_MOST_FAILURES, 9, 101), 5);
}

static void test_another_capture(void **state) {
    (void)state;
    fail_request(&one, 80, 5, 1, 100);
    open_capture();
    assert_int_equal(take(&one, 80, 9, 101), 0);
    fail_request(&one, 80, 5, 1, 100);
    assert_int_equal(take(&one, 80, 9, 101), 5);
}

static void test_which_ends(void **state) {
    static const uint8_t ipv4[2][4] = {{192, 0, 2, 1}, {192, 0, 2, 2}};
    const address client = ADDRESS_INIT(AT_IPv4, 4, ipv4[0]), server = ADDRESS_INIT(AT_IPv4, 4, ipv4[1]);
    const address nobody = ADDRESS_INIT_NONE;
    const struct hc_ends asks = {&client, &server, 50000, 80}, answers = {&server, &client, 80, 50000};
    const struct hc_ends unknown = {&nobody, &nobody, 50000, 80};
    struct hc_route there, back;

    (void)state;
    assert_true(hc_route_of(&asks, HC_CLIENT, &there));
    assert_true(hc_route_of(&answers, HC_SERVER, &back));
    assert_memory_equal(&there, &back, sizeof there);
    assert_int_equal(there.server_port, 80);
    assert_false(hc_route_of(&asks, HC_SIDE_UNKNOWN, &there));
    assert_false(hc_route_of(&unknown, HC_CLIENT, &there));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_a_failure_is_repeated_once),
        MEMORY_TEST(test_the_last_failure_counts),
        MEMORY_TEST(test_what_was_under_way),
        MEMORY_TEST(test_a_minute),
        MEMORY_TEST(test_an_answer_does_not_make_it_younger),
        MEMORY_TEST(test_what_is_done_over_and_over),
        MEMORY_TEST(test_the_oldest_goes),
        MEMORY_TEST(test_another_capture),
        MEMORY_TEST(test_which_ends),
    };

    begin_program();
    hc_failures_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
