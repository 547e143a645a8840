/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/built_in.h"

#include "registry/proof.h"
#include "registry/spaces.h"

/* Index of the first row that is not below the value. */
static size_t lower_bound(const struct hc_space *space, uint64_t value) {
    size_t from = 0, to = space->code_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (space->codes[middle].value < value)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool in_pattern(const struct hc_code *row, uint64_t value) {
    return row->step != 0 && value >= row->value && value <= row->last &&
           (value - row->value) % row->step == 0;
}

static const struct hc_code *range_of(const struct hc_space *space, uint64_t value) {
    const struct hc_code *row = space->ranges;
    for (; row->step != 0; row++)
        if (in_pattern(row, value))
            return row;
    /* The ranges have no gap and the first begins at 0, so the search from the end always ends. */
    row = space->ranges + space->range_count - 1;
    while (row->value > value)
        row--;
    return row;
}

static bool official(const struct hc_code *row) {
    return row->registration != HC_UNOFFICIAL && row->registration != HC_PRIVATE_USE;
}

static const struct hc_code *first_official(const struct hc_meaning *meaning) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (official(&meaning->rows[i]))
            return &meaning->rows[i];
    return NULL;
}

/* A meaning that nobody in particular has, so that no product could prove it. */
static const struct hc_code *first_convention(const struct hc_meaning *meaning) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (meaning->rows[i].is_convention)
            return &meaning->rows[i];
    return NULL;
}

static bool claims(const struct hc_code *row) {
    return row->registration == HC_UNOFFICIAL && !row->never_on_wire;
}

/* Of several claims what all say holds, whoever sent the code. A single one is no more than a claim. */
static void weigh_claims(struct hc_meaning *meaning) {
    const struct hc_code *first = NULL;
    bool same_blame = true, same_retry = true;
    for (size_t i = 0; i < meaning->row_count; i++) {
        const struct hc_code *row = &meaning->rows[i];
        if (!claims(row))
            continue;
        meaning->claim = first == NULL ? row : NULL;
        if (first == NULL)
            first = row;
        same_blame = same_blame && row->blame == first->blame;
        same_retry = same_retry && row->retry == first->retry;
    }
    meaning->is_claimed = first != NULL;
    if (first == NULL || meaning->claim != NULL)
        return;
    if (same_blame)
        meaning->blame = first->blame;
    if (same_retry)
        meaning->retry = first->retry;
}

static void find_rows(const struct hc_space *space, uint64_t value, struct hc_meaning *meaning) {
    size_t first = lower_bound(space, value), end = first;
    while (end < space->code_count && space->codes[end].value == value)
        end++;
    if (end > first) {
        meaning->rows = space->codes + first;
        meaning->row_count = end - first;
    }
}

struct hc_meaning hc_explain_built_in(enum hc_space_id id, uint64_t value, const char *evidence,
                                      const char *host) {
    struct hc_meaning meaning = {.row = NULL};
    const struct hc_space *space = hc_space(id);
    if (space == NULL)
        return meaning;

    find_rows(space, value, &meaning);
    meaning.row = hc_first_proven(id, meaning.rows, meaning.row_count, evidence, host);
    if (meaning.row == NULL)
        meaning.row = first_official(&meaning);
    if (meaning.row == NULL)
        meaning.row = first_convention(&meaning);
    bool is_unproven = meaning.row == NULL;
    if (is_unproven)
        meaning.row = range_of(space, value);
    meaning.blame = meaning.row->blame;
    meaning.retry = meaning.row->retry;
    if (is_unproven)
        weigh_claims(&meaning);
    return meaning;
}
