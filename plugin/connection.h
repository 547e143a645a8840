/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a connection has shown so far: which end is the server, whether it speaks HTTP/3, what the server
 * calls itself. Lives in file scope, is written on the first pass only, and starts empty with every capture.
 *
 * A TCP connection is found by Wireshark's conversation, a QUIC connection by Wireshark's connection number,
 * since its addresses may change (RFC 9000, section 9). */
#ifndef HTTPCODES_CONNECTION_H
#define HTTPCODES_CONNECTION_H

#include <epan/packet.h>

#include "event.h"

/* What is known of the application protocol of a QUIC connection (ALPN, RFC 7301). */
enum hc_alpn {
    HC_ALPN_UNKNOWN,
    HC_ALPN_OFFERED_HTTP3, /* the client offered HTTP/3 and nothing else: what it gets can only be that */
    HC_ALPN_OFFERED_OTHERS,
    HC_ALPN_HTTP3, /* chosen by the server */
    HC_ALPN_OTHER
};

struct hc_connection {
    address server; /* valid where server_known */
    uint32_t server_port;
    bool server_known;
    enum hc_alpn alpn;
    const char *server_header; /* the Server header seen last, from the server; NULL if none */
    wmem_map_t *streams;       /* int64_t id -> struct hc_stream; NULL until the first */
};

struct hc_stream {
    int64_t id;
    const char *subprotocol; /* the WebSocket subprotocol that the server chose; NULL if none */
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

/* The memory of one stream, made when it is first asked for; HC_NO_STREAM is HTTP/1's only one. */
struct hc_stream *hc_connection_stream(struct hc_connection *connection, int64_t id);
/* The same, or NULL where nothing was kept. */
const struct hc_stream *hc_connection_find_stream(const struct hc_connection *connection, int64_t id);

#endif
