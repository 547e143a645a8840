/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of hc_convert(), by how the exchange in front ends. For judge/ only. */
#ifndef HTTPCODES_JUDGE_CONVERSION_RULES_H
#define HTTPCODES_JUDGE_CONVERSION_RULES_H

#include "judge/conversion.h"

/* The client gave up. */
enum hc_conversion hc_convert_cancellation(const struct hc_pair *pair);
/* Of such a pair the first attempt that ran on all the same, or else the last one. */
const struct hc_leg *hc_attempt_that_ran_on(const struct hc_pair *pair);

/* The client has a whole response, and not every attempt was refused. */
enum hc_conversion hc_convert_response(const struct hc_pair *pair);

#endif
