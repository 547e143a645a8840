/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many streams are remembered has bounds that no peer can raise; what was forgotten stays silent. */
#include "http3_test.h"

#include "http3/stream_table.h"

enum { FLOOD = 20000 };

static struct hc_http3_streams streams;

static struct hc_http3_half *half(int64_t id, enum hc_side sender, struct hc_http3_stream **stream) {
    return hc_http3_streams_half(&streams, id, sender, stream);
}

static void require_bounded(void) {
    assert_true(streams.open.length <= HC_MOST_HTTP3_STREAMS);
    assert_true(streams.over.length <= HC_MOST_HTTP3_STREAMS_OVER);
    assert_true(wmem_map_size(streams.by_id) <= streams.open.length + streams.over.length + 1);
}

static void test_directions(void **state) {
    struct hc_http3_stream *stream;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    assert_null(hc_http3_streams_find(&streams, 0, HC_CLIENT));
    assert_non_null(half(0, HC_CLIENT, &stream));
    assert_ptr_equal(hc_http3_streams_find(&streams, 0, HC_CLIENT), half(0, HC_CLIENT, &stream));
    assert_null(hc_http3_streams_find(&streams, 0, HC_SERVER));
    hc_http3_streams_end(&streams, stream, HC_CLIENT);
    assert_null(half(0, HC_CLIENT, &stream));
    assert_non_null(half(0, HC_SERVER, &stream));
    assert_int_equal(streams.open.length, 1);
    hc_http3_streams_end(&streams, stream, HC_SERVER);
    assert_null(half(0, HC_SERVER, &stream));
    assert_int_equal(streams.open.length, 0);
    assert_int_equal(streams.over.length, 1);
}

static void test_flood_of_streams_that_never_end(void **state) {
    struct hc_http3_stream *stream;
    struct hc_http3_half *critical;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    critical = half(2, HC_CLIENT, &stream);
    hc_http3_streams_keep(&streams, stream);
    for (int64_t i = 0; i < FLOOD; i++) {
        const struct hc_quic_piece late = {1, (const uint8_t *)"late", 4, false};
        struct hc_http3_half *one = half(4 * i, HC_CLIENT, &stream);

        hc_quic_pieces_put(&one->pieces, &streams.room, &late);
        require_bounded();
    }
    assert_null(half(0, HC_CLIENT, &stream));
    assert_null(half(4 * 100, HC_SERVER, &stream));
    assert_non_null(half(4 * (FLOOD - 1), HC_CLIENT, &stream));
    assert_ptr_equal(half(2, HC_CLIENT, &stream), critical);
    /* The ids of other types have a count of their own. */
    assert_non_null(half(6, HC_CLIENT, &stream));
    /* What waited went with its stream. */
    assert_true(streams.room.used <= HC_MOST_HTTP3_STREAMS * 100);
}

static void test_flood_of_streams_that_end(void **state) {
    struct hc_http3_stream *stream;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    for (int64_t i = 0; i < FLOOD; i++) {
        half(4 * i, HC_CLIENT, &stream);
        hc_http3_streams_end(&streams, stream, HC_CLIENT);
        half(4 * i, HC_SERVER, &stream);
        hc_http3_streams_end(&streams, stream, HC_SERVER);
        require_bounded();
    }
    assert_int_equal(streams.over.length, HC_MOST_HTTP3_STREAMS_OVER);
    assert_null(half(0, HC_CLIENT, &stream));
    assert_null(half(4 * (FLOOD - 1), HC_CLIENT, &stream));
    assert_non_null(half(4 * (int64_t)FLOOD, HC_CLIENT, &stream));
}

/* A server's pushes are over when it has nothing more to say. */
static void test_unidirectional(void **state) {
    struct hc_http3_stream *stream;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    assert_int_equal(half(15, HC_SERVER, &stream)->frames.purpose, HC_HTTP3_UNDECIDED);
    hc_http3_streams_end(&streams, stream, HC_SERVER);
    assert_int_equal(streams.over.length, 1);
}

static void test_blocked(void **state) {
    static const uint8_t bytes[] = {3, 0x81, 0x10, 0x11};
    const struct hc_http3_item section = {.kind = HC_HTTP3_PROMISE, .bytes = bytes, .length = sizeof bytes};
    struct hc_http3_stream *stream;
    struct hc_http3_half *one;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    one = half(4, HC_SERVER, &stream);
    assert_true(hc_http3_streams_block(&streams, stream, HC_SERVER, &section));
    assert_memory_equal(one->blocked, bytes, sizeof bytes);
    assert_true(one->blocked_is_promise);
    assert_int_equal(streams.blocked[HC_SERVER].length, 1);
    assert_int_equal(streams.room.used, sizeof bytes);
    hc_http3_streams_end(&streams, stream, HC_SERVER);
    assert_int_equal(streams.blocked[HC_SERVER].length, 0);
    assert_int_equal(streams.room.used, 0);
}

static void test_blocked_without_room(void **state) {
    static const uint8_t bytes[4];
    const struct hc_http3_item section = {.kind = HC_HTTP3_SECTION, .bytes = bytes, .length = sizeof bytes};
    struct hc_http3_stream *stream;

    (void)state;
    hc_http3_streams_begin(&streams, capture);
    half(0, HC_CLIENT, &stream);
    streams.room.used = HC_MOST_WAITING_IN_CONNECTION - 3;
    assert_false(hc_http3_streams_block(&streams, stream, HC_CLIENT, &section));
    assert_int_equal(streams.blocked[HC_CLIENT].length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_directions),
        IN_CAPTURE(test_flood_of_streams_that_never_end),
        IN_CAPTURE(test_flood_of_streams_that_end),
        IN_CAPTURE(test_unidirectional),
        IN_CAPTURE(test_blocked),
        IN_CAPTURE(test_blocked_without_room),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
