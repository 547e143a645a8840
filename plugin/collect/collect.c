/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/collect.h"

#include "collect/reading.h"
#include "compat.h"

/* TLS belongs to them for the handshake, which tells the client from the server. */
static const char *const layer_names[] = {"http", "http2", "http3", "quic", "websocket", "tls"};
static int layers[G_N_ELEMENTS(layer_names)];

void hc_collect_prepare(void) {
    for (unsigned i = 0; i < G_N_ELEMENTS(layer_names); i++)
        layers[i] = proto_get_id_by_filter_name(layer_names[i]);
}

static bool is_ours(int layer) {
    for (unsigned i = 0; i < G_N_ELEMENTS(layers); i++) {
        if (layers[i] == layer)
            return true;
    }
    return false;
}

bool hc_collect_is_worthwhile(const packet_info *pinfo) {
    const wmem_list_frame_t *layer = wmem_list_tail(pinfo->layers);

    for (; layer; layer = wmem_list_frame_prev(layer)) {
        if (is_ours(GPOINTER_TO_INT(wmem_list_frame_data(layer))))
            return true;
    }
    return false;
}

static void walk(struct hc_reading *reading, const proto_node *node) {
    for (; node; node = node->next) {
        /* In a hidden tree Wireshark 4.6 keeps nodes without a field. */
        if (PNODE_FINFO(node))
            hc_reading_take(reading, PNODE_FINFO(node));
        walk(reading, node->first_child);
    }
}

static const struct hc_events *keep(wmem_array_t *found) {
    unsigned count = wmem_array_get_count(found);
    size_t size = count * sizeof(struct hc_event);
    struct hc_events *kept = wmem_alloc(wmem_file_scope(), sizeof *kept + size);

    *kept = (struct hc_events){.count = count};
    memcpy(kept->event, wmem_array_get_raw(found), size);
    return kept;
}

const struct hc_events *hc_collect(packet_info *pinfo, const proto_tree *tree) {
    struct hc_reading reading = {
        .pinfo = pinfo,
        .stream = HC_NO_STREAM,
        .only_request = HC_NO_STREAM,
        .unproven_end = HC_NO_STREAM,
    };

    if (tree)
        walk(&reading, tree->first_child);
    return reading.events ? keep(reading.events) : NULL;
}
