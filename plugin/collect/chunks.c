/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/chunks.h"

#include <string.h>

/* Longer ones are no lengths that a capture could hold. */
enum { MOST_DIGITS = 15, NO_DIGIT = 16 };

static unsigned digit_of(uint8_t byte) {
    static const char digits[] = "0123456789abcdef";
    const char *found = byte ? strchr(digits, byte >= 'A' && byte <= 'F' ? byte + 'a' - 'A' : byte) : NULL;

    return found ? (unsigned)(found - digits) : NO_DIGIT;
}

/* The line may go on with extensions. Says how many bytes it has, its end included; 0 where it is none. */
static size_t read_size_line(const struct hc_chunks *chunks, uint64_t *size) {
    const uint8_t *end = memchr(chunks->bytes, '\n', chunks->size);
    size_t digits = 0;

    *size = 0;
    for (; end && digits < MOST_DIGITS && digit_of(chunks->bytes[digits]) < NO_DIGIT; digits++)
        *size = *size << 4 | digit_of(chunks->bytes[digits]);
    if (!end || digits == 0 || digits == MOST_DIGITS)
        return 0;
    return (size_t)(end - chunks->bytes) + 1;
}

static void pass(struct hc_chunks *chunks, size_t bytes) {
    chunks->bytes += bytes;
    chunks->size -= bytes;
}

/* Behind the data stands the end of a line. */
static void pass_line_end(struct hc_chunks *chunks) {
    if (chunks->size > 0 && chunks->bytes[0] == '\r')
        pass(chunks, 1);
    if (chunks->size > 0 && chunks->bytes[0] == '\n')
        pass(chunks, 1);
}

bool hc_chunks_next(struct hc_chunks *chunks, const uint8_t **data, size_t *length) {
    uint64_t announced;
    size_t line = chunks->size > 0 && !chunks->has_ended ? read_size_line(chunks, &announced) : 0;

    if (line == 0)
        return false;
    pass(chunks, line);
    chunks->has_ended = announced == 0;
    *data = chunks->bytes;
    *length = announced < chunks->size ? (size_t)announced : chunks->size;
    pass(chunks, *length);
    pass_line_end(chunks);
    return !chunks->has_ended;
}
