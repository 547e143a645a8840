/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/reading.h"

#include "compat.h"

static hc_taker *const takers[] = {
    [HC_ROLE_NONE] = NULL,
    [HC_ROLE_CODE] = hc_take_code,
    [HC_ROLE_STATUS] = hc_take_status,
    [HC_ROLE_GRPC_STATUS] = hc_take_grpc_status,
    [HC_ROLE_END] = hc_take_end,
    [HC_ROLE_STREAM] = hc_take_stream,
    [HC_ROLE_PROMISED] = hc_take_promised,
    [HC_ROLE_QUIC_STREAM] = hc_take_quic_stream,
    [HC_ROLE_HTTP3_FRAME] = hc_take_http3_frame,
    [HC_ROLE_HTTP3_PAYLOAD] = hc_take_http3_payload,
    [HC_ROLE_LAST_STREAM] = hc_take_last_stream,
    [HC_ROLE_QUIC_NUMBER] = hc_take_quic_number,
    [HC_ROLE_REASON] = hc_take_reason,
    [HC_ROLE_GRPC_MESSAGE] = hc_take_grpc_message,
    [HC_ROLE_SERVER_HEADER] = hc_take_server_header,
    [HC_ROLE_SUBPROTOCOL] = hc_take_subprotocol,
    [HC_ROLE_HEADER] = hc_take_header,
    [HC_ROLE_HEADER_NAME] = hc_take_header_name,
    [HC_ROLE_HEADER_VALUE] = hc_take_header_value,
    [HC_ROLE_RESPONSE_LINE] = hc_take_response_line,
    [HC_ROLE_REQUEST_IN] = hc_take_request_in,
    [HC_ROLE_RETRY_AFTER] = hc_take_retry_after,
    [HC_ROLE_METHOD] = hc_take_method,
    [HC_ROLE_PATH] = hc_take_path,
    [HC_ROLE_CONTENT_TYPE] = hc_take_content_type,
    [HC_ROLE_PROTOCOL] = hc_take_protocol,
    [HC_ROLE_GAP] = hc_take_gap,
    [HC_ROLE_FROM_CLIENT] = hc_take_from_client,
    [HC_ROLE_MASK] = hc_take_mask,
    [HC_ROLE_HANDSHAKE] = hc_take_handshake,
    [HC_ROLE_ALPN] = hc_take_alpn,
};
_Static_assert(G_N_ELEMENTS(takers) == HC_ROLES_END, "every role has a taker");

void hc_reading_take_as(struct hc_reading *reading, const struct hc_carrier_row *row,
                        const field_info *field) {
    reading->row = row;
    takers[row->role](reading, field);
}

void hc_reading_take(struct hc_reading *reading, const field_info *field) {
    const struct hc_carrier_row *row = hc_carrier_of_field(field->hfinfo->id);

    if (row->role != HC_ROLE_NONE)
        hc_reading_take_as(reading, row, field);
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

const char *hc_reading_string(const struct hc_reading *reading, const field_info *field) {
    return reading->header_value ? reading->header_value : fvalue_get_string(HC_VALUE(field));
}

struct hc_connection *hc_reading_connection(struct hc_reading *reading) {
    if (!reading->connection)
        reading->connection = hc_connection_of_packet(reading->pinfo);
    return reading->connection;
}

enum hc_side hc_reading_sender(struct hc_reading *reading) {
    return hc_connection_sender(hc_reading_connection(reading), reading->pinfo);
}

struct hc_stream *hc_reading_stream(struct hc_reading *reading) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (connection->is_quic && reading->stream == HC_NO_STREAM)
        return NULL;
    if (!reading->memory)
        reading->memory = hc_connection_stream(connection, reading->stream);
    return reading->memory;
}

void hc_reading_leave_stream(struct hc_reading *reading) {
    reading->memory = NULL;
    reading->asked = NULL;
}

void hc_reading_prove(struct hc_reading *reading, enum hc_side side) {
    hc_connection_prove(hc_reading_connection(reading), reading->pinfo, side);
}

struct hc_more *hc_reading_more(struct hc_event *event) {
    struct hc_more *more = wmem_memdup(wmem_file_scope(), hc_more_of(event), sizeof *more);

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
