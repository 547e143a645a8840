/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/strings.h"

/* format_text() is in one of them, in Wireshark 4.0 or later. */
#include <epan/strutil.h>
#include <wsutil/str_util.h>

#include "settings/settings.h"

static const char *filler(const struct hc_slot *slots, const char *name, size_t length) {
    for (; slots->name; slots++) {
        if (strncmp(slots->name, name, length) == 0 && slots->name[length] == '\0')
            return slots->text;
    }
    return "";
}

const char *hc_string_fill(wmem_allocator_t *scope, const char *text, const struct hc_slot slots[]) {
    wmem_strbuf_t *filled = wmem_strbuf_new(scope, "");
    const char *open;

    while ((open = strchr(text, '{'))) {
        const char *close = strchr(open, '}');

        wmem_strbuf_append_len(filled, text, (size_t)(open - text));
        wmem_strbuf_append(filled, filler(slots, open + 1, (size_t)(close - open - 1)));
        text = close + 1;
    }
    wmem_strbuf_append(filled, text);
    return wmem_strbuf_finalize(filled);
}

void hc_string_join(wmem_strbuf_t *text, enum hc_phrase joint, const char *part) {
    if (!part)
        return;
    if (wmem_strbuf_get_len(text) > 0)
        wmem_strbuf_append(text, hc_phrase(joint, hc_language()));
    wmem_strbuf_append(text, part);
}

const char *hc_string_shortened(wmem_allocator_t *scope, const char *text, int longest) {
    const char *end;

    /* A character has at least a byte. */
    if (strlen(text) <= (size_t)longest || g_utf8_strlen(text, -1) <= longest)
        return text;
    end = g_utf8_offset_to_pointer(text, longest - 1);
    return wmem_strdup_printf(scope, "%.*s\xe2\x80\xa6", (int)(end - text), text);
}

/* Where a line may break: Chinese has no spaces between its words. */
static bool is_end_of_word(const char *at) {
    return *at == ' ' || g_unichar_iswide(g_utf8_get_char(at));
}

const char *hc_string_fitted(wmem_allocator_t *scope, const char *text, size_t most) {
    static const char ellipsis[] = "\xe2\x80\xa6";
    const char *end = text;

    if (strlen(text) <= most)
        return text;
    for (const char *at = text; (size_t)(at - text) + strlen(ellipsis) <= most; at = g_utf8_next_char(at)) {
        if (is_end_of_word(at))
            end = at;
    }
    return wmem_strdup_printf(scope, "%.*s%s", (int)(end - text), text, ellipsis);
}

/* Nearly every text is. */
static bool is_printable_ascii(const char *text) {
    while (*text >= ' ' && *text <= '~')
        text++;
    return *text == '\0';
}

const char *hc_string_escaped(wmem_allocator_t *scope, const char *text) {
    const void *bytes = text; /* signed or not: Wireshark's versions differ */

    return is_printable_ascii(text) ? text : format_text(scope, bytes, strlen(text));
}

const char *hc_string_printable(wmem_allocator_t *scope, const char *text) {
    wmem_strbuf_t *line;

    if (is_printable_ascii(text))
        return text;
    line = wmem_strbuf_new(scope, "");
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar character = g_utf8_get_char(text);

        wmem_strbuf_append_unichar(line, g_unichar_isprint(character) ? character : ' ');
    }
    return wmem_strbuf_finalize(line);
}
