/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Does a whole response in front say what was behind (RFC 9110, section 15; RFC 9113, section 8.1)? */
#include <string.h>

#include "judge/attempts.h"
#include "judge/conversion_rules.h"
#include "registry/numbers.h"

/* A stored response that is still good goes out with its own status (RFC 9111, section 4.3.3). */
static bool is_validated(const struct hc_leg *front, const struct hc_leg *last) {
    return last->status == HTTP_NOT_MODIFIED && last->is_conditional &&
           HTTP_CLASS(front->status) == HTTP_SUCCESSFUL;
}

/* A client of HTTP/1.0 must not get one, and the pair does not tell 1.0 from 1.1. */
static bool loses_interim(const struct hc_leg *front, const struct hc_leg *last) {
    return last->had_103 && !front->had_103 && front->stream != HC_NO_STREAM;
}

static bool loses_grpc_status(const struct hc_leg *front, const struct hc_leg *last) {
    return last->is_grpc && last->had_grpc_status && front->is_grpc && !front->had_grpc_status;
}

static enum hc_conversion of_same_status(const struct hc_leg *front, const struct hc_leg *last) {
    if (loses_grpc_status(front, last))
        return HC_CONVERSION_GRPC_STATUS_LOST;
    return loses_interim(front, last) ? HC_CONVERSION_INTERIM_LOST : HC_CONVERSION_KEPT;
}

/* The front had ended before the response behind did. An error page may go out as soon as the status behind
 * is there; a failure has its reason in what the proxy had seen until then. */
static enum hc_conversion of_late(const struct hc_leg *front) {
    if (front->status == HTTP_GATEWAY_TIMEOUT)
        return HC_CONVERSION_CONVERTED;
    return HTTP_CLASS(front->status) == HTTP_SERVER_ERROR ? HC_CONVERSION_UNKNOWN
                                                          : HC_CONVERSION_STATUS_CHANGED;
}

/* A whole response in front for a whole one behind. */
static enum hc_conversion of_complete(const struct hc_leg *front, const struct hc_leg *last) {
    bool came_in_time = last->ended <= front->ended;

    if (front->status == 0 || last->status == 0)
        return HC_CONVERSION_UNKNOWN;
    if (front->status == last->status)
        return of_same_status(front, last);
    if (is_validated(front, last))
        return HC_CONVERSION_CONVERTED;
    if (!came_in_time)
        return of_late(front);
    if (front->status == HTTP_BAD_GATEWAY && HTTP_CLASS(last->status) != HTTP_SERVER_ERROR)
        return HC_CONVERSION_FAILURE_INVENTED;
    return HC_CONVERSION_STATUS_CHANGED;
}

/* The client's own fault, as an upload that is too slow or too large. */
static bool blames_upload(uint16_t status) {
    return status == HTTP_BAD_REQUEST || status == HTTP_REQUEST_TIMEOUT || status == HTTP_CONTENT_TOO_LARGE;
}

/* No failure at all: from a cache, which may answer where the server fails (RFC 9111, section 4.2.4), or from
 * another server, whose connection cannot be read. */
static bool is_answered_elsewhere(const struct hc_leg *front) {
    return HTTP_CLASS(front->status) < HTTP_CLIENT_ERROR;
}

/* A status of the proxy's own where the server behind broke off. */
static enum hc_conversion of_own_status(const struct hc_leg *front) {
    if (front->status == HTTP_BAD_GATEWAY)
        return HC_CONVERSION_CONVERTED;
    if (front->status == HTTP_GATEWAY_TIMEOUT || blames_upload(front->status) || is_answered_elsewhere(front))
        return HC_CONVERSION_UNKNOWN;
    return HC_CONVERSION_WRONG_STATUS;
}

/* The same where the proxy itself gave up behind: because it took too long, or the response was wrong, or the
 * client's request was. */
static enum hc_conversion of_own_end(const struct hc_leg *front) {
    if (front->status == HTTP_GATEWAY_TIMEOUT)
        return HC_CONVERSION_CONVERTED;
    if (front->status == HTTP_BAD_GATEWAY || HTTP_CLASS(front->status) != HTTP_SERVER_ERROR)
        return HC_CONVERSION_UNKNOWN;
    return HC_CONVERSION_WRONG_STATUS;
}

/* Of a response without content nothing is missing. */
static bool has_content(const struct hc_leg *leg) {
    bool is_head = leg->request && leg->request->method && strcmp(leg->request->method, "HEAD") == 0;

    return !is_head && leg->status != HTTP_NO_CONTENT && leg->status != HTTP_RESET_CONTENT &&
           leg->status != HTTP_NOT_MODIFIED;
}

/* A proxy that has begun to answer cannot get the answer elsewhere any more. */
static bool has_begun_before(const struct hc_leg *front, const struct hc_leg *last) {
    return front->status_frame <= last->end_frame && last->ended <= front->ended;
}

static enum hc_conversion of_cut(const struct hc_leg *front, const struct hc_leg *last) {
    if (front->status != last->status)
        return of_own_status(front);
    return has_content(front) && has_begun_before(front, last) ? HC_CONVERSION_TRUNCATION_HIDDEN
                                                               : HC_CONVERSION_UNKNOWN;
}

/* An earlier attempt had the answer. */
static bool is_of_earlier_attempt(const struct hc_pair *pair) {
    for (unsigned i = 0; i + 1 < hc_listed_attempts(pair); i++) {
        if (pair->behind[i].end == HC_LEG_COMPLETE && pair->behind[i].status == pair->front.status)
            return true;
    }
    return false;
}

/* The front has a whole response. */
enum hc_conversion hc_convert_response(const struct hc_pair *pair) {
    const struct hc_leg *front = &pair->front, *last = hc_last_attempt(pair);

    if (front->status == 0)
        return HC_CONVERSION_UNKNOWN;
    if (hc_fate_of(last) == HC_FATE_COMPLETE)
        return of_complete(front, last);
    if (is_of_earlier_attempt(pair))
        return HC_CONVERSION_UNKNOWN;
    switch (hc_fate_of(last)) {
    case HC_FATE_CUT:
        return of_cut(front, last);
    case HC_FATE_BROKEN:
    case HC_FATE_REFUSED:
        return of_own_status(front);
    case HC_FATE_GIVEN_UP:
        return of_own_end(front);
    default:
        return HC_CONVERSION_UNKNOWN;
    }
}
