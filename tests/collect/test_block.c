/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A header block that names a pseudo header twice says nothing. */
#include "memory/memory_test.h"

#include "collect/block.h"

static struct hc_block block_of(const char *const names[]) {
    struct hc_block block = {0};

    for (; *names; names++) {
        const struct hc_line line = {.row = hc_carrier_of_header(*names, strlen(*names)), .text = *names};

        assert_non_null(line.row);
        hc_block_add(&block, wmem_file_scope(), &line);
    }
    return block;
}
#define BLOCK(...) block_of((const char *const[]){__VA_ARGS__, NULL})

static void test_an_empty_block(void **state) {
    struct hc_block block = {0};

    (void)state;
    assert_int_equal(block.count, 0);
    assert_false(hc_block_is_misread(&block));
    hc_block_clear(&block);
}

static void test_lines_in_their_order(void **state) {
    const struct hc_block block = BLOCK(":method", ":path", "content-type");

    (void)state;
    assert_int_equal(block.count, 3);
    assert_string_equal(block.lines[1].text, ":path");
    assert_false(hc_block_is_misread(&block));
}

static void require_misread(struct hc_block block) {
    assert_true(hc_block_is_misread(&block));
}

static void test_a_pseudo_header_that_stands_twice(void **state) {
    (void)state;
    require_misread(BLOCK(":status", ":status"));
    require_misread(BLOCK(":method", ":path", ":authority", ":path"));
    require_misread(BLOCK(":method", ":path", ":path", "content-type"));
}

/* Behind other lines a pseudo header has no place either (RFC 9113, section 8.3). */
static void test_one_that_stands_again_behind_other_lines(void **state) {
    (void)state;
    require_misread(BLOCK(":status", "server", ":status"));
    require_misread(BLOCK("server", ":status", "server", ":status", "server"));
}

static void test_other_lines_may_stand_twice(void **state) {
    const struct hc_block block = BLOCK(":status", "server", "server");

    (void)state;
    assert_false(hc_block_is_misread(&block));
}

/* However far behind the first one: the look for it does not end early. */
static void test_a_long_block(void **state) {
    enum { LINES = 60 };
    const struct hc_line status = {.row = hc_carrier_of_header(":status", 7)};
    const struct hc_line server = {.row = hc_carrier_of_header("server", 6)};
    struct hc_block block = {0};

    (void)state;
    hc_block_add(&block, wmem_file_scope(), &status);
    for (int i = 0; i < LINES; i++)
        hc_block_add(&block, wmem_file_scope(), &server);
    assert_false(hc_block_is_misread(&block));
    hc_block_add(&block, wmem_file_scope(), &status);
    assert_true(hc_block_is_misread(&block));
}

/* A compressed section names a long line once a byte: a packet could make a gigabyte of it. */
static void test_a_flood_of_lines(void **state) {
    static const char *const names[] = {"server", NULL};
    struct hc_block block = block_of(names);
    const struct hc_line line = block.lines[0];

    (void)state;
    assert_false(hc_block_is_full(&block));
    for (int i = 0; i < 100000; i++)
        hc_block_add(&block, wmem_file_scope(), &line);
    assert_int_equal(block.count, HC_MOST_LINES);
    assert_true(hc_block_is_full(&block));
}

static void test_a_cleared_block_begins_anew(void **state) {
    struct hc_block block = BLOCK(":status");

    (void)state;
    hc_block_clear(&block);
    assert_int_equal(block.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_an_empty_block),
        MEMORY_TEST(test_lines_in_their_order),
        MEMORY_TEST(test_a_pseudo_header_that_stands_twice),
        MEMORY_TEST(test_one_that_stands_again_behind_other_lines),
        MEMORY_TEST(test_other_lines_may_stand_twice),
        MEMORY_TEST(test_a_long_block),
        MEMORY_TEST(test_a_flood_of_lines),
        MEMORY_TEST(test_a_cleared_block_begins_anew),
    };

    begin_program();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
