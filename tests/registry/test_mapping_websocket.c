/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of a WebSocket that a stream carried, and what close codes and statuses have in common;
 * written from the documents and not from the rows. */
#include "registry/mapping_test.h"

/* RFC 8441, section 5, and RFC 9220, section 3: a TCP reset becomes a stream error with these codes. */
static void aborted_websocket_is_a_cancelled_stream(void **state) {
    (void)state;
    static const uint64_t abnormal_closure = 1006;
    uint64_t cancel = number_of(HC_HTTP2_ERROR, "CANCEL");
    uint64_t cancelled = number_of(HC_HTTP3_ERROR, "H3_REQUEST_CANCELLED");
    const struct hc_mapping *http2 =
        require_answer(HC_HTTP2_ERROR, cancel, HC_WEBSOCKET_CLOSE, abnormal_closure, WHATEVER_HOLDS);
    const struct hc_mapping *http3 =
        require_answer(HC_HTTP3_ERROR, cancelled, HC_WEBSOCKET_CLOSE, abnormal_closure, WHATEVER_HOLDS);
    REQUIRE_MAPPING(http2, mentions(http2->basis, "RFC 8441, section 5"));
    REQUIRE_MAPPING(http3, mentions(http3->basis, "RFC 9220, section 3"));
    require_answer(HC_WEBSOCKET_CLOSE, abnormal_closure, HC_HTTP2_ERROR, cancel, WHATEVER_HOLDS);
    require_answer(HC_WEBSOCKET_CLOSE, abnormal_closure, HC_HTTP3_ERROR, cancelled, WHATEVER_HOLDS);
}

/* RFC 9297: about datagrams and capsules, which a WebSocket does not use. */
static bool concerns_no_websocket(const struct hc_code *code) {
    return strcmp(code->name, "H3_DATAGRAM_ERROR") == 0;
}

/* RFC 6455, section 7.1.5: whatever ended the stream, without a Close frame the code is 1006. */
static void every_reset_is_an_abnormal_closure(void **state) {
    (void)state;
    static const enum hc_space_id spaces[] = {HC_HTTP2_ERROR, HC_HTTP3_ERROR};
    for (size_t i = 0; i < COUNT(spaces); i++) {
        const struct hc_space *space = hc_space(spaces[i]);
        for (size_t n = 0; n < space->code_count; n++) {
            const struct hc_code *code = &space->codes[n];
            if (code->registration != HC_REGISTERED || says_no_error(code) || concerns_no_websocket(code))
                continue;
            require_answer(space->id, code->value, HC_WEBSOCKET_CLOSE, 1006, WHATEVER_HOLDS);
            assert_false(is_answered(space->id, code->value, HC_WEBSOCKET_CLOSE, 1006,
                                     WHATEVER_HOLDS & ~(unsigned)HC_IF_WEBSOCKET));
        }
    }
}

/* Close codes that share name or definition with a status (RFC 6455, section 7.4.1; the IANA registry). */
static void close_codes_resemble_statuses(void **state) {
    (void)state;
    static const uint64_t alike[][2] = {{1009, 413}, {1011, 500}, {1013, 503}, {1014, 502},
                                        {3000, 401}, {3003, 403}, {3008, 408}};
    for (size_t i = 0; i < COUNT(alike); i++) {
        const struct hc_mapping *row =
            require_answer(HC_WEBSOCKET_CLOSE, alike[i][0], HC_HTTP_STATUS, alike[i][1], HC_IF_FROM_SERVER);
        REQUIRE_MAPPING(row, row->kind != HC_MAP_EXACT);
    }
}

/* RFC 6455, section 7.4.1: either side may send these, but a client's says nothing that a status could. */
static void clients_close_codes_are_no_statuses(void **state) {
    (void)state;
    static const uint64_t by_either[][2] = {{1001, 503}, {1003, 415}, {1007, 400}, {1008, 403}, {1009, 413}};
    for (size_t i = 0; i < COUNT(by_either); i++) {
        require_answer(HC_WEBSOCKET_CLOSE, by_either[i][0], HC_HTTP_STATUS, by_either[i][1],
                       HC_IF_FROM_SERVER);
        assert_false(is_answered(HC_WEBSOCKET_CLOSE, by_either[i][0], HC_HTTP_STATUS, by_either[i][1],
                                 HC_IF_FROM_CLIENT));
    }
}

static bool needs_own_meaning(enum hc_space_id space, uint64_t value, uint64_t status) {
    return is_answered(space, value, HC_HTTP_STATUS, status, WHATEVER_HOLDS) &&
           !is_answered(space, value, HC_HTTP_STATUS, status, WHATEVER_HOLDS & ~(unsigned)HC_IF_OWN_MEANING);
}

/* A private number stands for something only where the capture proves whose it is. */
static void private_numbers_need_their_meaning(void **state) {
    (void)state;
    static const uint64_t of_gateways[][2] = {{520, 502}, {522, 504}, {526, 502}, {598, 504}};
    for (size_t i = 0; i < COUNT(of_gateways); i++)
        assert_true(needs_own_meaning(HC_HTTP_STATUS, of_gateways[i][0], of_gateways[i][1]));
    static const uint64_t of_graphql[] = {4400, 4401, 4403, 4408, 4429, 4500};
    for (size_t i = 0; i < COUNT(of_graphql); i++)
        assert_true(needs_own_meaning(HC_WEBSOCKET_CLOSE, of_graphql[i], of_graphql[i] - 4000));
}

/* RFC 6455, section 4.1: the handshake fails on any other status; the WebSocket API reports 1006 then. */
static void failed_handshake_is_an_abnormal_closure(void **state) {
    (void)state;
    for (uint64_t status = 400; status < 600; status++) {
        require_answer(HC_HTTP_STATUS, status, HC_WEBSOCKET_CLOSE, 1006, HC_IF_WEBSOCKET);
        assert_false(is_answered(HC_HTTP_STATUS, status, HC_WEBSOCKET_CLOSE, 1006, 0));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aborted_websocket_is_a_cancelled_stream),
        cmocka_unit_test(every_reset_is_an_abnormal_closure),
        cmocka_unit_test(close_codes_resemble_statuses),
        cmocka_unit_test(clients_close_codes_are_no_statuses),
        cmocka_unit_test(private_numbers_need_their_meaning),
        cmocka_unit_test(failed_handshake_is_an_abnormal_closure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
