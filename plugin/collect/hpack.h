/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which header lines of an HPACK block stand in it, or in the static table, or in entries of the dynamic
 * table that the capture proves (RFC 7541, section 6). It decodes no line: Wireshark does. */
#ifndef HTTPCODES_COLLECT_HPACK_H
#define HTTPCODES_COLLECT_HPACK_H

#include "collect/span.h"
#include "memory/compression.h"

/* Walks the block and tells the table what it adds. Returns an array of bool in the scope: for each line
 * whether it is proven; of a block that ends early, for the lines up to there. */
wmem_array_t *hc_hpack_walk(struct hc_span block, struct hc_compression *table, wmem_allocator_t *scope);

/* How many lines the block has; of one that ends early, up to there. */
unsigned hc_hpack_count(struct hc_span block);

#endif
