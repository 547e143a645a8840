/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The user's own codes, which win over the built-in ones. Plain C11.
 *
 * One table for the process, as Wireshark has one set of preferences; it is read by hc_explain(). */
#ifndef HTTPCODES_REGISTRY_OWN_CODES_H
#define HTTPCODES_REGISTRY_OWN_CODES_H

#include "registry/code.h"

/* A row as the user writes it; every member a string, empty or NULL where nothing was written. */
struct hc_own_text {
    const char *space;  /* "HTTP status", ... as hc_space.name */
    const char *first;  /* a number, decimal or 0x and hex */
    const char *last;   /* the same, inclusive; empty for a single code */
    const char *origin; /* who uses the code; empty: "own" */
    const char *name;
    const char *description; /* empty: the name says it all */
    const char *condition;   /* a product of the Server header, a WebSocket subprotocol, or the
                              request's "host:api.example" (registry/proof.h); empty: always */
    const char *retry;       /* one of hc_own_retries; empty: as of the built-in row, or range */
    const char *fault;       /* one of hc_own_faults; empty: the same */
};

/* What the columns retry and fault may hold, ended by NULL; the first is empty. */
extern const char *const hc_own_retries[], *const hc_own_faults[];

/* A row that was read. Its strings are those of the text. */
struct hc_own_code {
    enum hc_space_id space;
    struct hc_code code;
    const char *evidence[2]; /* ended by NULL; code.evidence is set by hc_own_codes_use() */
};

/* Reads a row. Returns NULL, or a sentence (constant) that says what to mend. */
const char *hc_own_code_read(const struct hc_own_text *text, struct hc_own_code *code);

/* Whether two rows claim the same number under the same condition. */
bool hc_own_codes_clash(const struct hc_own_code *one, const struct hc_own_code *other);

/* From now on these are the user's codes. The array is taken over as it is and must live until the next call.
 */
void hc_own_codes_use(struct hc_own_code *codes, size_t count);
/* How often that was called: what was concluded before may be different now, or gone. */
unsigned hc_own_codes_edition(void);

/* The user's row for a number, given what the capture shows (see hc_explain_at()); NULL if there is none. A
 * row whose condition holds goes before one without a condition. */
const struct hc_code *hc_own_code(enum hc_space_id space, uint64_t value, const char *evidence,
                                  const char *host);

#endif
