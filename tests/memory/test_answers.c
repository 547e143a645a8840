/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a request is answered is found by its frame, and not by another one that got its number. */
#include "memory/memory_test.h"

#include "memory/answers.h"

static frame_data frames[64];

/* Frames stand a hundred bytes apart in their file. */
static packet_info packet(uint32_t frame) {
    packet_info pinfo;

    memset(&pinfo, 0, sizeof pinfo);
    frames[frame].file_off = frame * 100;
    pinfo.num = frame;
    pinfo.fd = &frames[frame];
    return pinfo;
}

static void expect(uint32_t exchange, uint32_t frame) {
    const packet_info pinfo = packet(frame);

    hc_answers_expect(exchange, &pinfo);
}

static uint32_t answer_of(uint32_t frame, unsigned position) {
    const packet_info pinfo = packet(frame);

    return hc_answer_of(&pinfo, position);
}

static void test_before_any(void **state) {
    (void)state;
    assert_int_equal(answer_of(5, 0), 0);
    hc_answers_note(1, 9);
    assert_int_equal(answer_of(5, 0), 0);
}

static void test_the_first_answer_counts(void **state) {
    (void)state;
    expect(1, 5);
    assert_int_equal(answer_of(5, 0), 0);
    hc_answers_note(1, 9);
    hc_answers_note(1, 12);
    assert_int_equal(answer_of(5, 0), 9);
    assert_int_equal(answer_of(5, 1), 0);
    assert_int_equal(answer_of(4, 0), 0);
    assert_int_equal(answer_of(6, 0), 0);
}

static void test_several_in_a_frame(void **state) {
    (void)state;
    expect(1, 5);
    expect(2, 7);
    expect(3, 7);
    expect(4, 7);
    expect(5, 8);
    hc_answers_note(4, 20);
    hc_answers_note(2, 21);
    hc_answers_note(5, 22);
    assert_int_equal(answer_of(7, 0), 21);
    assert_int_equal(answer_of(7, 1), 20);
    assert_int_equal(answer_of(7, 2), 0);
    assert_int_equal(answer_of(8, 0), 22);
    assert_int_equal(answer_of(5, 0), 0);
}

/* `tshark -2 -R` gives the third of three frames the number 2. */
static void test_a_frame_with_another_number(void **state) {
    packet_info renumbered = packet(2);

    (void)state;
    expect(1, 2);
    hc_answers_note(1, 3);
    renumbered.fd = &frames[9];
    frames[9].file_off = 900;
    assert_int_equal(hc_answer_of(&renumbered, 0), 0);
    assert_int_equal(answer_of(2, 0), 3);
}

static void test_another_capture(void **state) {
    (void)state;
    expect(1, 5);
    hc_answers_note(1, 9);
    open_capture();
    assert_int_equal(answer_of(5, 0), 0);
    expect(1, 6);
    hc_answers_note(1, 8);
    assert_int_equal(answer_of(6, 0), 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_before_any),         MEMORY_TEST(test_the_first_answer_counts),
        MEMORY_TEST(test_several_in_a_frame), MEMORY_TEST(test_a_frame_with_another_number),
        MEMORY_TEST(test_another_capture),
    };

    begin_program();
    hc_answers_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
