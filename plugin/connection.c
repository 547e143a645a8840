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
        connection->is_quic = true;
        wmem_map_insert(quic_connections, GUINT_TO_POINTER(number), connection);
    }
    return connection;
}

void hc_connection_prove(struct hc_connection *connection, const packet_info *pinfo, enum hc_side side) {
    const address *server = side == HC_SERVER ? &pinfo->src : &pinfo->dst;

    /* Where both ends look alike, or there are none, nothing tells the sides apart. */
    if (connection->server_known ||
        (pinfo->srcport == pinfo->destport && addresses_equal(&pinfo->src, &pinfo->dst)))
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

/* GLib's own takes the low half of a number only, and a QUIC peer may choose ids that differ in the high
 * half. */
static unsigned hash_of_id(const void *id) {
    return wmem_strong_hash(id, sizeof(int64_t));
}

struct hc_stream *hc_connection_stream(struct hc_connection *connection, int64_t id) {
    struct hc_stream *stream;

    if (!connection->streams)
        connection->streams = wmem_map_new(wmem_file_scope(), hash_of_id, g_int64_equal);
    stream = wmem_map_lookup(connection->streams, &id);
    if (!stream) {
        stream = wmem_new0(wmem_file_scope(), struct hc_stream);
        stream->id = id;
        stream->gaps = connection->gaps;
        stream->older = connection->newest;
        connection->newest = stream;
        wmem_map_insert(connection->streams, &stream->id, stream);
    }
    return stream;
}

/* Enough to read. Streams that were closed long ago are not looked through, however many there are. */
enum { MOST_LISTED = 64, MOST_LOOKED_AT = 4096 };

void hc_connection_goes_away(struct hc_connection *connection, int64_t first_unprocessed) {
    connection->goaway_seen = true;
    connection->first_unprocessed = first_unprocessed;
}

bool hc_connection_left_out(const struct hc_connection *connection, int64_t stream) {
    return connection->goaway_seen && stream >= connection->first_unprocessed &&
           hc_connection_is_request(connection, stream);
}

static bool is_open(const struct hc_stream *stream) {
    return stream->request && !stream->ended && !stream->reset;
}

const struct hc_stream_list *hc_connection_unprocessed(const struct hc_connection *connection) {
    int64_t left_out[MOST_LISTED];
    struct hc_stream_list *list;
    size_t count = 0;
    bool has_others = !connection->seen_from_start;
    int steps = 0;

    for (const struct hc_stream *stream = connection->newest; stream && steps < MOST_LOOKED_AT;
         stream = stream->older, steps++) {
        if (steps == MOST_LOOKED_AT - 1)
            has_others = true;
        if (!is_open(stream) || !hc_connection_is_request(connection, stream->id))
            continue;
        if (!hc_connection_left_out(connection, stream->id))
            has_others = true;
        else if (count < MOST_LISTED)
            left_out[count++] = stream->id;
    }
    if (count == 0)
        return NULL;
    list = wmem_alloc(wmem_file_scope(), sizeof *list + count * sizeof left_out[0]);
    list->has_others = has_others;
    list->count = count;
    memcpy(list->id, left_out, count * sizeof left_out[0]);
    return list;
}

void hc_connection_has_gap(struct hc_connection *connection) {
    connection->gaps++;
    connection->lost_count = true;
}

bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream) {
    return connection->is_quic ? (stream & 3) == 0 : (stream & 1) == 1;
}

struct hc_request *hc_connection_asks(struct hc_connection *connection) {
    struct hc_waiting *waiting = wmem_new0(wmem_file_scope(), struct hc_waiting);

    if (connection->last_waiting)
        connection->last_waiting->next = waiting;
    else
        connection->first_waiting = waiting;
    connection->last_waiting = waiting;
    return &waiting->request;
}

const struct hc_request *hc_connection_answers(struct hc_connection *connection, bool is_final) {
    struct hc_waiting *answered = connection->lost_count ? NULL : connection->first_waiting;

    if (!answered)
        return NULL;
    if (is_final) {
        connection->first_waiting = answered->next;
        if (!answered->next)
            connection->last_waiting = NULL;
    }
    return &answered->request;
}

const struct hc_request *hc_connection_answers_frame(struct hc_connection *connection, uint32_t frame,
                                                     bool is_final) {
    connection->lost_count = false;
    while (connection->first_waiting && connection->first_waiting->request.frame < frame)
        hc_connection_answers(connection, true);
    if (connection->first_waiting && connection->first_waiting->request.frame == frame)
        return hc_connection_answers(connection, is_final);
    return NULL;
}

uint32_t hc_connection_counts_reset(struct hc_connection *connection, const nstime_t *now, uint32_t limit) {
    nstime_t elapsed;

    nstime_delta(&elapsed, now, &connection->resets_since);
    if (connection->resets == 0 || nstime_to_sec(&elapsed) >= 1.0) {
        connection->resets_since = *now;
        connection->resets = 0;
    }
    connection->resets++;
    if (limit == 0 || connection->resets < limit || connection->resets_reported)
        return 0;
    connection->resets_reported = true;
    return connection->resets;
}
