/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a mapping is written down; for the mapping_*.c files only, each of which holds one source space.
 *
 *   MAP(H2_CANCEL, H3(H3_REQUEST_CANCELLED), EXACT, A4,
 *       EN("..."), ZH("..."), DE("..."), IF(HC_IF_FROM_CLIENT))
 *
 * number, target, kind, basis, hint in each language and, where the row does not always apply, its
 * conditions. Each file defines MAP() by MAPPING() for its own space. A hint of several rows is a macro,
 * ..._HINT, which holds all of its languages. */
#ifndef HTTPCODES_REGISTRY_MAPPING_ROW_H
#define HTTPCODES_REGISTRY_MAPPING_ROW_H

#include "registry/mapping.h"
#include "registry/spaces.h"

#define MAPPING(space, begin, end, ...)                                                                      \
    { .from = HC_##space, .first = (begin), .last = (end), __VA_ARGS__ }

/* The kind. */
#define EXACT          .kind = HC_MAP_EXACT
#define CLOSEST        .kind = HC_MAP_CLOSEST
#define DERIVED        .kind = HC_MAP_DERIVED, OWN_JUDGEMENT
#define NOT_APPLICABLE .kind = HC_MAP_NOT_APPLICABLE

/* Targets: a number in a space. Of a row that is not applicable only the space counts. */
#define IN(space, number) .to = HC_##space, .target = (number)
#define STATUS(number)    IN(HTTP_STATUS, number)
#define H2(number)        IN(HTTP2_ERROR, number)
#define H3(number)        IN(HTTP3_ERROR, number)
#define QUIC(number)      IN(QUIC_ERROR, number)
#define WS(number)        IN(WEBSOCKET_CLOSE, number)
#define GRPC(number)      IN(GRPC_STATUS, number)
#define NO_STATUS         STATUS(0)
#define NO_H2             H2(0)
#define NO_H3             H3(0)
#define NO_GRPC           GRPC(0)

#define EN(words)  .hint[HC_EN] = (words)
#define ZH(words)  .hint[HC_ZH_CN] = (words)
#define DE(words)  .hint[HC_DE] = (words)
#define IF(all_of) .conditions = (all_of)

/* What a row is based on; DERIVED says it already. */
#define BASED_ON(source) .basis = (source)
#define OWN_JUDGEMENT    BASED_ON("derived")
#define A4               BASED_ON("RFC 9114, appendix A.4")
#define A4_INVERSE       BASED_ON("RFC 9114, appendix A.4, inverse")
#define A41              BASED_ON("RFC 9114, appendix A.4.1")
#define GRPC_ON_HTTP2    BASED_ON("gRPC, PROTOCOL-HTTP2.md")
#define GRPC_ON_HTTP3    BASED_ON("gRPC proposal G2")
#define GRPC_FROM_HTTP   BASED_ON("gRPC, http-grpc-status-mapping.md")
#define RPC_CODE         BASED_ON("google.rpc.Code")

/* The numbers by name: a table of bare numbers could not be proof-read. HTTP statuses speak for
 * themselves. */
enum {
    H2_NO_ERROR = 0x0,
    H2_PROTOCOL_ERROR,
    H2_INTERNAL_ERROR,
    H2_FLOW_CONTROL_ERROR,
    H2_SETTINGS_TIMEOUT,
    H2_STREAM_CLOSED,
    H2_FRAME_SIZE_ERROR,
    H2_REFUSED_STREAM,
    H2_CANCEL,
    H2_COMPRESSION_ERROR,
    H2_CONNECT_ERROR,
    H2_ENHANCE_YOUR_CALM,
    H2_INADEQUATE_SECURITY,
    H2_HTTP_1_1_REQUIRED
};
enum {
    H3_DATAGRAM_ERROR = 0x33,
    H3_NO_ERROR = 0x100,
    H3_GENERAL_PROTOCOL_ERROR,
    H3_INTERNAL_ERROR,
    H3_STREAM_CREATION_ERROR,
    H3_CLOSED_CRITICAL_STREAM,
    H3_FRAME_UNEXPECTED,
    H3_FRAME_ERROR,
    H3_EXCESSIVE_LOAD,
    H3_ID_ERROR,
    H3_SETTINGS_ERROR,
    H3_MISSING_SETTINGS,
    H3_REQUEST_REJECTED,
    H3_REQUEST_CANCELLED,
    H3_REQUEST_INCOMPLETE,
    H3_MESSAGE_ERROR,
    H3_CONNECT_ERROR,
    H3_VERSION_FALLBACK,
    QPACK_DECOMPRESSION_FAILED = 0x200,
    QPACK_ENCODER_STREAM_ERROR,
    QPACK_DECODER_STREAM_ERROR
};
enum {
    QUIC_NO_ERROR = 0x0,
    QUIC_INTERNAL_ERROR,
    QUIC_CONNECTION_REFUSED,
    QUIC_FLOW_CONTROL_ERROR,
    QUIC_STREAM_LIMIT_ERROR,
    QUIC_STREAM_STATE_ERROR,
    QUIC_FINAL_SIZE_ERROR,
    QUIC_FRAME_ENCODING_ERROR,
    QUIC_TRANSPORT_PARAMETER_ERROR,
    QUIC_CONNECTION_ID_LIMIT_ERROR,
    QUIC_PROTOCOL_VIOLATION,
    QUIC_INVALID_TOKEN,
    QUIC_APPLICATION_ERROR,
    QUIC_CRYPTO_BUFFER_EXCEEDED,
    QUIC_KEY_UPDATE_ERROR,
    QUIC_AEAD_LIMIT_REACHED,
    QUIC_NO_VIABLE_PATH,
    QUIC_VERSION_NEGOTIATION_ERROR,
    QUIC_CRYPTO_ERROR = 0x100,
    QUIC_TLS_HANDSHAKE_FAILURE = QUIC_CRYPTO_ERROR + 40,
    QUIC_TLS_INSUFFICIENT_SECURITY = QUIC_CRYPTO_ERROR + 71,
    QUIC_CRYPTO_ERROR_LAST = 0x1ff
};
enum {
    WS_NORMAL_CLOSURE = 1000,
    WS_GOING_AWAY,
    WS_PROTOCOL_ERROR,
    WS_UNSUPPORTED_DATA,
    WS_NO_STATUS_RECEIVED = 1005,
    WS_ABNORMAL_CLOSURE,
    WS_INVALID_PAYLOAD,
    WS_POLICY_VIOLATION,
    WS_MESSAGE_TOO_BIG,
    WS_MANDATORY_EXTENSION,
    WS_INTERNAL_ERROR,
    WS_SERVICE_RESTART,
    WS_TRY_AGAIN_LATER,
    WS_BAD_GATEWAY,
    WS_TLS_HANDSHAKE,
    WS_UNAUTHORIZED = 3000,
    WS_FORBIDDEN = 3003,
    WS_TIMEOUT = 3008
};
enum {
    GRPC_OK = 0,
    GRPC_CANCELLED,
    GRPC_UNKNOWN,
    GRPC_INVALID_ARGUMENT,
    GRPC_DEADLINE_EXCEEDED,
    GRPC_NOT_FOUND,
    GRPC_ALREADY_EXISTS,
    GRPC_PERMISSION_DENIED,
    GRPC_RESOURCE_EXHAUSTED,
    GRPC_FAILED_PRECONDITION,
    GRPC_ABORTED,
    GRPC_OUT_OF_RANGE,
    GRPC_UNIMPLEMENTED,
    GRPC_INTERNAL,
    GRPC_UNAVAILABLE,
    GRPC_DATA_LOSS,
    GRPC_UNAUTHENTICATED
};

/* The mappings of one source space. In both lists the rows for the same numbers stand together, the most
 * important first, and such groups are sorted and do not overlap. */
struct hc_mapping_table {
    const struct hc_mapping *rows; /* for the numbers that have rows of their own */
    size_t count;
    const struct hc_mapping *unknown; /* by the space's rule for unknown codes; NULL if it has none */
    size_t unknown_count;
};

#define TABLE(own, others)                                                                                   \
    {                                                                                                        \
        .rows = (own), .count = sizeof(own) / sizeof((own)[0]), .unknown = (others),                         \
        .unknown_count = sizeof(others) / sizeof((others)[0])                                                \
    }

#endif
