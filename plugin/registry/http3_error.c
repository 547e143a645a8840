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
    CODE(0x33, "H3_DATAGRAM_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9297, "5.2"),
         EN("The sender received an HTTP Datagram or a capsule that it cannot parse, or one for a "
            "request that has no use for datagrams.")),

    CODE(0x100, "H3_NO_ERROR", IANA, EITHER, NOBODY, NOT_A_FAILURE, RFC(9114, "8.1"),
         EN("No error: the connection or the stream is closed without a problem to report, such as an "
            "upload that a complete response made needless.")),
    CODE(0x101, "H3_GENERAL_PROTOCOL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9114, "8.1"),
         EN("The sender saw its peer break the protocol, and no more specific code fits or it prefers "
            "not to say.")),
    CODE(0x102, "H3_INTERNAL_ERROR", IANA, EITHER, SENDER, IDEMPOTENT, RFC(9114, "8.1"),
         EN("The sender's HTTP stack ran into an internal error.")),
    CODE(0x103, "H3_STREAM_CREATION_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9114, "6.2"),
         EN("The sender's peer opened a stream that it will not accept. On a stream it only refuses an "
            "unknown stream type.")),
    CODE(0x104, "H3_CLOSED_CRITICAL_STREAM", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "6.2.1"),
         EN("A stream that the connection cannot do without, a control or QPACK stream, was closed or "
            "reset.")),
    CODE(0x105, "H3_FRAME_UNEXPECTED", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "8.1"),
         EN("The sender received a frame that is not allowed in this state or on this stream.")),
    CODE(0x106, "H3_FRAME_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "7.1"),
         EN("The sender received a frame with a wrong layout or size.")),
    CODE(0x107, "H3_EXCESSIVE_LOAD", IANA, EITHER, PEER, IDEMPOTENT, RFC(9114, "10.5"),
         EN("The sender sees its peer behave in a way that might cause excessive load.")),
    CODE(0x108, "H3_ID_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "8.1"),
         EN("The sender's peer misused a stream ID or push ID: above a limit, below an earlier limit, "
            "or a second time.")),
    CODE(0x109, "H3_SETTINGS_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "7.2.4"),
         EN("The sender found an error in the content of a SETTINGS frame.")),
    CODE(0x10a, "H3_MISSING_SETTINGS", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9114, "6.2.1"),
         EN("The control stream did not begin with a SETTINGS frame.")),
    CODE(0x10b, "H3_REQUEST_REJECTED", IANA, STREAM, NOBODY, SAFE, ONLY_BY(SERVER), RFC(9114, "4.1.1"),
         EN("The server refused the request before any application processing. It can be sent again, "
            "whatever its method.")),
    CODE(0x10c, "H3_REQUEST_CANCELLED", IANA, STREAM, NOBODY, IDEMPOTENT, RFC(9114, "4.1.1"),
         EN("The sender gave up the request, its response or a pushed response. The request may have "
            "been processed.")),
    CODE(0x10d, "H3_REQUEST_INCOMPLETE", IANA, STREAM, CLIENT, IDEMPOTENT, RFC(9114, "4.1"),
         EN("The client's stream ended before the request was complete.")),
    CODE(0x10e, "H3_MESSAGE_ERROR", IANA, STREAM, PEER, IDEMPOTENT, RFC(9114, "4.1.2"),
         EN("The sender received a malformed HTTP message, such as one with forbidden or missing fields "
            "or with a wrong content length.")),
    CODE(0x10f, "H3_CONNECT_ERROR", IANA, STREAM, UNKNOWN, IDEMPOTENT, RFC(9114, "4.4"),
         EN("The TCP connection behind a CONNECT tunnel was reset or closed abnormally.")),
    CODE(0x110, "H3_VERSION_FALLBACK", IANA, EITHER, NOBODY, AFTER_CHANGE, RFC(9114, "8.1"),
         EN("The request cannot be served over HTTP/3. The peer should send it again over HTTP/1.1.")),

    CODE(0x200, "QPACK_DECOMPRESSION_FAILED", IANA, EITHER, PEER, IDEMPOTENT, RFC(9204, "6"),
         EN("The sender could not decode a field section. It loses the stream for a value beyond its "
            "limits, the whole connection otherwise.")),
    CODE(0x201, "QPACK_ENCODER_STREAM_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9204, "6"),
         EN("The sender could not understand an instruction on its peer's QPACK encoder stream.")),
    CODE(0x202, "QPACK_DECODER_STREAM_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9204, "6"),
         EN("The sender could not understand an instruction on its peer's QPACK decoder stream.")),

    CODE(0x045d4487, "WT_FLOW_CONTROL_ERROR", WEBTRANSPORT, STREAM, PEER, UNKNOWN, WEBTRANSPORT_DRAFT,
         EN("A WebTransport session was closed because the sender's peer broke the session's flow "
            "control.")),
    CODE(0x0817b3dd, "WT_ALPN_ERROR", WEBTRANSPORT, STREAM, UNKNOWN, UNKNOWN, WEBTRANSPORT_DRAFT,
         EN("A WebTransport session was closed because client and server did not agree on an "
            "application protocol.")),
    CODE(0x170d7b68, "WT_SESSION_GONE", WEBTRANSPORT, STREAM, NOBODY, UNKNOWN, WEBTRANSPORT_DRAFT,
         ALIASES("WEBTRANSPORT_SESSION_GONE"),
         EN("The stream ends because its WebTransport session was closed, or nobody reads the session's "
            "CONNECT stream any more.")),
    CODE(0x212c0d48, "WT_REQUIREMENTS_NOT_MET", WEBTRANSPORT, EITHER, PEER, AFTER_CHANGE, WEBTRANSPORT_DRAFT,
         EN("WebTransport is not possible: the peer lacks a setting or a transport parameter that it "
            "needs.")),
    CODE(0x3994bd84, "WT_BUFFERED_STREAM_REJECTED", WEBTRANSPORT, STREAM, NOBODY, UNKNOWN, WEBTRANSPORT_DRAFT,
         ALIASES("WEBTRANSPORT_BUFFERED_STREAM_REJECTED"),
         EN("The sender refused a WebTransport stream that it could not assign to a session yet and had "
            "no room to keep.")),
};

#define MAX UINT64_C(0x3fffffffffffffff)

static const struct hc_code ranges[] = {
    CODE(0x21, "GREASE", FROM("IANA", GREASE), EITHER, NOBODY, NOT_A_FAILURE, TO(MAX - 1), EVERY(0x1f),
         RFC(9114, "8.1"),
         EN("Reserved, to prove that unknown codes do no harm. It has the meaning of H3_NO_ERROR.")),

    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(0xd), RFC(9114, "8"),
         EN("An HTTP/2 number that is unassigned in HTTP/3, where codes begin at 0x100. The receiver "
            "must treat it as H3_NO_ERROR.")),
    CODE(0xe, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(HC_WEBTRANSPORT_FIRST - 1), RFC(9114, "8"),
         EN("Not an assigned HTTP/3 error code. The receiver must treat it as H3_NO_ERROR.")),
    CODE(HC_WEBTRANSPORT_FIRST, "WT_APPLICATION_ERROR", WEBTRANSPORT, STREAM, UNKNOWN, UNKNOWN,
         TO(HC_WEBTRANSPORT_LAST), WEBTRANSPORT_DRAFT, ALIASES("WEBTRANSPORT_APPLICATION_ERROR"),
         EN("A WebTransport application ended the stream with a 32-bit code of its own, which this "
            "number contains.")),
    CODE(HC_WEBTRANSPORT_LAST + 1, "Unknown", NOBODYS, NONE, UNKNOWN, NOT_A_FAILURE, TO(MAX), RFC(9114, "8"),
         EN("Not an assigned HTTP/3 error code. The receiver must treat it as H3_NO_ERROR.")),
};

const struct hc_space hc_http3_error = {
    .id = HC_HTTP3_ERROR,
    .name = "HTTP/3 error",
    .filter = "http3_error",
    .max = MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://www.iana.org/assignments/http3-parameters/"
                    "http3-parameters.xhtml#http3-parameters-error-codes",
};
