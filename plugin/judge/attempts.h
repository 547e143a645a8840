/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of the attempts behind a proxy. For judge/ and for words about them. */
#ifndef HTTPCODES_JUDGE_ATTEMPTS_H
#define HTTPCODES_JUDGE_ATTEMPTS_H

#include "pair.h"

enum hc_fate {
    HC_FATE_UNKNOWN = 0, /* it runs on, or nobody knows who ended it */
    HC_FATE_REFUSED,     /* and promised not to be processed */
    HC_FATE_BROKEN,      /* by the server, before a final status */
    HC_FATE_CUT,         /* by the server, after one */
    HC_FATE_GIVEN_UP,    /* by the proxy, before the response was complete */
    HC_FATE_COMPLETE
};

enum hc_fate hc_fate_of(const struct hc_leg *attempt);

/* Those that are listed. */
unsigned hc_listed_attempts(const struct hc_pair *pair);

/* NULL where there is none. */
const struct hc_leg *hc_last_attempt(const struct hc_pair *pair);

/* Whether each attempt was refused; not where some are not listed. */
bool hc_is_refused_throughout(const struct hc_pair *pair);

/* The last attempt that was certainly not refused; NULL without one. */
const struct hc_leg *hc_unrefused_attempt(const struct hc_pair *pair);

/* The first attempt that sent a request again which must not be, since the one before may have been processed
 * (RFC 9110, section 9.2.2); NULL without one. */
const struct hc_leg *hc_unsafe_attempt(const struct hc_pair *pair);

#endif
