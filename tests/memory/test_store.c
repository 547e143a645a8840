/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a frame shows is found by its number, on every pass, and by no other frame that gets the number. */
#include "memory/memory_test.h"

#include "memory/store.h"

static wmem_allocator_t *packet_scope;

static void keep(uint32_t frame, const struct hc_events *shown) {
    hc_store_begin(frame);
    hc_store_keep(frame, shown);
}

/* Codes that are told apart: the first one's number, and those after it. */
static void keep_codes(uint32_t frame, uint64_t first, unsigned count) {
    struct hc_event *codes = wmem_alloc0(packet_scope, (count + 1) * sizeof *codes);

    for (unsigned i = 0; i < count; i++)
        codes[i].value = first + i;
    keep(frame, &(const struct hc_events){.count = count, .event = codes});
    /* What was kept is a copy. */
    memset(codes, 0xff, count * sizeof *codes);
}

static const struct hc_events *found(uint32_t frame) {
    return hc_store_find(packet_scope, frame);
}

static void assert_codes(uint32_t frame, uint64_t first, unsigned count) {
    const struct hc_events *events = found(frame);

    assert_non_null(events);
    assert_int_equal(events->count, count);
    for (unsigned i = 0; i < count; i++)
        assert_int_equal(events->event[i].value, first + i);
}

static void test_nothing_is_kept(void **state) {
    (void)state;
    assert_null(found(1));
    keep_codes(5, 0, 0);
    assert_null(found(5));
}

static void test_codes_are_found_by_their_frame(void **state) {
    (void)state;
    keep_codes(2, 100, 1);
    assert_codes(2, 100, 1);
    keep_codes(5, 200, 3);
    keep_codes(6, 300, 2);
    assert_codes(2, 100, 1);
    assert_codes(5, 200, 3);
    assert_codes(6, 300, 2);
    for (unsigned i = 0; i < 3; i++)
        assert_null(found((const uint32_t[]){1, 3, 7}[i]));
}

/* Some of them stand in two blocks, and some fill more than one. */
static void test_any_number_of_codes(void **state) {
    (void)state;
    for (uint32_t frame = 1; frame <= 3000; frame++)
        keep_codes(frame, frame, 3);
    keep_codes(3001, 5, 2500);
    for (uint32_t frame = 1; frame <= 3000; frame++)
        assert_codes(frame, frame, 3);
    assert_codes(3001, 5, 2500);
}

static void test_what_is_no_code(void **state) {
    const struct hc_implied implied[] = {{.kind = HC_IMPLIES_NO_CODE}, {.kind = HC_IMPLIES_LATE_FRAME}};
    const struct hc_front_link front = {.front_frame = 3};
    const struct hc_pair *const pairs[] = {(const struct hc_pair *)&front};
    const struct hc_events *events;

    (void)state;
    keep_codes(1, 100, 1);
    keep(4, &(const struct hc_events){.unreadable_statuses = 2, .implied_count = 2, .implied = implied});
    keep(5, &(const struct hc_events){.pair_count = 1, .pairs = pairs, .front_count = 1, .fronts = &front});
    keep_codes(6, 200, 1);
    events = found(4);
    assert_int_equal(events->count, 0);
    assert_int_equal(events->unreadable_statuses, 2);
    assert_int_equal(events->implied_count, 2);
    assert_ptr_not_equal(events->implied, implied);
    assert_int_equal(events->implied[1].kind, HC_IMPLIES_LATE_FRAME);
    events = found(5);
    assert_int_equal(events->implied_count, 0);
    assert_ptr_equal(events->pairs[0], pairs[0]);
    assert_int_equal(events->fronts[0].front_frame, 3);
    assert_codes(6, 200, 1);
    assert_int_equal(found(6)->unreadable_statuses, 0);
}

static void test_codes_and_what_is_none(void **state) {
    const struct hc_event code = {.value = 404};

    (void)state;
    keep(3, &(const struct hc_events){.count = 1, .event = &code, .unreadable_statuses = 1});
    assert_codes(3, 404, 1);
    assert_int_equal(found(3)->unreadable_statuses, 1);
}

/* `tshark -2 -R` gives the number of a frame that it leaves out to the next one. */
static void test_a_frame_that_is_left_out(void **state) {
    (void)state;
    keep_codes(1, 100, 1);
    keep_codes(2, 200, 2);
    keep_codes(2, 300, 1);
    assert_codes(2, 300, 1);
    keep_codes(3, 400, 1);
    keep(3, &(const struct hc_events){.unreadable_statuses = 1});
    assert_int_equal(found(3)->count, 0);
    keep_codes(3, 0, 0);
    assert_null(found(3));
    keep_codes(4, 500, 1);
    assert_codes(1, 100, 1);
    assert_codes(2, 300, 1);
    assert_codes(4, 500, 1);
}

static void test_another_capture(void **state) {
    (void)state;
    keep_codes(5, 100, 1);
    open_capture();
    assert_null(found(5));
    keep_codes(2, 200, 1);
    assert_codes(2, 200, 1);
    assert_null(found(5));
}

/* With Wireshark's allocator for captures, which hands out a block's bytes one behind the other. */
static ptrdiff_t bytes_used(uint32_t frames, unsigned codes_a_frame) {
    wmem_allocator_t *of_tests = capture_scope;
    char *first, *last;

    open_capture();
    capture_scope = wmem_allocator_new(WMEM_ALLOCATOR_BLOCK);
    first = wmem_alloc(capture_scope, 1);
    for (uint32_t frame = 1; frame <= frames; frame++)
        keep_codes(frame, frame, codes_a_frame);
    last = wmem_alloc(capture_scope, 1 << 20);
    run_routines(&at_close);
    wmem_destroy_allocator(capture_scope);
    capture_scope = of_tests;
    return last - first;
}

static void test_the_memory_that_codes_take(void **state) {
    enum { FRAMES = 1 << 14, BYTES_A_FRAME = 8 };

    (void)state;
    if (getenv("WIRESHARK_DEBUG_WMEM_OVERRIDE"))
        skip();
    for (unsigned codes = 1; codes <= 4; codes++) {
        size_t least = FRAMES * (codes * sizeof(struct hc_event) + BYTES_A_FRAME);

        assert_in_range(bytes_used(FRAMES, codes), least, least + FRAMES);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_nothing_is_kept),        MEMORY_TEST(test_codes_are_found_by_their_frame),
        MEMORY_TEST(test_any_number_of_codes),    MEMORY_TEST(test_what_is_no_code),
        MEMORY_TEST(test_codes_and_what_is_none), MEMORY_TEST(test_a_frame_that_is_left_out),
        MEMORY_TEST(test_another_capture),        MEMORY_TEST(test_the_memory_that_codes_take),
    };
    int failed;

    begin_program();
    packet_scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    hc_store_register();
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    wmem_destroy_allocator(packet_scope);
    return end_program(failed);
}
