/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "connection.h"

#include <epan/conversation.h>

static int protocol;
static wmem_map_t *quic_connections; /* connection number -> struct hc_connection */

void hc_connection_register(int proto) {
    protocol = proto;
    quic_connections =
        wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
}

struct hc_connection *hc_connection_of_packet(packet_info *pinfo) {
    conversation_t *conversation = find_or_create_conversation(pinfo);
    struct hc_connection *connection = conversation_get_proto_data(conversation, protocol);

    if (!connection) {
        connection = wmem_new0(wmem_file_scope(), struct hc_connection);
        conversation_add_proto_data(conversation, protocol, connection);
    }
    return connection;
}

struct hc_connection *hc_connection_of_quic(uint32_t number) {
    struct hc_connection *connection = wmem_map_lookup(quic_connections, GUINT_TO_POINTER(number));

    if (!connection) {
        connection = wmem_new0(wmem_file_scope(), struct hc_connection);
        wmem_map_insert(quic_connections, GUINT_TO_POINTER(number), connection);
    }
    return connection;
}

void hc_connection_prove(struct hc_connection *connection, const packet_info *pinfo, enum hc_side side) {
    const address *server = side == HC_SERVER ? &pinfo->src : &pinfo->dst;

    if (connection->server_known)
        return;
    copy_address_wmem(wmem_file_scope(), &connection->server, server);
    connection->server_port = side == HC_SERVER ? pinfo->srcport : pinfo->destport;
    connection->server_known = true;
}

/* By the server's end alone: a QUIC client may move to another address in the middle of a connection. */
enum hc_side hc_connection_sender(const struct hc_connection *connection, const packet_info *pinfo) {
    if (!connection->server_known)
        return HC_SIDE_UNKNOWN;
    if (pinfo->srcport == connection->server_port && addresses_equal(&pinfo->src, &connection->server))
        return HC_SERVER;
    if (pinfo->destport == connection->server_port && addresses_equal(&pinfo->dst, &connection->server))
        return HC_CLIENT;
    return HC_SIDE_UNKNOWN;
}

/* "h3", or "h3-" and the number of a draft. */
static bool names_http3(const char *protocol_id) {
    if (!g_str_has_prefix(protocol_id, "h3"))
        return false;
    if (protocol_id[2] == '\0')
        return true;
    return protocol_id[2] == '-' && protocol_id[3] != '\0' &&
           strspn(protocol_id + 3, "0123456789") == strlen(protocol_id + 3);
}

void hc_connection_offers(struct hc_connection *connection, const char *protocol_id) {
    if (!names_http3(protocol_id)) {
        if (connection->alpn < HC_ALPN_HTTP3)
            connection->alpn = HC_ALPN_OFFERED_OTHERS;
    } else if (connection->alpn == HC_ALPN_UNKNOWN) {
        connection->alpn = HC_ALPN_OFFERED_HTTP3;
    }
}

void hc_connection_chooses(struct hc_connection *connection, const char *protocol_id) {
    connection->alpn = names_http3(protocol_id) ? HC_ALPN_HTTP3 : HC_ALPN_OTHER;
}

bool hc_connection_is_http3(const struct hc_connection *connection) {
    return connection->alpn == HC_ALPN_HTTP3 || connection->alpn == HC_ALPN_OFFERED_HTTP3;
}

struct hc_stream *hc_connection_stream(struct hc_connection *connection, int64_t id) {
    struct hc_stream *stream;

    if (!connection->streams)
        connection->streams = wmem_map_new(wmem_file_scope(), g_int64_hash, g_int64_equal);
    stream = wmem_map_lookup(connection->streams, &id);
    if (!stream) {
        stream = wmem_new0(wmem_file_scope(), struct hc_stream);
        stream->id = id;
        wmem_map_insert(connection->streams, &stream->id, stream);
    }
    return stream;
}

const struct hc_stream *hc_connection_find_stream(const struct hc_connection *connection, int64_t id) {
    return connection->streams ? wmem_map_lookup(connection->streams, &id) : NULL;
}
