/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a side does beside what the code says. */
#include "judge/retry.h"
#include "judge/rules.h"

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
           (hc_row_of(facts)->retry == HC_RETRY_NOT_A_FAILURE && !hc_is_only_range(facts));
}

/* A server says that nothing is wrong, and breaks its response off all the same. In answer to STOP_SENDING
 * that is what the client wanted. A client that breaks off with NO_ERROR has just lost interest: node does it
 * every day. */
bool hc_finds_no_error_unfinished(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    return says_no_error(facts) && resets_stream(event) && event->sender == HC_SERVER &&
           !hc_has_circumstance(facts, HC_ECHOES) && hc_event_is_unfinished(event);
}

bool hc_counts_as_no_error(const struct hc_facts *facts) {
    if (hc_row_of(facts)->retry == HC_RETRY_NOT_A_FAILURE)
        return true;
    return facts->event->space == HC_HTTP3_ERROR &&
           (hc_finds_wrong_scope(facts) || hc_finds_wrong_sender(facts));
}

bool hc_finds_cancel_after_complete(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) && facts->event->progress == HC_PROGRESS_COMPLETE &&
           !hc_counts_as_no_error(facts);
}

bool hc_finds_rapid_reset(const struct hc_facts *facts) {
    return hc_more_of(facts->event)->rapid_resets > 0;
}
