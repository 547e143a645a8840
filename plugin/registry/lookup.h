/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a number on the wire to what is known of it. Allocates nothing, keeps no state; everything returned is
 * constant for the life of the program. */
#ifndef HTTPCODES_REGISTRY_LOOKUP_H
#define HTTPCODES_REGISTRY_LOOKUP_H

#include "registry/built_in.h"
#include "registry/spaces.h"

/* Explains `value`, in O(log n). The row to take is the user's own (own_codes.h), or, of the number's own
 * rows,
 *
 *   1. the first whose evidence matches;
 *   2. else the first official one: registered, retired or from a draft;
 *   3. else an informal convention, which is nobody's in particular;
 *   4. else none: a vendor's, or a private, meaning needs its proof, also where it is the only one known. The
 *      range's row is taken then, and the number's own rows are all alternatives.
 *
 * Without a row of its own the number is explained by the pattern or the range that it falls in. A value
 * beyond the space's largest falls in the last range.
 *
 * `evidence` is what the capture shows of the product or the protocol in use, NULL if nothing: see
 * registry/proof.h.
 *
 * For an id that is no space all members are NULL or 0. */
struct hc_meaning hc_explain(enum hc_space_id id, uint64_t value, const char *evidence);

/* The same, where the host that the request names is known, too: of rows that the evidence does not prove
 * it proves those that need it (hc_is_proven_by_host()). NULL: not known. */
struct hc_meaning hc_explain_at(enum hc_space_id id, uint64_t value, const char *evidence, const char *host);

/* Whether only the pattern or range that the number falls in explains it. */
bool hc_is_range(const struct hc_meaning *meaning);

/* The other meanings of the number: those at position 0, 1, ... until NULL. They include private ones whose
 * subprotocol was not seen and ones that never travel (never_on_wire): the caller chooses what to show. */
const struct hc_code *hc_alternative(const struct hc_meaning *meaning, size_t position);

/* The row's text in a language, in English where it is not translated; never NULL. */
const char *hc_text(const struct hc_code *row, enum hc_language language);

#endif
