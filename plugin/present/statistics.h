/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Statistics > HTTP Codes, and `tshark -z httpcodes,tree` and `-z httpcodes_servers,tree`. */
#ifndef HTTPCODES_PRESENT_STATISTICS_H
#define HTTPCODES_PRESENT_STATISTICS_H

#include <epan/packet.h>

#include "event.h"
#include "judge/judge.h"

/* Once, when the plugin is registered. */
void hc_statistics_register(void);
/* Once, at handoff: sharkd knows trees that are registered then, and no others. */
void hc_statistics_prepare(void);

/* Whether anybody counts. */
bool hc_statistics_are_wanted(void);

/* Tells the codes of a frame to whoever counts them. Both arrays must live as long as the packet. */
void hc_statistics_tap(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts);

#endif
