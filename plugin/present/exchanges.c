/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/exchanges.h"

#include "compat.h"

#include <epan/stat_tap_ui.h>
#include <epan/tap.h>
#include <stdio.h>

#include "judge/attempts.h"
#include "present/exchange_row.h"
#include "present/sentences.h"

/* What a frame shows, as the listener gets it. */
struct tapped {
    const struct hc_events *events;
    const struct hc_verdict *verdicts;
};

/* A table in the making: it grows with the capture, as every list of requests must, and only where one is
 * asked for. */
struct table {
    GPtrArray *rows; /* by the exchange's number, counted from 1; NULL where nothing was seen of one */
    bool is_json;
};

static int tap;

bool hc_exchanges_are_wanted(void) {
    return have_tap_listener(tap);
}

void hc_exchanges_tap(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts) {
    struct tapped *tapped = wmem_new(pinfo->pool, struct tapped);

    *tapped = (struct tapped){events, verdicts};
    tap_queue_packet(tap, pinfo, tapped);
}

static void free_row(void *row) {
    if (row)
        hc_exchange_row_free(row);
}

static struct hc_exchange_row *row_of(struct table *table, uint32_t exchange) {
    if (exchange > table->rows->len)
        g_ptr_array_set_size(table->rows, (int)exchange);
    if (!table->rows->pdata[exchange - 1])
        table->rows->pdata[exchange - 1] = hc_exchange_row_new(exchange);
    return table->rows->pdata[exchange - 1];
}

static void reset(void *data) {
    g_ptr_array_set_size(((struct table *)data)->rows, 0);
}

static void finish(void *data) {
    struct table *table = data;

    g_ptr_array_free(table->rows, TRUE);
    g_free(table);
}

static void add_event(struct table *table, packet_info *pinfo, const struct hc_event *event,
                      const struct hc_verdict *verdict) {
    if (event->exchange != 0 && !(event->circumstances & HC_SENT_AGAIN))
        hc_exchange_row_add(row_of(table, event->exchange), event, verdict,
                            hc_sentence_code(pinfo->pool, event, verdict));
}

static void add_pair(struct table *table, const struct hc_pair *pair) {
    if (pair->front.exchange != 0)
        hc_exchange_row_in_front(row_of(table, pair->front.exchange), pair);
    for (unsigned i = 0; i < hc_listed_attempts(pair); i++) {
        if (pair->behind[i].exchange != 0)
            hc_exchange_row_behind(row_of(table, pair->behind[i].exchange), pair);
    }
}

static tap_packet_status add_frame(void *data, packet_info *pinfo, epan_dissect_t *edt, const void *what,
                                   tap_flags_t flags) {
    const struct tapped *tapped = what;

    (void)edt, (void)flags;
    for (unsigned i = 0; i < tapped->events->count; i++)
        add_event(data, pinfo, &tapped->events->event[i], &tapped->verdicts[i]);
    for (unsigned i = 0; i < tapped->events->implied_count; i++) {
        const struct hc_implied *implied = &tapped->events->implied[i];

        if (implied->exchange != 0)
            hc_exchange_row_end(row_of(data, implied->exchange), implied);
    }
    for (unsigned i = 0; i < tapped->events->pair_count; i++)
        add_pair(data, tapped->events->pairs[i]);
    return TAP_PACKET_REDRAW;
}

static void print(void *data) {
    const struct table *table = data;

    if (!table->is_json)
        hc_exchange_row_print_titles();
    for (unsigned i = 0; i < table->rows->len; i++) {
        if (table->rows->pdata[i])
            hc_exchange_row_print(table->rows->pdata[i], table->is_json);
    }
    fflush(stdout);
}

static const char command[] = "httpcodes,exchanges";

/* Behind the command may stand ",json". */
static bool begin(const char *argument) {
    struct table *table = g_new0(struct table, 1);
    GString *error;

    table->rows = g_ptr_array_new_with_free_func(free_row);
    table->is_json = strcmp(argument + strlen(command), ",json") == 0;
    error = register_tap_listener("httpcodes_exchanges", table, NULL, TL_REQUIRES_NOTHING, reset, add_frame,
                                  print, finish);
    if (error) {
        g_string_free(error, TRUE);
        finish(table);
    }
    return !error;
}

/* 4.6 wants to know whether the argument was understood. */
#if HC_STATISTICS_ANSWER
static bool begin_table(const char *argument, void *data) {
    (void)data;
    return begin(argument);
}
#else
static void begin_table(const char *argument, void *data) {
    (void)data;
    begin(argument);
}
#endif

void hc_exchanges_register(void) {
    static stat_tap_ui ui = {REGISTER_STAT_GROUP_GENERIC, NULL, command, begin_table, 0, NULL};

    tap = register_tap("httpcodes_exchanges");
    register_stat_tap_ui(&ui, NULL);
}
