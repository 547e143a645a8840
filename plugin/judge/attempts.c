/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/attempts.h"

#include <string.h>

#include "judge/methods.h"
#include "registry/numbers.h"

enum hc_fate hc_fate_of(const struct hc_leg *attempt) {
    if (attempt->is_refused)
        return HC_FATE_REFUSED;
    if (attempt->end == HC_LEG_COMPLETE)
        return HC_FATE_COMPLETE;
    if (attempt->end == HC_LEG_RUNS)
        return HC_FATE_UNKNOWN;
    if (hc_leg_is_given_up(attempt))
        return HC_FATE_GIVEN_UP;
    if (attempt->ended_by != HC_SERVER)
        return HC_FATE_UNKNOWN;
    return attempt->status ? HC_FATE_CUT : HC_FATE_BROKEN;
}

unsigned hc_listed_attempts(const struct hc_pair *pair) {
    return pair->attempts < HC_MOST_ATTEMPTS ? pair->attempts : HC_MOST_ATTEMPTS;
}

const struct hc_leg *hc_last_attempt(const struct hc_pair *pair) {
    return pair->attempts ? &pair->behind[hc_listed_attempts(pair) - 1] : NULL;
}

bool hc_is_refused_throughout(const struct hc_pair *pair) {
    unsigned listed = hc_listed_attempts(pair);

    for (unsigned i = 0; i < listed; i++) {
        if (hc_fate_of(&pair->behind[i]) != HC_FATE_REFUSED)
            return false;
    }
    return listed > 0 && listed == pair->attempts;
}

static bool was_not_refused(const struct hc_leg *attempt) {
    enum hc_fate fate = hc_fate_of(attempt);

    return fate != HC_FATE_REFUSED && fate != HC_FATE_UNKNOWN;
}

const struct hc_leg *hc_unrefused_attempt(const struct hc_pair *pair) {
    for (unsigned i = hc_listed_attempts(pair); i-- > 0;) {
        if (was_not_refused(&pair->behind[i]))
            return &pair->behind[i];
    }
    return NULL;
}

/* A response that is no server error says of itself that the request failed before it was applied, as 401,
 * 417, 421 and 425, or where it is to be sent next. */
static bool may_have_been_applied(const struct hc_leg *attempt) {
    if (hc_fate_of(attempt) == HC_FATE_COMPLETE)
        return HTTP_CLASS(attempt->status) == HTTP_SERVER_ERROR;
    return was_not_refused(attempt);
}

/* Two that run at the same time are a copy, and no repetition. */
static bool follows(const struct hc_leg *attempt, const struct hc_leg *before) {
    return before->ended <= attempt->began;
}

/* The service that a proxy asks whether the request is allowed has a target of its own, as a fallback has. */
static bool asks_for_the_same(const struct hc_leg *attempt, const struct hc_leg *before) {
    const char *one = attempt->request ? attempt->request->path : NULL;
    const char *other = before->request ? before->request->path : NULL;

    return !one || !other || strcmp(one, other) == 0;
}

const struct hc_leg *hc_unsafe_attempt(const struct hc_pair *pair) {
    if (hc_is_repeatable(pair->front.request) != HC_NOT_REPEATABLE || pair->front.may_be_repeated)
        return NULL;
    for (unsigned i = 1; i < hc_listed_attempts(pair); i++) {
        const struct hc_leg *before = &pair->behind[i - 1];

        if (!before->may_be_repeated && may_have_been_applied(before) &&
            asks_for_the_same(&pair->behind[i], before) && follows(&pair->behind[i], before))
            return &pair->behind[i];
    }
    return NULL;
}
