/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Open requests that one behind a proxy may have been made for, as far as the two themselves tell. */
#ifndef HTTPCODES_MEMORY_FRONTS_H
#define HTTPCODES_MEMORY_FRONTS_H

#include "memory/legs.h"

enum { HC_MOST_FRONTS = 32 };

/* Starts all zero. */
struct hc_fronts {
    struct hc_kept_leg *leg[HC_MOST_FRONTS];
    struct hc_kept_leg *busy[HC_MOST_FRONTS]; /* something runs behind them already, or they are answered */
    unsigned count, busy_count, compared;
    bool too_many; /* than could be looked at: there may be others */
};

/* Adds those with an id of this one; those that are like it, whatever ids only one of the two has. */
void hc_fronts_by_id(const struct hc_kept_leg *behind, struct hc_fronts *found);
void hc_fronts_by_likeness(const struct hc_kept_leg *behind, struct hc_fronts *found);
/* The last one of a chain of proxies, of which each has the next one in front of it; NULL where they are
 * none.
 */
struct hc_kept_leg *hc_fronts_innermost(const struct hc_fronts *found);

#endif
