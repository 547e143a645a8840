/* SPDX-License-Identifier: GPL-2.0-or-later */
/* httpcodes: explains every status and error code of the HTTP family on the wire.
 *
 * A post-dissector in two phases. On the first pass over a frame, and only then, the fields of other
 * dissectors are sure to be in the tree: what they tell is collected into events that are kept
 * (memory/store.h). Every pass shows the kept events, so that one pass, two passes and the GUI show the same.
 *
 * Where no HTTP comes no tree is asked for (collect/attention.h). */
#define WS_BUILD_DLL /* this file has what the plugin exports */
#include "compat.h"

#include "collect/attention.h"
#include "collect/collect.h"
#include "memory/answers.h"
#include "memory/connection.h"
#include "memory/facts.h"
#include "memory/failures.h"
#include "memory/legs.h"
#include "memory/redirects.h"
#include "memory/requests.h"
#include "memory/store.h"
#include "memory/strings.h"
#include "memory/tcp_analysis.h"
#include "present/across_statistics.h"
#include "present/answered.h"
#include "present/demand.h"
#include "present/exchanges.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/statistics.h"
#include "present/tree.h"
#include "present/verdicts.h"
#include "settings/settings.h"
#include "ui/menu.h"

/* The plugin's only exported symbols. */
WS_DLL_PUBLIC_DEF const char plugin_version[] = HTTPCODES_VERSION;
WS_DLL_PUBLIC_DEF const int plugin_want_major = HC_WANT_MAJOR;
WS_DLL_PUBLIC_DEF const int plugin_want_minor = HC_WANT_MINOR;

static int protocol = -1;
static dissector_handle_t handle;

static void collect(tvbuff_t *tvb, packet_info *pinfo, const proto_tree *tree) {
    hc_store_begin(pinfo->num);
    hc_answers_begin(pinfo->num);
    hc_attention_collect(tvb, pinfo, tree);
}

/* On the first pass the answer is still to come. */
static void show_answers(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    uint32_t frame;

    if (!PINFO_FD_VISITED(pinfo) || !hc_answered_is_wanted(tree))
        return;
    for (unsigned i = 0; (frame = hc_answer_of(pinfo->num, i)) > 0; i++)
        hc_answered_add(frame, tvb, pinfo, tree);
}

static int dissect(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data) {
    const struct hc_events *events;

    (void)data;
    if (!PINFO_FD_VISITED(pinfo))
        collect(tvb, pinfo, tree);
    events = hc_store_find(pinfo->pool, pinfo->num);
    if (events)
        hc_present(events, tvb, pinfo, tree);
    show_answers(tvb, pinfo, tree);
    return (int)tvb_captured_length(tvb);
}

static void register_protocol(void) {
    protocol = proto_register_protocol("HTTP Codes", "HTTP Codes", "httpcodes");
    hc_fields_register(protocol);
    hc_present_register(protocol);
    hc_answered_register(protocol);
    hc_demand_register(protocol);
    hc_verdicts_register();
    hc_store_register();
    hc_strings_register();
    hc_requests_register();
    hc_facts_register();
    hc_exchange_register();
    hc_failures_register();
    hc_redirects_register();
    hc_connection_register(protocol);
    hc_attention_register();
    hc_trust_register();
    hc_legs_register();
    hc_settings_register(protocol);
    hc_experts_register(protocol);
    hc_statistics_register();
    hc_across_statistics_register();
    hc_exchanges_register();
#ifdef HC_HAS_MENU
    hc_menu_register(protocol);
#endif
    handle = register_dissector("httpcodes", dissect, protocol);
    register_postdissector(handle);
}

/* At handoff all other dissectors have registered their fields. */
static void hand_off(void) {
    hc_collect_prepare();
    hc_statistics_prepare();
    hc_across_statistics_prepare();
    hc_tcp_analysis_prepare();
    hc_attention_prepare(handle);
}

void plugin_register(void) {
    static proto_plugin plugin;

    plugin.register_protoinfo = register_protocol;
    plugin.register_handoff = hand_off;
    proto_register_plugin(&plugin);
}

#if HC_DESCRIBES_PLUGIN
uint32_t plugin_describe(void) {
    return WS_PLUGIN_DESC_DISSECTOR;
}
#endif
