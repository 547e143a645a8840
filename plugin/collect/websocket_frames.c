/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/websocket_frames.h"

#include <string.h>

#include "collect/utf8.h"

/* RFC 6455, section 5.2. */
enum {
    FIN = 0x80,
    OPCODE = 0x0f,
    IS_CONTROL = 0x08, /* of the opcode */
    CLOSE = 0x8,       /* the opcode */
    MASK = 0x80,
    LENGTH = 0x7f,
    LENGTH_IN_16_BITS = 126,
    LENGTH_IN_64_BITS = 127,
    KEY_SIZE = 4,
    CODE_SIZE = 2
};

/* A call's piece, and how far it was read. */
struct piece {
    const uint8_t *bytes;
    size_t size;
    size_t at;
    const struct hc_websocket_listener *listener;
    void *user;
};

static size_t length_size(const struct hc_websocket_frames *frames) {
    switch (frames->header[1] & LENGTH) {
    case LENGTH_IN_16_BITS:
        return 2;
    case LENGTH_IN_64_BITS:
        return 8;
    default:
        return 0;
    }
}

static bool is_masked(const struct hc_websocket_frames *frames) {
    return frames->header[1] & MASK;
}

/* As far as it can be told from the bytes that are there. */
static size_t header_size(const struct hc_websocket_frames *frames) {
    if (frames->header_length < 2)
        return 2;
    return 2 + length_size(frames) + (is_masked(frames) ? KEY_SIZE : 0);
}

static bool has_whole_header(const struct hc_websocket_frames *frames) {
    return frames->header_length == header_size(frames);
}

/* Of a header that is whole. */
static uint64_t payload_length(const struct hc_websocket_frames *frames) {
    size_t size = length_size(frames);
    uint64_t length = 0;

    if (size == 0)
        return frames->header[1] & LENGTH;
    for (size_t i = 0; i < size; i++)
        length = length << 8 | frames->header[2 + i];
    return length;
}

static bool is_close(const struct hc_websocket_frames *frames) {
    return (frames->header[0] & OPCODE) == CLOSE;
}

static bool is_control(const struct hc_websocket_frames *frames) {
    return frames->header[0] & IS_CONTROL;
}

static bool is_too_long(const struct hc_websocket_frames *frames) {
    return payload_length(frames) > HC_MOST_CONTROL_BYTES;
}

static void unmask(const struct hc_websocket_frames *frames, uint8_t *body) {
    const uint8_t *key = frames->header + header_size(frames) - KEY_SIZE;

    for (size_t i = 0; i < frames->body_length; i++)
        body[i] ^= key[i % KEY_SIZE];
}

static uint8_t faults_of(const struct hc_websocket_frames *frames, const struct hc_close_frame *close) {
    unsigned faults = 0;

    if (frames->body_length == 1)
        faults |= HC_CLOSE_OF_ONE_BYTE;
    if (is_too_long(frames))
        faults |= HC_CLOSE_TOO_LONG;
    if (!(frames->header[0] & FIN))
        faults |= HC_CLOSE_FRAGMENTED;
    /* Where the rest of the reason is elsewhere, its last character may be cut. */
    if (!hc_is_utf8(close->reason, close->reason_length, faults != 0))
        faults |= HC_CLOSE_NOT_UTF8;
    return (uint8_t)faults;
}

static void take_code(struct hc_close_frame *close, const uint8_t *body, uint8_t length,
                      const struct piece *piece) {
    close->has_code = true;
    close->code = (uint16_t)(body[0] << 8 | body[1]);
    close->code_at = piece->at >= length ? piece->at - length : HC_NOT_IN_PIECE;
    close->reason_length = (uint8_t)(length - CODE_SIZE);
}

static void tell_of_close(struct hc_websocket_frames *frames, const struct piece *piece) {
    uint8_t body[HC_MOST_CONTROL_BYTES];
    struct hc_close_frame close = {.reason = body + CODE_SIZE, .code_at = HC_NOT_IN_PIECE};

    memcpy(body, frames->body, frames->body_length);
    close.is_masked = is_masked(frames);
    if (close.is_masked)
        unmask(frames, body);
    if (frames->body_length >= CODE_SIZE)
        take_code(&close, body, frames->body_length, piece);
    close.faults = faults_of(frames, &close);
    frames->is_closed = true;
    piece->listener->on_close(piece->user, &close);
    /* Its rest would come in frames that look like those of a message. */
    if (close.faults & HC_CLOSE_FRAGMENTED)
        hc_websocket_frames_lose(frames);
}

static void tell_of_data(struct hc_websocket_frames *frames, const struct piece *piece) {
    if (!frames->is_closed || frames->has_data_after_close)
        return;
    frames->has_data_after_close = true;
    piece->listener->on_data_after_close(piece->user);
}

static void begin_payload(struct hc_websocket_frames *frames, const struct piece *piece) {
    frames->left = payload_length(frames);
    frames->body_length = 0;
    /* No length has its first bit set (RFC 6455, section 5.2): these are no frames. */
    if (frames->left > INT64_MAX) {
        hc_websocket_frames_lose(frames);
        return;
    }
    frames->has_frames = true;
    if (!is_control(frames))
        tell_of_data(frames, piece);
    if (is_close(frames) && frames->left == 0)
        tell_of_close(frames, piece);
}

static void read_header(struct hc_websocket_frames *frames, struct piece *piece) {
    frames->header[frames->header_length++] = piece->bytes[piece->at++];
    if (has_whole_header(frames))
        begin_payload(frames, piece);
}

static size_t least(size_t one, uint64_t other) {
    return one < other ? one : (size_t)other;
}

/* The part of a Close that is kept. */
static void read_body(struct hc_websocket_frames *frames, struct piece *piece) {
    size_t taken = least(HC_MOST_CONTROL_BYTES - frames->body_length, frames->left);

    taken = least(taken, piece->size - piece->at);
    memcpy(frames->body + frames->body_length, piece->bytes + piece->at, taken);
    frames->body_length = (uint8_t)(frames->body_length + taken);
    frames->left -= taken;
    piece->at += taken;
    if (frames->left == 0 || frames->body_length == HC_MOST_CONTROL_BYTES)
        tell_of_close(frames, piece);
}

static void read_payload(struct hc_websocket_frames *frames, struct piece *piece) {
    if (is_close(frames) && frames->body_length < HC_MOST_CONTROL_BYTES) {
        read_body(frames, piece);
    } else {
        size_t passed = least(piece->size - piece->at, frames->left);

        frames->left -= passed;
        piece->at += passed;
    }
}

void hc_websocket_frames_read(struct hc_websocket_frames *frames, const uint8_t *bytes, size_t size,
                              const struct hc_websocket_listener *listener, void *user) {
    struct piece piece = {.bytes = bytes, .size = size, .listener = listener, .user = user};

    while (!frames->is_lost && piece.at < piece.size) {
        if (frames->left > 0) {
            read_payload(frames, &piece);
        } else {
            if (has_whole_header(frames))
                frames->header_length = 0;
            read_header(frames, &piece);
        }
    }
}

void hc_websocket_frames_lose(struct hc_websocket_frames *frames) {
    frames->is_lost = true;
}

bool hc_websocket_frames_is_between(const struct hc_websocket_frames *frames) {
    bool is_in_header = frames->header_length > 0 && !has_whole_header(frames);

    return !frames->is_lost && !is_in_header && frames->left == 0;
}
