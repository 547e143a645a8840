/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP statuses elsewhere. A status is the same in all versions of HTTP, and a gateway passes it on, so few
 * turn into something else; those rows come first. Then what a gRPC client reports, and what becomes of a
 * WebSocket handshake. A plain success has no row without a condition. */
#include "registry/mapping_row.h"

#define RANGE(begin, end, ...) MAPPING(HTTP_STATUS, begin, end, __VA_ARGS__)
#define MAP(code, ...)         RANGE(code, code, __VA_ARGS__)

/* 1xx. */
#define FORWARDED(code)                                                                                      \
    MAP(code, STATUS(code), EXACT, BASED_ON("RFC 9110, section 15.2"),                                       \
        EN("A proxy must forward it, unless it asked for it itself; nobody sends it to an HTTP/1.0 "         \
           "client."))

/* 2xx and 3xx. */
#define GRPC_WITHOUT_STATUS(begin, end)                                                                      \
    RANGE(begin, end, GRPC(GRPC_UNKNOWN), CLOSEST, GRPC_FROM_HTTP,                                           \
          EN("The gRPC response ended without a grpc-status, so a client does not trust the success."),      \
          IF(HC_IF_NO_GRPC_STATUS))
#define WEBSOCKET_OPENED(begin, end)                                                                         \
    RANGE(begin, end, STATUS(101), CLOSEST, BASED_ON("RFC 8441, section 5; RFC 9220, section 3"),            \
          EN("It answers an extended CONNECT: a WebSocket handshake over HTTP/1.1 is answered by 101."),     \
          IF(HC_IF_WEBSOCKET))

/* 4xx and 5xx. */
#define GRPC_HINT                  "What a gRPC client reports if the response brings no grpc-status."
#define GRPC_REPORTS(code, status) MAP(code, GRPC(status), EXACT, GRPC_FROM_HTTP, EN(GRPC_HINT))
#define GRPC_REPORTS_UNKNOWN(begin, end)                                                                     \
    RANGE(begin, end, GRPC(GRPC_UNKNOWN), CLOSEST, GRPC_FROM_HTTP, EN(GRPC_HINT))
#define FROM_GRPC(code, status)                                                                              \
    MAP(code, GRPC(status), CLOSEST, BASED_ON("google.rpc.Code, inverse"),                                   \
        EN("What it may stand for if a gateway translated gRPC to JSON."))
#define HANDSHAKE_FAILED(begin, end)                                                                         \
    RANGE(begin, end, WS(WS_ABNORMAL_CLOSURE), DERIVED,                                                      \
          EN("The WebSocket handshake failed: a browser reports 1006 and hides the status."),                \
          IF(HC_IF_WEBSOCKET))
#define PLAIN_RANGE(begin, end)     GRPC_REPORTS_UNKNOWN(begin, end), HANDSHAKE_FAILED(begin, end)
#define PLAIN(code)                 PLAIN_RANGE(code, code)
#define KNOWN_TO_GRPC(code, status) GRPC_REPORTS(code, status), HANDSHAKE_FAILED(code, code)

/* The rest of a request that nobody reads any more. */
#define ENDS_ONLY_STREAM(code)                                                                               \
    MAP(code, H2(H2_NO_ERROR), DERIVED,                                                                      \
        EN("To stop the rest of the request HTTP/1.1 closes the connection, HTTP/2 sends RST_STREAM with "   \
           "this.")),                                                                                        \
        MAP(code, H3(H3_NO_ERROR), DERIVED,                                                                  \
            EN("To stop the rest of the request HTTP/1.1 closes the connection, HTTP/3 sends STOP_SENDING "  \
               "with this."))

#define WANTS_HTTP_1_1(code, words)                                                                          \
    MAP(code, H2(H2_HTTP_1_1_REQUIRED), DERIVED, EN(words)),                                                 \
        MAP(code, H3(H3_VERSION_FALLBACK), DERIVED, EN(words))

#define STREAM_ERROR(code, h2, h3, words)                                                                    \
    MAP(code, H2(h2), DERIVED, EN(words)), MAP(code, H3(h3), DERIVED, EN(words))
#define TOO_LATE_HINT                                                                                        \
    "Once response headers went out, this status is too late: the stream is aborted instead."
#define TOO_LATE(code) STREAM_ERROR(code, H2_INTERNAL_ERROR, H3_INTERNAL_ERROR, TOO_LATE_HINT)

/* An unrecognised status is treated as x00 of its class; an invalid one as a 5xx. */
#define AS_ITS_CLASS(begin, end, class)                                                                      \
    RANGE(begin, end, STATUS(class), EXACT, BASED_ON("RFC 9110, section 15"),                                \
          EN("A client that does not know it treats it as this, the first of its class."))
#define INVALID(begin, end)                                                                                  \
    RANGE(begin, end, STATUS(500), CLOSEST, BASED_ON("RFC 9110, section 15"),                                \
          EN("Outside of 100 to 599: a client should treat it as a server error.")),                         \
        PLAIN_RANGE(begin, end)

/* A vendor's number for a gateway's trouble. */
#define VENDORS(code, status, words)                                                                         \
    AS_ITS_CLASS(code, code, 500), MAP(code, STATUS(status), DERIVED, EN(words), IF(HC_IF_OWN_MEANING)),     \
        PLAIN(code)

static const struct hc_mapping rows[] = {
    FORWARDED(100),
    MAP(101, STATUS(200), CLOSEST, BASED_ON("RFC 8441, section 5; RFC 9220, section 3"),
        EN("HTTP/2 and HTTP/3 have no 101: a WebSocket opens there by an extended CONNECT, answered by "
           "2xx.")),
    FORWARDED(102),
    FORWARDED(103),
    FORWARDED(104),

    WEBSOCKET_OPENED(200, 208),
    GRPC_WITHOUT_STATUS(200, 208),
    WEBSOCKET_OPENED(226, 226),
    GRPC_WITHOUT_STATUS(226, 226),
    GRPC_WITHOUT_STATUS(300, 308),

    GRPC_REPORTS(400, GRPC_INTERNAL),
    FROM_GRPC(400, GRPC_INVALID_ARGUMENT),
    FROM_GRPC(400, GRPC_FAILED_PRECONDITION),
    FROM_GRPC(400, GRPC_OUT_OF_RANGE),
    HANDSHAKE_FAILED(400, 400),
    KNOWN_TO_GRPC(401, GRPC_UNAUTHENTICATED),
    PLAIN(402),
    KNOWN_TO_GRPC(403, GRPC_PERMISSION_DENIED),
    GRPC_REPORTS(404, GRPC_UNIMPLEMENTED),
    FROM_GRPC(404, GRPC_NOT_FOUND),
    HANDSHAKE_FAILED(404, 404),
    PLAIN_RANGE(405, 407),
    ENDS_ONLY_STREAM(408),
    PLAIN(408),
    GRPC_REPORTS_UNKNOWN(409, 409),
    FROM_GRPC(409, GRPC_ABORTED),
    FROM_GRPC(409, GRPC_ALREADY_EXISTS),
    HANDSHAKE_FAILED(409, 409),
    PLAIN_RANGE(410, 412),
    ENDS_ONLY_STREAM(413),
    PLAIN(413),
    PLAIN_RANGE(414, 418),
    MAP(421, STATUS(421), EXACT, BASED_ON("RFC 9110, section 15.5.20"),
        EN("The same in all versions. A proxy may pass it on but must not make one up.")),
    PLAIN(421),
    PLAIN_RANGE(422, 424),
    MAP(425, STATUS(425), EXACT, BASED_ON("RFC 8470, section 5.2"),
        EN("A gateway must pass it on if the request came with Early-Data; else it may retry after the "
           "handshake.")),
    PLAIN(425),
    WANTS_HTTP_1_1(426,
                   "No Upgrade here: if the server wants a protocol that only an HTTP/1.1 upgrade reaches."),
    PLAIN(426),
    PLAIN(428),
    STREAM_ERROR(429, H2_ENHANCE_YOUR_CALM, H3_EXCESSIVE_LOAD,
                 "Where it is the load on the connection, not a request, that is too much."),
    GRPC_REPORTS(429, GRPC_UNAVAILABLE),
    FROM_GRPC(429, GRPC_RESOURCE_EXHAUSTED),
    HANDSHAKE_FAILED(429, 429),
    PLAIN(431),
    PLAIN(451),
    AS_ITS_CLASS(499, 499, 400),
    GRPC_REPORTS_UNKNOWN(499, 499),
    FROM_GRPC(499, GRPC_CANCELLED),
    HANDSHAKE_FAILED(499, 499),

    TOO_LATE(500),
    GRPC_REPORTS_UNKNOWN(500, 500),
    FROM_GRPC(500, GRPC_INTERNAL),
    FROM_GRPC(500, GRPC_DATA_LOSS),
    HANDSHAKE_FAILED(500, 500),
    GRPC_REPORTS_UNKNOWN(501, 501),
    FROM_GRPC(501, GRPC_UNIMPLEMENTED),
    HANDSHAKE_FAILED(501, 501),
    TOO_LATE(502),
    KNOWN_TO_GRPC(502, GRPC_UNAVAILABLE),
    STREAM_ERROR(503, H2_REFUSED_STREAM, H3_REQUEST_REJECTED,
                 "Only if nothing of the request was processed: it promises that a retry is safe."),
    KNOWN_TO_GRPC(503, GRPC_UNAVAILABLE),
    TOO_LATE(504),
    GRPC_REPORTS(504, GRPC_UNAVAILABLE),
    FROM_GRPC(504, GRPC_DEADLINE_EXCEEDED),
    HANDSHAKE_FAILED(504, 504),
    WANTS_HTTP_1_1(505, "If the server behind would accept the request over HTTP/1.1."),
    PLAIN(505),
    PLAIN_RANGE(506, 508),
    PLAIN_RANGE(510, 511),
    VENDORS(520, 502, "The origin server answered something invalid."),
    VENDORS(521, 502, "The origin server refused the connection."),
    VENDORS(522, 504, "The connection to the origin server timed out."),
    VENDORS(523, 502, "The origin server cannot be reached."),
    VENDORS(524, 504, "The origin server took too long to answer."),
    VENDORS(525, 502, "The TLS handshake with the origin server failed."),
    VENDORS(526, 502, "The origin server's certificate is not valid."),
    VENDORS(598, 504, "A proxy's read from the server behind it timed out."),
    VENDORS(599, 504, "A proxy's connection to the server behind it timed out."),
};

static const struct hc_mapping unknown[] = {
    INVALID(0, 99),
    AS_ITS_CLASS(100, 199, 100),
    AS_ITS_CLASS(200, 299, 200),
    GRPC_WITHOUT_STATUS(200, 299),
    AS_ITS_CLASS(300, 399, 300),
    GRPC_WITHOUT_STATUS(300, 399),
    AS_ITS_CLASS(400, 499, 400),
    PLAIN_RANGE(400, 499),
    AS_ITS_CLASS(500, 599, 500),
    PLAIN_RANGE(500, 599),
    INVALID(600, UINT32_MAX),
};

const struct hc_mapping_table hc_mapping_http_status = TABLE(rows, unknown);
