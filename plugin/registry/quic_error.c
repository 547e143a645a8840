/* SPDX-License-Identifier: GPL-2.0-or-later */
/* QUIC transport error codes (RFC 9000, section 20.1), carried in the transport form of CONNECTION_CLOSE.
 *
 * 0x100 to 0x1ff is CRYPTO_ERROR plus a TLS alert (RFC 9001, section 4.8). An application's close uses the
 * same numbers for something else: 0x100 is H3_NO_ERROR there. */
#include "registry/row.h"

#define CRYPTO_ERROR     0x100
#define ALERT_NAME(name) "CRYPTO_ERROR (" name ")"
#define TLS_ALERTS_REGISTRY                                                                                  \
    DOC("IANA, TLS Alerts",                                                                                  \
        "https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml#tls-parameters-6")

/* An alert of TLS 1.3, and one that TLS 1.3 has no use for any more. */
#define ALERT(number, name, whom, again, ...)                                                                \
    CODE(CRYPTO_ERROR + (number), ALERT_NAME(name), IANA, CONNECTION, whom, again, __VA_ARGS__)
#define OLD_ALERT(number, name, ...)                                                                         \
    CODE(CRYPTO_ERROR + (number), ALERT_NAME(name), FROM("IANA", RETIRED), CONNECTION, UNKNOWN, UNKNOWN,     \
         TLS_ALERTS_REGISTRY, __VA_ARGS__)

/* A path alone, not the connection: these stand in PATH_ABANDON, too. */
#define MULTIPATH RFC(10069, "4.2.1")

static const struct hc_code codes[] = {
    CODE(0x0, "NO_ERROR", IANA, CONNECTION, NOBODY, NOT_A_FAILURE, RFC(9000, "20.1"),
         EN("The connection is closed abruptly, but without an error."), ZH("连接被突然关闭，但没有错误。"),
         DE("Die Verbindung wird abrupt geschlossen, aber ohne Fehler.")),
    CODE(0x1, "INTERNAL_ERROR", IANA, CONNECTION, SENDER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender ran into an internal error and cannot go on with the connection."),
         ZH("发送方遇到了内部错误，无法继续此连接。"),
         DE("Beim Sender ist ein interner Fehler aufgetreten, und er kann die Verbindung nicht "
            "fortführen.")),
    CODE(0x2, "CONNECTION_REFUSED", IANA, CONNECTION, NOBODY, IDEMPOTENT, ONLY_BY(SERVER), RFC(9000, "20.1"),
         EN("The server refused a new connection."), ZH("服务器拒绝了新连接。"),
         DE("Der Server hat eine neue Verbindung abgelehnt.")),
    CODE(0x3, "FLOW_CONTROL_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender received more data than the limits it had announced."),
         ZH("发送方收到的数据超过了它所通告的限制。"),
         DE("Der Sender hat mehr Daten empfangen, als die von ihm angekündigten Grenzen erlauben.")),
    CODE(0x4, "STREAM_LIMIT_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender's peer opened more streams of one type than it was allowed to."),
         ZH("发送方的对端打开的某一类流超过了允许的数量。"),
         DE("Die Gegenstelle des Senders hat mehr Streams eines Typs geöffnet, als sie durfte.")),
    CODE(0x5, "STREAM_STATE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender received a frame for a stream whose state does not permit that frame."),
         ZH("发送方收到了某个流的帧，而该流的状态不允许这种帧。"),
         DE("Der Sender hat einen Frame für einen Stream empfangen, dessen Zustand diesen Frame nicht "
            "zulässt.")),
    CODE(0x6, "FINAL_SIZE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("A stream's final size was contradicted: by data beyond it, by another final size, or by "
            "data received before."),
         ZH("流的最终大小自相矛盾：数据超出了它，或给出了另一个最终大小，或与此前收到的数据不符。"),
         DE("Widersprüchliche Angaben zur endgültigen Größe eines Streams: Daten darüber hinaus, eine "
            "andere endgültige Größe oder früher empfangene Daten.")),
    CODE(0x7, "FRAME_ENCODING_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender received a frame that is badly formatted, such as one of an unknown type."),
         ZH("发送方收到了格式错误的帧，例如类型未知的帧。"),
         DE("Der Sender hat einen falsch kodierten Frame empfangen, etwa einen von unbekanntem Typ.")),
    CODE(0x8, "TRANSPORT_PARAMETER_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The peer's transport parameters were badly formatted, invalid, missing though mandatory, "
            "or present though forbidden."),
         ZH("对端的传输参数格式错误、无效、缺少必需项，或含有禁止项。"),
         DE("Die Transportparameter der Gegenstelle waren falsch kodiert, ungültig, trotz Pflicht nicht "
            "vorhanden oder trotz Verbots vorhanden.")),
    CODE(0x9, "CONNECTION_ID_LIMIT_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender's peer supplied more connection IDs than it was allowed to."),
         ZH("发送方的对端提供的连接 ID 超过了允许的数量。"),
         DE("Die Gegenstelle des Senders hat mehr Connection-IDs bereitgestellt, als sie durfte.")),
    CODE(0xa, "PROTOCOL_VIOLATION", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender saw its peer break the protocol, and no more specific code fits."),
         ZH("发送方发现对端违反了协议，且没有更具体的错误码适用。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle das Protokoll verletzt, und kein "
            "genauerer Code passt.")),
    CODE(0xb, "INVALID_TOKEN", IANA, CONNECTION, CLIENT, IDEMPOTENT, ONLY_BY(SERVER), RFC(9000, "20.1"),
         EN("The server received a client's Initial packet with an invalid token."),
         ZH("服务器收到了客户端的 Initial 包，其中的令牌无效。"),
         DE("Der Server hat ein Initial-Paket eines Clients mit einem ungültigen Token empfangen.")),
    CODE(0xc, "APPLICATION_ERROR", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The application closed the connection. Its own code is withheld because the handshake was "
            "not complete."),
         ZH("应用关闭了连接。由于握手尚未完成，应用自己的错误码未透露。"),
         DE("Die Anwendung hat die Verbindung geschlossen. Ihr eigener Code wird zurückgehalten, weil "
            "der Handshake noch nicht abgeschlossen war.")),
    CODE(0xd, "CRYPTO_BUFFER_EXCEEDED", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender received more handshake data in CRYPTO frames than it can buffer."),
         ZH("发送方在 CRYPTO 帧中收到的握手数据超过了它能缓冲的量。"),
         DE("Der Sender hat in CRYPTO-Frames mehr Handshake-Daten empfangen, als er puffern kann.")),
    CODE(0xe, "KEY_UPDATE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, FAILS_AGAIN, RFC(9000, "20.1"),
         EN("The sender saw its peer update packet protection keys in a wrong way."),
         ZH("发送方发现对端更新数据包保护密钥的方式有误。"),
         DE("Der Sender hat festgestellt, dass die Gegenstelle die Schlüssel des Paketschutzes auf "
            "falsche Weise erneuert.")),
    CODE(0xf, "AEAD_LIMIT_REACHED", IANA, CONNECTION, NOBODY, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The connection's keys have protected or failed to verify as many packets as is safe."),
         ZH("连接的密钥所保护的数据包，或验证失败的数据包，已达到安全上限。"),
         DE("Mit den Schlüsseln der Verbindung wurden so viele Pakete geschützt oder vergeblich geprüft, "
            "wie noch sicher ist.")),
    CODE(0x10, "NO_VIABLE_PATH", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender found that the network path does not support QUIC, for example because its MTU "
            "is too small."),
         ZH("发送方发现网络路径不支持 QUIC，例如因为其 MTU 太小。"),
         DE("Der Sender hat festgestellt, dass der Netzpfad QUIC nicht unterstützt, etwa weil seine MTU "
            "zu klein ist.")),
    CODE(0x11, "VERSION_NEGOTIATION_ERROR", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9368, "4"),
         EN("The peer's version information is missing, malformed or does not agree with the version in "
            "use; perhaps somebody forced an older version."),
         ZH("对端的版本信息缺失、格式错误，或与正在使用的版本不符；可能有人强制使用了旧版本。"),
         DE("Die Versionsangaben der Gegenstelle fehlen, sind fehlerhaft oder passen nicht zur "
            "verwendeten Version; vielleicht hat jemand eine ältere erzwungen.")),
    CODE(0x3e, "APPLICATION_ABANDON_PATH", IANA, CONNECTION, NOBODY, NOT_A_FAILURE, MULTIPATH,
         EN("Multipath: a path was abandoned because the application asked for it."),
         ZH("多路径：应用要求放弃，因此某条路径被放弃。"),
         DE("Multipath: Ein Pfad wurde aufgegeben, weil die Anwendung es verlangt hat.")),

    ALERT(0, "close_notify", NOBODY, NOT_A_FAILURE, RFC(8446, "6.1"),
          EN("TLS alert: the sender will send nothing more. In an application's close the same number is "
             "H3_NO_ERROR."),
          ZH("TLS 告警：发送方不会再发送任何数据。在应用的关闭中，同一码值是 H3_NO_ERROR。"),
          DE("TLS-Alert: Der Sender wird nichts mehr senden. Beim Schließen durch die Anwendung ist "
             "dieselbe Nummer H3_NO_ERROR.")),
    ALERT(10, "unexpected_message", PEER, IDEMPOTENT, FAILS_AGAIN, RFC(8446, "6.2"),
          EN("TLS alert: the sender received an inappropriate handshake message."),
          ZH("TLS 告警：发送方收到了不合时宜的握手消息。"),
          DE("TLS-Alert: Der Sender hat eine unpassende Handshake-Nachricht empfangen.")),
    ALERT(20, "bad_record_mac", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender could not verify a protected record."),
          ZH("TLS 告警：发送方无法验证一条受保护的记录。"),
          DE("TLS-Alert: Der Sender konnte einen geschützten Record nicht verifizieren.")),
    OLD_ALERT(21, "decryption_failed_RESERVED",
              EN("TLS alert, reserved: older versions used it for a record that could not be decrypted."),
              ZH("TLS 告警，保留：旧版本用它表示无法解密的记录。"),
              DE("TLS-Alert, reserviert: Ältere Versionen meldeten damit einen Record, der sich nicht "
                 "entschlüsseln ließ.")),
    ALERT(22, "record_overflow", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender received a record that is too long."),
          ZH("TLS 告警：发送方收到了过长的记录。"),
          DE("TLS-Alert: Der Sender hat einen zu langen Record empfangen.")),
    OLD_ALERT(30, "decompression_failure_RESERVED",
              EN("TLS alert, reserved: older versions used it for data that could not be decompressed."),
              ZH("TLS 告警，保留：旧版本用它表示无法解压的数据。"),
              DE("TLS-Alert, reserviert: Ältere Versionen meldeten damit Daten, die sich nicht "
                 "dekomprimieren ließen.")),
    ALERT(40, "handshake_failure", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the two sides have no acceptable set of security parameters in common."),
          ZH("TLS 告警：双方没有共同可接受的安全参数。"),
          DE("TLS-Alert: Es gibt keine Sicherheitsparameter, die beide Seiten annehmen.")),
    OLD_ALERT(41, "no_certificate_RESERVED",
              EN("TLS alert, reserved: SSL 3.0 used it for a client without a suitable certificate."),
              ZH("TLS 告警，保留：SSL 3.0 用它表示客户端没有合适的证书。"),
              DE("TLS-Alert, reserviert: SSL 3.0 meldete damit einen Client ohne passendes Zertifikat.")),
    ALERT(42, "bad_certificate", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate was corrupt or its signature did not verify."),
          ZH("TLS 告警：对端的证书已损坏，或其签名未通过验证。"),
          DE("TLS-Alert: Das Zertifikat der Gegenstelle war beschädigt, oder seine Signatur ließ sich "
             "nicht verifizieren.")),
    ALERT(43, "unsupported_certificate", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate is of a type that the sender does not support."),
          ZH("TLS 告警：发送方不支持对端证书的类型。"),
          DE("TLS-Alert: Das Zertifikat der Gegenstelle ist von einem Typ, den der Sender nicht "
             "unterstützt.")),
    ALERT(44, "certificate_revoked", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate was revoked by its issuer."),
          ZH("TLS 告警：对端的证书已被其颁发者吊销。"),
          DE("TLS-Alert: Das Zertifikat der Gegenstelle wurde von seinem Aussteller widerrufen.")),
    ALERT(45, "certificate_expired", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate has expired or is not valid at this time."),
          ZH("TLS 告警：对端的证书已过期，或当前不在有效期内。"),
          DE("TLS-Alert: Das Zertifikat der Gegenstelle ist abgelaufen oder zurzeit nicht gültig.")),
    ALERT(46, "certificate_unknown", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the sender did not accept the peer's certificate, for a reason that no other "
             "alert names."),
          ZH("TLS 告警：发送方不接受对端的证书，原因是其他告警都未涵盖的。"),
          DE("TLS-Alert: Der Sender hat das Zertifikat der Gegenstelle nicht akzeptiert, aus einem "
             "Grund, den kein anderer Alert nennt.")),
    ALERT(47, "illegal_parameter", PEER, IDEMPOTENT, FAILS_AGAIN, RFC(8446, "6.2"),
          EN("TLS alert: a handshake field was out of range or contradicted another one."),
          ZH("TLS 告警：某个握手字段超出范围，或与另一字段矛盾。"),
          DE("TLS-Alert: Ein Feld des Handshakes lag außerhalb seines Bereichs oder widersprach einem "
             "anderen.")),
    ALERT(48, "unknown_ca", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate chain does not lead to a certificate authority that the "
             "sender trusts."),
          ZH("TLS 告警：对端的证书链没有通向发送方信任的证书颁发机构。"),
          DE("TLS-Alert: Die Zertifikatskette der Gegenstelle führt zu keiner Zertifizierungsstelle, der "
             "der Sender vertraut.")),
    ALERT(49, "access_denied", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate or key is valid, but the sender's access control refused "
             "it."),
          ZH("TLS 告警：对端的证书或密钥有效，但被发送方的访问控制拒绝。"),
          DE("TLS-Alert: Zertifikat oder Schlüssel der Gegenstelle ist gültig, aber die "
             "Zugriffskontrolle des Senders hat abgelehnt.")),
    ALERT(50, "decode_error", PEER, IDEMPOTENT, FAILS_AGAIN, RFC(8446, "6.2"),
          EN("TLS alert: the sender could not parse a message: a field out of range or a wrong length."),
          ZH("TLS 告警：发送方无法解析一条消息：字段超出范围或长度错误。"),
          DE("TLS-Alert: Der Sender konnte eine Nachricht nicht parsen: ein Feld außerhalb seines "
             "Bereichs oder eine falsche Länge.")),
    ALERT(51, "decrypt_error", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: a cryptographic check of the handshake failed: a signature, a Finished message "
             "or a PSK binder."),
          ZH("TLS 告警：握手中的一项密码学校验失败：签名、Finished 消息或 PSK binder。"),
          DE("TLS-Alert: Eine kryptografische Prüfung im Handshake schlug fehl: Signatur, "
             "Finished-Nachricht oder PSK-Binder.")),
    ALERT(52, "too_many_cids_requested", PEER, IDEMPOTENT, TLS_ALERTS_REGISTRY,
          EN("DTLS alert: the peer asked for too many connection IDs. QUIC itself has no use for it."),
          ZH("DTLS 告警：对端请求了过多的连接 ID。QUIC 自身用不到它。"),
          DE("DTLS-Alert: Die Gegenstelle hat zu viele Connection-IDs angefordert. QUIC selbst hat dafür "
             "keine Verwendung.")),
    OLD_ALERT(60, "export_restriction_RESERVED",
              EN("TLS alert, reserved: TLS 1.0 drafts used it for a breach of export rules."),
              ZH("TLS 告警，保留：TLS 1.0 草案用它表示违反出口规定。"),
              DE("TLS-Alert, reserviert: Entwürfe von TLS 1.0 meldeten damit einen Verstoß gegen "
                 "Exportregeln.")),
    ALERT(70, "protocol_version", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the sender does not support the TLS version that its peer wanted."),
          ZH("TLS 告警：发送方不支持对端想要的 TLS 版本。"),
          DE("TLS-Alert: Der Sender unterstützt die TLS-Version nicht, die die Gegenstelle wollte.")),
    ALERT(71, "insufficient_security", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server requires stronger parameters than the client supports."),
          ZH("TLS 告警：服务器要求的参数强度高于客户端所支持的。"),
          DE("TLS-Alert: Der Server verlangt stärkere Parameter, als der Client unterstützt.")),
    ALERT(80, "internal_error", SENDER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender ran into an internal error that has nothing to do with its peer."),
          ZH("TLS 告警：发送方遇到了与对端无关的内部错误。"),
          DE("TLS-Alert: Beim Sender ist ein interner Fehler aufgetreten, der nichts mit der Gegenstelle "
             "zu tun hat.")),
    ALERT(86, "inappropriate_fallback", CLIENT, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server saw the client fall back to an older version than both could use."),
          ZH("TLS 告警：服务器发现客户端回退到了低于双方均可使用的版本。"),
          DE("TLS-Alert: Der Server hat bemerkt, dass der Client auf eine ältere Version zurückfiel, als "
             "beide nutzen könnten.")),
    ALERT(90, "user_canceled", NOBODY, UNKNOWN, RFC(8446, "6.1"),
          EN("TLS alert: the sender gave up the handshake, but not because of a protocol failure."),
          ZH("TLS 告警：发送方放弃了握手，但不是因为协议故障。"),
          DE("TLS-Alert: Der Sender hat den Handshake abgebrochen, aber nicht wegen eines "
             "Protokollfehlers.")),
    OLD_ALERT(100, "no_renegotiation_RESERVED",
              EN("TLS alert, reserved: older versions used it to decline a renegotiation."),
              ZH("TLS 告警，保留：旧版本用它拒绝重新协商。"),
              DE("TLS-Alert, reserviert: Ältere Versionen lehnten damit eine Neuaushandlung ab.")),
    ALERT(109, "missing_extension", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: a handshake message lacks a mandatory extension, such as QUIC's transport "
             "parameters."),
          ZH("TLS 告警：握手消息缺少必需的扩展，例如 QUIC 的传输参数。"),
          DE("TLS-Alert: Einer Handshake-Nachricht fehlt eine Pflicht-Erweiterung, etwa die "
             "Transportparameter von QUIC.")),
    ALERT(110, "unsupported_extension", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: a handshake message holds an extension that is forbidden there or was not "
             "offered."),
          ZH("TLS 告警：握手消息含有不允许出现在该处的扩展，或未曾提供的扩展。"),
          DE("TLS-Alert: Eine Handshake-Nachricht enthält eine Erweiterung, die dort verboten ist oder "
             "nicht angeboten wurde.")),
    OLD_ALERT(111, "certificate_unobtainable_RESERVED",
              EN("TLS alert, reserved: older versions used it for a certificate that could not be fetched "
                 "from its URL."),
              ZH("TLS 告警，保留：旧版本用它表示无法从 URL 获取证书。"),
              DE("TLS-Alert, reserviert: Ältere Versionen meldeten damit ein Zertifikat, das nicht von "
                 "seiner URL geholt werden konnte.")),
    ALERT(112, "unrecognized_name", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server does not know the host name that the client asked for (SNI)."),
          ZH("TLS 告警：服务器不认识客户端请求的主机名（SNI）。"),
          DE("TLS-Alert: Der Server kennt den Hostnamen nicht, den der Client verlangt hat (SNI).")),
    ALERT(113, "bad_certificate_status_response", SERVER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the client received an invalid or unacceptable OCSP response from the server."),
          ZH("TLS 告警：客户端从服务器收到了无效或不可接受的 OCSP 响应。"),
          DE("TLS-Alert: Der Client hat vom Server eine ungültige oder nicht annehmbare OCSP-Antwort "
             "erhalten.")),
    OLD_ALERT(114, "bad_certificate_hash_value_RESERVED",
              EN("TLS alert, reserved: older versions used it for a certificate whose hash does not match."),
              ZH("TLS 告警，保留：旧版本用它表示证书的哈希值不匹配。"),
              DE("TLS-Alert, reserviert: Ältere Versionen meldeten damit ein Zertifikat, dessen Hash "
                 "nicht passt.")),
    ALERT(115, "unknown_psk_identity", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server wants a pre-shared key and knows none of those that the client named."),
          ZH("TLS 告警：服务器要求预共享密钥，但不认识客户端列出的任何一个。"),
          DE("TLS-Alert: Der Server will einen Pre-Shared Key und kennt keinen von denen, die der Client "
             "genannt hat.")),
    ALERT(116, "certificate_required", CLIENT, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server requires a client certificate and got none."),
          ZH("TLS 告警：服务器要求客户端证书，但没有收到。"),
          DE("TLS-Alert: Der Server verlangt ein Client-Zertifikat und hat keines erhalten.")),
    ALERT(117, "general_error", UNKNOWN, UNKNOWN, TLS_ALERTS_REGISTRY,
          EN("TLS alert: an error for which there is no better alert, or which the sender prefers not to "
             "name."),
          ZH("TLS 告警：没有更合适的告警可用的错误，或发送方不愿说明的错误。"),
          DE("TLS-Alert: Ein Fehler, für den es keinen besseren Alert gibt oder den der Sender nicht "
             "nennen will.")),
    ALERT(120, "no_application_protocol", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: client and server have no application protocol (ALPN) in common."),
          ZH("TLS 告警：客户端与服务器没有共同的应用协议（ALPN）。"),
          DE("TLS-Alert: Client und Server haben kein gemeinsames Anwendungsprotokoll (ALPN).")),
    ALERT(121, "ech_required", UNKNOWN, AFTER_CHANGE, TLS_ALERTS_REGISTRY,
          EN("TLS alert: the server did not accept Encrypted Client Hello, which the client insists on."),
          ZH("TLS 告警：服务器没有接受 Encrypted Client Hello，而客户端坚持使用它。"),
          DE("TLS-Alert: Der Server hat Encrypted Client Hello nicht akzeptiert, der Client besteht aber "
             "darauf.")),

    CODE(0x3e75, "PATH_RESOURCE_LIMIT_REACHED", IANA, CONNECTION, SENDER, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because the sender lacks the resources to use it."),
         ZH("多路径：某条路径被放弃，因为发送方缺少使用它的资源。"),
         DE("Multipath: Ein Pfad wurde aufgegeben, weil dem Sender die Ressourcen dafür fehlen.")),
    CODE(0x3e76, "PATH_UNSTABLE_OR_POOR", IANA, CONNECTION, NOBODY, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because its interface is unstable or it performs poorly."),
         ZH("多路径：某条路径被放弃，因为其接口不稳定或性能不佳。"),
         DE("Multipath: Ein Pfad wurde aufgegeben, weil seine Schnittstelle instabil ist oder er "
            "schlechte Leistung bringt.")),
    CODE(0x3e77, "NO_CID_AVAILABLE_FOR_PATH", IANA, CONNECTION, UNKNOWN, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because there is no connection ID to use on it."),
         ZH("多路径：某条路径被放弃，因为没有可在其上使用的连接 ID。"),
         DE("Multipath: Ein Pfad wurde aufgegeben, weil es dafür keine Connection-ID gibt.")),
};

#define MAX UINT64_C(0x3fffffffffffffff)

static const struct hc_code ranges[] = {
    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(0xff), RFC(9000, "20.1"),
         EN("Not an assigned QUIC transport error code. The connection is closed all the same."),
         ZH("不是已分配的 QUIC 传输错误码。连接仍会关闭。"),
         DE("Kein vergebener QUIC-Transportfehlercode. Die Verbindung wird trotzdem geschlossen.")),
    CODE(CRYPTO_ERROR, "CRYPTO_ERROR", IANA, CONNECTION, UNKNOWN, UNKNOWN, TO(0x1ff), RFC(9001, "4.8"),
         EN("The TLS handshake failed. The code's low byte is the TLS alert, here one without a "
            "registered name."),
         ZH("TLS 握手失败。错误码的低字节是 TLS 告警，此处是没有注册名称的告警。"),
         DE("Der TLS-Handshake ist fehlgeschlagen. Das niederwertige Byte des Codes ist der TLS-Alert, "
            "hier einer ohne registrierten Namen.")),
    CODE(0x200, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(MAX), RFC(9000, "20.1"),
         EN("Not an assigned QUIC transport error code. The connection is closed all the same."),
         ZH("不是已分配的 QUIC 传输错误码。连接仍会关闭。"),
         DE("Kein vergebener QUIC-Transportfehlercode. Die Verbindung wird trotzdem geschlossen.")),
};

const struct hc_space hc_quic_error = {
    .id = HC_QUIC_ERROR,
    .name = "QUIC transport error",
    .family = "QUIC",
    .kind = {[HC_EN] = "error code", [HC_ZH_CN] = "错误码", [HC_DE] = "Fehlercode"},
    .filter = "quic_error",
    .target_filter = "map.quic",
    .carriers = "the transport's CONNECTION_CLOSE, and PATH_ABANDON, which ends a path alone",
    .max = MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_quic_error,
    .registry_url = "https://www.iana.org/assignments/quic/quic.xhtml#quic-transport-error-codes",
};
