/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The chunks of HTTP/1, and bytes that only look so. */
#include "collect_test.h"

#include <stdlib.h>

#include "collect/chunks.h"

static void check(const char *bytes, size_t size, const char *wanted, bool has_ended) {
    uint8_t *copy = malloc(size > 0 ? size : 1);
    struct hc_chunks chunks = {.bytes = copy, .size = size};
    char joined[64] = "";
    const uint8_t *data;
    size_t length;

    memcpy(copy, bytes, size);
    while (hc_chunks_next(&chunks, &data, &length))
        strncat(joined, (const char *)data, length);
    assert_string_equal(joined, wanted);
    assert_int_equal(chunks.has_ended, has_ended);
    assert_false(hc_chunks_next(&chunks, &data, &length));
    free(copy);
}
#define CHECK(literal, ...) check(literal, sizeof literal - 1, __VA_ARGS__)

static void test_whole(void **state) {
    (void)state;
    CHECK("0\r\n\r\n", "", true);
    CHECK("3\r\nabc\r\n0\r\n\r\n", "abc", true);
    CHECK("3;name=value\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", "abc0123456789", true);
    CHECK("b\nhello world\n000\n\n", "hello world", true);
}

static void test_broken_off(void **state) {
    (void)state;
    CHECK("", "", false);
    CHECK("3", "", false);
    CHECK("3\r\n", "", false);
    CHECK("3\r\nab", "ab", false);
    CHECK("3\r\nabc", "abc", false);
    CHECK("3\r\nabc\r\n0", "abc", false);
}

static void test_no_chunks(void **state) {
    (void)state;
    CHECK("\r\n", "", false);
    CHECK("x\r\nabc\r\n", "", false);
    CHECK("-3\r\nabc\r\n0\r\n\r\n", "", false);
    CHECK("fffffffffffffffffff\r\nabc", "", false);
    CHECK("ffffffffffffff\r\nabc", "abc", false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_broken_off),
        cmocka_unit_test(test_no_chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
