/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the request be sent again? Part of hc_judge(). */
#ifndef HTTPCODES_JUDGE_RETRY_H
#define HTTPCODES_JUDGE_RETRY_H

#include "judge/facts.h"

/* The verdict must hold its meaning, has_retry_after and its fault. */
enum hc_retry hc_judge_retry(const struct hc_facts *facts);

/* Its Retry-After header means something here, and is well-formed (RFC 9110, sections 10.2.3 and 15.5.14; RFC
 * 6585, section 4). */
bool hc_has_retry_after(const struct hc_facts *facts);

/* In which other way the request may be sent that was not taken up here; HC_WAY_NONE where there is none. */
enum hc_way hc_way_of(const struct hc_facts *facts);

/* A promise that the request was not processed cannot be true once the response has begun. */
bool hc_is_false_refusal(const struct hc_facts *facts);

#endif
