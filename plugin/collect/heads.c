/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the head of a message says of the rules that its status, or its version of HTTP, makes for it. */
#include "collect/hpack.h"
#include "collect/http1_head.h"
#include "collect/reading.h"
#include "memory/strings.h"
#include "registry/requirements.h"

/* Whether the request is the one that this response answers, beyond doubt: on a stream it is. */
bool hc_is_paired(struct hc_reading *reading, const struct hc_exchange *exchange) {
    const struct hc_connection *connection = hc_reading_connection(reading);

    if (hc_reading_is_http1(reading))
        return reading->is_paired;
    return hc_exchange_is_wholly_seen(exchange, connection->gaps) &&
           hc_connection_is_request(connection, exchange->id);
}

static uint32_t compare_ranges(const struct hc_asked *asked, const struct hc_marks *marks) {
    return asked->range && marks->range && asked->range != marks->range ? HC_HAS_OTHER_RANGE : 0;
}

/* Whether any rule speaks of the response. The one to a CONNECT has no content, whatever its status. */
static bool has_rule(const struct hc_event *event, uint32_t asked, const struct hc_marks *marks) {
    const struct hc_request *request = event->request;

    return hc_has_rule(event->value) || marks->bad_field || (asked & HC_ASKS_WEBSOCKET) ||
           (request && request->method && strcmp(request->method, "CONNECT") == 0);
}

static void note_response(struct hc_reading *reading, struct hc_event *event, const struct hc_marks *marks) {
    static const struct hc_asked nobody;
    const struct hc_exchange *exchange = hc_reading_exchange(reading);
    const struct hc_asked *asked = exchange && hc_is_paired(reading, exchange) ? &exchange->asked : &nobody;
    struct hc_more *more;

    if (!has_rule(event, asked->marks, marks))
        return;
    more = hc_reading_more(reading, event);
    more->says = marks->bits | compare_ranges(asked, marks);
    more->asked = asked->marks;
    if (marks->bad_field)
        more->bad_field = hc_strings_keep(marks->bad_field);
}

static void note_request(struct hc_exchange *exchange, const struct hc_marks *marks) {
    exchange->asked.marks |= marks->bits;
    exchange->asked.range = (uint32_t)marks->range;
    exchange->asked.print.who = marks->who;
}

/* Content in chunks goes on to the end of the bytes. What else stands there is another request. */
static void note_content(struct hc_reading *reading, const struct hc_marks *marks, struct hc_span content) {
    struct hc_exchange *exchange = reading->exchange;
    bool has_length = marks->bits & HC_HAS_LENGTH;
    uint64_t length = has_length                                 ? marks->length
                      : (marks->bits & HC_HAS_TRANSFER_ENCODING) ? content.length
                                                                 : 0;

    if (marks->head_length == 0 || length > content.length)
        return;
    hc_note_content(exchange, hc_span_bytes(content), (size_t)length);
    exchange->sent[HC_CLIENT].content = length;
    hc_note_content_end(reading, exchange);
}

static void note_http1_request(struct hc_reading *reading, const struct hc_marks *marks,
                               struct hc_span content) {
    note_request(reading->exchange, marks);
    if (marks->bits & HC_IS_GRPC_WEB)
        reading->exchange->grpc = true;
    if (marks->bits & HC_SAYS_CLOSE)
        hc_note_farewell(reading, HC_CLIENT);
    note_content(reading, marks, content);
    hc_note_wait(reading, reading->exchange);
}

static void take_line(struct hc_reading *reading, const struct hc_header *header,
                      const struct hc_carrier_row *row) {
    struct hc_line line;

    if (!row)
        return;
    line = hc_http1_line(header, row, reading->pinfo->pool);
    hc_reading_take_line(reading, &line);
}

static void take_target(struct hc_reading *reading, const struct hc_http1_lines *lines,
                        unsigned method_length) {
    struct hc_line line = {.text = hc_http1_target(lines, method_length, reading->pinfo->pool)};

    hc_take_path(reading, &line);
}

/* The lines are read once, for all that look at them. */
void hc_take_http1_request(struct hc_reading *reading, struct hc_span method) {
    struct hc_span all = hc_span_to_end(method);
    struct hc_http1_lines lines = hc_http1_lines(all);
    struct hc_marks marks = hc_marks_begin_http1(&lines);
    struct hc_header header;

    take_target(reading, &lines, method.length);
    while (hc_http1_next_line(&lines, &header)) {
        hc_marks_add(&marks, header.name, header.name_length, header.value, header.value_length);
        hc_across_take_http1_line(reading, &header);
        take_line(reading, &header, hc_carrier_of_http1_request_header(header.name, header.name_length));
    }
    hc_marks_end_http1(&marks, &lines);
    note_http1_request(reading, &marks, hc_span_behind(all, marks.head_length));
}

/* Marks are made only where a rule asks for them. */
static bool asks_for_marks(const struct hc_reading *reading) {
    const struct hc_event *event = hc_reading_status(reading);
    const struct hc_marks nothing = {0};

    return event && has_rule(event, reading->exchange ? reading->exchange->asked.marks : 0, &nothing);
}

void hc_take_http1_response(struct hc_reading *reading, struct hc_span status) {
    struct hc_http1_lines lines = hc_http1_lines(hc_span_to_end(status));
    bool is_marked = asks_for_marks(reading);
    struct hc_marks marks = {0};
    struct hc_header header;

    while (hc_http1_next_line(&lines, &header)) {
        if (is_marked)
            hc_marks_add(&marks, header.name, header.name_length, header.value, header.value_length);
        take_line(reading, &header, hc_carrier_of_http1_header(header.name, header.name_length));
    }
    if (is_marked) {
        marks.bits |= lines.is_whole ? HC_HAS_WHOLE_HEAD : 0;
        note_response(reading, hc_reading_status(reading), &marks);
    }
}

/* As many lines were shown as the block has. Without a hole in the table Wireshark's decoding holds. */
static bool is_whole(struct hc_reading *reading) {
    const struct hc_compression *table =
        &hc_reading_connection(reading)->compression[hc_reading_sender(reading)];
    const struct hc_http2_frame *frame = &reading->frame;

    if (reading->section_is_whole)
        return true;
    return reading->line > 0 && !table->has_hole && hc_http2_frame_has_whole_block(frame) &&
           !hc_http2_frame_is_cut(frame) && hc_hpack_count(hc_http2_frame_fragment(frame)) == reading->line;
}

/* Called at the end of a header block of HTTP/2 or HTTP/3; trailers are none of ours. */
void hc_note_head(struct hc_reading *reading) {
    struct hc_event *event = hc_reading_status(reading);
    struct hc_marks marks = reading->marks;

    reading->marks = (struct hc_marks){0};
    /* Between packets there is no connection to ask: one would be made. */
    if ((!event && !reading->is_reading_request) || hc_reading_is_http1(reading))
        return;
    if (event && !hc_has_rule(event->value) && !marks.bad_field && !event->request)
        return;
    if (is_whole(reading))
        marks.bits |= HC_HAS_WHOLE_HEAD;
    if (hc_http2_frame_ends_stream(&reading->frame))
        marks.bits |= HC_ENDS_STREAM;
    if (event)
        note_response(reading, event, &marks);
    else if (hc_reading_sender(reading) == HC_CLIENT && hc_reading_exchange(reading))
        note_request(hc_reading_exchange(reading), &marks);
}
