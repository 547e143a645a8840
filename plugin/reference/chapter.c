/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reference/chapter.h"

#include <stdio.h>
#include <string.h>

#include "reference/counterparts.h"
#include "reference/markdown.h"
#include "reference/meaning.h"
#include "registry/lookup.h"

static void put_introduction(const struct hc_space *space) {
    printf("## <a id=\"%s\"></a>%s\n\n", space->filter, space->name);
    printf("Carried by %s. Display filter field `httpcodes.%s`. [Official list](<%s>).\n\n", space->carriers,
           space->filter, space->registry_url);
}

static void put_line_of_overview(const struct hc_space *space, const struct hc_code *row) {
    printf("| [");
    hc_put_number(space, row->value);
    printf("](#");
    hc_put_anchor(space, row->value);
    printf(") | ");
    hc_put_text(row->name);
    printf(" | ");
    hc_put_text(row->origin);
    printf(" | %s | %s |\n", hc_blame_words(row), hc_retry_words(row));
}

static void put_overview(const struct hc_space *space) {
    printf("| Number | Name | Origin | Fault | Retry |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < space->code_count; i++)
        put_line_of_overview(space, &space->codes[i]);
    printf("\nBeyond these: [ranges](#%s-ranges).\n\n", space->filter);
}

/* Vendors may have chosen the same name for the same number. */
static bool named_before(const struct hc_meaning *number, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(number->rows[i].name, number->rows[index].name) == 0)
            return true;
    return false;
}

static void put_heading(const struct hc_space *space, uint64_t value, const struct hc_meaning *number) {
    printf("### <a id=\"");
    hc_put_anchor(space, value);
    printf("\"></a>");
    hc_put_number(space, value);
    for (size_t i = 0; i < number->row_count; i++) {
        if (named_before(number, i))
            continue;
        printf(i == 0 ? " " : " / ");
        hc_put_text(number->rows[i].name);
    }
    printf("\n\n");
}

static void put_entry(const struct hc_space *space, uint64_t value) {
    struct hc_meaning number = hc_explain(space->id, value, NULL);

    put_heading(space, value, &number);
    for (size_t i = 0; i < number.row_count; i++) {
        if (number.row_count > 1) {
            printf("**");
            hc_put_text(number.rows[i].name);
            printf("** ");
        }
        hc_put_meaning(&number.rows[i]);
    }
    hc_put_counterparts(space, value);
}

static void put_entries(const struct hc_space *space) {
    for (size_t i = 0; i < space->code_count; i++)
        if (i == 0 || space->codes[i].value != space->codes[i - 1].value)
            put_entry(space, space->codes[i].value);
}

/* The first number that nothing but the range explains; the range's last where there is none. */
static uint64_t example_of(const struct hc_space *space, const struct hc_code *range) {
    uint64_t value = range->value;

    while (value < range->last) {
        struct hc_meaning number = hc_explain(space->id, value, NULL);
        if (number.row == range && number.row_count == 0)
            break;
        value += range->step == 0 ? 1 : range->step;
    }
    return value;
}

static void put_range(const struct hc_space *space, const struct hc_code *range) {
    printf("### ");
    hc_put_number(space, range->value);
    if (range->step != 0) {
        printf(", and from there on every ");
        hc_put_number(space, range->step);
    } else {
        printf(" to ");
        hc_put_number(space, range->last);
    }
    printf(": ");
    hc_put_text(range->name);
    printf("\n\n");
    hc_put_meaning(range);
    hc_put_counterparts(space, example_of(space, range));
}

void hc_put_chapter(const struct hc_space *space) {
    put_introduction(space);
    put_overview(space);
    put_entries(space);
    printf("## <a id=\"%s-ranges\"></a>%s: ranges\n\n", space->filter, space->name);
    for (size_t i = 0; i < space->range_count; i++)
        put_range(space, &space->ranges[i]);
}
