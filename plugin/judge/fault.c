/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/fault.h"

#include <string.h>

#include "judge/rules.h"
#include "registry/numbers.h"
#include "registry/proxy_status.h"
#include "registry/sender_words.h"

static enum hc_fault fault_of_side(enum hc_side side) {
    static const enum hc_fault faults[] = {
        [HC_SIDE_UNKNOWN] = HC_FAULT_UNKNOWN,
        [HC_CLIENT] = HC_FAULT_CLIENT,
        [HC_SERVER] = HC_FAULT_SERVER,
    };
    return faults[side];
}

static enum hc_fault fault_of(enum hc_blame blame, enum hc_side sender) {
    switch (blame) {
    case HC_BLAME_NOBODY:
        return HC_FAULT_NOBODY;
    case HC_BLAME_CLIENT:
        return HC_FAULT_CLIENT;
    case HC_BLAME_SERVER:
        return HC_FAULT_SERVER;
    case HC_BLAME_SENDER:
        return fault_of_side(sender);
    case HC_BLAME_PEER:
        return fault_of_side(hc_peer_of(sender));
    case HC_BLAME_UNKNOWN:
        break;
    }
    return HC_FAULT_UNKNOWN;
}

/* Nobody did anything wrong, whatever the number says. */
static bool is_nobodys(const struct hc_facts *facts) {
    return hc_only_reacts(facts) || hc_is_unsolicited(facts) || hc_refuses_unknown_stream(facts) ||
           hc_is_foreign_zero(facts);
}

/* A status that may answer no request blames nobody for one: a server that closes an idle connection may send
 * it (RFC 9110, section 15.5.9), and the preface of HTTP/2 is none. On HTTP/2 and HTTP/3 a response always
 * has a request. */
static bool may_have_no_request(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    bool has_request = event->request || event->request_frame != 0;

    return event->carrier == HC_STATUS_LINE &&
           (!has_request || hc_has_circumstance(facts, HC_ANSWERS_PREFACE));
}

/* A client that blames the client has taken a server's code. */
static bool is_clients_own_reset(const struct hc_event *event) {
    return hc_event_is_on_stream(event) && event->sender == HC_CLIENT;
}

/* Codes that blame nobody, where the exchange shows that something did go wrong. */
static enum hc_blame blame_of_outcome(const struct hc_facts *facts) {
    if (hc_has_circumstance(facts, HC_WITHOUT_GRPC_STATUS))
        return HC_BLAME_SERVER;
    return hc_cuts_response(facts) ? HC_BLAME_UNKNOWN : HC_BLAME_NOBODY;
}

/* A gateway's statuses name the server behind it, whatever happened on the way: Proxy-Status tells what did
 * (RFC 9209, section 2.3). */
static bool is_of_gateway(const struct hc_event *event) {
    return event->space == HC_HTTP_STATUS &&
           (event->value == HTTP_BAD_GATEWAY || event->value == HTTP_SERVICE_UNAVAILABLE ||
            event->value == HTTP_GATEWAY_TIMEOUT);
}

static const struct hc_proxy_error *proxy_error_of(const struct hc_event *event) {
    const char *header = hc_more_of(event)->proxy_status;
    struct hc_proxy_status status;

    return is_of_gateway(event) && header && hc_proxy_status_read(header, strlen(header), &status)
               ? status.row
               : NULL;
}

/* The peer has closed the stream itself, and may have sent nothing behind that. */
static bool is_closed_by_peer(const struct hc_facts *facts) {
    return hc_comes_second(facts) && facts->event->value == H2_STREAM_CLOSED;
}

static enum hc_blame blame_of(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    const struct hc_sender_words *words =
        hc_sender_words(event->space, event->value, hc_more_of(event)->reason);
    const struct hc_proxy_error *error = proxy_error_of(event);
    enum hc_blame blame = error ? error->blame : facts->verdict->meaning.blame;

    if (words)
        return words->blame;
    if (blame == HC_BLAME_NOBODY)
        return blame_of_outcome(facts);
    if (is_closed_by_peer(facts))
        return HC_BLAME_UNKNOWN;
    if (blame == HC_BLAME_CLIENT && (may_have_no_request(facts) || is_clients_own_reset(event)))
        return HC_BLAME_UNKNOWN;
    return blame;
}

enum hc_fault hc_judge_fault(const struct hc_facts *facts) {
    return is_nobodys(facts) ? HC_FAULT_NOBODY : fault_of(blame_of(facts), facts->event->sender);
}
