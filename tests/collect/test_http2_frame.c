/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A frame of HTTP/2 by its bytes, of which the capture may lack some. */
#include "collect/collect_test.h"
#include "collect/packet_test.h"

#include "collect/http2_frame.h"

enum { HEADER = 9, STREAM_ID_AT = 5, STREAM_ID = 4, SETTINGS = 0x4, GOAWAY = 0x7 };

/* A frame, what was captured of its payload, and how many bytes the packet had behind that. */
struct sample {
    const char *what;
    uint8_t type, flags;
    uint32_t length;
    struct bytes payload;
    size_t lost;
};

static struct hc_http2_frame read_frame(const struct sample *sample) {
    struct hc_http2_frame frame;
    uint8_t bytes[HEADER + 64] = {
        (uint8_t)(sample->length >> 16),
        (uint8_t)(sample->length >> 8),
        (uint8_t)sample->length,
        sample->type,
        sample->flags,
        [HEADER - 1] = 1,
    };
    field_info stream_id;

    assert_true(sample->payload.size <= sizeof bytes - HEADER);
    memcpy(bytes + HEADER, sample->payload.text, sample->payload.size);
    open_packet(bytes, HEADER + sample->payload.size, sample->lost);
    stream_id = field_at(STREAM_ID_AT, STREAM_ID);
    assert_true(hc_http2_frame_read(&stream_id, &frame));
    return frame;
}

static void test_the_header(void **state) {
    const struct sample sample = {"", HC_HTTP2_HEADERS, 0x25, 0x010203, BYTES("abc"), 0x010200};
    const struct hc_http2_frame frame = read_frame(&sample);

    (void)state;
    assert_int_equal(frame.length, 0x010203);
    assert_int_equal(frame.type, HC_HTTP2_HEADERS);
    assert_int_equal(frame.flags, 0x25);
    assert_int_equal(frame.payload.length, 3);
    assert_memory_equal(hc_span_bytes(frame.payload), "abc", 3);
}

/* A frame behind it is none of its payload. */
static void test_the_payload_ends_with_the_frame(void **state) {
    const struct sample sample = {"", HC_HTTP2_DATA, 0, 2, BYTES("abNEXT"), 0};

    (void)state;
    assert_int_equal(read_frame(&sample).payload.length, 2);
}

static void require_unreadable(size_t captured, int start) {
    static const uint8_t bytes[HEADER] = {0};
    struct hc_http2_frame frame = {.length = 4711};
    field_info stream_id;

    open_packet(bytes, captured, HEADER);
    stream_id = field_at(start, STREAM_ID);
    assert_false(hc_http2_frame_read(&stream_id, &frame));
    assert_int_equal(frame.length, 0);
    assert_int_equal(frame.payload.length, 0);
}

static void test_a_header_that_is_not_there(void **state) {
    const field_info nowhere = {.start = STREAM_ID_AT, .length = STREAM_ID};
    struct hc_http2_frame frame;

    (void)state;
    for (int start = 0; start < STREAM_ID_AT; start++)
        require_unreadable(HEADER, start);
    for (size_t captured = 0; captured < HEADER; captured++)
        require_unreadable(captured, STREAM_ID_AT);
    assert_false(hc_http2_frame_read(&nowhere, &frame));
}

static void test_what_ends_a_stream(void **state) {
    (void)state;
    for (unsigned type = 0; type < 256; type++) {
        const struct hc_http2_frame frame = {.type = (uint8_t)type, .flags = HC_HTTP2_END_STREAM};
        const struct hc_http2_frame without = {.type = (uint8_t)type, .flags = (uint8_t)~HC_HTTP2_END_STREAM};

        /* The same bit is ACK on SETTINGS and PING. */
        assert_int_equal(hc_http2_frame_ends_stream(&frame),
                         type == HC_HTTP2_DATA || type == HC_HTTP2_HEADERS);
        assert_false(hc_http2_frame_ends_stream(&without));
    }
}

static void test_content(void **state) {
    static const struct {
        struct sample frame;
        uint32_t content;
    } rows[] = {
        {{"plain", HC_HTTP2_DATA, HC_HTTP2_END_STREAM, 3, BYTES("abc"), 0}, 3},
        {{"none", HC_HTTP2_DATA, HC_HTTP2_END_STREAM, 0, BYTES(""), 0}, 0},
        {{"padded", HC_HTTP2_DATA, HC_HTTP2_PADDED, 6,
          BYTES("\x02"
                "abc\0\0"),
          0},
         3},
        {{"padded by nothing", HC_HTTP2_DATA, HC_HTTP2_PADDED, 4, BYTES("\0abc"), 0}, 3},
        {{"padding only", HC_HTTP2_DATA, HC_HTTP2_PADDED, 3, BYTES("\x02\0\0"), 0}, 0},
        {{"more padding than there is room", HC_HTTP2_DATA, HC_HTTP2_PADDED, 3, BYTES("\x03\0\0"), 0}, 0},
        {{"padded, and empty", HC_HTTP2_DATA, HC_HTTP2_PADDED, 0, BYTES(""), 0}, 0},
        {{"cut", HC_HTTP2_DATA, 0, 1000, BYTES("abc"), 997}, 1000},
        {{"padded and cut", HC_HTTP2_DATA, HC_HTTP2_PADDED, 1000, BYTES("\x09"), 999}, 990},
        {{"no DATA", HC_HTTP2_HEADERS, HC_HTTP2_END_STREAM, 3, BYTES("abc"), 0}, 0},
        {{"no DATA", GOAWAY, 0, 3, BYTES("abc"), 0}, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct hc_http2_frame frame = read_frame(&rows[i].frame);

        if (hc_http2_frame_content(&frame) != rows[i].content)
            fail_msg("%s: %u bytes", rows[i].frame.what, hc_http2_frame_content(&frame));
    }
}

/* NULL: they are not all there, or have no end. */
static void test_the_bytes_of_content(void **state) {
    enum { PADDED = HC_HTTP2_PADDED };
    static const struct {
        struct sample frame;
        const char *data;
        bool has_more_behind;
    } rows[] = {
        {{"plain", HC_HTTP2_DATA, 0, 3, BYTES("abc"), 0}, "abc", false},
        {{"none", HC_HTTP2_DATA, 0, 0, BYTES(""), 0}, "", false},
        {{"another frame behind it", HC_HTTP2_DATA, 0, 3, BYTES("abcNEXT"), 0}, "abc", true},
        {{"padded", HC_HTTP2_DATA, PADDED, 5, BYTES("\x02hb\0\0"), 0}, "hb", false},
        {{"padding only", HC_HTTP2_DATA, PADDED, 3, BYTES("\x02\0\0NEXT"), 0}, "", true},
        {{"more padding than there is room", HC_HTTP2_DATA, PADDED, 3, BYTES("\x03\0\0"), 0}, NULL, false},
        {{"padded, and empty", HC_HTTP2_DATA, PADDED, 0, BYTES(""), 0}, NULL, false},
        {{"cut in the content", HC_HTTP2_DATA, 0, 4, BYTES("abc"), 1}, NULL, false},
        {{"cut in the padding", HC_HTTP2_DATA, PADDED, 5, BYTES("\x02hb\0"), 1}, NULL, false},
        {{"cut behind it", HC_HTTP2_DATA, 0, 3, BYTES("abc"), 20}, "abc", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct hc_http2_frame frame = read_frame(&rows[i].frame);
        struct hc_span data;
        char bytes[64] = "";
        bool is_there = hc_http2_frame_data(&frame, &data);

        if (is_there)
            hc_span_copy(data, bytes, sizeof bytes - 1);
        if (is_there != (rows[i].data != NULL) ||
            (is_there && (data.length != strlen(rows[i].data) || strcmp(bytes, rows[i].data) != 0)))
            fail_msg("%s: \"%s\"", rows[i].frame.what, bytes);
        if (hc_http2_frame_has_more_behind(&frame) != rows[i].has_more_behind)
            fail_msg("%s: what stands behind it", rows[i].frame.what);
    }
}

#define PRIORITY_OF_5 "\x80\0\0\x03\x10"
#define PROMISED      "\0\0\0\x02"

static void test_fragments(void **state) {
    enum { PADDED = HC_HTTP2_PADDED, PRIORITY = HC_HTTP2_PRIORITY };
    static const struct {
        struct sample frame;
        const char *fragment;
    } rows[] = {
        {{"HEADERS", HC_HTTP2_HEADERS, 0, 2, BYTES("hb"), 0}, "hb"},
        {{"HEADERS, empty", HC_HTTP2_HEADERS, 0, 0, BYTES(""), 0}, ""},
        {{"padded", HC_HTTP2_HEADERS, PADDED, 5, BYTES("\x02hb\0\0"), 0}, "hb"},
        {{"padded by nothing", HC_HTTP2_HEADERS, PADDED, 3, BYTES("\0hb"), 0}, "hb"},
        {{"padding only", HC_HTTP2_HEADERS, PADDED, 3, BYTES("\x02\0\0"), 0}, ""},
        {{"too much padding", HC_HTTP2_HEADERS, PADDED, 3, BYTES("\x03hb"), 0}, ""},
        {{"padded, and empty", HC_HTTP2_HEADERS, PADDED, 0, BYTES(""), 0}, ""},
        {{"with a priority", HC_HTTP2_HEADERS, PRIORITY, 7, BYTES(PRIORITY_OF_5 "hb"), 0}, "hb"},
        {{"a priority cut short", HC_HTTP2_HEADERS, PRIORITY, 4, BYTES("\x80\0\0\x03"), 0}, ""},
        {{"with both", HC_HTTP2_HEADERS, PADDED | PRIORITY, 9, BYTES("\x01" PRIORITY_OF_5 "hb\0"), 0}, "hb"},
        {{"with both, and no room", HC_HTTP2_HEADERS, PADDED | PRIORITY, 8, BYTES("\x03" PRIORITY_OF_5 "hb"),
          0},
         ""},
        {{"PUSH_PROMISE", HC_HTTP2_PUSH_PROMISE, 0, 6, BYTES(PROMISED "hb"), 0}, "hb"},
        {{"PUSH_PROMISE, padded", HC_HTTP2_PUSH_PROMISE, PADDED, 8, BYTES("\x01" PROMISED "hb\0"), 0}, "hb"},
        {{"has no priority", HC_HTTP2_PUSH_PROMISE, PRIORITY, 6, BYTES(PROMISED "hb"), 0}, "hb"},
        {{"CONTINUATION", HC_HTTP2_CONTINUATION, HC_HTTP2_END_HEADERS, 2, BYTES("hb"), 0}, "hb"},
        {{"has no padding", HC_HTTP2_CONTINUATION, PADDED | PRIORITY, 3, BYTES("\x01hb"), 0}, "\x01hb"},
        {{"cut in the fragment", HC_HTTP2_HEADERS, PRIORITY, 100, BYTES(PRIORITY_OF_5 "hb"), 93}, "hb"},
        {{"cut in the priority", HC_HTTP2_HEADERS, PRIORITY, 100, BYTES("\x80\0\0"), 97}, ""},
        {{"cut in the padding", HC_HTTP2_HEADERS, PADDED, 6, BYTES("\x03hb\0"), 2}, "hb"},
        {{"a frame behind it", HC_HTTP2_HEADERS, 0, 2, BYTES("hbNEXT"), 0}, "hb"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct hc_http2_frame frame = read_frame(&rows[i].frame);
        struct hc_span fragment = hc_http2_frame_fragment(&frame);
        char bytes[64] = "";

        hc_span_copy(fragment, bytes, sizeof bytes - 1);
        if (fragment.length != strlen(rows[i].fragment) || strcmp(bytes, rows[i].fragment) != 0)
            fail_msg("%s: %u bytes, \"%s\"", rows[i].frame.what, fragment.length, bytes);
    }
}

static void test_whole_blocks(void **state) {
    enum { END_HEADERS = HC_HTTP2_END_HEADERS };
    static const struct hc_http2_frame whole[] = {
        {.type = HC_HTTP2_HEADERS, .flags = END_HEADERS},
        {.type = HC_HTTP2_PUSH_PROMISE, .flags = END_HEADERS | HC_HTTP2_PADDED},
    };
    static const struct hc_http2_frame parts[] = {
        {.type = HC_HTTP2_HEADERS, .flags = HC_HTTP2_END_STREAM},
        {.type = HC_HTTP2_PUSH_PROMISE},
        {.type = HC_HTTP2_CONTINUATION},
        {.type = HC_HTTP2_CONTINUATION, .flags = END_HEADERS}, /* it began before */
    };

    (void)state;
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++)
        assert_true(hc_http2_frame_has_whole_block(&whole[i]));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_false(hc_http2_frame_has_whole_block(&parts[i]));
}

static void test_what_is_hidden_behind_the_last_frame(void **state) {
    static const struct {
        struct sample frame;
        bool is_cut, hides_others;
    } rows[] = {
        {{"whole, alone", SETTINGS, 0, 3, BYTES("abc"), 0}, false, false},
        {{"whole, and the beginning of another one", SETTINGS, 0, 3, BYTES("abc\0\0\1\0\0\0\0\0\1"), 0},
         false,
         false},
        {{"whole, and a byte or two of it", SETTINGS, 0, 3, BYTES("abc\0\0"), 0}, false, false},
        {{"whole, and all of another one", SETTINGS, 0, 3, BYTES("abc\0\0\1\0\0\0\0\0\1d"), 0}, false, true},
        {{"whole, and another one without content", SETTINGS, 0, 3, BYTES("abc\0\0\0\0\0\0\0\0\1"), 0},
         false,
         true},
        {{"nothing in it, and all of another one", SETTINGS, 0, 0, BYTES("\0\0\1\0\0\0\0\0\1d"), 0},
         false,
         true},
        {{"whole, and the cut behind it", SETTINGS, 0, 3, BYTES("abc"), 20}, false, true},
        {{"whole, and the cut in the next one", SETTINGS, 0, 3, BYTES("abcNEXT"), 20}, false, true},
        {{"cut by a byte", SETTINGS, 0, 4, BYTES("abc"), 1}, true, false},
        {{"cut, and the last one", SETTINGS, 0, 23, BYTES("abc"), 20}, true, false},
        {{"cut, and another one behind it", SETTINGS, 0, 23, BYTES("abc"), 21}, true, true},
        {{"cut, and longer than its packet", SETTINGS, 0, 30, BYTES("abc"), 20}, true, false},
        {{"as long as can be", SETTINGS, 0, 0xffffff, BYTES("abc"), 20}, true, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct hc_http2_frame frame = read_frame(&rows[i].frame);

        if (hc_http2_frame_is_cut(&frame) != rows[i].is_cut ||
            hc_http2_frame_hides_others(&frame) != rows[i].hides_others)
            fail_msg("%s: not so", rows[i].frame.what);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_the_header),
        MEMORY_TEST(test_the_payload_ends_with_the_frame),
        MEMORY_TEST(test_a_header_that_is_not_there),
        MEMORY_TEST(test_what_ends_a_stream),
        MEMORY_TEST(test_content),
        MEMORY_TEST(test_the_bytes_of_content),
        MEMORY_TEST(test_fragments),
        MEMORY_TEST(test_whole_blocks),
        MEMORY_TEST(test_what_is_hidden_behind_the_last_frame),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
