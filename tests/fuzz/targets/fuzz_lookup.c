/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lookup: any space, also one that is none, any number, any evidence. */
#include <stdlib.h>

#include "input.h"
#include "registry/lookup.h"
#include "registry/proof.h"

/* Spaces that are none, too. */
enum { SOME_SPACES = HC_SPACES_END + 2 };

static void require_nothing(const struct hc_meaning *meaning) {
    REQUIRE(meaning->row == NULL && meaning->rows == NULL && meaning->row_count == 0 && !meaning->is_own);
}

static void require_complete(const struct hc_code *row) {
    REQUIRE(row != NULL);
    REQUIRE(fuzz_has_words(row->name) && fuzz_has_words(row->origin));
    REQUIRE(fuzz_has_words(row->reference) && fuzz_has_words(row->url));
    for (int language = HC_EN; language <= HC_LANGUAGES; language++)
        REQUIRE(fuzz_has_words(hc_text(row, (enum hc_language)language)));
    REQUIRE(row->registration >= HC_REGISTERED && row->registration <= HC_INVALID);
    REQUIRE(row->scope <= HC_SCOPE_EITHER && row->speaker <= HC_BY_SERVER);
    REQUIRE(row->blame <= HC_BLAME_PEER && row->retry <= HC_RETRY_ANOTHER_WAY &&
            row->retry != HC_RETRY_ALLOWED);
}

/* A number beyond the space's largest falls in the last range. */
static void require_its_number(const struct hc_space *space, const struct hc_meaning *meaning,
                               uint64_t value) {
    uint64_t number = value <= space->max ? value : space->max;

    if (hc_is_range(meaning)) {
        REQUIRE(meaning->row->value <= number && number <= meaning->row->last);
        REQUIRE(meaning->row->step == 0 || (number - meaning->row->value) % meaning->row->step == 0);
    } else {
        REQUIRE(meaning->row->value == value);
    }
    for (size_t i = 0; i < meaning->row_count; i++)
        REQUIRE(meaning->rows[i].value == value);
}

/* Every other row of the number once, and then an end. */
static void require_alternatives(const struct hc_meaning *meaning) {
    size_t expected = meaning->row_count - (hc_is_range(meaning) ? 0 : 1);

    for (size_t i = 0; i < expected; i++) {
        const struct hc_code *other = hc_alternative(meaning, i);

        require_complete(other);
        REQUIRE(other != meaning->row && (i == 0 || other > hc_alternative(meaning, i - 1)));
    }
    REQUIRE(hc_alternative(meaning, expected) == NULL && hc_alternative(meaning, SIZE_MAX) == NULL);
}

/* Only evidence tells against the order of the rules. */
static void require_proof(enum hc_space_id id, const struct hc_meaning *meaning, const char *evidence) {
    struct hc_meaning without = hc_explain(id, meaning->row->value, NULL);

    REQUIRE(!hc_is_proven(id, meaning->row, NULL));
    if (!hc_is_range(meaning) && without.row != meaning->row)
        REQUIRE(hc_is_proven(id, meaning->row, evidence));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    enum hc_space_id id = (enum hc_space_id)(fuzz_number(&input, 1) % SOME_SPACES);
    uint64_t value = fuzz_number(&input, 8);
    char *evidence = fuzz_text_or_null(&input);
    struct hc_meaning meaning = hc_explain(id, value, evidence);

    if (hc_space(id)) {
        require_complete(meaning.row);
        require_its_number(hc_space(id), &meaning, value);
        require_alternatives(&meaning);
        require_proof(id, &meaning, evidence);
    } else {
        require_nothing(&meaning);
    }
    free(evidence);
    return 0;
}
