/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What Wireshark's dissector of TCP remembers of a conversation (its struct tcp_analysis). */
#ifndef HTTPCODES_MEMORY_TCP_ANALYSIS_H
#define HTTPCODES_MEMORY_TCP_ANALYSIS_H

#include <epan/conversation.h>

/* Once, at handoff. */
void hc_tcp_analysis_prepare(void);

/* Whether it has noted of any frame before this one that a segment of the conversation was lost: what trees
 * said that nobody has looked at. */
bool hc_tcp_gaps_before(const conversation_t *conversation, uint32_t frame);

/* Whether it has noted so of this frame. */
bool hc_tcp_gap_at(const conversation_t *conversation, uint32_t frame);

/* Whether it has noted anything of this frame: lost before, sent again, out of order. */
bool hc_tcp_is_odd_at(const conversation_t *conversation, uint32_t frame);

/* What of the packet's conversation it has seen so far, which a second look at a frame would count for the
 * next ones; NULL where it has none. As long as the capture is open. */
uint8_t *hc_tcp_completeness(packet_info *pinfo);

#endif
