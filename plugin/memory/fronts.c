/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/fronts.h"

/* One that is compared with more is left aside, so that a flood costs no more than its length. */
enum { MOST_COMPARED = 256 };

static bool are_linked(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    return front->server.host == behind->client.host ||
           (front->direction == P2P_DIR_RECV && behind->direction == P2P_DIR_SENT);
}

static bool are_same(struct hc_endpoint one, struct hc_endpoint other) {
    return one.host == other.host && one.port == other.port;
}

/* Where nothing rules it out. */
static bool may_be_in_front(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    if (front->connection == behind->connection || are_same(front->server, behind->server))
        return false;
    if (front->client.host == behind->client.host && !hc_leg_is_on_one_host(front))
        return false;
    if (behind->traits.is_forwarded && !hc_traits_name(&behind->traits, front->client.host))
        return false;
    if (hc_traits_skip_a_hop(&front->traits, &behind->traits))
        return false;
    return are_linked(front, behind) && !hc_traits_have_other_ids(&front->traits, &behind->traits) &&
           hc_requests_may_be_same(front->facts.request, behind->facts.request);
}

/* Hosts that ask each other the same are no proxies. */
static bool looks_like(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    return front->client.host != behind->server.host && may_be_in_front(front, behind) &&
           !hc_traits_differ(&front->traits, &behind->traits);
}

static void add_busy(struct hc_fronts *found, struct hc_kept_leg *front) {
    if (found->busy_count < HC_MOST_FRONTS)
        found->busy[found->busy_count++] = front;
}

static void add_candidate(struct hc_fronts *found, struct hc_kept_leg *front) {
    for (unsigned i = 0; i < found->count; i++) {
        if (found->leg[i] == front)
            return;
    }
    if (found->count == HC_MOST_FRONTS)
        found->too_many = true;
    else
        found->leg[found->count++] = front;
}

/* By an id, whether or not something runs behind it already: then it is one more attempt, or a mirror. What
 * is answered already is one that a proxy goes on answering from there. */
static void find_by_id(const struct hc_kept_leg *behind, unsigned key, struct hc_fronts *found) {
    uint64_t hash = hc_legs_hash(behind, key);
    struct hc_kept_leg *front = hc_legs_first(key, hash);

    for (; front && !found->too_many; front = hc_legs_next(front, key)) {
        found->too_many = ++found->compared > MOST_COMPARED;
        if (hc_legs_hash(front, key) != hash || !may_be_in_front(front, behind))
            continue;
        if (front->facts.status_frame)
            add_busy(found, front);
        else
            add_candidate(found, front);
    }
}

static void find_by_likeness(const struct hc_kept_leg *behind, unsigned key, uint64_t hash,
                             struct hc_fronts *found) {
    struct hc_kept_leg *front = hc_legs_first(key, hash);

    for (; front && !found->too_many; front = hc_legs_next(front, key)) {
        found->too_many = ++found->compared > MOST_COMPARED;
        if (hc_legs_hash(front, key) != hash || !looks_like(front, behind))
            continue;
        if (!hc_leg_has_running_attempt(front))
            add_candidate(found, front);
        else
            add_busy(found, front);
    }
}

struct hc_kept_leg *hc_fronts_innermost(const struct hc_fronts *found) {
    struct hc_kept_leg *last = found->leg[0];

    for (unsigned i = 1; i < found->count; i++) {
        if (found->leg[i]->serial > last->serial)
            last = found->leg[i];
    }
    for (unsigned i = 0; i < found->count; i++) {
        const struct hc_kept_leg *outer = hc_legs_get(last->front);

        while (outer && outer != found->leg[i])
            outer = hc_legs_get(outer->front);
        if (found->leg[i] != last && !outer)
            return NULL;
    }
    return last;
}

void hc_fronts_by_id(const struct hc_kept_leg *behind, struct hc_fronts *found) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        if (behind->traits.ids[kind])
            find_by_id(behind, HC_LEG_BY_ID + kind, found);
    }
}

void hc_fronts_by_likeness(const struct hc_kept_leg *behind, struct hc_fronts *found) {
    found->compared = found->busy_count = 0;
    if (behind->has_only_ids)
        return;
    find_by_likeness(behind, HC_LEG_BY_SERVER, hc_legs_hash_at(behind, behind->client.host), found);
    if (behind->direction == P2P_DIR_SENT)
        find_by_likeness(behind, HC_LEG_BY_COMING_IN, behind->target | 1, found);
}
