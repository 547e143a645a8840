/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/grpc_timeout.h"

#include <stddef.h>

static const struct {
    char name;
    uint64_t nanoseconds;
} units[] = {
    {'H', UINT64_C(3600000000000)}, {'M', UINT64_C(60000000000)}, {'S', UINT64_C(1000000000)},
    {'m', UINT64_C(1000000)},       {'u', UINT64_C(1000)},        {'n', UINT64_C(1)},
};
enum { MOST_DIGITS = 8 };

static uint64_t unit_of(char name) {
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (units[i].name == name)
            return units[i].nanoseconds;
    }
    return 0;
}

bool hc_grpc_timeout(const char *text, uint64_t *microseconds) {
    uint64_t number = 0, unit;
    int digits = 0;

    for (; digits < MOST_DIGITS && text[digits] >= '0' && text[digits] <= '9'; digits++)
        number = number * 10 + (uint64_t)(text[digits] - '0');
    unit = unit_of(text[digits]);
    if (digits == 0 || unit == 0 || text[digits + 1] != '\0')
        return false;
    *microseconds = unit < 1000 ? number * unit / 1000 : number * (unit / 1000);
    return true;
}
