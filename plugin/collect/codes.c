/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The codes themselves, and the words that come with them. */
#include "collect/bytes.h"
#include "collect/reading.h"
#include "settings/settings.h"

/* The frame's data source that holds the field's bytes, counted from 0. */
static uint8_t source_of(const packet_info *pinfo, const field_info *field) {
    uint8_t number = 0;

    for (const GSList *source = pinfo->data_src; source && number < HC_NO_SOURCE; source = source->next) {
        if (get_data_source_tvb(source->data) == field->ds_tvb)
            return number;
        number++;
    }
    return HC_NO_SOURCE;
}

/* What was sent before a gap in the capture may have been followed by its end. */
static enum hc_progress progress_of(const struct hc_connection *connection, const struct hc_stream *stream) {
    if (stream->ended)
        return HC_PROGRESS_COMPLETE;
    if (stream->gaps != connection->gaps || stream->was_forgotten)
        return HC_PROGRESS_UNKNOWN;
    if (stream->answered || stream->server_spoke)
        return HC_PROGRESS_STARTED;
    return stream->asked.request || stream->opened ? HC_PROGRESS_NONE : HC_PROGRESS_UNKNOWN;
}

static void note_rate(struct hc_reading *reading, struct hc_event *event) {
    uint32_t count = hc_connection_counts_reset(hc_reading_connection(reading), &reading->pinfo->abs_ts,
                                                hc_settings.rapid_reset);

    if (count)
        hc_reading_more(event)->rapid_resets = count;
}

/* The client gives up a request before its response is complete. */
static void note_cancellation(struct hc_reading *reading, const struct hc_stream *stream,
                              struct hc_event *event) {
    bool is_given_up = event->sender == HC_CLIENT && !stream->reset && !stream->was_forgotten &&
                       event->progress != HC_PROGRESS_COMPLETE && !(event->circumstances & HC_ECHOES);

    if (is_given_up && hc_connection_is_request(hc_reading_connection(reading), stream->id))
        note_rate(reading, event);
}

/* In QUIC a stream is reset and a connection closed once by each side; what comes again is a retransmission.
 */
static void note_repetition(bool *sent, struct hc_event *event) {
    if (*sent && event->carrier != HC_RST_STREAM && event->sender != HC_SIDE_UNKNOWN)
        event->circumstances |= HC_SENT_AGAIN;
    *sent = true;
}

/* An echo has the peer's code; numbers are kept plus one, so that 0 is none. */
static void note_close(struct hc_websocket *websocket, struct hc_event *event) {
    event->more = websocket->subprotocol;
    if (event->sender == HC_SIDE_UNKNOWN)
        return;
    if (websocket->closed_with[hc_peer_of(event->sender)] == event->value + 1)
        event->circumstances |= HC_ECHOES;
    websocket->closed_with[event->sender] = event->value + 1;
}

static void note_on_stream(struct hc_reading *reading, struct hc_stream *stream, struct hc_event *event) {
    switch (event->carrier) {
    case HC_HEADERS:
        if (stream->grpc && stream->ended)
            event->circumstances |= HC_WITHOUT_GRPC_STATUS;
        stream->answered = stream->answered || hc_status_is_final(event->value);
        break;
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        if (stream->stopped_by[hc_peer_of(event->sender)])
            event->circumstances |= HC_ECHOES;
        note_repetition(&stream->reset_by[event->sender], event);
        note_cancellation(reading, stream, event);
        hc_streams_reset(&hc_reading_connection(reading)->streams, stream);
        break;
    case HC_STOP_SENDING:
        note_repetition(&stream->stopped_by[event->sender], event);
        note_cancellation(reading, stream, event);
        if (event->sender == HC_CLIENT)
            hc_streams_reset(&hc_reading_connection(reading)->streams, stream);
        break;
    case HC_CLOSE:
        note_close(hc_stream_websocket(stream), event);
        break;
    default:
        break;
    }
}

static uint16_t circumstances_of(const struct hc_stream *stream) {
    return (uint16_t)((stream->tunnels_websocket ? HC_ON_WEBSOCKET : 0) | (stream->grpc ? HC_ON_GRPC : 0));
}

static void add_stream_facts(struct hc_reading *reading, struct hc_event *event) {
    struct hc_stream *stream = hc_reading_stream(reading);

    if (!stream)
        return;
    if (event->carrier != HC_CLOSE)
        hc_event_ends(event, stream->asked);
    event->progress = (uint8_t)progress_of(hc_reading_connection(reading), stream);
    event->circumstances |= circumstances_of(stream);
    if (hc_connection_left_out(hc_reading_connection(reading), event->stream))
        event->circumstances |= HC_ABOVE_GOAWAY;
    note_on_stream(reading, stream, event);
}

/* A client's GOAWAY speaks of the streams that the server pushed. */
static void add_goaway_facts(struct hc_reading *reading, struct hc_event *event) {
    struct hc_more *more = hc_reading_more(event);

    more->last_stream = reading->last_stream;
    if (event->sender != HC_SERVER)
        return;
    hc_connection_goes_away(hc_reading_connection(reading), (int64_t)reading->last_stream + 1);
    more->unprocessed = hc_connection_unprocessed(hc_reading_connection(reading));
}

static void add_facts(struct hc_reading *reading, struct hc_event *event) {
    if (event->space == HC_HTTP_STATUS)
        event->more = hc_reading_connection(reading)->server_header;
    if (event->carrier == HC_STATUS_LINE)
        hc_event_ends(
            event, hc_connection_answers(hc_reading_connection(reading), hc_status_is_final(event->value)));
    else if (event->carrier == HC_GOAWAY)
        add_goaway_facts(reading, event);
    else if (event->carrier == HC_CONNECTION_CLOSE)
        note_repetition(
            &hc_reading_connection(reading)->closed_by[event->sender][event->space == HC_HTTP3_ERROR], event);
    else
        add_stream_facts(reading, event);
}

static void add_code(struct hc_reading *reading, const field_info *field, uint64_t value) {
    const struct hc_carrier_row *row = reading->row;
    struct hc_event event = {
        .value = value,
        .stream = hc_carrier_is_of_connection(row->carrier) ? HC_NO_STREAM : reading->stream,
        .start = field->start,
        .length = (uint8_t)MIN(field->length, UINT8_MAX),
        .source = source_of(reading->pinfo, field),
        .space = row->space,
        .carrier = row->carrier,
        .sender = (uint8_t)hc_reading_sender(reading),
        .elapsed = HC_NO_TIME,
    };

    add_facts(reading, &event);
    if (!reading->events)
        reading->events = wmem_array_new(reading->pinfo->pool, sizeof event);
    wmem_array_append_one(reading->events, event);
    reading->awaits_reason = true;
}

void hc_take_code(struct hc_reading *reading, const field_info *field) {
    /* The application codes of a QUIC connection are HTTP/3's only where ALPN says so. */
    if (reading->row->space == HC_HTTP3_ERROR && !hc_connection_is_http3(hc_reading_connection(reading)))
        reading->awaits_reason = false;
    else
        add_code(reading, field, hc_reading_number(field));
}

/* Its END_STREAM came with the same frame, before the status proved who sent it. */
static void note_unproven_end(struct hc_reading *reading) {
    bool has_ended = reading->stream != HC_NO_STREAM && reading->stream == reading->unproven_end;
    struct hc_stream *stream = has_ended ? hc_reading_stream(reading) : NULL;

    if (stream)
        hc_streams_end(&hc_reading_connection(reading)->streams, stream);
    reading->unproven_end = HC_NO_STREAM;
}

void hc_take_status(struct hc_reading *reading, const field_info *field) {
    bool in_status_line = reading->row->carrier == HC_STATUS_LINE;
    uint64_t value;

    /* Whatever it says: only a server answers, and one request is answered. */
    hc_reading_prove(reading, HC_SERVER);
    reading->asked = NULL;
    note_unproven_end(reading);
    reading->status = 0;
    if (hc_bytes_status(field, in_status_line, &value)) {
        add_code(reading, field, value);
        reading->status = wmem_array_get_count(reading->events);
    } else if (in_status_line) {
        hc_connection_answers(hc_reading_connection(reading), true);
    }
}

/* The status in the same header block (trailers-only) has its grpc-status. */
static void note_grpc_status(struct hc_reading *reading) {
    struct hc_event *event = hc_reading_status(reading);

    if (event)
        event->circumstances &= (uint16_t)~HC_WITHOUT_GRPC_STATUS;
}

void hc_take_grpc_status(struct hc_reading *reading, const field_info *field) {
    uint64_t value;

    hc_reading_prove(reading, HC_SERVER);
    if (!hc_digits_number(hc_reading_string(reading, field), &value))
        return;
    note_grpc_status(reading);
    add_code(reading, field, value);
    if (reading->grpc_message)
        hc_reading_more(hc_reading_last_event(reading))->reason = reading->grpc_message;
    reading->grpc_message = NULL;
}

void hc_take_last_stream(struct hc_reading *reading, const field_info *field) {
    reading->last_stream = hc_reading_number(field);
}

static void give_reason(struct hc_reading *reading, const char *reason) {
    if (reading->awaits_reason && reason)
        hc_reading_more(hc_reading_last_event(reading))->reason = reason;
    reading->awaits_reason = false;
}

/* From the bytes: dissectors decode some of these words as ASCII, and cut others at a NUL. */
void hc_take_reason(struct hc_reading *reading, const field_info *field) {
    give_reason(reading, hc_bytes_keep(field));
}

void hc_take_grpc_message(struct hc_reading *reading, const field_info *field) {
    const struct hc_event *event = hc_reading_last_event(reading);
    const char *message = hc_keep_percent_decoded(hc_reading_string(reading, field));

    if (event && event->carrier == HC_GRPC_TRAILER && event->stream == reading->stream)
        give_reason(reading, message);
    else
        reading->grpc_message = message;
}
