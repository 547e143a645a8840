/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which connection and which stream the following fields belong to: QUIC and HTTP/3. */
#include "collect/bytes.h"
#include "collect/reading.h"
#include "memory/goaway.h"

void hc_take_quic_number(struct hc_reading *reading, const field_info *field) {
    hc_reading_begin_stream(reading, HC_NO_STREAM);
    hc_reading_enter(reading, hc_connection_of_quic((uint32_t)hc_reading_number(field)));
}

void hc_take_stream(struct hc_reading *reading, const field_info *field) {
    hc_reading_begin_stream(reading, (int64_t)hc_reading_number(field));
}

/* FIN is the lowest bit of the frame's type, the byte before the stream id (RFC 9000, section 19.8). */
static bool has_fin(const field_info *stream_id) {
    enum { FIN = 0x01 };
    struct hc_span id = hc_span_from(stream_id);

    return id.start > 0 && id.length > 0 && (hc_span_bytes(id)[-1] & FIN);
}

static void note_request_stream(struct hc_reading *reading, const field_info *field, int64_t stream) {
    struct hc_exchange *exchange = hc_connection_stream(hc_reading_connection(reading), stream);
    enum hc_side sender = hc_reading_sender(reading);

    exchange->sent[sender].spoke = true;
    if (sender == HC_CLIENT && !exchange->asked.number)
        hc_across_note_stream(hc_reading_connection(reading), exchange);
    if (sender == HC_CLIENT)
        hc_reading_begin_request(reading, exchange);
    if (has_fin(field))
        hc_reading_note_end(reading, stream);
    if (reading->only_request == HC_NO_STREAM)
        reading->only_request = stream;
    else if (reading->only_request != stream)
        reading->more_requests = true;
}

/* For HTTP/3 frames of Wireshark's, which do not name their stream. */
static void note_start(struct hc_reading *reading, const field_info *field) {
    struct hc_stream_start start = {hc_span_from(field), hc_reading_number(field)};

    if (!reading->quic_streams)
        reading->quic_streams = wmem_array_new(reading->pinfo->pool, sizeof start);
    wmem_array_append_one(reading->quic_streams, start);
}

void hc_take_quic_stream(struct hc_reading *reading, const field_info *field) {
    int64_t stream = (int64_t)hc_reading_number(field);

    hc_reading_leave_stream(reading);
    hc_reading_connection(reading)->has_streams = true;
    if (!hc_reading_can_take_http3())
        note_start(reading, field);
    if (hc_connection_is_request(hc_reading_connection(reading), stream))
        note_request_stream(reading, field, stream);
    hc_reading_take_http3(reading, field);
}

/* The stream whose data begin last before the place: they stand in the same decrypted packet. */
static int64_t stream_at(const struct hc_reading *reading, struct hc_span place) {
    unsigned count = reading->quic_streams ? wmem_array_get_count(reading->quic_streams) : 0;
    const struct hc_stream_start *best = NULL;

    for (unsigned i = 0; i < count; i++) {
        const struct hc_stream_start *start = wmem_array_index(reading->quic_streams, i);

        if (start->at.tvb == place.tvb && start->at.start < place.start &&
            (!best || start->at.start > best->at.start))
            best = start;
    }
    return best ? (int64_t)best->stream : HC_NO_STREAM;
}

/* Up to Wireshark 4.4 an HTTP/3 frame does not name its stream. Reassembled data stand in a source of their
 * own; they belong to the packet's request stream, if it has but one. */
static int64_t stream_of_http3_frame(const struct hc_reading *reading, const field_info *field) {
    int64_t stream = stream_at(reading, hc_span_from(field));

    if (stream == HC_NO_STREAM && !reading->more_requests)
        stream = reading->only_request;
    return stream;
}

void hc_take_http3_frame(struct hc_reading *reading, const field_info *field) {
    reading->http3_frame = hc_reading_number(field);
    if (!hc_carriers_name_http3_stream())
        hc_reading_begin_stream(reading, stream_of_http3_frame(reading, field));
}

/* HTTP/3 frame type (RFC 9114, section 7.2.6). */
enum { HTTP3_GOAWAY = 0x7 };

/* All streams that may have been processed are below the one that it names (RFC 9114, section 5.2). */
static void note_denial(struct hc_reading *reading, struct hc_connection *connection) {
    if (connection->has_denied_answer || !hc_goaway_denies_answer(connection))
        return;
    connection->has_denied_answer = true;
    hc_reading_leave_stream(reading);
    hc_reading_imply(reading, hc_connection_stream(connection, connection->answered - 1),
                     HC_IMPLIES_DENIED_ANSWER, HC_SERVER);
}

void hc_note_http3_goaway(struct hc_reading *reading, uint64_t first_unprocessed) {
    struct hc_connection *connection = hc_reading_connection(reading);

    hc_note_farewell(reading, HC_SERVER);
    hc_goaway_note(connection, (int64_t)first_unprocessed);
    hc_across_note_goaway(reading, NULL);
    note_denial(reading, connection);
}

/* No dissector reads the id in a GOAWAY, a variable-length integer (RFC 9000, section 16). */
void hc_take_http3_payload(struct hc_reading *reading, const field_info *field) {
    uint64_t id;

    if (reading->http3_frame == HTTP3_GOAWAY && hc_reading_sender(reading) == HC_SERVER &&
        hc_bytes_varint(hc_span_of(field), &id))
        hc_note_http3_goaway(reading, id);
}

void hc_take_header_name(struct hc_reading *reading, const field_info *field) {
    const char *name = hc_reading_string(field);

    reading->header = hc_carrier_of_header(name, strlen(name));
}

void hc_take_header_value(struct hc_reading *reading, const field_info *field) {
    struct hc_line line = {reading->header, hc_reading_string(field), hc_span_of(field),
                           (size_t)field->length};

    reading->header = NULL;
    if (line.row)
        hc_block_add(&reading->block, reading->pinfo->pool, &line);
}
