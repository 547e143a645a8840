/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers that code speaks of are those of the rows that bear their names. */
#include "registry/registry_test.h"

#include "registry/numbers.h"

/* A count that goes wrong in the middle of an enum shows at its end. */
static const struct {
    enum hc_space_id space;
    uint64_t number;
    const char *name;
} numbers[] = {
    {HC_HTTP_STATUS, HTTP_SWITCHING_PROTOCOLS, "Switching Protocols"},
    {HC_HTTP_STATUS, HTTP_REQUEST_TIMEOUT, "Request Timeout"},
    {HC_HTTP_STATUS, HTTP_TOO_MANY_REQUESTS, "Too Many Requests"},
    {HC_HTTP_STATUS, HTTP_BAD_GATEWAY, "Bad Gateway"},
    {HC_HTTP_STATUS, HTTP_SERVICE_UNAVAILABLE, "Service Unavailable"},
    {HC_HTTP_STATUS, HTTP_GATEWAY_TIMEOUT, "Gateway Timeout"},

    {HC_HTTP2_ERROR, H2_NO_ERROR, "NO_ERROR"},
    {HC_HTTP2_ERROR, H2_STREAM_CLOSED, "STREAM_CLOSED"},
    {HC_HTTP2_ERROR, H2_CANCEL, "CANCEL"},
    {HC_HTTP2_ERROR, H2_HTTP_1_1_REQUIRED, "HTTP_1_1_REQUIRED"},

    {HC_HTTP3_ERROR, H3_DATAGRAM_ERROR, "H3_DATAGRAM_ERROR"},
    {HC_HTTP3_ERROR, H3_NO_ERROR, "H3_NO_ERROR"},
    {HC_HTTP3_ERROR, H3_REQUEST_CANCELLED, "H3_REQUEST_CANCELLED"},
    {HC_HTTP3_ERROR, H3_VERSION_FALLBACK, "H3_VERSION_FALLBACK"},
    {HC_HTTP3_ERROR, QPACK_DECODER_STREAM_ERROR, "QPACK_DECODER_STREAM_ERROR"},

    {HC_QUIC_ERROR, QUIC_NO_ERROR, "NO_ERROR"},
    {HC_QUIC_ERROR, QUIC_VERSION_NEGOTIATION_ERROR, "VERSION_NEGOTIATION_ERROR"},
    {HC_QUIC_ERROR, QUIC_TLS_HANDSHAKE_FAILURE, "CRYPTO_ERROR (handshake_failure)"},

    {HC_WEBSOCKET_CLOSE, WS_NORMAL_CLOSURE, "Normal Closure"},
    {HC_WEBSOCKET_CLOSE, WS_TLS_HANDSHAKE, "TLS handshake"},
    {HC_WEBSOCKET_CLOSE, WS_TIMEOUT, "Timeout"},

    {HC_GRPC_STATUS, GRPC_OK, "OK"},
    {HC_GRPC_STATUS, GRPC_UNAUTHENTICATED, "UNAUTHENTICATED"},
};

static void numbers_have_their_names(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        assert_string_equal(hc_explain(numbers[i].space, numbers[i].number, NULL).row->name, numbers[i].name);
}

/* RFC 9110, section 15: what is outside is invalid. */
static void statuses_end_where_the_rows_say(void **state) {
    (void)state;
    assert_int_equal(hc_explain(HC_HTTP_STATUS, HTTP_STATUS_FIRST - 1, NULL).row->registration, HC_INVALID);
    assert_int_not_equal(hc_explain(HC_HTTP_STATUS, HTTP_STATUS_FIRST, NULL).row->registration, HC_INVALID);
    assert_int_not_equal(hc_explain(HC_HTTP_STATUS, HTTP_STATUS_LAST, NULL).row->registration, HC_INVALID);
    assert_int_equal(hc_explain(HC_HTTP_STATUS, HTTP_STATUS_LAST + 1, NULL).row->registration, HC_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_their_names),
        cmocka_unit_test(statuses_end_where_the_rows_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
