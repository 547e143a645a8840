/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/streams.h"

/* Wireshark's map scatters 32 bits well. Larger ids are QUIC's, and a peer could choose them to collide. */
static unsigned hash_of_id(const void *id) {
    int64_t value = *(const int64_t *)id;

    return value == (int32_t)value ? (unsigned)value : wmem_strong_hash(id, sizeof value);
}

static struct hc_exchange *oldest(const GQueue *queue) {
    return queue->head->data;
}

static void forget(struct hc_streams *streams, GQueue *queue, struct hc_exchange *exchange) {
    if (!streams->has_forgotten || streams->last_forgotten < exchange->id)
        streams->last_forgotten = exchange->id;
    streams->has_forgotten = true;
    g_queue_unlink(queue, &exchange->place);
    wmem_map_remove(streams->by_id, &exchange->id);
    streams->last = NULL;
    hc_exchange_free(exchange);
}

static void forget_oldest_open(struct hc_streams *streams) {
    streams->has_forgotten_open = true;
    forget(streams, &streams->open, oldest(&streams->open));
}

static struct hc_exchange *make(struct hc_streams *streams, int64_t id, unsigned gaps) {
    struct hc_exchange *exchange = hc_exchange_new();

    exchange->id = id;
    exchange->gaps = gaps;
    exchange->was_forgotten = streams->has_forgotten && id <= streams->last_forgotten;
    exchange->place.data = exchange;
    g_queue_push_tail_link(&streams->open, &exchange->place);
    wmem_map_insert(streams->by_id, &exchange->id, exchange);
    return exchange;
}

static struct hc_exchange *find_or_make(struct hc_streams *streams, int64_t id, unsigned gaps) {
    struct hc_exchange *exchange;

    if (!streams->by_id)
        streams->by_id = wmem_map_new(wmem_file_scope(), hash_of_id, g_int64_equal);
    exchange = wmem_map_lookup(streams->by_id, &id);
    if (exchange)
        return exchange;
    if (streams->open.length >= HC_MOST_OPEN_STREAMS)
        forget_oldest_open(streams);
    return make(streams, id, gaps);
}

struct hc_exchange *hc_streams_get(struct hc_streams *streams, int64_t id, unsigned gaps) {
    if (!streams->last || streams->last->id != id)
        streams->last = find_or_make(streams, id, gaps);
    return streams->last;
}

/* A closed stream may be ended or reset again. */
void hc_streams_close(struct hc_streams *streams, struct hc_exchange *exchange) {
    if (exchange->is_closed)
        return;
    exchange->is_closed = true;
    g_queue_unlink(&streams->open, &exchange->place);
    g_queue_push_tail_link(&streams->closed, &exchange->place);
    if (streams->closed.length > HC_MOST_CLOSED_STREAMS)
        forget(streams, &streams->closed, oldest(&streams->closed));
}

/* As long as nobody is proven to be the server, an end may be the request's. */
void hc_streams_end(struct hc_streams *streams, struct hc_exchange *exchange, enum hc_side side) {
    exchange->sent[side].ended = true;
    if (side == HC_SERVER)
        hc_streams_close(streams, exchange);
}

void hc_streams_reset(struct hc_streams *streams, struct hc_exchange *exchange, enum hc_side side) {
    exchange->sent[side].reset = true;
    hc_streams_close(streams, exchange);
}
