/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which fields a header section has, from its bytes. */
#include "collect/packet_test.h"

#include "collect/marks.h"

static uint32_t marks_of(struct hc_span first_line) {
    return hc_marks_of_http1(first_line).bits;
}
#define HTTP1(literal) marks_of(SPAN_OF(literal))

static void test_a_whole_head(void **state) {
    (void)state;
    assert_int_equal(HTTP1("401 Unauthorized\r\n\r\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("401 Unauthorized\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("401 No\r\nWWW-Authenticate: Basic\r\n\r\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_WWW_AUTHENTICATE);
    assert_int_equal(HTTP1("405 No\r\nALLOW:GET\r\n\r\n"), HC_HAS_WHOLE_HEAD | HC_HAS_ALLOW);
}

/* What was cut off may have held the field. */
static void test_a_head_that_is_cut(void **state) {
    (void)state;
    assert_int_equal(HTTP1(""), 0);
    assert_int_equal(HTTP1("401"), 0);
    assert_int_equal(HTTP1("401 Unauthorized\r\n"), 0);
    assert_int_equal(HTTP1("401 Unauthorized\r\n\r"), 0);
    assert_int_equal(HTTP1("405 No\r\nAllow: GET\r\nServer: x"), HC_HAS_ALLOW);
}

/* Neither the content nor the next message is a part of the head. */
static void test_what_comes_behind_the_head(void **state) {
    (void)state;
    assert_int_equal(HTTP1("200 OK\r\n\r\nAllow: GET\r\n"), HC_HAS_WHOLE_HEAD);
}

static void test_values_that_decide(void **state) {
    (void)state;
    assert_int_equal(HTTP1("GET\nContent-Length: 0\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nContent-Length: 000\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nContent-Length:\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nContent-Length: -5\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nContent-Length: 50\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_LENGTH);
    assert_int_equal(HTTP1("GET\nConnection: no-upgrade\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nConnection: keep-alive, Upgrade\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_CONNECTION_UPGRADE);
    assert_int_equal(HTTP1("GET\nUpgrade: WebSocket\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_UPGRADE | HC_ASKS_WEBSOCKET);
    assert_int_equal(HTTP1("GET\nContent-Type: multipart/byteranges; boundary=x\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_BYTERANGES);
    assert_int_equal(HTTP1("GET\nContent-Type: multipart/form-data\n\n"), HC_HAS_WHOLE_HEAD);
}

/* RFC 8484, section 6; RFC 9230, section 9; RFC 6960, appendix C. */
static void test_types_that_only_ask(void **state) {
    (void)state;
    assert_int_equal(HTTP1("POST\nContent-Type: application/dns-message\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_ONLY_ASKS);
    assert_int_equal(HTTP1("POST\nContent-Type: Application/OCSP-Request\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_ONLY_ASKS);
    assert_int_equal(HTTP1("POST\nContent-Type: application/oblivious-dns-message\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_ONLY_ASKS);
    assert_int_equal(HTTP1("POST\nContent-Type: application/dns+json\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("POST\nContent-Type: application/ocsp\n\n"), HC_HAS_WHOLE_HEAD);
}

static void test_conditions(void **state) {
    (void)state;
    assert_int_equal(HTTP1("GET\nIf-None-Match: \"a\"\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("GET\nif: (<x>)\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("GET\nx-goog-if-generation-match: 1\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("COPY\nOverwrite: F\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("PUT\nx-ms-lease-id: a\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("PUT\nx-ms-blob-condition-maxsize: 1\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("PUT\nx-ms-blob-condition-appendpos: 1\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_CONDITION);
    assert_int_equal(HTTP1("GET\nIfrit: 1\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nWhat-if-not: 1\n\n"), HC_HAS_WHOLE_HEAD);
}

static void test_the_version_of_a_request(void **state) {
    (void)state;
    assert_int_equal(HTTP1("GET / HTTP/1.0\r\n\r\n"), HC_HAS_WHOLE_HEAD | HC_IS_HTTP_1_0);
    assert_int_equal(HTTP1("GET / HTTP/1.1\r\n\r\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET /HTTP/1.0 HTTP/1.1\r\n\r\n"), HC_HAS_WHOLE_HEAD);
}

/* The end of a connection, and the protocols that one may go on with. */
static void test_connection_and_upgrade(void **state) {
    (void)state;
    assert_int_equal(HTTP1("GET\nConnection: close\n\n"), HC_HAS_WHOLE_HEAD | HC_SAYS_CLOSE);
    assert_int_equal(HTTP1("GET\nConnection: TE, Close\n\n"), HC_HAS_WHOLE_HEAD | HC_SAYS_CLOSE);
    assert_int_equal(HTTP1("GET\nConnection: closed\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nProxy-Connection: close\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("GET\nUpgrade: h2c\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_UPGRADE | HC_ASKS_H2C);
    assert_int_equal(HTTP1("GET\nUpgrade: tls/1.2\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_UPGRADE | HC_ASKS_TLS);
    assert_int_equal(HTTP1("GET\nUpgrade: h2c, foo/2\n\n"),
                     HC_HAS_WHOLE_HEAD | HC_HAS_UPGRADE | HC_ASKS_H2C | HC_ASKS_OTHER);
    assert_int_equal(HTTP1("GET\nUpgrade:\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_UPGRADE | HC_ASKS_OTHER);
}

static uint64_t range_of(struct hc_span first_line) {
    return hc_marks_of_http1(first_line).range;
}
#define RANGE(literal) range_of(SPAN_OF("GET\n" literal "\n\n"))

static void test_where_a_range_begins(void **state) {
    (void)state;
    assert_int_equal(RANGE("Range: bytes=0-2"), 1);
    assert_int_equal(RANGE("Range: bytes=500-"), 501);
    assert_int_equal(RANGE("Content-Range: bytes 5-7/10"), 6);
    /* several, from the end, no bytes, far away */
    assert_int_equal(RANGE("Range: bytes=0-2,5-7"), 0);
    assert_int_equal(RANGE("Range: bytes=-500"), 0);
    assert_int_equal(RANGE("Range: pages=1-2"), 0);
    assert_int_equal(RANGE("Range: bytes=99999999999999-"), 0);
    assert_int_equal(RANGE("Content-Range: bytes */10"), 0);
    assert_int_equal(RANGE("Content-Range:"), 0);
}

static struct hc_marks binary(const char *name) {
    struct hc_marks marks = {0};

    hc_marks_add_binary(&marks, wmem_file_scope(), name, strlen(name), NULL, 0);
    return marks;
}

/* RFC 9113, section 8.2; RFC 9114, section 4.2. */
static void test_names_that_later_versions_forbid(void **state) {
    (void)state;
    assert_int_equal(binary("connection").bits & HC_HAS_CONNECTION_FIELD, HC_HAS_CONNECTION_FIELD);
    assert_int_equal(binary("keep-alive").bits, HC_HAS_CONNECTION_FIELD);
    assert_string_equal(binary("proxy-connection").bad_field, "proxy-connection");
    assert_int_equal(binary("transfer-encoding").bits & HC_HAS_CONNECTION_FIELD, HC_HAS_CONNECTION_FIELD);
    assert_int_equal(binary("X-Request-Id").bits, HC_HAS_UPPER_CASE);
    assert_string_equal(binary("X-Request-Id").bad_field, "X-Request-Id");
    assert_int_equal(binary("x-request-id").bits, 0);
    assert_null(binary("te").bad_field);
    assert_null(binary("").bad_field);
}

static uint32_t who_of(struct hc_span first_line) {
    return hc_marks_of_http1(first_line).who;
}
#define WHO(lines) who_of(SPAN_OF("GET\n" lines "\n"))

static void test_who_asks(void **state) {
    (void)state;
    assert_int_equal(WHO(""), 0);
    assert_int_equal(WHO("Accept: a\n"), 0);
    assert_int_equal(WHO("User-Agent: a\nAccept: a\n"), WHO("User-Agent: a\nAccept: b\n"));
    assert_int_not_equal(WHO("User-Agent: a\n"), WHO("User-Agent: b\n"));
    assert_int_not_equal(WHO("User-Agent: a\n"), WHO("User-Agent: a\nCookie: b\n"));
    assert_int_not_equal(WHO("Authorization: a\n"), WHO("Authorization: b\n"));
    assert_int_not_equal(WHO("X-Forwarded-For: a\n"), WHO("X-Forwarded-For: b\n"));
    assert_int_not_equal(WHO("Forwarded: a\n"), WHO("Forwarded: b\n"));
    assert_int_not_equal(WHO("X-Real-IP: a\n"), WHO("X-Real-IP: b\n"));
    assert_int_not_equal(WHO("X-Api-Key: a\n"), WHO("X-Api-Key: b\n"));
    assert_int_not_equal(WHO("api-key: a\n"), WHO("api-key: b\n"));
    assert_int_not_equal(WHO("X-Auth-Token: a\n"), WHO("X-Auth-Token: b\n"));
    assert_int_not_equal(WHO("Proxy-Authorization: a\n"), WHO("Proxy-Authorization: b\n"));
}

static void test_when_and_how_much(void **state) {
    struct hc_marks marks = hc_marks_of_http1(
        SPAN_OF("POST\r\nDate: Thu, 01 Jan 1970 00:01:00 GMT\r\nContent-Length: 12\r\n\r\ncontent"));

    (void)state;
    assert_int_equal(marks.bits, HC_HAS_WHOLE_HEAD | HC_HAS_DATE | HC_HAS_LENGTH);
    assert_int_equal(marks.date, 60);
    assert_int_equal(marks.length, 12);
    assert_int_equal(marks.head_length, 65);
    assert_int_equal(HTTP1("POST\nDate: today\n\n"), HC_HAS_WHOLE_HEAD);
    assert_int_equal(HTTP1("POST\nX-Idempotency-Key: 1\n\n"), HC_HAS_WHOLE_HEAD | HC_HAS_IDEMPOTENCY_KEY);
    assert_int_equal(hc_marks_of_http1(SPAN_OF("POST\nContent-Length: 12\n")).head_length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_asks),
        cmocka_unit_test(test_when_and_how_much),
        cmocka_unit_test(test_a_whole_head),
        cmocka_unit_test(test_a_head_that_is_cut),
        cmocka_unit_test(test_what_comes_behind_the_head),
        cmocka_unit_test(test_values_that_decide),
        cmocka_unit_test(test_types_that_only_ask),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_the_version_of_a_request),
        cmocka_unit_test(test_connection_and_upgrade),
        cmocka_unit_test(test_where_a_range_begins),
        cmocka_unit_test(test_names_that_later_versions_forbid),
    };
    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
