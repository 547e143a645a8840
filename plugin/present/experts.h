/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings and asides as Wireshark's expert infos. */
#ifndef HTTPCODES_PRESENT_EXPERTS_H
#define HTTPCODES_PRESENT_EXPERTS_H

#include <epan/expert.h>

#include "judge/conversion.h"
#include "judge/judge.h"
#include "present/asides.h"

/* Once, when the plugin is registered. */
void hc_experts_register(int proto);

/* The expert field of a finding, of an aside, of what comes without a code, and of a conversion; the latter
 * two have one only where their row names a filter. */
expert_field *hc_expert(enum hc_finding finding);
expert_field *hc_aside_expert(enum hc_aside aside);
expert_field *hc_implied_expert(enum hc_implied_kind kind);
expert_field *hc_across_expert(enum hc_conversion conversion);

/* Adds the expert info to the item, or where that is NULL to the packet alone: the text, or as much of it as
 * its label has room for. */
void hc_expert_add(packet_info *pinfo, proto_item *item, expert_field *expert, const char *text);

#endif
