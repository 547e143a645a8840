/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a request's method tells of sending it twice (RFC 9110, section 9.2.2). For judge/ only. */
#ifndef HTTPCODES_JUDGE_METHODS_H
#define HTTPCODES_JUDGE_METHODS_H

#include "event.h"
#include "registry/code.h"

enum hc_repeatable { HC_REPEATABLE_UNKNOWN = 0, HC_REPEATABLE, HC_NOT_REPEATABLE };

/* Whether sending the request a second time does no more than sending it once. The request may be NULL. */
enum hc_repeatable hc_is_repeatable(const struct hc_request *request);

/* The verdict on a request that may have been processed: allowed, no, or idempotent methods only. */
enum hc_retry hc_retry_by_method(enum hc_repeatable repeatable);

/* CONNECT, extended or not (RFC 9110, section 9.3.6; RFC 8441; RFC 9220). The request may be NULL. */
bool hc_is_connect(const struct hc_request *request);

#endif
