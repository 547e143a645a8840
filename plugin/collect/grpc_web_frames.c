/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/grpc_web_frames.h"

#include <string.h>

/* The first byte of a frame says what it is; behind it stands a length of 32 bits. */
enum { COMPRESSED = 0x01, TRAILERS = 0x80, HEADER = 5 };

/* Who is told, and how far the caller's piece was read. */
struct piece {
    hc_grpc_web_listener *listener;
    void *user;
    size_t at;
};

static bool are_trailers(const struct hc_grpc_web_frames *frames) {
    return frames->header[0] & TRAILERS;
}

static bool has_whole_header(const struct hc_grpc_web_frames *frames) {
    return frames->header_length == HEADER;
}

static void tell(struct hc_grpc_web_frames *frames, const struct piece *piece) {
    size_t at =
        frames->is_text || frames->kept > piece->at ? HC_TRAILERS_NOT_IN_PIECE : piece->at - frames->kept;

    piece->listener(piece->user, frames->trailers, frames->kept, at);
}

static void begin_frame(struct hc_grpc_web_frames *frames) {
    const uint8_t *header = frames->header;

    frames->left =
        (uint32_t)header[1] << 24 | (uint32_t)header[2] << 16 | (uint32_t)header[3] << 8 | header[4];
    frames->kept = 0;
    /* Of content that is compressed, or something else, the first byte hardly looks so; compressed trailers
     * cannot be read. */
    if (header[0] & ~(TRAILERS | COMPRESSED) || header[0] == (TRAILERS | COMPRESSED))
        hc_grpc_web_frames_lose(frames);
}

static void take_trailer(struct hc_grpc_web_frames *frames, uint8_t byte, const struct piece *piece) {
    if (frames->kept == HC_MOST_GRPC_WEB_TRAILERS)
        return;
    frames->trailers[frames->kept++] = (char)byte;
    if (frames->left == 0 || frames->kept == HC_MOST_GRPC_WEB_TRAILERS)
        tell(frames, piece);
}

static void take_byte(struct hc_grpc_web_frames *frames, uint8_t byte, const struct piece *piece) {
    if (frames->left > 0) {
        frames->left--;
        if (are_trailers(frames))
            take_trailer(frames, byte, piece);
        return;
    }
    if (has_whole_header(frames))
        frames->header_length = 0;
    frames->header[frames->header_length++] = byte;
    if (has_whole_header(frames))
        begin_frame(frames);
}

/* ---- base64 (RFC 4648, section 4) ---- */

enum { PADDING = 64, NO_SYMBOL = 65 };

static uint8_t value_of(uint8_t symbol) {
    static const char symbols[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    const char *found = symbol ? strchr(symbols, symbol) : NULL;

    return found ? (uint8_t)(found - symbols) : NO_SYMBOL;
}

/* Three bytes, or fewer before padding, which may stand behind each part that was encoded by itself. */
static void decode(struct hc_grpc_web_frames *frames, const struct piece *piece) {
    const uint8_t *symbol = frames->symbol;
    uint32_t bits = 0;
    unsigned bytes = symbol[2] == PADDING ? 1 : symbol[3] == PADDING ? 2 : 3;

    for (size_t i = 0; i < 4; i++)
        bits = bits << 6 | (symbol[i] & 0x3f);
    for (unsigned i = 0; i < bytes && !frames->is_lost; i++)
        take_byte(frames, (uint8_t)(bits >> (16 - 8 * i)), piece);
}

static void take_symbol(struct hc_grpc_web_frames *frames, uint8_t byte, const struct piece *piece) {
    uint8_t value = value_of(byte);

    if (value == NO_SYMBOL || (value == PADDING && frames->symbols < 2)) {
        hc_grpc_web_frames_lose(frames);
        return;
    }
    frames->symbol[frames->symbols++] = value;
    if (frames->symbols == 4) {
        frames->symbols = 0;
        decode(frames, piece);
    }
}

/* ---- */

/* A message is passed over at once. */
static size_t pass_over(struct hc_grpc_web_frames *frames, size_t most) {
    size_t passed = frames->left < most ? frames->left : most;

    if (frames->is_text || frames->left == 0 || are_trailers(frames))
        return 0;
    frames->left -= (uint32_t)passed;
    return passed;
}

void hc_grpc_web_frames_read(struct hc_grpc_web_frames *frames, const uint8_t *bytes, size_t size,
                             hc_grpc_web_listener *listener, void *user) {
    struct piece piece = {.listener = listener, .user = user};

    while (!frames->is_lost && piece.at < size) {
        size_t passed = pass_over(frames, size - piece.at);

        piece.at += passed;
        if (passed > 0)
            continue;
        piece.at++;
        if (frames->is_text)
            take_symbol(frames, bytes[piece.at - 1], &piece);
        else
            take_byte(frames, bytes[piece.at - 1], &piece);
    }
}

void hc_grpc_web_frames_lose(struct hc_grpc_web_frames *frames) {
    frames->is_lost = true;
}

bool hc_grpc_web_frames_are_whole(const struct hc_grpc_web_frames *frames) {
    bool is_in_header = frames->header_length > 0 && !has_whole_header(frames);

    return !frames->is_lost && !is_in_header && frames->left == 0 && frames->symbols == 0;
}
