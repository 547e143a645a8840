/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/quic_pieces.h"

#include <string.h>

struct hc_waiting_piece {
    struct hc_waiting_piece *previous, *next;
    uint64_t offset;
    size_t length;
    uint8_t bytes[];
};

void *hc_quic_room_take(struct hc_quic_room *room, size_t size) {
    if (size > HC_MOST_WAITING_IN_CONNECTION - room->used)
        return NULL;
    room->used += size;
    return wmem_alloc0(room->scope, size);
}

void hc_quic_room_return(struct hc_quic_room *room, void *taken, size_t size) {
    if (!taken)
        return;
    room->used -= size;
    wmem_free(room->scope, taken);
}

static uint64_t end_of(const struct hc_waiting_piece *piece) {
    return piece->offset + piece->length;
}

static void forget(struct hc_quic_pieces *pieces, struct hc_quic_room *room, struct hc_waiting_piece *piece) {
    *(piece->previous ? &piece->previous->next : &pieces->first) = piece->next;
    *(piece->next ? &piece->next->previous : &pieces->last) = piece->previous;
    pieces->waiting -= piece->length;
    pieces->count--;
    hc_quic_room_return(room, piece, sizeof *piece + piece->length);
}

void hc_quic_pieces_drop(struct hc_quic_pieces *pieces, struct hc_quic_room *room) {
    while (pieces->first)
        forget(pieces, room, pieces->first);
    pieces->fresh_length = 0;
}

void hc_quic_pieces_give_up(struct hc_quic_pieces *pieces, struct hc_quic_room *room) {
    hc_quic_pieces_drop(pieces, room);
    pieces->given_up = true;
}

/* Behind the piece before it, or in front of all. */
static bool insert(struct hc_quic_pieces *pieces, struct hc_quic_room *room,
                   struct hc_waiting_piece *previous, const struct hc_quic_piece *piece) {
    struct hc_waiting_piece *made = NULL;

    if (pieces->count < HC_MOST_PIECES && piece->length <= HC_MOST_WAITING_IN_STREAM - pieces->waiting)
        made = hc_quic_room_take(room, sizeof *made + piece->length);
    if (!made)
        return false;
    made->offset = piece->offset;
    made->length = piece->length;
    memcpy(made->bytes, piece->bytes, piece->length);
    made->previous = previous;
    made->next = previous ? previous->next : pieces->first;
    *(previous ? &previous->next : &pieces->first) = made;
    *(made->next ? &made->next->previous : &pieces->last) = made;
    pieces->waiting += made->length;
    pieces->count++;
    return true;
}

/* The first bytes of the piece lie before the offset; what is left of it may be nothing. */
static void cut_front(struct hc_quic_piece *piece, uint64_t offset) {
    uint64_t before = offset > piece->offset ? offset - piece->offset : 0;

    if (before > piece->length)
        before = piece->length;
    if (before == 0)
        return;
    piece->offset += before;
    piece->bytes += before;
    piece->length -= (size_t)before;
}

/* Most pieces that have to wait come behind the others: looked for from the end. */
static struct hc_waiting_piece *last_before(const struct hc_quic_pieces *pieces, uint64_t offset) {
    struct hc_waiting_piece *piece = pieces->last;

    while (piece && piece->offset > offset)
        piece = piece->previous;
    return piece;
}

/* Fills the gaps between the others: bytes that came first stay. */
static bool keep(struct hc_quic_pieces *pieces, struct hc_quic_room *room, struct hc_quic_piece piece) {
    struct hc_waiting_piece *previous = last_before(pieces, piece.offset);

    while (piece.length > 0) {
        const struct hc_waiting_piece *next = previous ? previous->next : pieces->first;
        struct hc_quic_piece part;

        if (previous)
            cut_front(&piece, end_of(previous));
        part = piece;
        if (next && piece.length > next->offset - piece.offset)
            part.length = piece.offset < next->offset ? (size_t)(next->offset - piece.offset) : 0;
        if (part.length > 0 && !insert(pieces, room, previous, &part))
            return false;
        cut_front(&piece, part.offset + part.length);
        previous = previous ? previous->next : pieces->first;
    }
    return true;
}

static void keep_or_give_up(struct hc_quic_pieces *pieces, struct hc_quic_room *room,
                            const struct hc_quic_piece *piece) {
    if (!keep(pieces, room, *piece))
        hc_quic_pieces_give_up(pieces, room);
}

/* The first end counts: a stream's length never changes (RFC 9000, section 4.5). */
static void note_end(struct hc_quic_pieces *pieces, const struct hc_quic_piece *piece) {
    if (!piece->fin || pieces->end_known)
        return;
    pieces->end = piece->offset + piece->length;
    pieces->end_known = true;
}

void hc_quic_pieces_put(struct hc_quic_pieces *pieces, struct hc_quic_room *room,
                        const struct hc_quic_piece *piece) {
    struct hc_quic_piece left = *piece;
    bool others_are_first;

    if (pieces->given_up)
        return;
    hc_quic_pieces_settle(pieces, room);
    note_end(pieces, piece);
    cut_front(&left, pieces->read);
    if (left.length == 0)
        return;
    others_are_first = pieces->first && pieces->first->offset <= pieces->read;
    if (left.offset > pieces->read || others_are_first) {
        keep_or_give_up(pieces, room, &left);
    } else {
        pieces->fresh = left.bytes;
        pieces->fresh_length = left.length;
    }
}

size_t hc_quic_pieces_next(const struct hc_quic_pieces *pieces, const uint8_t **bytes) {
    const struct hc_waiting_piece *first = pieces->first;

    if (pieces->fresh_length > 0) {
        *bytes = pieces->fresh;
        return pieces->fresh_length;
    }
    if (!first || first->offset > pieces->read)
        return 0;
    *bytes = first->bytes + (pieces->read - first->offset);
    return (size_t)(end_of(first) - pieces->read);
}

void hc_quic_pieces_read(struct hc_quic_pieces *pieces, struct hc_quic_room *room, size_t length) {
    pieces->read += length;
    if (pieces->fresh_length > 0) {
        pieces->fresh += length;
        pieces->fresh_length -= length;
    }
    while (pieces->first && end_of(pieces->first) <= pieces->read)
        forget(pieces, room, pieces->first);
}

void hc_quic_pieces_settle(struct hc_quic_pieces *pieces, struct hc_quic_room *room) {
    struct hc_quic_piece left = {pieces->read, pieces->fresh, pieces->fresh_length, false};

    pieces->fresh_length = 0;
    if (left.length > 0)
        keep_or_give_up(pieces, room, &left);
}
