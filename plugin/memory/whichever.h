/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where nothing tells which request behind was made for the one in front, or which one it was answered from:
 * those that may be the one. */
#ifndef HTTPCODES_MEMORY_WHICHEVER_H
#define HTTPCODES_MEMORY_WHICHEVER_H

#include "memory/legs.h"

/* For attempts that are over, and all still kept: two of them ran at the same time, as a mirror or a hedge
 * makes them; and all of them did, none before or after, and came to the same. */
bool hc_some_ran_at_once(const struct hc_kept_leg *front);
bool hc_is_same_whichever(const struct hc_kept_leg *front);

/* Its suitors that are kept, in the order of their requests: how many. */
enum { HC_MOST_SUITORS = 64 };
unsigned hc_suitors_of(const struct hc_kept_leg *front, const struct hc_kept_leg *suitors[HC_MOST_SUITORS]);

/* It was refused, none of its suitors was, and one of them was made for it: at some time as many ran as there
 * are requests that they may be for, and without an id each of these has but one at a time. */
bool hc_is_refused_whichever(const struct hc_kept_leg *front);

#endif
