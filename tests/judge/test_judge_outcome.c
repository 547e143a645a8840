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
    {{RST_STREAM(0x2, HC_SERVER), STARTED}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{RST_STREAM(0x2, HC_SERVER), NO_RESPONSE, ABOVE_GOAWAY}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x8, HC_CLIENT), NO_RESPONSE, ABOVE_GOAWAY}, FINDS(RETRY_SAFE) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x2, HC_SERVER), STARTED, ABOVE_GOAWAY}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{STATUS(421)}, FINDS(CLIENT_ERROR)},
};

static const struct hc_open_requests above = {.count = 1};
static const struct hc_open_requests some_above = {.has_others = true, .count = 1};

/* RFC 9113, section 6.8. */
static const struct finding_case goaways[] = {
    {{GOAWAY(0x0, HC_SERVER)}, NOTHING},
    {{GOAWAY(0x0, HC_SERVER), MORE(.unprocessed = &above)}, FINDS(RETRY_SAFE)},
    {{GOAWAY(0x0, HC_SERVER), MORE(.unprocessed = &some_above)}, FINDS(RETRY_SAFE)},
    {{GOAWAY(0x0, HC_SERVER), .circumstances = HC_RAISES_LAST_STREAM}, FINDS(RAISED_GOAWAY)},
    {{RST_STREAM(0x0, HC_SERVER), COMPLETE, .circumstances = HC_RAISES_LAST_STREAM}, NOTHING},
    {{GOAWAY(0x0, HC_SERVER), MORE(.denied = 3)}, FINDS(DENIED_ANSWER)},
    {{GOAWAY(0x2, HC_SERVER), MORE(.denied = 3)}, FINDS(DENIED_ANSWER) | FINDS(CONNECTION_ERROR)},
    {{RST_STREAM(0x0, HC_SERVER), COMPLETE, MORE(.denied = 3)}, NOTHING},
    {{HEADERS(200), ABOVE_GOAWAY}, FINDS(ANSWER_DENIED_BEFORE)},
    {{HEADERS(103), ABOVE_GOAWAY}, NOTHING},
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
    {{RST_STREAM(0x2, HC_SERVER), STARTED}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{RESET_STREAM(0x21, HC_SERVER), STARTED}, FINDS(RESPONSE_CUT)},
    {{RESET_STREAM(0x21, HC_SERVER), NO_RESPONSE}, NOTHING},
};

static const struct finding_case after_complete[] = {
    {{RST_STREAM(0x8, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x8, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x5, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0xe, HC_CLIENT), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE) | FINDS(UNKNOWN_CODE)},
    {{RESET_STREAM(0x10c, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RESET_STREAM(0x102, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x8, HC_SERVER), STARTED}, FINDS(STREAM_CANCELLED) | FINDS(RESPONSE_CUT)},
    {{RST_STREAM(0x8, HC_SERVER), UNKNOWN_PROGRESS}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x10c, HC_CLIENT), STARTED}, FINDS(STREAM_CANCELLED)},
    /* counts as H3_NO_ERROR */
    {{RESET_STREAM(0x4242, HC_SERVER), COMPLETE}, FINDS(UNKNOWN_CODE)},
    {{RESET_STREAM(0x100, HC_SERVER), COMPLETE}, NOTHING},
    {{GOAWAY(0x2, HC_SERVER), COMPLETE}, FINDS(CONNECTION_ERROR)},
};

static const struct hc_request get = {.method = "GET"};
static const struct hc_request connect = {.method = "CONNECT"};

/* A response that had begun and is not complete is broken off, whatever the code says. */
static const struct finding_case cut_responses[] = {
    {{RST_STREAM(0x8, HC_SERVER), STARTED, .request = &get}, FINDS(STREAM_CANCELLED) | FINDS(RESPONSE_CUT)},
    {{RST_STREAM(0x2, HC_SERVER), STARTED, MORE(.answered = 200)}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{RESET_STREAM(0x10c, HC_SERVER), STARTED}, FINDS(STREAM_CANCELLED) | FINDS(RESPONSE_CUT)},
    {{RESET_STREAM(0x102, HC_SERVER), STARTED}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{RESET_STREAM(0x4242, HC_SERVER), STARTED}, FINDS(UNKNOWN_CODE) | FINDS(RESPONSE_CUT)},
    {{RST_STREAM(0x8, HC_SERVER), STARTED, .circumstances = HC_ON_GRPC},
     FINDS(STREAM_CANCELLED) | FINDS(RESPONSE_CUT)},
    /* findings of their own */
    {{RST_STREAM(0x0, HC_SERVER), STARTED}, FINDS(NO_ERROR_UNFINISHED)},
    {{RST_STREAM(0x7, HC_SERVER), STARTED}, FINDS(FALSE_REFUSAL) | FINDS(STREAM_ERROR)},
    /* not begun, complete, or not known */
    {{RST_STREAM(0x8, HC_SERVER), NO_RESPONSE}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_SERVER), COMPLETE}, FINDS(CANCEL_AFTER_COMPLETE)},
    {{RST_STREAM(0x8, HC_SERVER)}, FINDS(STREAM_CANCELLED)},
    /* the client's own doing */
    {{RST_STREAM(0x8, HC_CLIENT), STARTED}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN), STARTED}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x2, HC_SERVER), STARTED, .circumstances = HC_AFTER_PEER_RESET}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x0, HC_SERVER), STARTED, .circumstances = HC_AFTER_PEER_RESET}, NOTHING},
    {{RESET_STREAM(0x102, HC_SERVER), STARTED, .circumstances = HC_AFTER_PEER_RESET},
     FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
    {{STOP_SENDING(0x10c, HC_CLIENT), STARTED}, FINDS(STREAM_CANCELLED)},
    {{STOP_SENDING(0x10c, HC_SERVER), STARTED}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x10c, HC_SERVER), STARTED, .circumstances = HC_AFTER_STOP}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x0, HC_SERVER), STARTED, .circumstances = HC_AFTER_STOP}, FINDS(FOREIGN_ZERO)},
    /* a tunnel has no response to complete */
    {{RST_STREAM(0x8, HC_SERVER), STARTED, .circumstances = HC_IN_TUNNEL}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_SERVER), STARTED, .request = &connect, MORE(.answered = 200)},
     FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0xa, HC_SERVER), STARTED, .request = &connect}, FINDS(STREAM_ERROR)},
    /* and this code ends nothing else, though the request was not seen */
    {{RST_STREAM(0xa, HC_SERVER), STARTED}, FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x10f, HC_SERVER), STARTED}, FINDS(STREAM_ERROR)},
};

/* RFC 9113, section 8.5; RFC 9114, section 4.4. */
static const struct finding_case tunnels[] = {
    {{RST_STREAM(0x0, HC_SERVER), STARTED, .request = &connect}, FINDS(NO_ERROR_IN_TUNNEL)},
    {{RST_STREAM(0x0, HC_SERVER), STARTED, .request = &connect, .circumstances = HC_IN_TUNNEL},
     FINDS(NO_ERROR_IN_TUNNEL)},
    {{RESET_STREAM(0x100, HC_SERVER), STARTED, .request = &connect}, FINDS(NO_ERROR_IN_TUNNEL)},
    {{RST_STREAM(0x0, HC_SERVER), COMPLETE, .request = &connect}, NOTHING},
    {{RST_STREAM(0x0, HC_CLIENT), STARTED, .request = &connect}, NOTHING},
    {{RST_STREAM(0x0, HC_SERVER), NO_RESPONSE, .request = &connect},
     FINDS(NO_ERROR_UNFINISHED) | FINDS(RETRY_SAFE)},
    /* a WebSocket ends by its Close, a WebTransport session by its capsule */
    {{RST_STREAM(0x0, HC_SERVER), STARTED, .request = &connect,
      .circumstances = HC_ON_WEBSOCKET | HC_IN_TUNNEL},
     NOTHING},
    {{RESET_STREAM(0x100, HC_SERVER), STARTED, .circumstances = HC_IN_TUNNEL}, NOTHING},
};

/* What only answers the peer, or frames that were under way, has nothing of its own. */
static const struct finding_case reactions[] = {
    {{WEBSOCKET_CLOSE(1011, HC_CLIENT), ECHO}, NOTHING},
    {{WEBSOCKET_CLOSE(1002, HC_SERVER), ECHO}, NOTHING},
    {{WEBSOCKET_CLOSE(1006, HC_CLIENT), ECHO}, NOTHING},
    {{WEBSOCKET_CLOSE(4400, HC_CLIENT), ECHO, MORE(.evidence = "graphql-transport-ws")}, NOTHING},
    {{RESET_STREAM(0x10c, HC_SERVER), STARTED, ECHO}, NOTHING},
    {{RESET_STREAM(0x102, HC_CLIENT), ECHO}, NOTHING},
    {{RESET_STREAM(0x4242, HC_SERVER), ECHO}, NOTHING},
    {{RESET_STREAM(0x10b, HC_CLIENT), ECHO}, NOTHING},
    {{RST_STREAM(0x5, HC_CLIENT), .circumstances = HC_AFTER_OWN_RESET}, NOTHING},
    {{RST_STREAM(0x5, HC_SERVER), COMPLETE, .circumstances = HC_AFTER_OWN_RESET}, NOTHING},
    {{RST_STREAM(0x8, HC_SERVER), STARTED, .circumstances = HC_AFTER_OWN_RESET}, NOTHING},
    /* RFC 9114, section 6.2 */
    {{STOP_SENDING(0x103, HC_CLIENT), .circumstances = HC_ON_UNKNOWN_STREAM}, NOTHING},
    {{STOP_SENDING(0x103, HC_CLIENT)}, FINDS(STREAM_ERROR)},
    {{STOP_SENDING(0x21, HC_CLIENT), .circumstances = HC_ON_UNKNOWN_STREAM}, NOTHING},
    {{STOP_SENDING(0x106, HC_CLIENT), .circumstances = HC_ON_UNKNOWN_STREAM}, FINDS(WRONG_SCOPE)},
    /* a WebTransport session is over: nobody failed */
    {{RESET_STREAM(0x170d7b68, HC_SERVER)}, FINDS(OBSOLETE_CODE)},
    {{RESET_STREAM(0x170d7b68, HC_CLIENT), STARTED}, FINDS(OBSOLETE_CODE)},
    {{STOP_SENDING(0x3994bd84, HC_SERVER)}, FINDS(OBSOLETE_CODE)},
};

static const struct finding_case unasked_responses[] = {
    {{STATUS(408), .circumstances = HC_UNSOLICITED}, FINDS(UNSOLICITED)},
    {{STATUS(400), .circumstances = HC_UNSOLICITED}, FINDS(UNSOLICITED)},
    {{STATUS(503), .circumstances = HC_UNSOLICITED}, FINDS(UNSOLICITED)},
    {{STATUS(200), .circumstances = HC_UNSOLICITED}, FINDS(UNSOLICITED)},
    {{STATUS(408)}, FINDS(CLIENT_ERROR)},
};

/* gRPC, PROTOCOL-HTTP2.md: a response has trailers, or a grpc-status in their place. */
static const struct finding_case without_grpc_status[] = {
    {{HEADERS(200), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, FINDS(NO_GRPC_STATUS)},
    {{HEADERS(502), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS},
     FINDS(NO_GRPC_STATUS) | FINDS(SERVER_ERROR)},
    {{HEADERS(404), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS},
     FINDS(NO_GRPC_STATUS) | FINDS(CLIENT_ERROR)},
    {{HEADERS(200), .circumstances = HC_ON_GRPC}, NOTHING},
};

/* RFC 9110, section 10.2.3. */
static const struct finding_case retry_afters[] = {
    {{STATUS(503), MORE(.retry_after = "%s")}, FINDS(BAD_RETRY_AFTER) | FINDS(SERVER_ERROR)},
    {{STATUS(429), MORE(.retry_after = "-1")}, FINDS(BAD_RETRY_AFTER) | FINDS(CLIENT_ERROR)},
    {{HEADERS(301), MORE(.retry_after = "")}, FINDS(BAD_RETRY_AFTER)},
    {{STATUS(200), MORE(.retry_after = "soon")}, FINDS(BAD_RETRY_AFTER)},
    {{STATUS(503), MORE(.retry_after = "120")}, FINDS(SERVER_ERROR)},
    {{STATUS(503), MORE(.retry_after = "Fri, 31 Dec 1999 23:59:59 GMT")}, FINDS(SERVER_ERROR)},
    {{STATUS(503)}, FINDS(SERVER_ERROR)},
};

/* CVE-2023-44487 and CVE-2025-8671: the collector counts, on the one event that reaches the limit. Slower
 * ones are found where the server says that they were too many. */
static const struct finding_case rapid_resets[] = {
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 100)}, FINDS(RAPID_RESET) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 1)}, FINDS(RAPID_RESET) | FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x8, HC_CLIENT), MORE(.rapid_resets = 0)}, FINDS(STREAM_CANCELLED)},
    {{RST_STREAM(0x1, HC_SERVER), MORE(.provoked_resets = 100)},
     FINDS(PROVOKED_RESETS) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x5, HC_SERVER), COMPLETE, MORE(.provoked_resets = 100)},
     FINDS(PROVOKED_RESETS) | FINDS(CANCEL_AFTER_COMPLETE)},
    {{GOAWAY(0xb, HC_SERVER), MORE(.resets_before = 150)}, FINDS(CALMED_DOWN) | FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x107, HC_SERVER), MORE(.resets_before = 150)},
     FINDS(CALMED_DOWN) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0xb, HC_SERVER), MORE(.resets_before = 10)}, FINDS(CALMED_DOWN) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0xb, HC_SERVER), MORE(.resets_before = 9)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0xb, HC_CLIENT), MORE(.resets_before = 150)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x2, HC_SERVER), MORE(.resets_before = 150)}, FINDS(CONNECTION_ERROR)},
    {{RST_STREAM(0xb, HC_SERVER), MORE(.resets_before = 150)}, FINDS(STREAM_ERROR)},
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
    /* private use means nothing without its subprotocol, but it is no end in good order */
    {{WEBSOCKET_CLOSE(4400, HC_SERVER)}, FINDS(PRIVATE_CLOSE)},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "chat")}, FINDS(PRIVATE_CLOSE)},
    {{WEBSOCKET_CLOSE(4406, HC_CLIENT), ECHO}, NOTHING},
    {{WEBSOCKET_CLOSE(1000, HC_CLIENT), MORE(.close_faults = HC_CLOSE_NOT_UTF8)}, FINDS(BAD_CLOSE)},
    {{WEBSOCKET_CLOSE(1002, HC_SERVER), MORE(.close_faults = HC_CLOSE_TOO_LONG | HC_CLOSE_FRAGMENTED)},
     FINDS(BAD_CLOSE) | FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "graphql-transport-ws")}, FINDS(PRIVATE_CLOSE)},
    {{WEBSOCKET_CLOSE(4406, HC_CLIENT), MORE(.evidence = "graphql-transport-ws")}, FINDS(PRIVATE_CLOSE)},
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
TEST_OF(cut_responses)
TEST_OF(tunnels)
TEST_OF(reactions)
TEST_OF(unasked_responses)
TEST_OF(without_grpc_status)
TEST_OF(retry_afters)
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
        {HC_FINDS_TOO_WIDE_SCOPE, "httpcodes.wrong_scope", HC_WARNING},
        {HC_FINDS_WRONG_SENDER, "httpcodes.wrong_sender", HC_WARNING},
        {HC_FINDS_NEVER_ON_WIRE, "httpcodes.never_on_wire", HC_WARNING},
        {HC_FINDS_INVALID_STATUS, "httpcodes.invalid_status", HC_WARNING},
        {HC_FINDS_OBSOLETE_CODE, "httpcodes.obsolete_code", HC_NOTE},
        {HC_FINDS_BAD_RETRY_AFTER, "httpcodes.bad_retry_after", HC_NOTE},
        {HC_FINDS_PAST_RETRY_AFTER, "httpcodes.bad_retry_after", HC_NOTE},
        {HC_FINDS_UNSAFE_RETRY, "httpcodes.unsafe_retry", HC_WARNING},
        {HC_FINDS_EARLY_RETRY, "httpcodes.early_retry", HC_WARNING},
        {HC_FINDS_REDIRECT_LOOP, "httpcodes.bad_redirect", HC_WARNING},
        {HC_FINDS_CHANGED_METHOD, "httpcodes.bad_redirect", HC_WARNING},
        {HC_FINDS_WAITED, "httpcodes.waited", HC_NOTE},
        {HC_FINDS_MISSING_FIELD, "httpcodes.missing_field", HC_WARNING},
        {HC_FINDS_ADVISED_FIELD, "httpcodes.missing_field", HC_NOTE},
        {HC_FINDS_CONNECTION_FIELD, "httpcodes.connection_field", HC_WARNING},
        {HC_FINDS_FORBIDDEN_CONTENT, "httpcodes.forbidden_content", HC_WARNING},
        {HC_FINDS_NOT_ASKED_FOR, "httpcodes.not_asked_for", HC_WARNING},
        {HC_FINDS_HARDLY_ASKED_FOR, "httpcodes.not_asked_for", HC_NOTE},
        {HC_FINDS_BAD_HANDSHAKE, "httpcodes.bad_handshake", HC_WARNING},
        {HC_FINDS_REFUSED_HANDSHAKE, "httpcodes.bad_handshake", HC_NOTE},
        {HC_FINDS_RAISED_GOAWAY, "httpcodes.after_end", HC_WARNING},
        {HC_FINDS_DENIED_ANSWER, "httpcodes.false_refusal", HC_WARNING},
        {HC_FINDS_ANSWER_DENIED_BEFORE, "httpcodes.false_refusal", HC_WARNING},
        {HC_FINDS_UNDUE_FIELD, "httpcodes.missing_field", HC_WARNING},
        {HC_FINDS_BAD_CLOSE, "httpcodes.bad_close", HC_WARNING},
        {HC_FINDS_UNSOLICITED, "httpcodes.unsolicited", HC_NOTE},
        {HC_FINDS_RETRY_SAFE, "httpcodes.retry_safe", HC_NOTE},
        {HC_FINDS_FALSE_REFUSAL, "httpcodes.false_refusal", HC_WARNING},
        {HC_FINDS_NO_ERROR_UNFINISHED, "httpcodes.no_error_unfinished", HC_WARNING},
        {HC_FINDS_NO_ERROR_IN_TUNNEL, "httpcodes.no_error_unfinished", HC_WARNING},
        {HC_FINDS_RESPONSE_CUT, "httpcodes.response_cut", HC_WARNING},
        {HC_FINDS_NO_GRPC_STATUS, "httpcodes.no_grpc_status", HC_WARNING},
        {HC_FINDS_CANCEL_AFTER_COMPLETE, "httpcodes.cancel_after_complete", HC_NOTE},
        {HC_FINDS_RAPID_RESET, "httpcodes.rapid_reset", HC_WARNING},
        {HC_FINDS_PROVOKED_RESETS, "httpcodes.rapid_reset", HC_WARNING},
        {HC_FINDS_CALMED_DOWN, "httpcodes.rapid_reset", HC_WARNING},
        {HC_FINDS_CLIENT_ERROR, "httpcodes.client_error", HC_NOTE},
        {HC_FINDS_SERVER_ERROR, "httpcodes.server_error", HC_WARNING},
        {HC_FINDS_STREAM_ERROR, "httpcodes.stream_error", HC_WARNING},
        {HC_FINDS_STREAM_CANCELLED, "httpcodes.stream_error", HC_NOTE},
        {HC_FINDS_CONNECTION_ERROR, "httpcodes.connection_error", HC_WARNING},
        {HC_FINDS_ABNORMAL_CLOSE, "httpcodes.abnormal_close", HC_WARNING},
        {HC_FINDS_PRIVATE_CLOSE, "httpcodes.abnormal_close", HC_NOTE},
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

/* Of the findings of an event the status bar shows one. */
static void test_a_warning_is_graver_than_a_note(void **state) {
    (void)state;
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        for (unsigned j = i + 1; j < HC_FINDINGS_END; j++) {
            bool is_later = hc_finding_rows[j].severity > hc_finding_rows[i].severity;
            uint64_t both = hc_finding_bit(i) | hc_finding_bit(j);

            assert_int_equal(hc_gravest_finding(both), is_later ? j : i);
        }
    }
    assert_int_equal(hc_gravest_finding(0), HC_FINDINGS_END);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_goaways),
        cmocka_unit_test(test_unfinished_without_error),
        cmocka_unit_test(test_after_complete),
        cmocka_unit_test(test_cut_responses),
        cmocka_unit_test(test_tunnels),
        cmocka_unit_test(test_reactions),
        cmocka_unit_test(test_unasked_responses),
        cmocka_unit_test(test_without_grpc_status),
        cmocka_unit_test(test_retry_afters),
        cmocka_unit_test(test_rapid_resets),
        cmocka_unit_test(test_plain_failures),
        cmocka_unit_test(test_grpc_statuses),
        cmocka_unit_test(test_filters_and_severities),
        cmocka_unit_test(test_a_warning_is_graver_than_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
