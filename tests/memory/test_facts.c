/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facts of many codes alike are kept once. */
#include "memory/memory_test.h"

#include <stdlib.h>

#include "memory/facts.h"

static void test_no_facts(void **state) {
    const struct hc_more nothing = {0};

    (void)state;
    assert_null(hc_facts_keep(&nothing));
}

static void test_equal_facts_have_one_address(void **state) {
    struct hc_more one = {.reason = "going away"}, same = {.reason = one.reason},
                   other = {.reason = "overloaded"};
    const struct hc_more *kept = hc_facts_keep(&one);

    (void)state;
    assert_ptr_not_equal(kept, &one);
    assert_ptr_equal(hc_facts_keep(&same), kept);
    assert_ptr_not_equal(hc_facts_keep(&other), kept);
    assert_string_equal(kept->reason, "going away");
}

/* The reading goes on to fill its own copy. */
static void test_what_is_kept_never_changes(void **state) {
    struct hc_more facts = {.last_stream = 1};
    const struct hc_more *kept = hc_facts_keep(&facts);

    (void)state;
    facts.last_stream = 3;
    assert_int_equal(kept->last_stream, 1);
    assert_int_equal(hc_facts_keep(&facts)->last_stream, 3);
}

static void test_a_new_capture_knows_none(void **state) {
    const struct hc_more facts = {.last_stream = 1};

    (void)state;
    hc_facts_keep(&facts);
    open_capture();
    assert_ptr_equal(hc_facts_keep(&facts), hc_facts_keep(&facts));
    assert_int_equal(hc_facts_keep(&facts)->last_stream, 1);
}

/* A client that asks again and again: facts that no other code has are in no table. With Wireshark's
 * allocator for captures, which hands out a block's bytes one behind the other. */
static void test_the_memory_that_retries_take(void **state) {
    enum { RETRIES = 1 << 14, BYTES_OF_ALLOCATOR = 16 };
    wmem_allocator_t *of_tests = capture_scope;
    char *first, *last;

    (void)state;
    if (getenv("WIRESHARK_DEBUG_WMEM_OVERRIDE"))
        skip();
    capture_scope = wmem_allocator_new(WMEM_ALLOCATOR_BLOCK);
    first = wmem_alloc(capture_scope, 1);
    for (uint32_t i = 1; i <= RETRIES; i++)
        assert_int_equal(hc_facts_keep(&(const struct hc_more){.retry_of = i})->retry_of, i);
    last = wmem_alloc(capture_scope, 1);
    assert_in_range(last - first, RETRIES * sizeof(struct hc_more),
                    (RETRIES + 1) * (sizeof(struct hc_more) + BYTES_OF_ALLOCATOR));
    wmem_destroy_allocator(capture_scope);
    capture_scope = of_tests;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_no_facts),
        MEMORY_TEST(test_equal_facts_have_one_address),
        MEMORY_TEST(test_what_is_kept_never_changes),
        MEMORY_TEST(test_a_new_capture_knows_none),
        MEMORY_TEST(test_the_memory_that_retries_take),
    };

    begin_program();
    hc_facts_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
