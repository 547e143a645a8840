/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a redirect leads (RFC 9110, section 10.2.2; RFC 3986, section 5). */
#ifndef HTTPCODES_COLLECT_LOCATION_H
#define HTTPCODES_COLLECT_LOCATION_H

#include <epan/packet.h>

#include "event.h"

/* The request that follows such a Location, kept as memory/requests.h says: without a method, its authority
 * in lower case and without the port that the scheme has anyway. NULL where it goes by another scheme than
 * the one before, whose requests are elsewhere, or is in a form that is not read here: with "." or ".." among
 * its parts, or to a proxy. */
const struct hc_request *hc_location_target(wmem_allocator_t *scope, const char *location,
                                            const struct hc_request *from, bool is_secure);

/* The same form of a request, to compare it with. */
const struct hc_request *hc_location_of(wmem_allocator_t *scope, const struct hc_request *request,
                                        bool is_secure);

#endif
