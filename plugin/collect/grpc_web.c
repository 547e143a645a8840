/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gRPC-Web (gRPC, PROTOCOL-WEB.md): the grpc-status stands in the content, since browsers read no trailers;
 * also over HTTP/1.1, whose content is read here. */
#include "collect/grpc_web_frames.h"

#include "collect/bytes.h"
#include "collect/chunks.h"
#include "collect/reading.h"
#include "registry/marks.h"

/* Some bytes of the content, and where they stand in the packet. */
struct content {
    struct hc_reading *reading;
    struct hc_span place;
};

/* ---- trailers ---- */

/* Of a trailer, that begins at `at` in the content's piece. */
static struct hc_span place_of(const struct content *content, size_t at, size_t length) {
    if (at == HC_TRAILERS_NOT_IN_PIECE)
        return (struct hc_span){.tvb = NULL};
    return hc_span_first(hc_span_behind(content->place, (unsigned)at), (unsigned)length);
}

/* Only what tells how the call went: other trailers are not those of the message. */
static const struct hc_carrier_row *row_of(const char *name, size_t length) {
    const struct hc_carrier_row *row = hc_carrier_of_http1_header(name, length);

    return row && (row->role == HC_ROLE_GRPC_STATUS || row->role == HC_ROLE_GRPC_MESSAGE) ? row : NULL;
}

static bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\r';
}

/* A line, without the byte that ends it. */
static void take_line(const struct content *content, const char *text, size_t length, size_t at) {
    const char *colon = memchr(text, ':', length);
    size_t begin = colon ? (size_t)(colon - text) + 1 : length;
    struct hc_line line = {.row = colon ? row_of(text, begin - 1) : NULL};

    while (begin < length && is_space(text[begin]))
        begin++;
    while (length > begin && is_space(text[length - 1]))
        length--;
    if (!line.row)
        return;
    line.text = hc_ascii(content->reading->pinfo->pool, text + begin, (unsigned)(length - begin));
    line.span = place_of(content, at == HC_TRAILERS_NOT_IN_PIECE ? at : at + begin, length - begin);
    hc_reading_take_line(content->reading, &line);
}

/* A line without an end is the last one, or was cut: then it says nothing. */
static void take_trailers(void *user, const char *trailers, size_t length, size_t at) {
    const struct content *content = user;
    bool may_be_cut = length == HC_MOST_GRPC_WEB_TRAILERS;
    size_t begin = 0;

    while (begin < length) {
        const char *end = memchr(trailers + begin, '\n', length - begin);
        size_t line = end ? (size_t)(end - trailers) - begin : length - begin;

        if (end || !may_be_cut)
            take_line(content, trailers + begin, line, at == HC_TRAILERS_NOT_IN_PIECE ? at : at + begin);
        begin += line + 1;
    }
}

/* ---- any version ---- */

static bool is_type(const char *type, const char *name) {
    size_t length = strlen(name);

    return g_ascii_strncasecmp(type, name, length) == 0 &&
           (type[length] == '\0' || strchr("+; ", type[length]));
}

void hc_note_grpc_web_type(struct hc_reading *reading, struct hc_exchange *exchange, const char *type) {
    bool is_text = is_type(type, "application/grpc-web-text");

    if (!is_text && !is_type(type, "application/grpc-web"))
        return;
    exchange->grpc = true;
    if (hc_reading_sender(reading) != HC_SERVER || exchange->grpc_web)
        return;
    exchange->grpc_web = wmem_new0(wmem_file_scope(), struct hc_grpc_web_frames);
    exchange->grpc_web->is_text = is_text;
}

/* The reader of the response's content; NULL where it is none of gRPC-Web. */
static struct hc_grpc_web_frames *frames_being_read(struct hc_reading *reading) {
    const struct hc_exchange *exchange = hc_reading_exchange(reading);

    return exchange && hc_reading_sender(reading) == HC_SERVER ? exchange->grpc_web : NULL;
}

void hc_reading_take_grpc_web(struct hc_reading *reading, const uint8_t *bytes, size_t size,
                              struct hc_span place) {
    struct hc_grpc_web_frames *frames = frames_being_read(reading);
    struct content content = {reading, place};

    if (!frames)
        return;
    if (hc_reading_exchange(reading)->gaps != hc_reading_connection(reading)->gaps)
        hc_grpc_web_frames_lose(frames);
    hc_grpc_web_frames_read(frames, bytes, size, take_trailers, &content);
}

void hc_reading_lose_grpc_web(struct hc_reading *reading) {
    struct hc_grpc_web_frames *frames = frames_being_read(reading);

    if (frames)
        hc_grpc_web_frames_lose(frames);
}

bool hc_grpc_web_is_wholly_seen(const struct hc_exchange *exchange) {
    return !exchange->grpc_web || hc_grpc_web_frames_are_whole(exchange->grpc_web);
}

/* ---- HTTP/1 ---- */

/* Of a head that was captured whole. */
static struct hc_span behind_head(struct hc_span message, const struct hc_marks *marks) {
    return marks->head_length > 0 ? hc_span_behind(message, marks->head_length) : hc_span_first(message, 0);
}

static void take_part(struct hc_reading *reading, struct hc_span content, const uint8_t *data,
                      size_t length) {
    size_t at = (size_t)(data - hc_span_bytes(content));

    hc_reading_take_grpc_web(reading, data, length,
                             hc_span_first(hc_span_behind(content, (unsigned)at), (unsigned)length));
}

/* Says whether all of them are there. */
static bool take_chunks(struct hc_reading *reading, struct hc_span content) {
    struct hc_chunks chunks = {.bytes = hc_span_bytes(content), .size = content.length};
    const uint8_t *data;
    size_t length;

    while (hc_chunks_next(&chunks, &data, &length))
        take_part(reading, content, data, length);
    return chunks.has_ended;
}

/* The same. Content that goes on to the end of the connection may be cut. */
static bool take_content(struct hc_reading *reading, uint32_t marks, struct hc_span content) {
    uint64_t announced = hc_reading_exchange(reading)->sent[HC_SERVER].announced;

    if (content.length == 0)
        return announced == 1;
    if (marks & HC_HAS_TRANSFER_ENCODING)
        return take_chunks(reading, content);
    if (announced > 0)
        content = hc_span_first(content, (unsigned)MIN(announced - 1, content.length));
    take_part(reading, content, hc_span_bytes(content), content.length);
    return announced > 0 && content.length == announced - 1;
}

/* The lines of the response's head were read. What is answered with another type has no status either, and
 * the client makes one of what it got. */
void hc_note_grpc_web_message(struct hc_reading *reading) {
    const struct hc_event *status = hc_reading_status(reading);
    struct hc_exchange *exchange = reading->exchange;
    struct hc_span message;
    struct hc_marks marks;
    bool is_whole;

    if (!status || status->carrier != HC_STATUS_LINE || !exchange || !exchange->grpc ||
        !hc_status_is_final(status->value))
        return;
    message = hc_span_to_end(reading->status_line);
    marks = hc_marks_of_http1(message);
    is_whole = take_content(reading, marks.bits, behind_head(message, &marks));
    if (reading->is_paired && (marks.bits & HC_HAS_WHOLE_HEAD) && (is_whole || !exchange->grpc_web))
        hc_note_grpc_end(reading, exchange);
}
