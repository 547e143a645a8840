/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/conversion.h"

#include "judge/attempts.h"
#include "judge/conversion_rules.h"
#include "judge/methods.h"
#include "registry/numbers.h"

static enum hc_conversion of_promise(const struct hc_pair *pair) {
    if (hc_unrefused_attempt(pair))
        return HC_CONVERSION_FALSE_PROMISE;
    return hc_is_refused_throughout(pair) ? HC_CONVERSION_PROMISE_PASSED_ON : HC_CONVERSION_UNKNOWN;
}

/* A status that gateways give of themselves. */
static bool is_gateways_own(uint16_t status) {
    return status == HTTP_BAD_GATEWAY || status == HTTP_SERVICE_UNAVAILABLE || status == HTTP_GATEWAY_TIMEOUT;
}

/* Whoever is refused throughout has no response to pass on but a failure of its own: another one comes from a
 * cache, or from a server out of sight, which may have processed the request. */
static enum hc_conversion of_refusal(const struct hc_leg *front) {
    return front->status == 0 || is_gateways_own(front->status) ? HC_CONVERSION_PROMISE_LOST
                                                                : HC_CONVERSION_UNKNOWN;
}

/* A number of the other HTTP version (RFC 9114, appendix A.4.1). */
static bool is_foreign(const struct hc_leg *front) {
    if (!front->has_code || front->is_echo)
        return false;
    return front->space == HC_HTTP3_ERROR   ? front->code <= H2_HTTP_1_1_REQUIRED
           : front->space == HC_HTTP2_ERROR ? front->code >= H3_NO_ERROR && front->code <= H3_VERSION_FALLBACK
                                            : false;
}

/* In seconds. Within this the front ends because of what was behind; later for a reason of its own, as a
 * client that does not read. */
static const double promptly = 1.0;

static bool is_prompt(const struct hc_leg *front, const struct hc_leg *last) {
    return last->ended <= front->ended && front->ended <= last->ended + promptly;
}

/* The server in front reset the stream, and promised nothing. */
static enum hc_conversion of_reset(const struct hc_leg *front, const struct hc_leg *last) {
    switch (hc_fate_of(last)) {
    case HC_FATE_COMPLETE:
        return is_prompt(front, last) ? HC_CONVERSION_FAILURE_INVENTED : HC_CONVERSION_UNKNOWN;
    case HC_FATE_BROKEN:
    case HC_FATE_CUT:
    case HC_FATE_REFUSED:
        return is_foreign(front) ? HC_CONVERSION_FOREIGN_CODE : HC_CONVERSION_CONVERTED;
    default:
        return HC_CONVERSION_UNKNOWN;
    }
}

static bool is_error(const struct hc_leg *leg) {
    return leg->has_code && leg->code != H2_NO_ERROR &&
           !(leg->space == HC_HTTP3_ERROR && leg->code == H3_NO_ERROR);
}

/* The server in front ended the connection. Where there are streams, all others on it pay for this one;
 * without a code it may have had another reason. */
static enum hc_conversion of_close(const struct hc_leg *front, const struct hc_leg *last) {
    enum hc_fate fate = hc_fate_of(last);

    if (fate != HC_FATE_BROKEN && fate != HC_FATE_CUT && fate != HC_FATE_REFUSED)
        return HC_CONVERSION_UNKNOWN;
    if (front->stream == HC_NO_STREAM)
        return HC_CONVERSION_CONVERTED;
    return is_error(front) && last->end == HC_LEG_RESET && is_prompt(front, last) ? HC_CONVERSION_PROMOTED
                                                                                  : HC_CONVERSION_UNKNOWN;
}

/* Behind CONNECT and 101 there is no response to complete. */
static bool is_tunnel(const struct hc_leg *front) {
    return hc_is_connect(front->request) || front->status == HTTP_SWITCHING_PROTOCOLS;
}

/* The front ended by itself, with no promise. */
static enum hc_conversion of_end(const struct hc_pair *pair) {
    const struct hc_leg *front = &pair->front, *last = hc_last_attempt(pair);

    if (front->end == HC_LEG_COMPLETE)
        return hc_convert_response(pair);
    if (front->ended_by != HC_SERVER)
        return HC_CONVERSION_UNKNOWN;
    return front->end == HC_LEG_RESET ? of_reset(front, last) : of_close(front, last);
}

static enum hc_conversion without_attempts(const struct hc_leg *front) {
    return front->end == HC_LEG_RUNS || hc_leg_is_given_up(front) ? HC_CONVERSION_UNKNOWN
                                                                  : HC_CONVERSION_ANSWERED_BY_ITSELF;
}

/* The attempts are one request, in its order. */
static enum hc_conversion of_attempts(const struct hc_pair *pair) {
    const struct hc_leg *front = &pair->front;

    if (pair->attempts == 0)
        return without_attempts(front);
    if (is_tunnel(front))
        return HC_CONVERSION_UNKNOWN;
    if (hc_leg_is_given_up(front))
        return hc_convert_cancellation(pair);
    if (front->is_refused)
        return of_promise(pair);
    if (hc_unsafe_attempt(pair))
        return HC_CONVERSION_UNSAFE_REPLAY;
    if (front->end == HC_LEG_RUNS)
        return HC_CONVERSION_UNKNOWN;
    if (hc_is_refused_throughout(pair))
        return of_refusal(front);
    return of_end(pair);
}

/* The same for each attempt alone. */
static enum hc_conversion of_whichever(const struct hc_pair *pair) {
    struct hc_pair alone = {.front = pair->front, .attempts = 1, .behind = pair->behind};
    enum hc_conversion first = of_attempts(&alone);

    for (unsigned i = 1; i < hc_listed_attempts(pair); i++) {
        alone.behind = &pair->behind[i];
        if (of_attempts(&alone) != first)
            return HC_CONVERSION_UNKNOWN;
    }
    return first;
}

enum hc_conversion hc_convert(const struct hc_pair *pair) {
    return pair->evidence == HC_EVIDENCE_WHICHEVER ? of_whichever(pair) : of_attempts(pair);
}

const struct hc_leg *hc_conversion_attempt(const struct hc_pair *pair, enum hc_conversion conversion) {
    switch (conversion) {
    case HC_CONVERSION_FALSE_PROMISE:
        return hc_unrefused_attempt(pair);
    case HC_CONVERSION_UNSAFE_REPLAY:
        return hc_unsafe_attempt(pair);
    case HC_CONVERSION_CANCELLATION_KEPT:
        return hc_attempt_that_ran_on(pair);
    default:
        return hc_last_attempt(pair);
    }
}

enum hc_retry hc_conversion_retry(const struct hc_pair *pair, enum hc_conversion conversion) {
    switch (conversion) {
    case HC_CONVERSION_FALSE_PROMISE:
        return hc_retry_by_method(hc_is_repeatable(pair->front.request));
    case HC_CONVERSION_PROMISE_LOST:
        return HC_RETRY_SAFE;
    default:
        return HC_RETRY_NOT_A_FAILURE;
    }
}
