/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/answers.h"

#include "memory/blocks.h"

/* A request. */
struct row {
    uint32_t frame;
    uint32_t answer; /* its frame; 0 where it was not seen */
};

/* In row.answer: the frame of the request was left out, and another one has its number. */
#define LEFT_OUT UINT32_MAX

static struct hc_blocks rows = {.size = sizeof(struct row)}; /* by the exchange's number */

static void forget_all(void) {
    hc_blocks_forget(&rows);
}

void hc_answers_register(void) {
    register_cleanup_routine(forget_all);
}

static struct row *row_at(unsigned place) {
    return hc_blocks_at(&rows, place);
}

void hc_answers_begin(uint32_t frame) {
    unsigned first = hc_blocks_of_frame(&rows, frame);

    for (unsigned i = rows.count; i > first && row_at(i - 1)->answer != LEFT_OUT; i--)
        row_at(i - 1)->answer = LEFT_OUT;
}

void hc_answers_expect(uint32_t exchange, uint32_t frame) {
    struct row *row = exchange == rows.count + 1 ? hc_blocks_add(&rows) : NULL;

    if (row)
        *row = (struct row){.frame = frame};
}

void hc_answers_note(uint32_t exchange, uint32_t frame) {
    struct row *row = exchange > 0 && exchange <= rows.count ? row_at(exchange - 1) : NULL;

    if (row && row->answer == 0)
        row->answer = frame;
}

uint32_t hc_answer_of(uint32_t frame, unsigned position) {
    for (unsigned i = hc_blocks_of_frame(&rows, frame); i < rows.count && row_at(i)->frame == frame; i++) {
        uint32_t answer = row_at(i)->answer;

        if (answer > frame && answer != LEFT_OUT && position-- == 0)
            return answer;
    }
    return 0;
}
