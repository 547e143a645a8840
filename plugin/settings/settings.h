/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The preferences. */
#ifndef HTTPCODES_SETTINGS_SETTINGS_H
#define HTTPCODES_SETTINGS_SETTINGS_H

#include "compat.h"
#include "registry/code.h"

/* Which events add to the Info column. */
enum hc_info_column { HC_INFO_NONE, HC_INFO_PROBLEMS, HC_INFO_FINDINGS, HC_INFO_ALL };

struct hc_settings {
    hc_bool across;  /* whether exchanges of both legs of a proxy are paired */
    int info_column; /* enum hc_info_column */
    int language;    /* enum hc_language, or HC_LANGUAGES for the system's */
    unsigned
        rapid_reset; /* cancelled streams per connection and second that count as an attack; 0: none do */
};

/* Current values; Wireshark writes them. */
extern struct hc_settings hc_settings;

/* The language to write in. */
enum hc_language hc_language(void);

/* Once, when the plugin is registered. */
void hc_settings_register(int proto);

#endif
