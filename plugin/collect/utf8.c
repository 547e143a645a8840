/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/utf8.h"

/* A row of the syntax: which first bytes, which second bytes after them, and how many bytes in all. */
struct form {
    uint8_t first_from, first_to;
    uint8_t second_from, second_to;
    uint8_t length;
};

/* What is missing here is what RFC 3629 forbids: overlong forms, surrogates, and all above U+10FFFF. */
static const struct form forms[] = {
    {0x00, 0x7f, 0x00, 0x00, 1}, {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
    {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
    {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
};

static const struct form *form_of(uint8_t first) {
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        if (first >= forms[i].first_from && first <= forms[i].first_to)
            return &forms[i];
    }
    return NULL;
}

static bool is_between(uint8_t byte, uint8_t from, uint8_t to) {
    return byte >= from && byte <= to;
}

/* Of a character of this form so many bytes are there. */
static bool follows(const struct form *form, const uint8_t *bytes, size_t size) {
    if (size > 1 && !is_between(bytes[1], form->second_from, form->second_to))
        return false;
    for (size_t i = 2; i < size; i++) {
        if (!is_between(bytes[i], 0x80, 0xbf))
            return false;
    }
    return true;
}

bool hc_is_utf8(const uint8_t *bytes, size_t size, bool is_cut) {
    for (size_t at = 0, length; at < size; at += length) {
        const struct form *form = form_of(bytes[at]);

        if (!form)
            return false;
        length = form->length;
        if (length > size - at) {
            if (!is_cut)
                return false;
            length = size - at;
        }
        if (!follows(form, bytes + at, length))
            return false;
    }
    return true;
}
