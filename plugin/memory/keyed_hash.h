/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A hash for tables whose keys peers choose: which of them share a place nobody can tell beforehand, and yet
 * it costs little more than one multiplication for four bytes. */
#ifndef HTTPCODES_MEMORY_KEYED_HASH_H
#define HTTPCODES_MEMORY_KEYED_HASH_H

#include <stddef.h>

/* No key is longer, in bytes. */
enum { HC_LONGEST_HASHED = 512 };

/* Of a size that is a multiple of 4, and all of whose bytes are set. Another one in each run. */
unsigned hc_keyed_hash(const void *bytes, size_t size);

#endif
