/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What carriers are called: httpcodes.carrier. */
#ifndef HTTPCODES_PRESENT_CARRIER_NAMES_H
#define HTTPCODES_PRESENT_CARRIER_NAMES_H

#include "event.h"

/* "RST_STREAM". Never NULL. */
const char *hc_carrier_name(enum hc_carrier carrier);

#endif
