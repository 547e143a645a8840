/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The preferences. */
#ifndef HTTPCODES_SETTINGS_H
#define HTTPCODES_SETTINGS_H

struct hc_settings {
    unsigned rapid_reset; /* cancelled streams per connection and second that count as an attack */
};

/* Current values; Wireshark writes them. */
extern struct hc_settings hc_settings;

/* Once, when the plugin is registered. */
void hc_settings_register(int proto);

#endif
