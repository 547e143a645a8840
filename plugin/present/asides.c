/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/asides.h"

#include "present/experts.h"
#include "settings/settings.h"

static unsigned unreadable_statuses(const struct hc_events *events) {
    return events->unreadable_statuses;
}

const struct hc_aside_row hc_aside_rows[HC_ASIDES_END] = {
    [HC_ASIDE_UNREADABLE_STATUS] = {"httpcodes.unreadable_status", HC_NOTE, HC_SAYS_UNREADABLE_STATUS,
                                    unreadable_statuses},
};

void hc_asides_add(const struct hc_events *events, packet_info *pinfo, proto_item *item) {
    for (unsigned i = 0; i < HC_ASIDES_END; i++) {
        for (unsigned times = hc_aside_rows[i].times(events); times > 0; times--)
            hc_expert_add(pinfo, item, hc_aside_expert(i), hc_phrase(hc_aside_rows[i].title, hc_language()));
    }
}

const char *hc_asides_title(const struct hc_events *events) {
    for (unsigned i = 0; i < HC_ASIDES_END; i++) {
        if (hc_aside_rows[i].times(events) > 0)
            return hc_phrase(hc_aside_rows[i].title, hc_language());
    }
    return NULL;
}
