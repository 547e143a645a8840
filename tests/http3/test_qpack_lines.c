/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of RFC 9204, section 4.5, told apart by their first bits, and never longer than what is there. */
#include "http3_test.h"

#include "http3/qpack_lines.h"

static const struct {
    const char *digits;
    bool is_dynamic;
} lines[] = {
    {"c1", false},                                     /* :path: / */
    {"ff 24", false},                                  /* indexed, of two bytes */
    {"80", true},                                      /* newest entry below the base */
    {"bf 80 01", true},                                /* indexed, of three bytes */
    {"51 01 2f", false},                               /* :path, literal value */
    {"5f 50 81 ff", false},                            /* user-agent, Huffman */
    {"71 01 2f", false},                               /* the same, never indexed */
    {"41 02 61 62", true},                             /* name of the dynamic table */
    {"6f 00 00", true},                                /* never indexed, empty value */
    {"23 61 62 63 01 64", false},                      /* literal name */
    {"2f 01 ff ff ff ff ff ff ff ff 81 ff", false},    /* Huffman, name of eight bytes */
    {"37 03 61 62 63 64 65 66 67 68 69 6a 00", false}, /* never indexed, name of ten bytes */
    {"10", true},                                      /* post-base index */
    {"1f 00", true},                                   /* */
    {"00 01 61", true},                                /* post-base name reference */
    {"0f 80 01 01 61", true},                          /* never indexed */
};

static void test_forms(void **state) {
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        struct octets line = hex(lines[i].digits);
        bool is_dynamic = !lines[i].is_dynamic;

        assert_int_equal(hc_qpack_line_length(line.bytes, line.length, &is_dynamic), line.length);
        assert_int_equal(is_dynamic, lines[i].is_dynamic);
    }
}

static void test_cut_lines(void **state) {
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        struct octets line = hex(lines[i].digits);
        bool is_dynamic;

        for (size_t length = 0; length < line.length; length++) {
            uint8_t *cut = wmem_memdup(capture, line.bytes, length);

            assert_int_equal(hc_qpack_line_length(cut, length, &is_dynamic), 0);
        }
    }
}

static void test_numbers_too_large(void **state) {
    static const char *const digits[] = {
        "ff ff ff ff ff ff ff ff ff 7f",          /* an index of more than 62 bits */
        "ff ff ff ff ff ff ff ff ff ff ff 7f",    /* of more than 64 */
        "ff 80 80 80 80 80 80 80 80 80 80 80 00", /* small, but long */
        "51 7f ff ff ff ff ff ff ff 7f",          /* a value longer than all memory */
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(digits); i++) {
        struct octets line = hex(digits[i]);
        bool is_dynamic;

        assert_int_equal(hc_qpack_line_length(line.bytes, line.length, &is_dynamic), 0);
    }
}

static void test_prefixes(void **state) {
    static const struct {
        const char *digits;
        size_t length;
    } prefixes[] = {
        {"", 0},      {"00", 0},    {"00 00", 2},    {"03 81", 2},          {"ff", 0},
        {"ff 80", 0}, {"ff 00", 0}, {"ff 00 7f", 0}, {"ff 80 01 ff 00", 5},
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        struct octets prefix = hex(prefixes[i].digits);

        assert_int_equal(hc_qpack_prefix_length(prefix.bytes, prefix.length), prefixes[i].length);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_forms),
        IN_CAPTURE(test_cut_lines),
        IN_CAPTURE(test_numbers_too_large),
        IN_CAPTURE(test_prefixes),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
