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
    require("99999999999999999999999", HC_RETRY_AFTER_SECONDS);
}

static void test_dates(void **state) {
    (void)state;
    require("Fri, 31 Dec 1999 23:59:59 GMT", HC_RETRY_AFTER_DATE);
    require("Sunday, 06-Nov-94 08:49:37 GMT", HC_RETRY_AFTER_DATE);
    require("Sun Nov  6 08:49:37 1994", HC_RETRY_AFTER_DATE);
    require("Sun Nov 16 08:49:37 1994", HC_RETRY_AFTER_DATE);
}

static void test_nothing(void **state) {
    static const char *const nothing[] = {NULL,
                                          "",
                                          " ",
                                          "-1",
                                          "1.5",
                                          "30s",
                                          "%s",
                                          "soon",
                                          "Fri, 31 Dec 1999 23:59:59 GM",
                                          "Fri, 31 Dec 1999 23:59:59 GMT+1",
                                          ", 06-Nov-94 08:49:37 GMT",
                                          "1999-12-31T23:59:59Z"};

    (void)state;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        require(nothing[i], HC_RETRY_AFTER_NOTHING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seconds),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
