/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in one direction of an HTTP/3 stream: the type of the stream (RFC 9114, section 6.2), and
 * frames (section 7) or QPACK's instructions (RFC 9204, section 4.2).
 *
 * The bytes come in their order and in pieces of any size. Of a frame only what says something is kept until
 * it is whole; of DATA nothing, and what is not known is passed over (RFC 9114, section 9). */
#ifndef HTTPCODES_HTTP3_FRAMES_H
#define HTTPCODES_HTTP3_FRAMES_H

#include "http3/quic_pieces.h"

/* The longest frame with a field section that is read; a longer one is passed over. */
enum { HC_LONGEST_FIELD_SECTION = 1 << 18 };

/* What a stream is for. */
enum hc_http3_purpose {
    HC_HTTP3_REQUEST,   /* a request and its response */
    HC_HTTP3_UNDECIDED, /* unidirectional, and its type did not come yet */
    HC_HTTP3_CONTROL,
    HC_HTTP3_PUSH,
    HC_HTTP3_ENCODER,
    HC_HTTP3_DECODER,
    HC_HTTP3_SKIPPED /* of a type that says nothing of HTTP, or not readable any more */
};

enum hc_http3_item_kind {
    HC_HTTP3_NOTHING,      /* the bytes say nothing by themselves */
    HC_HTTP3_STREAM_TYPE,  /* a number: what a unidirectional stream is for */
    HC_HTTP3_SECTION,      /* a field section */
    HC_HTTP3_PROMISE,      /* the field section of a request that the server answers without being asked */
    HC_HTTP3_UNREAD,       /* a field section that is too long to be read */
    HC_HTTP3_DATA,         /* some of the bytes of a DATA frame */
    HC_HTTP3_SETTINGS,     /* what QPACK's decoder allows */
    HC_HTTP3_GOAWAY,       /* a number: the first stream or push that is not processed */
    HC_HTTP3_INSTRUCTIONS, /* bytes of QPACK's encoder or decoder stream */
    HC_HTTP3_MALFORMED     /* nothing more is read of the stream */
};

struct hc_http3_item {
    enum hc_http3_item_kind kind;
    const uint8_t *bytes; /* good as long as those that were read, and until the frame is let go */
    size_t length;
    uint64_t number;            /* of a GOAWAY, of a stream's type; of a promise its push id */
    uint64_t capacity, blocked; /* of SETTINGS (RFC 9204, section 5); 0 where they say nothing */
};

enum hc_http3_step {
    HC_HTTP3_AT_STREAM_TYPE,
    HC_HTTP3_AT_PUSH_ID, /* of a push stream */
    HC_HTTP3_AT_FRAME_TYPE,
    HC_HTTP3_AT_FRAME_LENGTH,
    HC_HTTP3_IN_PAYLOAD
};

/* Begins as all zero, which is a request's stream; a unidirectional one begins as undecided. */
struct hc_http3_frames {
    enum hc_http3_purpose purpose;
    enum hc_http3_step step;
    uint8_t number[8]; /* a variable-length integer that has begun */
    uint8_t number_length;
    bool has_frames; /* the first one was seen */
    uint64_t type;   /* of the frame that is being read */
    uint64_t length; /* of its payload */
    uint64_t left;   /* of that */
    uint8_t *kept;   /* of its payload, what came so far; NULL where all of it is at hand, or not wanted */
    size_t kept_length, kept_size;
};

/* A stream's two kinds (RFC 9000, section 2.1). */
void hc_http3_frames_begin(struct hc_http3_frames *frames, bool is_unidirectional);

/* Reads the next bytes, at least one, up to what says something. Returns how many it read. */
size_t hc_http3_frames_read(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                            size_t length, struct hc_http3_item *item);

/* What the last item points at is not needed any more. */
void hc_http3_frames_let_go(struct hc_http3_frames *frames, struct hc_quic_room *room);

/* Whether the stream may end here: between two frames. */
bool hc_http3_frames_may_end(const struct hc_http3_frames *frames);

/* Nothing more is read. */
void hc_http3_frames_skip(struct hc_http3_frames *frames, struct hc_quic_room *room);

#endif
