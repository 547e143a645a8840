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

unsigned hc_judge_conditions(const struct hc_facts *facts) {
    unsigned holds = conditions_of_place(facts->event);

    if (hc_has_circumstance(facts, HC_ON_WEBSOCKET))
        holds |= HC_IF_WEBSOCKET;
    if (hc_has_circumstance(facts, HC_WITHOUT_GRPC_STATUS))
        holds |= HC_IF_NO_GRPC_STATUS;
    if (!hc_is_only_range(facts))
        holds |= HC_IF_OWN_MEANING;
    return holds;
}

const struct hc_mapping *hc_verdict_mapping(const struct hc_verdict *verdict, size_t position) {
    for (size_t i = 0; i < verdict->mappings.count; i++) {
        const struct hc_mapping *row = &verdict->mappings.rows[i];

        if ((row->conditions & ~verdict->conditions) == 0 && position-- == 0)
            return row;
    }
    return NULL;
}
