/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/glance.h"

#include "collect/bare_tcp.h"
#include "collect/collect.h"
#include "collect/expectation.h"
#include "collect/layers.h"
#include "collect/reading.h"
#include "collect/tcp_header.h"
#include "collect/tls_records.h"
#include "compat.h"
#include "memory/connection.h"

void hc_glance_prepare(void) {
    hc_bare_tcp_prepare();
}

/* ---- TLS ---- */

static bool may_source_have_handshake(tvbuff_t *source) {
    size_t length = tvb_captured_length(source);
    const uint8_t *bytes = length ? tvb_get_ptr(source, 0, (hc_offset)length) : NULL;

    return length > 0 &&
           (!hc_tls_begins_with_data(bytes, length) || hc_tls_may_have_handshake(bytes, length));
}

/* In the segment, in what was put together from several, or decrypted. */
static bool may_have_handshake(const struct hc_bare_tcp *tcp, const packet_info *pinfo) {
    if (tcp->length > 0 && (hc_tls_may_have_handshake(tcp->payload, tcp->length) ||
                            hc_tls_may_be_ssl2(tcp->payload, tcp->length)))
        return true;
    for (const GSList *source = pinfo->data_src->next; source; source = source->next) {
        if (may_source_have_handshake(get_data_source_tvb(source->data)))
            return true;
    }
    return false;
}

/* ---- TCP ---- */

/* The head of a message that is complete some frames later. */
static bool begins_with_http1(const struct hc_bare_tcp *tcp) {
    static const char version[] = "HTTP/1.";

    return tcp->length >= sizeof version - 1 &&
           (memcmp(tcp->payload, version, sizeof version - 1) == 0 ||
            hc_begins_upload(tcp->payload, tcp->length) || hc_is_expectant_head(tcp->payload, tcp->length));
}

/* Before any HTTP there is nothing that content could belong to, but for a head that came in fragments. */
static bool may_tell(const struct hc_bare_tcp *tcp, const packet_info *pinfo) {
    return hc_connection_is_watched() || hc_may_wait(&pinfo->abs_ts) ||
           (tcp->header[HC_TCP_FLAGS] & (HC_TCP_SYN | HC_TCP_FIN | HC_TCP_RST)) != 0;
}

static enum hc_glance glance_at_tcp(tvbuff_t *frame, packet_info *pinfo, unsigned layers) {
    struct hc_bare_tcp tcp;

    if (!hc_bare_tcp_find(&tcp, frame, pinfo))
        return HC_GLANCE_WORTH_A_LOOK;
    if (begins_with_http1(&tcp))
        return HC_GLANCE_HTTP;
    if ((layers & HC_LAYER_TLS) && may_have_handshake(&tcp, pinfo))
        return HC_GLANCE_WORTH_A_LOOK;
    if (may_tell(&tcp, pinfo))
        hc_collect_segment(pinfo, tcp.segment);
    return HC_GLANCE_NOTHING;
}

enum hc_glance hc_glance(tvbuff_t *frame, packet_info *pinfo, unsigned layers) {
    if (layers & HC_LAYER_HTTP)
        return HC_GLANCE_HTTP;
    return glance_at_tcp(frame, pinfo, layers);
}
