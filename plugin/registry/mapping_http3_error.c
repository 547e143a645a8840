/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/3 errors elsewhere. First the HTTP/2 error (the inverse of RFC 9114, appendix A.4, or derived where
 * that names none); then what a gateway can answer, what gRPC makes of it, and what it does to a WebSocket on
 * the stream. */
#include "registry/mapping_hints.h"
#include "registry/mapping_row.h"
#include "registry/webtransport.h"

#define RANGE(begin, end, ...) MAPPING(HTTP3_ERROR, begin, end, __VA_ARGS__)
#define MAP(code, ...)         RANGE(code, code, __VA_ARGS__)
#define UNKNOWN_CODE(...)      RANGE(0, UINT64_C(0x3fffffffffffffff), __VA_ARGS__)

#define BAD_GATEWAY(code)                                                                                    \
    MAP(code, STATUS(502), CLOSEST, A41, BAD_GATEWAY_HINT, IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_BEGUN))

#define GRPC_FAILS(code, status)                                                                             \
    MAP(code, GRPC(status), EXACT, GRPC_ON_HTTP3, CALL_FAILS_HINT, UNLESS(HC_IF_COMPLETE))

#define WEBSOCKET_LOST(code)                                                                                 \
    MAP(code, WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT, IF(HC_IF_WEBSOCKET))

/* A code about HTTP/3's own machinery, for which appendix A.4 names no HTTP/2 error. */
#define OWN_MACHINERY(code, ...)                                                                             \
    MAP(code, H2(H2_PROTOCOL_ERROR), DERIVED, __VA_ARGS__), BAD_GATEWAY(code),                               \
        GRPC_FAILS(code, GRPC_INTERNAL), WEBSOCKET_LOST(code)

#define QPACK(code, ...)                                                                                     \
    MAP(code, H2(H2_COMPRESSION_ERROR), CLOSEST, A4_INVERSE, __VA_ARGS__), BAD_GATEWAY(code)
#define QPACK_CALLS(code)                                                                                    \
    MAP(code, GRPC(GRPC_INTERNAL), DERIVED,                                                                  \
        EN("As for COMPRESSION_ERROR: gRPC's HTTP/3 proposal leaves the QPACK codes out."),                  \
        ZH("与 COMPRESSION_ERROR 相同：gRPC 的 HTTP/3 提案没有涉及 QPACK 错误码。"),                         \
        DE("Wie bei COMPRESSION_ERROR: Der Vorschlag von gRPC für HTTP/3 lässt die QPACK-Codes aus.")),      \
        WEBSOCKET_LOST(code)

/* WebTransport over HTTP/2 multiplexes its streams by capsules within one HTTP/2 stream. */
#define WEBTRANSPORT(begin, end, ...) RANGE(begin, end, NO_H2, NOT_APPLICABLE, OWN_JUDGEMENT, __VA_ARGS__)
#define WEBTRANSPORT_STREAM(begin, end)                                                                      \
    WEBTRANSPORT(                                                                                            \
        begin, end,                                                                                          \
        EN("HTTP/2 has no such code: there a WT_RESET_STREAM or WT_STOP_SENDING capsule ends the stream."),  \
        ZH("HTTP/2 没有这样的错误码：在那里由 WT_RESET_STREAM 或 WT_STOP_SENDING 的 Capsule 结束流。"),      \
        DE("HTTP/2 hat keinen solchen Code: Dort beendet eine Capsule WT_RESET_STREAM oder "                 \
           "WT_STOP_SENDING den Stream."))

static const struct hc_mapping rows[] = {
    MAP(H3_DATAGRAM_ERROR, H2(H2_PROTOCOL_ERROR), DERIVED,
        EN("HTTP/2 treats a broken capsule as a malformed message."),
        ZH("HTTP/2 把损坏的 Capsule 视为格式错误的消息。"),
        DE("HTTP/2 behandelt eine fehlerhafte Capsule wie eine fehlerhaft aufgebaute Nachricht.")),
    BAD_GATEWAY(H3_DATAGRAM_ERROR),

    MAP(H3_NO_ERROR, H2(H2_NO_ERROR), EXACT, A4_INVERSE, EN("No error, in HTTP/2 as well."),
        ZH("在 HTTP/2 中同样表示没有错误。"), DE("Kein Fehler, auch in HTTP/2.")),
    MAP(H3_NO_ERROR, STATUS(502), CLOSEST, A41, RESPONSE_NOT_BEGUN_HINT,
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_BEGUN)),
    MAP(H3_NO_ERROR, GRPC(GRPC_INTERNAL), EXACT, GRPC_ON_HTTP3, BEFORE_TRAILERS_HINT,
        IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    MAP(H3_NO_ERROR, WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT,
        IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),

    MAP(H3_GENERAL_PROTOCOL_ERROR, H2(H2_PROTOCOL_ERROR), EXACT, A4_INVERSE,
        EN("An unspecific protocol error, in HTTP/2 as well."), ZH("在 HTTP/2 中同样表示不特定的协议错误。"),
        DE("Ein unspezifischer Protokollfehler, auch in HTTP/2.")),
    BAD_GATEWAY(H3_GENERAL_PROTOCOL_ERROR),
    GRPC_FAILS(H3_GENERAL_PROTOCOL_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_GENERAL_PROTOCOL_ERROR),

    MAP(H3_INTERNAL_ERROR, H2(H2_INTERNAL_ERROR), EXACT, A4_INVERSE,
        EN("An internal error, in HTTP/2 as well."), ZH("在 HTTP/2 中同样表示内部错误。"),
        DE("Ein interner Fehler, auch in HTTP/2.")),
    BAD_GATEWAY(H3_INTERNAL_ERROR),
    GRPC_FAILS(H3_INTERNAL_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_INTERNAL_ERROR),

    OWN_MACHINERY(
        H3_STREAM_CREATION_ERROR,
        EN("HTTP/2 has no stream types; a stream opened against the rules is this there."),
        ZH("HTTP/2 没有流类型；违规打开的流在那里即为此错误码。"),
        DE("HTTP/2 hat keine Stream-Typen; ein regelwidrig geöffneter Stream ist dort dieser Fehler.")),

    MAP(H3_CLOSED_CRITICAL_STREAM, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no critical streams and no closer code."),
        ZH("HTTP/2 没有关键流，也没有更接近的错误码。"),
        DE("HTTP/2 hat keine kritischen Streams und keinen genauer passenden Code.")),
    BAD_GATEWAY(H3_CLOSED_CRITICAL_STREAM),
    GRPC_FAILS(H3_CLOSED_CRITICAL_STREAM, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_CLOSED_CRITICAL_STREAM),

    MAP(H3_FRAME_UNEXPECTED, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no closer code for a frame that is not allowed there."),
        ZH("对于该处不允许的帧，HTTP/2 没有更接近的错误码。"),
        DE("HTTP/2 hat keinen genauer passenden Code für einen Frame, der dort nicht erlaubt ist.")),
    BAD_GATEWAY(H3_FRAME_UNEXPECTED),
    GRPC_FAILS(H3_FRAME_UNEXPECTED, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_FRAME_UNEXPECTED),

    MAP(H3_FRAME_ERROR, H2(H2_FRAME_SIZE_ERROR), EXACT, A4_INVERSE,
        EN("HTTP/2 knows it for a wrong size; a wrong layout is PROTOCOL_ERROR there."),
        ZH("HTTP/2 用它表示大小错误；格式错误在那里是 PROTOCOL_ERROR。"),
        DE("HTTP/2 kennt ihn für eine falsche Größe; ein falscher Aufbau ist dort PROTOCOL_ERROR.")),
    BAD_GATEWAY(H3_FRAME_ERROR),
    GRPC_FAILS(H3_FRAME_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_FRAME_ERROR),

    MAP(H3_EXCESSIVE_LOAD, H2(H2_ENHANCE_YOUR_CALM), EXACT, A4_INVERSE,
        EN("Excessive load, in HTTP/2 as well."), ZH("在 HTTP/2 中同样表示负载过高。"),
        DE("Übermäßige Last, auch in HTTP/2.")),
    BAD_GATEWAY(H3_EXCESSIVE_LOAD),
    MAP(H3_EXCESSIVE_LOAD, GRPC(GRPC_RESOURCE_EXHAUSTED), EXACT, GRPC_ON_HTTP3, BANDWIDTH_HINT,
        UNLESS(HC_IF_COMPLETE)),
    WEBSOCKET_LOST(H3_EXCESSIVE_LOAD),

    OWN_MACHINERY(H3_ID_ERROR, EN("HTTP/2 has no push IDs; a wrong stream ID is this there."),
                  ZH("HTTP/2 没有推送 ID；错误的流 ID 在那里即为此错误码。"),
                  DE("HTTP/2 hat keine Push-IDs; eine falsche Stream-ID ist dort dieser Fehler.")),
    OWN_MACHINERY(H3_SETTINGS_ERROR, EN("A setting with an invalid value is this in HTTP/2."),
                  ZH("某项设置的值无效，在 HTTP/2 中即为此错误码。"),
                  DE("Eine Einstellung mit ungültigem Wert ist in HTTP/2 dieser Fehler.")),
    OWN_MACHINERY(H3_MISSING_SETTINGS,
                  EN("A connection that does not begin with SETTINGS ends with this in HTTP/2."),
                  ZH("在 HTTP/2 中，不以 SETTINGS 开始的连接以此错误码终止。"),
                  DE("Eine Verbindung, die nicht mit SETTINGS beginnt, endet in HTTP/2 mit diesem Fehler.")),

    MAP(H3_REQUEST_REJECTED, H2(H2_REFUSED_STREAM), EXACT, A4_INVERSE,
        EN("The request was not processed. Worth passing on: the client learns that a retry is safe."),
        ZH("该请求未被处理。值得转发：客户端由此得知可以安全重试。"),
        DE("Die Anfrage wurde nicht verarbeitet. Weitergeben lohnt sich: Der Client erfährt, dass eine "
           "Wiederholung sicher ist."),
        UNLESS(HC_IF_BEGUN)),
    MAP(H3_REQUEST_REJECTED, STATUS(502), CLOSEST, A41, REFUSAL_ENDS_HERE_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_BEGUN)),
    MAP(H3_REQUEST_REJECTED, GRPC(GRPC_UNAVAILABLE), EXACT, GRPC_ON_HTTP3, CALL_NOT_PROCESSED_HINT,
        UNLESS(HC_IF_BEGUN)),
    WEBSOCKET_LOST(H3_REQUEST_REJECTED),

    MAP(H3_REQUEST_CANCELLED, H2(H2_CANCEL), EXACT, A4_INVERSE, CLIENT_GAVE_UP_HINT),
    BAD_GATEWAY(H3_REQUEST_CANCELLED),
    MAP(H3_REQUEST_CANCELLED, STATUS(499), DERIVED, NOBODY_LEFT_HINT, IF(HC_IF_FROM_CLIENT),
        UNLESS(HC_IF_BEGUN)),
    MAP(H3_REQUEST_CANCELLED, GRPC(GRPC_CANCELLED), EXACT, GRPC_ON_HTTP3, SERVER_CANCELLED_HINT,
        IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_COMPLETE)),
    MAP(H3_REQUEST_CANCELLED, GRPC(GRPC_DEADLINE_EXCEEDED), CLOSEST, GRPC_ON_HTTP3,
        EN("If the call's deadline has passed: a server resets the stream with this code then."),
        ZH("当调用的截止时间已过时：服务器此时用此错误码重置流。"),
        DE("Wenn die Frist des Aufrufs abgelaufen ist: Ein Server setzt den Stream dann mit diesem Code "
           "zurück."),
        IF(HC_IF_FROM_SERVER), UNLESS(HC_IF_COMPLETE)),
    MAP(H3_REQUEST_CANCELLED, WS(WS_ABNORMAL_CLOSURE), CLOSEST, BASED_ON("RFC 9220, section 3"),
        LIKE_TCP_RESET_HINT, IF(HC_IF_WEBSOCKET)),

    MAP(H3_REQUEST_INCOMPLETE, H2(H2_PROTOCOL_ERROR), DERIVED,
        EN("HTTP/2 treats a request that ends too early as malformed."),
        ZH("HTTP/2 把过早结束的请求视为格式错误。"),
        DE("HTTP/2 behandelt eine Anfrage, die zu früh endet, als fehlerhaft aufgebaut.")),
    BAD_GATEWAY(H3_REQUEST_INCOMPLETE),
    GRPC_FAILS(H3_REQUEST_INCOMPLETE, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_REQUEST_INCOMPLETE),

    MAP(H3_MESSAGE_ERROR, H2(H2_PROTOCOL_ERROR), CLOSEST, A4_INVERSE,
        EN("HTTP/2 has no closer code for a malformed message."),
        ZH("对于格式错误的消息，HTTP/2 没有更接近的错误码。"),
        DE("HTTP/2 hat keinen genauer passenden Code für eine fehlerhaft aufgebaute Nachricht.")),
    BAD_GATEWAY(H3_MESSAGE_ERROR),
    GRPC_FAILS(H3_MESSAGE_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_MESSAGE_ERROR),

    MAP(H3_CONNECT_ERROR, H2(H2_CONNECT_ERROR), EXACT, A4_INVERSE,
        EN("A broken CONNECT tunnel, in HTTP/2 as well."), ZH("在 HTTP/2 中同样表示 CONNECT 隧道中断。"),
        DE("Ein abgerissener CONNECT-Tunnel, auch in HTTP/2.")),
    MAP(H3_CONNECT_ERROR, NO_STATUS, NOT_APPLICABLE, OWN_JUDGEMENT, TUNNEL_OPENED_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_NOT_BEGUN)),
    GRPC_FAILS(H3_CONNECT_ERROR, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_CONNECT_ERROR),

    MAP(H3_VERSION_FALLBACK, H2(H2_HTTP_1_1_REQUIRED), EXACT, A4_INVERSE,
        EN("The request is to be sent over HTTP/1.1, from HTTP/2 as well."),
        ZH("请求应改用 HTTP/1.1 发送，对 HTTP/2 也是如此。"),
        DE("Die Anfrage ist über HTTP/1.1 zu senden, auch von HTTP/2 aus.")),
    MAP(H3_VERSION_FALLBACK, STATUS(502), CLOSEST, A41, ONLY_HTTP_1_1_HINT, IF(HC_IF_FROM_SERVER),
        UNLESS(HC_IF_BEGUN)),
    GRPC_FAILS(H3_VERSION_FALLBACK, GRPC_INTERNAL),
    WEBSOCKET_LOST(H3_VERSION_FALLBACK),

    QPACK(QPACK_DECOMPRESSION_FAILED, EN("HTTP/2 has one code for all compression errors."),
          ZH("HTTP/2 用同一个错误码表示所有压缩错误。"),
          DE("HTTP/2 hat einen einzigen Code für alle Kompressionsfehler.")),
    MAP(QPACK_DECOMPRESSION_FAILED, H2(H2_COMPRESSION_ERROR), CLOSEST, A41, PROMOTION_HINT,
        IF(HC_IF_ON_STREAM)),
    QPACK_CALLS(QPACK_DECOMPRESSION_FAILED),
    QPACK(QPACK_ENCODER_STREAM_ERROR,
          EN("HTTP/2 has one code for all compression errors, and no encoder stream."),
          ZH("HTTP/2 用同一个错误码表示所有压缩错误，并且没有编码器流。"),
          DE("HTTP/2 hat einen einzigen Code für alle Kompressionsfehler und keinen Encoder-Stream.")),
    QPACK_CALLS(QPACK_ENCODER_STREAM_ERROR),
    QPACK(QPACK_DECODER_STREAM_ERROR,
          EN("HTTP/2 has one code for all compression errors, and no decoder stream."),
          ZH("HTTP/2 用同一个错误码表示所有压缩错误，并且没有解码器流。"),
          DE("HTTP/2 hat einen einzigen Code für alle Kompressionsfehler und keinen Decoder-Stream.")),
    QPACK_CALLS(QPACK_DECODER_STREAM_ERROR),

    WEBTRANSPORT(
        0x045d4487, 0x045d4487,
        EN("HTTP/2's FLOW_CONTROL_ERROR is about HTTP/2's own windows, not about a session within."),
        ZH("HTTP/2 的 FLOW_CONTROL_ERROR 针对 HTTP/2 自身的窗口，而不是其中的会话。"),
        DE("FLOW_CONTROL_ERROR von HTTP/2 betrifft die eigenen Fenster von HTTP/2, nicht eine Session "
           "darin.")),
    WEBTRANSPORT(0x0817b3dd, 0x0817b3dd,
                 EN("HTTP/2 has no code for application protocols that do not match."),
                 ZH("HTTP/2 没有表示应用协议不匹配的错误码。"),
                 DE("HTTP/2 hat keinen Code für Anwendungsprotokolle, die nicht zusammenpassen.")),
    WEBTRANSPORT(0x170d7b68, 0x170d7b68,
                 EN("HTTP/2 has no such code: a session and its streams end there with one HTTP/2 stream."),
                 ZH("HTTP/2 没有这样的错误码：在那里会话及其流随一个 HTTP/2 流一起结束。"),
                 DE("HTTP/2 hat keinen solchen Code: Eine Session und ihre Streams enden dort mit einem "
                    "HTTP/2-Stream.")),
    WEBTRANSPORT(0x212c0d48, 0x212c0d48,
                 EN("HTTP/2 has no code for a peer that lacks what an extension needs."),
                 ZH("HTTP/2 没有表示对端缺少扩展所需功能的错误码。"),
                 DE("HTTP/2 hat keinen Code für eine Gegenstelle, der fehlt, was eine Erweiterung braucht.")),
    WEBTRANSPORT(
        0x3994bd84, 0x3994bd84,
        EN("HTTP/2 has no such code: a stream travels there within its session and never waits for it."),
        ZH("HTTP/2 没有这样的错误码：在那里流在其会话之内传输，从不等待会话。"),
        DE("HTTP/2 hat keinen solchen Code: Ein Stream läuft dort innerhalb seiner Session und wartet nie "
           "auf sie.")),
    WEBTRANSPORT_STREAM(HC_WEBTRANSPORT_FIRST, HC_WEBTRANSPORT_LAST),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(H2(H2_NO_ERROR), CLOSEST, BASED_ON("RFC 9114, section 8"),
                 EN("An unknown code counts as H3_NO_ERROR, which is this in HTTP/2."),
                 ZH("未知错误码视为 H3_NO_ERROR，在 HTTP/2 中即为此错误码。"),
                 DE("Ein unbekannter Code gilt als H3_NO_ERROR, in HTTP/2 also als dieser.")),
    UNKNOWN_CODE(H3(H3_NO_ERROR), EXACT, BASED_ON("RFC 9114, section 8"),
                 EN("A receiver must treat an unknown code, or one out of its context, as H3_NO_ERROR."),
                 ZH("接收方必须把未知的或脱离其语境的错误码视为 H3_NO_ERROR。"),
                 DE("Ein Empfänger muss einen unbekannten Code, oder einen außerhalb seines Kontexts, wie "
                    "H3_NO_ERROR behandeln.")),
    UNKNOWN_CODE(STATUS(502), CLOSEST, A41, RESPONSE_NOT_BEGUN_HINT, IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM),
                 UNLESS(HC_IF_BEGUN)),
    UNKNOWN_CODE(GRPC(GRPC_INTERNAL), DERIVED, EN("As for H3_NO_ERROR, if it comes before the trailers."),
                 ZH("若它先于尾部字段到达，则与 H3_NO_ERROR 相同。"),
                 DE("Wie bei H3_NO_ERROR, wenn es vor den Trailern kommt."),
                 IF(HC_IF_FROM_SERVER | HC_IF_ON_STREAM), UNLESS(HC_IF_COMPLETE)),
    UNKNOWN_CODE(WS(WS_ABNORMAL_CLOSURE), DERIVED, WEBSOCKET_LOST_HINT,
                 IF(HC_IF_WEBSOCKET | HC_IF_ON_STREAM)),
};

const struct hc_mapping_table hc_mapping_http3_error = TABLE(rows, unknown);
