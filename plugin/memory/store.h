/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What frames show, from their first pass until the capture is closed. Not Wireshark's data of a frame, of
 * which each costs as much as an event.
 *
 * Frames are found by their numbers. These are given once, on the first pass, in the order of the file: a
 * frame that `tshark -2 -R` leaves out gives its number back, and the next one gets it. The place in the file
 * would be no better, since Wireshark writes another one into a frame when its user saves the capture. */
#ifndef HTTPCODES_MEMORY_STORE_H
#define HTTPCODES_MEMORY_STORE_H

#include <epan/packet.h>

#include "event.h"

/* Once, when the plugin is registered. */
void hc_store_register(void);

/* On the first pass over every frame, before anything is kept of it: what this number and later ones had
 * shown belongs to frames that were left out. */
void hc_store_begin(uint32_t frame);

/* On the first pass, once for a frame: keeps a copy. */
void hc_store_keep(uint32_t frame, const struct hc_events *events);

/* On any pass; in this scope. NULL where the frame has nothing to show. */
const struct hc_events *hc_store_find(wmem_allocator_t *scope, uint32_t frame);

#endif
