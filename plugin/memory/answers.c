/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/answers.h"

/* A request. `tshark -2 -R` numbers the frames anew, and another frame may get the number: its place in the
 * file tells it apart. */
struct row {
    uint32_t frame, place, answer;
};

static wmem_array_t
    *rows; /* by the exchange's number, so in the order of their frames; NULL until the first */

static void clear(void) {
    rows = NULL;
}

void hc_answers_register(void) {
    register_init_routine(clear);
}

static struct row *row_at(unsigned position) {
    return wmem_array_index(rows, position);
}

static unsigned count_rows(void) {
    return rows ? wmem_array_get_count(rows) : 0;
}

static uint32_t place_of(const packet_info *pinfo) {
    return pinfo->fd ? (uint32_t)pinfo->fd->file_off : 0;
}

void hc_answers_expect(uint32_t exchange, const packet_info *pinfo) {
    struct row row = {.frame = pinfo->num, .place = place_of(pinfo)};

    if (!rows)
        rows = wmem_array_new(wmem_file_scope(), sizeof row);
    if (exchange == count_rows() + 1)
        wmem_array_append_one(rows, row);
}

void hc_answers_note(uint32_t exchange, uint32_t frame) {
    struct row *row = exchange > 0 && exchange <= count_rows() ? row_at(exchange - 1) : NULL;

    if (row && row->answer == 0)
        row->answer = frame;
}

/* The first row of the frame, or of a later one. */
static unsigned first_row(uint32_t frame) {
    unsigned low = 0, high = count_rows();

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (row_at(middle)->frame < frame)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t hc_answer_of(const packet_info *pinfo, unsigned position) {
    for (unsigned i = first_row(pinfo->num); i < count_rows() && row_at(i)->frame == pinfo->num; i++) {
        const struct row *row = row_at(i);

        if (row->answer > row->frame && row->place == place_of(pinfo) && position-- == 0)
            return row->answer;
    }
    return 0;
}
