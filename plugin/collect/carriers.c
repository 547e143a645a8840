/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/carriers.h"

#include "collect/names.h"
#include "registry/code.h"

static const struct hc_carrier_row fields[] = {
    {"tcp", HC_ROLE_TCP, 0, 0},
    {"tcp.analysis.lost_segment", HC_ROLE_GAP, 0, 0},
    {"tcp.analysis.ack_lost_segment", HC_ROLE_GAP, 0, 0},
    {"tcp.segment", HC_ROLE_NONE, 0, 0}, /* these by segments.c */
    {"tls.segment", HC_ROLE_NONE, 0, 0},

    {"http.response.code", HC_ROLE_STATUS, HC_HTTP_STATUS, HC_STATUS_LINE},
    {"http.request.method", HC_ROLE_METHOD, 0, 0},

    {"http2.magic", HC_ROLE_FROM_CLIENT, 0, 0},
    {"http2.streamid", HC_ROLE_HTTP2_STREAM, 0, 0},
    {"http2.push_promise.promised_stream_id", HC_ROLE_PROMISED, 0, 0},
    /* Not the lines, each of which would take some items of a tree: all of them stand in the bytes. */
    {"http2.header.length", HC_ROLE_HEADER_BLOCK, 0, 0},
    {"http2.rst_stream.error", HC_ROLE_CODE, HC_HTTP2_ERROR, HC_RST_STREAM},
    {"http2.goaway.last_stream_id", HC_ROLE_LAST_STREAM, 0, 0},
    {"http2.goaway.error", HC_ROLE_CODE, HC_HTTP2_ERROR, HC_GOAWAY},
    {"http2.goaway.addata", HC_ROLE_REASON, 0, 0},

    {"quic.connection.number", HC_ROLE_QUIC_NUMBER, 0, 0},
    {"quic.stream.stream_id", HC_ROLE_QUIC_STREAM, 0, 0},
    {"quic.rsts.stream_id", HC_ROLE_STREAM, 0, 0},
    {"quic.rsts.application_error_code", HC_ROLE_CODE, HC_HTTP3_ERROR, HC_RESET_STREAM},
    {"quic.ss.stream_id", HC_ROLE_STREAM, 0, 0},
    {"quic.ss.application_error_code", HC_ROLE_CODE, HC_HTTP3_ERROR, HC_STOP_SENDING},
    {"quic.cc.error_code", HC_ROLE_CODE, HC_QUIC_ERROR, HC_CONNECTION_CLOSE},
    {"quic.cc.error_code.app", HC_ROLE_CODE, HC_HTTP3_ERROR, HC_CONNECTION_CLOSE},
    {"quic.cc.reason_phrase", HC_ROLE_REASON, 0, 0},
    {"quic.mp_pa_error_code", HC_ROLE_CODE, HC_QUIC_ERROR, HC_PATH_ABANDON},
    {"quic.remaining_payload", HC_ROLE_UNREAD, 0, 0}, /* without a key; with one that does not fit: */
    {"quic.decryption_failed", HC_ROLE_UNREAD, 0, 0},

#ifndef HC_HAS_NGHTTP3
    {"http3.frame_streamid", HC_ROLE_STREAM, 0, 0},
    {"http3.frame_type", HC_ROLE_HTTP3_FRAME, 0, 0},
    {"http3.frame_payload", HC_ROLE_HTTP3_PAYLOAD, 0, 0},
    {"http3.header.header.name", HC_ROLE_HEADER_NAME, 0, 0},
    {"http3.headers.header.value", HC_ROLE_HEADER_VALUE, 0, 0},
#endif

    {"bhttp.response.informational.status", HC_ROLE_CODE, HC_HTTP_STATUS, HC_BINARY_HTTP},
    {"bhttp.response.final.status", HC_ROLE_CODE, HC_HTTP_STATUS, HC_BINARY_HTTP},

    {"websocket.opcode", HC_ROLE_OPCODE, HC_WEBSOCKET_CLOSE, 0},
    {"websocket.mask", HC_ROLE_MASK, HC_WEBSOCKET_CLOSE, 0},
    {"websocket.payload.close.status_code", HC_ROLE_CODE, HC_WEBSOCKET_CLOSE, HC_CLOSE},
    {"websocket.payload.close.reason", HC_ROLE_REASON, HC_WEBSOCKET_CLOSE, 0},

    {"tls.handshake.type", HC_ROLE_HANDSHAKE, 0, 0},
    {"tls.handshake.extension.type", HC_ROLE_EXTENSION, 0, 0},
    {"tls.handshake.extensions_alpn_str", HC_ROLE_ALPN, 0, 0},
    {"tls.alert_message.desc", HC_ROLE_ALERT, 0, 0},
};

/* Header lines, of any version of HTTP. */
static const struct hc_carrier_row headers[] = {
    {":status", HC_ROLE_STATUS, HC_HTTP_STATUS, HC_HEADERS},
    {":method", HC_ROLE_METHOD, 0, 0},
    {":path", HC_ROLE_PATH, 0, 0},
    {":authority", HC_ROLE_AUTHORITY, 0, 0},
    {":protocol", HC_ROLE_PROTOCOL, 0, 0},
    {"content-type", HC_ROLE_CONTENT_TYPE, 0, 0},
    {"content-length", HC_ROLE_CONTENT_LENGTH, 0, 0},
    {"connection", HC_ROLE_CONNECTION, 0, 0},
    {"server", HC_ROLE_SERVER_HEADER, 0, 0},
    {"location", HC_ROLE_LOCATION, 0, 0},
    {"retry-after", HC_ROLE_RETRY_AFTER, 0, 0},
    {"grpc-timeout", HC_ROLE_GRPC_TIMEOUT, 0, 0},
    {"proxy-status", HC_ROLE_PROXY_STATUS, 0, 0},
    {"grpc-status", HC_ROLE_GRPC_STATUS, HC_GRPC_STATUS, HC_GRPC_TRAILER},
    {"grpc-message", HC_ROLE_GRPC_MESSAGE, 0, 0},
    {"sec-websocket-protocol", HC_ROLE_SUBPROTOCOL, 0, 0},
};

/* Those of a request of HTTP/1. */
static const struct hc_carrier_row request_headers[] = {
    {"host", HC_ROLE_AUTHORITY, 0, 0},
    {"sec-websocket-protocol", HC_ROLE_SUBPROTOCOL, 0, 0},
};

static const struct hc_carrier_row none = {"", HC_ROLE_NONE, 0, 0};

/* Field ids are small and dense, and every node of every tree is looked up: an array of row numbers, counted
 * from 1, is the fastest map and costs a byte an id. */
static uint8_t *row_of_hfid;
static int hfid_end;
static bool names_http3_stream;
_Static_assert(G_N_ELEMENTS(fields) < UINT8_MAX, "a row number fits a byte");

static void remember(int hfid, unsigned row) {
    if (hfid >= hfid_end) {
        row_of_hfid = wmem_realloc(wmem_epan_scope(), row_of_hfid, (size_t)hfid + 1);
        memset(row_of_hfid + hfid_end, 0, (size_t)(hfid + 1 - hfid_end));
        hfid_end = hfid + 1;
    }
    row_of_hfid[hfid] = (uint8_t)(row + 1);
}

/* Several fields may share a name; all of them say the same. */
static const header_field_info *namesake(const header_field_info *info) {
    return info->same_name_prev_id < 0 ? NULL : proto_registrar_get_nth((unsigned)info->same_name_prev_id);
}

GArray *hc_carriers_resolve(void) {
    GArray *wanted = g_array_new(FALSE, FALSE, sizeof(int));

    for (unsigned row = 0; row < G_N_ELEMENTS(fields); row++) {
        const header_field_info *info = proto_registrar_get_byname(fields[row].field);

        for (; info; info = namesake(info)) {
            remember(info->id, row);
            g_array_append_val(wanted, info->id);
        }
    }
    names_http3_stream = proto_registrar_get_byname("http3.frame_streamid") != NULL;
    return wanted;
}

const struct hc_carrier_row *hc_carrier_of_field(int hfid) {
    if (hfid < 0 || hfid >= hfid_end || row_of_hfid[hfid] == 0)
        return &none;
    return &fields[row_of_hfid[hfid] - 1];
}

bool hc_carriers_name_http3_stream(void) {
    return names_http3_stream;
}

static struct hc_names names = HC_NAMES(headers);

const struct hc_carrier_row *hc_carrier_of_header(const char *name, size_t length) {
    return hc_names_find(&names, name, length);
}

const struct hc_carrier_row *hc_carrier_of_http1_header(const char *name, size_t length) {
    return hc_names_find_in_any_case(&names, name, length);
}

static struct hc_names request_names = HC_NAMES(request_headers);

const struct hc_carrier_row *hc_carrier_of_http1_request_header(const char *name, size_t length) {
    return hc_names_find_in_any_case(&request_names, name, length);
}
