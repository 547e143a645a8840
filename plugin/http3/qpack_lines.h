/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of a field section by their bytes alone (RFC 9204, section 4.5), for where the dynamic table is
 * not known.
 */
#ifndef HTTPCODES_HTTP3_QPACK_LINES_H
#define HTTPCODES_HTTP3_QPACK_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How long the prefix of a section is, or the line that the bytes begin with; 0 where they are too few, or no
 * such thing. */
size_t hc_qpack_prefix_length(const uint8_t *bytes, size_t length);
/* is_dynamic: whether its name or all of it stands in the dynamic table. */
size_t hc_qpack_line_length(const uint8_t *bytes, size_t length, bool *is_dynamic);

#endif
