/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/recent.h"

#include "memory/keyed_hash.h"

static bool copy_ip(uint8_t room[16], const address *ip) {
    if (ip->type != AT_IPv4 && ip->type != AT_IPv6)
        return false;
    memcpy(room, ip->data, (size_t)ip->len);
    return true;
}

bool hc_route_of(const struct hc_ends *packet, enum hc_side sender, struct hc_route *route) {
    bool is_clients = sender == HC_CLIENT;

    *route = (struct hc_route){.server_port = is_clients ? packet->destination_port : packet->source_port};
    return sender != HC_SIDE_UNKNOWN &&
           copy_ip(route->client, is_clients ? packet->source : packet->destination) &&
           copy_ip(route->server, is_clients ? packet->destination : packet->source);
}

/* Peers choose addresses and requests. */
static unsigned hash(const void *key) {
    const struct hc_recent_key *wanted = key;

    return hc_keyed_hash(&wanted->route, sizeof wanted->route) * 31 + g_direct_hash(wanted->request);
}

static gboolean are_equal(const void *one, const void *other) {
    const struct hc_recent_key *a = one, *b = other;

    return a->request == b->request && memcmp(&a->route, &b->route, sizeof a->route) == 0;
}

void hc_recent_register(struct hc_recent *recent) {
    recent->by_key = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), hash, are_equal);
}

/* The items went with the capture that they belonged to. */
void hc_recent_clear(struct hc_recent *recent) {
    g_queue_init(&recent->order);
}

void hc_recent_drop(struct hc_recent *recent, void *item) {
    struct hc_recent_item *one = item;

    g_queue_unlink(&recent->order, &one->place);
    wmem_map_remove(recent->by_key, &one->key);
    wmem_free(wmem_file_scope(), one);
}

bool hc_recent_is_old(const struct hc_recent *recent, const nstime_t *when, const nstime_t *now) {
    nstime_t age;

    nstime_delta(&age, now, when);
    return age.secs < 0 || age.nsecs < 0 || age.secs >= recent->longest;
}

bool hc_recent_has_any(const struct hc_recent *recent, const nstime_t *now) {
    const struct hc_recent_item *newest = recent->order.length > 0 ? recent->order.tail->data : NULL;

    return newest && !hc_recent_is_old(recent, &newest->when, now);
}

void *hc_recent_find(struct hc_recent *recent, const struct hc_recent_key *key, const nstime_t *now) {
    struct hc_recent_item *item = recent->order.length > 0 ? wmem_map_lookup(recent->by_key, key) : NULL;

    return item && !hc_recent_is_old(recent, &item->when, now) ? item : NULL;
}

static struct hc_recent_item *make(struct hc_recent *recent, const struct hc_recent_key *key) {
    struct hc_recent_item *item = wmem_alloc0(wmem_file_scope(), recent->item_size);

    if (recent->order.length >= recent->most)
        hc_recent_drop(recent, recent->order.head->data);
    item->key = *key;
    item->place.data = item;
    g_queue_push_tail_link(&recent->order, &item->place);
    wmem_map_insert(recent->by_key, &item->key, item);
    return item;
}

void *hc_recent_renew(struct hc_recent *recent, const struct hc_recent_key *key, const nstime_t *now) {
    struct hc_recent_item *item = wmem_map_lookup(recent->by_key, key);

    if (item && hc_recent_is_old(recent, &item->when, now)) {
        hc_recent_drop(recent, item);
        item = NULL;
    }
    if (!item)
        item = make(recent, key);
    g_queue_unlink(&recent->order, &item->place);
    g_queue_push_tail_link(&recent->order, &item->place);
    item->when = *now;
    return item;
}
