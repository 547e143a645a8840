/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ui/menu.h"

#include "compat.h"

#include <cfile.h>
#include <epan/epan_dissect.h>
#include <epan/plugin_if.h>
#include <epan/proto_data.h>

#include "event.h"
#include "judge/findings.h"

static int protocol;

/* "httpcodes.wrong_scope || ...": every finding that is a warning, once. */
static char *problems_filter(void) {
    GString *filter = g_string_new(NULL);

    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        const struct hc_finding_row *finding = &hc_finding_rows[i];

        if (finding->severity == HC_WARNING)
            g_string_append_printf(filter, "%s%s", filter->len > 0 ? " || " : "", finding->filter);
    }
    return g_string_free(filter, FALSE);
}

static void filter_problems(ext_menubar_gui_type gui, void *window, void *data) {
    char *filter = problems_filter();

    (void)gui, (void)window, (void)data;
    plugin_if_apply_filter(filter, true);
    g_free(filter);
}

static void filter_retry_safe(ext_menubar_gui_type gui, void *window, void *data) {
    (void)gui, (void)window, (void)data;
    plugin_if_apply_filter("httpcodes.retry_safe", true);
}

/* The first code of the packet that is selected; NULL without one. */
static void *selected_filter(capture_file *file, void *data) {
    const struct hc_events *events =
        file && file->edt ? p_get_proto_data(wmem_file_scope(), &file->edt->pi, protocol, 0) : NULL;

    (void)data;
    if (!events)
        return NULL;
    return g_strdup_printf("httpcodes.%s == %" PRIu64, hc_space(events->event[0].space)->filter,
                           events->event[0].value);
}

static void filter_selected(ext_menubar_gui_type gui, void *window, void *data) {
    char *filter = plugin_if_get_capture_file(selected_filter, NULL);

    (void)gui, (void)window, (void)data;
    if (filter)
        plugin_if_apply_filter(filter, true);
    g_free(filter);
}

static void add_registry_page(ext_menu_t *menu, const struct hc_space *space) {
    char *label = g_strdup_printf("Registry: %s", space->name);

    ext_menubar_add_website(menu, label, "Open the official list of these codes", space->registry_url);
    g_free(label);
}

void hc_menu_register(int proto) {
    ext_menu_t *menu = ext_menubar_register_menu(proto, "HTTP Codes", TRUE);

    protocol = proto;
    ext_menubar_set_parentmenu(menu, "Tools");
    ext_menubar_add_entry(menu, "Filter Problems", "Show the packets with a code that warns of something",
                          filter_problems, NULL);
    ext_menubar_add_entry(menu, "Filter What Is Safe to Retry",
                          "Show the packets with a promise that a request was not processed",
                          filter_retry_safe, NULL);
    ext_menubar_add_entry(menu, "Filter the Selected Packet's Code", "Show all packets with the same code",
                          filter_selected, NULL);
    ext_menubar_add_separator(menu);
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        add_registry_page(menu, hc_space((enum hc_space_id)id));
}
