/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether bytes are the whole head of a request of HTTP/1 that expects 100 (Continue) before it sends content
 * (RFC 9110, section 10.1.1). */
#ifndef HTTPCODES_COLLECT_EXPECTATION_H
#define HTTPCODES_COLLECT_EXPECTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of a segment's payload; the bytes may be NULL where there are none. */
bool hc_is_expectant_head(const uint8_t *bytes, size_t length);

#endif
