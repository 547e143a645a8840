/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/worst.h"

#include "judge/findings.h"

enum hc_grade hc_grade_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (hc_findings_warn(verdict->findings))
        return HC_GRADE_WARNED;
    if (verdict->findings)
        return HC_GRADE_NOTED;
    return hc_space(event->space)->is_outcome ? HC_GRADE_SUCCESS : HC_GRADE_ORDINARY;
}

unsigned hc_worst_of(const struct hc_events *events, const struct hc_verdict *verdicts) {
    unsigned worst = 0;

    for (unsigned i = 1; i < events->count; i++) {
        if (hc_grade_of(&events->event[i], &verdicts[i]) >
            hc_grade_of(&events->event[worst], &verdicts[worst]))
            worst = i;
    }
    return worst;
}
