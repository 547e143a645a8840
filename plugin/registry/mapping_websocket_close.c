/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebSocket close codes elsewhere: the HTTP status that says the nearest, and the errors by which HTTP/2 and
 * HTTP/3 would end the stream.
 *
 * A Close frame travels within a tunnel that HTTP opened with a success, so hardly any document compares the
 * two, and most rows are derived. Only the loss of the connection has a counterpart by specification. */
#include "registry/mapping_row.h"

#define MAP(code, ...) MAPPING(WEBSOCKET_CLOSE, code, code, __VA_ARGS__)

#define NEAREST_STATUS(code, status, ...) MAP(code, STATUS(status), DERIVED, __VA_ARGS__)
#define SERVERS_STATUS(code, status, ...)                                                                    \
    MAP(code, STATUS(status), DERIVED, __VA_ARGS__, IF(HC_IF_FROM_SERVER))
#define STREAM_ENDS(code, h2, h3, ...)                                                                       \
    MAP(code, H2(h2), DERIVED, __VA_ARGS__), MAP(code, H3(h3), DERIVED, __VA_ARGS__)

#define NO_CODE_HINT                                                                                         \
    EN("After the Close the stream ends by END_STREAM or FIN and needs no code."),                           \
        ZH("Close 之后，流以 END_STREAM 或 FIN 结束，无需错误码。"),                                         \
        DE("Nach dem Close endet der Stream mit END_STREAM oder FIN und braucht keinen Code.")
#define IN_GOOD_ORDER(code) STREAM_ENDS(code, H2_NO_ERROR, H3_NO_ERROR, NO_CODE_HINT)

#define NO_STREAM_ERROR(code, ...)                                                                           \
    MAP(code, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, __VA_ARGS__),                                            \
        MAP(code, NO_H3, NOT_APPLICABLE, OWN_JUDGEMENT, __VA_ARGS__)
#define CONTENT_HINT                                                                                         \
    EN("A stream error does not speak about content: HTTP answers it by a status."),                         \
        ZH("流错误不涉及内容：HTTP 对此以状态码响应。"),                                                     \
        DE("Ein Stream-Fehler sagt nichts über Inhalte: Darauf antwortet HTTP mit einem Status.")

#define GIVES_UP_HINT                                                                                        \
    EN("A client that gives up a request."), ZH("放弃请求的客户端。"),                                       \
        DE("Ein Client, der eine Anfrage aufgibt.")
#define SAME_MEANING_HINT                                                                                    \
    EN("The same name and meaning."), ZH("名称和含义都相同。"), DE("Derselbe Name und dieselbe Bedeutung.")

/* The codes of graphql-transport-ws are 4000 plus an HTTP status. They mean this only where that subprotocol
 * was negotiated. */
#define BY_ITS_NUMBER(code)                                                                                  \
    MAP(code, STATUS((code)-4000), DERIVED,                                                                  \
        EN("The subprotocol chose its numbers after the HTTP statuses."),                                    \
        ZH("该子协议按 HTTP 状态码选定其编号。"),                                                            \
        DE("Das Subprotokoll hat seine Nummern nach den HTTP-Statuscodes gewählt."), IF(HC_IF_OWN_MEANING))

static const struct hc_mapping rows[] = {
    IN_GOOD_ORDER(WS_NORMAL_CLOSURE),
    MAP(WS_NORMAL_CLOSURE, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("A success has no further status: 101 or 2xx opened the WebSocket."),
        ZH("成功没有另外的状态码：WebSocket 由 101 或 2xx 打开。"),
        DE("Ein Erfolg hat keinen weiteren Status: 101 oder 2xx hat den WebSocket geöffnet.")),

    SERVERS_STATUS(WS_GOING_AWAY, 503, EN("A server that shuts down."), ZH("正在停机的服务器。"),
                   DE("Ein Server, der herunterfährt.")),
    STREAM_ENDS(WS_GOING_AWAY, H2_NO_ERROR, H3_NO_ERROR,
                EN("A server that shuts down says GOAWAY first, then closes without an error."),
                ZH("正在停机的服务器先发送 GOAWAY，然后无错误地关闭。"),
                DE("Ein Server, der herunterfährt, sendet zuerst GOAWAY und schließt dann ohne Fehler.")),
    MAP(WS_GOING_AWAY, H2(H2_CANCEL), DERIVED, GIVES_UP_HINT, IF(HC_IF_FROM_CLIENT)),
    MAP(WS_GOING_AWAY, H3(H3_REQUEST_CANCELLED), DERIVED, GIVES_UP_HINT, IF(HC_IF_FROM_CLIENT)),

    SERVERS_STATUS(WS_PROTOCOL_ERROR, 400, EN("The client broke the protocol."), ZH("客户端违反了协议。"),
                   DE("Der Client hat das Protokoll verletzt.")),
    MAP(WS_PROTOCOL_ERROR, STATUS(502), DERIVED,
        EN("The server broke the protocol; a gateway as its client would say so."),
        ZH("服务器违反了协议；作为其客户端的网关会这样报告。"),
        DE("Der Server hat das Protokoll verletzt; ein Gateway als sein Client würde das so melden."),
        IF(HC_IF_FROM_CLIENT)),
    STREAM_ENDS(
        WS_PROTOCOL_ERROR, H2_PROTOCOL_ERROR, H3_GENERAL_PROTOCOL_ERROR,
        EN("Each protocol blames its own rules: the HTTP stream itself may be healthy."),
        ZH("每个协议只针对自己的规则：HTTP 流本身可能是正常的。"),
        DE("Jedes Protokoll meint seine eigenen Regeln: Der HTTP-Stream selbst kann in Ordnung sein.")),

    SERVERS_STATUS(WS_UNSUPPORTED_DATA, 415, EN("The server does not accept this type of data."),
                   ZH("服务器不接受此类数据。"), DE("Der Server nimmt diese Art von Daten nicht an.")),
    NO_STREAM_ERROR(WS_UNSUPPORTED_DATA, CONTENT_HINT),

    IN_GOOD_ORDER(WS_NO_STATUS_RECEIVED),

    MAP(WS_ABNORMAL_CLOSURE, H2(H2_CANCEL), CLOSEST, BASED_ON("RFC 8441, section 5"),
        EN("Over HTTP/2 a lost connection is RST_STREAM with it."),
        ZH("在 HTTP/2 上，连接丢失表现为带此错误码的 RST_STREAM。"),
        DE("Über HTTP/2 ist eine verlorene Verbindung ein RST_STREAM mit diesem Code.")),
    MAP(WS_ABNORMAL_CLOSURE, H3(H3_REQUEST_CANCELLED), CLOSEST, BASED_ON("RFC 9220, section 3"),
        EN("Over HTTP/3 a lost connection is a stream error with it."),
        ZH("在 HTTP/3 上，连接丢失表现为带此错误码的流错误。"),
        DE("Über HTTP/3 ist eine verlorene Verbindung ein Stream-Fehler mit diesem Code.")),
    MAP(WS_ABNORMAL_CLOSURE, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("The handshake was answered long ago; if it failed instead, any status but 101 or 2xx."),
        ZH("握手早已得到响应；若握手失败，则可为 101 或 2xx 以外的任何状态码。"),
        DE("Der Handshake ist längst beantwortet; scheiterte er stattdessen, jeder Status außer 101 oder "
           "2xx.")),

    SERVERS_STATUS(WS_INVALID_PAYLOAD, 400, EN("The client sent data that does not fit its type."),
                   ZH("客户端发送的数据与其类型不符。"),
                   DE("Der Client hat Daten gesendet, die nicht zu ihrem Typ passen.")),
    NO_STREAM_ERROR(WS_INVALID_PAYLOAD, CONTENT_HINT),

    SERVERS_STATUS(WS_POLICY_VIOLATION, 403, EN("The server's policy forbids what the client sent."),
                   ZH("服务器的策略禁止客户端发送的内容。"),
                   DE("Die Richtlinie des Servers verbietet, was der Client gesendet hat.")),
    NO_STREAM_ERROR(WS_POLICY_VIOLATION, CONTENT_HINT),

    SERVERS_STATUS(WS_MESSAGE_TOO_BIG, 413, EN("The client sent more than the server processes."),
                   ZH("客户端发送的数据超出服务器的处理上限。"),
                   DE("Der Client hat mehr gesendet, als der Server verarbeitet.")),
    NO_STREAM_ERROR(WS_MESSAGE_TOO_BIG, CONTENT_HINT),

    NEAREST_STATUS(WS_MANDATORY_EXTENSION, 501,
                   EN("The server lacks an extension that the client cannot do without."),
                   ZH("服务器缺少客户端必需的扩展。"),
                   DE("Dem Server fehlt eine Erweiterung, auf die der Client nicht verzichten kann.")),
    NO_STREAM_ERROR(
        WS_MANDATORY_EXTENSION,
        EN("A WebSocket extension is negotiated in the handshake; the stream does not know of it."),
        ZH("WebSocket 扩展在握手中协商；流并不知道它。"),
        DE("Eine WebSocket-Erweiterung wird im Handshake ausgehandelt; der Stream weiß nichts davon.")),

    SERVERS_STATUS(WS_INTERNAL_ERROR, 500, EN("The server met an unexpected condition."),
                   ZH("服务器遇到了意外情况。"),
                   DE("Der Server ist auf einen unerwarteten Zustand gestoßen.")),
    STREAM_ENDS(WS_INTERNAL_ERROR, H2_INTERNAL_ERROR, H3_INTERNAL_ERROR,
                EN("If the sender has to give up the stream as well."), ZH("当发送方也必须放弃该流时。"),
                DE("Wenn der Sender auch den Stream aufgeben muss.")),

    NEAREST_STATUS(
        WS_SERVICE_RESTART, 503,
        EN("The service is away for a while, with Retry-After if it knows how long."),
        ZH("服务暂时不可用；若知道需要多久，则带 Retry-After。"),
        DE("Der Dienst ist eine Weile nicht verfügbar, mit Retry-After, falls er weiß, wie lange.")),
    STREAM_ENDS(WS_SERVICE_RESTART, H2_NO_ERROR, H3_NO_ERROR,
                EN("A server that restarts says GOAWAY first, then closes without an error."),
                ZH("正在重启的服务器先发送 GOAWAY，然后无错误地关闭。"),
                DE("Ein Server, der neu startet, sendet zuerst GOAWAY und schließt dann ohne Fehler.")),

    NEAREST_STATUS(WS_TRY_AGAIN_LATER, 503,
                   EN("The service is overloaded, with Retry-After if it knows how long."),
                   ZH("服务过载；若知道需要多久，则带 Retry-After。"),
                   DE("Der Dienst ist überlastet, mit Retry-After, falls er weiß, wie lange.")),
    NO_STREAM_ERROR(WS_TRY_AGAIN_LATER,
                    EN("No stream error says overloaded without blaming the peer for it."),
                    ZH("没有哪个流错误能表示过载而不归咎于对端。"),
                    DE("Kein Stream-Fehler meldet Überlast, ohne der Gegenstelle die Schuld zu geben.")),

    NEAREST_STATUS(WS_BAD_GATEWAY, 502,
                   EN("The same name: the server behind the gateway answered something invalid."),
                   ZH("名称相同：网关的上游服务器的响应无效。"),
                   DE("Derselbe Name: Der Server hinter dem Gateway hat etwas Ungültiges geantwortet.")),
    STREAM_ENDS(WS_BAD_GATEWAY, H2_CONNECT_ERROR, H3_CONNECT_ERROR,
                EN("The stream is a CONNECT tunnel, and what lies behind it failed."),
                ZH("该流是 CONNECT 隧道，而隧道后面的一方出了故障。"),
                DE("Der Stream ist ein CONNECT-Tunnel, und was dahinter liegt, ist ausgefallen.")),

    MAP(WS_TLS_HANDSHAKE, QUIC(QUIC_TLS_HANDSHAKE_FAILURE), DERIVED,
        EN("Over HTTP/3 a failed handshake is CRYPTO_ERROR with the TLS alert, such as this one."),
        ZH("在 HTTP/3 上，握手失败表现为带 TLS 告警的 CRYPTO_ERROR，例如此错误码。"),
        DE("Über HTTP/3 ist ein gescheiterter Handshake CRYPTO_ERROR mit dem TLS-Alert, etwa dieser hier.")),
    MAP(WS_TLS_HANDSHAKE, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, EN("TLS failed before HTTP/2 could begin."),
        ZH("TLS 在 HTTP/2 开始之前就已失败。"), DE("TLS ist gescheitert, bevor HTTP/2 beginnen konnte.")),

    NEAREST_STATUS(WS_UNAUTHORIZED, 401, SAME_MEANING_HINT),
    NO_STREAM_ERROR(WS_UNAUTHORIZED, CONTENT_HINT),
    NEAREST_STATUS(WS_FORBIDDEN, 403, SAME_MEANING_HINT),
    NO_STREAM_ERROR(WS_FORBIDDEN, CONTENT_HINT),
    NEAREST_STATUS(WS_TIMEOUT, 408, EN("The receiver took too long."), ZH("接收方耗时过长。"),
                   DE("Der Empfänger hat zu lange gebraucht.")),
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
