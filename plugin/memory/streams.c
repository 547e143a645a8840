/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/streams.h"

#include "compat.h"
#include "memory/keyed_hash.h"

/* An exchange begins with its id. */
static unsigned hash_of_id(const void *id) {
    return hc_keyed_hash(id, sizeof(int64_t));
}
_Static_assert(offsetof(struct hc_exchange, id) == 0, "an exchange is found by its beginning");

static struct hc_exchange *oldest(const GQueue *queue) {
    return queue->head->data;
}

static void forget(struct hc_streams *streams, GQueue *queue, struct hc_exchange *exchange) {
    if (!streams->has_forgotten || streams->last_forgotten < exchange->id)
        streams->last_forgotten = exchange->id;
    streams->has_forgotten = true;
    g_queue_unlink(queue, &exchange->place);
    g_hash_table_remove(streams->by_id, exchange);
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
    g_hash_table_add(streams->by_id, exchange);
    return exchange;
}

static hc_bool free_table(wmem_allocator_t *scope, wmem_cb_event_t event, void *table) {
    (void)scope;
    (void)event;
    g_hash_table_destroy(table);
    return FALSE; /* no more */
}

/* Not Wireshark's map: that takes an item for each stream from the pool, which does not find their places
 * again. */
static GHashTable *new_table(void) {
    GHashTable *table = g_hash_table_new(hash_of_id, g_int64_equal);

    wmem_register_callback(wmem_file_scope(), free_table, table);
    return table;
}

static struct hc_exchange *find_or_make(struct hc_streams *streams, int64_t id, unsigned gaps) {
    struct hc_exchange *exchange;

    if (!streams->by_id)
        streams->by_id = new_table();
    exchange = g_hash_table_lookup(streams->by_id, &id);
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
