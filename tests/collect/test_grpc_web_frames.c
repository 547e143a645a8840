/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is told of the trailers in a response of gRPC-Web, however its content is cut into pieces. */
#include "collect_test.h"

#include "collect/grpc_web_frames.h"

/* What the listener was told last. */
struct told {
    char words[HC_MOST_GRPC_WEB_TRAILERS + 1];
    size_t length, at;
    unsigned times;
};

static void listen(void *user, const char *trailers, size_t length, size_t at) {
    struct told *told = user;

    memcpy(told->words, trailers, length);
    told->words[length] = '\0';
    told->length = length;
    told->at = at;
    told->times++;
}

/* A frame of the kind, with one byte of length. */
#define MESSAGE  "\0\0\0\0\3abc"
#define NOTHING  "\0\0\0\0\0"
#define TRAILERS "\x80\0\0\0\x0fgrpc-status: 5\n"
#define LINE     "grpc-status: 5\n"

static void read_in(const char *bytes, size_t size, size_t at_once, struct hc_grpc_web_frames *frames,
                    struct told *told) {
    for (size_t at = 0; at < size; at += at_once) {
        size_t piece = size - at < at_once ? size - at : at_once;

        hc_grpc_web_frames_read(frames, (const uint8_t *)bytes + at, piece, listen, told);
    }
}

/* In pieces of every size. */
static void check(const char *bytes, size_t size, bool is_text, const char *wanted, bool is_whole) {
    for (size_t at_once = 1; at_once <= size; at_once++) {
        struct hc_grpc_web_frames frames = {.is_text = is_text};
        struct told told = {0};

        read_in(bytes, size, at_once, &frames, &told);
        assert_string_equal(told.words, wanted);
        assert_int_equal(told.times, wanted[0] != '\0');
        assert_int_equal(hc_grpc_web_frames_are_whole(&frames), is_whole);
    }
}
#define CHECK(literal, ...)      check(literal, sizeof literal - 1, false, __VA_ARGS__)
#define CHECK_TEXT(literal, ...) check(literal, sizeof literal - 1, true, __VA_ARGS__)

static void test_trailers_behind_messages(void **state) {
    (void)state;
    CHECK(TRAILERS, LINE, true);
    CHECK(MESSAGE TRAILERS, LINE, true);
    CHECK(NOTHING MESSAGE MESSAGE TRAILERS, LINE, true);
    CHECK("\1\0\0\0\1c" TRAILERS, LINE, true);
    CHECK(MESSAGE, "", true);
    CHECK("\x80\0\0\0\0", "", true);
}

static void test_what_breaks_off(void **state) {
    (void)state;
    CHECK("\0\0", "", false);
    CHECK("\0\0\0\0\3ab", "", false);
    CHECK(MESSAGE "\x80\0\0\0\x0fgrpc-status: 5", "", false);
    CHECK("\0\xff\xff\xff\xff" TRAILERS, "", false);
}

/* Content that is compressed, or another thing altogether, and trailers that are. */
static void test_what_are_no_frames(void **state) {
    (void)state;
    CHECK("\x1f\x8b\x08\0\0" TRAILERS, "", false);
    CHECK("<html><body>" TRAILERS, "", false);
    CHECK("\x81\0\0\0\1x" TRAILERS, "", false);
    CHECK("\2\0\0\0\0" TRAILERS, "", false);
}

static void test_base64(void **state) {
    (void)state;
    /* all of it as one, and each frame by itself */
    CHECK_TEXT("AAAAAANhYmOAAAAAD2dycGMtc3RhdHVzOiA1Cg==", LINE, true);
    CHECK_TEXT("AAAAAANhYmM=gAAAAA9ncnBjLXN0YXR1czogNQo=", LINE, true);
    CHECK_TEXT("gAAAAA9ncnBjLXN0YXR1czogNQo", "", false);
    CHECK_TEXT("gAAAAA9n*nBjLXN0YXR1czogNQo=", "", false);
    CHECK_TEXT("=AAA", "", false);
    CHECK_TEXT("A=AA", "", false);
}

static void test_where_they_stand(void **state) {
    static const char bytes[] = MESSAGE TRAILERS;
    struct hc_grpc_web_frames frames = {0}, cut = {0}, text = {.is_text = true};
    struct told told = {0};

    (void)state;
    read_in(bytes, sizeof bytes - 1, sizeof bytes, &frames, &told);
    assert_memory_equal(bytes + told.at, told.words, told.length);
    read_in(bytes, sizeof bytes - 1, 16, &cut, &told);
    assert_int_equal(told.at, HC_TRAILERS_NOT_IN_PIECE);
    told.at = 0;
    read_in("gAAAAA9ncnBjLXN0YXR1czogNQo=", 28, 28, &text, &told);
    assert_int_equal(told.at, HC_TRAILERS_NOT_IN_PIECE);
}

/* They are told of as soon as enough was read, and once. */
static void test_long_trailers(void **state) {
    static char bytes[5 + 4000 + 5] = "\x80\0\0\x0f\xa0";
    struct hc_grpc_web_frames frames = {0};
    struct told told = {0};

    (void)state;
    memset(bytes + 5, 'x', 4000);
    read_in(bytes, sizeof bytes, 7, &frames, &told);
    assert_int_equal(told.length, HC_MOST_GRPC_WEB_TRAILERS);
    assert_int_equal(told.times, 1);
    assert_true(hc_grpc_web_frames_are_whole(&frames));
}

static void test_nothing_is_said_once_it_is_lost(void **state) {
    struct hc_grpc_web_frames frames = {0};
    struct told told = {0};

    (void)state;
    assert_true(hc_grpc_web_frames_are_whole(&frames));
    hc_grpc_web_frames_lose(&frames);
    read_in(TRAILERS, sizeof TRAILERS - 1, 99, &frames, &told);
    assert_int_equal(told.times, 0);
    assert_false(hc_grpc_web_frames_are_whole(&frames));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trailers_behind_messages),
        cmocka_unit_test(test_what_breaks_off),
        cmocka_unit_test(test_what_are_no_frames),
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_where_they_stand),
        cmocka_unit_test(test_long_trailers),
        cmocka_unit_test(test_nothing_is_said_once_it_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
