/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The texts that are put together for one event. All are allocated in the given scope. */
#ifndef HTTPCODES_WORDS_H
#define HTTPCODES_WORDS_H

#include <epan/packet.h>

#include "judge.h"

/* The name of the meaning taken; of an ambiguous number the names of all. */
const char *hc_words_name(wmem_allocator_t *scope, const struct hc_verdict *verdict);
/* The same for the origin. */
const char *hc_words_origin(wmem_allocator_t *scope, const struct hc_verdict *verdict);
/* "Token Required (Esri)": a further meaning. */
const char *hc_words_alternative(wmem_allocator_t *scope, const struct hc_code *meaning);
const char *hc_words_description(wmem_allocator_t *scope, const struct hc_verdict *verdict);
/* All in one line, at most HC_SUMMARY_MAX characters. */
enum { HC_SUMMARY_MAX = 160 };
const char *hc_words_summary(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict);

#endif
