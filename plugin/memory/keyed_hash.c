/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/keyed_hash.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* "Multilinear": of any two keys of one size the upper halves of the sums agree with a probability of 1 in
 * 2^32 (Lemire and Kaser, "Strongly Universal String Hashing is Fast", section 3). */
static uint64_t secrets[1 + HC_LONGEST_HASHED / sizeof(uint32_t)];
static bool have_secrets;

static void draw_secrets(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(secrets); i++)
        secrets[i] = (uint64_t)g_random_int() << 32 | g_random_int();
    have_secrets = true;
}

unsigned hc_keyed_hash(const void *bytes, size_t size) {
    size_t count = size / sizeof(uint32_t);
    uint64_t sum;

    if (!have_secrets)
        draw_secrets();
    sum = secrets[0];
    for (size_t i = 0; i < count; i++) {
        uint32_t word;

        memcpy(&word, (const char *)bytes + i * sizeof word, sizeof word);
        sum += word * secrets[i + 1];
    }
    return (unsigned)(sum >> 32);
}
