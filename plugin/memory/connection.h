/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a connection has shown so far: which end is the server, whether it speaks HTTP/3, its exchanges. Lives
 * in file scope, is written on the first pass only, and starts empty with every capture.
 *
 * A TCP connection is found by Wireshark's conversation, a QUIC connection by Wireshark's connection number,
 * since its addresses may change (RFC 9000, section 9). */
#ifndef HTTPCODES_MEMORY_CONNECTION_H
#define HTTPCODES_MEMORY_CONNECTION_H

#include <epan/packet.h>

#include "memory/alpn.h"
#include "memory/compression.h"
#include "memory/queue.h"
#include "memory/resets.h"
#include "memory/sides.h"
#include "memory/streams.h"

struct hc_http3;
struct hc_place;

/* From here on the client must begin no request: "Connection: close" of either side (RFC 9112, section 9.6),
 * or the server's GOAWAY (RFC 9113, section 6.8; RFC 9114, section 5.2). The first one counts. */
struct hc_farewell {
    enum hc_side by; /* HC_SIDE_UNKNOWN as long as there is none */
    uint32_t frame;
    nstime_t when;     /* of that frame */
    uint32_t position; /* TCP's sequence number there; valid where has_position */
    bool has_position;
};

/* A client of HTTP/1 waits for 100 (Continue). */
struct hc_expectation {
    nstime_t since;                  /* the head of its request */
    uint32_t port;                   /* the client's; 0 where nobody waits */
    uint32_t sequence, acknowledged; /* of TCP, where the content will begin */
    uint32_t waited;                 /* for a request that was not shown yet, in microseconds; 0 if not */
};

struct hc_connection {
    struct hc_sides sides;
    bool is_quic;
    bool seen_from_start; /* its first bytes are in the capture */
    bool is_accepted;     /* and so is what the server says to that, TCP's or TLS's; HTTP/2's below */
    bool may_have_early;  /* the client may have sent requests in early data, which cannot be read */
    bool preface_seen;    /* of HTTP/2, from the client */
    bool speaks_http2;    /* frames of HTTP/2 were seen, from either side */
    bool server_speaks_http2;
    bool answers_in_http2; /* the server answers a request of HTTP/1 in frames of HTTP/2 */
    unsigned gaps;         /* how often the capture lacks some of it */
    bool was_unwatched;    /* there may have been gaps before that nobody has looked for */
    enum hc_alpn alpn;
    struct hc_http3 *http3; /* what is being read of its streams (http3/http3.h); NULL if nothing */
    const struct hc_more *server_header; /* as evidence, the Server header seen last; NULL if none */

    struct hc_queue queue;                            /* of HTTP/1 */
    struct hc_streams streams;                        /* of HTTP/2 and HTTP/3 */
    struct hc_compression compression[HC_SERVER + 1]; /* HPACK, by the sender's side */
    unsigned requests;                                /* that the client has begun on streams */
    bool has_streams;                                 /* QUIC: data were sent on any */

    /* This side has sent CONNECTION_CLOSE: [false] that of QUIC, [true] that of HTTP/3. Until it is sure that
     * the peer can read the latter it sends both, with codes of their own (RFC 9000, section 10.2.3). */
    bool closed_by[HC_SERVER + 1][2];
    uint64_t
        last_streams[HC_SERVER + 1]; /* that this side's last GOAWAY of HTTP/2 named, plus 1; 0 if none */
    struct hc_farewell farewell;
    bool goaway_seen;          /* from the server: memory/goaway.h */
    int64_t first_unprocessed; /* streams from this id on are not processed; valid where goaway_seen */
    bool has_denied_answer, has_raised_goaway;  /* HTTP/3's did, and it was said */
    const struct hc_open_requests *unprocessed; /* as an end of the connection listed them last */
    const struct hc_open_requests *open;
    unsigned lists; /* of these that were made */

    struct hc_resets cancelled; /* by the client */
    struct hc_resets provoked;  /* by the server, because the client made it */

    bool sends_no_more;      /* its client, by a FIN right behind its request: it may read on */
    bool is_over;            /* TCP has ended it, from one side at least, and not only so */
    uint32_t over_frame;     /* there; 0 where that was not the server's end */
    bool is_tls;             /* what TCP counts are records */
    bool announced_close;    /* the last response said so (RFC 9112, section 9.6) */
    bool ends_with_error;    /* a GOAWAY said why it ends */
    enum hc_side left_first; /* who said first that it sends no more: close_notify, or a client's GOAWAY */

    struct hc_head head;    /* of the response that began last */
    bool may_hide_requests; /* of HTTP/1: packets of the client were cut */
    bool is_uploading;      /* of HTTP/1: a request has begun that is not shown yet */
    bool answers_unread;    /* the last response came while the request was still on its way */
    nstime_t answered_when; /* the last status line of HTTP/1 */
    int64_t answered; /* the highest of the client's streams that got a final status, plus 1; 0 if none */

    struct hc_place *server; /* hc_connection_server(); NULL until it is asked for */
    /* Across a proxy: how much the client has sent of which no request was read, in packets, up to a few. */
    uint8_t unread_words;
    bool is_read;         /* a request was */
    bool is_unread;       /* and counts as such in memory/trust.h */
    uint64_t going_error; /* of HTTP/2: the code of the server's last GOAWAY, plus 1; 0 if none */

    struct hc_expectation expectation;
    bool has_redirected; /* and no request has begun since */

    /* TCP's acknowledgement by the server when it gave its last answer, or for the first byte of all. */
    uint32_t answered_up_to;
    bool has_answered_up_to;
};

/* Once, when the plugin is registered. */
void hc_connection_register(int proto);

/* From now on gaps are watched for, or are not (collect/attention.h): what the capture lacks of a connection
 * meanwhile is made up for when it is needed. Until it is first called, they are. */
void hc_connection_watch(bool is_watched);
bool hc_connection_is_watched(void);

/* TCP: the packet accepts its connection, so that the server's side is captured, too; and the first byte of
 * the client has this sequence number. */
void hc_connection_starts(packet_info *pinfo, uint32_t first_byte);

/* The connection that the packet belongs to; never NULL. */
struct hc_connection *hc_connection_of_packet(packet_info *pinfo);
/* The same; NULL where nothing of HTTP was seen on it. */
struct hc_connection *hc_connection_known(packet_info *pinfo);
/* The same, but a gap makes a connection known, even one that nobody watched. */
struct hc_connection *hc_connection_with_gap(packet_info *pinfo);
/* Whether the packet shows a gap; false where nobody watches for them. */
bool hc_connection_shows_gap(packet_info *pinfo);
/* Whether the dissector of TCP has found nothing odd in the packet: no gap, no retransmission. */
bool hc_connection_is_in_order(packet_info *pinfo);
/* The QUIC connection with Wireshark's number; never NULL. */
struct hc_connection *hc_connection_of_quic(uint32_t number);

/* The exchange on a stream, made when it is first asked for. It stays where it is until another stream is
 * asked for. */
struct hc_exchange *hc_connection_stream(struct hc_connection *connection, int64_t id);

/* The server is in the capture, too, not the client's packets alone; no QUIC could be read without. */
bool hc_connection_has_both_sides(const struct hc_connection *connection);

/* All of it is in the capture, from its first bytes to what comes next. */
bool hc_connection_is_wholly_seen(const struct hc_connection *connection);

/* The capture lacks a part of the connection: what was not seen may have been sent all the same. */
void hc_connection_has_gap(struct hc_connection *connection);

/* Its header blocks were compressed by what the capture lacks. */
void hc_connection_lose_tables(struct hc_connection *connection);

/* What memory/trust.h has of its server, once its sides are known; never NULL. */
struct hc_place *hc_connection_server(struct hc_connection *connection);

/* Whether a stream carries a request: the client has opened it (RFC 9113, section 5.1.1; RFC 9000,
 * section 2.1). */
bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream);

#endif
