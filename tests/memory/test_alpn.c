/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A QUIC connection is HTTP/3's where the server chose it, or the client offered nothing else. */
#include "registry/registry_test.h"

#include "memory/alpn.h"

static enum hc_alpn offered(const char *const protocols[]) {
    enum hc_alpn known = HC_ALPN_UNKNOWN;

    for (; *protocols; protocols++)
        known = hc_alpn_offered(known, *protocols);
    return known;
}
#define OFFERED(...) offered((const char *const[]){__VA_ARGS__, NULL})

static void test_unknown_is_not_http3(void **state) {
    (void)state;
    assert_false(hc_alpn_is_http3(HC_ALPN_UNKNOWN));
}

static void test_the_only_offer(void **state) {
    (void)state;
    assert_true(hc_alpn_is_http3(OFFERED("h3")));
    assert_true(hc_alpn_is_http3(OFFERED("h3", "h3-29")));
    assert_false(hc_alpn_is_http3(OFFERED("h3", "hq-interop")));
    assert_false(hc_alpn_is_http3(OFFERED("hq-interop", "h3")));
}

static void test_the_choice_counts(void **state) {
    (void)state;
    assert_true(hc_alpn_is_http3(hc_alpn_chosen("h3")));
    assert_true(hc_alpn_is_http3(hc_alpn_chosen("h3-29")));
    assert_false(hc_alpn_is_http3(hc_alpn_chosen("doq")));
}

/* A ClientHello that is sent again, or shown late. */
static void test_no_offer_undoes_a_choice(void **state) {
    (void)state;
    assert_int_equal(hc_alpn_offered(HC_ALPN_HTTP3, "doq"), HC_ALPN_HTTP3);
    assert_int_equal(hc_alpn_offered(HC_ALPN_OTHER, "h3"), HC_ALPN_OTHER);
}

static void test_names_that_look_like_it(void **state) {
    static const char *const others[] = {"", "h", "h3-", "h3-29x", "h3x", "h30", "H3", "h2"};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(hc_alpn_chosen(others[i]), HC_ALPN_OTHER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unknown_is_not_http3),    cmocka_unit_test(test_the_only_offer),
        cmocka_unit_test(test_the_choice_counts),       cmocka_unit_test(test_no_offer_undoes_a_choice),
        cmocka_unit_test(test_names_that_look_like_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
