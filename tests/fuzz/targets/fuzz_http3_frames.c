/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes of a stream, whole and cut: they say the same, and keep no more than they may. */
#include <string.h>

#include "http3/frames.h"
#include "input.h"

/* What was said, mixed into a number; content byte by byte, since a cut may fall anywhere in it. */
struct said {
    uint64_t sum;
    size_t content;
};

static void mix(struct said *said, uint64_t value) {
    said->sum = (said->sum ^ value) * UINT64_C(1099511628211);
}

static void listen(struct said *said, const struct hc_http3_item *item) {
    bool is_content = item->kind == HC_HTTP3_DATA || item->kind == HC_HTTP3_INSTRUCTIONS;

    if (item->kind == HC_HTTP3_NOTHING)
        return;
    if (!is_content)
        mix(said, 1000 + item->kind);
    mix(said, item->number);
    mix(said, item->capacity);
    mix(said, item->blocked);
    for (size_t i = 0; i < item->length; i++)
        mix(said, item->bytes[i]);
    said->content += is_content ? item->length : 0;
}

static void require_bounded(const struct hc_http3_frames *frames, const struct hc_quic_room *room) {
    REQUIRE(frames->kept_length <= frames->kept_size);
    REQUIRE(frames->kept_size <= HC_LONGEST_FIELD_SECTION && room->used == frames->kept_size);
    REQUIRE(frames->number_length < sizeof frames->number);
}

static void read_piece(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                       size_t length, struct said *said) {
    while (length > 0) {
        struct hc_http3_item item;
        size_t taken = hc_http3_frames_read(frames, room, bytes, length, &item);

        REQUIRE(taken > 0 && taken <= length);
        REQUIRE(item.kind != HC_HTTP3_MALFORMED || frames->purpose == HC_HTTP3_SKIPPED);
        /* Content is mixed as it comes; its kind and the empty rest of the item once a byte. */
        if (item.kind == HC_HTTP3_DATA || item.kind == HC_HTTP3_INSTRUCTIONS) {
            for (size_t i = 0; i < item.length; i++)
                listen(said,
                       &(struct hc_http3_item){.kind = item.kind, .bytes = item.bytes + i, .length = 1});
        } else {
            listen(said, &item);
        }
        require_bounded(frames, room);
        bytes += taken;
        length -= taken;
    }
}

static struct said read_cut(const uint8_t *bytes, size_t size, bool is_unidirectional, size_t step) {
    struct hc_quic_room room = {.scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE)};
    struct hc_http3_frames frames;
    struct said said = {0, 0};

    hc_http3_frames_begin(&frames, is_unidirectional);
    for (size_t at = 0; at < size; at += step) {
        size_t length = MIN(step, size - at);
        uint8_t *piece = g_memdup2(bytes + at, length);

        read_piece(&frames, &room, piece, length, &said);
        g_free(piece);
    }
    mix(&said, hc_http3_frames_may_end(&frames));
    hc_http3_frames_skip(&frames, &room);
    REQUIRE(room.used == 0);
    wmem_destroy_allocator(room.scope);
    return said;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    bool is_unidirectional = fuzz_number(&input, 1) % 2 != 0;
    size_t step = (size_t)fuzz_number(&input, 1) % 64 + 1;
    struct said whole = read_cut(input.next, input.left, is_unidirectional, input.left + 1);
    struct said cut = read_cut(input.next, input.left, is_unidirectional, step);

    REQUIRE(whole.sum == cut.sum && whole.content == cut.content);
    return 0;
}
