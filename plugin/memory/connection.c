/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/connection.h"

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

struct hc_stream *hc_connection_stream(struct hc_connection *connection, int64_t id) {
    return hc_streams_get(&connection->streams, id, connection->gaps);
}

void hc_connection_ends(struct hc_connection *connection, int64_t stream) {
    hc_streams_end(&connection->streams, hc_connection_stream(connection, stream));
}

void hc_connection_goes_away(struct hc_connection *connection, int64_t first_unprocessed) {
    connection->goaway_seen = true;
    connection->first_unprocessed = first_unprocessed;
}

bool hc_connection_left_out(const struct hc_connection *connection, int64_t stream) {
    return connection->goaway_seen && stream >= connection->first_unprocessed &&
           hc_connection_is_request(connection, stream);
}

/* Enough to read. */
enum { MOST_LISTED = 64 };

static const struct hc_open_requests *listed(struct hc_connection *connection, bool has_others,
                                             const struct hc_open_request *items, size_t count) {
    const struct hc_open_requests *last = connection->unprocessed;
    struct hc_open_requests *list;

    /* The first GOAWAY of a graceful shutdown is followed by others that say the same. */
    if (last && last->has_others == has_others && last->count == count &&
        memcmp(last->item, items, count * sizeof *items) == 0)
        return last;
    list = wmem_alloc(wmem_file_scope(), sizeof *list + count * sizeof *items);
    list->has_others = has_others;
    list->count = count;
    memcpy(list->item, items, count * sizeof *items);
    connection->unprocessed = list;
    return list;
}

const struct hc_open_requests *hc_connection_unprocessed(struct hc_connection *connection) {
    bool has_others = !connection->seen_from_start || connection->streams.has_forgotten_open;
    struct hc_open_request left_out[MOST_LISTED];
    size_t count = 0;

    for (const GList *link = connection->streams.open.tail; link; link = link->prev) {
        const struct hc_stream *stream = link->data;

        if (!stream->asked.request || !hc_connection_is_request(connection, stream->id))
            continue;
        if (!hc_connection_left_out(connection, stream->id))
            has_others = true;
        else if (count < MOST_LISTED)
            left_out[count++] = (struct hc_open_request){stream->id, stream->asked.request};
    }
    return count == 0 ? NULL : listed(connection, has_others, left_out, count);
}

void hc_connection_has_gap(struct hc_connection *connection) {
    connection->gaps++;
    connection->lost_count = true;
}

bool hc_connection_is_request(const struct hc_connection *connection, int64_t stream) {
    return connection->is_quic ? (stream & 3) == 0 : (stream & 1) == 1;
}

static void stop_waiting(struct hc_connection *connection) {
    struct hc_waiting *first = connection->first_waiting;

    connection->first_waiting = first->next;
    if (!first->next)
        connection->last_waiting = NULL;
    connection->waiting--;
    wmem_free(wmem_file_scope(), first);
}

struct hc_asked *hc_connection_asks(struct hc_connection *connection) {
    struct hc_waiting *waiting = wmem_new0(wmem_file_scope(), struct hc_waiting);

    if (connection->last_waiting)
        connection->last_waiting->next = waiting;
    else
        connection->first_waiting = waiting;
    connection->last_waiting = waiting;
    if (++connection->waiting > HC_MOST_WAITING) {
        stop_waiting(connection);
        connection->lost_count = true;
    }
    return &waiting->asked;
}

struct hc_asked hc_connection_answers(struct hc_connection *connection, bool is_final) {
    struct hc_asked answered = {NULL, 0};

    if (connection->lost_count || !connection->first_waiting)
        return answered;
    answered = connection->first_waiting->asked;
    if (is_final)
        stop_waiting(connection);
    return answered;
}

struct hc_asked hc_connection_answers_frame(struct hc_connection *connection, uint32_t frame, bool is_final) {
    connection->lost_count = false;
    while (connection->first_waiting && connection->first_waiting->asked.frame < frame)
        stop_waiting(connection);
    if (connection->first_waiting && connection->first_waiting->asked.frame == frame)
        return hc_connection_answers(connection, is_final);
    return (struct hc_asked){NULL, 0};
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
