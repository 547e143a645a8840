/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebTransport application errors inside HTTP/3 error codes. Source: draft-ietf-webtrans-http3, which maps an
 * application's 32-bit code onto a range of HTTP/3 codes and leaves out the numbers that RFC 9114,
 * section 8.1 reserves for greasing. */
#ifndef HTTPCODES_REGISTRY_WEBTRANSPORT_H
#define HTTPCODES_REGISTRY_WEBTRANSPORT_H

#include <stdbool.h>
#include <stdint.h>

/* The range, inclusive: the HTTP/3 codes of the application codes 0 and UINT32_MAX. */
#define HC_WEBTRANSPORT_FIRST UINT64_C(0x52e4a40fa8db)
#define HC_WEBTRANSPORT_LAST  UINT64_C(0x52e5ac983162)

/* Stores in `code` the application's code that an HTTP/3 error code carries. False, and `code` is left alone,
 * if the number is outside the range or one of the reserved numbers inside it. */
bool hc_webtransport_application_code(uint64_t http3_code, uint32_t *code);

#endif
