/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/across.h"

#include "judge/attempts.h"
#include "judge/conversion.h"
#include "present/across_words.h"
#include "present/brief.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/items.h"

static void add_attempts(const struct hc_anchor *at, const struct hc_pair *pair) {
    const struct hc_leg *last = hc_last_attempt(pair);

    for (unsigned i = 0; i < hc_listed_attempts(pair); i++)
        hc_add_frame(at, HC_FIELD_ACROSS_BEHIND, pair->behind[i].request_frame);
    if (last) {
        hc_add_frame(at, HC_FIELD_ACROSS_BEHIND_END, last->end_frame);
        hc_add_text(at, HC_FIELD_ACROSS_BEHIND_CODE, hc_across_behind(at->scope, last));
    }
    hc_add_number(at, HC_FIELD_ACROSS_ATTEMPTS, pair->attempts);
    if (pair->attempts > 0)
        hc_add_number(at, HC_FIELD_ACROSS_EVIDENCE, pair->evidence);
}

static bool warns(enum hc_conversion conversion) {
    const struct hc_conversion_row *row = &hc_conversion_rows[conversion];

    return row->filter && row->severity == HC_WARNING;
}

/* What the label and the lines below it say, for filters and columns. */
static void add_for_columns(struct hc_anchor *at, const struct hc_pair *pair, enum hc_conversion conversion) {
    at->hidden = true;
    if (hc_is_wanted(at, HC_FIELD_ACROSS_SUMMARY))
        hc_add_text(at, HC_FIELD_ACROSS_SUMMARY, hc_across_summary(at->scope, pair, conversion));
    hc_add_text(at, HC_FIELD_ACROSS_VERDICT, hc_brief_across(at->scope, pair, conversion));
    hc_add_truth(at, HC_FIELD_PROBLEM, warns(conversion));
}

static proto_item *add_item(const struct hc_events *events, const struct hc_pair *pair,
                            enum hc_conversion conversion, struct hc_anchor at) {
    proto_item *item = proto_tree_add_none_format(at.tree, hc_fields[HC_FIELD_ACROSS], at.tvb, 0, 0, "%s",
                                                  hc_across_story(at.scope, pair, conversion));

    hc_item_generated(&at, item);
    at.tree = proto_item_add_subtree(item, hc_ett_across);
    hc_add_number_in_words(&at, HC_FIELD_ACROSS_CONVERSION, conversion, hc_across_title(conversion));
    hc_add_text(&at, HC_FIELD_ACROSS_REFERENCE, hc_conversion_rows[conversion].rule);
    hc_add_frame(&at, HC_FIELD_ACROSS_FRONT, pair->front.request_frame);
    if (events->count == 0)
        hc_add_text(&at, HC_FIELD_ACROSS_FRONT_CODE, hc_across_front(at.scope, &pair->front));
    add_attempts(&at, pair);
    add_for_columns(&at, pair, conversion);
    return item;
}

static void add_fronts(const struct hc_events *events, const struct hc_anchor *at) {
    for (unsigned i = 0; i < events->front_count; i++)
        hc_add_frame(at, HC_FIELD_ACROSS_FRONT, events->fronts[i].front_frame);
}

void hc_across_add(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    const struct hc_anchor at = {.tree = tree, .tvb = tvb, .frame = pinfo->num, .scope = pinfo->pool};

    for (unsigned i = 0; i < events->pair_count; i++) {
        const struct hc_pair *pair = events->pairs[i];
        enum hc_conversion conversion = hc_convert(pair);
        proto_item *item = tree ? add_item(events, pair, conversion, at) : NULL;

        if (hc_conversion_rows[conversion].filter)
            hc_expert_add(pinfo, item, hc_across_expert(conversion),
                          hc_across_finding(pinfo->pool, pair, conversion));
    }
    if (tree)
        add_fronts(events, &at);
}

void hc_across_note(const struct hc_events *events, packet_info *pinfo) {
    for (unsigned i = 0; i < events->pair_count; i++) {
        enum hc_conversion conversion = hc_convert(events->pairs[i]);

        if (hc_conversion_rows[conversion].filter)
            expert_add_info(pinfo, NULL, hc_across_expert(conversion));
    }
}

const char *hc_across_info(wmem_allocator_t *scope, const struct hc_events *events, bool *is_problem) {
    const struct hc_pair *gravest = NULL;
    enum hc_conversion found = HC_CONVERSION_UNKNOWN;

    for (unsigned i = 0; i < events->pair_count; i++) {
        enum hc_conversion conversion = hc_convert(events->pairs[i]);
        const struct hc_conversion_row *row = &hc_conversion_rows[conversion];

        if (row->filter && (!gravest || row->severity > hc_conversion_rows[found].severity)) {
            gravest = events->pairs[i];
            found = conversion;
        }
    }
    *is_problem = warns(found);
    return gravest ? hc_across_in_short(scope, gravest, found) : NULL;
}

const char *hc_across_code(wmem_allocator_t *scope, const struct hc_events *events) {
    if (events->pair_count > 0)
        return hc_across_front(scope, &events->pairs[0]->front);
    return events->front_count > 0 ? hc_across_link(scope, events->fronts[0].front_frame) : NULL;
}
