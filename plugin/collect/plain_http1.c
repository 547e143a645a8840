/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/plain_http1.h"

#include <glib.h>
#include <string.h>

#include "collect/chunks.h"

struct text {
    const char *at;
    size_t length;
};

/* How many bytes of content come behind the head (RFC 9112, section 6). */
struct framing {
    bool is_odd;
    bool is_chunked;
    bool has_length;
    uint64_t length;
};

static void leave_out(struct text *text, size_t bytes) {
    text->at += bytes;
    text->length -= bytes;
}

static bool begins_with(struct text text, const char *word) {
    size_t length = strlen(word);

    return text.length >= length && memcmp(text.at, word, length) == 0;
}

/* ---- lines ---- */

/* Takes the next line out of the text, without its end. False where it is not there, or ends by less than CR
 * and LF. */
static bool next_line(struct text *text, struct text *line) {
    const char *end = memchr(text->at, '\n', text->length);

    if (!end || end == text->at || end[-1] != '\r')
        return false;
    *line = (struct text){text->at, (size_t)(end - text->at) - 1};
    leave_out(text, line->length + 2);
    return memchr(line->at, '\r', line->length) == NULL;
}

static struct text trimmed(struct text value) {
    while (value.length > 0 && *value.at == ' ')
        leave_out(&value, 1);
    while (value.length > 0 && value.at[value.length - 1] == ' ')
        value.length--;
    return value;
}

static void note_length(struct framing *framing, struct text value) {
    enum { MOST_DIGITS = 9 };

    framing->is_odd |= framing->has_length || value.length == 0 || value.length > MOST_DIGITS;
    framing->has_length = true;
    for (size_t i = 0; i < value.length && !framing->is_odd; i++) {
        framing->is_odd = value.at[i] < '0' || value.at[i] > '9';
        framing->length = framing->length * 10 + (uint64_t)(value.at[i] - '0');
    }
}

static void note_coding(struct framing *framing, struct text value) {
    framing->is_odd |=
        framing->is_chunked || value.length != strlen("chunked") || !begins_with(value, "chunked");
    framing->is_chunked = true;
}

static const struct {
    const char *name;
    void (*note)(struct framing *framing, struct text value);
} fields[] = {
    {"content-length:", note_length},
    {"transfer-encoding:", note_coding},
};

/* The first letter tells nearly all others apart. */
static void note_field(struct framing *framing, struct text line) {
    framing->is_odd |= *line.at == ' ' || *line.at == '\t';
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t length = strlen(fields[i].name);

        if ((*line.at | 0x20) == *fields[i].name && line.length >= length &&
            g_ascii_strncasecmp(line.at, fields[i].name, length) == 0) {
            leave_out(&line, length);
            fields[i].note(framing, trimmed(line));
        }
    }
}

/* Takes the fields out of the text, with the empty line behind them. */
static bool read_fields(struct text *text, struct framing *framing) {
    struct text line;

    while (next_line(text, &line)) {
        if (line.length == 0)
            return !framing->is_odd && !(framing->is_chunked && framing->has_length);
        note_field(framing, line);
    }
    return false;
}

/* ---- content ---- */

static bool ends_with(struct text text, const char *word) {
    size_t length = strlen(word);

    return text.length >= length && memcmp(text.at + text.length - length, word, length) == 0;
}

/* Without trailers. Each line of a size stands behind the end of another one, but for the first. */
static bool is_chunked_content(struct text content) {
    struct hc_chunks chunks = {.bytes = (const uint8_t *)content.at, .size = content.length};
    const uint8_t *data;
    size_t length;

    while (hc_chunks_next(&chunks, &data, &length)) {
        if (!ends_with((struct text){content.at, content.length - chunks.size}, "\r\n"))
            return false;
    }
    return chunks.has_ended && chunks.size == 0 && ends_with(content, "\r\n\r\n");
}

static bool is_content(struct text rest, const struct framing *framing) {
    return framing->is_chunked ? is_chunked_content(rest) : rest.length == framing->length;
}

/* ---- first lines ---- */

/* RFC 9110, section 9, and RFC 5789; not CONNECT, behind which is a tunnel. */
static const char *const methods[] = {"GET ",    "POST ",    "PUT ",   "HEAD ",
                                      "DELETE ", "OPTIONS ", "PATCH ", "TRACE "};

static bool ends_with_version(struct text line) {
    static const char version[] = " HTTP/1.1";
    size_t length = sizeof version - 1;

    return line.length > length && memcmp(line.at + line.length - length, version, length - 1) == 0;
}

static bool is_request(struct text line, struct hc_plain_http1 *found) {
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        size_t length = strlen(methods[i]);

        if (begins_with(line, methods[i])) {
            *found = (struct hc_plain_http1){.length = (unsigned)length - 1};
            leave_out(&line, length);
            return ends_with_version(line);
        }
    }
    return false;
}

static bool is_response(struct text line, struct hc_plain_http1 *found) {
    const char *status = line.at + HC_STATUS_AT;

    if (line.length < HC_STATUS_AT + HC_STATUS_LENGTH || !begins_with(line, "HTTP/1.") || status[-1] != ' ' ||
        (line.length > HC_STATUS_AT + HC_STATUS_LENGTH && status[HC_STATUS_LENGTH] != ' '))
        return false;
    for (size_t i = 0; i < HC_STATUS_LENGTH; i++) {
        if (status[i] < '0' || status[i] > '9')
            return false;
    }
    *found = (struct hc_plain_http1){.is_response = true, .at = HC_STATUS_AT, .length = HC_STATUS_LENGTH};
    return true;
}

/* RFC 9112, section 6.3. What 101 (Switching Protocols) opens is no HTTP/1. */
static bool has_no_content(const char *status) {
    static const char *const statuses[] = {"100", "102", "103", "204", "304"};

    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        if (memcmp(status, statuses[i], HC_STATUS_LENGTH) == 0)
            return true;
    }
    return false;
}

/* ---- all of it ---- */

bool hc_plain_http1_read(struct hc_plain_http1 *found, const uint8_t *bytes, size_t length) {
    struct text rest = {(const char *)bytes, length}, line;
    struct framing framing = {0};

    if (length == 0 || !next_line(&rest, &line) || (!is_request(line, found) && !is_response(line, found)) ||
        !read_fields(&rest, &framing))
        return false;
    if (found->is_response && !framing.has_length && !framing.is_chunked &&
        !has_no_content(line.at + found->at))
        return false;
    return is_content(rest, &framing);
}
