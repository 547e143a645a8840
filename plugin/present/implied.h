/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a frame shows that carries no code for it: items beside the events, and never inside one. */
#ifndef HTTPCODES_PRESENT_IMPLIED_H
#define HTTPCODES_PRESENT_IMPLIED_H

#include <epan/packet.h>

#include "event.h"
#include "judge/findings.h"

/* Adds an item for each to the tree, with its finding; without a tree the findings alone. */
void hc_implied_add(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

/* "A WebSocket ends without a Close, an API reports 1006 Abnormal Closure": the first of them with a finding
 * that is at least as grave, for a frame without a code. NULL where none is to be told. */
const char *hc_implied_info(wmem_allocator_t *scope, const struct hc_events *events, enum hc_severity least);

/* "A Close without a code": the first of them, of which there has to be one. */
const char *hc_implied_title(const struct hc_events *events);

#endif
