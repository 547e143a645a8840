/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/exchange_row.h"

#include <stdio.h>
#include <wsutil/json_dumper.h>

#include "judge/attempts.h"
#include "judge/conversion.h"
#include "judge/findings.h"
#include "judge/implied.h"
#include "judge/value_words.h"
#include "present/across_words.h"
#include "present/carrier_names.h"
#include "present/strings.h"

struct hc_exchange_row {
    const struct hc_request *request; /* NULL where it could not be read */
    GString *codes;
    const char *end; /* where the last code stands, or what ended the request without one */
    uint64_t findings;
    const struct hc_pair *pair; /* with this one in front; NULL if there is none */
    uint32_t exchange, frame;
    uint32_t front;       /* the frame of the request in front of it; 0 if none */
    uint32_t first, last; /* from the request to the first and the last code, in microseconds */
    uint32_t implied;     /* bits of enum hc_implied_kind */
    uint8_t ended_by;     /* enum hc_side */
};
_Static_assert(HC_IMPLIED_END <= 32, "a bit for every kind");

struct hc_exchange_row *hc_exchange_row_new(uint32_t exchange) {
    struct hc_exchange_row *row = g_new0(struct hc_exchange_row, 1);

    row->exchange = exchange;
    row->codes = g_string_new("");
    row->first = row->last = HC_NO_TIME;
    row->end = "";
    return row;
}

void hc_exchange_row_free(struct hc_exchange_row *row) {
    g_string_free(row->codes, TRUE);
    g_free(row);
}

static void note_time(struct hc_exchange_row *row, uint32_t elapsed) {
    if (row->first == HC_NO_TIME)
        row->first = elapsed;
    row->last = elapsed;
}

static void note_request(struct hc_exchange_row *row, const struct hc_request *request, uint32_t frame) {
    if (request)
        row->request = request;
    if (frame != 0)
        row->frame = frame;
}

void hc_exchange_row_add(struct hc_exchange_row *row, const struct hc_event *event,
                         const struct hc_verdict *verdict, const char *code) {
    note_request(row, event->request, event->request_frame);
    g_string_append_printf(row->codes, "%s%s", row->codes->len > 0 ? "; " : "", code);
    row->findings |= verdict->findings;
    /* What answers the peer's end ends nothing. */
    if (event->circumstances & (HC_ECHOES | HC_AFTER_STOP | HC_AFTER_OWN_RESET))
        return;
    note_time(row, event->elapsed);
    row->end = hc_carrier_name(event->carrier);
    row->ended_by = event->sender;
}

static const char *name_of(const char *filter) {
    return strchr(filter, '.') + 1;
}

void hc_exchange_row_end(struct hc_exchange_row *row, const struct hc_implied *implied) {
    const char *filter = hc_implied_rows[implied->kind].filter;

    note_request(row, implied->request, implied->request_frame);
    row->implied |= 1u << implied->kind;
    row->findings |= hc_implied_findings(implied);
    if (hc_implied_is_late(implied))
        return;
    row->last = implied->elapsed;
    row->end = filter ? name_of(filter) : "Close";
    row->ended_by = implied->ended_by;
}

void hc_exchange_row_in_front(struct hc_exchange_row *row, const struct hc_pair *pair) {
    note_request(row, pair->front.request, pair->front.request_frame);
    row->pair = pair;
}

void hc_exchange_row_behind(struct hc_exchange_row *row, const struct hc_pair *pair) {
    row->front = pair->front.request_frame;
}

/* ---- what is printed ---- */

/* "/a", escaped as on a terminal, where it would end the line or more. */
static const char *words(wmem_allocator_t *scope, const char *text) {
    return text ? hc_string_escaped(scope, text) : "";
}

static const char *number(wmem_allocator_t *scope, uint32_t value) {
    return value != 0 ? wmem_strdup_printf(scope, "%u", value) : "";
}

static const char *seconds(wmem_allocator_t *scope, uint32_t microseconds) {
    enum { IN_A_SECOND = 1000000 };

    return microseconds == HC_NO_TIME
               ? ""
               : wmem_strdup_printf(scope, "%u.%06u", microseconds / IN_A_SECOND, microseconds % IN_A_SECOND);
}

static const char *frame_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return number(scope, row->frame);
}

static const char *exchange_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return number(scope, row->exchange);
}

static const char *host_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return row->request ? words(scope, row->request->authority) : "";
}

static const char *method_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return row->request ? words(scope, row->request->method) : "";
}

static const char *path_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return row->request ? words(scope, row->request->path) : "";
}

static const char *codes_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return words(scope, row->codes->str);
}

static const char *end_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    (void)scope;
    return row->end;
}

static const char *ended_by_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    (void)scope;
    return hc_value_name(HC_VALUES_OF_SENDER, row->ended_by);
}

static const char *first_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return seconds(scope, row->first);
}

static const char *last_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return seconds(scope, row->last);
}

/* A finding may have several rows, and an end without a code the finding of a code. */
static void add_once(wmem_strbuf_t *text, GPtrArray *told, const char *filter) {
    const char *name = name_of(filter);

    if (g_ptr_array_find_with_equal_func(told, name, g_str_equal, NULL))
        return;
    wmem_strbuf_append_printf(text, "%s%s", told->len > 0 ? "; " : "", name);
    g_ptr_array_add(told, (void *)name);
}

static const char *findings_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");
    GPtrArray *told = g_ptr_array_new();

    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (row->findings & hc_finding_bit(i))
            add_once(text, told, hc_finding_rows[i].filter);
    }
    for (unsigned i = 0; i < HC_IMPLIED_END; i++) {
        if ((row->implied & (1u << i)) && hc_implied_rows[i].filter)
            add_once(text, told, hc_implied_rows[i].filter);
    }
    if (row->pair && hc_conversion_rows[hc_convert(row->pair)].filter)
        add_once(text, told, hc_conversion_rows[hc_convert(row->pair)].filter);
    g_ptr_array_free(told, TRUE);
    return wmem_strbuf_finalize(text);
}

static const char *front_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return number(scope, row->front);
}

static const char *behind_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    for (unsigned i = 0; row->pair && i < hc_listed_attempts(row->pair); i++)
        wmem_strbuf_append_printf(text, "%s%u", i > 0 ? "; " : "", row->pair->behind[i].request_frame);
    return wmem_strbuf_finalize(text);
}

static const char *attempts_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    return row->pair ? number(scope, row->pair->attempts) : "";
}

/* Of the last attempt. */
static const char *behind_code_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    const struct hc_leg *last = row->pair ? hc_last_attempt(row->pair) : NULL;
    const char *code = last ? hc_across_behind(scope, last) : NULL;

    return words(scope, code);
}

static const char *across_of(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    (void)scope;
    return row->pair ? hc_conversion_rows[hc_convert(row->pair)].name : "";
}

/* The columns in their order. */
static const struct {
    const char *name;
    const char *(*text)(wmem_allocator_t *scope, const struct hc_exchange_row *row); /* empty if not known */
    bool is_number;                                                                  /* for JSON */
} columns[] = {
    {"frame", frame_of, true},    {"exchange", exchange_of, true},  {"host", host_of, false},
    {"method", method_of, false}, {"path", path_of, false},         {"codes", codes_of, false},
    {"end", end_of, false},       {"ended_by", ended_by_of, false}, {"first", first_of, true},
    {"last", last_of, true},      {"findings", findings_of, false}, {"front", front_of, true},
    {"behind", behind_of, false}, {"attempts", attempts_of, true},  {"behind_code", behind_code_of, false},
    {"across", across_of, false},
};

static void print_cell(size_t column, const char *text) {
    if (column > 0)
        putchar('\t');
    fputs(text, stdout);
}

static void print_tabs(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        print_cell(i, columns[i].text(scope, row));
    putchar('\n');
}

/* What is not known is left out. */
static void print_json(wmem_allocator_t *scope, const struct hc_exchange_row *row) {
    json_dumper *dumper = wmem_new0(scope, json_dumper);

    dumper->output_file = stdout;
    json_dumper_begin_object(dumper);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        const char *text = columns[i].text(scope, row);

        if (*text == '\0')
            continue;
        json_dumper_set_member_name(dumper, columns[i].name);
        if (columns[i].is_number)
            json_dumper_value_anyf(dumper, "%s", text);
        else
            json_dumper_value_string(dumper, text);
    }
    json_dumper_end_object(dumper);
    json_dumper_finish(dumper);
}

void hc_exchange_row_print_titles(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        print_cell(i, columns[i].name);
    putchar('\n');
}

void hc_exchange_row_print(const struct hc_exchange_row *row, bool is_json) {
    wmem_allocator_t *scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);

    if (is_json)
        print_json(scope, row);
    else
        print_tabs(scope, row);
    wmem_destroy_allocator(scope);
}
