/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "http3/qpack_lines.h"

/* The bits of a byte that a number begins in (RFC 7541, section 5.1), and those in front of them. */
struct bytes {
    const uint8_t *next;
    size_t left;
};

/* False where the bytes end before the number does, or it has more than 62 bits. */
static bool take_number(struct bytes *bytes, unsigned bits, uint64_t *value) {
    uint64_t mask = (UINT64_C(1) << bits) - 1;
    unsigned shift = 0;
    uint8_t byte;

    if (bytes->left == 0)
        return false;
    *value = *bytes->next++ & mask;
    bytes->left--;
    if (*value < mask)
        return true;
    do {
        if (bytes->left == 0 || shift > 55)
            return false;
        byte = *bytes->next++;
        bytes->left--;
        *value += (uint64_t)(byte & 0x7f) << shift;
        shift += 7;
    } while (byte & 0x80);
    return *value < UINT64_C(1) << 62;
}

/* A string: its length, and so many bytes, whether or not they are in Huffman's code. */
static bool take_string(struct bytes *bytes, unsigned bits) {
    uint64_t length;

    if (!take_number(bytes, bits, &length) || length > bytes->left)
        return false;
    bytes->next += length;
    bytes->left -= length;
    return true;
}

size_t hc_qpack_prefix_length(const uint8_t *bytes, size_t length) {
    struct bytes left = {bytes, length};
    uint64_t insert_count, base;

    if (!take_number(&left, 8, &insert_count) || !take_number(&left, 7, &base))
        return 0;
    return length - left.left;
}

/* What a line's first bits say (RFC 9204, sections 4.5.2 to 4.5.6), those with the most bits last. */
static const struct form {
    uint8_t mask, bits;
    uint8_t known_bits; /* where one of these is set it needs no dynamic table */
    uint8_t index_bits; /* 0 where it has no index */
    uint8_t name_bits;  /* of the length of a literal name; 0 where it has none */
    bool has_value;
} forms[] = {
    {0x80, 0x80, 0x40, 6, 0, false}, /* indexed */
    {0xc0, 0x40, 0x10, 4, 0, true},  /* literal with name reference */
    {0xe0, 0x20, 0xff, 0, 3, true},  /* literal with literal name */
    {0xf0, 0x10, 0x00, 4, 0, false}, /* indexed with post-base index */
    {0xf0, 0x00, 0x00, 3, 0, true},  /* literal with post-base name reference */
};

static const struct form *form_of(uint8_t first) {
    const struct form *form = forms;

    while ((first & form->mask) != form->bits)
        form++;
    return form;
}

size_t hc_qpack_line_length(const uint8_t *bytes, size_t length, bool *is_dynamic) {
    struct bytes left = {bytes, length};
    const struct form *form;
    uint64_t number;

    if (length == 0)
        return 0;
    form = form_of(bytes[0]);
    *is_dynamic = (bytes[0] & form->known_bits) == 0;
    if (form->index_bits && !take_number(&left, form->index_bits, &number))
        return 0;
    if (form->name_bits && !take_string(&left, form->name_bits))
        return 0;
    if (form->has_value && !take_string(&left, 7))
        return 0;
    return length - left.left;
}
