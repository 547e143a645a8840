/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes of one direction of a QUIC stream, in their order (RFC 9000, sections 2.2 and 19.8).
 *
 * Packets come late, twice, not at all, and cut in another way when they are sent again; each byte is read
 * once, and none before the first one of the stream was seen. What has to wait is copied, and bounded: a peer
 * chooses how much that is. Where a bound is exceeded the stream is given up, and says nothing any more.
 *
 *     hc_quic_pieces_put(pieces, room, &piece);
 *     while (wanted && (length = hc_quic_pieces_next(pieces, &bytes)) > 0)
 *         hc_quic_pieces_read(pieces, room, take(bytes, length));
 *     hc_quic_pieces_settle(pieces, room);
 */
#ifndef HTTPCODES_HTTP3_QUIC_PIECES_H
#define HTTPCODES_HTTP3_QUIC_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <wireshark.h>

#include <wsutil/wmem/wmem.h>

/* Bytes that wait, those for their place in line and those of frames that are not whole: of one direction of
 * one stream, and of a whole connection. A fast path loses a packet with this much behind it under way. */
enum { HC_MOST_WAITING_IN_STREAM = 1 << 20, HC_MOST_WAITING_IN_CONNECTION = 1 << 22 };
/* Pieces that wait in one direction of one stream; so many full packets hold as many bytes. */
enum { HC_MOST_PIECES = 1024 };

/* What a connection has room for; its scope is where the bytes that wait are kept. */
struct hc_quic_room {
    wmem_allocator_t *scope;
    size_t used;
};

/* Takes room in a connection for bytes, all zero; NULL where there is too little left. */
void *hc_quic_room_take(struct hc_quic_room *room, size_t size);
/* Gives back what was taken, with the same size; NULL is nothing. */
void hc_quic_room_return(struct hc_quic_room *room, void *taken, size_t size);

/* What a STREAM frame carries. */
struct hc_quic_piece {
    uint64_t offset;
    const uint8_t *bytes; /* NULL is no byte */
    size_t length;
    bool fin; /* the stream ends behind it */
};

struct hc_waiting_piece;

/* Begins as all zero. */
struct hc_quic_pieces {
    uint64_t read;                         /* how many bytes were read: the offset of the next one */
    uint64_t end;                          /* the stream's length; valid where end_known */
    const uint8_t *fresh;                  /* the next bytes, where the packet has them; not ours */
    size_t fresh_length;                   /* 0 without them */
    struct hc_waiting_piece *first, *last; /* by their offset, none overlaps another; NULL if none waits */
    size_t waiting;                        /* bytes */
    unsigned count;                        /* pieces */
    bool end_known, given_up;
};

/* Puts a piece in its place. Its bytes are used until the direction is settled. */
void hc_quic_pieces_put(struct hc_quic_pieces *pieces, struct hc_quic_room *room,
                        const struct hc_quic_piece *piece);
/* The bytes that are next in line: how many stand together there, 0 if they did not come yet. They are good
 * until they are read, or the direction is settled. */
size_t hc_quic_pieces_next(const struct hc_quic_pieces *pieces, const uint8_t **bytes);
/* So many of them were read. */
void hc_quic_pieces_read(struct hc_quic_pieces *pieces, struct hc_quic_room *room, size_t length);
/* The packet goes away: what was not read of it has to wait. */
void hc_quic_pieces_settle(struct hc_quic_pieces *pieces, struct hc_quic_room *room);

/* Whether all of it was read, up to its end. */
static inline bool hc_quic_pieces_are_all_read(const struct hc_quic_pieces *pieces) {
    return pieces->end_known && pieces->read >= pieces->end;
}

/* Forgets what waits. Bytes that come later are read if they are next in line. */
void hc_quic_pieces_drop(struct hc_quic_pieces *pieces, struct hc_quic_room *room);
/* Nothing more is read of it. */
void hc_quic_pieces_give_up(struct hc_quic_pieces *pieces, struct hc_quic_room *room);

#endif
