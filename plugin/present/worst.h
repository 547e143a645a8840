/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which of a frame's codes matters most: the one that a line which has room for one code shows. */
#ifndef HTTPCODES_PRESENT_WORST_H
#define HTTPCODES_PRESENT_WORST_H

#include "event.h"
#include "judge/judge.h"

/* How bad a code is, from nothing to say up. */
enum hc_grade { HC_GRADE_SUCCESS, HC_GRADE_ORDINARY, HC_GRADE_NOTED, HC_GRADE_WARNED };

enum hc_grade hc_grade_of(const struct hc_event *event, const struct hc_verdict *verdict);

/* The position of the first of the worst; the verdicts are those of the events, in their order. There must be
 * an event. */
unsigned hc_worst_of(const struct hc_events *events, const struct hc_verdict *verdicts);

#endif
