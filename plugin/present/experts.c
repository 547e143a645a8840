/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/experts.h"

#include "compat.h"
#include "judge/findings.h"

static expert_field experts[HC_FINDINGS_END];

/* A finding that is a note in one case and a warning in another has two rows with one filter name: Wireshark
 * ties the severity to the registration. */
void hc_experts_register(int proto) {
    static ei_register_info rows[HC_FINDINGS_END];
    static const int severities[] = {[HC_NOTE] = PI_NOTE, [HC_WARNING] = PI_WARN};

    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        const struct hc_finding_row *finding = &hc_finding_rows[i];

        experts[i] = (expert_field)EI_INIT;
        rows[i] = (ei_register_info){&experts[i],
                                     {finding->filter, PI_RESPONSE_CODE, severities[finding->severity],
                                      finding->title[HC_EN], EXPFILL}};
    }
    expert_register_field_array(expert_register_protocol(proto), rows, G_N_ELEMENTS(rows));
}

expert_field *hc_expert(enum hc_finding finding) {
    return &experts[finding];
}
