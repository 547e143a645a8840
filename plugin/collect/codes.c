/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The codes themselves, and the words that come with them. */
#include "collect/bytes.h"
#include "collect/notes.h"
#include "collect/reading.h"
#include "registry/code.h"
#include "registry/numbers.h"

/* From this data source of the frame on; HC_NO_SOURCE where none of them holds the bytes. */
static uint8_t find_source(struct hc_source *source, const tvbuff_t *tvb) {
    for (; source->link && source->number < HC_NO_SOURCE; source->number++) {
        if (get_data_source_tvb(source->link->data) == tvb)
            return source->number;
        source->link = source->link->next;
    }
    return HC_NO_SOURCE;
}

/* Sources stand in the order of what is in them, and each block of HTTP/2 is one: most are found in a step
 * behind the one before. */
static uint8_t source_of(struct hc_reading *reading, const tvbuff_t *tvb) {
    uint8_t number = find_source(&reading->source, tvb);

    if (number == HC_NO_SOURCE) {
        reading->source = (struct hc_source){reading->pinfo->data_src, 0};
        number = find_source(&reading->source, tvb);
    }
    return number;
}

void hc_reading_add_code(struct hc_reading *reading, const struct hc_carrier_row *row, struct hc_span span,
                         uint64_t value) {
    struct hc_event event = {
        .value = value,
        .stream = hc_carrier_is_of_stream(row->carrier) ? reading->stream : HC_NO_STREAM,
        .start = (int32_t)span.start,
        .length = (uint8_t)MIN(span.length, UINT8_MAX),
        .source = source_of(reading, span.tvb),
        .space = row->space,
        .carrier = row->carrier,
        .sender = (uint8_t)hc_reading_sender(reading),
        .elapsed = HC_NO_TIME,
    };

    hc_note(reading, &event);
    if (!reading->events)
        reading->events = wmem_array_new(reading->pinfo->pool, sizeof event);
    wmem_array_append_one(reading->events, event);
    reading->awaits_reason = true;
}

void hc_take_code(struct hc_reading *reading, const field_info *field) {
    const struct hc_carrier_row *row = hc_carrier_of_field(field->hfinfo->id);

    reading->awaits_code = false;
    /* The application codes of a QUIC connection are HTTP/3's only where ALPN says so. */
    if (row->space == HC_HTTP3_ERROR && !hc_alpn_is_http3(hc_reading_connection(reading)->alpn))
        reading->awaits_reason = false;
    else
        hc_reading_add_code(reading, row, hc_span_of(field), hc_reading_number(field));
}

/* A status line without a number answers its request all the same. */
static void pass_over_status(struct hc_reading *reading) {
    reading->unreadable_statuses++;
    hc_reading_answer(reading, true);
}

static bool read_status(const struct hc_line *line, uint64_t *value) {
    if (line->row->carrier == HC_STATUS_LINE)
        return hc_bytes_status(line->span, value);
    return hc_digits_status(line->text, line->length, value);
}

void hc_take_status(struct hc_reading *reading, const struct hc_line *line) {
    bool in_status_line = line->row->carrier == HC_STATUS_LINE;
    uint64_t value;

    if (reading->answers_preface)
        return; /* it was read before */
    /* Whatever it says: only a server answers, and one request is answered. */
    hc_reading_prove(reading, HC_SERVER);
    if (in_status_line)
        hc_reading_leave_stream(reading);
    else
        hc_reading_prove_end(reading);
    reading->status = 0;
    reading->location = NULL;
    if (read_status(line, &value)) {
        hc_reading_add_code(reading, line->row, line->span, value);
        reading->status = wmem_array_get_count(reading->events);
        reading->status_line = line->span;
    } else if (in_status_line) {
        pass_over_status(reading);
    }
    if (in_status_line)
        hc_take_http1_response(reading, line->span);
}

/* The status in the same header block (trailers-only) has its grpc-status. */
static void note_grpc_status(struct hc_reading *reading) {
    struct hc_event *event = hc_reading_status(reading);

    if (event)
        event->circumstances &= (uint16_t)~HC_WITHOUT_GRPC_STATUS;
}

static void note_grpc_failure(struct hc_reading *reading, struct hc_exchange *exchange, uint64_t status) {
    if (status == GRPC_OK)
        return;
    hc_note_failure(reading, exchange, HC_FAILED_BY_ANSWER, 0);
    exchange->has_failed = true;
}

void hc_take_grpc_status(struct hc_reading *reading, const struct hc_line *line) {
    uint64_t value;

    hc_reading_prove(reading, HC_SERVER);
    if (!hc_digits_number(line->text, &value))
        return;
    note_grpc_status(reading);
    if (hc_reading_exchange(reading)) {
        hc_reading_exchange(reading)->has_grpc_status = true;
        note_grpc_failure(reading, hc_reading_exchange(reading), value);
    }
    hc_reading_add_code(reading, line->row, line->span, value);
    if (reading->grpc_message)
        hc_reading_more(reading, hc_reading_last_event(reading))->reason = reading->grpc_message;
    reading->grpc_message = NULL;
}

void hc_take_last_stream(struct hc_reading *reading, const field_info *field) {
    reading->last_stream = hc_reading_number(field);
}

static void give_reason(struct hc_reading *reading, const char *reason) {
    if (reading->awaits_reason && reason)
        hc_reading_more(reading, hc_reading_last_event(reading))->reason = reason;
    reading->awaits_reason = false;
}

void hc_reading_give_reason(struct hc_reading *reading, struct hc_span words) {
    give_reason(reading, hc_bytes_keep(words));
}

/* From the bytes: dissectors decode some of these words as ASCII, and cut others at a NUL. */
void hc_take_reason(struct hc_reading *reading, const field_info *field) {
    hc_reading_give_reason(reading, hc_span_of(field));
}

void hc_take_grpc_message(struct hc_reading *reading, const struct hc_line *line) {
    const struct hc_event *event = hc_reading_last_event(reading);
    const char *message = hc_keep_percent_decoded(line->text);

    if (event && event->carrier == HC_GRPC_TRAILER && event->stream == reading->stream)
        give_reason(reading, message);
    else
        reading->grpc_message = message;
}
