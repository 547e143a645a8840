/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/2 error codes (RFC 9113, section 7), carried in RST_STREAM and GOAWAY. */
#include "registry/row.h"

static const struct hc_code codes[] = {
    CODE(0x0, "NO_ERROR", IANA, EITHER, NOBODY, NOT_A_FAILURE, RFC(9113, "7"),
         EN("No error. GOAWAY carries it to close a connection in good order, RST_STREAM to stop an "
            "upload after a complete response."),
         ZH("没有错误。GOAWAY 用它有序关闭连接，RST_STREAM 用它在完整响应之后停止上传。"),
         DE("Kein Fehler. GOAWAY schließt damit eine Verbindung geordnet, RST_STREAM beendet damit einen "
            "Upload nach einer vollständigen Antwort.")),
    CODE(0x1, "PROTOCOL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender saw its peer break the protocol, and no more specific code fits."),
         ZH("发送方发现对端违反了协议，且没有更具体的错误码适用。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle das Protokoll verletzt, und kein "
            "genauerer Code passt.")),
    CODE(0x2, "INTERNAL_ERROR", IANA, EITHER, SENDER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender ran into an unexpected internal error."), ZH("发送方遇到了意外的内部错误。"),
         DE("Beim Sender ist ein unerwarteter interner Fehler aufgetreten.")),
    CODE(0x3, "FLOW_CONTROL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender saw its peer violate flow control: more data than the window allowed, or a "
            "window beyond its limit."),
         ZH("发送方发现对端违反了流量控制：数据超出窗口，或窗口超出其上限。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle die Flusskontrolle verletzt: mehr Daten, "
            "als das Fenster erlaubt, oder ein Fenster über seiner Grenze.")),
    CODE(0x4, "SETTINGS_TIMEOUT", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender sent SETTINGS and its peer did not acknowledge them in time."),
         ZH("发送方发送了 SETTINGS，而对端没有及时确认。"),
         DE("Der Sender hat SETTINGS gesendet, und die Gegenstelle hat sie nicht rechtzeitig bestätigt.")),
    CODE(0x5, "STREAM_CLOSED", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender received a frame on a stream that its peer had already closed."),
         ZH("发送方在对端已经关闭的流上收到了帧。"),
         DE("Der Sender hat einen Frame auf einem Stream empfangen, den die Gegenstelle schon "
            "geschlossen hatte.")),
    CODE(0x6, "FRAME_SIZE_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender received a frame of an invalid size."), ZH("发送方收到了大小无效的帧。"),
         DE("Der Sender hat einen Frame mit ungültiger Größe empfangen.")),
    CODE(0x7, "REFUSED_STREAM", IANA, STREAM, NOBODY, SAFE, RFC(9113, "8.7"),
         EN("The sender refused the stream before any application processing. The request can be sent "
            "again, whatever its method."),
         ZH("发送方在进行任何应用处理之前就拒绝了该流。无论何种方法，请求都可以重发。"),
         DE("Der Sender hat den Stream vor jeder Verarbeitung durch die Anwendung abgelehnt. Die Anfrage "
            "darf erneut gesendet werden, gleich mit welcher Methode.")),
    CODE(0x8, "CANCEL", IANA, STREAM, NOBODY, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender no longer needs the stream."), ZH("发送方不再需要该流。"),
         DE("Der Sender benötigt den Stream nicht mehr.")),
    CODE(0x9, "COMPRESSION_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9113, "7"),
         EN("The sender can no longer decode its peer's header compression (HPACK), so the whole "
            "connection is lost."),
         ZH("发送方无法再解码对端的头部压缩（HPACK），因此整个连接作废。"),
         DE("Der Sender kann die Header-Komprimierung (HPACK) der Gegenstelle nicht mehr dekodieren; "
            "damit ist die ganze Verbindung verloren.")),
    CODE(0xa, "CONNECT_ERROR", IANA, STREAM, UNKNOWN, IDEMPOTENT, RFC(9113, "8.5"),
         EN("The TCP connection behind a CONNECT tunnel was reset or closed abnormally."),
         ZH("CONNECT 隧道背后的 TCP 连接被重置或异常关闭。"),
         DE("Die TCP-Verbindung hinter einem CONNECT-Tunnel wurde zurückgesetzt oder nicht ordnungsgemäß "
            "geschlossen.")),
    CODE(0xb, "ENHANCE_YOUR_CALM", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender sees its peer behave in a way that might cause excessive load."),
         ZH("发送方发现对端的行为可能造成过度负载。"),
         DE("Der Sender stellt bei der Gegenstelle ein Verhalten fest, das übermäßige Last verursachen "
            "könnte.")),
    CODE(0xc, "INADEQUATE_SECURITY", IANA, CONNECTION, UNKNOWN, AFTER_CHANGE, RFC(9113, "9.2"),
         EN("The transport below, that is its TLS version or cipher suite, does not meet the minimum "
            "security requirements."),
         ZH("底层传输，即其 TLS 版本或密码套件，不满足最低安全要求。"),
         DE("Der Transport darunter, also seine TLS-Version oder Cipher-Suite, erfüllt die "
            "Mindestanforderungen an die Sicherheit nicht.")),
    CODE(0xd, "HTTP_1_1_REQUIRED", IANA, EITHER, NOBODY, ANOTHER_WAY, WAY(OVER_HTTP_1_1), RFC(9113, "7"),
         EN("The sender requires HTTP/1.1 instead of HTTP/2 for this request."),
         ZH("发送方要求此请求使用 HTTP/1.1 而不是 HTTP/2。"),
         DE("Der Sender verlangt für diese Anfrage HTTP/1.1 statt HTTP/2.")),
};

static const struct hc_code ranges[] = {
    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(UINT32_MAX), RFC(9113, "7"),
         EN("Not an assigned HTTP/2 error code. It triggers no special behaviour; the receiver may "
            "treat it as INTERNAL_ERROR."),
         ZH("不是已分配的 HTTP/2 错误码。它不触发任何特殊行为；接收方可以将其视为 INTERNAL_ERROR。"),
         DE("Kein vergebener HTTP/2-Fehlercode. Er löst kein besonderes Verhalten aus; der Empfänger "
            "darf ihn wie INTERNAL_ERROR behandeln.")),
};

const struct hc_space hc_http2_error = {
    .id = HC_HTTP2_ERROR,
    .name = "HTTP/2 error",
    .family = "HTTP/2",
    .kind = {[HC_EN] = "error code", [HC_ZH_CN] = "错误码", [HC_DE] = "Fehlercode"},
    .filter = "http2_error",
    .target_filter = "map.http2",
    .carriers = "RST_STREAM, on a stream, and GOAWAY, on the connection",
    .sibling = HC_HTTP3_ERROR,
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_http2_error,
    .registry_url = "https://www.iana.org/assignments/http2-parameters/http2-parameters.xhtml#error-code",
};
