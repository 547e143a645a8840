/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/proof.h"

#include <string.h>

#include "registry/spaces.h"

static char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the `length` characters at `text` are `name`, but for the case of ASCII letters. */
static bool same_name(const char *text, size_t length, const char *name) {
    for (size_t i = 0; i < length; i++)
        if (name[i] == '\0' || lower_case(text[i]) != lower_case(name[i]))
            return false;
    return name[length] == '\0';
}

/* Past a comment, which may nest and quote (RFC 9110, section 5.6.5). */
static const char *skip_comment(const char *text) {
    unsigned depth = 0;
    do {
        if (*text == '(')
            depth++;
        else if (*text == ')')
            depth--;
        else if (*text == '\\' && text[1] != '\0')
            text++;
        text++;
    } while (depth > 0 && *text != '\0');
    return text;
}

/* Whether a Server header names the product, with or without a version. */
static bool names_product(const char *header, const char *product) {
    while (*header != '\0') {
        if (*header == '(') {
            header = skip_comment(header);
            continue;
        }
        size_t length = strcspn(header, "/ \t,(");
        if (length > 0 && same_name(header, length, product))
            return true;
        header += length;
        if (*header == '/')
            header += strcspn(header, " \t,(");
        header += strspn(header, " \t,");
    }
    return false;
}

bool hc_is_proven(enum hc_space_id id, const struct hc_code *row, const char *evidence) {
    if (evidence == NULL || row->evidence == NULL)
        return false;
    bool is_exact = hc_space(id)->proof == HC_PROOF_SUBPROTOCOL;
    for (const char *const *needed = row->evidence; *needed != NULL; needed++)
        if (is_exact ? strcmp(evidence, *needed) == 0 : names_product(evidence, *needed))
            return true;
    return false;
}

const struct hc_code *hc_first_proven(enum hc_space_id id, const struct hc_code *rows, size_t count,
                                      const char *evidence) {
    for (size_t i = 0; i < count; i++)
        if (hc_is_proven(id, &rows[i], evidence))
            return &rows[i];
    return NULL;
}
