/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pairing needs to see of the exchanges on each connection (memory/pairing.h): where requests begin and
 * what they say of themselves, and how they end. */
#include <epan/prefs.h>
/* which needs that before it */
#include <epan/prefs-int.h>

#include "collect/bytes.h"
#include "collect/reading.h"
#include "memory/goaway.h"
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

void hc_across_take_http1(struct hc_reading *reading, struct hc_span method) {
    if (hc_settings.across)
        hc_traits_add_http1(traits_of(reading), hc_span_to_end(method));
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

static double seconds(const struct hc_reading *reading) {
    return nstime_to_sec(&reading->pinfo->rel_ts);
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
        .frame = exchange->asked.frame,
        .when = seconds(reading),
        .authority_port = port_of(exchange->asked.request->authority),
        .has_only_ids = !(exchange->asked.marks & HC_HAS_WHOLE_HEAD),
        .direction = (int8_t)reading->pinfo->p2p_dir,
    };

    exchange->leg = hc_pairing_begin(&begun, &link);
    if (link.front_frame == 0)
        return;
    if (!reading->fronts)
        reading->fronts = wmem_array_new(reading->pinfo->pool, sizeof link);
    wmem_array_append_one(reading->fronts, link);
}

static void note_read(struct hc_connection *connection) {
    struct hc_place *server = hc_trust_server(server_of(connection));

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
        hc_trust_server(server_of(connection))->is_dark = true;
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
    enum { STATUS_AT = 9, LENGTH = 3 };
    const struct hc_queue *queue = &connection->queue;
    struct hc_exchange *exchange = queue->waiting.length == 1 ? queue->waiting.head->data : NULL;
    char status[STATUS_AT + LENGTH + 1] = "";

    if (!exchange || !exchange->leg || queue->lost_count || !answers(reading, &exchange->asked) ||
        hc_span_copy(payload, status, STATUS_AT + LENGTH) < STATUS_AT + LENGTH)
        return;
    hc_across_note_status(exchange, g_ascii_strtoull(status + STATUS_AT, NULL, 10), reading->pinfo->num);
}

/* ---- Ends ---- */

static wmem_array_t *found(struct hc_reading *reading) {
    if (!reading->pairs)
        reading->pairs = wmem_array_new(reading->pinfo->pool, sizeof(const struct hc_pair *));
    return reading->pairs;
}

/* A grpc-status would have been seen. That of gRPC-Web stands in the content, which over HTTP/1 is read
 * later, and which may be compressed. */
static bool shows_grpc_status(const struct hc_exchange *exchange) {
    return exchange->has_grpc_status ||
           (exchange->id != HC_NO_STREAM && hc_grpc_web_is_wholly_seen(exchange));
}

static void end(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_leg_ending ending) {
    hc_leg_id leg = exchange->leg;

    exchange->leg = 0;
    ending.frame = reading->pinfo->num;
    ending.when = seconds(reading);
    ending.is_grpc = exchange->grpc && shows_grpc_status(exchange);
    ending.had_grpc_status = exchange->has_grpc_status;
    hc_pairing_end(leg, &ending, found(reading));
}

/* A preference of another protocol. It is looked for once, and may change. */
struct other_preference {
    const char *module, *name;
    pref_t *found; /* NULL where there is none */
    bool was_sought;
};

static bool is_on(struct other_preference *preference) {
    if (!preference->was_sought) {
        module_t *module = prefs_find_module(preference->module);

        preference->found = module ? prefs_find_preference(module, preference->name) : NULL;
        preference->was_sought = true;
    }
    return preference->found && prefs_get_bool_value(preference->found, pref_current);
}

/* Else a response of HTTP/1 is shown with its head. */
static bool shows_whole_bodies(void) {
    static struct other_preference bodies = {.module = "http", .name = "desegment_body"};
    static struct other_preference streams = {.module = "tcp", .name = "desegment_tcp_streams"};

    return is_on(&bodies) && is_on(&streams);
}

void hc_across_note_complete(struct hc_reading *reading, struct hc_exchange *exchange) {
    bool is_known = exchange->leg && hc_status_is_final(exchange->status) && exchange->status != 0;

    if (exchange->id == HC_NO_STREAM && exchange->leg && exchange->status == 0)
        return; /* an interim one */
    if (is_known && (exchange->id != HC_NO_STREAM || shows_whole_bodies()))
        end(reading, exchange, (struct hc_leg_ending){.end = HC_LEG_COMPLETE, .ended_by = HC_SERVER});
    else if (exchange->leg)
        hc_pairing_drop(exchange->leg);
    exchange->leg = 0;
}

static bool is_refusal(const struct hc_event *event) {
    return (event->space == HC_HTTP2_ERROR && event->value == H2_REFUSED_STREAM) ||
           (event->space == HC_HTTP3_ERROR && event->value == H3_REQUEST_REJECTED);
}

/* In QUIC each direction is ended by itself: who wants no more of the response says STOP_SENDING. */
static bool ends_response(const struct hc_event *event) {
    return event->carrier == HC_RST_STREAM ||
           event->sender == (event->carrier == HC_STOP_SENDING ? HC_CLIENT : HC_SERVER);
}

void hc_across_note_reset(struct hc_reading *reading, struct hc_exchange *exchange,
                          const struct hc_event *event) {
    if (!exchange->leg || event->sender == HC_SIDE_UNKNOWN || !ends_response(event))
        return;
    end(reading, exchange,
        (struct hc_leg_ending){
            .end = HC_LEG_RESET,
            .ended_by = event->sender,
            .code = event->value,
            .space = event->space,
            .has_code = true,
            .is_refused = event->sender == HC_SERVER && is_refusal(event) && exchange->status == 0,
            .is_echo = (event->circumstances & HC_ECHOES) != 0,
        });
}

static void end_streams(struct hc_reading *reading, struct hc_connection *connection,
                        struct hc_leg_ending ending, bool only_left_out) {
    for (const GList *link = connection->streams.open.head; link; link = link->next) {
        struct hc_exchange *exchange = link->data;

        if (exchange->leg && (!only_left_out || hc_goaway_leaves_out(connection, exchange->id)))
            end(reading, exchange, ending);
    }
}

void hc_across_note_goaway(struct hc_reading *reading, const struct hc_event *event) {
    struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_leg_ending ending = {.end = HC_LEG_CLOSED, .ended_by = HC_SERVER, .is_refused = true};

    if (!hc_settings.across || (event && event->sender != HC_SERVER))
        return;
    if (event) {
        connection->going_error = event->value + 1;
        ending.code = event->value;
        ending.space = event->space;
        ending.has_code = true;
    }
    end_streams(reading, connection, ending, true);
}

void hc_across_note_closing(struct hc_reading *reading, const struct hc_event *event) {
    if (!hc_settings.across || event->sender == HC_SIDE_UNKNOWN)
        return;
    end_streams(reading, hc_reading_connection(reading),
                (struct hc_leg_ending){
                    .end = HC_LEG_CLOSED,
                    .ended_by = event->sender,
                    .code = event->value,
                    .space = event->space,
                    .has_code = true,
                },
                false);
}

static void end_all(struct hc_reading *reading, struct hc_connection *connection, enum hc_side side) {
    struct hc_leg_ending ending = {.end = HC_LEG_CLOSED, .ended_by = side};

    if (connection->going_error && side == HC_SERVER) {
        ending.has_code = true;
        ending.code = connection->going_error - 1;
        ending.space = HC_HTTP2_ERROR;
    }
    end_streams(reading, connection, ending, false);
    for (const GList *link = connection->queue.waiting.head; link; link = link->next) {
        struct hc_exchange *exchange = link->data;

        if (exchange->leg)
            end(reading, exchange, ending);
    }
}

static void leave_all(struct hc_reading *reading, const GList *link) {
    for (; link; link = link->next) {
        const struct hc_exchange *exchange = link->data;

        if (exchange->leg)
            hc_pairing_client_leaves(exchange->leg, reading->pinfo->num, seconds(reading), found(reading));
    }
}

/* The client's FIN ends its half only: the response may come all the same (RFC 9293, section 3.6). */
void hc_across_note_tcp_end(struct hc_reading *reading) {
    struct hc_connection *connection =
        reading->connection ? reading->connection : hc_connection_known(reading->pinfo);
    enum hc_side side;

    if (!hc_settings.across || !connection || connection == &reading->nobodys)
        return;
    side = hc_sides_sender(&connection->sides, &reading->ends);
    if (side == HC_SIDE_UNKNOWN)
        return;
    if (reading->resets_tcp || side == HC_SERVER) {
        end_all(reading, connection, connection->left_first ? connection->left_first : side);
    } else {
        leave_all(reading, connection->streams.open.head);
        leave_all(reading, connection->queue.waiting.head);
    }
}
