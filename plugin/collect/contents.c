/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a message of HTTP/2 or HTTP/3 has the content that it announced, and any where it must have none;
 * and frames that their sender had ruled out. Said on the frame that shows it, and only where all before was
 * seen. */
#include "collect/reading.h"
#include "registry/numbers.h"

static bool is_wholly_seen(const struct hc_connection *connection, const struct hc_exchange *exchange,
                           enum hc_side sender) {
    return exchange->asked.number && hc_exchange_is_wholly_seen(exchange, connection->gaps) &&
           !connection->compression[sender].has_hole && hc_connection_is_request(connection, exchange->id);
}

/* An upload that is given up after a reset ends as it comes: where the server is not seen, there may be one.
 */
static bool is_whole(const struct hc_connection *connection, const struct hc_exchange *exchange,
                     enum hc_side sender) {
    return is_wholly_seen(connection, exchange, sender) && hc_connection_has_both_sides(connection) &&
           !exchange->sent[sender].went_on && !exchange->sent[HC_CLIENT].reset &&
           !exchange->sent[HC_SERVER].reset && !exchange->sent[HC_CLIENT].stopped_with &&
           !exchange->sent[HC_SERVER].stopped_with;
}

/* RFC 9110, section 6.4.1: a response to HEAD, 204, 304; 205: section 15.3.6. */
static bool has_no_content(const struct hc_exchange *exchange) {
    return strcmp(exchange->asked.request->method, "HEAD") == 0 || exchange->status == HTTP_NO_CONTENT ||
           exchange->status == HTTP_RESET_CONTENT || exchange->status == HTTP_NOT_MODIFIED;
}

static void note_length(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_side sender) {
    const struct hc_sent *sent = &exchange->sent[sender];
    struct hc_implied *implied;

    if (sent->announced == 0 || sent->announced - 1 == sent->content)
        return;
    implied = hc_reading_imply(reading, exchange, HC_IMPLIES_WRONG_LENGTH, sender);
    implied->announced = sent->announced - 1;
    implied->content = sent->content;
}

static void note_response(struct hc_reading *reading, const struct hc_exchange *exchange) {
    const struct hc_request *request = exchange->asked.request;

    if (!request || !request->method || !exchange->status || strcmp(request->method, "CONNECT") == 0)
        return;
    if (!has_no_content(exchange))
        note_length(reading, exchange, HC_SERVER);
    else if (exchange->sent[HC_SERVER].content > 0)
        hc_reading_imply(reading, exchange, HC_IMPLIES_FORBIDDEN_CONTENT, HC_SERVER)->content =
            exchange->sent[HC_SERVER].content;
}

void hc_note_message_end(struct hc_reading *reading, const struct hc_exchange *exchange,
                         enum hc_side sender) {
    if (!is_whole(hc_reading_connection(reading), exchange, sender))
        return;
    if (sender == HC_SERVER)
        note_response(reading, exchange);
    else if (sender == HC_CLIENT)
        note_length(reading, exchange, sender);
}

/* What was captured whole. */
static bool falls_short(struct hc_span response) {
    struct hc_marks marks = hc_marks_of_http1(response);

    return marks.head_length > 0 && (marks.bits & HC_HAS_LENGTH) &&
           !(marks.bits & HC_HAS_TRANSFER_ENCODING) && marks.length > response.length - marks.head_length &&
           tvb_captured_length(response.tvb) == tvb_reported_length(response.tvb);
}

/* Wireshark shows a response of HTTP/1 whose head ends in the packet of the FIN, whatever is missing behind
 * it (RFC 9112, section 8). */
void hc_note_http1_message_end(struct hc_reading *reading) {
    const struct hc_event *status = reading->ends_tcp ? hc_reading_status(reading) : NULL;
    const struct hc_exchange *exchange = status ? reading->exchange : NULL;
    const struct hc_request *request = exchange ? exchange->asked.request : NULL;

    if (!request || !request->method || status->carrier != HC_STATUS_LINE ||
        !hc_status_is_final(status->value) || !reading->is_paired || hc_reading_connection(reading)->is_tls ||
        strcmp(request->method, "CONNECT") == 0)
        return;
    if (!has_no_content(exchange) && falls_short(hc_span_to_end(reading->status_line)))
        hc_reading_imply(reading, exchange, HC_IMPLIES_CUT_ANSWER, HC_SERVER);
}

/* One sender's frames come in their order: what it sends behind its own end was no race. */
void hc_note_late_frame(struct hc_reading *reading, struct hc_exchange *exchange, enum hc_side sender) {
    struct hc_sent *sent = &exchange->sent[sender];

    if (sender == HC_SIDE_UNKNOWN || sent->went_on || !(sent->ended || sent->reset) ||
        !is_wholly_seen(hc_reading_connection(reading), exchange, sender))
        return;
    sent->went_on = true;
    hc_reading_imply(reading, exchange, HC_IMPLIES_LATE_FRAME, sender);
}
