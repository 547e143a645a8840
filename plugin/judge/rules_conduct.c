/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of the request, beside what the code says. */
#include "judge/methods.h"
#include "judge/retry.h"
#include "judge/rules.h"
#include "registry/numbers.h"

bool hc_finds_retry_safe(const struct hc_facts *facts) {
    return facts->verdict->retry == HC_RETRY_SAFE || hc_more_of(facts->event)->unprocessed;
}

bool hc_finds_false_refusal(const struct hc_facts *facts) {
    return hc_is_false_refusal(facts);
}

static bool resets_stream(const struct hc_event *event) {
    return event->carrier == HC_RST_STREAM || event->carrier == HC_RESET_STREAM;
}

static bool says_no_error(const struct hc_facts *facts) {
    return hc_is_foreign_zero(facts) ||
           (hc_retry_of_row(facts) == HC_RETRY_NOT_A_FAILURE && !hc_is_only_range(facts));
}

/* Nothing else ends so (RFC 9113, section 8.5; RFC 9114, section 4.4). */
static bool is_of_connect(const struct hc_event *event) {
    return (event->space == HC_HTTP2_ERROR && event->value == H2_CONNECT_ERROR) ||
           (event->space == HC_HTTP3_ERROR && event->value == H3_CONNECT_ERROR);
}

/* The tunnel of a CONNECT, or what runs over one: no response is left in it to be complete. */
static bool is_in_tunnel(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    bool is_open =
        event->progress == HC_PROGRESS_STARTED || HTTP_CLASS(hc_more_of(event)->answered) == HTTP_SUCCESSFUL;

    return hc_has_circumstance(facts, HC_IN_TUNNEL) ||
           ((hc_is_connect(event->request) || is_of_connect(event)) && is_open);
}

/* The server ends its own response by a reset. Behind the client's STOP_SENDING or RST_STREAM that is what
 * the client wanted. */
static bool server_breaks_off(const struct hc_facts *facts) {
    return resets_stream(facts->event) && facts->event->sender == HC_SERVER && !hc_only_reacts(facts) &&
           !hc_has_circumstance(facts, HC_AFTER_STOP) && !hc_comes_second(facts);
}

/* A server says that nothing is wrong, and breaks its response off all the same. A client that breaks off
 * with NO_ERROR has just lost interest: node does it every day. */
bool hc_finds_no_error_unfinished(const struct hc_facts *facts) {
    return server_breaks_off(facts) && says_no_error(facts) && hc_event_is_unfinished(facts->event) &&
           !is_in_tunnel(facts);
}

/* Where the TCP connection behind a tunnel breaks, that is a CONNECT_ERROR (RFC 9113, section 8.5; RFC 9114,
 * section 4.4). What an extended CONNECT carries ends by rules of its own. */
bool hc_finds_no_error_in_tunnel(const struct hc_facts *facts) {
    return server_breaks_off(facts) && says_no_error(facts) && hc_event_is_unfinished(facts->event) &&
           is_in_tunnel(facts) && hc_is_connect(facts->event->request) &&
           !hc_has_circumstance(facts, HC_ON_WEBSOCKET);
}

bool hc_cuts_response(const struct hc_facts *facts) {
    return server_breaks_off(facts) && facts->event->progress == HC_PROGRESS_STARTED &&
           !is_in_tunnel(facts) && !says_no_error(facts);
}

/* Whatever the code says: but a refusal that cannot be true is the worse news. */
bool hc_finds_response_cut(const struct hc_facts *facts) {
    return hc_cuts_response(facts) && !hc_finds_false_refusal(facts);
}

/* A response to a gRPC call brings a grpc-status, in its trailers or instead of them (PROTOCOL-HTTP2.md). */
bool hc_finds_no_grpc_status(const struct hc_facts *facts) {
    return facts->event->space == HC_HTTP_STATUS && hc_has_circumstance(facts, HC_WITHOUT_GRPC_STATUS);
}

bool hc_counts_as_no_error(const struct hc_facts *facts) {
    if (hc_retry_of_row(facts) == HC_RETRY_NOT_A_FAILURE)
        return true;
    return facts->event->space == HC_HTTP3_ERROR &&
           (hc_finds_wrong_scope(facts) || hc_finds_too_wide_scope(facts) || hc_finds_wrong_sender(facts));
}

bool hc_finds_cancel_after_complete(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) && facts->event->progress == HC_PROGRESS_COMPLETE &&
           !hc_counts_as_no_error(facts);
}
