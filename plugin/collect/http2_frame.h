/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The frame header of HTTP/2 (RFC 9113, section 4.1), from the bytes around the stream id that the dissector
 * marks. */
#ifndef HTTPCODES_COLLECT_HTTP2_FRAME_H
#define HTTPCODES_COLLECT_HTTP2_FRAME_H

#include "collect/span.h"

/* Frame types (RFC 9113, section 6). */
enum {
    HC_HTTP2_DATA = 0x0,
    HC_HTTP2_HEADERS = 0x1,
    HC_HTTP2_PUSH_PROMISE = 0x5,
    HC_HTTP2_CONTINUATION = 0x9
};
/* Flags, by type. */
enum {
    HC_HTTP2_END_STREAM = 0x1,
    HC_HTTP2_END_HEADERS = 0x4,
    HC_HTTP2_PADDED = 0x8,
    HC_HTTP2_PRIORITY = 0x20
};

struct hc_http2_frame {
    uint8_t type, flags;
    uint32_t length;        /* of the payload, in bytes, captured or not */
    struct hc_span payload; /* what was captured of it */
    bool hides_frames;      /* the packet was cut, and had more behind this frame: seen or not */
};

/* False where the bytes before the field are not there. */
bool hc_http2_frame_read(const field_info *stream_id, struct hc_http2_frame *frame);

/* Ends the stream of its sender. */
bool hc_http2_frame_ends_stream(const struct hc_http2_frame *frame);
/* The bytes of a DATA frame that are content (RFC 9113, section 6.1); 0 of other frames. */
uint32_t hc_http2_frame_content(const struct hc_http2_frame *frame);
/* The same, where they are; false where not all of the frame was captured, or its padding is longer than it.
 */
bool hc_http2_frame_data(const struct hc_http2_frame *frame, struct hc_span *data);
/* What was captured goes on behind the frame, in the same data source. */
bool hc_http2_frame_has_more_behind(const struct hc_http2_frame *frame);
/* There are, or may be, others behind this one in its data source: where Wireshark shows none, it has failed
 * to read them. What begins there and ends in a later packet is none of them. */
bool hc_http2_frame_hides_others(const struct hc_http2_frame *frame);
/* Not all of the frame was captured. */
bool hc_http2_frame_is_cut(const struct hc_http2_frame *frame);
/* The bytes of HPACK in a HEADERS, PUSH_PROMISE or CONTINUATION frame. */
struct hc_span hc_http2_frame_fragment(const struct hc_http2_frame *frame);
/* The header block begins and ends in this frame. */
bool hc_http2_frame_has_whole_block(const struct hc_http2_frame *frame);

#endif
