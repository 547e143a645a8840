/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "summary.h"

#include "words.h"

/* A path longer than this hides the rest of the sentence. */
enum { LONGEST_PATH = 40, LONGEST_REASON = 60 };

/* In the first GOAWAY of a graceful shutdown (RFC 9113, section 6.8). */
enum { ANY_STREAM = 0x7fffffff };

/* What a sender does with a code. */
enum act { ANSWER, RESET, CANCEL, REFUSE, STOP, GO_AWAY, CLOSE_CONNECTION, CLOSE_WEBSOCKET, END_CALL };

static const char *const sentences[] = {
    [ANSWER] = "answered",
    [RESET] = "reset",
    [CANCEL] = "cancelled",
    [REFUSE] = "refused",
    [STOP] = "stops reading",
    [GO_AWAY] = "closes the connection",
    [CLOSE_CONNECTION] = "closed the connection",
    [CLOSE_WEBSOCKET] = "closed the WebSocket",
    [END_CALL] = "ended the call on",
};

static const char *const senders[] = {
    [HC_SIDE_UNKNOWN] = "unknown side",
    [HC_CLIENT] = "client",
    [HC_SERVER] = "server",
};

static const char *const retries[] = {
    [HC_RETRY_NOT_A_FAILURE] = NULL,
    [HC_RETRY_SAFE] = "not processed, retry is safe",
    [HC_RETRY_IDEMPOTENT] = "retry only if idempotent",
    [HC_RETRY_AFTER_CHANGE] = "retry after a change",
    [HC_RETRY_AFTER_DELAY] = "retry after a delay",
    [HC_RETRY_NO] = "do not retry",
    [HC_RETRY_UNKNOWN] = NULL,
    [HC_RETRY_ALLOWED] = "retry allowed (idempotent)",
};

static enum act act_on_stream(const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    if (verdict->findings & (1u << HC_FINDS_STREAM_CANCELLED))
        return CANCEL;
    return row->retry == HC_RETRY_SAFE ? REFUSE : RESET;
}

static enum act act_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    switch (event->carrier) {
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        return act_on_stream(verdict);
    case HC_STOP_SENDING:
        return STOP;
    case HC_GOAWAY:
        return GO_AWAY;
    case HC_CONNECTION_CLOSE:
        return CLOSE_CONNECTION;
    case HC_CLOSE:
        return CLOSE_WEBSOCKET;
    case HC_GRPC_TRAILER:
        return END_CALL;
    default:
        return ANSWER;
    }
}

static const char *shortened(wmem_allocator_t *scope, const char *text, int longest) {
    const char *end;

    if (g_utf8_strlen(text, -1) <= longest)
        return text;
    end = g_utf8_offset_to_pointer(text, longest - 1);
    return wmem_strdup_printf(scope, "%.*s\xe2\x80\xa6", (int)(end - text), text);
}

static const char *request_of(wmem_allocator_t *scope, const struct hc_request *request) {
    return wmem_strdup_printf(scope, "%s %s", request->method ? request->method : "?",
                              request->path ? shortened(scope, request->path, LONGEST_PATH) : "?");
}

/* " stream 5 (GET /a, frame 12)", with a space before it; empty where it cannot be told. */
static const char *object_of(wmem_allocator_t *scope, const struct hc_event *event) {
    const char *request = event->request ? request_of(scope, event->request) : NULL;

    if (event->carrier == HC_GOAWAY && event->sender == HC_SERVER && event->last_stream < ANY_STREAM)
        return wmem_strdup_printf(scope, " after stream %" PRIu64, event->last_stream);
    if (event->stream == HC_NO_STREAM)
        return request ? wmem_strdup_printf(scope, " %s (frame %u)", request, event->request->frame) : "";
    return request ? wmem_strdup_printf(scope, " stream %" PRId64 " (%s, frame %u)", event->stream, request,
                                        event->request->frame)
                   : wmem_strdup_printf(scope, " stream %" PRId64, event->stream);
}

static const char *retry_of(wmem_allocator_t *scope, const struct hc_event *event,
                            const struct hc_verdict *verdict) {
    if (verdict->retry == HC_RETRY_AFTER_DELAY && event->retry_after)
        return wmem_strdup_printf(scope, "retry after %s",
                                  shortened(scope, event->retry_after, LONGEST_REASON));
    if (event->unprocessed)
        return wmem_strdup_printf(scope, "%zu stream%s not processed, retry of those is safe",
                                  event->unprocessed->count, event->unprocessed->count == 1 ? "" : "s");
    return retries[verdict->retry];
}

/* A status means something to gRPC in a gRPC call only, and its other counterparts only to a gateway. */
static bool is_telling(const struct hc_event *event, const struct hc_mapping *mapping) {
    if (event->space != HC_HTTP_STATUS)
        return mapping->to != (enum hc_space_id)event->space;
    return mapping->to == HC_GRPC_STATUS && (event->circumstances & HC_ON_GRPC);
}

/* "HTTP/3: H3_REQUEST_REJECTED": the counterpart that matters most. */
static const char *counterpart_of(wmem_allocator_t *scope, const struct hc_event *event,
                                  const struct hc_verdict *verdict) {
    static const char *const families[] = {
        [HC_HTTP_STATUS] = "HTTP", [HC_HTTP2_ERROR] = "HTTP/2",        [HC_HTTP3_ERROR] = "HTTP/3",
        [HC_QUIC_ERROR] = "QUIC",  [HC_WEBSOCKET_CLOSE] = "WebSocket", [HC_GRPC_STATUS] = "gRPC",
    };
    const struct hc_mapping *mapping;

    if (verdict->retry == HC_RETRY_NOT_A_FAILURE && !verdict->findings)
        return NULL;
    for (size_t i = 0; (mapping = hc_event_mapping(event, i)) && !is_telling(event, mapping); i++)
        ;
    if (!mapping || mapping->kind == HC_MAP_NOT_APPLICABLE)
        return NULL;
    return wmem_strdup_printf(scope, "%s: %s", families[mapping->to], hc_words_target(scope, mapping));
}

const char *hc_summary(wmem_allocator_t *scope, const struct hc_event *event,
                       const struct hc_verdict *verdict) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, senders[event->sender]);
    const char *retry = retry_of(scope, event, verdict);
    const char *counterpart = counterpart_of(scope, event, verdict);

    wmem_strbuf_append_printf(text, " %s%s: %s", sentences[act_of(event, verdict)], object_of(scope, event),
                              hc_words_code(scope, event, verdict));
    if (event->reason)
        wmem_strbuf_append_printf(text, ", \"%s\"", shortened(scope, event->reason, LONGEST_REASON));
    if (retry)
        wmem_strbuf_append_printf(text, ", %s", retry);
    if (counterpart)
        wmem_strbuf_append_printf(text, ". %s", counterpart);
    return shortened(scope, wmem_strbuf_finalize(text), HC_SUMMARY_MAX);
}
