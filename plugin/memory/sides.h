/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which end of a connection is the client and which the server, as far as the capture proves it. */
#ifndef HTTPCODES_MEMORY_SIDES_H
#define HTTPCODES_MEMORY_SIDES_H

#include <epan/packet.h>

#include "event.h"

/* Where a packet comes from and goes to. The addresses are somebody else's. */
struct hc_ends {
    const address *source, *destination;
    uint32_t source_port, destination_port;
};

/* Starts all zero. */
struct hc_sides {
    address server; /* valid where is_known; lives in file scope */
    uint32_t server_port;
    bool is_known;
};

/* The packet is proven to come from this side. The first proof counts. */
void hc_sides_prove(struct hc_sides *sides, const struct hc_ends *packet, enum hc_side sender);
/* Which side sent the packet; HC_SIDE_UNKNOWN without proof. */
enum hc_side hc_sides_sender(const struct hc_sides *sides, const struct hc_ends *packet);

#endif
