/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/redirects.h"

struct item {
    struct hc_recent_item recent;
    struct hc_chain chain;
    uint32_t frame;
    const void *connection;
};

static struct hc_recent redirects = {
    .item_size = sizeof(struct item), .most = HC_MOST_REDIRECTS, .longest = HC_LONGEST_REDIRECT};

static void clear(void) {
    hc_recent_clear(&redirects);
}

void hc_redirects_register(void) {
    hc_recent_register(&redirects);
    register_init_routine(clear);
}

/* The same client asks for the same, and is sent to the same place. */
uint32_t hc_chain_find(const struct hc_chain *chain, const struct hc_hop *hop) {
    for (unsigned i = 0; i < chain->count; i++) {
        const struct hc_hop *before = &chain->hop[i];

        if (before->request == hop->request && before->target == hop->target && before->who == hop->who)
            return before->frame;
    }
    return 0;
}

void hc_chain_add(struct hc_chain *chain, const struct hc_hop *hop) {
    if (chain->count == HC_MOST_HOPS)
        memmove(chain->hop, chain->hop + 1, --chain->count * sizeof *hop);
    chain->hop[chain->count++] = *hop;
}

const struct hc_hop *hc_chain_last(const struct hc_chain *chain) {
    return chain->count > 0 ? &chain->hop[chain->count - 1] : NULL;
}

bool hc_redirects_wait(const nstime_t *now) {
    return hc_recent_has_any(&redirects, now);
}

void hc_redirects_note(const struct hc_recent_key *key, const struct hc_chain *chain, uint32_t frame,
                       const void *connection, const nstime_t *now) {
    struct item *item = hc_recent_renew(&redirects, key, now);

    item->chain = *chain;
    item->frame = frame;
    item->connection = connection;
}

struct hc_chain *hc_redirects_take(const struct hc_recent_key *key, uint32_t who, uint32_t frame,
                                   const void *connection, const nstime_t *now, bool *is_same_connection) {
    struct item *item = hc_recent_find(&redirects, key, now);
    struct hc_chain *chain;

    if (!item || item->frame >= frame || hc_chain_last(&item->chain)->who != who)
        return NULL;
    chain = wmem_memdup(wmem_file_scope(), &item->chain, sizeof *chain);
    *is_same_connection = item->connection == connection;
    hc_recent_drop(&redirects, item);
    return chain;
}
