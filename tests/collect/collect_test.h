/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of reading bytes have in common: cmocka, and bytes written as text. */
#ifndef HTTPCODES_TESTS_COLLECT_TEST_H
#define HTTPCODES_TESTS_COLLECT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Wants the ones above before it. */
#include <cmocka.h>

/* Bytes and how many: a literal may hold NULs. */
struct bytes {
    const char *text;
    size_t size;
};
#define BYTES(literal)                                                                                       \
    { (literal), sizeof(literal) - 1 }

#endif
