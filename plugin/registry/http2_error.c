/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/2 error codes (RFC 9113, section 7), carried in RST_STREAM and GOAWAY. */
#include "registry/row.h"

static const struct hc_code codes[] = {
    CODE(0x0, "NO_ERROR", IANA, EITHER, NOBODY, NOT_A_FAILURE, RFC(9113, "7"),
         EN("No error. GOAWAY carries it to close a connection in good order, RST_STREAM to stop an "
            "upload after a complete response.")),
    CODE(0x1, "PROTOCOL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender saw its peer break the protocol, and no more specific code fits.")),
    CODE(0x2, "INTERNAL_ERROR", IANA, EITHER, SENDER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender ran into an unexpected internal error.")),
    CODE(0x3, "FLOW_CONTROL_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender saw its peer violate flow control: more data than the window allowed, or a "
            "window beyond its limit.")),
    CODE(0x4, "SETTINGS_TIMEOUT", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender sent SETTINGS and its peer did not acknowledge them in time.")),
    CODE(0x5, "STREAM_CLOSED", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender received a frame on a stream that its peer had already closed.")),
    CODE(0x6, "FRAME_SIZE_ERROR", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender received a frame of an invalid size.")),
    CODE(0x7, "REFUSED_STREAM", IANA, STREAM, NOBODY, SAFE, RFC(9113, "8.7"),
         EN("The sender refused the stream before any application processing. The request can be sent "
            "again, whatever its method.")),
    CODE(0x8, "CANCEL", IANA, STREAM, NOBODY, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender no longer needs the stream.")),
    CODE(0x9, "COMPRESSION_ERROR", IANA, CONNECTION, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender can no longer decode its peer's header compression (HPACK), so the whole "
            "connection is lost.")),
    CODE(0xa, "CONNECT_ERROR", IANA, STREAM, UNKNOWN, IDEMPOTENT, RFC(9113, "8.5"),
         EN("The TCP connection behind a CONNECT tunnel was reset or closed abnormally.")),
    CODE(0xb, "ENHANCE_YOUR_CALM", IANA, EITHER, PEER, IDEMPOTENT, RFC(9113, "7"),
         EN("The sender sees its peer behave in a way that might cause excessive load.")),
    CODE(0xc, "INADEQUATE_SECURITY", IANA, CONNECTION, UNKNOWN, AFTER_CHANGE, RFC(9113, "9.2"),
         EN("The transport below, that is its TLS version or cipher suite, does not meet the minimum "
            "security requirements.")),
    CODE(0xd, "HTTP_1_1_REQUIRED", IANA, EITHER, NOBODY, AFTER_CHANGE, RFC(9113, "7"),
         EN("The sender requires HTTP/1.1 instead of HTTP/2 for this request.")),
};

static const struct hc_code ranges[] = {
    CODE(0x0, "Unknown", NOBODYS, NONE, UNKNOWN, IDEMPOTENT, TO(UINT32_MAX), RFC(9113, "7"),
         EN("Not an assigned HTTP/2 error code. It triggers no special behaviour; the receiver may "
            "treat it as INTERNAL_ERROR.")),
};

const struct hc_space hc_http2_error = {
    .id = HC_HTTP2_ERROR,
    .name = "HTTP/2 error",
    .filter = "http2_error",
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://www.iana.org/assignments/http2-parameters/http2-parameters.xhtml#error-code",
};
