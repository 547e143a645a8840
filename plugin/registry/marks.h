/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a message's header section says, as far as a rule asks for it: a bit each. Plain C11. */
#ifndef HTTPCODES_REGISTRY_MARKS_H
#define HTTPCODES_REGISTRY_MARKS_H

enum hc_mark {
    /* All of it was captured and read: a field that is not marked is not in it. */
    HC_HAS_WHOLE_HEAD = 1 << 0,

    HC_HAS_WWW_AUTHENTICATE = 1 << 1,
    HC_HAS_PROXY_AUTHENTICATE = 1 << 2,
    HC_HAS_ALLOW = 1 << 3,
    HC_HAS_UPGRADE = 1 << 4,
    HC_HAS_CONNECTION_UPGRADE = 1 << 5, /* the Connection field names it */
    HC_HAS_CONTENT_RANGE = 1 << 6,
    HC_HAS_BYTERANGES = 1 << 7, /* its type is multipart/byteranges */
    HC_HAS_LOCATION = 1 << 8,
    HC_HAS_LENGTH = 1 << 9, /* a Content-Length that is not 0 */
    HC_HAS_TRANSFER_ENCODING = 1 << 10,
    HC_HAS_WEBSOCKET_ACCEPT = 1 << 11,

    HC_HAS_RANGE = 1 << 12,
    HC_HAS_CONDITION = 1 << 13, /* a precondition (RFC 9110, section 13.1), or another one that gets a 412 */
    HC_HAS_EXPECT = 1 << 14,
    HC_ASKS_WEBSOCKET = 1 << 15,

    HC_IS_HTTP_1_0 = 1 << 16,
    HC_ENDS_STREAM = 1 << 17, /* the frame of a header section does */
    HC_HAS_OTHER_RANGE =
        1 << 18, /* a response whose first range begins elsewhere than the request's only one */
    /* HTTP/2 and HTTP/3 (RFC 9113, section 8.2; RFC 9114, section 4.2). */
    HC_HAS_CONNECTION_FIELD = 1 << 19, /* one that is about the connection */
    HC_HAS_UPPER_CASE = 1 << 20,       /* a name in upper case */

    HC_HAS_IDEMPOTENCY_KEY = 1 << 21, /* the request may be sent twice, whatever its method */
    HC_HAS_DATE = 1 << 22,
    HC_TELLS_CLIENTS = 1 << 23, /* a field that does so; it is hashed, and no message has the mark */
    HC_ONLY_ASKS = 1 << 24,     /* its type is one of questions, which change nothing */

    /* The request says that it may be sent twice: its server knows it by a key, or does it under a condition
     * only, or has nothing to do but to answer. */
    HC_MAY_BE_REPEATED = HC_HAS_IDEMPOTENCY_KEY | HC_HAS_CONDITION | HC_ONLY_ASKS,

    /* Upgrade, beside HC_ASKS_WEBSOCKET: of other protocols there may be several. */
    HC_ASKS_H2C = 1 << 26,
    HC_ASKS_TLS = 1 << 27,
    HC_ASKS_OTHER = 1 << 28,
    HC_SAYS_CLOSE = 1 << 29, /* Connection: close */
    HC_IS_GRPC_WEB = 1 << 30 /* its type is one of gRPC-Web */
};

#endif
