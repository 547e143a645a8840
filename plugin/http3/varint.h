/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Variable-length integers of QUIC (RFC 9000, section 16). */
#ifndef HTTPCODES_HTTP3_VARINT_H
#define HTTPCODES_HTTP3_VARINT_H

#include <stddef.h>
#include <stdint.h>

/* The integer that the bytes begin with, and its length; 0 where they are too few. NULL is no byte. */
static inline size_t hc_quic_varint(const uint8_t *bytes, size_t length, uint64_t *value) {
    size_t size = length > 0 ? (size_t)1 << (bytes[0] >> 6) : 1;

    if (size > length)
        return 0;
    *value = bytes[0] & 0x3f;
    for (size_t i = 1; i < size; i++)
        *value = *value << 8 | bytes[i];
    return size;
}

#endif
