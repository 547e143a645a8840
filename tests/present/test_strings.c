/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Phrases get their slots filled, and words from the wire do no harm. */
#include "present_test.h"

#include "present/strings.h"

static void test_fills_the_slots_that_the_phrase_has(void **state) {
    (void)state;
    assert_string_equal(HC_FILL(scope, HC_SAYS_MEANING, {"origin", "IANA"}, {"unused", "?"}, {"name", "OK"}),
                        "OK (IANA)");
    assert_string_equal(HC_FILL(scope, HC_SAYS_MEANING, {"name", "OK"}), "OK ()");
}

static void test_does_not_fill_slots_in_what_fills_them(void **state) {
    (void)state;
    assert_string_equal(HC_FILL(scope, HC_SAYS_MEANING, {"name", "{origin}"}, {"origin", "{"}),
                        "{origin} ({)");
}

static void test_shortens_by_characters_and_not_by_bytes(void **state) {
    (void)state;
    assert_string_equal(hc_string_shortened(scope, "/a", 2), "/a");
    assert_string_equal(hc_string_shortened(scope, "/äöü", 4), "/äöü");
    assert_string_equal(hc_string_shortened(scope, "/äöü", 3), "/ä…");
    assert_string_equal(hc_string_shortened(scope, "/a", 1), "…");
}

static void test_fits_whole_words_into_bytes(void **state) {
    (void)state;
    assert_string_equal(hc_string_fitted(scope, "do not retry", 12), "do not retry");
    assert_string_equal(hc_string_fitted(scope, "do not retry", 11), "do not…");
    assert_string_equal(hc_string_fitted(scope, "do not retry", 9), "do not…");
    assert_string_equal(hc_string_fitted(scope, "do not retry", 8), "do…");
    assert_string_equal(hc_string_fitted(scope, "do not retry", 4), "…");
    assert_string_equal(hc_string_fitted(scope, "auf Länge", 9), "auf…");
    assert_string_equal(hc_string_fitted(scope, "不要重试", 12), "不要重试");
    assert_string_equal(hc_string_fitted(scope, "不要重试", 11), "不要…");
}

static void test_makes_spaces_of_what_steers_a_terminal(void **state) {
    (void)state;
    assert_string_equal(hc_string_printable(scope, "a\033[1mb\nc"), "a [1mb c");
    assert_string_equal(hc_string_printable(scope, "a\u202eb"), "a b");
    assert_string_equal(hc_string_printable(scope, "ä客户端"), "ä客户端");
}

static void test_escapes_it_where_readers_want_to_see_it(void **state) {
    (void)state;
    assert_string_equal(hc_string_escaped(scope, "plain"), "plain");
    assert_string_equal(hc_string_escaped(scope, "a\nb\033"), "a\\nb\\033");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_fills_the_slots_that_the_phrase_has),
        TEXT_TEST(test_does_not_fill_slots_in_what_fills_them),
        TEXT_TEST(test_shortens_by_characters_and_not_by_bytes),
        TEXT_TEST(test_fits_whole_words_into_bytes),
        TEXT_TEST(test_makes_spaces_of_what_steers_a_terminal),
        TEXT_TEST(test_escapes_it_where_readers_want_to_see_it),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
