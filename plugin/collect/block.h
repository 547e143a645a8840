/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A header block of HTTP/2 or HTTP/3, gathered line by line and taken in as a whole: a block that names a
 * pseudo header twice was misread, and says nothing (RFC 9113, section 8.3; RFC 9114, section 4.3). */
#ifndef HTTPCODES_COLLECT_BLOCK_H
#define HTTPCODES_COLLECT_BLOCK_H

#include "collect/carriers.h"
#include "collect/span.h"

/* A header line. Lives as long as the packet. */
struct hc_line {
    const struct hc_carrier_row *row; /* what its name says */
    const char *text;                 /* its value */
    struct hc_span span;              /* where the value stands, or the line; compressed or not */
    size_t length;                    /* of the value, in bytes */
};

/* Of ours no real block has so many; a compressed one can name a long line once a byte. */
enum { HC_MOST_LINES = 64 };

/* Starts all zero. */
struct hc_block {
    struct hc_line *lines; /* room for all; lives as long as the scope. NULL until the first line of all */
    unsigned count;
};

/* Whether it takes no more. */
bool hc_block_is_full(const struct hc_block *block);
/* Passes over the line where it is full. */
void hc_block_add(struct hc_block *block, wmem_allocator_t *scope, const struct hc_line *line);
/* Whether a pseudo header stands in it twice. */
bool hc_block_is_misread(const struct hc_block *block);
/* No line is left. Those that were stay readable until the next one is added. */
void hc_block_clear(struct hc_block *block);

#endif
