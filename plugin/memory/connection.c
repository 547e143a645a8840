/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/connection.h"

#include <epan/conversation.h>

#include "memory/legs.h"

static int protocol;
static wmem_map_t *quic_connections; /* connection number -> struct hc_connection */
static wmem_map_t *starts;           /* conversation_t -> the client's first sequence number */

void hc_connection_register(int proto) {
    protocol = proto;
    quic_connections =
        wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
    starts = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
}

/* Most connections of a capture carry no HTTP: of those no more than this is kept. */
void hc_connection_starts(packet_info *pinfo, uint32_t first_byte) {
    wmem_map_insert(starts, find_or_create_conversation(pinfo), GUINT_TO_POINTER(first_byte));
}

static struct hc_connection *make(const conversation_t *conversation) {
    struct hc_connection *connection = wmem_new0(wmem_file_scope(), struct hc_connection);
    void *first_byte;

    if (wmem_map_lookup_extended(starts, conversation, NULL, &first_byte)) {
        connection->seen_from_start = true;
        connection->has_answered_up_to = true;
        connection->answered_up_to = GPOINTER_TO_UINT(first_byte);
        wmem_map_remove(starts, conversation);
    }
    return connection;
}

struct hc_connection *hc_connection_of_packet(packet_info *pinfo) {
    conversation_t *conversation = find_or_create_conversation(pinfo);
    struct hc_connection *connection = conversation_get_proto_data(conversation, protocol);

    if (!connection) {
        connection = make(conversation);
        conversation_add_proto_data(conversation, protocol, connection);
    }
    return connection;
}

struct hc_connection *hc_connection_known(packet_info *pinfo) {
    conversation_t *conversation = find_conversation_pinfo(pinfo, 0);

    return conversation ? conversation_get_proto_data(conversation, protocol) : NULL;
}

struct hc_connection *hc_connection_of_quic(uint32_t number) {
    struct hc_connection *connection = wmem_map_lookup(quic_connections, GUINT_TO_POINTER(number));

    if (!connection) {
        connection = wmem_new0(wmem_file_scope(), struct hc_connection);
        connection->is_quic = true;
        wmem_map_insert(quic_connections, GUINT_TO_POINTER(number), connection);
    }
    return connection;
}

struct hc_exchange *hc_connection_stream(struct hc_connection *connection, int64_t id) {
    return hc_streams_get(&connection->streams, id, connection->gaps);
}

/* What was not seen may have been requests, in front of a proxy or behind it. */
static void darken(const struct hc_connection *connection) {
    const struct hc_sides *sides = &connection->sides;

    hc_legs_blind();
    if (sides->is_known && hc_trust_knows_servers())
        hc_trust_server(hc_endpoint_of(&sides->server, sides->server_port))->is_dark = true;
}

void hc_connection_has_gap(struct hc_connection *connection) {
    darken(connection);
    connection->gaps++;
    connection->has_answered_up_to = false;
    hc_queue_lose_count(&connection->queue);
    hc_connection_lose_tables(connection);
}

void hc_connection_lose_tables(struct hc_connection *connection) {
    for (int side = 0; side <= HC_SERVER; side++)
        hc_compression_lose(&connection->compression[side]);
}

bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream) {
    return connection->is_quic ? (stream & 3) == 0 : (stream & 1) == 1;
}
