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
    DOC("Shopify, API response status and error codes", "https://shopify.dev/docs/api/usage/response-codes")
#define SPRING                                                                                               \
    DOC("Spring Framework, HttpStatus",                                                                      \
        "https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/http/"           \
        "HttpStatus.html")
/* For meanings that their vendors did not document in public. */
#define HTTP_DEV(number) DOC("http.dev, " number, "https://http.dev/" number)
#define WIKIPEDIA                                                                                            \
    DOC("Wikipedia, List of HTTP status codes (older revisions)",                                            \
        "https://en.wikipedia.org/wiki/List_of_HTTP_status_codes")

static const struct hc_code codes[] = {
    STATUS(0, "000", VENDOR("AWS"), UNKNOWN, UNKNOWN, AWS("response-code-000"), NEVER_ON_WIRE,
           EN("An access log entry of an AWS load balancer, not a status: it closed the HTTP/2 connection "
              "with GOAWAY and sent no response.")),

    STATUS(100, "Continue", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.2.1"),
           EN("Interim response: the request has not been rejected so far, and the client may send the "
              "rest of it. The final response follows.")),
    STATUS(101, "Switching Protocols", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.2.2"),
           EN("The server agrees to the Upgrade header and switches this connection to the other "
              "protocol. HTTP/1.1 only.")),
    STATUS(102, "Processing", IANA, NOBODY, NOT_A_FAILURE, RFC(2518, "10.1"),
           EN("Interim response: the server has accepted the complete request and is still working on it. "
              "WebDAV itself has dropped this code since.")),
    STATUS(103, "Early Hints", IANA, NOBODY, NOT_A_FAILURE, RFC(8297, "2"),
           EN("Interim response: header fields that the final response will probably carry, so that the "
              "client can start to preload resources.")),
    STATUS(103, "Checkpoint", VENDOR("Google Gears"), NOBODY, NOT_A_FAILURE, SPRING,
           EN("From a proposal for resumable uploads: the server confirms how much of an upload it holds. "
              "Never registered; Early Hints took the number.")),
    STATUS(104, "Upload Resumption Supported", FROM("IANA", DRAFT), NOBODY, NOT_A_FAILURE,
           DOC("draft-ietf-httpbis-resumable-upload",
               "https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/"),
           EN("Interim response: the server can resume this upload if it is interrupted. The registration "
              "is temporary until the draft becomes an RFC.")),

    STATUS(200, "OK", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.1"),
           EN("The request succeeded. What the content is depends on the method.")),
    STATUS(201, "Created", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.2"),
           EN("The request succeeded and created one or more resources; Location names the main one.")),
    STATUS(202, "Accepted", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.3"),
           EN("The request was accepted for processing, which is not complete and may yet fail.")),
    STATUS(203, "Non-Authoritative Information", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.4"),
           EN("The request succeeded, but a transforming proxy has modified the content of the origin "
              "server's 200 response.")),
    STATUS(204, "No Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.5"),
           EN("The request succeeded and the response has no content.")),
    STATUS(205, "Reset Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.6"),
           EN("The request succeeded; the client should reset the form or document that sent it. The "
              "response has no content.")),
    STATUS(206, "Partial Content", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.3.7"),
           EN("The response carries only the parts of the resource that the client asked for with Range.")),
    STATUS(207, "Multi-Status", IANA, NOBODY, NOT_A_FAILURE, RFC(4918, "11.1"),
           EN("WebDAV: the content holds a separate status for each of several resources. Some of them "
              "may be failures.")),
    STATUS(208, "Already Reported", IANA, NOBODY, NOT_A_FAILURE, RFC(5842, "7.1"),
           EN("WebDAV, inside a Multi-Status: the members of this collection were listed before in the "
              "same response and are not repeated.")),
    STATUS(226, "IM Used", IANA, NOBODY, NOT_A_FAILURE, RFC(3229, "10.4.1"),
           EN("The GET succeeded and the content is the result of instance manipulations, for example a "
              "delta against a version that the client has.")),

    STATUS(300, "Multiple Choices", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.1"),
           ALIASES("Multiple Choice"),
           EN("The resource has several representations, each with its own URI, and the client should "
              "choose one. Location may name the preferred one.")),
    STATUS(301, "Moved Permanently", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.2"),
           EN("The resource has a new permanent URI, given in Location. Clients may turn POST into GET.")),
    STATUS(302, "Found", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.3"), ALIASES("Moved Temporarily"),
           EN("The resource is at another URI for the time being, given in Location. Clients may turn "
              "POST into GET.")),
    STATUS(303, "See Other", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.4"),
           EN("The server points to another resource, given in Location, that answers the request "
              "indirectly. It is fetched with GET or HEAD.")),
    STATUS(304, "Not Modified", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.5"),
           EN("Answer to a conditional GET or HEAD: the copy that the client has is still valid. The "
              "response has no content.")),
    STATUS(305, "Use Proxy", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.6"),
           EN("Formerly: reach the resource through the proxy given in Location. Deprecated, because a "
              "response must not configure a proxy.")),
    STATUS(306, "(Unused)", FROM("IANA", RETIRED), NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.7"),
           ALIASES("Switch Proxy"),
           EN("Reserved and no longer used. An early draft meant later requests to use the proxy that it "
              "named.")),
    STATUS(307, "Temporary Redirect", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.8"),
           EN("The resource is at another URI for the time being, given in Location. The method must not "
              "change.")),
    STATUS(308, "Permanent Redirect", IANA, NOBODY, NOT_A_FAILURE, RFC(9110, "15.4.9"),
           EN("The resource has a new permanent URI, given in Location. The method must not change.")),
    STATUS(308, "Resume Incomplete", VENDOR("Google"), NOBODY, NOT_A_FAILURE, EVIDENCE("UploadServer"),
           DOC("YouTube Data API, Resumable Uploads",
               "https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol"),
           EN("Google's resumable uploads: the upload is not complete yet. Range says which bytes have "
              "arrived; without Range none have.")),

    STATUS(400, "Bad Request", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.1"),
           EN("The server cannot or will not process the request because it sees an error of the client: "
              "bad syntax, bad framing or deceptive routing.")),
    STATUS(401, "Unauthorized", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.2"),
           EN("The request lacks valid credentials for the resource. WWW-Authenticate says which are "
              "wanted.")),
    STATUS(402, "Payment Required", IANA, CLIENT, UNKNOWN, RFC(9110, "15.5.3"),
           EN("Reserved for future use. Some services send it when a payment or a quota is due.")),
    STATUS(403, "Forbidden", IANA, CLIENT, NO, RFC(9110, "15.5.4"),
           EN("The server understood the request and refuses to fulfil it. To repeat it with the same "
              "credentials is no use.")),
    STATUS(404, "Not Found", IANA, CLIENT, NO, RFC(9110, "15.5.5"),
           EN("The server has nothing for this URI, or does not want to say that it has. Whether that "
              "will change is not known.")),
    STATUS(405, "Method Not Allowed", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.6"),
           EN("The resource does not support the request's method. Allow lists those that it supports.")),
    STATUS(406, "Not Acceptable", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.7"),
           EN("The resource has no representation that fits the request's Accept headers, and the server "
              "will not choose one itself.")),
    STATUS(407, "Proxy Authentication Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.8"),
           EN("The proxy wants the client to authenticate first. Proxy-Authenticate says how.")),
    STATUS(408, "Request Timeout", IANA, CLIENT, IDEMPOTENT, RFC(9110, "15.5.9"), ALIASES("Request Time-out"),
           EN("The server did not receive a complete request in the time it was ready to wait. The client "
              "may repeat it, on a new connection.")),
    STATUS(409, "Conflict", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.10"),
           EN("The request conflicts with the current state of the resource, for example with somebody "
              "else's edit. It may succeed once that is resolved.")),
    STATUS(410, "Gone", IANA, CLIENT, NO, RFC(9110, "15.5.11"),
           EN("The resource is no longer available here, and that is likely to be permanent.")),
    STATUS(411, "Length Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.12"),
           EN("The server refuses the request without a Content-Length.")),
    STATUS(412, "Precondition Failed", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.13"),
           EN("A condition in the request's headers, such as If-Match, proved false, so the server did "
              "not apply the method.")),
    STATUS(413, "Content Too Large", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.14"),
           ALIASES("Payload Too Large", "Request Entity Too Large"),
           EN("The request's content is larger than the server is willing or able to process.")),
    STATUS(414, "URI Too Long", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.15"),
           ALIASES("Request-URI Too Long", "Request-URI Too Large"),
           EN("The request's URI is longer than the server is willing to interpret.")),
    STATUS(415, "Unsupported Media Type", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.16"),
           EN("The method on this resource does not support the format of the request's content: its "
              "Content-Type or Content-Encoding.")),
    STATUS(416, "Range Not Satisfiable", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.17"),
           ALIASES("Requested Range Not Satisfiable"),
           EN("None of the ranges that the client asked for lies within the resource, or the set of "
              "ranges was refused.")),
    STATUS(417, "Expectation Failed", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.18"),
           EN("A server on the way could not meet the request's Expect header. The request can be sent "
              "again without it.")),
    /* IANA's phrase is "(Unused)", which 306 has too: a filter by that name could not tell them apart. */
    STATUS(418, "I'm a teapot", FROM("IANA", RETIRED), CLIENT, NO, RFC(9110, "15.5.19"), ALIASES("(Unused)"),
           EN("From an April Fools' joke (RFC 2324): a teapot was asked to brew coffee. IANA keeps the "
              "number as (Unused); servers that send it mean the joke or a refusal.")),
    STATUS(419, "Page Expired", VENDOR("Laravel"), CLIENT, AFTER_CHANGE,
           DOC("Laravel, 419.blade.php", "https://github.com/laravel/framework/blob/master/src/Illuminate/"
                                         "Foundation/Exceptions/views/419.blade.php"),
           EN("The CSRF token of a form is missing or has expired. The page must be loaded again for a "
              "new one.")),
    STATUS(419, "Insufficient Space On Resource", VENDOR("Spring"), UNKNOWN, UNKNOWN, SPRING,
           EN("From early WebDAV drafts, kept and deprecated in Spring: the resource has too little space "
              "for the result. WebDAV uses 507 now.")),
    STATUS(419, "I'm a fox", VENDOR("Smoothwall"), UNKNOWN, UNKNOWN, WIKIPEDIA,
           EN("Said to be sent by some Smoothwall and Foxwall firewalls as the answer to a configuration "
              "test. No document of the vendor is known.")),
    STATUS(420, "Enhance Your Calm", VENDOR("Twitter"), CLIENT, AFTER_DELAY,
           DOC("Twitter API announcement, January 2010",
               "https://www.mail-archive.com/twitter-development-talk@googlegroups.com/msg18311.html"),
           EN("Version 1 of Twitter's Search and Trends API: the client exceeded its rate limit. Later "
              "versions send 429.")),
    STATUS(420, "Method Failure", VENDOR("Spring"), UNKNOWN, UNKNOWN, SPRING,
           EN("From early WebDAV drafts, kept and deprecated in Spring: the method was not executed, "
              "because a part of it failed.")),
    STATUS(421, "Misdirected Request", IANA, CLIENT, SAFE, RFC(9110, "15.5.20"),
           EN("This server cannot or will not answer for the request's origin. Any method may be sent "
              "again over another connection.")),
    STATUS(422, "Unprocessable Content", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.21"),
           ALIASES("Unprocessable Entity"),
           EN("The server understands the format and syntax of the content, but cannot process the "
              "instructions in it.")),
    STATUS(423, "Locked", IANA, CLIENT, AFTER_CHANGE, RFC(4918, "11.3"),
           EN("WebDAV: the source or destination of the method is locked, and the request did not present "
              "the lock's token.")),
    STATUS(424, "Failed Dependency", IANA, CLIENT, AFTER_CHANGE, RFC(4918, "11.4"),
           EN("WebDAV: the method was not performed, because another action that it depends on failed.")),
    STATUS(425, "Too Early", IANA, CLIENT, AFTER_CHANGE, RFC(8470, "5.2"),
           EN("The request came in TLS early data, which can be replayed, and the server will not risk "
              "it. The client should repeat it outside of early data.")),
    STATUS(426, "Upgrade Required", IANA, CLIENT, AFTER_CHANGE, RFC(9110, "15.5.22"),
           EN("The server refuses this protocol, but might accept the request after an upgrade to one "
              "that the Upgrade header names.")),
    STATUS(428, "Precondition Required", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "3"),
           EN("The server wants the request to be conditional, for example with If-Match, so that no "
              "update gets lost.")),
    STATUS(429, "Too Many Requests", IANA, CLIENT, AFTER_DELAY, RFC(6585, "4"),
           EN("The client sent too many requests in a given time. Retry-After may say how long to wait.")),
    STATUS(430, "Shopify Security Rejection", VENDOR("Shopify"), CLIENT, NO, SHOPIFY,
           ALIASES("Request Header Fields Too Large"),
           EN("Shopify refused the request because it might be malicious. Under its older name the code "
              "meant too many requests.")),
    STATUS(431, "Request Header Fields Too Large", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "5"),
           EN("One of the request's header fields, or all of them together, are too large for the server.")),
    STATUS(440, "Login Timeout", VENDOR("IIS"), CLIENT, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           ALIASES("Login Time-out"),
           DOC("Microsoft, How to Troubleshoot the 440 Login Timeout Error Message",
               "https://technet.microsoft.com/en-us/library/dd789741(v=EXCHG.80).aspx"),
           EN("Exchange's web access on IIS: the client's session has expired or its login failed, and it "
              "must log in again.")),
    STATUS(444, "No Response", VENDOR("nginx"), CLIENT, NO, NEVER_ON_WIRE,
           DOC("nginx, Module ngx_http_rewrite_module",
               "https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return"),
           EN("An nginx log entry: the configuration made nginx close the connection without sending a "
              "response.")),
    STATUS(449, "Retry With", VENDOR("IIS"), CLIENT, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           DOC("Microsoft, [MS-WDV] 449 Retry With Status Code",
               "https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-wdv/"
               "1c1f4d5b-4fed-48ef-9bb6-893c2b25b74d"),
           EN("The server needs more information, which Ms-Echo-Request names, and the client should "
              "repeat the request with it.")),
    STATUS(450, "Blocked by Windows Parental Controls", VENDOR("Microsoft"), NOBODY, NO, HTTP_DEV("450"),
           EN("Windows Parental Controls on the client's machine block the page. The answer comes from "
              "there, not from the site.")),
    STATUS(451, "Unavailable For Legal Reasons", IANA, NOBODY, NO, RFC(7725, "3"),
           EN("Access is denied as a consequence of a legal demand. A Link with rel=\"blocked-by\" may "
              "name who blocks.")),
    STATUS(451, "Redirect", VENDOR("Exchange"), NOBODY, AFTER_CHANGE, EVIDENCE("Microsoft-IIS"),
           DOC("Microsoft, [MS-ASHTTP] FolderSync Request and Redirect Response",
               "https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-ashttp/"
               "5702eaaa-e958-4c7f-8f31-71375b87228c"),
           EN("Exchange ActiveSync: another server fits the user's mailbox better. X-MS-Location names "
              "it; without it the client runs Autodiscover.")),
    STATUS(460, "Client Closed Connection", VENDOR("AWS"), CLIENT, IDEMPOTENT, AWS("http-460-issues"),
           EVIDENCE("awselb"),
           EN("The client closed its connection to the AWS load balancer before the response was ready. "
              "Seldom seen outside of access logs.")),
    STATUS(463, "Too Many Forwarded Addresses", VENDOR("AWS"), CLIENT, AFTER_CHANGE, AWS("http-463-issues"),
           EVIDENCE("awselb"),
           EN("The AWS load balancer received an X-Forwarded-For header with more than 30 IP addresses.")),
    STATUS(464, "Incompatible Protocol Version", VENDOR("AWS"), UNKNOWN, AFTER_CHANGE, AWS("http-464-issues"),
           EVIDENCE("awselb"),
           EN("The request's protocol does not fit the protocol version of the AWS target group, for "
              "example HTTP/1.1 for a gRPC group.")),
    STATUS(494, "Request Header Too Large", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SOURCE,
           ALIASES("Request Header Or Cookie Too Large"), NEVER_ON_WIRE,
           EN("nginx's internal code for a request line, header or cookie that exceeds its buffers. The "
              "client receives 400.")),
    STATUS(495, "SSL Certificate Error", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL, NEVER_ON_WIRE,
           EN("nginx's internal code for a client certificate that failed verification. The client "
              "receives 400.")),
    STATUS(496, "SSL Certificate Required", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL, NEVER_ON_WIRE,
           EN("nginx's internal code for a client that did not present the required certificate. The "
              "client receives 400.")),
    STATUS(497, "HTTP Request Sent to HTTPS Port", VENDOR("nginx"), CLIENT, AFTER_CHANGE, NGINX_SSL,
           NEVER_ON_WIRE,
           EN("nginx's internal code for a plain HTTP request on a port that speaks HTTPS. The client "
              "receives 400.")),
    STATUS(498, "Invalid Token", VENDOR("Esri"), CLIENT, AFTER_CHANGE, HTTP_DEV("498"),
           EN("ArcGIS Server: the request's token has expired or is invalid for another reason.")),
    STATUS(499, "Token Required", VENDOR("Esri"), CLIENT, AFTER_CHANGE,
           DOC("Esri, Authentication token required (status code 499)",
               "https://support.esri.com/en-us/knowledge-base/"
               "error-authentication-token-required-status-code-499-000022899"),
           EN("ArcGIS Server: the request needs a token and carries none.")),
    STATUS(499, "Client Closed Request", VENDOR("Google APIs"), CLIENT, IDEMPOTENT,
           DOC("Google APIs, google.rpc.Code",
               "https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto"),
           EN("Google APIs and gRPC gateways: how the gRPC status CANCELLED is expressed in HTTP. The "
              "operation was cancelled, typically by the caller.")),
    STATUS(499, "Request has been forbidden by antivirus", VENDOR("antivirus proxies"), NOBODY, NO, WIKIPEDIA,
           EN("Said to be sent by antivirus software that intercepts the traffic of the client's machine "
              "and blocks a page it holds for malicious.")),
    STATUS(499, "Client Closed Request", VENDOR("nginx"), CLIENT, IDEMPOTENT, NGINX_SOURCE, NEVER_ON_WIRE,
           EN("An nginx log entry: the client closed the connection before nginx could answer, so no "
              "response was sent.")),

    STATUS(500, "Internal Server Error", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.1"),
           EN("The server met an unexpected condition that kept it from fulfilling the request.")),
    STATUS(501, "Not Implemented", IANA, SERVER, NO, RFC(9110, "15.6.2"),
           EN("The server does not support what the request needs, usually its method, for any resource.")),
    STATUS(502, "Bad Gateway", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.3"),
           EN("The server, as a gateway or proxy, received an invalid response from the server behind it.")),
    STATUS(503, "Service Unavailable", IANA, SERVER, AFTER_DELAY, RFC(9110, "15.6.4"),
           ALIASES("Service Temporarily Unavailable"),
           EN("The server is overloaded or under maintenance for the moment. Retry-After may say how long "
              "to wait.")),
    STATUS(504, "Gateway Timeout", IANA, SERVER, IDEMPOTENT, RFC(9110, "15.6.5"), ALIASES("Gateway Time-out"),
           EN("The server, as a gateway or proxy, did not get a response in time from the server behind "
              "it.")),
    STATUS(505, "HTTP Version Not Supported", IANA, SERVER, AFTER_CHANGE, RFC(9110, "15.6.6"),
           EN("The server does not support, or refuses, the request's major version of HTTP.")),
    STATUS(506, "Variant Also Negotiates", IANA, SERVER, NO, RFC(2295, "8.1"),
           EN("The server is misconfigured: the variant that transparent content negotiation chose is "
              "itself set to negotiate.")),
    STATUS(507, "Insufficient Storage", IANA, SERVER, NO, RFC(4918, "11.5"),
           EN("WebDAV: the server cannot store what the request needs. Temporary, but not to be repeated "
              "until the user asks again.")),
    STATUS(508, "Loop Detected", IANA, SERVER, NO, RFC(5842, "7.2"),
           EN("WebDAV: the server met an infinite loop while it processed a request with Depth: infinity, "
              "and the whole operation failed.")),
    STATUS(508, "Resource Limit Is Reached", VENDOR("cPanel"), SERVER, AFTER_DELAY,
           DOC("CloudLinux, Limits", "https://docs.cloudlinux.com/limits/"),
           EN("Shared hosting (cPanel with CloudLinux): the account has reached a limit on its resources, "
              "usually that of concurrent processes.")),
    STATUS(509, "Bandwidth Limit Exceeded", VENDOR("Apache/cPanel"), SERVER, AFTER_DELAY, HTTP_DEV("509"),
           EN("Shared hosting (Apache with cPanel): the site has used up the bandwidth that its hosting "
              "plan allows.")),
    STATUS(510, "Not Extended", FROM("IANA", RETIRED), SERVER, AFTER_CHANGE, RFC(2774, "7"),
           EN("The request lacks an extension of the HTTP Extension Framework that the server demands. "
              "Obsolete: that experiment has ended.")),
    STATUS(511, "Network Authentication Required", IANA, CLIENT, AFTER_CHANGE, RFC(6585, "6"),
           EN("The network between demands that the client signs in first, as captive portals do. The "
              "answer does not come from the origin server.")),
    STATUS(520, "Web Server Returned an Unknown Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT,
           CLOUDFLARE("520"), ALIASES("Unknown Error", "Web Server Returns an Unknown Error"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare got an empty, unknown or unexpected response from the origin server.")),
    STATUS(521, "Web Server Is Down", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("521"),
           EVIDENCE("cloudflare"), EN("The origin server refused Cloudflare's connection.")),
    STATUS(522, "Connection Timed Out", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("522"),
           EVIDENCE("cloudflare"), EN("Cloudflare's TCP connection to the origin server timed out.")),
    STATUS(523, "Origin Is Unreachable", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("523"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare could not reach the origin server, for example because of a wrong DNS record or "
              "a missing route.")),
    STATUS(524, "A Timeout Occurred", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("524"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare connected to the origin server, which did not send a response in time.")),
    STATUS(525, "SSL Handshake Failed", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("525"),
           EVIDENCE("cloudflare"), EN("The TLS handshake between Cloudflare and the origin server failed.")),
    STATUS(526, "Invalid SSL Certificate", VENDOR("Cloudflare"), SERVER, NO, CLOUDFLARE("526"),
           EVIDENCE("cloudflare"), EN("Cloudflare could not validate the origin server's TLS certificate.")),
    STATUS(527, "Railgun Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, HTTP_DEV("527"),
           ALIASES("Railgun Listener to Origin"), EVIDENCE("cloudflare"),
           EN("The connection between Cloudflare and the origin's Railgun server failed or timed out. "
              "Cloudflare has retired Railgun.")),
    STATUS(529, "Site is Overloaded", VENDOR("Qualys"), SERVER, AFTER_DELAY,
           DOC("Qualys, SSL Labs API v3",
               "https://github.com/ssllabs/ssllabs-scan/blob/master/ssllabs-api-docs-v3.md"),
           EN("Qualys SSL Labs: the service is overloaded. Clients should wait, for about half an hour, "
              "and then try again.")),
    STATUS(529, "Overloaded", VENDOR("Anthropic"), SERVER, AFTER_DELAY, ALIASES("overloaded_error"),
           DOC("Anthropic, API errors", "https://platform.claude.com/docs/en/api/errors"),
           EN("Anthropic's API is overloaded for the moment by the requests of all its users.")),
    STATUS(530, "Origin DNS Error", VENDOR("Cloudflare"), SERVER, IDEMPOTENT, CLOUDFLARE("530"),
           EVIDENCE("cloudflare"),
           EN("Cloudflare could not resolve the origin server's host name. The content names one of "
              "Cloudflare's 1xxx errors.")),
    STATUS(530, "Site Frozen", VENDOR("Pantheon"), SERVER, NO, ALIASES("Site is frozen"),
           DOC("Pantheon, Platform and Site Information",
               "https://docs.pantheon.io/guides/platform-considerations/platform-site-info"),
           EN("Pantheon has frozen the site because it was inactive. Its owner can reactivate it.")),
    STATUS(540, "Temporarily Disabled", VENDOR("Shopify"), SERVER, AFTER_DELAY, SHOPIFY,
           EN("Shopify has disabled the requested endpoint for the time being.")),
    STATUS(561, "Unauthorized", VENDOR("AWS"), UNKNOWN, UNKNOWN, AWS("http-561-issues"), EVIDENCE("awselb"),
           EN("The AWS load balancer was to authenticate the user, and the identity provider returned an "
              "error.")),
    STATUS(598, "Network Read Timeout Error", VENDOR("informal convention"), SERVER, IDEMPOTENT,
           HTTP_DEV("598"),
           EN("Some proxies: the connection to the server behind was made, but reading from it timed out. "
              "The standard code is 504.")),
    STATUS(599, "Network Connect Timeout Error", VENDOR("informal convention"), SERVER, IDEMPOTENT,
           HTTP_DEV("599"),
           EN("Some proxies: the connection to the server behind could not be made in time. The standard "
              "code is 504.")),

    STATUS(783, "Unexpected Token", VENDOR("Shopify"), CLIENT, AFTER_CHANGE, SHOPIFY,
           EN("Shopify: the request contains a JSON syntax error. The number is outside of the valid "
              "range 100 to 599.")),
    STATUS(999, "Request Denied", VENDOR("LinkedIn"), CLIENT, NO, HTTP_DEV("999"),
           EN("LinkedIn refuses a request that looks automated. The number is outside of the valid range "
              "100 to 599.")),
};

#define NOBODYS_CLASS(class, official, whom, again, words)                                                   \
    STATUS((class) * 100, official, NOBODYS, whom, again, TO((class) * 100 + 99), RFC(9110, "15"), EN(words))

static const struct hc_code ranges[] = {
    STATUS(0, "Invalid", FROM("none", INVALID), SERVER, IDEMPOTENT, TO(99), RFC(9110, "15"),
           EN("Not a valid status: those are 100 to 599. A client should treat it like a server error "
              "(5xx).")),
    NOBODYS_CLASS(1, "Informational (1xx)", NOBODY, NOT_A_FAILURE,
                  "Not assigned. A client that does not know it treats it as 100: an interim "
                  "response, the final one follows."),
    NOBODYS_CLASS(2, "Successful (2xx)", NOBODY, NOT_A_FAILURE,
                  "Not assigned. A client that does not know it treats it as 200: the request succeeded."),
    NOBODYS_CLASS(3, "Redirection (3xx)", NOBODY, NOT_A_FAILURE,
                  "Not assigned. A client that does not know it treats it as 300: further action is needed "
                  "to fulfil the request."),
    NOBODYS_CLASS(4, "Client Error (4xx)", CLIENT, AFTER_CHANGE,
                  "Not assigned. A client that does not know it treats it as 400: something was wrong with "
                  "the request."),
    NOBODYS_CLASS(5, "Server Error (5xx)", SERVER, IDEMPOTENT,
                  "Not assigned. A client that does not know it treats it as 500: the server failed to "
                  "fulfil a request that seemed valid."),
    STATUS(600, "Invalid", FROM("none", INVALID), SERVER, IDEMPOTENT, TO(UINT32_MAX), RFC(9110, "15"),
           EN("Not a valid status: those are 100 to 599. A client should treat it like a server error "
              "(5xx).")),
};

const struct hc_space hc_http_status = {
    .id = HC_HTTP_STATUS,
    .name = "HTTP status",
    .filter = "http_status",
    .is_decimal = true,
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
};
