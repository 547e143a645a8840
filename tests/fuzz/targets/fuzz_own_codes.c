/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The user's table of codes, without the dialog around it: rows of nine texts, each ended by a NUL. */
#include <stdlib.h>

#include "input.h"
#include "registry/lookup.h"
#include "registry/own_codes.h"

enum { MOST_ROWS = 16, COLUMNS = 9 };

struct table {
    char *texts[MOST_ROWS][COLUMNS];
    size_t row_count;
    struct hc_own_code codes[MOST_ROWS];
    size_t code_count;
};

static void take_rows(struct table *table, struct fuzz_input *input) {
    for (table->row_count = 0; table->row_count < MOST_ROWS && input->left > 0; table->row_count++) {
        for (size_t column = 0; column < COLUMNS; column++)
            table->texts[table->row_count][column] = fuzz_text(input);
    }
}

static void free_rows(struct table *table) {
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t column = 0; column < COLUMNS; column++)
            free(table->texts[row][column]);
    }
}

static void require_good(const struct hc_own_code *own) {
    const struct hc_space *space = hc_space(own->space);

    REQUIRE(space != NULL);
    REQUIRE(own->code.value <= own->code.last && own->code.last <= space->max);
    REQUIRE(fuzz_has_words(own->code.name) && fuzz_has_words(own->code.origin));
    REQUIRE(fuzz_has_words(hc_text(&own->code, HC_DE)));
    REQUIRE(own->code.registration == HC_UNOFFICIAL);
    REQUIRE(own->evidence[1] == NULL);
    REQUIRE(hc_own_codes_clash(own, own));
}

static bool clashes(const struct table *table, const struct hc_own_code *code) {
    for (size_t i = 0; i < table->code_count; i++) {
        bool clash = hc_own_codes_clash(code, &table->codes[i]);

        REQUIRE(clash == hc_own_codes_clash(&table->codes[i], code));
        if (clash)
            return true;
    }
    return false;
}

/* As the plugin does it: bad rows and those that clash with an earlier one are passed over. */
static void read_rows(struct table *table) {
    for (size_t i = 0; i < table->row_count; i++) {
        char **row = table->texts[i];
        struct hc_own_text text = {row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]};
        struct hc_own_code code;
        const char *mend = hc_own_code_read(&text, &code);

        REQUIRE(mend == NULL || fuzz_has_words(mend));
        if (mend)
            continue;
        require_good(&code);
        if (!clashes(table, &code))
            table->codes[table->code_count++] = code;
    }
}

/* Whatever else claims its number: a row without a condition holds. */
static void require_in_use(const struct hc_own_code *own, uint64_t value) {
    struct hc_meaning meaning = hc_explain(own->space, value, NULL);

    if (own->evidence[0])
        return;
    REQUIRE(meaning.is_own && meaning.row == &own->code);
    REQUIRE(!hc_is_range(&meaning));
    for (size_t i = 0; hc_alternative(&meaning, i); i++)
        REQUIRE(i < meaning.row_count);
}

static void require_not_in_use(const struct hc_own_code *own) {
    REQUIRE(!hc_explain(own->space, own->code.value, own->evidence[0]).is_own);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    struct table table = {.code_count = 0};

    take_rows(&table, &input);
    read_rows(&table);
    hc_own_codes_use(table.codes, table.code_count);
    for (size_t i = 0; i < table.code_count; i++) {
        require_in_use(&table.codes[i], table.codes[i].code.value);
        require_in_use(&table.codes[i], table.codes[i].code.last);
        hc_explain(table.codes[i].space, table.codes[i].code.last, table.codes[i].evidence[0]);
    }
    hc_own_codes_use(NULL, 0);
    for (size_t i = 0; i < table.code_count; i++)
        require_not_in_use(&table.codes[i]);
    free_rows(&table);
    return 0;
}
