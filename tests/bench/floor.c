/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The floor of the benchmark: a post-dissector that wants the fields that httpcodes wants, and does nothing
 * with them. What a run with it costs more than one without is the price of asking Wireshark for these
 * fields. */
#include "compat.h"

#include "collect/carriers.h"

WS_DLL_PUBLIC_DEF const char plugin_version[] = "0";
WS_DLL_PUBLIC_DEF const int plugin_want_major = HC_WANT_MAJOR;
WS_DLL_PUBLIC_DEF const int plugin_want_minor = HC_WANT_MINOR;
WS_DLL_PUBLIC void plugin_register(void);
#if HC_DESCRIBES_PLUGIN
WS_DLL_PUBLIC uint32_t plugin_describe(void);
#endif

static dissector_handle_t handle;

static int dissect(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data) {
    (void)pinfo;
    (void)tree;
    (void)data;
    return (int)tvb_captured_length(tvb);
}

static void register_protocol(void) {
    int protocol = proto_register_protocol("HTTP Codes Floor", "HTTP Codes Floor", "httpcodes_floor");

    handle = register_dissector("httpcodes_floor", dissect, protocol);
    register_postdissector(handle);
}

static void hand_off(void) {
    set_postdissector_wanted_hfids(handle, hc_carriers_resolve());
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
