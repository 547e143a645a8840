/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Redirects, and the requests that follow them. */
#include "collect/location.h"
#include "collect/reading.h"
#include "memory/strings.h"

static bool is_redirect(uint64_t status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static bool is_secure(const struct hc_connection *connection) {
    return connection->is_quic || connection->is_tls;
}

void hc_take_location(struct hc_reading *reading, const struct hc_line *line) {
    const struct hc_event *event = hc_reading_status(reading);

    if (event && is_redirect(event->value))
        reading->location = line->text;
}

static void drop_chain(struct hc_exchange *exchange) {
    if (!exchange->asked.past)
        return;
    wmem_free(wmem_file_scope(), exchange->asked.past->chain);
    exchange->asked.past->chain = NULL;
}

/* The same client has asked for the same before, on this way, and was sent to the same place. */
static void note_circle(struct hc_reading *reading, struct hc_event *event, struct hc_chain *chain,
                        const struct hc_hop *hop) {
    uint32_t before = chain->is_circle ? 0 : hc_chain_find(chain, hop);

    if (before == 0)
        return;
    chain->is_circle = true;
    hc_reading_more(reading, event)->loops_to = before;
}

/* A redirect with Retry-After asks to come again when something has changed (RFC 9110, section 10.2.3): the
 * chain begins anew with it. */
static void lead_on(struct hc_reading *reading, const struct hc_exchange *exchange, struct hc_event *event,
                    const struct hc_request *target) {
    struct hc_connection *connection = hc_reading_connection(reading);
    const struct hc_past *past = exchange->asked.past;
    bool goes_on = past && past->chain && !hc_more_of(event)->retry_after;
    struct hc_chain chain = goes_on ? *past->chain : (struct hc_chain){.count = 0};
    struct hc_hop hop = {exchange->asked.request, target, exchange->asked.print.who, exchange->asked.frame,
                         (uint16_t)event->value};
    struct hc_recent_key key;

    if (!hc_reading_key(reading, target, &key))
        return;
    note_circle(reading, event, &chain, &hop);
    hc_chain_add(&chain, &hop);
    hc_redirects_note(&key, &chain, reading->pinfo->num, connection, &reading->pinfo->abs_ts);
    connection->has_redirected = true;
}

/* Called where the response's head has ended; of a request that is not wholly seen, or may be another one,
 * nothing is remembered. */
void hc_note_redirect(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event) {
    const struct hc_request *request = exchange->asked.request, *target = NULL;
    bool is_certain = hc_is_paired(reading, exchange) && (exchange->asked.marks & HC_HAS_WHOLE_HEAD);

    if (reading->location && is_certain && request && request->method && request->path)
        target = hc_location_target(reading->pinfo->pool, reading->location, request,
                                    is_secure(hc_reading_connection(reading)));
    reading->location = NULL;
    if (target)
        lead_on(reading, exchange, event, target);
    drop_chain(exchange);
}

void hc_note_following(struct hc_reading *reading, struct hc_exchange *exchange, uint32_t frame) {
    struct hc_connection *connection = hc_reading_connection(reading);
    bool is_next = connection->has_redirected, is_same = false;
    struct hc_recent_key key;
    struct hc_chain *chain;

    connection->has_redirected = false;
    if (!(exchange->asked.marks & HC_HAS_WHOLE_HEAD) || !hc_redirects_wait(&reading->pinfo->abs_ts) ||
        !hc_reading_key(reading,
                        hc_location_of(reading->pinfo->pool, exchange->asked.request, is_secure(connection)),
                        &key))
        return;
    chain = hc_redirects_take(&key, exchange->asked.print.who, frame, connection, &reading->pinfo->abs_ts,
                              &is_same);
    if (!chain)
        return;
    hc_exchange_past(exchange)->chain = chain;
    hc_exchange_past(exchange)->is_next_on_its_way = is_next && is_same;
}
