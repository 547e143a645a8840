/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reference/markdown.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "registry/lookup.h"

/* An underscore inside a word, as in REFUSED_STREAM, is harmless, and no text has another one. */
void hc_put_text(const char *text) {
    for (; *text != '\0'; text++) {
        if (strchr("\\`*<>[]|", *text) != NULL)
            putchar('\\');
        putchar(*text);
    }
}

void hc_put_number(const struct hc_space *space, uint64_t value) {
    printf(space->is_decimal ? "%" PRIu64 : "0x%" PRIx64, value);
}

void hc_put_anchor(const struct hc_space *space, uint64_t value) {
    printf("%s-", space->filter);
    hc_put_number(space, value);
}

void hc_put_link_to_code(const struct hc_space *space, uint64_t value) {
    putchar('[');
    hc_put_number(space, value);
    putchar(' ');
    hc_put_text(hc_explain(space->id, value, NULL).row->name);
    printf("](#");
    hc_put_anchor(space, value);
    putchar(')');
}

void hc_put_reference(const struct hc_code *row) {
    if (row->reference == NULL)
        return;
    putchar('[');
    hc_put_text(row->reference);
    /* In angle brackets an address may hold parentheses. */
    printf("](<%s>)", row->url);
}
