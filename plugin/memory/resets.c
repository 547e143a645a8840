/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/resets.h"

uint32_t hc_resets_count(struct hc_resets *resets, const nstime_t *now, uint32_t limit) {
    nstime_t elapsed;

    nstime_delta(&elapsed, now, &resets->since);
    if (resets->in_second == 0 || nstime_to_sec(&elapsed) >= 1.0) {
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
