/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Requests that come though the end of their connection was announced, or was under way. A request that
 * crosses the announcement is a race, and everyday: it is spoken of where the client had time to know. */
#include "collect/reading.h"
#include "memory/elapsed.h"

/* In microseconds. A client of HTTP/1 has read the response before it asks on; over HTTP/2 and HTTP/3 its
 * threads may take a while to hear of a GOAWAY. */
enum { TIME_TO_READ = 100000, TIME_TO_HEAR = 1000000 };

/* What goes through a tunnel is another matter. */
static bool is_in_tunnel(const struct hc_connection *connection) {
    const struct hc_exchange *answered = connection->queue.answered;

    return answered && hc_exchange_is_tunnel(answered);
}

/* What the proxy says when it opens a tunnel is none of those who speak through it. */
void hc_note_farewell(struct hc_reading *reading, enum hc_side by) {
    const struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_farewell *farewell = &hc_reading_connection(reading)->farewell;

    if (farewell->by != HC_SIDE_UNKNOWN || (hc_reading_is_http1(reading) && is_in_tunnel(connection)))
        return;
    *farewell = (struct hc_farewell){
        .by = by,
        .frame = reading->pinfo->num,
        .when = reading->pinfo->abs_ts,
        .position = reading->sequence,
        .has_position = reading->has_positions,
    };
}

static bool has_passed(const struct hc_reading *reading, const struct hc_farewell *farewell, int least) {
    return hc_microseconds(&farewell->when, &reading->pinfo->abs_ts) >= least;
}

/* The packet's sender had received the farewell; QUIC does not tell. */
static bool has_received(const struct hc_reading *reading, const struct hc_farewell *farewell) {
    return reading->has_positions && farewell->has_position &&
           (int32_t)(reading->acknowledged - farewell->position) > 0;
}

/* ---- HTTP/1 ---- */

/* One's own farewell is no surprise. */
static bool is_known(const struct hc_reading *reading, const struct hc_farewell *farewell) {
    if (farewell->by == HC_CLIENT)
        return reading->has_positions && farewell->has_position &&
               (int32_t)(reading->sequence - farewell->position) > 0;
    return has_received(reading, farewell) && has_passed(reading, farewell, TIME_TO_READ);
}

static void note_late_message(struct hc_reading *reading, const struct hc_connection *connection) {
    const struct hc_farewell *farewell = &connection->farewell;
    uint32_t head_frame = reading->request_head;

    if (is_in_tunnel(connection))
        return;
    if (farewell->by != HC_SIDE_UNKNOWN && head_frame > farewell->frame && is_known(reading, farewell))
        hc_reading_imply(reading, reading->exchange, HC_IMPLIES_REQUEST_AFTER_CLOSE, farewell->by);
    else if (connection->over_frame && head_frame > connection->over_frame)
        hc_reading_imply(reading, reading->exchange, HC_IMPLIES_IDLE_RACE, HC_SERVER);
}

/* ---- HTTP/2 and HTTP/3 ---- */

static void note_late_stream(struct hc_reading *reading, const struct hc_connection *connection) {
    const struct hc_exchange *exchange = reading->exchange;
    const struct hc_farewell *farewell = &connection->farewell;

    if (farewell->by == HC_SERVER && hc_connection_is_request(connection, exchange->id) &&
        exchange->asked.frame == reading->pinfo->num &&
        (connection->is_quic || has_received(reading, farewell)) &&
        has_passed(reading, farewell, TIME_TO_HEAR))
        hc_reading_imply(reading, exchange, HC_IMPLIES_STREAM_AFTER_GOAWAY, HC_CLIENT);
}

void hc_note_late_request(struct hc_reading *reading) {
    const struct hc_connection *connection = reading->connection;

    if (!reading->is_reading_request || !reading->exchange || !hc_connection_is_wholly_seen(connection))
        return;
    if (hc_reading_is_http1(reading))
        note_late_message(reading, connection);
    else
        note_late_stream(reading, connection);
}
