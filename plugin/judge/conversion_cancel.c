/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Does a cancellation by the client come through to what was running behind (RFC 9114, appendix A.4.1)? */
#include "judge/attempts.h"
#include "judge/conversion_rules.h"

/* In seconds: within this a proxy passes a cancellation on. */
static const double at_once = 0.3;

static bool ran_on(const struct hc_leg *attempt, double cancelled) {
    return hc_fate_of(attempt) != HC_FATE_UNKNOWN && attempt->ended > cancelled + at_once;
}

/* Of an attempt that was running when the client gave up. */
static enum hc_conversion after_cancellation(const struct hc_leg *attempt, double cancelled) {
    if (ran_on(attempt, cancelled))
        return HC_CONVERSION_CANCELLATION_KEPT;
    return hc_fate_of(attempt) == HC_FATE_GIVEN_UP ? HC_CONVERSION_CANCELLATION_PASSED_ON
                                                   : HC_CONVERSION_UNKNOWN;
}

static bool was_running(const struct hc_leg *attempt, double when) {
    return attempt->end == HC_LEG_RUNS || attempt->ended > when;
}

/* One attempt that runs on is enough; all that ran must have ended for the other answer. */
enum hc_conversion hc_convert_cancellation(const struct hc_pair *pair) {
    double cancelled = pair->front.ended;
    unsigned passed_on = 0, ran = 0;

    for (unsigned i = 0; i < hc_listed_attempts(pair); i++) {
        enum hc_conversion conversion;

        if (!was_running(&pair->behind[i], cancelled))
            continue;
        conversion = after_cancellation(&pair->behind[i], cancelled);
        if (conversion == HC_CONVERSION_CANCELLATION_KEPT)
            return conversion;
        ran++;
        passed_on += conversion == HC_CONVERSION_CANCELLATION_PASSED_ON;
    }
    return ran > 0 && passed_on == ran ? HC_CONVERSION_CANCELLATION_PASSED_ON : HC_CONVERSION_UNKNOWN;
}

const struct hc_leg *hc_attempt_that_ran_on(const struct hc_pair *pair) {
    unsigned i = 0;

    while (i + 1 < hc_listed_attempts(pair) && !ran_on(&pair->behind[i], pair->front.ended))
        i++;
    return &pair->behind[i];
}
