/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/across.h"

#include "judge/attempts.h"
#include "judge/conversion.h"
#include "present/across_words.h"
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

static proto_item *add_item(const struct hc_pair *pair, enum hc_conversion conversion, tvbuff_t *tvb,
                            packet_info *pinfo, proto_tree *tree) {
    struct hc_anchor at = {.tree = tree, .tvb = tvb, .frame = pinfo->num, .scope = pinfo->pool};
    const char *summary = hc_across_summary(pinfo->pool, pair, conversion);
    proto_item *item = proto_tree_add_none_format(tree, hc_fields[HC_FIELD_ACROSS], tvb, 0, 0, "%s", summary);

    hc_item_generated(&at, item);
    at.tree = proto_item_add_subtree(item, hc_ett_across);
    hc_add_number(&at, HC_FIELD_ACROSS_CONVERSION, conversion);
    hc_add_frame(&at, HC_FIELD_ACROSS_FRONT, pair->front.request_frame);
    add_attempts(&at, pair);
    hc_add_text(&at, HC_FIELD_ACROSS_SUMMARY, summary);
    return item;
}

static void add_fronts(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    struct hc_anchor at = {.tree = tree, .tvb = tvb, .frame = pinfo->num, .scope = pinfo->pool};

    for (unsigned i = 0; i < events->front_count; i++)
        hc_add_frame(&at, HC_FIELD_ACROSS_FRONT, events->fronts[i].front_frame);
}

void hc_across_add(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    for (unsigned i = 0; i < events->pair_count; i++) {
        const struct hc_pair *pair = events->pairs[i];
        enum hc_conversion conversion = hc_convert(pair);
        proto_item *item = tree ? add_item(pair, conversion, tvb, pinfo, tree) : NULL;

        if (hc_conversion_rows[conversion].filter)
            expert_add_info_format(pinfo, item, hc_across_expert(conversion), "%s",
                                   hc_across_finding(pinfo->pool, pair, conversion));
    }
    if (tree)
        add_fronts(events, tvb, pinfo, tree);
}

void hc_across_note(const struct hc_events *events, packet_info *pinfo) {
    for (unsigned i = 0; i < events->pair_count; i++) {
        enum hc_conversion conversion = hc_convert(events->pairs[i]);

        if (hc_conversion_rows[conversion].filter)
            expert_add_info(pinfo, NULL, hc_across_expert(conversion));
    }
}

const char *hc_across_info(wmem_allocator_t *scope, const struct hc_events *events, bool *warns) {
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
    *warns = gravest && hc_conversion_rows[found].severity == HC_WARNING;
    return gravest ? hc_across_in_short(scope, gravest, found) : NULL;
}
