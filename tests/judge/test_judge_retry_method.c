/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which part the method of the request has in whether it may be sent again. */
#include "judge/retry_test.h"

/* A CONNECT that was not opened carried nothing; one that was is like no other request. RFC 9110, section
 * 9.3.6; RFC 8441, section 4. */
static void test_connect(void **state) {
    (void)state;
    static const struct hc_request connect = {.method = "CONNECT", .authority = "example.org:443"};
    const struct {
        struct hc_event event;
        enum hc_retry retry;
    } cases[] = {
        {{RST_STREAM(0xa, HC_SERVER), NO_RESPONSE}, HC_RETRY_SAFE},
        {{RST_STREAM(0x8, HC_CLIENT), NO_RESPONSE}, HC_RETRY_SAFE},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, MORE(.answered = 200)}, HC_RETRY_NO},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, MORE(.answered = 302)}, HC_RETRY_SAFE},
        {{RST_STREAM(0xa, HC_SERVER), STARTED, .circumstances = HC_IN_TUNNEL}, HC_RETRY_NO},
        {{RST_STREAM(0xa, HC_SERVER)}, HC_RETRY_NO},
        {{HEADERS(200)}, HC_RETRY_NOT_A_FAILURE},
        {{HEADERS(502)}, HC_RETRY_SAFE},
        {{STATUS(503)}, HC_RETRY_AFTER_DELAY},
        {{HEADERS(504)}, HC_RETRY_SAFE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hc_event event = cases[i].event;
        event.request = &connect;
        REQUIRE_EVENT(&event, hc_judge(&event).retry == cases[i].retry);
    }
}

/* ---- what is idempotent ---- */

/* RFC 9110, section 9.2.2, and the IANA HTTP Method Registry (RFC 7237, section 3). */
static const char *const idempotent_methods[] = {
    "GET",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "PUT",
    "DELETE",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "UNLOCK",
    "REPORT",
    "QUERY",
    "SEARCH",
    "ACL",
    "CHECKOUT",
    "CHECKIN",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "BIND",
    "LINK",
    "UNLINK",
    "LABEL",
    "UPDATE",
    "UNCHECKOUT",
    "ORDERPATCH",
    "MKWORKSPACE",
    "REBIND",
    "UNBIND",
    "VERSION-CONTROL",
    "BASELINE-CONTROL",
};

/* Of the registry. */
static const char *const other_methods[] = {"POST", "PATCH", "CONNECT", "LOCK"};

/* No method of the registry, and names are case-sensitive (RFC 9110, section 9.1): nobody knows. */
static const char *const unregistered_methods[] = {"get", "FETCH", ""};

static void require_retry_of_reset(const char *method, enum hc_retry expected) {
    struct hc_request request = {.method = method};
    struct hc_event event = {RST_STREAM(0x2, HC_SERVER), .request = &request};
    enum hc_retry retry = hc_judge(&event).retry;
    if (retry != expected)
        fail_msg("a reset of %s: retry is %d, not %d", method, retry, expected);
}

static void test_idempotent_methods(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(idempotent_methods); i++)
        require_retry_of_reset(idempotent_methods[i], HC_RETRY_ALLOWED);
}

static void test_other_methods(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(other_methods); i++)
        require_retry_of_reset(other_methods[i], HC_RETRY_NO);
    for (size_t i = 0; i < COUNT(unregistered_methods); i++)
        require_retry_of_reset(unregistered_methods[i], HC_RETRY_IDEMPOTENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_connect),
        cmocka_unit_test(test_idempotent_methods),
        cmocka_unit_test(test_other_methods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
