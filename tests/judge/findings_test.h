/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables of events and of all that there is to find in each: a finding too many fails as one too few does. */
#ifndef HTTPCODES_TESTS_FINDINGS_TEST_H
#define HTTPCODES_TESTS_FINDINGS_TEST_H

#include "judge/judge_test.h"

#define NOTHING UINT64_C(0)

struct finding_case {
    struct hc_event event;
    uint64_t findings; /* FINDS(...) | FINDS(...) */
};

static inline void print_findings(const char *title, uint64_t findings) {
    for (unsigned i = 0; i < HC_FINDINGS_END; i++)
        if (findings & hc_finding_bit(i))
            print_error("%s %s (%s)\n", title, hc_finding_rows[i].filter, hc_finding_rows[i].title[HC_EN]);
}

static inline void check_findings(const struct finding_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint64_t findings = hc_judge(&cases[i].event).findings;
        char text[EVENT_TEXT_SIZE];
        if (findings == cases[i].findings)
            continue;
        print_findings("missing:", cases[i].findings & ~findings);
        print_findings("false:", findings & ~cases[i].findings);
        fail_msg("row %zu: %s", i, event_text(&cases[i].event, text));
    }
}

#endif
