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
#define GRAPHQL_ENUMERATION                                                                                  \
    DOC("graphql-ws, CloseCode", "https://the-guild.dev/graphql/ws/docs/common/enumerations/CloseCode")
#define GRAPHQL_WS EVIDENCE("graphql-transport-ws"), GRAPHQL_ENUMERATION

static const struct hc_code codes[] = {
    CODE(1000, "Normal Closure", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NORMAL"), EN("The connection has served its purpose and is closed in good order."),
         ZH("连接已完成其使命，正常关闭。"),
         DE("Die Verbindung hat ihren Zweck erfüllt und wird ordnungsgemäß geschlossen.")),
    CODE(
        1001, "Going Away", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
        ALIASES("CLOSE_GOING_AWAY"),
        EN("The sender leaves: a server shuts down, or a browser moves on to another page."),
        ZH("发送方离开：服务器正在关闭，或浏览器转到了另一页面。"),
        DE("Der Sender verlässt die Verbindung: Ein Server fährt herunter, oder ein Browser wechselt zu einer anderen "
           "Seite.")),
    CODE(1002, "Protocol error", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_PROTOCOL_ERROR"), EN("The sender saw its peer break the WebSocket protocol."),
         ZH("发送方发现对端违反了 WebSocket 协议。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle das WebSocket-Protokoll verletzt.")),
    CODE(1003, "Unsupported Data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_UNSUPPORTED"),
         EN("The sender received a type of data that it cannot accept, for example binary where it "
            "takes text only."),
         ZH("发送方收到了它不能接受的数据类型，例如只接受文本却收到二进制数据。"),
         DE("Der Sender hat eine Art von Daten empfangen, die er nicht annehmen kann, etwa Binärdaten, "
            "wo er nur Text nimmt.")),
    CODE(1004, "Reserved", FROM("IANA", RETIRED), NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("Reserved without a meaning. It must not be sent."), ZH("保留，没有含义。不得发送。"),
         DE("Ohne Bedeutung reserviert. Der Code darf nicht gesendet werden.")),
    CODE(1005, "No Status Rcvd", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NO_STATUS", "CLOSED_NO_STATUS", "No Status Received"),
         EN("An API's way to say that the Close frame carried no code. It must not be sent."),
         ZH("API 用它表示 Close 帧没有携带关闭码。不得发送。"),
         DE("Damit meldet eine API, dass der Close-Frame keinen Code enthielt. Der Code darf nicht "
            "gesendet werden.")),
    CODE(1006, "Abnormal Closure", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_ABNORMAL"),
         EN("An API's way to say that the connection was lost without a Close frame. It must not be "
            "sent."),
         ZH("API 用它表示连接丢失而没有 Close 帧。不得发送。"),
         DE("Damit meldet eine API, dass die Verbindung ohne Close-Frame abbrach. Der Code darf nicht "
            "gesendet werden.")),
    CODE(1007, "Invalid frame payload data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         EN("The sender received a message whose data does not fit its type, for example text that is "
            "not UTF-8."),
         ZH("发送方收到的消息中，数据与其类型不符，例如不是 UTF-8 的文本。"),
         DE("Der Sender hat eine Nachricht empfangen, deren Daten nicht zu ihrem Typ passen, etwa Text, "
            "der kein UTF-8 ist.")),
    CODE(1008, "Policy Violation", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender received a message that violates its policy. A general code, for want of a "
            "closer one or to hide details."),
         ZH("发送方收到了违反其策略的消息。这是通用的关闭码，用于没有更贴切的关闭码或不愿透露细节时。"),
         DE("Der Sender hat eine Nachricht empfangen, die gegen seine Richtlinie verstößt. Ein "
            "allgemeiner Code, wenn kein genauerer passt oder Einzelheiten verborgen bleiben sollen.")),
    CODE(1009, "Message Too Big", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_TOO_LARGE"), EN("The sender received a message that is too big for it to process."),
         ZH("发送方收到的消息太大，无法处理。"),
         DE("Der Sender hat eine Nachricht empfangen, die für ihn zu groß ist.")),
    CODE(1010, "Mandatory Ext.", IANA, NONE, SERVER, AFTER_CHANGE, ONLY_BY(CLIENT), RFC(6455, "7.4.1"),
         ALIASES("Missing Extension", "Mandatory Extension"),
         EN("The client expected an extension that the server did not negotiate. A server does not send "
            "it: it can fail the handshake."),
         ZH("客户端期望某个扩展，而服务器没有协商它。服务器不发送此关闭码：它可以让握手失败。"),
         DE("Der Client hat eine Erweiterung erwartet, die der Server nicht ausgehandelt hat. Ein Server "
            "sendet den Code nicht: Er kann den Handshake scheitern lassen.")),
    CODE(1011, "Internal Error", IANA, NONE, SENDER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender met an unexpected condition that keeps it from fulfilling the request."),
         ZH("发送方遇到意外情况，无法完成请求。"),
         DE("Der Sender ist auf einen unerwarteten Umstand gestoßen und kann die Anfrage nicht erfüllen.")),
    CODE(1012, "Service Restart", IANA, NONE, NOBODY, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service restarts. A client may connect again, after a random delay of some seconds."),
         ZH("服务正在重启。客户端可以在随机延迟数秒之后重新连接。"),
         DE("Der Dienst startet neu. Ein Client darf sich nach einer zufälligen Wartezeit von einigen "
            "Sekunden wieder verbinden.")),
    CODE(1013, "Try Again Later", IANA, NONE, SERVER, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service is overloaded or out of order for a while. A client should come back later."),
         ZH("服务暂时过载或不可用。客户端应稍后再来。"),
         DE("Der Dienst ist vorübergehend überlastet oder außer Betrieb. Ein Client soll es später "
            "wieder versuchen.")),
    CODE(1014, "Bad Gateway", IANA, NONE, SERVER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The server is a gateway or proxy and got an invalid response from the server behind it, "
            "like HTTP 502."),
         ZH("服务器是网关或代理，从其上游服务器收到了无效响应，类似 HTTP 502。"),
         DE("Der Server ist ein Gateway oder Proxy und hat vom Server dahinter eine ungültige Antwort "
            "erhalten, wie bei HTTP 502.")),
    CODE(1015, "TLS handshake", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("An API's way to say that the TLS handshake failed, for example over the server's "
            "certificate. It must not be sent."),
         ZH("API 用它表示 TLS 握手失败，例如因为服务器的证书。不得发送。"),
         DE("Damit meldet eine API, dass der TLS-Handshake fehlschlug, etwa wegen des Zertifikats des "
            "Servers. Der Code darf nicht gesendet werden.")),

    CODE(3000, "Unauthorized", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver must authenticate before what it asked of the application, like HTTP 401."),
         ZH("接收方必须先通过认证，才能得到它向应用请求的内容，类似 HTTP 401。"),
         DE("Der Empfänger muss sich authentifizieren, bevor er bekommt, was er von der Anwendung "
            "verlangt hat, wie bei HTTP 401.")),
    CODE(3003, "Forbidden", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver is known, but not permitted to do what it asked of the application, like HTTP "
            "403."),
         ZH("已知接收方的身份，但它无权进行其向应用请求的操作，类似 HTTP 403。"),
         DE("Der Empfänger ist bekannt, darf aber nicht, was er von der Anwendung verlangt hat, wie bei "
            "HTTP 403.")),
    CODE(3008, "Timeout", IANA, NONE, PEER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The receiver took too long to answer a request of the application, like HTTP 408."),
         ZH("接收方响应应用的请求耗时过长，类似 HTTP 408。"),
         DE("Der Empfänger hat zu lange gebraucht, um eine Anfrage der Anwendung zu beantworten, wie bei "
            "HTTP 408.")),

    CODE(4004, "Bad Response", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS, ALIASES("BadResponse"),
         EN("The client received a message that it cannot understand."), ZH("客户端收到了它无法理解的消息。"),
         DE("Der Client hat eine Nachricht empfangen, die er nicht versteht.")),
    CODE(4005, "Internal Client Error", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalClientError"), EN("The client ran into an internal error."),
         ZH("客户端遇到了内部错误。"), DE("Beim Client ist ein interner Fehler aufgetreten.")),
    CODE(4400, "Bad Request", GRAPHQL, NONE, PEER, AFTER_CHANGE, GRAPHQL_PROTOCOL, ALIASES("BadRequest"),
         EN("The sender received a message of a type or form that the protocol does not know."),
         ZH("发送方收到的消息，其类型或形式是协议所没有的。"),
         DE("Der Sender hat eine Nachricht empfangen, deren Art oder Form das Protokoll nicht kennt.")),
    CODE(4401, "Unauthorized", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         EN("The client asked for an operation before the server had acknowledged the connection."),
         ZH("在服务器确认连接之前，客户端就请求了操作。"),
         DE("Der Client hat eine Operation verlangt, bevor der Server die Verbindung bestätigt hatte.")),
    CODE(4403, "Forbidden", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_WS,
         EN("The server refused the client's connection_init."), ZH("服务器拒绝了客户端的 connection_init。"),
         DE("Der Server hat das connection_init des Clients abgelehnt.")),
    /* Sent just where the older subprotocol was offered. */
    CODE(4406, "Subprotocol not acceptable", GRAPHQL, NONE, CLIENT, AFTER_CHANGE,
         EVIDENCE("graphql-transport-ws", "graphql-ws"), GRAPHQL_ENUMERATION,
         ALIASES("SubprotocolNotAcceptable"),
         EN("The server supports none of the subprotocols that the client offered."),
         ZH("服务器不支持客户端提供的任何子协议。"),
         DE("Der Server unterstützt keines der Subprotokolle, die der Client angeboten hat.")),
    CODE(4408, "Connection initialisation timeout", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_PROTOCOL,
         ALIASES("ConnectionInitialisationTimeout"),
         EN("The client did not send connection_init in the time that the server allows."),
         ZH("客户端没有在服务器允许的时间内发送 connection_init。"),
         DE("Der Client hat connection_init nicht in der Zeit gesendet, die der Server erlaubt.")),
    CODE(4409, "Subscriber already exists", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("SubscriberAlreadyExists"),
         EN("The client subscribed with an id that is in use for another operation."),
         ZH("客户端订阅时使用的 id 已用于另一个操作。"),
         DE("Der Client hat mit einer id abonniert, die schon für eine andere Operation benutzt wird.")),
    CODE(4429, "Too many initialisation requests", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("TooManyInitialisationRequests"), EN("The client sent more than one connection_init."),
         ZH("客户端发送了多个 connection_init。"),
         DE("Der Client hat connection_init mehr als einmal gesendet.")),
    CODE(4452, "Node rejected by application", FROM("EEBUS SHIP", PRIVATE_USE), NONE, UNKNOWN, AFTER_CHANGE,
         EVIDENCE("ship"),
         DOC("ship-go, an implementation of EEBUS SHIP", "https://github.com/enbility/ship-go"),
         EN("The sender does not trust the other node, or its user did not confirm the pairing."),
         ZH("发送方不信任另一节点，或其用户没有确认配对。"),
         DE("Der Sender vertraut dem anderen Knoten nicht, oder sein Benutzer hat die Kopplung nicht "
            "bestätigt.")),
    CODE(4500, "Internal server error", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalServerError"), EN("The server ran into an internal error."),
         ZH("服务器遇到了内部错误。"), DE("Beim Server ist ein interner Fehler aufgetreten.")),
    CODE(4504, "Connection acknowledgement timeout", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("ConnectionAcknowledgementTimeout"),
         EN("The server did not send connection_ack in the time that the client allows."),
         ZH("服务器没有在客户端允许的时间内发送 connection_ack。"),
         DE("Der Server hat connection_ack nicht in der Zeit gesendet, die der Client erlaubt.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Not used", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Below 1000 there are no close codes. It must not be sent."),
         ZH("1000 以下没有关闭码。不得发送。"),
         DE("Unter 1000 gibt es keine Close-Codes. Der Code darf nicht gesendet werden.")),
    CODE(1000, "Reserved for the protocol", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(1999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for future versions of the WebSocket protocol and not assigned yet. It must not "
            "be sent."),
         ZH("为 WebSocket 协议的未来版本保留，尚未分配。不得发送。"),
         DE("Für künftige Versionen des WebSocket-Protokolls reserviert und noch nicht vergeben. Der "
            "Code darf nicht gesendet werden.")),
    CODE(2000, "Reserved for extensions", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(2999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for WebSocket extensions and not assigned yet. It must not be sent."),
         ZH("为 WebSocket 扩展保留，尚未分配。不得发送。"),
         DE("Für WebSocket-Erweiterungen reserviert und noch nicht vergeben. Der Code darf nicht "
            "gesendet werden.")),
    CODE(3000, "Library or framework code", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(3999), RFC(6455, "7.4.2"),
         EN("For libraries, frameworks and applications, first come, first served at IANA. This one is "
            "not registered."),
         ZH("供库、框架和应用使用，在 IANA 先到先得。此关闭码未注册。"),
         DE("Für Bibliotheken, Frameworks und Anwendungen, bei IANA in der Reihenfolge der Anmeldung "
            "vergeben. Dieser Code ist nicht registriert.")),
    CODE(4000, "Private use", FROM("none", PRIVATE_USE), NONE, UNKNOWN, UNKNOWN, TO(4999), RFC(6455, "7.4.2"),
         EN("An application's own code. Its meaning is an agreement between client and server."),
         ZH("应用自定义的关闭码。其含义由客户端与服务器约定。"),
         DE("Ein eigener Code der Anwendung. Was er bedeutet, vereinbaren Client und Server.")),
    CODE(5000, "Invalid", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(UINT16_MAX), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Above 4999 there are no close codes. It must not be sent."),
         ZH("4999 以上没有关闭码。不得发送。"),
         DE("Über 4999 gibt es keine Close-Codes. Der Code darf nicht gesendet werden.")),
};

const struct hc_space hc_websocket_close = {
    .id = HC_WEBSOCKET_CLOSE,
    .name = "WebSocket close",
    .family = "WebSocket",
    .kind = {[HC_EN] = "close code", [HC_ZH_CN] = "关闭码", [HC_DE] = "Close-Code"},
    .filter = "websocket_close",
    .target_filter = "map.websocket",
    .carriers = "the Close frame",
    .proof = HC_PROOF_SUBPROTOCOL,
    .is_decimal = true,
    .max = UINT16_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_websocket_close,
    .registry_url = "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number",
};
