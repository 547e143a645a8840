/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge_retry.h"

#include <string.h>

/* The idempotent methods of the IANA registry that RFC 9110, section 9.2.2, and WebDAV define. */
static bool is_idempotent(const char *method) {
    static const char *const methods[] = {
        "GET",  "HEAD",   "OPTIONS", "TRACE",  "PUT",       "DELETE", "PROPFIND", "COPY",      "MKCOL",
        "MOVE", "SEARCH", "REPORT",  "UNLOCK", "PROPPATCH", "ACL",    "CHECKOUT", "MKCALENDAR"};

    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (strcmp(methods[i], method) == 0)
            return true;
    }
    return false;
}

static enum hc_retry by_method(const struct hc_event *event) {
    if (!event->request || !event->request->method)
        return HC_RETRY_IDEMPOTENT;
    return is_idempotent(event->request->method) ? HC_RETRY_ALLOWED : HC_RETRY_NO;
}

bool hc_is_false_refusal(const struct hc_event *event, const struct hc_verdict *verdict) {
    return hc_event_is_on_stream(event) && verdict->meaning.row->retry == HC_RETRY_SAFE &&
           event->sender == HC_SERVER && event->progress >= HC_PROGRESS_STARTED;
}

/* Only the server that would have processed the request can promise that it did not, and only for one stream
 * (RFC 9113, section 8.7; RFC 9114, section 4.1.1). */
static enum hc_retry of_promise(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (!hc_event_is_on_stream(event))
        return event->space == HC_HTTP_STATUS ? HC_RETRY_SAFE : by_method(event);
    if (event->sender == HC_CLIENT || hc_is_false_refusal(event, verdict))
        return by_method(event);
    return HC_RETRY_SAFE;
}

/* A reset for no error is no failure after a complete response, and one before. An unknown HTTP/3 code counts
 * as no error, but does not tell that it comes after one. A server that wants no more of an upload may still
 * answer. */
static enum hc_retry of_no_error(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool may_answer = event->carrier == HC_STOP_SENDING && event->sender == HC_SERVER;
    bool is_unknown = hc_is_range(&verdict->meaning) && event->progress == HC_PROGRESS_UNKNOWN;

    if (!hc_event_is_on_stream(event) || may_answer)
        return HC_RETRY_NOT_A_FAILURE;
    return hc_event_is_unfinished(event) || is_unknown ? by_method(event) : HC_RETRY_NOT_A_FAILURE;
}

/* What the connection tells, whatever the code; HC_RETRY_UNKNOWN where it tells nothing. */
static enum hc_retry of_circumstances(const struct hc_event *event, bool is_graceful) {
    /* The other streams go on after a graceful GOAWAY, and fail with any other. */
    if (event->unprocessed && (!event->unprocessed->has_others || is_graceful))
        return HC_RETRY_SAFE;
    if (hc_event_is_on_stream(event) && (event->circumstances & HC_ABOVE_GOAWAY) &&
        event->progress < HC_PROGRESS_STARTED)
        return HC_RETRY_SAFE;
    /* The client has all that it asked for. */
    if (hc_event_is_on_stream(event) && event->sender == HC_CLIENT && event->progress == HC_PROGRESS_COMPLETE)
        return HC_RETRY_NOT_A_FAILURE;
    return HC_RETRY_UNKNOWN;
}

enum hc_retry hc_judge_retry(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool is_graceful = verdict->meaning.row->retry == HC_RETRY_NOT_A_FAILURE;
    enum hc_retry known = of_circumstances(event, is_graceful);

    if (known != HC_RETRY_UNKNOWN)
        return known;
    switch (verdict->meaning.row->retry) {
    case HC_RETRY_NOT_A_FAILURE:
        return of_no_error(event, verdict);
    case HC_RETRY_SAFE:
        return of_promise(event, verdict);
    case HC_RETRY_IDEMPOTENT:
        return by_method(event);
    default:
        return verdict->meaning.row->retry;
    }
}
