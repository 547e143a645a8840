/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/glance.h"

#include "collect/bare_tcp.h"
#include "collect/collect.h"
#include "collect/expectation.h"
#include "collect/layers.h"
#include "collect/plain_http1.h"
#include "collect/reading.h"
#include "collect/tcp_header.h"
#include "collect/tls_records.h"
#include "compat.h"
#include "memory/connection.h"

/* The fields that begin a message of HTTP/1. */
static int request_method, response_code;

void hc_glance_prepare(void) {
    hc_bare_tcp_prepare();
    request_method = proto_registrar_get_id_byname("http.request.method");
    response_code = proto_registrar_get_id_byname("http.response.code");
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
    if (begins_with_http1(&tcp)) {
        hc_connection_watch(true);
        return HC_GLANCE_WORTH_A_LOOK;
    }
    if ((layers & HC_LAYER_TLS) && may_have_handshake(&tcp, pinfo))
        return HC_GLANCE_WORTH_A_LOOK;
    if (may_tell(&tcp, pinfo))
        hc_collect_segment(pinfo, tcp.segment, NULL);
    return HC_GLANCE_NOTHING;
}

/* ---- HTTP/1 ---- */

static bool is_reassembled(const struct data_source *source) {
    char *name = hc_data_source_name(source);
    bool is = g_str_has_prefix(name, "Reassembled TCP");

    wmem_free(NULL, name);
    return is;
}

/* What was dissected is the segment, from its first byte on. Behind the frame's own bytes stand most often
 * none, and else those of unpacked content. */
static bool is_segment_dissected(packet_info *pinfo) {
    for (const GSList *source = pinfo->data_src->next; source; source = source->next) {
        if (is_reassembled(source->data))
            return false;
    }
    return hc_connection_is_in_order(pinfo);
}

static bool is_captured_whole(tvbuff_t *frame) {
    return tvb_captured_length(frame) == tvb_reported_length(frame);
}

static struct hc_line first_line(const struct hc_bare_tcp *tcp, const struct hc_plain_http1 *message,
                                 wmem_allocator_t *scope) {
    unsigned header = (unsigned)(tcp->payload - tcp->header);
    struct hc_span span = hc_span_first(hc_span_behind(tcp->segment, header + message->at), message->length);

    return (struct hc_line){
        .row = hc_carrier_of_field(message->is_response ? response_code : request_method),
        .text = hc_ascii(scope, (const char *)tcp->payload + message->at, message->length),
        .span = span,
        .length = span.length,
    };
}

static enum hc_glance glance_at_http1(tvbuff_t *frame, packet_info *pinfo) {
    struct hc_bare_tcp tcp;
    struct hc_plain_http1 message;
    struct hc_line line;

    if (!hc_bare_tcp_find(&tcp, frame, pinfo))
        return HC_GLANCE_HTTP;
    hc_connection_watch(true);
    if (!is_captured_whole(frame) || !hc_plain_http1_read(&message, tcp.payload, tcp.length) ||
        !is_segment_dissected(pinfo))
        return HC_GLANCE_WORTH_A_LOOK;
    line = first_line(&tcp, &message, pinfo->pool);
    hc_collect_segment(pinfo, tcp.segment, &line);
    return HC_GLANCE_NOTHING;
}

enum hc_glance hc_glance(tvbuff_t *frame, packet_info *pinfo, unsigned layers) {
    if ((layers & (HC_LAYER_HTTP1 | HC_LAYER_HTTP_AGAIN | HC_LAYER_TLS)) == HC_LAYER_HTTP1)
        return glance_at_http1(frame, pinfo);
    if (layers & HC_LAYER_HTTP)
        return HC_GLANCE_HTTP;
    return glance_at_tcp(frame, pinfo, layers);
}
