/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is read of contents: the trailers of gRPC-Web, the end of a WebTransport session, and chunks. Any
 * bytes, at once and in pieces. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "collect/capsules.h"
#include "collect/chunks.h"
#include "collect/grpc_web_frames.h"
#include "input.h"

/* What was told, so far as it may not depend on the pieces. */
struct told {
    size_t times;
    uint64_t digest;
    const uint8_t *piece;
    size_t piece_size;
};

static void digest(struct told *told, const void *bytes, size_t size) {
    told->times++;
    for (size_t i = 0; i < size; i++)
        told->digest = (told->digest ^ ((const uint8_t *)bytes)[i]) * UINT64_C(0x100000001b3);
}

static void on_trailers(void *user, const char *trailers, size_t length, size_t at) {
    struct told *told = user;

    REQUIRE(length > 0 && length <= HC_MOST_GRPC_WEB_TRAILERS);
    digest(told, trailers, length);
    if (at != HC_TRAILERS_NOT_IN_PIECE)
        REQUIRE(at + length <= told->piece_size && memcmp(told->piece + at, trailers, length) == 0);
}

static void on_session_end(void *user, uint32_t code, const char *reason, size_t length) {
    REQUIRE(length <= HC_LONGEST_SESSION_REASON);
    digest(user, &code, sizeof code);
    digest(user, reason, length);
}

/* Of one content all readers. */
struct readers {
    struct hc_grpc_web_frames binary, text;
    struct hc_capsules capsules;
    struct told told;
};

static void read_piece(struct readers *readers, const uint8_t *bytes, size_t size) {
    uint8_t *piece = malloc(size);
    struct told *told = &readers->told;

    memcpy(piece, bytes, size);
    told->piece = piece;
    told->piece_size = size;
    hc_grpc_web_frames_read(&readers->binary, piece, size, on_trailers, told);
    hc_grpc_web_frames_read(&readers->text, piece, size, on_trailers, told);
    hc_capsules_read(&readers->capsules, piece, size, on_session_end, told);
    free(piece);
}

static void read_all(struct readers *readers, const struct fuzz_input *input, size_t at_once) {
    readers->text.is_text = true;
    for (size_t at = 0; at < input->left; at += at_once)
        read_piece(readers, input->next + at, input->left - at < at_once ? input->left - at : at_once);
}

/* Which of them is told of first does depend on the pieces: the sum does not. */
static void require_same(const struct readers *one, const struct readers *other) {
    REQUIRE(one->told.times == other->told.times);
    REQUIRE(hc_grpc_web_frames_are_whole(&one->binary) == hc_grpc_web_frames_are_whole(&other->binary));
    REQUIRE(hc_grpc_web_frames_are_whole(&one->text) == hc_grpc_web_frames_are_whole(&other->text));
    REQUIRE(one->capsules.left == other->capsules.left);
}

/* The data stand in the bytes, in their order. */
static void read_chunks(const struct fuzz_input *input) {
    uint8_t *copy = malloc(input->left + 1);
    struct hc_chunks chunks = {.bytes = copy, .size = input->left};
    const uint8_t *data, *end = copy;
    size_t length;

    memcpy(copy, input->next, input->left);
    while (hc_chunks_next(&chunks, &data, &length)) {
        REQUIRE(data > end && data + length <= copy + input->left);
        end = data + length;
    }
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    size_t at_once = 1 + fuzz_number(&input, 1) % 32;
    struct readers whole = {.told = {0}}, pieces = {.told = {0}};

    if (input.left == 0)
        return 0;
    read_all(&whole, &input, input.left);
    read_all(&pieces, &input, at_once);
    require_same(&whole, &pieces);
    read_chunks(&input);
    return 0;
}
