/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/resets.h"

/* Earlier by as much is none either: the clock was set, or captures were joined. */
static bool is_another_second(const nstime_t *since, const nstime_t *now) {
    nstime_t elapsed;
    double seconds;

    nstime_delta(&elapsed, now, since);
    seconds = nstime_to_sec(&elapsed);
    return seconds >= 1.0 || seconds <= -1.0;
}

uint32_t hc_resets_count(struct hc_resets *resets, const nstime_t *now, uint32_t limit) {
    if (resets->in_second == 0 || is_another_second(&resets->since, now)) {
        resets->since = *now;
        resets->in_second = 0;
    }
    resets->in_second++;
    resets->in_all++;
    if (limit == 0 || resets->in_second < limit || resets->is_reported)
        return 0;
    resets->is_reported = true;
    return resets->in_second;
}
