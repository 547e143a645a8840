/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plain failure, which the code says itself. */
#include "judge/rules.h"
#include "registry/numbers.h"

/* For gRPC the status that google.rpc.Code gives the code; 0 where there is none. */
static uint64_t status_of_grpc(const struct hc_facts *facts) {
    const struct hc_mapping *mapping;

    if (hc_is_only_range(facts))
        return 0;
    for (size_t i = 0; (mapping = hc_verdict_mapping(facts->verdict, i)); i++) {
        if (mapping->to == HC_HTTP_STATUS && mapping->kind != HC_MAP_NOT_APPLICABLE)
            return mapping->target;
    }
    return 0;
}

/* The class of the status that the code is, or amounts to; else 0. */
static uint64_t class_of(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    switch (event->space) {
    case HC_HTTP_STATUS:
        return hc_is_valid_status(event) ? HTTP_CLASS(event->value) : 0;
    case HC_GRPC_STATUS:
        return HTTP_CLASS(status_of_grpc(facts));
    default:
        return 0;
    }
}

/* A response to no request is no failure of one. */
bool hc_finds_client_error(const struct hc_facts *facts) {
    return class_of(facts) == HTTP_CLIENT_ERROR && !hc_is_unsolicited(facts);
}

bool hc_finds_server_error(const struct hc_facts *facts) {
    return class_of(facts) == HTTP_SERVER_ERROR && !hc_is_unsolicited(facts);
}

/* A code by which a side gives up a stream that it no longer needs. */
static bool is_cancellation(const struct hc_event *event) {
    return (event->space == HC_HTTP2_ERROR && event->value == H2_CANCEL) ||
           (event->space == HC_HTTP3_ERROR && event->value == H3_REQUEST_CANCELLED);
}

/* A code that blames nobody and leaves no request to ask about: a stream's session is over, as
 * WT_SESSION_GONE says. */
static bool ends_in_order(const struct hc_facts *facts) {
    return hc_row_of(facts)->blame == HC_BLAME_NOBODY && hc_retry_of_row(facts) == HC_RETRY_UNKNOWN;
}

static bool breaks_stream(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) && !hc_counts_as_no_error(facts) &&
           !hc_finds_cancel_after_complete(facts) && !ends_in_order(facts);
}

bool hc_finds_stream_error(const struct hc_facts *facts) {
    return breaks_stream(facts) && !is_cancellation(facts->event);
}

bool hc_finds_stream_cancelled(const struct hc_facts *facts) {
    return breaks_stream(facts) && is_cancellation(facts->event);
}

bool hc_finds_connection_error(const struct hc_facts *facts) {
    return hc_event_is_on_connection(facts->event) && !hc_counts_as_no_error(facts);
}

static bool is_private_close(const struct hc_facts *facts) {
    return facts->event->space == HC_WEBSOCKET_CLOSE && hc_row_of(facts)->registration == HC_PRIVATE_USE;
}

/* A meaning that is known, and no good one. */
bool hc_finds_abnormal_close(const struct hc_facts *facts) {
    return facts->event->space == HC_WEBSOCKET_CLOSE && !hc_is_only_range(facts) &&
           !hc_row_of(facts)->never_on_wire && !is_private_close(facts) &&
           facts->verdict->retry != HC_RETRY_NOT_A_FAILURE;
}

/* Also one whose meaning is not known: for an end in good order there are 1000 and 1001. */
bool hc_finds_private_close(const struct hc_facts *facts) {
    return is_private_close(facts) && facts->verdict->retry != HC_RETRY_NOT_A_FAILURE;
}
