/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A number that should not be here. */
#include "judge/rules.h"
#include "registry/numbers.h"
#include "registry/retry_after.h"

bool hc_finds_unknown_code(const struct hc_facts *facts) {
    return hc_row_of(facts)->registration == HC_UNASSIGNED && !facts->verdict->sibling &&
           !facts->verdict->ambiguous && !hc_row_of(facts)->never_on_wire;
}

bool hc_finds_foreign_zero(const struct hc_facts *facts) {
    return hc_is_foreign_zero(facts);
}

bool hc_finds_foreign_code(const struct hc_facts *facts) {
    return facts->verdict->sibling && !hc_is_foreign_zero(facts);
}

bool hc_finds_wrong_scope(const struct hc_facts *facts) {
    return hc_row_of(facts)->scope == HC_SCOPE_CONNECTION && hc_event_is_on_stream(facts->event);
}

/* A stream error may be treated as a connection error (RFC 9113, section 5.4; RFC 9114, section 8). A refusal
 * or a cancellation, which blames nobody, is no error that could be. */
bool hc_finds_too_wide_scope(const struct hc_facts *facts) {
    const struct hc_code *row = hc_row_of(facts);

    return hc_event_is_on_connection(facts->event) && row->scope == HC_SCOPE_STREAM &&
           row->blame == HC_BLAME_NOBODY;
}

bool hc_finds_wrong_sender(const struct hc_facts *facts) {
    enum hc_speaker speaker = hc_row_of(facts)->speaker;

    return (speaker == HC_BY_CLIENT && facts->event->sender == HC_SERVER) ||
           (speaker == HC_BY_SERVER && facts->event->sender == HC_CLIENT);
}

bool hc_finds_never_on_wire(const struct hc_facts *facts) {
    return facts->event->space == HC_WEBSOCKET_CLOSE && hc_row_of(facts)->never_on_wire;
}

bool hc_finds_invalid_status(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    if (event->space != HC_HTTP_STATUS)
        return false;
    return !hc_is_valid_status(event) ||
           (event->value == HTTP_SWITCHING_PROTOCOLS && event->carrier == HC_HEADERS);
}

bool hc_finds_obsolete_code(const struct hc_facts *facts) {
    enum hc_registration how = hc_row_of(facts)->registration;

    return (how == HC_RETIRED || how == HC_DRAFT) && !hc_row_of(facts)->never_on_wire;
}

bool hc_finds_bad_retry_after(const struct hc_facts *facts) {
    const char *retry_after = hc_more_of(facts->event)->retry_after;

    return facts->event->space == HC_HTTP_STATUS && retry_after && !hc_retry_after(retry_after);
}

bool hc_finds_past_retry_after(const struct hc_facts *facts) {
    return facts->event->space == HC_HTTP_STATUS && hc_more_of(facts->event)->is_past_due;
}
