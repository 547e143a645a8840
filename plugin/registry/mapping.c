/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/mapping.h"

#include "registry/lookup.h"
#include "registry/mapping_row.h"

/* Index of the first row whose numbers begin above the value. */
static size_t upper_bound(const struct hc_mapping *rows, size_t count, uint64_t value) {
    size_t from = 0, to = count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (rows[middle].first <= value)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The group of rows whose numbers include the value. */
static struct hc_mappings group(const struct hc_mapping *rows, size_t count, uint64_t value) {
    struct hc_mappings found = {NULL, 0};
    size_t end = upper_bound(rows, count, value), begin = end;
    if (end == 0 || rows[end - 1].last < value)
        return found;
    while (begin > 0 && rows[begin - 1].first == rows[end - 1].first)
        begin--;
    found.rows = rows + begin;
    found.count = end - begin;
    return found;
}

/* A greasing number counts as unknown even where it lies within a range that means something: WebTransport's
 * application errors skip these numbers. */
static bool greasing(struct hc_mappings found, enum hc_space_id from, uint64_t value) {
    bool is_range = found.count > 0 && found.rows->first != found.rows->last;

    return is_range && hc_explain(from, value, NULL).row->registration == HC_GREASE;
}

struct hc_mappings hc_mappings(enum hc_space_id from, uint64_t value) {
    struct hc_mappings found = {NULL, 0};
    const struct hc_space *space = hc_space(from);
    if (space == NULL)
        return found;
    const struct hc_mapping_table *table = space->mappings;
    found = group(table->rows, table->count, value);
    if (found.count == 0 || greasing(found, from, value))
        found = group(table->unknown, table->unknown_count, value);
    return found;
}

const char *hc_mapping_hint(const struct hc_mapping *row, enum hc_language language) {
    bool translated = (unsigned)language < HC_LANGUAGES && row->hint[language] != NULL;
    return row->hint[translated ? language : HC_EN];
}
