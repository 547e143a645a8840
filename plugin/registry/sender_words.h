/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words beside a code that outweigh it: the sender had no number for what happened, took a stand-in, and says
 * so in its reason. A row a wording of one sender, with the code that this sender puts beside it; another
 * code beside the same words is another sender's. Plain C11; everything is constant for the life of the
 * program. */
#ifndef HTTPCODES_REGISTRY_SENDER_WORDS_H
#define HTTPCODES_REGISTRY_SENDER_WORDS_H

#include "registry/code.h"

struct hc_sender_words {
    enum hc_space_id space;         /* of the code beside them */
    uint64_t value;                 /* the code beside them */
    const char *words;              /* all of the reason; of a row with `number` NULL */
    unsigned number;                /* which the reason begins with, before a colon; 0 of a row with words */
    const char *name;               /* what the sender's source calls it: "QUIC_NETWORK_IDLE_TIMEOUT"; NULL
                                       where the words are the name */
    const char *sender;             /* who writes so: "Chromium" */
    enum hc_blame blame;            /* instead of the code's */
    const char *text[HC_LANGUAGES]; /* what it means, one sentence; never NULL */
};

/* All of them, in no order that counts. */
extern const struct hc_sender_words hc_all_sender_words[];
extern const size_t hc_sender_words_count;

/* The row for a code and the reason beside it, a string; NULL where the reason is NULL or says no more than
 * the code does. O(rows). */
const struct hc_sender_words *hc_sender_words(enum hc_space_id space, uint64_t value, const char *reason);

#endif
