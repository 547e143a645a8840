/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which mapping hints hold for an event? Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_MAPPING_H
#define HTTPCODES_JUDGE_MAPPING_H

#include "judge/facts.h"

/* Of enum hc_mapping_condition: those that hold. The verdict must hold its meaning. */
unsigned hc_judge_conditions(const struct hc_facts *facts);

#endif
