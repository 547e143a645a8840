/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/strings.h"

#include <epan/packet.h>

static wmem_map_t *kept_texts; /* text -> itself */

/* Texts that were kept lately, until the capture is closed: most headers repeat a few values. */
static const char *lately[64];

static void forget_lately(void) {
    memset(lately, 0, sizeof lately);
}

void hc_strings_register(void) {
    kept_texts = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), wmem_str_hash, g_str_equal);
    register_cleanup_routine(forget_lately);
}

static const char **lately_at(const char *text, size_t length) {
    size_t spread = length * 7 + (unsigned char)text[0] + (length ? (unsigned char)text[length - 1] : 0);

    return &lately[spread % G_N_ELEMENTS(lately)];
}

/* The same text is kept once: a header compression bomb repeats a long path in a few bytes. */
static const char *shared(const char *text) {
    char *known = wmem_map_lookup(kept_texts, text);

    if (!known) {
        known = wmem_strdup(wmem_file_scope(), text);
        wmem_map_insert(kept_texts, known, known);
    }
    return known;
}

/* A text that goes on says so. */
static void mark_cut(char *text) {
    static const char mark[] = "\xe2\x80\xa6";
    char *end = g_utf8_find_prev_char(text, text + HC_LONGEST_KEPT - strlen(mark) + 1);

    memcpy(end, mark, sizeof mark);
}

const char *hc_strings_keep_words(const char *words, size_t length) {
    char *valid = g_utf8_make_valid(words, (gssize)MIN(length, HC_LONGEST_KEPT + 1));
    const char *kept;

    if (strlen(valid) > HC_LONGEST_KEPT)
        mark_cut(valid);
    kept = valid[0] != '\0' ? shared(valid) : NULL;
    g_free(valid);
    return kept;
}

const char *hc_strings_keep(const char *text) {
    size_t length = strlen(text);
    const char **recent = lately_at(text, length);

    /* What was kept is valid, and not too long. */
    if (!*recent || strcmp(*recent, text) != 0)
        *recent = hc_strings_keep_words(text, length);
    return *recent;
}
