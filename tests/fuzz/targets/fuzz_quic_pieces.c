/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pieces of a stream in any order, cut in any way: what is read is the stream, each byte once. */
#include <string.h>

#include "http3/quic_pieces.h"
#include "input.h"

enum { STREAM = 4096 };

static uint8_t stream[STREAM];

struct reader {
    struct hc_quic_pieces pieces;
    struct hc_quic_room room;
    size_t count;
};

static void read_some(struct reader *reader, uint64_t most) {
    const uint8_t *bytes;
    size_t length;

    while (most > 0 && (length = hc_quic_pieces_next(&reader->pieces, &bytes)) > 0) {
        length = MIN(length, (size_t)most);
        REQUIRE(reader->count + length <= STREAM);
        REQUIRE(memcmp(bytes, stream + reader->count, length) == 0);
        reader->count += length;
        most -= length;
        hc_quic_pieces_read(&reader->pieces, &reader->room, length);
    }
}

static void require_bounded(const struct reader *reader) {
    REQUIRE(reader->pieces.waiting <= HC_MOST_WAITING_IN_STREAM);
    REQUIRE(reader->pieces.count <= HC_MOST_PIECES);
    REQUIRE(reader->room.used <= HC_MOST_WAITING_IN_CONNECTION);
    REQUIRE(reader->pieces.first != NULL || reader->room.used == 0);
    REQUIRE(!hc_quic_pieces_are_all_read(&reader->pieces) || reader->count >= reader->pieces.end);
}

/* In memory of just its size, and only for the call. */
static void put(struct reader *reader, uint64_t offset, uint64_t length, bool fin, uint64_t most) {
    uint8_t *bytes = g_memdup2(stream + offset, length);
    const struct hc_quic_piece piece = {offset, bytes, (size_t)length, fin};

    hc_quic_pieces_put(&reader->pieces, &reader->room, &piece);
    read_some(reader, most);
    hc_quic_pieces_settle(&reader->pieces, &reader->room);
    g_free(bytes);
    require_bounded(reader);
}

static void put_any(struct reader *reader, struct fuzz_input *input) {
    uint64_t offset = fuzz_number(input, 2) % STREAM, length = fuzz_number(input, 2) % (STREAM - offset + 1);
    uint64_t how = fuzz_number(input, 1);

    put(reader, offset, length, (how & 1) && offset + length == STREAM, how & 2 ? STREAM : how);
    if (how == 0xff)
        hc_quic_pieces_drop(&reader->pieces, &reader->room);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    struct reader reader = {.room = {.scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE)}};

    for (size_t i = 0; i < STREAM; i++)
        stream[i] = (uint8_t)(i * 7 + i / 256);
    while (input.left > 0)
        put_any(&reader, &input);
    /* A last piece with all of it closes every gap. */
    put(&reader, 0, STREAM, true, STREAM);
    REQUIRE(reader.count == STREAM && hc_quic_pieces_are_all_read(&reader.pieces));
    REQUIRE(reader.room.used == 0);
    wmem_destroy_allocator(reader.room.scope);
    return 0;
}
