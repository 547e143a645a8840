/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/retry.h"

#include <string.h>

static bool is_among(const char *method, const char *const methods[]) {
    for (; *methods; methods++) {
        if (strcmp(*methods, method) == 0)
            return true;
    }
    return false;
}

/* As the IANA registry of methods says (RFC 9110, section 18.2; RFC 7237; RFC 10008). */
static const char *const idempotent[] = {
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LABEL",
    "LINK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "OPTIONS",
    "ORDERPATCH",
    "PROPFIND",
    "PROPPATCH",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "TRACE",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
    NULL,
};
static const char *const not_idempotent[] = {"CONNECT", "LOCK", "PATCH", "POST", NULL};

/* A method that nobody registered may be either. */
static enum hc_retry by_method(const struct hc_event *event) {
    const char *method = event->request ? event->request->method : NULL;

    if (method && is_among(method, idempotent))
        return HC_RETRY_ALLOWED;
    return method && is_among(method, not_idempotent) ? HC_RETRY_NO : HC_RETRY_IDEMPOTENT;
}

bool hc_is_false_refusal(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    return hc_event_is_on_stream(event) && facts->verdict->meaning.retry == HC_RETRY_SAFE &&
           event->sender == HC_SERVER && event->progress >= HC_PROGRESS_STARTED;
}

/* Only the server that would have processed the request can promise that it did not, and only for one stream
 * (RFC 9113, section 8.7; RFC 9114, section 4.1.1). */
static enum hc_retry of_promise(const struct hc_event *event) {
    if (event->circumstances & HC_ECHOES)
        return HC_RETRY_UNKNOWN;
    if (!hc_event_is_on_stream(event) || event->sender == HC_CLIENT || event->progress >= HC_PROGRESS_STARTED)
        return by_method(event);
    return HC_RETRY_SAFE;
}

/* A reset for no error is no failure after a complete response, and one before. An unknown HTTP/3 code counts
 * as no error, but does not tell that it comes after one. A server that wants no more of an upload may still
 * answer. */
static enum hc_retry of_no_error(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    bool may_answer = event->carrier == HC_STOP_SENDING && event->sender == HC_SERVER;

    if (!hc_event_is_on_stream(event) || may_answer)
        return HC_RETRY_NOT_A_FAILURE;
    if (event->progress == HC_PROGRESS_UNKNOWN)
        return hc_is_only_range(facts) ? by_method(event) : HC_RETRY_UNKNOWN;
    return hc_event_is_unfinished(event) ? by_method(event) : HC_RETRY_NOT_A_FAILURE;
}

/* What the connection tells, whatever the code; HC_RETRY_UNKNOWN where it tells nothing. */
static enum hc_retry of_circumstances(const struct hc_event *event, bool is_graceful) {
    /* The other streams go on after a graceful GOAWAY, and fail with any other. */
    if (hc_more_of(event)->unprocessed && (!hc_more_of(event)->unprocessed->has_others || is_graceful))
        return HC_RETRY_SAFE;
    if (hc_event_is_on_stream(event) && (event->circumstances & HC_ABOVE_GOAWAY) &&
        event->progress < HC_PROGRESS_STARTED)
        return HC_RETRY_SAFE;
    /* The client has all that it asked for. */
    if (hc_event_is_on_stream(event) && event->sender == HC_CLIENT && event->progress == HC_PROGRESS_COMPLETE)
        return HC_RETRY_NOT_A_FAILURE;
    return HC_RETRY_UNKNOWN;
}

enum hc_retry hc_judge_retry(const struct hc_facts *facts) {
    enum hc_retry proposed = facts->verdict->meaning.retry;
    enum hc_retry known = of_circumstances(facts->event, proposed == HC_RETRY_NOT_A_FAILURE);

    if (known != HC_RETRY_UNKNOWN)
        return known;
    switch (proposed) {
    case HC_RETRY_NOT_A_FAILURE:
        return of_no_error(facts);
    case HC_RETRY_SAFE:
        return of_promise(facts->event);
    case HC_RETRY_IDEMPOTENT:
        return by_method(facts->event);
    default:
        return proposed;
    }
}
