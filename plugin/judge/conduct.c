/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/conduct.h"

#include <string.h>

#include "registry/numbers.h"
#include "registry/requirements.h"

static const struct hc_why holds_not = {.phrase = HC_NO_PHRASE};

static bool says(const struct hc_event *event, uint32_t marks) {
    return hc_more_of(event)->says & marks;
}

/* What is not marked proves something only where all was read. */
static bool says_none(const struct hc_event *event, uint32_t marks) {
    return says(event, HC_HAS_WHOLE_HEAD) && !says(event, marks);
}

/* The same of the request, which is the one that is answered. */
static bool asked_none(const struct hc_event *event, uint32_t marks) {
    uint32_t asked = hc_more_of(event)->asked;

    return (asked & HC_HAS_WHOLE_HEAD) && !(asked & marks);
}

static bool is_status(const struct hc_event *event) {
    return event->space == HC_HTTP_STATUS;
}

static bool is_http1(const struct hc_event *event) {
    return event->carrier == HC_STATUS_LINE;
}

static bool has_method(const struct hc_event *event, const char *method) {
    return event->request && event->request->method && strcmp(event->request->method, method) == 0;
}

/* ---- fields that a status requires ---- */

static struct hc_why missing(const struct hc_event *event, bool is_must) {
    if (!is_status(event) || !says(event, HC_HAS_WHOLE_HEAD))
        return holds_not;
    for (const struct hc_required_field *row = hc_required_fields; row->status; row++) {
        if (row->status == event->value && row->is_must == is_must &&
            (is_http1(event) || !row->is_of_http1) && says_none(event, row->any_of))
            return (struct hc_why){HC_SAYS_FIELD_MISSING, row->name, row->source};
    }
    return holds_not;
}

struct hc_why hc_why_missing_field(const struct hc_event *event) {
    return missing(event, true);
}

struct hc_why hc_why_unwisely_missing_field(const struct hc_event *event) {
    return missing(event, false);
}

/* A multipart response says of each part which range it is. */
struct hc_why hc_why_undue_field(const struct hc_event *event) {
    if (!is_status(event) || event->value != HTTP_PARTIAL_CONTENT || !says(event, HC_HAS_BYTERANGES) ||
        !says(event, HC_HAS_CONTENT_RANGE))
        return holds_not;
    return (struct hc_why){HC_SAYS_CONTENT_FORBIDDEN, "Content-Range", "RFC 9110, section 15.3.7.2"};
}

/* ---- fields that HTTP/2 and HTTP/3 do not have ---- */

struct hc_why hc_why_connection_field(const struct hc_event *event) {
    const char *field = hc_more_of(event)->bad_field;

    if (!is_status(event) || !field)
        return holds_not;
    if (says(event, HC_HAS_UPPER_CASE))
        return (struct hc_why){HC_SAYS_UPPER_CASE_NAME, field,
                               "RFC 9113, section 8.2; RFC 9114, section 4.2"};
    return (struct hc_why){HC_SAYS_CONNECTION_FIELD, field, "RFC 9113, section 8.2.2; RFC 9114, section 4.2"};
}

/* ---- content where there is none ---- */

/* Content-Length: 0 beside 204 is wrong, too, and everyday. */
static const struct {
    uint16_t first, last; /* statuses */
    uint32_t marks;
    bool is_of_http1, is_to_connect;
    const char *field, *source;
} forbidden[] = {
    {100, 199, HC_HAS_LENGTH, false, false, "Content-Length", "RFC 9110, section 8.6"},
    {100, 199, HC_HAS_TRANSFER_ENCODING, true, false, "Transfer-Encoding", "RFC 9112, section 6.1"},
    {100, 199, HC_ENDS_STREAM, false, false, "END_STREAM", "RFC 9113, section 8.1"},
    {204, 204, HC_HAS_LENGTH, false, false, "Content-Length", "RFC 9110, section 8.6"},
    {204, 204, HC_HAS_TRANSFER_ENCODING, true, false, "Transfer-Encoding", "RFC 9112, section 6.1"},
    {205, 205, HC_HAS_LENGTH, false, false, "Content-Length", "RFC 9110, section 15.3.6"},
    {200, 299, HC_HAS_LENGTH, true, true, "Content-Length", "RFC 9110, section 9.3.6"},
    {200, 299, HC_HAS_TRANSFER_ENCODING, true, true, "Transfer-Encoding", "RFC 9110, section 9.3.6"},
};

/* A 204 or 205 to HEAD may not say so either. */
struct hc_why hc_why_forbidden_content(const struct hc_event *event) {
    if (!is_status(event) || !hc_more_of(event)->says)
        return holds_not;
    for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++) {
        bool is_meant = event->value >= forbidden[i].first && event->value <= forbidden[i].last &&
                        (is_http1(event) || !forbidden[i].is_of_http1);
        bool is_due =
            !forbidden[i].is_to_connect || (has_method(event, "CONNECT") && hc_more_of(event)->asked);

        if (is_meant && is_due && says(event, forbidden[i].marks))
            return (struct hc_why){HC_SAYS_CONTENT_FORBIDDEN, forbidden[i].field, forbidden[i].source};
    }
    return holds_not;
}

/* ---- statuses that nobody asked for ---- */

static struct hc_why lacking(const struct hc_event *event, bool is_stretched) {
    if (!(hc_more_of(event)->asked & HC_HAS_WHOLE_HEAD))
        return holds_not;
    for (const struct hc_required_request *row = hc_required_requests; row->status; row++) {
        if (row->status == event->value && row->is_stretched == is_stretched &&
            (is_http1(event) || !row->is_of_http1) && asked_none(event, row->any_of))
            return (struct hc_why){HC_SAYS_REQUEST_WITHOUT, row->name, row->source};
    }
    return holds_not;
}

/* Extension methods may have ranges and conditions of their own; those of RFC 9110 do not. */
static bool is_of_wrong_method(const struct hc_event *event) {
    if (!hc_more_of(event)->asked)
        return false;
    if (event->value == HTTP_PARTIAL_CONTENT)
        return has_method(event, "HEAD") || has_method(event, "POST") || has_method(event, "PUT") ||
               has_method(event, "DELETE");
    return event->value == HTTP_NOT_MODIFIED &&
           (has_method(event, "POST") || has_method(event, "PUT") || has_method(event, "DELETE"));
}

/* The server may choose among those that the client offers, and name what runs on them: "TLS/1.0, HTTP/1.1"
 * (RFC 2817, section 3.3). */
static bool is_other_protocol(const struct hc_event *event) {
    static const uint32_t protocols = HC_ASKS_WEBSOCKET | HC_ASKS_H2C | HC_ASKS_TLS | HC_ASKS_OTHER;
    const struct hc_more *more = hc_more_of(event);
    uint32_t chosen = more->says & protocols;

    return event->value == HTTP_SWITCHING_PROTOCOLS && is_http1(event) && (more->asked & HC_HAS_UPGRADE) &&
           chosen && !(chosen & more->asked);
}

struct hc_why hc_why_not_asked_for(const struct hc_event *event) {
    if (!is_status(event))
        return holds_not;
    if (HTTP_CLASS(event->value) == HTTP_INFORMATIONAL && (hc_more_of(event)->asked & HC_IS_HTTP_1_0))
        return (struct hc_why){HC_SAYS_REQUEST_OF_HTTP_1_0, "", "RFC 9110, section 15.2"};
    if (is_of_wrong_method(event))
        return (struct hc_why){HC_SAYS_REQUEST_OF_METHOD, event->request->method,
                               "RFC 9110, sections 13.1.2 and 14.2"};
    if (event->value == HTTP_PARTIAL_CONTENT && says(event, HC_HAS_OTHER_RANGE))
        return (struct hc_why){HC_SAYS_OTHER_RANGE, "Content-Range", "RFC 9110, section 14.2"};
    if (is_other_protocol(event))
        return (struct hc_why){HC_SAYS_OTHER_PROTOCOL, "Upgrade", "RFC 9110, section 7.8"};
    return lacking(event, false);
}

struct hc_why hc_why_hardly_asked_for(const struct hc_event *event) {
    return is_status(event) ? lacking(event, true) : holds_not;
}

/* ---- WebSocket handshakes ---- */

static bool asks_for_websocket(const struct hc_event *event) {
    return is_status(event) && (hc_more_of(event)->asked & HC_ASKS_WEBSOCKET);
}

/* The server has taken up another one of the protocols that the client offers. */
static bool is_for_other_protocol(const struct hc_event *event) {
    return says(event, hc_more_of(event)->asked & (HC_ASKS_H2C | HC_ASKS_TLS | HC_ASKS_OTHER));
}

static const struct {
    uint32_t mark;
    const char *field, *source;
} handshake[] = {
    {HC_ASKS_WEBSOCKET, "Upgrade: websocket", "RFC 6455, section 4.1"},
    {HC_HAS_CONNECTION_UPGRADE, "Connection: upgrade", "RFC 6455, section 4.1"},
    {HC_HAS_WEBSOCKET_ACCEPT, "Sec-WebSocket-Accept", "RFC 6455, section 4.1"},
};

struct hc_why hc_why_bad_handshake(const struct hc_event *event) {
    if (!asks_for_websocket(event) || !is_http1(event) || event->value != HTTP_SWITCHING_PROTOCOLS ||
        is_for_other_protocol(event))
        return holds_not;
    for (size_t i = 0; i < sizeof handshake / sizeof handshake[0]; i++) {
        if (says_none(event, handshake[i].mark))
            return (struct hc_why){HC_SAYS_HANDSHAKE_FAILS, handshake[i].field, handshake[i].source};
    }
    return holds_not;
}

struct hc_why hc_why_refused_handshake(const struct hc_event *event) {
    bool is_opened = is_http1(event) ? event->value == HTTP_SWITCHING_PROTOCOLS
                                     : HTTP_CLASS(event->value) == HTTP_SUCCESSFUL;

    if (!asks_for_websocket(event) || is_opened || !hc_status_is_final(event->value))
        return holds_not;
    return (struct hc_why){HC_SAYS_HANDSHAKE_REFUSED, "", "RFC 6455, sections 4.1 and 7.1.5"};
}

/* ---- Close frames ---- */

static const struct {
    enum hc_close_fault fault;
    enum hc_phrase phrase;
    const char *source;
} close_faults[] = {
    {HC_CLOSE_FRAGMENTED, HC_SAYS_CLOSE_FRAGMENTED, "RFC 6455, section 5.5"},
    {HC_CLOSE_TOO_LONG, HC_SAYS_CLOSE_TOO_LONG, "RFC 6455, section 5.5"},
    {HC_CLOSE_NOT_UTF8, HC_SAYS_CLOSE_NOT_UTF8, "RFC 6455, sections 5.5.1 and 7.1.6"},
};

struct hc_why hc_why_bad_close(const struct hc_event *event) {
    for (size_t i = 0; event->carrier == HC_CLOSE && i < sizeof close_faults / sizeof close_faults[0]; i++) {
        if (hc_more_of(event)->close_faults & close_faults[i].fault)
            return (struct hc_why){close_faults[i].phrase, "Close", close_faults[i].source};
    }
    return holds_not;
}
