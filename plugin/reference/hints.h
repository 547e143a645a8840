/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The hints of the mappings, which many codes share: tables show them in English and lead to a list at the
 * end that has the other languages. */
#ifndef HTTPCODES_REFERENCE_HINTS_H
#define HTTPCODES_REFERENCE_HINTS_H

#include "registry/mapping.h"

/* The number of a mapping's hint, counted from 1 in the order of the first call. */
size_t hc_hint_number(const struct hc_mapping *mapping);

/* Writes the list of all hints that were asked for. */
void hc_put_hints(void);

#endif
