/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/tls_records.h"

#include <string.h>

/* Content types (RFC 8446, section 5.1; RFC 6520), and the version, whose upper byte is 3 in all of them. */
enum { CHANGE_CIPHER_SPEC = 20, ALERT = 21, HANDSHAKE = 22, DATA = 23, HEARTBEAT = 24 };
enum { MAJOR = 3, HIGHEST_MINOR = 4 };

/* The version's upper byte is looked for, since that is fast, and the type stands before it. */
bool hc_tls_may_have_handshake(const uint8_t *bytes, size_t length) {
    const uint8_t *end = bytes + length;
    const uint8_t *from = bytes + 1;

    while (from < end) {
        const uint8_t *major = memchr(from, MAJOR, (size_t)(end - from));

        if (!major)
            return false;
        if ((major[-1] == HANDSHAKE || major[-1] == ALERT) && (major + 1 == end || major[1] <= HIGHEST_MINOR))
            return true;
        from = major + 1;
    }
    return false;
}

bool hc_tls_begins_with_data(const uint8_t *bytes, size_t length) {
    return length >= 2 && bytes[0] == DATA && bytes[1] == MAJOR;
}

static bool is_record(const uint8_t *bytes, size_t length) {
    return length >= 2 && bytes[0] >= CHANGE_CIPHER_SPEC && bytes[0] <= HEARTBEAT && bytes[1] == MAJOR;
}

/* The header has two bytes, or three. */
bool hc_tls_may_be_ssl2(const uint8_t *bytes, size_t length) {
    enum { LAST_MESSAGE = 8 };
    size_t header = length > 0 && bytes[0] & 0x80 ? 2 : 3;

    return length > header && bytes[header] <= LAST_MESSAGE && !is_record(bytes, length);
}
