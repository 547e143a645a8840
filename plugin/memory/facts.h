/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What few codes have to tell, kept once for all that tell the same. */
#ifndef HTTPCODES_MEMORY_FACTS_H
#define HTTPCODES_MEMORY_FACTS_H

#include "event.h"

/* Once, when the plugin is registered. */
void hc_facts_register(void);

/* The same facts in file scope, at one address for all that are equal, but for those that name an earlier
 * request: no other code has the like. NULL where there are none. Its strings are kept as memory/strings.h
 * says. */
const struct hc_more *hc_facts_keep(const struct hc_more *more);

#endif
