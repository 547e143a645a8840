/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the exchange adds to the description of a code. Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_REMARKS_H
#define HTTPCODES_JUDGE_REMARKS_H

#include "judge/facts.h"

/* HC_NO_PHRASE where there is nothing to add. */
enum hc_phrase hc_remark_of(const struct hc_facts *facts);

#endif
