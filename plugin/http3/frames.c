/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/frames.h"

#include "http3/varint.h"

#include <string.h>

/* RFC 9114, sections 6.2 and 11.2.4; RFC 9204, section 4.2. */
enum { STREAM_CONTROL = 0x0, STREAM_PUSH = 0x1, STREAM_ENCODER = 0x2, STREAM_DECODER = 0x3 };

/* RFC 9114, section 11.2.1. */
enum {
    FRAME_DATA = 0x0,
    FRAME_HEADERS = 0x1,
    FRAME_SETTINGS = 0x4,
    FRAME_PUSH_PROMISE = 0x5,
    FRAME_GOAWAY = 0x7,
    /* Not a frame, but the signal that no frames follow (WebTransport over HTTP/3, "Bidirectional Streams").
     */
    SIGNAL_WEBTRANSPORT = 0x41
};

/* RFC 9204, section 5. */
enum { SETTINGS_QPACK_MAX_TABLE_CAPACITY = 0x1, SETTINGS_QPACK_BLOCKED_STREAMS = 0x7 };

/* Longer SETTINGS have none of ours, but what a peer made up. */
enum { LONGEST_SETTINGS = 4096, LONGEST_GOAWAY = 8 };

void hc_http3_frames_begin(struct hc_http3_frames *frames, bool is_unidirectional) {
    memset(frames, 0, sizeof *frames);
    frames->purpose = is_unidirectional ? HC_HTTP3_UNDECIDED : HC_HTTP3_REQUEST;
    frames->step = is_unidirectional ? HC_HTTP3_AT_STREAM_TYPE : HC_HTTP3_AT_FRAME_TYPE;
}

static void free_kept(struct hc_http3_frames *frames, struct hc_quic_room *room) {
    hc_quic_room_return(room, frames->kept, frames->kept_size);
    frames->kept = NULL;
    frames->kept_length = frames->kept_size = 0;
}

void hc_http3_frames_let_go(struct hc_http3_frames *frames, struct hc_quic_room *room) {
    if (frames->left == 0)
        free_kept(frames, room);
}

void hc_http3_frames_skip(struct hc_http3_frames *frames, struct hc_quic_room *room) {
    free_kept(frames, room);
    frames->purpose = HC_HTTP3_SKIPPED;
}

bool hc_http3_frames_may_end(const struct hc_http3_frames *frames) {
    switch (frames->purpose) {
    case HC_HTTP3_REQUEST:
    case HC_HTTP3_PUSH:
    case HC_HTTP3_CONTROL:
        return frames->step == HC_HTTP3_AT_FRAME_TYPE && frames->number_length == 0;
    default:
        return true;
    }
}

static size_t malformed(struct hc_http3_frames *frames, struct hc_quic_room *room, size_t length,
                        struct hc_http3_item *item) {
    hc_http3_frames_skip(frames, room);
    *item = (struct hc_http3_item){.kind = HC_HTTP3_MALFORMED};
    return length;
}

static void begin_stream(struct hc_http3_frames *frames, uint64_t type, struct hc_http3_item *item) {
    static const enum hc_http3_purpose purposes[] = {
        [STREAM_CONTROL] = HC_HTTP3_CONTROL,
        [STREAM_PUSH] = HC_HTTP3_PUSH,
        [STREAM_ENCODER] = HC_HTTP3_ENCODER,
        [STREAM_DECODER] = HC_HTTP3_DECODER,
    };

    frames->purpose = type <= STREAM_DECODER ? purposes[type] : HC_HTTP3_SKIPPED;
    frames->step = type == STREAM_PUSH ? HC_HTTP3_AT_PUSH_ID : HC_HTTP3_AT_FRAME_TYPE;
    *item = (struct hc_http3_item){.kind = HC_HTTP3_STREAM_TYPE, .number = type};
}

static void begin_frame(struct hc_http3_frames *frames, uint64_t type) {
    frames->type = type;
    frames->step = HC_HTTP3_AT_FRAME_LENGTH;
    if (type == SIGNAL_WEBTRANSPORT && frames->purpose == HC_HTTP3_REQUEST && !frames->has_frames)
        frames->purpose = HC_HTTP3_SKIPPED;
    frames->has_frames = true;
}

static bool is_on_request(const struct hc_http3_frames *frames) {
    return frames->purpose == HC_HTTP3_REQUEST || frames->purpose == HC_HTTP3_PUSH;
}

/* Up to which length a frame is read as a whole; 0 is one that says nothing here. */
static size_t longest_wanted(const struct hc_http3_frames *frames) {
    switch (frames->type) {
    case FRAME_HEADERS:
    case FRAME_PUSH_PROMISE:
        return is_on_request(frames) ? HC_LONGEST_FIELD_SECTION : 0;
    case FRAME_SETTINGS:
        return frames->purpose == HC_HTTP3_CONTROL ? LONGEST_SETTINGS : 0;
    case FRAME_GOAWAY:
        return frames->purpose == HC_HTTP3_CONTROL ? LONGEST_GOAWAY : 0;
    default:
        return 0;
    }
}

/* False where they are cut. */
static bool read_settings(const uint8_t *payload, size_t length, struct hc_http3_item *item) {
    item->kind = HC_HTTP3_SETTINGS;
    while (length > 0) {
        uint64_t id, value;
        size_t id_length = hc_quic_varint(payload, length, &id);
        size_t value_length = hc_quic_varint(payload + id_length, length - id_length, &value);

        if (id_length == 0 || value_length == 0)
            return false;
        if (id == SETTINGS_QPACK_MAX_TABLE_CAPACITY)
            item->capacity = value;
        else if (id == SETTINGS_QPACK_BLOCKED_STREAMS)
            item->blocked = value;
        payload += id_length + value_length;
        length -= id_length + value_length;
    }
    return true;
}

static bool read_goaway(const uint8_t *payload, size_t length, struct hc_http3_item *item) {
    item->kind = HC_HTTP3_GOAWAY;
    return length > 0 && hc_quic_varint(payload, length, &item->number) == length;
}

static bool read_section(const uint8_t *payload, size_t length, struct hc_http3_item *item) {
    item->kind = HC_HTTP3_SECTION;
    item->bytes = payload;
    item->length = length;
    return true;
}

static bool read_promise(const uint8_t *payload, size_t length, struct hc_http3_item *item) {
    size_t id_length = hc_quic_varint(payload, length, &item->number);

    read_section(payload + id_length, length - id_length, item);
    item->kind = HC_HTTP3_PROMISE;
    return id_length > 0;
}

static bool read_payload(uint64_t type, const uint8_t *payload, size_t length, struct hc_http3_item *item) {
    switch (type) {
    case FRAME_SETTINGS:
        return read_settings(payload, length, item);
    case FRAME_GOAWAY:
        return read_goaway(payload, length, item);
    case FRAME_PUSH_PROMISE:
        return read_promise(payload, length, item);
    default:
        return read_section(payload, length, item);
    }
}

static void leave_frame(struct hc_http3_frames *frames) {
    if (frames->left == 0)
        frames->step = HC_HTTP3_AT_FRAME_TYPE;
}

/* A peer that only says that much will come is not believed. */
static bool make_room(struct hc_http3_frames *frames, struct hc_quic_room *room, size_t more) {
    size_t size = 2 * (frames->kept_length + more);
    uint8_t *made;

    if (frames->kept_length + more <= frames->kept_size)
        return true;
    if (size > frames->kept_length + frames->left)
        size = frames->kept_length + (size_t)frames->left;
    made = hc_quic_room_take(room, size);
    if (!made)
        return false;
    if (frames->kept)
        memcpy(made, frames->kept, frames->kept_length);
    hc_quic_room_return(room, frames->kept, frames->kept_size);
    frames->kept = made;
    frames->kept_size = size;
    return true;
}

/* Keeps some of the payload; false where there is no room for it. */
static bool keep(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                 size_t length) {
    if (!make_room(frames, room, length))
        return false;
    memcpy(frames->kept + frames->kept_length, bytes, length);
    frames->kept_length += length;
    frames->left -= length;
    return true;
}

/* What was kept stays until the next call, since the item points at it. */
static size_t read_kept(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                        size_t length, struct hc_http3_item *item) {
    size_t part = frames->left < length ? (size_t)frames->left : length;
    bool is_whole = frames->left == part && !frames->kept;
    const uint8_t *payload = bytes;
    size_t payload_length = part;

    if (is_whole) {
        frames->left = 0;
    } else if (keep(frames, room, bytes, part)) {
        payload = frames->kept;
        payload_length = frames->kept_length;
    } else {
        hc_http3_frames_skip(frames, room);
        return length;
    }
    if (frames->left > 0)
        return part;
    leave_frame(frames);
    if (!read_payload(frames->type, payload, payload_length, item))
        return malformed(frames, room, length, item);
    return part;
}

static size_t pass_over(struct hc_http3_frames *frames, const uint8_t *bytes, size_t length,
                        struct hc_http3_item *item) {
    size_t part = frames->left < length ? (size_t)frames->left : length;

    if (frames->type == FRAME_DATA && is_on_request(frames) && part > 0)
        *item = (struct hc_http3_item){.kind = HC_HTTP3_DATA, .bytes = bytes, .length = part};
    frames->left -= part;
    if (frames->left == 0 && longest_wanted(frames) == HC_LONGEST_FIELD_SECTION)
        item->kind = HC_HTTP3_UNREAD;
    leave_frame(frames);
    return part;
}

static size_t read_frame(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                         size_t length, struct hc_http3_item *item) {
    if (frames->length <= longest_wanted(frames))
        return read_kept(frames, room, bytes, length, item);
    return pass_over(frames, bytes, length, item);
}

/* A frame without a payload is whole at once: empty SETTINGS say something. */
static bool begin_payload(struct hc_http3_frames *frames, uint64_t length, struct hc_http3_item *item) {
    frames->length = frames->left = length;
    frames->step = HC_HTTP3_IN_PAYLOAD;
    leave_frame(frames);
    return length > 0 || longest_wanted(frames) == 0 || read_payload(frames->type, frames->number, 0, item);
}

/* False where the stream is malformed. */
static bool take_number(struct hc_http3_frames *frames, uint64_t value, struct hc_http3_item *item) {
    switch (frames->step) {
    case HC_HTTP3_AT_STREAM_TYPE:
        begin_stream(frames, value, item);
        return true;
    case HC_HTTP3_AT_PUSH_ID:
        frames->step = HC_HTTP3_AT_FRAME_TYPE;
        return true;
    case HC_HTTP3_AT_FRAME_TYPE:
        begin_frame(frames, value);
        return true;
    default:
        return begin_payload(frames, value, item);
    }
}

/* A byte at a time: numbers may be cut anywhere, and are short. */
static size_t read_number(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                          size_t length, struct hc_http3_item *item) {
    for (size_t i = 0; i < length; i++) {
        uint64_t value;

        frames->number[frames->number_length++] = bytes[i];
        if (hc_quic_varint(frames->number, frames->number_length, &value) == 0)
            continue;
        frames->number_length = 0;
        return take_number(frames, value, item) ? i + 1 : malformed(frames, room, length, item);
    }
    return length;
}

/* A number, or what there is of a payload. */
static size_t read_part(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                        size_t length, struct hc_http3_item *item) {
    switch (frames->purpose) {
    case HC_HTTP3_SKIPPED:
        return length;
    case HC_HTTP3_ENCODER:
    case HC_HTTP3_DECODER:
        *item = (struct hc_http3_item){.kind = HC_HTTP3_INSTRUCTIONS, .bytes = bytes, .length = length};
        return length;
    default:
        break;
    }
    if (frames->step == HC_HTTP3_IN_PAYLOAD)
        return read_frame(frames, room, bytes, length, item);
    return read_number(frames, room, bytes, length, item);
}

size_t hc_http3_frames_read(struct hc_http3_frames *frames, struct hc_quic_room *room, const uint8_t *bytes,
                            size_t length, struct hc_http3_item *item) {
    size_t read = 0;

    *item = (struct hc_http3_item){.kind = HC_HTTP3_NOTHING};
    hc_http3_frames_let_go(frames, room);
    while (read < length && item->kind == HC_HTTP3_NOTHING)
        read += read_part(frames, room, bytes + read, length - read, item);
    return read;
}
