/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether two requests carry the same, of which neither is kept. */
#ifndef HTTPCODES_COLLECT_FINGERPRINT_H
#define HTTPCODES_COLLECT_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

/* Of content no more is looked at: what differs behind that differs in its length nearly always. */
enum { HC_MOST_PRINTED = 65536 };

/* Goes on with these bytes; the first time with 0. */
uint32_t hc_fingerprint(uint32_t so_far, const void *bytes, size_t length);
/* Ends with the length of all. */
uint32_t hc_fingerprint_of_length(uint32_t so_far, uint64_t length);

#endif
