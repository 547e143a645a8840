/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Follows the frames of a WebSocket (RFC 6455, section 5.2) through the bytes of one direction, which come in
 * pieces of any size, and tells of the Close frames among them. Plain C; knows nothing of Wireshark.
 *
 * Of data only the header of the frame being read is kept, of a Close its body: the state has one size
 * whatever the peer sends. What an extension does to data (RSV1 to RSV3, permessage-deflate) does not matter:
 * data are passed over, and control frames are not compressed (RFC 7692, section 6). */
#ifndef HTTPCODES_WEBSOCKET_FRAMES_H
#define HTTPCODES_WEBSOCKET_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "event.h"

enum {
    HC_MOST_CONTROL_BYTES = 125, /* of payload (RFC 6455, section 5.5) */
    HC_MOST_FRAME_HEADER = 14    /* bytes: 64-bit length and masking key (section 5.2) */
};

/* In hc_close_frame.code_at: the code began in an earlier piece, or there is none. */
#define HC_NOT_IN_PIECE SIZE_MAX

/* A Close, unmasked; of one that is too long the first 125 bytes. Lives while the listener is called. */
struct hc_close_frame {
    const uint8_t *reason; /* not ended by a NUL, and may hold any bytes; never NULL */
    uint8_t reason_length; /* bytes */
    uint8_t faults;        /* of enum hc_close_fault */
    bool has_code;         /* false where the body is empty, or of one byte */
    bool is_masked;        /* as a client's frames are, and no server's (section 5.1) */
    uint16_t code;         /* as sent; 0 without one */
    size_t code_at; /* where the code's two bytes begin in the piece that was read last; masked there if
                       the frame is */
};

/* Called as soon as the bytes are there. user is what was given to hc_websocket_frames_read(). */
struct hc_websocket_listener {
    void (*on_close)(void *user, const struct hc_close_frame *close);
    void (*on_data_after_close)(void *user); /* the first data frame behind a Close (section 5.5.1) */
};

/* One direction of one WebSocket. All zero is its beginning. */
struct hc_websocket_frames {
    uint64_t left;                        /* of the payload that is being read, in bytes */
    uint8_t header[HC_MOST_FRAME_HEADER]; /* of the frame that is being read */
    uint8_t header_length;                /* of it so many bytes were read */
    uint8_t body_length;                  /* of a Close, the same */
    uint8_t body[HC_MOST_CONTROL_BYTES];  /* as sent */
    bool is_lost;                         /* where the next frame begins is not known any more */
    bool has_frames;                      /* a header was read whole */
    bool is_closed;                       /* by a Close */
    bool has_data_after_close;
};
_Static_assert(sizeof(struct hc_websocket_frames) <= 160, "each open WebSocket has two of them");

/* Reads the next bytes of the direction. The first piece begins where the WebSocket does: with the first byte
 * behind the handshake. */
void hc_websocket_frames_read(struct hc_websocket_frames *frames, const uint8_t *bytes, size_t size,
                              const struct hc_websocket_listener *listener, void *user);

/* Bytes are missing, or were not captured: nothing more is said of this direction. */
void hc_websocket_frames_lose(struct hc_websocket_frames *frames);

/* Whether what was read ends with a whole frame, or nothing was read; false where the direction is lost. */
bool hc_websocket_frames_is_between(const struct hc_websocket_frames *frames);

#endif
