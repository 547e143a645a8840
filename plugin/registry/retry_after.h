/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a Retry-After header says (RFC 9110, section 10.2.3). Plain C11. */
#ifndef HTTPCODES_REGISTRY_RETRY_AFTER_H
#define HTTPCODES_REGISTRY_RETRY_AFTER_H

enum hc_retry_after {
    HC_RETRY_AFTER_NOTHING = 0, /* neither: to be read as if the header were not there */
    HC_RETRY_AFTER_SECONDS,     /* a number of seconds */
    HC_RETRY_AFTER_DATE         /* a date, in one of HTTP's three formats (section 5.6.7) */
};

/* The text may be NULL, where there is no header. */
enum hc_retry_after hc_retry_after(const char *text);

#endif
