/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/tree.h"

#include "compat.h"
#include "judge/findings.h"
#include "present/across.h"
#include "present/across_statistics.h"
#include "present/asides.h"
#include "present/demand.h"
#include "present/event_tree.h"
#include "present/exchanges.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/implied.h"
#include "present/info_column.h"
#include "present/sentences.h"
#include "present/statistics.h"
#include "present/strings.h"
#include "present/verdicts.h"
#include "present/worst.h"

static int protocol;

void hc_present_register(int proto) {
    protocol = proto;
}

static proto_item *add_protocol(tvbuff_t *tvb, proto_tree *tree) {
    return proto_tree_add_item(tree, protocol, tvb, 0, 0, ENC_NA);
}

/* "503 Service Unavailable, 3 codes" */
static const char *worst_code(const struct hc_events *events, const struct hc_verdict *verdicts,
                              wmem_allocator_t *scope) {
    unsigned worst = hc_worst_of(events, verdicts);
    const char *code = hc_sentence_code(scope, &events->event[worst], &verdicts[worst]);

    if (events->count == 1)
        return code;
    return wmem_strdup_printf(scope, "%s%s%s", code, hc_phrase(HC_SAYS_COMMA, hc_language()),
                              hc_sentence_count(scope, events->count));
}

/* What is worth opening the item for: as in Info, a problem across a proxy outweighs the code. NULL where
 * there is nothing. */
static const char *headline(const struct hc_events *events, const struct hc_verdict *verdicts,
                            wmem_allocator_t *scope) {
    bool is_problem;
    const char *across = hc_across_info(scope, events, &is_problem), *implied, *code;

    if (is_problem)
        return across;
    if (events->count > 0)
        return worst_code(events, verdicts, scope);
    implied = hc_implied_info(scope, events, HC_NOTE);
    if (implied || across)
        return implied ? implied : across;
    code = hc_across_code(scope, events);
    return code ? code : events->implied_count > 0 ? hc_implied_title(events) : hc_asides_title(events);
}

static void add_headline(const struct hc_events *events, const struct hc_verdict *verdicts,
                         wmem_allocator_t *scope, proto_item *item) {
    const char *text = headline(events, verdicts, scope);

    if (text)
        proto_item_append_text(item, ": %s", text);
}

static void present_tree(const struct hc_events *events, const struct hc_verdict *verdicts, tvbuff_t *tvb,
                         packet_info *pinfo, proto_tree *tree) {
    proto_item *item = add_protocol(tvb, tree);
    proto_tree *ours = proto_item_add_subtree(item, hc_ett_frame);

    /* Whoever sees the tree asks for all fields. */
    if (proto_field_is_referenced(tree, hc_fields[HC_FIELD_SUMMARY]))
        add_headline(events, verdicts, pinfo->pool, item);
    for (unsigned i = 0; i < events->count; i++)
        hc_event_tree_add(&events->event[i], &verdicts[i], tvb, pinfo, ours);
    hc_implied_add(events, tvb, pinfo, ours);
    hc_across_add(events, tvb, pinfo, ours);
    hc_asides_add(events, pinfo, item);
}

/* Expert Information also asks for the findings where nobody looks at a tree: sharkd's tap does. */
static void present_findings(const struct hc_events *events, const struct hc_verdict *verdicts,
                             packet_info *pinfo) {
    for (unsigned i = 0; i < events->count; i++)
        hc_event_findings_add(&events->event[i], &verdicts[i], pinfo, NULL);
    hc_implied_add(events, NULL, pinfo, NULL);
    hc_across_add(events, NULL, pinfo, NULL);
    hc_asides_add(events, pinfo, NULL);
}

/* Wireshark only notes how grave it is: no words are made for findings, and asides are rare. */
static void present_gravest(const struct hc_events *events, const struct hc_verdict *verdicts,
                            packet_info *pinfo) {
    uint64_t findings = 0;

    for (unsigned i = 0; i < events->count; i++)
        findings |= verdicts[i].findings;
    if (findings)
        expert_add_info(pinfo, NULL, hc_expert(hc_gravest_finding(findings)));
    else
        hc_asides_add(events, pinfo, NULL);
    hc_implied_add(events, NULL, pinfo, NULL);
    hc_across_note(events, pinfo);
}

static void present_judged(const struct hc_events *events, const struct hc_demand *demand, tvbuff_t *tvb,
                           packet_info *pinfo, proto_tree *tree) {
    struct hc_verdict *verdicts = wmem_alloc_array(pinfo->pool, struct hc_verdict, events->count);

    for (unsigned i = 0; i < events->count; i++)
        verdicts[i] = hc_verdict_of(&events->event[i]);
    if (demand->statistics)
        hc_statistics_tap(pinfo, events, verdicts);
    if (demand->exchanges)
        hc_exchanges_tap(pinfo, events, verdicts);
    if (demand->pairs)
        hc_across_statistics_tap(pinfo, events);
    if (demand->info_column)
        hc_info_column_add(pinfo, events, verdicts);
    if (demand->events)
        present_tree(events, verdicts, tvb, pinfo, tree);
    else if (demand->findings)
        present_findings(events, verdicts, pinfo);
    else if (demand->severity)
        present_gravest(events, verdicts, pinfo);
}

void hc_present(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    struct hc_demand demand = hc_demand(pinfo, tree);

    if (demand.protocol && !demand.events)
        add_protocol(tvb, tree);
    if (demand.statistics || demand.exchanges || demand.info_column || demand.events || demand.findings ||
        demand.severity || demand.pairs)
        present_judged(events, &demand, tvb, pinfo, tree);
}
