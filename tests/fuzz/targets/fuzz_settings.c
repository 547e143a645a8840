/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The preferences as tshark -o sets them, through Wireshark's own parsers: a line of text. */
#include <string.h>

#include <epan/epan.h>
#include <epan/prefs.h>
#include <epan/uat.h>

#include <epan/uat-int.h> /* wants the one above before it */

#include "a_wireshark.h"
#include "input.h"
#include "registry/lookup.h"
#include "settings/own_table.h"
#include "settings/settings.h"

static void start(void) {
    fuzz_start_wireshark();
    hc_settings_register(proto_register_protocol("HTTP Codes", "HTTP Codes", "httpcodes"));
}

static void set(const char *line) {
    char *copy = g_strdup(line);
    char *error = NULL;

    prefs_set_pref(copy, &error);
    g_free(error);
    g_free(copy);
}

/* Both forms of the line: it may hold a preference's name, or be a row of the table. */
static void set_as_line_and_as_row(const char *text) {
    char *as_row = g_strconcat("uat:httpcodes_codes:", text, NULL);

    if (g_str_has_prefix(text, "httpcodes."))
        set(text);
    else
        set(as_row);
    g_free(as_row);
}

static void require_values(void) {
    REQUIRE(hc_settings.info_column >= HC_INFO_NONE && hc_settings.info_column <= HC_INFO_ALL);
    REQUIRE(hc_settings.language >= HC_EN && hc_settings.language <= HC_LANGUAGES);
    REQUIRE(hc_language() < HC_LANGUAGES);
}

/* Whatever the row was, numbers are still explained. */
static void require_meanings(void) {
    static const uint64_t values[] = {0, 1, 7, 100, 404, 520, 999, 1000, 4000, UINT64_MAX};

    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
            struct hc_meaning meaning = hc_explain((enum hc_space_id)id, values[i], "Own/1.0");

            REQUIRE(meaning.row != NULL && fuzz_has_words(meaning.row->name));
            REQUIRE(fuzz_has_words(hc_text(meaning.row, hc_language())));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    static bool is_ready;

    if (!is_ready)
        start();
    is_ready = true;
    while (input.left > 0) {
        char *text = fuzz_text(&input);

        set_as_line_and_as_row(text);
        free(text);
    }
    require_values();
    require_meanings();
    uat_clear(uat_get_table_by_name("HTTP codes of your own"));
    REQUIRE(!hc_explain(HC_HTTP_STATUS, 520, NULL).is_own);
    return 0;
}
