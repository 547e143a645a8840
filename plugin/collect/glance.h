/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a frame may say something that is needed, told without a tree. */
#ifndef HTTPCODES_COLLECT_GLANCE_H
#define HTTPCODES_COLLECT_GLANCE_H

#include <epan/packet.h>

enum hc_glance {
    HC_GLANCE_NOTHING,
    HC_GLANCE_WORTH_A_LOOK, /* a tree of this frame */
    HC_GLANCE_HTTP          /* and of those that follow */
};

/* Once, at handoff. */
void hc_glance_prepare(void);

/* On the first pass over a frame, after its dissection, whose tree nobody asked for. Never HC_GLANCE_NOTHING
 * where hc_collect() would learn something from the frame, but for what is learned here: that a connection
 * starts; and for what memory/tcp_analysis.h finds later. */
enum hc_glance hc_glance(tvbuff_t *frame, packet_info *pinfo);

#endif
