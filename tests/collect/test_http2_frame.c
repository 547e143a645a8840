/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The frame header of HTTP/2 around the stream id that the dissector marks (RFC 9113, section 4.1). */
#include "collect/packet_test.h"

#include "collect/http2_frame.h"

enum { STREAM_ID_AT = 5 };

/* The packet begins with a frame. */
static struct hc_http2_frame read_frame(const void *bytes, size_t captured, size_t lost) {
    struct hc_http2_frame frame;
    field_info stream_id;

    open_packet(bytes, captured, lost);
    stream_id = field_at(STREAM_ID_AT, 4);
    assert_true(hc_http2_frame_read(&stream_id, &frame));
    return frame;
}
#define FRAME(literal)     read_frame((literal), sizeof(literal) - 1, 0)
#define CUT(literal, lost) read_frame((literal), sizeof(literal) - 1, lost)

static void require_fragment(struct hc_http2_frame frame, const char *right) {
    struct hc_span fragment = hc_http2_frame_fragment(&frame);

    assert_int_equal(fragment.length, strlen(right));
    if (right[0] != '\0')
        assert_memory_equal(hc_span_bytes(fragment), right, strlen(right));
}

static void test_the_parts_of_a_frame(void **state) {
    const struct hc_http2_frame frame = FRAME("\0\0\3\1\5\0\0\0\1abc");

    (void)state;
    assert_int_equal(frame.length, 3);
    assert_int_equal(frame.type, HC_HTTP2_HEADERS);
    assert_int_equal(frame.flags, HC_HTTP2_END_STREAM | HC_HTTP2_END_HEADERS);
    assert_true(hc_http2_frame_ends_stream(&frame));
    assert_true(hc_http2_frame_has_whole_block(&frame));
    assert_false(hc_http2_frame_is_cut(&frame));
    assert_false(frame.hides_frames);
    require_fragment(frame, "abc");
}

static void test_bytes_that_are_not_there(void **state) {
    struct hc_http2_frame frame;
    field_info early, late, nowhere = {.start = STREAM_ID_AT, .length = 4};

    (void)state;
    open_packet("\0\0\0\0\0\0\0\0\1", 9, 0);
    early = field_at(STREAM_ID_AT - 1, 4);
    late = field_at(STREAM_ID_AT + 1, 4);
    assert_false(hc_http2_frame_read(&early, &frame));
    assert_false(hc_http2_frame_read(&late, &frame));
    assert_false(hc_http2_frame_read(&nowhere, &frame));
}

/* END_STREAM has its bit in other types, too: there it means something else (ACK), or nothing. */
static void test_which_frames_end_a_stream(void **state) {
    const struct hc_http2_frame data = FRAME("\0\0\0\0\1\0\0\0\1"), settings = FRAME("\0\0\0\4\1\0\0\0\0"),
                                continuation = FRAME("\0\0\0\x9\1\0\0\0\1"),
                                open = FRAME("\0\0\0\0\0\0\0\0\1");

    (void)state;
    assert_true(hc_http2_frame_ends_stream(&data));
    assert_false(hc_http2_frame_ends_stream(&settings));
    assert_false(hc_http2_frame_ends_stream(&continuation));
    assert_false(hc_http2_frame_ends_stream(&open));
}

static uint32_t content(struct hc_http2_frame frame) {
    return hc_http2_frame_content(&frame);
}

static void test_content_is_without_padding(void **state) {
    (void)state;
    assert_int_equal(content(FRAME("\0\0\5\0\0\0\0\0\1hello")), 5);
    assert_int_equal(content(FRAME("\0\0\5\0\x8\0\0\0\1\2hi..")), 2);
    assert_int_equal(content(FRAME("\0\0\5\0\x8\0\0\0\1\4....")), 0);
    assert_int_equal(content(FRAME("\0\0\5\1\0\0\0\0\1hello")), 0);
}

static void test_padding_beyond_the_frame(void **state) {
    (void)state;
    assert_int_equal(content(FRAME("\0\0\5\0\x8\0\0\0\1\5....")), 0);
    assert_int_equal(content(FRAME("\0\0\5\0\x8\0\0\0\1\377....")), 0);
    require_fragment(FRAME("\0\0\5\1\x8\0\0\0\1\377...."), "");
    require_fragment(FRAME("\0\0\0\1\x8\0\0\0\1"), "");
}

/* Content that was not captured was sent all the same. */
static void test_content_of_a_cut_frame(void **state) {
    const struct hc_http2_frame frame = CUT("\0\0\5\0\0\0\0\0\1he", 3);

    (void)state;
    assert_true(hc_http2_frame_is_cut(&frame));
    assert_int_equal(content(frame), 5);
    assert_false(frame.hides_frames);
}

static void test_frames_behind_a_cut(void **state) {
    const struct hc_http2_frame frame = CUT("\0\0\5\0\0\0\0\0\1he", 20);

    (void)state;
    assert_true(frame.hides_frames);
}

static void test_what_stands_before_the_fragment(void **state) {
    (void)state;
    require_fragment(FRAME("\0\0\10\1\x20\0\0\0\1\0\0\0\0\xffGET"), "GET");
    require_fragment(FRAME("\0\0\13\1\x28\0\0\0\1\2\0\0\0\0\xffGET.."), "GET");
    require_fragment(FRAME("\0\0\7\5\4\0\0\0\1\0\0\0\2GET"), "GET");
    require_fragment(FRAME("\0\0\3\x9\4\0\0\0\1GET"), "GET");
    /* The flags of padding and priority mean nothing there. */
    require_fragment(FRAME("\0\0\3\x9\x2c\0\0\0\1GET"), "GET");
}

static void test_which_blocks_are_whole(void **state) {
    const struct hc_http2_frame first = FRAME("\0\0\1\1\0\0\0\0\1x"), last = FRAME("\0\0\1\x9\4\0\0\0\1x");

    (void)state;
    assert_false(hc_http2_frame_has_whole_block(&first));
    assert_false(hc_http2_frame_has_whole_block(&last));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_the_parts_of_a_frame),      MEMORY_TEST(test_bytes_that_are_not_there),
        MEMORY_TEST(test_which_frames_end_a_stream), MEMORY_TEST(test_content_is_without_padding),
        MEMORY_TEST(test_padding_beyond_the_frame),  MEMORY_TEST(test_content_of_a_cut_frame),
        MEMORY_TEST(test_frames_behind_a_cut),       MEMORY_TEST(test_what_stands_before_the_fragment),
        MEMORY_TEST(test_which_blocks_are_whole),
    };

    begin_program();
    return end_packets(cmocka_run_group_tests(tests, NULL, NULL));
}
