/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The same for the same bytes, and every bit counts. */
#include "memory/memory_test.h"

#include "memory/keyed_hash.h"

static void test_same_bytes(void **state) {
    uint32_t one[] = {1, 2, 3}, other[] = {1, 2, 3};

    (void)state;
    assert_int_equal(hc_keyed_hash(one, sizeof one), hc_keyed_hash(other, sizeof other));
}

/* By chance one run in a million fails. */
static void test_each_bit(void **state) {
    uint32_t words[HC_LONGEST_HASHED / sizeof(uint32_t)] = {0};
    unsigned before = hc_keyed_hash(words, sizeof words);

    (void)state;
    for (size_t bit = 0; bit < sizeof words * 8; bit++) {
        words[bit / 32] ^= UINT32_C(1) << bit % 32;
        assert_int_not_equal(hc_keyed_hash(words, sizeof words), before);
        words[bit / 32] ^= UINT32_C(1) << bit % 32;
    }
}

static void test_order(void **state) {
    uint32_t one[] = {1, 2}, other[] = {2, 1};

    (void)state;
    assert_int_not_equal(hc_keyed_hash(one, sizeof one), hc_keyed_hash(other, sizeof other));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_each_bit),
        cmocka_unit_test(test_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
