/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The texts that are put together for one event, in the language of the preferences. All are allocated in the
 * given scope, or constant. */
#ifndef HTTPCODES_PRESENT_SENTENCES_H
#define HTTPCODES_PRESENT_SENTENCES_H

#include <epan/packet.h>

#include "judge/judge.h"
#include "registry/phrases.h"

/* What fills a slot of a phrase: {"who", "server"}. */
struct hc_slot {
    const char *name;
    const char *text;
};

/* The phrase with its slots filled; the slots end with one without a name. */
const char *hc_words(wmem_allocator_t *scope, enum hc_phrase phrase, const struct hc_slot slots[]);
/* hc_words() with the slots written in place. */
#define HC_WORDS(scope, phrase, ...)                                                                         \
    hc_words(scope, phrase, (const struct hc_slot[]){__VA_ARGS__, {NULL, NULL}})

/* The text, or its beginning and an ellipsis where it has more than `longest` characters. */
const char *hc_words_shortened(wmem_allocator_t *scope, const char *text, int longest);

/* Words from the wire with Wireshark's escapes, as "\\n" or "\\u202E", for what a terminal should not get. */
const char *hc_words_escaped(wmem_allocator_t *scope, const char *text);

/* Words from the wire may hold line feeds, terminal escapes and characters that turn the direction of
 * writing: each of these becomes a space. */
const char *hc_words_printable(wmem_allocator_t *scope, const char *text);

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
/* "HTTP/2 error: CANCEL (RFC 9114, appendix A.4)": a mapping in one line. */
const char *hc_words_mapping(wmem_allocator_t *scope, const struct hc_mapping *mapping);
/* May the request be sent again? NULL where there is nothing to say. */
const char *hc_words_retry(wmem_allocator_t *scope, const struct hc_event *event,
                           const struct hc_verdict *verdict);
/* What a finding has to say about this event. */
const char *hc_words_finding(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict, enum hc_finding finding);

#endif
