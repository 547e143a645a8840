/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and words out of the bytes of a captured packet, which may hold anything. */
#ifndef HTTPCODES_COLLECT_BYTES_H
#define HTTPCODES_COLLECT_BYTES_H

#include "collect/block.h"

/* The status that the bytes of a status line spell: what stands on the wire, not what a dissector made of it
 * ("2000" is 2000 here, and 200 to Wireshark). False where they spell no number, or one that could be taken
 * for another ("2xx", "0200"); RFC 9110, section 15, wants three digits. */
bool hc_bytes_status(struct hc_span span, uint64_t *value);

/* The same of a header line, whose value has so many bytes. */
bool hc_digits_status(const char *text, size_t length, uint64_t *value);

/* A number of decimal digits and nothing else; false otherwise, and where it exceeds 32 bits. */
bool hc_digits_number(const char *text, uint64_t *value);

/* The QUIC variable-length integer that the bytes begin with (RFC 9000, section 16); false where they are too
 * few. */
bool hc_bytes_varint(struct hc_span span, uint64_t *value);

/* Header lines as HTTP/2's dissector unpacks them, one behind the other: the length of the name in 4 bytes,
 * the name, the length of the value in 4 bytes, the value. */
struct hc_header_lines {
    struct hc_span left;  /* that were not read yet */
    const uint8_t *bytes; /* the same; NULL where there are none */
};
/* Reads a copy in the scope: Wireshark keeps each line by itself, and looks for each place among them. */
struct hc_header_lines hc_bytes_header_lines(struct hc_span span, wmem_allocator_t *scope);

/* The next one's name and value, where they are at hand; false where they are not all there. */
struct hc_header {
    const char *name, *value;
    unsigned name_length, value_length;
    struct hc_span span; /* of the value; in HTTP/1 of the line */
};
bool hc_bytes_next_header(struct hc_header_lines *lines, struct hc_header *header);

/* The value in the scope, ASCII as dissectors read header lines, and cut where it is too long to be of use.
 */
char *hc_bytes_text(const struct hc_header *header, wmem_allocator_t *scope);
/* The line with this text, if it is one of ours. */
bool hc_bytes_line(const struct hc_header *header, wmem_allocator_t *scope, struct hc_line *line);

/* A header line that was decoded from bytes which do not spell it; the same, and its span is not known. */
bool hc_bytes_decoded_header(const char *name, size_t name_length, const char *value, size_t value_length,
                             wmem_allocator_t *scope, struct hc_line *line);

/* Kept as memory/strings.h says. NULL where there are no words. */
const char *hc_bytes_keep(struct hc_span span);
/* The same of bytes that are in no data source. */
const char *hc_keep_words(const char *bytes, size_t length);
/* The same for grpc-message, which is percent-encoded (gRPC, PROTOCOL-HTTP2.md, "Responses"). */
const char *hc_keep_percent_decoded(const char *text);

#endif
