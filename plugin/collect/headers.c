/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What requests and responses say of themselves beside the status. */
#include "collect/bytes.h"
#include "collect/reading.h"
#include "memory/strings.h"

static void take_value(struct hc_reading *reading, const struct hc_carrier_row *header,
                       const field_info *name, const struct hc_header_place *place) {
    field_info value = *name;

    value.start = place->value;
    value.length = place->length;
    reading->header_value = hc_bytes_text(reading->pinfo->pool, &value);
    hc_reading_take_as(reading, header, &value);
    reading->header_value = NULL;
}

void hc_take_header(struct hc_reading *reading, const field_info *field) {
    const struct hc_carrier_row *header;
    struct hc_header_place place;

    if (!hc_carrier_has_header_of((size_t)hc_reading_number(field)) || !hc_bytes_header(field, &place))
        return;
    header = hc_carrier_of_header(place.name);
    if (header)
        take_value(reading, header, field, &place);
}

void hc_take_header_name(struct hc_reading *reading, const field_info *field) {
    reading->header = hc_carrier_of_header(hc_reading_string(reading, field));
}

void hc_take_header_value(struct hc_reading *reading, const field_info *field) {
    const struct hc_carrier_row *header = reading->header;

    reading->header = NULL;
    if (header)
        hc_reading_take_as(reading, header, field);
}

/* Requests of HTTP/1 are answered in their order, without a stream id. */
static bool is_http1(struct hc_reading *reading) {
    return reading->stream == HC_NO_STREAM && !hc_reading_connection(reading)->is_quic;
}

/* A request on a stream is the first: what comes later are trailers, or the same again. */
static struct hc_asked *request_on_stream(struct hc_reading *reading) {
    struct hc_stream *stream = hc_reading_stream(reading);

    return stream && !stream->asked.request ? &stream->asked : NULL;
}

static void begin_request(struct hc_reading *reading) {
    reading->asked =
        is_http1(reading) ? hc_connection_asks(hc_reading_connection(reading)) : request_on_stream(reading);
    if (reading->asked)
        reading->asked->frame = reading->pinfo->num;
}

void hc_take_method(struct hc_reading *reading, const field_info *field) {
    struct hc_asked *asked;

    hc_reading_prove(reading, HC_CLIENT);
    if (is_http1(reading) || !reading->asked)
        begin_request(reading);
    asked = reading->asked;
    if (asked)
        asked->request =
            hc_request_with_method(asked->request, hc_strings_keep(hc_reading_string(reading, field)));
}

/* In HTTP/1 the method comes first; a path without one is a response's, to which Wireshark 4.4 and later add
 * the path of their request. */
void hc_take_path(struct hc_reading *reading, const field_info *field) {
    struct hc_asked *asked;

    if (!reading->asked && !is_http1(reading))
        begin_request(reading);
    asked = reading->asked;
    if (asked)
        asked->request =
            hc_request_with_path(asked->request, hc_strings_keep(hc_reading_string(reading, field)));
}

void hc_take_protocol(struct hc_reading *reading, const field_info *field) {
    struct hc_stream *stream = hc_reading_stream(reading);

    if (stream && strcmp(hc_reading_string(reading, field), "websocket") == 0)
        stream->tunnels_websocket = true;
}

void hc_take_content_type(struct hc_reading *reading, const field_info *field) {
    struct hc_stream *stream = hc_reading_stream(reading);

    if (stream && g_str_has_prefix(hc_reading_string(reading, field), "application/grpc"))
        stream->grpc = true;
}

static const struct hc_more *evidence_of(const char *text) {
    struct hc_more *more = wmem_new0(wmem_file_scope(), struct hc_more);

    more->evidence = text;
    return more;
}

/* All responses of a connection share it, but those that have more to tell. */
static void give_evidence(struct hc_event *event, const struct hc_more *evidence) {
    if (hc_more_of(event)->retry_after)
        hc_reading_more(event)->evidence = evidence->evidence;
    else
        event->more = evidence;
}

/* The header counts from the response that it stands in; that response's status comes before it. */
void hc_take_server_header(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);
    struct hc_event *event = hc_reading_status(reading);

    const char *server;

    if (hc_reading_sender(reading) != HC_SERVER)
        return;
    server = hc_strings_keep(hc_reading_string(reading, field));
    if (!connection->server_header || connection->server_header->evidence != server)
        connection->server_header = evidence_of(server);
    if (event)
        give_evidence(event, connection->server_header);
}

/* The client's header is an offer, the server's the choice. */
void hc_take_subprotocol(struct hc_reading *reading, const field_info *field) {
    struct hc_stream *stream = hc_reading_stream(reading);

    if (stream && hc_reading_sender(reading) == HC_SERVER)
        hc_stream_websocket(stream)->subprotocol =
            evidence_of(hc_strings_keep(hc_reading_string(reading, field)));
}

static void keep_retry_after(struct hc_reading *reading, const char *when) {
    struct hc_event *event = hc_reading_status(reading);

    if (event)
        hc_reading_more(event)->retry_after = hc_strings_keep(when);
}

void hc_take_retry_after(struct hc_reading *reading, const field_info *field) {
    keep_retry_after(reading, hc_reading_string(reading, field));
}

/* HTTP/1 has no field of its own for Retry-After. */
void hc_take_response_line(struct hc_reading *reading, const field_info *field) {
    static const char name[] = "Retry-After:";
    const char *line = hc_reading_string(reading, field);

    if (g_ascii_strncasecmp(line, name, strlen(name)) == 0) {
        char *when = g_strstrip(g_strdup(line + strlen(name)));

        keep_retry_after(reading, when);
        g_free(when);
    }
}

/* Wireshark's own pairing, which knows of responses that the capture lacks. It is not there for every
 * response. */
void hc_take_request_in(struct hc_reading *reading, const field_info *field) {
    struct hc_event *event = hc_reading_status(reading);
    uint32_t frame = (uint32_t)hc_reading_number(field);

    if (!event || event->request_frame == frame)
        return;
    reading->asked = NULL;
    hc_event_ends(event, hc_connection_answers_frame(hc_reading_connection(reading), frame,
                                                     hc_status_is_final(event->value)));
}
