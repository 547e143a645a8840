/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/summary.h"

#include "present/sentences.h"
#include "present/strings.h"
#include "registry/numbers.h"
#include "settings/settings.h"

/* A path longer than this hides the rest of the sentence. */
enum { LONGEST_PATH = 40, LONGEST_REASON = 60 };

/* What the sender does with the code. */
static enum hc_phrase act_on_stream(const struct hc_verdict *verdict) {
    if (hc_verdict_has(verdict, HC_FINDS_STREAM_CANCELLED))
        return HC_SAYS_CANCELLED;
    return verdict->meaning.row->retry == HC_RETRY_SAFE ? HC_SAYS_REFUSED : HC_SAYS_RESET;
}

static enum hc_phrase act_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    switch (event->carrier) {
    case HC_RST_STREAM:
    case HC_RESET_STREAM:
        return act_on_stream(verdict);
    case HC_STOP_SENDING:
        return HC_SAYS_STOPS;
    case HC_GOAWAY:
        return HC_SAYS_GOES_AWAY;
    case HC_CONNECTION_CLOSE:
        return HC_SAYS_CLOSED_CONNECTION;
    case HC_CLOSE:
        return HC_SAYS_CLOSED_WEBSOCKET;
    case HC_GRPC_TRAILER:
        return HC_SAYS_ENDED_CALL;
    default:
        return HC_SAYS_ANSWERED;
    }
}

static const char *number(wmem_allocator_t *scope, uint64_t value) {
    return wmem_strdup_printf(scope, "%" PRIu64, value);
}

static const char *request_of(wmem_allocator_t *scope, const struct hc_request *request) {
    return wmem_strdup_printf(scope, "%s %s", request->method ? request->method : "?",
                              request->path ? hc_string_shortened(scope, request->path, LONGEST_PATH) : "?");
}

static const char *goaway_object(wmem_allocator_t *scope, const struct hc_event *event) {
    if (event->sender == HC_CLIENT || hc_more_of(event)->last_stream == H2_LAST_STREAM_ID)
        return "";
    return HC_FILL(scope, HC_SAYS_AFTER_STREAM, {"stream", number(scope, hc_more_of(event)->last_stream)});
}

/* What the sender does it to; empty where it cannot be told. */
static const char *object_of(wmem_allocator_t *scope, const struct hc_event *event) {
    const struct hc_request *request = event->request;
    bool has_stream = event->stream != HC_NO_STREAM;
    enum hc_phrase phrase = !request     ? HC_SAYS_STREAM
                            : has_stream ? HC_SAYS_STREAM_OF_REQUEST
                                         : HC_SAYS_REQUEST;

    if (event->carrier == HC_GOAWAY)
        return goaway_object(scope, event);
    if (!request && !has_stream)
        return "";
    return HC_FILL(scope, phrase, {"stream", number(scope, (uint64_t)event->stream)},
                   {"request", request ? request_of(scope, request) : ""},
                   {"frame", request ? number(scope, event->request_frame) : ""});
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
    const struct hc_mapping *mapping;

    if (verdict->retry == HC_RETRY_NOT_A_FAILURE && !verdict->findings)
        return NULL;
    for (size_t i = 0; (mapping = hc_verdict_mapping(verdict, i)) && !is_telling(event, mapping); i++)
        ;
    if (!mapping || mapping->kind == HC_MAP_NOT_APPLICABLE)
        return NULL;
    return wmem_strdup_printf(scope, "%s: %s", hc_space(mapping->to)->family,
                              hc_sentence_target(scope, mapping));
}

/* Nothing where there is no more to say. */
static void append(wmem_strbuf_t *text, enum hc_phrase joint, const char *more) {
    if (more)
        wmem_strbuf_append_printf(text, "%s%s", hc_phrase(joint, hc_language()), more);
}

const char *hc_summary(wmem_allocator_t *scope, const struct hc_event *event,
                       const struct hc_verdict *verdict) {
    const char *who = hc_phrase((enum hc_phrase)(HC_SAYS_SOMEBODY + event->sender), hc_language());
    wmem_strbuf_t *text = wmem_strbuf_new(scope, HC_FILL(scope, act_of(event, verdict), {"who", who},
                                                         {"what", object_of(scope, event)},
                                                         {"code", hc_sentence_code(scope, event, verdict)}));

    if (hc_more_of(event)->reason)
        wmem_strbuf_append_printf(text, "%s\"%s\"", hc_phrase(HC_SAYS_COMMA, hc_language()),
                                  hc_string_shortened(scope, hc_more_of(event)->reason, LONGEST_REASON));
    append(text, HC_SAYS_COMMA, hc_sentence_retry(scope, event, verdict));
    append(text, HC_SAYS_FULL_STOP, counterpart_of(scope, event, verdict));
    return hc_string_shortened(scope, hc_string_printable(scope, wmem_strbuf_get_str(text)), HC_SUMMARY_MAX);
}
_Static_assert(HC_SAYS_SERVER - HC_SAYS_SOMEBODY == HC_SERVER, "a phrase for every side");
