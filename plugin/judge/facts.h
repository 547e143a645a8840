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

/* What the number alone proposes. */
static inline enum hc_retry hc_retry_of_row(const struct hc_facts *facts) {
    return facts->verdict->meaning.retry;
}

/* A final status was seen before. */
static inline bool hc_has_begun(const struct hc_event *event) {
    return event->progress >= HC_PROGRESS_STARTED || hc_more_of(event)->answered;
}

/* A response that no request asked for. */
static inline bool hc_is_unsolicited(const struct hc_facts *facts) {
    return facts->event->space == HC_HTTP_STATUS && hc_has_circumstance(facts, HC_UNSOLICITED);
}

/* The code answers what the peer did or what was under way: it ends nothing that was not ended, blames nobody
 * and tells nothing of its own. */
static inline bool hc_only_reacts(const struct hc_facts *facts) {
    return hc_has_circumstance(facts, HC_ECHOES) || hc_has_circumstance(facts, HC_AFTER_OWN_RESET);
}

/* RST_STREAM ends both directions (RFC 9113, section 6.4): the peer's own has done so, and what it says of
 * the request holds. */
static inline bool hc_comes_second(const struct hc_facts *facts) {
    return facts->event->carrier == HC_RST_STREAM && hc_has_circumstance(facts, HC_AFTER_PEER_RESET);
}

/* 100 to 599: RFC 9110, section 15. */
bool hc_is_valid_status(const struct hc_event *event);

/* What RFC 9114, section 6.2, asks of a receiver of a stream of a kind that it does not know. */
bool hc_refuses_unknown_stream(const struct hc_facts *facts);

/* 0x0 on HTTP/3, where it is no code: it counts as H3_NO_ERROR, and everyday traffic has it. */
bool hc_is_foreign_zero(const struct hc_facts *facts);

#endif
