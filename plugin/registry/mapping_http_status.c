/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP statuses elsewhere. A status is the same in all versions of HTTP, and a gateway passes it on, so few
 * turn into something else; those rows come first. Then what a gRPC client reports, and what becomes of a
 * WebSocket handshake. A plain success has no row without a condition. */
#include "registry/mapping_row.h"

#define RANGE(begin, end, ...) MAPPING(HTTP_STATUS, begin, end, __VA_ARGS__)
#define MAP(code, ...)         RANGE(code, code, __VA_ARGS__)

/* 1xx. */
#define FORWARDED(code)                                                                                      \
    MAP(code, STATUS(code), EXACT, BASED_ON("RFC 9110, section 15.2"),                                       \
        EN("A proxy must forward it, unless it asked for it itself; nobody sends it to an "                  \
           "HTTP/1.0 client."),                                                                              \
        ZH("代理必须转发它，除非是代理自己请求的；任何一方都不向 HTTP/1.0 客户端发送它。"),                  \
        DE("Ein Proxy muss ihn weiterleiten, außer er hat ihn selbst angefordert; an einen "                \
           "HTTP/1.0-Client sendet ihn niemand."))

/* 2xx and 3xx. */
#define GRPC_WITHOUT_STATUS(begin, end)                                                                      \
    RANGE(begin, end, GRPC(GRPC_UNKNOWN), CLOSEST, GRPC_FROM_HTTP,                                           \
          EN("The gRPC response ended without a grpc-status, so a client does not trust the success."),      \
          ZH("gRPC 响应结束时没有 grpc-status，因此客户端不相信这一成功。"),                                 \
          DE("Die gRPC-Antwort endete ohne grpc-status, daher traut ein Client dem Erfolg nicht."),          \
          IF(HC_IF_NO_GRPC_STATUS))
#define WEBSOCKET_OPENED(begin, end)                                                                         \
    RANGE(begin, end, STATUS(101), CLOSEST, BASED_ON("RFC 8441, section 5; RFC 9220, section 3"),            \
          EN("It answers an extended CONNECT: a WebSocket handshake over HTTP/1.1 is answered by 101."),     \
          ZH("它是对扩展 CONNECT 的响应：HTTP/1.1 上的 WebSocket 握手以 101 响应。"),                        \
          DE("Er beantwortet ein Extended CONNECT: Ein WebSocket-Handshake über HTTP/1.1 wird mit 101 "     \
             "beantwortet."),                                                                                \
          IF(HC_IF_WEBSOCKET))

/* 4xx and 5xx. */
#define GRPC_HINT                                                                                            \
    EN("What a gRPC client reports if the response brings no grpc-status."),                                 \
        ZH("响应不带 grpc-status 时，gRPC 客户端报告此状态码。"),                                            \
        DE("Das meldet ein gRPC-Client, wenn die Antwort keinen grpc-status bringt.")
#define GRPC_REPORTS(code, status) MAP(code, GRPC(status), EXACT, GRPC_FROM_HTTP, GRPC_HINT)
#define GRPC_REPORTS_UNKNOWN(begin, end)                                                                     \
    RANGE(begin, end, GRPC(GRPC_UNKNOWN), CLOSEST, GRPC_FROM_HTTP, GRPC_HINT)
#define FROM_GRPC(code, status)                                                                              \
    MAP(code, GRPC(status), CLOSEST, BASED_ON("google.rpc.Code, inverse"),                                   \
        EN("What it may stand for if a gateway translated gRPC to JSON."),                                   \
        ZH("若网关把 gRPC 转换为 JSON，它可能代表此状态码。"),                                               \
        DE("Wofür er stehen kann, wenn ein Gateway gRPC in JSON übersetzt hat."))
#define HANDSHAKE_FAILED(begin, end)                                                                         \
    RANGE(begin, end, WS(WS_ABNORMAL_CLOSURE), DERIVED,                                                      \
          EN("The WebSocket handshake failed: a browser reports 1006 and hides the status."),                \
          ZH("WebSocket 握手失败：浏览器报告 1006，并隐藏状态码。"),                                         \
          DE("Der WebSocket-Handshake ist gescheitert: Ein Browser meldet 1006 und verbirgt den Status."),   \
          IF(HC_IF_WEBSOCKET))
#define PLAIN_RANGE(begin, end)     GRPC_REPORTS_UNKNOWN(begin, end), HANDSHAKE_FAILED(begin, end)
#define PLAIN(code)                 PLAIN_RANGE(code, code)
#define KNOWN_TO_GRPC(code, status) GRPC_REPORTS(code, status), HANDSHAKE_FAILED(code, code)

/* The rest of a request that nobody reads any more. */
#define ENDS_ONLY_STREAM(code)                                                                               \
    MAP(code, H2(H2_NO_ERROR), DERIVED,                                                                      \
        EN("To stop the rest of the request HTTP/1.1 closes the connection, HTTP/2 sends RST_STREAM with "   \
           "this."),                                                                                         \
        ZH("为停止接收请求的其余部分，HTTP/1.1 关闭连接，HTTP/2 发送带此错误码的 RST_STREAM。"),             \
        DE("Um den Rest der Anfrage zu stoppen, schließt HTTP/1.1 die Verbindung; HTTP/2 sendet "           \
           "RST_STREAM mit diesem Code.")),                                                                  \
        MAP(code, H3(H3_NO_ERROR), DERIVED,                                                                  \
            EN("To stop the rest of the request HTTP/1.1 closes the connection, HTTP/3 sends STOP_SENDING "  \
               "with this."),                                                                                \
            ZH("为停止接收请求的其余部分，HTTP/1.1 关闭连接，HTTP/3 发送带此错误码的 STOP_SENDING。"),       \
            DE("Um den Rest der Anfrage zu stoppen, schließt HTTP/1.1 die Verbindung; HTTP/3 sendet "       \
               "STOP_SENDING mit diesem Code."))

#define WANTS_HTTP_1_1(code, ...)                                                                            \
    MAP(code, H2(H2_HTTP_1_1_REQUIRED), DERIVED, __VA_ARGS__),                                               \
        MAP(code, H3(H3_VERSION_FALLBACK), DERIVED, __VA_ARGS__)

#define STREAM_ERROR(code, h2, h3, ...)                                                                      \
    MAP(code, H2(h2), DERIVED, __VA_ARGS__), MAP(code, H3(h3), DERIVED, __VA_ARGS__)
#define TOO_LATE_HINT                                                                                        \
    EN("Once response headers went out, this status is too late: the stream is aborted instead."),           \
        ZH("响应头部发出之后，此状态码为时已晚：只能改为中止流。"),                                          \
        DE("Sind die Antwort-Header gesendet, kommt dieser Status zu spät: Stattdessen wird der Stream "    \
           "abgebrochen.")
#define TOO_LATE(code) STREAM_ERROR(code, H2_INTERNAL_ERROR, H3_INTERNAL_ERROR, TOO_LATE_HINT)

/* An unrecognised status is treated as x00 of its class; an invalid one as a 5xx. */
#define AS_ITS_CLASS(begin, end, class)                                                                      \
    RANGE(begin, end, STATUS(class), EXACT, BASED_ON("RFC 9110, section 15"),                                \
          EN("A client that does not know it treats it as this, the first of its class."),                   \
          ZH("不认识它的客户端把它当作此状态码，即该类的第一个。"),                                          \
          DE("Ein Client, der ihn nicht kennt, behandelt ihn wie diesen, den ersten seiner Klasse."))
#define INVALID(begin, end)                                                                                  \
    RANGE(begin, end, STATUS(500), CLOSEST, BASED_ON("RFC 9110, section 15"),                                \
          EN("Outside of 100 to 599: a client should treat it as a server error."),                          \
          ZH("超出 100 至 599 的范围：客户端应把它视为服务器错误。"),                                        \
          DE("Außerhalb von 100 bis 599: Ein Client sollte ihn als Serverfehler behandeln.")),               \
        PLAIN_RANGE(begin, end)

/* A vendor's number for a gateway's trouble. */
#define VENDORS(code, status, ...)                                                                           \
    AS_ITS_CLASS(code, code, 500), MAP(code, STATUS(status), DERIVED, __VA_ARGS__, IF(HC_IF_OWN_MEANING)),   \
        PLAIN(code)

static const struct hc_mapping rows[] = {
    FORWARDED(100),
    MAP(101, STATUS(200), CLOSEST, BASED_ON("RFC 8441, section 5; RFC 9220, section 3"),
        EN("HTTP/2 and HTTP/3 have no 101: a WebSocket opens there by an extended CONNECT, answered by "
           "2xx."),
        ZH("HTTP/2 和 HTTP/3 没有 101：在那里 WebSocket 通过扩展 CONNECT 打开，以 2xx 响应。"),
        DE("HTTP/2 und HTTP/3 haben kein 101: Ein WebSocket wird dort durch ein Extended CONNECT geöffnet "
           "und mit 2xx beantwortet.")),
    FORWARDED(102),
    FORWARDED(103),
    FORWARDED(104),

    WEBSOCKET_OPENED(200, 208),
    GRPC_WITHOUT_STATUS(200, 208),
    WEBSOCKET_OPENED(226, 226),
    GRPC_WITHOUT_STATUS(226, 226),
    GRPC_WITHOUT_STATUS(300, 308),

    GRPC_REPORTS(400, GRPC_INTERNAL),
    FROM_GRPC(400, GRPC_INVALID_ARGUMENT),
    FROM_GRPC(400, GRPC_FAILED_PRECONDITION),
    FROM_GRPC(400, GRPC_OUT_OF_RANGE),
    HANDSHAKE_FAILED(400, 400),
    KNOWN_TO_GRPC(401, GRPC_UNAUTHENTICATED),
    PLAIN(402),
    KNOWN_TO_GRPC(403, GRPC_PERMISSION_DENIED),
    GRPC_REPORTS(404, GRPC_UNIMPLEMENTED),
    FROM_GRPC(404, GRPC_NOT_FOUND),
    HANDSHAKE_FAILED(404, 404),
    PLAIN_RANGE(405, 407),
    ENDS_ONLY_STREAM(408),
    PLAIN(408),
    GRPC_REPORTS_UNKNOWN(409, 409),
    FROM_GRPC(409, GRPC_ABORTED),
    FROM_GRPC(409, GRPC_ALREADY_EXISTS),
    HANDSHAKE_FAILED(409, 409),
    PLAIN_RANGE(410, 412),
    ENDS_ONLY_STREAM(413),
    PLAIN(413),
    PLAIN_RANGE(414, 418),
    MAP(421, STATUS(421), EXACT, BASED_ON("RFC 9110, section 15.5.20"),
        EN("The same in all versions. A proxy may pass it on but must not make one up."),
        ZH("在所有版本中相同。代理可以转发它，但不得自行生成。"),
        DE("In allen Versionen gleich. Ein Proxy darf ihn weitergeben, aber nicht selbst erzeugen.")),
    PLAIN(421),
    PLAIN_RANGE(422, 424),
    MAP(425, STATUS(425), EXACT, BASED_ON("RFC 8470, section 5.2"),
        EN("A gateway must pass it on if the request came with Early-Data; else it may retry after the "
           "handshake."),
        ZH("若请求带有 Early-Data，网关必须转发它；否则网关可以在握手之后重试。"),
        DE("Ein Gateway muss ihn weitergeben, wenn die Anfrage mit Early-Data kam; sonst darf es nach dem "
           "Handshake wiederholen.")),
    PLAIN(425),
    WANTS_HTTP_1_1(
        426, EN("No Upgrade here: if the server wants a protocol that only an HTTP/1.1 upgrade reaches."),
        ZH("这里没有 Upgrade：当服务器要求的协议只能通过 HTTP/1.1 升级达到时。"),
        DE("Hier gibt es kein Upgrade: wenn der Server ein Protokoll will, das nur ein Wechsel von "
           "HTTP/1.1 aus erreicht.")),
    PLAIN(426),
    PLAIN(428),
    STREAM_ERROR(429, H2_ENHANCE_YOUR_CALM, H3_EXCESSIVE_LOAD,
                 EN("Where it is the load on the connection, not a request, that is too much."),
                 ZH("当过量的是连接上的负载、而不是某个请求时。"),
                 DE("Wenn die Last auf der Verbindung zu hoch ist, nicht eine einzelne Anfrage.")),
    GRPC_REPORTS(429, GRPC_UNAVAILABLE),
    FROM_GRPC(429, GRPC_RESOURCE_EXHAUSTED),
    HANDSHAKE_FAILED(429, 429),
    PLAIN(431),
    PLAIN(451),
    AS_ITS_CLASS(499, 499, 400),
    GRPC_REPORTS_UNKNOWN(499, 499),
    FROM_GRPC(499, GRPC_CANCELLED),
    HANDSHAKE_FAILED(499, 499),

    TOO_LATE(500),
    GRPC_REPORTS_UNKNOWN(500, 500),
    FROM_GRPC(500, GRPC_INTERNAL),
    FROM_GRPC(500, GRPC_DATA_LOSS),
    HANDSHAKE_FAILED(500, 500),
    GRPC_REPORTS_UNKNOWN(501, 501),
    FROM_GRPC(501, GRPC_UNIMPLEMENTED),
    HANDSHAKE_FAILED(501, 501),
    TOO_LATE(502),
    KNOWN_TO_GRPC(502, GRPC_UNAVAILABLE),
    STREAM_ERROR(503, H2_REFUSED_STREAM, H3_REQUEST_REJECTED,
                 EN("Only if nothing of the request was processed: it promises that a retry is safe."),
                 ZH("仅当请求完全未被处理时：它保证可以安全重试。"),
                 DE("Nur wenn von der Anfrage nichts verarbeitet wurde: Der Code verspricht, dass eine "
                    "Wiederholung sicher ist.")),
    KNOWN_TO_GRPC(503, GRPC_UNAVAILABLE),
    TOO_LATE(504),
    GRPC_REPORTS(504, GRPC_UNAVAILABLE),
    FROM_GRPC(504, GRPC_DEADLINE_EXCEEDED),
    HANDSHAKE_FAILED(504, 504),
    WANTS_HTTP_1_1(505, EN("If the server behind would accept the request over HTTP/1.1."),
                   ZH("当上游服务器会接受用 HTTP/1.1 发送的请求时。"),
                   DE("Wenn der Server dahinter die Anfrage über HTTP/1.1 annehmen würde.")),
    PLAIN(505),
    PLAIN_RANGE(506, 508),
    PLAIN_RANGE(510, 511),
    VENDORS(520, 502, EN("The origin server answered something invalid."), ZH("源服务器的响应无效。"),
            DE("Der Ursprungsserver hat etwas Ungültiges geantwortet.")),
    VENDORS(521, 502, EN("The origin server refused the connection."), ZH("源服务器拒绝了连接。"),
            DE("Der Ursprungsserver hat die Verbindung abgelehnt.")),
    VENDORS(522, 504, EN("The connection to the origin server timed out."), ZH("与源服务器的连接超时。"),
            DE("Zeitüberschreitung bei der Verbindung zum Ursprungsserver.")),
    VENDORS(523, 502, EN("The origin server cannot be reached."), ZH("无法到达源服务器。"),
            DE("Der Ursprungsserver ist nicht erreichbar.")),
    VENDORS(524, 504, EN("The origin server took too long to answer."), ZH("源服务器响应耗时过长。"),
            DE("Der Ursprungsserver hat zu lange für die Antwort gebraucht.")),
    VENDORS(525, 502, EN("The TLS handshake with the origin server failed."),
            ZH("与源服务器的 TLS 握手失败。"),
            DE("Der TLS-Handshake mit dem Ursprungsserver ist gescheitert.")),
    VENDORS(526, 502, EN("The origin server's certificate is not valid."), ZH("源服务器的证书无效。"),
            DE("Das Zertifikat des Ursprungsservers ist nicht gültig.")),
    VENDORS(598, 504, EN("A proxy's read from the server behind it timed out."),
            ZH("代理从其上游服务器读取超时。"),
            DE("Zeitüberschreitung, als ein Proxy vom Server dahinter las.")),
    VENDORS(599, 504, EN("A proxy's connection to the server behind it timed out."),
            ZH("代理与其上游服务器的连接超时。"),
            DE("Zeitüberschreitung bei der Verbindung eines Proxys zum Server dahinter.")),
};

static const struct hc_mapping unknown[] = {
    INVALID(0, 99),
    AS_ITS_CLASS(100, 199, 100),
    AS_ITS_CLASS(200, 299, 200),
    GRPC_WITHOUT_STATUS(200, 299),
    AS_ITS_CLASS(300, 399, 300),
    GRPC_WITHOUT_STATUS(300, 399),
    AS_ITS_CLASS(400, 499, 400),
    PLAIN_RANGE(400, 499),
    AS_ITS_CLASS(500, 599, 500),
    PLAIN_RANGE(500, 599),
    INVALID(600, UINT32_MAX),
};

const struct hc_mapping_table hc_mapping_http_status = TABLE(rows, unknown);
