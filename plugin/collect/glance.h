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

/* On the first pass over a frame with these layers (collect/layers.h), after its dissection, whose tree
 * nobody asked for. HC_GLANCE_NOTHING where all that hc_collect() would read is a TCP segment, or a plain
 * message of HTTP/1 in it: that was read here. */
enum hc_glance hc_glance(tvbuff_t *frame, packet_info *pinfo, unsigned layers);

#endif
