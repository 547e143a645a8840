/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much later one packet came than another, in microseconds. */
#ifndef HTTPCODES_MEMORY_ELAPSED_H
#define HTTPCODES_MEMORY_ELAPSED_H

#include <epan/packet.h>

#include "event.h"

/* Negative where the times run backwards, as in captures that were merged: rounded down, so that no such time
 * is 0. */
static inline int64_t hc_microseconds(const nstime_t *from, const nstime_t *to) {
    enum { MICRO = 1000000, NANOS = 1000 };
    static const int64_t most = INT64_MAX / MICRO - 1; /* a capture may name any time */
    nstime_t elapsed;

    nstime_delta(&elapsed, to, from);
    if (elapsed.nsecs < 0)
        elapsed.nsecs -= NANOS - 1;
    return CLAMP((int64_t)elapsed.secs, -most, most) * MICRO + elapsed.nsecs / NANOS;
}

/* The same; HC_NO_TIME where it is negative, or too long for that. */
static inline uint32_t hc_elapsed(const nstime_t *from, const nstime_t *to) {
    int64_t elapsed = hc_microseconds(from, to);

    return elapsed >= 0 && elapsed < HC_NO_TIME ? (uint32_t)elapsed : HC_NO_TIME;
}

#endif
