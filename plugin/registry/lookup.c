/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/lookup.h"

#include "registry/own_codes.h"

struct hc_meaning hc_explain(enum hc_space_id id, uint64_t value, const char *evidence) {
    return hc_explain_at(id, value, evidence, NULL);
}

struct hc_meaning hc_explain_at(enum hc_space_id id, uint64_t value, const char *evidence, const char *host) {
    struct hc_meaning meaning = hc_explain_built_in(id, value, evidence, host);
    const struct hc_code *own = hc_own_code(id, value, evidence, host);

    if (own) {
        meaning.row = own;
        meaning.is_own = true;
        meaning.is_claimed = false;
        meaning.claim = NULL;
        meaning.blame = own->blame;
        meaning.retry = own->retry;
    }
    return meaning;
}

bool hc_is_range(const struct hc_meaning *meaning) {
    return meaning->row->last != 0 && !meaning->is_own;
}

const struct hc_code *hc_alternative(const struct hc_meaning *meaning, size_t position) {
    for (size_t i = 0; i < meaning->row_count; i++)
        if (&meaning->rows[i] != meaning->row && position-- == 0)
            return &meaning->rows[i];
    return NULL;
}

const char *hc_text(const struct hc_code *row, enum hc_language language) {
    bool translated = (unsigned)language < HC_LANGUAGES && row->text[language] != NULL;
    return row->text[translated ? language : HC_EN];
}
