/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One event in the tree, with all its fields and findings. */
#ifndef HTTPCODES_PRESENT_EVENT_TREE_H
#define HTTPCODES_PRESENT_EVENT_TREE_H

#include <epan/packet.h>

#include "event.h"
#include "judge/judge.h"

/* Adds an httpcodes.event to the tree. `frame` is where it stands if its bytes cannot be found. */
void hc_event_tree_add(const struct hc_event *event, const struct hc_verdict *verdict, tvbuff_t *frame,
                       packet_info *pinfo, proto_tree *tree);

/* Adds the findings alone; the item may be NULL, where nobody looks at a tree. */
void hc_event_findings_add(const struct hc_event *event, const struct hc_verdict *verdict, packet_info *pinfo,
                           proto_item *item);

#endif
