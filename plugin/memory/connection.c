/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/connection.h"

#include <epan/conversation.h>

#include "memory/legs.h"
#include "memory/tcp_analysis.h"

static int protocol;
static bool is_unwatched;            /* nobody watches for gaps at present */
static bool was_unwatched;           /* nobody did in the beginning of the capture */
static wmem_map_t *quic_connections; /* connection number -> struct hc_connection */
static wmem_map_t *starts;           /* conversation_t -> the client's first sequence number */
static wmem_map_t *without_gap;      /* conversation_t of none of ours, while nobody watched -> itself */

void hc_connection_register(int proto) {
    protocol = proto;
    quic_connections =
        wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
    starts = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
    without_gap = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_direct_hash, g_direct_equal);
}

/* Most connections of a capture carry no HTTP: of those no more than this is kept. */
void hc_connection_starts(packet_info *pinfo, uint32_t first_byte) {
    wmem_map_insert(starts, find_or_create_conversation(pinfo), GUINT_TO_POINTER(first_byte));
}

static struct hc_connection *make(const conversation_t *conversation) {
    struct hc_connection *connection = wmem_new0(wmem_file_scope(), struct hc_connection);
    void *first_byte;

    if (wmem_map_lookup_extended(starts, conversation, NULL, &first_byte)) {
        connection->seen_from_start = connection->is_accepted = true;
        connection->has_answered_up_to = true;
        connection->answered_up_to = GPOINTER_TO_UINT(first_byte);
        wmem_map_remove(starts, conversation);
    }
    return connection;
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

struct hc_place *hc_connection_server(struct hc_connection *connection) {
    const struct hc_sides *sides = &connection->sides;

    if (!connection->server)
        connection->server = hc_trust_server(hc_endpoint_of(&sides->server, sides->server_port));
    return connection->server;
}

/* What was not seen may have been requests, in front of a proxy or behind it. */
static void darken(struct hc_connection *connection) {
    hc_legs_blind();
    if (connection->sides.is_known && hc_trust_knows_servers())
        hc_connection_server(connection)->is_dark = true;
}

static void lack(struct hc_connection *connection) {
    connection->gaps++;
    connection->has_answered_up_to = false;
    hc_queue_lose_count(&connection->queue);
    hc_connection_lose_tables(connection);
}

void hc_connection_has_gap(struct hc_connection *connection) {
    darken(connection);
    lack(connection);
}

bool hc_connection_has_both_sides(const struct hc_connection *connection) {
    return connection->is_quic || connection->is_accepted || connection->server_speaks_http2;
}

bool hc_connection_is_wholly_seen(const struct hc_connection *connection) {
    return connection->seen_from_start && hc_connection_has_both_sides(connection) && connection->gaps == 0;
}

void hc_connection_lose_tables(struct hc_connection *connection) {
    for (int side = 0; side <= HC_SERVER; side++)
        hc_compression_lose(&connection->compression[side]);
}

bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream) {
    return connection->is_quic ? (stream & 3) == 0 : (stream & 1) == 1;
}

/* ---- those of TCP ---- */

void hc_connection_watch(bool is_watched) {
    is_unwatched = !is_watched;
    was_unwatched = was_unwatched || is_unwatched;
}

bool hc_connection_is_watched(void) {
    return !is_unwatched;
}

/* Once for each connection, when somebody looks again. There were no requests yet that could have been lost
 * in front of a proxy or behind it. */
static void make_up_for_gaps(struct hc_connection *connection, const conversation_t *conversation,
                             uint32_t frame) {
    if (!connection->was_unwatched || is_unwatched)
        return;
    connection->was_unwatched = false;
    if (hc_tcp_gaps_before(conversation, frame))
        lack(connection);
}

static struct hc_connection *get(conversation_t *conversation, uint32_t frame) {
    struct hc_connection *connection = conversation_get_proto_data(conversation, protocol);

    if (!connection) {
        connection = make(conversation);
        connection->was_unwatched = was_unwatched;
        conversation_add_proto_data(conversation, protocol, connection);
    }
    make_up_for_gaps(connection, conversation, frame);
    return connection;
}

struct hc_connection *hc_connection_of_packet(packet_info *pinfo) {
    return get(find_or_create_conversation(pinfo), pinfo->num);
}

struct hc_connection *hc_connection_known(packet_info *pinfo) {
    conversation_t *conversation = find_conversation_pinfo(pinfo, 0);

    return conversation ? conversation_get_proto_data(conversation, protocol) : NULL;
}

/* Looked for once. */
struct hc_connection *hc_connection_with_gap(packet_info *pinfo) {
    conversation_t *conversation = find_conversation_pinfo(pinfo, 0);

    if (!conversation)
        return NULL;
    if (conversation_get_proto_data(conversation, protocol))
        return get(conversation, pinfo->num);
    if (!was_unwatched || is_unwatched || wmem_map_contains(without_gap, conversation))
        return NULL;
    if (hc_tcp_gaps_before(conversation, pinfo->num))
        return get(conversation, pinfo->num);
    wmem_map_insert(without_gap, conversation, conversation);
    return NULL;
}

bool hc_connection_shows_gap(packet_info *pinfo) {
    const conversation_t *conversation = is_unwatched ? NULL : find_conversation_pinfo(pinfo, 0);

    return conversation && hc_tcp_gap_at(conversation, pinfo->num);
}

bool hc_connection_is_in_order(packet_info *pinfo) {
    const conversation_t *conversation = find_conversation_pinfo(pinfo, 0);

    return conversation && !hc_tcp_is_odd_at(conversation, pinfo->num);
}
