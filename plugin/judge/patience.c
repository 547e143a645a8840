/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/patience.h"

#include "registry/code.h"
#include "registry/numbers.h"

/* Other codes say that something is wrong. */
static bool is_cancellation(const struct hc_event *event) {
    if (event->space == HC_HTTP2_ERROR)
        return event->value == H2_CANCEL || event->value == H2_NO_ERROR;
    return event->space == HC_HTTP3_ERROR &&
           (event->value == H3_REQUEST_CANCELLED || event->value == H3_NO_ERROR);
}

bool hc_gives_up(const struct hc_event *event) {
    enum {
        REACTIONS = HC_ECHOES | HC_AFTER_STOP | HC_SENT_AGAIN | HC_AFTER_OWN_RESET | HC_AFTER_PEER_RESET |
                    HC_IN_TUNNEL
    };

    return event->sender == HC_CLIENT && hc_event_is_on_stream(event) && is_cancellation(event) &&
           event->elapsed != HC_NO_TIME && hc_event_is_unfinished(event) &&
           !(event->circumstances & REACTIONS);
}

/* The client's clock begins before its request is on the wire, and a call is ended when its timer says so:
 * the time between the two is somewhat less than the deadline. */
static uint64_t tolerance(uint64_t deadline) {
    return 20000 + deadline / 50;
}

enum hc_phrase hc_patience_phrase(uint32_t elapsed, uint64_t deadline) {
    uint64_t limit = deadline - 1;

    if (deadline == 0)
        return HC_SAYS_GAVE_UP_AFTER;
    if (limit > elapsed + tolerance(limit))
        return HC_SAYS_GAVE_UP_BEFORE_DEADLINE;
    return elapsed > limit + tolerance(limit) ? HC_SAYS_GAVE_UP_PAST_DEADLINE : HC_SAYS_GAVE_UP_AT_DEADLINE;
}
