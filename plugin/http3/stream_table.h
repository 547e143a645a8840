/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The streams of one HTTP/3 connection that are being read.
 *
 * A peer chooses how many streams it opens: of those that are not over the newest are kept, and of those that
 * are, their ids, since packets are sent again. A stream that was forgotten is not read any more. */
#ifndef HTTPCODES_HTTP3_STREAM_TABLE_H
#define HTTPCODES_HTTP3_STREAM_TABLE_H

#include "event.h"
#include "http3/frames.h"

#include <glib.h>

/* Per connection: some 0.5 MB, and what waits. */
enum { HC_MOST_HTTP3_STREAMS = 1024, HC_MOST_HTTP3_STREAMS_OVER = 1024 };

/* One direction of a stream. */
struct hc_http3_half {
    struct hc_quic_pieces pieces;
    struct hc_http3_frames frames;
    /* A field section that refers to what did not come yet; what follows it waits in the pieces. NULL without
     * one. */
    uint8_t *blocked;
    size_t blocked_length;
    bool blocked_is_promise;
    GList blocked_place;     /* in the queue of those; its data is the stream */
    unsigned unacknowledged; /* sections that were read, and that the peer's decoder will acknowledge */
};

struct hc_http3_stream {
    int64_t id;
    GList place; /* in one of the queues below */
    struct hc_http3_half
        *half[HC_SERVER + 1]; /* by its sender; NULL before its first byte, and when it is over */
    bool is_over[HC_SERVER + 1];
    bool is_critical; /* one of those that last as long as the connection, and are never forgotten */
};

struct hc_http3_streams {
    struct hc_quic_room room;
    wmem_map_t *by_id; /* int64_t id -> struct hc_http3_stream */
    GQueue open, over; /* the oldest first; critical ones are in none of them */
    GQueue
        blocked[HC_SERVER + 1]; /* streams with a blocked section, by its sender, in the order of arrival */
    int64_t forgotten[4];       /* of each type (RFC 9000, section 2.1) the highest id; -1 if none */

    struct hc_http3_half *spare; /* one that is over, for the next that begins; NULL if none */
};

void hc_http3_streams_begin(struct hc_http3_streams *streams, wmem_allocator_t *scope);

/* The direction of the stream, made with its first bytes; NULL where it is over, or was forgotten. */
struct hc_http3_half *hc_http3_streams_half(struct hc_http3_streams *streams, int64_t id, enum hc_side sender,
                                            struct hc_http3_stream **stream);
/* The same, but not made. */
struct hc_http3_half *hc_http3_streams_find(struct hc_http3_streams *streams, int64_t id,
                                            enum hc_side sender);

/* It lasts as long as the connection. */
void hc_http3_streams_keep(struct hc_http3_streams *streams, struct hc_http3_stream *stream);
/* Nothing more is read of the direction. */
void hc_http3_streams_end(struct hc_http3_streams *streams, struct hc_http3_stream *stream,
                          enum hc_side sender);

/* Lets the section wait; false where there is no room for it. */
bool hc_http3_streams_block(struct hc_http3_streams *streams, struct hc_http3_stream *stream,
                            enum hc_side sender, const struct hc_http3_item *section);
/* It waits no longer. */
void hc_http3_streams_unblock(struct hc_http3_streams *streams, struct hc_http3_half *half,
                              enum hc_side sender);

#endif
