/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two sides say, from their STREAM frames, in the order and with the losses of a capture. */
#include "http3_test.h"

#include "http3/http3.h"

/* RFC 9204, appendix B: see test_qpack.c. */
#define CLIENT_ENCODER        "02 3f bd 01 c0 0f 7777772e6578616d706c652e636f6d c1 0c 2f73616d706c652f70617468"
#define BLOCKED_SECTION       "01 04 03 81 10 11"
#define PARTLY_KNOWN_SECTION  "01 05 03 81 d1 10 11"   /* with :method: GET */
#define SERVER_SETTINGS       "00 04 05 01 40dc 07 02" /* a table of 220 bytes, two blocked streams */
#define SERVER_ALLOWS_NOTHING "00 04 00"

enum { CLIENT_CONTROL = 2, SERVER_CONTROL = 3, CLIENT_ENCODER_STREAM = 6, SERVER_DECODER_STREAM = 11 };

static struct hc_http3 *http3;
static char *told;

static void say(const struct hc_http3_place *place, const char *words) {
    told = wmem_strdup_printf(capture, "%s%s%c%d%s:%s", told, *told ? " " : "",
                              place->sender == HC_CLIENT ? 'c' : 's', (int)place->stream,
                              place->is_promise ? "(promise)" : "", words);
}

/* Of those that HTTP/3 itself needs nothing is told: it would be the same in every test. */
static void stream_type(void *user, const struct hc_http3_place *place, uint64_t type) {
    (void)user;
    if (type > 3)
        say(place, wmem_strdup_printf(capture, "type(%u)", (unsigned)type));
}

static void section_begins(void *user, const struct hc_http3_place *place) {
    assert_ptr_equal(user, &told);
    say(place, "[");
}

static void line(void *user, const struct hc_http3_place *place, const struct hc_qpack_line *said) {
    (void)user;
    (void)place;
    told = wmem_strdup_printf(capture, "%s%.*s=%.*s,", told, (int)said->name_length, said->name,
                              (int)said->value_length, said->value);
}

static void section_ends(void *user, const struct hc_http3_place *place, bool is_whole) {
    (void)user;
    (void)place;
    told = wmem_strdup_printf(capture, "%s%s", told, is_whole ? "]" : "?]");
}

static void data(void *user, const struct hc_http3_place *place, const uint8_t *bytes, size_t length) {
    (void)user;
    say(place, wmem_strdup_printf(capture, "data(%.*s)", (int)length, bytes));
}

static void goes_away(void *user, const struct hc_http3_place *place, uint64_t first_unprocessed) {
    (void)user;
    say(place, wmem_strdup_printf(capture, "goaway(%u)", (unsigned)first_unprocessed));
}

static void ends(void *user, const struct hc_http3_place *place) {
    (void)user;
    say(place, "end");
}

static void is_malformed(void *user, const struct hc_http3_place *place) {
    (void)user;
    say(place, "malformed");
}

static const struct hc_http3_sink sink = {&told, stream_type, section_begins, line,        section_ends,
                                          data,  goes_away,   ends,           is_malformed};

static void begin(void) {
    http3 = hc_http3_new(capture);
    told = "";
}

static void take(int64_t stream, enum hc_side sender, uint64_t offset, const char *digits, bool fin) {
    struct octets octets = hex(digits);
    uint8_t *bytes = g_memdup2(octets.bytes, octets.length);
    const struct hc_quic_piece piece = {offset, bytes, octets.length, fin};

    hc_http3_take(http3, stream, sender, &piece, &sink);
    g_free(bytes);
}

static void require_told(const char *wanted) {
    assert_string_equal(told, wanted);
    told = "";
}

static void test_request_and_response(void **state) {
    (void)state;
    begin();
    take(0, HC_CLIENT, 0, "01 04 0000 d1 c1", true);
    require_told("c0:[:method=GET,:path=/,] c0:end");
    take(0, HC_SERVER, 0, "01 03 0000 d9 00 02 6869", false);
    require_told("s0:[:status=200,] s0:data(hi)");
    take(0, HC_SERVER, 9, "00 01 21 01 07 0000 23", false);
    require_told("s0:data(!)");
    take(0, HC_SERVER, 17, "616263 00", true);
    require_told("s0:[abc=,] s0:end");
}

/* A frame over many packets that come in any order, some of them twice. */
static void test_scattered_section(void **state) {
    (void)state;
    begin();
    take(0, HC_SERVER, 6, "82 64 02", true);
    take(0, HC_SERVER, 2, "00 00 5f 09", false);
    take(0, HC_SERVER, 2, "00 00 5f 09", false);
    take(0, HC_SERVER, 0, "01 07 00", false);
    require_told("s0:[:status=302,] s0:end");
    take(0, HC_SERVER, 0, "01 07 00 00 5f 09 82 64 02", true);
    require_told("");
}

static void test_blocked_section(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(4, HC_CLIENT, 0, BLOCKED_SECTION "00 01 61", true);
    require_told("");
    take(8, HC_CLIENT, 0, "01 03 0000 d1", true);
    require_told("c8:[:method=GET,] c8:end");
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    require_told("c4:[:authority=www.example.com,:path=/sample/path,] c4:data(a) c4:end");
}

/* With 0-RTT the client's instructions come before the server's SETTINGS (RFC 9204, section 3.2.3). */
static void test_settings_that_come_late(void **state) {
    (void)state;
    begin();
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    take(4, HC_CLIENT, 0, BLOCKED_SECTION, true);
    require_told("");
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    require_told("c4:[:authority=www.example.com,:path=/sample/path,] c4:end");
}

/* Each side's encoder has a table of its own. */
static void test_tables_of_two_sides(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    take(4, HC_SERVER, 0, BLOCKED_SECTION, true);
    require_told("");
    take(CLIENT_CONTROL, HC_CLIENT, 0, SERVER_ALLOWS_NOTHING, false);
    require_told("s4:[?] s4:malformed");
}

/* The server could read it, so the capture lacks instructions. */
static void test_acknowledged_section(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(4, HC_CLIENT, 0, PARTLY_KNOWN_SECTION, true);
    take(SERVER_DECODER_STREAM, HC_SERVER, 0, "03 88", false);
    require_told("");
    take(SERVER_DECODER_STREAM, HC_SERVER, 2, "84", false);
    require_told("c4:[:method=GET,?] c4:end");
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    take(8, HC_CLIENT, 0, PARTLY_KNOWN_SECTION, true);
    require_told("c8:[:method=GET,?] c8:end");
}

/* The acknowledgement is the first section's; the second may still be blocked at the server, too. */
static void test_acknowledgement_of_another_section(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    take(4, HC_CLIENT, 0, "01 03 02 00 80 01 03 04 00 80", true);
    require_told("c4:[:authority=www.example.com,]");
    take(SERVER_DECODER_STREAM, HC_SERVER, 0, "03 84", false);
    require_told("");
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 35, "01", false);
    require_told("c4:[:authority=www.example.com,] c4:end");
}

/* Only where the capture lacks instructions can so many be blocked. */
static void test_more_blocked_than_allowed(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(0, HC_CLIENT, 0, PARTLY_KNOWN_SECTION, true);
    take(4, HC_CLIENT, 0, PARTLY_KNOWN_SECTION PARTLY_KNOWN_SECTION, true);
    require_told("");
    take(8, HC_CLIENT, 0, PARTLY_KNOWN_SECTION "00 01 61", false);
    require_told(
        "c0:[:method=GET,?] c0:end c4:[:method=GET,?] c4:[:method=GET,?] c4:end c8:[:method=GET,?] c8:data(a)");
}

static void test_flood_of_blocked_streams(void **state) {
    (void)state;
    begin();
    for (int64_t i = 0; i < HC_MOST_BLOCKED_STREAMS; i++)
        take(4 * i, HC_CLIENT, 0, BLOCKED_SECTION, true);
    require_told("");
    take(4 * HC_MOST_BLOCKED_STREAMS, HC_CLIENT, 0, BLOCKED_SECTION, true);
    assert_true(g_str_has_prefix(told, "c0:[?] c0:end c4:[?] c4:end"));
    assert_true(g_str_has_suffix(told, "c512:[?] c512:end"));
}

/* What stands behind a blocked section waits, up to a bound; then the section says what it can. */
static void test_flood_behind_a_blocked_section(void **state) {
    static uint8_t content[1000];

    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(0, HC_CLIENT, 0, PARTLY_KNOWN_SECTION, false);
    for (uint64_t offset = 7; offset <= HC_MOST_WAITING_IN_STREAM + sizeof content;
         offset += sizeof content) {
        const struct hc_quic_piece piece = {offset, content, sizeof content, false};

        hc_http3_take(http3, 0, HC_CLIENT, &piece, &sink);
    }
    require_told("c0:[:method=GET,?]");
    /* The table is as good as before. */
    take(4, HC_CLIENT, 0, BLOCKED_SECTION, true);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    require_told("c4:[:authority=www.example.com,:path=/sample/path,] c4:end");
}

/* A hole in the encoder's stream, behind which more came than may wait. */
static void test_hole_in_instructions(void **state) {
    static uint8_t instructions[1000];

    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, "02 3f bd 01", false);
    take(0, HC_CLIENT, 0, PARTLY_KNOWN_SECTION, true);
    for (uint64_t offset = 100; offset <= HC_MOST_WAITING_IN_STREAM + 1000; offset += sizeof instructions) {
        const struct hc_quic_piece piece = {offset, instructions, sizeof instructions, false};

        hc_http3_take(http3, CLIENT_ENCODER_STREAM, HC_CLIENT, &piece, &sink);
    }
    require_told("c0:[:method=GET,?] c0:end");
}

static void test_promise_and_push(void **state) {
    (void)state;
    begin();
    take(0, HC_SERVER, 0, "05 05 00 0000 d1 c1 01 03 0000 d9", true);
    require_told("s0(promise):[:method=GET,:path=/,] s0:[:status=200,] s0:end");
    take(15, HC_SERVER, 0, "01 00 01 03 0000 d9 00 01 61", true);
    require_told("s15:[:status=200,] s15:data(a) s15:end");
}

static void test_goaway(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, "00 04 00 07 01 08", false);
    take(CLIENT_CONTROL, HC_CLIENT, 0, "00 04 00 07 01 03", false);
    require_told("s3:goaway(8) c2:goaway(3)");
}

static void test_streams_that_say_nothing(void **state) {
    (void)state;
    begin();
    take(CLIENT_CONTROL, HC_CLIENT, 0, "21 01 03 0000 d9", false);
    take(SERVER_CONTROL, HC_SERVER, 1, "54 04 01 03 0000 d9", true);
    require_told("c2:type(33)");
    take(SERVER_CONTROL, HC_SERVER, 0, "40", false);
    require_told("s3:type(84)");
}

static void test_second_control_stream(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, "00 04 00", false);
    take(19, HC_SERVER, 0, "00 04 00 07 01 08", false);
    require_told("");
}

/* Nobody but the client opens a bidirectional stream, and a unidirectional one has one sender. */
static void test_streams_that_cannot_be(void **state) {
    (void)state;
    begin();
    take(1, HC_SERVER, 0, "01 03 0000 d9", true);
    take(1, HC_CLIENT, 0, "01 03 0000 d9", true);
    take(SERVER_CONTROL, HC_CLIENT, 0, "00 04 00 07 01 08", false);
    take(CLIENT_CONTROL, HC_SERVER, 0, "00 04 00 07 01 08", false);
    take(0, HC_SIDE_UNKNOWN, 0, "01 03 0000 d9", true);
    take(-1, HC_CLIENT, 0, "01 03 0000 d9", true);
    require_told("");
}

static void test_malformed(void **state) {
    (void)state;
    begin();
    take(0, HC_CLIENT, 0, "01 03 0000 ff", false);
    require_told("c0:[?] c0:malformed");
    take(0, HC_CLIENT, 5, "25 01 03 0000 d1", true);
    require_told("");
    take(4, HC_CLIENT, 0, "01 03 0000", true);
    require_told("c4:malformed");
    take(8, HC_CLIENT, 0, "01 03 0000 d1", true);
    require_told("c8:[:method=GET,] c8:end");
}

static void test_reset(void **state) {
    (void)state;
    begin();
    take(SERVER_CONTROL, HC_SERVER, 0, SERVER_SETTINGS, false);
    take(0, HC_CLIENT, 0, BLOCKED_SECTION, false);
    hc_http3_reset(http3, 0, HC_CLIENT);
    hc_http3_reset(http3, 4, HC_CLIENT);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 0, CLIENT_ENCODER, false);
    require_told("");
    /* Packets that were under way. */
    take(0, HC_CLIENT, 6, "00 01 61", false);
    require_told("c0:data(a)");
}

static void test_mid_stream(void **state) {
    (void)state;
    begin();
    take(0, HC_SERVER, 1000, "01 03 0000 d9", true);
    take(CLIENT_ENCODER_STREAM, HC_CLIENT, 20, CLIENT_ENCODER, false);
    require_told("");
    take(4, HC_SERVER, 0, "01 03 0000 d9", true);
    require_told("s4:[:status=200,] s4:end");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_CAPTURE(test_request_and_response),
        IN_CAPTURE(test_scattered_section),
        IN_CAPTURE(test_blocked_section),
        IN_CAPTURE(test_settings_that_come_late),
        IN_CAPTURE(test_tables_of_two_sides),
        IN_CAPTURE(test_acknowledged_section),
        IN_CAPTURE(test_acknowledgement_of_another_section),
        IN_CAPTURE(test_more_blocked_than_allowed),
        IN_CAPTURE(test_flood_of_blocked_streams),
        IN_CAPTURE(test_flood_behind_a_blocked_section),
        IN_CAPTURE(test_hole_in_instructions),
        IN_CAPTURE(test_promise_and_push),
        IN_CAPTURE(test_goaway),
        IN_CAPTURE(test_streams_that_say_nothing),
        IN_CAPTURE(test_second_control_stream),
        IN_CAPTURE(test_streams_that_cannot_be),
        IN_CAPTURE(test_malformed),
        IN_CAPTURE(test_reset),
        IN_CAPTURE(test_mid_stream),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
