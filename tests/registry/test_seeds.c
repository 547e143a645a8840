/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every code, meaning and range of the seed documents is in the registry: HTTPCODES_SEEDS is the list's path.
 */
#include "registry/registry_test.h"

#include <stdlib.h>

/* The documents name about two hundred; a much shorter list is a damaged one. */
#define FEWEST_SEEDS 190

enum { SPACE, VALUE, ORIGIN, NAME, OURS, DOCUMENT, LINE, COLUMNS };

static void split(char *line, char *columns[COLUMNS]) {
    line[strcspn(line, "\r\n")] = '\0';
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line += strcspn(line, "\t");
        assert_true((*line == '\t') == (i + 1 < COLUMNS));
        if (*line == '\t')
            *line++ = '\0';
    }
}

static const struct hc_space *space_called(const char *filter) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        if (strcmp(hc_space(id)->filter, filter) == 0)
            return hc_space(id);
    fail_msg("no space is called %s", filter);
    return NULL;
}

static bool is_called(const struct hc_code *row, const char *name) {
    if (name[0] == '\0' || strcmp(row->name, name) == 0)
        return true;
    for (const char *const *alias = row->aliases; alias != NULL && *alias != NULL; alias++)
        if (strcmp(*alias, name) == 0)
            return true;
    return false;
}

static bool is_from(const struct hc_code *row, const char *origin) {
    return strcmp(origin, "-") == 0 || strcmp(row->origin, origin) == 0;
}

static bool has_code(const struct hc_space *space, uint64_t value, const char *origin, const char *name) {
    struct hc_meaning meaning = hc_explain(space->id, value, NULL);
    for (size_t i = 0; i < meaning.row_count; i++)
        if (is_from(&meaning.rows[i], origin) && is_called(&meaning.rows[i], name))
            return true;
    return false;
}

static bool has_range(const struct hc_space *space, uint64_t first, uint64_t last, const char *name) {
    for (size_t i = 0; i < space->range_count; i++) {
        const struct hc_code *row = &space->ranges[i];
        if (row->step == 0 && row->value <= first && row->last >= last && is_called(row, name))
            return true;
    }
    return false;
}

static bool registry_holds(char *columns[COLUMNS]) {
    const struct hc_space *space = space_called(columns[SPACE]);
    const char *name = columns[OURS][0] != '\0' ? columns[OURS] : columns[NAME];
    char *end;
    uint64_t first = strtoull(columns[VALUE], &end, 0);
    assert_true(end != columns[VALUE]);
    if (*end != '-') {
        assert_int_equal(*end, '\0');
        return has_code(space, first, columns[ORIGIN], name);
    }
    return has_range(space, first, strtoull(end + 1, NULL, 0), name);
}

static void every_seed_is_in_the_registry(void **state) {
    (void)state;
    FILE *list = fopen(HTTPCODES_SEEDS, "r");
    assert_non_null(list);
    char line[512];
    unsigned rows = 0, missing = 0;
    while (fgets(line, sizeof line, list) != NULL) {
        char *columns[COLUMNS];
        if (line[0] == '#')
            continue;
        split(line, columns);
        rows++;
        if (!registry_holds(columns)) {
            print_error("missing: %s %s \"%s\" (%s), line %s of %s\n", columns[SPACE], columns[VALUE],
                        columns[OURS][0] != '\0' ? columns[OURS] : columns[NAME], columns[ORIGIN],
                        columns[LINE], columns[DOCUMENT]);
            missing++;
        }
    }
    fclose(list);
    assert_int_equal(missing, 0);
    assert_in_range(rows, FEWEST_SEEDS, SIZE_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_seed_is_in_the_registry)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
