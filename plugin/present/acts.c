/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/acts.h"

#include "present/strings.h"
#include "registry/numbers.h"

static enum hc_phrase act_on_stream(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (event->circumstances & HC_ECHOES)
        return HC_SAYS_ECHOES_STOP;
    if (event->circumstances & HC_AFTER_OWN_RESET)
        return HC_SAYS_RESET_AGAIN;
    if (hc_verdict_has(verdict, HC_FINDS_STREAM_CANCELLED))
        return HC_SAYS_CANCELLED;
    return verdict->meaning.row->retry == HC_RETRY_SAFE ? HC_SAYS_REFUSED : HC_SAYS_RESET;
}

static enum hc_phrase act_of_answer(const struct hc_event *event) {
    if (event->circumstances & HC_UNSOLICITED)
        return HC_SAYS_UNSOLICITED;
    return event->request || event->stream != HC_NO_STREAM ? HC_SAYS_ANSWERED : HC_SAYS_ANSWERED_UNSEEN;
}

enum hc_phrase hc_act(const struct hc_event *event, const struct hc_verdict *verdict) {
    switch (event->carrier) {
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        return act_on_stream(event, verdict);
    case HC_STOP_SENDING:
        return HC_SAYS_STOPS;
    case HC_GOAWAY:
        return HC_SAYS_GOES_AWAY;
    case HC_CONNECTION_CLOSE:
        return HC_SAYS_CLOSED_CONNECTION;
    case HC_CLOSE:
        return event->circumstances & HC_ECHOES ? HC_SAYS_ECHOES_CLOSE : HC_SAYS_CLOSED_WEBSOCKET;
    case HC_GRPC_TRAILER:
        return HC_SAYS_ENDED_CALL;
    default:
        return act_of_answer(event);
    }
}

static const char *number(wmem_allocator_t *scope, uint64_t value) {
    return wmem_strdup_printf(scope, "%" PRIu64, value);
}

const char *hc_act_target(const struct hc_request *request) {
    bool is_tunnel = !request->path && request->method && strcmp(request->method, "CONNECT") == 0;

    return is_tunnel ? request->authority : request->path;
}

const char *hc_act_request(wmem_allocator_t *scope, const struct hc_request *request, int room) {
    const char *target = hc_act_target(request);

    return wmem_strdup_printf(scope, "%s %s", request->method ? request->method : "?",
                              target ? hc_string_shortened(scope, target, room) : "?");
}

static const char *goaway_object(wmem_allocator_t *scope, const struct hc_event *event) {
    if (event->sender == HC_CLIENT || hc_more_of(event)->last_stream == H2_LAST_STREAM_ID)
        return "";
    return HC_FILL(scope, HC_SAYS_AFTER_STREAM, {"stream", number(scope, hc_more_of(event)->last_stream)});
}

const char *hc_act_stream(wmem_allocator_t *scope, const struct hc_event *event) {
    if (event->carrier == HC_GOAWAY || event->stream == HC_NO_STREAM)
        return "";
    return HC_FILL(scope, HC_SAYS_STREAM, {"stream", number(scope, (uint64_t)event->stream)});
}

const char *hc_act_object(wmem_allocator_t *scope, const struct hc_event *event, int room) {
    bool has_stream = event->stream != HC_NO_STREAM;

    if (event->carrier == HC_GOAWAY)
        return goaway_object(scope, event);
    if (!event->request)
        return hc_act_stream(scope, event);
    return HC_FILL(scope, has_stream ? HC_SAYS_STREAM_OF_REQUEST : HC_SAYS_REQUEST,
                   {"stream", number(scope, (uint64_t)event->stream)},
                   {"request", hc_act_request(scope, event->request, room)},
                   {"frame", number(scope, event->request_frame)});
}
