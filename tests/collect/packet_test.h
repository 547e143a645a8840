/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of captured bytes have in common: a packet, and fields that mark its bytes, as dissectors
 * leave them in a tree. */
#ifndef HTTPCODES_TESTS_PACKET_TEST_H
#define HTTPCODES_TESTS_PACKET_TEST_H

#include "memory/memory_test.h"

#include "collect/span.h"

static tvbuff_t *packet;

/* The one before is gone. `lost` bytes more were on the wire. */
static inline void open_packet(const void *bytes, size_t captured, size_t lost) {
    uint8_t *copy = wmem_memdup(wmem_file_scope(), bytes, captured);

    if (packet)
        tvb_free(packet);
    packet = tvb_new_real_data(copy, (unsigned)captured, (int)(captured + lost));
}

static inline field_info field_at(int start, int length) {
    return (field_info){.ds_tvb = packet, .start = start, .length = length};
}

/* A packet of this literal, which may hold NULs, and all of it as a field or as a span. */
#define FIELD_OF(literal)                                                                                    \
    (open_packet((literal), sizeof(literal) - 1, 0), field_at(0, (int)sizeof(literal) - 1))

static inline struct hc_span span_of(field_info field) {
    return hc_span_of(&field);
}
#define SPAN_OF(literal) span_of(FIELD_OF(literal))

static inline int end_packets(int failed) {
    if (packet)
        tvb_free(packet);
    return end_program(failed);
}

#endif
