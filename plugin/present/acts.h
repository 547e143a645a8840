/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a side does with a code, and what it does it to. */
#ifndef HTTPCODES_PRESENT_ACTS_H
#define HTTPCODES_PRESENT_ACTS_H

#include <epan/packet.h>

#include "judge/judge.h"
#include "registry/phrases.h"

/* "{who} reset{what}: {code}". */
enum hc_phrase hc_act(const struct hc_event *event, const struct hc_verdict *verdict);

/* Of a request: its path, or, of a CONNECT that opens a tunnel, the authority (RFC 9110, section 9.3.6); NULL
 * where it was not seen. */
const char *hc_act_target(const struct hc_request *request);

/* "GET /a", with a target of at most `room` characters, and "?" for what was not seen. Allocated in the
 * scope. */
const char *hc_act_request(wmem_allocator_t *scope, const struct hc_request *request, int room);

/* What fills {what}: " stream 5 (GET /a, frame 12)", with a target of at most `room` characters; empty where
 * it cannot be told. Allocated in the scope, or constant. */
const char *hc_act_object(wmem_allocator_t *scope, const struct hc_event *event, int room);
/* The same in short: " stream 5". */
const char *hc_act_stream(wmem_allocator_t *scope, const struct hc_event *event);

#endif
