/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reference/hints.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/markdown.h"
#include "reference/meaning.h"

/* One mapping for each different hint. */
static const struct hc_mapping **hints;
static size_t hint_count;

static bool say_the_same(const struct hc_mapping *one, const struct hc_mapping *other) {
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
        if (strcmp(hc_mapping_hint(one, language), hc_mapping_hint(other, language)) != 0)
            return false;
    return true;
}

static void add_hint(const struct hc_mapping *mapping) {
    const struct hc_mapping **more = realloc(hints, (hint_count + 1) * sizeof(*more));
    if (more == NULL)
        abort();
    hints = more;
    hints[hint_count++] = mapping;
}

size_t hc_hint_number(const struct hc_mapping *mapping) {
    size_t number = 0;
    while (number < hint_count && !say_the_same(hints[number], mapping))
        number++;
    if (number == hint_count)
        add_hint(mapping);
    return number + 1;
}

static void put_heading(void) {
    printf("| |");
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
        printf(" %s |", hc_language_name(language));
    printf("\n|---|");
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
        printf("---|");
    printf("\n");
}

void hc_put_hints(void) {
    put_heading();
    for (size_t i = 0; i < hint_count; i++) {
        printf("| <a id=\"hint-%zu\"></a>%zu", i + 1, i + 1);
        for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++) {
            printf(" | ");
            hc_put_text(hc_mapping_hint(hints[i], language));
        }
        printf(" |\n");
    }
}
