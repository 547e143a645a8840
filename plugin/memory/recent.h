/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table of what clients have asked servers for lately: bounded, since peers choose how much they ask, and
 * forgetful, since what is old has nothing to do with what comes now. Lives in file scope. */
#ifndef HTTPCODES_MEMORY_RECENT_H
#define HTTPCODES_MEMORY_RECENT_H

#include "memory/sides.h"

/* Who asks whom. Addresses of IP only: others do not tell hosts apart. */
struct hc_route {
    uint8_t client[16], server[16];
    uint32_t server_port;
};

/* Of a packet that this side has sent; false where the ends cannot be told. */
bool hc_route_of(const struct hc_ends *packet, enum hc_side sender, struct hc_route *route);

struct hc_recent_key {
    struct hc_route route;
    const struct hc_request *request; /* as memory/requests.h keeps it */
};

/* Begins each item of a table. */
struct hc_recent_item {
    struct hc_recent_key key;
    nstime_t when;
    GList place; /* in the table's queue */
};

struct hc_recent {
    size_t item_size;
    unsigned most;      /* items: the oldest goes first */
    time_t longest;     /* how old an item may be, in seconds */
    wmem_map_t *by_key; /* struct hc_recent_key -> the item */
    GQueue order;       /* the oldest first */
};

/* Once for each table, when the plugin is registered. */
void hc_recent_register(struct hc_recent *recent);
/* When a capture is opened. */
void hc_recent_clear(struct hc_recent *recent);

/* Whether it was longer ago than the table allows, or is still to come. */
bool hc_recent_is_old(const struct hc_recent *recent, const nstime_t *when, const nstime_t *now);
/* Whether any item is not older than the table allows. */
bool hc_recent_has_any(const struct hc_recent *recent, const nstime_t *now);
/* The item with this key, not older than the table allows; NULL if there is none. */
void *hc_recent_find(struct hc_recent *recent, const struct hc_recent_key *key, const nstime_t *now);
/* The same, made all zero where there is none; from now on it is the newest. Never NULL. */
void *hc_recent_renew(struct hc_recent *recent, const struct hc_recent_key *key, const nstime_t *now);
/* The item is gone. */
void hc_recent_drop(struct hc_recent *recent, void *item);

#endif
