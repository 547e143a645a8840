/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What header lines tell of proxies, from their bytes. */
#include "collect/packet_test.h"

#include "collect/http1_head.h"
#include "collect/traits.h"
#include "memory/trust.h"

static struct hc_traits traits_of(struct hc_span first_line) {
    struct hc_http1_lines lines = hc_http1_lines(first_line);
    struct hc_traits traits = {0};
    struct hc_header header;

    while (hc_http1_next_line(&lines, &header))
        hc_traits_add_line(&traits, header.name, header.name_length, header.value, header.value_length);
    return traits;
}
#define HTTP1(literal) traits_of(SPAN_OF("GET / HTTP/1.1\r\n" literal "\r\n\r\n"))

static struct hc_traits line(const char *name, const char *value) {
    struct hc_traits traits = {0};

    hc_traits_add_line(&traits, name, strlen(name), value, strlen(value));
    return traits;
}

static bool share_id(struct hc_traits one, struct hc_traits other) {
    return hc_traits_have_id(&one) && memcmp(one.ids, other.ids, sizeof one.ids) == 0;
}

static void test_an_id_is_one_in_every_version(void **state) {
    (void)state;
    assert_true(share_id(HTTP1("X-Request-ID: abc "), line("x-request-id", "abc")));
    assert_false(share_id(HTTP1("X-Request-ID: abc"), line("x-request-id", "abd")));
    assert_false(share_id(HTTP1("X-Request-ID: abc"), line("x-b3-traceid", "abc")));
    assert_false(share_id(HTTP1("X-Request-ID:"), line("x-request-id", "")));
}

/* Proxies change the rest. */
static void test_the_part_of_an_id_that_is_passed_on(void **state) {
    (void)state;
    assert_true(share_id(line("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                         line("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-00")));
    assert_false(share_id(line("traceparent", "00-0af7"), line("traceparent", "00-0af7")));
    assert_true(share_id(line("x-amzn-trace-id", "Root=1-67891233-abc"),
                         line("x-amzn-trace-id", "Self=1-67891234-def;Root=1-67891233-abc")));
    assert_false(share_id(line("x-amzn-trace-id", "Self=1"), line("x-amzn-trace-id", "Self=1")));
    assert_true(share_id(line("x-cloud-trace-context", "abc/1;o=1"), line("x-cloud-trace-context", "abc/2")));
    assert_true(share_id(line("cf-ray", "7d1-FRA"), line("cf-ray", "7d1-AMS")));
}

static void require_named(struct hc_traits traits, const char *text, bool is_named) {
    uint8_t bytes[] = {10, 9, 0, 11};
    address host = ADDRESS_INIT(AT_IPv4, sizeof bytes, bytes);

    if (hc_traits_name(&traits, hc_hash_address(&host)) != is_named)
        fail_msg("%s: %s", text, is_named ? "not named" : "named");
}
#define NAMES(name, value)     require_named(line(name, value), value, true)
#define NAMES_NOT(name, value) require_named(line(name, value), value, false)

static void test_clients_that_proxies_name(void **state) {
    (void)state;
    NAMES("x-forwarded-for", "10.9.0.11");
    NAMES("x-forwarded-for", "192.0.2.1, 10.9.0.11");
    NAMES("x-forwarded-for", "unknown ,10.9.0.11:4711");
    NAMES("forwarded", "for=10.9.0.11;proto=http");
    NAMES("forwarded", "by=192.0.2.1;For=\"10.9.0.11:80\", for=192.0.2.2");
    NAMES_NOT("x-forwarded-for", "10.9.0.12");
    NAMES_NOT("x-forwarded-for", "");
    NAMES_NOT("x-forwarded-for", ",,:,[");
    NAMES_NOT("forwarded", "by=10.9.0.11");
    NAMES_NOT("forwarded", "for=_hidden");
    NAMES_NOT("x-real-ip", "10.9.0.11");
}

/* Each proxy adds an element, in a line of its own or not; a line may go on in the next one. */
static void test_proxies_are_counted(void **state) {
    struct hc_traits lines =
        HTTP1("Via: 1.1 one\r\nvia: 1.1 two (a proxy), 2 three\r\nX-Forwarded-For: a, b");

    (void)state;
    assert_int_equal(lines.hops[HC_HOP_VIA], 3);
    assert_int_equal(lines.hops[HC_HOP_FORWARDED_FOR], 2);
    lines = HTTP1("Via: 1.1 one,\r\n 1.1 two");
    assert_int_equal(lines.hops[HC_HOP_VIA], 2);
    lines = HTTP1("Via: ,\r\nForwarded: for=a, for=b");
    assert_int_equal(lines.hops[HC_HOP_VIA], 0);
    assert_int_equal(lines.hops[HC_HOP_FORWARDED_FOR], 0);
}

static void test_a_client_with_a_long_address(void **state) {
    uint8_t bytes[16] = {0x20, 0x01, 0x0d, 0xb8, [15] = 1};
    address host = ADDRESS_INIT(AT_IPv6, sizeof bytes, bytes);
    struct hc_traits plain = line("x-forwarded-for", "2001:db8::1");
    struct hc_traits in_brackets = line("forwarded", "for=\"[2001:db8:0::1]:443\"");

    (void)state;
    assert_true(hc_traits_name(&plain, hc_hash_address(&host)));
    assert_true(hc_traits_name(&in_brackets, hc_hash_address(&host)));
}

/* Nobody was named: any client may be meant. */
static void test_whether_any_is_named(void **state) {
    (void)state;
    assert_true(line("x-forwarded-for", "unknown").is_forwarded);
    assert_true(line("forwarded", "for=unknown").is_forwarded);
    assert_false(line("forwarded", "proto=http").is_forwarded);
    assert_false(line("via", "1.1 proxy").is_forwarded);
}

static void test_marks_of_proxies(void **state) {
    (void)state;
    assert_int_not_equal(line("via", "1.1 proxy").mark, 0);
    assert_int_not_equal(line("x-forwarded-proto", "http").mark, 0);
    assert_int_not_equal(line("x-forwarded-for", "10.9.0.11").mark,
                         line("x-forwarded-for", "10.9.0.12").mark);
    assert_int_equal(line("user-agent", "curl").mark, 0);
}

static bool differ(struct hc_traits one, struct hc_traits other) {
    return hc_traits_differ(&one, &other);
}

static void test_fields_that_proxies_leave_alone(void **state) {
    (void)state;
    assert_false(differ(HTTP1("User-Agent: curl\r\nX-Tenant: 1"), HTTP1("x-tenant: 1\r\nuser-agent: curl")));
    assert_true(differ(HTTP1("User-Agent: curl\r\nX-Tenant: 1"), HTTP1("x-tenant: 2\r\nuser-agent: curl")));
    assert_false(differ(HTTP1("Cookie: a=1; b=2"), HTTP1("cookie: b=2\r\ncookie: a=1")));
}

static void test_fields_that_proxies_change(void **state) {
    (void)state;
    assert_false(differ(HTTP1("Host: a\r\nConnection: close\r\nTE: trailers\r\nAccept-Encoding: br"),
                        HTTP1("Host: b\r\nConnection: keep-alive\r\nTE: x\r\nAccept-Encoding: gzip")));
    assert_false(differ(HTTP1("X-Request-ID: a\r\nVia: 1.1 a"), HTTP1("X-Request-ID: b\r\nVia: 1.1 b")));
    assert_false(differ(line(":path", "/a"), line(":path", "/b")));
}

static void test_conditions(void **state) {
    (void)state;
    assert_true(line("if-none-match", "\"a\"").is_conditional);
    assert_true(line("If-Modified-Since", "Thu").is_conditional);
    assert_false(line("if-match", "\"a\"").is_conditional);
}

static void test_heads_of_all_kinds(void **state) {
    struct hc_traits traits;

    (void)state;
    traits = traits_of(SPAN_OF(""));
    traits = traits_of(SPAN_OF("GET / HTTP/1.1"));
    traits = traits_of(SPAN_OF("GET / HTTP/1.1\r\n:\r\n : \r\nx\r\n\r\nx-request-id: a\r\n"));
    assert_false(hc_traits_have_id(&traits));
    traits = HTTP1("x-request-id: a\0b\r\nx-forwarded-for: \0, 10.9.0.11");
    assert_true(hc_traits_have_id(&traits));
    require_named(traits, "behind a NUL", true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_id_is_one_in_every_version),
        cmocka_unit_test(test_the_part_of_an_id_that_is_passed_on),
        cmocka_unit_test(test_clients_that_proxies_name),
        cmocka_unit_test(test_proxies_are_counted),
        cmocka_unit_test(test_a_client_with_a_long_address),
        cmocka_unit_test(test_whether_any_is_named),
        cmocka_unit_test(test_marks_of_proxies),
        cmocka_unit_test(test_fields_that_proxies_leave_alone),
        cmocka_unit_test(test_fields_that_proxies_change),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_heads_of_all_kinds),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
