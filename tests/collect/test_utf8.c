/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is UTF-8, and what RFC 3629 forbids. */
#include "collect_test.h"

#include "collect/utf8.h"

static const struct sample {
    const char *what;
    struct bytes bytes;
    bool is_utf8, is_utf8_if_cut;
} samples[] = {
    {"nothing", BYTES(""), true, true},
    {"ASCII with a NUL", BYTES("a\0b"), true, true},
    {"two bytes", BYTES("\xc2\x80 \xdf\xbf"), true, true},
    {"three bytes", BYTES("\xe0\xa0\x80\xe4\xbd\xa0\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"), true, true},
    {"four bytes", BYTES("\xf0\x90\x80\x80\xf1\x80\x80\x80\xf4\x8f\xbf\xbf"), true, true},
    {"Latin-1", BYTES("f\xfcr"), false, false},
    {"a second byte alone", BYTES("\x80"), false, false},
    {"NUL in two bytes", BYTES("\xc0\x80"), false, false},
    {"overlong in three bytes", BYTES("\xe0\x9f\xbf"), false, false},
    {"overlong in four bytes", BYTES("\xf0\x8f\xbf\xbf"), false, false},
    {"a surrogate", BYTES("\xed\xa0\x80"), false, false},
    {"above U+10FFFF", BYTES("\xf4\x90\x80\x80"), false, false},
    {"a first byte of five", BYTES("\xf8\x88\x80\x80\x80"), false, false},
    {"third byte wrong", BYTES("\xe4\xbd\x41"), false, false},
    {"fourth byte wrong", BYTES("\xf1\x80\x80\xc0"), false, false},
    {"one of two bytes", BYTES("a\xc3"), false, true},
    {"two of three bytes", BYTES("a\xe4\xbd"), false, true},
    {"three of four bytes", BYTES("\xf4\x8f\xbf"), false, true},
    {"one of three bytes, in the middle", BYTES("\xe4 a"), false, false},
    {"two of four bytes, overlong", BYTES("\xf0\x80"), false, false},
};

static void test_samples(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        const struct sample *sample = &samples[i];
        const uint8_t *bytes = (const uint8_t *)sample->bytes.text;

        if (hc_is_utf8(bytes, sample->bytes.size, false) != sample->is_utf8)
            fail_msg("%s: %s", sample->what, sample->is_utf8 ? "refused" : "taken");
        if (hc_is_utf8(bytes, sample->bytes.size, true) != sample->is_utf8_if_cut)
            fail_msg("%s, cut: %s", sample->what, sample->is_utf8_if_cut ? "refused" : "taken");
    }
}

/* Each character that there is, encoded here by the definition (RFC 3629, section 3). */
static size_t encode(uint32_t character, uint8_t *bytes) {
    size_t length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const uint8_t marks[] = {0, 0, 0xc0, 0xe0, 0xf0};

    for (size_t i = length - 1; i > 0; i--, character >>= 6)
        bytes[i] = (uint8_t)(0x80 | (character & 0x3f));
    bytes[0] = (uint8_t)(marks[length] | character);
    return length;
}

static void test_every_character(void **state) {
    (void)state;
    for (uint32_t character = 0; character <= 0x110000; character++) {
        uint8_t bytes[4];
        size_t length = encode(character, bytes);
        bool is_one = character < 0x110000 && (character < 0xd800 || character > 0xdfff);

        if (hc_is_utf8(bytes, length, false) != is_one)
            fail_msg("U+%04X: %s", (unsigned)character, is_one ? "refused" : "taken");
        if (length > 1)
            assert_false(hc_is_utf8(bytes, length - 1, false));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_every_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
