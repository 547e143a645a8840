/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/exchange.h"

#include "memory/answers.h"
#include "memory/elapsed.h"

static uint32_t seen_so_far; /* exchanges of this capture */

/* Freed ones, in a chain by their places. Wireshark's pool would put into their memory what it keeps for
 * good, piece by piece, and find no room for the next one. */
static struct hc_exchange *spare;

static void begin_anew(void) {
    seen_so_far = 0;
    spare = NULL;
}

void hc_exchange_register(void) {
    register_init_routine(begin_anew);
    hc_answers_register();
}

struct hc_exchange *hc_exchange_new(void) {
    struct hc_exchange *exchange = spare;

    if (!exchange)
        return wmem_new0(wmem_file_scope(), struct hc_exchange);
    spare = exchange->place.data;
    *exchange = (struct hc_exchange){0};
    return exchange;
}

void hc_exchange_begin(struct hc_exchange *exchange, const packet_info *pinfo) {
    if (exchange->asked.number)
        return;
    exchange->asked.number = ++seen_so_far;
    exchange->asked.frame = pinfo->num;
    exchange->asked.when = pinfo->abs_ts;
    hc_answers_expect(exchange->asked.number, pinfo->num);
}

/* All that was announced has come: only the end is missing. */
static bool has_all_content(const struct hc_sent *response) {
    return response->announced > 0 && response->content >= response->announced - 1;
}

bool hc_exchange_is_wholly_seen(const struct hc_exchange *exchange, unsigned gaps) {
    return exchange->gaps == gaps && !exchange->was_forgotten;
}

enum hc_progress hc_exchange_progress(const struct hc_exchange *exchange, unsigned gaps) {
    const struct hc_sent *response = &exchange->sent[HC_SERVER];

    if (response->ended)
        return HC_PROGRESS_COMPLETE;
    /* What was sent before a gap in the capture may have been followed by its end. */
    if (!hc_exchange_is_wholly_seen(exchange, gaps))
        return HC_PROGRESS_UNKNOWN;
    if (exchange->status && has_all_content(response) && !hc_exchange_is_tunnel(exchange))
        return HC_PROGRESS_COMPLETE;
    if (exchange->status || response->spoke)
        return HC_PROGRESS_STARTED;
    return exchange->asked.number || exchange->sent[HC_CLIENT].spoke ? HC_PROGRESS_NONE : HC_PROGRESS_UNKNOWN;
}

bool hc_exchange_is_tunnel(const struct hc_exchange *exchange) {
    const struct hc_request *request = exchange->asked.request;

    return request && request->method && strcmp(request->method, "CONNECT") == 0 &&
           exchange->status / 100 == 2;
}

uint32_t hc_exchange_elapsed(const struct hc_exchange *exchange, const packet_info *pinfo) {
    return exchange->asked.number ? hc_elapsed(&exchange->asked.when, &pinfo->abs_ts) : HC_NO_TIME;
}

struct hc_websocket *hc_exchange_websocket(struct hc_exchange *exchange) {
    if (!exchange->websocket)
        exchange->websocket = wmem_new0(wmem_file_scope(), struct hc_websocket);
    return exchange->websocket;
}

static void free_websocket(struct hc_websocket *websocket) {
    for (int side = 0; websocket && side <= HC_SERVER; side++)
        wmem_free(wmem_file_scope(), websocket->frames[side]);
    wmem_free(wmem_file_scope(), websocket);
}

struct hc_past *hc_exchange_past(struct hc_exchange *exchange) {
    if (!exchange->asked.past)
        exchange->asked.past = wmem_new0(wmem_file_scope(), struct hc_past);
    return exchange->asked.past;
}

static void free_past(struct hc_past *past) {
    if (past)
        wmem_free(wmem_file_scope(), past->chain);
    wmem_free(wmem_file_scope(), past);
}

void hc_exchange_free(struct hc_exchange *exchange) {
    free_websocket(exchange->websocket);
    wmem_free(wmem_file_scope(), exchange->grpc_web);
    wmem_free(wmem_file_scope(), exchange->webtransport);
    free_past(exchange->asked.past);
    exchange->place.data = spare;
    spare = exchange;
}
