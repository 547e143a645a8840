/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebTransport application codes, against the draft's formula for the other direction. */
#include "registry/registry_test.h"
#include "registry/webtransport.h"

#define UNTOUCHED 0xdecafbadU

/* draft-ietf-webtrans-http3: from an application code to the HTTP/3 code. */
static uint64_t to_http3(uint32_t application_code) {
    return UINT64_C(0x52e4a40fa8db) + application_code + application_code / 0x1e;
}

static void assert_carries(uint64_t http3_code, uint32_t application_code) {
    uint32_t found = UNTOUCHED;
    if (!hc_webtransport_application_code(http3_code, &found) || found != application_code)
        fail_msg("0x%" PRIx64 " carries 0x%" PRIx32 ", not 0x%" PRIx32, http3_code, application_code, found);
    assert_string_equal(hc_explain(HC_HTTP3_ERROR, http3_code, NULL).row->name, "WT_APPLICATION_ERROR");
}

static void assert_carries_nothing(uint64_t http3_code, const char *name) {
    uint32_t found = UNTOUCHED;
    if (hc_webtransport_application_code(http3_code, &found) || found != UNTOUCHED)
        fail_msg("0x%" PRIx64 " carries nothing, but 0x%" PRIx32 " was found", http3_code, found);
    assert_string_equal(hc_explain(HC_HTTP3_ERROR, http3_code, NULL).row->name, name);
}

static void range_ends_are_the_drafts(void **state) {
    (void)state;
    assert_carries(UINT64_C(0x52e4a40fa8db), 0);
    assert_carries(UINT64_C(0x52e5ac983162), UINT32_MAX);
    /* The draft's own reading: the two codes next to a reserved one carry neighbours. */
    assert_carries(UINT64_C(0x52e4a40fa8f8), 0x1d);
    assert_carries(UINT64_C(0x52e4a40fa8fa), 0x1e);
}

static void reserved_and_outside_codes_carry_nothing(void **state) {
    (void)state;
    assert_carries_nothing(UINT64_C(0x52e4a40fa8f9), "GREASE");
    assert_carries_nothing(UINT64_C(0x52e4a40fa8da), "GREASE");
    assert_carries_nothing(UINT64_C(0x52e4a40fa8d9), "Unknown");
    assert_carries_nothing(UINT64_C(0x52e5ac983163), "Unknown");
    assert_carries_nothing(0x100, "H3_NO_ERROR");
    assert_carries_nothing(UINT64_C(0x3fffffffffffffff), "Unknown");
}

static void every_application_code_comes_back(void **state) {
    (void)state;
    for (uint32_t code = 0; code < 100000; code++)
        assert_carries(to_http3(code), code);
    /* A prime step reaches every place between two reserved codes, in all of the range. */
    for (uint64_t code = 0; code <= UINT32_MAX; code += 39989)
        assert_carries(to_http3((uint32_t)code), (uint32_t)code);
    for (uint32_t back = 0; back < 1000; back++)
        assert_carries(to_http3(UINT32_MAX - back), UINT32_MAX - back);
}

static void every_http3_code_is_either(void **state) {
    (void)state;
    uint32_t expected = 0;
    for (uint64_t code = HC_WEBTRANSPORT_FIRST; code < HC_WEBTRANSPORT_FIRST + 100000; code++) {
        if ((code - 0x21) % 0x1f == 0)
            assert_carries_nothing(code, "GREASE");
        else
            assert_carries(code, expected++);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(range_ends_are_the_drafts),
        cmocka_unit_test(reserved_and_outside_codes_carry_nothing),
        cmocka_unit_test(every_application_code_comes_back),
        cmocka_unit_test(every_http3_code_is_either),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
