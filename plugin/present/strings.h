/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How texts are made: phrases with their slots filled, and words from the wire made fit to be shown. All are
 * allocated in the given scope, or constant. */
#ifndef HTTPCODES_PRESENT_STRINGS_H
#define HTTPCODES_PRESENT_STRINGS_H

#include <epan/packet.h>

#include "registry/phrases.h"
#include "settings/settings.h"

/* What fills a slot of a phrase: {"who", "server"}. */
struct hc_slot {
    const char *name;
    const char *text;
};

/* The text with its slots filled; the slots end with one without a name. */
const char *hc_string_fill(wmem_allocator_t *scope, const char *text, const struct hc_slot slots[]);
/* The same for a phrase, with the slots written in place. */
#define HC_FILL(scope, phrase, ...)                                                                          \
    hc_string_fill(scope, hc_phrase(phrase, hc_language()),                                                  \
                   (const struct hc_slot[]){__VA_ARGS__, {NULL, NULL}})

/* Appends a part to the text, behind the joint where it is not the first. Nothing where the part is NULL. */
void hc_string_join(wmem_strbuf_t *text, enum hc_phrase joint, const char *part);

/* The text, or its beginning and an ellipsis where it has more than `longest` characters. */
const char *hc_string_shortened(wmem_allocator_t *scope, const char *text, int longest);

/* How many bytes Wireshark shows of a summary and of a finding, which stand behind these words in their
 * labels. */
enum {
    HC_SUMMARY_ROOM = ITEM_LABEL_LENGTH - (int)sizeof("Summary: "),
    HC_FINDING_ROOM = ITEM_LABEL_LENGTH - (int)sizeof("Expert Info (Warning/Response): ")
};

/* The text, or its first words and an ellipsis where it has more than `most` bytes. */
const char *hc_string_fitted(wmem_allocator_t *scope, const char *text, size_t most);

/* Words from the wire with Wireshark's escapes, as "\\n" or "\\u202E", for what a terminal should not get. */
const char *hc_string_escaped(wmem_allocator_t *scope, const char *text);

/* Words from the wire may hold line feeds, terminal escapes and characters that turn the direction of
 * writing: each of these becomes a space. */
const char *hc_string_printable(wmem_allocator_t *scope, const char *text);

#endif
