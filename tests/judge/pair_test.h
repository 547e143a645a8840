/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs across a proxy in one line each. The exchange in front runs from second 0 to 10, an attempt behind
 * from 1 to 9; members that follow in a row change that. */
#ifndef HTTPCODES_TESTS_PAIR_TEST_H
#define HTTPCODES_TESTS_PAIR_TEST_H

#include "judge/judge_test.h"

#include "judge/conversion.h"

#define IN_FRONT .request = &get, .request_frame = 10, .status_frame = 20, .end_frame = 40, .ended = 10
#define BEHIND   .request_frame = 11, .end_frame = 39, .began = 1, .ended = 9

/* On which version, and how it ends. */
#define H1               .stream = HC_NO_STREAM
#define H2               .stream = 5, .space = HC_HTTP2_ERROR
#define H3               .stream = 8, .space = HC_HTTP3_ERROR
#define WHOLE(code)      .status = (code), .end = HC_LEG_COMPLETE, .ended_by = HC_SERVER
#define BY(side)         .ended_by = HC_##side
#define RESET(number)    .end = HC_LEG_RESET, .has_code = true, .code = (number), BY(SERVER)
#define CLOSED           .end = HC_LEG_CLOSED, BY(SERVER)
#define GOAWAY_OF(code_) .end = HC_LEG_CLOSED, .has_code = true, .code = (code_), BY(SERVER)
#define REFUSED          RESET(0x7), .is_refused = true
#define LEFT_OUT(code_)  GOAWAY_OF(code_), .is_refused = true
#define CANCELLED        .end = HC_LEG_RESET, .has_code = true, .code = 0x8, BY(CLIENT)
#define DROPPED          .end = HC_LEG_CLOSED, BY(CLIENT)
#define GRPC             .is_grpc = true
#define GRPC_STATUS_SEEN .is_grpc = true, .had_grpc_status = true

enum { MOST_BEHIND = 4 };

struct pair_case {
    enum hc_conversion conversion;
    struct hc_leg front;
    uint32_t attempts;
    struct hc_leg behind[MOST_BEHIND];
};

/* A row: what it is, the front, and the attempts. */
#define PAIR(name, front_leg, ...)                                                                           \
    {                                                                                                        \
        HC_CONVERSION_##name, {IN_FRONT, front_leg},                                                         \
            sizeof((const struct hc_leg[]){__VA_ARGS__}) / sizeof(struct hc_leg), {                          \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define FRONT(...) __VA_ARGS__
#define ATTEMPT(...)                                                                                         \
    { BEHIND, __VA_ARGS__ }

static const struct hc_request get = {.method = "GET", .path = "/a"}, post = {.method = "POST", .path = "/a"};

static inline struct hc_pair pair_of(const struct pair_case *row) {
    return (struct hc_pair){
        .front = row->front, .attempts = row->attempts, .behind = row->behind, .evidence = HC_EVIDENCE_ID};
}

#endif
