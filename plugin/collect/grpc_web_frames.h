/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Follows the frames of gRPC-Web (gRPC, PROTOCOL-WEB.md) through the content of a response, which comes in
 * pieces of any size, and tells of the trailers, which are its last frame. Plain C; knows nothing of
 * Wireshark.
 *
 * Messages are passed over, and of trailers no more than the first bytes are kept: the state has one size
 * whatever the peer sends. */
#ifndef HTTPCODES_COLLECT_GRPC_WEB_FRAMES_H
#define HTTPCODES_COLLECT_GRPC_WEB_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HC_MOST_GRPC_WEB_TRAILERS = 1024 };

/* In `at` of a listener: the trailers began in an earlier piece, or are encoded there. */
#define HC_TRAILERS_NOT_IN_PIECE SIZE_MAX

/* Lines as in a header section of HTTP/1; of longer ones the first bytes. They begin at `at` in the piece
 * that was read last, and live while the listener is called. */
typedef void hc_grpc_web_listener(void *user, const char *trailers, size_t length, size_t at);

/* The content of one response. All zero is its beginning; is_text is for the reader to set. */
struct hc_grpc_web_frames {
    uint32_t left; /* of the frame that is being read, in bytes */
    uint16_t kept; /* of the trailers that are being read */
    uint8_t header[5];
    uint8_t header_length; /* of it so many bytes were read */
    uint8_t symbols;       /* of base64 that are not decoded yet */
    uint8_t symbol[4];
    bool is_text; /* the content is in base64 (application/grpc-web-text), each frame or all of it */
    bool is_lost; /* where the next frame begins is not known any more, or these are none */
    char trailers[HC_MOST_GRPC_WEB_TRAILERS];
};

/* Reads the next bytes of the content. */
void hc_grpc_web_frames_read(struct hc_grpc_web_frames *frames, const uint8_t *bytes, size_t size,
                             hc_grpc_web_listener *listener, void *user);

/* Bytes are missing, or were not captured: nothing more is said. */
void hc_grpc_web_frames_lose(struct hc_grpc_web_frames *frames);

/* Whether what was read ends with a whole frame, or nothing was read; false where it is lost. */
bool hc_grpc_web_frames_are_whole(const struct hc_grpc_web_frames *frames);

#endif
