/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is sent to a server of which requests are known, and cannot be read: what such a server asks others
 * may be for a request that nobody sees (memory/trust.h). */
#include "collect/layers.h"
#include "collect/reading.h"
#include "memory/legs.h"
#include "settings/settings.h"

/* NULL where no requests to it are known. */
static struct hc_place *known_server(const address *host, uint32_t port) {
    return hc_settings.across && hc_trust_knows_servers() ? hc_trust_known_server(hc_endpoint_of(host, port))
                                                          : NULL;
}

/* A client of TLS that is in its handshake has said one thing, or two. */
void hc_across_note_words(struct hc_reading *reading) {
    enum { ENOUGH = 3 };
    struct hc_place *server = known_server(reading->ends.destination, reading->ends.destination_port);
    struct hc_connection *connection = server ? hc_reading_connection(reading) : NULL;

    /* Behind a gap requests may go unread. */
    if (connection && connection->gaps > 0)
        hc_legs_blind();
    if (!connection || connection->is_read || connection->unread_words == ENOUGH)
        return;
    connection->unread_words++;
    if (connection->unread_words == 2 && !connection->seen_from_start)
        server->is_dark = true;
    if (connection->unread_words == ENOUGH) {
        connection->is_unread = true;
        server->unread++;
    }
}

/* A packet of QUIC that no key was there for. The client's first ones are readable without any, and those of
 * a connection with keys are, too: what is not may be a request. */
void hc_take_unread(struct hc_reading *reading, const field_info *field) {
    struct hc_place *server = known_server(reading->ends.destination, reading->ends.destination_port);

    (void)field;
    if (server)
        server->is_dark = true;
}

/* Wireshark does not know QUIC by a packet of which it has not seen how the connection began. */
void hc_across_note_datagram(const packet_info *pinfo) {
    struct hc_place *server = known_server(&pinfo->dst, pinfo->destport);
    unsigned layers = server ? hc_layers_of(pinfo) : 0;

    if ((layers & HC_LAYER_UDP) && !(layers & HC_LAYER_ICMP))
        server->is_dark = true;
}

/* A client opens its streams in their order (RFC 9000, section 2.1): where one was passed over, the capture
 * lacks it. The head may have to wait for what others say (RFC 9204, section 2.1.2). */
void hc_across_note_stream(struct hc_connection *connection, struct hc_exchange *exchange) {
    enum { STEP = 4 };

    if (!hc_settings.across)
        return;
    if (exchange->id / STEP > connection->requests)
        hc_connection_server(connection)->is_dark = true;
    hc_connection_server(connection)->unread++;
    exchange->is_unread = true;
}

void hc_across_note_head(struct hc_connection *connection, struct hc_exchange *exchange) {
    if (exchange->is_unread && hc_connection_server(connection)->unread > 0)
        hc_connection_server(connection)->unread--;
    exchange->is_unread = false;
}
