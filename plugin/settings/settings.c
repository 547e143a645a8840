/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "settings/settings.h"

#include "compat.h"

#include <epan/prefs.h>

#include "settings/own_table.h"

struct hc_settings hc_settings = {
    .across = TRUE,
    .info_column = HC_INFO_FINDINGS,
    .language = HC_EN,
    .rapid_reset = 100,
};

enum { SYSTEM_LANGUAGE = HC_LANGUAGES };

/* Wireshark 4.0 and 4.4 write the descriptions into preference files: they must stay as they are. */
static const enum_val_t info_columns[] = {
    {"none", "none", HC_INFO_NONE},
    {"problems", "problems", HC_INFO_PROBLEMS},
    {"findings", "findings", HC_INFO_FINDINGS},
    {"all", "all", HC_INFO_ALL},
    {NULL, NULL, 0},
};

static const enum_val_t languages[] = {
    {"en", "en", HC_EN}, {"zh_CN", "zh_CN", HC_ZH_CN},
    {"de", "de", HC_DE}, {"system", "system", SYSTEM_LANGUAGE},
    {NULL, NULL, 0},
};

/* GLib lists the user's languages by preference, each in its variants. */
static enum hc_language system_language(void) {
    for (const char *const *name = g_get_language_names(); *name; name++) {
        if (g_str_has_prefix(*name, "de"))
            return HC_DE;
        if (g_str_has_prefix(*name, "zh_CN") || g_str_has_prefix(*name, "zh_SG") || strcmp(*name, "zh") == 0)
            return HC_ZH_CN;
        if (g_str_has_prefix(*name, "en"))
            return HC_EN;
    }
    return HC_EN;
}

enum hc_language hc_language(void) {
    return hc_settings.language == SYSTEM_LANGUAGE ? system_language()
                                                   : (enum hc_language)hc_settings.language;
}

void hc_settings_register(int proto) {
    module_t *module = prefs_register_protocol(proto, NULL);

    prefs_register_enum_preference(
        module, "info_column", "Add to the Info column",
        "Which codes the Info column of the packet list explains: none, problems (with a warning), "
        "findings (with a warning or a note), or all",
        &hc_settings.info_column, info_columns, FALSE);
    prefs_register_enum_preference(
        module, "language", "Language",
        "The language of descriptions, hints and verdicts; names stay as registered", &hc_settings.language,
        languages, FALSE);
    prefs_register_uint_preference(
        module, "rapid_reset", "Rapid reset from (streams per second)",
        "How many streams a client cancels on one connection within a second before "
        "it is reported as a rapid reset attack (CVE-2023-44487); 0 reports none",
        10, &hc_settings.rapid_reset);
    prefs_register_bool_preference(
        module, "across", "Look across proxies",
        "Whether exchanges in front of a proxy are compared with those behind it, where the capture holds both "
        "connections",
        &hc_settings.across);
    hc_own_table_register(module);
}
