/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a frame's TCP segment stands in its bytes, found without a tree. */
#ifndef HTTPCODES_COLLECT_BARE_TCP_H
#define HTTPCODES_COLLECT_BARE_TCP_H

#include <epan/packet.h>

#include "collect/span.h"

struct hc_bare_tcp {
    struct hc_span segment; /* with its header, without what the link layer adds behind it */
    const uint8_t *header;  /* at least HC_TCP_HEADER bytes, as long as the frame is dissected */
    const uint8_t *payload; /* as far as it was captured */
    size_t length;          /* of the payload */
};

/* Once, at handoff. */
void hc_bare_tcp_prepare(void);

/* False where the way to it is not the plain one: tunnels, fragments, rare link layers, what was cut. Then
 * there may be one all the same. */
bool hc_bare_tcp_find(struct hc_bare_tcp *tcp, tvbuff_t *frame, const packet_info *pinfo);

#endif
