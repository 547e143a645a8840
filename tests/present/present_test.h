/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of sentences have in common: events with the verdict that a test gives them, whatever the
 * judge would say, and a scope for the texts. */
#ifndef HTTPCODES_TESTS_PRESENT_TEST_H
#define HTTPCODES_TESTS_PRESENT_TEST_H

#include "judge/judge_test.h"

#include <epan/packet.h>

#include "settings/settings.h"

static wmem_allocator_t *scope;

static inline int begin_texts(void **state) {
    (void)state;
    hc_settings.language = HC_EN;
    scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    return 0;
}

static inline int end_texts(void **state) {
    (void)state;
    wmem_destroy_allocator(scope);
    return 0;
}

#define TEXT_TEST(test) cmocka_unit_test_setup_teardown(test, begin_texts, end_texts)

/* The judge's meaning and mappings, but no finding, and this retry. */
static inline struct hc_verdict verdict_with(const struct hc_event *event, enum hc_retry retry) {
    struct hc_verdict verdict = hc_judge(event);

    verdict.retry = retry;
    verdict.findings = 0;
    return verdict;
}

#endif
