/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The dissector fields that this plugin reads, a row each: what the field says, and for a code its space and
 * carrier. A new carrier is a new row. */
#ifndef HTTPCODES_COLLECT_CARRIERS_H
#define HTTPCODES_COLLECT_CARRIERS_H

#include <epan/packet.h>

#include "event.h"

/* What a field tells. Fields are read in document order: what scopes a code stands before it, its reason
 * stands after it (or, in a header block, around it). */
enum hc_role {
    HC_ROLE_NONE, /* not one of ours */

    /* what a field says that is no header line */
    HC_ROLE_CODE,         /* a code */
    HC_ROLE_TCP,          /* a TCP segment begins */
    HC_ROLE_HTTP2_STREAM, /* the stream of an HTTP/2 frame, whose header stands before it */
    HC_ROLE_STREAM,       /* the stream that the following belongs to */
    HC_ROLE_PROMISED,     /* the stream that a server's promise opens */
    HC_ROLE_QUIC_STREAM,  /* the stream of a QUIC STREAM frame, which may hold HTTP/3 frames */
    HC_ROLE_HTTP3_FRAME,  /* an HTTP/3 frame begins: its type */
    HC_ROLE_HTTP3_PAYLOAD,
    HC_ROLE_LAST_STREAM,  /* GOAWAY's last stream */
    HC_ROLE_QUIC_NUMBER,  /* the QUIC connection that the following belongs to */
    HC_ROLE_REASON,       /* words that belong to the last code */
    HC_ROLE_HEADER_BLOCK, /* the unpacked lines of a header block begin: how many bytes they take */
    HC_ROLE_HEADER_NAME,  /* the name of a header line; its value follows */
    HC_ROLE_HEADER_VALUE,
    HC_ROLE_GAP,         /* the capture lacks a part of the connection */
    HC_ROLE_FROM_CLIENT, /* only a client sends this */
    HC_ROLE_MASK,        /* only a client masks WebSocket frames */
    HC_ROLE_HANDSHAKE,   /* TLS handshake message type */
    HC_ROLE_EXTENSION,   /* TLS extension type */
    HC_ROLE_ALPN,        /* an application protocol, offered or chosen */
    HC_ROLE_ALERT,       /* TLS alert */
    HC_ROLE_OPCODE,      /* a WebSocket frame begins: its opcode */
    HC_ROLE_UNREAD,      /* a part of a packet of QUIC, for which there was no key */

    /* what a header line says, or a field that stands for one */
    HC_ROLE_STATUS,        /* a status in digits: look at the bytes, not at what the dissector made of them */
    HC_ROLE_GRPC_STATUS,   /* the same for gRPC */
    HC_ROLE_GRPC_MESSAGE,  /* words for it, percent-encoded, before or after the code */
    HC_ROLE_SERVER_HEADER, /* what the server calls itself */
    HC_ROLE_PROXY_STATUS,  /* what intermediaries say of the response (RFC 9209) */
    HC_ROLE_SUBPROTOCOL,   /* Sec-WebSocket-Protocol */
    HC_ROLE_RETRY_AFTER,
    HC_ROLE_METHOD,
    HC_ROLE_PATH,
    HC_ROLE_AUTHORITY,
    HC_ROLE_CONTENT_TYPE,
    HC_ROLE_CONTENT_LENGTH,
    HC_ROLE_CONNECTION, /* of HTTP/1 */
    HC_ROLE_PROTOCOL,   /* what an extended CONNECT is for (RFC 8441, section 4) */
    HC_ROLE_LOCATION,
    HC_ROLE_GRPC_TIMEOUT,

    HC_ROLES_END,
    HC_FIRST_LINE_ROLE = HC_ROLE_STATUS
};

struct hc_carrier_row {
    const char *field; /* display filter name; for a header its name, in lower case */
    enum hc_role role;
    uint8_t space;   /* of a code; of WebSocket's fields, which do not count everywhere, all have it */
    uint8_t carrier; /* of a code */
};

/* Finds the fields by name and returns the ids of all that are read, in an array of the caller's. A field
 * that this Wireshark does not have is passed over. Once, at handoff. */
GArray *hc_carriers_resolve(void);

/* The row for a field; its role is HC_ROLE_NONE where the field is none of ours. Never NULL. */
const struct hc_carrier_row *hc_carrier_of_field(int hfid);

/* Whether this Wireshark names the stream in each HTTP/3 frame (since 4.6). */
bool hc_carriers_name_http3_stream(void);

/* The row for a header field by its name, which needs no end; NULL where the header is none of ours. In
 * HTTP/1 a name may be in any case (RFC 9110, section 5.1). */
const struct hc_carrier_row *hc_carrier_of_header(const char *name, size_t length);
const struct hc_carrier_row *hc_carrier_of_http1_header(const char *name, size_t length);
/* The same of a request. */
const struct hc_carrier_row *hc_carrier_of_http1_request_header(const char *name, size_t length);

#endif
