/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The header lines of a message of HTTP/1 (RFC 9112, section 5), and the target of a request, from its bytes:
 * Wireshark makes an item and some strings of each. */
#ifndef HTTPCODES_COLLECT_HTTP1_HEAD_H
#define HTTPCODES_COLLECT_HTTP1_HEAD_H

#include "collect/bytes.h"

struct hc_http1_lines {
    struct hc_span source; /* all that could be the head, from its first line on */
    const char *begin;     /* of it; NULL where there is nothing */
    const char *next;      /* the line that is read next */
    const char *end;       /* of all that was captured */
    bool is_whole;         /* the empty line was seen that ends the head */
    unsigned head_length;  /* from the first line to the content, then; else 0 */
};

/* Begins with the lines behind the first one, which goes on at the span. */
struct hc_http1_lines hc_http1_lines(struct hc_span first_line);

/* The next line's name and value, without white space around; the span is the line's. A line that goes on in
 * the next one is one with it. False at the end of the head, and where a line was not captured to its end. */
bool hc_http1_next_line(struct hc_http1_lines *lines, struct hc_header *header);

/* The line, whose name this row has. Its text is one line, and else as hc_bytes_line() says. */
struct hc_line hc_http1_line(const struct hc_header *header, const struct hc_carrier_row *row,
                             wmem_allocator_t *scope);

/* The target of a request (RFC 9112, section 3.2), whose method has so many bytes. As dissectors read it, it
 * is empty where it does not follow behind a single space. */
char *hc_http1_target(const struct hc_http1_lines *lines, unsigned method_length, wmem_allocator_t *scope);

#endif
