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

#define MULTIPATH                                                                                            \
    DOC("draft-ietf-quic-multipath-21, section 4.2.1",                                                       \
        "https://datatracker.ietf.org/doc/html/draft-ietf-quic-multipath-21#section-4.2.1")

static const struct hc_code codes[] = {
    CODE(0x0, "NO_ERROR", IANA, CONNECTION, NOBODY, NOT_A_FAILURE, RFC(9000, "20.1"),
         EN("The connection is closed abruptly, but without an error.")),
    CODE(0x1, "INTERNAL_ERROR", IANA, CONNECTION, SENDER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender ran into an internal error and cannot go on with the connection.")),
    CODE(0x2, "CONNECTION_REFUSED", IANA, CONNECTION, NOBODY, IDEMPOTENT, ONLY_BY(SERVER), RFC(9000, "20.1"),
         EN("The server refused a new connection.")),
    CODE(0x3, "FLOW_CONTROL_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender received more data than the limits it had announced.")),
    CODE(0x4, "STREAM_LIMIT_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender's peer opened more streams of one type than it was allowed to.")),
    CODE(0x5, "STREAM_STATE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender received a frame for a stream whose state does not permit that frame.")),
    CODE(0x6, "FINAL_SIZE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("A stream's final size was contradicted: by data beyond it, by another final size, or by "
            "data received before.")),
    CODE(0x7, "FRAME_ENCODING_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender received a frame that is badly formatted, such as one of an unknown type.")),
    CODE(0x8, "TRANSPORT_PARAMETER_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The peer's transport parameters were badly formatted, invalid, missing though mandatory, "
            "or present though forbidden.")),
    CODE(0x9, "CONNECTION_ID_LIMIT_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender's peer supplied more connection IDs than it was allowed to.")),
    CODE(0xa, "PROTOCOL_VIOLATION", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender saw its peer break the protocol, and no more specific code fits.")),
    CODE(0xb, "INVALID_TOKEN", IANA, CONNECTION, CLIENT, IDEMPOTENT, ONLY_BY(SERVER), RFC(9000, "20.1"),
         EN("The server received a client's Initial packet with an invalid token.")),
    CODE(0xc, "APPLICATION_ERROR", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The application closed the connection. Its own code is withheld because the handshake was "
            "not complete.")),
    CODE(0xd, "CRYPTO_BUFFER_EXCEEDED", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender received more handshake data in CRYPTO frames than it can buffer.")),
    CODE(0xe, "KEY_UPDATE_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender saw its peer update packet protection keys in a wrong way.")),
    CODE(0xf, "AEAD_LIMIT_REACHED", IANA, CONNECTION, NOBODY, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The connection's keys have protected or failed to verify as many packets as is safe.")),
    CODE(0x10, "NO_VIABLE_PATH", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9000, "20.1"),
         EN("The sender found that the network path does not support QUIC, for example because its MTU "
            "is too small.")),
    CODE(0x11, "VERSION_NEGOTIATION_ERROR", IANA, CONNECTION, UNKNOWN, IDEMPOTENT, RFC(9368, "4"),
         EN("The peer's version information is missing, malformed or does not agree with the version in "
            "use; perhaps somebody forced an older version.")),
    CODE(0x3e, "APPLICATION_ABANDON_PATH", IANA, CONNECTION, NOBODY, NOT_A_FAILURE, MULTIPATH,
         EN("Multipath: a path was abandoned because the application asked for it.")),

    ALERT(0, "close_notify", NOBODY, NOT_A_FAILURE, RFC(8446, "6.1"),
          EN("TLS alert: the sender will send nothing more. In an application's close the same number is "
             "H3_NO_ERROR.")),
    ALERT(10, "unexpected_message", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender received an inappropriate handshake message.")),
    ALERT(20, "bad_record_mac", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender could not verify a protected record.")),
    OLD_ALERT(21, "decryption_failed_RESERVED",
              EN("TLS alert, reserved: older versions used it for a record that could not be decrypted.")),
    ALERT(22, "record_overflow", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender received a record that is too long.")),
    OLD_ALERT(30, "decompression_failure_RESERVED",
              EN("TLS alert, reserved: older versions used it for data that could not be decompressed.")),
    ALERT(40, "handshake_failure", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the two sides have no acceptable set of security parameters in common.")),
    OLD_ALERT(41, "no_certificate_RESERVED",
              EN("TLS alert, reserved: SSL 3.0 used it for a client without a suitable certificate.")),
    ALERT(42, "bad_certificate", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate was corrupt or its signature did not verify.")),
    ALERT(43, "unsupported_certificate", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate is of a type that the sender does not support.")),
    ALERT(44, "certificate_revoked", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate was revoked by its issuer.")),
    ALERT(45, "certificate_expired", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate has expired or is not valid at this time.")),
    ALERT(46, "certificate_unknown", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the sender did not accept the peer's certificate, for a reason that no other "
             "alert names.")),
    ALERT(47, "illegal_parameter", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: a handshake field was out of range or contradicted another one.")),
    ALERT(48, "unknown_ca", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate chain does not lead to a certificate authority that the "
             "sender trusts.")),
    ALERT(49, "access_denied", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the peer's certificate or key is valid, but the sender's access control refused "
             "it.")),
    ALERT(50, "decode_error", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender could not parse a message: a field out of range or a wrong length.")),
    ALERT(51, "decrypt_error", PEER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: a cryptographic check of the handshake failed: a signature, a Finished message "
             "or a PSK binder.")),
    ALERT(52, "too_many_cids_requested", PEER, IDEMPOTENT, TLS_ALERTS_REGISTRY,
          EN("DTLS alert: the peer asked for too many connection IDs. QUIC itself has no use for it.")),
    OLD_ALERT(60, "export_restriction_RESERVED",
              EN("TLS alert, reserved: TLS 1.0 drafts used it for a breach of export rules.")),
    ALERT(70, "protocol_version", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the sender does not support the TLS version that its peer wanted.")),
    ALERT(71, "insufficient_security", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server requires stronger parameters than the client supports.")),
    ALERT(80, "internal_error", SENDER, IDEMPOTENT, RFC(8446, "6.2"),
          EN("TLS alert: the sender ran into an internal error that has nothing to do with its peer.")),
    ALERT(86, "inappropriate_fallback", CLIENT, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server saw the client fall back to an older version than both could use.")),
    ALERT(90, "user_canceled", NOBODY, UNKNOWN, RFC(8446, "6.1"),
          EN("TLS alert: the sender gave up the handshake, but not because of a protocol failure.")),
    OLD_ALERT(100, "no_renegotiation_RESERVED",
              EN("TLS alert, reserved: older versions used it to decline a renegotiation.")),
    ALERT(109, "missing_extension", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: a handshake message lacks a mandatory extension, such as QUIC's transport "
             "parameters.")),
    ALERT(110, "unsupported_extension", PEER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: a handshake message holds an extension that is forbidden there or was not "
             "offered.")),
    OLD_ALERT(111, "certificate_unobtainable_RESERVED",
              EN("TLS alert, reserved: older versions used it for a certificate that could not be fetched "
                 "from its URL.")),
    ALERT(112, "unrecognized_name", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server does not know the host name that the client asked for (SNI).")),
    ALERT(113, "bad_certificate_status_response", SERVER, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the client received an invalid or unacceptable OCSP response from the server.")),
    OLD_ALERT(114, "bad_certificate_hash_value_RESERVED",
              EN("TLS alert, reserved: older versions used it for a certificate whose hash does not match.")),
    ALERT(115, "unknown_psk_identity", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server wants a pre-shared key and knows none of those that the client named.")),
    ALERT(116, "certificate_required", CLIENT, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: the server requires a client certificate and got none.")),
    ALERT(117, "general_error", UNKNOWN, UNKNOWN, TLS_ALERTS_REGISTRY,
          EN("TLS alert: an error for which there is no better alert, or which the sender prefers not to "
             "name.")),
    ALERT(120, "no_application_protocol", UNKNOWN, AFTER_CHANGE, RFC(8446, "6.2"),
          EN("TLS alert: client and server have no application protocol (ALPN) in common.")),
    ALERT(121, "ech_required", UNKNOWN, AFTER_CHANGE, TLS_ALERTS_REGISTRY,
          EN("TLS alert: the server did not accept Encrypted Client Hello, which the client insists on.")),

    CODE(0x3e75, "PATH_RESOURCE_LIMIT_REACHED", IANA, CONNECTION, SENDER, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because the sender lacks the resources to use it.")),
    CODE(0x3e76, "PATH_UNSTABLE_OR_POOR", IANA, CONNECTION, NOBODY, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because its interface is unstable or it performs poorly.")),
    CODE(0x3e77, "NO_CID_AVAILABLE_FOR_PATH", IANA, CONNECTION, UNKNOWN, UNKNOWN, MULTIPATH,
         EN("Multipath: a path was abandoned because there is no connection ID to use on it.")),
};

#define MAX UINT64_C(0x3fffffffffffffff)

static const struct hc_code ranges[] = {
    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(0xff), RFC(9000, "20.1"),
         EN("Not an assigned QUIC transport error code. The connection is closed all the same.")),
    CODE(CRYPTO_ERROR, "CRYPTO_ERROR", IANA, CONNECTION, UNKNOWN, UNKNOWN, TO(0x1ff), RFC(9001, "4.8"),
         EN("The TLS handshake failed. The code's low byte is the TLS alert, here one without a "
            "registered name.")),
    CODE(0x200, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(MAX), RFC(9000, "20.1"),
         EN("Not an assigned QUIC transport error code. The connection is closed all the same.")),
};

const struct hc_space hc_quic_error = {
    .id = HC_QUIC_ERROR,
    .name = "QUIC transport error",
    .filter = "quic_error",
    .max = MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://www.iana.org/assignments/quic/quic.xhtml#quic-transport-error-codes",
};
