/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a segment shows of a request whose content is still to come: Wireshark shows it when that has come. */
#ifndef HTTPCODES_COLLECT_EXPECTATION_H
#define HTTPCODES_COLLECT_EXPECTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether bytes are the whole head of a request of HTTP/1 that expects 100 (Continue) before it sends content
 * (RFC 9110, section 10.1.1). Of a segment's payload; the bytes may be NULL where there are none. */
bool hc_is_expectant_head(const uint8_t *bytes, size_t length);

/* Whether they begin with a request that has content, as a rule: POST, PUT, PATCH. */
bool hc_begins_upload(const uint8_t *bytes, size_t length);

#endif
