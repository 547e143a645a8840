/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "settings.h"

#include "compat.h"

#include <epan/prefs.h>

struct hc_settings hc_settings = {.rapid_reset = 100};

void hc_settings_register(int proto) {
    module_t *module = prefs_register_protocol(proto, NULL);

    prefs_register_uint_preference(
        module, "rapid_reset", "Rapid reset from (streams per second)",
        "How many streams a client cancels on one connection within a second before "
        "it is reported as a rapid reset attack (CVE-2023-44487)",
        10, &hc_settings.rapid_reset);
}
