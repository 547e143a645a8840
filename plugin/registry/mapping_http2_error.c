/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/2 errors elsewhere. First the HTTP/3 error (RFC 9114, appendix A.4) and what QUIC does instead; then
 * what a gateway can answer, what gRPC makes of it, and what it does to a WebSocket on the stream. */
#include "registry/mapping_hints.h"
#include "registry/mapping_row.h"

#define MAP(code, ...)    MAPPING(HTTP2_ERROR, code, code, __VA_ARGS__)
#define UNKNOWN_CODE(...) MAPPING(HTTP2_ERROR, 0, UINT32_MAX, __VA_ARGS__)

#define BAD_GATEWAY(code)                                                                                    \
    MAP(code, STATUS(502), CLOSEST, A41, BAD_GATEWAY_HINT, IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_BEGUN))

/* The gRPC table is for RST_STREAM. Where HTTP/2 knows the code as a connection error only, no condition is
 * set: the row would never apply. */
#define GRPC_RESET(code, status)                                                                             \
    MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP2,                                                            \
        EN("A gRPC call fails with it when its stream is reset so."),                                        \
        ZH("gRPC 调用的流被这样重置时，调用以此状态码失败。"),                                               \
        DE("Ein gRPC-Aufruf schlägt damit fehl, wenn sein Stream so zurückgesetzt wird."),                   \
        IF(HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE))
#define GRPC_CONNECTION(code, status, ...) MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP2, __VA_ARGS__)
#define GRPC_GOAWAY_HINT                                                                                     \
    EN("A gRPC call above the last stream ID was not accepted: to be retried elsewhere."),                   \
        ZH("流 ID 大于最后流 ID 的 gRPC 调用未被接受：应到别处重试。"),                                      \
        DE("Ein gRPC-Aufruf oberhalb der letzten Stream-ID wurde nicht angenommen: Er ist anderswo zu "      \
           "wiederholen.")
#define GRPC_GOAWAY(code)                                                                                    \
    MAP(code, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2, GRPC_GOAWAY_HINT,                                \
        IF(HC_IF_ON_CONNECTION | HC_IF_FROM_SERVER))

#define WEBSOCKET_LOST(code)                                                                                 \
    MAP(code, WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT, IF(HC_IF_WEBSOCKET))

static const struct hc_mapping rows[] = {
    MAP(H2_NO_ERROR, H3(H3_NO_ERROR), EXACT, A4, EN("No error, in HTTP/3 as well."),
        ZH("在 HTTP/3 中同样表示没有错误。"), DE("Kein Fehler, auch in HTTP/3.")),
    MAP(H2_NO_ERROR, STATUS(502), CLOSEST, A41, RESPONSE_NOT_BEGUN_HINT,
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_BEGUN)),
    MAP(H2_NO_ERROR, GRPC(GRPC_INTERNAL), EXACT, GRPC_ON_HTTP2, BEFORE_TRAILERS_HINT,
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    GRPC_GOAWAY(H2_NO_ERROR),
    MAP(H2_NO_ERROR, WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT,
        IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),

    MAP(H2_PROTOCOL_ERROR, H3(H3_GENERAL_PROTOCOL_ERROR), EXACT, A4,
        EN("Unless HTTP/3 has a more specific code for what went wrong."),
        ZH("除非 HTTP/3 对此问题有更具体的错误码。"),
        DE("Sofern HTTP/3 für das, was schiefging, keinen genaueren Code hat.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_FRAME_UNEXPECTED), CLOSEST, A4,
        EN("If a frame came that is not allowed there. In HTTP/3 a connection error."),
        ZH("当收到该处不允许的帧时。在 HTTP/3 中属于连接错误。"),
        DE("Wenn ein Frame kam, der dort nicht erlaubt ist. In HTTP/3 ein Verbindungsfehler.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_MESSAGE_ERROR), CLOSEST, A4, EN("If the HTTP message was malformed."),
        ZH("当 HTTP 消息格式错误时。"), DE("Wenn die HTTP-Nachricht fehlerhaft aufgebaut war.")),
    MAP(H2_PROTOCOL_ERROR, H3(H3_CLOSED_CRITICAL_STREAM), CLOSEST, A4,
        EN("If a stream that the connection needs was closed, such as the control stream. A connection "
           "error."),
        ZH("当连接必需的流（例如控制流）被关闭时。属于连接错误。"),
        DE("Wenn ein Stream geschlossen wurde, den die Verbindung braucht, etwa der Control-Stream. Ein "
           "Verbindungsfehler.")),
    BAD_GATEWAY(H2_PROTOCOL_ERROR),
    MAP(H2_PROTOCOL_ERROR, H3(H3_FRAME_UNEXPECTED), CLOSEST, A41, PROMOTION_HINT, IF(HC_IF_ON_STREAM)),
    GRPC_RESET(H2_PROTOCOL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_PROTOCOL_ERROR),
    WEBSOCKET_LOST(H2_PROTOCOL_ERROR),

    MAP(H2_INTERNAL_ERROR, H3(H3_INTERNAL_ERROR), EXACT, A4, EN("An internal error, in HTTP/3 as well."),
        ZH("在 HTTP/3 中同样表示内部错误。"), DE("Ein interner Fehler, auch in HTTP/3.")),
    BAD_GATEWAY(H2_INTERNAL_ERROR),
    GRPC_RESET(H2_INTERNAL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_INTERNAL_ERROR),
    WEBSOCKET_LOST(H2_INTERNAL_ERROR),

    MAP(H2_FLOW_CONTROL_ERROR, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: QUIC handles flow control."),
        ZH("HTTP/3 没有这样的错误码：流量控制由 QUIC 负责。"),
        DE("HTTP/3 hat keinen solchen Code: Die Flusskontrolle ist Sache von QUIC.")),
    MAP(H2_FLOW_CONTROL_ERROR, QUIC(QUIC_FLOW_CONTROL_ERROR), DERIVED,
        EN("QUIC reports it itself, by closing the connection."), ZH("QUIC 自行报告，方式是关闭连接。"),
        DE("QUIC meldet es selbst, indem es die Verbindung schließt.")),
    BAD_GATEWAY(H2_FLOW_CONTROL_ERROR),
    GRPC_RESET(H2_FLOW_CONTROL_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_FLOW_CONTROL_ERROR),
    WEBSOCKET_LOST(H2_FLOW_CONTROL_ERROR),

    MAP(H2_SETTINGS_TIMEOUT, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: nobody acknowledges SETTINGS there. QUIC has none either."),
        ZH("HTTP/3 没有这样的错误码：在那里 SETTINGS 无需确认。QUIC 也没有。"),
        DE("HTTP/3 hat keinen solchen Code: SETTINGS werden dort nicht bestätigt. QUIC hat auch keinen.")),
    BAD_GATEWAY(H2_SETTINGS_TIMEOUT),
    GRPC_CONNECTION(H2_SETTINGS_TIMEOUT, GRPC_INTERNAL, CALL_FAILS_HINT),
    GRPC_GOAWAY(H2_SETTINGS_TIMEOUT),
    WEBSOCKET_LOST(H2_SETTINGS_TIMEOUT),

    MAP(H2_STREAM_CLOSED, NO_H3, NOT_APPLICABLE, A4, EN("HTTP/3 has no such code: QUIC manages streams."),
        ZH("HTTP/3 没有这样的错误码：流由 QUIC 管理。"),
        DE("HTTP/3 hat keinen solchen Code: Streams verwaltet QUIC.")),
    MAP(H2_STREAM_CLOSED, QUIC(QUIC_STREAM_STATE_ERROR), DERIVED,
        EN("QUIC reports a frame that the stream's state does not permit, by closing the connection."),
        ZH("收到流的状态所不允许的帧时，QUIC 以关闭连接来报告。"),
        DE("Einen Frame, den der Zustand des Streams nicht zulässt, meldet QUIC, indem es die Verbindung "
           "schließt.")),
    BAD_GATEWAY(H2_STREAM_CLOSED),
    MAP(H2_STREAM_CLOSED, NO_GRPC, NOT_APPLICABLE, GRPC_ON_HTTP2,
        EN("No gRPC call is left on the stream that could fail; implementations log it."),
        ZH("流上已没有可能失败的 gRPC 调用；各实现会把它记入日志。"),
        DE("Auf dem Stream gibt es keinen gRPC-Aufruf mehr, der fehlschlagen könnte; Implementierungen "
           "protokollieren es."),
        IF(HC_IF_ON_STREAM)),
    GRPC_GOAWAY(H2_STREAM_CLOSED),
    WEBSOCKET_LOST(H2_STREAM_CLOSED),

    MAP(H2_FRAME_SIZE_ERROR, H3(H3_FRAME_ERROR), EXACT, A4,
        EN("HTTP/3 has one code for a wrong size or layout. There it is a connection error."),
        ZH("HTTP/3 用同一个错误码表示大小错误或格式错误。在那里属于连接错误。"),
        DE("HTTP/3 hat einen Code für falsche Größe oder falschen Aufbau. Dort ist es ein "
           "Verbindungsfehler.")),
    BAD_GATEWAY(H2_FRAME_SIZE_ERROR),
    MAP(H2_FRAME_SIZE_ERROR, H3(H3_FRAME_ERROR), CLOSEST, A41, PROMOTION_HINT, IF(HC_IF_ON_STREAM)),
    GRPC_RESET(H2_FRAME_SIZE_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_FRAME_SIZE_ERROR),
    WEBSOCKET_LOST(H2_FRAME_SIZE_ERROR),

    MAP(H2_REFUSED_STREAM, H3(H3_REQUEST_REJECTED), EXACT, A4,
        EN("For a request that was not processed. Worth passing on: the client learns that a retry is "
           "safe."),
        ZH("用于未被处理的请求。值得转发：客户端由此得知可以安全重试。"),
        DE("Für eine Anfrage, die nicht verarbeitet wurde. Weitergeben lohnt sich: Der Client erfährt, "
           "dass eine Wiederholung sicher ist."),
        UNLESS(HC_IF_BEGUN)),
    MAP(H2_REFUSED_STREAM, NO_H3, NOT_APPLICABLE, A4,
        EN("For a stream refused as such, not a request: QUIC manages streams."),
        ZH("用于被拒绝的是流本身、而不是请求的情形：流由 QUIC 管理。"),
        DE("Für einen Stream, der als solcher abgelehnt wurde, nicht eine Anfrage: Streams verwaltet QUIC."),
        IF(HC_IF_BEGUN)),
    MAP(H2_REFUSED_STREAM, QUIC(QUIC_STREAM_LIMIT_ERROR), DERIVED,
        EN("If the peer opened more streams than allowed: QUIC closes the connection."),
        ZH("当对端打开的流超过允许的数量时：QUIC 会关闭连接。"),
        DE("Wenn die Gegenstelle mehr Streams öffnete als erlaubt: QUIC schließt die Verbindung.")),
    MAP(H2_REFUSED_STREAM, H3(H3_REQUEST_CANCELLED), DERIVED,
        EN("A client refuses a pushed response so: a client must not send H3_REQUEST_REJECTED."),
        ZH("客户端这样拒绝被推送的响应：客户端不得发送 H3_REQUEST_REJECTED。"),
        DE("So lehnt ein Client eine gepushte Antwort ab: Ein Client darf H3_REQUEST_REJECTED nicht "
           "senden."),
        IF(HC_IF_FROM_CLIENT)),
    MAP(H2_REFUSED_STREAM, STATUS(502), CLOSEST, A41, REFUSAL_ENDS_HERE_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_BEGUN)),
    MAP(H2_REFUSED_STREAM, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2, CALL_NOT_PROCESSED_HINT,
        IF(HC_IF_ON_STREAM), UNLESS(HC_IF_BEGUN)),
    GRPC_GOAWAY(H2_REFUSED_STREAM),
    WEBSOCKET_LOST(H2_REFUSED_STREAM),

    MAP(H2_CANCEL, H3(H3_REQUEST_CANCELLED), EXACT, A4, CLIENT_GAVE_UP_HINT),
    MAP(H2_CANCEL, STATUS(502), CLOSEST, A41, BAD_GATEWAY_HINT, IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_BEGUN)),
    MAP(H2_CANCEL, STATUS(499), DERIVED, NOBODY_LEFT_HINT, IF(HC_IF_FROM_CLIENT), UNLESS(HC_IF_BEGUN)),
    MAP(H2_CANCEL, GRPC(GRPC_CANCELLED), EXACT, GRPC_ON_HTTP2, SERVER_CANCELLED_HINT,
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    MAP(H2_CANCEL, GRPC(GRPC_DEADLINE_EXCEEDED), CLOSEST, GRPC_ON_HTTP2,
        EN("If the call's deadline has passed, a client reports this instead of CANCELLED."),
        ZH("若调用的截止时间已过，客户端报告此状态码而不是 CANCELLED。"),
        DE("Ist die Frist des Aufrufs abgelaufen, meldet ein Client diesen Status statt CANCELLED."),
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    GRPC_GOAWAY(H2_CANCEL),
    MAP(H2_CANCEL, WS(WS_ABNORMAL_CLOSURE), CLOSEST, BASED_ON("RFC 8441, section 5"), LIKE_TCP_RESET_HINT,
        IF(HC_IF_WEBSOCKET)),

    MAP(H2_COMPRESSION_ERROR, H3(QPACK_DECOMPRESSION_FAILED), CLOSEST, A4,
        EN("If a field section could not be decoded."), ZH("当某个字段区段无法解码时。"),
        DE("Wenn ein Feldabschnitt nicht dekodiert werden konnte.")),
    MAP(H2_COMPRESSION_ERROR, H3(QPACK_ENCODER_STREAM_ERROR), CLOSEST, A4,
        EN("If an instruction on the encoder stream could not be understood."),
        ZH("当编码器流上的某条指令无法理解时。"),
        DE("Wenn eine Anweisung auf dem Encoder-Stream nicht verstanden wurde.")),
    MAP(H2_COMPRESSION_ERROR, H3(QPACK_DECODER_STREAM_ERROR), CLOSEST, A4,
        EN("If an instruction on the decoder stream could not be understood."),
        ZH("当解码器流上的某条指令无法理解时。"),
        DE("Wenn eine Anweisung auf dem Decoder-Stream nicht verstanden wurde.")),
    BAD_GATEWAY(H2_COMPRESSION_ERROR),
    GRPC_CONNECTION(H2_COMPRESSION_ERROR, GRPC_INTERNAL, CALL_FAILS_HINT),
    GRPC_GOAWAY(H2_COMPRESSION_ERROR),
    WEBSOCKET_LOST(H2_COMPRESSION_ERROR),

    MAP(H2_CONNECT_ERROR, H3(H3_CONNECT_ERROR), EXACT, A4, EN("A broken CONNECT tunnel, in HTTP/3 as well."),
        ZH("在 HTTP/3 中同样表示 CONNECT 隧道中断。"),
        DE("Ein abgerissener CONNECT-Tunnel, auch in HTTP/3.")),
    MAP(H2_CONNECT_ERROR, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT, TUNNEL_OPENED_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_NOT_BEGUN)),
    GRPC_RESET(H2_CONNECT_ERROR, GRPC_INTERNAL),
    GRPC_GOAWAY(H2_CONNECT_ERROR),
    WEBSOCKET_LOST(H2_CONNECT_ERROR),

    MAP(H2_ENHANCE_YOUR_CALM, H3(H3_EXCESSIVE_LOAD), EXACT, A4, EN("Excessive load, in HTTP/3 as well."),
        ZH("在 HTTP/3 中同样表示负载过高。"), DE("Übermäßige Last, auch in HTTP/3.")),
    BAD_GATEWAY(H2_ENHANCE_YOUR_CALM),
    MAP(H2_ENHANCE_YOUR_CALM, GRPC(GRPC_RESOURCE_EXHAUSTED), EXACT, GRPC_ON_HTTP2, BANDWIDTH_HINT,
        IF(HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    GRPC_GOAWAY(H2_ENHANCE_YOUR_CALM),
    WEBSOCKET_LOST(H2_ENHANCE_YOUR_CALM),

    MAP(H2_INADEQUATE_SECURITY, NO_H3, NOT_APPLICABLE, A4,
        EN("HTTP/3 has no such code: QUIC is taken to be secure enough on every connection."),
        ZH("HTTP/3 没有这样的错误码：QUIC 的每个连接都被视为足够安全。"),
        DE("HTTP/3 hat keinen solchen Code: QUIC gilt auf jeder Verbindung als sicher genug.")),
    MAP(H2_INADEQUATE_SECURITY, QUIC(QUIC_TLS_INSUFFICIENT_SECURITY), DERIVED,
        EN("QUIC's handshake would fail with this TLS alert before HTTP/3 begins."),
        ZH("QUIC 的握手会在 HTTP/3 开始之前以此 TLS 告警失败。"),
        DE("Der Handshake von QUIC würde mit diesem TLS-Alert scheitern, bevor HTTP/3 beginnt.")),
    BAD_GATEWAY(H2_INADEQUATE_SECURITY),
    GRPC_CONNECTION(
        H2_INADEQUATE_SECURITY, GRPC_PERMISSION_DENIED,
        EN("The message should say that the protocol is not secure enough for the call."),
        ZH("状态消息应说明协议对该调用而言不够安全。"),
        DE("Die Statusmeldung sollte sagen, dass das Protokoll für den Aufruf nicht sicher genug ist.")),
    GRPC_GOAWAY(H2_INADEQUATE_SECURITY),
    WEBSOCKET_LOST(H2_INADEQUATE_SECURITY),

    MAP(H2_HTTP_1_1_REQUIRED, H3(H3_VERSION_FALLBACK), EXACT, A4,
        EN("The request is to be sent over HTTP/1.1, from HTTP/3 as well."),
        ZH("请求应改用 HTTP/1.1 发送，对 HTTP/3 也是如此。"),
        DE("Die Anfrage ist über HTTP/1.1 zu senden, auch von HTTP/3 aus.")),
    MAP(H2_HTTP_1_1_REQUIRED, STATUS(502), CLOSEST, A41, ONLY_HTTP_1_1_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_BEGUN)),
    MAP(H2_HTTP_1_1_REQUIRED, GRPC(GRPC_INTERNAL), DERIVED,
        EN("gRPC names none for HTTP/2; its HTTP/3 proposal says INTERNAL to H3_VERSION_FALLBACK."),
        ZH("gRPC 没有为 HTTP/2 指定；其 HTTP/3 提案对 H3_VERSION_FALLBACK 指定 INTERNAL。"),
        DE("gRPC nennt für HTTP/2 keinen; sein Vorschlag für HTTP/3 nennt INTERNAL zu H3_VERSION_FALLBACK."),
        IF(HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    GRPC_GOAWAY(H2_HTTP_1_1_REQUIRED),
    WEBSOCKET_LOST(H2_HTTP_1_1_REQUIRED),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(
        H3(H3_INTERNAL_ERROR), CLOSEST, BASED_ON("RFC 9113, section 7"),
        EN("An unknown code may be treated as INTERNAL_ERROR, which is this in HTTP/3."),
        ZH("未知错误码可以按 INTERNAL_ERROR 处理，在 HTTP/3 中即为此错误码。"),
        DE("Ein unbekannter Code darf wie INTERNAL_ERROR behandelt werden, in HTTP/3 also wie dieser.")),
    UNKNOWN_CODE(
        H2(H2_INTERNAL_ERROR), CLOSEST, BASED_ON("RFC 9113, section 7"),
        EN("An unknown code triggers no special behaviour; it may be treated as INTERNAL_ERROR."),
        ZH("未知错误码不触发任何特殊行为；可以按 INTERNAL_ERROR 处理。"),
        DE("Ein unbekannter Code löst kein besonderes Verhalten aus; er darf wie INTERNAL_ERROR behandelt "
           "werden.")),
    UNKNOWN_CODE(STATUS(502), CLOSEST, A41, BAD_GATEWAY_HINT, IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_BEGUN)),
    UNKNOWN_CODE(GRPC(GRPC_INTERNAL), DERIVED, EN("As for INTERNAL_ERROR on RST_STREAM."),
                 ZH("与 RST_STREAM 中的 INTERNAL_ERROR 相同。"), DE("Wie bei INTERNAL_ERROR in RST_STREAM."),
                 IF(HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    UNKNOWN_CODE(GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP2, GRPC_GOAWAY_HINT,
                 IF(HC_IF_ON_CONNECTION | HC_IF_FROM_SERVER)),
    UNKNOWN_CODE(WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT, IF(HC_IF_WEBSOCKET)),
};

const struct hc_mapping_table hc_mapping_http2_error = TABLE(rows, unknown);
