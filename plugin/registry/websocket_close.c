/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebSocket close codes (RFC 6455, section 7.4, and the IANA registry), carried in Close frames.
 *
 * A code from 4000 on means something only together with the subprotocol that was negotiated, which is the
 * row's evidence. */
#include "registry/row.h"

#define CLOSE_CODE_REGISTRY                                                                                  \
    DOC("IANA, WebSocket Close Code Number Registry",                                                        \
        "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number")

/* The protocol's own document, and the close codes that its reference implementation adds. */
#define GRAPHQL FROM("graphql-transport-ws", PRIVATE_USE)
#define GRAPHQL_PROTOCOL                                                                                     \
    EVIDENCE("graphql-transport-ws"), DOC("GraphQL over WebSocket Protocol",                                 \
                                          "https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md")
#define GRAPHQL_ENUMERATION                                                                                  \
    DOC("graphql-ws, CloseCode", "https://the-guild.dev/graphql/ws/docs/common/enumerations/CloseCode")
#define GRAPHQL_WS EVIDENCE("graphql-transport-ws"), GRAPHQL_ENUMERATION

/* Services that choose no subprotocol: their hosts prove whose the code is. */
#define DISCORD FROM("Discord", PRIVATE_USE)
#define DISCORD_GATEWAY                                                                                      \
    EVIDENCE("host:gateway.discord.gg", "host:*.gateway.discord.gg", "host:gateway-us-east1-b.discord.gg",   \
             "host:gateway-us-east1-c.discord.gg", "host:gateway-us-east1-d.discord.gg"),                    \
        DOC("Discord, Gateway Close Event Codes",                                                            \
            "https://docs.discord.com/developers/topics/opcodes-and-status-codes"                            \
            "#gateway-gateway-close-event-codes")
#define PUSHER FROM("Pusher", PRIVATE_USE)
#define PUSHER_PROTOCOL                                                                                      \
    EVIDENCE("host:*.pusher.com", "host:ws.pusherapp.com"),                                                  \
        DOC("Pusher Channels Protocol, Error Codes",                                                         \
            "https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol/"            \
            "#error-codes")
#define TWITCH FROM("Twitch EventSub", PRIVATE_USE)
#define TWITCH_EVENTSUB                                                                                      \
    EVIDENCE("host:eventsub.wss.twitch.tv", "host:*.eventsub.wss.twitch.tv"),                                \
        DOC("Twitch, Handling WebSocket Events",                                                             \
            "https://dev.twitch.tv/docs/eventsub/handling-websocket-events/")
#define PANDASCORE FROM("PandaScore", PRIVATE_USE)
#define PANDASCORE_LIVE                                                                                      \
    EVIDENCE("host:live.pandascore.co"),                                                                     \
        DOC("PandaScore, Disconnections", "https://developers.pandascore.co/docs/disconnections")

static const struct hc_code codes[] = {
    CODE(1000, "Normal Closure", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NORMAL"), EN("The connection has served its purpose and is closed in good order."),
         ZH("连接已完成其使命，正常关闭。"),
         DE("Die Verbindung hat ihren Zweck erfüllt und wird ordnungsgemäß geschlossen.")),
    CODE(
        1001, "Going Away", IANA, NONE, NOBODY, NOT_A_FAILURE, RFC(6455, "7.4.1"),
        ALIASES("CLOSE_GOING_AWAY"),
        EN("The sender leaves: a server shuts down, or a browser moves on to another page."),
        ZH("发送方离开：服务器正在关闭，或浏览器转到了另一页面。"),
        DE("Der Sender verlässt die Verbindung: Ein Server fährt herunter, oder ein Browser wechselt zu einer "
           "anderen Seite.")),
    CODE(1002, "Protocol error", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_PROTOCOL_ERROR"), EN("The sender saw its peer break the WebSocket protocol."),
         ZH("发送方发现对端违反了 WebSocket 协议。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle das WebSocket-Protokoll verletzt.")),
    CODE(1003, "Unsupported Data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_UNSUPPORTED"),
         EN("The sender received a type of data that it cannot accept, for example binary where it "
            "takes text only."),
         ZH("发送方收到了它不能接受的数据类型，例如只接受文本却收到二进制数据。"),
         DE("Der Sender hat eine Art von Daten empfangen, die er nicht annehmen kann, etwa Binärdaten, "
            "wo er nur Text nimmt.")),
    CODE(1004, "Reserved", FROM("IANA", RETIRED), NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("Reserved without a meaning. It must not be sent."), ZH("保留，没有含义。不得发送。"),
         DE("Ohne Bedeutung reserviert. Der Code darf nicht gesendet werden.")),
    CODE(1005, "No Status Rcvd", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_NO_STATUS", "CLOSED_NO_STATUS", "No Status Received"),
         EN("An API's way to say that the Close frame carried no code. It must not be sent."),
         ZH("API 用它表示 Close 帧没有携带关闭码。不得发送。"),
         DE("Damit meldet eine API, dass der Close-Frame keinen Code enthielt. Der Code darf nicht "
            "gesendet werden.")),
    CODE(1006, "Abnormal Closure", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_ABNORMAL"),
         EN("An API's way to say that the connection was lost without a Close frame. It must not be "
            "sent."),
         ZH("API 用它表示连接丢失而没有 Close 帧。不得发送。"),
         DE("Damit meldet eine API, dass die Verbindung ohne Close-Frame abbrach. Der Code darf nicht "
            "gesendet werden.")),
    CODE(1007, "Invalid frame payload data", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         EN("The sender received a message whose data does not fit its type, for example text that is "
            "not UTF-8."),
         ZH("发送方收到的消息中，数据与其类型不符，例如不是 UTF-8 的文本。"),
         DE("Der Sender hat eine Nachricht empfangen, deren Daten nicht zu ihrem Typ passen, etwa Text, "
            "der kein UTF-8 ist.")),
    CODE(1008, "Policy Violation", IANA, NONE, PEER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender received a message that violates its policy. A general code, for want of a "
            "closer one or to hide details."),
         ZH("发送方收到了违反其策略的消息。这是通用的关闭码，用于没有更贴切的关闭码或不愿透露细节时。"),
         DE("Der Sender hat eine Nachricht empfangen, die gegen seine Richtlinie verstößt. Ein "
            "allgemeiner Code, wenn kein genauerer passt oder Einzelheiten verborgen bleiben sollen.")),
    CODE(1009, "Message Too Big", IANA, NONE, PEER, AFTER_CHANGE, RFC(6455, "7.4.1"),
         ALIASES("CLOSE_TOO_LARGE"), EN("The sender received a message that is too big for it to process."),
         ZH("发送方收到的消息太大，无法处理。"),
         DE("Der Sender hat eine Nachricht empfangen, die für ihn zu groß ist.")),
    CODE(1010, "Mandatory Ext.", IANA, NONE, SERVER, AFTER_CHANGE, ONLY_BY(CLIENT), RFC(6455, "7.4.1"),
         ALIASES("Missing Extension", "Mandatory Extension"),
         EN("The client expected an extension that the server did not negotiate. A server does not send "
            "it: it can fail the handshake."),
         ZH("客户端期望某个扩展，而服务器没有协商它。服务器不发送此关闭码：它可以让握手失败。"),
         DE("Der Client hat eine Erweiterung erwartet, die der Server nicht ausgehandelt hat. Ein Server "
            "sendet den Code nicht: Er kann den Handshake scheitern lassen.")),
    CODE(1011, "Internal Error", IANA, NONE, SENDER, UNKNOWN, RFC(6455, "7.4.1"),
         EN("The sender met an unexpected condition that keeps it from fulfilling the request."),
         ZH("发送方遇到意外情况，无法完成请求。"),
         DE("Der Sender ist auf einen unerwarteten Umstand gestoßen und kann die Anfrage nicht erfüllen.")),
    CODE(1012, "Service Restart", IANA, NONE, NOBODY, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service restarts. A client may connect again, after a random delay of some seconds."),
         ZH("服务正在重启。客户端可以在随机延迟数秒之后重新连接。"),
         DE("Der Dienst startet neu. Ein Client darf sich nach einer zufälligen Wartezeit von einigen "
            "Sekunden wieder verbinden.")),
    CODE(1013, "Try Again Later", IANA, NONE, SERVER, AFTER_DELAY, CLOSE_CODE_REGISTRY,
         EN("The service is overloaded or out of order for a while. A client should come back later."),
         ZH("服务暂时过载或不可用。客户端应稍后再来。"),
         DE("Der Dienst ist vorübergehend überlastet oder außer Betrieb. Ein Client soll es später "
            "wieder versuchen.")),
    CODE(1014, "Bad Gateway", IANA, NONE, SERVER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The server is a gateway or proxy and got an invalid response from the server behind it, "
            "like HTTP 502."),
         ZH("服务器是网关或代理，从其上游服务器收到了无效响应，类似 HTTP 502。"),
         DE("Der Server ist ein Gateway oder Proxy und hat vom Server dahinter eine ungültige Antwort "
            "erhalten, wie bei HTTP 502.")),
    CODE(1015, "TLS handshake", IANA, NONE, UNKNOWN, UNKNOWN, NEVER_ON_WIRE, RFC(6455, "7.4.1"),
         EN("An API's way to say that the TLS handshake failed, for example over the server's "
            "certificate. It must not be sent."),
         ZH("API 用它表示 TLS 握手失败，例如因为服务器的证书。不得发送。"),
         DE("Damit meldet eine API, dass der TLS-Handshake fehlschlug, etwa wegen des Zertifikats des "
            "Servers. Der Code darf nicht gesendet werden.")),

    CODE(3000, "Unauthorized", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver must authenticate before what it asked of the application, like HTTP 401."),
         ZH("接收方必须先通过认证，才能得到它向应用请求的内容，类似 HTTP 401。"),
         DE("Der Empfänger muss sich authentifizieren, bevor er bekommt, was er von der Anwendung "
            "verlangt hat, wie bei HTTP 401.")),
    CODE(3003, "Forbidden", IANA, NONE, PEER, AFTER_CHANGE, CLOSE_CODE_REGISTRY,
         EN("The receiver is known, but not permitted to do what it asked of the application, like HTTP "
            "403."),
         ZH("已知接收方的身份，但它无权进行其向应用请求的操作，类似 HTTP 403。"),
         DE("Der Empfänger ist bekannt, darf aber nicht, was er von der Anwendung verlangt hat, wie bei "
            "HTTP 403.")),
    CODE(3008, "Timeout", IANA, NONE, PEER, UNKNOWN, CLOSE_CODE_REGISTRY,
         EN("The receiver took too long to answer a request of the application, like HTTP 408."),
         ZH("接收方响应应用的请求耗时过长，类似 HTTP 408。"),
         DE("Der Empfänger hat zu lange gebraucht, um eine Anfrage der Anwendung zu beantworten, wie bei "
            "HTTP 408.")),

    CODE(4000, "Unknown error", DISCORD, NONE, UNKNOWN, UNKNOWN, DISCORD_GATEWAY,
         EN("Discord does not say what went wrong; the client may connect again. Clients send it, "
            "too, to keep their session."),
         ZH("Discord 没有说明出了什么问题；客户端可以重新连接。客户端也会发送它，以保留其会话。"),
         DE("Discord sagt nicht, was schiefging; der Client darf sich wieder verbinden. Auch Clients "
            "senden den Code, um ihre Sitzung zu behalten.")),
    CODE(4000, "SSL connections only", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("The application at Pusher accepts TLS only. The client must connect with wss."),
         ZH("该 Pusher 应用只接受 TLS 连接。客户端必须用 wss 连接。"),
         DE("Die Anwendung bei Pusher nimmt nur TLS an. Der Client muss sich mit wss verbinden.")),
    CODE(4000, "Internal server error", TWITCH, NONE, SERVER, UNKNOWN, TWITCH_EVENTSUB,
         EN("Twitch has a problem with the server, like HTTP 500."),
         ZH("Twitch 的服务器出现问题，类似 HTTP 500。"),
         DE("Twitch hat ein Problem mit dem Server, wie bei HTTP 500.")),
    CODE(4001, "Unknown opcode", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client sent an opcode, or a payload for one, that Discord does not know."),
         ZH("客户端发送了 Discord 不认识的操作码，或与操作码不符的内容。"),
         DE("Der Client hat einen Opcode oder einen Inhalt dazu gesendet, den Discord nicht kennt.")),
    CODE(4001, "Application does not exist", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("Pusher knows no application with this key, for example because of the wrong cluster."),
         ZH("Pusher 没有使用此密钥的应用，例如因为集群有误。"),
         DE("Pusher kennt keine Anwendung mit diesem Schlüssel, etwa weil der Cluster falsch ist.")),
    CODE(4001, "Client sent inbound traffic", TWITCH, NONE, CLIENT, AFTER_CHANGE, TWITCH_EVENTSUB,
         EN("The client sent a message to Twitch. It may only answer a ping with a pong."),
         ZH("客户端向 Twitch 发送了消息。它只能以 pong 回应 ping。"),
         DE("Der Client hat Twitch eine Nachricht gesendet. Er darf nur einen Ping mit einem Pong "
            "beantworten.")),
    CODE(4001, "Unauthorized", PANDASCORE, NONE, CLIENT, AFTER_CHANGE, PANDASCORE_LIVE,
         EN("The client connected to PandaScore without a token."),
         ZH("客户端连接 PandaScore 时没有提供令牌。"),
         DE("Der Client hat sich ohne Token mit PandaScore verbunden.")),
    CODE(4002, "Decode error", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client sent a payload that Discord cannot decode."),
         ZH("客户端发送了 Discord 无法解码的内容。"),
         DE("Der Client hat einen Inhalt gesendet, den Discord nicht dekodieren kann.")),
    CODE(4002, "Client failed ping-pong", TWITCH, NONE, CLIENT, UNKNOWN, TWITCH_EVENTSUB,
         EN("The client did not answer a ping of Twitch."), ZH("客户端没有回应 Twitch 的 ping。"),
         DE("Der Client hat einen Ping von Twitch nicht beantwortet.")),
    CODE(4003, "Not authenticated", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client sent something else to Discord before it had identified itself."),
         ZH("客户端在表明身份之前就向 Discord 发送了其他内容。"),
         DE("Der Client hat Discord etwas anderes gesendet, bevor er sich ausgewiesen hatte.")),
    CODE(4003, "Application disabled", PUSHER, NONE, CLIENT, NO, PUSHER_PROTOCOL,
         EN("The application is disabled at Pusher."), ZH("该应用在 Pusher 已被停用。"),
         DE("Die Anwendung ist bei Pusher abgeschaltet.")),
    CODE(4003, "Connection unused", TWITCH, NONE, CLIENT, UNKNOWN, TWITCH_EVENTSUB,
         EN("The client subscribed to nothing in the 10 seconds that Twitch allows."),
         ZH("客户端在 Twitch 允许的 10 秒内没有创建订阅。"),
         DE("Der Client hat in den 10 Sekunden, die Twitch erlaubt, nichts abonniert.")),
    CODE(4003, "Forbidden", PANDASCORE, NONE, CLIENT, NO, PANDASCORE_LIVE,
         EN("The client's plan at PandaScore does not cover this address."),
         ZH("客户端的 PandaScore 套餐不包括此地址。"),
         DE("Der Tarif des Clients bei PandaScore umfasst diese Adresse nicht.")),
    CODE(4004, "Bad Response", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS, ALIASES("BadResponse"),
         EN("The client received a message that it cannot understand."), ZH("客户端收到了它无法理解的消息。"),
         DE("Der Client hat eine Nachricht empfangen, die er nicht versteht.")),
    CODE(4004, "Authentication failed", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The token by which the client identified itself to Discord is wrong. It must not connect "
            "again with it."),
         ZH("客户端向 Discord 表明身份所用的令牌有误。不得再用它连接。"),
         DE("Das Token, mit dem sich der Client bei Discord ausgewiesen hat, ist falsch. Damit darf "
            "er sich nicht wieder verbinden.")),
    CODE(4004, "Application is over connection quota", PUSHER, NONE, CLIENT, NO, PUSHER_PROTOCOL,
         EN("The application has used up its connections at Pusher."),
         ZH("该应用已用尽其在 Pusher 的连接配额。"),
         DE("Die Anwendung hat ihr Kontingent an Verbindungen bei Pusher ausgeschöpft.")),
    CODE(4004, "Reconnect grace time expired", TWITCH, NONE, CLIENT, UNKNOWN, TWITCH_EVENTSUB,
         EN("Twitch asked the client to reconnect, and it did not in the 30 seconds that it has."),
         ZH("Twitch 要求客户端重新连接，而客户端没有在 30 秒内完成。"),
         DE("Twitch hat den Client gebeten, sich neu zu verbinden; er hat es in den 30 Sekunden nicht "
            "getan.")),
    CODE(4005, "Internal Client Error", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalClientError"), EN("The client ran into an internal error."),
         ZH("客户端遇到了内部错误。"), DE("Beim Client ist ein interner Fehler aufgetreten.")),
    CODE(4005, "Already authenticated", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client identified itself to Discord more than once."), ZH("客户端多次向 Discord 表明身份。"),
         DE("Der Client hat sich bei Discord mehr als einmal ausgewiesen.")),
    CODE(4005, "Path not found", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("Pusher has nothing at the path that the client connected to."),
         ZH("Pusher 没有客户端所连接的路径。"),
         DE("Pusher hat nichts unter dem Pfad, mit dem sich der Client verbunden hat.")),
    CODE(4005, "Network timeout", TWITCH, NONE, NOBODY, UNKNOWN, TWITCH_EVENTSUB,
         EN("A passing timeout in the network of Twitch."), ZH("Twitch 网络中的短暂超时。"),
         DE("Eine vorübergehende Zeitüberschreitung im Netz von Twitch.")),
    CODE(4006, "Invalid version string format", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("Pusher cannot read the version that the client names."), ZH("Pusher 无法识别客户端给出的版本。"),
         DE("Pusher kann die Version nicht lesen, die der Client nennt.")),
    CODE(4006, "Network error", TWITCH, NONE, NOBODY, UNKNOWN, TWITCH_EVENTSUB,
         EN("A passing error in the network of Twitch."), ZH("Twitch 网络中的短暂错误。"),
         DE("Ein vorübergehender Fehler im Netz von Twitch.")),
    CODE(4007, "Invalid seq", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client resumed its session at Discord with a wrong sequence number. It must begin a "
            "new one."),
         ZH("客户端恢复 Discord 会话时使用了错误的序号。必须开始新会话。"),
         DE("Der Client hat seine Sitzung bei Discord mit einer falschen Sequenznummer fortgesetzt. "
            "Er muss eine neue beginnen.")),
    CODE(4007, "Unsupported protocol version", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("Pusher does not support the version of its protocol that the client asks for."),
         ZH("Pusher 不支持客户端请求的协议版本。"),
         DE("Pusher unterstützt die Version seines Protokolls nicht, die der Client verlangt.")),
    CODE(4007, "Invalid reconnect", TWITCH, NONE, CLIENT, AFTER_CHANGE, TWITCH_EVENTSUB,
         EN("The client reconnected to Twitch with an address that is not the one it was given."),
         ZH("客户端用于重新连接 Twitch 的地址无效。"),
         DE("Der Client hat sich mit einer ungültigen Adresse neu mit Twitch verbunden.")),
    CODE(4008, "Rate limited", DISCORD, NONE, CLIENT, AFTER_DELAY, DISCORD_GATEWAY,
         EN("The client sends to Discord too fast."), ZH("客户端向 Discord 发送过快。"),
         DE("Der Client sendet zu schnell an Discord.")),
    CODE(4008, "No protocol version supplied", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("The client does not tell Pusher which version of its protocol it speaks."),
         ZH("客户端没有告知 Pusher 使用哪个协议版本。"),
         DE("Der Client sagt Pusher nicht, welche Version seines Protokolls er spricht.")),
    CODE(4009, "Session timed out", DISCORD, NONE, CLIENT, UNKNOWN, DISCORD_GATEWAY,
         EN("The client's session at Discord has timed out. It may connect again and begin a new one."),
         ZH("客户端的 Discord 会话已超时。可以重新连接并开始新会话。"),
         DE("Die Sitzung des Clients bei Discord ist abgelaufen. Er darf sich wieder verbinden und "
            "eine neue beginnen.")),
    CODE(4009, "Connection is unauthorized", PUSHER, NONE, CLIENT, AFTER_CHANGE, PUSHER_PROTOCOL,
         EN("Pusher wants the client to authenticate, and it did not do so in time."),
         ZH("Pusher 要求客户端进行认证，而客户端没有及时完成。"),
         DE("Pusher verlangt, dass sich der Client authentifiziert, und er hat es nicht rechtzeitig "
            "getan.")),
    CODE(4010, "Invalid shard", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The client identified itself to Discord with a shard that is invalid."),
         ZH("客户端向 Discord 表明身份时给出了无效的分片。"),
         DE("Der Client hat sich bei Discord mit einem ungültigen Shard ausgewiesen.")),
    CODE(4011, "Sharding required", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The session would cover too many guilds: Discord wants the client to divide them among "
            "several connections."),
         ZH("会话涉及的服务器过多：Discord 要求客户端把它们分到多个连接上。"),
         DE("Die Sitzung würde zu viele Server umfassen: Discord verlangt, dass der Client sie auf "
            "mehrere Verbindungen verteilt.")),
    CODE(4012, "Invalid API version", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The client asked Discord for a version of the gateway that it does not have."),
         ZH("客户端向 Discord 请求了不存在的网关版本。"),
         DE("Der Client hat von Discord eine Version des Gateways verlangt, die es nicht gibt.")),
    CODE(4013, "Invalid intent(s)", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The client asked Discord for intents that are invalid: their bits may be miscalculated."),
         ZH("客户端向 Discord 请求了无效的 intents：可能算错了位值。"),
         DE("Der Client hat von Discord ungültige intents verlangt: Vielleicht sind ihre Bits falsch "
            "berechnet.")),
    CODE(4014, "Disallowed intent(s)", DISCORD, NONE, CLIENT, AFTER_CHANGE, DISCORD_GATEWAY,
         EN("The client asked Discord for intents that it has not enabled, or is not approved for."),
         ZH("客户端向 Discord 请求了未启用或未获批准的 intents。"),
         DE("Der Client hat von Discord intents verlangt, die er nicht aktiviert hat oder für die er "
            "nicht zugelassen ist.")),
    CODE(4029, "Too Many Connections", PANDASCORE, NONE, CLIENT, AFTER_DELAY, PANDASCORE_LIVE,
         EN("The client has as many connections to this match at PandaScore as it may have at once: "
            "3."),
         ZH("客户端到 PandaScore 上此比赛的连接数已达同时允许的上限 3 个。"),
         DE("Der Client hat so viele Verbindungen zu diesem Spiel bei PandaScore, wie er gleichzeitig "
            "haben darf: 3.")),
    CODE(4100, "Over capacity", PUSHER, NONE, SERVER, AFTER_DELAY, PUSHER_PROTOCOL,
         EN("Pusher is over capacity. The client may connect again after a second or more."),
         ZH("Pusher 超出容量。客户端可以在一秒或更久之后重新连接。"),
         DE("Pusher ist überlastet. Der Client darf sich nach einer Sekunde oder mehr wieder "
            "verbinden.")),
    CODE(4200, "Generic reconnect immediately", PUSHER, NONE, UNKNOWN, UNKNOWN, PUSHER_PROTOCOL,
         EN("Pusher ends the connection. The client may connect again at once."),
         ZH("Pusher 结束了连接。客户端可以立即重新连接。"),
         DE("Pusher beendet die Verbindung. Der Client darf sich sofort wieder verbinden.")),
    CODE(4201, "Pong reply not received", PUSHER, NONE, CLIENT, UNKNOWN, PUSHER_PROTOCOL,
         EN("The client did not answer Pusher's ping. It may connect again at once."),
         ZH("客户端没有回应 Pusher 的 ping。可以立即重新连接。"),
         DE("Der Client hat den Ping von Pusher nicht beantwortet. Er darf sich sofort wieder "
            "verbinden.")),
    CODE(4202, "Closed after inactivity", PUSHER, NONE, CLIENT, UNKNOWN, PUSHER_PROTOCOL,
         EN("The client was silent for long, and speaks a version without Pusher's ping. It may "
            "connect again at once."),
         ZH("客户端长时间没有活动，且其版本不支持 Pusher 的 ping。可以立即重新连接。"),
         DE("Der Client war lange untätig und spricht eine Version ohne den Ping von Pusher. Er darf "
            "sich sofort wieder verbinden.")),
    CODE(4400, "Bad Request", GRAPHQL, NONE, PEER, AFTER_CHANGE, GRAPHQL_PROTOCOL, ALIASES("BadRequest"),
         EN("The sender received a message of a type or form that the protocol does not know."),
         ZH("发送方收到的消息，其类型或形式是协议所没有的。"),
         DE("Der Sender hat eine Nachricht empfangen, deren Art oder Form das Protokoll nicht kennt.")),
    CODE(4401, "Unauthorized", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         EN("The client asked for an operation before the server had acknowledged the connection."),
         ZH("在服务器确认连接之前，客户端就请求了操作。"),
         DE("Der Client hat eine Operation verlangt, bevor der Server die Verbindung bestätigt hatte.")),
    CODE(4403, "Forbidden", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_WS,
         EN("The server refused the client's connection_init."), ZH("服务器拒绝了客户端的 connection_init。"),
         DE("Der Server hat das connection_init des Clients abgelehnt.")),
    /* Sent just where the older subprotocol was offered. */
    CODE(4406, "Subprotocol not acceptable", GRAPHQL, NONE, CLIENT, AFTER_CHANGE,
         EVIDENCE("graphql-transport-ws", "graphql-ws"), GRAPHQL_ENUMERATION,
         ALIASES("SubprotocolNotAcceptable"),
         EN("The server supports none of the subprotocols that the client offered."),
         ZH("服务器不支持客户端提供的任何子协议。"),
         DE("Der Server unterstützt keines der Subprotokolle, die der Client angeboten hat.")),
    CODE(4408, "Connection initialisation timeout", GRAPHQL, NONE, CLIENT, UNKNOWN, GRAPHQL_PROTOCOL,
         ALIASES("ConnectionInitialisationTimeout"),
         EN("The client did not send connection_init in the time that the server allows."),
         ZH("客户端没有在服务器允许的时间内发送 connection_init。"),
         DE("Der Client hat connection_init nicht in der Zeit gesendet, die der Server erlaubt.")),
    CODE(4409, "Subscriber already exists", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("SubscriberAlreadyExists"),
         EN("The client subscribed with an id that is in use for another operation."),
         ZH("客户端订阅时使用的 id 已用于另一个操作。"),
         DE("Der Client hat mit einer id abonniert, die schon für eine andere Operation benutzt wird.")),
    CODE(4429, "Too many initialisation requests", GRAPHQL, NONE, CLIENT, AFTER_CHANGE, GRAPHQL_PROTOCOL,
         ALIASES("TooManyInitialisationRequests"), EN("The client sent more than one connection_init."),
         ZH("客户端发送了多个 connection_init。"),
         DE("Der Client hat connection_init mehr als einmal gesendet.")),
    CODE(4452, "Node rejected by application", FROM("EEBUS SHIP", PRIVATE_USE), NONE, UNKNOWN, AFTER_CHANGE,
         EVIDENCE("ship"),
         DOC("ship-go, an implementation of EEBUS SHIP", "https://github.com/enbility/ship-go"),
         EN("The sender does not trust the other node, or its user did not confirm the pairing."),
         ZH("发送方不信任另一节点，或其用户没有确认配对。"),
         DE("Der Sender vertraut dem anderen Knoten nicht, oder sein Benutzer hat die Kopplung nicht "
            "bestätigt.")),
    CODE(4500, "Internal server error", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("InternalServerError"), EN("The server ran into an internal error."),
         ZH("服务器遇到了内部错误。"), DE("Beim Server ist ein interner Fehler aufgetreten.")),
    CODE(4504, "Connection acknowledgement timeout", GRAPHQL, NONE, SERVER, UNKNOWN, GRAPHQL_WS,
         ALIASES("ConnectionAcknowledgementTimeout"),
         EN("The server did not send connection_ack in the time that the client allows."),
         ZH("服务器没有在客户端允许的时间内发送 connection_ack。"),
         DE("Der Server hat connection_ack nicht in der Zeit gesendet, die der Client erlaubt.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Not used", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Below 1000 there are no close codes. It must not be sent."),
         ZH("1000 以下没有关闭码。不得发送。"),
         DE("Unter 1000 gibt es keine Close-Codes. Der Code darf nicht gesendet werden.")),
    CODE(1000, "Reserved for the protocol", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(1999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for future versions of the WebSocket protocol and not assigned yet. It must not "
            "be sent."),
         ZH("为 WebSocket 协议的未来版本保留，尚未分配。不得发送。"),
         DE("Für künftige Versionen des WebSocket-Protokolls reserviert und noch nicht vergeben. Der "
            "Code darf nicht gesendet werden.")),
    CODE(2000, "Reserved for extensions", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(2999), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"),
         EN("Reserved for WebSocket extensions and not assigned yet. It must not be sent."),
         ZH("为 WebSocket 扩展保留，尚未分配。不得发送。"),
         DE("Für WebSocket-Erweiterungen reserviert und noch nicht vergeben. Der Code darf nicht "
            "gesendet werden.")),
    CODE(3000, "Library or framework code", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(3999), RFC(6455, "7.4.2"),
         EN("For libraries, frameworks and applications, first come, first served at IANA. This one is "
            "not registered."),
         ZH("供库、框架和应用使用，在 IANA 先到先得。此关闭码未注册。"),
         DE("Für Bibliotheken, Frameworks und Anwendungen, bei IANA in der Reihenfolge der Anmeldung "
            "vergeben. Dieser Code ist nicht registriert.")),
    CODE(4000, "Private use", FROM("none", PRIVATE_USE), NONE, UNKNOWN, UNKNOWN, TO(4999), RFC(6455, "7.4.2"),
         EN("An application's own code. Its meaning is an agreement between client and server."),
         ZH("应用自定义的关闭码。其含义由客户端与服务器约定。"),
         DE("Ein eigener Code der Anwendung. Was er bedeutet, vereinbaren Client und Server.")),
    CODE(5000, "Invalid", FROM("none", INVALID), NONE, UNKNOWN, UNKNOWN, TO(UINT16_MAX), NEVER_ON_WIRE,
         RFC(6455, "7.4.2"), EN("Above 4999 there are no close codes. It must not be sent."),
         ZH("4999 以上没有关闭码。不得发送。"),
         DE("Über 4999 gibt es keine Close-Codes. Der Code darf nicht gesendet werden.")),
};

const struct hc_space hc_websocket_close = {
    .id = HC_WEBSOCKET_CLOSE,
    .name = "WebSocket close",
    .family = "WebSocket",
    .kind = {[HC_EN] = "close code", [HC_ZH_CN] = "关闭码", [HC_DE] = "Close-Code"},
    .filter = "websocket_close",
    .target_filter = "map.websocket",
    .carriers = "the Close frame",
    .proof = HC_PROOF_SUBPROTOCOL,
    .is_decimal = true,
    .max = UINT16_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_websocket_close,
    .registry_url = "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number",
};
