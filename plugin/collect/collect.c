/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/collect.h"

#include "collect/layers.h"
#include "collect/reading.h"
#include "compat.h"

void hc_collect_prepare(void) {
    hc_layers_prepare();
    hc_segments_prepare();
    hc_expectation_prepare();
}

bool hc_collect_is_worthwhile(const packet_info *pinfo) {
    unsigned kinds = hc_layers_of(pinfo);

    return (kinds & HC_LAYERS_THAT_TELL) && !(kinds & HC_LAYER_ICMP);
}

void hc_collect_pass_over(const packet_info *pinfo) {
    hc_across_note_datagram(pinfo);
}

static void walk(struct hc_reading *reading, const proto_node *node) {
    for (; node; node = node->next) {
        /* In a hidden tree Wireshark 4.6 keeps nodes without a field. */
        if (PNODE_FINFO(node))
            hc_reading_take(reading, PNODE_FINFO(node));
        walk(reading, node->first_child);
    }
}

static bool has_any(wmem_array_t *array) {
    return array && wmem_array_get_count(array) > 0;
}

static void keep_pairs(const struct hc_reading *reading, struct hc_events *kept) {
    if (has_any(reading->pairs)) {
        kept->pair_count = wmem_array_get_count(reading->pairs);
        kept->pairs = wmem_memdup(wmem_file_scope(), wmem_array_get_raw(reading->pairs),
                                  kept->pair_count * sizeof *kept->pairs);
    }
    if (has_any(reading->fronts)) {
        kept->front_count = wmem_array_get_count(reading->fronts);
        kept->fronts = wmem_memdup(wmem_file_scope(), wmem_array_get_raw(reading->fronts),
                                   kept->front_count * sizeof *kept->fronts);
    }
}

/* NULL where there is nothing to show. */
static const struct hc_events *keep(const struct hc_reading *reading) {
    unsigned count = reading->events ? wmem_array_get_count(reading->events) : 0;
    size_t size = count * sizeof(struct hc_event);
    struct hc_events *kept;

    unsigned implied = reading->implied ? wmem_array_get_count(reading->implied) : 0;

    if (count == 0 && reading->unreadable_statuses == 0 && implied == 0 && !has_any(reading->pairs) &&
        !has_any(reading->fronts))
        return NULL;
    kept = wmem_alloc(wmem_file_scope(), sizeof *kept + size);
    *kept = (struct hc_events){.count = count, .unreadable_statuses = reading->unreadable_statuses};
    if (implied > 0) {
        kept->implied_count = implied;
        kept->implied = wmem_memdup(wmem_file_scope(), wmem_array_get_raw(reading->implied),
                                    implied * sizeof(struct hc_implied));
    }
    keep_pairs(reading, kept);
    if (count > 0)
        memcpy(kept->event, wmem_array_get_raw(reading->events), size);
    return kept;
}

const struct hc_events *hc_collect(packet_info *pinfo, const proto_tree *tree) {
    struct hc_reading reading = {
        .pinfo = pinfo,
        .tree = tree,
        .ends = {&pinfo->src, &pinfo->dst, pinfo->srcport, pinfo->destport},
        .stream = HC_NO_STREAM,
        .only_request = HC_NO_STREAM,
        .unproven_end = HC_NO_STREAM,
    };

    if (tree)
        walk(&reading, tree->first_child);
    hc_reading_finish(&reading);
    return keep(&reading);
}
