/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/experts.h"

#include "compat.h"
#include "judge/findings.h"
#include "judge/implied.h"
#include "present/strings.h"

static expert_field findings[HC_FINDINGS_END], asides[HC_ASIDES_END], implied[HC_IMPLIED_END],
    across[HC_CONVERSIONS_END];
static ei_register_info rows[HC_FINDINGS_END + HC_ASIDES_END + HC_IMPLIED_END + HC_CONVERSIONS_END];

static ei_register_info row_of(expert_field *field, const char *filter, enum hc_severity severity,
                               const char *title) {
    static const int severities[] = {[HC_NOTE] = PI_NOTE, [HC_WARNING] = PI_WARN};

    *field = (expert_field)EI_INIT;
    return (ei_register_info){field, {filter, PI_RESPONSE_CODE, severities[severity], title, EXPFILL}};
}

/* A finding that is a note in one case and a warning in another has two rows with one filter name: Wireshark
 * ties the severity to the registration. */
void hc_experts_register(int proto) {
    ei_register_info *row = rows;

    for (unsigned i = 0; i < HC_FINDINGS_END; i++)
        *row++ = row_of(&findings[i], hc_finding_rows[i].filter, hc_finding_rows[i].severity,
                        hc_finding_title(i, HC_EN));
    for (unsigned i = 0; i < HC_ASIDES_END; i++)
        *row++ = row_of(&asides[i], hc_aside_rows[i].filter, hc_aside_rows[i].severity,
                        hc_phrase(hc_aside_rows[i].title, HC_EN));
    for (unsigned i = 0; i < HC_IMPLIED_END; i++) {
        if (hc_implied_rows[i].filter)
            *row++ = row_of(&implied[i], hc_implied_rows[i].filter, hc_implied_rows[i].severity,
                            hc_phrase(hc_implied_rows[i].title, HC_EN));
    }
    for (unsigned i = 0; i < HC_CONVERSIONS_END; i++) {
        if (hc_conversion_rows[i].filter)
            *row++ = row_of(&across[i], hc_conversion_rows[i].filter, hc_conversion_rows[i].severity,
                            hc_conversion_rows[i].title[HC_EN]);
    }
    expert_register_field_array(expert_register_protocol(proto), rows, (int)(row - rows));
}

expert_field *hc_expert(enum hc_finding finding) {
    return &findings[finding];
}

expert_field *hc_aside_expert(enum hc_aside aside) {
    return &asides[aside];
}

expert_field *hc_implied_expert(enum hc_implied_kind kind) {
    return &implied[kind];
}

expert_field *hc_across_expert(enum hc_conversion conversion) {
    return &across[conversion];
}

void hc_expert_add(packet_info *pinfo, proto_item *item, expert_field *expert, const char *text) {
    expert_add_info_format(pinfo, item, expert, "%s", hc_string_fitted(pinfo->pool, text, HC_FINDING_ROOM));
}
