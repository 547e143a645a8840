/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/blocks.h"

enum { ITEMS_A_BLOCK = 1024 };

void *hc_blocks_add(struct hc_blocks *list) {
    if (!list->blocks)
        list->blocks = wmem_array_new(wmem_file_scope(), sizeof(char *));
    if (list->count / ITEMS_A_BLOCK == wmem_array_get_count(list->blocks)) {
        char *block = wmem_alloc(wmem_file_scope(), ITEMS_A_BLOCK * list->size);

        wmem_array_append_one(list->blocks, block);
    }
    return hc_blocks_at(list, list->count++);
}

void *hc_blocks_at(const struct hc_blocks *list, unsigned place) {
    char *const *block = wmem_array_index(list->blocks, place / ITEMS_A_BLOCK);

    return *block + place % ITEMS_A_BLOCK * list->size;
}

static bool is_before(const struct hc_blocks *list, unsigned place, uint32_t frame) {
    return *(const uint32_t *)hc_blocks_at(list, place) < frame;
}

unsigned hc_blocks_search(const struct hc_blocks *list, uint32_t frame) {
    unsigned low = 0, high = list->count;

    /* On the first pass no frame has come so far. */
    if (is_before(list, high - 1, frame))
        return high;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (is_before(list, middle, frame))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void hc_blocks_forget(struct hc_blocks *list) {
    list->count = 0;
    list->blocks = NULL;
}
