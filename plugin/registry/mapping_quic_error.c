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
          ZH("在网关处，用于因与服务器的连接终止而没有得到响应头部的每个请求。"),                            \
          DE("An einem Gateway, für jede Anfrage, die die Verbindung zum Server ohne Antwort-Header "       \
             "zurücklässt."),                                                                                \
          IF(HC_IF_FROM_SERVER)),                                                                            \
        RANGE(begin, end, GRPC(GRPC_UNAVAILABLE), DERIVED,                                                   \
              EN("gRPC calls that were open on the connection fail with it."),                               \
              ZH("该连接上尚未结束的 gRPC 调用以此状态码失败。"),                                            \
              DE("gRPC-Aufrufe, die auf der Verbindung offen waren, schlagen damit fehl."))

#define LIKE_HTTP2(code, error, ...)                                                                         \
    RANGE(code, code, H2(error), DERIVED, __VA_ARGS__), FAILED_CONNECTION(code, code)
#define NOT_IN_HTTP2(begin, end, ...)                                                                        \
    RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, __VA_ARGS__), FAILED_CONNECTION(begin, end)

/* QUIC goes on without the path, so nothing fails. */
#define ABANDONED_PATH(begin, end)                                                                           \
    RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT,                                                  \
          EN("HTTP/2 has no such code: a TCP connection has one path only."),                                \
          ZH("HTTP/2 没有这样的错误码：TCP 连接只有一条路径。"),                                             \
          DE("HTTP/2 hat keinen solchen Code: Eine TCP-Verbindung hat nur einen Pfad."))

#define TLS_HINT                                                                                             \
    EN("HTTP/2 has no such code: over TCP, TLS sends the alert itself and closes the connection."),          \
        ZH("HTTP/2 没有这样的错误码：在 TCP 上，TLS 自行发送告警并关闭连接。"),                              \
        DE("HTTP/2 hat keinen solchen Code: Über TCP sendet TLS den Alert selbst und schließt die "        \
           "Verbindung.")
#define KEYS_HINT                                                                                            \
    EN("HTTP/2 has no such code: over TCP, TLS updates its keys itself."),                                   \
        ZH("HTTP/2 没有这样的错误码：在 TCP 上，TLS 自行更新密钥。"),                                        \
        DE("HTTP/2 hat keinen solchen Code: Über TCP erneuert TLS seine Schlüssel selbst.")

static const struct hc_mapping rows[] = {
    LIKE_HTTP2(QUIC_NO_ERROR, H2_NO_ERROR, EN("The connection is closed without an error, as by a GOAWAY."),
               ZH("连接无错误地关闭，如同用 GOAWAY 关闭一样。"),
               DE("Die Verbindung wird ohne Fehler geschlossen, wie durch ein GOAWAY.")),
    LIKE_HTTP2(QUIC_INTERNAL_ERROR, H2_INTERNAL_ERROR, EN("An internal error that ends the connection."),
               ZH("终止连接的内部错误。"), DE("Ein interner Fehler, der die Verbindung beendet.")),
    NOT_IN_HTTP2(QUIC_CONNECTION_REFUSED, QUIC_CONNECTION_REFUSED,
                 EN("HTTP/2 has no such code: TCP refuses the connection."),
                 ZH("HTTP/2 没有这样的错误码：由 TCP 拒绝连接。"),
                 DE("HTTP/2 hat keinen solchen Code: TCP lehnt die Verbindung ab.")),
    LIKE_HTTP2(QUIC_FLOW_CONTROL_ERROR, H2_FLOW_CONTROL_ERROR, EN("HTTP/2 handles flow control itself."),
               ZH("HTTP/2 自行处理流量控制。"), DE("HTTP/2 regelt die Flusskontrolle selbst.")),
    RANGE(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
          EN("If the peer ignored the limit that it knew; in HTTP/2 a stream error."),
          ZH("当对端无视已知的上限时；在 HTTP/2 中属于流错误。"),
          DE("Wenn die Gegenstelle die ihr bekannte Grenze missachtete; in HTTP/2 ein Stream-Fehler.")),
    RANGE(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR, H2(H2_REFUSED_STREAM), DERIVED,
          EN("If the peer is to retry: HTTP/2 lets the receiver choose."),
          ZH("当希望对端重试时：HTTP/2 由接收方选择。"),
          DE("Wenn die Gegenstelle wiederholen soll: HTTP/2 überlässt dem Empfänger die Wahl.")),
    FAILED_CONNECTION(QUIC_STREAM_LIMIT_ERROR, QUIC_STREAM_LIMIT_ERROR),
    RANGE(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR, H2(H2_STREAM_CLOSED), DERIVED,
          EN("For a frame on a stream that its peer had closed."), ZH("用于对端已关闭的流上的帧。"),
          DE("Für einen Frame auf einem Stream, den die Gegenstelle schon geschlossen hatte.")),
    RANGE(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
          EN("For a frame on a stream that was not open yet."), ZH("用于尚未打开的流上的帧。"),
          DE("Für einen Frame auf einem Stream, der noch nicht offen war.")),
    FAILED_CONNECTION(QUIC_STREAM_STATE_ERROR, QUIC_STREAM_STATE_ERROR),
    LIKE_HTTP2(QUIC_FINAL_SIZE_ERROR, H2_STREAM_CLOSED, EN("The nearest to it is data after END_STREAM."),
               ZH("最接近的情形是 END_STREAM 之后的数据。"),
               DE("Dem am nächsten kommen Daten nach END_STREAM.")),
    LIKE_HTTP2(
        QUIC_FRAME_ENCODING_ERROR, H2_FRAME_SIZE_ERROR,
        EN("HTTP/2 knows it for a wrong size; other broken fields are PROTOCOL_ERROR there."),
        ZH("HTTP/2 用它表示大小错误；其他字段错误在那里是 PROTOCOL_ERROR。"),
        DE("HTTP/2 kennt ihn für eine falsche Größe; andere fehlerhafte Felder sind dort PROTOCOL_ERROR.")),
    LIKE_HTTP2(QUIC_TRANSPORT_PARAMETER_ERROR, H2_PROTOCOL_ERROR,
               EN("The nearest to it is a setting with an invalid value."),
               ZH("最接近的情形是某项设置的值无效。"),
               DE("Dem am nächsten kommt eine Einstellung mit ungültigem Wert.")),
    NOT_IN_HTTP2(QUIC_CONNECTION_ID_LIMIT_ERROR, QUIC_CONNECTION_ID_LIMIT_ERROR,
                 EN("HTTP/2 has no such code: TCP has no connection IDs."),
                 ZH("HTTP/2 没有这样的错误码：TCP 没有连接 ID。"),
                 DE("HTTP/2 hat keinen solchen Code: TCP hat keine Connection-IDs.")),
    LIKE_HTTP2(QUIC_PROTOCOL_VIOLATION, H2_PROTOCOL_ERROR, EN("A protocol error without a closer code."),
               ZH("没有更接近的错误码的协议错误。"), DE("Ein Protokollfehler ohne genauer passenden Code.")),
    NOT_IN_HTTP2(
        QUIC_INVALID_TOKEN, QUIC_INVALID_TOKEN,
        EN("HTTP/2 has no such code: TCP proves the client's address by its handshake."),
        ZH("HTTP/2 没有这样的错误码：TCP 通过握手证实客户端的地址。"),
        DE("HTTP/2 hat keinen solchen Code: TCP weist die Adresse des Clients durch seinen Handshake nach.")),
    NOT_IN_HTTP2(
        QUIC_APPLICATION_ERROR, QUIC_APPLICATION_ERROR,
        EN("What the application had to say is withheld until the handshake is complete."),
        ZH("握手完成之前，应用的错误信息不予透露。"),
        DE("Was die Anwendung zu sagen hatte, wird zurückgehalten, bis der Handshake vollständig ist.")),
    NOT_IN_HTTP2(
        QUIC_CRYPTO_BUFFER_EXCEEDED, QUIC_CRYPTO_BUFFER_EXCEEDED,
        EN("HTTP/2 has no such code: TLS over TCP does its handshake before HTTP/2 begins."),
        ZH("HTTP/2 没有这样的错误码：TCP 上的 TLS 在 HTTP/2 开始之前握手。"),
        DE("HTTP/2 hat keinen solchen Code: TLS über TCP führt seinen Handshake aus, bevor HTTP/2 beginnt.")),
    NOT_IN_HTTP2(QUIC_KEY_UPDATE_ERROR, QUIC_KEY_UPDATE_ERROR, KEYS_HINT),
    NOT_IN_HTTP2(QUIC_AEAD_LIMIT_REACHED, QUIC_AEAD_LIMIT_REACHED, KEYS_HINT),
    NOT_IN_HTTP2(QUIC_NO_VIABLE_PATH, QUIC_NO_VIABLE_PATH,
                 EN("HTTP/2 over TCP may still reach the server: only QUIC does not get through."),
                 ZH("TCP 上的 HTTP/2 也许仍能到达服务器：只是 QUIC 不通。"),
                 DE("HTTP/2 über TCP erreicht den Server vielleicht noch: Nur QUIC kommt nicht durch.")),
    NOT_IN_HTTP2(QUIC_VERSION_NEGOTIATION_ERROR, QUIC_VERSION_NEGOTIATION_ERROR,
                 EN("HTTP/2 has no such code: TLS negotiates its version by ALPN."),
                 ZH("HTTP/2 没有这样的错误码：其版本由 TLS 通过 ALPN 协商。"),
                 DE("HTTP/2 hat keinen solchen Code: Seine Version handelt TLS per ALPN aus.")),
    ABANDONED_PATH(0x3e, 0x3e),

    NOT_IN_HTTP2(QUIC_CRYPTO_ERROR, QUIC_TLS_INSUFFICIENT_SECURITY - 1, TLS_HINT),
    LIKE_HTTP2(QUIC_TLS_INSUFFICIENT_SECURITY, H2_INADEQUATE_SECURITY,
               EN("If TLS let it pass: HTTP/2 has its own minimum for the TLS below it."),
               ZH("当 TLS 放行时：HTTP/2 对其下层的 TLS 有自己的最低要求。"),
               DE("Wenn TLS es durchließ: HTTP/2 hat eigene Mindestanforderungen an das TLS darunter.")),
    NOT_IN_HTTP2(QUIC_TLS_INSUFFICIENT_SECURITY + 1, QUIC_CRYPTO_ERROR_LAST, TLS_HINT),

    ABANDONED_PATH(0x3e75, 0x3e77),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(
        NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT,
        EN("QUIC has no rule for unknown codes, but the connection is closed all the same."),
        ZH("QUIC 对未知错误码没有规定，但连接仍然会关闭。"),
        DE("QUIC hat keine Regel für unbekannte Codes, aber die Verbindung wird trotzdem geschlossen.")),
    FAILED_CONNECTION(0, UINT64_C(0x3fffffffffffffff)),
};

const struct hc_mapping_table hc_mapping_quic_error = TABLE(rows, unknown);
