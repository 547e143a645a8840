/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How texts are made: phrases with their slots filled, and words from the wire made fit to be shown. All are
 * allocated in the given scope, or constant. */
#ifndef HTTPCODES_PRESENT_STRINGS_H
#define HTTPCODES_PRESENT_STRINGS_H

#include <epan/packet.h>

#include "registry/phrases.h"

/* What fills a slot of a phrase: {"who", "server"}. */
struct hc_slot {
    const char *name;
    const char *text;
};

/* The phrase with its slots filled; the slots end with one without a name. */
const char *hc_string_fill(wmem_allocator_t *scope, enum hc_phrase phrase, const struct hc_slot slots[]);
/* hc_string_fill() with the slots written in place. */
#define HC_FILL(scope, phrase, ...)                                                                          \
    hc_string_fill(scope, phrase, (const struct hc_slot[]){__VA_ARGS__, {NULL, NULL}})

/* Appends a part to the text, behind the joint where it is not the first. Nothing where the part is NULL. */
void hc_string_join(wmem_strbuf_t *text, enum hc_phrase joint, const char *part);

/* The text, or its beginning and an ellipsis where it has more than `longest` characters. */
const char *hc_string_shortened(wmem_allocator_t *scope, const char *text, int longest);

/* Words from the wire with Wireshark's escapes, as "\\n" or "\\u202E", for what a terminal should not get. */
const char *hc_string_escaped(wmem_allocator_t *scope, const char *text);

/* Words from the wire may hold line feeds, terminal escapes and characters that turn the direction of
 * writing: each of these becomes a space. */
const char *hc_string_printable(wmem_allocator_t *scope, const char *text);

#endif
