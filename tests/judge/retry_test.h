/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row expects of the verdict on a retry: for tests of it. */
#ifndef HTTPCODES_JUDGE_RETRY_TEST_H
#define HTTPCODES_JUDGE_RETRY_TEST_H

#include "judge/judge_test.h"

/* What a row expects: a verdict that the method has no part in, or the rule of RFC 9110, section 9.2.2. */
enum answer {
    NOT_A_FAILURE = HC_RETRY_NOT_A_FAILURE,
    SAFE = HC_RETRY_SAFE,
    AFTER_CHANGE = HC_RETRY_AFTER_CHANGE,
    ANOTHER_WAY = HC_RETRY_ANOTHER_WAY,
    AFTER_DELAY = HC_RETRY_AFTER_DELAY,
    IDEMPOTENT = HC_RETRY_IDEMPOTENT,
    NO = HC_RETRY_NO,
    ALLOWED = HC_RETRY_ALLOWED,
    UNKNOWN = HC_RETRY_UNKNOWN,
    BY_METHOD = 100,
    DELAY_BY_METHOD, /* the same, after a delay */
    WAY_BY_METHOD    /* the same, in another way */
};

static const struct hc_request get = {.method = "GET", .path = "/"};
static const struct hc_request post = {.method = "POST", .path = "/"};
static const struct hc_request unseen_method = {.path = NULL};

static inline enum hc_retry by_method(const struct hc_request *request) {
    if (request == &get)
        return HC_RETRY_ALLOWED;
    return request == &post ? HC_RETRY_NO : HC_RETRY_IDEMPOTENT;
}

static inline enum hc_retry expected_of(enum answer answer, const struct hc_request *request) {
    if (answer == DELAY_BY_METHOD && request == &get)
        return HC_RETRY_AFTER_DELAY;
    if (answer == WAY_BY_METHOD && request == &get)
        return HC_RETRY_ANOTHER_WAY;
    return answer >= BY_METHOD ? by_method(request) : (enum hc_retry)answer;
}

static inline void require_retry(const struct hc_event *facts, const struct hc_request *request,
                                 enum answer answer) {
    struct hc_event event = *facts;
    event.request = request;
    enum hc_retry expected = expected_of(answer, request);
    enum hc_retry retry = hc_judge(&event).retry;
    char text[EVENT_TEXT_SIZE];
    if (retry != expected)
        fail_msg("%s, method %s: retry is %d, not %d", event_text(&event, text),
                 request != NULL && request->method != NULL ? request->method : "unseen", retry, expected);
}

static inline void require_retry_for_all_methods(const struct hc_event *facts, enum answer answer) {
    require_retry(facts, &get, answer);
    require_retry(facts, &post, answer);
    require_retry(facts, &unseen_method, answer);
    require_retry(facts, NULL, answer);
}

/* A code that comes to the same at every progress of the response. */
struct retry_case {
    struct hc_event event;
    enum answer answer;
};

#endif
