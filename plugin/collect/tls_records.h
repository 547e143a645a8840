/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What bytes of TLS may hold, read without a tree. */
#ifndef HTTPCODES_COLLECT_TLS_RECORDS_H
#define HTTPCODES_COLLECT_TLS_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether a record of the handshake, or an alert, may begin among the bytes, wherever they begin themselves
 * (RFC 8446, section 5.1). Never false where one does. */
bool hc_tls_may_have_handshake(const uint8_t *bytes, size_t length);

/* Whether they begin with a record of data: what was put together from segments does, if it is no handshake;
 * what was decrypted hardly does. */
bool hc_tls_begins_with_data(const uint8_t *bytes, size_t length);

/* Whether they may begin with a message of SSL 2 (RFC 6101, appendix E), in which old clients say hello.
 * Never false where they do. */
bool hc_tls_may_be_ssl2(const uint8_t *bytes, size_t length);

#endif
