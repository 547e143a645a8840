/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/http2_frame.h"

/* Bytes: 3 of the length, type, flags, 4 of the stream id. */
enum { LENGTH = 3, BEFORE_STREAM_ID = 5, STREAM_ID = 4 };

static uint32_t length_in(const uint8_t bytes[static LENGTH]) {
    return (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
}

bool hc_http2_frame_read(const field_info *stream_id, struct hc_http2_frame *frame) {
    struct hc_span before = hc_span_from(stream_id);
    struct hc_span behind = hc_span_behind(before, STREAM_ID);
    uint8_t bytes[BEFORE_STREAM_ID];
    uint64_t end;

    *frame = (struct hc_http2_frame){0};
    if (before.start < BEFORE_STREAM_ID || before.length < STREAM_ID)
        return false;
    before.start -= BEFORE_STREAM_ID;
    before.length = BEFORE_STREAM_ID;
    hc_span_copy(before, bytes, sizeof bytes);
    frame->length = length_in(bytes);
    frame->type = bytes[3];
    frame->flags = bytes[4];
    frame->payload = hc_span_first(behind, frame->length);
    end = (uint64_t)behind.start + frame->length;
    frame->hides_frames = tvb_captured_length(behind.tvb) < tvb_reported_length(behind.tvb) &&
                          end < tvb_reported_length(behind.tvb);
    return true;
}

bool hc_http2_frame_ends_stream(const struct hc_http2_frame *frame) {
    return (frame->type == HC_HTTP2_DATA || frame->type == HC_HTTP2_HEADERS) &&
           (frame->flags & HC_HTTP2_END_STREAM);
}

static uint8_t first_byte(struct hc_span span) {
    uint8_t byte = 0;

    hc_span_copy(span, &byte, sizeof byte);
    return byte;
}

/* The padding's length, and its own byte. */
static uint32_t padding(const struct hc_http2_frame *frame) {
    return frame->flags & HC_HTTP2_PADDED ? 1 + (uint32_t)first_byte(frame->payload) : 0;
}

uint32_t hc_http2_frame_content(const struct hc_http2_frame *frame) {
    uint32_t unused = padding(frame);

    return frame->type != HC_HTTP2_DATA || unused > frame->length ? 0 : frame->length - unused;
}

bool hc_http2_frame_is_cut(const struct hc_http2_frame *frame) {
    return frame->payload.length < frame->length;
}

bool hc_http2_frame_data(const struct hc_http2_frame *frame, struct hc_span *data) {
    unsigned before = frame->flags & HC_HTTP2_PADDED ? 1 : 0;

    if (hc_http2_frame_is_cut(frame) || padding(frame) > frame->length)
        return false;
    *data = hc_span_first(hc_span_behind(frame->payload, before), hc_http2_frame_content(frame));
    return true;
}

bool hc_http2_frame_has_more_behind(const struct hc_http2_frame *frame) {
    return frame->payload.tvb &&
           frame->payload.start + frame->payload.length < tvb_captured_length(frame->payload.tvb);
}

static bool has_whole_frame_behind(const struct hc_http2_frame *frame) {
    struct hc_span behind = hc_span_to_end(hc_span_behind(frame->payload, frame->payload.length));
    uint8_t bytes[LENGTH];

    return hc_span_copy(behind, bytes, sizeof bytes) == sizeof bytes &&
           behind.length >= BEFORE_STREAM_ID + STREAM_ID + length_in(bytes);
}

bool hc_http2_frame_hides_others(const struct hc_http2_frame *frame) {
    return frame->hides_frames || (hc_http2_frame_has_more_behind(frame) && has_whole_frame_behind(frame));
}

/* What stands before the fragment: the padding's length, a priority, the stream that is promised. */
static unsigned prefix(const struct hc_http2_frame *frame) {
    unsigned bytes = 0;

    if (frame->type == HC_HTTP2_CONTINUATION)
        return 0;
    if (frame->flags & HC_HTTP2_PADDED)
        bytes += 1;
    if (frame->type == HC_HTTP2_HEADERS && (frame->flags & HC_HTTP2_PRIORITY))
        bytes += 5;
    if (frame->type == HC_HTTP2_PUSH_PROMISE)
        bytes += 4;
    return bytes;
}

struct hc_span hc_http2_frame_fragment(const struct hc_http2_frame *frame) {
    uint32_t behind = frame->type == HC_HTTP2_CONTINUATION ? 0 : padding(frame);
    unsigned before = prefix(frame);

    /* The byte of the padding's length is in the prefix, too. */
    behind -= behind > 0 ? 1 : 0;
    if (before + behind > frame->length)
        return hc_span_first(frame->payload, 0);
    return hc_span_first(hc_span_behind(frame->payload, before), frame->length - before - behind);
}

bool hc_http2_frame_has_whole_block(const struct hc_http2_frame *frame) {
    return frame->type != HC_HTTP2_CONTINUATION && (frame->flags & HC_HTTP2_END_HEADERS);
}
