/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a code does to the exchange and the connection that it stands on, and what these have shown before it.
 */
#ifndef HTTPCODES_COLLECT_NOTES_H
#define HTTPCODES_COLLECT_NOTES_H

#include "collect/reading.h"

/* Completes the event, whose number, carrier and sender are known, and remembers it. */
void hc_note(struct hc_reading *reading, struct hc_event *event);

#endif
