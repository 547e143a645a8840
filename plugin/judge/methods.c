/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/methods.h"

#include <string.h>

static bool is_among(const char *method, const char *const methods[]) {
    for (; *methods; methods++) {
        if (strcmp(*methods, method) == 0)
            return true;
    }
    return false;
}

/* As the IANA registry of methods says (RFC 9110, section 18.2; RFC 7237; RFC 10008). */
static const char *const idempotent[] = {
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LABEL",
    "LINK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "OPTIONS",
    "ORDERPATCH",
    "PROPFIND",
    "PROPPATCH",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "TRACE",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
    NULL,
};
static const char *const not_idempotent[] = {"CONNECT", "LOCK", "PATCH", "POST", NULL};

/* A method that nobody registered may be either. */
enum hc_repeatable hc_is_repeatable(const struct hc_request *request) {
    const char *method = request ? request->method : NULL;

    if (!method)
        return HC_REPEATABLE_UNKNOWN;
    if (is_among(method, idempotent))
        return HC_REPEATABLE;
    return is_among(method, not_idempotent) ? HC_NOT_REPEATABLE : HC_REPEATABLE_UNKNOWN;
}

enum hc_retry hc_retry_by_method(enum hc_repeatable repeatable) {
    static const enum hc_retry verdicts[] = {[HC_REPEATABLE_UNKNOWN] = HC_RETRY_IDEMPOTENT,
                                             [HC_REPEATABLE] = HC_RETRY_ALLOWED,
                                             [HC_NOT_REPEATABLE] = HC_RETRY_NO};

    return verdicts[repeatable];
}

bool hc_is_connect(const struct hc_request *request) {
    return request && request->method && strcmp(request->method, "CONNECT") == 0;
}
