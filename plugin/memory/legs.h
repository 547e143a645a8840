/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The exchanges of the capture that may be one of a proxy's: those that run, and those that have ended while
 * the other end of their pair has not. Lives in file scope.
 *
 * The peers choose how many there are, so there are never more than HC_MOST_LEGS: the oldest is forgotten,
 * and its server is not believed any more, since what is behind it would seem to be another one's. */
#ifndef HTTPCODES_MEMORY_LEGS_H
#define HTTPCODES_MEMORY_LEGS_H

#include <epan/packet.h>

#include "memory/traits.h"
#include "memory/trust.h"
#include "pair.h"

enum { HC_MOST_LEGS = 4096 };

/* What a leg is listed by: the end of its target with the host that it went to; the same where the capture
 * saw it come in; and each of its ids. */
enum { HC_LEG_BY_SERVER, HC_LEG_BY_COMING_IN, HC_LEG_BY_ID, HC_LEG_KEYS = HC_LEG_BY_ID + HC_MOST_IDS };

/* Names a leg as long as it is kept, and never another one; 0 is none. */
typedef uint32_t hc_leg_id;

/* In a list that is kept by hash. */
struct hc_leg_link {
    uint16_t next, previous; /* slots, counted from 1; 0 at the end */
};

struct hc_kept_leg {
    struct hc_leg facts;
    struct hc_traits traits;
    struct hc_endpoint client, server;
    const void *connection; /* only to tell whether two legs have the same */
    uint64_t target;        /* hash of what all requests have in common that may be this one */
    hc_leg_id id;
    uint32_t serial;     /* counts all legs of the capture */
    uint32_t left_frame; /* where its client closed its half of the connection; 0 if it did not */
    double left;         /* when, in seconds since the first frame */

    /* In front of it. */
    hc_leg_id front;          /* 0 where it is not known */
    wmem_array_t *candidates; /* hc_leg_id: it is behind one of these; NULL if there are none */
    uint8_t evidence;         /* enum hc_evidence */
    bool needs_no_front;      /* it is of no use any more to what is in front of it */

    /* Behind it. */
    hc_leg_id attempts[HC_MOST_ATTEMPTS]; /* in the order of their requests */
    uint32_t attempt_count;               /* also those that are not listed any more: the first ones */
    wmem_array_t *suitors;                /* hc_leg_id: undecided ones that may be; NULL if there are none */
    bool is_hopeless;                     /* it cannot be told any more what is */
    bool is_settled;                      /* it was told, or will not be */

    uint16_t authority_port; /* that the request names; 0 if none */
    uint8_t used_ids;        /* bits by kind: ids that name more than one request */
    uint8_t listed;          /* the last ones of its keys: it is open, and may be in front of another one */
    int8_t direction;        /* where the capture tells: P2P_DIR_SENT or P2P_DIR_RECV */
    bool has_only_ids;       /* of its head not all was read */
    uint16_t newer, older;   /* slots */
    struct hc_leg_link links[HC_LEG_KEYS];
};

/* Once, when the plugin is registered. */
void hc_legs_register(void);

/* A new leg, all zero but for its id and serial. */
struct hc_kept_leg *hc_legs_new(void);
/* NULL where it is not kept any more, or the id is 0. */
struct hc_kept_leg *hc_legs_get(hc_leg_id id);
void hc_legs_forget(struct hc_kept_leg *leg);

/* It may be found by what it asks for, until it is taken off, or left to be found by its ids. */
void hc_legs_list(struct hc_kept_leg *leg);
void hc_legs_list_by_id_alone(struct hc_kept_leg *leg);
void hc_legs_unlist(struct hc_kept_leg *leg);

/* Its ids that came to its server before with the same request are used, from now on. Only the last
 * HC_MOST_USES are remembered. */
enum { HC_MOST_USES = 4096 };
void hc_legs_note_ids(struct hc_kept_leg *leg);
/* Nobody had asked its client for it; whether this one asks for such a one only now, as where captures were
 * merged while their clocks differed. Among the same uses. */
void hc_legs_note_alone(const struct hc_kept_leg *leg);
bool hc_legs_came_too_late(const struct hc_kept_leg *leg);

/* A walk over those that are listed by a key with this hash, and some others, the newest first: the first
 * one, and the next one; NULL behind the last. */
struct hc_kept_leg *hc_legs_first(unsigned key, uint64_t hash);
struct hc_kept_leg *hc_legs_next(const struct hc_kept_leg *leg, unsigned key);
/* What a leg is listed with; 0 where it is not. The one to look for those with that went to the host. */
uint64_t hc_legs_hash(const struct hc_kept_leg *leg, unsigned key);
uint64_t hc_legs_hash_at(const struct hc_kept_leg *leg, uint64_t host);

/* The capture may lack requests from here on and before: of the legs that there are now none can be told what
 * is behind. */
void hc_legs_blind(void);
bool hc_legs_are_blind_to(const struct hc_kept_leg *leg);

/* Client and server are one host, where addresses prove nothing. */
bool hc_leg_is_on_one_host(const struct hc_kept_leg *leg);
/* As one behind a proxy it is over also where its client has closed its half, and so given up; of an answer
 * that has begun the rest may be on its way. The frame of that end, and all facts. */
bool hc_leg_is_over(const struct hc_kept_leg *leg);
uint32_t hc_leg_end_behind(const struct hc_kept_leg *leg);
struct hc_leg hc_leg_facts_behind(const struct hc_kept_leg *leg);
/* How many attempts behind it are listed; whether one of them runs. */
unsigned hc_leg_listed_attempts(const struct hc_kept_leg *front);
bool hc_leg_has_running_attempt(const struct hc_kept_leg *front);

/* Of a list that may be NULL; 0 stands where one was taken off. */
void hc_legs_add(wmem_array_t **list, hc_leg_id id);
void hc_legs_take_off(wmem_array_t *list, hc_leg_id id);
unsigned hc_legs_count(wmem_array_t *list);
hc_leg_id hc_legs_at(wmem_array_t *list, unsigned position);

#endif
