/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds a row of a table by the name of a header field. Nearly all that is looked up is in no table: length
 * and last letter tell most names from ours. */
#ifndef HTTPCODES_COLLECT_NAMES_H
#define HTTPCODES_COLLECT_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No table has longer names, or more of them. */
enum { HC_LONGEST_HEADER_NAME = 31, HC_MOST_NAMES = 64 };

struct hc_names {
    const void *rows;   /* each begins with its name, a const char * in lower case */
    size_t count, size; /* of the rows; of each, in bytes */
    /* The rest is made when it is first used: a list of row numbers, counted from 1, for each length. */
    bool is_made;
    uint8_t first[HC_LONGEST_HEADER_NAME + 1], next[HC_MOST_NAMES];
};
#define HC_NAMES(table)                                                                                      \
    { .rows = (table), .count = sizeof(table) / sizeof *(table), .size = sizeof *(table) }

/* The row with this name, which needs no end; NULL if there is none. */
const void *hc_names_find(struct hc_names *names, const char *name, size_t length);
/* The same of a name in any case (RFC 9110, section 5.1). */
const void *hc_names_find_in_any_case(struct hc_names *names, const char *name, size_t length);

#endif
