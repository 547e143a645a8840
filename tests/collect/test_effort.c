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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_few_looks_are_not),
        cmocka_unit_test(test_many_are_if_they_are_a_large_part),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
