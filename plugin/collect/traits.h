/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the header section of a request tells of proxies: ids that they pass on, what they add, and the fields
 * that they leave as they are. A name that counts is a row. */
#ifndef HTTPCODES_COLLECT_TRAITS_H
#define HTTPCODES_COLLECT_TRAITS_H

#include <epan/packet.h>

#include "memory/traits.h"

/* A header line, with its name in any case. */
void hc_traits_add_line(struct hc_traits *traits, const char *name, size_t name_length, const char *value,
                        size_t value_length);

#endif
