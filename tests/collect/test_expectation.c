/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which segments are a head that waits for 100 (Continue): a whole one, and no other; and which begin one. */
#include "collect_test.h"

#include "collect/expectation.h"

static const struct bytes waiting[] = {
    BYTES("PUT / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"),
    BYTES("POST / HTTP/1.1\r\nHost: a\r\nexpect:100-continue\r\nContent-Length: 1\r\n\r\n"),
};
static const struct bytes others[] = {
    BYTES(""),
    BYTES("P"),
    BYTES("PUT / HTTP/1.1\r\nHost: a\r\n\r\n"),
    BYTES("PUT / HTTP/1.1\r\nExpect: 100-continue\r\n"),
    BYTES("PUT / HTTP/1.1\r\nExpect: 100-continue\r\n\r\ncontent"),
    BYTES("PUT / HTTP/1.1\r\nX-Expect: 100-continue\r\n\r\n"),
    BYTES("HTTP/1.1 200 OK\r\nExpect: 100-continue\r\n\r\n"),
};

static void test_heads(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof waiting / sizeof *waiting; i++)
        assert_true(hc_is_expectant_head((const uint8_t *)waiting[i].text, waiting[i].size));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(hc_is_expectant_head((const uint8_t *)others[i].text, others[i].size));
    assert_false(hc_is_expectant_head(NULL, 0));
}

static const struct bytes uploads[] = {BYTES("POST / HTTP/1.1\r\n"), BYTES("PUT /a "), BYTES("PATCH ")};
static const struct bytes no_uploads[] = {BYTES(""),
                                          BYTES("P"),
                                          BYTES("POST"),
                                          BYTES("POSTER "),
                                          BYTES("GET / HTTP/1.1\r\n"),
                                          BYTES("BREW / HTTP/1.1\r\n"),
                                          BYTES("PRI * HTTP/2.0\r\n")};

static void test_uploads(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof uploads / sizeof *uploads; i++)
        assert_true(hc_begins_upload((const uint8_t *)uploads[i].text, uploads[i].size));
    for (size_t i = 0; i < sizeof no_uploads / sizeof *no_uploads; i++)
        assert_false(hc_begins_upload((const uint8_t *)no_uploads[i].text, no_uploads[i].size));
    assert_false(hc_begins_upload(NULL, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_heads), cmocka_unit_test(test_uploads)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
