/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a connection itself knows. How its packets are found is Wireshark's matter, and tested with captures.
 */
#include "memory/memory_test.h"

#include "memory/connection.h"

static void test_whose_streams_carry_requests(void **state) {
    const struct hc_connection http2 = {0}, quic = {.is_quic = true};

    (void)state;
    assert_true(hc_connection_is_request(&http2, 1));
    assert_false(hc_connection_is_request(&http2, 0));
    assert_false(hc_connection_is_request(&http2, 2));
    assert_true(hc_connection_is_request(&quic, 0));
    assert_true(hc_connection_is_request(&quic, 4));
    for (int64_t id = 1; id <= 3; id++)
        assert_false(hc_connection_is_request(&quic, id));
}

static void test_what_a_gap_takes(void **state) {
    struct hc_connection connection = {.has_answered_up_to = true};

    (void)state;
    hc_queue_append(&connection.queue, 1);
    hc_connection_has_gap(&connection);
    assert_int_equal(connection.gaps, 1);
    assert_false(connection.has_answered_up_to);
    assert_null(hc_queue_answer(&connection.queue, (struct hc_head){.frame = 2}, true));
    for (int side = HC_SIDE_UNKNOWN; side <= HC_SERVER; side++)
        assert_false(hc_compression_proves(&connection.compression[side], 0));
}

static void test_streams_begin_behind_its_gaps(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    hc_connection_stream(&connection, 1);
    hc_connection_has_gap(&connection);
    assert_int_equal(hc_connection_stream(&connection, 1)->gaps, 0);
    assert_int_equal(hc_connection_stream(&connection, 3)->gaps, 1);
}

/* Wireshark numbers QUIC connections, whatever their addresses. */
static void test_quic_connections_by_their_number(void **state) {
    struct hc_connection *seventh = hc_connection_of_quic(7);

    (void)state;
    assert_true(seventh->is_quic);
    assert_ptr_equal(hc_connection_of_quic(7), seventh);
    assert_ptr_not_equal(hc_connection_of_quic(0), seventh);
    seventh->gaps = 3;
    open_capture();
    assert_int_equal(hc_connection_of_quic(7)->gaps, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_whose_streams_carry_requests),
        MEMORY_TEST(test_what_a_gap_takes),
        MEMORY_TEST(test_streams_begin_behind_its_gaps),
        MEMORY_TEST(test_quic_connections_by_their_number),
    };

    begin_program();
    hc_connection_register(0);
    hc_exchange_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
