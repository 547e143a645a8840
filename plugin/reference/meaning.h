/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the registry says of one meaning of a number, or of a range, as Markdown on standard output. */
#ifndef HTTPCODES_REFERENCE_MEANING_H
#define HTTPCODES_REFERENCE_MEANING_H

#include "registry/code.h"

/* "zh_CN" */
const char *hc_language_name(enum hc_language language);

/* "not processed, retry is safe" */
const char *hc_retry_words(const struct hc_code *row);

/* "the sender": whom the code blames. */
const char *hc_blame_words(const struct hc_code *row);

/* Its facts in a line, and its text in every language in a list. */
void hc_put_meaning(const struct hc_code *row);

#endif
