/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/lookup.h"

#include <string.h>

#include "registry/own_codes.h"

static const struct hc_space *const spaces[] = {
    [HC_HTTP_STATUS] = &hc_http_status,         [HC_HTTP2_ERROR] = &hc_http2_error,
    [HC_HTTP3_ERROR] = &hc_http3_error,         [HC_QUIC_ERROR] = &hc_quic_error,
    [HC_WEBSOCKET_CLOSE] = &hc_websocket_close, [HC_GRPC_STATUS] = &hc_grpc_status,
};
_Static_assert(sizeof(spaces) / sizeof(spaces[0]) == HC_SPACES_END, "every space has its place");

const struct hc_space *hc_space(enum hc_space_id id) {
    return (unsigned)id < HC_SPACES_END ? spaces[id] : NULL;
}

/* Index of the first row that is not below the value. */
static size_t lower_bound(const struct hc_space *space, uint64_t value) {
    size_t from = 0, to = space->code_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (space->codes[middle].value < value)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool in_pattern(const struct hc_code *row, uint64_t value) {
    return row->step != 0 && value >= row->value && value <= row->last &&
           (value - row->value) % row->step == 0;
}

static const struct hc_code *range_of(const struct hc_space *space, uint64_t value) {
    const struct hc_code *row = space->ranges;
    for (; row->step != 0; row++)
        if (in_pattern(row, value))
            return row;
    /* The ranges have no gap and the first begins at 0, so the search from the end always ends. */
    row = space->ranges + space->range_count - 1;
    while (row->value > value)
        row--;
    return row;
}

static char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the `length` characters at `text` are `name`, but for the case of ASCII letters. */
static bool same_name(const char *text, size_t length, const char *name) {
    for (size_t i = 0; i < length; i++)
        if (name[i] == '\0' || lower_case(text[i]) != lower_case(name[i]))
            return false;
    return name[length] == '\0';
}

/* Past a comment, which may nest and quote (RFC 9110, section 5.6.5). */
static const char *skip_comment(const char *text) {
    unsigned depth = 0;
    do {
        if (*text == '(')
            depth++;
        else if (*text == ')')
            depth--;
        else if (*text == '\\' && text[1] != '\0')
            text++;
        text++;
    } while (depth > 0 && *text != '\0');
    return text;
}

/* Whether a Server header names the product, with or without a version. */
static bool names_product(const char *header, const char *product) {
    while (*header != '\0') {
        if (*header == '(') {
            header = skip_comment(header);
            continue;
        }
        size_t length = strcspn(header, "/ \t,(");
        if (length > 0 && same_name(header, length, product))
            return true;
        header += length;
        if (*header == '/')
            header += strcspn(header, " \t,(");
        header += strspn(header, " \t,");
    }
    return false;
}

bool hc_is_proven(enum hc_space_id id, const struct hc_code *row, const char *evidence) {
    if (evidence == NULL || row->evidence == NULL)
        return false;
    for (const char *const *needed = row->evidence; *needed != NULL; needed++)
        if (id == HC_WEBSOCKET_CLOSE ? strcmp(evidence, *needed) == 0 : names_product(evidence, *needed))
            return true;
    return false;
}

static bool official(const struct hc_code *row) {
    return row->registration != HC_UNOFFICIAL && row->registration != HC_PRIVATE_USE;
}

static const struct hc_code *first_proven(enum hc_space_id id, const struct hc_meaning *meaning,
                                          const char *evidence) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (hc_is_proven(id, &meaning->rows[i], evidence))
            return &meaning->rows[i];
    return NULL;
}

static const struct hc_code *first_official(const struct hc_meaning *meaning) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (official(&meaning->rows[i]))
            return &meaning->rows[i];
    return NULL;
}

/* The only row that can appear on the wire; NULL if there is none, or several claim the number. */
static const struct hc_code *undisputed(const struct hc_meaning *meaning) {
    const struct hc_code *only = NULL;
    for (size_t i = 0; i < meaning->row_count; i++) {
        if (meaning->rows[i].never_on_wire)
            continue;
        if (only != NULL)
            return NULL;
        only = &meaning->rows[i];
    }
    return only != NULL && only->registration != HC_PRIVATE_USE ? only : NULL;
}

struct hc_meaning hc_explain_built_in(enum hc_space_id id, uint64_t value, const char *evidence) {
    struct hc_meaning meaning = {NULL, NULL, 0, false};
    const struct hc_space *space = hc_space(id);
    if (space == NULL)
        return meaning;

    size_t first = lower_bound(space, value), end = first;
    while (end < space->code_count && space->codes[end].value == value)
        end++;
    if (end > first) {
        meaning.rows = space->codes + first;
        meaning.row_count = end - first;
    }

    meaning.row = first_proven(id, &meaning, evidence);
    if (meaning.row == NULL)
        meaning.row = first_official(&meaning);
    if (meaning.row == NULL)
        meaning.row = undisputed(&meaning);
    if (meaning.row == NULL)
        meaning.row = range_of(space, value);
    return meaning;
}

struct hc_meaning hc_explain(enum hc_space_id id, uint64_t value, const char *evidence) {
    struct hc_meaning meaning = hc_explain_built_in(id, value, evidence);
    const struct hc_code *own = hc_own_code(id, value, evidence);

    if (own) {
        meaning.row = own;
        meaning.is_own = true;
    }
    return meaning;
}

bool hc_is_range(const struct hc_meaning *meaning) {
    return meaning->row->last != 0 && !meaning->is_own;
}

const struct hc_code *hc_alternative(const struct hc_meaning *meaning, size_t position) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (&meaning->rows[i] != meaning->row && position-- == 0)
            return &meaning->rows[i];
    return NULL;
}

const char *hc_text(const struct hc_code *row, enum hc_language language) {
    bool translated = (unsigned)language < HC_LANGUAGES && row->text[language] != NULL;
    return row->text[translated ? language : HC_EN];
}
