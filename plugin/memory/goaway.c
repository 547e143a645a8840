/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/goaway.h"

/* Enough to read; and a connection ends but two or three times. A list takes up to a kilobyte, and a GOAWAY
 * that asks for one 17 bytes. */
enum { MOST_LISTED = 64, MOST_LISTS = 32 };

void hc_goaway_note(struct hc_connection *connection, int64_t first_unprocessed) {
    connection->goaway_seen = true;
    connection->first_unprocessed = first_unprocessed;
}

bool hc_goaway_leaves_out(const struct hc_connection *connection, int64_t stream) {
    return connection->goaway_seen && stream >= connection->first_unprocessed &&
           hc_connection_is_request(connection, stream);
}

bool hc_goaway_denies_answer(const struct hc_connection *connection) {
    return connection->goaway_seen && connection->answered > connection->first_unprocessed;
}

static bool says(const struct hc_open_requests *list, bool has_others, const struct hc_open_request *items,
                 size_t count) {
    return list && list->has_others == has_others && list->count == count &&
           memcmp(list->item, items, count * sizeof *items) == 0;
}

/* The first GOAWAY of a graceful shutdown is followed by others that say the same. Behind the last list that
 * is kept none is told any more, but that there may be open requests. */
static const struct hc_open_requests *shared(struct hc_connection *connection,
                                             const struct hc_open_requests **last, bool has_others,
                                             const struct hc_open_request *items, size_t count) {
    struct hc_open_requests *list;

    if (says(*last, has_others, items, count))
        return *last;
    if (connection->lists == MOST_LISTS && count > 0)
        return shared(connection, last, true, items, 0);
    connection->lists += count > 0;
    list = wmem_alloc(wmem_file_scope(), sizeof *list + count * sizeof *items);
    list->has_others = has_others;
    list->count = count;
    memcpy(list->item, items, count * sizeof *items);
    return *last = list;
}

static bool is_request(const struct hc_connection *connection, const struct hc_exchange *exchange) {
    return exchange->asked.number && hc_connection_is_request(connection, exchange->id) &&
           hc_exchange_progress(exchange, connection->gaps) != HC_PROGRESS_COMPLETE;
}

/* What the server has answered it has processed, whatever its GOAWAY says. */
static bool is_left_out(const struct hc_connection *connection, const struct hc_exchange *exchange) {
    return hc_goaway_leaves_out(connection, exchange->id) &&
           hc_exchange_progress(exchange, connection->gaps) != HC_PROGRESS_STARTED;
}

/* Requests of the kind that is listed, at most so many; has_others where there are, or may be, more. */
static size_t list(const struct hc_connection *connection, bool left_out, struct hc_open_request *items,
                   bool *has_others) {
    size_t count = 0;

    *has_others = !connection->seen_from_start || connection->streams.has_forgotten_open;
    for (const GList *link = connection->streams.open.tail; link && !(count == MOST_LISTED && *has_others);
         link = link->prev) {
        const struct hc_exchange *exchange = link->data;

        if (!is_request(connection, exchange))
            continue;
        /* One whose end may be in a gap is not known to be open. */
        if (exchange->gaps == connection->gaps && count < MOST_LISTED &&
            (left_out ? is_left_out(connection, exchange) : !hc_goaway_leaves_out(connection, exchange->id)))
            items[count++] = (struct hc_open_request){exchange->id, exchange->asked.request};
        else
            *has_others =
                *has_others || left_out || exchange->gaps != connection->gaps || count == MOST_LISTED;
    }
    return count;
}

const struct hc_open_requests *hc_goaway_unprocessed(struct hc_connection *connection) {
    struct hc_open_request items[MOST_LISTED];
    const struct hc_open_requests *unprocessed;
    bool has_others;
    size_t count = list(connection, true, items, &has_others);

    if (count == 0)
        return NULL;
    unprocessed = shared(connection, &connection->unprocessed, has_others, items, count);
    return unprocessed->count == 0 ? NULL : unprocessed;
}

const struct hc_open_requests *hc_goaway_open(struct hc_connection *connection) {
    struct hc_open_request items[MOST_LISTED];
    bool has_others;
    size_t count = list(connection, false, items, &has_others);

    if (count == 0 && !has_others)
        return NULL;
    return shared(connection, &connection->open, has_others, items, count);
}
