/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ui/menu.h"

#include "compat.h"

#include <epan/epan_dissect.h>
#include <epan/expert.h>
#include <wsutil/report_message.h>

#include HC_CFILE_H
#include HC_PLUGIN_IF_H

#include "registry/lookup.h"

static void filter_problems(ext_menubar_gui_type gui, void *window, void *data) {
    (void)gui, (void)window, (void)data;
    plugin_if_apply_filter("httpcodes.problem", true);
}

static void filter_retry_safe(ext_menubar_gui_type gui, void *window, void *data) {
    (void)gui, (void)window, (void)data;
    plugin_if_apply_filter("httpcodes.retry_safe", true);
}

/* The fields of this name in the tree, in their order; NULL if there are none. */
static GPtrArray *fields_of(proto_tree *tree, const char *name) {
    return proto_find_finfo(tree, proto_registrar_get_id_byname(name));
}

static void free_fields(GPtrArray *fields) {
    if (fields)
        g_ptr_array_free(fields, TRUE);
}

static enum hc_space_id space_of(const field_info *field) {
    return (enum hc_space_id)fvalue_get_uinteger(HC_VALUE(field));
}

/* How bad the code is, by its findings; what only ends something says more than an answer. */
static unsigned badness(const field_info *event, const field_info *space) {
    return 2 * FI_GET_FLAG(event, PI_SEVERITY_MASK) + !hc_space(space_of(space))->is_outcome;
}

static unsigned worst_of(const GPtrArray *events, const GPtrArray *spaces) {
    unsigned worst = 0;

    for (unsigned i = 1; i < events->len; i++) {
        if (badness(events->pdata[i], spaces->pdata[i]) > badness(events->pdata[worst], spaces->pdata[worst]))
            worst = i;
    }
    return worst;
}

static char *filter_for(const field_info *space, const field_info *value) {
    return g_strdup_printf("httpcodes.%s == %" PRIu64, hc_space(space_of(space))->filter,
                           fvalue_get_uinteger64(HC_VALUE(value)));
}

/* The worst code of the packet that is selected; NULL without one. Read from the fields, which every version
 * of the plugin shows alike, and of which an event has one each: the menu may be a file of its own. */
static void *selected_filter(capture_file *file, void *data) {
    proto_tree *tree = file && file->edt ? file->edt->tree : NULL;
    GPtrArray *events = tree ? fields_of(tree, "httpcodes.event") : NULL;
    GPtrArray *spaces = tree ? fields_of(tree, "httpcodes.space") : NULL;
    GPtrArray *values = tree ? fields_of(tree, "httpcodes.value") : NULL;
    char *filter = NULL;

    (void)data;
    if (events && spaces && values && events->len > 0 && spaces->len == events->len &&
        values->len == events->len) {
        unsigned worst = worst_of(events, spaces);

        filter = filter_for(spaces->pdata[worst], values->pdata[worst]);
    }
    free_fields(events);
    free_fields(spaces);
    free_fields(values);
    return filter;
}

static void filter_selected(ext_menubar_gui_type gui, void *window, void *data) {
    char *filter = plugin_if_get_capture_file(selected_filter, NULL);

    (void)gui, (void)window, (void)data;
    if (filter)
        plugin_if_apply_filter(filter, true);
    else
        report_warning("The selected packet carries no code of the HTTP family.");
    g_free(filter);
}

/* Appends the numbers that all fields of this name in the tree hold: "8, 12". */
static void append_frames(GString *frames, proto_tree *tree, const char *name) {
    GPtrArray *found = fields_of(tree, name);

    for (unsigned i = 0; found && i < found->len; i++) {
        const field_info *field = found->pdata[i];

        g_string_append_printf(frames, "%s%u", frames->len > 0 ? ", " : "",
                               fvalue_get_uinteger(HC_VALUE(field)));
    }
    free_fields(found);
}

/* "frame.number in {8} || httpcodes.request in {8}": the frames, and what names them in such a field. */
static char *filter_of_frames(const char *frames, const char *const names[], unsigned count) {
    GString *filter = g_string_new(NULL);

    g_string_printf(filter, "frame.number in {%s}", frames);
    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(filter, " || %s in {%s}", names[i], frames);
    return g_string_free(filter, FALSE);
}

/* The requests that the packet that is selected names, with all that belongs to them on either side of a
 * proxy; NULL where it names none. */
static void *legs_filter(capture_file *file, void *data) {
    static const char *const names[] = {"httpcodes.across.front", "httpcodes.across.behind",
                                        "httpcodes.request", "httpcodes.implied.request"};
    proto_tree *tree = file && file->edt ? file->edt->tree : NULL;
    GString *frames = g_string_new("");
    char *filter;

    (void)data;
    for (unsigned i = 0; tree && i < G_N_ELEMENTS(names); i++)
        append_frames(frames, tree, names[i]);
    filter = frames->len == 0 ? NULL : filter_of_frames(frames->str, names, G_N_ELEMENTS(names));
    g_string_free(frames, TRUE);
    return filter;
}

static void filter_legs(ext_menubar_gui_type gui, void *window, void *data) {
    char *filter = plugin_if_get_capture_file(legs_filter, NULL);

    (void)gui, (void)window, (void)data;
    if (filter)
        plugin_if_apply_filter(filter, true);
    else
        report_warning("The selected packet names no request.");
    g_free(filter);
}

static void add_registry_page(ext_menu_t *menu, const struct hc_space *space) {
    char *label = g_strdup_printf("Registry: %s", space->name);

    ext_menubar_add_website(menu, label, "Open the official list of these codes", space->registry_url);
    g_free(label);
}

void hc_menu_register(int proto) {
    ext_menu_t *menu = ext_menubar_register_menu(proto, "HTTP Codes", TRUE);

    ext_menubar_set_parentmenu(menu, "Tools");
    ext_menubar_add_entry(menu, "Filter Problems", "Show the packets with a finding that warns",
                          filter_problems, NULL);
    ext_menubar_add_entry(menu, "Filter What Is Safe to Retry",
                          "Show the packets with a promise that a request was not processed",
                          filter_retry_safe, NULL);
    ext_menubar_add_entry(menu, "Filter the Selected Packet's Worst Code",
                          "Show all packets with the same code; where there are several, the worst",
                          filter_selected, NULL);
    ext_menubar_add_entry(menu, "Filter Both Legs of the Selected Exchange",
                          "Show the selected packet's requests on either side of a proxy, and how they ended",
                          filter_legs, NULL);
    ext_menubar_add_separator(menu);
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        add_registry_page(menu, hc_space((enum hc_space_id)id));
}
