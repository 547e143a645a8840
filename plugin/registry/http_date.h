/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates of HTTP, in the one format that senders must write (RFC 9110, section 5.6.7). Plain C11. */
#ifndef HTTPCODES_REGISTRY_HTTP_DATE_H
#define HTTPCODES_REGISTRY_HTTP_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "Sun, 06 Nov 1994 08:49:37 GMT" in seconds since the beginning of 1970; false where the text, which needs
 * no end, is no such date. */
bool hc_http_date(const char *text, size_t length, int64_t *seconds);

#endif
