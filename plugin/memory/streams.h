/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The exchanges of one connection that have a stream of their own: HTTP/2 and HTTP/3. Lives in file scope.
 *
 * The peers choose how many streams they open, so the memory is bounded: of streams that were closed the last
 * ones are kept, since late frames still name them, and of those that were never closed the newest. What is
 * said on a stream that was forgotten counts as unknown. */
#ifndef HTTPCODES_MEMORY_STREAMS_H
#define HTTPCODES_MEMORY_STREAMS_H

#include "memory/exchange.h"

/* Per connection. With what the allocator adds, an exchange takes 272 bytes, and some 20 in the set: 1.3 MB
 * for so many. A WebSocket on it takes some more, in a tunnel some 500 bytes, a response of gRPC-Web one
 * kilobyte, a WebTransport session two; a request that is sent again some 100 bytes, and one that follows
 * redirects some 900 until it is answered. */
enum { HC_MOST_OPEN_STREAMS = 4096, HC_MOST_CLOSED_STREAMS = 512 };

struct hc_streams {
    GHashTable *by_id;        /* a set of struct hc_exchange, by their ids; NULL until the first */
    struct hc_exchange *last; /* that was asked for; NULL if none, or it was forgotten */
    GQueue open, closed;      /* the oldest first */
    int64_t last_forgotten;   /* the highest id of those that were */
    bool has_forgotten;
    bool has_forgotten_open; /* one that was not closed */
};

/* The exchange on the stream with this id, made when it is first asked for, when the connection has so many
 * gaps: then the oldest ones may be forgotten, and pointers to them are no longer valid. */
struct hc_exchange *hc_streams_get(struct hc_streams *streams, int64_t id, unsigned gaps);
/* This side has ended what it sends, or has reset the stream. A response that has ended closes it, and so
 * does a reset by either side. */
void hc_streams_end(struct hc_streams *streams, struct hc_exchange *exchange, enum hc_side side);
void hc_streams_reset(struct hc_streams *streams, struct hc_exchange *exchange, enum hc_side side);
/* Nothing more will come, though this side's end was not seen: a STOP_SENDING by the client. */
void hc_streams_close(struct hc_streams *streams, struct hc_exchange *exchange);

#endif
