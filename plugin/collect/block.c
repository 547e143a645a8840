/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/block.h"

void hc_block_add(struct hc_block *block, wmem_allocator_t *scope, const struct hc_line *line) {
    if (hc_block_is_full(block))
        return;
    if (!block->lines)
        block->lines = wmem_array_new(scope, sizeof *line);
    wmem_array_append(block->lines, line, 1);
}

bool hc_block_is_full(const struct hc_block *block) {
    return hc_block_count(block) >= HC_MOST_LINES;
}

unsigned hc_block_count(const struct hc_block *block) {
    return block->lines ? wmem_array_get_count(block->lines) : 0;
}

const struct hc_line *hc_block_line(const struct hc_block *block, unsigned position) {
    return wmem_array_index(block->lines, position);
}

static bool stands_before(const struct hc_block *block, unsigned end) {
    const struct hc_carrier_row *row = hc_block_line(block, end)->row;

    for (unsigned i = 0; i < end; i++) {
        if (hc_block_line(block, i)->row == row)
            return true;
    }
    return false;
}

/* There are five pseudo headers: the sixth one that is looked for is found, however long the block is. */
bool hc_block_is_misread(const struct hc_block *block) {
    unsigned count = hc_block_count(block);

    for (unsigned i = 1; i < count; i++) {
        if (hc_block_line(block, i)->row->field[0] == ':' && stands_before(block, i))
            return true;
    }
    return false;
}

void hc_block_clear(struct hc_block *block) {
    block->lines = NULL;
}
