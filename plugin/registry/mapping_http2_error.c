/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/2 errors elsewhere. First the HTTP/3 error (RFC 9114, appendix A.4) and what QUIC does instead; then
 * what a gateway can answer, what gRPC makes of it, and what it does to a WebSocket on the stream. */
#include "registry/mapping_row.h"

#define MAP(code, ...)    MAPPING(HTTP2_ERROR, code, code, __VA_ARGS__)
#define UNKNOWN_CODE(...) MAPPING(HTTP2_ERROR, 0, UINT32_MAX, __VA_ARGS__)

#define GATEWAY_HINT                                                                                         \
    "At a gateway, if the server behind it says so. Once response headers went out, it can only abort the "  \
    "stream."
#define BAD_GATEWAY(code) MAP(code, STATUS(502), CLOSEST, A41, EN(GATEWAY_HINT), IF(HC_IF_FROM_SERVER))

/* The gRPC table is for RST_STREAM. Where HTTP/2 knows the code as a connection error only, no condition is
 * set: the row would never apply. */
#define GRPC_RESET(code, status)                                                                             \
    MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP2,                                                            \
        EN("A gRPC call fails with it when its stream is reset so."), IF(HC_IF_ON_STREAM))
#define GRPC_CONNECTION(code, status, words) MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP2, EN(words))
#define GRPC_GOAWAY(code)                                                                                    \
    MAP(code, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2,                                                  \
        EN("A gRPC call above the last stream id was not accepted: to be retried elsewhere."),               \
        IF(HC_IF_ON_CONNECTION | HC_IF_FROM_SERVER))

#define WEBSOCKET_HINT "If no Close frame came before, the WebSocket is lost, and APIs report 1006."
#define WEBSOCKET_LOST(code)                                                                                 \
    MAP(code, WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT), IF(HC_IF_WEBSOCKET))

static const struct hc_mapping rows[] = {
    MAP(H2_NO_ERROR, H3(H3_NO_ERROR), EXACT, A4, EN("No error, in HTTP/3 as well.")),
    MAP(H2_NO_ERROR, STATUS(502), CLOSEST, A41,
        EN("At a gateway, only if the response had not begun. After a complete response there is nothing to "
           "translate."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    MAP(H2_NO_ERROR, GRPC(GRPC_INTERNAL), EXACT, GRPC_ON_HTTP2,
        EN("If it comes before the trailers: a server should have sent a grpc-status."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_NO_ERROR),
    MAP(H2_NO_ERROR, WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT),
        IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),

    MAP(H2_PROTOCOL_ERROR, H3(H3_GENERAL_PROTOCOL_ERROR), EXACT, A4,
        EN("Unless HTTP/3 has a more specific code for what went wrong.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_FRAME_UNEXPECTED), CLOSEST, A4,
        EN("If a frame came that is not allowed there. In HTTP/3 a connection error.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_MESSAGE_ERROR), CLOSEST, A4, EN("If the HTTP message was malformed.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_CLOSED_CRITICAL_STREAM), CLOSEST, A4,
        EN("If a stream that the connection needs was closed, such as the control stream. A connection "
           "error.")),
    BAD_GATEWAY(H2_PROTOCOL_ERROR),
    MAP(H2_PROTOCOL_ERROR, H3(H3_FRAME_UNEXPECTED), CLOSEST, A41,
        EN("This promotes a stream error to a connection error: permitted, but it ends all other requests "
           "too."),
        IF(HC_IF_ON_STREAM)),
    GRPC_RESET(H2_PROTOCOL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_PROTOCOL_ERROR),
    WEBSOCKET_LOST(H2_PROTOCOL_ERROR),

    MAP(H2_INTERNAL_ERROR, H3(H3_INTERNAL_ERROR), EXACT, A4, EN("An internal error, in HTTP/3 as well.")),
    BAD_GATEWAY(H2_INTERNAL_ERROR),
    GRPC_RESET(H2_INTERNAL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_INTERNAL_ERROR),
    WEBSOCKET_LOST(H2_INTERNAL_ERROR),

    MAP(H2_FLOW_CONTROL_ERROR, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: QUIC handles flow control.")),
    MAP(H2_FLOW_CONTROL_ERROR, QUIC(QUIC_FLOW_CONTROL_ERROR), DERIVED,
        EN("QUIC reports it itself, by closing the connection.")),
    BAD_GATEWAY(H2_FLOW_CONTROL_ERROR),
    GRPC_RESET(H2_FLOW_CONTROL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_FLOW_CONTROL_ERROR),
    WEBSOCKET_LOST(H2_FLOW_CONTROL_ERROR),

    MAP(H2_SETTINGS_TIMEOUT, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: nobody acknowledges SETTINGS there. QUIC has none either.")),
    BAD_GATEWAY(H2_SETTINGS_TIMEOUT),
    GRPC_CONNECTION(H2_SETTINGS_TIMEOUT, GRPC_INTERNAL, "A gRPC call fails with it."),
    GRPC_GOAWAY(H2_SETTINGS_TIMEOUT),
    WEBSOCKET_LOST(H2_SETTINGS_TIMEOUT),

    MAP(H2_STREAM_CLOSED, NO_H3, NOT_APPLICABLE, A4, EN("HTTP/3 has no such code: QUIC manages streams.")),
    MAP(H2_STREAM_CLOSED, QUIC(QUIC_STREAM_STATE_ERROR), DERIVED,
        EN("QUIC reports a frame that the stream's state does not permit, by closing the connection.")),
    BAD_GATEWAY(H2_STREAM_CLOSED),
    MAP(H2_STREAM_CLOSED, NO_GRPC, NOT_APPLICABLE, GRPC_ON_HTTP2,
        EN("No gRPC call is left on the stream that could fail; implementations log it."),
        IF(HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_STREAM_CLOSED),
    WEBSOCKET_LOST(H2_STREAM_CLOSED),

    MAP(H2_FRAME_SIZE_ERROR, H3(H3_FRAME_ERROR), EXACT, A4,
        EN("HTTP/3 has one code for a wrong size or layout. There it is a connection error.")),
    BAD_GATEWAY(H2_FRAME_SIZE_ERROR),
    MAP(H2_FRAME_SIZE_ERROR, H3(H3_FRAME_ERROR), CLOSEST, A41,
        EN("This promotes a stream error to a connection error: permitted, but it ends all other requests "
           "too."),
        IF(HC_IF_ON_STREAM)),
    GRPC_RESET(H2_FRAME_SIZE_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_FRAME_SIZE_ERROR),
    WEBSOCKET_LOST(H2_FRAME_SIZE_ERROR),

    MAP(H2_REFUSED_STREAM, H3(H3_REQUEST_REJECTED), EXACT, A4,
        EN("For a request that was not processed. Worth passing on: the client learns that a retry is "
           "safe.")),
    MAP(H2_REFUSED_STREAM, NO_H3, NOT_APPLICABLE, A4,
        EN("For a stream refused as such, not a request: QUIC manages streams.")),
    MAP(H2_REFUSED_STREAM, QUIC(QUIC_STREAM_LIMIT_ERROR), DERIVED,
        EN("If the peer opened more streams than allowed: QUIC closes the connection.")),
    MAP(H2_REFUSED_STREAM, H3(H3_REQUEST_CANCELLED), DERIVED,
        EN("A client refuses a pushed response so: a client must not send H3_REQUEST_REJECTED."),
        IF(HC_IF_FROM_CLIENT)),
    MAP(H2_REFUSED_STREAM, STATUS(502), CLOSEST, A41,
        EN("At a gateway that neither retries nor passes the refusal on; only before response headers."),
        IF(HC_IF_FROM_SERVER)),
    MAP(H2_REFUSED_STREAM, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2,
        EN("The call was not processed and can be retried, possibly elsewhere."), IF(HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_REFUSED_STREAM),
    WEBSOCKET_LOST(H2_REFUSED_STREAM),

    MAP(H2_CANCEL, H3(H3_REQUEST_CANCELLED), EXACT, A4,
        EN("Worth passing on if the client gave up, so that the server behind a gateway can stop.")),
    MAP(H2_CANCEL, STATUS(502), CLOSEST, A41, EN(GATEWAY_HINT), IF(HC_IF_FROM_SERVER)),
    MAP(H2_CANCEL, STATUS(499), DERIVED,
        EN("Nobody is left to answer, so no status goes out; nginx logs 499."), IF(HC_IF_FROM_CLIENT)),
    MAP(H2_CANCEL, GRPC(GRPC_CANCELLED), EXACT, GRPC_ON_HTTP2,
        EN("The server cancelled the call before its response was complete."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    MAP(H2_CANCEL, GRPC(GRPC_DEADLINE_EXCEEDED), CLOSEST, GRPC_ON_HTTP2,
        EN("If the call's deadline has passed, a client reports this instead of CANCELLED."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_CANCEL),
    MAP(H2_CANCEL, WS(WS_ABNORMAL_CLOSURE), CLOSEST, BASED_ON("RFC 8441, section 5"),
        EN("What a TCP reset is to a WebSocket over HTTP/1.1: without a Close before it, APIs report 1006."),
        IF(HC_IF_WEBSOCKET)),

    MAP(H2_COMPRESSION_ERROR, H3(QPACK_DECOMPRESSION_FAILED), CLOSEST, A4,
        EN("If a field section could not be decoded.")),
    MAP(H2_COMPRESSION_ERROR, H3(QPACK_ENCODER_STREAM_ERROR), CLOSEST, A4,
        EN("If an instruction on the encoder stream could not be understood.")),
    MAP(H2_COMPRESSION_ERROR, H3(QPACK_DECODER_STREAM_ERROR), CLOSEST, A4,
        EN("If an instruction on the decoder stream could not be understood.")),
    BAD_GATEWAY(H2_COMPRESSION_ERROR),
    GRPC_CONNECTION(H2_COMPRESSION_ERROR, GRPC_INTERNAL, "A gRPC call fails with it."),
    GRPC_GOAWAY(H2_COMPRESSION_ERROR),
    WEBSOCKET_LOST(H2_COMPRESSION_ERROR),

    MAP(H2_CONNECT_ERROR, H3(H3_CONNECT_ERROR), EXACT, A4, EN("A broken CONNECT tunnel, in HTTP/3 as well.")),
    MAP(H2_CONNECT_ERROR, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("The tunnel's 2xx went out long ago: a proxy in between can only abort its own side."),
        IF(HC_IF_FROM_SERVER)),
    GRPC_RESET(H2_CONNECT_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_CONNECT_ERROR),
    WEBSOCKET_LOST(H2_CONNECT_ERROR),

    MAP(H2_ENHANCE_YOUR_CALM, H3(H3_EXCESSIVE_LOAD), EXACT, A4, EN("Excessive load, in HTTP/3 as well.")),
    BAD_GATEWAY(H2_ENHANCE_YOUR_CALM),
    MAP(H2_ENHANCE_YOUR_CALM, GRPC(GRPC_RESOURCE_EXHAUSTED), EXACT, GRPC_ON_HTTP2,
        EN("The message should say that the exhausted resource is bandwidth."), IF(HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_ENHANCE_YOUR_CALM),
    WEBSOCKET_LOST(H2_ENHANCE_YOUR_CALM),

    MAP(H2_INADEQUATE_SECURITY, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: QUIC is taken to be secure enough on every connection.")),
    MAP(H2_INADEQUATE_SECURITY, QUIC(QUIC_TLS_INSUFFICIENT_SECURITY), DERIVED,
        EN("QUIC's handshake would fail with this TLS alert before HTTP/3 begins.")),
    BAD_GATEWAY(H2_INADEQUATE_SECURITY),
    GRPC_CONNECTION(H2_INADEQUATE_SECURITY, GRPC_PERMISSION_DENIED,
                    "The message should say that the protocol is not secure enough for the call."),
    GRPC_GOAWAY(H2_INADEQUATE_SECURITY),
    WEBSOCKET_LOST(H2_INADEQUATE_SECURITY),

    MAP(H2_HTTP_1_1_REQUIRED, H3(H3_VERSION_FALLBACK), EXACT, A4,
        EN("The request is to be sent over HTTP/1.1, from HTTP/3 as well.")),
    MAP(H2_HTTP_1_1_REQUIRED, STATUS(502), CLOSEST, A41,
        EN("At a gateway that cannot repeat the request over HTTP/1.1 itself; only before response headers."),
        IF(HC_IF_FROM_SERVER)),
    MAP(H2_HTTP_1_1_REQUIRED, GRPC(GRPC_INTERNAL), DERIVED,
        EN("gRPC names none for HTTP/2; its HTTP/3 proposal says INTERNAL to H3_VERSION_FALLBACK."),
        IF(HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_HTTP_1_1_REQUIRED),
    WEBSOCKET_LOST(H2_HTTP_1_1_REQUIRED),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(H3(H3_INTERNAL_ERROR), CLOSEST, BASED_ON("RFC 9113, section 7"),
                 EN("An unknown code may be treated as INTERNAL_ERROR, which is this in HTTP/3.")),
    UNKNOWN_CODE(H2(H2_INTERNAL_ERROR), CLOSEST, BASED_ON("RFC 9113, section 7"),
                 EN("An unknown code triggers no special behaviour; it may be treated as INTERNAL_ERROR.")),
    UNKNOWN_CODE(STATUS(502), CLOSEST, A41, EN(GATEWAY_HINT), IF(HC_IF_FROM_SERVER)),
    UNKNOWN_CODE(GRPC(GRPC_INTERNAL), DERIVED, EN("As for INTERNAL_ERROR on RST_STREAM."),
                 IF(HC_IF_ON_STREAM)),
    UNKNOWN_CODE(GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2,
                 EN("A gRPC call above the last stream id was not accepted: to be retried elsewhere."),
                 IF(HC_IF_ON_CONNECTION | HC_IF_FROM_SERVER)),
    UNKNOWN_CODE(WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT), IF(HC_IF_WEBSOCKET)),
};

const struct hc_mapping_table hc_mapping_http2_error = TABLE(rows, unknown);
