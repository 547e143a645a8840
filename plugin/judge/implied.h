/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an end without a code comes to, and what an API will report for it. */
#ifndef HTTPCODES_JUDGE_IMPLIED_H
#define HTTPCODES_JUDGE_IMPLIED_H

#include "event.h"
#include "judge/findings.h"
#include "registry/phrases.h"

struct hc_implied_row {
    const char *filter;        /* "httpcodes.unanswered"; NULL where there is nothing to find */
    enum hc_severity severity; /* of the finding */
    enum hc_phrase title;      /* of the finding, and for the Info column */
    enum hc_phrase sentence;   /* {who}, {what}, {announced}, {content}, {code} */
    enum hc_space_id space;    /* of what an API reports; 0 where it has no number of its own */
};

/* By enum hc_implied_kind; the first is no kind. */
extern const struct hc_implied_row hc_implied_rows[HC_IMPLIED_END];

/* The space and number that an API reports; false where it reports none. */
bool hc_implied_code(const struct hc_implied *implied, enum hc_space_id *space, uint64_t *value);

/* What its client does by sending the request: bits as in hc_verdict. */
uint64_t hc_implied_findings(const struct hc_implied *implied);

/* It comes behind an end that its sender made or knew of, and ends nothing itself. */
bool hc_implied_is_late(const struct hc_implied *implied);

/* May the request be sent again? */
enum hc_retry hc_implied_retry(const struct hc_implied *implied);

#endif
