/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The texts that are put together for one event, in the language of the preferences. All are allocated in the
 * given scope, or constant. */
#ifndef HTTPCODES_PRESENT_SENTENCES_H
#define HTTPCODES_PRESENT_SENTENCES_H

#include <epan/packet.h>

#include "judge/judge.h"

/* The name of the meaning taken; of a number that several vendors claim the names of all. */
const char *hc_sentence_name(wmem_allocator_t *scope, const struct hc_verdict *verdict);
/* The same for the origin, of a single claim too: it says who uses the number. */
const char *hc_sentence_origin(wmem_allocator_t *scope, const struct hc_verdict *verdict);
/* "Token Required (Esri)": a further meaning. */
const char *hc_sentence_alternative(wmem_allocator_t *scope, const struct hc_code *meaning);
const char *hc_sentence_description(wmem_allocator_t *scope, const struct hc_event *event,
                                    const struct hc_verdict *verdict);
/* "404 Not Found", "CANCEL (0x8)": number and name as people write them. */
const char *hc_sentence_code(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict);
/* The same for a number that no event has. */
const char *hc_sentence_number(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value);
/* "999", "0xabab": the number alone. */
const char *hc_sentence_bare_number(wmem_allocator_t *scope, enum hc_space_id space, uint64_t value);
/* The target of a mapping, of an error code its name alone. */
const char *hc_sentence_target(wmem_allocator_t *scope, const struct hc_mapping *mapping);
/* "3 codes" */
const char *hc_sentence_count(wmem_allocator_t *scope, unsigned codes);
/* "Counterpart in HTTP/2: CANCEL (0x8)": a mapping in one line. */
const char *hc_sentence_mapping(wmem_allocator_t *scope, const struct hc_mapping *mapping);
/* "requests open: 2, retry allowed (idempotent)": what becomes of the requests, and may they be sent again?
 * NULL where there is nothing to say. */
const char *hc_sentence_outcome(wmem_allocator_t *scope, const struct hc_event *event,
                                const struct hc_verdict *verdict);
/* "retry after 30 s": of an event with a Retry-After header that has_retry_after. */
const char *hc_sentence_delay(wmem_allocator_t *scope, const struct hc_event *event);
/* Of hc_implied_findings() one, with what is particular about it. */
const char *hc_sentence_again(wmem_allocator_t *scope, const struct hc_implied *implied,
                              enum hc_finding finding);
/* "the client gave up after 2.00 s, at its deadline of 2.00 s": the time as for hc_patience_phrase(). */
const char *hc_sentence_patience(wmem_allocator_t *scope, uint32_t elapsed, uint64_t deadline);
/* "retry is safe": the verdict as a phrase; NULL where it is no question. */
const char *hc_sentence_retry(enum hc_retry retry);
/* The title of the first finding that says more than the code's name and the outcome do, and is not told
 * already (bits of hc_verdict.findings); NULL if none does. */
const char *hc_sentence_title(wmem_allocator_t *scope, const struct hc_event *event,
                              const struct hc_verdict *verdict, uint64_t told);
/* What a finding has to say about this event. */
const char *hc_sentence_finding(wmem_allocator_t *scope, const struct hc_event *event,
                                const struct hc_verdict *verdict, enum hc_finding finding);

#endif
