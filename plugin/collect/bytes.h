/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and words out of the bytes of a captured packet, which may hold anything. */
#ifndef HTTPCODES_COLLECT_BYTES_H
#define HTTPCODES_COLLECT_BYTES_H

#include <epan/packet.h>

/* The status that the field's bytes spell, in a status line or in a header field: what stands on the wire,
 * not what a dissector made of it ("2000" is 2000 here, and 200 to Wireshark). False where they spell no
 * number, or one that could be taken for another ("2xx", "0200"); RFC 9110, section 15, wants three digits.
 */
bool hc_bytes_status(const field_info *field, bool in_status_line, uint64_t *value);

/* A number of decimal digits and nothing else; false otherwise, and where it exceeds 32 bits. */
bool hc_digits_number(const char *text, uint64_t *value);

/* The QUIC variable-length integer that the field's bytes begin with (RFC 9000, section 16); false where they
 * are too few. */
bool hc_bytes_varint(const field_info *field, uint64_t *value);

/* A header field as HTTP/2's dissector unpacks it: the length of the name in 4 bytes, the name, the length of
 * the value in 4 bytes, the value. */
struct hc_header_place {
    char name[32];     /* a longer one is none of ours */
    int value, length; /* where the value stands, in the field's data source */
};

/* Where the parts of the header field are that begins with this field; false where they are not all there. */
bool hc_bytes_header(const field_info *field, struct hc_header_place *place);

/* The bytes of a field as ASCII, as dissectors read header fields; cut where it is too long to be of use. */
const char *hc_bytes_text(wmem_allocator_t *scope, const field_info *field);

/* The field's bytes, kept as memory/strings.h says. NULL where there are no words. */
const char *hc_bytes_keep(const field_info *field);
/* The same for grpc-message, which is percent-encoded (gRPC, PROTOCOL-HTTP2.md, "Responses"). */
const char *hc_keep_percent_decoded(const char *text);

#endif
