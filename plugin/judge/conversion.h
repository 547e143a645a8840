/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a proxy made of what happened behind it: does the exchange in front say what those behind allow? A
 * pure function of the pair, and a table of what each answer comes to. */
#ifndef HTTPCODES_JUDGE_CONVERSION_H
#define HTTPCODES_JUDGE_CONVERSION_H

#include "judge/findings.h"
#include "pair.h"

/* The values are public: httpcodes.across.conversion. */
enum hc_conversion {
    HC_CONVERSION_UNKNOWN = 0,
    HC_CONVERSION_KEPT,              /* the same status, and the whole response */
    HC_CONVERSION_CONVERTED,         /* a failure as the specifications want it, or a stored response that was
                                        validated */
    HC_CONVERSION_PROMISE_PASSED_ON, /* not processed, in front as behind */
    HC_CONVERSION_CANCELLATION_PASSED_ON, /* the client gave up, and at once the proxy did, too */
    HC_CONVERSION_FALSE_PROMISE,
    HC_CONVERSION_PROMISE_LOST,
    HC_CONVERSION_TRUNCATION_HIDDEN,
    HC_CONVERSION_UNSAFE_REPLAY,
    HC_CONVERSION_WRONG_STATUS,
    HC_CONVERSION_FAILURE_INVENTED,
    HC_CONVERSION_STATUS_CHANGED,
    HC_CONVERSION_FOREIGN_CODE,
    HC_CONVERSION_PROMOTED,
    HC_CONVERSION_CANCELLATION_KEPT,
    HC_CONVERSION_INTERIM_LOST,
    HC_CONVERSION_GRPC_STATUS_LOST,
    HC_CONVERSION_ANSWERED_BY_ITSELF,
    HC_CONVERSIONS_END
};

struct hc_conversion_row {
    const char *name;   /* of the value, for filters: "false promise" */
    const char *filter; /* its finding: "httpcodes.false_promise"; NULL where there is nothing to find */
    enum hc_severity severity;       /* of the finding */
    const char *rule;                /* specification and section; NULL where none decides */
    const char *title[HC_LANGUAGES]; /* what it comes to, and the title of the finding; NULL where there is
                                        nothing to say */
};

/* By enum hc_conversion. */
extern const struct hc_conversion_row hc_conversion_rows[HC_CONVERSIONS_END];

/* Unknown wherever the pair does not prove it. */
enum hc_conversion hc_convert(const struct hc_pair *pair);

/* The attempt that shows it; without anything particular the last one. NULL where nothing is behind. */
const struct hc_leg *hc_conversion_attempt(const struct hc_pair *pair, enum hc_conversion conversion);

/* May the request be sent again, where the front says something else; else HC_RETRY_NOT_A_FAILURE. */
enum hc_retry hc_conversion_retry(const struct hc_pair *pair, enum hc_conversion conversion);

#endif
