/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/3 error codes (RFC 9114, section 8.1), carried in RESET_STREAM, STOP_SENDING and the application form
 * of CONNECTION_CLOSE. RFC 9114, section 8 lets an endpoint answer any stream error by closing the
 * connection. */
#include "registry/row.h"
#include "registry/webtransport.h"

/* The drafts' names begin with WT_ since draft 13, with WEBTRANSPORT_ before. */
#define WEBTRANSPORT FROM("draft-ietf-webtrans-http3", DRAFT)
#define WEBTRANSPORT_DRAFT                                                                                   \
    DOC("draft-ietf-webtrans-http3-15, section 9.5",                                                         \
        "https://datatracker.ietf.org/doc/html/draft-ietf-webtrans-http3-15#section-9.5")

static const struct hc_code codes[] = {
    CODE(0x33, "H3_DATAGRAM_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9297, "5.2"),
         EN("The sender received an HTTP Datagram or a capsule that it cannot parse, or one for a "
            "request that has no use for datagrams."),
         ZH("发送方收到了无法解析的 HTTP Datagram 或 Capsule，或者其所属请求用不到数据报。"),
         DE("Der Sender hat ein HTTP Datagram oder eine Capsule erhalten, die er nicht parsen kann oder "
            "deren Anfrage mit Datagrammen nichts anfangen kann.")),

    CODE(0x100, "H3_NO_ERROR", IANA, EITHER, NOBODY, NOT_A_FAILURE, RFC(9114, "8.1"),
         EN("No error: the connection or the stream is closed without a problem to report, such as an "
            "upload that a complete response made needless."),
         ZH("没有错误：连接或流已关闭，没有问题要报告，例如完整的响应使上传变得不必要。"),
         DE("Kein Fehler: Verbindung oder Stream wird geschlossen, ohne dass ein Problem zu melden wäre, "
            "etwa wenn eine vollständige Antwort einen Upload überflüssig macht.")),
    CODE(0x101, "H3_GENERAL_PROTOCOL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "8.1"),
         EN("The sender saw its peer break the protocol, and no more specific code fits or it prefers "
            "not to say."),
         ZH("发送方发现对端违反了协议，且没有更具体的错误码适用，或发送方不愿说明。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle das Protokoll verletzt, und kein "
            "genauerer Code passt oder er will sich nicht näher äußern.")),
    CODE(0x102, "H3_INTERNAL_ERROR", IANA, EITHER, SENDER, IDEMPOTENT, RFC(9114, "8.1"),
         EN("The sender's HTTP stack ran into an internal error."),
         ZH("发送方的 HTTP 协议栈遇到了内部错误。"),
         DE("Im HTTP-Stack des Senders ist ein interner Fehler aufgetreten.")),
    CODE(0x103, "H3_STREAM_CREATION_ERROR", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "6.2"),
         EN("The sender's peer opened a stream that it will not accept. On a stream it only refuses an "
            "unknown stream type."),
         ZH("发送方的对端打开了一个发送方不接受的流。若出现在流上，则只是拒绝未知的流类型。"),
         DE("Die Gegenstelle des Senders hat einen Stream geöffnet, den er nicht annimmt. Auf einem "
            "Stream weist er damit nur einen unbekannten Streamtyp ab.")),
    CODE(0x104, "H3_CLOSED_CRITICAL_STREAM", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN,
         RFC(9114, "6.2.1"),
         EN("A stream that the connection cannot do without, a control or QPACK stream, was closed or "
            "reset."),
         ZH("连接不可缺少的流（控制流或 QPACK 流）被关闭或重置。"),
         DE("Ein für die Verbindung unentbehrlicher Stream, ein Control- oder QPACK-Stream, wurde "
            "geschlossen oder zurückgesetzt.")),
    CODE(0x105, "H3_FRAME_UNEXPECTED", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "8.1"),
         EN("The sender received a frame that is not allowed in this state or on this stream."),
         ZH("发送方收到了在此状态下或在此流上不允许的帧。"),
         DE("Der Sender hat einen Frame empfangen, der in diesem Zustand oder auf diesem Stream nicht "
            "erlaubt ist.")),
    CODE(0x106, "H3_FRAME_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "7.1"),
         EN("The sender received a frame with a wrong layout or size."),
         ZH("发送方收到了格式或大小错误的帧。"),
         DE("Der Sender hat einen Frame mit falschem Aufbau oder falscher Größe empfangen.")),
    CODE(0x107, "H3_EXCESSIVE_LOAD", IANA, EITHER, PEER, IDEMPOTENT, RFC(9114, "10.5"),
         EN("The sender sees its peer behave in a way that might cause excessive load."),
         ZH("发送方发现对端的行为可能造成过度负载。"),
         DE("Der Sender stellt bei der Gegenstelle ein Verhalten fest, das übermäßige Last verursachen "
            "könnte.")),
    CODE(0x108, "H3_ID_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "8.1"),
         EN("The sender's peer misused a stream ID or push ID: above a limit, below an earlier limit, "
            "or a second time."),
         ZH("发送方的对端误用了流 ID 或推送 ID：超出上限、低于先前的上限，或重复使用。"),
         DE("Die Gegenstelle des Senders hat eine Stream-ID oder Push-ID falsch verwendet: über einer "
            "Grenze, unter einer früheren Grenze oder ein zweites Mal.")),
    CODE(0x109, "H3_SETTINGS_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "7.2.4"),
         EN("The sender found an error in the content of a SETTINGS frame."),
         ZH("发送方发现 SETTINGS 帧的内容有错误。"),
         DE("Der Sender hat einen Fehler im Inhalt eines SETTINGS-Frames gefunden.")),
    CODE(0x10a, "H3_MISSING_SETTINGS", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "6.2.1"),
         EN("The control stream did not begin with a SETTINGS frame."), ZH("控制流没有以 SETTINGS 帧开头。"),
         DE("Der Control-Stream hat nicht mit einem SETTINGS-Frame begonnen.")),
    CODE(0x10b, "H3_REQUEST_REJECTED", IANA, STREAM, NOBODY, SAFE, ONLY_BY(SERVER), RFC(9114, "4.1.1"),
         EN("The server refused the request before any application processing. It can be sent again, "
            "whatever its method."),
         ZH("服务器在进行任何应用处理之前就拒绝了请求。无论何种方法，请求都可以重发。"),
         DE("Der Server hat die Anfrage vor jeder Verarbeitung durch die Anwendung abgelehnt. Sie darf "
            "erneut gesendet werden, gleich mit welcher Methode.")),
    CODE(0x10c, "H3_REQUEST_CANCELLED", IANA, STREAM, NOBODY, IDEMPOTENT, RFC(9114, "4.1.1"),
         EN("The sender gave up the request, its response or a pushed response. The request may have "
            "been processed."),
         ZH("发送方放弃了请求、其响应或推送的响应。请求可能已被处理。"),
         DE("Der Sender hat die Anfrage, ihre Antwort oder eine gepushte Antwort aufgegeben. Die Anfrage "
            "wurde möglicherweise verarbeitet.")),
    CODE(0x10d, "H3_REQUEST_INCOMPLETE", IANA, STREAM, CLIENT, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "4.1"),
         EN("The client's stream ended before the request was complete."),
         ZH("客户端的流在请求完整之前就结束了。"),
         DE("Der Stream des Clients endete, bevor die Anfrage vollständig war.")),
    CODE(0x10e, "H3_MESSAGE_ERROR", IANA, STREAM, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9114, "4.1.2"),
         EN("The sender received a malformed HTTP message, such as one with forbidden or missing fields "
            "or with a wrong content length."),
         ZH("发送方收到了格式错误的 HTTP 消息，例如含有禁止的字段、缺少必需的字段，或内容长度不符。"),
         DE("Der Sender hat eine fehlerhafte HTTP-Nachricht empfangen, etwa mit verbotenen oder "
            "fehlenden Feldern oder mit falscher Inhaltslänge.")),
    CODE(0x10f, "H3_CONNECT_ERROR", IANA, STREAM, UNKNOWN, IDEMPOTENT, RFC(9114, "4.4"),
         EN("The TCP connection behind a CONNECT tunnel was reset or closed abnormally."),
         ZH("CONNECT 隧道背后的 TCP 连接被重置或异常关闭。"),
         DE("Die TCP-Verbindung hinter einem CONNECT-Tunnel wurde zurückgesetzt oder nicht ordnungsgemäß "
            "geschlossen.")),
    CODE(0x110, "H3_VERSION_FALLBACK", IANA, EITHER, NOBODY, ANOTHER_WAY, WAY(OVER_HTTP_1_1),
         RFC(9114, "8.1"),
         EN("The request cannot be served over HTTP/3. The peer should send it again over HTTP/1.1."),
         ZH("该请求无法通过 HTTP/3 提供服务。对端应通过 HTTP/1.1 重发。"),
         DE("Die Anfrage kann nicht über HTTP/3 bedient werden. Die Gegenstelle soll sie über HTTP/1.1 "
            "erneut senden.")),

    CODE(0x200, "QPACK_DECOMPRESSION_FAILED", IANA, EITHER, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9204, "6"),
         EN("The sender could not decode a field section. It loses the stream for a value beyond its "
            "limits, the whole connection otherwise."),
         ZH("发送方无法解码字段区段。若是某个值超出其限制，只影响该流，否则影响整个连接。"),
         DE("Der Sender konnte einen Feldabschnitt nicht dekodieren. Bei einem Wert über seinen Grenzen "
            "verliert er nur den Stream, sonst die ganze Verbindung.")),
    CODE(0x201, "QPACK_ENCODER_STREAM_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9204, "6"),
         EN("The sender could not understand an instruction on its peer's QPACK encoder stream."),
         ZH("发送方无法理解对端 QPACK 编码器流上的指令。"),
         DE("Der Sender konnte eine Anweisung auf dem QPACK-Encoder-Stream der Gegenstelle nicht "
            "verstehen.")),
    CODE(0x202, "QPACK_DECODER_STREAM_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9204, "6"),
         EN("The sender could not understand an instruction on its peer's QPACK decoder stream."),
         ZH("发送方无法理解对端 QPACK 解码器流上的指令。"),
         DE("Der Sender konnte eine Anweisung auf dem QPACK-Decoder-Stream der Gegenstelle nicht "
            "verstehen.")),

    CODE(0x045d4487, "WT_FLOW_CONTROL_ERROR", WEBTRANSPORT, STREAM, PEER, UNKNOWN, WEBTRANSPORT_DRAFT,
         EN("A WebTransport session was closed because the sender's peer broke the session's flow "
            "control."),
         ZH("WebTransport 会话已关闭，因为发送方的对端违反了会话的流量控制。"),
         DE("Eine WebTransport-Sitzung wurde geschlossen, weil die Gegenstelle des Senders die "
            "Flusskontrolle der Sitzung verletzt hat.")),
    CODE(0x0817b3dd, "WT_ALPN_ERROR", WEBTRANSPORT, STREAM, UNKNOWN, UNKNOWN, WEBTRANSPORT_DRAFT,
         EN("A WebTransport session was closed because client and server did not agree on an "
            "application protocol."),
         ZH("WebTransport 会话已关闭，因为客户端与服务器未能就应用协议达成一致。"),
         DE("Eine WebTransport-Sitzung wurde geschlossen, weil sich Client und Server nicht auf ein "
            "Anwendungsprotokoll geeinigt haben.")),
    CODE(0x170d7b68, "WT_SESSION_GONE", WEBTRANSPORT, STREAM, NOBODY, UNKNOWN, WEBTRANSPORT_DRAFT,
         ALIASES("WEBTRANSPORT_SESSION_GONE"),
         EN("The stream ends because its WebTransport session was closed, or nobody reads the session's "
            "CONNECT stream any more."),
         ZH("该流结束，因为其 WebTransport 会话已关闭，或不再有人读取会话的 CONNECT 流。"),
         DE("Der Stream endet, weil seine WebTransport-Sitzung geschlossen wurde oder niemand mehr den "
            "CONNECT-Stream der Sitzung liest.")),
    CODE(0x212c0d48, "WT_REQUIREMENTS_NOT_MET", WEBTRANSPORT, EITHER, PEER, AFTER_CHANGE, WEBTRANSPORT_DRAFT,
         EN("WebTransport is not possible: the peer lacks a setting or a transport parameter that it "
            "needs."),
         ZH("无法使用 WebTransport：对端缺少所需的设置或传输参数。"),
         DE("WebTransport ist nicht möglich: Der Gegenstelle fehlt eine dafür nötige Einstellung oder "
            "ein dafür nötiger Transportparameter.")),
    CODE(0x3994bd84, "WT_BUFFERED_STREAM_REJECTED", WEBTRANSPORT, STREAM, NOBODY, UNKNOWN, WEBTRANSPORT_DRAFT,
         ALIASES("WEBTRANSPORT_BUFFERED_STREAM_REJECTED"),
         EN("The sender refused a WebTransport stream that it could not assign to a session yet and had "
            "no room to keep."),
         ZH("发送方拒绝了一个 WebTransport 流：尚无法将其归入某个会话，也没有空间保留它。"),
         DE("Der Sender hat einen WebTransport-Stream abgelehnt, den er noch keiner Sitzung zuordnen und "
            "mangels Platz nicht aufheben konnte.")),
};

#define MAX UINT64_C(0x3fffffffffffffff)

static const struct hc_code ranges[] = {
    CODE(0x21, "GREASE", FROM("IANA", GREASE), EITHER, NOBODY, NOT_A_FAILURE, TO(MAX - 1), EVERY(0x1f),
         RFC(9114, "8.1"),
         EN("Reserved, to prove that unknown codes do no harm. It has the meaning of H3_NO_ERROR."),
         ZH("保留，用于验证未知错误码不会造成损害。含义同 H3_NO_ERROR。"),
         DE("Reserviert, um zu prüfen, dass unbekannte Codes keinen Schaden anrichten. Der Code bedeutet "
            "dasselbe wie H3_NO_ERROR.")),

    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(0xd), RFC(9114, "8"),
         EN("An HTTP/2 number that is unassigned in HTTP/3, where codes begin at 0x100. The receiver "
            "must treat it as H3_NO_ERROR."),
         ZH("HTTP/2 的码值，在 HTTP/3 中未分配；后者的错误码从 0x100 开始。"
            "接收方必须将其视为 H3_NO_ERROR。"),
         DE("Eine HTTP/2-Nummer, die in HTTP/3, wo die Codes bei 0x100 beginnen, nicht vergeben ist. Der "
            "Empfänger muss sie wie H3_NO_ERROR behandeln.")),
    CODE(0xe, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(HC_WEBTRANSPORT_FIRST - 1), RFC(9114, "8"),
         EN("Not an assigned HTTP/3 error code. The receiver must treat it as H3_NO_ERROR."),
         ZH("不是已分配的 HTTP/3 错误码。接收方必须将其视为 H3_NO_ERROR。"),
         DE("Kein vergebener HTTP/3-Fehlercode. Der Empfänger muss ihn wie H3_NO_ERROR behandeln.")),
    CODE(HC_WEBTRANSPORT_FIRST, "WT_APPLICATION_ERROR", WEBTRANSPORT, STREAM, UNKNOWN, UNKNOWN,
         TO(HC_WEBTRANSPORT_LAST), WEBTRANSPORT_DRAFT, ALIASES("WEBTRANSPORT_APPLICATION_ERROR"),
         EN("A WebTransport application ended the stream with a 32-bit code of its own, which this "
            "number contains."),
         ZH("WebTransport 应用以自己的 32 位错误码结束了该流，该错误码包含在此码值中。"),
         DE("Eine WebTransport-Anwendung hat den Stream mit einem eigenen 32-Bit-Code beendet, der in "
            "dieser Nummer enthalten ist.")),
    CODE(HC_WEBTRANSPORT_LAST + 1, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(MAX), RFC(9114, "8"),
         EN("Not an assigned HTTP/3 error code. The receiver must treat it as H3_NO_ERROR."),
         ZH("不是已分配的 HTTP/3 错误码。接收方必须将其视为 H3_NO_ERROR。"),
         DE("Kein vergebener HTTP/3-Fehlercode. Der Empfänger muss ihn wie H3_NO_ERROR behandeln.")),
};

const struct hc_space hc_http3_error = {
    .id = HC_HTTP3_ERROR,
    .name = "HTTP/3 error",
    .family = "HTTP/3",
    .kind = {[HC_EN] = "error code", [HC_ZH_CN] = "错误码", [HC_DE] = "Fehlercode"},
    .filter = "http3_error",
    .target_filter = "map.http3",
    .carriers =
        "RESET_STREAM and STOP_SENDING, on a stream, and the application's CONNECTION_CLOSE, on the connection",
    .sibling = HC_HTTP2_ERROR,
    .max = MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_http3_error,
    .registry_url = "https://www.iana.org/assignments/http3-parameters/"
                    "http3-parameters.xhtml#http3-parameters-error-codes",
};
