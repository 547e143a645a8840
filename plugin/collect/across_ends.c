/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the exchanges end that pairing was told of (across.c). */
#include <epan/prefs.h>
/* which needs that before it */
#include <epan/prefs-int.h>

#include "collect/reading.h"
#include "memory/goaway.h"
#include "memory/pairing.h"
#include "registry/numbers.h"
#include "settings/settings.h"

static double seconds(const struct hc_reading *reading) {
    return nstime_to_sec(&reading->pinfo->rel_ts);
}

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

/* ---- Complete ---- */

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

/* ---- By a code ---- */

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

/* ---- With TCP ---- */

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
