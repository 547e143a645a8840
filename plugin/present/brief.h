/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A verdict in a few words, for columns and tables. Allocated in the scope, or constant. */
#ifndef HTTPCODES_PRESENT_BRIEF_H
#define HTTPCODES_PRESENT_BRIEF_H

#include <epan/packet.h>

#include "judge/conversion.h"
#include "judge/judge.h"

/* "false_refusal, do not retry, server's fault": the finding that Info would name, as filters call it; may
 * the request be sent again; whom the code blames. Empty where all is well, and where only the peer's code
 * is repeated. */
const char *hc_brief_verdict(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict);

/* "unanswered, do not retry": the same of what comes without a code, and of what its client does by sending
 * the request. */
const char *hc_brief_implied(wmem_allocator_t *scope, const struct hc_implied *implied);

/* "false_promise, do not retry": the same of what a proxy made of what was behind it; NULL where nothing is
 * wrong. */
const char *hc_brief_across(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion);

/* "GET /a": what the request asks for; empty where it was not seen. */
const char *hc_brief_request(wmem_allocator_t *scope, const struct hc_event *event);

#endif
