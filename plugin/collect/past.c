/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a code has to do with what its client did before. */
#include "collect/reading.h"
#include "memory/elapsed.h"
#include "registry/grpc_timeout.h"

void hc_take_grpc_timeout(struct hc_reading *reading, const struct hc_line *line) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    uint64_t microseconds;

    if (exchange && hc_reading_sender(reading) == HC_CLIENT && hc_grpc_timeout(line->text, &microseconds))
        hc_exchange_past(exchange)->deadline = microseconds + 1;
}

static bool is_same_client(const struct hc_asked *asked) {
    return asked->past->failed.is_certain && (asked->marks & HC_HAS_WHOLE_HEAD) &&
           asked->past->failed.print.who == asked->print.who;
}

static bool is_same_content(const struct hc_asked *asked) {
    const struct hc_print *before = &asked->past->failed.print;

    return before->is_whole && asked->print.is_whole && before->content == asked->print.content;
}

void hc_tell_again(struct hc_again *again, const struct hc_exchange *exchange) {
    const struct hc_asked *asked = &exchange->asked;
    const struct hc_failed *failed = asked->past ? &asked->past->failed : NULL;

    if (!failed || failed->frame == 0 || exchange->is_told)
        return;
    again->waited = hc_elapsed(&failed->when, &asked->when);
    again->due = failed->due;
    again->failure = failed->failure;
    again->is_same_client = is_same_client(asked);
    again->is_same_content = is_same_content(asked);
    again->is_routine = failed->is_routine;
    again->says = asked->marks;
}

static void tell_follows(struct hc_follows *follows, const struct hc_past *past) {
    const struct hc_hop *hop = hc_chain_last(past->chain);

    follows->method = hop->request->method;
    follows->frame = hop->frame;
    follows->status = hop->status;
    follows->is_next = past->is_next_on_its_way;
}

/* The link stands on every code; what to make of it is said once, on the first that answers or ends. */
void hc_tell_past(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event) {
    const struct hc_past *past = exchange->asked.past;
    bool is_first = !exchange->is_told && hc_event_is_end(event);
    struct hc_more *more;

    if (!past || event->carrier == HC_CLOSE)
        return;
    more = hc_reading_more(reading, event);
    more->retry_of = past->failed.frame;
    more->deadline = past->deadline;
    if (!is_first)
        return;
    more->waited = past->waited;
    hc_tell_again(&more->again, exchange);
    exchange->is_told = true;
    if (past->chain)
        tell_follows(&more->follows, past);
}
