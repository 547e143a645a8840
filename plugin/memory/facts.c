/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/facts.h"

#include <epan/packet.h>

static wmem_map_t *kept; /* struct hc_more -> itself */

/* Strings and lists are kept once: their addresses say whether they are the same. All bytes are set, since
 * each one began as a copy of one that was all zero. */
static unsigned hash(const void *key) {
    return wmem_strong_hash(key, sizeof(struct hc_more));
}

static gboolean are_equal(const void *one, const void *other) {
    return memcmp(one, other, sizeof(struct hc_more)) == 0;
}

void hc_facts_register(void) {
    kept = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), hash, are_equal);
}

const struct hc_more *hc_facts_keep(const struct hc_more *more) {
    static const struct hc_more nothing;
    struct hc_more *known;

    if (memcmp(more, &nothing, sizeof nothing) == 0)
        return NULL;
    known = wmem_map_lookup(kept, more);
    if (!known) {
        known = wmem_memdup(wmem_file_scope(), more, sizeof *more);
        wmem_map_insert(kept, known, known);
    }
    return known;
}
