/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which of the requests that may be in front of one it was made for. */
#ifndef HTTPCODES_MEMORY_DECIDING_H
#define HTTPCODES_MEMORY_DECIDING_H

#include "memory/legs.h"

/* For a new leg, before it is listed itself. */
void hc_decide_new(struct hc_kept_leg *behind);
/* For one with candidates: by what has happened since. All those that may be behind this one. */
void hc_decide(struct hc_kept_leg *behind);
void hc_decide_suitors(struct hc_kept_leg *front);

/* The one in front was answered, by what no proxy makes up, while the one behind ran on without an answer; or
 * it was complete although the one behind went on: a cache that fetches for the next one. */
bool hc_is_contradicted(const struct hc_kept_leg *front, const struct hc_kept_leg *behind);

/* What is in front of it has no use for it any more, whichever that is; and it is forgotten where nobody has.
 */
void hc_leg_release(hc_leg_id behind);
void hc_leg_forget_if_done(struct hc_kept_leg *leg);

#endif
