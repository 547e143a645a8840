/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From kept events to what the user sees: fields in the tree. Decides nothing. */
#ifndef HTTPCODES_PRESENT_TREE_H
#define HTTPCODES_PRESENT_TREE_H

#include <epan/packet.h>

#include "event.h"

/* Once, when the plugin is registered. */
void hc_present_register(int proto);

/* On every pass; the tree may be NULL. */
void hc_present(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

#endif
