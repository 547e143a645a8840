/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the client does what an earlier answer asks for, and what it did to get this one. */
#include "judge/methods.h"
#include "judge/rules.h"
#include "registry/marks.h"
#include "registry/numbers.h"

#include <string.h>

/* By so much a client's clock may be late, or the capture have seen the answer earlier than the client. */
enum { TOLERANCE = 500000 };

static const struct hc_again *again(const struct hc_facts *facts) {
    return &hc_more_of(facts->event)->again;
}

/* Calls of gRPC are all POST, and those who wrote the service know which may be made twice. */
bool hc_is_unsafe_retry(const struct hc_again *retry, const struct hc_request *request, bool on_grpc) {
    return retry->failure == HC_FAILED_BY_SERVER && retry->is_same_client && retry->is_same_content &&
           !retry->is_routine && !(retry->says & HC_MAY_BE_REPEATED) &&
           hc_is_repeatable(request) == HC_NOT_REPEATABLE && !hc_is_connect(request) && !on_grpc;
}

bool hc_finds_unsafe_retry(const struct hc_facts *facts) {
    return hc_is_unsafe_retry(again(facts), facts->event->request, hc_has_circumstance(facts, HC_ON_GRPC));
}

bool hc_is_early_retry(const struct hc_again *retry) {
    return retry->failure == HC_FAILED_BY_ANSWER && retry->is_same_client && retry->due > TOLERANCE &&
           retry->waited < retry->due - TOLERANCE;
}

bool hc_finds_early_retry(const struct hc_facts *facts) {
    return hc_is_early_retry(again(facts));
}

bool hc_finds_redirect_loop(const struct hc_facts *facts) {
    return facts->event->space == HC_HTTP_STATUS && hc_more_of(facts->event)->loops_to > 0;
}

/* A browser may ask with OPTIONS first whether it may follow (Fetch, section 4.8). And who asks for a page
 * with HEAD may ask for it with GET next. */
static bool may_come_between(const char *method) {
    return strcmp(method, "OPTIONS") == 0;
}

static bool changes_something(const char *method) {
    return strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0 && strcmp(method, "OPTIONS") != 0;
}

bool hc_finds_changed_method(const struct hc_facts *facts) {
    const struct hc_follows *follows = &hc_more_of(facts->event)->follows;
    const struct hc_request *request = facts->event->request;

    return (follows->status == HTTP_TEMPORARY_REDIRECT || follows->status == HTTP_PERMANENT_REDIRECT) &&
           follows->is_next && request && request->method && strcmp(follows->method, request->method) != 0 &&
           changes_something(follows->method) && !may_come_between(request->method);
}

bool hc_finds_waited(const struct hc_facts *facts) {
    return hc_more_of(facts->event)->waited > 0;
}
