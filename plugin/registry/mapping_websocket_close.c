/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebSocket close codes elsewhere: the HTTP status that says the nearest, and the errors by which HTTP/2 and
 * HTTP/3 would end the stream.
 *
 * A Close frame travels within a tunnel that HTTP opened with a success, so hardly any document compares the
 * two, and most rows are derived. Only the loss of the connection has a counterpart by specification. */
#include "registry/mapping_row.h"

#define MAP(code, ...) MAPPING(WEBSOCKET_CLOSE, code, code, __VA_ARGS__)

#define NEAREST_STATUS(code, status, words) MAP(code, STATUS(status), DERIVED, EN(words))
#define SERVERS_STATUS(code, status, words)                                                                  \
    MAP(code, STATUS(status), DERIVED, EN(words), IF(HC_IF_FROM_SERVER))
#define STREAM_ENDS(code, h2, h3, words)                                                                     \
    MAP(code, H2(h2), DERIVED, EN(words)), MAP(code, H3(h3), DERIVED, EN(words))

#define NO_CODE_HINT        "After the Close the stream ends by END_STREAM or FIN and needs no code."
#define IN_GOOD_ORDER(code) STREAM_ENDS(code, H2_NO_ERROR, H3_NO_ERROR, NO_CODE_HINT)

#define NO_STREAM_ERROR(code, words)                                                                         \
    MAP(code, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, EN(words)),                                              \
        MAP(code, NO_H3, NOT_APPLICABLE, OWN_JUDGEMENT, EN(words))
#define CONTENT_HINT "A stream error does not speak about content: HTTP answers it by a status."

/* The codes of graphql-transport-ws are 4000 plus an HTTP status. They mean this only where that subprotocol
 * was negotiated. */
#define BY_ITS_NUMBER(code)                                                                                  \
    MAP(code, STATUS((code)-4000), DERIVED,                                                                  \
        EN("The subprotocol chose its numbers after the HTTP statuses."), IF(HC_IF_OWN_MEANING))

static const struct hc_mapping rows[] = {
    IN_GOOD_ORDER(WS_NORMAL_CLOSURE),
    MAP(WS_NORMAL_CLOSURE, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("A success has no further status: 101 or 2xx opened the WebSocket.")),

    SERVERS_STATUS(WS_GOING_AWAY, 503, "A server that shuts down."),
    STREAM_ENDS(WS_GOING_AWAY, H2_NO_ERROR, H3_NO_ERROR,
                "A server that shuts down says GOAWAY first, then closes without an error."),
    MAP(WS_GOING_AWAY, H2(H2_CANCEL), DERIVED, EN("A client that gives up a request."),
        IF(HC_IF_FROM_CLIENT)),
    MAP(WS_GOING_AWAY, H3(H3_REQUEST_CANCELLED), DERIVED, EN("A client that gives up a request."),
        IF(HC_IF_FROM_CLIENT)),

    SERVERS_STATUS(WS_PROTOCOL_ERROR, 400, "The client broke the protocol."),
    MAP(WS_PROTOCOL_ERROR, STATUS(502), DERIVED,
        EN("The server broke the protocol; a gateway as its client would say so."), IF(HC_IF_FROM_CLIENT)),
    STREAM_ENDS(WS_PROTOCOL_ERROR, H2_PROTOCOL_ERROR, H3_GENERAL_PROTOCOL_ERROR,
                "Each protocol blames its own rules: the HTTP stream itself may be healthy."),

    SERVERS_STATUS(WS_UNSUPPORTED_DATA, 415, "The server does not accept this type of data."),
    NO_STREAM_ERROR(WS_UNSUPPORTED_DATA, CONTENT_HINT),

    IN_GOOD_ORDER(WS_NO_STATUS_RECEIVED),

    MAP(WS_ABNORMAL_CLOSURE, H2(H2_CANCEL), CLOSEST, BASED_ON("RFC 8441, section 5"),
        EN("Over HTTP/2 a lost connection is RST_STREAM with it.")),
    MAP(WS_ABNORMAL_CLOSURE, H3(H3_REQUEST_CANCELLED), CLOSEST, BASED_ON("RFC 9220, section 3"),
        EN("Over HTTP/3 a lost connection is a stream error with it.")),
    MAP(WS_ABNORMAL_CLOSURE, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("The handshake was answered long ago; if it failed instead, any status but 101 or 2xx.")),

    SERVERS_STATUS(WS_INVALID_PAYLOAD, 400, "The client sent data that does not fit its type."),
    NO_STREAM_ERROR(WS_INVALID_PAYLOAD, CONTENT_HINT),

    SERVERS_STATUS(WS_POLICY_VIOLATION, 403, "The server's policy forbids what the client sent."),
    NO_STREAM_ERROR(WS_POLICY_VIOLATION, CONTENT_HINT),

    SERVERS_STATUS(WS_MESSAGE_TOO_BIG, 413, "The client sent more than the server processes."),
    NO_STREAM_ERROR(WS_MESSAGE_TOO_BIG, CONTENT_HINT),

    NEAREST_STATUS(WS_MANDATORY_EXTENSION, 501,
                   "The server lacks an extension that the client cannot do without."),
    NO_STREAM_ERROR(WS_MANDATORY_EXTENSION,
                    "A WebSocket extension is negotiated in the handshake; the stream does not know of it."),

    SERVERS_STATUS(WS_INTERNAL_ERROR, 500, "The server met an unexpected condition."),
    STREAM_ENDS(WS_INTERNAL_ERROR, H2_INTERNAL_ERROR, H3_INTERNAL_ERROR,
                "If the sender has to give up the stream as well."),

    NEAREST_STATUS(WS_SERVICE_RESTART, 503,
                   "The service is away for a while, with Retry-After if it knows how long."),
    STREAM_ENDS(WS_SERVICE_RESTART, H2_NO_ERROR, H3_NO_ERROR,
                "A server that restarts says GOAWAY first, then closes without an error."),

    NEAREST_STATUS(WS_TRY_AGAIN_LATER, 503,
                   "The service is overloaded, with Retry-After if it knows how long."),
    NO_STREAM_ERROR(WS_TRY_AGAIN_LATER, "No stream error says overloaded without blaming the peer for it."),

    NEAREST_STATUS(WS_BAD_GATEWAY, 502,
                   "The same name: the server behind the gateway answered something invalid."),
    STREAM_ENDS(WS_BAD_GATEWAY, H2_CONNECT_ERROR, H3_CONNECT_ERROR,
                "The stream is a CONNECT tunnel, and what lies behind it failed."),

    MAP(WS_TLS_HANDSHAKE, QUIC(QUIC_TLS_HANDSHAKE_FAILURE), DERIVED,
        EN("Over HTTP/3 a failed handshake is CRYPTO_ERROR with the TLS alert, such as this one.")),
    MAP(WS_TLS_HANDSHAKE, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, EN("TLS failed before HTTP/2 could begin.")),

    NEAREST_STATUS(WS_UNAUTHORIZED, 401, "The same name and meaning."),
    NO_STREAM_ERROR(WS_UNAUTHORIZED, CONTENT_HINT),
    NEAREST_STATUS(WS_FORBIDDEN, 403, "The same name and meaning."),
    NO_STREAM_ERROR(WS_FORBIDDEN, CONTENT_HINT),
    NEAREST_STATUS(WS_TIMEOUT, 408, "The receiver took too long."),
    NO_STREAM_ERROR(WS_TIMEOUT, CONTENT_HINT),

    BY_ITS_NUMBER(4400),
    BY_ITS_NUMBER(4401),
    BY_ITS_NUMBER(4403),
    BY_ITS_NUMBER(4406),
    BY_ITS_NUMBER(4408),
    BY_ITS_NUMBER(4409),
    BY_ITS_NUMBER(4429),
    BY_ITS_NUMBER(4500),
    BY_ITS_NUMBER(4504),
};

/* No rule says what an unknown close code stands for. */
const struct hc_mapping_table hc_mapping_websocket_close = {
    .rows = rows, .count = sizeof(rows) / sizeof(rows[0]), .unknown = NULL, .unknown_count = 0};
