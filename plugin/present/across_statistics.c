/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/across_statistics.h"

#include "compat.h"

#include <epan/tap.h>
#include <epan/to_str.h>

#include "judge/conversion.h"

static int tap;

static const char servers_node[] = "Server addresses in front";

void hc_across_statistics_register(void) {
    tap = register_tap("httpcodes_across");
}

bool hc_across_statistics_are_wanted(void) {
    return have_tap_listener(tap);
}

void hc_across_statistics_tap(packet_info *pinfo, const struct hc_events *events) {
    for (unsigned i = 0; i < events->pair_count; i++)
        tap_queue_packet(tap, pinfo, events->pairs[i]);
}

/* Known where the front has the later end, as it nearly always does: this packet is then one of its
 * connection. */
static const char *front_server(packet_info *pinfo, const struct hc_leg *front) {
    if (front->end_frame != pinfo->num)
        return "unknown";
    return address_to_str(pinfo->pool, hc_leg_is_given_up(front) ? &pinfo->dst : &pinfo->src);
}

static int servers_root;

static void begin(stats_tree *tree) {
    servers_root = stats_tree_create_node(tree, servers_node, 0, STAT_DT_INT, TRUE);
}

static tap_packet_status count(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt, const void *data,
                               tap_flags_t flags) {
    const struct hc_pair *pair = data;
    int parent;

    (void)edt, (void)flags;
    tick_stat_node(tree, servers_node, 0, TRUE);
    parent = tick_stat_node(tree, front_server(pinfo, &pair->front), servers_root, TRUE);
    tick_stat_node(tree, hc_conversion_rows[hc_convert(pair)].name, parent, FALSE);
    return TAP_PACKET_REDRAW;
}

void hc_across_statistics_prepare(void) {
    stats_tree_register_plugin("httpcodes_across", "httpcodes_across",
                               "HTTP Codes" STATS_TREE_MENU_SEPARATOR "Across a Proxy", 0, count, begin,
                               NULL);
}
