/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A verdict that was kept is the one that the judge would give. */
#include "present/present_test.h"

#include "judge/every_event.h"
#include "present/verdicts.h"
#include "registry/own_codes.h"

static void check_verdict(struct hc_event *event) {
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        event->circumstances = circumstances[i];
        struct hc_verdict kept = hc_verdict_of(event), judged = hc_judge(event);
        REQUIRE_EVENT(event, kept.meaning.row == judged.meaning.row && kept.conditions == judged.conditions);
        REQUIRE_EVENT(event, kept.fault == judged.fault && kept.retry == judged.retry);
        REQUIRE_EVENT(event, kept.remark == judged.remark && kept.findings == judged.findings);
    }
}

static void test_every_event_has_its_own_verdict(void **state) {
    (void)state;
    check_everywhere(check_verdict);
    check_everywhere(check_verdict);
}

static void require_name(const char *name) {
    struct hc_event event = {HEADERS(404)};
    assert_string_equal(hc_verdict_of(&event).meaning.row->name, name);
}

/* What was kept points at the rows that were there before. */
static void test_the_users_codes_change_what_was_judged(void **state) {
    (void)state;
    struct hc_own_text text = {"HTTP status", "404", "", "", "Lost", "", "", "", ""};
    struct hc_own_code own;
    assert_null(hc_own_code_read(&text, &own));
    require_name("Not Found");
    hc_own_codes_use(&own, 1);
    require_name("Lost");
    hc_own_codes_use(NULL, 0);
    require_name("Not Found");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_event_has_its_own_verdict),
        cmocka_unit_test(test_the_users_codes_change_what_was_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
