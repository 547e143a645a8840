/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layers that Wireshark lists say what the bytes are; only the length of each has to be known here. */
#include "collect/bare_tcp.h"

#include "collect/tcp_header.h"
#include "compat.h"

/* What is below IP, and how many bytes it takes. */
static struct {
    const char *name;
    uint8_t size;
    int id;
} links[] = {
    {"eth", 14, -1}, {"sll", 16, -1}, {"sll2", 20, -1}, {"null", 4, -1}, {"raw", 0, -1},
};

static int ethertype, vlan, ip, ipv6, tcp;

void hc_bare_tcp_prepare(void) {
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        links[i].id = proto_get_id_by_filter_name(links[i].name);
    ethertype = proto_get_id_by_filter_name("ethertype");
    vlan = proto_get_id_by_filter_name("vlan");
    ip = proto_get_id_by_filter_name("ip");
    ipv6 = proto_get_id_by_filter_name("ipv6");
    tcp = proto_get_id_by_filter_name("tcp");
}

/* ---- layers ---- */

static int id_of(const wmem_list_frame_t *layer) {
    return layer ? GPOINTER_TO_INT(wmem_list_frame_data((wmem_list_frame_t *)layer)) : -1;
}

static const wmem_list_frame_t *behind(const wmem_list_frame_t *layer) {
    return layer ? wmem_list_frame_next((wmem_list_frame_t *)layer) : NULL;
}

static bool skip_link(const wmem_list_frame_t **layer, size_t *at) {
    int id = id_of(*layer);

    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        if (links[i].id == id && id >= 0) {
            *at += links[i].size;
            *layer = behind(*layer);
            return true;
        }
    }
    return false;
}

/* The type of what follows is a part of each header before it. */
static void skip_tags(const wmem_list_frame_t **layer, size_t *at) {
    enum { TAG = 4 };

    while (id_of(*layer) == ethertype || id_of(*layer) == vlan) {
        *at += id_of(*layer) == vlan ? TAG : 0;
        *layer = behind(*layer);
    }
}

/* Two segments in one frame, or one in the other, are not the plain way. */
static bool is_last_of_its_kind(const wmem_list_frame_t *layer) {
    for (layer = behind(layer); layer; layer = behind(layer)) {
        if (id_of(layer) == tcp || id_of(layer) == ip || id_of(layer) == ipv6)
            return false;
    }
    return true;
}

/* ---- bytes ---- */

struct bytes {
    const uint8_t *at;
    size_t length;
};

static void leave_out(struct bytes *bytes, size_t size) {
    bytes->at += size;
    bytes->length -= size;
}

/* What a link layer adds behind the packet is none of it. A length of 0 is what offloading leaves. */
static void cut_to(struct bytes *bytes, size_t length) {
    if (length > 0 && length < bytes->length)
        bytes->length = length;
}

/* RFC 791, section 3.1: no fragment. */
static bool skip_ip(struct bytes *bytes) {
    enum { HEADER = 20, LENGTH = 2, FRAGMENT = 6, PROTOCOL = 9, IS_TCP = 6 };
    size_t size = bytes->length < HEADER ? 0 : (size_t)(bytes->at[0] & 0x0f) * 4;

    if (size < HEADER || size > bytes->length || bytes->at[0] >> 4 != 4 || bytes->at[PROTOCOL] != IS_TCP ||
        (pntoh16(bytes->at + FRAGMENT) & 0x3fff))
        return false;
    cut_to(bytes, pntoh16(bytes->at + LENGTH));
    if (size > bytes->length)
        return false;
    leave_out(bytes, size);
    return true;
}

/* RFC 8200, section 3: without extension headers. */
static bool skip_ipv6(struct bytes *bytes) {
    enum { HEADER = 40, LENGTH = 4, NEXT = 6, IS_TCP = 6 };

    if (bytes->length < HEADER || bytes->at[0] >> 4 != 6 || bytes->at[NEXT] != IS_TCP)
        return false;
    if (pntoh16(bytes->at + LENGTH))
        cut_to(bytes, HEADER + (size_t)pntoh16(bytes->at + LENGTH));
    leave_out(bytes, HEADER);
    return true;
}

static bool take_segment(struct hc_bare_tcp *found, struct bytes bytes, tvbuff_t *frame,
                         const packet_info *pinfo) {
    size_t size = bytes.length < HC_TCP_HEADER ? 0 : (size_t)(bytes.at[HC_TCP_OFFSET] >> 4) * 4;

    if (size < HC_TCP_HEADER || size > bytes.length || pntoh16(bytes.at + HC_TCP_PORTS) != pinfo->srcport ||
        pntoh16(bytes.at + HC_TCP_PORTS + 2) != pinfo->destport)
        return false;
    *found = (struct hc_bare_tcp){
        .segment = {frame, (unsigned)(bytes.at - tvb_get_ptr(frame, 0, 1)), (unsigned)bytes.length},
        .header = bytes.at,
        .payload = bytes.at + size,
        .length = bytes.length - size,
    };
    return true;
}

bool hc_bare_tcp_find(struct hc_bare_tcp *found, tvbuff_t *frame, const packet_info *pinfo) {
    const wmem_list_frame_t *layer = behind(wmem_list_head(pinfo->layers)); /* the first one is the frame */
    struct bytes bytes = {NULL, tvb_captured_length(frame)};
    size_t at = 0;
    int network;

    if (!skip_link(&layer, &at))
        return false;
    skip_tags(&layer, &at);
    network = id_of(layer);
    if ((network != ip && network != ipv6) || id_of(behind(layer)) != tcp ||
        !is_last_of_its_kind(behind(layer)) || at >= bytes.length)
        return false;
    bytes.at = tvb_get_ptr(frame, 0, (hc_offset)bytes.length);
    leave_out(&bytes, at);
    return (network == ip ? skip_ip(&bytes) : skip_ipv6(&bytes)) && take_segment(found, bytes, frame, pinfo);
}
