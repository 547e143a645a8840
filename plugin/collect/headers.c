/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What requests and responses say of themselves beside the status. */
#include "collect/attention.h"
#include "collect/bytes.h"
#include "collect/reading.h"
#include "memory/facts.h"
#include "memory/requests.h"
#include "memory/strings.h"
#include "registry/marks.h"

/* The request that the line is a part of; NULL where that part is known: then the line is one of trailers. */
static struct hc_asked *asked_by(struct hc_reading *reading, bool has_part) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);

    return exchange && !has_part ? &exchange->asked : NULL;
}

static const struct hc_request *request_being_read(struct hc_reading *reading) {
    static const struct hc_request nothing;
    const struct hc_exchange *exchange = hc_reading_exchange(reading);

    return exchange && exchange->asked.request ? exchange->asked.request : &nothing;
}

void hc_take_method(struct hc_reading *reading, const struct hc_line *line) {
    bool is_http1 = hc_reading_is_http1(reading);
    struct hc_asked *asked;

    hc_reading_prove(reading, HC_CLIENT);
    if (is_http1) {
        hc_reading_leave_stream(reading);
        reading->exchange = hc_reading_begin_http1_request(reading);
    } else {
        hc_reading_begin_request(reading, hc_reading_exchange(reading));
    }
    /* Wireshark takes the response to it for what is in the tunnel when it sees it again. */
    if (hc_reading_is_http1(reading) && strcmp(line->text, "CONNECT") == 0)
        hc_attention_hold();
    reading->is_reading_request = true;
    asked = asked_by(reading, request_being_read(reading)->method);
    if (asked)
        asked->request = hc_request_with_method(asked->request, hc_strings_keep(line->text));
    if (is_http1)
        hc_take_http1_request(reading, line->span);
}

void hc_take_path(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_asked *asked = asked_by(reading, request_being_read(reading)->path);

    if (asked)
        asked->request = hc_request_with_path(asked->request, hc_strings_keep(line->text));
}

void hc_take_authority(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_asked *asked = asked_by(reading, request_being_read(reading)->authority);

    if (asked)
        asked->request = hc_request_with_authority(asked->request, hc_strings_keep(line->text));
}

void hc_take_protocol(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);

    if (exchange && strcmp(line->text, "websocket") == 0) {
        exchange->tunnels_websocket = true;
        exchange->asked.marks |= HC_ASKS_WEBSOCKET;
    } else if (exchange) {
        hc_note_webtransport(exchange, line->text);
    }
}

/* gRPC, PROTOCOL-HTTP2.md. */
static bool is_grpc(const char *type) {
    static const char grpc[] = "application/grpc";

    return g_str_has_prefix(type, grpc) && (type[strlen(grpc)] == '\0' || strchr("+; ", type[strlen(grpc)]));
}

void hc_take_content_type(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);

    if (exchange && is_grpc(line->text))
        exchange->grpc = true;
    else if (exchange)
        hc_note_grpc_web_type(reading, exchange, line->text);
}

/* Of a response to HEAD and of a 304 it tells how long the content would have been (RFC 9110, section 8.6):
 * that none comes does not make them incomplete, and END_STREAM says that they are complete. */
void hc_take_content_length(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    uint64_t length;

    if (exchange && hc_digits_number(line->text, &length))
        exchange->sent[hc_reading_sender(reading)].announced = length + 1;
}

static const struct hc_more *evidence_of(const char *text) {
    const struct hc_more more = {.evidence = text};

    return hc_facts_keep(&more);
}

/* The header counts from the response that it stands in; that response's status comes before it. */
void hc_take_server_header(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_event *event = hc_reading_status(reading);
    struct hc_connection *connection = hc_reading_connection(reading);
    const char *server;

    if (hc_reading_sender(reading) != HC_SERVER)
        return;
    server = hc_strings_keep(line->text);
    if (!connection->server_header || connection->server_header->evidence != server)
        connection->server_header = evidence_of(server);
    if (event && hc_more_of(event)->evidence != server)
        hc_reading_more(reading, event)->evidence = server;
}

/* A list may stand in several lines (RFC 9110, section 5.3). */
static const char *joined(wmem_allocator_t *scope, const char *list, const char *more) {
    return hc_strings_keep(list ? wmem_strdup_printf(scope, "%s, %s", list, more) : more);
}

/* The client's header is an offer, the server's the choice. */
void hc_take_subprotocol(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    enum hc_side sender = hc_reading_sender(reading);
    struct hc_websocket *websocket;

    if (!exchange || sender == HC_SIDE_UNKNOWN)
        return;
    websocket = hc_exchange_websocket(exchange);
    if (sender == HC_SERVER)
        websocket->subprotocol = hc_strings_keep(line->text);
    else
        websocket->offered = joined(reading->pinfo->pool, websocket->offered, line->text);
}

void hc_take_retry_after(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_event *event = hc_reading_status(reading);

    if (event)
        hc_reading_more(reading, event)->retry_after = hc_strings_keep(*line->text ? line->text : " ");
}

void hc_take_proxy_status(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_event *event = hc_reading_status(reading);

    if (event)
        hc_reading_more(reading, event)->proxy_status = hc_strings_keep(line->text);
}
