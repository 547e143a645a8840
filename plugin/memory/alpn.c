/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/alpn.h"

#include <glib.h>
#include <string.h>

/* "h3", or "h3-" and the number of a draft. */
static bool names_http3(const char *protocol) {
    if (!g_str_has_prefix(protocol, "h3"))
        return false;
    if (protocol[2] == '\0')
        return true;
    return protocol[2] == '-' && protocol[3] != '\0' &&
           strspn(protocol + 3, "0123456789") == strlen(protocol + 3);
}

enum hc_alpn hc_alpn_offered(enum hc_alpn known, const char *protocol) {
    if (known >= HC_ALPN_HTTP3)
        return known;
    if (!names_http3(protocol))
        return HC_ALPN_OFFERED_OTHERS;
    return known == HC_ALPN_UNKNOWN ? HC_ALPN_OFFERED_HTTP3 : known;
}

enum hc_alpn hc_alpn_chosen(const char *protocol) {
    return names_http3(protocol) ? HC_ALPN_HTTP3 : HC_ALPN_OTHER;
}

bool hc_alpn_is_http3(enum hc_alpn known) {
    return known == HC_ALPN_HTTP3 || known == HC_ALPN_OFFERED_HTTP3;
}
