/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words from the wire are kept once, valid, bounded, and no longer than the capture. */
#include "memory/memory_test.h"

#include "memory/strings.h"

#define ELLIPSIS "\xe2\x80\xa6"
#define E_ACUTE  "\xc3\xa9"

static const char *filled(char *room, size_t length, const char *unit) {
    room[0] = '\0';
    while (strlen(room) + strlen(unit) <= length)
        strcat(room, unit);
    return room;
}

static void test_equal_texts_have_one_address(void **state) {
    char again[] = "/index.html";

    (void)state;
    assert_ptr_equal(hc_strings_keep("/index.html"), hc_strings_keep(again));
    assert_ptr_equal(hc_strings_keep(again), hc_strings_keep_words("/index.html?", 11));
    assert_ptr_not_equal(hc_strings_keep("/index.html"), hc_strings_keep("/index.htm"));
}

static void test_what_is_kept_is_a_copy(void **state) {
    char text[] = "GET";
    const char *kept = hc_strings_keep(text);

    (void)state;
    text[0] = 'P';
    assert_string_equal(kept, "GET");
}

/* The two have the same length, the same first and the same last character. */
static void test_texts_that_look_alike(void **state) {
    const char *one = hc_strings_keep("/a/z"), *other = hc_strings_keep("/b/z");

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_ptr_equal(hc_strings_keep("/a/z"), one);
        assert_ptr_equal(hc_strings_keep("/b/z"), other);
    }
    assert_string_equal(one, "/a/z");
    assert_string_equal(other, "/b/z");
}

static void test_no_words(void **state) {
    (void)state;
    assert_null(hc_strings_keep(""));
    assert_null(hc_strings_keep_words("unread", 0));
}

static void test_bytes_that_are_no_text(void **state) {
    const char *kept = hc_strings_keep_words("a\0b\xff\xc3", 5);

    (void)state;
    assert_true(g_utf8_validate(kept, -1, NULL));
    assert_true(starts_with(kept, "a"));
    assert_non_null(strchr(kept, 'b'));
    assert_null(strchr(kept, '\xff'));
}

static void test_the_longest_text_is_whole(void **state) {
    char text[HC_LONGEST_KEPT + 1];

    (void)state;
    assert_string_equal(hc_strings_keep(filled(text, HC_LONGEST_KEPT, "x")), text);
}

static void require_cut(const char *text) {
    const char *kept = hc_strings_keep(text);

    assert_true(strlen(kept) <= HC_LONGEST_KEPT);
    assert_true(strlen(kept) > HC_LONGEST_KEPT - 8);
    assert_true(g_utf8_validate(kept, -1, NULL));
    assert_true(ends_with(kept, ELLIPSIS));
    assert_memory_equal(kept, text, strlen(kept) - strlen(ELLIPSIS));
}

static void test_a_cut_is_marked(void **state) {
    char text[4 * HC_LONGEST_KEPT + 1];

    (void)state;
    require_cut(filled(text, HC_LONGEST_KEPT + 1, "x"));
    require_cut(filled(text, 4 * HC_LONGEST_KEPT, "x"));
}

/* At each place that it may fall on. */
static void test_a_cut_parts_no_character(void **state) {
    char text[2 * HC_LONGEST_KEPT + 4] = "xyz";

    (void)state;
    filled(text + 3, 2 * HC_LONGEST_KEPT, E_ACUTE);
    for (int before = 0; before <= 3; before++)
        require_cut(text + 3 - before);
}

static void test_bytes_behind_the_length_are_not_read(void **state) {
    char *exactly = g_memdup2("abc", 3);

    (void)state;
    assert_string_equal(hc_strings_keep_words(exactly, 3), "abc");
    g_free(exactly);
}

/* Both ways to keep must agree on the new copy: an address from the capture before would be dangling. */
static void test_nothing_outlives_its_capture(void **state) {
    (void)state;
    hc_strings_keep("/same");
    open_capture();
    wmem_alloc(wmem_file_scope(), 64);
    assert_string_equal(hc_strings_keep("/same"), "/same");
    assert_ptr_equal(hc_strings_keep("/same"), hc_strings_keep_words("/same", 5));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_equal_texts_have_one_address),
        MEMORY_TEST(test_what_is_kept_is_a_copy),
        MEMORY_TEST(test_texts_that_look_alike),
        MEMORY_TEST(test_no_words),
        MEMORY_TEST(test_bytes_that_are_no_text),
        MEMORY_TEST(test_the_longest_text_is_whole),
        MEMORY_TEST(test_a_cut_is_marked),
        MEMORY_TEST(test_a_cut_parts_no_character),
        MEMORY_TEST(test_bytes_behind_the_length_are_not_read),
        MEMORY_TEST(test_nothing_outlives_its_capture),
    };

    begin_program();
    hc_strings_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
