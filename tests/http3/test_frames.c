/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Frames and stream types, whole and cut at every byte. */
#include "http3_test.h"

#include "http3/frames.h"

static struct hc_quic_room room;

/* What was read, in words: the same however the bytes are cut. */
static char *told;

static void tell(const struct hc_http3_item *item) {
    static const char *const names[] = {
        [HC_HTTP3_SECTION] = "section",
        [HC_HTTP3_PROMISE] = "promise",
        [HC_HTTP3_UNREAD] = "unread",
        [HC_HTTP3_DATA] = "data",
        [HC_HTTP3_INSTRUCTIONS] = "instructions",
        [HC_HTTP3_MALFORMED] = "malformed",
    };

    switch (item->kind) {
    case HC_HTTP3_NOTHING:
        break;
    case HC_HTTP3_STREAM_TYPE:
        told = wmem_strdup_printf(capture, "%s type(%u)", told, (unsigned)item->number);
        break;
    case HC_HTTP3_SETTINGS:
        told = wmem_strdup_printf(capture, "%s settings(%u %u)", told, (unsigned)item->capacity,
                                  (unsigned)item->blocked);
        break;
    case HC_HTTP3_GOAWAY:
        told = wmem_strdup_printf(capture, "%s goaway(%u)", told, (unsigned)item->number);
        break;
    case HC_HTTP3_DATA:
    case HC_HTTP3_INSTRUCTIONS:
        for (size_t i = 0; i < item->length; i++)
            told = wmem_strdup_printf(capture, "%s %s(%02x)", told, names[item->kind], item->bytes[i]);
        break;
    default:
        told = wmem_strdup_printf(capture, "%s %s(%u:", told, names[item->kind], (unsigned)item->number);
        for (size_t i = 0; i < item->length; i++)
            told = wmem_strdup_printf(capture, "%s%02x", told, item->bytes[i]);
        told = wmem_strdup_printf(capture, "%s)", told);
    }
}

static void read_piece(struct hc_http3_frames *frames, const uint8_t *bytes, size_t length) {
    while (length > 0) {
        struct hc_http3_item item;
        size_t taken = hc_http3_frames_read(frames, &room, bytes, length, &item);

        assert_true(taken > 0 && taken <= length);
        tell(&item);
        hc_http3_frames_let_go(frames, &room);
        bytes += taken;
        length -= taken;
    }
}

/* In pieces of so many bytes, each of which goes away. */
static void read_cut(struct hc_http3_frames *frames, struct octets octets, size_t step) {
    for (size_t at = 0; at < octets.length; at += step) {
        size_t length = MIN(step, octets.length - at);
        uint8_t *piece = g_memdup2(octets.bytes + at, length);

        read_piece(frames, piece, length);
        g_free(piece);
    }
}

static void require_told(bool is_unidirectional, const char *digits, const char *wanted, bool may_end) {
    struct octets octets = hex(digits);

    for (size_t step = 1; step <= octets.length; step++) {
        struct hc_http3_frames frames;

        room = (struct hc_quic_room){.scope = capture};
        told = "";
        hc_http3_frames_begin(&frames, is_unidirectional);
        read_cut(&frames, octets, step);
        assert_string_equal(told, wanted);
        assert_int_equal(hc_http3_frames_may_end(&frames), may_end);
        hc_http3_frames_skip(&frames, &room);
        assert_int_equal(room.used, 0);
    }
}

static void test_request(void **state) {
    (void)state;
    require_told(false, "01 02 aabb 00 03 010203 01 01 cc",
                 " section(0:aabb) data(01) data(02) data(03) section(0:cc)", true);
}

static void test_long_numbers(void **state) {
    (void)state;
    require_told(false, "4001 4002 aabb 80000000 c000000000000001 01", " section(0:aabb) data(01)", true);
}

static void test_passes_over_what_is_not_known(void **state) {
    (void)state;
    require_told(false, "21 00 21 03 010203 0d 01 ff 0d 01 05 03 01 05 01 01 aa", " section(0:aa)", true);
}

static void test_cut_frames(void **state) {
    (void)state;
    require_told(false, "01", "", false);
    require_told(false, "01 04", "", false);
    require_told(false, "01 04 aa", "", false);
    require_told(false, "40", "", false);
    require_told(false, "00 02 aa", " data(aa)", false);
}

static void test_empty_frames(void **state) {
    (void)state;
    require_told(false, "00 00 01 00 00 00", " section(0:)", true);
    require_told(true, "00 04 00", " type(0) settings(0 0)", true);
    require_told(true, "00 07 00", " type(0) malformed(0:)", true);
}

static void test_promise(void **state) {
    (void)state;
    require_told(false, "05 04 4105 aabb", " promise(261:aabb)", true);
    require_told(false, "05 01 40", " malformed(0:)", true);
    require_told(false, "05 00", " malformed(0:)", true);
}

static void test_control(void **state) {
    (void)state;
    require_told(true, "00 04 08 01 5000 06 4400 07 10 07 01 14", " type(0) settings(4096 16) goaway(20)",
                 true);
    require_told(true, "00 04 09 06 ffffffffffffffff 0d 01 0d 01 00", " type(0) settings(0 0)", true);
    require_told(true, "00 04 01 01", " type(0) malformed(0:)", true);
    require_told(true, "00 07 02 14 15", " type(0) malformed(0:)", true);
    require_told(true, "00 07 09 c000000000000001 00", " type(0)", true);
}

static void test_control_stream_has_no_messages(void **state) {
    (void)state;
    require_told(true, "00 01 01 aa 00 01 aa 05 02 01 aa", " type(0)", true);
    require_told(false, "04 02 01 05 07 01 00", "", true);
}

static void test_types_of_streams(void **state) {
    (void)state;
    require_told(true, "01 4005 01 01 aa", " type(1) section(0:aa)", true);
    require_told(true, "02 3f e1 1f", " type(2) instructions(3f) instructions(e1) instructions(1f)", true);
    require_told(true, "03 84", " type(3) instructions(84)", true);
    require_told(true, "21 01 01 aa", " type(33)", true);
    require_told(true, "4054 04 01 01 aa", " type(84)", true);
    require_told(true, "40", "", true);
}

/* A bidirectional stream of WebTransport has no frames behind its signal. */
static void test_webtransport(void **state) {
    (void)state;
    require_told(false, "4041 04 01 01 aa", "", true);
    require_told(false, "01 01 aa 4041 01 00 01 01 bb", " section(0:aa) section(0:bb)", true);
}

static void test_long_section(void **state) {
    size_t length = HC_LONGEST_FIELD_SECTION;
    uint8_t *section = g_malloc0(length + 1);
    struct hc_http3_frames frames;
    struct hc_http3_item item = {.kind = HC_HTTP3_NOTHING};

    (void)state;
    room = (struct hc_quic_room){.scope = capture};
    hc_http3_frames_begin(&frames, false);
    read_piece(&frames, hex("01 80040000").bytes, 5);
    for (size_t at = 0; at < length; at += 1024)
        hc_http3_frames_read(&frames, &room, section, 1024, &item);
    assert_int_equal(item.kind, HC_HTTP3_SECTION);
    assert_int_equal(item.length, length);
    hc_http3_frames_let_go(&frames, &room);
    assert_int_equal(room.used, 0);

    read_piece(&frames, hex("01 80040001").bytes, 5);
    assert_int_equal(hc_http3_frames_read(&frames, &room, section, length, &item), length);
    assert_int_equal(room.used, 0);
    hc_http3_frames_read(&frames, &room, section, 1, &item);
    assert_int_equal(item.kind, HC_HTTP3_UNREAD);
    assert_true(hc_http3_frames_may_end(&frames));
    g_free(section);
}

/* What a frame's length promises costs nothing until it comes. */
static void test_promised_length(void **state) {
    struct hc_http3_frames frames;

    (void)state;
    room = (struct hc_quic_room){.scope = capture};
    hc_http3_frames_begin(&frames, false);
    read_piece(&frames, hex("01 80040000 aa").bytes, 6);
    assert_true(room.used <= 16);
    read_piece(&frames, hex("aaaaaaaaaaaaaaaa").bytes, 8);
    assert_true(room.used <= 64);
    hc_http3_frames_skip(&frames, &room);
}

/* Each stream of a connection begins a section, and none ends it. */
static void test_flood_of_sections_that_never_end(void **state) {
    enum { STREAMS = 200 };
    static uint8_t section[100000];
    struct hc_http3_frames frames[STREAMS];

    (void)state;
    told = "";
    room = (struct hc_quic_room){.scope = capture};
    for (int i = 0; i < STREAMS; i++) {
        hc_http3_frames_begin(&frames[i], false);
        read_piece(&frames[i], hex("01 80040000").bytes, 5);
        read_piece(&frames[i], section, sizeof section);
        assert_true(room.used <= HC_MOST_WAITING_IN_CONNECTION);
    }
    assert_int_equal(frames[0].purpose, HC_HTTP3_REQUEST);
    assert_int_equal(frames[STREAMS - 1].purpose, HC_HTTP3_SKIPPED);
    assert_string_equal(told, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_request),
        IN_CAPTURE(test_long_numbers),
        IN_CAPTURE(test_passes_over_what_is_not_known),
        IN_CAPTURE(test_cut_frames),
        IN_CAPTURE(test_empty_frames),
        IN_CAPTURE(test_promise),
        IN_CAPTURE(test_control),
        IN_CAPTURE(test_control_stream_has_no_messages),
        IN_CAPTURE(test_types_of_streams),
        IN_CAPTURE(test_webtransport),
        IN_CAPTURE(test_long_section),
        IN_CAPTURE(test_promised_length),
        IN_CAPTURE(test_flood_of_sections_that_never_end),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
