/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A span holds captured bytes and no others, whatever a field claims to mark. */
#include "registry/registry_test.h"

#include "collect/span.h"

static uint8_t captured[] = {'G', 'O', 'A', 'W', 'A', 'Y'};
enum { CAPTURED = sizeof captured, LOST = 4 };

static int open_packet(void **state) {
    *state = tvb_new_real_data(captured, CAPTURED, CAPTURED + LOST);
    return 0;
}

static int close_packet(void **state) {
    tvb_free(*state);
    return 0;
}

static void require_bytes(struct hc_span span, const char *bytes) {
    char room[CAPTURED + LOST];
    unsigned length = hc_span_copy(span, room, sizeof room);

    assert_int_equal(length, strlen(bytes));
    assert_int_equal(span.length, strlen(bytes));
    assert_memory_equal(room, bytes, length);
}

static void test_holds_what_the_field_marks(void **state) {
    field_info field = {.ds_tvb = *state, .start = 1, .length = 2};

    require_bytes(hc_span_of(&field), "OA");
    require_bytes(hc_span_from(&field), "OAWAY");
    assert_ptr_equal(hc_span_bytes(hc_span_of(&field)), captured + 1);
}

static void require_ascii(const char *bytes, unsigned length, const char *right) {
    char *text = hc_ascii(NULL, bytes, length);

    assert_string_equal(text, right);
    wmem_free(NULL, text);
}

/* As dissectors read it: what is no ASCII becomes U+FFFD each byte. */
static void test_text_of_bytes(void **state) {
    (void)state;
    require_ascii(NULL, 0, "");
    require_ascii("nginx/1.2", 5, "nginx");
    require_ascii("a\0b", 3, "a");
    require_ascii("caf\xc3\xa9!", 6, "caf\xef\xbf\xbd\xef\xbf\xbd!");
}

static void test_ends_where_the_capture_ends(void **state) {
    field_info partly = {.ds_tvb = *state, .start = CAPTURED - 1, .length = LOST};
    field_info behind = {.ds_tvb = *state, .start = CAPTURED + 1, .length = 1};
    field_info nowhere = {.start = 1, .length = 1};

    require_bytes(hc_span_of(&partly), "Y");
    require_bytes(hc_span_from(&behind), "");
    require_bytes(hc_span_of(&nowhere), "");
    assert_null(hc_span_bytes(hc_span_of(&behind)));
}

static void test_is_cut_from_both_ends(void **state) {
    field_info field = {.ds_tvb = *state, .start = 0, .length = CAPTURED};
    struct hc_span all = hc_span_of(&field);

    require_bytes(hc_span_behind(all, 2), "AWAY");
    require_bytes(hc_span_behind(all, CAPTURED + 1), "");
    require_bytes(hc_span_first(all, 2), "GO");
    require_bytes(hc_span_first(hc_span_behind(all, 2), UINT_MAX), "AWAY");
}

static void test_copies_no_more_than_there_is_room(void **state) {
    field_info field = {.ds_tvb = *state, .start = 0, .length = CAPTURED};
    char room[4] = "....";

    assert_int_equal(hc_span_copy(hc_span_of(&field), room, 2), 2);
    assert_memory_equal(room, "GO..", sizeof room);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_holds_what_the_field_marks, open_packet, close_packet),
        cmocka_unit_test_setup_teardown(test_text_of_bytes, open_packet, close_packet),
        cmocka_unit_test_setup_teardown(test_ends_where_the_capture_ends, open_packet, close_packet),
        cmocka_unit_test_setup_teardown(test_is_cut_from_both_ends, open_packet, close_packet),
        cmocka_unit_test_setup_teardown(test_copies_no_more_than_there_is_room, open_packet, close_packet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
