/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/store.h"

#include "memory/blocks.h"

/* The events of a frame end where those of the next row begin. */
struct row {
    uint32_t frame;
    uint32_t first_event;
};

/* What few frames have. */
struct rest {
    uint32_t frame;
    struct hc_events shown; /* without events */
};

static struct hc_blocks rows = {.size = sizeof(struct row)};
static struct hc_blocks events = {.size = sizeof(struct hc_event)};
static struct hc_blocks rests = {.size = sizeof(struct rest)};

static void forget_all(void) {
    hc_blocks_forget(&rows);
    hc_blocks_forget(&events);
    hc_blocks_forget(&rests);
}

void hc_store_register(void) {
    register_cleanup_routine(forget_all);
}

/* Where the events of a row begin; behind the last row, where the next ones will. */
static uint32_t first_event(unsigned row) {
    const struct row *at = row < rows.count ? hc_blocks_at(&rows, row) : NULL;

    return at ? at->first_event : events.count;
}

void hc_store_begin(uint32_t frame) {
    unsigned row = hc_blocks_of_frame(&rows, frame);

    events.count = first_event(row);
    rows.count = row;
    rests.count = hc_blocks_of_frame(&rests, frame);
}

static void keep_events(uint32_t frame, const struct hc_events *shown) {
    struct row *row = hc_blocks_add(&rows);

    *row = (struct row){.frame = frame, .first_event = events.count};
    for (unsigned i = 0; i < shown->count; i++)
        *(struct hc_event *)hc_blocks_add(&events) = shown->event[i];
}

static void *copy(const void *items, unsigned count, size_t size) {
    return wmem_memdup(wmem_file_scope(), items, count * size);
}

static void keep_rest(uint32_t frame, const struct hc_events *shown) {
    struct rest *rest = hc_blocks_add(&rests);
    struct hc_events *kept = &rest->shown;

    *rest = (struct rest){.frame = frame, .shown = *shown};
    kept->count = 0;
    kept->event = NULL;
    kept->implied = copy(shown->implied, shown->implied_count, sizeof *shown->implied);
    kept->pairs = copy(shown->pairs, shown->pair_count, sizeof *shown->pairs);
    kept->fronts = copy(shown->fronts, shown->front_count, sizeof *shown->fronts);
}

void hc_store_keep(uint32_t frame, const struct hc_events *shown) {
    if (shown->count > 0)
        keep_events(frame, shown);
    if (shown->unreadable_statuses + shown->implied_count + shown->pair_count + shown->front_count > 0)
        keep_rest(frame, shown);
}

/* They may stand in two blocks. */
static void find_events(wmem_allocator_t *scope, unsigned row, struct hc_events *found) {
    unsigned first = first_event(row);
    struct hc_event *event;

    found->count = first_event(row + 1) - first;
    event = wmem_alloc_array(scope, struct hc_event, found->count);
    for (unsigned i = 0; i < found->count; i++)
        event[i] = *(const struct hc_event *)hc_blocks_at(&events, first + i);
    found->event = event;
}

/* Its place in the list is set. */
static bool has(const struct hc_blocks *list, uint32_t frame, unsigned *place) {
    *place = hc_blocks_of_frame(list, frame);
    return *place < list->count && *(const uint32_t *)hc_blocks_at(list, *place) == frame;
}

const struct hc_events *hc_store_find(wmem_allocator_t *scope, uint32_t frame) {
    unsigned row, rest;
    bool has_events = has(&rows, frame, &row), has_rest = has(&rests, frame, &rest);
    struct hc_events *found;

    if (!has_events && !has_rest)
        return NULL;
    found = wmem_new0(scope, struct hc_events);
    if (has_rest)
        *found = ((const struct rest *)hc_blocks_at(&rests, rest))->shown;
    if (has_events)
        find_events(scope, row, found);
    return found;
}
