/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/brief.h"

#include "judge/findings.h"
#include "judge/implied.h"
#include "present/acts.h"
#include "present/sentences.h"
#include "present/strings.h"

/* A name that stands in filters: no language has another one for it. */
static const char *name_of(const char *filter) {
    return strchr(filter, '.') + 1;
}

static const char *finding_of(const struct hc_verdict *verdict) {
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_finding_rows[i].is_in_info && hc_verdict_has(verdict, i))
            return name_of(hc_finding_rows[i].filter);
    }
    return NULL;
}

/* In the words of all sentences, without the reason that some of them give. */
static const char *briefly(enum hc_retry retry, enum hc_way way) {
    switch (retry) {
    case HC_RETRY_NOT_A_FAILURE:
    case HC_RETRY_UNKNOWN:
        return NULL;
    case HC_RETRY_SAFE:
        return hc_phrase(HC_SAYS_BRIEFLY_SAFE, hc_language());
    case HC_RETRY_ALLOWED:
        return hc_phrase(HC_SAYS_BRIEFLY_ALLOWED, hc_language());
    default:
        return hc_phrase(hc_retry_phrase(retry, way), hc_language());
    }
}

static const char *retry_of(wmem_allocator_t *scope, const struct hc_event *event,
                            const struct hc_verdict *verdict) {
    return verdict->has_retry_after && verdict->retry == HC_RETRY_AFTER_DELAY
               ? hc_sentence_delay(scope, event)
               : briefly(verdict->retry, verdict->way);
}

static const char *fault_of(const struct hc_verdict *verdict) {
    switch (verdict->fault) {
    case HC_FAULT_CLIENT:
        return hc_phrase(HC_SAYS_CLIENTS_FAULT, hc_language());
    case HC_FAULT_SERVER:
        return hc_phrase(HC_SAYS_SERVERS_FAULT, hc_language());
    default:
        return NULL;
    }
}

const char *hc_brief_verdict(wmem_allocator_t *scope, const struct hc_event *event,
                             const struct hc_verdict *verdict) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    hc_string_join(text, HC_SAYS_COMMA, finding_of(verdict));
    hc_string_join(text, HC_SAYS_COMMA, retry_of(scope, event, verdict));
    hc_string_join(text, HC_SAYS_COMMA, fault_of(verdict));
    return wmem_strbuf_finalize(text);
}

const char *hc_brief_implied(wmem_allocator_t *scope, const struct hc_implied *implied) {
    const struct hc_implied_row *row = &hc_implied_rows[implied->kind];
    enum hc_finding finding = hc_gravest_finding(hc_implied_findings(implied));
    enum hc_retry retry = hc_implied_retry(implied);
    wmem_strbuf_t *text =
        wmem_strbuf_new(scope, row->filter ? name_of(row->filter) : hc_phrase(row->title, hc_language()));

    hc_string_join(text, HC_SAYS_COMMA,
                   finding == HC_FINDINGS_END ? NULL : name_of(hc_finding_rows[finding].filter));
    hc_string_join(text, HC_SAYS_COMMA, briefly(retry, HC_WAY_NONE));
    return wmem_strbuf_finalize(text);
}

const char *hc_brief_across(wmem_allocator_t *scope, const struct hc_pair *pair,
                            enum hc_conversion conversion) {
    const char *filter = hc_conversion_rows[conversion].filter;
    wmem_strbuf_t *text;

    if (!filter)
        return NULL;
    text = wmem_strbuf_new(scope, name_of(filter));
    hc_string_join(text, HC_SAYS_COMMA, briefly(hc_conversion_retry(pair, conversion), HC_WAY_NONE));
    return wmem_strbuf_finalize(text);
}

const char *hc_brief_request(wmem_allocator_t *scope, const struct hc_event *event) {
    return event->request ? hc_act_request(scope, event->request, INT_MAX) : "";
}
