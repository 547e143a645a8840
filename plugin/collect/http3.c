/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/3 that the plugin reads by itself: the bytes of STREAM frames go in, and what they say is taken in as
 * if the tree said it. */
#include "collect/bytes.h"
#include "collect/reading.h"

#ifdef HC_HAS_NGHTTP3

#include "http3/http3.h"
#include "http3/varint.h"

/* The lower bits of a STREAM frame's type say what stands in front of its data (RFC 9000, section 19.8). */
enum { STREAM_FRAME = 0x08, STREAM_FRAME_MASK = 0xf8, HAS_OFFSET = 0x04, HAS_LENGTH = 0x02, HAS_FIN = 0x01 };

/* Types of unidirectional streams (RFC 9114, section 6.2; RFC 9204, section 4.2; WebTransport over HTTP/3,
 * section 4.2).
 */
enum {
    CONTROL_STREAM = 0x00,
    PUSH_STREAM = 0x01,
    ENCODER_STREAM = 0x02,
    DECODER_STREAM = 0x03,
    WEBTRANSPORT_STREAM = 0x54
};

/* A STREAM frame that is being read. */
struct stream_frame {
    struct hc_reading *reading;
    struct hc_span data; /* in the packet's decrypted payload */
    struct hc_quic_piece piece;
};

/* The number that the span begins with, and its bytes; false where it is cut. */
static bool take_number(struct hc_span *span, const uint8_t **bytes, uint64_t *value) {
    size_t length = hc_quic_varint(*bytes, span->length, value);

    *span = hc_span_behind(*span, (unsigned)length);
    *bytes += length;
    return length > 0;
}

/* The type stands in the byte before the stream id. Without a length the data go on to the end of the packet.
 * False where these are not the bytes of a STREAM frame. */
static bool find_data(const field_info *stream_id, struct stream_frame *frame) {
    struct hc_span left = hc_span_from(stream_id);
    const uint8_t *bytes = hc_span_bytes(left);
    uint64_t id, length;
    uint8_t type;

    if (left.length == 0 || left.start == 0)
        return false;
    type = bytes[-1];
    if ((type & STREAM_FRAME_MASK) != STREAM_FRAME || !take_number(&left, &bytes, &id))
        return false;
    if (type & HAS_OFFSET && !take_number(&left, &bytes, &frame->piece.offset))
        return false;
    length = left.length;
    if (type & HAS_LENGTH && (!take_number(&left, &bytes, &length) || length > left.length))
        return false;
    frame->data = hc_span_first(left, (unsigned)length);
    frame->piece.bytes = bytes;
    frame->piece.length = frame->data.length;
    frame->piece.fin = (type & HAS_FIN) != 0;
    return true;
}

/* Where the bytes stand in the packet; nowhere if they came in several pieces. */
static struct hc_span place_of(const struct stream_frame *frame, const uint8_t *bytes, size_t length) {
    uintptr_t begin = (uintptr_t)frame->piece.bytes, at = (uintptr_t)bytes;

    if (at < begin || at + length > begin + frame->piece.length)
        return (struct hc_span){.tvb = NULL};
    return hc_span_first(hc_span_behind(frame->data, (unsigned)(at - begin)), (unsigned)length);
}

/* What had to wait may be the other side's than the packet's. */
static void begin_words(void *user, const struct hc_http3_place *place) {
    const struct stream_frame *frame = user;

    hc_reading_begin_stream(frame->reading, place->stream);
    frame->reading->speaker = place->sender;
}

/* A promise is answered on another stream, which is not known yet. */
static void take_line(void *user, const struct hc_http3_place *place, const struct hc_qpack_line *decoded) {
    const struct stream_frame *frame = user;
    wmem_allocator_t *scope = frame->reading->pinfo->pool;
    struct hc_line line;

    if (place->is_promise)
        return;
    hc_marks_add_binary(&frame->reading->marks, scope, decoded->name, decoded->name_length, decoded->value,
                        decoded->value_length);
    hc_across_take_line(frame->reading, decoded->name, decoded->name_length, decoded->value,
                        decoded->value_length);
    if (hc_block_is_full(&frame->reading->block) ||
        !hc_bytes_decoded_header(decoded->name, decoded->name_length, decoded->value, decoded->value_length,
                                 scope, &line))
        return;
    line.span = place_of(frame, decoded->bytes, decoded->length);
    hc_block_add(&frame->reading->block, scope, &line);
}

static void end_section(void *user, const struct hc_http3_place *place, bool is_whole) {
    const struct stream_frame *frame = user;

    /* Of an exchange whose lines are not all known nothing is absent. */
    if (!is_whole)
        hc_compression_lose(&hc_reading_connection(frame->reading)->compression[place->sender]);
    frame->reading->section_is_whole = is_whole && !place->is_promise;
    hc_reading_leave_stream(frame->reading);
    frame->reading->section_is_whole = false;
    frame->reading->speaker = HC_SIDE_UNKNOWN;
}

static void take_content(void *user, const struct hc_http3_place *place, const uint8_t *bytes,
                         size_t length) {
    const struct stream_frame *frame = user;
    struct hc_exchange *exchange;

    begin_words(user, place);
    exchange = hc_reading_exchange(frame->reading);
    if (place->sender == HC_CLIENT)
        hc_note_content(exchange, bytes, length);
    exchange->sent[place->sender].content += length;
    hc_reading_take_websocket(frame->reading, bytes, length, place_of(frame, bytes, length));
    hc_reading_take_grpc_web(frame->reading, bytes, length, place_of(frame, bytes, length));
    hc_reading_take_webtransport(frame->reading, bytes, length);
    frame->reading->speaker = HC_SIDE_UNKNOWN;
}

/* Read in the order of the stream (RFC 9114, section 5.2); it ends no request of its own. */
static void note_raise(struct hc_reading *reading, uint64_t first_unprocessed) {
    static const struct hc_exchange none = {.id = HC_NO_STREAM};
    struct hc_connection *connection = hc_reading_connection(reading);

    if (connection->has_raised_goaway || !connection->goaway_seen ||
        (int64_t)first_unprocessed <= connection->first_unprocessed)
        return;
    connection->has_raised_goaway = true;
    hc_reading_imply(reading, &none, HC_IMPLIES_RAISED_GOAWAY, HC_SERVER);
}

static void go_away(void *user, const struct hc_http3_place *place, uint64_t first_unprocessed) {
    const struct stream_frame *frame = user;

    if (place->sender != HC_SERVER)
        return;
    note_raise(frame->reading, first_unprocessed);
    hc_note_http3_goaway(frame->reading, first_unprocessed);
}

static void note_type(void *user, const struct hc_http3_place *place, uint64_t type) {
    static const uint64_t known[] = {CONTROL_STREAM, PUSH_STREAM, ENCODER_STREAM, DECODER_STREAM,
                                     WEBTRANSPORT_STREAM};
    const struct stream_frame *frame = user;

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (type == known[i])
            return;
    }
    hc_connection_stream(hc_reading_connection(frame->reading), place->stream)->has_unknown_type = true;
}

/* Here all of the stream was read. */
static void note_end(void *user, const struct hc_http3_place *place) {
    const struct stream_frame *frame = user;
    struct hc_reading *reading = frame->reading;
    struct hc_exchange *exchange;

    if (!hc_connection_is_request(hc_reading_connection(reading), place->stream))
        return;
    begin_words(user, place);
    exchange = hc_reading_exchange(reading);
    if (place->sender == HC_CLIENT)
        hc_note_content_end(reading, exchange);
    if (place->sender == HC_SERVER)
        hc_note_grpc_end(reading, exchange);
    hc_note_message_end(reading, exchange, place->sender);
    hc_note_tunnel_end(reading, exchange, place->sender);
    if (place->sender == HC_SERVER)
        hc_across_note_complete(reading, exchange);
    reading->speaker = HC_SIDE_UNKNOWN;
}

static void pass_over(void *user, const struct hc_http3_place *place) {
    (void)user;
    (void)place;
}

static struct hc_http3 *http3_of(struct hc_connection *connection) {
    if (!connection->http3)
        connection->http3 = hc_http3_new(wmem_file_scope());
    return connection->http3;
}

void hc_reading_take_http3(struct hc_reading *reading, const field_info *stream_id) {
    struct hc_connection *connection = hc_reading_connection(reading);
    struct stream_frame frame = {.reading = reading};
    const struct hc_http3_sink sink = {
        .user = &frame,
        .stream_type = note_type,
        .section_begins = begin_words,
        .line = take_line,
        .section_ends = end_section,
        .data = take_content,
        .goes_away = go_away,
        .ends = note_end,
        .is_malformed = pass_over,
    };

    if (hc_alpn_is_http3(connection->alpn) && find_data(stream_id, &frame))
        hc_http3_take(http3_of(connection), (int64_t)hc_reading_number(stream_id), hc_reading_sender(reading),
                      &frame.piece, &sink);
}

void hc_reading_reset_http3(struct hc_reading *reading) {
    struct hc_http3 *http3 = hc_reading_connection(reading)->http3;

    if (http3)
        hc_http3_reset(http3, reading->stream, hc_reading_sender(reading));
}

bool hc_reading_can_take_http3(void) {
    return true;
}

#else

/* Wireshark's dissector reads it, in fields that collect/carriers.c names. */
void hc_reading_take_http3(struct hc_reading *reading, const field_info *stream_id) {
    (void)reading;
    (void)stream_id;
}

void hc_reading_reset_http3(struct hc_reading *reading) {
    (void)reading;
}

bool hc_reading_can_take_http3(void) {
    return false;
}

#endif
