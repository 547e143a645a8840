/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hints that HTTP/2 and HTTP/3 errors share: whichever of the two a gateway, a gRPC client or a WebSocket
 * meets, the same follows. For the mapping_*.c files only. */
#ifndef HTTPCODES_REGISTRY_MAPPING_HINTS_H
#define HTTPCODES_REGISTRY_MAPPING_HINTS_H

#include "registry/mapping_row.h"

/* A gateway or proxy between the two sides. */
#define BAD_GATEWAY_HINT                                                                                     \
    EN("At a gateway, if the server behind it says so. Once response headers went out, it can only "         \
       "abort the stream."),                                                                                 \
        ZH("在网关处，当上游服务器如此报告时。响应头部发出之后，网关只能中止流。"),                          \
        DE("An einem Gateway, wenn der Server dahinter das meldet. Sind die Antwort-Header gesendet, kann "  \
           "es nur noch den Stream abbrechen.")
#define RESPONSE_NOT_BEGUN_HINT                                                                              \
    EN("At a gateway, only if the response had not begun. After a complete response there is nothing "       \
       "to translate."),                                                                                     \
        ZH("在网关处，仅当响应尚未开始时。响应完整之后，没有什么需要转换。"),                                \
        DE("An einem Gateway, nur wenn die Antwort noch nicht begonnen hatte. Nach einer vollständigen "    \
           "Antwort gibt es nichts zu übersetzen.")
#define REFUSAL_ENDS_HERE_HINT                                                                               \
    EN("At a gateway that neither retries nor passes the refusal on; only before response headers."),        \
        ZH("在既不重试、也不转发该拒绝的网关处；仅限响应头部发出之前。"),                                    \
        DE("An einem Gateway, das weder wiederholt noch die Ablehnung weitergibt; nur vor den "              \
           "Antwort-Headern.")
#define ONLY_HTTP_1_1_HINT                                                                                   \
    EN("At a gateway that cannot repeat the request over HTTP/1.1 itself; only before response "             \
       "headers."),                                                                                          \
        ZH("在自身无法改用 HTTP/1.1 重发请求的网关处；仅限响应头部发出之前。"),                              \
        DE("An einem Gateway, das die Anfrage nicht selbst über HTTP/1.1 wiederholen kann; nur vor den "    \
           "Antwort-Headern.")
#define TUNNEL_OPENED_HINT                                                                                   \
    EN("The tunnel's 2xx went out long ago: a proxy in between can only abort its own side."),               \
        ZH("隧道的 2xx 早已发出：中间的代理只能中止自己这一侧。"),                                           \
        DE("Das 2xx des Tunnels ist längst gesendet: Ein Proxy dazwischen kann nur seine eigene Seite "     \
           "abbrechen.")
#define PROMOTION_HINT                                                                                       \
    EN("This promotes a stream error to a connection error: permitted, but it ends all other requests "      \
       "too."),                                                                                              \
        ZH("这会把流错误提升为连接错误：虽然允许，但其他所有请求也会随之终止。"),                            \
        DE("Das macht aus einem Stream-Fehler einen Verbindungsfehler: erlaubt, beendet aber auch alle "     \
           "anderen Anfragen.")
#define CLIENT_GAVE_UP_HINT                                                                                  \
    EN("Worth passing on if the client gave up, so that the server behind a gateway can stop."),             \
        ZH("若客户端已放弃，则值得转发，使网关的上游服务器可以停止处理。"),                                  \
        DE("Weitergeben lohnt sich, wenn der Client aufgegeben hat, damit der Server hinter einem Gateway "  \
           "aufhören kann.")
#define NOBODY_LEFT_HINT                                                                                     \
    EN("Nobody is left to answer, so no status goes out; nginx logs 499."),                                  \
        ZH("已没有等待响应的一方，因此不发出状态码；nginx 在日志中记录 499。"),                              \
        DE("Niemand wartet mehr auf eine Antwort, also geht kein Status hinaus; nginx protokolliert 499.")

/* gRPC. */
#define CALL_FAILS_HINT                                                                                      \
    EN("A gRPC call fails with it."), ZH("gRPC 调用以此状态码失败。"),                                       \
        DE("Ein gRPC-Aufruf schlägt damit fehl.")
#define CALL_NOT_PROCESSED_HINT                                                                              \
    EN("The call was not processed and can be retried, possibly elsewhere."),                                \
        ZH("该调用未被处理，可以重试，必要时到别处重试。"),                                                  \
        DE("Der Aufruf wurde nicht verarbeitet und kann wiederholt werden, möglicherweise anderswo.")
#define SERVER_CANCELLED_HINT                                                                                \
    EN("The server cancelled the call before its response was complete."),                                   \
        ZH("服务器在响应完整之前取消了调用。"),                                                              \
        DE("Der Server hat den Aufruf abgebrochen, bevor seine Antwort vollständig war.")
#define BEFORE_TRAILERS_HINT                                                                                 \
    EN("If it comes before the trailers: a server should have sent a grpc-status."),                         \
        ZH("当它先于尾部字段到达时：服务器本应发送 grpc-status。"),                                          \
        DE("Wenn es vor den Trailern kommt: Der Server hätte einen grpc-status senden sollen.")
#define BANDWIDTH_HINT                                                                                       \
    EN("The message should say that the exhausted resource is bandwidth."),                                  \
        ZH("状态消息应说明耗尽的资源是带宽。"),                                                              \
        DE("Die Statusmeldung sollte sagen, dass die erschöpfte Ressource die Bandbreite ist.")

/* A WebSocket on the stream. */
#define WEBSOCKET_LOST_HINT                                                                                  \
    EN("If no Close frame came before, the WebSocket is lost, and APIs report 1006."),                       \
        ZH("若之前没有 Close 帧，则 WebSocket 异常断开，API 报告 1006。"),                                   \
        DE("Kam vorher kein Close-Frame, ist der WebSocket verloren, und APIs melden 1006.")
#define LIKE_TCP_RESET_HINT                                                                                  \
    EN("What a TCP reset is to a WebSocket over HTTP/1.1: without a Close before it, APIs report 1006."),    \
        ZH("相当于 HTTP/1.1 上的 WebSocket 遇到 TCP 重置：若之前没有 Close，API 报告 1006。"),               \
        DE("Was ein TCP-Reset für einen WebSocket über HTTP/1.1 ist: Ohne Close davor melden APIs 1006.")

#endif
