/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Handshakes and alerts are never missed, wherever they begin; data are not taken for them. */
#include "collect/collect_test.h"

#include "collect/tls_records.h"

#define DATA_OF_TWO "\x17\x03\x03\x00\x02\xaa\xbb"

static bool may_have_handshake(struct bytes bytes) {
    return hc_tls_may_have_handshake((const uint8_t *)bytes.text, bytes.size);
}

static void test_a_handshake_or_an_alert_is_found_anywhere(void **state) {
    static const struct bytes found[] = {
        BYTES("\x16\x03\x01\x00\x05\x01"),
        BYTES("\x15\x03\x03\x00\x02\x01\x00"),
        BYTES(DATA_OF_TWO "\x16\x03\x03\x00\x01"),
        BYTES("\xee\x03\xee" DATA_OF_TWO "\x15\x03\x03"),
        BYTES("\x16\x03\x03\x03\x03"),
        BYTES("\xaa\x16\x03"), /* the rest comes in the next segment */
    };

    (void)state;
    for (size_t i = 0; i < sizeof found / sizeof found[0]; i++)
        assert_true(may_have_handshake(found[i]));
}

static void test_data_are_none(void **state) {
    static const struct bytes data[] = {
        BYTES(DATA_OF_TWO DATA_OF_TWO), BYTES("\x16\x02\x03\x05"), BYTES("\x14\x03\x03\x00\x01\x01"),
        BYTES("\x16\x03\x7f\x00"),      BYTES("\x03\x03\x03"),     BYTES("\x16"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof data / sizeof data[0]; i++)
        assert_false(may_have_handshake(data[i]));
    assert_false(hc_tls_may_have_handshake((const uint8_t *)"", 0));
}

static void test_what_begins_with_data(void **state) {
    (void)state;
    assert_true(hc_tls_begins_with_data((const uint8_t *)DATA_OF_TWO, 7));
    assert_false(hc_tls_begins_with_data((const uint8_t *)"\x16\x03\x03", 3));
    assert_false(hc_tls_begins_with_data((const uint8_t *)"HTTP", 4));
    assert_false(hc_tls_begins_with_data((const uint8_t *)"\x17", 1));
}

/* CLIENT-HELLO is 1; its header has two bytes, or three with padding. */
static void test_ssl2(void **state) {
    (void)state;
    assert_true(hc_tls_may_be_ssl2((const uint8_t *)"\x80\x2e\x01\x03\x01", 5));
    assert_true(hc_tls_may_be_ssl2((const uint8_t *)"\x00\x2e\x01\x01\x03", 5));
    assert_false(hc_tls_may_be_ssl2((const uint8_t *)"\x80\x2e\xff\x03\x01", 5));
    assert_false(hc_tls_may_be_ssl2((const uint8_t *)"\x17\x03\x03\x00\x10", 5));
    assert_false(hc_tls_may_be_ssl2((const uint8_t *)"\x80\x2e", 2));
    assert_false(hc_tls_may_be_ssl2((const uint8_t *)"", 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_handshake_or_an_alert_is_found_anywhere),
        cmocka_unit_test(test_data_are_none),
        cmocka_unit_test(test_what_begins_with_data),
        cmocka_unit_test(test_ssl2),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
