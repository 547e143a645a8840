/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/stream_table.h"

#include <string.h>

static unsigned type_of(int64_t id) {
    return (unsigned)(id & 3);
}

static bool is_unidirectional(int64_t id) {
    return (id & 2) != 0;
}

/* Wireshark's map scatters 32 bits well. Larger ids a peer could choose to collide. */
static unsigned hash_of_id(const void *id) {
    int64_t value = *(const int64_t *)id;

    return value == (int32_t)value ? (unsigned)value : wmem_strong_hash(id, sizeof value);
}

void hc_http3_streams_begin(struct hc_http3_streams *streams, wmem_allocator_t *scope) {
    memset(streams, 0, sizeof *streams);
    streams->room.scope = scope;
    streams->by_id = wmem_map_new(scope, hash_of_id, g_int64_equal);
    for (unsigned type = 0; type < G_N_ELEMENTS(streams->forgotten); type++)
        streams->forgotten[type] = -1;
}

void hc_http3_streams_unblock(struct hc_http3_streams *streams, struct hc_http3_half *half,
                              enum hc_side sender) {
    if (!half->blocked)
        return;
    g_queue_unlink(&streams->blocked[sender], &half->blocked_place);
    hc_quic_room_return(&streams->room, half->blocked, half->blocked_length);
    half->blocked = NULL;
}

bool hc_http3_streams_block(struct hc_http3_streams *streams, struct hc_http3_stream *stream,
                            enum hc_side sender, const struct hc_http3_item *section) {
    struct hc_http3_half *half = stream->half[sender];

    half->blocked = hc_quic_room_take(&streams->room, section->length);
    if (!half->blocked)
        return false;
    memcpy(half->blocked, section->bytes, section->length);
    half->blocked_length = section->length;
    half->blocked_is_promise = section->kind == HC_HTTP3_PROMISE;
    half->blocked_place.data = stream;
    g_queue_push_tail_link(&streams->blocked[sender], &half->blocked_place);
    return true;
}

/* Most streams are over soon: one takes the place of another. */
static void put_aside(struct hc_http3_streams *streams, struct hc_http3_half *half) {
    wmem_free(streams->room.scope, streams->spare);
    streams->spare = half;
}

static struct hc_http3_half *new_half(struct hc_http3_streams *streams) {
    struct hc_http3_half *half = streams->spare;

    streams->spare = NULL;
    if (!half)
        return wmem_new0(streams->room.scope, struct hc_http3_half);
    *half = (struct hc_http3_half){0};
    return half;
}

static void free_half(struct hc_http3_streams *streams, struct hc_http3_stream *stream, enum hc_side sender) {
    struct hc_http3_half *half = stream->half[sender];

    stream->is_over[sender] = true;
    if (!half)
        return;
    hc_http3_streams_unblock(streams, half, sender);
    hc_http3_frames_skip(&half->frames, &streams->room);
    hc_quic_pieces_drop(&half->pieces, &streams->room);
    put_aside(streams, half);
    stream->half[sender] = NULL;
}

static void forget_oldest(struct hc_http3_streams *streams, GQueue *queue) {
    struct hc_http3_stream *stream = queue->head->data;
    int64_t *forgotten = &streams->forgotten[type_of(stream->id)];

    if (*forgotten < stream->id)
        *forgotten = stream->id;
    free_half(streams, stream, HC_CLIENT);
    free_half(streams, stream, HC_SERVER);
    g_queue_unlink(queue, &stream->place);
    wmem_map_remove(streams->by_id, &stream->id);
    wmem_free(streams->room.scope, stream);
}

static struct hc_http3_stream *make(struct hc_http3_streams *streams, int64_t id) {
    struct hc_http3_stream *stream;

    if (id <= streams->forgotten[type_of(id)])
        return NULL;
    if (streams->open.length >= HC_MOST_HTTP3_STREAMS)
        forget_oldest(streams, &streams->open);
    stream = wmem_new0(streams->room.scope, struct hc_http3_stream);
    stream->id = id;
    stream->place.data = stream;
    g_queue_push_tail_link(&streams->open, &stream->place);
    wmem_map_insert(streams->by_id, &stream->id, stream);
    return stream;
}

struct hc_http3_half *hc_http3_streams_half(struct hc_http3_streams *streams, int64_t id, enum hc_side sender,
                                            struct hc_http3_stream **stream) {
    *stream = wmem_map_lookup(streams->by_id, &id);
    if (!*stream)
        *stream = make(streams, id);
    if (!*stream || (*stream)->is_over[sender])
        return NULL;
    if (!(*stream)->half[sender]) {
        (*stream)->half[sender] = new_half(streams);
        hc_http3_frames_begin(&(*stream)->half[sender]->frames, is_unidirectional(id));
    }
    return (*stream)->half[sender];
}

struct hc_http3_half *hc_http3_streams_find(struct hc_http3_streams *streams, int64_t id,
                                            enum hc_side sender) {
    struct hc_http3_stream *stream = wmem_map_lookup(streams->by_id, &id);

    return stream ? stream->half[sender] : NULL;
}

void hc_http3_streams_keep(struct hc_http3_streams *streams, struct hc_http3_stream *stream) {
    if (stream->is_critical)
        return;
    stream->is_critical = true;
    g_queue_unlink(&streams->open, &stream->place);
}

static bool is_over(const struct hc_http3_stream *stream) {
    if (is_unidirectional(stream->id))
        return stream->is_over[HC_CLIENT] || stream->is_over[HC_SERVER];
    return stream->is_over[HC_CLIENT] && stream->is_over[HC_SERVER];
}

void hc_http3_streams_end(struct hc_http3_streams *streams, struct hc_http3_stream *stream,
                          enum hc_side sender) {
    free_half(streams, stream, sender);
    if (!is_over(stream) || stream->is_critical)
        return;
    g_queue_unlink(&streams->open, &stream->place);
    g_queue_push_tail_link(&streams->over, &stream->place);
    if (streams->over.length > HC_MOST_HTTP3_STREAMS_OVER)
        forget_oldest(streams, &streams->over);
}
