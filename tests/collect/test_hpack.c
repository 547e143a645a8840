/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Behind a hole in HPACK's table a header line is proven where all of it stands in the block, in the static
 * table, or in entries that were added since. */
#include "collect/collect_test.h"
#include "collect/packet_test.h"

#include "collect/hpack.h"

#define HOLE                                                                                                 \
    { .has_hole = true, .added = 0 }
#define WHOLE                                                                                                \
    { .has_hole = false, .added = 0 }
#define ADDED(count)                                                                                         \
    { .has_hole = true, .added = (count) }

#define TEN     "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

/* "1" for a line that is proven, "0" for one that is not. */
static const struct sample {
    const char *what;
    struct bytes block;
    struct hc_compression before;
    const char *lines;
    struct hc_compression after;
} samples[] = {
    {"nothing", BYTES(""), HOLE, "", HOLE},
    {"the first and the last static entry", BYTES("\x81\xbd"), HOLE, "11", HOLE},
    {"the newest dynamic entry", BYTES("\xbe"), HOLE, "0", HOLE},
    {"entries added since the hole, and the one before", BYTES("\xbe\xbf\xc0"), ADDED(2), "110", ADDED(2)},
    {"no hole", BYTES("\xbe\xff\x64"), WHOLE, "11", WHOLE},

    /* Literals (RFC 7541, section 6.2). */
    {"a literal that is added", BYTES("\x40\x01n\x01v"), HOLE, "1", ADDED(1)},
    {"under a static name", BYTES("\x41\x01v"), HOLE, "1", ADDED(1)},
    {"under a name added since", BYTES("\x7e\x01v"), ADDED(1), "1", ADDED(2)},
    {"and named by the next line", BYTES("\x40\x01n\x01v\xbe\xbf"), HOLE, "110", ADDED(1)},
    {"with no hole nothing is counted", BYTES("\x40\x01n\x01v"), WHOLE, "1", WHOLE},
    {"a literal without indexing", BYTES("\0\x01n\x01v"), HOLE, "1", HOLE},
    {"under a static name", BYTES("\x08\x01v"), HOLE, "1", HOLE},
    {"under a name before the hole", BYTES("\x0f\x2f\x01v"), HOLE, "0", HOLE},
    {"a literal never indexed", BYTES("\x10\x01n\x01v"), HOLE, "1", HOLE},
    {"under a static name", BYTES("\x18\x01v"), HOLE, "1", HOLE},
    {"under a name before the hole", BYTES("\x1f\x2f\x01v"), HOLE, "0", HOLE},
    {"no name and no value", BYTES("\x40\0\0\x10\0\0\0\0\0"), HOLE, "111", ADDED(1)},

    /* It is an entry, but one that nobody knows. */
    {"added under a name before the hole", BYTES("\x7e\x01v\xbe"), HOLE, "00", HOLE},
    {"and those behind it", BYTES("\x7f\x01\x01v\xbe\xbf"), ADDED(2), "000", HOLE},
    {"and those before it", BYTES("\x7e\x01v\x40\x01n\x01v\xbe\xbf"), HOLE, "0110", ADDED(1)},

    /* Strings (section 5.2). */
    {"Huffman code", BYTES("\x40\x82\xff\xbe\x81\x20\xbe"), HOLE, "11", ADDED(1)},
    {"a long value", BYTES("\x41\x7f\x49" HUNDRED HUNDRED "\x82"), HOLE, "11", ADDED(1)},
    {"a value longer than the block", BYTES("\x82\x41\x03vv"), HOLE, "1", HOLE},
    {"a name longer than the block", BYTES("\x82\x40\x7f\xff\xff\xff\xff\x0f\x01v"), HOLE, "1", HOLE},
    {"a length of 35 bits", BYTES("\x82\x41\x7f\xff\xff\xff\xff\x7f\x01v"), HOLE, "1", HOLE},

    /* Size updates (section 6.3). */
    {"the table is emptied", BYTES("\x20"), HOLE, "", WHOLE},
    {"and is in use again", BYTES("\x20\x3f\xe1\x1f\x40\x01n\x01v\xbe"), ADDED(3), "11", WHOLE},
    {"the table gets smaller", BYTES("\x3f\x01\xbe"), HOLE, "0", HOLE},
    {"not to 0, if 31 is written so", BYTES("\x3f\0\xbe"), HOLE, "0", HOLE},

    /* Integers (section 5.1). */
    {"an index in more bytes than it needs", BYTES("\xff\x80\x80\x80\x80\0\x82"), HOLE, "01", HOLE},
    {"in more than there may be", BYTES("\x82\xff\x80\x80\x80\x80\x80\0\x82"), HOLE, "1", HOLE},
    {"the largest index", BYTES("\xff\xff\xff\xff\xff\x7f\x82"), ADDED(9), "01", ADDED(9)},
    {"the largest index of a name", BYTES("\x7f\xff\xff\xff\xff\x7f\x01v"), ADDED(9), "0", HOLE},
    {"the largest size", BYTES("\x3f\xff\xff\xff\xff\x7f\xbe"), HOLE, "0", HOLE},
};
enum { SAMPLES = sizeof samples / sizeof samples[0], MOST_LINES = 16 };

static struct hc_compression walk(const char *block, size_t size, struct hc_compression table,
                                  char lines[MOST_LINES]) {
    wmem_array_t *proven;
    unsigned count;

    open_packet(block, size, 0);
    proven = hc_hpack_walk(span_of(field_at(0, (int)size)), &table, NULL);
    count = wmem_array_get_count(proven);
    assert_true(count < MOST_LINES);
    assert_int_equal(hc_hpack_count(span_of(field_at(0, (int)size))), count);
    for (unsigned i = 0; i < count; i++)
        lines[i] = *(const bool *)wmem_array_index(proven, i) ? '1' : '0';
    lines[count] = '\0';
    wmem_destroy_array(proven);
    return table;
}

static void test_samples(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        const struct sample *sample = &samples[i];
        char lines[MOST_LINES];
        struct hc_compression after = walk(sample->block.text, sample->block.size, sample->before, lines);

        if (strcmp(lines, sample->lines) != 0)
            fail_msg("%zu, %s: proven %s, not %s", i, sample->what, lines, sample->lines);
        if (after.has_hole != sample->after.has_hole || after.added != sample->after.added)
            fail_msg("%zu, %s: %s with %u, not %u", i, sample->what, after.has_hole ? "a hole" : "whole",
                     after.added, sample->after.added);
    }
}

/* The lines up to the cut say the same, and no other is told of. */
static void test_cut_at_every_byte(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        for (size_t size = 0; size < samples[i].block.size; size++) {
            char lines[MOST_LINES];

            walk(samples[i].block.text, size, samples[i].before, lines);
            if (strncmp(lines, samples[i].lines, strlen(lines)) != 0)
                fail_msg("%s, cut at %zu: proven %s of %s", samples[i].what, size, lines, samples[i].lines);
        }
    }
}

/* What comes first of any block; none has more lines than bytes. */
static void test_any_three_bytes(void **state) {
    (void)state;
    for (unsigned first = 0; first < 256; first++) {
        for (unsigned second = 0; second < 256; second++) {
            const char block[] = {(char)first, (char)second, (char)0xff};
            char lines[MOST_LINES];

            walk(block, sizeof block, (struct hc_compression)HOLE, lines);
            assert_true(strlen(lines) < sizeof block);
        }
    }
}

/* The requests of RFC 7541, appendix C.3 and C.4, on a connection whose beginning was not seen. */
static void test_blocks_of_one_connection(void **state) {
    static const struct bytes blocks[2][3] = {
        {
            BYTES("\x82\x86\x84\x41\x0fwww.example.com"),
            BYTES("\x82\x86\x84\xbe\x58\x08no-cache"),
            BYTES("\x82\x87\x85\xbf\x40\x0a"
                  "custom-key\x0c"
                  "custom-value"),
        },
        {
            BYTES("\x82\x86\x84\x41\x8c\xf1\xe3\xc2\xe5\xf2\x3a\x6b\xa0\xab\x90\xf4\xff"),
            BYTES("\x82\x86\x84\xbe\x58\x86\xa8\xeb\x10\x64\x9c\xbf"),
            BYTES("\x82\x87\x85\xbf\x40\x88\x25\xa8\x49\xe9\x5b\xa9\x7d\x7f\x89\x25\xa8\x49\xe9\x5b\xb8\xe8"
                  "\xb4\xbf"),
        },
    };
    static const char *const lines_of[] = {"1111", "11111", "11111"};

    (void)state;
    for (size_t code = 0; code < 2; code++) {
        struct hc_compression table = HOLE;

        for (unsigned i = 0; i < 3; i++) {
            char lines[MOST_LINES];

            table = walk(blocks[code][i].text, blocks[code][i].size, table, lines);
            assert_string_equal(lines, lines_of[i]);
            assert_int_equal(table.added, i + 1);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_samples),
        MEMORY_TEST(test_cut_at_every_byte),
        MEMORY_TEST(test_any_three_bytes),
        MEMORY_TEST(test_blocks_of_one_connection),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
