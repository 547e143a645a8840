/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mapping: any number of any space, and of a space that is none. */
#include "input.h"
#include "registry/lookup.h"
#include "registry/mapping.h"

enum { SOME_SPACES = HC_SPACES_END + 2, ALL_CONDITIONS = HC_IF_ALL };

/* A target that the reader can look up. */
static void require_target(const struct hc_mapping *row) {
    REQUIRE(hc_space(row->to) != NULL);
    if (row->kind != HC_MAP_NOT_APPLICABLE) {
        REQUIRE(row->target <= hc_space(row->to)->max);
        REQUIRE(fuzz_has_words(hc_explain(row->to, row->target, NULL).row->name));
    }
}

static void require_complete(const struct hc_mapping *row) {
    REQUIRE(row->kind >= HC_MAP_EXACT && row->kind <= HC_MAP_NOT_APPLICABLE);
    REQUIRE(((row->conditions | row->exceptions) & ~(unsigned)ALL_CONDITIONS) == 0);
    REQUIRE(fuzz_has_words(row->basis));
    for (int language = HC_EN; language <= HC_LANGUAGES; language++)
        REQUIRE(fuzz_has_words(hc_mapping_hint(row, (enum hc_language)language)));
    require_target(row);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    enum hc_space_id id = (enum hc_space_id)(fuzz_number(&input, 1) % SOME_SPACES);
    uint64_t value = fuzz_number(&input, 8);
    struct hc_mappings found = hc_mappings(id, value);

    REQUIRE(hc_space(id) != NULL || found.count == 0);
    for (size_t i = 0; i < found.count; i++) {
        const struct hc_mapping *row = &found.rows[i];

        REQUIRE(row->from == id && row->first <= value && value <= row->last);
        REQUIRE(row->first == found.rows[0].first);
        require_complete(row);
    }
    return 0;
}
