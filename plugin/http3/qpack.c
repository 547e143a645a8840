/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/qpack.h"

#include "http3/qpack_lines.h"

#include <nghttp3/nghttp3.h>

enum table_state {
    TABLE_NOT_ALLOWED_YET, /* the decoder's SETTINGS did not come */
    TABLE_KNOWN,
    TABLE_LOST
};

struct hc_qpack {
    nghttp3_mem memory; /* nghttp3's is in our scope, and goes with it */
    enum table_state state;
    nghttp3_qpack_decoder *table;          /* where the table is known; else NULL */
    nghttp3_qpack_decoder *plain;          /* has no dynamic table; NULL until it is needed */
    nghttp3_qpack_stream_context *section; /* that is being read; NULL until the first one */
};

static void *memory_get(size_t size, void *scope) {
    return wmem_alloc(scope, MAX(size, 1));
}

static void memory_free(void *memory, void *scope) {
    wmem_free(scope, memory);
}

static void *memory_get_zeroed(size_t count, size_t size, void *scope) {
    return wmem_alloc0(scope, MAX(count * size, 1));
}

static void *memory_resize(void *memory, size_t size, void *scope) {
    return wmem_realloc(scope, memory, MAX(size, 1));
}

struct hc_qpack *hc_qpack_new(wmem_allocator_t *scope) {
    struct hc_qpack *qpack = wmem_new0(scope, struct hc_qpack);

    qpack->memory = (nghttp3_mem){scope, memory_get, memory_free, memory_get_zeroed, memory_resize};
    return qpack;
}

bool hc_qpack_is_allowed(const struct hc_qpack *qpack) {
    return qpack->state != TABLE_NOT_ALLOWED_YET;
}

void hc_qpack_give_up(struct hc_qpack *qpack) {
    if (qpack->table)
        nghttp3_qpack_decoder_del(qpack->table);
    qpack->table = NULL;
    qpack->state = TABLE_LOST;
}

/* Just the capacity that the SETTINGS name: how a section names its instructions hangs on it (RFC 9204,
 * section 4.5.1.1). How many streams may be blocked, the caller sees to. */
void hc_qpack_allow(struct hc_qpack *qpack, uint64_t capacity) {
    if (qpack->state != TABLE_NOT_ALLOWED_YET)
        return;
    if (capacity <= HC_LARGEST_QPACK_TABLE &&
        nghttp3_qpack_decoder_new(&qpack->table, (size_t)capacity, 0, &qpack->memory) == 0)
        qpack->state = TABLE_KNOWN;
    else
        hc_qpack_give_up(qpack);
}

void hc_qpack_instruct(struct hc_qpack *qpack, const uint8_t *bytes, size_t length) {
    if (qpack->table && nghttp3_qpack_decoder_read_encoder(qpack->table, bytes, length) < 0)
        hc_qpack_give_up(qpack);
}

/* nghttp3 collects what a decoder has to say, and stops where nobody fetches it. */
static void silence(nghttp3_qpack_decoder *decoder) {
    size_t length = nghttp3_qpack_decoder_get_decoder_streamlen(decoder);
    uint8_t bytes[256];
    nghttp3_buf said = {bytes, bytes + sizeof bytes, bytes, bytes};

    if (length > 0 && length <= sizeof bytes)
        nghttp3_qpack_decoder_write_decoder(decoder, &said);
}

/* A line that nghttp3 read, which hands over name and value for us to let go of. */
static void give_line(nghttp3_qpack_nv *read, const uint8_t *bytes, size_t length, hc_qpack_taker *take,
                      void *user) {
    nghttp3_vec name = nghttp3_rcbuf_get_buf(read->name), value = nghttp3_rcbuf_get_buf(read->value);
    struct hc_qpack_line line = {
        .name = (const char *)name.base,
        .value = (const char *)value.base,
        .name_length = name.len,
        .value_length = value.len,
        .bytes = bytes,
        .length = length,
    };

    take(user, &line);
    nghttp3_rcbuf_decref(read->name);
    nghttp3_rcbuf_decref(read->value);
}

static bool begin_section(struct hc_qpack *qpack) {
    if (!qpack->section)
        return nghttp3_qpack_stream_context_new(&qpack->section, 0, &qpack->memory) == 0;
    nghttp3_qpack_stream_context_reset(qpack->section);
    return true;
}

/* Reads on in the section that was begun, up to the end of these bytes. After an error the decoder is
 * useless. */
static enum hc_qpack_result read_on(struct hc_qpack *qpack, nghttp3_qpack_decoder *decoder,
                                    const uint8_t *bytes, size_t length, bool is_last, hc_qpack_taker *take,
                                    void *user) {
    uint8_t flags = NGHTTP3_QPACK_DECODE_FLAG_EMIT;

    while (length > 0 || flags & NGHTTP3_QPACK_DECODE_FLAG_EMIT) {
        nghttp3_qpack_nv line;
        nghttp3_ssize count = nghttp3_qpack_decoder_read_request(decoder, qpack->section, &line, &flags,
                                                                 bytes, length, is_last);

        if (count < 0)
            return HC_QPACK_MALFORMED;
        if (flags & NGHTTP3_QPACK_DECODE_FLAG_BLOCKED)
            return HC_QPACK_BLOCKED;
        if (flags & NGHTTP3_QPACK_DECODE_FLAG_EMIT)
            give_line(&line, bytes, (size_t)count, take, user);
        bytes += count;
        length -= (size_t)count;
    }
    return HC_QPACK_WHOLE;
}

static enum hc_qpack_result read_with_table(struct hc_qpack *qpack, const uint8_t *section, size_t length,
                                            hc_qpack_taker *take, void *user) {
    enum hc_qpack_result result = HC_QPACK_MALFORMED;

    if (begin_section(qpack))
        result = read_on(qpack, qpack->table, section, length, true, take, user);
    if (result == HC_QPACK_MALFORMED)
        hc_qpack_give_up(qpack);
    else
        silence(qpack->table);
    return result;
}

static bool begin_plain(struct hc_qpack *qpack) {
    static const uint8_t refers_to_nothing[] = {0, 0};

    if (!qpack->plain && nghttp3_qpack_decoder_new(&qpack->plain, 0, 0, &qpack->memory) != 0)
        return false;
    return begin_section(qpack) && read_on(qpack, qpack->plain, refers_to_nothing, sizeof refers_to_nothing,
                                           false, NULL, NULL) == HC_QPACK_WHOLE;
}

static void free_plain(struct hc_qpack *qpack) {
    if (qpack->plain)
        nghttp3_qpack_decoder_del(qpack->plain);
    qpack->plain = NULL;
}

/* Line by line, without those of the dynamic table. */
enum hc_qpack_result hc_qpack_read_known(struct hc_qpack *qpack, const uint8_t *section, size_t length,
                                         hc_qpack_taker *take, void *user) {
    enum hc_qpack_result result = begin_plain(qpack) ? HC_QPACK_WHOLE : HC_QPACK_MALFORMED;
    size_t at = hc_qpack_prefix_length(section, length), line;
    bool is_dynamic;

    for (; at < length && result != HC_QPACK_MALFORMED; at += line) {
        line = hc_qpack_line_length(section + at, length - at, &is_dynamic);
        if (line == 0)
            result = HC_QPACK_MALFORMED;
        else if (is_dynamic)
            result = hc_qpack_is_dynamic(section, length) ? HC_QPACK_PARTLY : HC_QPACK_MALFORMED;
        else if (read_on(qpack, qpack->plain, section + at, line, false, take, user) != HC_QPACK_WHOLE)
            result = HC_QPACK_MALFORMED;
    }
    if (result == HC_QPACK_MALFORMED)
        free_plain(qpack);
    return result;
}

enum hc_qpack_result hc_qpack_read(struct hc_qpack *qpack, const uint8_t *section, size_t length,
                                   hc_qpack_taker *take, void *user) {
    if (hc_qpack_prefix_length(section, length) == 0)
        return HC_QPACK_MALFORMED;
    if (qpack->state == TABLE_KNOWN)
        return read_with_table(qpack, section, length, take, user);
    if (qpack->state == TABLE_NOT_ALLOWED_YET && hc_qpack_is_dynamic(section, length))
        return HC_QPACK_BLOCKED;
    return hc_qpack_read_known(qpack, section, length, take, user);
}

/* Of the three instructions only an acknowledgement has the first bit set; its number begins with 7 bits,
 * that of the others with 6 (RFC 9204, section 4.4). */
static bool begin_instruction(struct hc_qpack_decoder_stream *stream, uint8_t byte) {
    uint8_t mask = byte & 0x80 ? 0x7f : 0x3f;

    stream->acknowledges = (byte & 0x80) != 0;
    stream->number = byte & mask;
    stream->shift = 0;
    return stream->number == mask;
}

static bool continue_number(struct hc_qpack_decoder_stream *stream, uint8_t byte) {
    if (stream->shift < 62)
        stream->number += (uint64_t)(byte & 0x7f) << stream->shift;
    stream->shift += 7;
    return (byte & 0x80) != 0;
}

bool hc_qpack_acknowledges(struct hc_qpack_decoder_stream *stream, uint8_t byte, int64_t *acknowledged) {
    stream->is_within = stream->is_within ? continue_number(stream, byte) : begin_instruction(stream, byte);
    *acknowledged = (int64_t)stream->number;
    return !stream->is_within && stream->acknowledges;
}
