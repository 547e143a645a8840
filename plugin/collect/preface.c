/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a status line of HTTP/1 begins a TCP segment, in plain text. A server that does not know HTTP/2
 * answers its preface with a status line of HTTP/1 (RFC 9113, section 3.3). Wireshark takes the bytes for a
 * frame of HTTP/2 that goes on for megabytes, so they are read here. */
#include "collect/plain_http1.h"
#include "collect/reading.h"
#include "registry/code.h"

static const struct hc_carrier_row status_line = {"HTTP/1 status line", HC_ROLE_STATUS, HC_HTTP_STATUS,
                                                  HC_STATUS_LINE};

static bool begins_with_http1(struct hc_span payload) {
    char beginning[HC_STATUS_AT];

    return hc_span_copy(payload, beginning, sizeof beginning) == sizeof beginning &&
           memcmp(beginning, "HTTP/1.", 7) == 0 && beginning[HC_STATUS_AT - 1] == ' ';
}

/* The first words of the server, in plain text. */
static bool is_expected(const struct hc_connection *connection, const struct hc_ends *ends) {
    return connection && connection->preface_seen && !connection->server_speaks_http2 &&
           !connection->is_tls && hc_sides_sender(&connection->sides, ends) == HC_SERVER;
}

static void take_answer(struct hc_reading *reading, struct hc_connection *connection,
                        struct hc_span payload) {
    struct hc_span status = hc_span_first(hc_span_behind(payload, HC_STATUS_AT), HC_STATUS_LENGTH);
    struct hc_line line = {.row = &status_line, .text = "", .span = status};

    hc_reading_take_line(reading, &line);
    reading->answers_preface = true;
    /* It answers all that the client has sent. */
    connection->ends_with_error = true;
}

/* Wireshark shows a response when it is complete: what its sender had received when it began is known here.
 */
void hc_take_status_line(struct hc_reading *reading, struct hc_span payload) {
    struct hc_connection *connection =
        begins_with_http1(payload) ? hc_connection_with_gap(reading->pinfo) : NULL;

    if (!connection)
        return;
    hc_reading_enter(reading, connection);
    connection->head = (struct hc_head){reading->pinfo->num, reading->acknowledged, reading->has_positions};
    hc_across_note_http1_head(reading, connection, payload);
    if (is_expected(connection, &reading->ends))
        take_answer(reading, connection, payload);
}
