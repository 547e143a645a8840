/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What there is to say of a frame and of none of its codes: expert infos on the protocol's item, beside the
 * events. */
#ifndef HTTPCODES_PRESENT_ASIDES_H
#define HTTPCODES_PRESENT_ASIDES_H

#include <epan/packet.h>

#include "event.h"
#include "judge/findings.h"
#include "registry/phrases.h"

enum hc_aside { HC_ASIDE_UNREADABLE_STATUS, HC_ASIDES_END };

struct hc_aside_row {
    const char *filter; /* "httpcodes.unreadable_status" */
    enum hc_severity severity;
    enum hc_phrase title;
    unsigned (*times)(const struct hc_events *events); /* how often it holds */
};

/* By enum hc_aside. */
extern const struct hc_aside_row hc_aside_rows[HC_ASIDES_END];

/* Adds what holds to the item, which may be NULL, where nobody looks at a tree. */
void hc_asides_add(const struct hc_events *events, packet_info *pinfo, proto_item *item);

/* "Status line without a status of three digits": the first that holds; NULL where none does. */
const char *hc_asides_title(const struct hc_events *events);

#endif
