/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far an exchange has come, as far as the capture proves it. */
#include "memory/memory_test.h"

#include "memory/exchange.h"

enum { SECOND = 1000000 };

static packet_info packet(uint32_t frame, time_t secs, int nsecs) {
    packet_info pinfo;

    memset(&pinfo, 0, sizeof pinfo);
    pinfo.num = frame;
    pinfo.abs_ts = (nstime_t){secs, nsecs};
    return pinfo;
}

static struct hc_exchange begun(void) {
    struct hc_exchange exchange = {.id = 1};
    const packet_info pinfo = packet(7, 100, 500000000);

    hc_exchange_begin(&exchange, &pinfo);
    return exchange;
}

static void test_exchanges_are_numbered_in_their_order(void **state) {
    (void)state;
    assert_int_equal(begun().asked.number, 1);
    assert_int_equal(begun().asked.number, 2);
    open_capture();
    assert_int_equal(begun().asked.number, 1);
}

/* Trailers, and a request that is sent again, do not begin it anew. */
static void test_the_first_head_counts(void **state) {
    struct hc_exchange exchange = begun();
    const packet_info later = packet(9, 200, 0);

    (void)state;
    hc_exchange_begin(&exchange, &later);
    assert_int_equal(exchange.asked.number, 1);
    assert_int_equal(exchange.asked.frame, 7);
}

static void require_progress(const struct hc_exchange *exchange, enum hc_progress right) {
    assert_int_equal(hc_exchange_progress(exchange, 0), right);
}

static void test_the_way_of_a_response(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    require_progress(&exchange, HC_PROGRESS_NONE);
    exchange.status = 200;
    require_progress(&exchange, HC_PROGRESS_STARTED);
    exchange.sent[HC_SERVER].ended = true;
    require_progress(&exchange, HC_PROGRESS_COMPLETE);
}

static void test_a_stream_that_nobody_opened(void **state) {
    const struct hc_exchange exchange = {.id = 1};

    (void)state;
    require_progress(&exchange, HC_PROGRESS_UNKNOWN);
}

/* Without keys for the headers: DATA of the server is a response all the same. */
static void test_a_response_that_cannot_be_read(void **state) {
    struct hc_exchange exchange = {.id = 1};

    (void)state;
    exchange.sent[HC_CLIENT].spoke = true;
    require_progress(&exchange, HC_PROGRESS_NONE);
    exchange.sent[HC_SERVER].spoke = true;
    require_progress(&exchange, HC_PROGRESS_STARTED);
}

static void test_content_length_proves_the_end(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.status = 200;
    exchange.sent[HC_SERVER].announced = 10 + 1;
    exchange.sent[HC_SERVER].content = 9;
    require_progress(&exchange, HC_PROGRESS_STARTED);
    exchange.sent[HC_SERVER].content = 10;
    require_progress(&exchange, HC_PROGRESS_COMPLETE);
}

static void test_no_content_is_announced_content(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.status = 200;
    exchange.sent[HC_SERVER].announced = 0 + 1;
    require_progress(&exchange, HC_PROGRESS_COMPLETE);
}

/* The head that says how much comes was not read. */
static void test_content_without_a_status(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.sent[HC_SERVER] = (struct hc_sent){.announced = 10 + 1, .content = 10, .spoke = true};
    require_progress(&exchange, HC_PROGRESS_STARTED);
}

/* Its content was asked for, and is no response. */
static void test_the_content_of_a_request(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.sent[HC_CLIENT] =
        (struct hc_sent){.announced = 10 + 1, .content = 10, .spoke = true, .ended = true};
    require_progress(&exchange, HC_PROGRESS_NONE);
    exchange.status = 200;
    require_progress(&exchange, HC_PROGRESS_STARTED);
}

static void test_a_gap_hides_the_end(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.status = 200;
    assert_int_equal(hc_exchange_progress(&exchange, 1), HC_PROGRESS_UNKNOWN);
    exchange.sent[HC_SERVER].ended = true;
    assert_int_equal(hc_exchange_progress(&exchange, 1), HC_PROGRESS_COMPLETE);
}

static void test_what_was_forgotten_is_unknown(void **state) {
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.was_forgotten = true;
    require_progress(&exchange, HC_PROGRESS_UNKNOWN);
}

static void test_a_tunnel_has_no_response_to_complete(void **state) {
    const struct hc_request connect = {.method = "CONNECT"}, get = {.method = "GET"}, unread = {.path = "/"};
    struct hc_exchange exchange = begun();

    (void)state;
    exchange.asked.request = &connect;
    exchange.status = 200;
    exchange.sent[HC_SERVER].announced = 1;
    assert_true(hc_exchange_is_tunnel(&exchange));
    require_progress(&exchange, HC_PROGRESS_STARTED);
    exchange.status = 503;
    assert_false(hc_exchange_is_tunnel(&exchange));
    exchange.status = 0;
    assert_false(hc_exchange_is_tunnel(&exchange));
    exchange.asked.request = &unread;
    exchange.status = 200;
    assert_false(hc_exchange_is_tunnel(&exchange));
    exchange.asked.request = NULL;
    assert_false(hc_exchange_is_tunnel(&exchange));
    exchange.asked.request = &get;
    exchange.status = 200;
    assert_false(hc_exchange_is_tunnel(&exchange));
}

static uint32_t elapsed_at(time_t secs, int nsecs) {
    const struct hc_exchange exchange = begun();
    const packet_info pinfo = packet(8, secs, nsecs);

    return hc_exchange_elapsed(&exchange, &pinfo);
}

static void test_time_since_the_request(void **state) {
    (void)state;
    assert_int_equal(elapsed_at(100, 500000000), 0);
    assert_int_equal(elapsed_at(102, 500001000), 2 * SECOND + 1);
    assert_int_equal(elapsed_at(101, 0), SECOND / 2);
    assert_int_equal(elapsed_at(100 + 4293, 999999999), UINT32_C(4293499999));
}

static void test_time_that_is_not_known(void **state) {
    const struct hc_exchange unasked = {.id = 1};
    const packet_info pinfo = packet(8, 101, 0);

    (void)state;
    assert_int_equal(hc_exchange_elapsed(&unasked, &pinfo), HC_NO_TIME);
    /* A clock that was set back, and a day that is too long. */
    assert_int_equal(elapsed_at(99, 0), HC_NO_TIME);
    assert_int_equal(elapsed_at(99, 500000000), HC_NO_TIME);
    assert_int_equal(elapsed_at(100, 499999999), HC_NO_TIME);
    assert_int_equal(elapsed_at(100 + 86400, 0), HC_NO_TIME);
    assert_int_equal(elapsed_at(100 + 4295, 467294000), HC_NO_TIME - 1);
    assert_int_equal(elapsed_at(100 + 4295, 467295000), HC_NO_TIME);
    assert_int_equal(elapsed_at(100 + INT64_MAX / 1000, 0), HC_NO_TIME);
    assert_int_equal(elapsed_at(-INT64_MAX / 1000, 0), HC_NO_TIME);
}

static void test_one_websocket(void **state) {
    struct hc_exchange exchange = begun();
    struct hc_websocket *websocket = hc_exchange_websocket(&exchange);

    (void)state;
    assert_int_equal(websocket->closed_with[HC_SERVER], 0);
    assert_ptr_equal(hc_exchange_websocket(&exchange), websocket);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_exchanges_are_numbered_in_their_order),
        MEMORY_TEST(test_the_first_head_counts),
        MEMORY_TEST(test_the_way_of_a_response),
        MEMORY_TEST(test_a_stream_that_nobody_opened),
        MEMORY_TEST(test_a_response_that_cannot_be_read),
        MEMORY_TEST(test_content_length_proves_the_end),
        MEMORY_TEST(test_no_content_is_announced_content),
        MEMORY_TEST(test_content_without_a_status),
        MEMORY_TEST(test_the_content_of_a_request),
        MEMORY_TEST(test_a_gap_hides_the_end),
        MEMORY_TEST(test_what_was_forgotten_is_unknown),
        MEMORY_TEST(test_a_tunnel_has_no_response_to_complete),
        MEMORY_TEST(test_time_since_the_request),
        MEMORY_TEST(test_time_that_is_not_known),
        MEMORY_TEST(test_one_websocket),
    };

    begin_program();
    hc_exchange_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
