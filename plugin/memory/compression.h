/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the capture proves of HPACK's dynamic table in one direction (RFC 7541, section 2.2). Where a header
 * block was lost or cut, the dissector's table lacks entries: an index that reaches back behind the hole
 * names the wrong one. Entries that were added since are counted from the newest, and hold. Starts all zero:
 * nothing was lost. */
#ifndef HTTPCODES_MEMORY_COMPRESSION_H
#define HTTPCODES_MEMORY_COMPRESSION_H

#include <stdbool.h>
#include <stdint.h>

struct hc_compression {
    bool has_hole;
    uint32_t added; /* since the hole */
};

/* The dissector's table is not the peers' any more. */
static inline void hc_compression_lose(struct hc_compression *table) {
    *table = (struct hc_compression){.has_hole = true};
}

/* The table was emptied, by a size of 0 (RFC 7541, section 4.3): nothing from before the hole is left. */
static inline void hc_compression_empty(struct hc_compression *table) {
    *table = (struct hc_compression){0};
}

/* Whether the entry at this place holds, counted from 0 for the newest. */
static inline bool hc_compression_proves(const struct hc_compression *table, uint64_t place) {
    return !table->has_hole || place < table->added;
}

#endif
