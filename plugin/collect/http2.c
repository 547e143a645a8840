/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Frames of HTTP/2, and their header blocks. */
#include "collect/bytes.h"
#include "collect/hpack.h"
#include "collect/reading.h"
#include "compat.h"
#include "registry/numbers.h"

static struct hc_compression *table_of_sender(struct hc_reading *reading) {
    return &hc_reading_connection(reading)->compression[hc_reading_sender(reading)];
}

/* A capture that begins in the middle lacks what the tables hold. */
static void note_start(struct hc_connection *connection) {
    if (!connection->seen_from_start && !connection->speaks_http2)
        hc_connection_lose_tables(connection);
    connection->speaks_http2 = true;
}

/* But for its past, which one exchange alone may free. */
static void take_over(struct hc_exchange *exchange, const struct hc_exchange *upgrade) {
    struct hc_past *past = exchange->asked.past;

    exchange->asked = upgrade->asked;
    exchange->asked.past = past;
}

/* With h2c (RFC 7540, section 3.2) stream 1 is the request of HTTP/1 that asked for the upgrade. */
static void take_over_upgrade(struct hc_connection *connection, struct hc_exchange *exchange) {
    const struct hc_exchange *upgrade = connection->queue.answered;

    if (exchange->id == 1 && !exchange->asked.number && upgrade &&
        upgrade->status == HTTP_SWITCHING_PROTOCOLS)
        take_over(exchange, upgrade);
}

static void note_content(struct hc_exchange *exchange, const struct hc_http2_frame *frame) {
    struct hc_span data;

    if (hc_http2_frame_data(frame, &data))
        hc_note_content(exchange, hc_span_bytes(data), data.length);
    else
        exchange->asked.print.is_cut = true;
}

static void note_frame(struct hc_reading *reading, struct hc_exchange *exchange) {
    struct hc_sent *sent = &exchange->sent[hc_reading_sender(reading)];
    bool asks = reading->frame.type == HC_HTTP2_HEADERS && hc_reading_sender(reading) == HC_CLIENT;

    take_over_upgrade(hc_reading_connection(reading), exchange);
    if (reading->frame.type == HC_HTTP2_HEADERS || reading->frame.type == HC_HTTP2_DATA)
        hc_note_late_frame(reading, exchange, hc_reading_sender(reading));
    if (reading->frame.type == HC_HTTP2_DATA && hc_reading_sender(reading) == HC_CLIENT)
        note_content(exchange, &reading->frame);
    sent->content += hc_http2_frame_content(&reading->frame);
    sent->spoke =
        sent->spoke || reading->frame.type == HC_HTTP2_HEADERS || reading->frame.type == HC_HTTP2_DATA;
    if (asks)
        hc_reading_begin_request(reading, exchange);
}

static bool carries_header_block(const struct hc_http2_frame *frame) {
    return frame->type == HC_HTTP2_HEADERS || frame->type == HC_HTTP2_PUSH_PROMISE ||
           frame->type == HC_HTTP2_CONTINUATION;
}

/* As long as the table has no hole, Wireshark's decoding holds. Behind one, of a block of several frames
 * nothing does: a line may be cut between them. As long as nobody knows which side sends, a block proves what
 * it holds itself. */
static void look_for_holes(struct hc_reading *reading) {
    struct hc_compression *table = table_of_sender(reading);
    wmem_allocator_t *scope = reading->pinfo->pool;

    reading->proven_lines = NULL;
    reading->line = 0;
    if (!table->has_hole)
        return;
    if (!hc_http2_frame_has_whole_block(&reading->frame)) {
        hc_compression_lose(table);
        reading->proven_lines = wmem_array_new(scope, sizeof(bool));
        return;
    }
    if (hc_reading_sender(reading) == HC_SIDE_UNKNOWN)
        hc_compression_lose(table);
    reading->proven_lines = hc_hpack_walk(hc_http2_frame_fragment(&reading->frame), table, scope);
}

/* Whether Wireshark itself reads the tunnel's WebSocket, and stumbles over frames that go on in other DATA.
 */
static bool may_hide_frames(void) {
    static const char *const name = "websocket";

    return HC_WEBSOCKET_HIDES_HTTP2 &&
           proto_is_protocol_enabled(find_protocol_by_id(proto_get_id_by_filter_name(name)));
}

/* The content of other exchanges is not looked at. */
static bool has_words_in_data(const struct hc_exchange *exchange) {
    return exchange->tunnels_websocket || exchange->grpc_web || exchange->carries_webtransport;
}

static void take_data(struct hc_reading *reading) {
    struct hc_http2_frame *frame = &reading->frame;
    bool is_cut = hc_reading_is_in_websocket_frame(reading);
    struct hc_span data;

    if (hc_http2_frame_data(frame, &data)) {
        hc_reading_take_websocket(reading, hc_span_bytes(data), data.length, data);
        hc_reading_take_grpc_web(reading, hc_span_bytes(data), data.length, data);
        hc_reading_take_webtransport(reading, hc_span_bytes(data), data.length);
    } else {
        hc_reading_lose_websocket(reading);
        hc_reading_lose_grpc_web(reading);
        hc_reading_lose_webtransport(reading);
    }
    is_cut = is_cut || hc_reading_is_in_websocket_frame(reading);
    if (is_cut && hc_http2_frame_has_more_behind(frame) && may_hide_frames())
        frame->hides_frames = true;
}

static void take_end(struct hc_reading *reading, int64_t stream) {
    hc_reading_note_end(reading, stream);
    hc_note_tunnel_end(reading, hc_reading_exchange(reading), hc_reading_sender(reading));
}

/* The frame before was the last one that Wireshark shows of its data source. */
static void leave_source(struct hc_reading *reading, const field_info *stream_id) {
    const struct hc_http2_frame *frame = &reading->frame;

    if (frame->payload.tvb != stream_id->ds_tvb && hc_http2_frame_hides_others(frame))
        hc_connection_has_gap(hc_reading_connection(reading));
}

void hc_take_http2_stream(struct hc_reading *reading, const field_info *field) {
    int64_t stream = (int64_t)hc_reading_number(field);

    if (reading->answers_preface)
        return;
    leave_source(reading, field);
    hc_reading_begin_stream(reading, stream);
    note_start(hc_reading_connection(reading));
    if (!hc_http2_frame_read(field, &reading->frame))
        return;
    if (hc_reading_sender(reading) == HC_SERVER)
        hc_reading_connection(reading)->server_speaks_http2 = true;
    if (stream > 0)
        note_frame(reading, hc_reading_exchange(reading));
    if (stream > 0 && reading->frame.type == HC_HTTP2_DATA && has_words_in_data(hc_reading_exchange(reading)))
        take_data(reading);
    if (stream > 0 && hc_http2_frame_ends_stream(&reading->frame))
        take_end(reading, stream);
    if (carries_header_block(&reading->frame))
        look_for_holes(reading);
}

/* What follows is the request that the server answers without being asked. */
void hc_take_promised(struct hc_reading *reading, const field_info *field) {
    struct hc_http2_frame frame = reading->frame;

    hc_reading_prove(reading, HC_SERVER);
    hc_reading_begin_stream(reading, (int64_t)hc_reading_number(field));
    reading->frame = frame;
    hc_reading_begin_request(reading, hc_reading_exchange(reading));
}

static bool is_line_proven(struct hc_reading *reading) {
    unsigned line = reading->line++;

    if (!reading->proven_lines)
        return true;
    return line < wmem_array_get_count(reading->proven_lines) &&
           *(const bool *)wmem_array_index(reading->proven_lines, line);
}

static void take_header(struct hc_reading *reading, const struct hc_header *header) {
    wmem_allocator_t *scope = reading->pinfo->pool;
    struct hc_line line;

    hc_marks_add_binary(&reading->marks, scope, header->name, header->name_length, header->value,
                        header->value_length);
    hc_across_take_line(reading, header->name, header->name_length, header->value, header->value_length);
    if (hc_bytes_line(header, scope, &line))
        hc_block_add(&reading->block, scope, &line);
}

void hc_take_header_block(struct hc_reading *reading, const field_info *field) {
    struct hc_span block = hc_span_first(hc_span_from(field), (unsigned)hc_reading_number(field));
    struct hc_header_lines lines = hc_bytes_header_lines(block, reading->pinfo->pool);
    struct hc_header header;

    while (hc_bytes_next_header(&lines, &header)) {
        if (is_line_proven(reading))
            take_header(reading, &header);
    }
}

static void note_end(struct hc_reading *reading, struct hc_exchange *exchange) {
    enum hc_side sender = hc_reading_sender(reading);

    if (sender == HC_CLIENT)
        hc_note_content_end(reading, exchange);
    if (sender == HC_SERVER)
        hc_note_grpc_end(reading, exchange);
    hc_note_message_end(reading, exchange, sender);
    if (sender == HC_SERVER)
        hc_across_note_complete(reading, exchange);
}

/* What was cut off may have held entries of the table. Where Wireshark shows no line of a block, it could not
 * read it, and will read no other. */
void hc_http2_leave_frame(struct hc_reading *reading) {
    const struct hc_http2_frame *frame = &reading->frame;
    bool is_unread = hc_http2_frame_has_whole_block(frame) && frame->length > 0 && reading->line == 0;

    if (carries_header_block(frame) && (hc_http2_frame_is_cut(frame) || is_unread))
        hc_compression_lose(table_of_sender(reading));
    if (hc_http2_frame_ends_stream(frame) && reading->exchange)
        note_end(reading, reading->exchange);
    reading->frame = (struct hc_http2_frame){0};
}
