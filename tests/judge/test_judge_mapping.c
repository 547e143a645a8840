/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which mapping hints hold for an event: the same number has other counterparts from a client than from a
 * server, on a stream than on a connection, with a WebSocket or a gRPC call than without. */
#include "judge/judge_test.h"
#include "judge/places.h"

#include "registry/numbers.h"

static bool is_mapped(const struct hc_event *event, enum hc_space_id to, uint64_t target) {
    struct hc_verdict verdict = hc_judge(event);
    const struct hc_mapping *hint;
    for (size_t i = 0; (hint = hc_verdict_mapping(&verdict, i)) != NULL; i++)
        if (hint->kind != HC_MAP_NOT_APPLICABLE && hint->to == to && hint->target == target)
            return true;
    return false;
}

static bool is_mapped_into(const struct hc_event *event, enum hc_space_id to) {
    struct hc_verdict verdict = hc_judge(event);
    const struct hc_mapping *hint;
    for (size_t i = 0; (hint = hc_verdict_mapping(&verdict, i)) != NULL; i++)
        if (hint->kind != HC_MAP_NOT_APPLICABLE && hint->to == to)
            return true;
    return false;
}

static bool says_inapplicable(const struct hc_event *event, enum hc_space_id to) {
    struct hc_verdict verdict = hc_judge(event);
    const struct hc_mapping *hint;
    for (size_t i = 0; (hint = hc_verdict_mapping(&verdict, i)) != NULL; i++)
        if (hint->kind == HC_MAP_NOT_APPLICABLE && hint->to == to)
            return true;
    return false;
}

struct mapping_case {
    struct hc_event event;
    enum hc_space_id to;
    uint64_t target;
    bool holds;
};

static const struct mapping_case cases[] = {
    /* gRPC, PROTOCOL-HTTP2.md: CANCEL is CANCELLED where the server sends it */
    {{RST_STREAM(0x8, HC_SERVER)}, HC_GRPC_STATUS, GRPC_CANCELLED, true},
    {{RST_STREAM(0x8, HC_CLIENT)}, HC_GRPC_STATUS, GRPC_CANCELLED, false},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN)}, HC_GRPC_STATUS, GRPC_CANCELLED, false},
    {{RESET_STREAM(0x10c, HC_SERVER)}, HC_GRPC_STATUS, GRPC_CANCELLED, true},
    {{RESET_STREAM(0x10c, HC_CLIENT)}, HC_GRPC_STATUS, GRPC_CANCELLED, false},
    {{RESET_STREAM(0x10c, HC_SIDE_UNKNOWN)}, HC_GRPC_STATUS, GRPC_CANCELLED, false},

    /* RFC 9114, appendix A.4.1: a gateway answers 502 for an error of the server behind it */
    {{RST_STREAM(0x1, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{RST_STREAM(0x1, HC_CLIENT)}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x1, HC_SIDE_UNKNOWN)}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x2, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{RST_STREAM(0x2, HC_CLIENT)}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0xe, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{RST_STREAM(0xe, HC_CLIENT)}, HC_HTTP_STATUS, 502, false},
    {{RESET_STREAM(0x101, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{RESET_STREAM(0x101, HC_CLIENT)}, HC_HTTP_STATUS, 502, false},
    {{RESET_STREAM(0x102, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{RESET_STREAM(0x102, HC_SIDE_UNKNOWN)}, HC_HTTP_STATUS, 502, false},
    {{GOAWAY(0x2, HC_SERVER)}, HC_HTTP_STATUS, 502, true},
    {{GOAWAY(0x2, HC_CLIENT)}, HC_HTTP_STATUS, 502, false},

    /* RFC 8441, section 5; RFC 9220, section 3: a stream that ends without a Close is 1006 to an API */
    {{RST_STREAM(0x8, HC_CLIENT), .circumstances = HC_ON_WEBSOCKET}, HC_WEBSOCKET_CLOSE, 1006, true},
    {{RST_STREAM(0x8, HC_CLIENT)}, HC_WEBSOCKET_CLOSE, 1006, false},
    {{RST_STREAM(0x8, HC_CLIENT), .circumstances = HC_ON_GRPC}, HC_WEBSOCKET_CLOSE, 1006, false},
    {{RST_STREAM(0x2, HC_SERVER), .circumstances = HC_ON_WEBSOCKET}, HC_WEBSOCKET_CLOSE, 1006, true},
    {{RST_STREAM(0x2, HC_SERVER)}, HC_WEBSOCKET_CLOSE, 1006, false},
    {{RESET_STREAM(0x10c, HC_SERVER), .circumstances = HC_ON_WEBSOCKET}, HC_WEBSOCKET_CLOSE, 1006, true},
    {{RESET_STREAM(0x10c, HC_SERVER)}, HC_WEBSOCKET_CLOSE, 1006, false},

    /* gRPC, http-grpc-status-mapping.md: only where no grpc-status came */
    {{HEADERS(200), .circumstances = HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS},
     HC_GRPC_STATUS,
     GRPC_UNKNOWN,
     true},
    {{HEADERS(200), .circumstances = HC_ON_GRPC}, HC_GRPC_STATUS, GRPC_UNKNOWN, false},
    {{HEADERS(200)}, HC_GRPC_STATUS, GRPC_UNKNOWN, false},

    /* Once the status has gone out no other can: RFC 9114, appendix A.4.1 */
    {{RST_STREAM(0x0, HC_SERVER), NO_RESPONSE}, HC_HTTP_STATUS, 502, true},
    {{RST_STREAM(0x0, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x2, HC_SERVER), NO_RESPONSE}, HC_HTTP_STATUS, 502, true},
    {{RST_STREAM(0x2, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x2, HC_SERVER), MORE(.answered = 200)}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x7, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0xd, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0xe, HC_SERVER), COMPLETE}, HC_HTTP_STATUS, 502, false},
    {{RESET_STREAM(0x100, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RESET_STREAM(0x4242, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RESET_STREAM(0x10b, HC_SERVER), STARTED}, HC_HTTP_STATUS, 502, false},
    {{RST_STREAM(0x8, HC_CLIENT), NO_RESPONSE}, HC_HTTP_STATUS, 499, true},
    {{RST_STREAM(0x8, HC_CLIENT), STARTED}, HC_HTTP_STATUS, 499, false},

    /* A call that is over does not fail any more, and one that was answered was processed. */
    {{RST_STREAM(0x8, HC_SERVER), STARTED}, HC_GRPC_STATUS, GRPC_CANCELLED, true},
    {{RST_STREAM(0x8, HC_SERVER), COMPLETE}, HC_GRPC_STATUS, GRPC_CANCELLED, false},
    {{RST_STREAM(0x0, HC_SERVER), STARTED}, HC_GRPC_STATUS, GRPC_INTERNAL, true},
    {{RST_STREAM(0x0, HC_SERVER), COMPLETE}, HC_GRPC_STATUS, GRPC_INTERNAL, false},
    {{RST_STREAM(0x2, HC_SERVER), COMPLETE}, HC_GRPC_STATUS, GRPC_INTERNAL, false},
    {{RESET_STREAM(0x102, HC_SERVER), COMPLETE}, HC_GRPC_STATUS, GRPC_INTERNAL, false},
    {{RST_STREAM(0x7, HC_SERVER), NO_RESPONSE}, HC_GRPC_STATUS, GRPC_UNAVAILABLE, true},
    {{RST_STREAM(0x7, HC_SERVER), STARTED}, HC_GRPC_STATUS, GRPC_UNAVAILABLE, false},

    /* RFC 9114, appendix A.4: whoever sends it */
    {{RST_STREAM(0x8, HC_CLIENT)}, HC_HTTP3_ERROR, 0x10c, true},
    {{RST_STREAM(0x8, HC_SIDE_UNKNOWN)}, HC_HTTP3_ERROR, 0x10c, true},
    {{RST_STREAM(0x7, HC_SERVER)}, HC_HTTP3_ERROR, 0x10b, true},
    {{RESET_STREAM(0x10b, HC_SERVER)}, HC_HTTP2_ERROR, 0x7, true},
};

static void test_hints_by_circumstance(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool holds = is_mapped(&cases[i].event, cases[i].to, cases[i].target);
        char text[EVENT_TEXT_SIZE];
        if (holds != cases[i].holds)
            fail_msg("%s: %s %" PRIu64 " is %sexpected", event_text(&cases[i].event, text),
                     hc_space(cases[i].to)->name, cases[i].target, cases[i].holds ? "" : "not ");
    }
}

static const uint8_t stream_carriers[] = {HC_RST_STREAM, HC_RESET_STREAM, HC_STOP_SENDING};

/* Whatever ends an ordinary stream, no close code is named for it. */
static void test_no_close_code_without_a_websocket(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(stream_carriers); i++) {
        struct hc_event event = {.carrier = stream_carriers[i], .sender = HC_SERVER};
        event.space = event.carrier == HC_RST_STREAM ? HC_HTTP2_ERROR : HC_HTTP3_ERROR;
        for (event.value = 0; event.value <= 0x210; event.value++)
            REQUIRE_EVENT(&event, !is_mapped_into(&event, HC_WEBSOCKET_CLOSE));
    }
}

/* No status is left to send to a client that broke the stream off itself. */
static void test_no_bad_gateway_but_from_the_server(void **state) {
    (void)state;
    const uint8_t others[] = {HC_CLIENT, HC_SIDE_UNKNOWN};
    for (size_t i = 0; i < COUNT(stream_carriers) * COUNT(others); i++) {
        struct hc_event event = {.carrier = stream_carriers[i / COUNT(others)],
                                 .sender = others[i % COUNT(others)]};
        event.space = event.carrier == HC_RST_STREAM ? HC_HTTP2_ERROR : HC_HTTP3_ERROR;
        for (event.value = 0; event.value <= 0x210; event.value++)
            REQUIRE_EVENT(&event, !is_mapped(&event, HC_HTTP_STATUS, 502));
    }
}

/* A tunnel that was not opened has sent no 2xx. */
static void test_no_opened_tunnel_before_it_opens(void **state) {
    (void)state;
    struct hc_event unopened = {RST_STREAM(0xa, HC_SERVER), NO_RESPONSE};
    struct hc_event opened = {RST_STREAM(0xa, HC_SERVER), STARTED};
    REQUIRE_EVENT(&unopened, !says_inapplicable(&unopened, HC_HTTP_STATUS));
    REQUIRE_EVENT(&opened, says_inapplicable(&opened, HC_HTTP_STATUS));
}

/* What a vendor's status corresponds to is said where the vendor is proven. */
static void test_a_vendors_hint_needs_the_vendor(void **state) {
    (void)state;
    struct hc_event claimed = {STATUS(530)}, proven = {STATUS(530), MORE(.evidence = "cloudflare")};
    struct hc_verdict of_claimed = hc_judge(&claimed), of_proven = hc_judge(&proven);
    size_t claimed_count = 0, proven_count = 0;
    while (hc_verdict_mapping(&of_claimed, claimed_count) != NULL)
        claimed_count++;
    while (hc_verdict_mapping(&of_proven, proven_count) != NULL)
        proven_count++;
    assert_true(proven_count >= claimed_count);
    for (size_t i = 0; i < claimed_count; i++)
        REQUIRE_EVENT(&claimed, !(hc_verdict_mapping(&of_claimed, i)->conditions & HC_IF_OWN_MEANING));
}

/* The facts of an event that a row may ask for, told from the event alone. */
static unsigned facts_of(const struct hc_event *event, bool has_own_meaning) {
    static const unsigned by_sender[] = {0, HC_IF_FROM_CLIENT, HC_IF_FROM_SERVER};
    static const unsigned by_carrier[HC_CARRIERS_END] = {
        [HC_RST_STREAM] = HC_IF_ON_STREAM,           [HC_RESET_STREAM] = HC_IF_ON_STREAM,
        [HC_STOP_SENDING] = HC_IF_ON_STREAM,         [HC_GOAWAY] = HC_IF_ON_CONNECTION,
        [HC_CONNECTION_CLOSE] = HC_IF_ON_CONNECTION,
    };
    static const unsigned by_progress[] = {0, HC_IF_NOT_BEGUN, HC_IF_BEGUN, HC_IF_BEGUN | HC_IF_COMPLETE};
    return by_sender[event->sender] | by_carrier[event->carrier] | by_progress[event->progress] |
           (event->circumstances & HC_ON_WEBSOCKET ? (unsigned)HC_IF_WEBSOCKET : 0) |
           (event->circumstances & HC_WITHOUT_GRPC_STATUS ? (unsigned)HC_IF_NO_GRPC_STATUS : 0) |
           (has_own_meaning ? (unsigned)HC_IF_OWN_MEANING : 0);
}

/* The hints of an event are the rows of its number, in their order, less those whose conditions do not hold.
 */
static void check_order_and_conditions(const struct hc_event *event) {
    struct hc_mappings all = hc_mappings(event->space, event->value);
    struct hc_verdict verdict = hc_judge(event);
    unsigned facts = facts_of(event, verdict.meaning.row->last == 0);
    size_t shown = 0;
    for (size_t i = 0; i < all.count; i++) {
        if ((all.rows[i].conditions & ~facts) != 0 || (all.rows[i].exceptions & facts) != 0)
            continue;
        REQUIRE_EVENT(event, hc_verdict_mapping(&verdict, shown) == &all.rows[i]);
        shown++;
    }
    REQUIRE_EVENT(event, hc_verdict_mapping(&verdict, shown) == NULL);
}

static void check_every_number(struct hc_event *event) {
    for (event->progress = 0; event->progress <= HC_PROGRESS_COMPLETE; event->progress++)
        for (event->value = 0; event->value <= 5000; event->value++)
            check_order_and_conditions(event);
}

static void test_every_hint_stands_where_its_conditions_hold(void **state) {
    (void)state;
    static const uint8_t circumstances[] = {0, HC_ON_WEBSOCKET, HC_ON_GRPC,
                                            HC_ON_GRPC | HC_WITHOUT_GRPC_STATUS};
    for (size_t place = 0; place < COUNT(places); place++)
        for (unsigned sender = HC_SIDE_UNKNOWN; sender <= HC_SERVER; sender++)
            for (size_t i = 0; i < COUNT(circumstances); i++) {
                struct hc_event event = {.space = places[place].space,
                                         .carrier = places[place].carrier,
                                         .sender = (uint8_t)sender,
                                         .circumstances = circumstances[i]};
                check_every_number(&event);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hints_by_circumstance),
        cmocka_unit_test(test_no_close_code_without_a_websocket),
        cmocka_unit_test(test_no_bad_gateway_but_from_the_server),
        cmocka_unit_test(test_no_opened_tunnel_before_it_opens),
        cmocka_unit_test(test_a_vendors_hint_needs_the_vendor),
        cmocka_unit_test(test_every_hint_stands_where_its_conditions_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
