/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The six units of grpc-timeout, and what is no timeout (gRPC, PROTOCOL-HTTP2.md). */
#include "registry/registry_test.h"

#include "registry/grpc_timeout.h"

static const struct {
    const char *text;
    uint64_t microseconds;
} timeouts[] = {
    {"1H", UINT64_C(3600000000)},  {"2M", UINT64_C(120000000)},
    {"3S", UINT64_C(3000000)},     {"250m", UINT64_C(250000)},
    {"998543u", UINT64_C(998543)}, {"1500n", UINT64_C(1)},
    {"0n", UINT64_C(0)},           {"99999999H", UINT64_C(359999996400000000)},
};

static const char *const others[] = {"", "1", "S", "1s", "1.5S", "-1S", " 1S", "1S ", "1Sm", "123456789n"};

static void test_timeouts(void **state) {
    uint64_t microseconds;

    (void)state;
    for (size_t i = 0; i < sizeof timeouts / sizeof *timeouts; i++) {
        assert_true(hc_grpc_timeout(timeouts[i].text, &microseconds));
        assert_true(microseconds == timeouts[i].microseconds);
    }
}

static void test_what_is_none(void **state) {
    uint64_t microseconds;

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (hc_grpc_timeout(others[i], &microseconds))
            fail_msg("%s", others[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_timeouts), cmocka_unit_test(test_what_is_none)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
