/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/http1_head.h"

/* Behind the line; NULL where its end was not captured. */
static const char *behind_line(const struct hc_http1_lines *lines, const char *line) {
    const char *end = line < lines->end ? memchr(line, '\n', (size_t)(lines->end - line)) : NULL;

    return end ? end + 1 : NULL;
}

struct hc_http1_lines hc_http1_lines(struct hc_span first_line) {
    const char *begin = (const char *)hc_span_bytes(first_line);
    struct hc_http1_lines lines = {
        .source = first_line, .begin = begin, .end = begin ? begin + first_line.length : NULL};

    if (begin)
        lines.next = behind_line(&lines, begin);
    return lines;
}

static bool is_white(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool is_empty(const char *line, const char *behind) {
    return behind - line == 1 || (behind - line == 2 && *line == '\r');
}

/* Behind all lines that continue the one before it: they begin with white space (RFC 9112, section 5.2). */
static const char *behind_folded(const struct hc_http1_lines *lines, const char *behind) {
    while (behind && behind < lines->end && (*behind == ' ' || *behind == '\t'))
        behind = behind_line(lines, behind);
    return behind;
}

static void set_value(struct hc_header *header, const char *value, const char *end) {
    while (value < end && is_white(*value))
        value++;
    while (end > value && is_white(end[-1]))
        end--;
    header->value = value;
    header->value_length = (unsigned)(end - value);
}

/* Without a colon it has no name, and is none of anybody's. */
static void split(struct hc_header *header, const char *line, const char *behind) {
    const char *colon = memchr(line, ':', (size_t)(behind - line));

    header->name = line;
    header->name_length = colon ? (unsigned)(colon - line) : 0;
    set_value(header, colon ? colon + 1 : behind, behind);
}

bool hc_http1_next_line(struct hc_http1_lines *lines, struct hc_header *header) {
    const char *line = lines->next;
    const char *behind = line ? behind_line(lines, line) : NULL;

    lines->next = NULL;
    if (!behind)
        return false;
    if (is_empty(line, behind)) {
        lines->is_whole = true;
        lines->head_length = (unsigned)(behind - lines->begin);
        return false;
    }
    behind = behind_folded(lines, behind);
    if (!behind)
        return false;
    split(header, line, behind);
    header->span = hc_span_first(hc_span_behind(lines->source, (unsigned)(line - lines->begin)),
                                 (unsigned)(behind - line));
    lines->next = behind;
    return true;
}

/* What stands between two lines counts as a space (RFC 9112, section 5.2), and so does a CR by itself
 * (section 2.2). */
static void unfold(char *text) {
    while ((text = strpbrk(text, "\r\n")))
        *text++ = ' ';
}

struct hc_line hc_http1_line(const struct hc_header *header, const struct hc_carrier_row *row,
                             wmem_allocator_t *scope) {
    char *text = hc_bytes_text(header, scope);

    unfold(text);
    return (struct hc_line){row, text, header->span, header->value_length};
}

char *hc_http1_target(const struct hc_http1_lines *lines, unsigned method_length, wmem_allocator_t *scope) {
    struct hc_span rest = hc_span_behind(lines->source, method_length);
    const char *bytes = (const char *)hc_span_bytes(rest);
    struct hc_header target = {.value = bytes};

    if (rest.length == 0 || *bytes != ' ')
        return hc_bytes_text(&target, scope);
    target.value++;
    while (target.value_length + 1 < rest.length && !memchr(" \r\n", target.value[target.value_length], 3))
        target.value_length++;
    return hc_bytes_text(&target, scope);
}
