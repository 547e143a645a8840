/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/remarks.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The first that holds. */
static const struct {
    enum hc_circumstance circumstance;
    enum hc_phrase phrase;
} remarks[] = {
    {HC_AFTER_OWN_RESET, HC_SAYS_UNDER_WAY},       {HC_UNSOLICITED, HC_SAYS_NO_REQUEST},
    {HC_ANSWERS_PREFACE, HC_SAYS_ONLY_HTTP_1_1},   {HC_ON_UNKNOWN_STREAM, HC_SAYS_UNKNOWN_STREAM},
    {HC_BEFORE_REQUESTS, HC_SAYS_BEFORE_REQUESTS}, {HC_ANSWERS_HTTP_1, HC_SAYS_ONLY_HTTP_2},
};

enum hc_phrase hc_remark_of(const struct hc_facts *facts) {
    for (size_t i = 0; i < COUNT(remarks); i++) {
        if (hc_has_circumstance(facts, remarks[i].circumstance))
            return remarks[i].phrase;
    }
    return HC_NO_PHRASE;
}
