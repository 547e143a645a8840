/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/retry_after.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* In a pattern: a letter, a digit, a digit or a space; all other characters stand for themselves. */
static const char *const dates[] = {
    "Aaa, 00 Aaa 0000 00:00:00 GMT", /* IMF-fixdate */
    "Aaa Aaa _0 00:00:00 0000",      /* asctime */
};
/* The format of RFC 850, from the last letter of the weekday's full name on. */
static const char rfc_850[] = "a, 00-Aaa-00 00:00:00 GMT";

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool fits_one(char pattern, char c) {
    switch (pattern) {
    case 'A':
    case 'a':
        return is_letter(c);
    case '0':
        return is_digit(c);
    case '_':
        return is_digit(c) || c == ' ';
    default:
        return pattern == c;
    }
}

static bool fits(const char *pattern, const char *text) {
    while (*pattern != '\0' && fits_one(*pattern, *text)) {
        pattern++;
        text++;
    }
    return *pattern == '\0' && *text == '\0';
}

static bool is_date(const char *text) {
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        if (fits(dates[i], text))
            return true;
    }
    while (is_letter(text[0]) && is_letter(text[1]))
        text++;
    return fits(rfc_850, text);
}

static bool is_number(const char *text) {
    return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

enum hc_retry_after hc_retry_after(const char *text) {
    if (!text)
        return HC_RETRY_AFTER_NOTHING;
    if (is_number(text))
        return HC_RETRY_AFTER_SECONDS;
    return is_date(text) ? HC_RETRY_AFTER_DATE : HC_RETRY_AFTER_NOTHING;
}
