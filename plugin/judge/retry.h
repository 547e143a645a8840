/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the request be sent again? Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_RETRY_H
#define HTTPCODES_JUDGE_RETRY_H

#include "judge/facts.h"

/* The verdict must hold its meaning. */
enum hc_retry hc_judge_retry(const struct hc_facts *facts);

/* A promise that the request was not processed cannot be true once the response has begun. */
bool hc_is_false_refusal(const struct hc_facts *facts);

#endif
