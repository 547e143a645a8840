/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/bytes.h"

#include "compat.h"
#include "memory/strings.h"

/* The longest number that is read as a status; enough to show what is wrong with it. */
enum { MOST_DIGITS = 9 };

/* Copies the token that begins at the field: all that it marks, or in a status line up to the next white
 * space, since dissectors mark three bytes whatever stands there. False where it is longer than the room for
 * it. */
static bool copy_token(const field_info *field, bool in_status_line, char token[MOST_DIGITS + 2]) {
    int available = tvb_captured_length_remaining(field->ds_tvb, field->start);
    int marked = in_status_line ? MOST_DIGITS + 1 : field->length;
    int length = MIN(MIN(available, marked), MOST_DIGITS + 1);

    if (length <= 0)
        return false;
    tvb_memcpy(field->ds_tvb, token, field->start, (size_t)length);
    token[length] = '\0';
    if (in_status_line)
        token[strcspn(token, " \t\r\n")] = '\0';
    return strlen(token) <= MOST_DIGITS;
}

bool hc_bytes_status(const field_info *field, bool in_status_line, uint64_t *value) {
    char token[MOST_DIGITS + 2];

    if (!field->ds_tvb || !copy_token(field, in_status_line, token))
        return false;
    if (strlen(token) > 3 && token[0] == '0')
        return false;
    return hc_digits_number(token, value);
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

bool hc_bytes_varint(const field_info *field, uint64_t *value) {
    int available = field->ds_tvb ? tvb_captured_length_remaining(field->ds_tvb, field->start) : 0;
    uint8_t bytes[8];
    int length;

    available = MIN(MIN(available, field->length), (int)sizeof bytes);
    if (available <= 0)
        return false;
    tvb_memcpy(field->ds_tvb, bytes, field->start, (size_t)available);
    length = 1 << (bytes[0] >> 6);
    if (length > available)
        return false;
    *value = bytes[0] & 0x3f;
    for (int i = 1; i < length; i++)
        *value = *value << 8 | bytes[i];
    return true;
}

/* The length in 4 bytes at the place, where there is as much behind it; else -1. */
static int length_at(const field_info *field, int place) {
    int available = tvb_captured_length_remaining(field->ds_tvb, place);
    uint32_t length = available < 4 ? UINT32_MAX : tvb_get_ntohl(field->ds_tvb, place);

    return length <= (uint32_t)MAX(available - 4, 0) ? (int)length : -1;
}

bool hc_bytes_header(const field_info *field, struct hc_header_place *place) {
    int name_length = field->ds_tvb ? length_at(field, field->start) : -1;

    if (name_length < 0 || name_length >= (int)sizeof place->name)
        return false;
    tvb_memcpy(field->ds_tvb, place->name, field->start + 4, (size_t)name_length);
    place->name[name_length] = '\0';
    place->length = length_at(field, field->start + 4 + name_length);
    place->value = field->start + 4 + name_length + 4;
    return place->length >= 0;
}

const char *hc_bytes_text(wmem_allocator_t *scope, const field_info *field) {
    enum { MOST_OF_USE = 4 * HC_LONGEST_KEPT };

    return (const char *)tvb_get_string_enc(scope, field->ds_tvb, field->start,
                                            MIN(field->length, MOST_OF_USE), ENC_ASCII);
}

const char *hc_bytes_keep(const field_info *field) {
    int available = field->ds_tvb ? tvb_captured_length_remaining(field->ds_tvb, field->start) : 0;
    int length = MIN(MIN(available, field->length), HC_LONGEST_KEPT + 1);
    char bytes[HC_LONGEST_KEPT + 1];

    if (length <= 0)
        return NULL;
    tvb_memcpy(field->ds_tvb, bytes, field->start, (size_t)length);
    /* curl sends the NUL that ends its string, too. */
    while (length > 0 && bytes[length - 1] == '\0')
        length--;
    return hc_strings_keep_words(bytes, (size_t)length);
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
