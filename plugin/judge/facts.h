/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the judge's rules may look at. They are pure: no rule keeps or changes anything. For judge/ only. */
#ifndef HTTPCODES_JUDGE_FACTS_H
#define HTTPCODES_JUDGE_FACTS_H

#include "judge/judge.h"

struct hc_facts {
    const struct hc_event *event;
    const struct hc_verdict *verdict; /* as far as it has been found: hc_judge() says in which order */
};

/* The row of the meaning taken; never NULL. */
static inline const struct hc_code *hc_row_of(const struct hc_facts *facts) {
    return facts->verdict->meaning.row;
}

/* No row of the number's own explains it. */
static inline bool hc_is_only_range(const struct hc_facts *facts) {
    return hc_is_range(&facts->verdict->meaning);
}

static inline bool hc_has_circumstance(const struct hc_facts *facts, enum hc_circumstance circumstance) {
    return facts->event->circumstances & circumstance;
}

/* 0x0 on HTTP/3, where it is no code: it counts as H3_NO_ERROR, and everyday traffic has it. */
bool hc_is_foreign_zero(const struct hc_facts *facts);

#endif
