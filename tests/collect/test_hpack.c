/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which lines of an HPACK block are proven behind a hole: those that stand in it, in the static table, or in
 * entries that were added since. The bytes are those of RFC 7541, section 6. */
#include "collect/packet_test.h"

#include "collect/hpack.h"

/* "p" for each line that is proven, "-" for each that is not. */
static const char *walked(struct hc_span block, struct hc_compression *table) {
    wmem_array_t *lines = hc_hpack_walk(block, table, wmem_file_scope());
    unsigned count = wmem_array_get_count(lines);
    char *text = wmem_alloc0(wmem_file_scope(), count + 1);

    for (unsigned i = 0; i < count; i++)
        text[i] = *(bool *)wmem_array_index(lines, i) ? 'p' : '-';
    return text;
}
#define REQUIRE_LINES(table, literal, right) assert_string_equal(walked(SPAN_OF(literal), table), right)

#define STATUS_200 "\x88"           /* static entry 8 */
#define NEWEST     "\xbe"           /* index 62 */
#define SECOND     "\xbf"           /* index 63 */
#define ADD_503    "\x48\003503"    /* literal, becomes an entry, its name is static entry 8 */
#define SAY_503    "\x08\003503"    /* literal that becomes none */
#define NEVER_503  "\x18\003503"    /* literal that may never become one */
#define ADD_X      "\x40\001x\001y" /* literal with a new name */
#define ADD_OF_62  "\x7e\001z"      /* literal, its name is that of the newest entry */
#define SIZE_0     "\x20"
#define SIZE_4096  "\x3f\xe1\x1f"

static struct hc_compression holed(void) {
    struct hc_compression table = {0};

    hc_compression_lose(&table);
    return table;
}

static void test_a_whole_table_proves_all(void **state) {
    struct hc_compression table = {0};

    (void)state;
    REQUIRE_LINES(&table, STATUS_200 NEWEST ADD_503 SAY_503 NEVER_503 ADD_X SECOND, "ppppppp");
}

static void test_behind_a_hole(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, STATUS_200 NEWEST SAY_503 NEVER_503 NEWEST, "p-pp-");
}

static void test_entries_that_were_added_since(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, ADD_503 NEWEST SECOND, "pp-");
    REQUIRE_LINES(&table, ADD_X NEWEST SECOND, "ppp");
}

/* What is entered under a name that is not known is not known either. */
static void test_an_entry_under_an_unknown_name(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, ADD_OF_62 NEWEST, "--");
}

static void test_an_emptied_table(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, SIZE_0 SIZE_4096 ADD_503 NEWEST, "pp");
    assert_false(table.has_hole);
}

static void test_a_size_that_empties_nothing(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, SIZE_4096 NEWEST, "-");
    assert_true(table.has_hole);
}

static void test_blocks_that_end_early(void **state) {
    struct hc_compression table = {0};

    (void)state;
    REQUIRE_LINES(&table, "", "");
    REQUIRE_LINES(&table, STATUS_200 "\x48", "p");
    REQUIRE_LINES(&table, STATUS_200 "\x48\003", "p");
    REQUIRE_LINES(&table, STATUS_200 "\x48\00350", "p");
    REQUIRE_LINES(&table, STATUS_200 "\x40\001x", "p");
    REQUIRE_LINES(&table, STATUS_200 "\xff", "p");
    REQUIRE_LINES(&table, STATUS_200 "\xff\x80\x80", "p");
}

/* Integers that no block has room for, and lengths far beyond its end. */
static void test_hostile_numbers(void **state) {
    struct hc_compression table = holed();

    (void)state;
    REQUIRE_LINES(&table, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f" STATUS_200, "");
    REQUIRE_LINES(&table, "\x48\x7f\xff\xff\xff\xff\x0f" STATUS_200, "");
    REQUIRE_LINES(&table, "\xff\xff\xff\xff\xff\x0f" STATUS_200, "-p");
    assert_int_equal(table.added, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_a_whole_table_proves_all),
        MEMORY_TEST(test_behind_a_hole),
        MEMORY_TEST(test_entries_that_were_added_since),
        MEMORY_TEST(test_an_entry_under_an_unknown_name),
        MEMORY_TEST(test_an_emptied_table),
        MEMORY_TEST(test_a_size_that_empties_nothing),
        MEMORY_TEST(test_blocks_that_end_early),
        MEMORY_TEST(test_hostile_numbers),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
