/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/info_column.h"

#include "present/across.h"
#include "present/implied.h"
#include "present/sentences.h"
#include "present/strings.h"
#include "present/worst.h"
#include "settings/settings.h"

static bool is_wanted(enum hc_grade grade) {
    switch (hc_settings.info_column) {
    case HC_INFO_NONE:
        return false;
    case HC_INFO_PROBLEMS:
        return grade >= HC_GRADE_WARNED;
    case HC_INFO_FINDINGS:
        return grade >= HC_GRADE_NOTED;
    default:
        return grade > HC_GRADE_SUCCESS;
    }
}

static bool info_has(packet_info *pinfo, const char *words) {
    const char *info = col_get_text(pinfo->cinfo, COL_INFO);

    return info && strstr(info, words);
}

/* What comes without a code is told where no code is. */
static void add_implied(packet_info *pinfo, const struct hc_events *events) {
    bool is_for_problems = hc_settings.info_column == HC_INFO_PROBLEMS;
    const char *info = hc_implied_info(pinfo->pool, events, is_for_problems ? HC_WARNING : HC_NOTE);

    if (info)
        col_append_fstr(pinfo->cinfo, COL_INFO, " [%s]", info);
}

/* As in "HTTP/1.1 404 Not Found", and not as a part of another number. */
static bool info_has_number(packet_info *pinfo, const struct hc_event *event) {
    const char *info = col_get_text(pinfo->cinfo, COL_INFO);
    const char *number = hc_sentence_bare_number(pinfo->pool, event->space, event->value);

    return info_has(pinfo, wmem_strdup_printf(pinfo->pool, " %s ", number)) ||
           (info && g_str_has_suffix(info, wmem_strdup_printf(pinfo->pool, " %s", number)));
}

/* Of a number without a name of its own the number, where what is wrong with it says the rest. The name alone
 * where the line has the number, or people know the error by it. NULL where the line has it already. */
static const char *code_of(packet_info *pinfo, const struct hc_event *event, const struct hc_verdict *verdict,
                           const char *what) {
    bool is_nameless = hc_is_range(&verdict->meaning) && !verdict->ambiguous;
    bool is_number = is_nameless && what;
    const char *code = is_number ? hc_sentence_bare_number(pinfo->pool, event->space, event->value)
                                 : hc_sentence_name(pinfo->pool, verdict);

    if (info_has(pinfo, code) || (what && strstr(what, code)))
        return NULL;
    if (!is_number && (hc_space(event->space)->is_decimal ? !info_has_number(pinfo, event) : is_nameless))
        return hc_sentence_code(pinfo->pool, event, verdict);
    return code;
}

/* "what: code, verdict", each where there is one. */
static const char *told_of(packet_info *pinfo, const struct hc_event *event,
                           const struct hc_verdict *verdict) {
    const char *what = hc_sentence_title(pinfo->pool, event, verdict, 0);
    wmem_strbuf_t *text = wmem_strbuf_new(pinfo->pool, "");

    hc_string_join(text, HC_SAYS_COMMA, code_of(pinfo, event, verdict, what));
    hc_string_join(text, HC_SAYS_COMMA, hc_sentence_outcome(pinfo->pool, event, verdict));
    if (!what || wmem_strbuf_get_len(text) == 0)
        return what ? what : wmem_strbuf_finalize(text);
    return HC_FILL(pinfo->pool, HC_SAYS_FINDING, {"title", what}, {"code", wmem_strbuf_finalize(text)});
}

static void add_worst(packet_info *pinfo, const struct hc_events *events, const struct hc_verdict *verdicts) {
    unsigned worst = hc_worst_of(events, verdicts);
    const struct hc_event *event = &events->event[worst];
    wmem_strbuf_t *text;

    if (!is_wanted(hc_grade_of(event, &verdicts[worst])))
        return;
    text = wmem_strbuf_new(pinfo->pool, told_of(pinfo, event, &verdicts[worst]));
    if (events->count > 1)
        hc_string_join(text, HC_SAYS_COMMA, hc_sentence_count(pinfo->pool, events->count));
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

/* What is found across a proxy, where it is wanted, contradicts the code, and stands in its place; of several
 * codes a note may not be about the worst. */
void hc_info_column_add(packet_info *pinfo, const struct hc_events *events,
                        const struct hc_verdict *verdicts) {
    bool warns;
    const char *across = hc_across_info(pinfo->pool, events, &warns);
    bool is_told = across && is_wanted(warns ? HC_GRADE_WARNED : HC_GRADE_NOTED);

    if (!is_told || (!warns && events->count > 1))
        add_own(pinfo, events, verdicts);
    if (is_told)
        col_append_fstr(pinfo->cinfo, COL_INFO, " [%s]", across);
}
