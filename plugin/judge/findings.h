/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is there to say about a code where it stands? Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_FINDINGS_H
#define HTTPCODES_JUDGE_FINDINGS_H

#include "judge/judge.h"

enum hc_severity { HC_NOTE, HC_WARNING };

/* A finding: its public filter name, how grave it is, its words, and the rule by which it holds. */
struct hc_finding_row {
    const char *filter; /* "httpcodes.unknown_code" */
    enum hc_severity severity;
    const char *text[HC_LANGUAGES]; /* its title */
    bool (*holds)(const struct hc_event *event, const struct hc_verdict *verdict);
};

/* By enum hc_finding. */
extern const struct hc_finding_row hc_finding_rows[HC_FINDINGS_END];

const char *hc_finding_title(enum hc_finding finding, enum hc_language language);

/* Of the findings the first warning, or else the first; HC_FINDINGS_END where there are none. */
enum hc_finding hc_gravest_finding(uint32_t findings);
/* Whether one of the findings is a warning. */
bool hc_findings_warn(uint32_t findings);

/* The verdict must hold its meaning, sibling and retry. */
uint32_t hc_judge_findings(const struct hc_event *event, const struct hc_verdict *verdict);

#endif
