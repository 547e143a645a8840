/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a frame's proto tree to its events: one walk in document order. Chooses no words. */
#ifndef HTTPCODES_COLLECT_COLLECT_H
#define HTTPCODES_COLLECT_COLLECT_H

#include <epan/packet.h>

#include "collect/block.h"

/* Once, at handoff: which protocols can carry codes. */
void hc_collect_prepare(void);

/* Whether a frame with these layers (collect/layers.h) can carry codes, or tell something of them. */
bool hc_collect_is_worthwhile(unsigned layers);

/* Learns what a frame that is not worthwhile tells all the same: that it goes to a server. For the first
 * pass, as below. */
void hc_collect_pass_over(const packet_info *pinfo);

/* Reads the tree, learns from it what later frames need, and keeps what the frame has to show
 * (memory/store.h). For the first pass over a frame only, in the frames' order. */
void hc_collect(packet_info *pinfo, const proto_tree *tree);
/* The same of a frame that holds nothing of ours but one TCP segment, which is all that has to be read, and
 * the message of HTTP/1 in it, which this line begins: its method or status; NULL if there is none. */
void hc_collect_segment(packet_info *pinfo, struct hc_span segment, const struct hc_line *message);

#endif
