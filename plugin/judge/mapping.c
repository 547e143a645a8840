/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/mapping.h"

static unsigned conditions_of_place(const struct hc_event *event) {
    unsigned holds = 0;

    if (event->sender == HC_CLIENT)
        holds |= HC_IF_FROM_CLIENT;
    if (event->sender == HC_SERVER)
        holds |= HC_IF_FROM_SERVER;
    if (hc_event_is_on_stream(event))
        holds |= HC_IF_ON_STREAM;
    if (hc_event_is_on_connection(event))
        holds |= HC_IF_ON_CONNECTION;
    return holds;
}

static unsigned conditions_of_progress(const struct hc_event *event) {
    if (event->progress == HC_PROGRESS_COMPLETE)
        return HC_IF_BEGUN | HC_IF_COMPLETE;
    if (hc_has_begun(event))
        return HC_IF_BEGUN;
    return event->progress == HC_PROGRESS_NONE ? HC_IF_NOT_BEGUN : 0;
}

unsigned hc_judge_conditions(const struct hc_facts *facts) {
    unsigned conditions = conditions_of_place(facts->event) | conditions_of_progress(facts->event);

    if (hc_has_circumstance(facts, HC_ON_WEBSOCKET))
        conditions |= HC_IF_WEBSOCKET;
    if (hc_has_circumstance(facts, HC_WITHOUT_GRPC_STATUS))
        conditions |= HC_IF_NO_GRPC_STATUS;
    if (!hc_is_only_range(facts))
        conditions |= HC_IF_OWN_MEANING;
    return conditions;
}

static bool holds(const struct hc_mapping *row, unsigned conditions) {
    return (row->conditions & ~conditions) == 0 && (row->exceptions & conditions) == 0;
}

const struct hc_mapping *hc_verdict_mapping(const struct hc_verdict *verdict, size_t position) {
    for (size_t i = 0; i < verdict->mappings.count; i++) {
        const struct hc_mapping *row = &verdict->mappings.rows[i];

        if (holds(row, verdict->conditions) && position-- == 0)
            return row;
    }
    return NULL;
}
