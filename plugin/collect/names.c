/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/names.h"

#include <glib.h>
#include <string.h>
#include <wsutil/ws_assert.h>

typedef bool is_name(const char *ours, const char *name, size_t length);

static bool is_same(const char *ours, const char *name, size_t length) {
    return ours[length - 1] == name[length - 1] && memcmp(ours, name, length) == 0;
}

static bool is_same_in_any_case(const char *ours, const char *name, size_t length) {
    while (length-- > 0) {
        if (ours[length] != name[length] && ours[length] != g_ascii_tolower(name[length]))
            return false;
    }
    return true;
}

static const void *row_at(const struct hc_names *names, size_t row) {
    return (const char *)names->rows + row * names->size;
}

static const char *name_of(const void *row) {
    return *(const char *const *)row;
}

/* From the last row on, so that each list has the order of the table. */
static void make_lists(struct hc_names *names) {
    ws_assert(names->count <= HC_MOST_NAMES);
    for (size_t row = names->count; row > 0; row--) {
        size_t length = strlen(name_of(row_at(names, row - 1)));
        uint8_t *first = &names->first[length];

        ws_assert(length <= HC_LONGEST_HEADER_NAME);
        names->next[row - 1] = *first;
        *first = (uint8_t)row;
    }
    names->is_made = true;
}

static const void *find(struct hc_names *names, const char *name, size_t length, is_name *matches) {
    if (!names->is_made)
        make_lists(names);
    if (length == 0 || length > HC_LONGEST_HEADER_NAME)
        return NULL;
    for (size_t row = names->first[length]; row > 0; row = names->next[row - 1]) {
        if (matches(name_of(row_at(names, row - 1)), name, length))
            return row_at(names, row - 1);
    }
    return NULL;
}

const void *hc_names_find(struct hc_names *names, const char *name, size_t length) {
    return find(names, name, length, is_same);
}

const void *hc_names_find_in_any_case(struct hc_names *names, const char *name, size_t length) {
    return find(names, name, length, is_same_in_any_case);
}
