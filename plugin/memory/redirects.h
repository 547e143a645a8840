/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where redirects lead that no request has followed yet, and over which ones they came. Lives in file scope.
 */
#ifndef HTTPCODES_MEMORY_REDIRECTS_H
#define HTTPCODES_MEMORY_REDIRECTS_H

#include "memory/recent.h"

/* Browsers follow no more than 20. Of all connections of a capture so many wait to be followed. Who lets so
 * many seconds pass follows none, but asks again how far something is. */
enum { HC_MOST_HOPS = 20, HC_MOST_REDIRECTS = 512, HC_LONGEST_REDIRECT = 1 };

/* A request that was answered with a redirect. */
struct hc_hop {
    const struct hc_request *request, *target; /* as memory/requests.h keeps them; the target has no method */
    uint32_t who;                              /* as in hc_print */
    uint32_t frame;                            /* that carries the request's head */
    uint16_t status;
};

/* One redirect after the other, as one client follows them. */
struct hc_chain {
    struct hc_hop hop[HC_MOST_HOPS]; /* the newest last; the oldest are forgotten */
    unsigned count;
    bool is_circle; /* and it was said */
};

/* Where the chain has the same hop already: the frame of its request. Otherwise 0. */
uint32_t hc_chain_find(const struct hc_chain *chain, const struct hc_hop *hop);
void hc_chain_add(struct hc_chain *chain, const struct hc_hop *hop);
/* The newest; NULL where there is none. */
const struct hc_hop *hc_chain_last(const struct hc_chain *chain);

/* Once, when the plugin is registered. */
void hc_redirects_register(void);

/* Whether any redirect may be followed now. */
bool hc_redirects_wait(const nstime_t *now);
/* A response in this frame, on this connection, ends the chain, whose last hop leads to the request of the
 * key. */
void hc_redirects_note(const struct hc_recent_key *key, const struct hc_chain *chain, uint32_t frame,
                       const void *connection, const nstime_t *now);
/* A request that begins in this frame follows such a chain, if it is sent by the same client: the chain in
 * file scope, the caller's, and whether it came on this connection. NULL where it follows none. */
struct hc_chain *hc_redirects_take(const struct hc_recent_key *key, uint32_t who, uint32_t frame,
                                   const void *connection, const nstime_t *now, bool *is_same_connection);

#endif
