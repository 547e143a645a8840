/* SPDX-License-Identifier: GPL-2.0-or-later */
/* QPACK (RFC 9204) of one direction of a connection: what one side's encoder says, read as the other side's
 * decoder reads it, with nghttp3. Begins with the connection, and lives in the scope that it is made in.
 *
 * The capture may lack some of the encoder's instructions. From there on nobody knows what a line stands for
 * that refers to the dynamic table; lines of the static table and literals stay good (RFC 9204, sections 3.1
 * and 4.5). */
#ifndef HTTPCODES_HTTP3_QPACK_H
#define HTTPCODES_HTTP3_QPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <wireshark.h>

#include <wsutil/wmem/wmem.h>

/* Where a decoder allows a larger dynamic table, the table is not read: a peer fills it with a byte an entry.
 * The browsers allow 65,536. */
enum { HC_LARGEST_QPACK_TABLE = 1 << 18 };

struct hc_qpack;

/* A line of a field section: name and value, which are not terminated, and end with the call. */
struct hc_qpack_line {
    const char *name, *value;
    size_t name_length, value_length;
    const uint8_t *bytes; /* that it is encoded in, of the section that was given */
    size_t length;
};
typedef void hc_qpack_taker(void *user, const struct hc_qpack_line *line);

enum hc_qpack_result {
    HC_QPACK_WHOLE,
    HC_QPACK_PARTLY,  /* without the lines that nobody knows */
    HC_QPACK_BLOCKED, /* it refers to instructions that did not come yet; no line was taken */
    HC_QPACK_MALFORMED
};

/* Lives in the scope. */
struct hc_qpack *hc_qpack_new(wmem_allocator_t *scope);

/* The SETTINGS of the decoder's side. Until they are known no instruction can be read. The first ones count.
 */
void hc_qpack_allow(struct hc_qpack *qpack, uint64_t capacity);
bool hc_qpack_is_allowed(const struct hc_qpack *qpack);

/* The next bytes of the encoder's stream. */
void hc_qpack_instruct(struct hc_qpack *qpack, const uint8_t *bytes, size_t length);
/* The capture lacks some of them. */
void hc_qpack_give_up(struct hc_qpack *qpack);

/* Reads a field section; its lines go to the taker, in their order. */
enum hc_qpack_result hc_qpack_read(struct hc_qpack *qpack, const uint8_t *section, size_t length,
                                   hc_qpack_taker *take, void *user);

/* The same without the dynamic table: never blocked, and seldom whole. */
enum hc_qpack_result hc_qpack_read_known(struct hc_qpack *qpack, const uint8_t *section, size_t length,
                                         hc_qpack_taker *take, void *user);

/* Whether the section refers to the dynamic table, so that its decoder acknowledges it (RFC 9204,
 * section 4.4.1). */
static inline bool hc_qpack_is_dynamic(const uint8_t *section, size_t length) {
    return length > 0 && section[0] != 0;
}

/* What a decoder says (RFC 9204, section 4.4), a byte after the other. Begins as all zero. */
struct hc_qpack_decoder_stream {
    uint64_t number;   /* of the instruction, as far as it came */
    unsigned shift;    /* of the number's next bits */
    bool is_within;    /* an instruction has begun */
    bool acknowledges; /* it is a section's acknowledgement */
};
/* Whether the byte ends the acknowledgement of a field section, and on which stream. */
bool hc_qpack_acknowledges(struct hc_qpack_decoder_stream *stream, uint8_t byte, int64_t *acknowledged);

#endif
