/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where requests begin, and messages end. */
#include "collect/reading.h"

static void note_position(const struct hc_reading *reading, struct hc_asked *asked) {
    asked->position = reading->sequence;
    asked->received = reading->acknowledged;
    asked->has_position = reading->has_positions;
}

/* The first one counts. */
void hc_reading_begin_request(struct hc_reading *reading, struct hc_exchange *exchange) {
    if (!exchange || exchange->asked.number)
        return;
    if (hc_connection_is_request(hc_reading_connection(reading), exchange->id))
        hc_reading_connection(reading)->requests++;
    hc_exchange_begin(exchange, reading->pinfo);
    note_position(reading, &exchange->asked);
}

/* A request of HTTP/1 that begins before a response that nobody seemed to have asked for is the one. */
struct hc_exchange *hc_reading_begin_http1_request(struct hc_reading *reading) {
    struct hc_connection *connection = hc_reading_connection(reading);
    uint32_t head = reading->head_frame ? reading->head_frame : reading->pinfo->num;
    struct hc_exchange *exchange = hc_queue_append(&connection->queue, head);

    hc_exchange_begin(exchange, reading->pinfo);
    note_position(reading, &exchange->asked);
    exchange->asked.is_alone = connection->queue.waiting.length == 1;
    connection->is_uploading = false;
    reading->head_frame = 0;
    reading->request_head = head;
    return exchange;
}

/* The request that the response being read answers; NULL where it cannot be told. */
struct hc_exchange *hc_reading_answer(struct hc_reading *reading, bool is_final) {
    struct hc_connection *connection = hc_reading_connection(reading);
    const struct hc_queue *queue = &connection->queue;
    bool is_only_one = queue->waiting.length == 1 && !queue->lost_count && !queue->early_answer;
    struct hc_head head = {
        .frame = reading->head_frame ? reading->head_frame : reading->pinfo->num,
        .acknowledged = reading->acknowledged,
        .has_position = reading->has_positions,
    };

    if (connection->head.frame == head.frame)
        head = connection->head;
    reading->head_frame = 0;
    reading->is_paired = is_only_one && hc_connection_is_wholly_seen(connection);
    reading->exchange = hc_queue_answer(&connection->queue, head, is_final);
    reading->is_paired = reading->is_paired && reading->exchange && reading->exchange->asked.is_alone;
    return reading->exchange;
}

void hc_reading_note_end(struct hc_reading *reading, int64_t stream) {
    struct hc_connection *connection = hc_reading_connection(reading);
    enum hc_side sender = hc_reading_sender(reading);

    if (sender == HC_SIDE_UNKNOWN)
        reading->unproven_end = stream;
    else
        hc_streams_end(&connection->streams, hc_connection_stream(connection, stream), sender);
}

void hc_reading_prove_end(struct hc_reading *reading) {
    bool has_ended = reading->stream != HC_NO_STREAM && reading->stream == reading->unproven_end;
    struct hc_exchange *exchange = has_ended ? hc_reading_exchange(reading) : NULL;

    if (exchange)
        hc_streams_end(&hc_reading_connection(reading)->streams, exchange, HC_SERVER);
    reading->unproven_end = HC_NO_STREAM;
}
