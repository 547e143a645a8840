/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the values of the small fields are called: in filters, and by readers in their language. Plain C11;
 * everything is constant for the life of the program. */
#ifndef HTTPCODES_JUDGE_VALUE_WORDS_H
#define HTTPCODES_JUDGE_VALUE_WORDS_H

#include "registry/code.h"

enum hc_value_kind {
    HC_VALUES_OF_SENDER, /* enum hc_side */
    HC_VALUES_OF_REGISTRATION,
    HC_VALUES_OF_RETRY,
    HC_VALUES_OF_FAULT,
    HC_VALUES_OF_SCOPE,
    HC_VALUES_OF_EVIDENCE, /* enum hc_evidence */
    HC_VALUE_KINDS
};

/* One more than the largest value of the kind. */
unsigned hc_value_end(enum hc_value_kind kind);

/* The name that filters use, short and in English; NULL for a value that the kind has not. */
const char *hc_value_name(enum hc_value_kind kind, unsigned value);

/* The words for readers; the name itself where English needs no more. NULL as above. */
const char *hc_value_text(enum hc_value_kind kind, unsigned value, enum hc_language language);

#endif
