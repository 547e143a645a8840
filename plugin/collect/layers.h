/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a frame's layers promise: Wireshark lists them whether it builds a tree or not. */
#ifndef HTTPCODES_COLLECT_LAYERS_H
#define HTTPCODES_COLLECT_LAYERS_H

#include <epan/packet.h>

/* Kinds of layers, as bits. */
enum {
    HC_LAYER_HTTP = 1, /* carries codes, or what they belong to */
    HC_LAYER_TLS = 2,  /* for the handshake, which tells the client from the server */
    HC_LAYER_TCP = 4,  /* for the start and the end of a connection, and for what the capture lacks of it */
    HC_LAYER_ICMP = 8, /* what its errors quote was sent elsewhere */
    HC_LAYER_UDP = 16, /* for what may be QUIC, and is not known as such */
    HC_LAYER_HTTP1 = 32,
    HC_LAYER_HTTP_AGAIN = 64 /* not by itself: it is the second that carries codes */
};
enum { HC_LAYERS_THAT_TELL = HC_LAYER_HTTP | HC_LAYER_TLS | HC_LAYER_TCP };

/* Once, at handoff. */
void hc_layers_prepare(void);

/* The kinds of all layers of the frame; costs next to nothing. */
unsigned hc_layers_of(const packet_info *pinfo);

#endif
