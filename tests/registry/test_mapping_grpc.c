/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What gRPC's documents say of errors and statuses, and of the way back, pair by pair, written from the
 * documents and not from the rows. */
#include "registry/mapping_test.h"

/* gRPC, PROTOCOL-HTTP2.md, "Errors": what a client makes of an RST_STREAM. HTTP_1_1_REQUIRED is not in it.
 * The second line for CANCEL is from "Client Cancellation": a client whose deadline has passed reports that
 * instead. */
static const struct pair http2_to_grpc[] = {
    {"NO_ERROR", "INTERNAL"},
    {"PROTOCOL_ERROR", "INTERNAL"},
    {"INTERNAL_ERROR", "INTERNAL"},
    {"FLOW_CONTROL_ERROR", "INTERNAL"},
    {"SETTINGS_TIMEOUT", "INTERNAL"},
    {"STREAM_CLOSED", NULL},
    {"FRAME_SIZE_ERROR", "INTERNAL"},
    {"REFUSED_STREAM", "UNAVAILABLE"},
    {"CANCEL", "CANCELLED"},
    {"CANCEL", "DEADLINE_EXCEEDED"},
    {"COMPRESSION_ERROR", "INTERNAL"},
    {"CONNECT_ERROR", "INTERNAL"},
    {"ENHANCE_YOUR_CALM", "RESOURCE_EXHAUSTED"},
    {"INADEQUATE_SECURITY", "PERMISSION_DENIED"},
};

/* gRPC proposal G2 (gRPC over HTTP/3), "Errors", and "Exceeding deadlines" for the second line of
 * H3_REQUEST_CANCELLED. */
static const struct pair http3_to_grpc[] = {
    {"H3_NO_ERROR", "INTERNAL"},
    {"H3_GENERAL_PROTOCOL_ERROR", "INTERNAL"},
    {"H3_INTERNAL_ERROR", "INTERNAL"},
    {"H3_STREAM_CREATION_ERROR", "INTERNAL"},
    {"H3_CLOSED_CRITICAL_STREAM", "INTERNAL"},
    {"H3_FRAME_UNEXPECTED", "INTERNAL"},
    {"H3_FRAME_ERROR", "INTERNAL"},
    {"H3_EXCESSIVE_LOAD", "RESOURCE_EXHAUSTED"},
    {"H3_ID_ERROR", "INTERNAL"},
    {"H3_SETTINGS_ERROR", "INTERNAL"},
    {"H3_MISSING_SETTINGS", "INTERNAL"},
    {"H3_REQUEST_REJECTED", "UNAVAILABLE"},
    {"H3_REQUEST_CANCELLED", "CANCELLED"},
    {"H3_REQUEST_CANCELLED", "DEADLINE_EXCEEDED"},
    {"H3_REQUEST_INCOMPLETE", "INTERNAL"},
    {"H3_MESSAGE_ERROR", "INTERNAL"},
    {"H3_CONNECT_ERROR", "INTERNAL"},
    {"H3_VERSION_FALLBACK", "INTERNAL"},
};

/* gRPC, http-grpc-status-mapping.md: a response without grpc-status. All other codes are UNKNOWN: 431, too,
 * for which grpc-java alone has INTERNAL (its issue 11248); that line was proposed (grpc pull request 9384)
 * and never made it into the document. */
static const struct pair status_to_grpc[] = {
    {"400", "INTERNAL"},      {"401", "UNAUTHENTICATED"}, {"403", "PERMISSION_DENIED"},
    {"404", "UNIMPLEMENTED"}, {"429", "UNAVAILABLE"},     {"502", "UNAVAILABLE"},
    {"503", "UNAVAILABLE"},   {"504", "UNAVAILABLE"},
};

/* google.rpc.Code, the "HTTP Mapping" of each code; 412 is from the note to FAILED_PRECONDITION. */
static const struct pair grpc_to_status[] = {
    {"OK", "200"},
    {"CANCELLED", "499"},
    {"UNKNOWN", "500"},
    {"INVALID_ARGUMENT", "400"},
    {"DEADLINE_EXCEEDED", "504"},
    {"NOT_FOUND", "404"},
    {"ALREADY_EXISTS", "409"},
    {"PERMISSION_DENIED", "403"},
    {"RESOURCE_EXHAUSTED", "429"},
    {"FAILED_PRECONDITION", "400"},
    {"FAILED_PRECONDITION", "412"},
    {"ABORTED", "409"},
    {"OUT_OF_RANGE", "400"},
    {"UNIMPLEMENTED", "501"},
    {"INTERNAL", "500"},
    {"UNAVAILABLE", "503"},
    {"DATA_LOSS", "500"},
    {"UNAUTHENTICATED", "401"},
};

static const struct document grpc_over_http2 = DOCUMENT("PROTOCOL-HTTP2", HC_HTTP2_ERROR, HC_GRPC_STATUS,
                                                        HC_IF_FROM_SERVER | HC_IF_ON_STREAM, http2_to_grpc);
static const struct document grpc_over_http3 =
    DOCUMENT("G2", HC_HTTP3_ERROR, HC_GRPC_STATUS, HC_IF_FROM_SERVER | HC_IF_ON_STREAM, http3_to_grpc);
static const struct document grpc_of_statuses =
    DOCUMENT("http-grpc-status-mapping", HC_HTTP_STATUS, HC_GRPC_STATUS, HC_IF_FROM_SERVER, status_to_grpc);
static const struct document google_rpc_code =
    DOCUMENT("google.rpc.Code", HC_GRPC_STATUS, HC_HTTP_STATUS, HC_IF_FROM_SERVER, grpc_to_status);

static void grpc_of_http2_resets(void **state) {
    (void)state;
    check_document(&grpc_over_http2);
}

static void grpc_of_http3_resets(void **state) {
    (void)state;
    check_document(&grpc_over_http3);
}

static void check_reset_not_documented(const struct hc_mapping *row) {
    REQUIRE_MAPPING(row, (row->conditions & HC_IF_ON_CONNECTION) != 0 || !is_documented(row));
}

static void grpc_table_lacks_http_1_1_required(void **state) {
    (void)state;
    for_each_mapping(HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, "HTTP_1_1_REQUIRED"), HC_GRPC_STATUS,
                     check_reset_not_documented);
}

/* The table is for RST_STREAM: a GOAWAY ends no call by itself. Three codes in it have no meaning on a
 * stream, and would never apply if they were held to that. */
static void grpc_table_is_about_streams(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(http2_to_grpc); i++) {
        uint64_t value = number_of(HC_HTTP2_ERROR, http2_to_grpc[i].code);
        const struct hc_code *code = hc_explain(HC_HTTP2_ERROR, value, NULL).row;
        if (http2_to_grpc[i].answer == NULL || code->scope == HC_SCOPE_CONNECTION || code->value == 0x7)
            continue; /* REFUSED_STREAM says in both places that a call was not processed */
        assert_false(is_answered(HC_HTTP2_ERROR, value, HC_GRPC_STATUS,
                                 number_of(HC_GRPC_STATUS, http2_to_grpc[i].answer),
                                 WHATEVER_HOLDS & ~(unsigned)HC_IF_ON_STREAM));
    }
}

/* PROTOCOL-HTTP2.md, "GOAWAY Frame": calls not accepted are UNAVAILABLE, whatever the code. */
static void grpc_calls_that_goaway_leaves_out_are_unavailable(void **state) {
    (void)state;
    uint64_t unavailable = number_of(HC_GRPC_STATUS, "UNAVAILABLE");
    for (uint64_t code = 0; code <= 0x10; code++) {
        require_answer(HC_HTTP2_ERROR, code, HC_GRPC_STATUS, unavailable,
                       HC_IF_FROM_SERVER | HC_IF_ON_CONNECTION);
        assert_false(is_answered(HC_HTTP2_ERROR, code, HC_GRPC_STATUS, unavailable,
                                 HC_IF_FROM_CLIENT | HC_IF_ON_CONNECTION));
    }
}

/* PROTOCOL-HTTP2.md and G2: from a client a cancellation is the end of the call, and they name no status for
 * it. statuscodes.md does: both sides report CANCELLED then, without sending it. */
static void check_cancellation(const struct hc_mapping *row) {
    bool from_server = (row->conditions & HC_IF_FROM_SERVER) != 0;
    bool from_client = (row->conditions & HC_IF_FROM_CLIENT) != 0;
    if (!answers(row) || (row->conditions & HC_IF_ON_CONNECTION) != 0)
        return;
    REQUIRE_MAPPING(row, from_server || from_client);
    if (from_client) {
        REQUIRE_MAPPING(row, row->kind != HC_MAP_EXACT);
        REQUIRE_MAPPING(row, !is_documented(row) || mentions(row->basis, "statuscodes.md"));
    }
}

static void only_a_server_cancels_with_a_status(void **state) {
    (void)state;
    for_each_mapping(HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, "CANCEL"), HC_GRPC_STATUS, check_cancellation);
    for_each_mapping(HC_HTTP3_ERROR, number_of(HC_HTTP3_ERROR, "H3_REQUEST_CANCELLED"), HC_GRPC_STATUS,
                     check_cancellation);
}

static void grpc_of_tabled_statuses(void **state) {
    (void)state;
    check_document(&grpc_of_statuses);
}

static bool is_tabled(uint64_t status) {
    for (size_t i = 0; i < COUNT(status_to_grpc); i++)
        if (number_of(HC_HTTP_STATUS, status_to_grpc[i].code) == status)
            return true;
    return false;
}

static void check_unknown_to_grpc(const struct hc_mapping *row) {
    if (mentions(row->basis, grpc_of_statuses.name))
        REQUIRE_MAPPING(row, !answers(row) || row->target == number_of(HC_GRPC_STATUS, "UNKNOWN"));
}

/* The table's last line. Of a success it speaks only where the grpc-status is known to be missing. */
static void grpc_of_all_other_statuses_is_unknown(void **state) {
    (void)state;
    uint64_t unknown = number_of(HC_GRPC_STATUS, "UNKNOWN");
    for (uint64_t status = 200; status < 600; status++) {
        if (is_tabled(status))
            continue;
        for_each_mapping(HC_HTTP_STATUS, status, HC_GRPC_STATUS, check_unknown_to_grpc);
        require_answer(HC_HTTP_STATUS, status, HC_GRPC_STATUS, unknown, HC_IF_NO_GRPC_STATUS);
        if (status < 400)
            assert_false(is_answered(HC_HTTP_STATUS, status, HC_GRPC_STATUS, unknown,
                                     WHATEVER_HOLDS & ~(unsigned)HC_IF_NO_GRPC_STATUS));
    }
}

static void check_not_applicable(const struct hc_mapping *row) {
    REQUIRE_MAPPING(row, !answers(row));
}

/* http-grpc-status-mapping.md: 1xx are skipped, and the headers that follow are read. */
static void interim_statuses_are_no_grpc_status(void **state) {
    (void)state;
    for (uint64_t status = 100; status < 200; status++)
        for_each_mapping(HC_HTTP_STATUS, status, HC_GRPC_STATUS, check_not_applicable);
}

static void statuses_of_grpc_are_those_of_google_rpc_code(void **state) {
    (void)state;
    check_document(&google_rpc_code);
}

/* google.rpc.Code backwards, for a client behind a gateway to JSON. Several codes share a status, so none is
 * the only one. */
static void google_rpc_code_backwards_is_never_exact(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(grpc_to_status); i++) {
        uint64_t status = number_of(HC_HTTP_STATUS, grpc_to_status[i].answer);
        uint64_t code = number_of(HC_GRPC_STATUS, grpc_to_status[i].code);
        if (status < 400 || status == 412) /* a success; a choice that the note leaves to servers */
            continue;
        const struct hc_mapping *row = require_answer(HC_HTTP_STATUS, status, HC_GRPC_STATUS, code, 0);
        REQUIRE_MAPPING(row, !mentions(row->basis, "google.rpc.Code") || row->kind == HC_MAP_CLOSEST);
    }
}

/* PROTOCOL-HTTP2.md, "Responses": the response's own status is 200 whatever the call's. */
static void grpc_travels_in_a_200(void **state) {
    (void)state;
    for (uint64_t code = 0; code < 20; code++)
        require_answer(HC_GRPC_STATUS, code, HC_HTTP_STATUS, 200, 0);
}

/* statuscodes.md: a status that cannot be parsed. */
static void unknown_grpc_status_is_unknown(void **state) {
    (void)state;
    static const uint64_t unknown[] = {17, 99, UINT32_MAX};
    for (size_t i = 0; i < COUNT(unknown); i++) {
        check_unknown(HC_GRPC_STATUS, unknown[i], HC_GRPC_STATUS, number_of(HC_GRPC_STATUS, "UNKNOWN"));
        require_answer(HC_GRPC_STATUS, unknown[i], HC_HTTP_STATUS, 500,
                       0); /* of UNKNOWN in google.rpc.Code */
    }
}

/* PROTOCOL-HTTP2.md, "Errors", and G2, backwards. INTERNAL comes from most codes, the one of its own name
 * among them. */
static const struct {
    const char *grpc, *http2, *http3;
} grpc_to_resets[] = {
    {"PERMISSION_DENIED", "INADEQUATE_SECURITY", NULL},
    {"RESOURCE_EXHAUSTED", "ENHANCE_YOUR_CALM", "H3_EXCESSIVE_LOAD"},
    {"UNAVAILABLE", "REFUSED_STREAM", "H3_REQUEST_REJECTED"},
    {"INTERNAL", "INTERNAL_ERROR", "H3_INTERNAL_ERROR"},
};

/* The tables are read by whoever receives a reset: backwards they are a hint, never exact. */
static void check_backwards(const char *status, enum hc_space_id to, const char *reset) {
    const struct hc_mapping *row =
        require_answer(HC_GRPC_STATUS, number_of(HC_GRPC_STATUS, status), to, number_of(to, reset), 0);
    REQUIRE_MAPPING(row, row->kind == HC_MAP_CLOSEST || row->kind == HC_MAP_DERIVED);
    REQUIRE_MAPPING(row, row->kind == HC_MAP_DERIVED || mentions(row->basis, ", inverse"));
}

static void grpc_statuses_lead_back_to_resets(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(grpc_to_resets); i++) {
        check_backwards(grpc_to_resets[i].grpc, HC_HTTP2_ERROR, grpc_to_resets[i].http2);
        if (grpc_to_resets[i].http3 != NULL)
            check_backwards(grpc_to_resets[i].grpc, HC_HTTP3_ERROR, grpc_to_resets[i].http3);
    }
}

/* PROTOCOL-HTTP2.md, "Client Cancellation", and G2, "Exceeding deadlines": how a call is cancelled, and that
 * a passed deadline is a cancellation. */
static void calls_are_cancelled_by_a_reset(void **state) {
    (void)state;
    static const char *const cancelled[] = {"CANCELLED", "DEADLINE_EXCEEDED"};
    for (size_t i = 0; i < COUNT(cancelled); i++) {
        uint64_t grpc = number_of(HC_GRPC_STATUS, cancelled[i]);
        require_answer(HC_GRPC_STATUS, grpc, HC_HTTP2_ERROR, number_of(HC_HTTP2_ERROR, "CANCEL"), 0);
        require_answer(HC_GRPC_STATUS, grpc, HC_HTTP3_ERROR,
                       number_of(HC_HTTP3_ERROR, "H3_REQUEST_CANCELLED"), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grpc_of_http2_resets),
        cmocka_unit_test(grpc_of_http3_resets),
        cmocka_unit_test(grpc_table_lacks_http_1_1_required),
        cmocka_unit_test(grpc_table_is_about_streams),
        cmocka_unit_test(grpc_calls_that_goaway_leaves_out_are_unavailable),
        cmocka_unit_test(only_a_server_cancels_with_a_status),
        cmocka_unit_test(grpc_of_tabled_statuses),
        cmocka_unit_test(grpc_of_all_other_statuses_is_unknown),
        cmocka_unit_test(interim_statuses_are_no_grpc_status),
        cmocka_unit_test(statuses_of_grpc_are_those_of_google_rpc_code),
        cmocka_unit_test(google_rpc_code_backwards_is_never_exact),
        cmocka_unit_test(grpc_travels_in_a_200),
        cmocka_unit_test(unknown_grpc_status_is_unknown),
        cmocka_unit_test(grpc_statuses_lead_back_to_resets),
        cmocka_unit_test(calls_are_cancelled_by_a_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
