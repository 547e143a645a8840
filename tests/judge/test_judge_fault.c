/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom does a code blame? It often depends on who sends it: PROTOCOL_ERROR blames the other side, and where
 * the sender is not proven, nobody is named. */
#include "judge/judge_test.h"

#define NOBODY  HC_FAULT_NOBODY
#define CLIENT  HC_FAULT_CLIENT
#define SERVER  HC_FAULT_SERVER
#define UNKNOWN HC_FAULT_UNKNOWN

struct fault_case {
    struct hc_event event;
    enum hc_fault by_client, by_server, by_unknown; /* the verdict, by the sender */
};

/* The same verdict, whoever sends it. */
#define ALWAYS(fault) fault, fault, fault
#define ITS_SENDER    CLIENT, SERVER, UNKNOWN
#define ITS_PEER      SERVER, CLIENT, UNKNOWN
/* The sender's column is filled by the test. */
#define FROM_ANY HC_SIDE_UNKNOWN

static const struct fault_case cases[] = {
    /* HTTP/2: RFC 9113, section 7 */
    {{RST_STREAM(0x0, FROM_ANY)}, ALWAYS(NOBODY)},
    {{GOAWAY(0x0, FROM_ANY)}, ALWAYS(NOBODY)},
    {{RST_STREAM(0x1, FROM_ANY)}, ITS_PEER},
    {{GOAWAY(0x1, FROM_ANY)}, ITS_PEER},
    {{RST_STREAM(0x2, FROM_ANY)}, ITS_SENDER},
    {{GOAWAY(0x2, FROM_ANY)}, ITS_SENDER},
    {{RST_STREAM(0x3, FROM_ANY)}, ITS_PEER},
    {{GOAWAY(0x4, FROM_ANY)}, ITS_PEER},
    {{RST_STREAM(0x5, FROM_ANY)}, ITS_PEER},
    {{RST_STREAM(0x6, FROM_ANY)}, ITS_PEER},
    {{RST_STREAM(0x7, FROM_ANY)}, ALWAYS(NOBODY)},
    {{RST_STREAM(0x8, FROM_ANY)}, ALWAYS(NOBODY)},
    {{GOAWAY(0x9, FROM_ANY)}, ITS_PEER},
    {{GOAWAY(0xb, FROM_ANY)}, ITS_PEER},
    {{RST_STREAM(0xe, FROM_ANY)}, ALWAYS(UNKNOWN)},
    /* Behind the peer's own reset: whether the peer has sent more is not known. */
    {{RST_STREAM(0x5, FROM_ANY), .circumstances = HC_AFTER_PEER_RESET}, ALWAYS(UNKNOWN)},
    {{RST_STREAM(0x2, FROM_ANY), .circumstances = HC_AFTER_PEER_RESET}, ITS_SENDER},
    {{RST_STREAM(0xffffffff, FROM_ANY)}, ALWAYS(UNKNOWN)},

    /* HTTP/3: RFC 9114, section 8.1; RFC 9204, section 6; RFC 9297, section 5.2 */
    {{HTTP3_CLOSE(0x100, FROM_ANY)}, ALWAYS(NOBODY)},
    {{HTTP3_CLOSE(0x101, FROM_ANY)}, ITS_PEER},
    {{RESET_STREAM(0x102, FROM_ANY)}, ITS_SENDER},
    {{HTTP3_CLOSE(0x102, FROM_ANY)}, ITS_SENDER},
    {{HTTP3_CLOSE(0x105, FROM_ANY)}, ITS_PEER},
    {{HTTP3_CLOSE(0x106, FROM_ANY)}, ITS_PEER},
    {{HTTP3_CLOSE(0x107, FROM_ANY)}, ITS_PEER},
    {{HTTP3_CLOSE(0x10a, FROM_ANY)}, ITS_PEER},
    {{RESET_STREAM(0x10b, FROM_ANY)}, ALWAYS(NOBODY)},
    {{RESET_STREAM(0x10c, FROM_ANY)}, ALWAYS(NOBODY)},
    {{STOP_SENDING(0x10c, FROM_ANY)}, ALWAYS(NOBODY)},
    {{RESET_STREAM(0x10d, FROM_ANY)}, UNKNOWN, CLIENT, CLIENT},
    {{RESET_STREAM(0x10e, FROM_ANY)}, ITS_PEER},
    /* In no draft of these years is it EARLY_RESPONSE: RFC 9114, section 4.1.2. */
    {{STOP_SENDING(0x10e, FROM_ANY), STARTED}, ITS_PEER},
    {{STOP_SENDING(0x10e, FROM_ANY), NO_RESPONSE}, ITS_PEER},
    {{HTTP3_CLOSE(0x200, FROM_ANY)}, ITS_PEER},
    {{RESET_STREAM(0x33, FROM_ANY)}, ITS_PEER},
    /* 0x0 and a reserved code count as no error */
    {{STOP_SENDING(0x0, FROM_ANY)}, ALWAYS(NOBODY)},
    {{HTTP3_CLOSE(0x0, FROM_ANY)}, ALWAYS(NOBODY)},
    {{HTTP3_CLOSE(0x21, FROM_ANY)}, ALWAYS(NOBODY)},
    {{HTTP3_CLOSE(0x4242, FROM_ANY)}, ALWAYS(UNKNOWN)},
    /* What a code of the other version meant is a guess. */
    {{RESET_STREAM(0x1, FROM_ANY)}, ALWAYS(UNKNOWN)},
    {{RST_STREAM(0x102, FROM_ANY)}, ALWAYS(UNKNOWN)},

    /* QUIC: RFC 9000, section 20.1 */
    {{QUIC_CLOSE(0x0, FROM_ANY)}, ALWAYS(NOBODY)},
    {{QUIC_CLOSE(0x1, FROM_ANY)}, ITS_SENDER},
    {{QUIC_CLOSE(0x3, FROM_ANY)}, ITS_PEER},
    {{QUIC_CLOSE(0x7, FROM_ANY)}, ITS_PEER},
    {{QUIC_CLOSE(0xa, FROM_ANY)}, ITS_PEER},
    {{QUIC_CLOSE(0x150, FROM_ANY)}, ITS_SENDER},
    {{QUIC_CLOSE(0x4242, FROM_ANY)}, ALWAYS(UNKNOWN)},

    /* WebSocket: RFC 6455, section 7.4.1 */
    {{WEBSOCKET_CLOSE(1000, FROM_ANY)}, ALWAYS(NOBODY)},
    {{WEBSOCKET_CLOSE(1001, FROM_ANY)}, ALWAYS(NOBODY)},
    {{WEBSOCKET_CLOSE(1002, FROM_ANY)}, ITS_PEER},
    {{WEBSOCKET_CLOSE(1003, FROM_ANY)}, ITS_PEER},
    {{WEBSOCKET_CLOSE(1007, FROM_ANY)}, ITS_PEER},
    {{WEBSOCKET_CLOSE(1009, FROM_ANY)}, ITS_PEER},
    {{WEBSOCKET_CLOSE(1011, FROM_ANY)}, ITS_SENDER},
    {{WEBSOCKET_CLOSE(1006, FROM_ANY)}, ALWAYS(UNKNOWN)},
    {{WEBSOCKET_CLOSE(3500, FROM_ANY)}, ALWAYS(UNKNOWN)},
    {{WEBSOCKET_CLOSE(4400, FROM_ANY)}, ALWAYS(UNKNOWN)},
    {{WEBSOCKET_CLOSE(4401, FROM_ANY), MORE(.evidence = "graphql-transport-ws")}, ALWAYS(CLIENT)},
    {{WEBSOCKET_CLOSE(4500, FROM_ANY), MORE(.evidence = "graphql-transport-ws")}, ALWAYS(SERVER)},

    /* statuses, by their class; the server behind a gateway is a server too */
    {{STATUS(100)}, ALWAYS(NOBODY)},
    {{STATUS(200)}, ALWAYS(NOBODY)},
    {{STATUS(304)}, ALWAYS(NOBODY)},
    {{STATUS(400)}, ALWAYS(CLIENT)},
    {{STATUS(404)}, ALWAYS(CLIENT)},
    {{STATUS(429)}, ALWAYS(CLIENT)},
    {{STATUS(477)}, ALWAYS(CLIENT)},
    {{STATUS(500)}, ALWAYS(SERVER)},
    {{STATUS(502)}, ALWAYS(SERVER)},
    {{STATUS(503)}, ALWAYS(SERVER)},
    {{HEADERS(504)}, ALWAYS(SERVER)},
    {{STATUS(577)}, ALWAYS(SERVER)},

    /* gRPC */
    {{GRPC_STATUS(0)}, ALWAYS(NOBODY)},
    {{GRPC_STATUS(1)}, ALWAYS(NOBODY)},
    {{GRPC_STATUS(2)}, ALWAYS(UNKNOWN)},
    {{GRPC_STATUS(3)}, ALWAYS(CLIENT)},
    {{GRPC_STATUS(13)}, ALWAYS(SERVER)},
    {{GRPC_STATUS(16)}, ALWAYS(CLIENT)},
    {{GRPC_STATUS(17)}, ALWAYS(UNKNOWN)},
};

/* Nobody did anything wrong, whatever the number says, and whoever sends it. */
static const struct hc_event nobodys_fault[] = {
    /* who answers repeats what was said: RFC 6455, section 5.5.1; RFC 9000, section 3.5 */
    {WEBSOCKET_CLOSE(1002, FROM_ANY), ECHO},
    {WEBSOCKET_CLOSE(1008, FROM_ANY), ECHO},
    {WEBSOCKET_CLOSE(1011, FROM_ANY), ECHO},
    {WEBSOCKET_CLOSE(4401, FROM_ANY), .circumstances = HC_ECHOES, MORE(.evidence = "graphql-transport-ws")},
    {RESET_STREAM(0x102, FROM_ANY), ECHO},
    {RESET_STREAM(0x10e, FROM_ANY), ECHO},
    {RESET_STREAM(0x4242, FROM_ANY), ECHO},
    /* frames that were under way: RFC 9113, section 5.1 */
    {RST_STREAM(0x5, FROM_ANY), .circumstances = HC_AFTER_OWN_RESET},
    {RST_STREAM(0x1, FROM_ANY), .circumstances = HC_AFTER_OWN_RESET},
    /* as RFC 9114, section 6.2, asks */
    {STOP_SENDING(0x103, FROM_ANY), .circumstances = HC_ON_UNKNOWN_STREAM},
    /* a server that closes an idle connection: RFC 9110, section 15.5.9 */
    {STATUS(408), .circumstances = HC_UNSOLICITED},
    {STATUS(400), .circumstances = HC_UNSOLICITED},
    {STATUS(503), .circumstances = HC_UNSOLICITED},
};

/* A response blames the client only for a request that there was. On HTTP/2 and HTTP/3 there always is one.
 */
static const struct fault_case without_request[] = {
    {{STATUS(408)}, ALWAYS(UNKNOWN)},
    {{STATUS(400)}, ALWAYS(UNKNOWN)},
    {{STATUS(477)}, ALWAYS(UNKNOWN)},
    {{STATUS(400), .circumstances = HC_ANSWERS_PREFACE}, ALWAYS(UNKNOWN)},
    {{STATUS(503)}, ALWAYS(SERVER)},
    {{STATUS(200)}, ALWAYS(NOBODY)},
    {{HEADERS(400)}, ALWAYS(CLIENT)},
    /* what it asked for could not be read */
    {{STATUS(400), .request_frame = 4}, ALWAYS(CLIENT)},
    {{STATUS(400), .request_frame = 4, .circumstances = HC_ANSWERS_PREFACE}, ALWAYS(UNKNOWN)},
};

/* Words that say that the number is a stand-in, and what a proxy says of the cause: RFC 9209, section 2.3. */
static const struct fault_case told[] = {
    {{GOAWAY(0x1, FROM_ANY), MORE(.reason = "Failed ping.")}, ALWAYS(UNKNOWN)},
    {{GOAWAY(0x1, FROM_ANY), MORE(.reason = "Bad frame.")}, ITS_PEER},
    {{GOAWAY(0x2, FROM_ANY), MORE(.reason = "Failed ping.")}, ITS_SENDER},
    {{WEBSOCKET_CLOSE(1011, FROM_ANY), MORE(.reason = "keepalive ping timeout")}, ALWAYS(UNKNOWN)},
    {{WEBSOCKET_CLOSE(1011, FROM_ANY), MORE(.reason = "database is down")}, ITS_SENDER},
    {{QUIC_CLOSE(0x0, FROM_ANY), MORE(.reason = "25:No recent network activity")}, ALWAYS(UNKNOWN)},
    {{STATUS(502), MORE(.proxy_status = "edge; error=dns_error")}, ALWAYS(SERVER)},
    {{STATUS(502), MORE(.proxy_status = "edge; error=http_request_error")}, ALWAYS(CLIENT)},
    {{HEADERS(504), MORE(.proxy_status = "edge; error=connection_write_timeout")}, ALWAYS(UNKNOWN)},
    {{HEADERS(502), MORE(.proxy_status = "edge; error=a_vendors_own")}, ALWAYS(SERVER)},
    {{HEADERS(502), MORE(.proxy_status = "edge; next-hop=a")}, ALWAYS(SERVER)},
    {{HEADERS(500), MORE(.proxy_status = "edge; error=http_request_error")}, ALWAYS(SERVER)},
};

/* What the exchange shows to be wrong although the code blames nobody. */
static const struct fault_case broken_off[] = {
    {{RST_STREAM(0x8, FROM_ANY), STARTED}, NOBODY, UNKNOWN, NOBODY},
    {{RST_STREAM(0x7, FROM_ANY), STARTED}, NOBODY, UNKNOWN, NOBODY},
    {{RST_STREAM(0x8, FROM_ANY), NO_RESPONSE}, ALWAYS(NOBODY)},
    {{RST_STREAM(0x8, FROM_ANY), COMPLETE}, ALWAYS(NOBODY)},
    {{RESET_STREAM(0x10c, FROM_ANY), STARTED}, NOBODY, UNKNOWN, NOBODY},
    {{RESET_STREAM(0x10c, FROM_ANY), STARTED, .circumstances = HC_AFTER_STOP}, ALWAYS(NOBODY)},
    {{RESET_STREAM(0x10c, FROM_ANY), STARTED, ECHO}, ALWAYS(NOBODY)},
    {{RST_STREAM(0x8, FROM_ANY), STARTED, .circumstances = HC_IN_TUNNEL}, ALWAYS(NOBODY)},
    {{STOP_SENDING(0x10c, FROM_ANY), STARTED}, ALWAYS(NOBODY)},
    /* the server owes a grpc-status */
    {{HEADERS(200), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, ALWAYS(SERVER)},
    {{HEADERS(502), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, ALWAYS(SERVER)},
    {{HEADERS(401), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS}, ALWAYS(CLIENT)},
};

static void require_fault(const struct hc_event *facts, enum hc_side sender, enum hc_fault expected) {
    struct hc_event event = *facts;
    event.sender = (uint8_t)sender;
    enum hc_fault fault = hc_judge(&event).fault;
    char text[EVENT_TEXT_SIZE];
    if (fault != expected)
        fail_msg("%s: fault is %d, not %d", event_text(&event, text), fault, expected);
}

static void require_faults(const struct fault_case *row, const struct hc_request *request) {
    struct hc_event event = row->event;
    event.request = request;
    require_fault(&event, HC_CLIENT, row->by_client);
    require_fault(&event, HC_SERVER, row->by_server);
    require_fault(&event, HC_SIDE_UNKNOWN, row->by_unknown);
}

static void test_fault_by_sender(void **state) {
    (void)state;
    static const struct hc_request request = {.method = "GET"};
    for (size_t i = 0; i < COUNT(cases); i++)
        require_faults(&cases[i], &request);
    for (size_t i = 0; i < COUNT(told); i++)
        require_faults(&told[i], &request);
    for (size_t i = 0; i < COUNT(broken_off); i++)
        require_faults(&broken_off[i], &request);
}

static void test_fault_without_a_request(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(without_request); i++)
        require_faults(&without_request[i], NULL);
}

static void test_nobodys_fault(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(nobodys_fault); i++)
        for (unsigned sender = HC_SIDE_UNKNOWN; sender <= HC_SERVER; sender++)
            require_fault(&nobodys_fault[i], (enum hc_side)sender, HC_FAULT_NOBODY);
}

/* Each row of the registry, against the two rules that need the sender. */
static void check_fault_of_row(const struct hc_space *space, const struct hc_code *row) {
    struct hc_event event = {.space = (uint8_t)space->id, .value = row->value, .carrier = HC_CLOSE};
    struct hc_verdict verdict = hc_judge(&event);
    if (verdict.meaning.row != row || (row->blame != HC_BLAME_SENDER && row->blame != HC_BLAME_PEER))
        return;
    REQUIRE_EVENT(&event, verdict.fault == HC_FAULT_UNKNOWN);
}

static void test_an_unknown_sender_blames_nobody_by_its_side(void **state) {
    (void)state;
    for_each_code(check_fault_of_row);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fault_by_sender),
        cmocka_unit_test(test_fault_without_a_request),
        cmocka_unit_test(test_nobodys_fault),
        cmocka_unit_test(test_an_unknown_sender_blames_nobody_by_its_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
