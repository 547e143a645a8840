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
/* "404 Not Found", "CANCEL (0x8)": number and name as people write them. */
const char *hc_words_code(wmem_allocator_t *scope, const struct hc_event *event,
                          const struct hc_verdict *verdict);
/* The same for the target of a mapping. */
const char *hc_words_target(wmem_allocator_t *scope, const struct hc_mapping *mapping);
/* What a finding has to say about this event. */
const char *hc_words_finding(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding);

#endif
