/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words from the wire, kept once for all that say the same: methods, paths, header values, reasons. They live
 * in file scope, as long as the capture is open. */
#ifndef HTTPCODES_MEMORY_STRINGS_H
#define HTTPCODES_MEMORY_STRINGS_H

#include <stddef.h>

/* In bytes. Longer words help nobody in a packet list, and a GOAWAY may hold megabytes of them. */
enum { HC_LONGEST_KEPT = 1024 };

/* Once, when the plugin is registered. */
void hc_strings_register(void);

/* Copies that are valid UTF-8, cut to HC_LONGEST_KEPT with an ellipsis at the end; equal texts have equal
 * addresses. NULL where there are no words. */
const char *hc_strings_keep(const char *text);
/* The same of bytes, a NUL among them included. */
const char *hc_strings_keep_words(const char *words, size_t length);

#endif
