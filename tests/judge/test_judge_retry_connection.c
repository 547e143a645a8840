/* SPDX-License-Identifier: GPL-2.0-or-later */
/* May the requests be sent again, after a code that ends their connection? */
#include "judge/retry_test.h"

/* Where the capture shows no open request. */
static const struct retry_case connection_cases[] = {
    {{GOAWAY(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{GOAWAY(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{GOAWAY(0xb, HC_SERVER)}, IDEMPOTENT},
    {{GOAWAY(0xb, HC_SIDE_UNKNOWN)}, IDEMPOTENT},
    {{GOAWAY(0xd, HC_SERVER)}, ANOTHER_WAY},
    /* A promise about one stream says nothing about a connection. */
    {{GOAWAY(0x7, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x10b, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x100, HC_SERVER)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x0, HC_CLIENT)}, NOT_A_FAILURE},
    {{HTTP3_CLOSE(0x102, HC_SERVER)}, IDEMPOTENT},
    {{HTTP3_CLOSE(0x110, HC_SERVER)}, ANOTHER_WAY},
    {{QUIC_CLOSE(0x0, HC_SERVER)}, NOT_A_FAILURE},
    {{QUIC_CLOSE(0x1, HC_SERVER)}, IDEMPOTENT},
    /* The client broke the protocol, and would again. */
    {{GOAWAY(0x1, HC_SERVER)}, AFTER_CHANGE},
    {{HTTP3_CLOSE(0x105, HC_SERVER)}, AFTER_CHANGE},
    {{QUIC_CLOSE(0xa, HC_SERVER)}, AFTER_CHANGE},
    {{GOAWAY(0x1, HC_CLIENT)}, IDEMPOTENT},
    {{QUIC_CLOSE(0xa, HC_CLIENT)}, IDEMPOTENT},
    /* unless it says that this is not what happened */
    {{GOAWAY(0x1, HC_SERVER), MORE(.reason = "Failed ping.")}, IDEMPOTENT},
    /* In the handshake no request was out. */
    {{QUIC_CLOSE(0x0, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{QUIC_CLOSE(0x12a, HC_CLIENT), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{HTTP3_CLOSE(0x10a, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
    {{GOAWAY(0xc, HC_SERVER), .circumstances = HC_BEFORE_REQUESTS}, SAFE},
};

static void test_retry_after_the_end_of_a_connection(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(connection_cases); i++)
        require_retry_for_all_methods(&connection_cases[i].event, connection_cases[i].answer);
}

/* ---- the requests that were open: RFC 9113, section 6.8; RFC 9114, section 5.2 ---- */

struct three_requests {
    bool has_others;
    size_t count;
    struct hc_open_request item[3];
};
#define REQUESTS(...) ((const struct hc_open_requests *)&(const struct three_requests){__VA_ARGS__})

struct open_case {
    struct hc_event event;
    const struct hc_open_requests *unprocessed, *open;
    enum answer answer;
    bool is_safe_for_some; /* the finding, which speaks of the streams above the last one */
};

static void test_retry_of_open_requests(void **state) {
    (void)state;
    const struct hc_open_requests *gets = REQUESTS(.count = 2, .item = {{3, &get}, {1, &get}}),
                                  *posts = REQUESTS(.count = 2, .item = {{3, &post}, {1, &post}}),
                                  *mixed = REQUESTS(.count = 2, .item = {{3, &get}, {1, &post}}),
                                  *unread = REQUESTS(.count = 1, .item = {{1, NULL}}),
                                  *more_gets = REQUESTS(true, .count = 1, .item = {{1, &get}}),
                                  *perhaps = REQUESTS(true, .count = 0);
    const struct open_case cases[] = {
        /* graceful: what it accepts goes on, what it leaves out is safe */
        {{GOAWAY(0x0, HC_SERVER)}, NULL, NULL, NOT_A_FAILURE, false},
        {{GOAWAY(0x0, HC_SERVER)}, posts, NULL, SAFE, true},
        {{GOAWAY(0x0, HC_SERVER)}, posts, gets, SAFE, true},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, gets, UNKNOWN, false},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, posts, UNKNOWN, false},
        {{GOAWAY(0x0, HC_CLIENT)}, NULL, gets, UNKNOWN, false},
        {{GOAWAY(0x0, HC_SERVER)}, NULL, perhaps, UNKNOWN, false},
        /* not graceful: what it does not leave out may have been processed, and fails */
        {{GOAWAY(0xb, HC_SERVER)}, posts, NULL, SAFE, true},
        {{GOAWAY(0xb, HC_SERVER)}, posts, gets, ALLOWED, true},
        {{GOAWAY(0xb, HC_SERVER)}, gets, posts, NO, true},
        {{GOAWAY(0xb, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, posts, NO, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, mixed, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, unread, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, more_gets, IDEMPOTENT, false},
        {{GOAWAY(0x2, HC_SERVER)}, NULL, perhaps, IDEMPOTENT, false},
        {{GOAWAY(0x1, HC_SERVER)}, NULL, gets, AFTER_CHANGE, false},
        /* a close ends them all, with no error too */
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, posts, NO, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, mixed, IDEMPOTENT, false},
        {{HTTP3_CLOSE(0x0, HC_CLIENT)}, NULL, gets, ALLOWED, false},
        {{QUIC_CLOSE(0x0, HC_CLIENT)}, NULL, posts, NO, false},
        {{QUIC_CLOSE(0x1, HC_SERVER)}, NULL, gets, ALLOWED, false},
        {{HTTP3_CLOSE(0x100, HC_SERVER)}, NULL, perhaps, UNKNOWN, false},
        {{HTTP3_CLOSE(0x102, HC_SERVER)}, posts, NULL, SAFE, true},
        {{HTTP3_CLOSE(0x102, HC_SERVER)}, posts, gets, ALLOWED, true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hc_event event = cases[i].event;
        event.more = &(const struct hc_more){.unprocessed = cases[i].unprocessed, .open = cases[i].open};
        require_retry_for_all_methods(&event, cases[i].answer);
        struct hc_verdict verdict = hc_judge(&event);
        REQUIRE_EVENT(&event, hc_verdict_has(&verdict, HC_FINDS_RETRY_SAFE) == cases[i].is_safe_for_some);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_retry_after_the_end_of_a_connection),
        cmocka_unit_test(test_retry_of_open_requests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
