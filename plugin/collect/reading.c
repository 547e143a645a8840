/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/reading.h"

#include "compat.h"
#include "memory/facts.h"
#include "registry/code.h"

static hc_taker *const takers[] = {
    [HC_ROLE_NONE] = NULL,
    [HC_ROLE_CODE] = hc_take_code,
    [HC_ROLE_TCP] = hc_take_tcp,
    [HC_ROLE_HTTP2_STREAM] = hc_take_http2_stream,
    [HC_ROLE_STREAM] = hc_take_stream,
    [HC_ROLE_PROMISED] = hc_take_promised,
    [HC_ROLE_QUIC_STREAM] = hc_take_quic_stream,
    [HC_ROLE_HTTP3_FRAME] = hc_take_http3_frame,
    [HC_ROLE_HTTP3_PAYLOAD] = hc_take_http3_payload,
    [HC_ROLE_LAST_STREAM] = hc_take_last_stream,
    [HC_ROLE_QUIC_NUMBER] = hc_take_quic_number,
    [HC_ROLE_REASON] = hc_take_reason,
    [HC_ROLE_HEADER_BLOCK] = hc_take_header_block,
    [HC_ROLE_HEADER_NAME] = hc_take_header_name,
    [HC_ROLE_HEADER_VALUE] = hc_take_header_value,
    [HC_ROLE_GAP] = hc_take_gap,
    [HC_ROLE_FROM_CLIENT] = hc_take_from_client,
    [HC_ROLE_MASK] = hc_take_mask,
    [HC_ROLE_HANDSHAKE] = hc_take_handshake,
    [HC_ROLE_EXTENSION] = hc_take_extension,
    [HC_ROLE_ALPN] = hc_take_alpn,
    [HC_ROLE_ALERT] = hc_take_alert,
    [HC_ROLE_OPCODE] = hc_take_opcode,
    [HC_ROLE_UNREAD] = hc_take_unread,
};
_Static_assert(G_N_ELEMENTS(takers) == HC_FIRST_LINE_ROLE, "every role of a field has a taker");

static hc_line_taker *const line_takers[] = {
    [HC_ROLE_STATUS - HC_FIRST_LINE_ROLE] = hc_take_status,
    [HC_ROLE_GRPC_STATUS - HC_FIRST_LINE_ROLE] = hc_take_grpc_status,
    [HC_ROLE_GRPC_MESSAGE - HC_FIRST_LINE_ROLE] = hc_take_grpc_message,
    [HC_ROLE_SERVER_HEADER - HC_FIRST_LINE_ROLE] = hc_take_server_header,
    [HC_ROLE_PROXY_STATUS - HC_FIRST_LINE_ROLE] = hc_take_proxy_status,
    [HC_ROLE_SUBPROTOCOL - HC_FIRST_LINE_ROLE] = hc_take_subprotocol,
    [HC_ROLE_RETRY_AFTER - HC_FIRST_LINE_ROLE] = hc_take_retry_after,
    [HC_ROLE_METHOD - HC_FIRST_LINE_ROLE] = hc_take_method,
    [HC_ROLE_PATH - HC_FIRST_LINE_ROLE] = hc_take_path,
    [HC_ROLE_AUTHORITY - HC_FIRST_LINE_ROLE] = hc_take_authority,
    [HC_ROLE_CONTENT_TYPE - HC_FIRST_LINE_ROLE] = hc_take_content_type,
    [HC_ROLE_CONTENT_LENGTH - HC_FIRST_LINE_ROLE] = hc_take_content_length,
    [HC_ROLE_CONNECTION - HC_FIRST_LINE_ROLE] = hc_take_connection,
    [HC_ROLE_PROTOCOL - HC_FIRST_LINE_ROLE] = hc_take_protocol,
    [HC_ROLE_LOCATION - HC_FIRST_LINE_ROLE] = hc_take_location,
    [HC_ROLE_GRPC_TIMEOUT - HC_FIRST_LINE_ROLE] = hc_take_grpc_timeout,
};
_Static_assert(G_N_ELEMENTS(line_takers) == HC_ROLES_END - HC_FIRST_LINE_ROLE,
               "every role of a header line has a taker");

void hc_reading_take_line(struct hc_reading *reading, const struct hc_line *line) {
    line_takers[line->row->role - HC_FIRST_LINE_ROLE](reading, line);
}

static const char *text_of(const field_info *field) {
    return field->hfinfo->type == FT_STRING ? hc_reading_string(field) : "";
}

/* Fields of HTTP/1 that stand for a header line, or a part of the first line. */
static void take_as_line(struct hc_reading *reading, const struct hc_carrier_row *row,
                         const field_info *field) {
    struct hc_line line = {row, text_of(field), hc_span_of(field), (size_t)field->length};

    hc_reading_take_line(reading, &line);
}

/* What Wireshark makes of a tunnel is read by the plugin itself (websocket.c). */
static bool is_read_elsewhere(struct hc_reading *reading, const struct hc_carrier_row *row) {
    return row->space == HC_WEBSOCKET_CLOSE && hc_reading_follows_tunnels(reading);
}

void hc_reading_take(struct hc_reading *reading, const field_info *field) {
    const struct hc_carrier_row *row = hc_carrier_of_field(field->hfinfo->id);

    if (is_read_elsewhere(reading, row))
        return;
    if (row->role >= HC_FIRST_LINE_ROLE)
        take_as_line(reading, row, field);
    else if (row->role != HC_ROLE_NONE)
        takers[row->role](reading, field);
}

uint64_t hc_reading_number(const field_info *field) {
    switch (field->hfinfo->type) {
    case FT_BOOLEAN:
    case FT_UINT40:
    case FT_UINT48:
    case FT_UINT56:
    case FT_UINT64:
        return fvalue_get_uinteger64(HC_VALUE(field));
    default:
        return fvalue_get_uinteger(HC_VALUE(field));
    }
}

const char *hc_reading_string(const field_info *field) {
    return fvalue_get_string(HC_VALUE(field));
}

struct hc_connection *hc_reading_connection(struct hc_reading *reading) {
    if (!reading->connection)
        reading->connection = hc_connection_of_packet(reading->pinfo);
    return reading->connection;
}

void hc_reading_enter(struct hc_reading *reading, struct hc_connection *connection) {
    reading->connection = connection;
    reading->sender = HC_SIDE_UNKNOWN;
}

/* What was proven once stays as it is. */
enum hc_side hc_reading_sender(struct hc_reading *reading) {
    if (reading->speaker != HC_SIDE_UNKNOWN)
        return reading->speaker;
    if (reading->sender == HC_SIDE_UNKNOWN)
        reading->sender = hc_sides_sender(&hc_reading_connection(reading)->sides, &reading->ends);
    return reading->sender;
}

void hc_reading_prove(struct hc_reading *reading, enum hc_side side) {
    hc_sides_prove(&hc_reading_connection(reading)->sides, &reading->ends, side);
}

bool hc_reading_is_http1(struct hc_reading *reading) {
    return reading->stream == HC_NO_STREAM && !hc_reading_connection(reading)->is_quic;
}

static struct hc_exchange *find_exchange(struct hc_reading *reading) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (reading->stream != HC_NO_STREAM)
        return hc_connection_stream(connection, reading->stream);
    return connection->is_quic ? NULL : hc_queue_current(&connection->queue);
}

struct hc_exchange *hc_reading_exchange(struct hc_reading *reading) {
    if (!reading->exchange)
        reading->exchange = find_exchange(reading);
    return reading->exchange;
}

/* A block in which a pseudo header stands twice was read with a table that lacks entries. */
static void take_block(struct hc_reading *reading) {
    const struct hc_block block = reading->block;

    hc_block_clear(&reading->block);
    if (hc_block_is_misread(&block)) {
        hc_compression_lose(&hc_reading_connection(reading)->compression[hc_reading_sender(reading)]);
        return;
    }
    for (unsigned i = 0; i < block.count; i++)
        hc_reading_take_line(reading, &block.lines[i]);
}

/* Behind a response's head its status is in no danger of being another's; a request's is whole. */
static void leave_head(struct hc_reading *reading) {
    struct hc_marks marks = reading->marks;

    hc_note_head(reading);
    hc_note_answer(reading, &marks);
    hc_note_request(reading);
}

/* Content and ends have nothing to be left, but for their exchange. */
static bool has_read_message(const struct hc_reading *reading) {
    return reading->status || reading->is_reading_request || reading->block.count || reading->traits ||
           reading->marks.bits || reading->marks.who || reading->frame.payload.tvb;
}

static void leave_message(struct hc_reading *reading) {
    take_block(reading);
    leave_head(reading);
    hc_across_note_request(reading);
    hc_note_late_request(reading);
    hc_note_grpc_web_message(reading);
    hc_note_http1_message_end(reading);
    hc_http2_leave_frame(reading);
}

void hc_reading_leave_stream(struct hc_reading *reading) {
    if (has_read_message(reading))
        leave_message(reading);
    reading->exchange = NULL;
    reading->is_reading_request = false;
    reading->status = 0;
    reading->grpc_message = NULL;
}

void hc_reading_begin_stream(struct hc_reading *reading, int64_t stream) {
    hc_reading_leave_stream(reading);
    reading->stream = stream;
}

static void keep_facts(struct hc_event *event) {
    if (event->more)
        event->more = hc_facts_keep(event->more);
}

void hc_reading_finish(struct hc_reading *reading) {
    bool hides_frames = hc_http2_frame_hides_others(&reading->frame);
    unsigned count;

    hc_reading_leave_packet(reading);
    if (hides_frames)
        hc_connection_has_gap(hc_reading_connection(reading));
    count = reading->events ? wmem_array_get_count(reading->events) : 0;
    for (unsigned i = 0; i < count; i++)
        keep_facts(wmem_array_index(reading->events, i));
}

struct hc_more *hc_reading_more(const struct hc_reading *reading, struct hc_event *event) {
    struct hc_more *more = wmem_memdup(reading->pinfo->pool, hc_more_of(event), sizeof *more);

    event->more = more;
    return more;
}

struct hc_event *hc_reading_status(const struct hc_reading *reading) {
    return reading->status ? wmem_array_index(reading->events, reading->status - 1) : NULL;
}

struct hc_event *hc_reading_last_event(const struct hc_reading *reading) {
    unsigned count = reading->events ? wmem_array_get_count(reading->events) : 0;

    return count ? wmem_array_index(reading->events, count - 1) : NULL;
}
