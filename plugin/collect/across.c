/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pairing needs to see of the exchanges on each connection (memory/pairing.h): where requests begin and
 * what they say of themselves, and the statuses of their responses. How they end: across_ends.c. */
#include <wiretap/wtap.h>

#include "collect/bytes.h"
#include "collect/plain_http1.h"
#include "collect/reading.h"
#include "memory/pairing.h"
#include "registry/marks.h"
#include "registry/numbers.h"
#include "settings/settings.h"

/* ---- The head of a request ---- */

static struct hc_traits *traits_of(struct hc_reading *reading) {
    if (!reading->traits)
        reading->traits = wmem_new0(reading->pinfo->pool, struct hc_traits);
    return reading->traits;
}

void hc_across_take_line(struct hc_reading *reading, const char *name, size_t name_length, const char *value,
                         size_t value_length) {
    if (hc_settings.across && hc_reading_sender(reading) != HC_SERVER)
        hc_traits_add_line(traits_of(reading), name, name_length, value, value_length);
}

void hc_across_take_http1_line(struct hc_reading *reading, const struct hc_header *line) {
    if (hc_settings.across)
        hc_traits_add_line(traits_of(reading), line->name, line->name_length, line->value,
                           line->value_length);
}

/* What has no end of its own, or is no request that a proxy passes on. */
static bool is_tunnel(const struct hc_asked *asked) {
    return strcmp(asked->request->method, "CONNECT") == 0 || (asked->marks & HC_ASKS_WEBSOCKET);
}

/* With what was read it can be told from others: all of its head, or an id. */
static bool is_readable(const struct hc_asked *asked, const struct hc_traits *traits) {
    return asked->request && asked->request->method && asked->request->path &&
           ((asked->marks & HC_HAS_WHOLE_HEAD) || hc_traits_have_id(traits));
}

/* "host:80", "[::1]:80"; 0 where it names none. */
static uint16_t port_of(const char *authority) {
    const char *colon = authority ? strrchr(authority, ':') : NULL;
    uint64_t port;

    if (!colon || strchr(colon, ']') || !hc_digits_number(colon + 1, &port) || port > UINT16_MAX)
        return 0;
    return (uint16_t)port;
}

static struct hc_endpoint server_of(const struct hc_connection *connection) {
    return hc_endpoint_of(&connection->sides.server, connection->sides.server_port);
}

static struct hc_endpoint client_of(const struct hc_reading *reading,
                                    const struct hc_connection *connection) {
    const struct hc_ends *ends = &reading->ends;

    if (hc_sides_sender(&connection->sides, ends) == HC_SERVER)
        return hc_endpoint_of(ends->destination, ends->destination_port);
    return hc_endpoint_of(ends->source, ends->source_port);
}

/* Those who wrote a service of gRPC know which calls may be made twice. */
static bool may_be_repeated(const struct hc_exchange *exchange) {
    return exchange->grpc || !(exchange->asked.marks & HC_HAS_WHOLE_HEAD) ||
           (exchange->asked.marks & HC_MAY_BE_REPEATED);
}

/* As Linux says it in its cooked header, version 2: there the type of the packet has one byte
 * (LINKTYPE_LINUX_SLL2), for which Wireshark takes two, so that it knows no direction. */
static int direction_by_cooked_header(tvbuff_t *frame) {
    enum { TYPE_AT = 10, LAST_INCOMING = 2, OUTGOING = 4 };
    uint8_t type;

    if (tvb_captured_length(frame) <= TYPE_AT)
        return P2P_DIR_UNKNOWN;
    type = *tvb_get_ptr(frame, TYPE_AT, 1);
    return type == OUTGOING ? P2P_DIR_SENT : type <= LAST_INCOMING ? P2P_DIR_RECV : P2P_DIR_UNKNOWN;
}

static int8_t direction_of(const packet_info *pinfo) {
    const wtap_packet_header *header = &pinfo->rec->rec_header.packet_header;

    if (pinfo->p2p_dir == P2P_DIR_UNKNOWN && header->pkt_encap == WTAP_ENCAP_SLL2)
        return (int8_t)direction_by_cooked_header(get_data_source_tvb(pinfo->data_src->data));
    return (int8_t)pinfo->p2p_dir;
}

static void begin(struct hc_reading *reading, const struct hc_connection *connection,
                  struct hc_exchange *exchange) {
    struct hc_front_link link;
    struct hc_new_leg begun = {
        .connection = connection,
        .client = client_of(reading, connection),
        .server = server_of(connection),
        .request = exchange->asked.request,
        .traits = traits_of(reading),
        .stream = exchange->id,
        .exchange = exchange->asked.number,
        .frame = exchange->asked.frame,
        .when = nstime_to_sec(&reading->pinfo->rel_ts),
        .authority_port = port_of(exchange->asked.request->authority),
        .has_only_ids = !(exchange->asked.marks & HC_HAS_WHOLE_HEAD),
        .may_be_repeated = may_be_repeated(exchange),
        .direction = direction_of(reading->pinfo),
    };

    exchange->leg = hc_pairing_begin(&begun, &link);
    if (link.front_frame == 0)
        return;
    if (!reading->fronts)
        reading->fronts = wmem_array_new(reading->pinfo->pool, sizeof link);
    wmem_array_append_one(reading->fronts, link);
}

static void note_read(struct hc_connection *connection) {
    struct hc_place *server = hc_connection_server(connection);

    if (!connection->seen_from_start)
        server->is_dark = true;
    if (connection->is_unread && server->unread > 0)
        server->unread--;
    connection->is_unread = false;
    connection->is_read = true;
}

/* One that was answered before it was shown does not wait any more. */
static bool is_answered(const struct hc_connection *connection, const struct hc_exchange *exchange) {
    return exchange == connection->queue.answered;
}

static void note(struct hc_reading *reading, struct hc_connection *connection, struct hc_exchange *exchange) {
    if (!connection->is_read)
        note_read(connection);
    hc_across_note_head(connection, exchange);
    if (!(exchange->asked.marks & HC_HAS_WHOLE_HEAD))
        hc_connection_server(connection)->is_dark = true;
    if (!is_readable(&exchange->asked, traits_of(reading))) {
        hc_legs_blind();
    } else if (!is_tunnel(&exchange->asked) && !is_answered(connection, exchange)) {
        begin(reading, connection, exchange);
    }
}

/* Whether or not its lines could be read. */
static bool begins_request(const struct hc_reading *reading, const struct hc_exchange *exchange) {
    return reading->is_reading_request ||
           (reading->frame.type == HC_HTTP2_HEADERS && exchange->asked.frame == reading->pinfo->num &&
            !exchange->asked.request && !exchange->status && !exchange->is_closed);
}

void hc_across_note_request(struct hc_reading *reading) {
    struct hc_exchange *exchange = reading->exchange;
    struct hc_connection *connection;

    if (hc_settings.across && exchange && !exchange->leg && begins_request(reading, exchange)) {
        connection = hc_reading_connection(reading);
        if (connection->sides.is_known &&
            (exchange->id == HC_NO_STREAM || hc_connection_is_request(connection, exchange->id)))
            note(reading, connection, exchange);
    }
    reading->traits = NULL;
}

/* ---- The response ---- */

void hc_across_note_status(struct hc_exchange *exchange, uint64_t status, uint32_t head_frame) {
    if (!exchange->leg)
        return;
    /* Another protocol goes on here. */
    if (status == HTTP_SWITCHING_PROTOCOLS) {
        hc_pairing_drop(exchange->leg);
        exchange->leg = 0;
    } else {
        hc_pairing_answer(exchange->leg, (uint16_t)MIN(status, UINT16_MAX), head_frame);
    }
}

/* Sent behind the request, and not the one before it once more. */
static bool answers(const struct hc_reading *reading, const struct hc_asked *asked) {
    return asked->has_position && reading->has_positions &&
           (int32_t)(reading->acknowledged - asked->position) > 0 &&
           (int32_t)(reading->sequence - asked->received) >= 0;
}

/* Wireshark shows a response when it is complete, and none that breaks off. */
void hc_across_note_http1_head(struct hc_reading *reading, struct hc_connection *connection,
                               struct hc_span payload) {
    const struct hc_queue *queue = &connection->queue;
    struct hc_exchange *exchange = queue->waiting.length == 1 ? queue->waiting.head->data : NULL;
    char status[HC_STATUS_AT + HC_STATUS_LENGTH + 1] = "";

    if (!exchange || !exchange->leg || queue->lost_count || !answers(reading, &exchange->asked) ||
        hc_span_copy(payload, status, HC_STATUS_AT + HC_STATUS_LENGTH) < HC_STATUS_AT + HC_STATUS_LENGTH)
        return;
    hc_across_note_status(exchange, g_ascii_strtoull(status + HC_STATUS_AT, NULL, 10), reading->pinfo->num);
}
