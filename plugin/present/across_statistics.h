/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Statistics > HTTP Codes > Across a Proxy, and `tshark -z httpcodes_across,tree`: the servers in front, and
 * what they made of what was behind them. */
#ifndef HTTPCODES_PRESENT_ACROSS_STATISTICS_H
#define HTTPCODES_PRESENT_ACROSS_STATISTICS_H

#include <epan/packet.h>

#include "event.h"

/* Once, when the plugin is registered, and once at handoff. */
void hc_across_statistics_register(void);
void hc_across_statistics_prepare(void);

/* Whether anybody counts. */
bool hc_across_statistics_are_wanted(void);

/* Tells the pairs of a frame to whoever counts them. */
void hc_across_statistics_tap(packet_info *pinfo, const struct hc_events *events);

#endif
