/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the documents say that an HTTP/2 or HTTP/3 error is in the other version, at a gateway and in QUIC,
 * pair by pair, written from the documents and not from the rows: whoever changes a row against its document
 * fails here. */
#include "registry/mapping_test.h"

/* RFC 9114, appendix A.4. QPACK's codes, which it only hints at, are those of RFC 9204, section 6. */
static const struct pair http2_and_http3[] = {
    {"NO_ERROR", "H3_NO_ERROR"},
    {"PROTOCOL_ERROR", "H3_GENERAL_PROTOCOL_ERROR"},
    {"PROTOCOL_ERROR", "H3_FRAME_UNEXPECTED"},
    {"PROTOCOL_ERROR", "H3_MESSAGE_ERROR"},
    {"PROTOCOL_ERROR", "H3_CLOSED_CRITICAL_STREAM"},
    {"INTERNAL_ERROR", "H3_INTERNAL_ERROR"},
    {"FLOW_CONTROL_ERROR", NULL},
    {"SETTINGS_TIMEOUT", NULL},
    {"STREAM_CLOSED", NULL},
    {"FRAME_SIZE_ERROR", "H3_FRAME_ERROR"},
    {"REFUSED_STREAM", "H3_REQUEST_REJECTED"},
    {"CANCEL", "H3_REQUEST_CANCELLED"},
    {"COMPRESSION_ERROR", "QPACK_DECOMPRESSION_FAILED"},
    {"COMPRESSION_ERROR", "QPACK_ENCODER_STREAM_ERROR"},
    {"COMPRESSION_ERROR", "QPACK_DECODER_STREAM_ERROR"},
    {"CONNECT_ERROR", "H3_CONNECT_ERROR"},
    {"ENHANCE_YOUR_CALM", "H3_EXCESSIVE_LOAD"},
    {"INADEQUATE_SECURITY", NULL},
    {"HTTP_1_1_REQUIRED", "H3_VERSION_FALLBACK"},
};

static const struct document appendix_a4 =
    DOCUMENT("RFC 9114, appendix A.4", HC_HTTP2_ERROR, HC_HTTP3_ERROR, WHATEVER_HOLDS, http2_and_http3);

/* The same table read backwards; lines without an answer have no way back. */
static void check_inverse(const struct document *document) {
    struct pair backwards[COUNT(http2_and_http3)];
    struct document inverse = {.name = document->name,
                               .from = document->to,
                               .to = document->from,
                               .facts = document->facts,
                               .pairs = backwards};
    assert_true(document->count <= COUNT(backwards));
    for (size_t i = 0; i < document->count; i++)
        if (document->pairs[i].answer != NULL)
            backwards[inverse.count++] = (struct pair){document->pairs[i].answer, document->pairs[i].code};
    check_document(&inverse);
}

static void http2_to_http3_is_appendix_a4(void **state) {
    (void)state;
    check_document(&appendix_a4);
}

static void http3_to_http2_is_appendix_a4_backwards(void **state) {
    (void)state;
    check_inverse(&appendix_a4);
}

static bool is_only_answer(const struct pair *pair) {
    size_t answers_of_the_code = 0;
    for (size_t i = 0; i < COUNT(http2_and_http3); i++)
        answers_of_the_code += strcmp(http2_and_http3[i].code, pair->code) == 0;
    return pair->answer != NULL && answers_of_the_code == 1;
}

/* A.4 makes no difference between the sides, nor between streams and connections. */
static void appendix_a4_holds_whoever_sends(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(http2_and_http3); i++) {
        const struct pair *pair = &http2_and_http3[i];
        if (!is_only_answer(pair))
            continue;
        uint64_t http2 = number_of(HC_HTTP2_ERROR, pair->code);
        uint64_t http3 = number_of(HC_HTTP3_ERROR, pair->answer);
        require_answer(HC_HTTP2_ERROR, http2, HC_HTTP3_ERROR, http3, 0);
        require_answer(HC_HTTP3_ERROR, http3, HC_HTTP2_ERROR, http2, 0);
    }
}

/* A.4 starts from HTTP/2 and names no counterpart of these. All of them are offences against the protocol,
 * for which HTTP/2 has one code where none is closer, but to say so is derived. */
static void what_appendix_a4_does_not_name_is_derived(void **state) {
    (void)state;
    static const char *const unnamed[] = {"H3_DATAGRAM_ERROR",   "H3_STREAM_CREATION_ERROR",
                                          "H3_ID_ERROR",         "H3_SETTINGS_ERROR",
                                          "H3_MISSING_SETTINGS", "H3_REQUEST_INCOMPLETE"};
    for (size_t i = 0; i < COUNT(unnamed); i++) {
        uint64_t value = number_of(HC_HTTP3_ERROR, unnamed[i]);
        require_answer(HC_HTTP3_ERROR, value, HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, "PROTOCOL_ERROR"), 0);
        for_each_mapping(HC_HTTP3_ERROR, value, HC_HTTP2_ERROR, check_not_documented);
    }
}

/* RFC 9113, section 7: unknown codes may be treated as INTERNAL_ERROR. Codes of HTTP/3 among them, too. */
static void unknown_http2_codes_count_as_internal_error(void **state) {
    (void)state;
    static const uint64_t unknown[] = {0xe,   0xf,   0x20,  0x21,       0xff,
                                       0x100, 0x10b, 0x10c, 0x7fffffff, UINT32_MAX};
    for (size_t i = 0; i < COUNT(unknown); i++) {
        check_unknown(HC_HTTP2_ERROR, unknown[i], HC_HTTP2_ERROR,
                      number_of(HC_HTTP2_ERROR, "INTERNAL_ERROR"));
        check_unknown(HC_HTTP2_ERROR, unknown[i], HC_HTTP_STATUS, 502);
        check_unknown(HC_HTTP2_ERROR, unknown[i], HC_HTTP3_ERROR,
                      number_of(HC_HTTP3_ERROR, "H3_INTERNAL_ERROR"));
        check_unknown(HC_HTTP2_ERROR, unknown[i], HC_GRPC_STATUS, number_of(HC_GRPC_STATUS, "INTERNAL"));
    }
}

/* RFC 9114, section 8: unknown codes must be treated as H3_NO_ERROR, and section 8.1: so must the reserved
 * ones. The codes of HTTP/2 among them are unknown, too. */
static void unknown_http3_codes_count_as_no_error(void **state) {
    (void)state;
    static const uint64_t unknown[] = {0x0,
                                       0x2,
                                       0x7,
                                       0x8,
                                       0xd,
                                       0xe,
                                       0x21,
                                       0x40,
                                       0xff,
                                       0x111,
                                       0x1ff,
                                       0x203,
                                       0x1000,
                                       UINT32_MAX,
                                       UINT64_C(0x52e4a40fa8da),
                                       UINT64_C(0x52e5ac983163),
                                       UINT64_C(0x3ffffffffffffffe),
                                       UINT64_C(0x3fffffffffffffff)};
    for (size_t i = 0; i < COUNT(unknown); i++) {
        check_unknown(HC_HTTP3_ERROR, unknown[i], HC_HTTP3_ERROR, number_of(HC_HTTP3_ERROR, "H3_NO_ERROR"));
        check_unknown(HC_HTTP3_ERROR, unknown[i], HC_HTTP_STATUS, 502);
        check_unknown(HC_HTTP3_ERROR, unknown[i], HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, "NO_ERROR"));
        check_unknown(HC_HTTP3_ERROR, unknown[i], HC_GRPC_STATUS, number_of(HC_GRPC_STATUS, "INTERNAL"));
    }
}

/* RFC 9113, section 8.5, and RFC 9114, section 4.4: it ends a tunnel, which a 2xx opened before. */
static bool comes_after_the_status(const struct hc_code *code) {
    return strcmp(code->name, "CONNECT_ERROR") == 0 || strcmp(code->name, "H3_CONNECT_ERROR") == 0;
}

static void check_gateway_row(const struct hc_mapping *row) {
    if (!answers(row))
        return;
    REQUIRE_MAPPING(row, (row->conditions & (HC_IF_FROM_CLIENT | HC_IF_FROM_SERVER)) != 0);
    if (row->target >= 500)
        REQUIRE_MAPPING(row, (row->conditions & HC_IF_FROM_SERVER) != 0);
    if (is_documented(row)) {
        REQUIRE_MAPPING(row, row->target == 502);
        REQUIRE_MAPPING(row, mentions(row->basis, "RFC 9114, appendix A.4.1"));
    }
}

static void for_unknown_codes(mapping_check *check) {
    for_each_mapping(HC_HTTP2_ERROR, UINT32_MAX, HC_HTTP_STATUS, check);
    for_each_mapping(HC_HTTP3_ERROR, UINT32_MAX, HC_HTTP_STATUS, check);
}

/* RFC 9114, appendix A.4.1: an error of an upstream origin becomes a status, such as 502, for a broad class.
 * Toward the origin there is nobody to send a status to. */
static void gateway_answers_upstream_errors(void **state) {
    (void)state;
    static const enum hc_space_id spaces[] = {HC_HTTP2_ERROR, HC_HTTP3_ERROR};
    for_unknown_codes(check_gateway_row);
    for (size_t i = 0; i < COUNT(spaces); i++) {
        const struct hc_space *space = hc_space(spaces[i]);
        for (size_t n = 0; n < space->code_count; n++) {
            const struct hc_code *code = &space->codes[n];
            for_each_mapping(space->id, code->value, HC_HTTP_STATUS, check_gateway_row);
            if (code->registration == HC_REGISTERED && !says_no_error(code) && !comes_after_the_status(code))
                require_answer(space->id, code->value, HC_HTTP_STATUS, 502,
                               HC_IF_FROM_SERVER | HC_IF_ON_STREAM | HC_IF_ON_CONNECTION);
        }
    }
}

/* A.4 says what QUIC does itself; which of its codes that is, no document says. */
static void quic_takes_over_what_http3_has_no_code_for(void **state) {
    (void)state;
    static const struct pair taken_over[] = {{"FLOW_CONTROL_ERROR", "FLOW_CONTROL_ERROR"},
                                             {"STREAM_CLOSED", "STREAM_STATE_ERROR"}};
    for (size_t i = 0; i < COUNT(taken_over); i++) {
        const struct hc_mapping *row =
            require_answer(HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, taken_over[i].code), HC_QUIC_ERROR,
                           number_of(HC_QUIC_ERROR, taken_over[i].answer), WHATEVER_HOLDS);
        REQUIRE_MAPPING(row, row->kind == HC_MAP_DERIVED);
    }
}

/* RFC 9000, section 20.1, and RFC 9113, section 7, define these alike. 0x147 is insufficient_security. */
static void quic_errors_resemble_those_of_http2(void **state) {
    (void)state;
    static const struct pair alike[] = {{"NO_ERROR", "NO_ERROR"},
                                        {"INTERNAL_ERROR", "INTERNAL_ERROR"},
                                        {"FLOW_CONTROL_ERROR", "FLOW_CONTROL_ERROR"},
                                        {"STREAM_STATE_ERROR", "STREAM_CLOSED"},
                                        {"FRAME_ENCODING_ERROR", "FRAME_SIZE_ERROR"},
                                        {"PROTOCOL_VIOLATION", "PROTOCOL_ERROR"},
                                        {"327", "INADEQUATE_SECURITY"}};
    for (size_t i = 0; i < COUNT(alike); i++)
        require_answer(HC_QUIC_ERROR, number_of(HC_QUIC_ERROR, alike[i].code), HC_HTTP2_ERROR,
                       number_of(HC_HTTP2_ERROR, alike[i].answer), 0);
}

/* RFC 9110, section 15.6.3, and statuscodes.md: the connection breaks before the response. */
static void broken_quic_connection_fails_what_was_open(void **state) {
    (void)state;
    const struct hc_space *quic = hc_space(HC_QUIC_ERROR);
    for (size_t i = 0; i < quic->code_count; i++) {
        const struct hc_code *code = &quic->codes[i];
        if (code->value > 0x1ff || says_no_error(code))
            continue;
        require_answer(HC_QUIC_ERROR, code->value, HC_HTTP_STATUS, 502, HC_IF_FROM_SERVER);
        assert_false(is_answered(HC_QUIC_ERROR, code->value, HC_HTTP_STATUS, 502, HC_IF_FROM_CLIENT));
        require_answer(HC_QUIC_ERROR, code->value, HC_GRPC_STATUS, number_of(HC_GRPC_STATUS, "UNAVAILABLE"),
                       0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(http2_to_http3_is_appendix_a4),
        cmocka_unit_test(http3_to_http2_is_appendix_a4_backwards),
        cmocka_unit_test(appendix_a4_holds_whoever_sends),
        cmocka_unit_test(what_appendix_a4_does_not_name_is_derived),
        cmocka_unit_test(unknown_http2_codes_count_as_internal_error),
        cmocka_unit_test(unknown_http3_codes_count_as_no_error),
        cmocka_unit_test(gateway_answers_upstream_errors),
        cmocka_unit_test(quic_takes_over_what_http3_has_no_code_for),
        cmocka_unit_test(quic_errors_resemble_those_of_http2),
        cmocka_unit_test(broken_quic_connection_fails_what_was_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
