/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/bytes.h"

#include "compat.h"
#include "memory/strings.h"

/* The longest number that is read as a status; enough to show what is wrong with it. */
enum { MOST_DIGITS = 9 };

/* Of a value no more is kept than that. */
enum { MOST_OF_USE = 4 * HC_LONGEST_KEPT };

/* Up to the next white space. */
static unsigned length_of_token(const char *bytes, unsigned length) {
    unsigned end = 0;

    while (end < length && !memchr(" \t\r\n", bytes[end], 4))
        end++;
    return end;
}

/* Copies the token that begins at the span, up to the next white space: dissectors mark three bytes whatever
 * stands there. Returns how long it is; a longer one than there is room for is cut. */
static unsigned copy_token(struct hc_span span, char token[MOST_DIGITS + 2]) {
    unsigned length;

    if (span.length > 0)
        span = hc_span_to_end(span);
    length = length_of_token(token, hc_span_copy(span, token, MOST_DIGITS + 1));
    token[length] = '\0';
    return length;
}

bool hc_bytes_status(struct hc_span span, uint64_t *value) {
    char token[MOST_DIGITS + 2];

    return hc_digits_status(token, copy_token(span, token), value);
}

/* A NUL would end the text before its end. */
bool hc_digits_status(const char *text, size_t length, uint64_t *value) {
    if (length > MOST_DIGITS || (length > 3 && text[0] == '0') || strlen(text) != length)
        return false;
    return hc_digits_number(text, value);
}

bool hc_digits_number(const char *text, uint64_t *value) {
    uint64_t number = 0;

    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        if (!g_ascii_isdigit(*text))
            return false;
        number = number * 10 + (uint64_t)(*text - '0');
        if (number > UINT32_MAX)
            return false;
    }
    *value = number;
    return true;
}

bool hc_bytes_varint(struct hc_span span, uint64_t *value) {
    uint8_t bytes[8];
    unsigned available = hc_span_copy(span, bytes, sizeof bytes);
    unsigned length = available > 0 ? 1U << (bytes[0] >> 6) : 1;

    if (length > available)
        return false;
    *value = bytes[0] & 0x3f;
    for (unsigned i = 1; i < length; i++)
        *value = *value << 8 | bytes[i];
    return true;
}

struct hc_header_lines hc_bytes_header_lines(struct hc_span span, wmem_allocator_t *scope) {
    uint8_t *copy = wmem_alloc(scope, span.length);

    hc_span_copy(span, copy, span.length);
    return (struct hc_header_lines){span, copy};
}

/* Some bytes with their length in front of them. */
static bool next_string(struct hc_header_lines *lines, const char **string, unsigned *length) {
    enum { LENGTH = 4 };

    if (lines->left.length < LENGTH)
        return false;
    *length = pntoh32(lines->bytes);
    *string = (const char *)lines->bytes + LENGTH;
    if (*length > lines->left.length - LENGTH)
        return false;
    lines->bytes += LENGTH + *length;
    lines->left = hc_span_behind(lines->left, LENGTH + *length);
    return true;
}

bool hc_bytes_next_header(struct hc_header_lines *lines, struct hc_header *header) {
    if (!next_string(lines, &header->name, &header->name_length) ||
        !next_string(lines, &header->value, &header->value_length))
        return false;
    header->span =
        (struct hc_span){lines->left.tvb, lines->left.start - header->value_length, header->value_length};
    return true;
}

char *hc_bytes_text(const struct hc_header *header, wmem_allocator_t *scope) {
    return hc_ascii(scope, header->value, MIN(header->value_length, MOST_OF_USE));
}

bool hc_bytes_line(const struct hc_header *header, wmem_allocator_t *scope, struct hc_line *line) {
    line->row = hc_carrier_of_header(header->name, header->name_length);
    if (!line->row)
        return false;
    line->span = header->span;
    line->text = hc_bytes_text(header, scope);
    line->length = header->value_length;
    return true;
}

bool hc_bytes_decoded_header(const char *name, size_t name_length, const char *value, size_t value_length,
                             wmem_allocator_t *scope, struct hc_line *line) {
    *line = (struct hc_line){.row = hc_carrier_of_header(name, name_length), .length = value_length};
    if (line->row)
        line->text = hc_ascii(scope, value, (unsigned)MIN(value_length, MOST_OF_USE));
    return line->row != NULL;
}

const char *hc_bytes_keep(struct hc_span span) {
    char bytes[HC_LONGEST_KEPT + 1];

    return hc_keep_words(bytes, hc_span_copy(span, bytes, sizeof bytes));
}

const char *hc_keep_words(const char *bytes, size_t length) {
    /* curl sends the NUL that ends its string, too. */
    while (length > 0 && bytes[length - 1] == '\0')
        length--;
    return length > 0 ? hc_strings_keep_words(bytes, length) : NULL;
}

static bool is_percent_encoded(const char *text) {
    return text[0] == '%' && g_ascii_isxdigit(text[1]) && g_ascii_isxdigit(text[2]);
}

/* What is not a valid escape stays as it is (gRPC, PROTOCOL-HTTP2.md, "Responses"). */
const char *hc_keep_percent_decoded(const char *text) {
    char decoded[HC_LONGEST_KEPT + 1];
    size_t length = 0;

    while (*text != '\0' && length < sizeof decoded) {
        if (is_percent_encoded(text)) {
            decoded[length++] = (char)(g_ascii_xdigit_value(text[1]) * 16 + g_ascii_xdigit_value(text[2]));
            text += 3;
        } else {
            decoded[length++] = *text++;
        }
    }
    return hc_strings_keep_words(decoded, length);
}
