/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Field sections: the examples of RFC 9204, appendix B, in their order and out of it, whole and with holes.
 */
#include "http3_test.h"

#include "http3/qpack.h"

/* What the RFC's encoder says, and the sections that refer to it. */
#define CAPACITY_220        "3f bd 01"
#define INSERT_AUTHORITY    "c0 0f 7777772e6578616d706c652e636f6d"
#define INSERT_PATH         "c1 0c 2f73616d706c652f70617468"
#define INSERT_CUSTOM       "4a 637573746f6d2d6b6579 0c 637573746f6d2d76616c7565"
#define DUPLICATE_AUTHORITY "02"
#define INSERT_CUSTOM_2     "81 0d 637573746f6d2d76616c756532"
#define SECTION_B2          "03 81 10 11"
#define SECTION_B4          "05 00 80 c1 81"
#define LINES_B2            ":authority=www.example.com|:path=/sample/path|"
#define LINES_B4            ":authority=www.example.com|:path=/|custom-key=custom-value|"

static char *told;
static const uint8_t *section_begin, *section_end;

static void take(void *user, const struct hc_qpack_line *line) {
    (void)user;
    assert_true(line->bytes >= section_begin && line->bytes + line->length <= section_end);
    told = wmem_strdup_printf(capture, "%s%.*s=%.*s|", told, (int)line->name_length, line->name,
                              (int)line->value_length, line->value);
}

static void require_read(struct hc_qpack *qpack, const char *digits, enum hc_qpack_result result,
                         const char *lines) {
    struct octets section = hex(digits);

    told = "";
    section_begin = section.bytes;
    section_end = section.bytes + section.length;
    assert_int_equal(hc_qpack_read(qpack, section.bytes, section.length, take, NULL), result);
    assert_string_equal(told, lines);
}

static void instruct(struct hc_qpack *qpack, const char *digits) {
    struct octets instructions = hex(digits);

    hc_qpack_instruct(qpack, instructions.bytes, instructions.length);
}

static struct hc_qpack *allowed(uint64_t capacity) {
    struct hc_qpack *qpack = hc_qpack_new(capture);

    hc_qpack_allow(qpack, capacity);
    return qpack;
}

static void test_static_and_literal(void **state) {
    (void)state;
    for (int is_allowed = 0; is_allowed <= 1; is_allowed++) {
        struct hc_qpack *qpack = is_allowed ? allowed(4096) : hc_qpack_new(capture);

        require_read(qpack, "0000 51 0b 2f696e6465782e68746d6c", HC_QPACK_WHOLE, ":path=/index.html|");
        require_read(qpack, "0000 d9 23 612d62 01 63", HC_QPACK_WHOLE, ":status=200|a-b=c|");
        require_read(qpack, "0000", HC_QPACK_WHOLE, "");
    }
}

static void test_huffman(void **state) {
    struct hc_qpack *qpack = allowed(0);

    (void)state;
    /* The values of RFC 7541, appendices C.4 and C.6. */
    require_read(qpack, "0000 50 8c f1e3c2e5f23a6ba0ab90f4ff 51 89 f1e3c2e5f23a6ba0ab", HC_QPACK_MALFORMED,
                 ":authority=www.example.com|");
    require_read(qpack, "0000 50 8c f1e3c2e5f23a6ba0ab90f4ff", HC_QPACK_WHOLE, ":authority=www.example.com|");
    require_read(qpack, "0000 2f 01 25a849e95ba97d7f 89 25a849e95bb8e8b4bf", HC_QPACK_WHOLE,
                 "custom-key=custom-value|");
    require_read(qpack, "0000 5f 09 82 6402", HC_QPACK_WHOLE, ":status=302|");
}

static void test_the_rfcs_examples(void **state) {
    struct hc_qpack *qpack = allowed(220);

    (void)state;
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    require_read(qpack, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
    instruct(qpack, INSERT_CUSTOM);
    instruct(qpack, DUPLICATE_AUTHORITY);
    require_read(qpack, SECTION_B4, HC_QPACK_WHOLE, LINES_B4);
    instruct(qpack, INSERT_CUSTOM_2);
    require_read(qpack, "06 00 80", HC_QPACK_WHOLE, "custom-key=custom-value2|");
    /* The first entry had to go. */
    require_read(qpack, "06 00 84", HC_QPACK_MALFORMED, "");
}

static void test_instructions_in_single_bytes(void **state) {
    struct hc_qpack *qpack = allowed(220);
    struct octets octets = hex(CAPACITY_220 INSERT_AUTHORITY INSERT_PATH INSERT_CUSTOM DUPLICATE_AUTHORITY);

    (void)state;
    for (size_t i = 0; i < octets.length; i++)
        hc_qpack_instruct(qpack, octets.bytes + i, 1);
    require_read(qpack, SECTION_B4, HC_QPACK_WHOLE, LINES_B4);
}

static void test_blocked(void **state) {
    struct hc_qpack *qpack = allowed(220);

    (void)state;
    require_read(qpack, SECTION_B2, HC_QPACK_BLOCKED, "");
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY);
    require_read(qpack, SECTION_B2, HC_QPACK_BLOCKED, "");
    require_read(qpack, "0000 c1", HC_QPACK_WHOLE, ":path=/|");
    instruct(qpack, INSERT_PATH);
    require_read(qpack, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
}

/* How many instructions a section needs can only be told with the decoder's SETTINGS. */
static void test_blocked_by_settings(void **state) {
    struct hc_qpack *qpack = hc_qpack_new(capture);

    (void)state;
    assert_false(hc_qpack_is_allowed(qpack));
    require_read(qpack, SECTION_B2, HC_QPACK_BLOCKED, "");
    hc_qpack_allow(qpack, 220);
    assert_true(hc_qpack_is_allowed(qpack));
    hc_qpack_allow(qpack, 4096); /* too late */
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    require_read(qpack, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
}

static void test_hole(void **state) {
    struct hc_qpack *qpack = allowed(220);

    (void)state;
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    hc_qpack_give_up(qpack);
    require_read(qpack, SECTION_B2, HC_QPACK_PARTLY, "");
    require_read(qpack, SECTION_B4, HC_QPACK_PARTLY, ":path=/|");
    require_read(qpack, "03 00 d9 80 23 616263 01 64 00 01 65 5f 09 82 6402 81", HC_QPACK_PARTLY,
                 ":status=200|abc=d|:status=302|");
    require_read(qpack, "03 00 d9 c1", HC_QPACK_WHOLE, ":status=200|:path=/|");
    require_read(qpack, "0000 d9", HC_QPACK_WHOLE, ":status=200|");
    /* What comes behind the hole does not mend it. */
    instruct(qpack, INSERT_CUSTOM);
    require_read(qpack, SECTION_B2, HC_QPACK_PARTLY, "");
}

static void test_known_lines_only(void **state) {
    struct hc_qpack *qpack = allowed(220);
    struct octets section = hex(SECTION_B4);

    (void)state;
    told = "";
    section_begin = section.bytes;
    section_end = section.bytes + section.length;
    assert_int_equal(hc_qpack_read_known(qpack, section.bytes, section.length, take, NULL), HC_QPACK_PARTLY);
    assert_string_equal(told, ":path=/|");
    /* The table is not lost by that. */
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    require_read(qpack, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
}

static void test_capacity_zero(void **state) {
    struct hc_qpack *qpack = allowed(0);

    (void)state;
    require_read(qpack, "0000 d9", HC_QPACK_WHOLE, ":status=200|");
    require_read(qpack, SECTION_B2, HC_QPACK_MALFORMED, "");
    require_read(qpack, "0000 d9", HC_QPACK_WHOLE, ":status=200|");
}

/* A table of our own limit is read; a larger one is not, and makes nothing else unreadable. */
static void test_largest_table(void **state) {
    struct hc_qpack *largest = allowed(HC_LARGEST_QPACK_TABLE),
                    *too_large = allowed(HC_LARGEST_QPACK_TABLE + 1),
                    *absurd = allowed((UINT64_C(1) << 62) - 1);

    (void)state;
    instruct(largest, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    require_read(largest, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
    instruct(too_large, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    require_read(too_large, SECTION_B2, HC_QPACK_PARTLY, "");
    require_read(absurd, "03 00 d9 80", HC_QPACK_PARTLY, ":status=200|");
}

static void test_encoder_exceeds_what_is_allowed(void **state) {
    struct hc_qpack *qpack = allowed(100);

    (void)state;
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY);
    require_read(qpack, "02 00 80 c1", HC_QPACK_PARTLY, ":path=/|");
}

static void test_malformed(void **state) {
    static const char *const sections[] = {
        "",               /* no prefix */
        "00",             /* half of one */
        "0000 80",        /* dynamic, and needs no instruction */
        "0000 ff 25",     /* beyond the static table */
        "0000 51 05 2f",  /* a value that is cut */
        "0000 51 81 00",  /* Huffman's code, cut */
        "03 ff ffffffff", /* a prefix that does not end */
    };

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
        struct hc_qpack *qpack = i % 2 ? allowed(220) : hc_qpack_new(capture);

        require_read(qpack, sections[i], HC_QPACK_MALFORMED, "");
        require_read(qpack, "0000 d9", HC_QPACK_WHOLE, ":status=200|");
    }
}

/* A decoder has to acknowledge each section; nghttp3 stops where nobody fetches that. */
static void test_many_sections(void **state) {
    struct hc_qpack *qpack = allowed(220);

    (void)state;
    instruct(qpack, CAPACITY_220 INSERT_AUTHORITY INSERT_PATH);
    for (int i = 0; i < 10000; i++)
        require_read(qpack, SECTION_B2, HC_QPACK_WHOLE, LINES_B2);
}

/* An entry for each byte: the table evicts, and its memory stays what its capacity allows. */
static void test_flood_of_instructions(void **state) {
    struct hc_qpack *qpack = allowed(4096);
    uint8_t duplicates[1000];

    (void)state;
    memset(duplicates, 0, sizeof duplicates);
    instruct(qpack, "3f e1 1f" INSERT_AUTHORITY);
    for (int i = 0; i < 1000; i++) {
        hc_qpack_instruct(qpack, duplicates, sizeof duplicates);
        require_read(qpack, "0000 d9", HC_QPACK_WHOLE, ":status=200|");
    }
    /* 1,000,001 instructions, of which 256 * (1,000,001 mod 256) are counted: 1,000,001 mod 256 + 1 is 0x42.
     */
    require_read(qpack, "42 00 80", HC_QPACK_WHOLE, ":authority=www.example.com|");
}

static void test_acknowledgements(void **state) {
    /* Those of RFC 9204, appendix B, and numbers that need more bytes: stream 4, increment, cancellation of
     * 8, stream 127, increment of 64, stream 1337, cancellation of 1000. */
    struct octets said = hex("84 01 48 ff00 3f01 ffba09 7fa907");
    int64_t acknowledged[4] = {0}, stream;
    struct hc_qpack_decoder_stream decoder = {0};
    unsigned count = 0;

    (void)state;
    for (size_t i = 0; i < said.length; i++) {
        if (hc_qpack_acknowledges(&decoder, said.bytes[i], &stream))
            acknowledged[count++] = stream;
    }
    assert_int_equal(count, 3);
    assert_int_equal(acknowledged[0], 4);
    assert_int_equal(acknowledged[1], 127);
    assert_int_equal(acknowledged[2], 1337);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_static_and_literal),
        IN_CAPTURE(test_huffman),
        IN_CAPTURE(test_the_rfcs_examples),
        IN_CAPTURE(test_instructions_in_single_bytes),
        IN_CAPTURE(test_blocked),
        IN_CAPTURE(test_blocked_by_settings),
        IN_CAPTURE(test_hole),
        IN_CAPTURE(test_known_lines_only),
        IN_CAPTURE(test_capacity_zero),
        IN_CAPTURE(test_largest_table),
        IN_CAPTURE(test_encoder_exceeds_what_is_allowed),
        IN_CAPTURE(test_malformed),
        IN_CAPTURE(test_many_sections),
        IN_CAPTURE(test_flood_of_instructions),
        IN_CAPTURE(test_acknowledgements),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
