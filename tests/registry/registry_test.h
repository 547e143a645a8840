/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the registry's tests have in common: cmocka, and a failure that names the row. */
#ifndef HTTPCODES_TESTS_REGISTRY_TEST_H
#define HTTPCODES_TESTS_REGISTRY_TEST_H

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Wants the ones above before it. */
#include <cmocka.h>

#include "registry/lookup.h"

/* Fails unless the condition holds, and names the row that broke it. */
#define REQUIRE(space, row, condition)                                                                       \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            fail_msg("%s 0x%" PRIx64 " \"%s\" (%s): not so: %s", (space)->name, (row)->value,                \
                     (row)->name ? (row)->name : "", (row)->origin ? (row)->origin : "", #condition);        \
    } while (0)

typedef void row_check(const struct hc_space *space, const struct hc_code *row);

static inline void for_each_code(row_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        for (size_t i = 0; i < space->code_count; i++)
            check(space, &space->codes[i]);
    }
}

static inline void for_each_range(row_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        for (size_t i = 0; i < space->range_count; i++)
            check(space, &space->ranges[i]);
    }
}

static inline void for_each_row(row_check *check) {
    for_each_code(check);
    for_each_range(check);
}

static inline bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static inline bool ends_with(const char *text, const char *end) {
    return strlen(text) >= strlen(end) && strcmp(text + strlen(text) - strlen(end), end) == 0;
}

#endif
