/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The Proxy-Status header: its rows, and what is read from values, good and bad. */
#include "registry/registry_test.h"

#include "registry/proxy_status.h"

/* RFC 9209, section 2.3: the types in order, with the recommended status. */
static const struct {
    const char *name;
    unsigned status;
} types[] = {
    {"dns_timeout", 504},
    {"dns_error", 502},
    {"destination_not_found", 500},
    {"destination_unavailable", 503},
    {"destination_ip_prohibited", 502},
    {"destination_ip_unroutable", 502},
    {"connection_refused", 502},
    {"connection_terminated", 502},
    {"connection_timeout", 504},
    {"connection_read_timeout", 504},
    {"connection_write_timeout", 504},
    {"connection_limit_reached", 503},
    {"tls_protocol_error", 502},
    {"tls_certificate_error", 502},
    {"tls_alert_received", 502},
    {"http_request_error", 0},
    {"http_request_denied", 403},
    {"http_response_incomplete", 502},
    {"http_response_header_section_size", 502},
    {"http_response_header_size", 502},
    {"http_response_body_size", 502},
    {"http_response_trailer_section_size", 502},
    {"http_response_trailer_size", 502},
    {"http_response_transfer_coding", 502},
    {"http_response_content_coding", 502},
    {"http_response_timeout", 504},
    {"http_upgrade_failed", 502},
    {"http_protocol_error", 502},
    {"proxy_internal_response", 0},
    {"proxy_internal_error", 500},
    {"proxy_configuration_error", 500},
    {"proxy_loop_detected", 502},
};

static void rows_are_those_of_the_rfc(void **state) {
    (void)state;
    assert_int_equal(hc_proxy_error_count, sizeof(types) / sizeof(types[0]));
    for (size_t i = 0; i < hc_proxy_error_count; i++) {
        char section[32];
        snprintf(section, sizeof section, "2.3.%zu", i + 1);
        assert_string_equal(hc_proxy_errors[i].name, types[i].name);
        assert_int_equal(hc_proxy_errors[i].status, types[i].status);
        assert_string_equal(hc_proxy_errors[i].section, section);
        assert_ptr_equal(hc_proxy_error(types[i].name, strlen(types[i].name)), &hc_proxy_errors[i]);
    }
    assert_null(hc_proxy_error("dns_errors", 10));
    assert_null(hc_proxy_error("dns_error", 8));
    assert_null(hc_proxy_error("", 0));
}

/* Only a 4xx blames the client: the others are about what is behind the proxy, or the proxy itself. */
static void faults_follow_the_status(void **state) {
    (void)state;
    for (size_t i = 0; i < hc_proxy_error_count; i++) {
        const struct hc_proxy_error *row = &hc_proxy_errors[i];
        bool is_about_request = starts_with(row->name, "http_request_");
        assert_int_equal(row->blame == HC_BLAME_CLIENT, is_about_request);
        assert_true(row->blame != HC_BLAME_SENDER && row->blame != HC_BLAME_PEER);
    }
}

struct value_case {
    const char *value;
    const char *proxy, *error, *details, *received; /* "" where there is none */
    bool is_registered;
};

static const struct value_case good[] = {
    {"envoy; error=connection_refused", "envoy", "connection_refused", "", "", true},
    {"proxy.example; error=dns_error; rcode=\"NXDOMAIN\"; details=\"no such host\"", "proxy.example",
     "dns_error", "no such host", "", true},
    {"\"a proxy\";error=\"connection_timeout\";received-status=504", "a proxy", "connection_timeout", "",
     "504", true},
    /* the first is closest to the origin, and the first that has an error tells the cause */
    {"inner; error=http_response_timeout, outer; error=proxy_internal_error", "inner",
     "http_response_timeout", "", "", true},
    {"cache; received-status=200, gw; error=tls_alert_received, edge", "gw", "tls_alert_received", "", "",
     true},
    /* a vendor's own type, as it is */
    {"edge; error=x-vendor_overload", "edge", "x-vendor_overload", "", "", false},
    {"edge; error=dns_timeouts", "edge", "dns_timeouts", "", "", false},
    /* RFC 9651: optional blanks, a key twice, a key alone, other kinds of values, escapes */
    {"  a;  error=dns_timeout\t,\t b  ", "a", "dns_timeout", "", "", true},
    {"a;error=dns_error;error=dns_timeout", "a", "dns_timeout", "", "", true},
    {"a;fwd;n=-1;b=?1;t=@1659578233;error=dns_timeout", "a", "dns_timeout", "", "", true},
    {"a;error=dns_timeout;details=\"say \\\"no\\\" \\\\\"", "a", "dns_timeout", "say \\\"no\\\" \\\\", "",
     true},
};

static void assert_word(struct hc_proxy_word word, const char *expected, const char *value) {
    if (word.length != strlen(expected) || (word.length > 0 && memcmp(word.text, expected, word.length)))
        fail_msg("%s: \"%.*s\", not \"%s\"", value, (int)word.length, word.text ? word.text : "", expected);
}

static void the_cause_is_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        struct hc_proxy_status status;
        assert_true(hc_proxy_status_read(good[i].value, strlen(good[i].value), &status));
        assert_word(status.proxy, good[i].proxy, good[i].value);
        assert_word(status.error, good[i].error, good[i].value);
        assert_word(status.details, good[i].details, good[i].value);
        assert_word(status.received, good[i].received, good[i].value);
        assert_int_equal(status.row != NULL, good[i].is_registered);
    }
}

static const char *const bad[] = {
    "",
    " ",
    ",",
    "a",
    "a, b; received-status=502",
    "a; error",
    "a; error=",
    "a; error=dns_timeout,",
    "a; error=dns_timeout, ,b",
    "a; error=dns_timeout x",
    "a ; error=dns_timeout",
    "a; error=dns_timeout;",
    "a; Error=dns_timeout",
    "a; error=dns_timeout; details=\"open",
    "a; error=dns_timeout; details=\"\\",
    "a; error=dns_timeout; details=\"\\n\"",
    "a; error=dns_timeout; details=\"\x01\"",
    "(a b); error=dns_timeout",
    "; error=dns_timeout",
    "a; error=dns_timeout\r\n",
    "\xff\xfe; error=dns_timeout",
};

static void assert_empty(const char *value, size_t length) {
    static const struct hc_proxy_status nothing;
    struct hc_proxy_status status;
    if (hc_proxy_status_read(value, length, &status))
        fail_msg("%.*s: read", (int)length, value);
    assert_memory_equal(&status, &nothing, sizeof nothing);
}

static void garbage_says_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_empty(bad[i], strlen(bad[i]));
    assert_empty("a;error=dns_timeout\0", 20);
}

/* Every beginning of a value, in memory of just that size: a checker sees what reads beyond it. */
static void beginnings_are_bounded(void **state) {
    (void)state;
    static const char value[] =
        "\"a\\\"\";error=dns_error;rcode=\"SERVFAIL\";details=\"x\", b;error=dns_timeout";
    for (size_t length = 0; length < sizeof value; length++) {
        char *copy = test_malloc(length + 1);
        struct hc_proxy_status status;
        memcpy(copy + 1, value, length);
        hc_proxy_status_read(copy + 1, length, &status);
        if (status.error.text != NULL)
            assert_true(status.error.text + status.error.length <= copy + 1 + length);
        test_free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_those_of_the_rfc), cmocka_unit_test(faults_follow_the_status),
        cmocka_unit_test(the_cause_is_read),         cmocka_unit_test(garbage_says_nothing),
        cmocka_unit_test(beginnings_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
