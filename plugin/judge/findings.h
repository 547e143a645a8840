/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is there to say about a code where it stands? Part of hc_judge(). A finding is one row. */
#ifndef HTTPCODES_JUDGE_FINDINGS_H
#define HTTPCODES_JUDGE_FINDINGS_H

#include "judge/conduct.h"
#include "judge/facts.h"

enum hc_severity { HC_NOTE, HC_WARNING };

struct hc_finding_row {
    const char *filter; /* its public name: "httpcodes.unknown_code" */
    enum hc_severity severity;
    bool is_in_info; /* says more than the code's name and the verdict on a retry do: the Info column has room
                        for that only */
    bool (*holds)(const struct hc_facts *facts); /* or NULL, and the next one says */
    hc_reason_finder *why;                       /* whether, and why; else NULL */
    enum hc_phrase detail;                       /* what is particular about the event, or HC_NO_PHRASE */
    const char *title[HC_LANGUAGES]; /* may hold a slot {kind}, but not in English: what the space calls
                                        its numbers */
};

/* By enum hc_finding. */
extern const struct hc_finding_row hc_finding_rows[HC_FINDINGS_END];

const char *hc_finding_title(enum hc_finding finding, enum hc_language language);

/* Of the findings the first warning, or else the first; HC_FINDINGS_END where there are none. */
enum hc_finding hc_gravest_finding(uint64_t findings);
/* Whether one of the findings is a warning. */
bool hc_findings_warn(uint64_t findings);

/* The verdict must hold all but its findings. */
uint64_t hc_judge_findings(const struct hc_facts *facts);

#endif
