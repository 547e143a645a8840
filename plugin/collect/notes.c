/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/notes.h"

#include "memory/answers.h"
#include "memory/goaway.h"
#include "memory/strings.h"
#include "registry/lookup.h"
#include "registry/numbers.h"
#include "settings/settings.h"

static void belong(struct hc_reading *reading, struct hc_event *event, struct hc_exchange *exchange) {
    event->exchange = exchange->asked.number;
    event->request = exchange->asked.request;
    event->request_frame = exchange->asked.frame;
    event->elapsed = hc_exchange_elapsed(exchange, reading->pinfo);
    hc_tell_past(reading, exchange, event);
}

static void circumstance(struct hc_event *event, bool holds, enum hc_circumstance which) {
    if (holds)
        event->circumstances |= (uint16_t)which;
}

static void note_rate(struct hc_reading *reading, struct hc_event *event) {
    bool by_client = event->sender == HC_CLIENT;
    struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_resets *resets = by_client ? &connection->cancelled : &connection->provoked;
    uint32_t count = hc_resets_count(resets, &reading->pinfo->abs_ts, hc_settings.rapid_reset);

    if (count && by_client)
        hc_reading_more(reading, event)->rapid_resets = count;
    else if (count)
        hc_reading_more(reading, event)->provoked_resets = count;
}

/* The server gives a stream up because of what the client sends on it (CVE-2025-8671). */
static bool blames_client(const struct hc_event *event) {
    return event->sender == HC_SERVER &&
           hc_explain(event->space, event->value, NULL).row->blame == HC_BLAME_PEER;
}

/* A request is given up before its response is complete, and that by the client's doing. */
static void note_giving_up(struct hc_reading *reading, const struct hc_exchange *exchange,
                           struct hc_event *event) {
    bool is_reset = exchange->sent[HC_CLIENT].reset || exchange->sent[HC_SERVER].reset || exchange->is_closed;
    bool is_given_up = !is_reset && !exchange->was_forgotten && event->progress != HC_PROGRESS_COMPLETE &&
                       !(event->circumstances & (HC_ECHOES | HC_AFTER_STOP)) &&
                       (event->sender == HC_CLIENT || blames_client(event));

    if (is_given_up && hc_connection_is_request(hc_reading_connection(reading), exchange->id))
        note_rate(reading, event);
}

/* In QUIC a stream is reset and a connection closed once by each side; what comes again is a retransmission.
 */
static void note_repetition(bool was_sent, struct hc_event *event) {
    circumstance(event, was_sent && event->sender != HC_SIDE_UNKNOWN, HC_SENT_AGAIN);
}

/* What an exchange was answered with tells what a reset leaves of it. */
static void note_answer(struct hc_reading *reading, const struct hc_exchange *exchange,
                        struct hc_event *event) {
    if (exchange->status)
        hc_reading_more(reading, event)->answered = exchange->status;
}

/* With an interim status no response has begun that could be cut (RFC 9110, section 15.2). */
static void note_status(struct hc_exchange *exchange, struct hc_event *event) {
    circumstance(event, exchange->grpc && exchange->sent[HC_SERVER].ended, HC_WITHOUT_GRPC_STATUS);
    if (hc_status_is_final(event->value))
        exchange->status = (uint16_t)MIN(event->value, UINT16_MAX);
    else
        exchange->sent[HC_SERVER].spoke = false;
}

/* A status on a stream: a GOAWAY must not deny that it was processed. */
static void note_answered(struct hc_connection *connection, const struct hc_exchange *exchange) {
    if (exchange->status && hc_connection_is_request(connection, exchange->id))
        connection->answered = MAX(connection->answered, exchange->id + 1);
}

static void note_reset(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event) {
    struct hc_sent *sent = &exchange->sent[event->sender];
    const struct hc_sent *peer = &exchange->sent[hc_peer_of(event->sender)];
    bool is_known = event->sender != HC_SIDE_UNKNOWN;

    circumstance(event, is_known && peer->stopped_with == event->value + 1, HC_ECHOES);
    circumstance(event, is_known && peer->stopped_with && peer->stopped_with != event->value + 1,
                 HC_AFTER_STOP);
    circumstance(event, is_known && peer->reset, HC_AFTER_PEER_RESET);
    if (event->carrier == HC_RST_STREAM)
        circumstance(event, is_known && sent->reset, HC_AFTER_OWN_RESET);
    else
        note_repetition(sent->reset, event);
    note_answer(reading, exchange, event);
    note_giving_up(reading, exchange, event);
    hc_note_stream_failure(reading, exchange, event);
    /* Of what QUIC resets, a Close may have been sent before that never came. */
    if (event->carrier == HC_RST_STREAM)
        hc_note_tunnel_end(reading, exchange, event->sender);
    hc_streams_reset(&hc_reading_connection(reading)->streams, exchange, event->sender);
    hc_reading_reset_http3(reading);
    hc_across_note_reset(reading, exchange, event);
}

static void note_stop(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event) {
    struct hc_sent *sent = &exchange->sent[event->sender];

    note_repetition(sent->stopped_with, event);
    note_answer(reading, exchange, event);
    note_giving_up(reading, exchange, event);
    sent->stopped_with = event->value + 1;
    if (event->sender == HC_CLIENT)
        hc_note_stream_failure(reading, exchange, event);
    if (event->sender == HC_CLIENT)
        hc_streams_close(&hc_reading_connection(reading)->streams, exchange);
    hc_across_note_reset(reading, exchange, event);
}

/* The subprotocol is the server's choice; where it made none, the client's offer tells what it may speak. As
 * registry/proof.h wants it. */
static const char *evidence_of_websocket(wmem_allocator_t *scope, const struct hc_exchange *exchange) {
    const struct hc_websocket *websocket = exchange->websocket;
    const char *spoken = websocket->subprotocol ? websocket->subprotocol : websocket->offered;
    const char *host = exchange->asked.request ? exchange->asked.request->authority : NULL;

    if (!host)
        return spoken;
    return hc_strings_keep(
        wmem_strdup_printf(scope, "%s%shost:%s", spoken ? spoken : "", spoken ? " " : "", host));
}

static void note_close(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event) {
    struct hc_websocket *websocket = hc_exchange_websocket(exchange);
    struct hc_more *more = hc_reading_more(reading, event);

    more->evidence = evidence_of_websocket(reading->pinfo->pool, exchange);
    more->close_faults = reading->close_faults;
    reading->close_faults = 0;
    if (event->sender == HC_SIDE_UNKNOWN)
        return;
    circumstance(event, websocket->closed_with[hc_peer_of(event->sender)] == event->value + 1, HC_ECHOES);
    websocket->has_closed[event->sender] = true;
    websocket->closed_with[event->sender] = event->value + 1;
}

static void note_on_exchange(struct hc_reading *reading, struct hc_exchange *exchange,
                             struct hc_event *event) {
    switch (event->carrier) {
    case HC_HEADERS:
        note_status(exchange, event);
        hc_across_note_status(exchange, event->value, reading->pinfo->num);
        note_answered(hc_reading_connection(reading), exchange);
        break;
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        note_reset(reading, exchange, event);
        break;
    case HC_STOP_SENDING:
        note_stop(reading, exchange, event);
        break;
    case HC_CLOSE:
        note_close(reading, exchange, event);
        break;
    default:
        break;
    }
}

static void note_on_stream(struct hc_reading *reading, struct hc_event *event) {
    struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_exchange *exchange = hc_reading_exchange(reading);

    if (!exchange)
        return;
    belong(reading, event, exchange);
    event->progress = (uint8_t)hc_exchange_progress(exchange, connection->gaps);
    circumstance(event, exchange->tunnels_websocket, HC_ON_WEBSOCKET);
    circumstance(event, exchange->grpc, HC_ON_GRPC);
    circumstance(event, hc_exchange_is_tunnel(exchange), HC_IN_TUNNEL);
    circumstance(event, exchange->has_unknown_type, HC_ON_UNKNOWN_STREAM);
    circumstance(event, hc_goaway_leaves_out(connection, event->stream), HC_ABOVE_GOAWAY);
    note_on_exchange(reading, exchange, event);
}

/* What the server has received since its last answer is known, and no request is a part of it. */
static bool knows_what_was_received(const struct hc_reading *reading,
                                    const struct hc_connection *connection) {
    return connection->queue.waiting.length == 0 && !connection->queue.lost_count &&
           connection->has_answered_up_to && reading->has_positions;
}

/* Nobody has asked: all that the server has received was answered, and was seen. */
static bool is_unsolicited(const struct hc_reading *reading, const struct hc_connection *connection) {
    return knows_what_was_received(reading, connection) &&
           reading->acknowledged == connection->answered_up_to && hc_connection_is_wholly_seen(connection) &&
           !connection->may_hide_requests;
}

/* A part of a request that is not complete yet; what else it may be, Wireshark does not know. */
static bool is_early(const struct hc_reading *reading, const struct hc_connection *connection) {
    return connection->is_uploading && knows_what_was_received(reading, connection) &&
           reading->acknowledged != connection->answered_up_to;
}

/* Where a tunnel opens: it was said to the proxy. */
static void forget_farewell(struct hc_connection *connection, const struct hc_exchange *exchange) {
    if (hc_exchange_is_tunnel(exchange))
        connection->farewell = (struct hc_farewell){0};
}

/* What the next request is answered with comes behind this response; so does what follows an interim one. */
static void note_received(const struct hc_reading *reading, const struct hc_queue *queue) {
    struct hc_exchange *next = queue->waiting.head ? queue->waiting.head->data : NULL;

    if (next)
        next->asked.received = reading->sequence + reading->payload.length;
}

static void note_status_line(struct hc_reading *reading, struct hc_event *event) {
    struct hc_connection *connection = hc_reading_connection(reading);
    uint32_t head_frame = reading->head_frame ? reading->head_frame : reading->pinfo->num;
    struct hc_exchange *exchange = hc_reading_answer(reading, hc_status_is_final(event->value));

    circumstance(event, connection->preface_seen, HC_ANSWERS_PREFACE);
    circumstance(event, !exchange && is_unsolicited(reading, connection), HC_UNSOLICITED);
    connection->answers_unread =
        !exchange && hc_status_is_final(event->value) && is_early(reading, connection);
    if (exchange) {
        belong(reading, event, exchange);
        circumstance(event, exchange->grpc, HC_ON_GRPC);
        note_status(exchange, event);
        hc_across_note_status(exchange, event->value, head_frame);
        hc_across_note_complete(reading, exchange);
        forget_farewell(connection, exchange);
    }
    note_received(reading, &connection->queue);
    connection->answered_when = reading->pinfo->abs_ts;
    connection->answered_up_to = reading->acknowledged;
    connection->has_answered_up_to = reading->has_positions;
}

/* The handshake was not over, and a client that is seen from its start has sent nothing. */
static bool is_before_requests(const struct hc_connection *connection, const struct hc_event *event) {
    return event->space == HC_QUIC_ERROR && hc_connection_is_wholly_seen(connection) &&
           !connection->has_streams && !connection->may_have_early;
}

static void note_open_requests(struct hc_reading *reading, struct hc_event *event) {
    struct hc_connection *connection = hc_reading_connection(reading);

    circumstance(event, is_before_requests(connection, event), HC_BEFORE_REQUESTS);
    if (event->sender == HC_CLIENT && event->carrier == HC_GOAWAY)
        return; /* it speaks of what the server pushes */
    hc_reading_more(reading, event)->open = hc_goaway_open(connection);
}

/* One side's frames come in their order, where the capture has no gap. */
static void note_last_stream(struct hc_connection *connection, struct hc_event *event, uint64_t last) {
    uint64_t before = connection->last_streams[event->sender];

    if (event->sender == HC_SIDE_UNKNOWN)
        return;
    circumstance(event, before && last > before && connection->gaps == 0, HC_RAISES_LAST_STREAM);
    connection->last_streams[event->sender] = last;
}

/* A client's GOAWAY speaks of the streams that the server pushed. */
static void note_goaway(struct hc_reading *reading, struct hc_event *event) {
    struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_more *more = hc_reading_more(reading, event);

    more->last_stream = reading->last_stream;
    note_last_stream(connection, event, reading->last_stream + 1);
    connection->ends_with_error = connection->ends_with_error || event->value != H2_NO_ERROR;
    if (event->sender == HC_CLIENT && connection->left_first == HC_SIDE_UNKNOWN)
        connection->left_first = HC_CLIENT;
    more->resets_before = connection->cancelled.in_all + connection->provoked.in_all;
    if (event->sender == HC_SERVER) {
        hc_note_farewell(reading, HC_SERVER);
        hc_goaway_note(connection, (int64_t)reading->last_stream + 1);
        if (hc_goaway_denies_answer(connection))
            more->denied = (uint32_t)(connection->answered - 1);
        more->unprocessed = hc_goaway_unprocessed(connection);
    }
    note_open_requests(reading, event);
    hc_across_note_goaway(reading, event);
    hc_note_open_failures(reading, more->unprocessed, HC_FAILED_UNPROCESSED);
    if (event->sender == HC_SERVER && event->value != H2_NO_ERROR)
        hc_note_open_failures(reading, hc_more_of(event)->open, HC_FAILED_BY_SERVER);
}

/* What the server of QUIC had received when it closed the connection, the capture does not tell. */
static void note_closing(struct hc_reading *reading, struct hc_event *event) {
    bool *was_sent =
        &hc_reading_connection(reading)->closed_by[event->sender][event->space == HC_HTTP3_ERROR];

    note_repetition(*was_sent, event);
    *was_sent = true;
    note_open_requests(reading, event);
    hc_across_note_closing(reading, event);
    hc_note_open_failures(reading, hc_more_of(event)->open,
                          event->sender == HC_CLIENT ? HC_FAILED_BY_CLIENT : HC_FAILED_UNKNOWN);
}

void hc_note(struct hc_reading *reading, struct hc_event *event) {
    if (event->space == HC_HTTP_STATUS)
        event->more = hc_reading_connection(reading)->server_header;
    switch (event->carrier) {
    case HC_STATUS_LINE:
        note_status_line(reading, event);
        break;
    case HC_GOAWAY:
        note_goaway(reading, event);
        break;
    case HC_CONNECTION_CLOSE:
        note_closing(reading, event);
        break;
    case HC_PATH_ABANDON:
    case HC_BINARY_HTTP:
        break;
    default:
        note_on_stream(reading, event);
        break;
    }
    if (hc_event_is_end(event))
        hc_answers_note(event->exchange, reading->pinfo->num);
}
