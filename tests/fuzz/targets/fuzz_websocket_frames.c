/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A direction of a WebSocket: any bytes, at once, in pieces, and as a reader sees them that has all of them.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "collect/utf8.h"
#include "collect/websocket_frames.h"
#include "input.h"

/* What was told, so far as it may not depend on the pieces. */
struct told {
    size_t closes, data;
    uint64_t digest;
    const uint8_t *piece;
    size_t piece_size;
};

static void digest(struct told *told, const void *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        told->digest = (told->digest ^ ((const uint8_t *)bytes)[i]) * UINT64_C(0x100000001b3);
}

static void require_place(const struct told *told, const struct hc_close_frame *close) {
    if (close->code_at == HC_NOT_IN_PIECE)
        return;
    REQUIRE(close->has_code);
    REQUIRE(close->code_at + 2 + close->reason_length <= told->piece_size);
    if (!close->is_masked)
        REQUIRE(told->piece[close->code_at] << 8 == (close->code & 0xff00));
}

static void require_sound(const struct hc_close_frame *close) {
    bool is_whole = !(close->faults & (HC_CLOSE_TOO_LONG | HC_CLOSE_FRAGMENTED));
    bool is_utf8 = hc_is_utf8(close->reason, close->reason_length, !is_whole);

    REQUIRE(close->faults < HC_CLOSE_NOT_UTF8 << 1);
    REQUIRE(close->has_code || (close->code == 0 && close->reason_length == 0));
    REQUIRE(!(close->has_code && close->faults & HC_CLOSE_OF_ONE_BYTE));
    REQUIRE(!(close->faults & HC_CLOSE_TOO_LONG) || close->reason_length == HC_MOST_CONTROL_BYTES - 2);
    REQUIRE(is_utf8 == !(close->faults & HC_CLOSE_NOT_UTF8));
}

static void on_close(void *user, const struct hc_close_frame *close) {
    struct told *told = user;

    require_place(told, close);
    require_sound(close);
    told->closes++;
    digest(told, &close->code, sizeof close->code);
    digest(told, &close->faults, sizeof close->faults);
    digest(told, &close->is_masked, sizeof close->is_masked);
    digest(told, close->reason, close->reason_length);
}

static void on_data_after_close(void *user) {
    struct told *told = user;

    REQUIRE(told->closes > 0 && told->data == 0);
    told->data++;
    digest(told, "data", 4);
}

static void read_piece(struct hc_websocket_frames *frames, const uint8_t *bytes, size_t size,
                       struct told *told) {
    static const struct hc_websocket_listener listener = {on_close, on_data_after_close};
    uint8_t *piece = malloc(size);

    memcpy(piece, bytes, size);
    told->piece = piece;
    told->piece_size = size;
    hc_websocket_frames_read(frames, piece, size, &listener, told);
    free(piece);
}

/* In pieces of up to 32 bytes, many of one, as the seed has it. */
static struct told read_in_pieces(const struct fuzz_input *input, uint64_t seed) {
    struct hc_websocket_frames frames = {0};
    struct told told = {0};

    for (size_t at = 0, size; at < input->left; at += size) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
        size = 1 + (seed >> 33) % (seed >> 63 ? 32 : 2);
        if (size > input->left - at)
            size = input->left - at;
        read_piece(&frames, input->next + at, size, &told);
    }
    return told;
}

/* A frame before a reader that has all bytes. */
struct frame {
    bool is_close, is_fragment;
    uint64_t length;
};

/* Takes a header from the front; false where there is none. */
static bool take_header(struct fuzz_input *input, struct frame *frame) {
    uint8_t second = input->left < 2 ? 0 : input->next[1];
    size_t more = (second & 0x7f) == 127 ? 8 : (second & 0x7f) == 126 ? 2 : 0;
    size_t size = 2 + more + (second & 0x80 ? 4 : 0);

    if (size > input->left)
        return false;
    *frame =
        (struct frame){.is_close = (input->next[0] & 0x0f) == 8, .is_fragment = !(input->next[0] & 0x80)};
    frame->length = more ? 0 : second & 0x7f;
    for (size_t i = 0; i < more; i++)
        frame->length = frame->length << 8 | input->next[2 + i];
    input->next += size;
    input->left -= size;
    return frame->length >> 63 == 0;
}

/* Up to what is no frame, what is not all there, and a Close that is a fragment. */
static size_t count_closes(struct fuzz_input input) {
    size_t closes = 0;

    for (struct frame frame; take_header(&input, &frame);) {
        closes += frame.is_close && input.left >= (frame.length < 125 ? frame.length : 125);
        if ((frame.is_close && frame.is_fragment) || frame.length > input.left)
            break;
        input.next += frame.length;
        input.left -= frame.length;
    }
    return closes;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    uint64_t seed = fuzz_number(&input, 2);
    struct hc_websocket_frames frames = {0};
    struct told whole = {0}, pieces = read_in_pieces(&input, seed);

    if (input.left > 0)
        read_piece(&frames, input.next, input.left, &whole);
    REQUIRE(whole.closes == count_closes(input));
    REQUIRE(pieces.closes == whole.closes && pieces.data == whole.data && pieces.digest == whole.digest);
    return 0;
}
