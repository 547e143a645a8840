/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Follows capsules (RFC 9297, section 3.2) through the bytes of one direction of a tunnel, which come in
 * pieces of any size, and tells of the one that closes a WebTransport session. Plain C; knows nothing of
 * Wireshark.
 *
 * Of that one the code and the reason are kept, of others nothing. */
#ifndef HTTPCODES_COLLECT_CAPSULES_H
#define HTTPCODES_COLLECT_CAPSULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* CLOSE_WEBTRANSPORT_SESSION (draft-ietf-webtrans-http3, section 6): 32 bits of code, and at most so many
 * bytes of UTF-8. */
enum { HC_LONGEST_SESSION_REASON = 1024 };

/* The reason is as sent, and not ended by a NUL. It lives while the listener is called. */
typedef void hc_session_close_listener(void *user, uint32_t code, const char *reason, size_t length);

/* One direction. All zero is its beginning. */
struct hc_capsules {
    uint64_t left;         /* of the capsule's value that is being read, in bytes */
    uint16_t kept;         /* of one that closes the session */
    uint8_t header_length; /* of it so many bytes were read */
    uint8_t header[16];    /* two variable-length integers: type, and length of the value */
    bool closes_session;   /* the capsule that is being read does */
    bool is_lost;          /* where the next capsule begins is not known any more */
    uint8_t value[4 + HC_LONGEST_SESSION_REASON];
};

/* Reads the next bytes of the direction. */
void hc_capsules_read(struct hc_capsules *capsules, const uint8_t *bytes, size_t size,
                      hc_session_close_listener *listener, void *user);

/* Bytes are missing, or were not captured: nothing more is said. */
void hc_capsules_lose(struct hc_capsules *capsules);

#endif
