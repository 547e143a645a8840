/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/legs.h"

enum { BUCKETS = 4096, KEYS = HC_LEG_KEYS, SLOT_BITS = 12, NONE = 0 };
_Static_assert(HC_MOST_LEGS <= 1 << SLOT_BITS, "an id has room for the slot");

/* A new one for each capture. Slots are counted from 1, so that 0 is none. */
struct pool {
    struct hc_kept_leg *slots[HC_MOST_LEGS];
    uint16_t heads[KEYS][BUCKETS];
    uint16_t newest, oldest;
    uint16_t free[HC_MOST_LEGS]; /* slots that were given back, each with its memory */
    unsigned free_count, used;   /* of the slots, the first ones that were ever used */
    uint32_t serial, blind_up_to;
    uint64_t uses[HC_MOST_USES]; /* of ids, as hashes; each has one place where it may be */
};
_Static_assert(HC_MOST_IDS <= 8, "there is a bit for each kind");
static struct pool *pool;

static void forget_all(void) {
    pool = NULL;
}

void hc_legs_register(void) {
    register_cleanup_routine(forget_all);
}

static struct pool *the_pool(void) {
    if (!pool)
        pool = wmem_new0(wmem_file_scope(), struct pool);
    return pool;
}

static struct hc_kept_leg *at(uint16_t slot) {
    return slot == NONE ? NULL : pool->slots[slot - 1];
}

static uint16_t slot_of(hc_leg_id id) {
    return (uint16_t)((id & (HC_MOST_LEGS - 1)) + 1);
}

struct hc_kept_leg *hc_legs_get(hc_leg_id id) {
    struct hc_kept_leg *leg = id != 0 && pool ? at(slot_of(id)) : NULL;

    return leg && leg->id == id ? leg : NULL;
}

/* ---- By age ---- */

static void push_newest(struct hc_kept_leg *leg, uint16_t slot) {
    struct hc_kept_leg *before = at(pool->newest);

    leg->older = pool->newest;
    if (before)
        before->newer = slot;
    else
        pool->oldest = slot;
    pool->newest = slot;
}

static void take_off(struct hc_kept_leg *leg) {
    struct hc_kept_leg *newer = at(leg->newer), *older = at(leg->older);

    if (newer)
        newer->older = leg->older;
    else
        pool->newest = leg->older;
    if (older)
        older->newer = leg->newer;
    else
        pool->oldest = leg->newer;
}

/* ---- By hash ---- */

uint64_t hc_legs_hash_at(const struct hc_kept_leg *leg, uint64_t host) {
    return hc_hash(leg->target, &host, sizeof host) | 1;
}

/* On one host likeness proves nothing, nor where not all of the head was read. */
uint64_t hc_legs_hash(const struct hc_kept_leg *leg, unsigned key) {
    if (key >= HC_LEG_BY_ID)
        return leg->traits.ids[key - HC_LEG_BY_ID];
    if (hc_leg_is_on_one_host(leg) || leg->has_only_ids)
        return 0;
    if (key == HC_LEG_BY_COMING_IN)
        return leg->direction == P2P_DIR_RECV ? leg->target | 1 : 0;
    return hc_legs_hash_at(leg, leg->server.host);
}

static uint16_t bucket_of(uint64_t hash) {
    return (uint16_t)((hash ^ hash >> 20 ^ hash >> 40) % BUCKETS);
}

static uint16_t *head_of(const struct hc_kept_leg *leg, unsigned key) {
    return &pool->heads[key][bucket_of(hc_legs_hash(leg, key))];
}

static void link_in(struct hc_kept_leg *leg, unsigned key) {
    uint16_t slot = slot_of(leg->id), *head = head_of(leg, key);

    leg->links[key] = (struct hc_leg_link){.next = *head};
    if (at(*head))
        at(*head)->links[key].previous = slot;
    *head = slot;
}

static void link_out(struct hc_kept_leg *leg, unsigned key) {
    struct hc_leg_link link = leg->links[key];

    if (link.previous)
        at(link.previous)->links[key].next = link.next;
    else
        *head_of(leg, key) = link.next;
    if (link.next)
        at(link.next)->links[key].previous = link.previous;
}

static bool has_key(const struct hc_kept_leg *leg, unsigned key) {
    return hc_legs_hash(leg, key) != 0;
}

void hc_legs_list(struct hc_kept_leg *leg) {
    for (unsigned key = 0; key < KEYS && leg->listed == 0; key++) {
        if (has_key(leg, key))
            link_in(leg, key);
    }
    leg->listed = KEYS;
}

static void unlist_but(struct hc_kept_leg *leg, unsigned last) {
    for (unsigned key = KEYS - leg->listed; key < KEYS - last; key++) {
        if (has_key(leg, key))
            link_out(leg, key);
    }
    leg->listed = (uint8_t)MIN(leg->listed, last);
}

void hc_legs_unlist(struct hc_kept_leg *leg) {
    unlist_but(leg, 0);
}

void hc_legs_list_by_id_alone(struct hc_kept_leg *leg) {
    unlist_but(leg, HC_MOST_IDS);
}

struct hc_kept_leg *hc_legs_first(unsigned key, uint64_t hash) {
    return pool ? at(pool->heads[key][bucket_of(hash)]) : NULL;
}

struct hc_kept_leg *hc_legs_next(const struct hc_kept_leg *leg, unsigned key) {
    return at(leg->links[key].next);
}

/* ---- Coming and going ---- */

static void free_list(wmem_array_t *list) {
    if (list)
        wmem_destroy_array(list);
}

void hc_legs_forget(struct hc_kept_leg *leg) {
    uint16_t slot = slot_of(leg->id);

    hc_legs_unlist(leg);
    take_off(leg);
    free_list(leg->suitors);
    free_list(leg->candidates);
    *leg = (struct hc_kept_leg){0};
    pool->free[pool->free_count++] = slot;
}

/* One that had ended is missed by its own pair alone. */
static void forget_oldest(void) {
    struct hc_kept_leg *oldest = at(pool->oldest);

    if (oldest->facts.end == HC_LEG_RUNS)
        hc_trust_server(oldest->server)->is_dark = true;
    hc_legs_forget(oldest);
}

static uint16_t free_slot(void) {
    if (pool->free_count == 0 && pool->used == HC_MOST_LEGS)
        forget_oldest();
    return (uint16_t)(pool->free_count > 0 ? pool->free[--pool->free_count] : ++pool->used);
}

struct hc_kept_leg *hc_legs_new(void) {
    uint16_t slot = (the_pool(), free_slot());
    struct hc_kept_leg *leg = at(slot);

    if (!leg)
        leg = pool->slots[slot - 1] = wmem_new0(wmem_file_scope(), struct hc_kept_leg);
    leg->serial = ++pool->serial;
    leg->id = (leg->serial << SLOT_BITS) | (uint32_t)(slot - 1);
    if (leg->id == 0)
        leg->id = 1U << SLOT_BITS | (uint32_t)(slot - 1);
    push_newest(leg, slot);
    return leg;
}

void hc_legs_blind(void) {
    if (pool)
        pool->blind_up_to = pool->serial;
}

bool hc_legs_are_blind_to(const struct hc_kept_leg *leg) {
    return leg->serial <= pool->blind_up_to;
}

/* ---- Ids that are used again ---- */

static uint64_t hash_of_use(const struct hc_kept_leg *leg, unsigned kind, struct hc_endpoint by) {
    const uint64_t parts[] = {leg->traits.ids[kind], kind, by.host, by.port};
    const struct hc_request *request = leg->facts.request;
    uint64_t hash = hc_hash(HC_HASH_SEED, parts, sizeof parts);

    hash = hc_hash(hash, request->method, strlen(request->method));
    return hc_hash(hash, request->path, strlen(request->path)) | 1;
}

static uint64_t *place_of_use(uint64_t hash) {
    return &pool->uses[(hash ^ hash >> 20 ^ hash >> 40) % HC_MOST_USES];
}

void hc_legs_note_ids(struct hc_kept_leg *leg) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        uint64_t hash = leg->traits.ids[kind] ? hash_of_use(leg, kind, leg->server) : 0;
        uint64_t *place = place_of_use(hash);

        if (hash && *place == hash)
            leg->used_ids |= (uint8_t)(1U << kind);
        else if (hash)
            *place = hash;
    }
}

/* No server has the port 0. */
static struct hc_endpoint alone(uint64_t host) {
    return (struct hc_endpoint){host, 0};
}

void hc_legs_note_alone(const struct hc_kept_leg *leg) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        uint64_t hash = leg->traits.ids[kind] ? hash_of_use(leg, kind, alone(leg->client.host)) : 0;

        if (hash)
            *place_of_use(hash) = hash;
    }
}

bool hc_legs_came_too_late(const struct hc_kept_leg *leg) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        uint64_t hash = leg->traits.ids[kind] ? hash_of_use(leg, kind, alone(leg->server.host)) : 0;

        if (hash && *place_of_use(hash) == hash)
            return true;
    }
    return false;
}

/* ---- What the capture shows of one ---- */

bool hc_leg_is_on_one_host(const struct hc_kept_leg *leg) {
    return leg->client.host == leg->server.host;
}

/* Behind a proxy, who closes its half has given up; of an answer that has begun the rest may be on its way.
 */
bool hc_leg_is_over(const struct hc_kept_leg *leg) {
    return leg->facts.end != HC_LEG_RUNS || (leg->left_frame && !leg->facts.status_frame);
}

uint32_t hc_leg_end_behind(const struct hc_kept_leg *leg) {
    return leg->left_frame && leg->facts.end != HC_LEG_COMPLETE ? leg->left_frame : leg->facts.end_frame;
}

struct hc_leg hc_leg_facts_behind(const struct hc_kept_leg *leg) {
    struct hc_leg facts = leg->facts;

    if (leg->left_frame && facts.end != HC_LEG_COMPLETE && facts.end != HC_LEG_RESET) {
        facts.end = HC_LEG_CLOSED;
        facts.ended_by = HC_CLIENT;
        facts.end_frame = leg->left_frame;
        facts.ended = leg->left;
    }
    return facts;
}

unsigned hc_leg_listed_attempts(const struct hc_kept_leg *front) {
    return MIN(front->attempt_count, HC_MOST_ATTEMPTS);
}

bool hc_leg_has_running_attempt(const struct hc_kept_leg *front) {
    for (unsigned i = 0; i < hc_leg_listed_attempts(front); i++) {
        const struct hc_kept_leg *attempt = hc_legs_get(front->attempts[i]);

        if (attempt && !hc_leg_is_over(attempt))
            return true;
    }
    return false;
}

/* ---- Lists ---- */

unsigned hc_legs_count(wmem_array_t *list) {
    return list ? wmem_array_get_count(list) : 0;
}

hc_leg_id hc_legs_at(wmem_array_t *list, unsigned position) {
    return *(hc_leg_id *)wmem_array_index(list, position);
}

/* The first place with this id takes the other one. */
static bool replace(wmem_array_t *list, hc_leg_id id, hc_leg_id other) {
    for (unsigned i = 0; i < hc_legs_count(list); i++) {
        hc_leg_id *place = wmem_array_index(list, i);

        if (*place == id) {
            *place = other;
            return true;
        }
    }
    return false;
}

void hc_legs_add(wmem_array_t **list, hc_leg_id id) {
    if (!*list)
        *list = wmem_array_sized_new(wmem_file_scope(), sizeof id, 4);
    if (!replace(*list, 0, id))
        wmem_array_append_one(*list, id);
}

void hc_legs_take_off(wmem_array_t *list, hc_leg_id id) {
    replace(list, id, 0);
}
