/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and words are read as they stand on the wire, or not at all. */
#include "collect/packet_test.h"

#include "collect/bytes.h"
#include "memory/strings.h"

#define REQUIRE_STATUS(literal, right)                                                                       \
    do {                                                                                                     \
        uint64_t found = 0;                                                                                  \
        assert_true(hc_bytes_status(SPAN_OF(literal), &found));                                              \
        assert_int_equal(found, right);                                                                      \
    } while (0)
#define REQUIRE_NO_STATUS(literal)                                                                           \
    do {                                                                                                     \
        uint64_t found = 4711;                                                                               \
        assert_false(hc_bytes_status(SPAN_OF(literal), &found));                                             \
        assert_int_equal(found, 4711);                                                                       \
    } while (0)

static void test_statuses(void **state) {
    (void)state;
    REQUIRE_STATUS("404", 404);
    REQUIRE_STATUS("099", 99);
    REQUIRE_STATUS("2000", 2000);
    REQUIRE_STATUS("7", 7);
    REQUIRE_STATUS("123456789", 123456789);
}

static void test_statuses_that_cannot_be_read(void **state) {
    uint64_t value;

    (void)state;
    assert_false(hc_digits_status("4\0004", 3, &value));
    REQUIRE_NO_STATUS("2xx");
    REQUIRE_NO_STATUS("20x");
    REQUIRE_NO_STATUS("2XX");
    REQUIRE_NO_STATUS("0200");
    REQUIRE_NO_STATUS("-20");
    REQUIRE_NO_STATUS("+20");
    REQUIRE_NO_STATUS(" 20");
    REQUIRE_NO_STATUS("\v404");
    REQUIRE_NO_STATUS("");
    REQUIRE_NO_STATUS("12345678901");
    REQUIRE_NO_STATUS("4\0004");
}

/* Dissectors mark three bytes, whatever stands there. */
static void test_a_status_line_is_read_up_to_the_space(void **state) {
    uint64_t status = 0;
    field_info field;

    (void)state;
    REQUIRE_STATUS("404 Not Found\r\n", 404);
    REQUIRE_STATUS("404\r\n", 404);
    REQUIRE_NO_STATUS("20x OK\r\n");
    REQUIRE_NO_STATUS("0200 OK\r\n");
    REQUIRE_NO_STATUS("404\0 OK\r\n");
    REQUIRE_NO_STATUS(" 404 OK\r\n");
    REQUIRE_NO_STATUS("404\v OK\r\n");
    REQUIRE_NO_STATUS("1234567890 OK\r\n");
    open_packet("HTTP/1.1 2000 OK\r\n", 18, 0);
    field = field_at(9, 3);
    assert_true(hc_bytes_status(hc_span_of(&field), &status));
    assert_int_equal(status, 2000);
}

static void test_a_status_at_the_end_of_the_capture(void **state) {
    uint64_t status;
    field_info field;

    (void)state;
    open_packet("HTTP/1.1 40", 11, 4);
    for (int start = 11; start < 15; start++) {
        field = field_at(start, 3);
        assert_false(hc_bytes_status(hc_span_of(&field), &status));
    }
}

static void test_a_field_of_no_bytes(void **state) {
    const struct hc_span none = {0};
    uint64_t value;

    (void)state;
    assert_false(hc_bytes_status(none, &value));
    assert_false(hc_bytes_varint(none, &value));
    assert_null(hc_bytes_keep(none));
}

static void test_digits(void **state) {
    static const char *const none[] = {
        "", " 1", "1 ", "-1", "+1", "0x1", "1.5", "4294967296", "99999999999999999999"};
    uint64_t value = 4711;

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        assert_false(hc_digits_number(none[i], &value));
    assert_int_equal(value, 4711);
    assert_true(hc_digits_number("4294967295", &value));
    assert_int_equal(value, UINT32_MAX);
    assert_true(hc_digits_number("000", &value));
    assert_int_equal(value, 0);
}

#define REQUIRE_VARINT(literal, right)                                                                       \
    do {                                                                                                     \
        uint64_t found = 0;                                                                                  \
        assert_true(hc_bytes_varint(SPAN_OF(literal), &found));                                              \
        assert_true(found == (right));                                                                       \
    } while (0)

/* The examples of RFC 9000, appendix A.1, and the largest. */
static void test_varints(void **state) {
    (void)state;
    REQUIRE_VARINT("\x25", 37);
    REQUIRE_VARINT("\x40\x25", 37);
    REQUIRE_VARINT("\x7b\xbd", 15293);
    REQUIRE_VARINT("\x9d\x7f\x3e\x7d", 494878333);
    REQUIRE_VARINT("\xc2\x19\x7c\x5e\xff\x14\xe8\x8c", UINT64_C(151288809941952652));
    REQUIRE_VARINT("\xff\xff\xff\xff\xff\xff\xff\xff", (UINT64_C(1) << 62) - 1);
}

static void test_varints_that_are_cut(void **state) {
    uint64_t value;

    (void)state;
    assert_false(hc_bytes_varint(SPAN_OF(""), &value));
    assert_false(hc_bytes_varint(SPAN_OF("\x40"), &value));
    assert_false(hc_bytes_varint(SPAN_OF("\x9d\x7f\x3e"), &value));
    assert_false(hc_bytes_varint(SPAN_OF("\xc2\x19\x7c\x5e\xff\x14\xe8"), &value));
}

static bool read_header(field_info field, struct hc_line *line) {
    struct hc_header_lines lines = hc_bytes_header_lines(hc_span_of(&field), wmem_file_scope());
    struct hc_header header;

    return hc_bytes_next_header(&lines, &header) && hc_bytes_line(&header, wmem_file_scope(), line);
}

static void test_a_header_line(void **state) {
    struct hc_line line;

    (void)state;
    assert_true(read_header(FIELD_OF("\0\0\0\7:status\0\0\0\003404"), &line));
    assert_int_equal(line.row->role, HC_ROLE_STATUS);
    assert_string_equal(line.text, "404");
    assert_int_equal(line.span.length, 3);
    assert_memory_equal(hc_span_bytes(line.span), "404", 3);
}

static void test_header_lines_behind_each_other(void **state) {
    struct hc_header_lines lines = hc_bytes_header_lines(
        SPAN_OF("\0\0\0\1a\0\0\0\0\0\0\0\2bc\0\0\0\3def\0\0\0\1x\0\0\0\2y"), wmem_file_scope());
    struct hc_header header;

    (void)state;
    assert_true(hc_bytes_next_header(&lines, &header));
    assert_int_equal(header.name_length, 1);
    assert_int_equal(header.value_length, 0);
    assert_int_equal(header.span.length, 0);
    assert_true(hc_bytes_next_header(&lines, &header));
    assert_memory_equal(header.name, "bc", header.name_length);
    assert_memory_equal(header.value, "def", header.value_length);
    assert_int_equal(header.span.start, 19);
    assert_memory_equal(hc_span_bytes(header.span), "def", 3);
    assert_false(hc_bytes_next_header(&lines, &header));
}

static void test_the_longest_name(void **state) {
    struct hc_line line;

    (void)state;
    assert_true(read_header(FIELD_OF("\0\0\0\x16sec-websocket-protocol\0\0\0\004chat"), &line));
    assert_int_equal(line.row->role, HC_ROLE_SUBPROTOCOL);
    assert_string_equal(line.text, "chat");
}

/* Of a megabyte no more is made a text than can be of use; all of it is marked. */
static void test_a_header_line_of_a_megabyte(void **state) {
    static const char start[] = "\0\0\0\7:status\0\x10\0\0";
    enum { START = sizeof start - 1, VALUE = 1 << 20 };
    static char bytes[START + VALUE];
    struct hc_line line;

    (void)state;
    memset(bytes, '7', sizeof bytes);
    memcpy(bytes, start, START);
    open_packet(bytes, sizeof bytes, 0);
    assert_true(read_header(field_at(0, sizeof bytes), &line));
    assert_true(strlen(line.text) >= HC_LONGEST_KEPT);
    assert_true(strlen(line.text) <= 8 * HC_LONGEST_KEPT);
    assert_int_equal(line.span.length, VALUE);
}

static void test_a_header_line_without_value(void **state) {
    struct hc_line line;

    (void)state;
    assert_true(read_header(FIELD_OF("\0\0\0\7:status\0\0\0\0"), &line));
    assert_string_equal(line.text, "");
}

static void test_header_lines_that_are_not_all_there(void **state) {
    struct hc_line line;

    (void)state;
    assert_false(read_header(FIELD_OF(""), &line));
    assert_false(read_header(FIELD_OF("\0\0\0"), &line));
    assert_false(read_header(FIELD_OF("\0\0\0\7:sta"), &line));
    assert_false(read_header(FIELD_OF("\0\0\0\7:status\0\0\0"), &line));
    assert_false(read_header(FIELD_OF("\0\0\0\7:status\0\0\0\00340"), &line));
    assert_false(read_header(FIELD_OF("\377\377\377\377:status\0\0\0\003404"), &line));
    assert_false(read_header(FIELD_OF("\0\0\0\7:status\377\377\377\377404"), &line));
}

static void test_header_lines_of_others(void **state) {
    struct hc_line line;

    (void)state;
    assert_false(read_header(FIELD_OF("\0\0\0\1x\0\0\0\003404"), &line));
    assert_false(read_header(FIELD_OF("\0\0\0\0\0\0\0\003404"), &line));
    assert_false(
        read_header(FIELD_OF("\0\0\0\x28xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\0\0\0\003404"), &line));
}

static void test_words_are_kept(void **state) {
    (void)state;
    assert_string_equal(hc_bytes_keep(SPAN_OF("too_many_pings")), "too_many_pings");
    /* curl sends the NUL that ends its string, too. */
    assert_string_equal(hc_bytes_keep(SPAN_OF("timeout\0")), "timeout");
    assert_null(hc_bytes_keep(SPAN_OF("")));
    assert_null(hc_bytes_keep(SPAN_OF("\0\0")));
}

static void test_megabytes_of_words_are_cut(void **state) {
    static char many[1 << 20];
    field_info field;

    (void)state;
    memset(many, 'x', sizeof many);
    open_packet(many, sizeof many, 0);
    field = field_at(0, sizeof many);
    assert_true(strlen(hc_bytes_keep(hc_span_of(&field))) <= HC_LONGEST_KEPT);
}

static void test_a_megabyte_of_percents(void **state) {
    enum { ESCAPES = 300000 };
    GString *text = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < ESCAPES; i++)
        g_string_append(text, "%41");
    assert_true(strlen(hc_keep_percent_decoded(text->str)) <= HC_LONGEST_KEPT);
    assert_true(starts_with(hc_keep_percent_decoded(text->str), "AAAA"));
    g_string_free(text, TRUE);
}

static void test_percent_encoding(void **state) {
    (void)state;
    assert_string_equal(hc_keep_percent_decoded("a%20b"), "a b");
    assert_string_equal(hc_keep_percent_decoded("%E2%82%AC%e2%82%ac"), "\xe2\x82\xac\xe2\x82\xac");
    assert_string_equal(hc_keep_percent_decoded("100%, %2, %zz, %"), "100%, %2, %zz, %");
    assert_null(hc_keep_percent_decoded(""));
    /* A NUL is no end, and what is no UTF-8 is no text. */
    assert_true(ends_with(hc_keep_percent_decoded("a%00b"), "b"));
    assert_true(g_utf8_validate(hc_keep_percent_decoded("a%ffb"), -1, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_statuses),
        MEMORY_TEST(test_statuses_that_cannot_be_read),
        MEMORY_TEST(test_a_status_line_is_read_up_to_the_space),
        MEMORY_TEST(test_a_status_at_the_end_of_the_capture),
        MEMORY_TEST(test_a_field_of_no_bytes),
        MEMORY_TEST(test_digits),
        MEMORY_TEST(test_varints),
        MEMORY_TEST(test_varints_that_are_cut),
        MEMORY_TEST(test_a_header_line),
        MEMORY_TEST(test_the_longest_name),
        MEMORY_TEST(test_header_lines_behind_each_other),
        MEMORY_TEST(test_a_header_line_of_a_megabyte),
        MEMORY_TEST(test_a_header_line_without_value),
        MEMORY_TEST(test_header_lines_that_are_not_all_there),
        MEMORY_TEST(test_header_lines_of_others),
        MEMORY_TEST(test_words_are_kept),
        MEMORY_TEST(test_megabytes_of_words_are_cut),
        MEMORY_TEST(test_a_megabyte_of_percents),
        MEMORY_TEST(test_percent_encoding),
    };

    begin_program();
    hc_strings_register();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
