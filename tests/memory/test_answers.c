/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a request is answered is found by its frame, and not by another one that got its number. */
#include "memory/memory_test.h"

#include "memory/answers.h"

static void test_before_any(void **state) {
    (void)state;
    assert_int_equal(hc_answer_of(5, 0), 0);
    hc_answers_note(1, 9);
    assert_int_equal(hc_answer_of(5, 0), 0);
}

static void test_the_first_answer_counts(void **state) {
    (void)state;
    hc_answers_expect(1, 5);
    assert_int_equal(hc_answer_of(5, 0), 0);
    hc_answers_note(1, 9);
    hc_answers_note(1, 12);
    assert_int_equal(hc_answer_of(5, 0), 9);
    assert_int_equal(hc_answer_of(5, 1), 0);
    assert_int_equal(hc_answer_of(4, 0), 0);
    assert_int_equal(hc_answer_of(6, 0), 0);
}

static void test_several_in_a_frame(void **state) {
    (void)state;
    hc_answers_expect(1, 5);
    hc_answers_expect(2, 7);
    hc_answers_expect(3, 7);
    hc_answers_expect(4, 7);
    hc_answers_expect(5, 8);
    hc_answers_note(4, 20);
    hc_answers_note(2, 21);
    hc_answers_note(5, 22);
    assert_int_equal(hc_answer_of(7, 0), 21);
    assert_int_equal(hc_answer_of(7, 1), 20);
    assert_int_equal(hc_answer_of(7, 2), 0);
    assert_int_equal(hc_answer_of(8, 0), 22);
    assert_int_equal(hc_answer_of(5, 0), 0);
}

/* `tshark -2 -R` gives the number of a frame that it leaves out to the next one. */
static void test_a_frame_that_is_left_out(void **state) {
    (void)state;
    hc_answers_begin(1);
    hc_answers_expect(1, 1);
    hc_answers_begin(2);
    hc_answers_expect(2, 2);
    hc_answers_expect(3, 2);
    hc_answers_begin(2);
    hc_answers_expect(4, 2);
    hc_answers_begin(3);
    for (uint32_t exchange = 1; exchange <= 4; exchange++)
        hc_answers_note(exchange, 10 + exchange);
    assert_int_equal(hc_answer_of(1, 0), 11);
    assert_int_equal(hc_answer_of(2, 0), 14);
    assert_int_equal(hc_answer_of(2, 1), 0);
}

static void test_another_capture(void **state) {
    (void)state;
    hc_answers_expect(1, 5);
    hc_answers_note(1, 9);
    open_capture();
    assert_int_equal(hc_answer_of(5, 0), 0);
    hc_answers_expect(1, 6);
    hc_answers_note(1, 8);
    assert_int_equal(hc_answer_of(6, 0), 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_before_any),         MEMORY_TEST(test_the_first_answer_counts),
        MEMORY_TEST(test_several_in_a_frame), MEMORY_TEST(test_a_frame_that_is_left_out),
        MEMORY_TEST(test_another_capture),
    };

    begin_program();
    hc_answers_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
