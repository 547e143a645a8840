/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A list in file scope that may become as long as the capture. It grows by blocks, so that no item ever moves
 * and less than a block is wasted. */
#ifndef HTTPCODES_MEMORY_BLOCKS_H
#define HTTPCODES_MEMORY_BLOCKS_H

#include <epan/packet.h>

struct hc_blocks {
    size_t size;          /* of an item, in bytes */
    unsigned count;       /* of items: less than before makes the list shorter */
    wmem_array_t *blocks; /* NULL until the first item */
};

/* A new item at the end; what is in it is not set. */
void *hc_blocks_add(struct hc_blocks *list);
void *hc_blocks_at(const struct hc_blocks *list, unsigned place);

/* Of items that begin with the number of their frame, a uint32_t, and stand in the order of these: the place
 * of the first one that belongs to this frame or to a later one. */
unsigned hc_blocks_search(const struct hc_blocks *list, uint32_t frame); /* not an empty one */
static inline unsigned hc_blocks_of_frame(const struct hc_blocks *list, uint32_t frame) {
    return list->count > 0 ? hc_blocks_search(list, frame) : 0;
}

/* The capture is closed, and the memory gone. */
void hc_blocks_forget(struct hc_blocks *list);

#endif
