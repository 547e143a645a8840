/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a number on the wire to what is known of it. Allocates nothing, keeps no state; everything returned is
 * constant for the life of the program. */
#ifndef HTTPCODES_REGISTRY_LOOKUP_H
#define HTTPCODES_REGISTRY_LOOKUP_H

#include "registry/code.h"

/* What a number means: the row to take, and every row that the number has of its own. */
struct hc_meaning {
    const struct hc_code *row; /* the meaning to take; never NULL for a valid space */
    const struct hc_code
        *rows;        /* all meanings of exactly this number, `row` among them unless it is a range */
    size_t row_count; /* 0 where only a range knows the number */
    bool is_own;      /* `row` is the user's own (own_codes.h), and none of `rows` */
};

/* The space of an id; NULL for an id that is none. */
const struct hc_space *hc_space(enum hc_space_id id);

/* Explains `value`, in O(log n). The row to take is the user's own (own_codes.h), or, of the number's own
 * rows,
 *
 *   1. the first whose evidence matches;
 *   2. else the first official one: registered, retired or from a draft;
 *   3. else the only one that can appear on the wire, unless it is private use;
 *   4. else none: several vendors claim the number, none of them ever sends it, or a private one lacks its
 *      proof. The range's row is taken then, and the number's own rows are all alternatives.
 *
 * Without a row of its own the number is explained by the pattern or the range that it falls in. A value
 * beyond the space's largest falls in the last range.
 *
 * `evidence` is what the capture shows of the product or the protocol in use, NULL if nothing: for a
 * WebSocket close code the negotiated Sec-WebSocket-Protocol, compared exactly; for all other spaces the
 * value of a Server header, of which every product's name (RFC 9110, section 10.2.4) is compared without
 * regard to case.
 *
 * For an id that is no space all members are NULL or 0. */
struct hc_meaning hc_explain(enum hc_space_id id, uint64_t value, const char *evidence);

/* The same without the user's own codes. */
struct hc_meaning hc_explain_built_in(enum hc_space_id id, uint64_t value, const char *evidence);

/* Whether only the pattern or range that the number falls in explains it. */
bool hc_is_range(const struct hc_meaning *meaning);

/* Whether the evidence proves the row, by the rules of hc_explain(); false for a row that needs none. */
bool hc_is_proven(enum hc_space_id id, const struct hc_code *row, const char *evidence);

/* The other meanings of the number: those at position 0, 1, ... until NULL. They include private ones whose
 * subprotocol was not seen and ones that never travel (never_on_wire): the caller chooses what to show. */
const struct hc_code *hc_alternative(const struct hc_meaning *meaning, size_t position);

/* The row's text in a language, in English where it is not translated; never NULL. */
const char *hc_text(const struct hc_code *row, enum hc_language language);

#endif
