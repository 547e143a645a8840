/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/http_date.h"

#include <string.h>

/* IMF-fixdate: 0 stands for a digit, x for a letter, and everything else for itself. */
static const char form[] = "xxx, 00 xxx 0000 00:00:00 GMT";
enum { DAY = 5, MONTH = 8, YEAR = 12, HOUR = 17, MINUTE = 20, SECOND = 23 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool has_form(const char *text) {
    for (size_t i = 0; form[i]; i++) {
        if (form[i] == '0' ? !is_digit(text[i]) : form[i] != 'x' && text[i] != form[i])
            return false;
    }
    return true;
}

static int number_at(const char *text, size_t digits) {
    int number = 0;

    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

/* From 1 on; 0 where it is none. */
static int month_at(const char *text) {
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

    for (int month = 0; month < 12; month++) {
        if (memcmp(names + 3 * month, text, 3) == 0)
            return month + 1;
    }
    return 0;
}

/* Since the beginning of 1970, by the Gregorian calendar. A year that begins in March ends with the leap day.
 */
static int64_t days_until(int year, int month, int day) {
    int64_t since_march = month > 2 ? month - 3 : month + 9;
    int64_t years = month > 2 ? year : year - 1;

    return years * 365 + years / 4 - years / 100 + years / 400 + (153 * since_march + 2) / 5 + day - 719469;
}

bool hc_http_date(const char *text, size_t length, int64_t *seconds) {
    int month;

    if (length != sizeof form - 1 || !has_form(text) || (month = month_at(text + MONTH)) == 0)
        return false;
    *seconds = days_until(number_at(text + YEAR, 4), month, number_at(text + DAY, 2)) * 86400 +
               number_at(text + HOUR, 2) * 3600 + number_at(text + MINUTE, 2) * 60 +
               number_at(text + SECOND, 2);
    return true;
}
