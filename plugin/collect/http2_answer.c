/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A server that speaks HTTP/2 alone answers a request of HTTP/1.1 with SETTINGS, and often with a GOAWAY (RFC
 * 9113, sections 3.3 and 3.4). Wireshark takes the bytes for content of HTTP/1, so they are read here, in
 * plain text. */
#include "collect/http2_frame.h"

#include "collect/reading.h"
#include "registry/code.h"

static const struct hc_carrier_row goaway_row = {"GOAWAY in HTTP/1", HC_ROLE_CODE, HC_HTTP2_ERROR, HC_GOAWAY};

/* Frame types (RFC 9113, section 6); bytes of a frame's header, of a setting, of what GOAWAY begins with. */
enum { SETTINGS = 0x4, GOAWAY = 0x7, WINDOW_UPDATE = 0x8 };
enum { HEADER = 9, SETTING = 6, LAST_STREAM = 4, CODE = 4 };

struct frame {
    uint8_t type;
    uint32_t length;
    struct hc_span payload;
};

static uint32_t number_at(const uint8_t *bytes, size_t size) {
    uint32_t number = 0;

    for (size_t i = 0; i < size; i++)
        number = number << 8 | bytes[i];
    return number;
}

/* A frame of the connection, all of which is there; no other comes from a server that waits for a preface. */
static bool read_frame(struct hc_span bytes, struct frame *frame) {
    uint8_t header[HEADER];

    if (hc_span_copy(bytes, header, sizeof header) < sizeof header)
        return false;
    frame->length = number_at(header, 3);
    frame->type = header[3];
    frame->payload = hc_span_first(hc_span_behind(bytes, HEADER), frame->length);
    return number_at(header + 5, 4) == 0 && frame->payload.length == frame->length &&
           (frame->type == SETTINGS || frame->type == GOAWAY || frame->type == WINDOW_UPDATE);
}

static bool begins_with_settings(struct hc_span payload) {
    struct frame frame;

    return read_frame(payload, &frame) && frame.type == SETTINGS && frame.length % SETTING == 0;
}

/* The first words of the server, while a request waits that all of HTTP/1 has come before. */
static bool is_expected(const struct hc_connection *connection, const struct hc_ends *ends) {
    return !connection->preface_seen && !connection->speaks_http2 && !connection->is_tls &&
           hc_connection_is_wholly_seen(connection) && connection->queue.waiting.length > 0 &&
           !connection->queue.answered && !connection->queue.lost_count &&
           hc_sides_sender(&connection->sides, ends) == HC_SERVER;
}

static void take_goaway(struct hc_reading *reading, struct hc_span payload) {
    uint8_t bytes[LAST_STREAM + CODE];
    struct hc_span words = hc_span_behind(payload, sizeof bytes);

    if (hc_span_copy(payload, bytes, sizeof bytes) < sizeof bytes)
        return;
    reading->last_stream = number_at(bytes, LAST_STREAM) & INT32_MAX;
    hc_reading_add_code(reading, &goaway_row, hc_span_first(hc_span_behind(payload, LAST_STREAM), CODE),
                        number_at(bytes + LAST_STREAM, CODE));
    hc_reading_last_event(reading)->circumstances |= HC_ANSWERS_HTTP_1;
    hc_reading_give_reason(reading, words);
}

static void take_frames(struct hc_reading *reading, struct hc_span bytes) {
    struct frame frame;

    while (read_frame(bytes, &frame)) {
        if (frame.type == GOAWAY)
            take_goaway(reading, frame.payload);
        bytes = hc_span_behind(bytes, HEADER + frame.length);
    }
}

static void note_answer(struct hc_reading *reading, struct hc_connection *connection) {
    connection->answers_in_http2 = true;
    hc_reading_imply(reading, connection->queue.waiting.head->data, HC_IMPLIES_ANSWER_IN_HTTP2, HC_SERVER);
}

/* The GOAWAY may come in a segment of its own. */
void hc_take_http2_answer(struct hc_reading *reading) {
    struct hc_span payload = reading->payload;
    struct frame frame;
    struct hc_connection *connection;

    if (!read_frame(payload, &frame) || reading->connection == &reading->nobodys)
        return;
    connection = hc_connection_known(reading->pinfo);
    if (!connection)
        return;
    if (!connection->answers_in_http2 && begins_with_settings(payload) &&
        is_expected(connection, &reading->ends))
        note_answer(reading, connection);
    if (connection->answers_in_http2 && connection->gaps == 0 &&
        hc_sides_sender(&connection->sides, &reading->ends) == HC_SERVER)
        take_frames(reading, payload);
}
