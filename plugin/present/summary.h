/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An event in one sentence, as a colleague would say it. */
#ifndef HTTPCODES_PRESENT_SUMMARY_H
#define HTTPCODES_PRESENT_SUMMARY_H

#include <epan/packet.h>

#include "judge/judge.h"

/* In characters. Where the code and the verdict alone need more they get it. */
enum { HC_SUMMARY_MAX = 160, HC_SUMMARY_LONGEST = 240 };

/* "server refused stream 5 (GET /a, frame 12): REFUSED_STREAM, not processed, retry is safe. HTTP/3:
 * H3_REQUEST_REJECTED", allocated in the scope. */
const char *hc_summary(wmem_allocator_t *scope, const struct hc_event *event,
                       const struct hc_verdict *verdict);

#endif
