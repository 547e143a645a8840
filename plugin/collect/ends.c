/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What ends without a code. It is said on the frame that ends it, and only where the capture shows all that
 * came before: a capture that begins in the middle, or has a gap, proves no absence. */
#include <wsutil/pint.h>

#include "collect/reading.h"
#include "memory/goaway.h"
#include "registry/numbers.h"

/* A WebSocket's opcode (RFC 6455, section 5.2), and a TLS alert (RFC 8446, section 6.1). */
enum { WEBSOCKET_CLOSE = 8, TLS_CLOSE_NOTIFY = 0 };

struct hc_implied *hc_reading_imply(struct hc_reading *reading, const struct hc_exchange *exchange,
                                    enum hc_implied_kind kind, enum hc_side ended_by) {
    struct hc_implied implied = {
        .request = exchange->asked.request,
        .stream = exchange->id,
        .request_frame = exchange->asked.frame,
        .exchange = exchange->asked.number,
        .elapsed = hc_exchange_elapsed(exchange, reading->pinfo),
        .status = exchange->status,
        .kind = (uint8_t)kind,
        .ended_by = (uint8_t)ended_by,
        .on_grpc = exchange->grpc,
        .retry_of = exchange->asked.past ? exchange->asked.past->failed.frame : 0,
        .deadline = exchange->asked.past ? exchange->asked.past->deadline : 0,
    };

    hc_note_implied_failure(reading, exchange, &implied);
    if (!reading->implied)
        reading->implied = wmem_array_new(reading->pinfo->pool, sizeof implied);
    wmem_array_append_one(reading->implied, implied);
    return wmem_array_index(reading->implied, wmem_array_get_count(reading->implied) - 1);
}

/* ---- gRPC ---- */

/* Its trailers would have been seen, and read. */
static bool is_wholly_seen(const struct hc_connection *connection, const struct hc_exchange *exchange) {
    return exchange->asked.number && hc_exchange_is_wholly_seen(exchange, connection->gaps) &&
           !connection->compression[HC_SERVER].has_hole && !exchange->sent[HC_CLIENT].reset &&
           !exchange->sent[HC_SERVER].reset;
}

/* The frame that ends the response has been read, trailers included. */
void hc_note_grpc_end(struct hc_reading *reading, const struct hc_exchange *exchange) {
    if (exchange->grpc && !exchange->has_grpc_status && hc_grpc_web_is_wholly_seen(exchange) &&
        is_wholly_seen(hc_reading_connection(reading), exchange))
        hc_reading_imply(reading, exchange, HC_IMPLIES_NO_GRPC_STATUS, HC_SERVER);
}

/* ---- WebSocket ---- */

/* The second byte of a frame holds the length of its payload (RFC 6455, section 5.2). */
static bool has_payload(const field_info *opcode) {
    uint8_t bytes[2];

    return hc_span_copy(hc_span_from(opcode), bytes, sizeof bytes) < sizeof bytes || (bytes[1] & 0x7f) > 0;
}

void hc_take_opcode(struct hc_reading *reading, const field_info *field) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    uint64_t opcode = hc_reading_number(field);

    hc_take_close_without_code(reading);
    if (!exchange)
        return;
    hc_exchange_websocket(exchange)->has_frames = true;
    reading->awaits_code = opcode == WEBSOCKET_CLOSE && !has_payload(field);
    if (opcode == WEBSOCKET_CLOSE)
        hc_note_close_frame(reading, hc_span_from(field));
    else if (opcode < WEBSOCKET_CLOSE)
        hc_note_websocket_data(reading, hc_span_from(field));
}

void hc_take_close_without_code(struct hc_reading *reading) {
    if (reading->awaits_code)
        hc_note_close_without_code(reading);
    reading->awaits_code = false;
}

void hc_note_close_without_code(struct hc_reading *reading) {
    enum hc_side sender = hc_reading_sender(reading);
    struct hc_websocket *websocket = hc_exchange_websocket(hc_reading_exchange(reading));

    if (!websocket->has_closed[hc_peer_of(sender)])
        hc_reading_imply(reading, hc_reading_exchange(reading), HC_IMPLIES_NO_CODE, sender);
    websocket->has_closed[sender] = true;
}

/* Over HTTP/1: the side that ends had not received the peer's Close. */
static bool crosses_close(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_side side) {
    enum hc_side peer = hc_peer_of(side);

    return exchange->id == HC_NO_STREAM && exchange->websocket->has_closed[peer] && reading->has_positions &&
           hc_reading_sender(reading) == side &&
           (int32_t)(reading->acknowledged - exchange->websocket->closed_at[peer]) <= 0;
}

static void end_websocket(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_side side) {
    const bool *has_closed = exchange->websocket->has_closed;

    if (has_closed[HC_SIDE_UNKNOWN] || has_closed[side] || crosses_close(reading, exchange, side))
        return;
    hc_reading_imply(reading, exchange,
                     has_closed[hc_peer_of(side)] ? HC_IMPLIES_UNANSWERED_CLOSE : HC_IMPLIES_NO_CLOSE, side);
}

/* A tunnel ends with its stream (RFC 8441, section 5). Its first end counts. */
void hc_note_tunnel_end(struct hc_reading *reading, struct hc_exchange *exchange, enum hc_side side) {
    struct hc_websocket *websocket = exchange->tunnels_websocket ? exchange->websocket : NULL;
    bool is_known = websocket && side != HC_SIDE_UNKNOWN && websocket->has_frames && !websocket->is_over &&
                    hc_exchange_is_wholly_seen(exchange, hc_reading_connection(reading)->gaps) &&
                    hc_websocket_is_wholly_seen(websocket);

    if (!is_known || websocket->has_closed[side])
        return;
    websocket->is_over = true;
    end_websocket(reading, exchange, side);
}

/* ---- TCP ---- */

/* A side that has said goodbye before leaves the rest to the other one, which then closes. */
void hc_take_alert(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (hc_reading_number(field) == TLS_CLOSE_NOTIFY && connection->left_first == HC_SIDE_UNKNOWN)
        connection->left_first = hc_reading_sender(reading);
}

/* Of requests that wait behind it the client does not know yet. */
void hc_take_connection(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_connection *connection = hc_reading_connection(reading);
    const struct hc_event *status = hc_reading_status(reading);

    if (!hc_reading_is_http1(reading) || hc_reading_sender(reading) != HC_SERVER)
        return;
    connection->announced_close = g_ascii_strcasecmp(line->text, "close") == 0;
    if (connection->announced_close && connection->queue.waiting.length == 0 && status &&
        hc_status_is_final(status->value))
        hc_note_farewell(reading, HC_SERVER);
}

/* Whether bytes of the server came after the request, though none of a response were seen: one that broke
 * off. In TLS they may be anything, and where there are streams, another one's. */
static bool has_broken_off(const struct hc_reading *reading, const struct hc_exchange *exchange,
                           enum hc_side side) {
    uint32_t sent = side == HC_SERVER ? reading->sequence : reading->acknowledged;

    return exchange->id == HC_NO_STREAM && exchange->asked.has_position && reading->has_positions &&
           sent != exchange->asked.received;
}

/* The server had not received the request: it was closing an idle connection (RFC 9112, section 9.5). */
static bool crosses(const struct hc_reading *reading, const struct hc_exchange *exchange,
                    enum hc_side ended_by) {
    return ended_by == HC_SERVER && exchange->asked.has_position && reading->has_positions &&
           (int32_t)(reading->acknowledged - exchange->asked.position) <= 0;
}

static enum hc_implied_kind kind_of(const struct hc_reading *reading, const struct hc_exchange *exchange,
                                    enum hc_side side, bool is_left_out) {
    if (is_left_out)
        return HC_IMPLIES_NOT_PROCESSED;
    if (side == HC_CLIENT)
        return HC_IMPLIES_GIVEN_UP;
    if (exchange->status || exchange->sent[HC_SERVER].spoke || has_broken_off(reading, exchange, side))
        return HC_IMPLIES_CUT_ANSWER;
    return HC_IMPLIES_NO_ANSWER;
}

/* Requests that wait behind an announced close will never be answered, as their sender knows. */
static void end_waiting(struct hc_reading *reading, const struct hc_connection *connection,
                        enum hc_side side) {
    const struct hc_queue *queue = &connection->queue;
    const struct hc_exchange *exchange = queue->waiting.head ? queue->waiting.head->data : NULL;
    struct hc_implied *implied;

    if (!exchange || queue->lost_count || queue->early_answer || connection->announced_close ||
        connection->answers_in_http2)
        return;
    if (side == HC_SERVER &&
        crosses(reading, exchange, hc_sides_sender(&connection->sides, &reading->ends))) {
        hc_reading_imply(reading, exchange, HC_IMPLIES_IDLE_RACE, side);
        return;
    }
    if (connection->is_tls && has_broken_off(reading, exchange, side))
        return;
    implied = hc_reading_imply(reading, exchange, kind_of(reading, exchange, side, false), side);
    if (connection->sends_no_more)
        implied->elapsed = HC_NO_TIME;
}

static bool is_open_request(const struct hc_connection *connection, const struct hc_exchange *exchange) {
    return exchange->asked.number && hc_exchange_is_wholly_seen(exchange, connection->gaps) &&
           hc_connection_is_request(connection, exchange->id) && !exchange->tunnels_websocket &&
           !hc_exchange_is_tunnel(exchange) &&
           hc_exchange_progress(exchange, connection->gaps) != HC_PROGRESS_COMPLETE;
}

/* What the server ends it may not have received; nobody knows whether it would have been processed. */
static void end_stream(struct hc_reading *reading, const struct hc_connection *connection,
                       const struct hc_exchange *exchange, enum hc_side side) {
    bool is_left_out = hc_goaway_leaves_out(connection, exchange->id);

    if (!is_left_out && side == HC_SERVER &&
        crosses(reading, exchange, hc_sides_sender(&connection->sides, &reading->ends)))
        hc_note_failure(reading, exchange, HC_FAILED_UNKNOWN, 0);
    else
        hc_reading_imply(reading, exchange, kind_of(reading, exchange, side, is_left_out), side);
}

/* A GOAWAY with an error has said already what becomes of the rest, but for those that it does not count. */
static void end_streams(struct hc_reading *reading, const struct hc_connection *connection,
                        enum hc_side side) {
    enum { MOST = 64 };
    unsigned count = 0;

    for (const GList *link = connection->streams.open.head; link && count < MOST; link = link->next) {
        const struct hc_exchange *exchange = link->data;

        if (!is_open_request(connection, exchange) ||
            (connection->ends_with_error && !hc_goaway_leaves_out(connection, exchange->id)))
            continue;
        end_stream(reading, connection, exchange, side);
        count++;
    }
}

/* A client that still sends may not have begun to read; another one reads at once. */
static bool may_not_have_read(const struct hc_reading *reading, const struct hc_connection *connection) {
    enum { TIME_TO_READ = 1 }; /* in seconds */
    nstime_t since;

    nstime_delta(&since, &reading->pinfo->abs_ts, &connection->answered_when);
    return since.secs < TIME_TO_READ ||
           (reading->has_positions && reading->acknowledged != connection->answered_up_to);
}

/* What the client has sent is still unread when TCP is reset: that may erase the answer before the client has
 * read it (RFC 9112, section 9.6). In TLS the bytes may be no request. */
static void end_unread(struct hc_reading *reading, const struct hc_connection *connection) {
    const struct hc_queue *queue = &connection->queue;

    if (reading->resets_tcp && connection->answers_unread && queue->early_answer && !queue->lost_count &&
        queue->answered && !connection->is_tls && may_not_have_read(reading, connection) &&
        hc_sides_sender(&connection->sides, &reading->ends) == HC_SERVER)
        hc_reading_imply(reading, queue->answered, HC_IMPLIES_ANSWER_LOST, HC_SERVER);
}

/* A client that ends its half right behind its last request waits for the answer (RFC 9293, section 3.6): who
 * gives up waits longer. */
static bool ends_its_half(const struct hc_reading *reading, const struct hc_connection *connection,
                          enum hc_side sender) {
    enum { SOONEST = 10000 }; /* in microseconds */
    const GList *last = connection->queue.waiting.tail;

    return sender == HC_CLIENT && last && !reading->resets_tcp && !connection->is_tls &&
           !connection->sends_no_more && hc_exchange_elapsed(last->data, reading->pinfo) < SOONEST;
}

/* The first of the two ends counts, and for it the side that has taken leave first. */
void hc_note_tcp_end(struct hc_reading *reading) {
    struct hc_connection *connection =
        reading->connection ? reading->connection : hc_connection_known(reading->pinfo);
    enum hc_side side;

    if (!connection || connection->is_over || connection == &reading->nobodys)
        return;
    side = hc_sides_sender(&connection->sides, &reading->ends);
    if (ends_its_half(reading, connection, side)) {
        connection->sends_no_more = true;
        return;
    }
    connection->is_over = true;
    if (side == HC_SERVER)
        connection->over_frame = reading->pinfo->num;
    if (connection->sends_no_more)
        side = HC_CLIENT;
    if (connection->left_first)
        side = connection->left_first;
    if (side == HC_SIDE_UNKNOWN || !hc_connection_is_wholly_seen(connection))
        return;
    if (connection->queue.answered && connection->queue.answered->websocket &&
        connection->queue.answered->websocket->has_frames)
        end_websocket(reading, connection->queue.answered, side);
    end_unread(reading, connection);
    end_waiting(reading, connection, side);
    end_streams(reading, connection, side);
}
