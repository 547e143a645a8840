/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/layers.h"

static const struct {
    const char *name;
    uint8_t kind;
} rows[] = {
    {"http", HC_LAYER_HTTP | HC_LAYER_HTTP1},
    {"http2", HC_LAYER_HTTP},
    {"http3", HC_LAYER_HTTP},
    {"quic", HC_LAYER_HTTP},
    {"websocket", HC_LAYER_HTTP},
    {"bhttp", HC_LAYER_HTTP},
    {"ssdp", HC_LAYER_HTTP},
    {"tls", HC_LAYER_TLS},
    {"tcp", HC_LAYER_TCP},
    {"udp", HC_LAYER_UDP},
    {"icmp", HC_LAYER_ICMP},
    {"icmpv6", HC_LAYER_ICMP},
    /* It names the layers that it holds, but from 4.2 on only. */
    {"exported_pdu", HC_LAYER_HTTP},
};

/* Protocol ids are small, and each layer of each frame is looked up: an array is the fastest map. */
static uint8_t *kind_of_protocol;
static int protocol_end;

static void remember(int protocol, uint8_t kind) {
    if (protocol >= protocol_end) {
        kind_of_protocol = wmem_realloc(wmem_epan_scope(), kind_of_protocol, (size_t)protocol + 1);
        memset(kind_of_protocol + protocol_end, 0, (size_t)(protocol + 1 - protocol_end));
        protocol_end = protocol + 1;
    }
    kind_of_protocol[protocol] = kind;
}

void hc_layers_prepare(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        int protocol = proto_get_id_by_filter_name(rows[i].name);

        if (protocol >= 0)
            remember(protocol, rows[i].kind);
    }
}

unsigned hc_layers_of(const packet_info *pinfo) {
    unsigned kinds = 0;

    for (const wmem_list_frame_t *layer = wmem_list_head(pinfo->layers); layer;
         layer = wmem_list_frame_next(layer)) {
        int protocol = GPOINTER_TO_INT(wmem_list_frame_data(layer));

        if (protocol < protocol_end)
            kinds |= kind_of_protocol[protocol] |
                     (kinds & kind_of_protocol[protocol] & HC_LAYER_HTTP ? HC_LAYER_HTTP_AGAIN : 0);
    }
    return kinds;
}
