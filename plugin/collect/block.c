/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/block.h"

/* A packet may hold many blocks: all of them use the same room. */
void hc_block_add(struct hc_block *block, wmem_allocator_t *scope, const struct hc_line *line) {
    if (hc_block_is_full(block))
        return;
    if (!block->lines)
        block->lines = wmem_alloc_array(scope, struct hc_line, HC_MOST_LINES);
    block->lines[block->count++] = *line;
}

bool hc_block_is_full(const struct hc_block *block) {
    return block->count >= HC_MOST_LINES;
}

static bool stands_before(const struct hc_block *block, unsigned end) {
    for (unsigned i = 0; i < end; i++) {
        if (block->lines[i].row == block->lines[end].row)
            return true;
    }
    return false;
}

/* There are five pseudo headers: the sixth one that is looked for is found, however long the block is. */
bool hc_block_is_misread(const struct hc_block *block) {
    for (unsigned i = 1; i < block->count; i++) {
        if (block->lines[i].row->field[0] == ':' && stands_before(block, i))
            return true;
    }
    return false;
}

void hc_block_clear(struct hc_block *block) {
    block->count = 0;
}
