/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which exchange behind a proxy was made for which one in front. A wrong pair is worse than none, so nothing
 * is said where another exchange could be meant:
 *
 * - never where both have the same client, another method or target, an id that differs, or where proxies
 * name another client, or more than one has passed it on since;
 * - only where the server in front is the client behind, or the capture saw one come in and the other go out;
 * - with the same id: the one in front that has it, of a chain the innermost; one that came with the same
 *   request before counts as none; where a beginning of the path was replaced, the head was made anew, or
 *   all is on one host, only with a mark that proxies leave, as services ask others in the name of a request;
 * - without: the only open one like it that has nothing running behind it, and only on a way that has fitted
 *   before (memory/trust.h); an undecided one is decided where all others are ruled out, and occupies nobody;
 * - of several that may be the one, as a mirror makes them, where it comes to the same whichever it was.
 *
 * All is learned in the order of the capture, on the first pass only. */
#ifndef HTTPCODES_MEMORY_PAIRING_H
#define HTTPCODES_MEMORY_PAIRING_H

#include "memory/legs.h"

/* What is known of a request when its head has been read. */
struct hc_new_leg {
    const void *connection;
    struct hc_endpoint client, server;
    const struct hc_request *request; /* with method and path */
    const struct hc_traits *traits;
    int64_t stream;
    uint32_t exchange; /* as in an event */
    uint32_t frame;
    double when;             /* in seconds since the first frame */
    uint16_t authority_port; /* that the request names; 0 if none */
    bool has_only_ids;       /* of its head not all was read: it may be like any other one */
    bool may_be_repeated;    /* as in hc_leg */
    int8_t direction;        /* P2P_DIR_SENT, P2P_DIR_RECV, or another where the capture does not tell */
};

/* How an exchange has ended; struct hc_leg has the same names. */
struct hc_leg_ending {
    uint32_t frame;
    double when;
    uint64_t code;
    enum hc_leg_end end;
    enum hc_side ended_by;
    uint8_t space;
    bool has_code, is_refused, is_echo, is_grpc, had_grpc_status;
};

/* A request begins. Where it is known already what is in front of it, the link has its frame and what shows
 * it; else its front_frame is 0. */
hc_leg_id hc_pairing_begin(const struct hc_new_leg *begun, struct hc_front_link *link);

/* A status of its response, in this frame. */
void hc_pairing_answer(hc_leg_id leg, uint16_t status, uint32_t frame);

/* It ends, or its client closes its half of the connection, which ends it only where it is behind a proxy.
 * The pairs whose later end this is (const struct hc_pair *, in file scope) are added to those found. */
void hc_pairing_end(hc_leg_id leg, const struct hc_leg_ending *ending, wmem_array_t *found);
void hc_pairing_client_leaves(hc_leg_id leg, uint32_t frame, double when, wmem_array_t *found);

/* Nothing can be said of it. */
void hc_pairing_drop(hc_leg_id leg);

#endif
