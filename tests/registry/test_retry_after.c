/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Retry-After as RFC 9110 writes it in sections 5.6.7 and 10.2.3, and as servers get it wrong. */
#include "registry/registry_test.h"

#include "registry/retry_after.h"

static void require(const char *text, enum hc_retry_after says) {
    if (hc_retry_after(text) != says)
        fail_msg("\"%s\" is not %d", text ? text : "NULL", says);
}

static void test_seconds(void **state) {
    (void)state;
    require("120", HC_RETRY_AFTER_SECONDS);
    require("0", HC_RETRY_AFTER_SECONDS);
    require(" 120 ", HC_RETRY_AFTER_SECONDS);
    require("\t5", HC_RETRY_AFTER_SECONDS);
    require("99999999999999999999999", HC_RETRY_AFTER_SECONDS);
}

static void test_dates(void **state) {
    (void)state;
    require("Fri, 31 Dec 1999 23:59:59 GMT", HC_RETRY_AFTER_DATE);
    require("Sunday, 06-Nov-94 08:49:37 GMT", HC_RETRY_AFTER_DATE);
    require("Sun Nov  6 08:49:37 1994", HC_RETRY_AFTER_DATE);
    require("Sun Nov 16 08:49:37 1994", HC_RETRY_AFTER_DATE);
}

static const char *const dates[] = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                                    "Sun Nov  6 08:49:37 1994"};

static const char *const nothing[] = {
    NULL,
    ", 06-Nov-94 08:49:37 GMT",
    "",
    " ",
    "%s",
    "-1",
    "+1",
    "1.5",
    "5 s",
    "5s",
    "0x10",
    "1 2",
    "soon",
    "null",
    "Sun",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 GMT+1",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "sun, 06 nov 1994 08:49:37 gmt",
    "Sun, 06 Nov 94 08:49:37 GMT",
    "1994-11-06T08:49:37Z",
    "Sunday, 06 Nov 1994 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994 GMT",
    "Xyz, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Xyz 1994 08:49:37 GMT",
    "\xff\xfe",
};

static void test_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        require(nothing[i], HC_RETRY_AFTER_NOTHING);
}

/* No part of a date is one. */
static void test_every_beginning_of_a_date(void **state) {
    char text[64];

    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        for (size_t length = 0; length < strlen(dates[i]); length++) {
            snprintf(text, sizeof text, "%.*s", (int)length, dates[i]);
            require(text, HC_RETRY_AFTER_NOTHING);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seconds),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_every_beginning_of_a_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
