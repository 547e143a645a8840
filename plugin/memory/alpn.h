/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The application protocol of a QUIC connection (ALPN, RFC 7301), as far as the capture shows it. */
#ifndef HTTPCODES_MEMORY_ALPN_H
#define HTTPCODES_MEMORY_ALPN_H

#include <stdbool.h>

enum hc_alpn {
    HC_ALPN_UNKNOWN,
    HC_ALPN_OFFERED_HTTP3, /* the client offered HTTP/3 and nothing else: what it gets can only be that */
    HC_ALPN_OFFERED_OTHERS,
    HC_ALPN_HTTP3, /* chosen by the server */
    HC_ALPN_OTHER
};

/* What is known after an identifier in the client's offer (ClientHello), or the server's choice
 * (EncryptedExtensions). */
enum hc_alpn hc_alpn_offered(enum hc_alpn known, const char *protocol);
enum hc_alpn hc_alpn_chosen(const char *protocol);

/* Whether application error codes of the connection are HTTP/3's. */
bool hc_alpn_is_http3(enum hc_alpn known);

#endif
