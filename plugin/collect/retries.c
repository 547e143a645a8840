/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Requests that fail, and those that look like one of them again. */
#include <stdlib.h>

#include "collect/fingerprint.h"
#include "collect/reading.h"
#include "memory/answers.h"
#include "registry/http_date.h"
#include "registry/lookup.h"
#include "registry/numbers.h"
#include "registry/retry_after.h"

enum { SECOND = 1000000 };

bool hc_reading_key(struct hc_reading *reading, const struct hc_request *request, struct hc_recent_key *key) {
    enum hc_side sender = hc_sides_sender(&hc_reading_connection(reading)->sides, &reading->ends);

    key->request = request;
    return request && hc_route_of(&reading->ends, sender, &key->route);
}

static bool key_of(struct hc_reading *reading, const struct hc_exchange *exchange,
                   struct hc_recent_key *key) {
    const struct hc_request *request = exchange->asked.request;

    return exchange->asked.number && request && request->method && request->path &&
           hc_reading_key(reading, request, key);
}

/* ---- content ---- */

void hc_note_content(struct hc_exchange *exchange, const uint8_t *bytes, size_t length) {
    const struct hc_sent *sent = &exchange->sent[HC_CLIENT];
    size_t room = sent->content < HC_MOST_PRINTED ? HC_MOST_PRINTED - (size_t)sent->content : 0;

    if (room > 0)
        exchange->asked.print.content =
            hc_fingerprint(exchange->asked.print.content, bytes, MIN(length, room));
}

void hc_note_content_end(const struct hc_reading *reading, struct hc_exchange *exchange) {
    struct hc_print *print = &exchange->asked.print;

    print->content = hc_fingerprint_of_length(print->content, exchange->sent[HC_CLIENT].content);
    print->is_whole = !print->is_cut && hc_exchange_is_wholly_seen(exchange, reading->connection->gaps);
}

/* ---- failures ---- */

void hc_note_failure(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_failure failure,
                     uint32_t due) {
    bool is_paired = failure != HC_FAILED_BY_ANSWER || hc_is_paired(reading, exchange);
    struct hc_failed failed = {
        .frame = exchange->asked.frame,
        .end = reading->pinfo->num,
        .connection = reading->has_positions ? hc_reading_connection(reading) : NULL,
        .position = reading->sequence,
        .when = reading->pinfo->abs_ts,
        .due = due,
        .failure = (uint8_t)failure,
        .is_certain = is_paired && (exchange->asked.marks & HC_HAS_WHOLE_HEAD),
        .print = exchange->asked.print,
    };
    struct hc_recent_key key;

    if (!exchange->has_failed && key_of(reading, exchange, &key))
        hc_failures_note(&key, &failed);
}

/* Of what the capture lacks a part, a promise may be in it. */
static enum hc_failure by_server(const struct hc_connection *connection) {
    return hc_connection_is_wholly_seen(connection) ? HC_FAILED_BY_SERVER : HC_FAILED_UNKNOWN;
}

/* A reset that says that the request was not taken up, and a stream that a GOAWAY leaves out. */
static bool is_promise(const struct hc_event *event) {
    const struct hc_code *row = hc_explain(event->space, event->value, NULL).row;
    bool has_begun = event->progress >= HC_PROGRESS_STARTED;

    return !has_begun && (row->retry == HC_RETRY_SAFE || row->retry == HC_RETRY_ANOTHER_WAY ||
                          (event->circumstances & HC_ABOVE_GOAWAY));
}

void hc_note_stream_failure(struct hc_reading *reading, struct hc_exchange *exchange,
                            const struct hc_event *event) {
    enum { REACTIONS = HC_ECHOES | HC_AFTER_STOP | HC_SENT_AGAIN | HC_AFTER_OWN_RESET };
    bool is_given_up = event->sender == HC_CLIENT;

    if (event->sender == HC_SIDE_UNKNOWN || event->progress == HC_PROGRESS_COMPLETE ||
        (event->circumstances & REACTIONS) || hc_exchange_is_tunnel(exchange))
        return;
    hc_note_failure(reading, exchange,
                    is_given_up         ? HC_FAILED_BY_CLIENT
                    : is_promise(event) ? HC_FAILED_UNPROCESSED
                                        : by_server(hc_reading_connection(reading)),
                    0);
    exchange->has_failed = true;
}

void hc_note_open_failures(struct hc_reading *reading, const struct hc_open_requests *requests,
                           enum hc_failure failure) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (failure == HC_FAILED_BY_SERVER)
        failure = by_server(connection);
    for (size_t i = 0; requests && i < requests->count; i++) {
        struct hc_exchange *exchange = hc_connection_stream(connection, requests->item[i].stream);

        hc_note_failure(reading, exchange, failure, 0);
        exchange->has_failed = true;
    }
}

/* A reset that acknowledges nothing comes from where there is no connection any more (RFC 9293, section
 * 3.10.7.1): it may never have had the request. */
static bool knows_no_connection(const struct hc_reading *reading) {
    return reading->resets_tcp && !reading->has_positions;
}

void hc_note_implied_failure(struct hc_reading *reading, const struct hc_exchange *exchange,
                             struct hc_implied *implied) {
    static const struct {
        bool ends;
        enum hc_failure failure;
    } kinds[HC_IMPLIED_END] = {
        [HC_IMPLIES_NO_ANSWER] = {true, HC_FAILED_BY_SERVER},
        [HC_IMPLIES_CUT_ANSWER] = {true, HC_FAILED_BY_SERVER},
        [HC_IMPLIES_GIVEN_UP] = {true, HC_FAILED_BY_CLIENT},
        [HC_IMPLIES_NOT_PROCESSED] = {true, HC_FAILED_UNPROCESSED},
        [HC_IMPLIES_IDLE_RACE] = {true, HC_FAILED_UNKNOWN},
    };

    enum hc_failure failure = kinds[implied->kind].failure;

    if (!kinds[implied->kind].ends)
        return;
    hc_tell_again(&implied->again, exchange);
    if (failure == HC_FAILED_BY_SERVER && knows_no_connection(reading))
        failure = HC_FAILED_UNKNOWN;
    hc_note_failure(reading, exchange, failure, 0);
    hc_answers_note(exchange->asked.number, reading->pinfo->num);
}

/* ---- statuses ---- */

static uint32_t in_microseconds(int64_t seconds) {
    return seconds <= 0 ? 0 : (uint32_t)(MIN(seconds, UINT32_MAX / SECOND) * SECOND);
}

/* How long its Retry-After asks to wait. A date is compared with the response's own, which needs no clock. */
static uint32_t due_of(struct hc_reading *reading, struct hc_event *event, const struct hc_marks *marks) {
    const char *text = hc_more_of(event)->retry_after;
    int64_t date;

    switch (hc_retry_after(text)) {
    case HC_RETRY_AFTER_SECONDS:
        return in_microseconds(g_ascii_strtoll(text, NULL, 10));
    case HC_RETRY_AFTER_DATE:
        if (!(marks->bits & HC_HAS_DATE) || !hc_http_date(text, strlen(text), &date))
            return 0;
        if (date < marks->date)
            hc_reading_more(reading, event)->is_past_due = true;
        return in_microseconds(date - marks->date);
    default:
        return 0;
    }
}

/* Beside other statuses the field has no meaning. */
static bool heeds_delay(const struct hc_event *event) {
    return hc_explain(HC_HTTP_STATUS, event->value, NULL).row->heeds_retry_after;
}

/* Of HTTP/1 the fields of most heads are not read. */
static struct hc_marks marks_of(const struct hc_reading *reading, const struct hc_event *event,
                                const struct hc_marks *marks) {
    bool is_http1 = event->carrier == HC_STATUS_LINE && hc_more_of(event)->retry_after;

    return is_http1 ? hc_marks_of_http1(hc_span_to_end(reading->status_line)) : *marks;
}

/* Neither has the server failed nor is the request to come again. Who waits for something may be told "not
 * yet" by a client error (RFC 8628, section 3.5). */
static bool settles(const struct hc_event *event) {
    enum hc_retry retry = hc_explain(HC_HTTP_STATUS, event->value, NULL).row->retry;

    return HTTP_CLASS(event->value) < HTTP_CLIENT_ERROR ||
           (HTTP_CLASS(event->value) == HTTP_CLIENT_ERROR &&
            (retry == HC_RETRY_AFTER_CHANGE || retry == HC_RETRY_NO));
}

/* What is repeated every day although it was answered tells nothing when it is repeated after a failure. */
static void note_settled(struct hc_reading *reading, const struct hc_exchange *exchange) {
    const struct hc_request *request = exchange->asked.request;
    struct hc_recent_key key;

    if (request && request->method && strcmp(request->method, "POST") == 0 && !exchange->grpc &&
        exchange->asked.print.is_whole && key_of(reading, exchange, &key))
        hc_failures_answered(&key, exchange->asked.frame, &exchange->asked.print, &reading->pinfo->abs_ts);
}

void hc_note_answer(struct hc_reading *reading, const struct hc_marks *marks) {
    struct hc_event *event = hc_reading_status(reading);
    struct hc_exchange *exchange = reading->exchange;
    bool has_failed = event && HTTP_CLASS(event->value) >= HTTP_CLIENT_ERROR;
    struct hc_marks own;
    uint32_t due;

    if (!event || !hc_status_is_final(event->value))
        return;
    own = marks_of(reading, event, marks);
    due = due_of(reading, event, &own);
    if (!exchange || event->exchange != exchange->asked.number)
        return;
    hc_note_redirect(reading, exchange, event);
    if (has_failed) {
        hc_note_failure(reading, exchange, HC_FAILED_BY_ANSWER, due > 0 && heeds_delay(event) ? due : 0);
        exchange->has_failed = true;
    }
    if (settles(event))
        note_settled(reading, exchange);
}

/* ---- requests ---- */

/* The frame in which the request began: what failed later is not what it repeats. A head may go on in later
 * frames than the one that shows it, or come in several segments. */
static uint32_t beginning_of(struct hc_reading *reading, const struct hc_asked *asked) {
    if (hc_reading_is_http1(reading))
        return reading->request_head;
    return reading->head_frame > 0 ? MIN(reading->head_frame, asked->frame) : asked->frame;
}

/* On the same connection: the client had not received it when it sent the request. */
static bool crosses(struct hc_reading *reading, const struct hc_failed *failed) {
    return reading->has_positions && failed->connection == hc_reading_connection(reading) &&
           failed->failure != HC_FAILED_BY_CLIENT && (int32_t)(reading->acknowledged - failed->position) <= 0;
}

void hc_note_request(struct hc_reading *reading) {
    struct hc_exchange *exchange = reading->is_reading_request ? reading->exchange : NULL;
    struct hc_recent_key key;
    struct hc_failed failed;
    uint32_t frame;

    if (!exchange || !key_of(reading, exchange, &key))
        return;
    frame = beginning_of(reading, &exchange->asked);
    if (hc_failures_take(&key, frame, &reading->pinfo->abs_ts, &failed) && !crosses(reading, &failed))
        hc_exchange_past(exchange)->failed = failed;
    hc_note_following(reading, exchange, frame);
}
