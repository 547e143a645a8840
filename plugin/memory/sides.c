/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/sides.h"

void hc_sides_prove(struct hc_sides *sides, const struct hc_ends *packet, enum hc_side sender) {
    const address *server = sender == HC_SERVER ? packet->source : packet->destination;

    /* Where both ends look alike, or there are none, nothing tells the sides apart. */
    if (sides->is_known || (packet->source_port == packet->destination_port &&
                            addresses_equal(packet->source, packet->destination)))
        return;
    copy_address_wmem(wmem_file_scope(), &sides->server, server);
    sides->server_port = sender == HC_SERVER ? packet->source_port : packet->destination_port;
    sides->is_known = true;
}

/* By the server's end alone: a QUIC client may move to another address in the middle of a connection. */
enum hc_side hc_sides_sender(const struct hc_sides *sides, const struct hc_ends *packet) {
    if (!sides->is_known)
        return HC_SIDE_UNKNOWN;
    if (packet->source_port == sides->server_port && addresses_equal(packet->source, &sides->server))
        return HC_SERVER;
    if (packet->destination_port == sides->server_port &&
        addresses_equal(packet->destination, &sides->server))
        return HC_CLIENT;
    return HC_SIDE_UNKNOWN;
}
