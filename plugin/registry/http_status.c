/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP status codes: the IANA registry with the names of RFC 9110, then what vendors made of free numbers,
 * and of some that were not free. */
#include "registry/row.h"

/* CODE() for this space: no status has a scope, and only servers send statuses. */
#define STATUS(number, official, source, whom, again, ...)                                                   \
    {                                                                                                        \
        .value = (number), .name = (official), source, .speaker = HC_BY_SERVER, .blame = HC_BLAME_##whom,    \
        .retry = HC_RETRY_##again, __VA_ARGS__                                                               \
    }

#define CLOUDFLARE(number)                                                                                   \
    DOC("Cloudflare, Error " number, "https://developers.cloudflare.com/support/troubleshooting/"            \
                                     "http-status-codes/cloudflare-5xx-errors/error-" number "/")
#define AWS(part)                                                                                            \
    DOC("AWS, Troubleshoot your Application Load Balancers",                                                 \
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"                               \
        "load-balancer-troubleshooting.html#" part)
#define NGINX_SOURCE                                                                                         \
    DOC("nginx, ngx_http_request.h", "https://github.com/nginx/nginx/blob/master/src/http/"                  \
                                     "ngx_http_request.h")
#define NGINX_SSL                                                                                            \
    DOC("nginx, Module ngx_http_ssl_module", "https://nginx.org/en/docs/http/"                               \
                                             "ngx_http_ssl_module.html#errors")
#define SHOPIFY                                                                                              \
    EVIDENCE("host:*.myshopify.com"), DOC("Shopify, API response status and error codes",                    \
                                          "https://shopify.dev/docs/api/usage/response-codes")
#define SPRING                                                                                               \
    DOC("Spring Framework, HttpStatus",                                                                      \
        "https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/http/"           \
        "HttpStatus.html")
#define EDGEONE                                                                                              \
    VENDOR("Tencent EdgeOne"), EVIDENCE("TencentEdgeOne"),                                                   \
        DOC("Tencent EdgeOne, Reference for Abnormal Status Codes",                                          \
            "https://cloud.tencent.com/document/product/1552/101095")
#define QINIU                                                                                                \
    VENDOR("Qiniu"), EVIDENCE("host:*.qiniuapi.com", "host:*.qiniup.com", "host:*.qbox.me"),                 \
        DOC("Qiniu Kodo, API status codes", "https://developer.qiniu.com/kodo/3928/error-responses")
#define BINANCE                                                                                              \
    VENDOR("Binance"),                                                                                       \
        EVIDENCE("host:api.binance.com", "host:api1.binance.com", "host:api2.binance.com",                   \
                 "host:api3.binance.com", "host:api4.binance.com", "host:api-gcp.binance.com",               \
                 "host:fapi.binance.com", "host:dapi.binance.com", "host:papi.binance.com"),                 \
        DOC("Binance, HTTP Return Codes",                                                                    \
            "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/http-return-codes")
/* For meanings that their vendors did not document in public: what is told of them. */
#define HTTP_DEV(number) DOC("folklore, as told by http.dev, " number, "https://http.dev/" number)
#define WIKIPEDIA                                                                                            \
    DOC("folklore, as told by Wikipedia, List of HTTP status codes (older revisions)",                       \
        "https://en.wikipedia.org/wiki/List_of_HTTP_status_codes")

/* Behind a text: a number above 599. */
#define BEYOND_EN " The number is outside of the valid range 100 to 599."
#define BEYOND_ZH "此码值不在有效范围 100 至 599 之内。"
#define BEYOND_DE " Die Nummer liegt außerhalb des gültigen Bereichs 100 bis 599."

/* EdgeOne has two numbers for each trouble between its node and the origin server. */
#define ORIGIN_RESET(number)                                                                                 \
    STATUS(number, "Origin Reset the Request", EDGEONE, SERVER, IDEMPOTENT,                                  \
           EN("The origin server answered the request of the EdgeOne node with a TCP reset."),               \
           ZH("源服务器以 TCP 重置回应了 EdgeOne 节点的请求。"),                                             \
           DE("Der Ursprungsserver hat auf die Anfrage des EdgeOne-Knotens mit einem TCP-Reset "             \
              "geantwortet."))
#define ORIGIN_REFUSED(number)                                                                               \
    STATUS(number, "Origin Refused the Connection", EDGEONE, SERVER, IDEMPOTENT,                             \
           EN("The origin server refused the TCP connection of the EdgeOne node."),                          \
           ZH("源服务器拒绝了 EdgeOne 节点的 TCP 连接。"),                                                   \
           DE("Der Ursprungsserver hat die TCP-Verbindung des EdgeOne-Knotens abgelehnt."))
#define ORIGIN_CONNECT_TIMEOUT(number)                                                                       \
    STATUS(number, "Connection to Origin Timed Out", EDGEONE, SERVER, IDEMPOTENT,                            \
           EN("The TCP connection of the EdgeOne node to the origin server timed out."),                     \
           ZH("EdgeOne 节点到源服务器的 TCP 连接超时。"),                                                    \
           DE("Zeitüberschreitung beim Aufbau der TCP-Verbindung des EdgeOne-Knotens zum "                  \
              "Ursprungsserver."))
#define ORIGIN_UNRESOLVED(number)                                                                            \
    STATUS(number, "Origin Name Not Resolved", EDGEONE, SERVER, IDEMPOTENT,                                  \
           EN("The EdgeOne node could not resolve the host name of the origin server."),                     \
           ZH("EdgeOne 节点无法解析源服务器的主机名。"),                                                     \
           DE("Der EdgeOne-Knoten konnte den Hostnamen des Ursprungsservers nicht auflösen."))
#define ORIGIN_RESPONSE_TIMEOUT(number)                                                                      \
    STATUS(number, "Origin Response Timed Out", EDGEONE, SERVER, IDEMPOTENT,                                 \
           EN("The EdgeOne node connected to the origin server, which did not send a response in time."),    \
           ZH("EdgeOne 节点已连接到源服务器，但后者没有及时发送响应。"),                                     \
           DE("Der EdgeOne-Knoten hat sich mit dem Ursprungsserver verbunden, der aber nicht "               \
              "rechtzeitig geantwortet hat."))
#define ORIGIN_TLS_FAILED(number)                                                                            \
    STATUS(number, "TLS Handshake with Origin Failed", EDGEONE, SERVER, IDEMPOTENT,                          \
           EN("The TLS handshake between the EdgeOne node and the origin server failed."),                   \
           ZH("EdgeOne 节点与源服务器之间的 TLS 握手失败。"),                                                \
           DE("Der TLS-Handshake zwischen dem EdgeOne-Knoten und dem Ursprungsserver ist fehlgeschlagen."))

static const struct hc_code codes[] = {
    STATUS(0, "000", VENDOR("AWS"), UNKNOWN, UNKNOWN, AWS("response-code-000"), NEVER_ON_WIRE,
           EN("An access log entry of an AWS load balancer, not a status: it closed the HTTP/2 connection "
              "with GOAWAY and sent no response."),
           ZH("AWS 负载均衡器的访问日志条目，不是状态码：它用 GOAWAY 关闭了 HTTP/2 连接，没有发送响应。"),
           DE("Eintrag im Zugriffsprotokoll eines AWS-Load-Balancers, kein Status: Er hat die "
              "HTTP/2-Verbindung mit GOAWAY geschlossen und keine Antwort gesendet.")),

    STATUS(100, "Continue", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.2.1"),
           EN("Interim response: the request has not been rejected so far, and the client may send the "
              "rest of it. The final response follows."),
           ZH("临时响应：请求目前未被拒绝，客户端可以发送其余部分。最终响应随后到来。"),
           DE("Zwischenantwort: Die Anfrage wurde bisher nicht abgelehnt, und der Client darf den Rest "
              "senden. Die endgültige Antwort folgt.")),
    STATUS(101, "Switching Protocols", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.2.2"),
           EN("The server agrees to the Upgrade header and switches this connection to the other "
              "protocol. HTTP/1.1 only."),
           ZH("服务器同意请求中的 Upgrade 头部，将此连接切换到另一协议。仅用于 HTTP/1.1。"),
           DE("Der Server stimmt dem Header Upgrade zu und wechselt auf dieser Verbindung zum anderen "
              "Protokoll. Nur in HTTP/1.1.")),
    STATUS(102, "Processing", IANA, NOBODY, NOT_A_FAILURE, RFC(2518, "10.1"),
           EN("Interim response: the server has accepted the complete request and is still working on it. "
              "WebDAV itself has dropped this code since."),
           ZH("临时响应：服务器已接受完整请求，仍在处理。WebDAV 自身后来已放弃此状态码。"),
           DE("Zwischenantwort: Der Server hat die vollständige Anfrage angenommen und arbeitet noch "
              "daran. WebDAV selbst hat diesen Code seither aufgegeben.")),
    STATUS(103, "Early Hints", IANA, NOBODY, NOT_A_FAILURE, RFC(8297, "2"),
           EN("Interim response: header fields that the final response will probably carry, so that the "
              "client can start to preload resources."),
           ZH("临时响应：给出最终响应可能携带的头部字段，使客户端可以提前开始预加载资源。"),
           DE("Zwischenantwort: Header-Felder, die wohl auch die endgültige Antwort enthält, damit der "
              "Client schon Ressourcen vorab laden kann.")),
    STATUS(103, "Checkpoint", VENDOR("Google Gears"), NOBODY, NOT_A_FAILURE, SPRING,
           EN("From a proposal for resumable uploads: the server confirms how much of an upload it holds. "
              "Never registered; Early Hints took the number."),
           ZH("源自断点续传的一项提案：服务器确认已保存多少上传内容。从未注册；"
              "此码值后来用于 Early Hints。"),
           DE("Aus einem Vorschlag für fortsetzbare Uploads: Der Server bestätigt, wie viel eines "
              "Uploads er hat. Nie registriert; die Nummer gehört jetzt Early Hints.")),
    STATUS(104, "Upload Resumption Supported", FROM("IANA", DRAFT), NOBODY, NOT_A_FAILURE,
           DOC("draft-ietf-httpbis-resumable-upload",
               "https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/"),
           EN("Interim response: the server can resume this upload if it is interrupted. The registration "
              "is temporary until the draft becomes an RFC."),
           ZH("临时响应：此次上传若被中断，服务器可以恢复它。在草案成为 RFC 之前，注册是临时的。"),
           DE("Zwischenantwort: Der Server kann diesen Upload nach einer Unterbrechung fortsetzen. Die "
              "Registrierung ist vorläufig, bis der Entwurf ein RFC wird.")),

    STATUS(200, "OK", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.1"),
           EN("The request succeeded. What the content is depends on the method."),
           ZH("请求成功。内容是什么取决于请求方法。"),
           DE("Die Anfrage war erfolgreich. Was der Inhalt ist, hängt von der Methode ab.")),
    STATUS(201, "Created", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.2"),
           EN("The request succeeded and created one or more resources; Location names the main one."),
           ZH("请求成功，并创建了一个或多个资源；Location 给出其中主要的一个。"),
           DE("Die Anfrage war erfolgreich und hat eine oder mehrere Ressourcen angelegt; Location nennt "
              "die wichtigste.")),
    STATUS(202, "Accepted", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.3"),
           EN("The request was accepted for processing, which is not complete and may yet fail."),
           ZH("请求已被接受，等待处理；处理尚未完成，仍可能失败。"),
           DE("Die Anfrage wurde zur Verarbeitung angenommen; diese ist nicht abgeschlossen und kann "
              "noch scheitern.")),
    STATUS(203, "Non-Authoritative Information", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.4"),
           EN("The request succeeded, but a transforming proxy has modified the content of the origin "
              "server's 200 response."),
           ZH("请求成功，但转换代理修改了源服务器 200 响应的内容。"),
           DE("Die Anfrage war erfolgreich, aber ein umwandelnder Proxy hat den Inhalt der 200-Antwort "
              "des Ursprungsservers verändert.")),
    STATUS(204, "No Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.5"),
           EN("The request succeeded and the response has no content."), ZH("请求成功，响应没有内容。"),
           DE("Die Anfrage war erfolgreich, und die Antwort hat keinen Inhalt.")),
    STATUS(205, "Reset Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.6"),
           EN("The request succeeded; the client should reset the form or document that sent it. The "
              "response has no content."),
           ZH("请求成功；客户端应重置发出请求的表单或文档。响应没有内容。"),
           DE("Die Anfrage war erfolgreich; der Client soll das Formular oder Dokument zurücksetzen, das "
              "sie gesendet hat. Die Antwort hat keinen Inhalt.")),
    STATUS(206, "Partial Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.7"),
           EN("The response carries only the parts of the resource that the client asked for with Range."),
           ZH("响应只携带客户端用 Range 请求的那些部分。"),
           DE("Die Antwort enthält nur die Teile der Ressource, die der Client mit Range angefordert hat.")),
    STATUS(207, "Multi-Status", IANA, NOBODY, NOT_A_FAILURE, RFC(4918, "11.1"),
           EN("WebDAV: the content holds a separate status for each of several resources. Some of them "
              "may be failures."),
           ZH("WebDAV：内容为多个资源分别给出状态，其中一些可能是失败。"),
           DE("WebDAV: Der Inhalt gibt für jede von mehreren Ressourcen einen eigenen Status an. Manche "
              "davon können Fehler sein.")),
    STATUS(208, "Already Reported", IANA, NOBODY, NOT_A_FAILURE, RFC(5842, "7.1"),
           EN("WebDAV, inside a Multi-Status: the members of this collection were listed before in the "
              "same response and are not repeated."),
           ZH("WebDAV，用于 Multi-Status 内：此集合的成员已在同一响应中列出，不再重复。"),
           DE("WebDAV, innerhalb von Multi-Status: Die Mitglieder dieser Sammlung stehen schon weiter "
              "vorn in derselben Antwort und werden nicht wiederholt.")),
    STATUS(226, "IM Used", IANA, NOBODY, NOT_A_FAILURE, RFC(3229, "10.4.1"),
           EN("The GET succeeded and the content is the result of instance manipulations, for example a "
              "delta against a version that the client has."),
           ZH("GET 成功，内容是实例操作的结果，例如相对于客户端已有版本的增量。"),
           DE("Das GET war erfolgreich, und der Inhalt ist das Ergebnis von Instanz-Manipulationen, etwa "
              "ein Delta zu einer Version, die der Client hat.")),
    STATUS(298, "Partial Success", QINIU, NOBODY, NOT_A_FAILURE,
           EN("Qiniu: some of the operations succeeded, not all; the content tells which."),
           ZH("Qiniu：部分操作成功，而非全部；内容说明是哪些。"),
           DE("Qiniu: Manche der Vorgänge waren erfolgreich, nicht alle; der Inhalt sagt, welche.")),

    STATUS(300, "Multiple Choices", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.1"),
           ALIASES("Multiple Choice"),
           EN("The resource has several representations, each with its own URI, and the client should "
              "choose one. Location may name the preferred one."),
           ZH("资源有多种表示，各有自己的 URI，客户端应从中选择。Location 可以给出首选的一个。"),
           DE("Die Ressource hat mehrere Repräsentationen mit je einer eigenen URI, und der Client soll "
              "eine wählen. Location kann die bevorzugte nennen.")),
    STATUS(301, "Moved Permanently", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.2"),
           EN("The resource has a new permanent URI, given in Location. Clients may turn POST into GET."),
           ZH("资源已有新的永久 URI，见 Location。客户端可以把 POST 改为 GET。"),
           DE("Die Ressource hat eine neue dauerhafte URI, die in Location steht. Clients dürfen POST in "
              "GET umwandeln.")),
    STATUS(302, "Found", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.3"),
           ALIASES("Moved Temporarily"),
           EN("The resource is at another URI for the time being, given in Location. Clients may turn "
              "POST into GET."),
           ZH("资源暂时位于另一 URI，见 Location。客户端可以把 POST 改为 GET。"),
           DE("Die Ressource hat vorübergehend eine andere URI, die in Location steht. Clients dürfen "
              "POST in GET umwandeln.")),
    STATUS(303, "See Other", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.4"),
           EN("The server points to another resource, given in Location, that answers the request "
              "indirectly. It is fetched with GET or HEAD."),
           ZH("服务器指向另一资源，见 Location；该资源间接响应此请求，用 GET 或 HEAD 获取。"),
           DE("Der Server verweist auf eine andere Ressource, die in Location steht und die Anfrage "
              "indirekt beantwortet. Sie wird mit GET oder HEAD geholt.")),
    STATUS(304, "Not Modified", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.5"),
           EN("Answer to a conditional GET or HEAD: the copy that the client has is still valid. The "
              "response has no content."),
           ZH("对条件 GET 或 HEAD 的响应：客户端已有的副本仍然有效。响应没有内容。"),
           DE("Antwort auf ein bedingtes GET oder HEAD: Die Kopie, die der Client hat, ist noch gültig. "
              "Die Antwort hat keinen Inhalt.")),
    STATUS(305, "Use Proxy", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.6"),
           EN("Formerly: reach the resource through the proxy given in Location. Deprecated, because a "
              "response must not configure a proxy."),
           ZH("原意：通过 Location 给出的代理访问资源。已弃用，因为响应不得配置代理。"),
           DE("Früher: Die Ressource ist über den Proxy erreichbar, der in Location steht. Veraltet, "
              "weil eine Antwort keinen Proxy konfigurieren darf.")),
    STATUS(306, "(Unused)", FROM("IANA", RETIRED), NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.7"),
           ALIASES("Switch Proxy"),
           EN("Reserved and no longer used. An early draft meant later requests to use the proxy that it "
              "named."),
           ZH("保留，不再使用。早期草案的意思是：后续请求应使用它指定的代理。"),
           DE("Reserviert und nicht mehr verwendet. In einem frühen Entwurf hieß es: Spätere Anfragen "
              "sollen den genannten Proxy verwenden.")),
    STATUS(307, "Temporary Redirect", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.8"),
           EN("The resource is at another URI for the time being, given in Location. The method must not "
              "change."),
           ZH("资源暂时位于另一 URI，见 Location。请求方法不得改变。"),
           DE("Die Ressource hat vorübergehend eine andere URI, die in Location steht. Die Methode darf "
              "sich nicht ändern.")),
    STATUS(308, "Permanent Redirect", IANA, NOBODY, NOT_A_FAILURE, RETRY_AFTER, RFC(9110, "15.4.9"),
           EN("The resource has a new permanent URI, given in Location. The method must not change."),
           ZH("资源已有新的永久 URI，见 Location。请求方法不得改变。"),
           DE("Die Ressource hat eine neue dauerhafte URI, die in Location steht. Die Methode darf sich "
              "nicht ändern.")),
    STATUS(308, "Resume Incomplete", VENDOR("Google"), NOBODY, NOT_A_FAILURE, EVIDENCE("UploadServer"),
           DOC("YouTube Data API, Resumable Uploads",
               "https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol"),
           EN("Google's resumable uploads: the upload is not complete yet. Range says which bytes have "
              "arrived; without Range none have."),
           ZH("Google 的断点续传：上传尚未完成。Range 说明已收到哪些字节；"
              "没有 Range 则表示尚未收到任何字节。"),
           DE("Fortsetzbare Uploads von Google: Der Upload ist noch nicht vollständig. Range gibt an, "
              "welche Bytes angekommen sind; ohne Range noch keine.")),

    STATUS(400, "Bad Request", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.1"),
           EN("The server cannot or will not process the request because it sees an error of the client: "
              "bad syntax, bad framing or deceptive routing."),
           ZH("服务器不能或不愿处理此请求，因为它认为客户端有错：语法错误、分帧错误或欺骗性的路由。"),
           DE("Der Server kann oder will die Anfrage nicht verarbeiten, weil er einen Fehler des Clients "
              "sieht: falsche Syntax, falsches Framing oder irreführendes Routing.")),
    STATUS(401, "Unauthorized", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.2"),
           EN("The request lacks valid credentials for the resource. WWW-Authenticate says which are "
              "wanted."),
           ZH("请求缺少访问该资源的有效凭据。WWW-Authenticate 说明需要哪种凭据。"),
           DE("Der Anfrage fehlen gültige Zugangsdaten für die Ressource. WWW-Authenticate sagt, welche "
              "verlangt werden.")),
    STATUS(402, "Payment Required", IANA, CLIENT, UNKNOWN, RFC(9110, "15.5.3"),
           EN("Reserved for future use. Some services send it when a payment or a quota is due."),
           ZH("保留供将来使用。有些服务在需要付款或配额用尽时发送它。"),
           DE("Für künftige Verwendung reserviert. Manche Dienste senden den Code, wenn eine Zahlung "
              "fällig oder ein Kontingent erschöpft ist.")),
    STATUS(403, "Forbidden", IANA, CLIENT, NO, RFC(9110, "15.5.4"),
           EN("The server understood the request and refuses to fulfil it. To repeat it with the same "
              "credentials is no use."),
           ZH("服务器理解此请求，但拒绝执行。用同样的凭据重复请求没有用。"),
           DE("Der Server hat die Anfrage verstanden und lehnt sie ab. Sie mit denselben Zugangsdaten zu "
              "wiederholen, ist zwecklos.")),
    STATUS(404, "Not Found", IANA, CLIENT, NO, RFC(9110, "15.5.5"),
           EN("The server has nothing for this URI, or does not want to say that it has. Whether that "
              "will change is not known."),
           ZH("服务器没有与此 URI 对应的内容，或不愿透露其存在。这种情况是否会改变，不得而知。"),
           DE("Der Server hat zu dieser URI nichts oder will nicht sagen, dass er etwas hat. Ob sich das "
              "ändern wird, ist nicht bekannt.")),
    STATUS(405, "Method Not Allowed", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.6"),
           EN("The resource does not support the request's method. Allow lists those that it supports."),
           ZH("资源不支持此请求的方法。Allow 列出它支持的方法。"),
           DE("Die Ressource unterstützt die Methode der Anfrage nicht. Allow führt die unterstützten "
              "auf.")),
    STATUS(406, "Not Acceptable", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.7"),
           EN("The resource has no representation that fits the request's Accept headers, and the server "
              "will not choose one itself."),
           ZH("资源没有符合请求中 Accept 类头部的表示形式，服务器也不愿自行选择一种。"),
           DE("Die Ressource hat keine Repräsentation, die zu den Accept-Headern der Anfrage passt, und "
              "der Server will nicht selbst eine wählen.")),
    STATUS(407, "Proxy Authentication Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.8"),
           EN("The proxy wants the client to authenticate first. Proxy-Authenticate says how."),
           ZH("代理要求客户端先认证。Proxy-Authenticate 说明如何认证。"),
           DE("Der Proxy verlangt, dass sich der Client zuerst authentifiziert. Proxy-Authenticate sagt, "
              "wie.")),
    STATUS(408, "Request Timeout", IANA, CLIENT, ANOTHER_WAY, WAY(NEW_CONNECTION), RFC(9110, "15.5.9"),
           ALIASES("Request Time-out"),
           EN("The server did not receive a complete request in the time it was ready to wait. The client "
              "may repeat it, on a new connection."),
           ZH("服务器在愿意等待的时间内没有收到完整的请求。客户端可以在新连接上重发。"),
           DE("Der Server hat in der Zeit, die er warten wollte, keine vollständige Anfrage erhalten. "
              "Der Client darf sie auf einer neuen Verbindung wiederholen.")),
    STATUS(409, "Conflict", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.10"),
           EN("The request conflicts with the current state of the resource, for example with somebody "
              "else's edit. It may succeed once that is resolved."),
           ZH("请求与资源的当前状态冲突，例如与他人的编辑冲突。冲突解决后请求可能成功。"),
           DE("Die Anfrage steht im Konflikt mit dem aktuellen Zustand der Ressource, etwa mit einer "
              "fremden Änderung. Ist er gelöst, kann sie gelingen.")),
    STATUS(409, "Order Replaced in Part", BINANCE, UNKNOWN, NO,
           EN("Binance: of a cancelReplace only a part succeeded: the cancellation failed, say, and the "
              "new order was placed."),
           ZH("Binance：cancelReplace 只有一部分成功：例如撤单失败，而新订单已下。"),
           DE("Binance: Von einem cancelReplace gelang nur ein Teil: Etwa schlug die Stornierung fehl, "
              "und der neue Auftrag wurde erteilt.")),
    STATUS(410, "Gone", IANA, CLIENT, NO, RFC(9110, "15.5.11"),
           EN("The resource is no longer available here, and that is likely to be permanent."),
           ZH("资源在此已不复存在，而且很可能是永久的。"),
           DE("Die Ressource ist hier nicht mehr verfügbar, und das wahrscheinlich auf Dauer.")),
    STATUS(411, "Length Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.12"),
           EN("The server refuses the request without a Content-Length."),
           ZH("服务器拒绝没有 Content-Length 的请求。"),
           DE("Der Server lehnt die Anfrage ohne Content-Length ab.")),
    STATUS(412, "Precondition Failed", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.13"),
           EN("A condition in the request's headers, such as If-Match, proved false, so the server did "
              "not apply the method."),
           ZH("请求头部中的某个条件（如 If-Match）不成立，因此服务器没有执行该方法。"),
           DE("Eine Bedingung in den Headern der Anfrage, etwa If-Match, war nicht erfüllt; der Server "
              "hat die Methode daher nicht ausgeführt.")),
    STATUS(413, "Content Too Large", IANA, CLIENT, AFTER_CHANGE, RETRY_AFTER, RFC(9110, "15.5.14"),
           ALIASES("Payload Too Large", "Request Entity Too Large"),
           EN("The request's content is larger than the server is willing or able to process."),
           ZH("请求的内容超过服务器愿意或能够处理的大小。"),
           DE("Der Inhalt der Anfrage ist größer, als der Server verarbeiten will oder kann.")),
    STATUS(414, "URI Too Long", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.15"),
           ALIASES("Request-URI Too Long", "Request-URI Too Large"),
           EN("The request's URI is longer than the server is willing to interpret."),
           ZH("请求的 URI 超过服务器愿意解析的长度。"),
           DE("Die URI der Anfrage ist länger, als der Server auswerten will.")),
    STATUS(415, "Unsupported Media Type", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.16"),
           EN("The method on this resource does not support the format of the request's content: its "
              "Content-Type or Content-Encoding."),
           ZH("该资源上的此方法不支持请求内容的格式，即其 Content-Type 或 Content-Encoding。"),
           DE("Die Methode unterstützt auf dieser Ressource das Format des Inhalts der Anfrage nicht: "
              "Content-Type oder Content-Encoding.")),
    STATUS(416, "Range Not Satisfiable", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.17"),
           ALIASES("Requested Range Not Satisfiable"),
           EN("None of the ranges that the client asked for lies within the resource, or the set of "
              "ranges was refused."),
           ZH("客户端请求的范围都不在资源之内，或这组范围被拒绝。"),
           DE("Keiner der vom Client verlangten Bereiche liegt in der Ressource, oder die Bereiche "
              "wurden als Ganzes abgelehnt.")),
    STATUS(417, "Expectation Failed", IANA, CLIENT, ANOTHER_WAY, WAY(WITHOUT_EXPECTATION),
           RFC(9110, "15.5.18"),
           EN("A server on the way could not meet the request's Expect header. The request can be sent "
              "again without it."),
           ZH("途中的某个服务器无法满足请求的 Expect 头部。请求可以去掉它重新发送。"),
           DE("Ein Server auf dem Weg konnte den Header Expect der Anfrage nicht erfüllen. Ohne ihn kann "
              "die Anfrage erneut gesendet werden.")),
    /* IANA's phrase is "(Unused)", which 306 has too: a filter by that name could not tell them apart. */
    STATUS(418, "I'm a teapot", FROM("IANA", RETIRED), CLIENT, NO, RFC(9110, "15.5.19"), ALIASES("(Unused)"),
           EN("From an April Fools' joke (RFC 2324): a teapot was asked to brew coffee. IANA keeps the "
              "number as (Unused); servers that send it mean the joke or a refusal."),
           ZH("出自愚人节玩笑（RFC 2324）：让茶壶煮咖啡。IANA 将此码值保留为 (Unused)；"
              "发送它的服务器是在开玩笑或表示拒绝。"),
           DE("Aus einem Aprilscherz (RFC 2324): Eine Teekanne soll Kaffee kochen. IANA führt die Nummer "
              "als (Unused); Server, die sie senden, meinen den Scherz oder eine Ablehnung.")),
    STATUS(418, "IP Banned", BINANCE, CLIENT, AFTER_DELAY,
           EN("Binance: the client's IP address is banned for a while, because it went on after 429."),
           ZH("Binance：客户端的 IP 地址被暂时封禁，因为它在收到 429 之后仍继续请求。"),
           DE("Binance: Die IP-Adresse des Clients ist für eine Weile gesperrt, weil er nach 429 "
              "weitergemacht hat.")),
    STATUS(418, "Domain Not Configured", EDGEONE, SERVER, UNKNOWN,
           EN("EdgeOne: the node has no configuration for the host, for example because of a wrong "
              "CNAME record."),
           ZH("EdgeOne：节点没有该主机的配置，例如因为 CNAME 记录错误。"),
           DE("EdgeOne: Der Knoten hat für den Host keine Konfiguration, etwa wegen eines falschen "
              "CNAME-Eintrags.")),
    STATUS(419, "Page Expired", VENDOR("Laravel"), CLIENT, AFTER_CHANGE,
           DOC("Laravel, 419.blade.php", "https://github.com/laravel/framework/blob/master/src/Illuminate/"
                                         "Foundation/Exceptions/views/419.blade.php"),
           EN("The CSRF token of a form is missing or has expired. The page must be loaded again for a "
              "new one."),
           ZH("表单的 CSRF 令牌缺失或已过期。必须重新加载页面以取得新令牌。"),
           DE("Das CSRF-Token eines Formulars fehlt oder ist abgelaufen. Die Seite muss neu geladen "
              "werden, um ein neues zu erhalten.")),
    STATUS(419, "Insufficient Space On Resource", VENDOR("Spring"), UNKNOWN, UNKNOWN, SPRING,
           EN("From early WebDAV drafts, kept and deprecated in Spring: the resource has too little space "
              "for the result. WebDAV uses 507 now."),
           ZH("出自早期 WebDAV 草案，在 Spring 中保留但已弃用：资源的空间不足以存放结果。"
              "WebDAV 现在使用 507。"),
           DE("Aus frühen WebDAV-Entwürfen, in Spring erhalten, aber veraltet: Die Ressource hat zu "
              "wenig Platz für das Ergebnis. WebDAV nimmt heute 507.")),
    STATUS(419, "I'm a fox", VENDOR("Smoothwall"), UNKNOWN, UNKNOWN, WIKIPEDIA,
           EN("Said to be sent by some Smoothwall and Foxwall firewalls as the answer to a configuration "
              "test. No document of the vendor is known."),
           ZH("据说某些 Smoothwall 和 Foxwall 防火墙用它回应配置测试。未见厂商的文档。"),
           DE("Wird angeblich von manchen Firewalls von Smoothwall und Foxwall als Antwort auf einen "
              "Konfigurationstest gesendet. Ein Dokument des Herstellers ist nicht bekannt.")),
    STATUS(419, "Account Frozen", QINIU, CLIENT, NO, EN("Qiniu: the user's account is frozen."),
           ZH("Qiniu：用户的账号已被冻结。"), DE("Qiniu: Das Konto des Benutzers ist gesperrt.")),
    STATUS(420, "Enhance Your Calm", VENDOR("Twitter"), CLIENT, AFTER_DELAY,
           EVIDENCE("host:api.twitter.com", "host:search.twitter.com"),
           DOC("Twitter API announcement, January 2010",
               "https://www.mail-archive.com/twitter-development-talk@googlegroups.com/msg18311.html"),
           EN("Version 1 of Twitter's Search and Trends API: the client exceeded its rate limit. Later "
              "versions send 429."),
           ZH("Twitter 的 Search and Trends API 第 1 版：客户端超出了速率限制。之后的版本发送 429。"),
           DE("Version 1 der Search and Trends API von Twitter: Der Client hat sein Ratenlimit "
              "überschritten. Spätere Versionen senden 429.")),
    STATUS(420, "Method Failure", VENDOR("Spring"), UNKNOWN, UNKNOWN, SPRING,
           EN("From early WebDAV drafts, kept and deprecated in Spring: the method was not executed, "
              "because a part of it failed."),
           ZH("出自早期 WebDAV 草案，在 Spring 中保留但已弃用：方法未执行，因为其中一部分失败。"),
           DE("Aus frühen WebDAV-Entwürfen, in Spring erhalten, aber veraltet: Die Methode wurde nicht "
              "ausgeführt, weil ein Teil davon fehlschlug.")),
    STATUS(421, "Misdirected Request", IANA, CLIENT, ANOTHER_WAY, WAY(OTHER_CONNECTION), RFC(9110, "15.5.20"),
           EN("This server cannot or will not answer for the request's origin. Any method may be sent "
              "again over another connection."),
           ZH("此服务器不能或不愿为请求的源作答。任何方法都可以在另一连接上重发。"),
           DE("Dieser Server kann oder will nicht für den Ursprung (Origin) der Anfrage antworten. Jede "
              "Methode darf über eine andere Verbindung erneut gesendet werden.")),
    STATUS(422, "Unprocessable Content", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.21"),
           ALIASES("Unprocessable Entity"),
           EN("The server understands the format and syntax of the content, but cannot process the "
              "instructions in it."),
           ZH("服务器理解内容的格式和语法，但无法处理其中的指令。"),
           DE("Der Server versteht Format und Syntax des Inhalts, kann aber die Anweisungen darin nicht "
              "verarbeiten.")),
    STATUS(423, "Locked", IANA, CLIENT, AFTER_CHANGE, RFC(4918, "11.3"),
           EN("WebDAV: the source or destination of the method is locked, and the request did not present "
              "the lock's token."),
           ZH("WebDAV：方法的源或目标已被锁定，而请求没有提供该锁的令牌。"),
           DE("WebDAV: Quelle oder Ziel der Methode ist gesperrt, und die Anfrage hat das Token der "
              "Sperre nicht vorgelegt.")),
    STATUS(423, "Request Loop", EDGEONE, SERVER, NO,
           EN("EdgeOne: the request goes around in a loop; its CDN-Loop header counts 16 rounds or more."),
           ZH("EdgeOne：请求陷入回环；其 CDN-Loop 头部的次数达到 16 或更多。"),
           DE("EdgeOne: Die Anfrage läuft im Kreis; ihr Header CDN-Loop zählt 16 Runden oder mehr.")),
    STATUS(424, "Failed Dependency", IANA, CLIENT, AFTER_CHANGE, RFC(4918, "11.4"),
           EN("WebDAV: the method was not performed, because another action that it depends on failed."),
           ZH("WebDAV：方法未执行，因为它依赖的另一个操作失败了。"),
           DE("WebDAV: Die Methode wurde nicht ausgeführt, weil eine andere Aktion, von der sie abhängt, "
              "fehlgeschlagen ist.")),
    STATUS(425, "Too Early", IANA, CLIENT, ANOTHER_WAY, WAY(OUTSIDE_EARLY_DATA), RFC(8470, "5.2"),
           EN("The request came in TLS early data, which can be replayed, and the server will not risk "
              "it. The client should repeat it outside of early data."),
           ZH("请求在 TLS 早期数据中到达，可能被重放，服务器不愿冒险。客户端应在早期数据之外重发请求。"),
           DE("Die Anfrage kam in TLS Early Data, die wiedereingespielt werden können; das will der "
              "Server nicht riskieren. Der Client soll sie außerhalb von Early Data wiederholen.")),
    STATUS(426, "Upgrade Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.22"),
           EN("The server refuses this protocol, but might accept the request after an upgrade to one "
              "that the Upgrade header names."),
           ZH("服务器拒绝此协议，但升级到 Upgrade 头部列出的协议后，可能接受请求。"),
           DE("Der Server lehnt dieses Protokoll ab, nimmt die Anfrage aber vielleicht nach dem Wechsel "
              "zu einem an, das der Header Upgrade nennt.")),
    STATUS(428, "Precondition Required", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "3"),
           EN("The server wants the request to be conditional, for example with If-Match, so that no "
              "update gets lost."),
           ZH("服务器要求请求带条件，例如使用 If-Match，以免更新丢失。"),
           DE("Der Server verlangt eine bedingte Anfrage, etwa mit If-Match, damit keine Änderung "
              "verloren geht.")),
    STATUS(429, "Too Many Requests", IANA, CLIENT, AFTER_DELAY, RETRY_AFTER, RFC(6585, "4"),
           EN("The client sent too many requests in a given time. Retry-After may say how long to wait."),
           ZH("客户端在一定时间内发送了过多请求。Retry-After 可能说明需要等待多久。"),
           DE("Der Client hat in einer bestimmten Zeit zu viele Anfragen gesendet. Retry-After kann "
              "angeben, wie lange er warten soll.")),
    STATUS(430, "Shopify Security Rejection", VENDOR("Shopify"), CLIENT, NO, SHOPIFY,
           ALIASES("Request Header Fields Too Large"),
           EN("Shopify refused the request because it might be malicious. Under its older name the code "
              "meant too many requests."),
           ZH("Shopify 拒绝了此请求，因为它可能是恶意的。在旧名称下，此状态码表示请求过多。"),
           DE("Shopify hat die Anfrage abgelehnt, weil sie bösartig sein könnte. Unter seinem älteren "
              "Namen bedeutete der Code: zu viele Anfragen.")),
    STATUS(431, "Request Header Fields Too Large", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "5"),
           EN("One of the request's header fields, or all of them together, are too large for the server."),
           ZH("请求的某个头部字段或全部头部字段的总和对服务器来说过大。"),
           DE("Ein Header-Feld der Anfrage oder alle zusammen sind dem Server zu groß.")),
    STATUS(440, "Login Timeout", VENDOR("IIS"), CLIENT, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           ALIASES("Login Time-out"),
           DOC("Microsoft, How to Troubleshoot the 440 Login Timeout Error Message",
               "https://technet.microsoft.com/en-us/library/dd789741(v=EXCHG.80).aspx"),
           EN("Exchange's web access on IIS: the client's session has expired or its login failed, and it "
              "must log in again."),
           ZH("IIS 上的 Exchange 网页访问：客户端的会话已过期或登录失败，必须重新登录。"),
           DE("Webzugriff von Exchange auf IIS: Die Sitzung des Clients ist abgelaufen oder seine "
              "Anmeldung schlug fehl; er muss sich neu anmelden.")),
    STATUS(444, "No Response", VENDOR("nginx"), CLIENT, NO, NEVER_ON_WIRE,
           DOC("nginx, Module ngx_http_rewrite_module",
               "https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return"),
           EN("An nginx log entry: the configuration made nginx close the connection without sending a "
              "response."),
           ZH("nginx 的日志条目：按配置，nginx 关闭了连接，没有发送响应。"),
           DE("Ein Protokolleintrag von nginx: Laut Konfiguration hat nginx die Verbindung geschlossen, "
              "ohne eine Antwort zu senden.")),
    STATUS(449, "Retry With", VENDOR("IIS"), CLIENT, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           DOC("Microsoft, [MS-WDV] 449 Retry With Status Code",
               "https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-wdv/"
               "1c1f4d5b-4fed-48ef-9bb6-893c2b25b74d"),
           EN("The server needs more information, which Ms-Echo-Request names, and the client should "
              "repeat the request with it."),
           ZH("服务器需要更多信息，由 Ms-Echo-Request 指明；客户端应带上这些信息重发请求。"),
           DE("Der Server braucht weitere Angaben, die Ms-Echo-Request nennt; der Client soll die "
              "Anfrage damit wiederholen.")),
    STATUS(449, "Retry With", VENDOR("Azure Cosmos DB"), NOBODY, AFTER_DELAY,
           EVIDENCE("host:*.documents.azure.com"),
           DOC("Microsoft, HTTP status codes for Azure Cosmos DB",
               "https://learn.microsoft.com/en-us/rest/api/cosmos-db/"
               "http-status-codes-for-cosmosdb"),
           EN("Azure Cosmos DB: a write met a passing conflict with another one. It may be sent again "
              "as it is."),
           ZH("Azure Cosmos DB：写操作与另一写操作发生了短暂冲突。可以原样重发。"),
           DE("Azure Cosmos DB: Eine Schreiboperation traf auf einen vorübergehenden Konflikt mit einer "
              "anderen. Sie darf unverändert erneut gesendet werden.")),
    STATUS(450, "Blocked by Windows Parental Controls", VENDOR("Microsoft"), NOBODY, NO, HTTP_DEV("450"),
           EN("Windows Parental Controls on the client's machine block the page. The answer comes from "
              "there, not from the site."),
           ZH("客户端机器上的 Windows Parental Controls（家长控制）拦截了该页面。响应来自那里，"
              "而不是网站。"),
           DE("Windows Parental Controls (Jugendschutz) auf dem Rechner des Clients sperren die Seite. "
              "Die Antwort kommt von dort, nicht von der Website.")),
    STATUS(451, "Unavailable For Legal Reasons", IANA, NOBODY, NO, RFC(7725, "3"),
           EN("Access is denied as a consequence of a legal demand. A Link with rel=\"blocked-by\" may "
              "name who blocks."),
           ZH("因法律要求而拒绝访问。带 rel=\"blocked-by\" 的 Link 头部可能指明由谁屏蔽。"),
           DE("Der Zugriff ist infolge einer rechtlichen Forderung gesperrt. Ein Link mit "
              "rel=\"blocked-by\" kann nennen, wer sperrt.")),
    STATUS(451, "Redirect", VENDOR("Exchange"), NOBODY, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           DOC("Microsoft, [MS-ASHTTP] FolderSync Request and Redirect Response",
               "https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-ashttp/"
               "5702eaaa-e958-4c7f-8f31-71375b87228c"),
           EN("Exchange ActiveSync: another server fits the user's mailbox better. X-MS-Location names "
              "it; without it the client runs Autodiscover."),
           ZH("Exchange ActiveSync：另一台服务器更适合该用户的邮箱，由 X-MS-Location 指明；"
              "没有它时客户端运行 Autodiscover。"),
           DE("Exchange ActiveSync: Ein anderer Server passt besser zum Postfach des Benutzers. "
              "X-MS-Location nennt ihn; fehlt es, startet der Client Autodiscover.")),
    STATUS(
        456, "Quota Exceeded", VENDOR("DeepL"), CLIENT, NO,
        EVIDENCE("host:api.deepl.com", "host:api-free.deepl.com"),
        DOC("DeepL API, Error handling", "https://developers.deepl.com/docs/best-practices/error-handling"),
        EN("DeepL: the account's quota of characters is used up, or its cost limit is reached."),
        ZH("DeepL：账户的字符配额已用尽，或已达到其费用上限。"),
        DE("DeepL: Das Zeichenkontingent des Kontos ist verbraucht oder sein Kostenlimit erreicht.")),
    STATUS(460, "Client Closed Connection", VENDOR("AWS"), CLIENT, IDEMPOTENT, AWS("http-460-issues"),
           EVIDENCE("awselb"),
           EN("The client closed its connection to the AWS load balancer before the response was ready. "
              "Seldom seen outside of access logs."),
           ZH("响应就绪之前，客户端关闭了与 AWS 负载均衡器的连接。在访问日志之外很少见到。"),
           DE("Der Client hat seine Verbindung zum AWS-Load-Balancer geschlossen, bevor die Antwort "
              "bereit war. Außerhalb von Zugriffsprotokollen selten zu sehen.")),
    STATUS(463, "Too Many Forwarded Addresses", VENDOR("AWS"), CLIENT, AFTER_CHANGE, AWS("http-463-issues"),
           EVIDENCE("awselb"),
           EN("The AWS load balancer received an X-Forwarded-For header with more than 30 IP addresses."),
           ZH("AWS 负载均衡器收到的 X-Forwarded-For 头部含有超过 30 个 IP 地址。"),
           DE("Der AWS-Load-Balancer hat einen Header X-Forwarded-For mit mehr als 30 IP-Adressen "
              "erhalten.")),
    STATUS(464, "Incompatible Protocol Version", VENDOR("AWS"), UNKNOWN, AFTER_CHANGE, AWS("http-464-issues"),
           EVIDENCE("awselb"),
           EN("The request's protocol does not fit the protocol version of the AWS target group, for "
              "example HTTP/1.1 for a gRPC group."),
           ZH("请求的协议与 AWS 目标组的协议版本不符，例如对 gRPC 目标组使用 HTTP/1.1。"),
           DE("Das Protokoll der Anfrage passt nicht zur Protokollversion der AWS-Zielgruppe, etwa "
              "HTTP/1.1 bei einer Gruppe für gRPC.")),
    STATUS(478, "Mirror Source Failed", QINIU, SERVER, IDEMPOTENT,
           EN("Qiniu could not fetch the resource from the mirror source, usually because that server "
              "is in trouble."),
           ZH("Qiniu 镜像回源失败，通常是因为镜像源服务器异常。"),
           DE("Qiniu konnte die Ressource nicht von der Spiegelquelle holen, meist weil dieser Server "
              "gestört ist.")),
    STATUS(494, "Request Header Too Large", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SOURCE,
           ALIASES("Request Header Or Cookie Too Large"), NEVER_ON_WIRE,
           EN("nginx's internal code for a request line, header or cookie that exceeds its buffers. The "
              "client receives 400."),
           ZH("nginx 的内部状态码：请求行、头部或 Cookie 超出其缓冲区。客户端收到 400。"),
           DE("Interner Code von nginx: Anfragezeile, Header oder Cookie übersteigen seine Puffer. Der "
              "Client erhält 400.")),
    STATUS(495, "SSL Certificate Error", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL, NEVER_ON_WIRE,
           EN("nginx's internal code for a client certificate that failed verification. The client "
              "receives 400."),
           ZH("nginx 的内部状态码：客户端证书验证失败。客户端收到 400。"),
           DE("Interner Code von nginx: Das Client-Zertifikat hat die Prüfung nicht bestanden. Der "
              "Client erhält 400.")),
    STATUS(496, "SSL Certificate Required", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL, NEVER_ON_WIRE,
           EN("nginx's internal code for a client that did not present the required certificate. The "
              "client receives 400."),
           ZH("nginx 的内部状态码：客户端没有出示所要求的证书。客户端收到 400。"),
           DE("Interner Code von nginx: Der Client hat das verlangte Zertifikat nicht vorgelegt. Der "
              "Client erhält 400.")),
    STATUS(497, "HTTP Request Sent to HTTPS Port", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL,
           NEVER_ON_WIRE,
           EN("nginx's internal code for a plain HTTP request on a port that speaks HTTPS. The client "
              "receives 400."),
           ZH("nginx 的内部状态码：在使用 HTTPS 的端口上收到明文 HTTP 请求。客户端收到 400。"),
           DE("Interner Code von nginx: eine unverschlüsselte HTTP-Anfrage auf einem Port, der HTTPS "
              "spricht. Der Client erhält 400.")),
    STATUS(498, "Invalid Token", VENDOR("Esri"), CLIENT, AFTER_CHANGE,
           DOC("Esri, ArcGIS REST JS, request.ts",
               "https://github.com/Esri/arcgis-rest-js/blob/main/packages/"
               "arcgis-rest-request/src/request.ts"),
           EN("ArcGIS Server: the request's token has expired or is invalid for another reason."),
           ZH("ArcGIS Server：请求的令牌已过期，或因其他原因无效。"),
           DE("ArcGIS Server: Das Token der Anfrage ist abgelaufen oder aus einem anderen Grund ungültig.")),
    STATUS(499, "Token Required", VENDOR("Esri"), CLIENT, AFTER_CHANGE,
           DOC("Esri, Authentication token required (status code 499)",
               "https://support.esri.com/en-us/knowledge-base/"
               "error-authentication-token-required-status-code-499-000022899"),
           EN("ArcGIS Server: the request needs a token and carries none."),
           ZH("ArcGIS Server：请求需要令牌，但没有携带。"),
           DE("ArcGIS Server: Die Anfrage braucht ein Token und enthält keines.")),
    STATUS(499, "Client Closed Request", VENDOR("Google APIs"), CLIENT, IDEMPOTENT,
           EVIDENCE("host:*.googleapis.com"),
           DOC("Google APIs, google.rpc.Code",
               "https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto"),
           EN("Google APIs and gRPC gateways: how the gRPC status CANCELLED is expressed in HTTP. The "
              "operation was cancelled, typically by the caller."),
           ZH("Google API 和 gRPC 网关：以 HTTP 表达 gRPC 状态 CANCELLED 的方式。操作被取消，"
              "通常由调用方取消。"),
           DE("APIs von Google und gRPC-Gateways: So wird der gRPC-Status CANCELLED in HTTP ausgedrückt. "
              "Der Vorgang wurde abgebrochen, meist vom Aufrufer.")),
    STATUS(499, "Request has been forbidden by antivirus", VENDOR("antivirus proxies"), NOBODY, NO, WIKIPEDIA,
           EN("Said to be sent by antivirus software that intercepts the traffic of the client's machine "
              "and blocks a page it holds for malicious."),
           ZH("据说由拦截客户端机器流量的杀毒软件发送，用于屏蔽它认为恶意的页面。"),
           DE("Wird angeblich von Antivirensoftware gesendet, die sich in den Verkehr des "
              "Client-Rechners einschaltet und eine Seite sperrt, die sie für bösartig hält.")),
    STATUS(499, "Client Closed Request", VENDOR("nginx"), CLIENT, IDEMPOTENT, NGINX_SOURCE, NEVER_ON_WIRE,
           EN("An nginx log entry: the client closed the connection before nginx could answer, so no "
              "response was sent."),
           ZH("nginx 的日志条目：客户端在 nginx 能够响应之前关闭了连接，因此没有发送响应。"),
           DE("Ein Protokolleintrag von nginx: Der Client hat die Verbindung geschlossen, bevor nginx "
              "antworten konnte; es wurde also keine Antwort gesendet.")),

    STATUS(500, "Internal Server Error", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.1"),
           EN("The server met an unexpected condition that kept it from fulfilling the request."),
           ZH("服务器遇到意外情况，无法完成请求。"),
           DE("Der Server ist auf einen unerwarteten Umstand gestoßen und konnte die Anfrage nicht "
              "erfüllen.")),
    STATUS(501, "Not Implemented", IANA, SERVER, NO, RFC(9110, "15.6.2"),
           EN("The server does not support what the request needs, usually its method, for any resource."),
           ZH("服务器对任何资源都不支持请求所需的功能，通常是其方法。"),
           DE("Der Server unterstützt bei keiner Ressource, was die Anfrage braucht; meist geht es um "
              "ihre Methode.")),
    STATUS(502, "Bad Gateway", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.3"),
           EN("The server, as a gateway or proxy, received an invalid response from the server behind it."),
           ZH("服务器作为网关或代理，从其上游服务器收到了无效响应。"),
           DE("Der Server hat als Gateway oder Proxy vom Server dahinter eine ungültige Antwort erhalten.")),
    STATUS(503, "Service Unavailable", IANA, SERVER, AFTER_DELAY, RETRY_AFTER, RFC(9110, "15.6.4"),
           ALIASES("Service Temporarily Unavailable"),
           EN("The server is overloaded or under maintenance for the moment. Retry-After may say how long "
              "to wait."),
           ZH("服务器暂时过载或正在维护。Retry-After 可能说明需要等待多久。"),
           DE("Der Server ist vorübergehend überlastet oder wird gewartet. Retry-After kann angeben, wie "
              "lange zu warten ist.")),
    STATUS(504, "Gateway Timeout", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.5"), ALIASES("Gateway Time-out"),
           EN("The server, as a gateway or proxy, did not get a response in time from the server behind "
              "it."),
           ZH("服务器作为网关或代理，没有及时从其上游服务器得到响应。"),
           DE("Der Server hat als Gateway oder Proxy vom Server dahinter nicht rechtzeitig eine Antwort "
              "erhalten.")),
    STATUS(505, "HTTP Version Not Supported", IANA, SERVER, AFTER_CHANGE, RFC(9110, "15.6.6"),
           EN("The server does not support, or refuses, the request's major version of HTTP."),
           ZH("服务器不支持或拒绝请求所用的 HTTP 主版本。"),
           DE("Der Server unterstützt die HTTP-Hauptversion der Anfrage nicht oder lehnt sie ab.")),
    STATUS(506, "Variant Also Negotiates", IANA, SERVER, NO, RFC(2295, "8.1"),
           EN("The server is misconfigured: the variant that transparent content negotiation chose is "
              "itself set to negotiate."),
           ZH("服务器配置错误：透明内容协商选中的变体自身又被设置为进行协商。"),
           DE("Der Server ist falsch konfiguriert: Die Variante, die die transparente Inhaltsaushandlung "
              "gewählt hat, soll ihrerseits aushandeln.")),
    STATUS(507, "Insufficient Storage", IANA, SERVER, NO, RFC(4918, "11.5"),
           EN("WebDAV: the server cannot store what the request needs. Temporary, but not to be repeated "
              "until the user asks again."),
           ZH("WebDAV：服务器无法存储请求所需的内容。这是暂时的，但在用户再次要求之前不应重复请求。"),
           DE("WebDAV: Der Server kann nicht speichern, was die Anfrage erfordert. Vorübergehend, aber "
              "erst zu wiederholen, wenn der Benutzer es erneut verlangt.")),
    STATUS(508, "Loop Detected", IANA, SERVER, NO, RFC(5842, "7.2"),
           EN("WebDAV: the server met an infinite loop while it processed a request with Depth: infinity, "
              "and the whole operation failed."),
           ZH("WebDAV：服务器在处理带 Depth: infinity 的请求时遇到无限循环，整个操作失败。"),
           DE("WebDAV: Der Server ist bei einer Anfrage mit Depth: infinity auf eine Endlosschleife "
              "gestoßen, und der ganze Vorgang ist gescheitert.")),
    STATUS(508, "Resource Limit Is Reached", VENDOR("cPanel"), SERVER, AFTER_DELAY,
           DOC("CloudLinux, Limits", "https://docs.cloudlinux.com/limits/"),
           EN("Shared hosting (cPanel with CloudLinux): the account has reached a limit on its resources, "
              "usually that of concurrent processes."),
           ZH("共享主机（使用 CloudLinux 的 cPanel）：账户达到了某项资源上限，通常是并发进程数。"),
           DE("Shared Hosting (cPanel mit CloudLinux): Das Konto hat eine seiner Ressourcengrenzen "
              "erreicht, meist die Zahl gleichzeitiger Prozesse.")),
    STATUS(509, "Bandwidth Limit Exceeded", VENDOR("Apache/cPanel"), SERVER, AFTER_DELAY, HTTP_DEV("509"),
           EN("Shared hosting (Apache with cPanel): the site has used up the bandwidth that its hosting "
              "plan allows."),
           ZH("共享主机（使用 cPanel 的 Apache）：网站已用尽其主机套餐允许的带宽。"),
           DE("Shared Hosting (Apache mit cPanel): Die Website hat die Bandbreite verbraucht, die ihr "
              "Hosting-Tarif erlaubt.")),
    STATUS(510, "Not Extended", FROM("IANA", RETIRED), SERVER, AFTER_CHANGE, RFC(2774, "7"),
           EN("The request lacks an extension of the HTTP Extension Framework that the server demands. "
              "Obsolete: that experiment has ended."),
           ZH("请求缺少服务器要求的 HTTP Extension Framework 扩展。已废弃：该实验已结束。"),
           DE("Der Anfrage fehlt eine vom Server verlangte Erweiterung des HTTP Extension Framework. "
              "Obsolet: Das Experiment ist beendet.")),
    STATUS(511, "Network Authentication Required", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "6"),
           EN("The network between demands that the client signs in first, as captive portals do. The "
              "answer does not come from the origin server."),
           ZH("客户端所在的网络要求客户端先登录，如强制门户那样。响应并非来自源服务器。"),
           DE("Das Netz dazwischen verlangt, dass sich der Client zuerst anmeldet, so wie Captive "
              "Portals. Die Antwort kommt nicht vom Ursprungsserver.")),
    STATUS(520, "Web Server Returned an Unknown Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT,
           CLOUDFLARE("520"), ALIASES("Unknown Error", "Web Server Returns an Unknown Error"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare got an empty, unknown or unexpected response from the origin server."),
           ZH("Cloudflare 从源服务器得到空的、未知的或意外的响应。"),
           DE("Cloudflare hat vom Ursprungsserver eine leere, unbekannte oder unerwartete Antwort "
              "erhalten.")),
    ORIGIN_RESET(520),
    STATUS(521, "Web Server Is Down", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("521"),
           EVIDENCE("cloudflare"), EN("The origin server refused Cloudflare's connection."),
           ZH("源服务器拒绝了 Cloudflare 的连接。"),
           DE("Der Ursprungsserver hat die Verbindung von Cloudflare abgelehnt.")),
    ORIGIN_REFUSED(521),
    STATUS(522, "Connection Timed Out", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("522"),
           EVIDENCE("cloudflare"), EN("Cloudflare's TCP connection to the origin server timed out."),
           ZH("Cloudflare 到源服务器的 TCP 连接超时。"),
           DE("Zeitüberschreitung beim Aufbau der TCP-Verbindung von Cloudflare zum Ursprungsserver.")),
    ORIGIN_CONNECT_TIMEOUT(522),
    STATUS(523, "Origin Is Unreachable", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("523"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare could not reach the origin server, for example because of a wrong DNS record or "
              "a missing route."),
           ZH("Cloudflare 无法到达源服务器，例如因为 DNS 记录错误或缺少路由。"),
           DE("Cloudflare konnte den Ursprungsserver nicht erreichen, etwa wegen eines falschen "
              "DNS-Eintrags oder einer fehlenden Route.")),
    ORIGIN_UNRESOLVED(523),
    STATUS(524, "A Timeout Occurred", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("524"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare connected to the origin server, which did not send a response in time."),
           ZH("Cloudflare 已连接到源服务器，但后者没有及时发送响应。"),
           DE("Cloudflare hat sich mit dem Ursprungsserver verbunden, der aber nicht rechtzeitig "
              "geantwortet hat.")),
    ORIGIN_RESPONSE_TIMEOUT(524),
    STATUS(525, "SSL Handshake Failed", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("525"),
           EVIDENCE("cloudflare"), EN("The TLS handshake between Cloudflare and the origin server failed."),
           ZH("Cloudflare 与源服务器之间的 TLS 握手失败。"),
           DE("Der TLS-Handshake zwischen Cloudflare und dem Ursprungsserver ist fehlgeschlagen.")),
    ORIGIN_TLS_FAILED(525),
    STATUS(526, "Invalid SSL Certificate", VENDOR("Cloudflare"), SERVER, NO, CLOUDFLARE("526"),
           EVIDENCE("cloudflare"), EN("Cloudflare could not validate the origin server's TLS certificate."),
           ZH("Cloudflare 无法验证源服务器的 TLS 证书。"),
           DE("Cloudflare konnte das TLS-Zertifikat des Ursprungsservers nicht validieren.")),
    STATUS(527, "Railgun Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT,
           DOC("Cloudflare Support, 5xx Server Error (retired)",
               "https://support.cloudflare.com/hc/en-us/articles/115003011431-5xx-Server-Error"),
           ALIASES("Railgun Listener to Origin"), EVIDENCE("cloudflare"),
           EN("The connection between Cloudflare and the origin's Railgun server failed or timed out. "
              "Cloudflare has retired Railgun."),
           ZH("Cloudflare 与源站的 Railgun 服务器之间的连接失败或超时。Cloudflare 已停用 Railgun。"),
           DE("Die Verbindung zwischen Cloudflare und dem Railgun-Server beim Ursprung schlug fehl oder "
              "überschritt das Zeitlimit. Cloudflare hat Railgun eingestellt.")),
    STATUS(529, "Site is Overloaded", VENDOR("Qualys"), SERVER, AFTER_DELAY, EVIDENCE("host:api.ssllabs.com"),
           DOC("Qualys, SSL Labs API v3",
               "https://github.com/ssllabs/ssllabs-scan/blob/master/ssllabs-api-docs-v3.md"),
           EN("Qualys SSL Labs: the service is overloaded. Clients should wait, for about half an hour, "
              "and then try again."),
           ZH("Qualys SSL Labs：服务过载。客户端应等待约半小时后再试。"),
           DE("Qualys SSL Labs: Der Dienst ist überlastet. Clients sollen etwa eine halbe Stunde warten "
              "und es dann erneut versuchen.")),
    STATUS(529, "Overloaded", VENDOR("Anthropic"), SERVER, AFTER_DELAY, EVIDENCE("host:api.anthropic.com"),
           ALIASES("overloaded_error"),
           DOC("Anthropic, API errors", "https://platform.claude.com/docs/en/api/errors"),
           EN("Anthropic's API is overloaded for the moment by the requests of all its users."),
           ZH("Anthropic 的 API 因全体用户的请求而暂时过载。"),
           DE("Die API von Anthropic ist durch die Anfragen aller ihrer Benutzer vorübergehend "
              "überlastet.")),
    STATUS(530, "Origin DNS Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("530"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare could not resolve the origin server's host name. The content names one of "
              "Cloudflare's 1xxx errors."),
           ZH("Cloudflare 无法解析源服务器的主机名。内容给出 Cloudflare 的某个 1xxx 错误。"),
           DE("Cloudflare konnte den Hostnamen des Ursprungsservers nicht auflösen. Der Inhalt nennt "
              "einen der 1xxx-Fehler von Cloudflare.")),
    STATUS(530, "Site Frozen", VENDOR("Pantheon"), SERVER, NO, ALIASES("Site is frozen"),
           DOC("Pantheon, Platform and Site Information",
               "https://docs.pantheon.io/guides/platform-considerations/platform-site-info"),
           EN("Pantheon has frozen the site because it was inactive. Its owner can reactivate it."),
           ZH("Pantheon 已冻结该网站，因为它长期不活跃。其所有者可以重新激活它。"),
           DE("Pantheon hat die Website eingefroren, weil sie inaktiv war. Ihr Eigentümer kann sie "
              "wieder aktivieren.")),
    STATUS(540, "Temporarily Disabled", VENDOR("Shopify"), SERVER, AFTER_DELAY, SHOPIFY,
           EN("Shopify has disabled the requested endpoint for the time being."),
           ZH("Shopify 暂时停用了所请求的端点。"),
           DE("Shopify hat den angefragten Endpunkt vorübergehend abgeschaltet.")),
    ORIGIN_RESET(550),
    ORIGIN_REFUSED(551),
    ORIGIN_CONNECT_TIMEOUT(552),
    ORIGIN_UNRESOLVED(553),
    ORIGIN_RESPONSE_TIMEOUT(554),
    ORIGIN_TLS_FAILED(555),
    STATUS(561, "Unauthorized", VENDOR("AWS"), UNKNOWN, UNKNOWN, AWS("http-561-issues"), EVIDENCE("awselb"),
           EN("The AWS load balancer was to authenticate the user, and the identity provider returned an "
              "error."),
           ZH("AWS 负载均衡器要对用户进行认证，而身份提供方返回了错误。"),
           DE("Der AWS-Load-Balancer sollte den Benutzer authentifizieren, und der Identitätsanbieter "
              "hat einen Fehler zurückgegeben.")),
    STATUS(566, "Blocked by Managed Rules", EDGEONE, CLIENT, NO,
           EN("EdgeOne's web protection blocked the request by one of its managed rules."),
           ZH("EdgeOne 的 Web 防护按某条托管规则拦截了请求。"),
           DE("Der Web-Schutz von EdgeOne hat die Anfrage nach einer seiner verwalteten Regeln gesperrt.")),
    STATUS(567, "Blocked by the Site's Rules", EDGEONE, CLIENT, UNKNOWN,
           EN("EdgeOne blocked the request by a custom rule of the site, its rate limit or its bot "
              "management."),
           ZH("EdgeOne 按网站的自定义规则、速率限制或机器人管理拦截了请求。"),
           DE("EdgeOne hat die Anfrage nach einer eigenen Regel der Website, ihrem Ratenlimit oder "
              "ihrer Bot-Erkennung gesperrt.")),
    STATUS(573, "Resource Accessed Too Often", QINIU, CLIENT, AFTER_DELAY,
           EN("Qiniu: this one resource is accessed too often."), ZH("Qiniu：单个资源的访问频率过高。"),
           DE("Qiniu: Auf diese eine Ressource wird zu oft zugegriffen.")),
    STATUS(579, "Callback Failed", QINIU, SERVER, NO,
           EN("Qiniu: the upload succeeded, but the callback to the application's server failed. The "
              "content is stored."),
           ZH("Qiniu：上传成功，但对业务服务器的回调失败。内容已存储。"),
           DE("Qiniu: Der Upload war erfolgreich, aber der Rückruf beim Server der Anwendung schlug "
              "fehl. Der Inhalt ist gespeichert.")),
    STATUS(598, "Network Read Timeout Error", CONVENTION, SERVER, IDEMPOTENT, HTTP_DEV("598"),
           EN("Some proxies: the connection to the server behind was made, but reading from it timed out. "
              "The standard code is 504."),
           ZH("某些代理：已连接到上游服务器，但从它读取数据超时。标准状态码是 504。"),
           DE("Manche Proxys: Die Verbindung zum Server dahinter kam zustande, aber das Lesen davon "
              "dauerte zu lange. Der Standardcode ist 504.")),
    STATUS(599, "Network Connect Timeout Error", CONVENTION, SERVER, IDEMPOTENT, HTTP_DEV("599"),
           EN("Some proxies: the connection to the server behind could not be made in time. The standard "
              "code is 504."),
           ZH("某些代理：未能及时连接到上游服务器。标准状态码是 504。"),
           DE("Manche Proxys: Die Verbindung zum Server dahinter kam nicht rechtzeitig zustande. Der "
              "Standardcode ist 504.")),
    STATUS(599, "Operation Failed", QINIU, SERVER, IDEMPOTENT,
           EN("Qiniu: the operation failed on the server."), ZH("Qiniu：服务端操作失败。"),
           DE("Qiniu: Der Vorgang ist auf dem Server fehlgeschlagen.")),
    STATUS(608, "Content Modified", QINIU, UNKNOWN, UNKNOWN,
           EN("Qiniu: the resource's content was modified." BEYOND_EN),
           ZH("Qiniu：资源内容被修改。" BEYOND_ZH),
           DE("Qiniu: Der Inhalt der Ressource wurde geändert." BEYOND_DE)),
    STATUS(612, "No Such File", QINIU, CLIENT, NO,
           EN("Qiniu: the resource does not exist, or was deleted." BEYOND_EN),
           ZH("Qiniu：指定的资源不存在或已被删除。" BEYOND_ZH),
           DE("Qiniu: Die Ressource gibt es nicht, oder sie wurde gelöscht." BEYOND_DE)),
    STATUS(614, "File Exists", QINIU, CLIENT, AFTER_CHANGE,
           EN("Qiniu: the target resource exists already." BEYOND_EN),
           ZH("Qiniu：目标资源已存在。" BEYOND_ZH), DE("Qiniu: Die Zielressource gibt es schon." BEYOND_DE)),
    STATUS(630, "Too Many Buckets", QINIU, CLIENT, NO,
           EN("Qiniu: the account has reached its limit of buckets; no other can be created." BEYOND_EN),
           ZH("Qiniu：账号的存储空间数量已达上限，无法再创建。" BEYOND_ZH),
           DE("Qiniu: Das Konto hat seine Höchstzahl an Buckets erreicht; ein weiterer lässt sich nicht "
              "anlegen." BEYOND_DE)),
    STATUS(631, "No Such Bucket", QINIU, CLIENT, NO, EN("Qiniu: the bucket does not exist." BEYOND_EN),
           ZH("Qiniu：指定的存储空间不存在。" BEYOND_ZH), DE("Qiniu: Den Bucket gibt es nicht." BEYOND_DE)),
    STATUS(640, "Invalid Marker", QINIU, CLIENT, AFTER_CHANGE,
           EN("Qiniu: the marker of the list request is invalid." BEYOND_EN),
           ZH("Qiniu：列举请求的 marker 参数无效。" BEYOND_ZH),
           DE("Qiniu: Der marker der Anfrage nach einer Liste ist ungültig." BEYOND_DE)),
    STATUS(
        701, "Upload Context Expired", QINIU, CLIENT, AFTER_CHANGE,
        EN("Qiniu: a part of a resumable upload went to the wrong address, or its ctx has expired." BEYOND_EN),
        ZH("Qiniu：断点续传的后续部分发往了错误的地址，或其 ctx 已过期。" BEYOND_ZH),
        DE("Qiniu: Ein Teil eines fortsetzbaren Uploads ging an die falsche Adresse, oder sein ctx "
           "ist abgelaufen." BEYOND_DE)),

    STATUS(783, "Unexpected Token", VENDOR("Shopify"), CLIENT, AFTER_CHANGE, SHOPIFY,
           EN("Shopify: the request contains a JSON syntax error. The number is outside of the valid "
              "range 100 to 599."),
           ZH("Shopify：请求含有 JSON 语法错误。此码值不在有效范围 100 至 599 之内。"),
           DE("Shopify: Die Anfrage enthält einen JSON-Syntaxfehler. Die Nummer liegt außerhalb des "
              "gültigen Bereichs 100 bis 599.")),
    STATUS(999, "Request Denied", VENDOR("LinkedIn"), CLIENT, NO, HTTP_DEV("999"),
           EN("LinkedIn refuses a request that looks automated. The number is outside of the valid range "
              "100 to 599."),
           ZH("LinkedIn 拒绝看似自动化的请求。此码值不在有效范围 100 至 599 之内。"),
           DE("LinkedIn lehnt eine Anfrage ab, die automatisiert wirkt. Die Nummer liegt außerhalb des "
              "gültigen Bereichs 100 bis 599.")),
};

#define NOBODYS_CLASS(class, official, whom, again, ...)                                                     \
    STATUS((class) * 100, official, NOBODYS, whom, again, TO((class) * 100 + 99), RFC(9110, "15"),           \
           __VA_ARGS__)

static const struct hc_code ranges[] = {
    STATUS(0, "Invalid", FROM("none", INVALID), SERVER, IDEMPOTENT, TO(99), RFC(9110, "15"),
           EN("Not a valid status: those are 100 to 599. A client should treat it like a server error "
              "(5xx)."),
           ZH("不是有效的状态码：有效范围是 100 至 599。客户端应将其视为服务器错误（5xx）。"),
           DE("Kein gültiger Status: Das sind 100 bis 599. Ein Client soll ihn wie einen Serverfehler "
              "(5xx) behandeln.")),
    NOBODYS_CLASS(1, "Informational (1xx)", NOBODY, NOT_A_FAILURE,
                  EN("Not assigned. A client that does not know it treats it as 100: an interim "
                     "response, the final one follows."),
                  ZH("未分配。不认识它的客户端按 100 处理：这是临时响应，最终响应随后到来。"),
                  DE("Nicht vergeben. Ein Client, der den Code nicht kennt, behandelt ihn wie 100: eine "
                     "Zwischenantwort, die endgültige folgt.")),
    NOBODYS_CLASS(2, "Successful (2xx)", NOBODY, NOT_A_FAILURE,
                  EN("Not assigned. A client that does not know it treats it as 200: the request succeeded."),
                  ZH("未分配。不认识它的客户端按 200 处理：请求成功。"),
                  DE("Nicht vergeben. Ein Client, der den Code nicht kennt, behandelt ihn wie 200: Die "
                     "Anfrage war erfolgreich.")),
    NOBODYS_CLASS(3, "Redirection (3xx)", NOBODY, NOT_A_FAILURE, RETRY_AFTER,
                  EN("Not assigned. A client that does not know it treats it as 300: further action is "
                     "needed to fulfil the request."),
                  ZH("未分配。不认识它的客户端按 300 处理：需要进一步操作才能完成请求。"),
                  DE("Nicht vergeben. Ein Client, der den Code nicht kennt, behandelt ihn wie 300: Um "
                     "die Anfrage zu erfüllen, ist eine weitere Aktion nötig.")),
    NOBODYS_CLASS(4, "Client Error (4xx)", CLIENT, AFTER_CHANGE,
                  EN("Not assigned. A client that does not know it treats it as 400: something was wrong "
                     "with the request."),
                  ZH("未分配。不认识它的客户端按 400 处理：请求有问题。"),
                  DE("Nicht vergeben. Ein Client, der den Code nicht kennt, behandelt ihn wie 400: Mit "
                     "der Anfrage stimmte etwas nicht.")),
    NOBODYS_CLASS(5, "Server Error (5xx)", SERVER, IDEMPOTENT,
                  EN("Not assigned. A client that does not know it treats it as 500: the server failed to "
                     "fulfil a request that seemed valid."),
                  ZH("未分配。不认识它的客户端按 500 处理：请求看似有效，但服务器未能完成它。"),
                  DE("Nicht vergeben. Ein Client, der den Code nicht kennt, behandelt ihn wie 500: Der "
                     "Server hat eine offenbar gültige Anfrage nicht erfüllt.")),
    STATUS(600, "Invalid", FROM("none", INVALID), SERVER, IDEMPOTENT, TO(UINT32_MAX), RFC(9110, "15"),
           EN("Not a valid status: those are 100 to 599. A client should treat it like a server error "
              "(5xx)."),
           ZH("不是有效的状态码：有效范围是 100 至 599。客户端应将其视为服务器错误（5xx）。"),
           DE("Kein gültiger Status: Das sind 100 bis 599. Ein Client soll ihn wie einen Serverfehler "
              "(5xx) behandeln.")),
};

const struct hc_space hc_http_status = {
    .id = HC_HTTP_STATUS,
    .name = "HTTP status",
    .family = "HTTP",
    .kind = {[HC_EN] = "status", [HC_ZH_CN] = "状态码", [HC_DE] = "Status"},
    .filter = "http_status",
    .target_filter = "map.status",
    .carriers = "the status line of HTTP/1, and `:status` in the HEADERS of HTTP/2 and HTTP/3",
    .is_outcome = true,
    .is_decimal = true,
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_http_status,
    .registry_url = "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
};
