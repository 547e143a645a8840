/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a connection has shown so far: which end is the server, whether it speaks HTTP/3, what the server
 * calls itself. Lives in file scope, is written on the first pass only, and starts empty with every capture.
 *
 * A TCP connection is found by Wireshark's conversation, a QUIC connection by Wireshark's connection number,
 * since its addresses may change (RFC 9000, section 9). */
#ifndef HTTPCODES_MEMORY_CONNECTION_H
#define HTTPCODES_MEMORY_CONNECTION_H

#include <epan/packet.h>

#include "event.h"
#include "memory/streams.h"
#include "registry/code.h"

/* What is known of the application protocol of a QUIC connection (ALPN, RFC 7301). */
enum hc_alpn {
    HC_ALPN_UNKNOWN,
    HC_ALPN_OFFERED_HTTP3, /* the client offered HTTP/3 and nothing else: what it gets can only be that */
    HC_ALPN_OFFERED_OTHERS,
    HC_ALPN_HTTP3, /* chosen by the server */
    HC_ALPN_OTHER
};

/* Requests of HTTP/1 that wait for their responses, which come in the same order (RFC 9112, section 9.3.2).
 */
enum { HC_MOST_WAITING = 1024 }; /* more do only where the capture lacks the responses */

struct hc_waiting {
    struct hc_waiting *next;
    struct hc_asked asked;
};

struct hc_connection {
    address server; /* valid where server_known */
    uint32_t server_port;
    bool server_known;
    bool is_quic;
    bool seen_from_start; /* its first bytes are in the capture */
    unsigned gaps;        /* how often the capture lacks some of it */
    enum hc_alpn alpn;
    const struct hc_more *server_header; /* as evidence, the Server header seen last; NULL if none */
    struct hc_streams streams;
    /* This side has sent CONNECTION_CLOSE: [false] that of QUIC, [true] that of HTTP/3. Until it is sure that
     * the peer can read the latter it sends both, with codes of their own (RFC 9000, section 10.2.3). */
    bool closed_by[HC_SERVER + 1][2];
    bool goaway_seen;          /* from the server */
    int64_t first_unprocessed; /* streams from this id on are not processed; valid where goaway_seen */
    const struct hc_open_requests *unprocessed; /* by the last GOAWAY that left out open streams */
    struct hc_waiting *first_waiting, *last_waiting;
    unsigned waiting;
    bool lost_count; /* after a gap: which of them the next response answers */

    nstime_t resets_since; /* when the second began in which the client's cancellations are counted */
    uint32_t resets;
    bool resets_reported;
};

/* Once, when the plugin is registered. */
void hc_connection_register(int proto);

/* The connection that the packet belongs to; never NULL. */
struct hc_connection *hc_connection_of_packet(packet_info *pinfo);
/* The QUIC connection with Wireshark's number; never NULL. */
struct hc_connection *hc_connection_of_quic(uint32_t number);

/* The packet is proven to come from this side. The first proof counts. */
void hc_connection_prove(struct hc_connection *connection, const packet_info *pinfo, enum hc_side side);
/* Which side sent the packet; HC_SIDE_UNKNOWN without proof. */
enum hc_side hc_connection_sender(const struct hc_connection *connection, const packet_info *pinfo);

/* An ALPN identifier in the client's offer (ClientHello), or the server's choice (EncryptedExtensions). */
void hc_connection_offers(struct hc_connection *connection, const char *protocol);
void hc_connection_chooses(struct hc_connection *connection, const char *protocol);
/* Whether application error codes of this QUIC connection are HTTP/3's, as far as the capture proves it. */
bool hc_connection_is_http3(const struct hc_connection *connection);

/* The memory of one stream, made when it is first asked for; HC_NO_STREAM is HTTP/1's only one. It stays
 * where it is until another stream is asked for. */
struct hc_stream *hc_connection_stream(struct hc_connection *connection, int64_t id);

/* The server has ended the stream. */
void hc_connection_ends(struct hc_connection *connection, int64_t stream);

/* The server's GOAWAY: streams from this id on are not processed. */
void hc_connection_goes_away(struct hc_connection *connection, int64_t first_unprocessed);
/* Whether the server has said so of the stream. */
bool hc_connection_left_out(const struct hc_connection *connection, int64_t stream);
/* The open request streams that the server does not process, newest first; NULL if there are none. */
const struct hc_open_requests *hc_connection_unprocessed(struct hc_connection *connection);

/* The capture lacks a part of the connection: what was not seen may have been sent all the same. */
void hc_connection_has_gap(struct hc_connection *connection);

/* Whether a stream carries a request: the client has opened it (RFC 9113, section 5.1.1; RFC 9000,
 * section 2.1). */
bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream);

/* A request of HTTP/1 was seen; it may be filled in as it is read, until the next one. */
struct hc_asked *hc_connection_asks(struct hc_connection *connection);
/* The request that the next response of HTTP/1 answers; frame 0 if none was seen. A final response takes it
 * off. */
struct hc_asked hc_connection_answers(struct hc_connection *connection, bool is_final);

/* The same where it is known which frame carries the request; those before it were never answered. */
struct hc_asked hc_connection_answers_frame(struct hc_connection *connection, uint32_t frame, bool is_final);

/* The client has cancelled one more stream. Returns how many it has within a second where that reaches the
 * limit for the first time on this connection; otherwise 0. A limit of 0 is none. */
uint32_t hc_connection_counts_reset(struct hc_connection *connection, const nstime_t *now, uint32_t limit);

#endif
