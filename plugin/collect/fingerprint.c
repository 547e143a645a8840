/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/fingerprint.h"

/* FNV-1a, byte by byte: content comes in other pieces the next time. */
enum { PRIME = 16777619 };
static const uint32_t basis = 2166136261U;

uint32_t hc_fingerprint(uint32_t so_far, const void *bytes, size_t length) {
    const uint8_t *byte = bytes;
    uint32_t print = so_far ? so_far : basis;

    for (size_t i = 0; i < length; i++)
        print = (print ^ byte[i]) * PRIME;
    return print;
}

uint32_t hc_fingerprint_of_length(uint32_t so_far, uint64_t length) {
    uint8_t bytes[8];

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(length >> 8 * i);
    return hc_fingerprint(so_far, bytes, sizeof bytes);
}
