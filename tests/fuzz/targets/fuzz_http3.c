/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A connection: STREAM frames of both sides on any stream, at any offset. */
#include <stdlib.h>

#include "http3/http3.h"
#include "input.h"

enum { STREAMS = 32 };

/* What was told of the section that is being told. */
struct listener {
    bool in_section;
    struct hc_http3_place place;
};

static void require_place(const struct hc_http3_place *place) {
    REQUIRE(place->stream >= 0 && place->stream < STREAMS);
    REQUIRE(place->sender == HC_CLIENT || place->sender == HC_SERVER);
}

static void require_between_sections(const struct listener *listener, const struct hc_http3_place *place) {
    require_place(place);
    REQUIRE(!listener->in_section);
}

static void begin_section(void *user, const struct hc_http3_place *place) {
    struct listener *listener = user;

    require_between_sections(listener, place);
    listener->in_section = true;
    listener->place = *place;
}

static void require_same_section(const struct listener *listener, const struct hc_http3_place *place) {
    REQUIRE(listener->in_section && listener->place.stream == place->stream);
    REQUIRE(listener->place.sender == place->sender && listener->place.is_promise == place->is_promise);
}

static void take_line(void *user, const struct hc_http3_place *place, const struct hc_qpack_line *line) {
    require_same_section(user, place);
    REQUIRE(line->name != NULL && line->value != NULL && line->length > 0);
}

static void end_section(void *user, const struct hc_http3_place *place, bool is_whole) {
    struct listener *listener = user;

    (void)is_whole;
    require_same_section(listener, place);
    listener->in_section = false;
}

static void take_number(void *user, const struct hc_http3_place *place, uint64_t number) {
    require_between_sections(user, place);
    REQUIRE(number < UINT64_C(1) << 62);
}

static void take_data(void *user, const struct hc_http3_place *place, const uint8_t *bytes, size_t length) {
    require_between_sections(user, place);
    REQUIRE(bytes != NULL && length > 0);
}

static void take_end(void *user, const struct hc_http3_place *place) {
    require_between_sections(user, place);
}

/* Most pieces go on where the last one of their direction ended. */
static uint64_t offset_of(struct fuzz_input *input, uint64_t how, uint64_t *next, size_t length) {
    uint64_t offset = how & 4 ? fuzz_number(input, how & 8 ? 8 : 1) >> 2 : *next;

    *next = MAX(*next, offset + length);
    return offset;
}

static void take_any(struct hc_http3 *http3, const struct hc_http3_sink *sink, struct fuzz_input *input,
                     uint64_t next[STREAMS][2]) {
    int64_t stream = (int64_t)fuzz_number(input, 1) % STREAMS;
    uint64_t how = fuzz_number(input, 1);
    size_t length;
    uint8_t *bytes = fuzz_bytes(input, &length);
    struct hc_quic_piece piece = {0, bytes, length, (how & 2) != 0};
    enum hc_side sender = how & 1 ? HC_SERVER : HC_CLIENT;

    piece.offset = offset_of(input, how, &next[stream][how & 1], length);
    hc_http3_take(http3, stream, sender, &piece, sink);
    if (how == 0xff)
        hc_http3_reset(http3, stream, sender);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    wmem_allocator_t *scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    struct hc_http3 *http3 = hc_http3_new(scope);
    uint64_t next[STREAMS][2] = {{0}};
    struct listener listener = {.in_section = false};
    const struct hc_http3_sink sink = {
        .user = &listener,
        .stream_type = take_number,
        .section_begins = begin_section,
        .line = take_line,
        .section_ends = end_section,
        .data = take_data,
        .goes_away = take_number,
        .ends = take_end,
        .is_malformed = take_end,
    };

    while (input.left > 0)
        take_any(http3, &sink, &input, next);
    REQUIRE(!listener.in_section);
    wmem_destroy_allocator(scope);
    return 0;
}
