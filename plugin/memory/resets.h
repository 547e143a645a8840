/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How fast the streams of a connection are given up: by the client (CVE-2023-44487), and by the server
 * because the client makes it (CVE-2025-8671). Starts all zero. */
#ifndef HTTPCODES_MEMORY_RESETS_H
#define HTTPCODES_MEMORY_RESETS_H

#include <epan/packet.h>

struct hc_resets {
    nstime_t since; /* when the second began that is counted */
    uint32_t in_second;
    uint32_t in_all;
    bool is_reported;
};

/* One more. Returns how many it were within a second where that reaches the limit for the first time;
 * otherwise 0. A limit of 0 is none. */
uint32_t hc_resets_count(struct hc_resets *resets, const nstime_t *now, uint32_t limit);

#endif
