/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/webtransport.h"

/* RFC 9114, section 8.1: every number of the form 0x1f * N + 0x21 is reserved. */
#define RESERVED_STEP   0x1f
#define RESERVED_OFFSET 0x21

bool hc_webtransport_application_code(uint64_t http3_code, uint32_t *code) {
    if (http3_code < HC_WEBTRANSPORT_FIRST || http3_code > HC_WEBTRANSPORT_LAST ||
        http3_code % RESERVED_STEP == RESERVED_OFFSET % RESERVED_STEP)
        return false;
    /* The range begins right after a reserved number, so each full step before the code holds one. */
    uint64_t distance = http3_code - HC_WEBTRANSPORT_FIRST;
    *code = (uint32_t)(distance - distance / RESERVED_STEP);
    return true;
}
