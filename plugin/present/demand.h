/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who asks for what of a frame's codes. Building words and tree items costs far more than collecting the
 * codes: what nobody asks for is not built. */
#ifndef HTTPCODES_PRESENT_DEMAND_H
#define HTTPCODES_PRESENT_DEMAND_H

#include <epan/packet.h>

struct hc_demand {
    bool statistics;  /* the codes, for a statistics tree */
    bool exchanges;   /* all that a frame shows, for the table of exchanges */
    bool info_column; /* the worst code, for the packet list */
    bool events;      /* the tree is shown, or something names a field of theirs */
    bool protocol;    /* a filter, or the protocol hierarchy, names it */
    bool findings;    /* all of them, for Expert Information */
    /* The gravest finding's: for a column, or for the status bar, which learns it on the first pass. */
    bool severity;
    /* The pairs across a proxy, for a statistics tree of their own. */
    bool pairs;
};

/* Once, when the plugin is registered. */
void hc_demand_register(int proto);

/* Of this pass over the frame; the tree may be NULL. */
struct hc_demand hc_demand(packet_info *pinfo, const proto_tree *tree);

#endif
