/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which HTTP statuses are something else in another version, and what an unknown one counts as; written from
 * the documents and not from the rows. */
#include "registry/mapping_test.h"

/* RFC 9113, section 8.6 and RFC 9114, section 4.5: no 101. RFC 8441, section 5: the answer is 200 instead. */
static void switching_protocols_becomes_a_success(void **state) {
    (void)state;
    const struct hc_mapping *row = require_answer(HC_HTTP_STATUS, 101, HC_HTTP_STATUS, 200, 0);
    REQUIRE_MAPPING(row, mentions(row->basis, "RFC 8441") || mentions(row->basis, "RFC 9113"));
    require_answer(HC_HTTP_STATUS, 200, HC_HTTP_STATUS, 101, HC_IF_WEBSOCKET);
    assert_false(is_answered(HC_HTTP_STATUS, 200, HC_HTTP_STATUS, 101, 0));
}

/* RFC 9110, section 15.2: a proxy must forward 1xx. Section 15.5.20 and RFC 8470, section 5.2: it may pass
 * these on. */
static void proxies_forward_some_statuses_as_they_are(void **state) {
    (void)state;
    static const uint64_t forwarded[] = {100, 102, 103, 104, 421, 425};
    for (size_t i = 0; i < COUNT(forwarded); i++)
        require_answer(HC_HTTP_STATUS, forwarded[i], HC_HTTP_STATUS, forwarded[i], 0);
    assert_false(is_answered(HC_HTTP_STATUS, 101, HC_HTTP_STATUS, 101, WHATEVER_HOLDS));
}

/* RFC 9110, section 15: an unrecognised status is x00 of its class, one outside of all is a 5xx. */
static void unknown_statuses_count_as_their_class(void **state) {
    (void)state;
    static const uint64_t counts_as[][2] = {
        {105, 100}, {199, 100}, {209, 200}, {299, 200}, {309, 300}, {399, 300}, {432, 400}, {499, 400},
        {512, 500}, {520, 500}, {599, 500}, {0, 500},   {99, 500},  {600, 500}, {999, 500}, {2000, 500}};
    for (size_t i = 0; i < COUNT(counts_as); i++)
        require_answer(HC_HTTP_STATUS, counts_as[i][0], HC_HTTP_STATUS, counts_as[i][1], 0);
}

static bool leads_elsewhere_than_grpc(uint64_t status) {
    struct hc_mappings found = hc_mappings(HC_HTTP_STATUS, status);
    for (size_t i = 0; i < found.count; i++)
        if (found.rows[i].to != HC_GRPC_STATUS)
            return true;
    return false;
}

/* RFC 9110, sections 15.2, 15.5.20, 15.5.22 and 15.6.6; RFC 8470, section 5.2. */
static void statuses_that_depend_on_the_version_say_so(void **state) {
    (void)state;
    static const uint64_t statuses[] = {100, 101, 102, 103, 421, 425, 426, 505};
    for (size_t i = 0; i < COUNT(statuses); i++)
        if (!leads_elsewhere_than_grpc(statuses[i]))
            fail_msg("nothing is said of %" PRIu64 " in another version", statuses[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(switching_protocols_becomes_a_success),
        cmocka_unit_test(proxies_forward_some_statuses_as_they_are),
        cmocka_unit_test(unknown_statuses_count_as_their_class),
        cmocka_unit_test(statuses_that_depend_on_the_version_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
