/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/http3.h"

#include "http3/stream_table.h"

/* What one side says, but for its streams. */
struct speaker {
    struct hc_qpack *qpack; /* its encoder, as the other side decodes it */
    bool qpack_has_news;    /* what had to wait for it may be readable now */
    unsigned most_blocked;  /* of its streams, that the other side allows */
    struct hc_qpack_decoder_stream decoder;
    /* Those that last as long as the connection, one of each purpose; NULL until it is known. */
    struct hc_http3_stream *critical[HC_HTTP3_SKIPPED + 1];
};

struct hc_http3 {
    struct hc_http3_streams streams;
    struct speaker speakers[HC_SERVER + 1];
};

/* One call of hc_http3_take(). */
struct taking {
    struct hc_http3 *http3;
    const struct hc_http3_sink *sink;
};

/* A direction that is being read. */
struct reader {
    const struct taking *taking;
    struct hc_http3_stream *stream;
    struct hc_http3_half *half;
    struct hc_http3_place place;
    bool in_section; /* it was told that one began */
};

struct hc_http3 *hc_http3_new(wmem_allocator_t *scope) {
    struct hc_http3 *http3 = wmem_new0(scope, struct hc_http3);

    hc_http3_streams_begin(&http3->streams, scope);
    for (enum hc_side side = HC_CLIENT; side <= HC_SERVER; side++) {
        http3->speakers[side].qpack = hc_qpack_new(scope);
        http3->speakers[side].most_blocked = HC_MOST_BLOCKED_STREAMS;
    }
    return http3;
}

static struct speaker *speaker_of(const struct reader *reader) {
    return &reader->taking->http3->speakers[reader->place.sender];
}

static void begin_section(struct reader *reader) {
    const struct hc_http3_sink *sink = reader->taking->sink;

    if (!reader->in_section)
        sink->section_begins(sink->user, &reader->place);
    reader->in_section = true;
}

static void end_section(struct reader *reader, bool is_whole) {
    const struct hc_http3_sink *sink = reader->taking->sink;

    begin_section(reader);
    sink->section_ends(sink->user, &reader->place, is_whole);
    reader->in_section = false;
    reader->place.is_promise = false;
}

static void take_line(void *user, const struct hc_qpack_line *line) {
    struct reader *reader = user;
    const struct hc_http3_sink *sink = reader->taking->sink;

    begin_section(reader);
    sink->line(sink->user, &reader->place, line);
}

static void stop_at_malformed(struct reader *reader) {
    const struct hc_http3_sink *sink = reader->taking->sink;

    hc_http3_frames_skip(&reader->half->frames, &reader->taking->http3->streams.room);
    sink->is_malformed(sink->user, &reader->place);
}

/* False where the section is blocked; then nothing was told. */
static bool read_section(struct reader *reader, const uint8_t *section, size_t length) {
    enum hc_qpack_result result =
        hc_qpack_read(speaker_of(reader)->qpack, section, length, take_line, reader);

    if (result == HC_QPACK_BLOCKED)
        return false;
    if (hc_qpack_is_dynamic(section, length))
        reader->half->unacknowledged++;
    end_section(reader, result == HC_QPACK_WHOLE);
    if (result == HC_QPACK_MALFORMED)
        stop_at_malformed(reader);
    return true;
}

/* The capture lacks instructions of this side. */
static void lose_table(struct speaker *speaker) {
    hc_qpack_give_up(speaker->qpack);
    speaker->qpack_has_news = true;
}

static void tell_what_is_known(struct reader *reader, const uint8_t *section, size_t length) {
    hc_qpack_read_known(speaker_of(reader)->qpack, section, length, take_line, reader);
    end_section(reader, false);
}

/* More than the decoder allows are blocked only where the encoder knows that they are not, and the capture
 * does not (RFC 9204, section 2.1.2). */
static void block(struct reader *reader, const struct hc_http3_item *item) {
    struct hc_http3_streams *streams = &reader->taking->http3->streams;
    enum hc_side sender = reader->place.sender;

    if (!hc_http3_streams_block(streams, reader->stream, sender, item))
        tell_what_is_known(reader, item->bytes, item->length);
    else if (streams->blocked[sender].length > speaker_of(reader)->most_blocked)
        lose_table(speaker_of(reader));
}

static void take_section(struct reader *reader, const struct hc_http3_item *item) {
    reader->place.is_promise = item->kind == HC_HTTP3_PROMISE;
    if (!read_section(reader, item->bytes, item->length))
        block(reader, item);
}

/* They allow the other side's encoder something. */
static void take_settings(struct reader *reader, const struct hc_http3_item *item) {
    struct speaker *allowed = &reader->taking->http3->speakers[hc_peer_of(reader->place.sender)];

    if (hc_qpack_is_allowed(allowed->qpack))
        return;
    hc_qpack_allow(allowed->qpack, item->capacity);
    allowed->qpack_has_news = true;
    if (item->blocked < allowed->most_blocked)
        allowed->most_blocked = (unsigned)item->blocked;
}

/* What the decoder has read, the capture could read, too, if it had all instructions. */
static void take_acknowledgement(struct reader *reader, int64_t stream) {
    enum hc_side peer = hc_peer_of(reader->place.sender);
    struct hc_http3_half *half = hc_http3_streams_find(&reader->taking->http3->streams, stream, peer);

    if (half && half->unacknowledged > 0)
        half->unacknowledged--;
    else if (half && half->blocked)
        lose_table(&reader->taking->http3->speakers[peer]);
}

static void take_instructions(struct reader *reader, const struct hc_http3_item *item) {
    struct speaker *speaker = speaker_of(reader);
    int64_t stream;

    if (reader->half->frames.purpose == HC_HTTP3_ENCODER) {
        hc_qpack_instruct(speaker->qpack, item->bytes, item->length);
        speaker->qpack_has_news = true;
        return;
    }
    for (size_t i = 0; i < item->length; i++) {
        if (hc_qpack_acknowledges(&speaker->decoder, item->bytes[i], &stream))
            take_acknowledgement(reader, stream);
    }
}

static void take_item(struct reader *reader, const struct hc_http3_item *item) {
    const struct hc_http3_sink *sink = reader->taking->sink;

    switch (item->kind) {
    case HC_HTTP3_NOTHING:
        break;
    case HC_HTTP3_STREAM_TYPE:
        sink->stream_type(sink->user, &reader->place, item->number);
        break;
    case HC_HTTP3_SECTION:
    case HC_HTTP3_PROMISE:
        take_section(reader, item);
        break;
    case HC_HTTP3_UNREAD:
        end_section(reader, false);
        break;
    case HC_HTTP3_DATA:
        sink->data(sink->user, &reader->place, item->bytes, item->length);
        break;
    case HC_HTTP3_SETTINGS:
        take_settings(reader, item);
        break;
    case HC_HTTP3_GOAWAY:
        sink->goes_away(sink->user, &reader->place, item->number);
        break;
    case HC_HTTP3_INSTRUCTIONS:
        take_instructions(reader, item);
        break;
    case HC_HTTP3_MALFORMED:
        stop_at_malformed(reader);
        break;
    }
}

/* The streams of a side that last as long as the connection. A second one is an error (RFC 9114,
 * section 6.2.1; RFC 9204, section 4.2), and says nothing. */
static void note_purpose(struct reader *reader) {
    struct hc_http3_streams *streams = &reader->taking->http3->streams;
    struct hc_http3_frames *frames = &reader->half->frames;
    struct hc_http3_stream **critical = &speaker_of(reader)->critical[frames->purpose];

    if (frames->purpose != HC_HTTP3_CONTROL && frames->purpose != HC_HTTP3_ENCODER &&
        frames->purpose != HC_HTTP3_DECODER)
        return;
    if (!*critical) {
        *critical = reader->stream;
        hc_http3_streams_keep(streams, reader->stream);
    } else if (*critical != reader->stream) {
        hc_http3_frames_skip(frames, &streams->room);
    }
}

/* Sections wait for instructions, and instructions for the SETTINGS that allow them. */
static bool has_to_wait(const struct reader *reader) {
    if (reader->half->frames.purpose == HC_HTTP3_ENCODER)
        return !hc_qpack_is_allowed(speaker_of(reader)->qpack);
    return reader->half->blocked != NULL;
}

static void end_direction(struct reader *reader) {
    const struct hc_http3_sink *sink = reader->taking->sink;
    struct hc_http3_frames *frames = &reader->half->frames;

    if (hc_http3_frames_may_end(frames))
        sink->ends(sink->user, &reader->place);
    else
        stop_at_malformed(reader);
    hc_http3_streams_end(&reader->taking->http3->streams, reader->stream, reader->place.sender);
}

/* Nothing more can be read of it: too much had to wait for what did not come. */
static void lose_direction(struct reader *reader) {
    struct hc_http3_half *half = reader->half;

    if (half->blocked) {
        reader->place.is_promise = half->blocked_is_promise;
        tell_what_is_known(reader, half->blocked, half->blocked_length);
    }
    if (half->frames.purpose == HC_HTTP3_ENCODER)
        lose_table(speaker_of(reader));
    hc_http3_streams_end(&reader->taking->http3->streams, reader->stream, reader->place.sender);
}

static void leave(struct reader *reader) {
    struct hc_http3_streams *streams = &reader->taking->http3->streams;
    struct hc_http3_half *half = reader->half;

    hc_http3_frames_let_go(&half->frames, &streams->room);
    hc_quic_pieces_settle(&half->pieces, &streams->room);
    if (half->pieces.given_up)
        lose_direction(reader);
    else if (half->frames.purpose == HC_HTTP3_SKIPPED)
        hc_http3_streams_end(streams, reader->stream, reader->place.sender);
    else if (hc_quic_pieces_are_all_read(&half->pieces) && !half->blocked)
        end_direction(reader);
}

/* What stands next in the direction, as far as it came, and as it needs nothing of other streams. */
static void read_on(struct reader *reader) {
    struct hc_http3_half *half = reader->half;
    struct hc_quic_room *room = &reader->taking->http3->streams.room;
    const uint8_t *bytes;
    size_t length;

    while (!has_to_wait(reader) && (length = hc_quic_pieces_next(&half->pieces, &bytes)) > 0) {
        struct hc_http3_item item;
        size_t taken = hc_http3_frames_read(&half->frames, room, bytes, length, &item);

        note_purpose(reader);
        take_item(reader, &item);
        hc_quic_pieces_read(&half->pieces, room, taken);
    }
    leave(reader);
}

static struct reader reader_of(const struct taking *taking, struct hc_http3_stream *stream,
                               enum hc_side sender) {
    return (struct reader){taking, stream, stream->half[sender], {stream->id, sender, false}, false};
}

/* Sections of this side that had to wait may be readable now, and what stands behind them. */
static void retry_blocked(const struct taking *taking, enum hc_side sender) {
    struct hc_http3_streams *streams = &taking->http3->streams;

    for (unsigned left = streams->blocked[sender].length; left > 0; left--) {
        GList *first = g_queue_pop_head_link(&streams->blocked[sender]);
        struct reader reader = reader_of(taking, first->data, sender);

        g_queue_push_tail_link(&streams->blocked[sender], first);
        reader.place.is_promise = reader.half->blocked_is_promise;
        if (read_section(&reader, reader.half->blocked, reader.half->blocked_length)) {
            hc_http3_streams_unblock(streams, reader.half, sender);
            read_on(&reader);
        }
    }
}

/* What one stream said may let others go on, and these still others. */
static void follow_news(const struct taking *taking, enum hc_side side) {
    struct speaker *speaker = &taking->http3->speakers[side];

    while (speaker->qpack_has_news) {
        struct hc_http3_stream *encoder = speaker->critical[HC_HTTP3_ENCODER];

        speaker->qpack_has_news = false;
        if (encoder && encoder->half[side]) {
            struct reader reader = reader_of(taking, encoder, side);

            read_on(&reader);
        }
        retry_blocked(taking, side);
    }
}

/* HTTP/3 has no bidirectional stream of the server's, and what is unidirectional has one sender (RFC 9000,
 * section 2.1; RFC 9114, section 6.1). */
static bool may_send(int64_t stream, enum hc_side sender) {
    enum hc_side opener = stream & 1 ? HC_SERVER : HC_CLIENT;

    if (stream < 0 || sender == HC_SIDE_UNKNOWN)
        return false;
    return stream & 2 ? sender == opener : opener == HC_CLIENT;
}

void hc_http3_take(struct hc_http3 *http3, int64_t stream, enum hc_side sender,
                   const struct hc_quic_piece *piece, const struct hc_http3_sink *sink) {
    const struct taking taking = {http3, sink};
    struct hc_http3_stream *found;
    struct reader reader;

    if (!may_send(stream, sender) || !hc_http3_streams_half(&http3->streams, stream, sender, &found))
        return;
    reader = reader_of(&taking, found, sender);
    hc_quic_pieces_put(&reader.half->pieces, &http3->streams.room, piece);
    read_on(&reader);
    follow_news(&taking, HC_CLIENT);
    follow_news(&taking, HC_SERVER);
}

void hc_http3_reset(struct hc_http3 *http3, int64_t stream, enum hc_side sender) {
    struct hc_http3_half *half = hc_http3_streams_find(&http3->streams, stream, sender);

    if (!half)
        return;
    hc_http3_streams_unblock(&http3->streams, half, sender);
    hc_quic_pieces_drop(&half->pieces, &http3->streams.room);
}
