/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of the HTTP/3 reader share: a capture to live in, and bytes written as in the RFCs. */
#ifndef HTTPCODES_TESTS_HTTP3_TEST_H
#define HTTPCODES_TESTS_HTTP3_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <wireshark.h>

#include <wsutil/wmem/wmem.h>

/* Each allocation is one of malloc(), so that AddressSanitizer sees it; what is not in the scope leaks. */
static wmem_allocator_t *capture;

static int begin_capture(void **state) {
    (void)state;
    capture = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    return 0;
}

static int end_capture(void **state) {
    (void)state;
    wmem_destroy_allocator(capture);
    return 0;
}

#define IN_CAPTURE(test) cmocka_unit_test_setup_teardown(test, begin_capture, end_capture)

/* Bytes in memory of just their size. */
struct octets {
    uint8_t *bytes;
    size_t length;
};

/* From hexadecimal digits, with spaces where they please. */
static inline struct octets hex(const char *digits) {
    struct octets made = {wmem_alloc(capture, strlen(digits) / 2 + 1), 0};
    unsigned half = 0, value = 0;

    for (; *digits != '\0'; digits++) {
        if (*digits == ' ')
            continue;
        value = value << 4 | (unsigned)g_ascii_xdigit_value(*digits);
        half = !half;
        if (!half)
            made.bytes[made.length++] = (uint8_t)value;
    }
    made.bytes = wmem_realloc(capture, made.bytes, made.length + (made.length == 0));
    return made;
}

#endif
