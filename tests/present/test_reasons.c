/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words beside a code: whose they are, and when they say more than it. */
#include "present_test.h"

#include "present/reasons.h"

static const char *of_proxy(const char *header) {
    const struct hc_event event = {STATUS(502), MORE(.proxy_status = header)};

    return hc_reason_of_proxy(scope, &event);
}

static void test_a_proxy_tells_the_error(void **state) {
    (void)state;
    assert_string_equal(of_proxy("proxy.example.net; error=connection_refused"),
                        "proxy.example.net: connection_refused");
    assert_string_equal(
        of_proxy("\"Some CDN\"; error=dns_error; rcode=\"NXDOMAIN\"; details=\"no such name\""),
        "Some CDN: dns_error (NXDOMAIN), no such name");
    assert_string_equal(
        of_proxy("a, b; error=tls_protocol_error; details=\"x\", c; error=http_protocol_error"),
        "b: tls_protocol_error, x");
}

static void test_a_header_without_an_error_stays_as_it_is(void **state) {
    (void)state;
    assert_null(of_proxy(NULL));
    assert_string_equal(of_proxy("cdn.example; received-status=504"), "cdn.example; received-status=504");
    assert_string_equal(of_proxy(";;;"), ";;;");
}

static void test_a_reason_goes_before_what_a_proxy_says(void **state) {
    const struct hc_event both = {GRPC_STATUS(14),
                                  MORE(.reason = "try later", .proxy_status = "p; error=dns_error")};
    const struct hc_event proxy = {STATUS(502), MORE(.proxy_status = "p; error=dns_error")};
    const struct hc_event no_error = {STATUS(200), MORE(.proxy_status = "p; next-hop=\"a\"")};
    const struct hc_event nothing = {STATUS(200)};

    (void)state;
    assert_string_equal(hc_reason(scope, &both), "try later");
    assert_string_equal(hc_reason(scope, &proxy), "p: dns_error");
    assert_null(hc_reason(scope, &no_error));
    assert_null(hc_reason(scope, &nothing));
}

static void test_words_outweigh_the_code_that_stands_in_for_them(void **state) {
    const struct hc_event ping = {GOAWAY(0x1, HC_CLIENT), MORE(.reason = "Failed ping.")};
    const struct hc_event other_code = {GOAWAY(0x3, HC_CLIENT), MORE(.reason = "Failed ping.")};
    const struct hc_event silent = {GOAWAY(0x1, HC_CLIENT)};

    (void)state;
    assert_non_null(hc_reason_outweighs(&ping));
    assert_null(hc_reason_outweighs(&other_code));
    assert_null(hc_reason_outweighs(&silent));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_a_proxy_tells_the_error),
        TEXT_TEST(test_a_header_without_an_error_stays_as_it_is),
        TEXT_TEST(test_a_reason_goes_before_what_a_proxy_says),
        TEXT_TEST(test_words_outweigh_the_code_that_stands_in_for_them),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
