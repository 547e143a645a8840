/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/streams.h"

/* Wireshark's map scatters 32 bits well. Larger ids are QUIC's, and a peer could choose them to collide. */
static unsigned hash_of_id(const void *id) {
    int64_t value = *(const int64_t *)id;

    return value == (int32_t)value ? (unsigned)value : wmem_strong_hash(id, sizeof value);
}

static struct hc_stream *oldest(const GQueue *queue) {
    return queue->head->data;
}

static void forget(struct hc_streams *streams, GQueue *queue, struct hc_stream *stream) {
    if (!streams->has_forgotten || streams->last_forgotten < stream->id)
        streams->last_forgotten = stream->id;
    streams->has_forgotten = true;
    g_queue_unlink(queue, &stream->place);
    wmem_map_remove(streams->by_id, &stream->id);
    wmem_free(wmem_file_scope(), stream->websocket);
    wmem_free(wmem_file_scope(), stream);
}

static void forget_oldest_open(struct hc_streams *streams) {
    streams->has_forgotten_open = true;
    forget(streams, &streams->open, oldest(&streams->open));
}

static struct hc_stream *make(struct hc_streams *streams, int64_t id, unsigned gaps) {
    struct hc_stream *stream = wmem_new0(wmem_file_scope(), struct hc_stream);

    stream->id = id;
    stream->gaps = gaps;
    stream->was_forgotten = streams->has_forgotten && id <= streams->last_forgotten;
    stream->place.data = stream;
    g_queue_push_tail_link(&streams->open, &stream->place);
    wmem_map_insert(streams->by_id, &stream->id, stream);
    return stream;
}

struct hc_stream *hc_streams_get(struct hc_streams *streams, int64_t id, unsigned gaps) {
    struct hc_stream *stream;

    if (!streams->by_id)
        streams->by_id = wmem_map_new(wmem_file_scope(), hash_of_id, g_int64_equal);
    stream = wmem_map_lookup(streams->by_id, &id);
    if (stream)
        return stream;
    if (streams->open.length >= HC_MOST_OPEN_STREAMS)
        forget_oldest_open(streams);
    return make(streams, id, gaps);
}

/* A closed stream may be ended or reset again. */
static void close_by(struct hc_streams *streams, struct hc_stream *stream, bool *way) {
    bool was_closed = stream->ended || stream->reset;

    *way = true;
    if (was_closed)
        return;
    g_queue_unlink(&streams->open, &stream->place);
    g_queue_push_tail_link(&streams->closed, &stream->place);
    if (streams->closed.length > HC_MOST_CLOSED_STREAMS)
        forget(streams, &streams->closed, oldest(&streams->closed));
}

void hc_streams_end(struct hc_streams *streams, struct hc_stream *stream) {
    close_by(streams, stream, &stream->ended);
}

void hc_streams_reset(struct hc_streams *streams, struct hc_stream *stream) {
    close_by(streams, stream, &stream->reset);
}

struct hc_websocket *hc_stream_websocket(struct hc_stream *stream) {
    if (!stream->websocket)
        stream->websocket = wmem_new0(wmem_file_scope(), struct hc_websocket);
    return stream->websocket;
}
