/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The chunks of an HTTP/1 message (RFC 9112, section 7.1) in bytes that are all there. Plain C. */
#ifndef HTTPCODES_COLLECT_CHUNKS_H
#define HTTPCODES_COLLECT_CHUNKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is left to be read. */
struct hc_chunks {
    const uint8_t *bytes;
    size_t size;
    bool has_ended; /* the last chunk was read, which is empty */
};

/* The data of the next chunk, or the part of it that is there. False where there is none: at the end, or
 * where the bytes are no chunk. */
bool hc_chunks_next(struct hc_chunks *chunks, const uint8_t **data, size_t *length);

#endif
