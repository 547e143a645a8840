/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every number where it may stand, from every side, at every progress, for every kind of request, and in all
 * circumstances: for tests of what holds of all of them. */
#ifndef HTTPCODES_JUDGE_EVERY_EVENT_H
#define HTTPCODES_JUDGE_EVERY_EVENT_H

#include "judge/judge_test.h"
#include "judge/places.h"

#define SMALL_VALUES 701

static const uint64_t odd_values[] = {
    783,
    999,
    1000,
    1005,
    1006,
    1010,
    1016,
    2000,
    3000,
    3500,
    4400,
    4999,
    5000,
    UINT16_MAX,
    0x3e75,
    0x170d7b68,
    0x3994bd84,
    UINT32_MAX,
    UINT64_C(1) << 32,
    UINT64_C(0x52e4a40fa8da),
    UINT64_C(0x52e4a40fa8db),
    UINT64_C(0x52e5ac983162),
    UINT64_C(0x52e5ac983163),
    UINT64_C(0x3ffffffffffffffe),
    UINT64_C(0x3fffffffffffffff),
    UINT64_MAX,
};

static uint64_t value_at(size_t index) {
    return index < SMALL_VALUES ? index : odd_values[index - SMALL_VALUES];
}

/* Each of them, and those that meet. */
static const uint16_t circumstances[] = {
    0,
    HC_ON_WEBSOCKET,
    HC_ON_GRPC,
    HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS,
    HC_ECHOES,
    HC_ECHOES | HC_ON_WEBSOCKET,
    HC_ECHOES | HC_ABOVE_GOAWAY,
    HC_AFTER_STOP,
    HC_AFTER_STOP | HC_ABOVE_GOAWAY,
    HC_ABOVE_GOAWAY,
    HC_ABOVE_GOAWAY | HC_ON_GRPC,
    HC_SENT_AGAIN,
    HC_AFTER_OWN_RESET,
    HC_AFTER_OWN_RESET | HC_AFTER_STOP,
    HC_AFTER_PEER_RESET,
    HC_AFTER_PEER_RESET | HC_ABOVE_GOAWAY,
    HC_UNSOLICITED,
    HC_BEFORE_REQUESTS,
    HC_ANSWERS_PREFACE,
    HC_ON_UNKNOWN_STREAM,
    HC_IN_TUNNEL,
    HC_IN_TUNNEL | HC_ON_WEBSOCKET,
};

static const struct hc_request idempotent = {.method = "GET"};
static const struct hc_request other = {.method = "POST"};
static const struct hc_request connect = {.method = "CONNECT"};
static const struct hc_request *const requests[] = {NULL, &idempotent, &other, &connect};

struct two_requests {
    bool has_others;
    size_t count;
    struct hc_open_request item[2];
};
#define LIST(...)                                                                                            \
    { __VA_ARGS__ }
static const struct two_requests lists[] = {
    LIST(.count = 1, .item = {{1, &idempotent}}),
    LIST(.count = 1, .item = {{1, &other}}),
    LIST(.count = 2, .item = {{3, &idempotent}, {1, &other}}),
    LIST(.count = 1, .item = {{1, NULL}}),
    LIST(true, .count = 1, .item = {{1, &idempotent}}),
    LIST(true, .count = 0),
};

static inline const struct hc_open_requests *list_at(size_t index) {
    return index < COUNT(lists) ? (const struct hc_open_requests *)&lists[index] : NULL;
}

static inline void check_sides_and_progress(struct hc_event *event, void (*check_rest)(struct hc_event *)) {
    for (event->sender = HC_SIDE_UNKNOWN; event->sender <= HC_SERVER; event->sender++)
        for (event->progress = 0; event->progress <= HC_PROGRESS_COMPLETE; event->progress++)
            check_rest(event);
}

/* Every number in its place, for every request. */
static inline void check_everywhere(void (*check_rest)(struct hc_event *)) {
    for (size_t place = 0; place < COUNT(places); place++)
        for (size_t i = 0; i < SMALL_VALUES + COUNT(odd_values); i++)
            for (size_t request = 0; request < COUNT(requests); request++) {
                struct hc_event event = {.space = places[place].space,
                                         .carrier = places[place].carrier,
                                         .value = value_at(i),
                                         .stream = HC_NO_STREAM,
                                         .request = requests[request]};
                check_sides_and_progress(&event, check_rest);
            }
}

#endif
