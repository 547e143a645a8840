/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether bytes are UTF-8 (RFC 3629, section 4). Plain C; knows nothing of Wireshark. */
#ifndef HTTPCODES_UTF8_H
#define HTTPCODES_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No bytes are UTF-8, and so is a NUL. Where the text is cut, its last character may lack its end. */
bool hc_is_utf8(const uint8_t *bytes, size_t size, bool is_cut);

#endif
