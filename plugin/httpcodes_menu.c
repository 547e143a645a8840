/* SPDX-License-Identifier: GPL-2.0-or-later */
/* httpcodes_menu: the menu Tools > HTTP Codes for Wireshark 5.0 and later, where only a plugin of the GUI may
 * have one. Up to 4.6 the menu is a part of httpcodes. */
#define WS_BUILD_DLL /* this file has what the plugin exports */
#include "compat.h"

#include <uiqt_plugin.h>

#include "ui/menu.h"

WS_DLL_PUBLIC_DEF const char plugin_version[] = HTTPCODES_VERSION;
WS_DLL_PUBLIC_DEF const int plugin_want_major = HC_WANT_MAJOR;
WS_DLL_PUBLIC_DEF const int plugin_want_minor = HC_WANT_MINOR;

/* The GUI registers its plugins after those of dissectors. Without ours there is nothing to filter for. */
static void register_menu(void) {
    int protocol = proto_get_id_by_filter_name("httpcodes");

    if (protocol >= 0)
        hc_menu_register(protocol);
}

void plugin_register(void) {
    static const qtui_plugin plugin = {register_menu};

    uiqt_register_plugin(&plugin);
}

uint32_t plugin_describe(void) {
    return WS_PLUGIN_DESC_UI;
}
