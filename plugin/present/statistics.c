/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/statistics.h"

#include "compat.h"

#include <epan/tap.h>
#include <epan/to_str.h>

#include "judge/findings.h"
#include "present/carrier_names.h"
#include "present/sentences.h"

/* One code, as the listeners get it. */
struct tapped {
    const struct hc_event *event;
    const struct hc_verdict *verdict;
};

static int tap;

/* A frame that QUIC sends again is one code, not two. */
static const char codes_node[] = "Codes (QUIC retransmissions counted once)";
/* Whoever answers with the peer's code says nothing of its own. */
static const char echoes_node[] = "Echoes of the peer's code";
static const char servers_node[] = "Server addresses";
static const char findings_node[] = "Findings (QUIC retransmissions counted once)";

void hc_statistics_register(void) {
    tap = register_tap("httpcodes");
}

bool hc_statistics_are_wanted(void) {
    return have_tap_listener(tap);
}

void hc_statistics_tap(packet_info *pinfo, const struct hc_events *events,
                       const struct hc_verdict *verdicts) {
    for (unsigned i = 0; i < events->count; i++) {
        struct tapped *tapped;

        if (events->event[i].circumstances & HC_SENT_AGAIN)
            continue;
        tapped = wmem_new(pinfo->pool, struct tapped);
        *tapped = (struct tapped){&events->event[i], &verdicts[i]};
        tap_queue_packet(tap, pinfo, tapped);
    }
}

/* Unknown numbers share a node: a sender could make up any number of them, and Wireshark looks through all
 * nodes. */
static const char *node_name(wmem_allocator_t *scope, const struct tapped *tapped) {
    const struct hc_verdict *verdict = tapped->verdict;
    bool is_unknown = hc_is_range(&verdict->meaning) && !verdict->sibling && !verdict->ambiguous;

    return is_unknown ? hc_sentence_name(scope, verdict) : hc_sentence_code(scope, tapped->event, verdict);
}

static const char *sender_name(enum hc_side sender) {
    static const char *const names[] = {
        [HC_SIDE_UNKNOWN] = "Sender unknown", [HC_CLIENT] = "From clients", [HC_SERVER] = "From servers"};

    return names[sender];
}

static int codes_root, senders_root, carriers_root, echoes_root;

static void begin_codes(stats_tree *tree) {
    codes_root = stats_tree_create_node(tree, codes_node, 0, STAT_DT_INT, TRUE);
    senders_root = stats_tree_create_pivot(tree, "Senders", 0);
    carriers_root = stats_tree_create_pivot(tree, "Carriers", 0);
    echoes_root = stats_tree_create_node(tree, echoes_node, 0, STAT_DT_INT, TRUE);
}

static bool is_echo(const struct tapped *tapped) {
    return tapped->event->circumstances & HC_ECHOES;
}

static void count_echo(stats_tree *tree, packet_info *pinfo, const struct tapped *tapped) {
    tick_stat_node(tree, echoes_node, 0, TRUE);
    tick_stat_node(tree, node_name(pinfo->pool, tapped), echoes_root, FALSE);
}

static void count_own(stats_tree *tree, packet_info *pinfo, const struct tapped *tapped) {
    const char *space = hc_space(tapped->event->space)->name;
    int parent;

    tick_stat_node(tree, codes_node, 0, TRUE);
    parent = tick_stat_node(tree, space, codes_root, TRUE);
    tick_stat_node(tree, node_name(pinfo->pool, tapped), parent, FALSE);
    stats_tree_tick_pivot(tree, senders_root, sender_name(tapped->event->sender));
    stats_tree_tick_pivot(tree, carriers_root, hc_carrier_name(tapped->event->carrier));
}

static tap_packet_status count_code(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt,
                                    const void *data, tap_flags_t flags) {
    (void)edt, (void)flags;
    if (is_echo(data))
        count_echo(tree, pinfo, data);
    else
        count_own(tree, pinfo, data);
    return TAP_PACKET_REDRAW;
}

static int servers_root, findings_root;

static void begin_servers(stats_tree *tree) {
    servers_root = stats_tree_create_node(tree, servers_node, 0, STAT_DT_INT, TRUE);
    findings_root = stats_tree_create_node(tree, findings_node, 0, STAT_DT_INT, TRUE);
}

/* The server's end of the packet, where it is proven which one that is. */
static const char *server_address(packet_info *pinfo, enum hc_side sender) {
    switch (sender) {
    case HC_SERVER:
        return address_to_str(pinfo->pool, &pinfo->src);
    case HC_CLIENT:
        return address_to_str(pinfo->pool, &pinfo->dst);
    default:
        return "unknown";
    }
}

static void count_findings(stats_tree *tree, const struct hc_verdict *verdict) {
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_verdict_has(verdict, i)) {
            tick_stat_node(tree, findings_node, 0, TRUE);
            tick_stat_node(tree, hc_finding_title(i, HC_EN), findings_root, FALSE);
        }
    }
}

static tap_packet_status count_server(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt,
                                      const void *data, tap_flags_t flags) {
    const struct tapped *tapped = data;
    int parent;

    (void)edt, (void)flags;
    if (is_echo(tapped))
        return TAP_PACKET_DONT_REDRAW;
    tick_stat_node(tree, servers_node, 0, TRUE);
    parent = tick_stat_node(tree, server_address(pinfo, tapped->event->sender), servers_root, TRUE);
    tick_stat_node(tree, node_name(pinfo->pool, tapped), parent, FALSE);
    count_findings(tree, tapped->verdict);
    return TAP_PACKET_REDRAW;
}

void hc_statistics_prepare(void) {
    stats_tree_register_plugin("httpcodes", "httpcodes", "HTTP Codes" STATS_TREE_MENU_SEPARATOR "Codes", 0,
                               count_code, begin_codes, NULL);
    stats_tree_register_plugin("httpcodes", "httpcodes_servers",
                               "HTTP Codes" STATS_TREE_MENU_SEPARATOR "Servers and Findings", 0, count_server,
                               begin_servers, NULL);
}
