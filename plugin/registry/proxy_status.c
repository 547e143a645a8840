/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/proxy_status.h"

#include <string.h>

const struct hc_proxy_error *hc_proxy_error(const char *name, size_t length) {
    for (size_t i = 0; i < hc_proxy_error_count; i++)
        if (strlen(hc_proxy_errors[i].name) == length && memcmp(hc_proxy_errors[i].name, name, length) == 0)
            return &hc_proxy_errors[i];
    return NULL;
}

/* What is still to be read. */
struct rest {
    const char *text;
    const char *end;
};

static char next(const struct rest *rest) {
    return rest->text < rest->end ? *rest->text : '\0';
}

static bool take(struct rest *rest, char wanted) {
    if (next(rest) != wanted || rest->text == rest->end)
        return false;
    rest->text++;
    return true;
}

static void skip(struct rest *rest, const char *blanks) {
    while (rest->text < rest->end && *rest->text != '\0' && strchr(blanks, *rest->text) != NULL)
        rest->text++;
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_letter(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_among(char c, const char *set) {
    return c != '\0' && strchr(set, c) != NULL;
}

/* RFC 9651, section 3.3.4, and the inside of numbers, dates and booleans. */
static bool is_in_token(char c) {
    return is_letter(c) || is_digit(c) || is_among(c, "!#$%&'*+-.^_`|~:/");
}

/* RFC 9651, section 3.1.2. */
static bool is_in_key(char c) {
    return is_lower(c) || is_digit(c) || is_among(c, "_-.*");
}

static struct hc_proxy_word run_of(struct rest *rest, bool (*belongs)(char)) {
    const char *begin = rest->text;
    while (rest->text < rest->end && belongs(*rest->text))
        rest->text++;
    return (struct hc_proxy_word){begin, (size_t)(rest->text - begin)};
}

/* RFC 9651, section 3.3.3, after the opening quote. */
static bool read_string(struct rest *rest, struct hc_proxy_word *word) {
    word->text = rest->text;
    for (; rest->text < rest->end && *rest->text != '"'; rest->text++) {
        if (*rest->text < ' ' || *rest->text > '~')
            return false;
        if (*rest->text == '\\' && (++rest->text == rest->end || !is_among(*rest->text, "\"\\")))
            return false;
    }
    word->length = (size_t)(rest->text - word->text);
    return take(rest, '"');
}

/* A string, a token, a number, a boolean or a date. The other kinds of items have no place in the header. */
static bool read_item(struct rest *rest, struct hc_proxy_word *word) {
    if (take(rest, '"'))
        return read_string(rest, word);
    if (is_among(next(rest), "?@-"))
        rest->text++;
    else if (!is_letter(next(rest)) && !is_digit(next(rest)) && next(rest) != '*')
        return false;
    *word = run_of(rest, is_in_token);
    return word->length > 0;
}

static struct hc_proxy_word *place_for(struct hc_proxy_word key, struct hc_proxy_status *status) {
    const struct {
        const char *name;
        struct hc_proxy_word *place;
    } places[] = {
        {"error", &status->error},       {"details", &status->details},          {"rcode", &status->rcode},
        {"next-hop", &status->next_hop}, {"received-status", &status->received},
    };
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
        if (strlen(places[i].name) == key.length && memcmp(places[i].name, key.text, key.length) == 0)
            return places[i].place;
    return NULL;
}

/* RFC 9651, section 3.1.2: of several with one key the last counts; a key alone is true, and tells no word.
 */
static bool read_parameter(struct rest *rest, struct hc_proxy_status *status) {
    struct hc_proxy_word word = {NULL, 0};
    skip(rest, " ");
    if (!is_lower(next(rest)) && next(rest) != '*')
        return false;
    struct hc_proxy_word key = run_of(rest, is_in_key);
    if (take(rest, '=') && !read_item(rest, &word))
        return false;
    struct hc_proxy_word *place = place_for(key, status);
    if (place != NULL)
        *place = word;
    return true;
}

static bool read_member(struct rest *rest, struct hc_proxy_status *status) {
    *status = (struct hc_proxy_status){.row = NULL};
    if (!read_item(rest, &status->proxy))
        return false;
    while (take(rest, ';'))
        if (!read_parameter(rest, status))
            return false;
    return true;
}

/* Reads to the end, as a value that breaks off or goes wrong says nothing (RFC 9651, section 4.2). */
static bool read_list(struct rest *rest, struct hc_proxy_status *status) {
    struct hc_proxy_status member;
    do {
        skip(rest, " \t");
        if (!read_member(rest, &member))
            return false;
        if (status->error.length == 0 && member.error.length > 0)
            *status = member;
        skip(rest, " \t");
    } while (take(rest, ','));
    return rest->text == rest->end;
}

bool hc_proxy_status_read(const char *value, size_t length, struct hc_proxy_status *status) {
    struct rest rest = {value, value + length};
    *status = (struct hc_proxy_status){.row = NULL};
    if (!read_list(&rest, status) || status->error.length == 0) {
        *status = (struct hc_proxy_status){.row = NULL};
        return false;
    }
    status->row = hc_proxy_error(status->error.text, status->error.length);
    return true;
}
