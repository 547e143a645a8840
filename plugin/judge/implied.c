/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/implied.h"

#include "judge/methods.h"
#include "judge/rules.h"
#include "registry/mapping.h"
#include "registry/numbers.h"

const struct hc_implied_row hc_implied_rows[HC_IMPLIED_END] = {
    [HC_IMPLIES_NO_GRPC_STATUS] = {"httpcodes.no_grpc_status", HC_WARNING, HC_SAYS_NO_GRPC_STATUS,
                                   HC_SAYS_ENDED_WITHOUT_GRPC_STATUS, HC_GRPC_STATUS},
    [HC_IMPLIES_NO_CODE] = {NULL, HC_NOTE, HC_SAYS_NO_CLOSE_CODE, HC_SAYS_CLOSED_WITHOUT_CODE,
                            HC_WEBSOCKET_CLOSE},
    [HC_IMPLIES_NO_CLOSE] = {"httpcodes.no_close", HC_WARNING, HC_SAYS_NO_CLOSE, HC_SAYS_ENDED_WITHOUT_CLOSE,
                             HC_WEBSOCKET_CLOSE},
    [HC_IMPLIES_UNANSWERED_CLOSE] = {"httpcodes.no_close", HC_WARNING, HC_SAYS_UNANSWERED_CLOSE,
                                     HC_SAYS_ENDED_AFTER_CLOSE, 0},
    [HC_IMPLIES_NO_ANSWER] = {"httpcodes.unanswered", HC_WARNING, HC_SAYS_UNANSWERED,
                              HC_SAYS_ENDED_UNANSWERED, 0},
    [HC_IMPLIES_CUT_ANSWER] = {"httpcodes.unanswered", HC_WARNING, HC_SAYS_ANSWER_CUT,
                               HC_SAYS_ENDED_IN_ANSWER, 0},
    [HC_IMPLIES_GIVEN_UP] = {"httpcodes.unanswered", HC_NOTE, HC_SAYS_GIVEN_UP, HC_SAYS_GAVE_UP, 0},
    [HC_IMPLIES_NOT_PROCESSED] = {"httpcodes.unanswered", HC_NOTE, HC_SAYS_NEVER_PROCESSED,
                                  HC_SAYS_ENDED_UNPROCESSED, 0},
    [HC_IMPLIES_WRONG_LENGTH] = {"httpcodes.length_mismatch", HC_WARNING, HC_SAYS_WRONG_LENGTH,
                                 HC_SAYS_ENDED_WITH_LENGTH, 0},
    [HC_IMPLIES_FORBIDDEN_CONTENT] = {"httpcodes.forbidden_content", HC_WARNING, HC_SAYS_UNDUE_CONTENT,
                                      HC_SAYS_SENT_CONTENT, 0},
    [HC_IMPLIES_LATE_FRAME] = {"httpcodes.after_end", HC_WARNING, HC_SAYS_LATE_FRAME, HC_SAYS_WENT_ON, 0},
    [HC_IMPLIES_CLOSE_OF_ONE_BYTE] = {"httpcodes.bad_close", HC_WARNING, HC_SAYS_SHORT_CLOSE,
                                      HC_SAYS_SENT_SHORT_CLOSE, 0},
    [HC_IMPLIES_FRAGMENTED_CLOSE] = {"httpcodes.bad_close", HC_WARNING, HC_SAYS_CLOSE_IN_PARTS,
                                     HC_SAYS_SENT_CLOSE_IN_PARTS, 0},
    [HC_IMPLIES_DATA_AFTER_CLOSE] = {"httpcodes.after_end", HC_WARNING, HC_SAYS_LATE_DATA,
                                     HC_SAYS_SENT_LATE_DATA, 0},
    [HC_IMPLIES_REQUEST_AFTER_CLOSE] = {"httpcodes.after_end", HC_WARNING, HC_SAYS_LATE_REQUEST,
                                        HC_SAYS_SENT_LATE_REQUEST, 0},
    [HC_IMPLIES_STREAM_AFTER_GOAWAY] = {"httpcodes.after_end", HC_WARNING, HC_SAYS_LATE_STREAM,
                                        HC_SAYS_OPENED_LATE_STREAM, 0},
    [HC_IMPLIES_IDLE_RACE] = {"httpcodes.idle_race", HC_NOTE, HC_SAYS_IDLE_RACE, HC_SAYS_WAS_CLOSING, 0},
    [HC_IMPLIES_ANSWER_LOST] = {"httpcodes.answer_lost", HC_WARNING, HC_SAYS_ANSWER_LOST,
                                HC_SAYS_RESET_UNREAD, 0},
    [HC_IMPLIES_ANSWER_IN_HTTP2] = {"httpcodes.unanswered", HC_WARNING, HC_SAYS_IN_HTTP2,
                                    HC_SAYS_ANSWERED_IN_HTTP2, 0},
    [HC_IMPLIES_DENIED_ANSWER] = {"httpcodes.false_refusal", HC_WARNING, HC_SAYS_ANSWER_DENIED,
                                  HC_SAYS_LEFT_OUT_ANSWER, 0},
    [HC_IMPLIES_RAISED_GOAWAY] = {"httpcodes.after_end", HC_WARNING, HC_SAYS_GOAWAY_RAISED,
                                  HC_SAYS_RAISED_ITS_GOAWAY, 0},
    [HC_IMPLIES_SESSION_CLOSED] = {NULL, HC_NOTE, HC_SAYS_SESSION_END, HC_SAYS_CLOSED_SESSION, 0},
};

/* What the documents of gRPC make of the HTTP status of a call without a grpc-status
 * (http-grpc-status-mapping.md), the first such row; of a success they make UNKNOWN. */
static uint64_t grpc_of_status(uint16_t status) {
    struct hc_mappings all = hc_mappings(HC_HTTP_STATUS, status);

    for (size_t i = 0; i < all.count && HTTP_CLASS(status) != HTTP_SUCCESSFUL; i++) {
        if (all.rows[i].to == HC_GRPC_STATUS)
            return all.rows[i].target;
    }
    return GRPC_UNKNOWN;
}

bool hc_implied_code(const struct hc_implied *implied, enum hc_space_id *space, uint64_t *value) {
    *space = implied->on_grpc ? HC_GRPC_STATUS : hc_implied_rows[implied->kind].space;
    switch (implied->kind) {
    case HC_IMPLIES_NO_GRPC_STATUS:
        *value = grpc_of_status(implied->status);
        return true;
    case HC_IMPLIES_NO_CODE:
        *value = WS_NO_STATUS_RECEIVED;
        return true;
    case HC_IMPLIES_NO_CLOSE:
        *value = WS_ABNORMAL_CLOSURE;
        return true;
    case HC_IMPLIES_NO_ANSWER:
    case HC_IMPLIES_CUT_ANSWER:
    case HC_IMPLIES_NOT_PROCESSED:
    case HC_IMPLIES_IDLE_RACE:
        *value = GRPC_UNAVAILABLE;
        return implied->on_grpc && implied->ended_by == HC_SERVER;
    default:
        return false;
    }
}

uint64_t hc_implied_findings(const struct hc_implied *implied) {
    bool is_unsafe = hc_is_unsafe_retry(&implied->again, implied->request, implied->on_grpc);

    return (is_unsafe ? hc_finding_bit(HC_FINDS_UNSAFE_RETRY) : 0) |
           (hc_is_early_retry(&implied->again) ? hc_finding_bit(HC_FINDS_EARLY_RETRY) : 0);
}

bool hc_implied_is_late(const struct hc_implied *implied) {
    switch (implied->kind) {
    case HC_IMPLIES_LATE_FRAME:
    case HC_IMPLIES_DATA_AFTER_CLOSE:
    case HC_IMPLIES_REQUEST_AFTER_CLOSE:
    case HC_IMPLIES_STREAM_AFTER_GOAWAY:
    case HC_IMPLIES_DENIED_ANSWER:
    case HC_IMPLIES_RAISED_GOAWAY:
        return true;
    default:
        return false;
    }
}

/* One request has one verdict: that on an error status holds on. A CONNECT that was not opened carried
 * nothing that could be carried twice. */
static enum hc_retry retry_of_request(const struct hc_implied *implied) {
    if (HTTP_CLASS(implied->status) >= HTTP_CLIENT_ERROR)
        return HC_RETRY_UNKNOWN;
    if (hc_is_connect(implied->request) && !implied->status && implied->kind != HC_IMPLIES_CUT_ANSWER)
        return HC_RETRY_SAFE;
    return hc_retry_by_method(hc_is_repeatable(implied->request));
}

enum hc_retry hc_implied_retry(const struct hc_implied *implied) {
    switch (implied->kind) {
    case HC_IMPLIES_NOT_PROCESSED:
        return HC_RETRY_SAFE;
    case HC_IMPLIES_ANSWER_IN_HTTP2:
        return HC_RETRY_AFTER_CHANGE;
    case HC_IMPLIES_NO_GRPC_STATUS:
    case HC_IMPLIES_NO_ANSWER:
    case HC_IMPLIES_CUT_ANSWER:
    case HC_IMPLIES_GIVEN_UP:
    case HC_IMPLIES_IDLE_RACE:
        return retry_of_request(implied);
    default:
        return HC_RETRY_NOT_A_FAILURE;
    }
}
