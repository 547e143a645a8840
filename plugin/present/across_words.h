/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words for a proxy's two legs, in the language of the preferences. All are allocated in the given scope, or
 * constant. */
#ifndef HTTPCODES_PRESENT_ACROSS_WORDS_H
#define HTTPCODES_PRESENT_ACROSS_WORDS_H

#include <epan/packet.h>

#include "judge/conversion.h"

/* "INTERNAL_ERROR (0x2)", "200 OK, cut off", "closed without a response": how an attempt ended; NULL where it
 * has not, or nothing is known of it. */
const char *hc_across_behind(wmem_allocator_t *scope, const struct hc_leg *attempt);

/* "REFUSED_STREAM (0x7)", "cancelled by the client": how the front ended; NULL where it has not, and no
 * status was seen. */
const char *hc_across_front(wmem_allocator_t *scope, const struct hc_leg *front);

/* "request in front in frame 9", of a request behind. */
const char *hc_across_link(wmem_allocator_t *scope, uint32_t front_frame);

/* What happened in front and behind: fits the label of an item, which Wireshark cuts at 240 bytes. */
const char *hc_across_story(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion);
/* What that comes to; NULL where nobody knows. */
const char *hc_across_title(enum hc_conversion conversion);
/* Both in a line, with the specification that decides it. */
const char *hc_across_summary(wmem_allocator_t *scope, const struct hc_pair *pair,
                              enum hc_conversion conversion);
/* "REFUSED_STREAM, but INTERNAL_ERROR behind (frame 97)": the finding in short, for a pair that has one. */
const char *hc_across_in_short(wmem_allocator_t *scope, const struct hc_pair *pair,
                               enum hc_conversion conversion);
/* What it comes to, and the finding in short: fits the label of an item, too. */
const char *hc_across_finding(wmem_allocator_t *scope, const struct hc_pair *pair,
                              enum hc_conversion conversion);

#endif
