/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a connection remembers has bounds that no peer can raise, and what was forgotten counts as unknown. */
#include "registry/registry_test.h"

#include "memory/connection.h"

enum { FLOOD = 100000 };

static wmem_allocator_t *capture;

/* Instead of Wireshark's, which only Wireshark can enter. */
wmem_allocator_t *wmem_file_scope(void) {
    return capture;
}

static int begin_capture(void **state) {
    (void)state;
    capture = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    return 0;
}

static int end_capture(void **state) {
    (void)state;
    wmem_destroy_allocator(capture);
    return 0;
}

static void require_bounded(const struct hc_streams *streams) {
    assert_true(streams->open.length <= HC_MOST_OPEN_STREAMS);
    assert_true(streams->closed.length <= HC_MOST_CLOSED_STREAMS);
    assert_int_equal(wmem_map_size(streams->by_id), streams->open.length + streams->closed.length);
}

static int64_t request_stream(int i) {
    return 2 * (int64_t)i + 1;
}

static void test_streams_that_are_never_closed(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        hc_connection_stream(&connection, request_stream(i));
    require_bounded(&connection.streams);
    assert_true(connection.streams.has_forgotten_open);
    assert_false(hc_connection_stream(&connection, request_stream(FLOOD - 1))->was_forgotten);
    assert_true(hc_connection_stream(&connection, request_stream(0))->was_forgotten);
    require_bounded(&connection.streams);
}

static void test_streams_that_are_reset_at_once(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        hc_streams_reset(&connection.streams, hc_connection_stream(&connection, request_stream(i)));
    require_bounded(&connection.streams);
    assert_false(connection.streams.has_forgotten_open);
    assert_true(hc_connection_stream(&connection, request_stream(FLOOD - 1))->reset);
    assert_true(hc_connection_stream(&connection, request_stream(0))->was_forgotten);
}

static void test_a_long_stream_among_many_short_ones(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    hc_connection_stream(&connection, request_stream(0))->grpc = true;
    for (int i = 1; i < FLOOD; i++)
        hc_connection_ends(&connection, request_stream(i));
    assert_true(hc_connection_stream(&connection, request_stream(0))->grpc);
    require_bounded(&connection.streams);
}

static void test_ends_that_come_twice(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        hc_connection_ends(&connection, 1);
        hc_streams_reset(&connection.streams, hc_connection_stream(&connection, 1));
    }
    assert_int_equal(connection.streams.open.length, 0);
    assert_int_equal(connection.streams.closed.length, 1);
}

/* QUIC's ids have 62 bits, of which an attacker chooses the high ones, too. */
static void test_streams_far_apart(void **state) {
    struct hc_connection connection = {.is_quic = true};

    (void)state;
    for (int64_t i = 0; i < FLOOD; i++)
        hc_connection_stream(&connection, i << 32);
    require_bounded(&connection.streams);
}

static void test_requests_that_are_never_answered(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    for (uint32_t i = 1; i <= FLOOD; i++)
        hc_connection_asks(&connection)->frame = i;
    assert_true(connection.waiting <= HC_MOST_WAITING);
    /* Which of them the next response answers is not known; that to a known frame is. */
    assert_int_equal(hc_connection_answers(&connection, true).frame, 0);
    assert_int_equal(hc_connection_answers_frame(&connection, FLOOD, true).frame, FLOOD);
    assert_int_equal(connection.waiting, 0);
    assert_null(connection.first_waiting);
}

static void test_goaways_that_say_the_same(void **state) {
    static const struct hc_request request = {.method = "GET", .path = "/"};
    struct hc_connection connection = {.seen_from_start = true};
    const struct hc_open_requests *first, *again;

    (void)state;
    hc_connection_stream(&connection, 5)->asked.request = &request;
    hc_connection_goes_away(&connection, 5);
    first = hc_connection_unprocessed(&connection);
    again = hc_connection_unprocessed(&connection);
    assert_non_null(first);
    assert_ptr_equal(first, again);
    assert_int_equal(first->count, 1);
    assert_false(first->has_others);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_streams_that_are_never_closed, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_streams_that_are_reset_at_once, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_a_long_stream_among_many_short_ones, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_ends_that_come_twice, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_streams_far_apart, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_requests_that_are_never_answered, begin_capture, end_capture),
        cmocka_unit_test_setup_teardown(test_goaways_that_say_the_same, begin_capture, end_capture),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
