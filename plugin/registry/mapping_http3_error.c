/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/3 errors elsewhere. First the HTTP/2 error (the inverse of RFC 9114, appendix A.4, or derived where
 * that names none); then what a gateway can answer, what gRPC makes of it, and what it does to a WebSocket on
 * the stream. */
#include "registry/mapping_row.h"
#include "registry/webtransport.h"

#define RANGE(begin, end, ...) MAPPING(HTTP3_ERROR, begin, end, __VA_ARGS__)
#define MAP(code, ...)         RANGE(code, code, __VA_ARGS__)
#define UNKNOWN_CODE(...)      RANGE(0, UINT64_C(0x3fffffffffffffff), __VA_ARGS__)

#define BAD_GATEWAY(code)                                                                                    \
    MAP(code, STATUS(502), CLOSEST, A41,                                                                     \
        EN("At a gateway, if the server behind it says so. Once response headers went out, it can only "     \
           "abort the stream."),                                                                             \
        IF(HC_IF_FROM_SERVER))

#define GRPC_HINT                "A gRPC call fails with it."
#define GRPC_FAILS(code, status) MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP3, EN(GRPC_HINT))

#define WEBSOCKET_HINT "If no Close frame came before, the WebSocket is lost, and APIs report 1006."
#define WEBSOCKET_LOST(code)                                                                                 \
    MAP(code, WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT), IF(HC_IF_WEBSOCKET))

/* A code about HTTP/3's own machinery, for which appendix A.4 names no HTTP/2 error. */
#define OWN_MACHINERY(code, words)                                                                           \
    MAP(code, H2(H2_PROTOCOL_ERROR), DERIVED, EN(words)), BAD_GATEWAY(code),                                 \
        GRPC_FAILS(code, GRPC_INTERNAL), WEBSOCKET_LOST(code)

#define QPACK(code, words)                                                                                   \
    MAP(code, H2(H2_COMPRESSION_ERROR), CLOSEST, A4_INVERSE, EN(words)), BAD_GATEWAY(code)
#define QPACK_CALLS(code)                                                                                    \
    MAP(code, GRPC(GRPC_INTERNAL), DERIVED,                                                                  \
        EN("As for COMPRESSION_ERROR: gRPC's HTTP/3 proposal leaves the QPACK codes out.")),                 \
        WEBSOCKET_LOST(code)

/* WebTransport over HTTP/2 multiplexes its streams by capsules within one HTTP/2 stream. */
#define WEBTRANSPORT(begin, end, words) RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, EN(words))
#define WEBTRANSPORT_STREAM(begin, end)                                                                      \
    WEBTRANSPORT(begin, end,                                                                                 \
                 "HTTP/2 has no such code: there a WT_RESET_STREAM or WT_STOP_SENDING capsule ends the "     \
                 "stream.")

static const struct hc_mapping rows[] = {
    MAP(H3_DATAGRAM_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
        EN("HTTP/2 treats a broken capsule as a malformed message.")),
    BAD_GATEWAY(H3_DATAGRAM_ERROR),

    MAP(H3_NO_ERROR, H2(H2_NO_ERROR), EXACT, A4_INVERSE, EN("No error, in HTTP/2 as well.")),
    MAP(H3_NO_ERROR, STATUS(502), CLOSEST, A41,
        EN("At a gateway, only if the response had not begun. After a complete response there is nothing to "
           "translate."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    MAP(H3_NO_ERROR, GRPC(GRPC_INTERNAL), EXACT, GRPC_ON_HTTP3,
        EN("If it comes before the trailers: a server should have sent a grpc-status."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    MAP(H3_NO_ERROR, WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT),
        IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),

    MAP(H3_GENERAL_PROTOCOL_ERROR, H2(H2_PROTOCOL_ERROR), EXACT, A4_INVERSE,
        EN("An unspecific protocol error, in HTTP/2 as well.")),
    BAD_GATEWAY(H3_GENERAL_PROTOCOL_ERROR),
    GRPC_FAILS(H3_GENERAL_PROTOCOL_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_GENERAL_PROTOCOL_ERROR),

    MAP(H3_INTERNAL_ERROR, H2(H2_INTERNAL_ERROR), EXACT, A4_INVERSE,
        EN("An internal error, in HTTP/2 as well.")),
    BAD_GATEWAY(H3_INTERNAL_ERROR),
    GRPC_FAILS(H3_INTERNAL_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_INTERNAL_ERROR),

    OWN_MACHINERY(H3_STREAM_CREATION_ERROR,
                  "HTTP/2 has no stream types; a stream opened against the rules is this there."),

    MAP(H3_CLOSED_CRITICAL_STREAM, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no critical streams and no closer code.")),
    BAD_GATEWAY(H3_CLOSED_CRITICAL_STREAM),
    GRPC_FAILS(H3_CLOSED_CRITICAL_STREAM, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_CLOSED_CRITICAL_STREAM),

    MAP(H3_FRAME_UNEXPECTED, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no closer code for a frame that is not allowed there.")),
    BAD_GATEWAY(H3_FRAME_UNEXPECTED),
    GRPC_FAILS(H3_FRAME_UNEXPECTED, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_FRAME_UNEXPECTED),

    MAP(H3_FRAME_ERROR, H2(H2_FRAME_SIZE_ERROR), EXACT, A4_INVERSE,
        EN("HTTP/2 knows it for a wrong size; a wrong layout is PROTOCOL_ERROR there.")),
    BAD_GATEWAY(H3_FRAME_ERROR),
    GRPC_FAILS(H3_FRAME_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_FRAME_ERROR),

    MAP(H3_EXCESSIVE_LOAD, H2(H2_ENHANCE_YOUR_CALM), EXACT, A4_INVERSE,
        EN("Excessive load, in HTTP/2 as well.")),
    BAD_GATEWAY(H3_EXCESSIVE_LOAD),
    MAP(H3_EXCESSIVE_LOAD, GRPC(GRPC_RESOURCE_EXHAUSTED), EXACT, GRPC_ON_HTTP3,
        EN("The message should say that the exhausted resource is bandwidth.")),
    WEBSOCKET_LOST(H3_EXCESSIVE_LOAD),

    OWN_MACHINERY(H3_ID_ERROR, "HTTP/2 has no push ids; a wrong stream id is this there."),
    OWN_MACHINERY(H3_SETTINGS_ERROR, "A setting with an invalid value is this in HTTP/2."),
    OWN_MACHINERY(H3_MISSING_SETTINGS,
                  "A connection that does not begin with SETTINGS ends with this in HTTP/2."),

    MAP(H3_REQUEST_REJECTED, H2(H2_REFUSED_STREAM), EXACT, A4_INVERSE,
        EN("The request was not processed. Worth passing on: the client learns that a retry is safe.")),
    MAP(H3_REQUEST_REJECTED, STATUS(502), CLOSEST, A41,
        EN("At a gateway that neither retries nor passes the refusal on; only before response headers."),
        IF(HC_IF_FROM_SERVER)),
    MAP(H3_REQUEST_REJECTED, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP3,
        EN("The call was not processed and can be retried, possibly elsewhere.")),
    WEBSOCKET_LOST(H3_REQUEST_REJECTED),

    MAP(H3_REQUEST_CANCELLED, H2(H2_CANCEL), EXACT, A4_INVERSE,
        EN("Worth passing on if the client gave up, so that the server behind a gateway can stop.")),
    BAD_GATEWAY(H3_REQUEST_CANCELLED),
    MAP(H3_REQUEST_CANCELLED, STATUS(499), DERIVED,
        EN("Nobody is left to answer, so no status goes out; nginx logs 499."), IF(HC_IF_FROM_CLIENT)),
    MAP(H3_REQUEST_CANCELLED, GRPC(GRPC_CANCELLED), EXACT, GRPC_ON_HTTP3,
        EN("The server cancelled the call before its response was complete."), IF(HC_IF_FROM_SERVER)),
    MAP(H3_REQUEST_CANCELLED, GRPC(GRPC_DEADLINE_EXCEEDED), CLOSEST, GRPC_ON_HTTP3,
        EN("If the call's deadline has passed: a server resets the stream with this code then."),
        IF(HC_IF_FROM_SERVER)),
    MAP(H3_REQUEST_CANCELLED, WS(WS_ABNORMAL_CLOSURE), CLOSEST, BASED_ON("RFC 9220, section 3"),
        EN("What a TCP reset is to a WebSocket over HTTP/1.1: without a Close before it, APIs report 1006."),
        IF(HC_IF_WEBSOCKET)),

    MAP(H3_REQUEST_INCOMPLETE, H2(H2_PROTOCOL_ERROR), DERIVED,
        EN("HTTP/2 treats a request that ends too early as malformed.")),
    BAD_GATEWAY(H3_REQUEST_INCOMPLETE),
    GRPC_FAILS(H3_REQUEST_INCOMPLETE, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_REQUEST_INCOMPLETE),

    MAP(H3_MESSAGE_ERROR, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no closer code for a malformed message.")),
    BAD_GATEWAY(H3_MESSAGE_ERROR),
    GRPC_FAILS(H3_MESSAGE_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_MESSAGE_ERROR),

    MAP(H3_CONNECT_ERROR, H2(H2_CONNECT_ERROR), EXACT, A4_INVERSE,
        EN("A broken CONNECT tunnel, in HTTP/2 as well.")),
    MAP(H3_CONNECT_ERROR, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("The tunnel's 2xx went out long ago: a proxy in between can only abort its own side."),
        IF(HC_IF_FROM_SERVER)),
    GRPC_FAILS(H3_CONNECT_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_CONNECT_ERROR),

    MAP(H3_VERSION_FALLBACK, H2(H2_HTTP_1_1_REQUIRED), EXACT, A4_INVERSE,
        EN("The request is to be sent over HTTP/1.1, from HTTP/2 as well.")),
    MAP(H3_VERSION_FALLBACK, STATUS(502), CLOSEST, A41,
        EN("At a gateway that cannot repeat the request over HTTP/1.1 itself; only before response headers."),
        IF(HC_IF_FROM_SERVER)),
    GRPC_FAILS(H3_VERSION_FALLBACK, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_VERSION_FALLBACK),

    QPACK(QPACK_DECOMPRESSION_FAILED, "HTTP/2 has one code for all compression errors."),
    MAP(QPACK_DECOMPRESSION_FAILED, H2(H2_COMPRESSION_ERROR), CLOSEST, A41,
        EN("This promotes a stream error to a connection error: permitted, but it ends all other requests "
           "too."),
        IF(HC_IF_ON_STREAM)),
    QPACK_CALLS(QPACK_DECOMPRESSION_FAILED),
    QPACK(QPACK_ENCODER_STREAM_ERROR,
          "HTTP/2 has one code for all compression errors, and no encoder stream."),
    QPACK_CALLS(QPACK_ENCODER_STREAM_ERROR),
    QPACK(QPACK_DECODER_STREAM_ERROR,
          "HTTP/2 has one code for all compression errors, and no decoder stream."),
    QPACK_CALLS(QPACK_DECODER_STREAM_ERROR),

    WEBTRANSPORT(0x045d4487, 0x045d4487,
                 "HTTP/2's FLOW_CONTROL_ERROR is about HTTP/2's own windows, not about a session within."),
    WEBTRANSPORT(0x0817b3dd, 0x0817b3dd, "HTTP/2 has no code for application protocols that do not match."),
    WEBTRANSPORT(0x170d7b68, 0x170d7b68,
                 "HTTP/2 has no such code: a session and its streams end there with one HTTP/2 stream."),
    WEBTRANSPORT(0x212c0d48, 0x212c0d48, "HTTP/2 has no code for a peer that lacks what an extension needs."),
    WEBTRANSPORT(
        0x3994bd84, 0x3994bd84,
        "HTTP/2 has no such code: a stream travels there within its session and never waits for it."),
    WEBTRANSPORT_STREAM(HC_WEBTRANSPORT_FIRST, HC_WEBTRANSPORT_LAST),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(H2(H2_NO_ERROR), CLOSEST, BASED_ON("RFC 9114, section 8"),
                 EN("An unknown code counts as H3_NO_ERROR, which is this in HTTP/2.")),
    UNKNOWN_CODE(H3(H3_NO_ERROR), EXACT, BASED_ON("RFC 9114, section 8"),
                 EN("A receiver must treat an unknown code, or one out of its context, as H3_NO_ERROR.")),
    UNKNOWN_CODE(STATUS(502), CLOSEST, A41,
                 EN("At a gateway, only if the response had not begun. After a complete response there is "
                    "nothing to translate."),
                 IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    UNKNOWN_CODE(GRPC(GRPC_INTERNAL), DERIVED, EN("As for H3_NO_ERROR, if it comes before the trailers."),
                 IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM)),
    UNKNOWN_CODE(WS(WS_ABNORMAL_CLOSURE), DERIVED, EN(WEBSOCKET_HINT), IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),
};

const struct hc_mapping_table hc_mapping_http3_error = TABLE(rows, unknown);
