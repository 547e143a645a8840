/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An attack by resets is named once for a connection, when so many fall into a second. */
#include "registry/registry_test.h"

#include "memory/resets.h"

enum { LIMIT = 100, MILLISECOND = 1000000 };

/* So many resets at this distance; how many were reported, and at which one. */
static uint32_t count(struct hc_resets *resets, unsigned many, int milliseconds, unsigned *at) {
    nstime_t now = {1000, 0};
    uint32_t reported = 0;

    *at = 0;
    for (unsigned i = 1; i <= many; i++) {
        uint32_t found = hc_resets_count(resets, &now, LIMIT);

        if (found) {
            assert_int_equal(reported, 0);
            reported = found;
            *at = i;
        }
        now.nsecs += milliseconds * MILLISECOND;
        now.secs += now.nsecs / 1000000000;
        now.nsecs %= 1000000000;
    }
    return reported;
}

static void test_the_hundredth_within_a_second(void **state) {
    struct hc_resets resets = {0};
    unsigned at;

    (void)state;
    assert_int_equal(count(&resets, 300, 1, &at), LIMIT);
    assert_int_equal(at, LIMIT);
    assert_int_equal(resets.in_all, 300);
}

static void test_one_less_is_none(void **state) {
    struct hc_resets resets = {0};
    unsigned at;

    (void)state;
    assert_int_equal(count(&resets, LIMIT - 1, 1, &at), 0);
}

static void test_slow_ones_are_none(void **state) {
    struct hc_resets resets = {0};
    unsigned at;

    (void)state;
    assert_int_equal(count(&resets, 1000, 11, &at), 0);
    assert_int_equal(resets.in_all, 1000);
}

static uint32_t count_at(struct hc_resets *resets, time_t secs, int nsecs) {
    const nstime_t now = {secs, nsecs};

    return hc_resets_count(resets, &now, 2);
}

/* From the first one on, and a whole second later another one begins. */
static void test_which_second(void **state) {
    struct hc_resets just_within = {0}, just_behind = {0};

    (void)state;
    assert_int_equal(count_at(&just_within, 0, 900000000), 0);
    assert_int_equal(count_at(&just_within, 1, 899999999), 2);
    assert_int_equal(count_at(&just_behind, 0, 900000000), 0);
    assert_int_equal(count_at(&just_behind, 1, 900000000), 0);
}

/* Captures that were joined, or whose clock was set: years do not pass within a second. */
static void test_a_clock_that_was_set_back(void **state) {
    struct hc_resets resets = {0};

    (void)state;
    assert_int_equal(count_at(&resets, 1000000, 0), 0);
    for (time_t secs = 0; secs < 1000; secs += 10)
        assert_int_equal(count_at(&resets, secs, 0), 0);
}

/* Packets of several queues of a network card are not always in their order. */
static void test_a_packet_that_is_shown_late(void **state) {
    struct hc_resets resets = {0};

    (void)state;
    assert_int_equal(count_at(&resets, 1000, 500000), 0);
    assert_int_equal(count_at(&resets, 1000, 400000), 2);
}

static void test_no_limit(void **state) {
    struct hc_resets resets = {0};
    const nstime_t now = {1000, 0};

    (void)state;
    for (int i = 0; i < 1000; i++)
        assert_int_equal(hc_resets_count(&resets, &now, 0), 0);
    assert_int_equal(resets.in_all, 1000);
}

static void test_a_limit_of_one(void **state) {
    struct hc_resets resets = {0};
    const nstime_t now = {1000, 0};

    (void)state;
    assert_int_equal(hc_resets_count(&resets, &now, 1), 1);
    assert_int_equal(hc_resets_count(&resets, &now, 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_hundredth_within_a_second),
        cmocka_unit_test(test_one_less_is_none),
        cmocka_unit_test(test_slow_ones_are_none),
        cmocka_unit_test(test_no_limit),
        cmocka_unit_test(test_a_limit_of_one),
        cmocka_unit_test(test_which_second),
        cmocka_unit_test(test_a_clock_that_was_set_back),
        cmocka_unit_test(test_a_packet_that_is_shown_late),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
