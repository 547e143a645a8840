/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `tshark -z httpcodes,exchanges` and `-z httpcodes,exchanges,json`: a row for each request that the capture
 * shows an answer or an end of. */
#ifndef HTTPCODES_PRESENT_EXCHANGES_H
#define HTTPCODES_PRESENT_EXCHANGES_H

#include <epan/packet.h>

#include "event.h"
#include "judge/judge.h"

/* Once, when the plugin is registered. */
void hc_exchanges_register(void);

/* Whether anybody wants the table. */
bool hc_exchanges_are_wanted(void);

/* Tells what a frame shows to whoever makes the table. Events and verdicts must live as long as the packet,
 * and the requests until the capture is closed. */
void hc_exchanges_tap(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts);

#endif
