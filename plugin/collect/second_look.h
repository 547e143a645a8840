/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A tree for frames that were dissected without one. The only file that leans on how Wireshark dissects a
 * frame, beyond what it promises to plugins. */
#ifndef HTTPCODES_COLLECT_SECOND_LOOK_H
#define HTTPCODES_COLLECT_SECOND_LOOK_H

#include <epan/packet.h>

/* Called when a dissection begins that may take many frames, before the first of them. Whether it is to have
 * a tree, even if it was made without. */
typedef bool hc_dissection_begins(void);

/* Once, when the plugin is registered. False where this Wireshark has no hooks for it: then neither of the
 * following may be called. */
bool hc_second_look_register(hc_dissection_begins *begins);

/* Once, at handoff. */
void hc_second_look_prepare(void);

/* Dissects the frame once more, and calls hc_collect() with a tree that has these fields. In the
 * post-dissector, on the first pass over the frame. */
void hc_second_look(tvbuff_t *frame, packet_info *pinfo, GArray *fields);

/* From the next frame on the dissection that the packet belongs to has a tree, as it would have had from the
 * start if somebody had wanted fields then. */
void hc_second_look_give_tree(packet_info *pinfo);
/* From the next frame on it has none, if it was given one. */
void hc_second_look_take_tree(packet_info *pinfo);

#endif
