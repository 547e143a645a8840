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

#define HOST_MARK "host:"

/* Behind the mark; NULL where the word has none. */
static const char *host_behind_mark(const char *word) {
    size_t length = sizeof HOST_MARK - 1;
    return strncmp(word, HOST_MARK, length) == 0 ? word + length : NULL;
}

/* Whether one of the names is that of a product in a Server header. */
static bool names_any_product(const char *header, const char *const *names) {
    for (; *names != NULL; names++)
        if (host_behind_mark(*names) == NULL && names_product(header, *names))
            return true;
    return false;
}

/* The host is the last word of what a WebSocket shows. */
static const char *last_word(const char *text) {
    const char *space = strrchr(text, ' ');
    return space != NULL ? space + 1 : text;
}

/* Whether the host, up to its port, is the pattern's: "gateway.example", or "*.example" for all below. */
static bool is_host(const char *host, const char *pattern) {
    size_t length = strcspn(host, ":"), behind = pattern[0] == '*' ? strlen(pattern + 1) : 0;
    if (behind == 0)
        return same_name(host, length, pattern);
    return length > behind && same_name(host + length - behind, behind, pattern + 1);
}

static bool is_any_host(const char *host, const char *const *names) {
    for (; *names != NULL; names++) {
        const char *pattern = host_behind_mark(*names);
        if (pattern != NULL && is_host(host, pattern))
            return true;
    }
    return false;
}

/* Of subprotocols. */
static bool is_among(const char *text, size_t length, const char *const *names) {
    for (; *names != NULL; names++)
        if (host_behind_mark(*names) == NULL && strlen(*names) == length && memcmp(*names, text, length) == 0)
            return true;
    return false;
}

/* Whether a list of subprotocols has only such, and one at least: of several that a client offers any may be
 * in use. */
static bool lists_only(const char *list, const char *end, const char *const *names) {
    static const char between[] = ", \t";
    bool has_any = false;
    for (list += strspn(list, between); list < end; list += strspn(list, between)) {
        size_t length = strcspn(list, between);
        if (!is_among(list, length, names))
            return false;
        has_any = true;
        list += length;
    }
    return has_any;
}

static bool proves_websocket(const char *evidence, const char *const *names) {
    const char *last = last_word(evidence), *host = host_behind_mark(last);
    const char *end = host != NULL ? last : evidence + strlen(evidence);
    return lists_only(evidence, end, names) || (host != NULL && is_any_host(host, names));
}

bool hc_is_proven(enum hc_space_id id, const struct hc_code *row, const char *evidence) {
    if (evidence == NULL || row->evidence == NULL)
        return false;
    return hc_space(id)->proof == HC_PROOF_SUBPROTOCOL ? proves_websocket(evidence, row->evidence)
                                                       : names_any_product(evidence, row->evidence);
}

bool hc_is_proven_by_host(const struct hc_code *row, const char *host) {
    return host != NULL && row->evidence != NULL && is_any_host(host, row->evidence);
}

const struct hc_code *hc_first_proven(enum hc_space_id id, const struct hc_code *rows, size_t count,
                                      const char *evidence, const char *host) {
    for (size_t i = 0; i < count; i++)
        if (hc_is_proven(id, &rows[i], evidence))
            return &rows[i];
    for (size_t i = 0; i < count; i++)
        if (hc_is_proven_by_host(&rows[i], host))
            return &rows[i];
    return NULL;
}
