/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/facts.h"

#include "registry/numbers.h"

bool hc_is_foreign_zero(const struct hc_facts *facts) {
    return facts->verdict->sibling && facts->event->space == HC_HTTP3_ERROR &&
           facts->event->value == H2_NO_ERROR;
}

bool hc_refuses_unknown_stream(const struct hc_facts *facts) {
    return hc_has_circumstance(facts, HC_ON_UNKNOWN_STREAM) && hc_event_is_on_stream(facts->event) &&
           facts->event->space == HC_HTTP3_ERROR && facts->event->value == H3_STREAM_CREATION_ERROR;
}

bool hc_is_valid_status(const struct hc_event *event) {
    return event->value >= HTTP_STATUS_FIRST && event->value <= HTTP_STATUS_LAST;
}
