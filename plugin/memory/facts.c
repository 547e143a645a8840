/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/facts.h"

#include <epan/packet.h>

#include "memory/keyed_hash.h"

_Static_assert(sizeof(struct hc_more) <= HC_LONGEST_HASHED, "facts can be hashed");

static wmem_map_t *kept; /* struct hc_more -> itself */

/* Strings and lists are kept once: their addresses say whether they are the same. All bytes are set, since
 * each one began as a copy of one that was all zero. */
static unsigned hash(const void *key) {
    return hc_keyed_hash(key, sizeof(struct hc_more));
}

static gboolean are_equal(const void *one, const void *other) {
    return memcmp(one, other, sizeof(struct hc_more)) == 0;
}

/* Facts that were kept lately, until the capture is closed: most codes of a connection have the same. */
static const struct hc_more *lately[16];

static void forget_lately(void) {
    memset(lately, 0, sizeof lately);
}

void hc_facts_register(void) {
    kept = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), hash, are_equal);
    register_cleanup_routine(forget_lately);
}

/* By what tells the facts of statuses apart, which are most. */
static const struct hc_more **lately_at(const struct hc_more *more) {
    uintptr_t spread = ((uintptr_t)more->evidence >> 4) + more->says * 7 + more->asked * 3 + more->answered;

    return &lately[(spread ^ spread >> 8 ^ spread >> 16) % G_N_ELEMENTS(lately)];
}

static struct hc_more *copy_of(const struct hc_more *more) {
    return wmem_memdup(wmem_file_scope(), more, sizeof *more);
}

static const struct hc_more *shared(const struct hc_more *more) {
    struct hc_more *known = wmem_map_lookup(kept, more);

    if (!known) {
        known = copy_of(more);
        wmem_map_insert(kept, known, known);
    }
    return known;
}

/* No other request has to do with the same earlier one. */
static bool has_its_own(const struct hc_more *more) {
    return more->retry_of || more->follows.frame;
}

const struct hc_more *hc_facts_keep(const struct hc_more *more) {
    static const struct hc_more nothing;
    const struct hc_more **recent;

    if (memcmp(more, &nothing, sizeof nothing) == 0)
        return NULL;
    if (has_its_own(more))
        return copy_of(more);
    recent = lately_at(more);
    if (!*recent || !are_equal(*recent, more))
        *recent = shared(more);
    return *recent;
}
