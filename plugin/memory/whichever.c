/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/whichever.h"

#include "memory/fronts.h"

static const struct hc_kept_leg *attempt(const struct hc_kept_leg *front, unsigned position) {
    return hc_legs_get(front->attempts[position]);
}

static bool ran_into(const struct hc_kept_leg *one, const struct hc_kept_leg *later) {
    return hc_leg_end_behind(one) > later->facts.request_frame;
}

/* In their order one that ran into any later one ran into the next one. */
bool hc_some_ran_at_once(const struct hc_kept_leg *front) {
    for (unsigned i = 1; i < hc_leg_listed_attempts(front); i++) {
        if (ran_into(attempt(front, i - 1), attempt(front, i)))
            return true;
    }
    return false;
}

/* Of a promise it only matters whether they keep it. */
static bool came_to_the_same(const struct hc_kept_leg *front, const struct hc_kept_leg *one,
                             const struct hc_kept_leg *other) {
    struct hc_leg a = hc_leg_facts_behind(one), b = hc_leg_facts_behind(other);

    if (a.is_refused != b.is_refused)
        return false;
    return front->facts.is_refused || (a.end == b.end && a.ended_by == b.ended_by && a.status == b.status);
}

bool hc_is_same_whichever(const struct hc_kept_leg *front) {
    unsigned listed = hc_leg_listed_attempts(front);
    const struct hc_kept_leg *last = attempt(front, listed - 1);

    for (unsigned i = 0; i + 1 < listed; i++) {
        if (!ran_into(attempt(front, i), last) || !came_to_the_same(front, attempt(front, i), last))
            return false;
    }
    return front->attempt_count == listed;
}

unsigned hc_suitors_of(const struct hc_kept_leg *front, const struct hc_kept_leg *suitors[HC_MOST_SUITORS]) {
    unsigned count = 0;

    for (unsigned i = 0; i < hc_legs_count(front->suitors) && count < HC_MOST_SUITORS; i++) {
        const struct hc_kept_leg *suitor = hc_legs_get(hc_legs_at(front->suitors, i));
        unsigned at = suitor ? count++ : 0;

        for (; at > 0 && suitors[at - 1]->serial > suitor->serial; at--)
            suitors[at] = suitors[at - 1];
        if (suitor)
            suitors[at] = suitor;
    }
    return count;
}

/* ---- Whether one of them was made for it ---- */

struct known_ids {
    hc_leg_id id[HC_MOST_FRONTS];
    unsigned count;
    bool are_too_many;
};

static void add_id(struct known_ids *known, hc_leg_id id) {
    for (unsigned i = 0; i < known->count; i++) {
        if (known->id[i] == id)
            return;
    }
    if (known->count == HC_MOST_FRONTS)
        known->are_too_many = true;
    else
        known->id[known->count++] = id;
}

/* All requests that one of them may have been made for, also those that are not kept any more. */
static struct known_ids fronts_of(const struct hc_kept_leg *const *suitors, unsigned count) {
    struct known_ids known = {0};

    for (unsigned i = 0; i < count; i++) {
        for (unsigned j = 0; j < hc_legs_count(suitors[i]->candidates) && !known.are_too_many; j++) {
            hc_leg_id id = hc_legs_at(suitors[i]->candidates, j);

            if (id != 0)
                add_id(&known, id);
        }
    }
    return known;
}

static unsigned running_with(const struct hc_kept_leg *const *suitors, unsigned last) {
    unsigned running = 1;

    for (unsigned i = 0; i < last; i++)
        running += ran_into(suitors[i], suitors[last]);
    return running;
}

static bool is_one_for_each(const struct hc_kept_leg *const *suitors, unsigned count) {
    struct known_ids fronts = fronts_of(suitors, count);

    for (unsigned i = 0; i < count && !fronts.are_too_many; i++) {
        if (running_with(suitors, i) >= fronts.count)
            return true;
    }
    return false;
}

static bool is_alike_and_unrefused(const struct hc_kept_leg *suitor) {
    return suitor->evidence != HC_EVIDENCE_ID && hc_leg_is_over(suitor) && !suitor->facts.is_refused;
}

/* One that is not kept any more may have been refused. */
static bool are_all_kept(const struct hc_kept_leg *front) {
    for (unsigned i = 0; i < hc_legs_count(front->suitors); i++) {
        hc_leg_id id = hc_legs_at(front->suitors, i);

        if (id != 0 && !hc_legs_get(id))
            return false;
    }
    return true;
}

bool hc_is_refused_whichever(const struct hc_kept_leg *front) {
    const struct hc_kept_leg *suitors[HC_MOST_SUITORS];
    unsigned count;

    if (!front->facts.is_refused || !are_all_kept(front))
        return false;
    count = hc_suitors_of(front, suitors);
    for (unsigned i = 0; i < count; i++) {
        if (!is_alike_and_unrefused(suitors[i]))
            return false;
    }
    return is_one_for_each(suitors, count);
}
