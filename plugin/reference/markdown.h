/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers, links and texts as Markdown on standard output. For the reference only. */
#ifndef HTTPCODES_REFERENCE_MARKDOWN_H
#define HTTPCODES_REFERENCE_MARKDOWN_H

#include "registry/spaces.h"

/* The text, with what Markdown or a table would take for its own made harmless. */
void hc_put_text(const char *text);

/* "404", "0x10b": a number as the people of its space write it. */
void hc_put_number(const struct hc_space *space, uint64_t value);

/* "http3_error-0x10b": where a number's entry is found in the document. Stable: others may link to it. */
void hc_put_anchor(const struct hc_space *space, uint64_t value);

/* A link to the entry of a number, with its number and name. */
void hc_put_link_to_code(const struct hc_space *space, uint64_t value);

/* A code's reference, linked; nothing where it has none. */
void hc_put_reference(const struct hc_code *row);

#endif
