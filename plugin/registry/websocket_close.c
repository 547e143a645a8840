/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebSocket close codes (RFC 6455, section 7.4, and the IANA registry), carried in Close frames.
 *
 * A code from 4000 on means something only together with the subprotocol that was negotiated, which is the
 * row's evidence. */
#include "registry/row.h"

#define CLOSE_CODE_REGISTRY                                                                                  \
    DOC("IANA, WebSocket Close Code Number Registry",                                                        \
        "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number")

/* The protocol's own document, and the close codes that its reference implementation adds. */
#define GRAPHQL FROM("graphql-transport-ws", PRIVATE_USE)
#define GRAPHQL_PROTOCOL                                                                                     \
    EVIDENCE("graphql-transport-ws"), DOC("GraphQL over WebSocket Protocol",                                 \
                                          "https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md")
#define GRAPHQL_WS                                                                                           \
    EVIDENCE("graphql-transport-ws"),                                                                        \
        DOC("graphql-ws, CloseCode", "https://the-guild.dev/graphql/ws/docs/common/enumerations/CloseCode")

static const struct hc_code codes[] = {
    CODE(1000, "Normal Closure", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NORMAL"), EN("The connection has served its purpose and is closed in good order.")),
    CODE(1001, "Going Away", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_GOING_AWAY"),
         EN("The sender leaves: a server shuts down, or a browser moves on to another page.")),
    CODE(1002, "Protocol error", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_PROTOCOL_ERROR"), EN("The sender saw its peer break the WebSocket protocol.")),
    CODE(1003, "Unsupported Data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_UNSUPPORTED"),
         EN("The sender received a type of data that it cannot accept, for example binary where it "
            "takes text only.")),
    CODE(1004, "Reserved", FROM("IANA", RETIRED), NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("Reserved without a meaning. It must not be sent.")),
    CODE(1005, "No Status Rcvd", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NO_STATUS", "CLOSED_NO_STATUS", "No Status Received"),
         EN("An API's way to say that the Close frame carried no code. It must not be sent.")),
    CODE(1006, "Abnormal Closure", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_ABNORMAL"),
         EN("An API's way to say that the connection was lost without a Close frame. It must not be "
            "sent.")),
    CODE(1007, "Invalid frame payload data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         EN("The sender received a message whose data does not fit its type, for example text that is "
            "not UTF-8.")),
    CODE(1008, "Policy Violation", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender received a message that violates its policy. A general code, for want of a "
            "closer one or to hide details.")),
    CODE(1009, "Message Too Big", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_TOO_LARGE"), EN("The sender received a message that is too big for it to process.")),
    CODE(1010, "Mandatory Ext.", IANA, NONE, SERVER, AFTER_CHANGE, ONLY_BY(CLIENT), RFC(6455, "7.4.1"),
         ALIASES("Missing Extension", "Mandatory Extension"),
         EN("The client expected an extension that the server did not negotiate. A server does not send "
            "it: it can fail the handshake.")),
    CODE(1011, "Internal Error", IANA, NONE, SENDER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender met an unexpected condition that keeps it from fulfilling the request.")),
    CODE(1012, "Service Restart", IANA, NONE, NOBODY, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service restarts. A client may connect again, after a random delay of some seconds.")),
    CODE(1013, "Try Again Later", IANA, NONE, SERVER, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service is overloaded or out of order for a while. A client should come back later.")),
    CODE(1014, "Bad Gateway", IANA, NONE, SERVER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The server is a gateway or proxy and got an invalid response from the server behind it, "
            "like HTTP 502.")),
    CODE(1015, "TLS handshake", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("An API's way to say that the TLS handshake failed, for example over the server's "
            "certificate. It must not be sent.")),

    CODE(3000, "Unauthorized", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver must authenticate before what it asked of the application, like HTTP 401.")),
    CODE(3003, "Forbidden", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver is known, but not permitted to do what it asked of the application, like HTTP "
            "403.")),
    CODE(3008, "Timeout", IANA, NONE, PEER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The receiver took too long to answer a request of the application, like HTTP 408.")),

    CODE(4004, "Bad Response", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS, ALIASES("BadResponse"),
         EN("The client received a message that it cannot understand.")),
    CODE(4005, "Internal Client Error", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalClientError"), EN("The client ran into an internal error.")),
    CODE(4400, "Bad Request", GRAPHQL, NONE, PEER, AFTER_CHANGE, GRAPHQL_PROTOCOL, ALIASES("BadRequest"),
         EN("The sender received a message of a type or form that the protocol does not know.")),
    CODE(4401, "Unauthorized", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         EN("The client asked for an operation before the server had acknowledged the connection.")),
    CODE(4403, "Forbidden", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_WS,
         EN("The server refused the client's connection_init.")),
    CODE(4406, "Subprotocol not acceptable", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_WS,
         ALIASES("SubprotocolNotAcceptable"),
         EN("The server supports none of the subprotocols that the client offered.")),
    CODE(4408, "Connection initialisation timeout", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_PROTOCOL,
         ALIASES("ConnectionInitialisationTimeout"),
         EN("The client did not send connection_init in the time that the server allows.")),
    CODE(4409, "Subscriber already exists", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("SubscriberAlreadyExists"),
         EN("The client subscribed with an id that is in use for another operation.")),
    CODE(4429, "Too many initialisation requests", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("TooManyInitialisationRequests"), EN("The client sent more than one connection_init.")),
    CODE(4452, "Node rejected by application", FROM("EEBUS SHIP", PRIVATE_USE), NONE, UNKNOWN, AFTER_CHANGE,
         EVIDENCE("ship"),
         DOC("ship-go, an implementation of EEBUS SHIP", "https://github.com/enbility/ship-go"),
         EN("The sender does not trust the other node, or its user did not confirm the pairing.")),
    CODE(4500, "Internal server error", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalServerError"), EN("The server ran into an internal error.")),
    CODE(4504, "Connection acknowledgement timeout", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("ConnectionAcknowledgementTimeout"),
         EN("The server did not send connection_ack in the time that the client allows.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Not used", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Below 1000 there are no close codes. It must not be sent.")),
    CODE(1000, "Reserved for the protocol", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(1999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for future versions of the WebSocket protocol and not assigned yet. It must not "
            "be sent.")),
    CODE(2000, "Reserved for extensions", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(2999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for WebSocket extensions and not assigned yet. It must not be sent.")),
    CODE(3000, "Library or framework code", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(3999), RFC(6455, "7.4.2"),
         EN("For libraries, frameworks and applications, first come, first served at IANA. This one is "
            "not registered.")),
    CODE(4000, "Private use", FROM("none", PRIVATE_USE), NONE, UNKNOWN, UNKNOWN, TO(4999), RFC(6455, "7.4.2"),
         EN("An application's own code. Its meaning is an agreement between client and server.")),
    CODE(5000, "Invalid", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(UINT16_MAX), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Above 4999 there are no close codes. It must not be sent.")),
};

const struct hc_space hc_websocket_close = {
    .id = HC_WEBSOCKET_CLOSE,
    .name = "WebSocket close",
    .filter = "websocket_close",
    .is_decimal = true,
    .max = UINT16_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number",
};
