/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An exchange in front of a proxy and those behind it: items beside the events, on the frame of the later
 * end; and on a request behind the way back to the front. */
#ifndef HTTPCODES_PRESENT_ACROSS_H
#define HTTPCODES_PRESENT_ACROSS_H

#include <epan/packet.h>

#include "event.h"

/* Adds an item for each pair to the tree, with its finding, and a link for each request behind; without a
 * tree the findings alone. */
void hc_across_add(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

/* Notes how grave the findings are, without words for them. */
void hc_across_note(const struct hc_events *events, packet_info *pinfo);

/* The first of the gravest findings in short; NULL where there is none. Whether it warns is told. */
const char *hc_across_info(wmem_allocator_t *scope, const struct hc_events *events, bool *is_problem);

/* How the first of them ended in front, or of a request behind where the one in front is; NULL where there is
 * none, or it cannot be told. */
const char *hc_across_code(wmem_allocator_t *scope, const struct hc_events *events);

#endif
