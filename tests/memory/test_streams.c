/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is remembered of streams has bounds that no peer can raise, and what was forgotten counts as unknown.
 */
#include "memory/memory_test.h"

#include <stdlib.h>

#include "memory/streams.h"

enum { FLOOD = 100000 };

static int64_t request_stream(int i) {
    return 2 * (int64_t)i + 1;
}

static struct hc_exchange *stream(struct hc_streams *streams, int64_t id) {
    return hc_streams_get(streams, id, 0);
}

static void require_bounded(const struct hc_streams *streams) {
    assert_true(streams->open.length <= HC_MOST_OPEN_STREAMS);
    assert_true(streams->closed.length <= HC_MOST_CLOSED_STREAMS);
    assert_int_equal(g_hash_table_size(streams->by_id), streams->open.length + streams->closed.length);
}

static void test_a_stream_is_one_exchange(void **state) {
    struct hc_streams streams = {0};
    struct hc_exchange *one = stream(&streams, 1), *three = stream(&streams, 3);

    (void)state;
    assert_false(stream(&streams, 0)->was_forgotten);
    assert_ptr_not_equal(one, three);
    assert_ptr_equal(stream(&streams, 1), one);
    assert_int_equal(three->id, 3);
    assert_false(one->was_forgotten);
}

/* Though nobody has asked for another one since. */
static void test_the_last_one_is_forgotten(void **state) {
    struct hc_exchange *exchanges[HC_MOST_CLOSED_STREAMS + 1];
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i <= HC_MOST_CLOSED_STREAMS; i++)
        exchanges[i] = stream(&streams, request_stream(i));
    stream(&streams, request_stream(0));
    for (int i = 0; i <= HC_MOST_CLOSED_STREAMS; i++)
        hc_streams_reset(&streams, exchanges[i], HC_CLIENT);
    assert_null(streams.last);
    assert_true(stream(&streams, request_stream(0))->was_forgotten);
}

static void test_the_gaps_when_it_began(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    hc_streams_get(&streams, 1, 2);
    assert_int_equal(hc_streams_get(&streams, 1, 5)->gaps, 2);
}

/* A request that has ended waits for its response. */
static void test_which_end_closes(void **state) {
    struct hc_streams streams = {0};
    struct hc_exchange *exchange = stream(&streams, 1);

    (void)state;
    hc_streams_end(&streams, exchange, HC_CLIENT);
    assert_false(exchange->is_closed);
    hc_streams_end(&streams, exchange, HC_SERVER);
    assert_true(exchange->is_closed);
}

static void test_any_reset_closes(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int side = HC_SIDE_UNKNOWN; side <= HC_SERVER; side++) {
        struct hc_exchange *exchange = stream(&streams, side);

        hc_streams_reset(&streams, exchange, (enum hc_side)side);
        assert_true(exchange->is_closed);
        assert_true(exchange->sent[side].reset);
    }
}

/* Nobody says whether one was there that has a lower number than those that were forgotten. */
static void test_streams_below_the_forgotten(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i <= HC_MOST_CLOSED_STREAMS; i++)
        hc_streams_reset(&streams, stream(&streams, request_stream(10 + i)), HC_SERVER);
    assert_true(stream(&streams, request_stream(3))->was_forgotten);
    assert_true(stream(&streams, request_stream(10))->was_forgotten);
    assert_false(stream(&streams, request_stream(11))->was_forgotten);
    assert_false(stream(&streams, request_stream(9999))->was_forgotten);
}

/* Neither the newest nor the oldest one of a low number: the one that has waited longest goes. */
static void test_the_oldest_is_forgotten(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    stream(&streams, 1 << 20)->grpc = true;
    for (int i = 0; i < HC_MOST_OPEN_STREAMS; i++)
        stream(&streams, request_stream(i))->grpc = true;
    assert_int_equal(streams.last_forgotten, 1 << 20);
    assert_true(stream(&streams, request_stream(0))->grpc);
    /* Lower ones that are forgotten later leave the mark. */
    stream(&streams, (1 << 20) + 2);
    assert_int_equal(streams.last_forgotten, 1 << 20);
}

static void test_as_many_as_may_be_open(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i < HC_MOST_OPEN_STREAMS; i++)
        stream(&streams, request_stream(i));
    assert_false(streams.has_forgotten);
    assert_int_equal(streams.open.length, HC_MOST_OPEN_STREAMS);
}

/* By whom it was ended is not known: it may go on. */
static void test_an_end_by_nobody_closes_nothing(void **state) {
    struct hc_streams streams = {0};
    struct hc_exchange *exchange = stream(&streams, 1);

    (void)state;
    hc_streams_end(&streams, exchange, HC_SIDE_UNKNOWN);
    assert_false(exchange->is_closed);
    assert_false(exchange->sent[HC_SERVER].ended);
}

static void test_streams_that_are_never_closed(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        stream(&streams, request_stream(i));
    require_bounded(&streams);
    assert_true(streams.has_forgotten_open);
    assert_false(stream(&streams, request_stream(FLOOD - 1))->was_forgotten);
    assert_true(stream(&streams, request_stream(0))->was_forgotten);
    assert_true(stream(&streams, request_stream(FLOOD / 2))->was_forgotten);
    require_bounded(&streams);
}

static void test_streams_that_are_reset_at_once(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        hc_streams_reset(&streams, stream(&streams, request_stream(i)), HC_CLIENT);
    require_bounded(&streams);
    assert_false(streams.has_forgotten_open);
    assert_true(stream(&streams, request_stream(FLOOD - 1))->sent[HC_CLIENT].reset);
    assert_true(stream(&streams, request_stream(0))->was_forgotten);
}

static void test_a_long_stream_among_many_short_ones(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    stream(&streams, request_stream(0))->grpc = true;
    for (int i = 1; i < FLOOD; i++)
        hc_streams_end(&streams, stream(&streams, request_stream(i)), HC_SERVER);
    assert_true(stream(&streams, request_stream(0))->grpc);
    require_bounded(&streams);
}

static void test_ends_that_come_twice(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        hc_streams_end(&streams, stream(&streams, 1), HC_SERVER);
        hc_streams_reset(&streams, stream(&streams, 1), HC_CLIENT);
        hc_streams_close(&streams, stream(&streams, 1));
    }
    assert_int_equal(streams.open.length, 0);
    assert_int_equal(streams.closed.length, 1);
}

/* QUIC's ids have 62 bits, of which an attacker chooses the high ones, too. */
static void test_streams_far_apart(void **state) {
    struct hc_streams streams = {0};

    (void)state;
    for (int64_t i = 0; i < FLOOD; i++)
        stream(&streams, i << 32);
    require_bounded(&streams);
}

/* With Wireshark's allocator for captures, which hands out a block's bytes one behind the other: up to a
 * piece larger than any that was given back. */
static ptrdiff_t bytes_used(void (*use)(struct hc_streams *streams)) {
    wmem_allocator_t *of_tests = capture_scope;
    struct hc_streams streams = {0};
    char *first, *last;

    capture_scope = wmem_allocator_new(WMEM_ALLOCATOR_BLOCK);
    run_routines(&at_open);
    first = wmem_alloc(capture_scope, 1);
    use(&streams);
    last = wmem_alloc(capture_scope, 1 << 20);
    wmem_destroy_allocator(capture_scope);
    capture_scope = of_tests;
    return last - first;
}

static void open_as_many_as_are_kept(struct hc_streams *streams) {
    for (int i = 0; i < HC_MOST_OPEN_STREAMS; i++)
        stream(streams, request_stream(i));
}

static void open_and_reset_ever_more(struct hc_streams *streams) {
    for (int i = 0; i < FLOOD; i++) {
        struct hc_exchange *exchange = stream(streams, request_stream(i));

        if (i % 2)
            hc_streams_reset(streams, exchange, HC_CLIENT);
    }
}

/* Beside what is kept for good, as Wireshark does with each frame. */
enum { LASTING_BYTES = 16, BYTES_OF_ALLOCATOR = 16 };

static void answer_one_after_another(struct hc_streams *streams) {
    for (int i = 0; i < FLOOD; i++) {
        hc_streams_end(streams, stream(streams, request_stream(i)), HC_SERVER);
        wmem_alloc(capture_scope, LASTING_BYTES);
    }
}

static void open_websockets(struct hc_streams *streams) {
    for (int i = 0; i < FLOOD; i++)
        hc_exchange_websocket(stream(streams, request_stream(i)));
}

/* The figures that streams.h gives. */
static void test_the_memory_that_they_take(void **state) {
    enum { MOST_BYTES = 272, KEPT = HC_MOST_OPEN_STREAMS + HC_MOST_CLOSED_STREAMS };

    (void)state;
    /* Something else then stands for each allocator. */
    if (getenv("WIRESHARK_DEBUG_WMEM_OVERRIDE"))
        skip();
    assert_in_range(bytes_used(open_as_many_as_are_kept), HC_MOST_OPEN_STREAMS * sizeof(struct hc_exchange),
                    HC_MOST_OPEN_STREAMS * (MOST_BYTES + 1));
    assert_in_range(bytes_used(open_and_reset_ever_more), KEPT * sizeof(struct hc_exchange),
                    KEPT * (MOST_BYTES + 1));
    assert_in_range(bytes_used(answer_one_after_another), FLOOD * LASTING_BYTES,
                    FLOOD * (LASTING_BYTES + BYTES_OF_ALLOCATOR) + 2 * HC_MOST_CLOSED_STREAMS * MOST_BYTES);
    /* A WebSocket goes with its exchange. */
    assert_in_range(bytes_used(open_websockets), HC_MOST_OPEN_STREAMS * sizeof(struct hc_exchange),
                    2 * HC_MOST_OPEN_STREAMS * (MOST_BYTES + 2 * sizeof(struct hc_websocket)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_a_stream_is_one_exchange),
        MEMORY_TEST(test_the_last_one_is_forgotten),
        MEMORY_TEST(test_the_gaps_when_it_began),
        MEMORY_TEST(test_which_end_closes),
        MEMORY_TEST(test_any_reset_closes),
        MEMORY_TEST(test_an_end_by_nobody_closes_nothing),
        MEMORY_TEST(test_streams_below_the_forgotten),
        MEMORY_TEST(test_the_oldest_is_forgotten),
        MEMORY_TEST(test_as_many_as_may_be_open),
        MEMORY_TEST(test_streams_that_are_never_closed),
        MEMORY_TEST(test_streams_that_are_reset_at_once),
        MEMORY_TEST(test_a_long_stream_among_many_short_ones),
        MEMORY_TEST(test_ends_that_come_twice),
        MEMORY_TEST(test_streams_far_apart),
        MEMORY_TEST(test_the_memory_that_they_take),
    };

    begin_program();
    hc_exchange_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
