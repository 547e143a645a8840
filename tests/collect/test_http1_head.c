/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The header lines of HTTP/1, as they stand in the bytes. */
#include "collect/packet_test.h"

#include "collect/http1_head.h"

/* All lines as "name=value|", of a whole head with a "." behind them. */
static const char *lines_of(struct hc_span first_line) {
    struct hc_http1_lines lines = hc_http1_lines(first_line);
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");
    struct hc_header header;

    while (hc_http1_next_line(&lines, &header))
        wmem_strbuf_append_printf(text, "%.*s=%.*s|", (int)header.name_length, header.name,
                                  (int)header.value_length, header.value);
    wmem_strbuf_append(text, lines.is_whole ? "." : "");
    return wmem_strbuf_get_str(text);
}
#define LINES(literal) lines_of(SPAN_OF(literal))

static void test_lines(void **state) {
    (void)state;
    assert_string_equal(LINES("200 OK\r\n\r\n"), ".");
    assert_string_equal(LINES("200 OK\r\nServer: nginx\r\nAge:  7 \r\n\r\n"), "Server=nginx|Age=7|.");
    assert_string_equal(LINES("200\nServer:nginx\nAge:\n\nVia: x\n"), "Server=nginx|Age=|.");
    assert_string_equal(LINES("200\r\nno name\r\n: none\r\nAge: 7\r\n\r\n"), "=|=none|Age=7|.");
}

/* What was cut off may be the rest of a value. */
static void test_what_is_cut_is_no_line(void **state) {
    (void)state;
    assert_string_equal(LINES(""), "");
    assert_string_equal(LINES("200 OK"), "");
    assert_string_equal(LINES("200 OK\r\n"), "");
    assert_string_equal(LINES("200 OK\r\nRetry-After: 1"), "");
    assert_string_equal(LINES("200 OK\r\nAge: 7\r\nRetry-After: 12"), "Age=7|");
    assert_string_equal(LINES("200 OK\r\nAge: 7\r\n\r"), "Age=7|");
    assert_string_equal(LINES("200 OK\r\nAge: 7\r\n 8"), "");
}

static bool first_line(struct hc_span head, struct hc_line *line) {
    struct hc_http1_lines lines = hc_http1_lines(head);
    struct hc_header header;

    const struct hc_carrier_row *row = hc_http1_next_line(&lines, &header)
                                           ? hc_carrier_of_http1_header(header.name, header.name_length)
                                           : NULL;

    if (row)
        *line = hc_http1_line(&header, row, wmem_file_scope());
    return row != NULL;
}
#define FIRST(literal, line) first_line(SPAN_OF("200 OK\r\n" literal), line)

static void test_lines_of_ours(void **state) {
    struct hc_line line;

    (void)state;
    assert_true(FIRST("Retry-After:  120 \r\n", &line));
    assert_int_equal(line.row->role, HC_ROLE_RETRY_AFTER);
    assert_string_equal(line.text, "120");
    assert_true(FIRST("SERVER:nginx\n", &line));
    assert_int_equal(line.row->role, HC_ROLE_SERVER_HEADER);
    assert_string_equal(line.text, "nginx");
    assert_true(FIRST("Retry-After:\r\n", &line));
    assert_string_equal(line.text, "");
    assert_true(FIRST("Server: caf\xc3\xa9\r\n", &line));
    assert_string_equal(line.text, "caf\xef\xbf\xbd\xef\xbf\xbd");
}

/* RFC 9112, sections 5.2 and 2.2. */
static void test_lines_that_go_on_in_the_next(void **state) {
    struct hc_line line;

    (void)state;
    assert_string_equal(LINES("200\r\nServer: a\r\n b\r\n\tc\r\nAge: 7\r\n\r\n"),
                        "Server=a\r\n b\r\n\tc|Age=7|.");
    assert_true(FIRST("Server: a\r\n b\r\n\r\n", &line));
    assert_string_equal(line.text, "a   b");
    assert_true(FIRST("Server: \r\n a\r\n\r\n", &line));
    assert_string_equal(line.text, "a");
    assert_true(FIRST("Server: a\rRetry-After: 5\r\n", &line));
    assert_string_equal(line.text, "a Retry-After: 5");
}

static void test_where_a_line_stands(void **state) {
    struct hc_line line;

    (void)state;
    assert_true(FIRST("Retry-After: 9\r\n\r\n", &line));
    assert_int_equal(line.span.start, 8);
    assert_int_equal(line.span.length, 16);
}

static void test_lines_of_others(void **state) {
    struct hc_line line;

    (void)state;
    assert_false(FIRST(": 1\r\n", &line));
    assert_false(FIRST("Retry-After\r\n", &line));
    assert_false(FIRST("Retry-After : 120\r\n", &line));
    assert_false(FIRST("X-Retry-After: 120\r\n", &line));
    assert_false(FIRST("Retry-\0fter: 120\r\n", &line));
}

static const char *target_of(struct hc_span first_line) {
    struct hc_http1_lines lines = hc_http1_lines(first_line);

    return hc_http1_target(&lines, strlen("GET"), wmem_file_scope());
}
#define TARGET(literal) target_of(SPAN_OF("GET" literal))

static void test_target(void **state) {
    (void)state;
    assert_string_equal(TARGET(" /a?b HTTP/1.1\r\n\r\n"), "/a?b");
    assert_string_equal(TARGET(" /a\tb HTTP/1.1\r\n\r\n"), "/a\tb");
    assert_string_equal(TARGET(" /caf\xe9\r\n"), "/caf\xef\xbf\xbd");
    assert_string_equal(TARGET(" /a\rb\n"), "/a");
    assert_string_equal(TARGET(" /cut"), "/cut");
}

static void test_no_target(void **state) {
    (void)state;
    assert_string_equal(TARGET("  /a HTTP/1.1\r\n\r\n"), "");
    assert_string_equal(TARGET(" \r\n/a\r\n"), "");
    assert_string_equal(TARGET("\r\n/a\r\n"), "");
    assert_string_equal(TARGET("\n/a"), "");
    assert_string_equal(TARGET(" "), "");
    assert_string_equal(TARGET(""), "");
}

static void test_lines_of_requests(void **state) {
    (void)state;
    assert_int_equal(hc_carrier_of_http1_request_header("HOST", 4)->role, HC_ROLE_AUTHORITY);
    assert_null(hc_carrier_of_http1_request_header("Retry-After", 11));
    assert_null(hc_carrier_of_http1_header("Host", 4));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_lines),
        MEMORY_TEST(test_what_is_cut_is_no_line),
        MEMORY_TEST(test_lines_of_ours),
        MEMORY_TEST(test_lines_that_go_on_in_the_next),
        MEMORY_TEST(test_where_a_line_stands),
        MEMORY_TEST(test_lines_of_others),
        MEMORY_TEST(test_target),
        MEMORY_TEST(test_no_target),
        MEMORY_TEST(test_lines_of_requests),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
