/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What requests ask for, kept once for all that ask for the same. */
#ifndef HTTPCODES_MEMORY_REQUESTS_H
#define HTTPCODES_MEMORY_REQUESTS_H

#include "event.h"

/* Once, when the plugin is registered. */
void hc_requests_register(void);

/* The request with this method, this path, or this authority, and for the rest as it was; NULL is a request
 * of which nothing was seen. The text is one that hc_strings_keep() gave, or NULL. Never NULL; lives in file
 * scope. */
const struct hc_request *hc_request_with_method(const struct hc_request *request, const char *method);
const struct hc_request *hc_request_with_path(const struct hc_request *request, const char *path);
const struct hc_request *hc_request_with_authority(const struct hc_request *request, const char *authority);

#endif
