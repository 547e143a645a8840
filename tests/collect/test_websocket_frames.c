/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is told of the Close frames in a direction's bytes, however these are cut into pieces. */
#include "collect_test.h"

#include "collect/websocket_frames.h"

/* What the listener was told, in words. */
struct told {
    char words[1024];
    const uint8_t *piece; /* that is being read */
};

static void add(struct told *told, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct told *told, const char *format, ...) {
    size_t used = strlen(told->words);
    va_list parts;

    va_start(parts, format);
    vsnprintf(told->words + used, sizeof told->words - used, format, parts);
    va_end(parts);
}

static void add_faults(struct told *told, unsigned faults) {
    static const char *const names[] = {"one byte", "too long", "fragmented", "not UTF-8"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (faults & 1U << i)
            add(told, " (%s)", names[i]);
    }
    assert_int_equal(faults >> sizeof names / sizeof names[0], 0);
}

/* Where the code is said to stand it does, masked or not. */
static void require_place(const struct told *told, const struct hc_close_frame *close) {
    if (close->code_at == HC_NOT_IN_PIECE)
        return;
    assert_true(close->has_code);
    if (!close->is_masked)
        assert_int_equal(told->piece[close->code_at] << 8 | told->piece[close->code_at + 1], close->code);
}

static void on_close(void *user, const struct hc_close_frame *close) {
    struct told *told = user;

    require_place(told, close);
    add(told, "%sClose", close->is_masked ? "masked " : "");
    if (close->has_code)
        add(told, " %u", close->code);
    else
        assert_int_equal(close->code, 0);
    if (close->reason_length > 0)
        add(told, " '%.*s'", close->reason_length, (const char *)close->reason);
    add_faults(told, close->faults);
    add(told, ". ");
}

static void on_data_after_close(void *user) {
    add(user, "Data. ");
}

static const struct hc_websocket_listener listener = {on_close, on_data_after_close};

/* In memory of just its size, so that a step too far is seen. */
static void read_piece(struct hc_websocket_frames *frames, const char *text, size_t size, struct told *told) {
    uint8_t *piece = malloc(size > 0 ? size : 1);

    assert_non_null(piece);
    memcpy(piece, text, size);
    told->piece = piece;
    hc_websocket_frames_read(frames, piece, size, &listener, told);
    free(piece);
}

#define TEN       "0123456789"
#define FIFTY     TEN TEN TEN TEN TEN
#define LONGEST   FIFTY FIFTY TEN TEN "012" /* reason: 123 bytes */
#define MASK_OF_4 "\x37\xfa\x21\x3d"        /* the masking key of RFC 6455, section 5.7 */

static const struct sample {
    const char *what;
    struct bytes bytes;
    const char *told;
} samples[] = {
    {"an unmasked text message (RFC 6455, section 5.7)", BYTES("\x81\x05Hello"), ""},
    {"a masked text message (5.7)", BYTES("\x81\x85" MASK_OF_4 "\x7f\x9f\x4d\x51\x58"), ""},
    {"a fragmented text message (5.7)", BYTES("\x01\x03Hel\x80\x02lo"), ""},
    {"Ping and masked Pong (5.7)", BYTES("\x89\x05Hello\x8a\x85" MASK_OF_4 "\x7f\x9f\x4d\x51\x58"), ""},

    {"a Close", BYTES("\x88\x02\x03\xe8"), "Close 1000. "},
    {"with a reason", BYTES("\x88\x05\x03\xf0no!"), "Close 1008 'no!'. "},
    {"with Chinese words", BYTES("\x88\x08\x0f\xa0\xe4\xbd\xa0\xe5\xa5\xbd"),
     "Close 4000 '\xe4\xbd\xa0\xe5\xa5\xbd'. "},
    {"with the highest number", BYTES("\x88\x02\xff\xff"), "Close 65535. "},
    {"with the number 0", BYTES("\x88\x02\0\0"), "Close 0. "},
    {"masked", BYTES("\x88\x85" MASK_OF_4 "\x34\x0a\x4f\x52\x16"), "masked Close 1008 'no!'. "},
    {"masked with 0", BYTES("\x88\x82\0\0\0\0\x03\xe8"), "masked Close 1000. "},
    {"empty", BYTES("\x88\0"), "Close. "},
    {"empty and masked", BYTES("\x88\x80" MASK_OF_4), "masked Close. "},
    {"with the longest reason", BYTES("\x88\x7d\x03\xe8" LONGEST), "Close 1000 '" LONGEST "'. "},
    {"behind a Ping", BYTES("\x89\x01!\x88\x02\x03\xe9"), "Close 1001. "},
    {"between the fragments of a message", BYTES("\x01\x03Hel\x88\x02\x03\xe9\x80\x02lo"),
     "Close 1001. Data. "},
    {"behind a message of 126 bytes", BYTES("\x82\x7e\0\x7e" FIFTY FIFTY TEN TEN "\x88\0\0\0\0\0\x88\0"),
     "Close. "},
    {"behind a message with a 64-bit length", BYTES("\x82\x7f\0\0\0\0\0\0\0\x0a" TEN "\x88\0"), "Close. "},
    {"behind masked data with a 64-bit length", BYTES("\x82\xff\0\0\0\0\0\0\0\x0a" MASK_OF_4 TEN "\x88\0"),
     "Close. "},
    {"behind compressed data", BYTES("\xc1\x07\xf2\x48\xcd\xc9\xc9\x07\0\x88\x02\x03\xe8"), "Close 1000. "},
    {"with RSV bits", BYTES("\xf8\x02\x03\xe8"), "Close 1000. "},
    {"behind reserved opcodes", BYTES("\x83\x01\x88\x8b\x01\x88\x88\0"), "Close. "},
    {"with a length in more bytes than it needs", BYTES("\x88\x7e\0\x02\x03\xe8\x88\0"),
     "Close 1000. Close. "},
    {"empty, with a length in 64 bits", BYTES("\x88\x7f\0\0\0\0\0\0\0\0"), "Close. "},

    {"a body of one byte", BYTES("\x88\x01\x03"), "Close (one byte). "},
    {"masked, of one byte", BYTES("\x88\x81" MASK_OF_4 "\x34"), "masked Close (one byte). "},
    {"Latin-1",
     BYTES("\x88\x05\x03\xe8"
           "f\xfcr"),
     "Close 1000 'f\xfcr' (not UTF-8). "},
    {"half a character", BYTES("\x88\x04\x03\xe8\xe4\xbd"), "Close 1000 '\xe4\xbd' (not UTF-8). "},
    {"126 bytes", BYTES("\x88\x7e\0\x7e\x03\xe8" LONGEST "3\x88\0"),
     "Close 1000 '" LONGEST "' (too long). Close. "},
    {"125 of which cut a character", BYTES("\x88\x7e\0\x7e\x03\xe8" FIFTY FIFTY TEN TEN "01\xc3\xbc"),
     "Close 1000 '" FIFTY FIFTY TEN TEN "01\xc3' (too long). "},
    {"a length that never comes", BYTES("\x88\x7f\x7f\xff\xff\xff\xff\xff\xff\xff\x03\xe8" LONGEST "more"),
     "Close 1000 '" LONGEST "' (too long). "},
    {"fragmented",
     BYTES("\x08\x03\x03\xe8"
           "a\x80\x01"
           "b\x88\0"),
     "Close 1000 'a' (fragmented). "},
    {"fragmented within a character", BYTES("\x08\x03\x03\xe8\xc3\x80\x01\xbc"),
     "Close 1000 '\xc3' (fragmented). "},
    {"fragmented before the code", BYTES("\x08\0\x80\x02\x03\xe8"), "Close (fragmented). "},

    {"data behind it", BYTES("\x88\0\x81\x02hi\x81\0\x88\0"), "Close. Data. Close. "},
    {"a continuation behind it", BYTES("\x88\0\0\x02hi"), "Close. Data. "},
    {"Pong behind it", BYTES("\x88\0\x8a\0"), "Close. "},
    {"a second Close", BYTES("\x88\x02\x03\xe8\x88\x02\x03\xe9"), "Close 1000. Close 1001. "},

    {"no frames: a length over 63 bits", BYTES("\x82\x7f\x80\0\0\0\0\0\0\x01!\x88\0"), ""},
    {"no frames: so in a Close", BYTES("\x88\x7f\x80\0\0\0\0\0\0\x7d\x03\xe8" LONGEST), ""},
    {"in data: no Close", BYTES("\x82\x06\x88\x02\x03\xe8\x88\0"), ""},
    {"behind the longest data: no Close", BYTES("\x82\x7f\x7f\xff\xff\xff\xff\xff\xff\xff\x88\0"), ""},
};
enum { SAMPLES = sizeof samples / sizeof samples[0] };

static void require_told(const struct sample *sample, const struct told *told, size_t one, size_t other) {
    if (strcmp(told->words, sample->told) != 0)
        fail_msg("%s, cut at %zu and %zu: told '%s', not '%s'", sample->what, one, other, told->words,
                 sample->told);
}

/* In three pieces, of which some may be empty. */
static void read_cut(const struct sample *sample, size_t one, size_t other) {
    struct hc_websocket_frames frames = {0};
    struct told told = {.words = ""};
    const char *text = sample->bytes.text;

    read_piece(&frames, text, one, &told);
    read_piece(&frames, text + one, other - one, &told);
    read_piece(&frames, text + other, sample->bytes.size - other, &told);
    require_told(sample, &told, one, other);
}

static void test_cut_at_every_byte(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        for (size_t one = 0; one <= samples[i].bytes.size; one++) {
            for (size_t other = one; other <= samples[i].bytes.size; other++)
                read_cut(&samples[i], one, other);
        }
    }
}

static void test_byte_by_byte(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct hc_websocket_frames frames = {0};
        struct told told = {.words = ""};

        for (size_t at = 0; at < samples[i].bytes.size; at++)
            read_piece(&frames, samples[i].bytes.text + at, 1, &told);
        require_told(&samples[i], &told, 1, 1);
    }
}

/* A direction that ends too early, or whose rest is lost, has told nothing that the whole one does not tell.
 */
static void test_without_its_end(void **state) {
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        for (size_t end = 0; end < samples[i].bytes.size; end++) {
            struct hc_websocket_frames frames = {0};
            struct told told = {.words = ""};
            size_t before;

            read_piece(&frames, samples[i].bytes.text, end, &told);
            before = strlen(told.words);
            assert_int_equal(strncmp(told.words, samples[i].told, before), 0);
            hc_websocket_frames_lose(&frames);
            read_piece(&frames, samples[i].bytes.text + end, samples[i].bytes.size - end, &told);
            assert_int_equal(strlen(told.words), before);
        }
    }
}

/* It is told with its last byte, not earlier, and not with the next frame. */
static void test_told_in_time(void **state) {
    static const struct sample close = {"a Close", BYTES("\x88\x05\x03\xf0no!"), ""};
    struct hc_websocket_frames frames = {0};
    struct told told = {.words = ""};

    (void)state;
    read_piece(&frames, close.bytes.text, close.bytes.size - 1, &told);
    assert_string_equal(told.words, "");
    assert_false(frames.is_closed);
    read_piece(&frames, close.bytes.text + close.bytes.size - 1, 1, &told);
    assert_string_equal(told.words, "Close 1008 'no!'. ");
    assert_true(frames.is_closed);
}

static size_t place;

static void keep_place(void *user, const struct hc_close_frame *close) {
    (void)user;
    place = close->code_at;
}

static void test_where_the_code_stands(void **state) {
    static const struct hc_websocket_listener places = {keep_place, on_data_after_close};
    static const uint8_t bytes[] = "\x81\x02hi\x88\x05\x03\xf0no!";
    enum { SIZE = sizeof bytes - 1, CODE = 6 };

    (void)state;
    for (size_t cut = 0; cut < SIZE; cut++) {
        struct hc_websocket_frames frames = {0};
        size_t expected = cut <= CODE ? CODE - cut : HC_NOT_IN_PIECE;

        place = 0;
        hc_websocket_frames_read(&frames, bytes, cut, &places, NULL);
        hc_websocket_frames_read(&frames, bytes + cut, SIZE - cut, &places, NULL);
        assert_int_equal(place, expected);
    }
}

static void test_whether_there_were_frames(void **state) {
    struct hc_websocket_frames frames = {0};
    struct told told = {.words = ""};

    (void)state;
    read_piece(&frames, "\x81", 1, &told);
    assert_false(frames.has_frames);
    read_piece(&frames, "\x05", 1, &told);
    assert_true(frames.has_frames);
    assert_false(frames.is_closed || frames.is_lost);
}

static void test_whether_it_ends_with_a_whole_frame(void **state) {
    static const char bytes[] = "\x81\x02hi\x88\x80" MASK_OF_4 "\x82\x7e\0\x01!";
    static const bool is_end[sizeof bytes] = {[0] = true, [4] = true, [10] = true, [15] = true};
    struct hc_websocket_frames frames = {0};
    struct told told = {.words = ""};

    (void)state;
    for (size_t at = 0; at < sizeof bytes; at++) {
        assert_int_equal(hc_websocket_frames_is_between(&frames), is_end[at]);
        if (at < sizeof bytes - 1)
            read_piece(&frames, bytes + at, 1, &told);
    }
    hc_websocket_frames_lose(&frames);
    assert_false(hc_websocket_frames_is_between(&frames));
}

struct counts {
    unsigned long closes, data;
};

static void count_close(void *user, const struct hc_close_frame *close) {
    struct counts *counts = user;

    assert_true(close->reason_length <= HC_MOST_CONTROL_BYTES);
    counts->closes++;
}

static void count_data(void *user) {
    struct counts *counts = user;

    counts->data++;
}

enum { FLOOD = 200000, MARK = 0x5a };

/* The state, and what stands behind it. */
struct guarded {
    struct hc_websocket_frames frames;
    uint8_t guard[64];
};

/* Each frame in pieces of another size than the last one's. */
static void flood(const struct bytes *frame, struct guarded *guarded, struct counts *counts) {
    static const struct hc_websocket_listener counter = {count_close, count_data};

    for (size_t i = 0; i < FLOOD; i++) {
        size_t step = 1 + i % frame->size;

        for (size_t at = 0; at < frame->size; at += step) {
            size_t size = frame->size - at < step ? frame->size - at : step;

            hc_websocket_frames_read(&guarded->frames, (const uint8_t *)frame->text + at, size, &counter,
                                     counts);
        }
    }
}

static void require_guard(const struct guarded *guarded) {
    for (size_t i = 0; i < sizeof guarded->guard; i++)
        assert_int_equal(guarded->guard[i], MARK);
}

/* Frames without end change nothing but the one state, and data after a Close are told of once. */
static void test_flood(void **state) {
    static const struct {
        struct bytes frame;
        unsigned long closes, data;
    } floods[] = {
        {BYTES("\x89\x05Hello"), 0, 0},
        {BYTES("\x01\x83" MASK_OF_4 "\x7f\x9f\x4d"), 0, 0},
        {BYTES("\x88\x82" MASK_OF_4 "\x34\x12"), FLOOD, 0},
        {BYTES("\x88\x7e\0\x7e\x03\xe8" LONGEST "3"), FLOOD, 0},
        {BYTES("\x88\0\x81\0"), FLOOD, 1},
        {BYTES("\x08\0"), 1, 0},
        {BYTES("\xff\xff\xff\xff\xff\xff\xff\xff"), 0, 0},
        {BYTES("\x88\x7f\0\xff\xff\xff\xff\xff\xff\xff"), 1, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof floods / sizeof floods[0]; i++) {
        struct guarded guarded = {.frames = {0}};
        struct counts counts = {0};

        memset(guarded.guard, MARK, sizeof guarded.guard);
        flood(&floods[i].frame, &guarded, &counts);
        require_guard(&guarded);
        assert_int_equal(counts.closes, floods[i].closes);
        assert_int_equal(counts.data, floods[i].data);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_at_every_byte),
        cmocka_unit_test(test_byte_by_byte),
        cmocka_unit_test(test_without_its_end),
        cmocka_unit_test(test_told_in_time),
        cmocka_unit_test(test_where_the_code_stands),
        cmocka_unit_test(test_whether_there_were_frames),
        cmocka_unit_test(test_whether_it_ends_with_a_whole_frame),
        cmocka_unit_test(test_flood),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
