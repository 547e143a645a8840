/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is told of the end of a session, however the capsules are cut into pieces. */
#include "collect_test.h"

#include "collect/capsules.h"

static void listen(void *user, uint32_t code, const char *reason, size_t length) {
    char *words = user;
    size_t used = strlen(words);

    snprintf(words + used, 64 - used, "%u '%.*s'. ", (unsigned)code, (int)length, reason);
}

/* A capsule of another type, and those that close a session. */
#define DATAGRAM "\0\3abc"
#define CLOSE    "\x68\x43\7\0\0\0\5bye"
#define TOLD     "5 'bye'. "

static void check(const char *bytes, size_t size, const char *wanted) {
    for (size_t at_once = 1; at_once <= size; at_once++) {
        struct hc_capsules capsules = {0};
        char words[64] = "";

        for (size_t at = 0; at < size; at += at_once) {
            size_t piece = size - at < at_once ? size - at : at_once;

            hc_capsules_read(&capsules, (const uint8_t *)bytes + at, piece, listen, words);
        }
        assert_string_equal(words, wanted);
    }
}
#define CHECK(literal, wanted) check(literal, sizeof literal - 1, wanted)

static void test_a_close(void **state) {
    (void)state;
    CHECK(CLOSE, TOLD);
    CHECK(DATAGRAM CLOSE, TOLD);
    CHECK(CLOSE DATAGRAM CLOSE, TOLD TOLD);
    CHECK("\x68\x43\4\xff\xff\xff\xfe", "4294967294 ''. ");
    /* longer ways to write the same numbers (RFC 9000, section 16) */
    CHECK("\x80\0\x28\x43\x40\7\0\0\0\5bye", TOLD);
    CHECK("\xc0\0\0\0\0\0\x28\x43\xc0\0\0\0\0\0\0\7\0\0\0\5bye", TOLD);
}

static void test_what_is_none(void **state) {
    (void)state;
    CHECK(DATAGRAM, "");
    CHECK("\x68\x43\0", "");
    CHECK("\x68\x43\3\0\0\0", "");
    CHECK("\x68\x43\7\0\0\0\5by", "");
    CHECK("\x68\x44\7\0\0\0\5bye", "");
    /* in the value of another one */
    CHECK("\0\x0a" CLOSE, "");
    CHECK("\0\xff\xff\xff\xff\xff\xff\xff\xff" CLOSE, "");
}

static void test_a_long_reason_is_cut(void **state) {
    static uint8_t bytes[4 + 4 + 3000] = {0x68, 0x43, 0x4b, 0xbc};
    struct hc_capsules capsules = {0};
    char words[64] = "";

    (void)state;
    memset(bytes + 8, 'x', 3000);
    hc_capsules_read(&capsules, bytes, sizeof bytes, listen, words);
    assert_int_equal(capsules.kept, sizeof capsules.value);
    assert_int_equal(strncmp(words, "0 'xxxx", 7), 0);
}

static void test_nothing_is_said_once_it_is_lost(void **state) {
    struct hc_capsules capsules = {0};
    char words[64] = "";

    (void)state;
    hc_capsules_lose(&capsules);
    hc_capsules_read(&capsules, (const uint8_t *)CLOSE, sizeof CLOSE - 1, listen, words);
    assert_string_equal(words, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_close),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_a_long_reason_is_cut),
        cmocka_unit_test(test_nothing_is_said_once_it_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
