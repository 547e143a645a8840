/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the packet list's Info column does not say by itself. */
#ifndef HTTPCODES_PRESENT_INFO_COLUMN_H
#define HTTPCODES_PRESENT_INFO_COLUMN_H

#include <epan/packet.h>

#include "event.h"
#include "judge/judge.h"

/* Adds to the Info column as the preferences want it: for the worst of the frame's codes, its name where Info
 * lacks it, what it means for a retry, and what is wrong with it. The verdicts are those of the events, in
 * their order. */
void hc_info_column_add(packet_info *pinfo, const struct hc_events *events,
                        const struct hc_verdict *verdicts);

#endif
