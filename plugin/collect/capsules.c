/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/capsules.h"

#include <string.h>

enum { CLOSE_WEBTRANSPORT_SESSION = 0x2843, CODE_SIZE = 4 };

/* Of an integer by its first byte (RFC 9000, section 16). */
static size_t size_of_integer(uint8_t first) {
    return (size_t)1 << (first >> 6);
}

static uint64_t integer_at(const uint8_t *bytes) {
    uint64_t value = bytes[0] & 0x3f;

    for (size_t i = 1; i < size_of_integer(bytes[0]); i++)
        value = value << 8 | bytes[i];
    return value;
}

/* As far as it can be told from the bytes that are there. */
static size_t header_size(const struct hc_capsules *capsules) {
    size_t type = capsules->header_length > 0 ? size_of_integer(capsules->header[0]) : 1;

    return type + (capsules->header_length > type ? size_of_integer(capsules->header[type]) : 1);
}

static bool has_whole_header(const struct hc_capsules *capsules) {
    return capsules->header_length == header_size(capsules);
}

static void read_header(struct hc_capsules *capsules, uint8_t byte) {
    const uint8_t *header = capsules->header;

    if (has_whole_header(capsules))
        capsules->header_length = 0;
    capsules->header[capsules->header_length++] = byte;
    if (!has_whole_header(capsules))
        return;
    capsules->closes_session = integer_at(header) == CLOSE_WEBTRANSPORT_SESSION;
    capsules->left = integer_at(header + size_of_integer(header[0]));
    capsules->kept = 0;
}

static void tell(const struct hc_capsules *capsules, hc_session_close_listener *listener, void *user) {
    const uint8_t *value = capsules->value;

    if (capsules->kept >= CODE_SIZE)
        listener(user,
                 (uint32_t)value[0] << 24 | (uint32_t)value[1] << 16 | (uint32_t)value[2] << 8 | value[3],
                 (const char *)value + CODE_SIZE, capsules->kept - (size_t)CODE_SIZE);
}

static size_t least(size_t one, uint64_t other) {
    return one < other ? one : (size_t)other;
}

/* Says how many bytes of the value were passed. */
static size_t read_value(struct hc_capsules *capsules, const uint8_t *bytes, size_t size) {
    size_t passed = least(size, capsules->left);
    size_t kept = capsules->closes_session ? least(passed, sizeof capsules->value - capsules->kept) : 0;

    memcpy(capsules->value + capsules->kept, bytes, kept);
    capsules->kept = (uint16_t)(capsules->kept + kept);
    capsules->left -= passed;
    return passed;
}

void hc_capsules_read(struct hc_capsules *capsules, const uint8_t *bytes, size_t size,
                      hc_session_close_listener *listener, void *user) {
    size_t at = 0;

    while (!capsules->is_lost && at < size) {
        if (capsules->left == 0) {
            read_header(capsules, bytes[at++]);
            continue;
        }
        at += read_value(capsules, bytes + at, size - at);
        if (capsules->left == 0 && capsules->closes_session)
            tell(capsules, listener, user);
    }
}

void hc_capsules_lose(struct hc_capsules *capsules) {
    capsules->is_lost = true;
}
