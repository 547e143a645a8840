/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reading.h"

#include "compat.h"
#include "registry/code.h"
#include "text.h"

/* TLS handshake message types (RFC 8446, section 4). */
enum { TLS_CLIENT_HELLO = 1, TLS_SERVER_HELLO = 2, TLS_ENCRYPTED_EXTENSIONS = 8 };

/* The two low bits of a QUIC stream id: client-initiated and bidirectional (RFC 9000, section 2.1), which is
 * what HTTP/3 requests use. */
static bool is_request_stream(uint64_t id) {
    return (id & 3) == 0;
}

static uint64_t number_of(const field_info *field) {
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

static const char *string_of(const field_info *field) {
    return fvalue_get_string(HC_VALUE(field));
}

/* The packet's own connection, unless a QUIC connection number was read. */
static struct hc_connection *connection_of(struct hc_reading *reading) {
    if (!reading->connection)
        reading->connection = hc_connection_of_packet(reading->pinfo);
    return reading->connection;
}

static enum hc_side sender_of(struct hc_reading *reading) {
    return hc_connection_sender(connection_of(reading), reading->pinfo);
}

static void prove(struct hc_reading *reading, enum hc_side side) {
    hc_connection_prove(connection_of(reading), reading->pinfo, side);
}

static struct hc_event *last_event(const struct hc_reading *reading) {
    unsigned count = reading->events ? wmem_array_get_count(reading->events) : 0;

    return count ? wmem_array_index(reading->events, count - 1) : NULL;
}

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

static const char *evidence_for(struct hc_reading *reading, enum hc_space_id space) {
    const struct hc_connection *connection = connection_of(reading);
    const struct hc_stream *stream;

    switch (space) {
    case HC_HTTP_STATUS:
        return connection->server_header;
    case HC_WEBSOCKET_CLOSE:
        stream = hc_connection_find_stream(connection, reading->stream);
        return stream ? stream->subprotocol : NULL;
    default:
        return NULL;
    }
}

static void add_code(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field,
                     uint64_t value) {
    bool of_connection = row->carrier == HC_GOAWAY || row->carrier == HC_CONNECTION_CLOSE;
    struct hc_event event = {
        .value = value,
        .stream = of_connection ? HC_NO_STREAM : reading->stream,
        .last_stream = reading->last_stream,
        .evidence = evidence_for(reading, row->space),
        .start = field->start,
        .length = field->length,
        .source = source_of(reading->pinfo, field),
        .space = row->space,
        .carrier = row->carrier,
        .sender = (uint8_t)sender_of(reading),
    };

    if (!reading->events)
        reading->events = wmem_array_new(reading->pinfo->pool, sizeof event);
    wmem_array_append_one(reading->events, event);
    reading->awaits_reason = true;
}

static void take_code(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field) {
    /* The application codes of a QUIC connection are HTTP/3's only where ALPN says so. */
    if (row->space == HC_HTTP3_ERROR && !hc_connection_is_http3(connection_of(reading)))
        reading->awaits_reason = false;
    else
        add_code(reading, row, field, number_of(field));
}

static void take_status(struct hc_reading *reading, const struct hc_carrier_row *row,
                        const field_info *field) {
    uint64_t value;

    /* Whatever it says: only a server answers. */
    prove(reading, HC_SERVER);
    if (hc_text_status(field, row->carrier == HC_STATUS_LINE, &value))
        add_code(reading, row, field, value);
}

static void take_grpc_status(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    uint64_t value;

    prove(reading, HC_SERVER);
    if (!hc_text_number(string_of(field), &value))
        return;
    add_code(reading, row, field, value);
    last_event(reading)->reason = reading->grpc_message;
    reading->grpc_message = NULL;
}

static void take_stream(struct hc_reading *reading, const struct hc_carrier_row *row,
                        const field_info *field) {
    (void)row;
    reading->stream = (int64_t)number_of(field);
    reading->grpc_message = NULL;
}

static void take_last_stream(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row;
    reading->last_stream = number_of(field);
}

static void take_quic_number(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row;
    reading->connection = hc_connection_of_quic((uint32_t)number_of(field));
}

static void take_quic_stream(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    struct hc_stream_start start = {field->ds_tvb, field->start, number_of(field)};

    (void)row;
    if (!reading->quic_streams)
        reading->quic_streams = wmem_array_new(reading->pinfo->pool, sizeof start);
    wmem_array_append_one(reading->quic_streams, start);
    if (!is_request_stream(start.stream))
        return;
    if (reading->only_request == HC_NO_STREAM)
        reading->only_request = (int64_t)start.stream;
    else if (reading->only_request != (int64_t)start.stream)
        reading->more_requests = true;
}

/* The stream whose data begin last before the place: they stand in the same decrypted packet. */
static int64_t stream_at(const struct hc_reading *reading, const tvbuff_t *source, int place) {
    unsigned count = reading->quic_streams ? wmem_array_get_count(reading->quic_streams) : 0;
    const struct hc_stream_start *best = NULL;

    for (unsigned i = 0; i < count; i++) {
        const struct hc_stream_start *start = wmem_array_index(reading->quic_streams, i);

        if (start->source == source && start->start < place && (!best || start->start > best->start))
            best = start;
    }
    return best ? (int64_t)best->stream : HC_NO_STREAM;
}

/* Up to Wireshark 4.4 an HTTP/3 frame does not name its stream. Reassembled data stand in a source of their
 * own; they belong to the packet's request stream, if it has but one. */
static void take_http3_frame(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row;
    reading->stream = stream_at(reading, field->ds_tvb, field->start);
    if (reading->stream == HC_NO_STREAM && !reading->more_requests)
        reading->stream = reading->only_request;
    reading->grpc_message = NULL;
}

static void give_reason(struct hc_reading *reading, const char *reason) {
    if (reading->awaits_reason)
        last_event(reading)->reason = reason;
    reading->awaits_reason = false;
}

static void take_reason(struct hc_reading *reading, const struct hc_carrier_row *row,
                        const field_info *field) {
    (void)row;
    give_reason(reading, hc_text_keep(string_of(field)));
}

static void take_reason_bytes(struct hc_reading *reading, const struct hc_carrier_row *row,
                              const field_info *field) {
    (void)row;
    give_reason(reading, hc_text_keep_bytes(field));
}

static void take_grpc_message(struct hc_reading *reading, const struct hc_carrier_row *row,
                              const field_info *field) {
    struct hc_event *event = last_event(reading);
    const char *message = hc_text_keep_percent_decoded(string_of(field));

    (void)row;
    if (event && event->carrier == HC_GRPC_TRAILER && event->stream == reading->stream)
        give_reason(reading, message);
    else
        reading->grpc_message = message;
}

/* The header counts from the response that it stands in; that response's status comes before it. */
static void take_server_header(struct hc_reading *reading, const struct hc_carrier_row *row,
                               const field_info *field) {
    struct hc_connection *connection = connection_of(reading);
    struct hc_event *event = last_event(reading);

    (void)row;
    if (sender_of(reading) != HC_SERVER)
        return;
    if (!connection->server_header || strcmp(connection->server_header, string_of(field)) != 0)
        connection->server_header = hc_text_keep(string_of(field));
    if (event && event->space == HC_HTTP_STATUS && event->stream == reading->stream)
        event->evidence = connection->server_header;
}

/* The client's header is an offer, the server's the choice. */
static void take_subprotocol(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row;
    if (sender_of(reading) == HC_SERVER)
        hc_connection_stream(connection_of(reading), reading->stream)->subprotocol =
            hc_text_keep(string_of(field));
}

static void take_header_name(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row;
    reading->header = hc_carrier_of_header(string_of(field));
}

static void take(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field);

static void take_header_value(struct hc_reading *reading, const struct hc_carrier_row *row,
                              const field_info *field) {
    const struct hc_carrier_row *header = reading->header;

    (void)row;
    reading->header = NULL;
    if (header)
        take(reading, header, field);
}

static void take_from_client(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row, (void)field;
    prove(reading, HC_CLIENT);
}

static void take_from_server(struct hc_reading *reading, const struct hc_carrier_row *row,
                             const field_info *field) {
    (void)row, (void)field;
    prove(reading, HC_SERVER);
}

/* A server must not mask (RFC 6455, section 5.1); a frame without a mask proves nothing, since broken clients
 * send it too. */
static void take_mask(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field) {
    (void)row;
    if (number_of(field))
        prove(reading, HC_CLIENT);
}

static void take_handshake(struct hc_reading *reading, const struct hc_carrier_row *row,
                           const field_info *field) {
    (void)row;
    reading->handshake = (unsigned)number_of(field);
    if (reading->handshake == TLS_CLIENT_HELLO)
        prove(reading, HC_CLIENT);
    else if (reading->handshake == TLS_SERVER_HELLO)
        prove(reading, HC_SERVER);
}

static void take_alpn(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field) {
    (void)row;
    if (reading->handshake == TLS_CLIENT_HELLO)
        hc_connection_offers(connection_of(reading), string_of(field));
    else if (reading->handshake == TLS_ENCRYPTED_EXTENSIONS)
        hc_connection_chooses(connection_of(reading), string_of(field));
}

typedef void taker(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field);

static taker *const takers[] = {
    [HC_ROLE_NONE] = NULL,
    [HC_ROLE_CODE] = take_code,
    [HC_ROLE_STATUS] = take_status,
    [HC_ROLE_GRPC_STATUS] = take_grpc_status,
    [HC_ROLE_STREAM] = take_stream,
    [HC_ROLE_QUIC_STREAM] = take_quic_stream,
    [HC_ROLE_HTTP3_FRAME] = take_http3_frame,
    [HC_ROLE_LAST_STREAM] = take_last_stream,
    [HC_ROLE_QUIC_NUMBER] = take_quic_number,
    [HC_ROLE_REASON] = take_reason,
    [HC_ROLE_REASON_BYTES] = take_reason_bytes,
    [HC_ROLE_GRPC_MESSAGE] = take_grpc_message,
    [HC_ROLE_SERVER_HEADER] = take_server_header,
    [HC_ROLE_SUBPROTOCOL] = take_subprotocol,
    [HC_ROLE_HEADER_NAME] = take_header_name,
    [HC_ROLE_HEADER_VALUE] = take_header_value,
    [HC_ROLE_FROM_CLIENT] = take_from_client,
    [HC_ROLE_FROM_SERVER] = take_from_server,
    [HC_ROLE_MASK] = take_mask,
    [HC_ROLE_HANDSHAKE] = take_handshake,
    [HC_ROLE_ALPN] = take_alpn,
};
_Static_assert(G_N_ELEMENTS(takers) == HC_ROLES_END, "every role has a taker");

static void take(struct hc_reading *reading, const struct hc_carrier_row *row, const field_info *field) {
    if (row->role != HC_ROLE_NONE)
        takers[row->role](reading, row, field);
}

void hc_reading_take(struct hc_reading *reading, const field_info *field) {
    take(reading, hc_carrier_of_field(field->hfinfo->id), field);
}
