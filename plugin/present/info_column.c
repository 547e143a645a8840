/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/info_column.h"

#include "judge/findings.h"
#include "present/across.h"
#include "present/implied.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "settings/settings.h"

/* How bad a code is, from nothing to say up. */
enum grade { SUCCESS, ORDINARY, NOTED, WARNED };

static enum grade grade_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (hc_findings_warn(verdict->findings))
        return WARNED;
    if (verdict->findings)
        return NOTED;
    return hc_space(event->space)->is_outcome ? SUCCESS : ORDINARY;
}

static unsigned worst_of(const struct hc_events *events, const struct hc_verdict *verdicts) {
    unsigned worst = 0;

    for (unsigned i = 1; i < events->count; i++) {
        if (grade_of(&events->event[i], &verdicts[i]) > grade_of(&events->event[worst], &verdicts[worst]))
            worst = i;
    }
    return worst;
}

static bool is_wanted(enum grade grade) {
    switch (hc_settings.info_column) {
    case HC_INFO_NONE:
        return false;
    case HC_INFO_PROBLEMS:
        return grade >= NOTED;
    default:
        return grade > SUCCESS;
    }
}

static bool info_has(packet_info *pinfo, const char *words) {
    const char *info = col_get_text(pinfo->cinfo, COL_INFO);

    return info && strstr(info, words);
}

/* What comes without a code is told where no code is. */
static void add_implied(packet_info *pinfo, const struct hc_events *events) {
    const char *info = hc_implied_info(pinfo->pool, events);

    if (info)
        col_append_fstr(pinfo->cinfo, COL_INFO, " [%s]", info);
}

static void add_worst(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts) {
    unsigned worst = worst_of(events, verdicts);
    const struct hc_event *event = &events->event[worst];
    const struct hc_verdict *verdict = &verdicts[worst];
    wmem_strbuf_t *text;
    const char *name;

    if (!is_wanted(grade_of(event, verdict)))
        return;
    text = wmem_strbuf_new(pinfo->pool, "");
    name = hc_sentence_name(pinfo->pool, verdict);
    hc_string_join(text, HC_SAYS_COMMA, info_has(pinfo, name) ? NULL : name);
    hc_string_join(text, HC_SAYS_COMMA, hc_sentence_title(pinfo->pool, event, verdict, 0));
    hc_string_join(text, HC_SAYS_COMMA, hc_sentence_outcome(pinfo->pool, event, verdict));
    if (events->count > 1)
        hc_string_join(text, HC_SAYS_COMMA,
                       HC_FILL(pinfo->pool, HC_SAYS_MORE_CODES,
                               {"count", wmem_strdup_printf(pinfo->pool, "%u", events->count)}));
    if (wmem_strbuf_get_len(text) > 0)
        col_append_fstr(pinfo->cinfo, COL_INFO, " [%s]", wmem_strbuf_finalize(text));
}

/* What a code says of itself, or an end without one. */
static void add_own(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts) {
    if (events->count > 0)
        add_worst(pinfo, events, verdicts);
    else
        add_implied(pinfo, events);
}

/* What warns across a proxy contradicts the code, and stands in its place. */
void hc_info_column_add(packet_info *pinfo, const struct hc_events *events,
                        const struct hc_verdict *verdicts) {
    bool warns;
    const char *across = hc_across_info(pinfo->pool, events, &warns);

    if (!warns)
        add_own(pinfo, events, verdicts);
    if (across)
        col_append_fstr(pinfo->cinfo, COL_INFO, " [%s]", across);
}
