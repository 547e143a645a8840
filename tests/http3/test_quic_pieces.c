/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each byte of a stream is read once and in its place, whatever becomes of the packets. */
#include "http3_test.h"

#include "http3/quic_pieces.h"

enum { FLOOD = 100000, STREAM = 600 };

static uint8_t stream[STREAM];

/* A reader that takes at most so many bytes at a time, and what it has read. */
struct reader {
    struct hc_quic_pieces pieces;
    struct hc_quic_room room;
    uint8_t seen[STREAM + 1];
    size_t count;
    size_t most; /* 0: it takes nothing for now */
};

static struct reader reader(void) {
    for (size_t i = 0; i < STREAM; i++)
        stream[i] = (uint8_t)(i * 7 + i / 256);
    return (struct reader){.room = {.scope = capture}, .most = STREAM};
}

static void read_all(struct reader *reader) {
    const uint8_t *bytes;
    size_t length;

    while (reader->most > 0 && (length = hc_quic_pieces_next(&reader->pieces, &bytes)) > 0) {
        length = MIN(length, reader->most);
        assert_true(reader->count + length <= STREAM);
        memcpy(reader->seen + reader->count, bytes, length);
        reader->count += length;
        hc_quic_pieces_read(&reader->pieces, &reader->room, length);
    }
}

/* The bytes are only there during the call, as those of a packet are. */
static void put(struct reader *reader, uint64_t offset, size_t length, bool fin) {
    uint8_t *bytes = g_memdup2(stream + offset, length);
    const struct hc_quic_piece piece = {offset, bytes, length, fin};

    hc_quic_pieces_put(&reader->pieces, &reader->room, &piece);
    read_all(reader);
    hc_quic_pieces_settle(&reader->pieces, &reader->room);
    g_free(bytes);
}

static void require_read(const struct reader *reader, size_t count) {
    assert_int_equal(reader->count, count);
    assert_memory_equal(reader->seen, stream, count);
}

static void require_nothing_waits(const struct reader *reader) {
    assert_null(reader->pieces.first);
    assert_null(reader->pieces.last);
    assert_int_equal(reader->pieces.waiting, 0);
    assert_int_equal(reader->pieces.count, 0);
    assert_int_equal(reader->room.used, 0);
}

static void test_in_order(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 0, 10, false);
    require_read(&r, 10);
    put(&r, 10, 5, true);
    require_read(&r, 15);
    assert_true(hc_quic_pieces_are_all_read(&r.pieces));
    require_nothing_waits(&r);
}

static void test_late(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 20, 10, true);
    put(&r, 10, 10, false);
    require_read(&r, 0);
    assert_false(hc_quic_pieces_are_all_read(&r.pieces));
    put(&r, 0, 10, false);
    require_read(&r, 30);
    assert_true(hc_quic_pieces_are_all_read(&r.pieces));
    require_nothing_waits(&r);
}

static void test_repeated(void **state) {
    struct reader r = reader();

    (void)state;
    for (int i = 0; i < 3; i++) {
        put(&r, 0, 10, false);
        put(&r, 30, 10, false);
    }
    require_read(&r, 10);
    assert_int_equal(r.pieces.waiting, 10);
    put(&r, 10, 20, false);
    put(&r, 0, 40, false);
    require_read(&r, 40);
    require_nothing_waits(&r);
}

/* What is sent again is cut in another way, and may begin and end anywhere. */
static void test_overlapping(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 10, 10, false);
    put(&r, 30, 10, false);
    put(&r, 50, 10, false);
    put(&r, 5, 50, false);
    put(&r, 15, 40, false);
    assert_int_equal(r.pieces.waiting, 55);
    put(&r, 0, 7, false);
    require_read(&r, 60);
    require_nothing_waits(&r);
}

/* Bytes that came first stay: a peer that sends others later cannot change what was shown. */
static void test_other_bytes_in_the_same_place(void **state) {
    struct reader r = reader();
    uint8_t others[30];
    const struct hc_quic_piece lie = {0, others, sizeof others, false};

    (void)state;
    put(&r, 0, 10, false);
    put(&r, 20, 10, false);
    memset(others, 0xee, sizeof others);
    hc_quic_pieces_put(&r.pieces, &r.room, &lie);
    read_all(&r);
    assert_int_equal(r.count, 30);
    assert_memory_equal(r.seen, stream, 10);
}

static void test_all_cuts_in_all_orders(void **state) {
    (void)state;
    for (unsigned seed = 1; seed < 500; seed++) {
        struct reader r = reader();
        uint32_t random = seed * 2654435761u;

        r.most = seed % 7 + 1;
        for (int i = 0; i < 400; i++) {
            uint32_t offset = (random >> 8) % STREAM;

            put(&r, offset, (random >> 20) % 40 % (STREAM - offset), false);
            random = random * 1664525u + 1013904223u;
        }
        put(&r, 0, STREAM, true);
        require_read(&r, STREAM);
        assert_true(hc_quic_pieces_are_all_read(&r.pieces));
        require_nothing_waits(&r);
    }
}

/* A reader that has to wait for something else: nothing is lost, and nothing is read twice. */
static void test_reader_that_waits(void **state) {
    struct reader r = reader();

    (void)state;
    r.most = 0;
    put(&r, 0, 20, false);
    put(&r, 40, 20, false);
    put(&r, 10, 20, false);
    put(&r, 30, 10, false);
    require_read(&r, 0);
    assert_int_equal(r.pieces.waiting, 60);
    r.most = 7;
    read_all(&r);
    require_read(&r, 60);
    require_nothing_waits(&r);
}

static void test_reader_that_stops_within_the_packet(void **state) {
    struct reader r = reader();
    const struct hc_quic_piece all = {0, stream, 60, false};

    (void)state;
    put(&r, 10, 10, false);
    hc_quic_pieces_put(&r.pieces, &r.room, &all);
    memcpy(r.seen, stream, 25);
    r.count = 25;
    hc_quic_pieces_read(&r.pieces, &r.room, 25);
    hc_quic_pieces_settle(&r.pieces, &r.room);
    read_all(&r);
    require_read(&r, 60);
    require_nothing_waits(&r);
}

static void test_ends(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 0, 10, false);
    assert_false(hc_quic_pieces_are_all_read(&r.pieces));
    put(&r, 10, 0, true);
    assert_true(hc_quic_pieces_are_all_read(&r.pieces));
    put(&r, 0, 5, true); /* another length: the first one counts */
    assert_int_equal(r.pieces.end, 10);
}

static void test_empty_stream(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 0, 0, true);
    assert_true(hc_quic_pieces_are_all_read(&r.pieces));
    require_read(&r, 0);
}

/* The first byte is not in the capture. */
static void test_nothing_from_the_middle(void **state) {
    struct reader r = reader();

    (void)state;
    for (uint64_t offset = 1; offset + 10 <= STREAM; offset += 10)
        put(&r, offset, 10, false);
    require_read(&r, 0);
}

static void test_drops_what_waits(void **state) {
    struct reader r = reader();

    (void)state;
    put(&r, 20, 10, false);
    hc_quic_pieces_drop(&r.pieces, &r.room);
    require_nothing_waits(&r);
    put(&r, 0, 10, false);
    require_read(&r, 10);
}

static void require_given_up(struct reader *r) {
    assert_true(r->pieces.given_up);
    require_nothing_waits(r);
    put(r, 0, 10, true);
    require_read(r, 0);
    assert_false(hc_quic_pieces_are_all_read(&r->pieces));
}

static void test_flood_of_bytes(void **state) {
    struct reader r = reader();
    uint64_t offset = 1;

    (void)state;
    for (int i = 0; i < FLOOD && !r.pieces.given_up; i++, offset += STREAM + 1) {
        const struct hc_quic_piece piece = {offset, stream, STREAM, false};

        hc_quic_pieces_put(&r.pieces, &r.room, &piece);
        assert_true(r.pieces.waiting <= HC_MOST_WAITING_IN_STREAM);
        assert_true(r.pieces.count <= HC_MOST_PIECES);
    }
    require_given_up(&r);
}

static void test_flood_of_small_pieces(void **state) {
    struct reader r = reader();

    (void)state;
    for (uint64_t i = 0; i < FLOOD && !r.pieces.given_up; i++) {
        const struct hc_quic_piece piece = {2 * i + 1, stream, 1, false};

        hc_quic_pieces_put(&r.pieces, &r.room, &piece);
        assert_true(r.pieces.count <= HC_MOST_PIECES);
    }
    require_given_up(&r);
}

static void test_flood_of_one_large_piece(void **state) {
    struct reader r = reader();
    size_t length = HC_MOST_WAITING_IN_STREAM + 1;
    uint8_t *bytes = g_malloc0(length);
    const struct hc_quic_piece piece = {1, bytes, length, false};

    (void)state;
    hc_quic_pieces_put(&r.pieces, &r.room, &piece);
    g_free(bytes);
    require_given_up(&r);
}

/* Many streams, none of which waits for too much. */
static void test_flood_of_a_connection(void **state) {
    struct hc_quic_room room = {.scope = capture};
    size_t length = HC_MOST_WAITING_IN_STREAM;
    uint8_t *bytes = g_malloc0(length);
    const struct hc_quic_piece piece = {1, bytes, length, false};
    unsigned given_up = 0;

    (void)state;
    for (int i = 0; i < 20; i++) {
        struct hc_quic_pieces *pieces = wmem_new0(capture, struct hc_quic_pieces);

        hc_quic_pieces_put(pieces, &room, &piece);
        given_up += pieces->given_up;
        assert_true(room.used <= HC_MOST_WAITING_IN_CONNECTION);
    }
    assert_int_equal(given_up, 20 - 3);
    g_free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_in_order),
        IN_CAPTURE(test_late),
        IN_CAPTURE(test_repeated),
        IN_CAPTURE(test_overlapping),
        IN_CAPTURE(test_other_bytes_in_the_same_place),
        IN_CAPTURE(test_all_cuts_in_all_orders),
        IN_CAPTURE(test_reader_that_waits),
        IN_CAPTURE(test_reader_that_stops_within_the_packet),
        IN_CAPTURE(test_ends),
        IN_CAPTURE(test_empty_stream),
        IN_CAPTURE(test_nothing_from_the_middle),
        IN_CAPTURE(test_drops_what_waits),
        IN_CAPTURE(test_flood_of_bytes),
        IN_CAPTURE(test_flood_of_small_pieces),
        IN_CAPTURE(test_flood_of_one_large_piece),
        IN_CAPTURE(test_flood_of_a_connection),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
