/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/collect.h"

#include "collect/layers.h"
#include "collect/reading.h"
#include "compat.h"
#include "memory/connection.h"
#include "memory/store.h"

void hc_collect_prepare(void) {
    hc_layers_prepare();
    hc_segments_prepare();
    hc_expectation_prepare();
}

bool hc_collect_is_worthwhile(unsigned layers) {
    return (layers & HC_LAYERS_THAT_TELL) && !(layers & HC_LAYER_ICMP);
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

static unsigned count_of(wmem_array_t *array) {
    return array ? wmem_array_get_count(array) : 0;
}

static const void *items_of(wmem_array_t *array) {
    return array ? wmem_array_get_raw(array) : NULL;
}

static void keep(const struct hc_reading *reading) {
    const struct hc_events shown = {
        .count = count_of(reading->events),
        .event = items_of(reading->events),
        .unreadable_statuses = reading->unreadable_statuses,
        .implied_count = count_of(reading->implied),
        .implied = items_of(reading->implied),
        .pair_count = count_of(reading->pairs),
        .pairs = items_of(reading->pairs),
        .front_count = count_of(reading->fronts),
        .fronts = items_of(reading->fronts),
    };

    hc_store_keep(reading->pinfo->num, &shown);
}

static struct hc_reading begin(packet_info *pinfo, const proto_tree *tree) {
    return (struct hc_reading){
        .pinfo = pinfo,
        .tree = tree,
        .ends = {&pinfo->src, &pinfo->dst, pinfo->srcport, pinfo->destport},
        .stream = HC_NO_STREAM,
        .only_request = HC_NO_STREAM,
        .unproven_end = HC_NO_STREAM,
    };
}

void hc_collect(packet_info *pinfo, const proto_tree *tree) {
    struct hc_reading reading = begin(pinfo, tree);

    if (tree)
        walk(&reading, tree->first_child);
    hc_reading_finish(&reading);
    keep(&reading);
}

void hc_collect_segment(packet_info *pinfo, struct hc_span segment, const struct hc_line *message) {
    struct hc_reading reading = begin(pinfo, NULL);

    hc_reading_take_segment(&reading, segment);
    if (hc_connection_shows_gap(pinfo))
        hc_take_gap(&reading, NULL);
    if (message)
        hc_reading_take_line(&reading, message);
    hc_reading_finish(&reading);
    keep(&reading);
}
