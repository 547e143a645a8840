/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the streams of one connection have shown so far. Lives in file scope.
 *
 * The peers choose how many streams they open, so the memory is bounded: of streams that were closed the last
 * ones are kept, since late frames still name them, and of those that were never closed the newest. What is
 * said on a stream that was forgotten counts as unknown. */
#ifndef HTTPCODES_MEMORY_STREAMS_H
#define HTTPCODES_MEMORY_STREAMS_H

#include <epan/packet.h>

#include "memory/requests.h"

/* Per connection, with struct hc_stream below and the map's item for it: 130 bytes each, 0.6 MB in all. */
enum { HC_MOST_OPEN_STREAMS = 4096, HC_MOST_CLOSED_STREAMS = 512 };

/* A WebSocket on a stream. */
struct hc_websocket {
    const struct hc_more *subprotocol;   /* as evidence, the one that the server chose; NULL if none */
    uint64_t closed_with[HC_SERVER + 1]; /* the code of this side's Close, plus 1; 0 if none */
};

struct hc_stream {
    int64_t id;
    GList place; /* in one of the queues below */
    struct hc_asked asked;
    struct hc_websocket *websocket; /* NULL until there is something to say of one */
    uint32_t gaps;                  /* of the connection when the stream began */
    bool was_forgotten;             /* and what was sent on it before is not known */
    bool server_spoke;              /* the server has sent on it, whether or not that can be read */
    bool opened;                    /* the client has sent on it, whether or not the request can be read */
    bool answered;                  /* a final status was seen */
    bool ended;                     /* the server's END_STREAM or FIN was seen */
    bool reset;                     /* either side has reset it */
    bool grpc;                      /* a gRPC call */
    bool tunnels_websocket;         /* an extended CONNECT for a WebSocket */
    bool stopped_by[HC_SERVER + 1]; /* this side has sent STOP_SENDING */
    bool reset_by[HC_SERVER + 1];   /* this side has sent RST_STREAM or RESET_STREAM */
};

struct hc_streams {
    wmem_map_t *by_id;      /* int64_t id -> struct hc_stream; NULL until the first */
    GQueue open, closed;    /* the oldest first */
    int64_t last_forgotten; /* the highest id of those that were */
    bool has_forgotten;
    bool has_forgotten_open; /* one that was not closed */
};

/* The stream with this id, made when it is first asked for, when the connection has so many gaps: then the
 * oldest ones may be forgotten, and pointers to them are no longer valid. */
struct hc_stream *hc_streams_get(struct hc_streams *streams, int64_t id, unsigned gaps);
/* The server has ended the stream, or either side has reset it. */
void hc_streams_end(struct hc_streams *streams, struct hc_stream *stream);
void hc_streams_reset(struct hc_streams *streams, struct hc_stream *stream);

/* What is known of the WebSocket on the stream; never NULL. */
struct hc_websocket *hc_stream_websocket(struct hc_stream *stream);

#endif
