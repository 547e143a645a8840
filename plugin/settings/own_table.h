/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of the user's own codes in the preferences: one per profile, in the file httpcodes_codes; on the
 * command line -o 'uat:httpcodes_codes:"HTTP status","520","","Us","Out of Coffee","...","","no","server"'.
 * Tables from before retry and fault lack these two columns. */
#ifndef HTTPCODES_SETTINGS_OWN_TABLE_H
#define HTTPCODES_SETTINGS_OWN_TABLE_H

#include "compat.h"

#include <epan/prefs.h>

/* Adds the table to the preferences. Once, when the plugin is registered. */
void hc_own_table_register(module_t *preferences);

#endif
