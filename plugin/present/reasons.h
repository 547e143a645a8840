/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words from the wire that stand beside a code. Allocated in the given scope, or constant. */
#ifndef HTTPCODES_PRESENT_REASONS_H
#define HTTPCODES_PRESENT_REASONS_H

#include <epan/packet.h>

#include "event.h"
#include "registry/sender_words.h"

/* "proxy.example.net: dns_error (NXDOMAIN), no such name": what an intermediary says of the cause (RFC 9209).
 * The header as it is where it tells no error; NULL where there is none. */
const char *hc_reason_of_proxy(wmem_allocator_t *scope, const struct hc_event *event);

/* Why, in the sender's words, or else in those of a proxy that tells an error. NULL where nobody says. */
const char *hc_reason(wmem_allocator_t *scope, const struct hc_event *event);

/* Words that outweigh the code beside them; NULL where they say no more than it. */
const struct hc_sender_words *hc_reason_outweighs(const struct hc_event *event);

#endif
