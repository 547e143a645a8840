/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a code means for the request, and plain failures. Of each finding there are events that show it, and
 * their neighbours that do not. Then the table of findings itself. */
#include "judge/findings_test.h"

/* The promise that nothing was processed: RFC 9113, section 8.7; RFC 9114, section 4.1.1. It is false where
 * the response has begun; a client and an unknown sender are not accused. */
static const struct finding_case refusals[] = {
    {{RST_STREAM(0x7, HC_SERVER)}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x7, HC_SERVER), NO_RESPONSE}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x10b, HC_SERVER), NO_RESPONSE}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{STOP_SENDING(0x10b, HC_SERVER), NO_RESPONSE}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x7, HC_SERVER), STARTED}, FINDS(FALSE_REFUSAL) | FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x10b, HC_SERVER), STARTED}, FINDS(FALSE_REFUSAL) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x7, HC_SERVER), COMPLETE}, FINDS(FALSE_REFUSAL) | FINDS(CANCEL_AFTER_COMPLETE)},
    {{RESET_STREAM(0x10b, HC_SERVER), COMPLETE}, FINDS(FALSE_REFUSAL) | FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x7, HC_CLIENT), STARTED}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x7, HC_SIDE_UNKNOWN), STARTED}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x2, HC_SERVER), STARTED}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x2, HC_SERVER), NO_RESPONSE, ABOVE_GOAWAY}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x8, HC_CLIENT), NO_RESPONSE, ABOVE_GOAWAY}, FINDS(RETRY_SAFE) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x2, HC_SERVER), STARTED, ABOVE_GOAWAY}, FINDS(STREAM_ERROR)},
    {{STATUS(421)}, FINDS(CLIENT_ERROR)},
    {{STATUS(408)}, FINDS(CLIENT_ERROR)},
};

static const struct hc_open_requests above = {.count = 1};
static const struct hc_open_requests some_above = {.has_others = true, .count = 1};

/* RFC 9113, section 6.8. */
static const struct finding_case goaways[] = {
    {{GOAWAY(0x0, HC_SERVER)}, NOTHING},
    {{GOAWAY(0x0, HC_SERVER), MORE(.unprocessed = &above)}, FINDS(RETRY_SAFE)},
    {{GOAWAY(0x0, HC_SERVER), MORE(.unprocessed = &some_above)}, FINDS(RETRY_SAFE)},
    {{GOAWAY(0x2, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x2, HC_SERVER), MORE(.unprocessed = &above)}, FINDS(RETRY_SAFE) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x2, HC_SERVER), MORE(.unprocessed = &some_above)}, FINDS(RETRY_SAFE) | FINDS(CONNECTION_ERROR)},
};

/* RFC 9113, section 8.1; RFC 9114, section 4.1: no error only where the response is complete. */
static const struct finding_case unfinished_without_error[] = {
    {{RST_STREAM(0x0, HC_SERVER), STARTED}, FINDS(NO_ERROR_UNFINISHED)},
    {{RST_STREAM(0x0, HC_SERVER), NO_RESPONSE}, FINDS(NO_ERROR_UNFINISHED)},
    {{RST_STREAM(0x0, HC_SERVER), COMPLETE}, NOTHING},
    {{RST_STREAM(0x0, HC_SERVER), UNKNOWN_PROGRESS}, NOTHING},
    {{RESET_STREAM(0x100, HC_SERVER), STARTED}, FINDS(NO_ERROR_UNFINISHED)},
    {{RESET_STREAM(0x100, HC_SERVER), COMPLETE}, NOTHING},
    {{RESET_STREAM(0x100, HC_SERVER), UNKNOWN_PROGRESS}, NOTHING},
    {{RESET_STREAM(0x0, HC_SERVER), STARTED}, FINDS(NO_ERROR_UNFINISHED) | FINDS(FOREIGN_ZERO)},
    /* an answer to STOP_SENDING: the client wanted it so */
    {{RESET_STREAM(0x100, HC_SERVER), STARTED, ECHO}, NOTHING},
    /* the server stops the upload, not its response */
    {{STOP_SENDING(0x100, HC_SERVER), STARTED}, NOTHING},
    /* a client ends no response, and an unknown sender may be one */
    {{RST_STREAM(0x0, HC_CLIENT), STARTED}, NOTHING},
    {{RST_STREAM(0x0, HC_SIDE_UNKNOWN), STARTED}, NOTHING},
    {{RESET_STREAM(0x100, HC_CLIENT), NO_RESPONSE}, NOTHING},
    /* a connection's end in good order */
    {{GOAWAY(0x0, HC_SERVER), STARTED}, NOTHING},
    {{HTTP3_CLOSE(0x100, HC_SERVER), STARTED}, NOTHING},
    /* another code says that something went wrong */
    {{RST_STREAM(0x2, HC_SERVER), STARTED}, FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x21, HC_SERVER), STARTED}, NOTHING},
};

static const struct finding_case after_complete[] = {
    {{RST_STREAM(0x8, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x8, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x5, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0xe, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE) | FINDS(UNKNOWN_CODE)},
    {{RESET_STREAM(0x10c, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RESET_STREAM(0x102, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x8, HC_SERVER), STARTED}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_SERVER), UNKNOWN_PROGRESS}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x10c, HC_CLIENT), STARTED}, FINDS(STREAM_CANCELLED)},
    /* counts as H3_NO_ERROR */
    {{RESET_STREAM(0x4242, HC_SERVER), COMPLETE}, FINDS(UNKNOWN_CODE)},
    {{RESET_STREAM(0x100, HC_SERVER), COMPLETE}, NOTHING},
    {{GOAWAY(0x2, HC_SERVER), COMPLETE}, FINDS(CONNECTION_ERROR)},
};

/* CVE-2023-44487: the collector counts, on the one event that reaches the limit. */
static const struct finding_case rapid_resets[] = {
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 100)}, FINDS(RAPID_RESET) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 1)}, FINDS(RAPID_RESET) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 0)}, FINDS(STREAM_CANCELLED)},
};

static const struct finding_case plain_failures[] = {
    {{STATUS(400)}, FINDS(CLIENT_ERROR)},
    {{STATUS(499), MORE(.evidence = "ESF")}, FINDS(CLIENT_ERROR)},
    {{HEADERS(404)}, FINDS(CLIENT_ERROR)},
    {{STATUS(500)}, FINDS(SERVER_ERROR)},
    {{HEADERS(503)}, FINDS(SERVER_ERROR)},
    {{STATUS(520), MORE(.evidence = "cloudflare")}, FINDS(SERVER_ERROR)},
    {{STATUS(399)}, FINDS(UNKNOWN_CODE)},
    {{STATUS(304)}, NOTHING},
    {{RST_STREAM(0x8, HC_CLIENT)}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x10c, HC_CLIENT)}, FINDS(STREAM_CANCELLED)},
    {{STOP_SENDING(0x10c, HC_CLIENT)}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x1, HC_CLIENT)}, FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x102, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x0, HC_SERVER)}, NOTHING},
    {{RESET_STREAM(0x100, HC_CLIENT)}, NOTHING},
    {{GOAWAY(0x1, HC_CLIENT)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x101, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x7, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x0, HC_CLIENT)}, NOTHING},
    {{HTTP3_CLOSE(0x100, HC_SERVER)}, NOTHING},
    {{QUIC_CLOSE(0x0, HC_SERVER)}, NOTHING},
    {{WEBSOCKET_CLOSE(1002, HC_CLIENT)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(1011, HC_SERVER)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(3008, HC_SERVER)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(1000, HC_CLIENT)}, NOTHING},
    {{WEBSOCKET_CLOSE(1001, HC_SERVER)}, NOTHING},
    /* private use means nothing without its subprotocol */
    {{WEBSOCKET_CLOSE(4400, HC_SERVER)}, NOTHING},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "chat")}, NOTHING},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "graphql-transport-ws")}, FINDS(ABNORMAL_CLOSE)},
};

/* The class of a gRPC status: the HTTP status that google.rpc.Code gives it. */
static const struct finding_case grpc_statuses[] = {
    {{GRPC_STATUS(0)}, NOTHING},
    {{GRPC_STATUS(1)}, FINDS(CLIENT_ERROR)},  /* CANCELLED 499 */
    {{GRPC_STATUS(2)}, FINDS(SERVER_ERROR)},  /* UNKNOWN 500 */
    {{GRPC_STATUS(3)}, FINDS(CLIENT_ERROR)},  /* INVALID_ARGUMENT 400 */
    {{GRPC_STATUS(4)}, FINDS(SERVER_ERROR)},  /* DEADLINE_EXCEEDED 504 */
    {{GRPC_STATUS(5)}, FINDS(CLIENT_ERROR)},  /* NOT_FOUND 404 */
    {{GRPC_STATUS(6)}, FINDS(CLIENT_ERROR)},  /* ALREADY_EXISTS 409 */
    {{GRPC_STATUS(7)}, FINDS(CLIENT_ERROR)},  /* PERMISSION_DENIED 403 */
    {{GRPC_STATUS(8)}, FINDS(CLIENT_ERROR)},  /* RESOURCE_EXHAUSTED 429 */
    {{GRPC_STATUS(9)}, FINDS(CLIENT_ERROR)},  /* FAILED_PRECONDITION 400 */
    {{GRPC_STATUS(10)}, FINDS(CLIENT_ERROR)}, /* ABORTED 409 */
    {{GRPC_STATUS(11)}, FINDS(CLIENT_ERROR)}, /* OUT_OF_RANGE 400 */
    {{GRPC_STATUS(12)}, FINDS(SERVER_ERROR)}, /* UNIMPLEMENTED 501 */
    {{GRPC_STATUS(13)}, FINDS(SERVER_ERROR)}, /* INTERNAL 500 */
    {{GRPC_STATUS(14)}, FINDS(SERVER_ERROR)}, /* UNAVAILABLE 503 */
    {{GRPC_STATUS(15)}, FINDS(SERVER_ERROR)}, /* DATA_LOSS 500 */
    {{GRPC_STATUS(16)}, FINDS(CLIENT_ERROR)}, /* UNAUTHENTICATED 401 */
    {{GRPC_STATUS(17)}, FINDS(UNKNOWN_CODE)},
    {{GRPC_STATUS(404)}, FINDS(UNKNOWN_CODE)},
};

#define TEST_OF(table)                                                                                       \
    static void test_##table(void **state) {                                                                 \
        (void)state;                                                                                         \
        check_findings(table, COUNT(table));                                                                 \
    }

TEST_OF(refusals)
TEST_OF(goaways)
TEST_OF(unfinished_without_error)
TEST_OF(after_complete)
TEST_OF(rapid_resets)
TEST_OF(plain_failures)
TEST_OF(grpc_statuses)

/* The public filter names and how grave each is: a promise to the users. */
static void test_filters_and_severities(void **state) {
    (void)state;
    const struct {
        enum hc_finding finding;
        const char *filter;
        enum hc_severity severity;
    } rows[] = {
        {HC_FINDS_UNKNOWN_CODE, "httpcodes.unknown_code", HC_NOTE},
        {HC_FINDS_FOREIGN_CODE, "httpcodes.foreign_code", HC_WARNING},
        {HC_FINDS_FOREIGN_ZERO, "httpcodes.foreign_code", HC_NOTE},
        {HC_FINDS_WRONG_SCOPE, "httpcodes.wrong_scope", HC_WARNING},
        {HC_FINDS_WRONG_SENDER, "httpcodes.wrong_sender", HC_WARNING},
        {HC_FINDS_NEVER_ON_WIRE, "httpcodes.never_on_wire", HC_WARNING},
        {HC_FINDS_INVALID_STATUS, "httpcodes.invalid_status", HC_WARNING},
        {HC_FINDS_OBSOLETE_CODE, "httpcodes.obsolete_code", HC_NOTE},
        {HC_FINDS_RETRY_SAFE, "httpcodes.retry_safe", HC_NOTE},
        {HC_FINDS_FALSE_REFUSAL, "httpcodes.false_refusal", HC_WARNING},
        {HC_FINDS_NO_ERROR_UNFINISHED, "httpcodes.no_error_unfinished", HC_WARNING},
        {HC_FINDS_CANCEL_AFTER_COMPLETE, "httpcodes.cancel_after_complete", HC_NOTE},
        {HC_FINDS_RAPID_RESET, "httpcodes.rapid_reset", HC_WARNING},
        {HC_FINDS_CLIENT_ERROR, "httpcodes.client_error", HC_NOTE},
        {HC_FINDS_SERVER_ERROR, "httpcodes.server_error", HC_WARNING},
        {HC_FINDS_STREAM_ERROR, "httpcodes.stream_error", HC_WARNING},
        {HC_FINDS_STREAM_CANCELLED, "httpcodes.stream_error", HC_NOTE},
        {HC_FINDS_CONNECTION_ERROR, "httpcodes.connection_error", HC_WARNING},
        {HC_FINDS_ABNORMAL_CLOSE, "httpcodes.abnormal_close", HC_WARNING},
    };
    assert_int_equal(COUNT(rows), HC_FINDINGS_END);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct hc_finding_row *row = &hc_finding_rows[rows[i].finding];
        assert_string_equal(row->filter, rows[i].filter);
        if (row->severity != rows[i].severity)
            fail_msg("%s: severity is %d, not %d", row->title[HC_EN], row->severity, rows[i].severity);
        assert_non_null(row->title[HC_EN]);
        assert_true(strlen(row->title[HC_EN]) > 0 && strchr(row->title[HC_EN], '\n') == NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_goaways),
        cmocka_unit_test(test_unfinished_without_error),
        cmocka_unit_test(test_after_complete),
        cmocka_unit_test(test_rapid_resets),
        cmocka_unit_test(test_plain_failures),
        cmocka_unit_test(test_grpc_statuses),
        cmocka_unit_test(test_filters_and_severities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
