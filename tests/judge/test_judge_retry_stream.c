/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the request be sent again, after a code that ends its stream? Each row is asked for every progress of
 * the response and for a method that is idempotent, one that is not, and one that was not seen. */
#include "judge/retry_test.h"

struct stream_case {
    struct hc_event event;
    enum answer answers[HC_PROGRESS_COMPLETE + 1]; /* by enum hc_progress: unknown, none, started, complete */
};

/* After a complete response nothing is left to fail. */
#define UNTIL_COMPLETE(answer)                                                                               \
    { answer, answer, answer, NOT_A_FAILURE }

static const struct stream_case stream_cases[] = {
    /* Not processed, so any method: RFC 9113, section 8.7; RFC 9114, section 4.1.1. Not credible, and so a
     * reset like any other, once the response has begun. */
    {{RST_STREAM(0x7, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10b, HC_SERVER)}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},

    /* Above the last stream of a GOAWAY, whatever ends the stream: RFC 9113, section 6.8; RFC 9114, section
     * 5.2. A response that has begun shows that the server did process it. */
    {{RST_STREAM(0x8, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RST_STREAM(0x2, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RST_STREAM(0x1, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, AFTER_CHANGE, NOT_A_FAILURE}},
    {{RST_STREAM(0x8, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_SERVER), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x10c, HC_CLIENT), ABOVE_GOAWAY}, {SAFE, SAFE, BY_METHOD, NOT_A_FAILURE}},

    /* No error after a complete response: RFC 9113, section 8.1; RFC 9114, section 4.1. Before, it is a reset
     * like any other. */
    {{RST_STREAM(0x0, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x100, HC_SERVER)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},
    {{STOP_SENDING(0x100, HC_CLIENT)}, {UNKNOWN, BY_METHOD, BY_METHOD, NOT_A_FAILURE}},

    /* Any other reset: RFC 9110, section 9.2.2. */
    {{RST_STREAM(0x2, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xa, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xb, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xe, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x102, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x107, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10c, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},
    {{STOP_SENDING(0x10c, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10f, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},

    /* What a client gives up the server may have processed, whatever code it chooses. */
    {{STOP_SENDING(0x10d, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x170d7b68, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xc, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0xd, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},

    /* Only the server can promise that it processed nothing. */
    {{RESET_STREAM(0x10b, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},

    /* A client that broke the protocol does so again, if nothing changes; a server may not. */
    {{RST_STREAM(0x1, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x3, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x4, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x5, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x6, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x101, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x10d, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RESET_STREAM(0x10e, HC_SERVER)}, UNTIL_COMPLETE(AFTER_CHANGE)},
    {{RST_STREAM(0x1, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x10e, HC_CLIENT)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RST_STREAM(0x1, HC_SIDE_UNKNOWN)}, UNTIL_COMPLETE(BY_METHOD)},

    /* Over HTTP/1.1; if the response shows that the request was taken up here, then by its method. */
    {{RST_STREAM(0xd, HC_SERVER)}, {ANOTHER_WAY, ANOTHER_WAY, WAY_BY_METHOD, NOT_A_FAILURE}},
    {{RESET_STREAM(0x110, HC_SERVER)}, {ANOTHER_WAY, ANOTHER_WAY, WAY_BY_METHOD, NOT_A_FAILURE}},

    /* 0x0, unknown and reserved codes count as H3_NO_ERROR: RFC 9114, section 8. */
    {{RESET_STREAM(0x0, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x4242, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},
    {{RESET_STREAM(0x21, HC_SERVER)}, UNTIL_COMPLETE(BY_METHOD)},

    /* The server wants no more of the upload. For no error its response can still come (RFC 9114, section
     * 4.1), and one that has begun goes on. */
    {{STOP_SENDING(0x100, HC_SERVER)}, {NOT_A_FAILURE, NOT_A_FAILURE, NOT_A_FAILURE, NOT_A_FAILURE}},
    {{STOP_SENDING(0x10b, HC_SERVER)}, {SAFE, SAFE, NOT_A_FAILURE, NOT_A_FAILURE}},
    {{STOP_SENDING(0x10c, HC_SERVER)}, {BY_METHOD, BY_METHOD, NOT_A_FAILURE, NOT_A_FAILURE}},

    /* An answer to the peer, to frames that were under way, or to a stream of an unknown kind ends nothing.
     */
    {{RESET_STREAM(0x10b, HC_SERVER), ECHO}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RESET_STREAM(0x10c, HC_CLIENT), ECHO}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RESET_STREAM(0x0, HC_CLIENT), .circumstances = HC_AFTER_STOP}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RST_STREAM(0x5, HC_CLIENT), .circumstances = HC_AFTER_OWN_RESET}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{STOP_SENDING(0x103, HC_CLIENT), .circumstances = HC_ON_UNKNOWN_STREAM}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    /* Nor does a second RST_STREAM, that crosses the peer's; but the server's promise is news. */
    {{RST_STREAM(0x5, HC_SERVER), .circumstances = HC_AFTER_PEER_RESET}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RST_STREAM(0x8, HC_CLIENT), .circumstances = HC_AFTER_PEER_RESET}, UNTIL_COMPLETE(NOT_A_FAILURE)},
    {{RST_STREAM(0x7, HC_SERVER), .circumstances = HC_AFTER_PEER_RESET},
     {SAFE, SAFE, NOT_A_FAILURE, NOT_A_FAILURE}},
    /* RESET_STREAM ends one direction only: RFC 9000, section 3.5. */
    {{RESET_STREAM(0x102, HC_SERVER), .circumstances = HC_AFTER_PEER_RESET}, UNTIL_COMPLETE(BY_METHOD)},
    /* A server that gives up its response at the client's word has not answered. */
    {{RESET_STREAM(0x0, HC_SERVER), .circumstances = HC_AFTER_STOP}, UNTIL_COMPLETE(BY_METHOD)},
};

static void test_retry_after_the_end_of_a_stream(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(stream_cases); i++) {
        struct hc_event event = stream_cases[i].event;
        for (event.progress = 0; event.progress <= HC_PROGRESS_COMPLETE; event.progress++)
            require_retry_for_all_methods(&event, stream_cases[i].answers[event.progress]);
    }
}

/* A refusal whose sender is not proven promises nothing once a response was seen. */
static const struct hc_event refused_by_nobody_knows_whom[] = {
    {RST_STREAM(0x7, HC_SIDE_UNKNOWN), STARTED},
    {RST_STREAM(0x7, HC_SIDE_UNKNOWN), COMPLETE},
    {RESET_STREAM(0x10b, HC_SIDE_UNKNOWN), STARTED},
    {RESET_STREAM(0x10b, HC_SIDE_UNKNOWN), COMPLETE},
};

static void test_no_promise_after_a_response_whoever_sends_it(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(refused_by_nobody_knows_whom); i++)
        REQUIRE_EVENT(&refused_by_nobody_knows_whom[i],
                      hc_judge(&refused_by_nobody_knows_whom[i]).retry != HC_RETRY_SAFE);
}

/* ---- one request, one verdict ---- */

/* What a status has said of the request holds on, whatever ends the stream after it. */
struct answered_case {
    uint16_t status;
    enum answer of_get, of_post;
};

static const struct answered_case answered_cases[] = {
    {200, BY_METHOD, BY_METHOD},
    {304, BY_METHOD, BY_METHOD},
    {400, AFTER_CHANGE, AFTER_CHANGE},
    {404, NO, NO},
    {408, ANOTHER_WAY, ANOTHER_WAY},
    {421, ANOTHER_WAY, ANOTHER_WAY},
    {429, AFTER_DELAY, AFTER_DELAY},
    {502, BY_METHOD, BY_METHOD},
    /* whether a Retry-After came with it is not known here */
    {503, AFTER_DELAY, UNKNOWN},
};

static const struct hc_event resets_after_a_status[] = {
    {RST_STREAM(0x8, HC_SERVER), STARTED},     {RST_STREAM(0x1, HC_SERVER), STARTED},
    {RST_STREAM(0x0, HC_SERVER), STARTED},     {RST_STREAM(0x8, HC_CLIENT), STARTED},
    {RESET_STREAM(0x10b, HC_SERVER), STARTED}, {RESET_STREAM(0x10c, HC_SERVER), STARTED},
    {STOP_SENDING(0x10c, HC_CLIENT), STARTED},
};

static void test_a_status_is_not_contradicted(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(answered_cases); i++)
        for (size_t reset = 0; reset < COUNT(resets_after_a_status); reset++) {
            const struct answered_case *row = &answered_cases[i];
            struct hc_event event = resets_after_a_status[reset];
            event.more = &(const struct hc_more){.answered = row->status};
            if (row->status < 400 && event.value == 0x1)
                continue;
            require_retry(&event, &get, row->of_get);
            require_retry(&event, &post, row->of_post);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_retry_after_the_end_of_a_stream),
        cmocka_unit_test(test_no_promise_after_a_response_whoever_sends_it),
        cmocka_unit_test(test_a_status_is_not_contradicted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
