/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/pairing.h"

#include "memory/deciding.h"
#include "memory/fronts.h"
#include "memory/whichever.h"

/* ---- Whether it is believed ---- */

static bool is_marked(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    return hc_traits_are_marked(&front->traits, &behind->traits) ||
           (behind->authority_port != 0 && behind->authority_port == front->server.port &&
            behind->authority_port != behind->server.port);
}

/* One that came to the front before, with the same request, tells no more than likeness does. */
static bool share_unused_id(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        uint64_t id = front->traits.ids[kind];

        if (id && id == behind->traits.ids[kind] && !(front->used_ids & 1U << kind))
            return true;
    }
    return false;
}

static bool is_believed(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    const struct hc_place *way;

    if (behind->evidence != HC_EVIDENCE_ID || !share_unused_id(front, behind))
        return !hc_leg_is_on_one_host(front) && hc_trust_likeness(front->server, behind->client.host);
    way = hc_trust_way(front->server, behind->client.host);
    if (way->is_untimely)
        return false;
    if (is_marked(front, behind))
        return true;
    if (!hc_leg_is_on_one_host(front))
        return hc_requests_keep_target(front->facts.request, behind->facts.request) &&
               !hc_traits_are_made_anew(&front->traits, &behind->traits);
    return !way->is_dark && way->fits >= HC_FITS_ON_ONE_HOST;
}

/* ---- The pair ---- */

/* What may be behind it is undecided; it runs, and may be decided yet. */
static bool is_courted(struct hc_kept_leg *front, bool by_running) {
    for (unsigned i = 0; i < hc_legs_count(front->suitors); i++) {
        hc_leg_id id = hc_legs_at(front->suitors, i);
        const struct hc_kept_leg *suitor = hc_legs_get(id);

        if (id != 0 && (!by_running || (suitor && !hc_leg_is_over(suitor))))
            return true;
    }
    return false;
}

static const struct hc_kept_leg *last_attempt(const struct hc_kept_leg *front) {
    return front->attempt_count ? hc_legs_get(front->attempts[hc_leg_listed_attempts(front) - 1]) : NULL;
}

static bool is_failure_of_gateway(uint16_t status) {
    return status == 502 || status == 503 || status == 504;
}

/* All that is behind it is known, or it was one of them and comes to the same. */
static bool is_clear(struct hc_kept_leg *front) {
    if (front->attempt_count == 0 || front->is_hopeless || hc_legs_are_blind_to(front) ||
        is_courted(front, false))
        return false;
    for (unsigned i = 0; i < hc_leg_listed_attempts(front); i++) {
        if (!hc_legs_get(front->attempts[i]))
            return false;
    }
    return !hc_some_ran_at_once(front) || hc_is_same_whichever(front);
}

/* Those that are behind it, or may be. */
struct behind {
    const struct hc_kept_leg *leg[HC_MOST_SUITORS];
    unsigned count;
    uint32_t attempts; /* also those that are not listed any more */
    bool is_whichever; /* one of them alone counts */
};

static struct behind attempts_of(const struct hc_kept_leg *front) {
    struct behind behind = {.count = hc_leg_listed_attempts(front), .attempts = front->attempt_count};

    for (unsigned i = 0; i < behind.count; i++)
        behind.leg[i] = hc_legs_get(front->attempts[i]);
    behind.is_whichever = hc_some_ran_at_once(front);
    return behind;
}

static struct behind suitors_of(const struct hc_kept_leg *front) {
    struct behind behind = {.is_whichever = true};

    behind.attempts = behind.count = hc_suitors_of(front, behind.leg);
    return behind;
}

static bool are_all_believed(const struct hc_kept_leg *front, const struct behind *behind) {
    for (unsigned i = 0; i < behind->count; i++) {
        if (!is_believed(front, behind->leg[i]) || hc_is_contradicted(front, behind->leg[i]))
            return false;
    }
    return true;
}

/* Both ended as the two legs of a proxy do. */
static bool has_fitted(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    if (hc_leg_end_behind(behind) > front->facts.end_frame || hc_leg_is_given_up(&front->facts))
        return false;
    if (behind->facts.end == HC_LEG_COMPLETE)
        return front->facts.end == HC_LEG_COMPLETE && front->facts.status == behind->facts.status;
    return front->facts.end != HC_LEG_COMPLETE || is_failure_of_gateway(front->facts.status);
}

static void learn(struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    struct hc_place *way = hc_trust_way(front->server, behind->client.host);

    if (hc_is_contradicted(front, behind)) {
        way->is_dark = true;
        way->is_untimely =
            way->is_untimely || (way->fits < HC_FITS_FOR_LIKENESS && !hc_some_ran_at_once(front));
    } else if (is_clear(front) && !hc_some_ran_at_once(front) && has_fitted(front, behind)) {
        hc_trust_note_fit(way, front->facts.request->path);
    }
}

/* Of a client that had closed its half before it cannot be told whether it still read. */
static struct hc_leg facts_in_front(const struct hc_kept_leg *leg) {
    struct hc_leg facts = leg->facts;

    if (leg->left_frame && facts.end == HC_LEG_COMPLETE)
        facts.end = HC_LEG_RUNS;
    return facts;
}

static const struct hc_pair *make_pair(const struct hc_kept_leg *front, const struct behind *behind) {
    struct hc_pair *pair = wmem_new0(wmem_file_scope(), struct hc_pair);
    struct hc_leg *legs = wmem_alloc_array(wmem_file_scope(), struct hc_leg, behind->count);

    for (unsigned i = 0; i < behind->count; i++) {
        legs[i] = hc_leg_facts_behind(behind->leg[i]);
        pair->evidence = MAX(pair->evidence, behind->leg[i]->evidence);
    }
    if (behind->is_whichever)
        pair->evidence = HC_EVIDENCE_WHICHEVER;
    pair->front = facts_in_front(front);
    pair->attempts = behind->attempts;
    pair->behind = legs;
    return pair;
}

/* NULL where nothing can be told. */
static const struct hc_pair *pair_of(struct hc_kept_leg *front) {
    struct behind behind = {0};

    if (is_clear(front))
        behind = attempts_of(front);
    else if (!front->is_hopeless && !hc_legs_are_blind_to(front) && front->attempt_count == 0 &&
             hc_is_refused_whichever(front))
        behind = suitors_of(front);
    return behind.count > 0 && behind.count <= HC_MOST_ATTEMPTS && are_all_believed(front, &behind)
               ? make_pair(front, &behind)
               : NULL;
}

/* ---- Letting go ---- */

/* What may have been behind it will never be decided. */
static void release_all(struct hc_kept_leg *front) {
    for (unsigned i = 0; i < hc_leg_listed_attempts(front); i++)
        hc_leg_release(front->attempts[i]);
    for (unsigned i = 0; i < hc_legs_count(front->suitors); i++)
        hc_leg_release(hc_legs_at(front->suitors, i));
}

/* Tells what is behind where both ends have been seen. */
static void settle(struct hc_kept_leg *front, wmem_array_t *found) {
    const struct hc_kept_leg *last;
    const struct hc_pair *pair;

    if (front->facts.end == HC_LEG_RUNS || front->is_settled)
        return;
    hc_decide_suitors(front);
    if (hc_leg_has_running_attempt(front) || is_courted(front, true))
        return;
    last = last_attempt(front);
    front->is_settled = true;
    pair = pair_of(front);
    if (pair)
        wmem_array_append_one(found, pair);
    if (last)
        learn(front, last);
    release_all(front);
}

static void settle_one(hc_leg_id id, wmem_array_t *found) {
    struct hc_kept_leg *front = hc_legs_get(id);

    if (!front)
        return;
    settle(front, found);
    hc_leg_forget_if_done(front);
}

/* Those that wait for it wait no longer, decided or not. */
static void settle_those_in_front(struct hc_kept_leg *behind, wmem_array_t *found) {
    hc_leg_id fronts[HC_MOST_FRONTS];
    unsigned count = MIN(hc_legs_count(behind->candidates), HC_MOST_FRONTS);

    for (unsigned i = 0; i < count; i++)
        fronts[i] = hc_legs_at(behind->candidates, i);
    if (behind->candidates)
        hc_decide(behind);
    else
        fronts[count++] = behind->front;
    for (unsigned i = 0; i < count; i++)
        settle_one(fronts[i], found);
}

/* ---- What happens ---- */

hc_leg_id hc_pairing_begin(const struct hc_new_leg *begun, struct hc_front_link *link) {
    struct hc_kept_leg *leg = hc_legs_new();
    const struct hc_kept_leg *front;

    leg->facts.request = begun->request;
    leg->facts.exchange = begun->exchange;
    leg->facts.request_frame = begun->frame;
    leg->facts.began = begun->when;
    leg->facts.stream = begun->stream;
    leg->facts.is_conditional = begun->traits->is_conditional;
    leg->facts.may_be_repeated = begun->may_be_repeated;
    leg->traits = *begun->traits;
    leg->connection = begun->connection;
    leg->client = begun->client;
    leg->server = begun->server;
    leg->authority_port = begun->authority_port;
    leg->direction = begun->direction;
    leg->has_only_ids = begun->has_only_ids;
    leg->target = hc_hash_target(begun->request);
    hc_trust_server(leg->server);
    hc_legs_note_ids(leg);
    leg->is_hopeless = hc_legs_came_too_late(leg);
    hc_decide_new(leg);
    hc_legs_list(leg);
    front = hc_legs_get(leg->front);
    *link = (struct hc_front_link){.stream = begun->stream};
    if (front && is_believed(front, leg) && !hc_legs_are_blind_to(front))
        *link = (struct hc_front_link){begun->stream, front->facts.request_frame, leg->evidence};
    return leg->id;
}

void hc_pairing_answer(hc_leg_id id, uint16_t status, uint32_t frame) {
    struct hc_kept_leg *leg = hc_legs_get(id);

    if (!leg || leg->facts.status_frame || leg->facts.end != HC_LEG_RUNS)
        return;
    leg->facts.had_103 = leg->facts.had_103 || status == 103;
    if (!hc_status_is_final(status))
        return;
    leg->facts.status = status;
    leg->facts.status_frame = frame;
    hc_legs_list_by_id_alone(leg);
}

static void note_ending(struct hc_kept_leg *leg, const struct hc_leg_ending *ending) {
    leg->facts.end_frame = ending->frame;
    leg->facts.ended = ending->when;
    leg->facts.code = ending->code;
    leg->facts.has_code = ending->has_code;
    leg->facts.space = ending->space;
    leg->facts.end = (uint8_t)ending->end;
    leg->facts.ended_by = (uint8_t)ending->ended_by;
    leg->facts.is_refused = ending->is_refused;
    leg->facts.is_echo = ending->is_echo;
    leg->facts.is_grpc = ending->is_grpc;
    leg->facts.had_grpc_status = ending->had_grpc_status;
    /* Who leaves first has ended it, whoever closes last. */
    if (leg->left_frame && ending->end == HC_LEG_CLOSED)
        leg->facts.ended_by = HC_CLIENT;
    hc_legs_unlist(leg);
}

void hc_pairing_end(hc_leg_id id, const struct hc_leg_ending *ending, wmem_array_t *found) {
    struct hc_kept_leg *leg = hc_legs_get(id);

    if (!leg || leg->facts.end != HC_LEG_RUNS)
        return;
    note_ending(leg, ending);
    settle(leg, found);
    settle_those_in_front(leg, found);
    leg = hc_legs_get(id);
    if (leg)
        hc_leg_forget_if_done(leg);
}

void hc_pairing_client_leaves(hc_leg_id id, uint32_t frame, double when, wmem_array_t *found) {
    struct hc_kept_leg *leg = hc_legs_get(id);

    if (!leg || hc_leg_is_over(leg))
        return;
    leg->left_frame = frame;
    leg->left = when;
    settle_those_in_front(leg, found);
}

void hc_pairing_drop(hc_leg_id id) {
    struct hc_kept_leg *leg = hc_legs_get(id);

    if (leg)
        hc_legs_forget(leg);
}
