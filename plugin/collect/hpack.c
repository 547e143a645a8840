/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/hpack.h"

/* Entries of the static table (RFC 7541, appendix A). */
enum { STATIC_ENTRIES = 61 };

struct bytes {
    const uint8_t *next, *end;
};

/* An integer with a prefix of so many bits (RFC 7541, section 5.1); false where it is cut off, or larger than
 * any that a block has room for. */
static bool read_integer(struct bytes *bytes, unsigned bits, uint64_t *value) {
    uint64_t most = (UINT64_C(1) << bits) - 1;

    if (bytes->next == bytes->end)
        return false;
    *value = *bytes->next++ & most;
    if (*value < most)
        return true;
    for (unsigned shift = 0; shift < 32 && bytes->next < bytes->end; shift += 7) {
        uint8_t byte = *bytes->next++;

        *value += (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return true;
    }
    return false;
}

/* A string literal (RFC 7541, section 5.2), in whichever code. */
static bool skip_string(struct bytes *bytes) {
    uint64_t length;

    if (!read_integer(bytes, 7, &length) || length > (uint64_t)(bytes->end - bytes->next))
        return false;
    bytes->next += length;
    return true;
}

static bool is_proven(const struct hc_compression *table, uint64_t entry) {
    return entry <= STATIC_ENTRIES || hc_compression_proves(table, entry - STATIC_ENTRIES - 1);
}

/* An entry under a name that is not known holds no more than what came before the hole. */
static void add_entry(struct hc_compression *table, bool proven) {
    if (table->has_hole)
        table->added = proven ? table->added + 1 : 0;
}

/* A field line whose first byte has so many bits of an entry; name and value follow where they are literals.
 */
static bool read_line(struct bytes *bytes, struct hc_compression *table, unsigned bits, bool is_literal,
                      bool *proven) {
    uint64_t entry;

    if (!read_integer(bytes, bits, &entry))
        return false;
    *proven = is_proven(table, entry);
    if (!is_literal)
        return true;
    return (entry > 0 || skip_string(bytes)) && skip_string(bytes);
}

static bool read_size_update(struct bytes *bytes, struct hc_compression *table) {
    uint64_t size;

    if (!read_integer(bytes, 5, &size))
        return false;
    if (size == 0)
        hc_compression_empty(table);
    return true;
}

/* One representation; *is_line where it is a line, and not a size update. */
static bool read_representation(struct bytes *bytes, struct hc_compression *table, bool *is_line,
                                bool *proven) {
    uint8_t first = *bytes->next;
    bool has_read;

    *is_line = (first & 0xe0) != 0x20;
    if (!*is_line)
        return read_size_update(bytes, table);
    if (first & 0x80)
        return read_line(bytes, table, 7, false, proven);
    if (!(first & 0x40))
        return read_line(bytes, table, 4, true, proven);
    has_read = read_line(bytes, table, 6, true, proven);
    if (has_read)
        add_entry(table, *proven);
    return has_read;
}

static struct bytes bytes_of(struct hc_span block) {
    const uint8_t *start = hc_span_bytes(block);

    return (struct bytes){start, start ? start + block.length : NULL};
}

wmem_array_t *hc_hpack_walk(struct hc_span block, struct hc_compression *table, wmem_allocator_t *scope) {
    wmem_array_t *lines = wmem_array_new(scope, sizeof(bool));
    struct bytes bytes = bytes_of(block);
    bool is_line, proven = false;

    while (bytes.next < bytes.end && read_representation(&bytes, table, &is_line, &proven)) {
        if (is_line)
            wmem_array_append_one(lines, proven);
    }
    return lines;
}

unsigned hc_hpack_count(struct hc_span block) {
    struct hc_compression whole = {0};
    struct bytes bytes = bytes_of(block);
    unsigned count = 0;
    bool is_line, proven;

    while (bytes.next < bytes.end && read_representation(&bytes, &whole, &is_line, &proven))
        count += is_line;
    return count;
}
