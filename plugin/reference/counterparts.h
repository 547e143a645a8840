/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a number corresponds to in the other code spaces, as Markdown on standard output. */
#ifndef HTTPCODES_REFERENCE_COUNTERPARTS_H
#define HTTPCODES_REFERENCE_COUNTERPARTS_H

#include "registry/mapping.h"
#include "registry/spaces.h"

/* A table; nothing where the number corresponds to nothing. */
void hc_put_counterparts(const struct hc_space *space, uint64_t value);

#endif
