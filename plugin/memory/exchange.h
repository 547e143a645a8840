/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An exchange: a request with all that answers or ends it (RFC 9110, section 3.4), on any version of HTTP.
 * One of HTTP/1's queue, a stream of HTTP/2, a request stream of HTTP/3; a WebSocket or a tunnel goes on in
 * the exchange that opened it. Lives in file scope, and is written on the first pass only. */
#ifndef HTTPCODES_MEMORY_EXCHANGE_H
#define HTTPCODES_MEMORY_EXCHANGE_H

#include <epan/packet.h>

#include "event.h"
#include "memory/failures.h"
#include "memory/redirects.h"

/* What few requests have: what their client did before, and what it waits for. */
struct hc_past {
    struct hc_failed failed; /* the request that this one is again; its frame is 0 if it is none */
    struct hc_chain *chain;  /* of redirects that led to this request, in file scope; NULL if none did */
    bool is_next_on_its_way; /* they came on this connection, and no other request came between */
    uint32_t waited;         /* as in hc_more */
    uint64_t deadline;       /* likewise */
};

/* A request in the capture. */
struct hc_asked {
    const struct hc_request *request; /* NULL where it could not be read */
    uint32_t frame;                   /* that carries its head; 0 where it was not seen */
    uint32_t number;                  /* of the capture's exchanges, counted from 1; 0 likewise */
    nstime_t when;                    /* of that frame */
    uint32_t position;                /* the TCP sequence number there; valid where has_position */
    uint32_t received;                /* what the client was sent before its answer, likewise */
    bool has_position;
    bool is_alone;  /* of HTTP/1: no other request waited for its response */
    uint32_t marks; /* of enum hc_mark: what its head says; 0 where that could not be read */
    uint32_t range; /* where the only range begins that it asks for, plus 1; 0 if none, or far away */
    struct hc_print print;
    struct hc_past *past; /* in file scope; NULL until there is something to say */
};

/* What one side has sent. Codes and lengths are kept plus one, so that 0 is none. */
struct hc_sent {
    uint64_t content;      /* bytes of content, as far as they were counted */
    uint64_t announced;    /* its content-length (RFC 9110, section 8.6) */
    uint64_t stopped_with; /* the code of its STOP_SENDING */
    bool spoke;            /* whether or not that can be read */
    bool ended;            /* END_STREAM or FIN */
    bool reset;            /* RST_STREAM or RESET_STREAM */
    bool went_on;          /* and sent more all the same */
};

struct hc_grpc_web_frames;
struct hc_websocket_frames;
struct hc_webtransport;

/* A WebSocket on an exchange. */
struct hc_websocket {
    const char *subprotocol;             /* the one that the server chose; NULL if none */
    const char *offered;                 /* those that the client offers, "a, b"; NULL if none */
    uint64_t closed_with[HC_SERVER + 1]; /* the code of this side's Close, plus 1; 0 if none */
    bool has_closed[HC_SERVER + 1];      /* this side has sent a Close, with a code or without */
    bool has_frames;                     /* frames were seen: it did open */
    bool went_on[HC_SERVER + 1];         /* over HTTP/1: it was said that this side sends data behind it */
    uint32_t closed_at[HC_SERVER + 1];   /* over HTTP/1: TCP's sequence number where it stands */
    bool is_over;                        /* in a tunnel: it was said that its end lacks a Close */
    /* In a tunnel: where its reader (collect/websocket_frames.h) stands in what this side sends. In file
     * scope, and without memory of its own; NULL before the first byte. */
    struct hc_websocket_frames *frames[HC_SERVER + 1];
};

struct hc_exchange {
    int64_t id;  /* the stream, or HC_NO_STREAM */
    GList place; /* in a queue of the connection */
    struct hc_asked asked;
    struct hc_sent
        sent[HC_SERVER + 1];        /* by side; what nobody is proven to have sent under HC_SIDE_UNKNOWN */
    struct hc_websocket *websocket; /* NULL until there is something to say of one */
    uint32_t gaps;                  /* of the connection when it began */
    uint32_t leg;                   /* of memory/legs.h, while it runs; 0 if none */
    uint16_t status;                /* the final status that was seen; 0 if none */
    bool is_closed;                 /* what comes now is late */
    bool was_forgotten;             /* and what was sent before is not known */
    bool grpc;                      /* a gRPC call, or one of gRPC-Web */
    bool has_grpc_status;           /* and a grpc-status was seen */
    bool has_unknown_type;          /* a unidirectional stream of HTTP/3 that says nothing we know (RFC 9114,
                                       section 6.2) */
    bool tunnels_websocket;         /* an extended CONNECT for a WebSocket (RFC 8441) */
    bool carries_webtransport;      /* an extended CONNECT for a WebTransport session */
    bool has_failed;                /* which is kept (memory/failures.h) */
    bool is_told;                   /* what its past has to do with it was said */
    bool is_unread;                 /* its head was not read yet, and counts as such in memory/trust.h */

    /* Of gRPC-Web: where the reader of the response's content (collect/grpc_web_frames.h) stands. In file
     * scope, and without memory of its own; NULL where there is nothing to read. */
    struct hc_grpc_web_frames *grpc_web;
    struct hc_webtransport *webtransport; /* of such a session: the same of both sides
                                             (collect/webtransport.c); NULL before the first byte */
};

/* Once, when the plugin is registered. */
void hc_exchange_register(void);

/* The request's head is in this packet; the first one counts. */
void hc_exchange_begin(struct hc_exchange *exchange, const packet_info *pinfo);

/* Since it began the capture lacks nothing of its connection, which has so many gaps by now, and nothing of
 * it was forgotten. */
bool hc_exchange_is_wholly_seen(const struct hc_exchange *exchange, unsigned gaps);

/* How far the response had come, on a connection with so many gaps by now. */
enum hc_progress hc_exchange_progress(const struct hc_exchange *exchange, unsigned gaps);

/* A CONNECT that was accepted: bytes go to and fro, and no response will be complete (RFC 9110,
 * section 9.3.6). */
bool hc_exchange_is_tunnel(const struct hc_exchange *exchange);

/* From the request to this packet, in microseconds; HC_NO_TIME where that is not known, or too long. */
uint32_t hc_exchange_elapsed(const struct hc_exchange *exchange, const packet_info *pinfo);

/* What is known of the WebSocket on the exchange; never NULL. */
struct hc_websocket *hc_exchange_websocket(struct hc_exchange *exchange);

/* What is known of its past; never NULL. */
struct hc_past *hc_exchange_past(struct hc_exchange *exchange);

/* All zero. */
struct hc_exchange *hc_exchange_new(void);
/* Gives its memory back. It is in no queue any more. */
void hc_exchange_free(struct hc_exchange *exchange);

#endif
