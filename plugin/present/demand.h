/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who asks for what of a frame's codes. Building words and tree items costs far more than collecting the
 * codes: what nobody asks for is not built. */
#ifndef HTTPCODES_PRESENT_DEMAND_H
#define HTTPCODES_PRESENT_DEMAND_H

#include <epan/packet.h>

struct hc_audience {
    bool counts;  /* a statistics tree */
    bool lists;   /* the Info column */
    bool opens;   /* the events: the tree is shown, or something names a field of theirs */
    bool names;   /* the protocol: a filter, or the protocol hierarchy */
    bool gathers; /* every finding: Expert Information */
    bool worries; /* the gravest finding: a column, or the status bar, which learns it on the first pass */
};

/* Once, when the plugin is registered. */
void hc_audience_register(int proto);

/* Of this pass over the frame; the tree may be NULL. */
struct hc_audience hc_audience(packet_info *pinfo, const proto_tree *tree);

#endif
