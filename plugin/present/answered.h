/* SPDX-License-Identifier: GPL-2.0-or-later */
/* On the frame of a request: where it is answered. Known on later passes only, and no code of this frame. */
#ifndef HTTPCODES_PRESENT_ANSWERED_H
#define HTTPCODES_PRESENT_ANSWERED_H

#include <epan/packet.h>

/* Whether somebody looks at it. The tree may be NULL. */
bool hc_answered_is_wanted(proto_tree *tree);
/* Adds the frame of the answer to the item of the plugin, or to one made for it, which no filter for codes
 * finds. */
void hc_answered_add(uint32_t frame, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

/* Once, when the plugin is registered. */
void hc_answered_register(int proto);

#endif
