/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When looking twice has become dearer than building all trees. */
#include "collect/collect_test.h"

#include "collect/attention.h"

static bool is_too_much(unsigned looks, unsigned frames) {
    return hc_effort_is_too_much(&(struct hc_effort){.frames = frames, .looks = looks});
}

static void test_a_few_looks_are_not(void **state) {
    (void)state;
    assert_false(is_too_much(0, 0));
    assert_false(is_too_much(15, 15));
}

static void test_many_are_if_they_are_a_large_part(void **state) {
    (void)state;
    assert_true(is_too_much(16, 16));
    assert_true(is_too_much(26, 100));
    assert_false(is_too_much(25, 100));
    assert_false(is_too_much(1000, 1000000));
}

static void test_what_was_long_ago_does_not_count(void **state) {
    struct hc_effort effort = {0};

    (void)state;
    for (unsigned i = 0; i < 1000000; i++)
        hc_effort_add_frame(&effort);
    effort.looks = 100;
    assert_true(hc_effort_is_too_much(&effort));
    for (unsigned i = 0; i < 1000; i++)
        hc_effort_add_frame(&effort);
    assert_false(hc_effort_is_too_much(&effort));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_few_looks_are_not),
        cmocka_unit_test(test_many_are_if_they_are_a_large_part),
        cmocka_unit_test(test_what_was_long_ago_does_not_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
