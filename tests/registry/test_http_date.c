/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP's dates as seconds: what can be compared. */
#include "registry/registry_test.h"

#include "registry/http_date.h"

static const struct {
    const char *text;
    int64_t seconds;
} dates[] = {
    {"Thu, 01 Jan 1970 00:00:00 GMT", 0},
    {"Sun, 06 Nov 1994 08:49:37 GMT", 784111777}, /* RFC 9110, section 5.6.7 */
    {"Tue, 29 Feb 2000 12:00:00 GMT", 951825600},
    {"Fri, 01 Mar 2024 00:00:00 GMT", 1709251200},
    {"Wed, 31 Dec 1969 23:59:59 GMT", -1},
    {"Fri, 31 Dec 9999 23:59:59 GMT", INT64_C(253402300799)},
};

static const char *const others[] = {
    "",
    "120",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nox 1994 08:49:37 GMT",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT ",
};

static void test_dates(void **state) {
    int64_t seconds;

    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        assert_true(hc_http_date(dates[i].text, strlen(dates[i].text), &seconds));
        assert_true(seconds == dates[i].seconds);
    }
}

static void test_what_is_none(void **state) {
    int64_t seconds;

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (hc_http_date(others[i], strlen(others[i]), &seconds))
            fail_msg("%s", others[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates), cmocka_unit_test(test_what_is_none)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
