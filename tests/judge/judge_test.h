/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the judge's tests have in common: events in one line each, and failures that name the event. */
#ifndef HTTPCODES_TESTS_JUDGE_TEST_H
#define HTTPCODES_TESTS_JUDGE_TEST_H

#include "registry/registry_test.h"

#include "judge/findings.h"
#include "judge/judge.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define IN_SPACE(space_id, place, code, side)                                                                \
    .space = (space_id), .carrier = (place), .value = (code), .sender = (side)

/* A code where it usually stands; further members may follow in the table's row. */
#define STATUS(code)                IN_SPACE(HC_HTTP_STATUS, HC_STATUS_LINE, code, HC_SERVER)
#define HEADERS(code)               IN_SPACE(HC_HTTP_STATUS, HC_HEADERS, code, HC_SERVER)
#define RST_STREAM(code, side)      IN_SPACE(HC_HTTP2_ERROR, HC_RST_STREAM, code, side)
#define GOAWAY(code, side)          IN_SPACE(HC_HTTP2_ERROR, HC_GOAWAY, code, side)
#define RESET_STREAM(code, side)    IN_SPACE(HC_HTTP3_ERROR, HC_RESET_STREAM, code, side)
#define STOP_SENDING(code, side)    IN_SPACE(HC_HTTP3_ERROR, HC_STOP_SENDING, code, side)
#define HTTP3_CLOSE(code, side)     IN_SPACE(HC_HTTP3_ERROR, HC_CONNECTION_CLOSE, code, side)
#define QUIC_CLOSE(code, side)      IN_SPACE(HC_QUIC_ERROR, HC_CONNECTION_CLOSE, code, side)
#define WEBSOCKET_CLOSE(code, side) IN_SPACE(HC_WEBSOCKET_CLOSE, HC_CLOSE, code, side)
#define GRPC_STATUS(code)           IN_SPACE(HC_GRPC_STATUS, HC_GRPC_TRAILER, code, HC_SERVER)

#define UNKNOWN_PROGRESS .progress = HC_PROGRESS_UNKNOWN
#define NO_RESPONSE      .progress = HC_PROGRESS_NONE
#define STARTED          .progress = HC_PROGRESS_STARTED
#define COMPLETE         .progress = HC_PROGRESS_COMPLETE
#define ECHO             .circumstances = HC_ECHOES
#define ABOVE_GOAWAY     .circumstances = HC_ABOVE_GOAWAY

/* What is in the event's hc_more. */
#define MORE(...)                                                                                            \
    .more = &(const struct hc_more) {                                                                        \
        __VA_ARGS__                                                                                          \
    }

#define FINDS(finding) (UINT64_C(1) << HC_FINDS_##finding)

#define EVENT_TEXT_SIZE 160

static inline const char *side_name(unsigned side) {
    static const char *const names[] = {"unknown", "client", "server"};
    return names[side];
}

static inline const char *progress_name(unsigned progress) {
    static const char *const names[] = {"unknown", "none", "started", "complete"};
    return names[progress];
}

static inline const char *carrier_name(unsigned carrier) {
    static const char *const names[HC_CARRIERS_END] = {
        [HC_STATUS_LINE] = "status line",
        [HC_HEADERS] = "HEADERS",
        [HC_RST_STREAM] = "RST_STREAM",
        [HC_GOAWAY] = "GOAWAY",
        [HC_RESET_STREAM] = "RESET_STREAM",
        [HC_STOP_SENDING] = "STOP_SENDING",
        [HC_CONNECTION_CLOSE] = "CONNECTION_CLOSE",
        [HC_CLOSE] = "Close",
        [HC_GRPC_TRAILER] = "grpc-status",
    };
    return names[carrier];
}

/* Writes the event into the caller's buffer of EVENT_TEXT_SIZE bytes, and returns it. */
static inline const char *event_text(const struct hc_event *event, char *text) {
    snprintf(text, EVENT_TEXT_SIZE,
             "%s %" PRIu64 "/0x%" PRIx64 " in %s, sender %s, progress %s, circumstances 0x%x",
             hc_space(event->space)->name, event->value, event->value, carrier_name(event->carrier),
             side_name(event->sender), progress_name(event->progress), event->circumstances);
    return text;
}

#define REQUIRE_EVENT(event, condition)                                                                      \
    do {                                                                                                     \
        char text_[EVENT_TEXT_SIZE];                                                                         \
        if (!(condition))                                                                                    \
            fail_msg("%s: not so: %s", event_text((event), text_), #condition);                              \
    } while (0)

#endif
