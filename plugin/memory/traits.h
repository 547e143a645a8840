/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What tells one request from another when a proxy passes it on, and whether two may be the same. Texts are
 * kept as hashes: a few bytes each, whatever a peer sends. */
#ifndef HTTPCODES_MEMORY_TRAITS_H
#define HTTPCODES_MEMORY_TRAITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "event.h"

enum { HC_MOST_IDS = 6, HC_MOST_FIELDS = 16, HC_MOST_FORWARDED = 8 };

/* Lists to which each proxy adds an element. */
enum { HC_HOP_VIA, HC_HOP_FORWARDED_FOR, HC_HOP_LISTS };

/* Starts all zero. */
struct hc_traits {
    uint64_t ids[HC_MOST_IDS];       /* by the kind of id; 0 where the request has none, or several */
    uint8_t id_lines[HC_MOST_IDS];   /* how often it stands in the head */
    uint32_t fields[HC_MOST_FIELDS]; /* of end-to-end fields: half a hash of the name, half of the value */
    uint32_t forwarded[HC_MOST_FORWARDED]; /* addresses of clients that proxies name (RFC 7239) */
    uint32_t mark;                         /* of all lines that only a proxy adds; 0 if there are none */
    uint8_t field_count, forwarded_count;
    uint8_t hops[HC_HOP_LISTS]; /* elements of these lists */
    bool is_forwarded;          /* such addresses are named, whether or not they are all here */
    bool is_conditional;        /* If-None-Match or If-Modified-Since (RFC 9110, section 13.1) */
};

/* FNV-1a, the same on every machine and in every run. The text may hold anything. */
uint64_t hc_hash(uint64_t seed, const void *bytes, size_t length);
/* Of ASCII, in lower case. */
uint64_t hc_hash_name(const char *name, size_t length);
#define HC_HASH_SEED UINT64_C(0xcbf29ce484222325)

/* A line with an id of this kind; a second one leaves it unknown which one is meant. */
void hc_traits_add_id(struct hc_traits *traits, unsigned kind, const char *id, size_t length);
/* A line with an end-to-end field. Several lines of a name count as one, in any order. */
void hc_traits_add_field(struct hc_traits *traits, uint64_t name, const char *value, size_t length);
void hc_traits_add_hop(struct hc_traits *traits, unsigned list);
/* The hash of an address (memory/trust.h) that a proxy names. */
void hc_traits_add_forwarded(struct hc_traits *traits, uint64_t host);

bool hc_traits_have_id(const struct hc_traits *traits);
/* An id that both carry differs, whatever others they share. */
bool hc_traits_have_other_ids(const struct hc_traits *one, const struct hc_traits *other);
/* An end-to-end field that both carry has another value. */
bool hc_traits_differ(const struct hc_traits *one, const struct hc_traits *other);
/* Another client has asked, or for another thing: a field differs that proxies pass on, User-Agent or
 * Content-Length. Of those that change it most leave a mark. */
bool hc_traits_are_made_anew(const struct hc_traits *front, const struct hc_traits *behind);
/* More than one proxy has passed it on since. */
bool hc_traits_skip_a_hop(const struct hc_traits *front, const struct hc_traits *behind);
/* The request behind was marked by a proxy since. */
bool hc_traits_are_marked(const struct hc_traits *front, const struct hc_traits *behind);
/* Proxies say where the request came from, and it was this host. */
bool hc_traits_name(const struct hc_traits *traits, uint64_t host);

/* The method, which a proxy keeps but for HEAD, and the target, of which it may change the beginning: they
 * are equal, or one has the other one's segments at its end, or the last two segments agree. */
bool hc_requests_may_be_same(const struct hc_request *front, const struct hc_request *behind);
/* Of such: no more than a beginning was added or taken off. */
bool hc_requests_keep_target(const struct hc_request *front, const struct hc_request *behind);
/* Of what all such requests have in common: the target's last segment, without its query. */
uint64_t hc_hash_target(const struct hc_request *request);

#endif
