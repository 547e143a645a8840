/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/retry_after.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday",    NULL};
static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                     "Aug", "Sep", "Oct", "Nov", "Dec", NULL};

/* IMF-fixdate, and the obsolete forms of RFC 850 and asctime(). W, D and M stand for a name of the lists
 * above, 0 for a digit, _ for a digit or a space, and everything else for itself. */
static const char *const forms[] = {"D, 00 M 0000 00:00:00 G", "W, 00-M-00 00:00:00 G",
                                    "D M _0 00:00:00 0000"};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* How long the name is with which the text begins; 0 if that is none of them. */
static size_t name_at(const char *text, const char *const names[]) {
    for (; *names; names++) {
        if (strncmp(text, *names, strlen(*names)) == 0)
            return strlen(*names);
    }
    return 0;
}

/* How many characters of the text are what the form's character stands for; 0 where it stands for others. */
static size_t match(char form, const char *text) {
    static const char *const zone[] = {"GMT", NULL};

    switch (form) {
    case 'W':
        return name_at(text, weekdays);
    case 'D':
        return name_at(text, days);
    case 'M':
        return name_at(text, months);
    case 'G':
        return name_at(text, zone);
    case '0':
        return is_digit(*text);
    case '_':
        return is_digit(*text) || *text == ' ';
    default:
        return *text == form;
    }
}

static bool has_form(const char *text, size_t length, const char *form) {
    const char *end = text + length;

    for (; *form && text < end; form++) {
        size_t matched = match(*form, text);

        if (matched == 0)
            return false;
        text += matched;
    }
    return *form == '\0' && text == end;
}

static bool is_number(const char *text, size_t length) {
    size_t digits = 0;

    while (digits < length && is_digit(text[digits]))
        digits++;
    return length > 0 && digits == length;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

enum hc_retry_after hc_retry_after(const char *value) {
    size_t length;

    if (!value)
        return HC_RETRY_AFTER_NOTHING;
    while (is_space(*value))
        value++;
    length = strlen(value);
    while (length > 0 && is_space(value[length - 1]))
        length--;
    if (is_number(value, length))
        return HC_RETRY_AFTER_SECONDS;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (has_form(value, length, forms[i]))
            return HC_RETRY_AFTER_DATE;
    }
    return HC_RETRY_AFTER_NOTHING;
}
