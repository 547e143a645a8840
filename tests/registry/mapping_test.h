/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of the mapping rows have in common: numbers by the names that the documents use, and
 * questions to the rows of one number. */
#ifndef HTTPCODES_TESTS_MAPPING_TEST_H
#define HTTPCODES_TESTS_MAPPING_TEST_H

#include "registry/registry_test.h"

#include <stdlib.h>

#include "registry/mapping.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Facts for which every row counts, whatever its conditions. */
#define WHATEVER_HOLDS                                                                                       \
    (HC_IF_FROM_CLIENT | HC_IF_FROM_SERVER | HC_IF_ON_STREAM | HC_IF_ON_CONNECTION | HC_IF_WEBSOCKET |       \
     HC_IF_NO_GRPC_STATUS | HC_IF_OWN_MEANING | HC_IF_BEGUN)

/* Names the row that broke the condition. */
#define REQUIRE_MAPPING(row, condition)                                                                      \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            fail_msg("%s 0x%" PRIx64 "..0x%" PRIx64 " -> %s 0x%" PRIx64 " (%s): not so: %s",                 \
                     space_name((row)->from), (row)->first, (row)->last, space_name((row)->to),              \
                     (row)->target, (row)->basis ? (row)->basis : "", #condition);                           \
    } while (0)

static inline const char *space_name(enum hc_space_id id) {
    const struct hc_space *space = hc_space(id);
    return space == NULL ? "no space" : space->name;
}

/* A decimal number, or the official name of a code; fails for a name that the space does not know. */
static inline uint64_t number_of(enum hc_space_id id, const char *name) {
    char *end;
    uint64_t number = strtoull(name, &end, 10);
    if (*end == '\0')
        return number;
    const struct hc_space *space = hc_space(id);
    for (size_t i = 0; i < space->code_count; i++)
        if (strcmp(space->codes[i].name, name) == 0)
            return space->codes[i].value;
    fail_msg("%s has no code named %s", space->name, name);
    return 0;
}

/* Whether a row's conditions hold where these facts are known. */
static inline bool applies(const struct hc_mapping *row, unsigned facts) {
    return (row->conditions & ~facts) == 0;
}

static inline bool answers(const struct hc_mapping *row) {
    return row->kind != HC_MAP_NOT_APPLICABLE;
}

/* Whether the row says that a document names this counterpart. */
static inline bool is_documented(const struct hc_mapping *row) {
    return row->kind == HC_MAP_EXACT || row->kind == HC_MAP_CLOSEST;
}

static inline bool mentions(const char *text, const char *word) {
    return strstr(text, word) != NULL;
}

/* The first row that answers a number with `target` and applies; NULL if there is none. */
static inline const struct hc_mapping *find_answer(enum hc_space_id from, uint64_t value, enum hc_space_id to,
                                                   uint64_t target, unsigned facts) {
    struct hc_mappings found = hc_mappings(from, value);
    for (size_t i = 0; i < found.count; i++) {
        const struct hc_mapping *row = &found.rows[i];
        if (row->to == to && answers(row) && row->target == target && applies(row, facts))
            return row;
    }
    return NULL;
}

static inline bool is_answered(enum hc_space_id from, uint64_t value, enum hc_space_id to, uint64_t target,
                               unsigned facts) {
    return find_answer(from, value, to, target, facts) != NULL;
}

/* Fails unless a row answers the number so. */
static inline const struct hc_mapping *require_answer(enum hc_space_id from, uint64_t value,
                                                      enum hc_space_id to, uint64_t target, unsigned facts) {
    const struct hc_mapping *row = find_answer(from, value, to, target, facts);
    if (row == NULL)
        fail_msg("%s 0x%" PRIx64 " must be answered by %s 0x%" PRIx64 " (facts 0x%x)", space_name(from),
                 value, space_name(to), target, facts);
    return row;
}

typedef void mapping_check(const struct hc_mapping *row);

/* Every row of one number that leads into one space. */
static inline void for_each_mapping(enum hc_space_id from, uint64_t value, enum hc_space_id to,
                                    mapping_check *check) {
    struct hc_mappings found = hc_mappings(from, value);
    for (size_t i = 0; i < found.count; i++)
        if (found.rows[i].to == to)
            check(&found.rows[i]);
}

/* One line of a document's table. Without an answer the document says: not applicable. */
struct pair {
    const char *code;
    const char *answer;
};

/* A table, and the facts under which it speaks. */
struct document {
    const char *name; /* stands in the basis of each of its rows */
    enum hc_space_id from, to;
    unsigned facts;
    const struct pair *pairs;
    size_t count;
};

#define DOCUMENT(title, source, destination, known, table)                                                   \
    {                                                                                                        \
        .name = (title), .from = (source), .to = (destination), .facts = (known), .pairs = (table),          \
        .count = COUNT(table)                                                                                \
    }

static inline bool says_not_applicable(const struct document *document, uint64_t value) {
    struct hc_mappings found = hc_mappings(document->from, value);
    for (size_t i = 0; i < found.count; i++)
        if (found.rows[i].to == document->to && !answers(&found.rows[i]) &&
            mentions(found.rows[i].basis, document->name))
            return true;
    return false;
}

static inline void check_pair(const struct document *document, const struct pair *pair) {
    uint64_t value = number_of(document->from, pair->code);
    if (pair->answer == NULL) {
        if (!says_not_applicable(document, value))
            fail_msg("%s says that %s is not applicable", document->name, pair->code);
        return;
    }
    uint64_t target = number_of(document->to, pair->answer);
    const struct hc_mapping *row =
        require_answer(document->from, value, document->to, target, document->facts);
    REQUIRE_MAPPING(row, is_documented(row));
    REQUIRE_MAPPING(row, mentions(row->basis, document->name));
}

static inline bool in_document(const struct document *document, uint64_t value, uint64_t target) {
    for (size_t i = 0; i < document->count; i++)
        if (document->pairs[i].answer != NULL &&
            number_of(document->from, document->pairs[i].code) == value &&
            number_of(document->to, document->pairs[i].answer) == target)
            return true;
    return false;
}

/* No row may cite the document for what it does not say. */
static inline void check_claims(const struct document *document, const char *code) {
    uint64_t value = number_of(document->from, code);
    struct hc_mappings found = hc_mappings(document->from, value);
    for (size_t i = 0; i < found.count; i++) {
        const struct hc_mapping *row = &found.rows[i];
        if (row->to == document->to && is_documented(row) && applies(row, document->facts) &&
            mentions(row->basis, document->name))
            REQUIRE_MAPPING(row, in_document(document, value, row->target));
    }
}

static inline void check_document(const struct document *document) {
    for (size_t i = 0; i < document->count; i++) {
        check_pair(document, &document->pairs[i]);
        check_claims(document, document->pairs[i].code);
    }
}

static inline void check_not_documented(const struct hc_mapping *row) {
    REQUIRE_MAPPING(row, !is_documented(row));
}

/* The one counterpart of an unknown code on a stream; another one would contradict the rule of its space. */
static inline void check_unknown(enum hc_space_id from, uint64_t value, enum hc_space_id to,
                                 uint64_t target) {
    const unsigned facts = HC_IF_FROM_SERVER | HC_IF_ON_STREAM;
    require_answer(from, value, to, target, facts);
    struct hc_mappings found = hc_mappings(from, value);
    for (size_t i = 0; i < found.count; i++)
        if (found.rows[i].to == to && answers(&found.rows[i]) && applies(&found.rows[i], facts))
            REQUIRE_MAPPING(&found.rows[i], found.rows[i].target == target);
}

/* Whether the code says that nothing went wrong. */
static inline bool says_no_error(const struct hc_code *code) {
    return code->retry == HC_RETRY_NOT_A_FAILURE;
}

#endif
