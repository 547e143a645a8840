/* SPDX-License-Identifier: GPL-2.0-or-later */
/* QUIC transport errors elsewhere. HTTP/2 runs over TCP and TLS, which have error handling of their own, so
 * what corresponds is derived throughout, and often there is nothing. */
#include "registry/mapping_row.h"

#define RANGE(begin, end, ...) MAPPING(QUIC_ERROR, begin, end, __VA_ARGS__)
#define UNKNOWN_CODE(...)      RANGE(0, UINT64_C(0x3fffffffffffffff), __VA_ARGS__)

#define FAILED_CONNECTION(begin, end)                                                                        \
    RANGE(begin, end, STATUS(502), DERIVED,                                                                  \
          EN("At a gateway, for each request that the connection to the server leaves without response "     \
             "headers."),                                                                                    \
          IF(HC_IF_FROM_SERVER)),                                                                            \
        RANGE(begin, end, GRPC(GRPC_UNAVAILABLE), DERIVED,                                                   \
              EN("gRPC calls that were open on the connection fail with it."))

#define LIKE_HTTP2(code, error, words)                                                                       \
    RANGE(code, code, H2(error), DERIVED, EN(words)), FAILED_CONNECTION(code, code)
#define NOT_IN_HTTP2(begin, end, words)                                                                      \
    RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, EN(words)), FAILED_CONNECTION(begin, end)

/* QUIC goes on without the path, so nothing fails. */
#define ABANDONED_PATH(begin, end)                                                                           \
    RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT,                                                  \
          EN("HTTP/2 has no such code: a TCP connection has one path only."))

#define TLS_HINT "HTTP/2 has no such code: over TCP, TLS sends the alert itself and closes the connection."

static const struct hc_mapping rows[] = {
    LIKE_HTTP2(QUIC_NO_ERROR, H2_NO_ERROR, "The connection is closed without an error, as by a GOAWAY."),
    LIKE_HTTP2(QUIC_INTERNAL_ERROR, H2_INTERNAL_ERROR, "An internal error that ends the connection."),
    NOT_IN_HTTP2(QUIC_CONNECTION_REFUSED, QUIC_CONNECTION_REFUSED,
                 "HTTP/2 has no such code: TCP refuses the connection."),
    LIKE_HTTP2(QUIC_FLOW_CONTROL_ERROR, H2_FLOW_CONTROL_ERROR, "HTTP/2 handles flow control itself."),
    RANGE(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
          EN("If the peer ignored the limit that it knew; in HTTP/2 a stream error.")),
    RANGE(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR, H2(H2_REFUSED_STREAM), DERIVED,
          EN("If the peer is to retry: HTTP/2 lets the receiver choose.")),
    FAILED_CONNECTION(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR),
    RANGE(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR, H2(H2_STREAM_CLOSED), DERIVED,
          EN("For a frame on a stream that its peer had closed.")),
    RANGE(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
          EN("For a frame on a stream that was not open yet.")),
    FAILED_CONNECTION(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR),
    LIKE_HTTP2(QUIC_FINAL_SIZE_ERROR, H2_STREAM_CLOSED, "The nearest to it is data after END_STREAM."),
    LIKE_HTTP2(QUIC_FRAME_ENCODING_ERROR, H2_FRAME_SIZE_ERROR,
               "HTTP/2 knows it for a wrong size; other broken fields are PROTOCOL_ERROR there."),
    LIKE_HTTP2(QUIC_TRANSPORT_PARAMETER_ERROR, H2_PROTOCOL_ERROR,
               "The nearest to it is a setting with an invalid value."),
    NOT_IN_HTTP2(QUIC_CONNECTION_ID_LIMIT_ERROR, QUIC_CONNECTION_ID_LIMIT_ERROR,
                 "HTTP/2 has no such code: TCP has no connection IDs."),
    LIKE_HTTP2(QUIC_PROTOCOL_VIOLATION, H2_PROTOCOL_ERROR, "A protocol error without a closer code."),
    NOT_IN_HTTP2(QUIC_INVALID_TOKEN, QUIC_INVALID_TOKEN,
                 "HTTP/2 has no such code: TCP proves the client's address by its handshake."),
    NOT_IN_HTTP2(QUIC_APPLICATION_ERROR, QUIC_APPLICATION_ERROR,
                 "What the application had to say is withheld until the handshake is complete."),
    NOT_IN_HTTP2(QUIC_CRYPTO_BUFFER_EXCEEDED, QUIC_CRYPTO_BUFFER_EXCEEDED,
                 "HTTP/2 has no such code: TLS over TCP does its handshake before HTTP/2 begins."),
    NOT_IN_HTTP2(QUIC_KEY_UPDATE_ERROR, QUIC_KEY_UPDATE_ERROR,
                 "HTTP/2 has no such code: over TCP, TLS updates its keys itself."),
    NOT_IN_HTTP2(QUIC_AEAD_LIMIT_REACHED, QUIC_AEAD_LIMIT_REACHED,
                 "HTTP/2 has no such code: over TCP, TLS updates its keys itself."),
    NOT_IN_HTTP2(QUIC_NO_VIABLE_PATH, QUIC_NO_VIABLE_PATH,
                 "HTTP/2 over TCP may still reach the server: only QUIC does not get through."),
    NOT_IN_HTTP2(QUIC_VERSION_NEGOTIATION_ERROR, QUIC_VERSION_NEGOTIATION_ERROR,
                 "HTTP/2 has no such code: TLS negotiates its version by ALPN."),
    ABANDONED_PATH(0x3e, 0x3e),

    NOT_IN_HTTP2(QUIC_CRYPTO_ERROR, QUIC_TLS_INSUFFICIENT_SECURITY - 1, TLS_HINT),
    LIKE_HTTP2(QUIC_TLS_INSUFFICIENT_SECURITY, H2_INADEQUATE_SECURITY,
               "If TLS let it pass: HTTP/2 has its own minimum for the TLS below it."),
    NOT_IN_HTTP2(QUIC_TLS_INSUFFICIENT_SECURITY + 1, QUIC_CRYPTO_ERROR_LAST, TLS_HINT),

    ABANDONED_PATH(0x3e75, 0x3e77),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT,
                 EN("QUIC has no rule for unknown codes, but the connection is closed all the same.")),
    FAILED_CONNECTION(0, UINT64_C(0x3fffffffffffffff)),
};

const struct hc_mapping_table hc_mapping_quic_error = TABLE(rows, unknown);
