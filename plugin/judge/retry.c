/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The number proposes, the exchange decides: the questions of hc_judge_retry() are asked in their order, and
 * the first that holds gives the verdict. */
#include "judge/retry.h"

#include "judge/methods.h"
#include "registry/numbers.h"
#include "registry/retry_after.h"

/* ---- what the exchange has come to ---- */

/* A CONNECT that was not opened carried nothing that could be carried twice. */
static bool is_unopened_connect(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    uint64_t status = event->space == HC_HTTP_STATUS ? event->value : hc_more_of(event)->answered;
    bool is_unopened = status ? HTTP_CLASS(status) != HTTP_SUCCESSFUL : event->progress == HC_PROGRESS_NONE;

    return is_unopened && hc_is_connect(event->request);
}

static enum hc_repeatable of_open_requests(const struct hc_open_requests *open) {
    enum hc_repeatable all = HC_REPEATABLE_UNKNOWN;

    if (!open || open->has_others)
        return HC_REPEATABLE_UNKNOWN;
    for (size_t i = 0; i < open->count; i++) {
        enum hc_repeatable one = hc_is_repeatable(open->item[i].request);

        if (one == HC_REPEATABLE_UNKNOWN || (i > 0 && one != all))
            return HC_REPEATABLE_UNKNOWN;
        all = one;
    }
    return all;
}

/* Of the requests that the code ends. */
static enum hc_retry by_method(const struct hc_facts *facts) {
    const struct hc_more *more = hc_more_of(facts->event);

    if (hc_event_is_on_connection(facts->event))
        return hc_retry_by_method(of_open_requests(more->open));
    return is_unopened_connect(facts) ? HC_RETRY_SAFE
                                      : hc_retry_by_method(hc_is_repeatable(facts->event->request));
}

static bool says_no_failure(const struct hc_facts *facts) {
    return hc_retry_of_row(facts) == HC_RETRY_NOT_A_FAILURE;
}

/* ---- the questions ---- */

/* Nothing of the response is lost: it is complete (whatever is sent after it), or still to come although the
 * server wants no more of the request, which a client may answer. */
static bool leaves_response(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    if (event->progress == HC_PROGRESS_COMPLETE || hc_has_circumstance(facts, HC_ON_UNKNOWN_STREAM))
        return true;
    if (event->sender == HC_CLIENT)
        return hc_has_circumstance(facts, HC_AFTER_STOP);
    return event->carrier == HC_STOP_SENDING && event->sender == HC_SERVER &&
           (says_no_failure(facts) || hc_has_begun(event));
}

static bool ends_nothing(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    const struct hc_more *more = hc_more_of(event);

    if (hc_only_reacts(facts) || hc_is_unsolicited(facts))
        return true;
    if (hc_event_is_on_stream(event))
        return leaves_response(facts);
    if (hc_has_circumstance(facts, HC_WITHOUT_GRPC_STATUS) || hc_has_circumstance(facts, HC_BEFORE_REQUESTS))
        return false;
    return says_no_failure(facts) && !more->open && !more->unprocessed;
}

/* A status that tells the client why its request failed, before something ended the stream. */
static bool was_answered(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) &&
           HTTP_CLASS(hc_more_of(facts->event)->answered) >= HTTP_CLIENT_ERROR;
}

/* The verdict on that status holds on. Whether a Retry-After came with it is not known any more. */
static enum hc_retry of_answer(const struct hc_facts *facts) {
    const struct hc_event answer = {.space = HC_HTTP_STATUS,
                                    .carrier = HC_HEADERS,
                                    .value = hc_more_of(facts->event)->answered,
                                    .sender = HC_SERVER,
                                    .request = facts->event->request};
    const struct hc_verdict verdict = {.meaning = hc_explain(HC_HTTP_STATUS, answer.value, NULL),
                                       .fault = HC_FAULT_UNKNOWN};
    enum hc_retry retry = hc_judge_retry(&(struct hc_facts){&answer, &verdict});

    return verdict.meaning.row->heeds_retry_after && retry != HC_RETRY_AFTER_DELAY ? HC_RETRY_UNKNOWN : retry;
}

bool hc_is_false_refusal(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) && hc_retry_of_row(facts) == HC_RETRY_SAFE &&
           facts->event->sender == HC_SERVER && hc_has_begun(facts->event);
}

/* The streams that a GOAWAY leaves out; with a graceful one the others go on, with any other they fail. */
static bool leaves_all_out(const struct hc_facts *facts) {
    const struct hc_more *more = hc_more_of(facts->event);

    return more->unprocessed && ((!more->unprocessed->has_others && !more->open) || says_no_failure(facts));
}

/* Only the server that would have processed the request can promise that it did not, and only for one stream
 * (RFC 9113, sections 6.8 and 8.7; RFC 9114, sections 4.1.1 and 5.2). */
static bool is_promised(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    if (hc_event_is_on_connection(event))
        return hc_has_circumstance(facts, HC_BEFORE_REQUESTS) || leaves_all_out(facts);
    if (!hc_event_is_on_stream(event) || hc_has_begun(event))
        return false;
    return hc_has_circumstance(facts, HC_ABOVE_GOAWAY) ||
           (hc_retry_of_row(facts) == HC_RETRY_SAFE && event->sender != HC_CLIENT);
}

/* A response that has begun shows that the request was taken up: it then depends on the method. */
enum hc_way hc_way_of(const struct hc_facts *facts) {
    bool was_taken_up = hc_event_is_on_stream(facts->event) && hc_has_begun(facts->event);

    if (hc_has_circumstance(facts, HC_ANSWERS_PREFACE))
        return HC_WAY_OVER_HTTP_1_1;
    return was_taken_up && by_method(facts) != HC_RETRY_ALLOWED ? HC_WAY_NONE : hc_row_of(facts)->way;
}

/* The requests that a graceful GOAWAY accepts go on; and whether any was open may not be known. */
static bool may_end_nothing(const struct hc_facts *facts) {
    const struct hc_open_requests *open = hc_more_of(facts->event)->open;

    return open && hc_event_is_on_connection(facts->event) && says_no_failure(facts) &&
           (facts->event->carrier == HC_GOAWAY || open->count == 0);
}

bool hc_has_retry_after(const struct hc_facts *facts) {
    const char *retry_after = hc_more_of(facts->event)->retry_after;

    return hc_row_of(facts)->heeds_retry_after && retry_after && hc_retry_after(retry_after);
}

/* A request by which the client broke the protocol fails again. */
static bool needs_change(const struct hc_facts *facts) {
    return hc_retry_of_row(facts) == HC_RETRY_AFTER_CHANGE ||
           (hc_row_of(facts)->fails_again && facts->verdict->fault == HC_FAULT_CLIENT);
}

/* ---- and where none of them holds ---- */

/* A limiter refuses a request before anybody processes it; what is overloaded may have processed it. No
 * request is repeated by opening a WebSocket again. */
static enum hc_retry of_delay(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;
    enum hc_retry retry = by_method(facts);
    bool is_limiter = event->space == HC_HTTP_STATUS && HTTP_CLASS(event->value) == HTTP_CLIENT_ERROR;

    if (is_limiter || event->space == HC_WEBSOCKET_CLOSE)
        return HC_RETRY_AFTER_DELAY;
    return retry == HC_RETRY_ALLOWED || retry == HC_RETRY_SAFE ? HC_RETRY_AFTER_DELAY : retry;
}

/* Before a response is complete, a reset for no error ends it as any other does. An unknown HTTP/3 code
 * counts as no error, but does not tell that it comes after a response. */
static enum hc_retry of_no_error(const struct hc_facts *facts) {
    bool is_known = facts->event->progress != HC_PROGRESS_UNKNOWN || hc_is_only_range(facts);

    return !hc_event_is_on_stream(facts->event) || is_known ? by_method(facts) : HC_RETRY_UNKNOWN;
}

/* A client that gives up tells nothing of what the server did, whatever its code says. */
static bool is_given_up(const struct hc_facts *facts) {
    return hc_event_is_on_stream(facts->event) && facts->event->sender == HC_CLIENT;
}

static enum hc_retry of_row(const struct hc_facts *facts) {
    switch (hc_retry_of_row(facts)) {
    case HC_RETRY_NOT_A_FAILURE:
        return of_no_error(facts);
    case HC_RETRY_AFTER_DELAY:
        return of_delay(facts);
    case HC_RETRY_NO:
    case HC_RETRY_UNKNOWN:
        return hc_retry_of_row(facts);
    default:
        return by_method(facts);
    }
}

enum hc_retry hc_judge_retry(const struct hc_facts *facts) {
    if (ends_nothing(facts))
        return HC_RETRY_NOT_A_FAILURE;
    if (was_answered(facts))
        return of_answer(facts);
    if (is_promised(facts))
        return HC_RETRY_SAFE;
    if (hc_comes_second(facts))
        return HC_RETRY_NOT_A_FAILURE;
    if (is_given_up(facts))
        return says_no_failure(facts) ? of_no_error(facts) : by_method(facts);
    if (hc_way_of(facts) != HC_WAY_NONE)
        return HC_RETRY_ANOTHER_WAY;
    if (may_end_nothing(facts))
        return HC_RETRY_UNKNOWN;
    if (facts->verdict->has_retry_after)
        return HC_RETRY_AFTER_DELAY;
    if (needs_change(facts))
        return HC_RETRY_AFTER_CHANGE;
    return of_row(facts);
}
