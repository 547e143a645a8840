/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Behind a hole an entry of HPACK's table holds where it was added since, or where the table was emptied. */
#include "registry/registry_test.h"

#include "memory/compression.h"

static void test_a_whole_table_proves_all(void **state) {
    struct hc_compression table = {0};

    (void)state;
    assert_true(hc_compression_proves(&table, 0));
    assert_true(hc_compression_proves(&table, UINT64_MAX));
}

static void test_a_hole_leaves_what_came_since(void **state) {
    struct hc_compression table = {0};

    (void)state;
    hc_compression_lose(&table);
    assert_false(hc_compression_proves(&table, 0));
    table.added = 2;
    assert_true(hc_compression_proves(&table, 1));
    assert_false(hc_compression_proves(&table, 2));
}

static void test_a_second_hole(void **state) {
    struct hc_compression table = {.has_hole = true, .added = 7};

    (void)state;
    hc_compression_lose(&table);
    assert_false(hc_compression_proves(&table, 0));
}

static void test_an_empty_table_has_no_hole(void **state) {
    struct hc_compression table = {.has_hole = true, .added = 7};

    (void)state;
    hc_compression_empty(&table);
    assert_true(hc_compression_proves(&table, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_whole_table_proves_all),
        cmocka_unit_test(test_a_hole_leaves_what_came_since),
        cmocka_unit_test(test_a_second_hole),
        cmocka_unit_test(test_an_empty_table_has_no_hole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
