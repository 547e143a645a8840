/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bytes that are one whole message of HTTP/1 and nothing else, in the plainest form there is: of such a
 * message dissection finds nothing that does not stand in the bytes. */
#ifndef HTTPCODES_COLLECT_PLAIN_HTTP1_H
#define HTTPCODES_COLLECT_PLAIN_HTTP1_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "HTTP/1.1 404 Not Found": where the status stands in its line, and how long it is (RFC 9112, section 4). */
enum { HC_STATUS_AT = 9, HC_STATUS_LENGTH = 3 };

struct hc_plain_http1 {
    bool is_response;
    unsigned at, length; /* of the method of a request, or the status of a response, in bytes */
};

/* False where they are not, and wherever a dissector could think otherwise: of a message whose end is that of
 * its connection, that is answered by a tunnel or opens one, whose lines are folded or end oddly, that names
 * its length twice. */
bool hc_plain_http1_read(struct hc_plain_http1 *found, const uint8_t *bytes, size_t length);

#endif
