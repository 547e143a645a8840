/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom does the code blame? Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_FAULT_H
#define HTTPCODES_JUDGE_FAULT_H

#include "judge/facts.h"

/* The verdict must hold its meaning and its sibling. */
enum hc_fault hc_judge_fault(const struct hc_facts *facts);

#endif
