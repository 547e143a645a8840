/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the built-in rows say of a number. Allocates nothing, keeps no state; everything returned is constant
 * for the life of the program. For registry/lookup.h and registry/own_codes.h; all others ask hc_explain().
 */
#ifndef HTTPCODES_REGISTRY_BUILT_IN_H
#define HTTPCODES_REGISTRY_BUILT_IN_H

#include "registry/code.h"

/* What a number means: the row to take, and every row that the number has of its own. */
struct hc_meaning {
    const struct hc_code *row; /* the meaning to take; never NULL for a valid space */
    const struct hc_code
        *rows;        /* all meanings of exactly this number, `row` among them unless it is a range */
    size_t row_count; /* 0 where only a range knows the number */
    bool is_own;      /* `row` is the user's own (own_codes.h), and none of `rows` */
    bool is_claimed;  /* vendors use the number, and the capture does not show that this is theirs: `row`
                         is the range's */
    const struct hc_code *claim; /* the only row that claims it so; NULL where several do, or none */
    enum hc_blame blame;         /* as in `row`; of a number that several claim, what all of them agree on */
    enum hc_retry retry;         /* the same */
};

/* hc_explain_at() without the user's own codes. */
struct hc_meaning hc_explain_built_in(enum hc_space_id id, uint64_t value, const char *evidence,
                                      const char *host);

#endif
