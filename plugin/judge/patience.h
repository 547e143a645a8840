/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long a client waited before it gave its request up, and whether that was its deadline. */
#ifndef HTTPCODES_JUDGE_PATIENCE_H
#define HTTPCODES_JUDGE_PATIENCE_H

#include "event.h"
#include "registry/phrases.h"

/* Whether by this code a client gives up a request that was not answered to its end. */
bool hc_gives_up(const struct hc_event *event);

/* What to say of it: a phrase of {time} and {deadline}. The time in microseconds, not HC_NO_TIME; the
 * deadline as in hc_more. */
enum hc_phrase hc_patience_phrase(uint32_t elapsed, uint64_t deadline);

#endif
