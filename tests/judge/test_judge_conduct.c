/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a status stands in the message that it requires, and whether the request asked for it. Beside each
 * event that shows a finding stands its neighbour that does not: above all the one whose head was not read
 * whole, and the one whose request may be another. */
#include "judge/findings_test.h"

#include "registry/requirements.h"

#define WHOLE HC_HAS_WHOLE_HEAD

static const struct hc_request get = {.method = "GET"};
static const struct hc_request head = {.method = "HEAD"};
static const struct hc_request post = {.method = "POST"};
static const struct hc_request report = {.method = "REPORT"};
static const struct hc_request connect = {.method = "CONNECT"};

static const struct finding_case missing_fields[] = {
    {{STATUS(401), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    {{HEADERS(401), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    {{STATUS(401), MORE(.says = WHOLE | HC_HAS_WWW_AUTHENTICATE)}, FINDS(CLIENT_ERROR)},
    {{STATUS(401), MORE(.says = WHOLE | HC_HAS_PROXY_AUTHENTICATE)},
     FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    /* a head that was cut, or not read */
    {{STATUS(401), MORE(.says = 0)}, FINDS(CLIENT_ERROR)},
    {{STATUS(401)}, FINDS(CLIENT_ERROR)},
    {{HEADERS(401), MORE(.says = HC_HAS_ALLOW)}, FINDS(CLIENT_ERROR)},
    {{STATUS(407), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    {{STATUS(407), MORE(.says = WHOLE | HC_HAS_PROXY_AUTHENTICATE)}, FINDS(CLIENT_ERROR)},
    {{STATUS(405), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    {{STATUS(405), MORE(.says = WHOLE | HC_HAS_ALLOW)}, FINDS(CLIENT_ERROR)},
    /* HTTP/2 and HTTP/3 have no Upgrade */
    {{STATUS(426), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD) | FINDS(CLIENT_ERROR)},
    {{HEADERS(426), MORE(.says = WHOLE)}, FINDS(CLIENT_ERROR)},
    {{STATUS(426), MORE(.says = WHOLE | HC_HAS_UPGRADE)}, FINDS(CLIENT_ERROR)},
    {{STATUS(101), MORE(.says = WHOLE | HC_HAS_UPGRADE)}, FINDS(MISSING_FIELD)},
    {{STATUS(101), MORE(.says = WHOLE | HC_HAS_CONNECTION_UPGRADE)}, FINDS(MISSING_FIELD)},
    {{STATUS(101), MORE(.says = WHOLE | HC_HAS_UPGRADE | HC_HAS_CONNECTION_UPGRADE)}, NOTHING},
    {{STATUS(206), MORE(.says = WHOLE)}, FINDS(MISSING_FIELD)},
    {{STATUS(206), MORE(.says = WHOLE | HC_HAS_CONTENT_RANGE)}, NOTHING},
    {{STATUS(206), MORE(.says = WHOLE | HC_HAS_BYTERANGES)}, NOTHING},
    {{STATUS(206), MORE(.says = WHOLE | HC_HAS_BYTERANGES | HC_HAS_CONTENT_RANGE)}, FINDS(UNDUE_FIELD)},
    {{HEADERS(206), MORE(.says = HC_HAS_BYTERANGES | HC_HAS_CONTENT_RANGE)}, FINDS(UNDUE_FIELD)},
    {{STATUS(200), MORE(.says = WHOLE | HC_HAS_BYTERANGES | HC_HAS_CONTENT_RANGE)}, NOTHING},
    {{STATUS(301), MORE(.says = WHOLE)}, FINDS(ADVISED_FIELD)},
    {{STATUS(303), MORE(.says = WHOLE)}, FINDS(ADVISED_FIELD)},
    {{HEADERS(308), MORE(.says = WHOLE)}, FINDS(ADVISED_FIELD)},
    {{STATUS(302), MORE(.says = WHOLE | HC_HAS_LOCATION)}, NOTHING},
    {{STATUS(300), MORE(.says = WHOLE)}, NOTHING},
    {{STATUS(416), MORE(.says = WHOLE)}, FINDS(ADVISED_FIELD) | FINDS(CLIENT_ERROR)},
    {{STATUS(416), MORE(.says = WHOLE | HC_HAS_CONTENT_RANGE)}, FINDS(CLIENT_ERROR)},
    /* everyday, and allowed */
    {{STATUS(201), MORE(.says = WHOLE)}, NOTHING},
    {{STATUS(429), MORE(.says = WHOLE)}, FINDS(CLIENT_ERROR)},
};

static const struct finding_case connection_fields[] = {
    {{HEADERS(200), MORE(.says = WHOLE | HC_HAS_CONNECTION_FIELD, .bad_field = "connection")},
     FINDS(CONNECTION_FIELD)},
    {{HEADERS(200), MORE(.says = HC_HAS_UPPER_CASE, .bad_field = "Server")}, FINDS(CONNECTION_FIELD)},
    {{STATUS(200), MORE(.says = WHOLE | HC_HAS_CONNECTION_UPGRADE)}, NOTHING},
};

static const struct finding_case forbidden_content[] = {
    {{STATUS(204), MORE(.says = WHOLE | HC_HAS_LENGTH)}, FINDS(FORBIDDEN_CONTENT)},
    {{HEADERS(204), MORE(.says = HC_HAS_LENGTH)}, FINDS(FORBIDDEN_CONTENT)},
    {{STATUS(204), MORE(.says = WHOLE | HC_HAS_TRANSFER_ENCODING)}, FINDS(FORBIDDEN_CONTENT)},
    /* Content-Length: 0 has no mark */
    {{STATUS(204), MORE(.says = WHOLE)}, NOTHING},
    {{STATUS(103), MORE(.says = WHOLE | HC_HAS_LENGTH)}, FINDS(FORBIDDEN_CONTENT)},
    {{STATUS(101), MORE(.says = HC_HAS_TRANSFER_ENCODING)}, FINDS(FORBIDDEN_CONTENT)},
    {{HEADERS(103), MORE(.says = WHOLE | HC_ENDS_STREAM)}, FINDS(FORBIDDEN_CONTENT)},
    {{HEADERS(204), MORE(.says = WHOLE | HC_ENDS_STREAM)}, NOTHING},
    {{STATUS(205), MORE(.says = WHOLE | HC_HAS_LENGTH)}, FINDS(FORBIDDEN_CONTENT)},
    /* a chunked body of no chunk is none */
    {{STATUS(205), MORE(.says = WHOLE | HC_HAS_TRANSFER_ENCODING)}, NOTHING},
    /* a 304 says how long the content would be */
    {{STATUS(304), MORE(.says = WHOLE | HC_HAS_LENGTH)}, NOTHING},
    {{STATUS(200), .request = &connect, MORE(.says = HC_HAS_LENGTH, .asked = WHOLE)},
     FINDS(FORBIDDEN_CONTENT)},
    {{STATUS(200), .request = &connect, MORE(.says = HC_HAS_TRANSFER_ENCODING, .asked = WHOLE)},
     FINDS(FORBIDDEN_CONTENT)},
    /* another request may be meant; and a refusal may say why */
    {{STATUS(200), .request = &connect, MORE(.says = HC_HAS_LENGTH)}, NOTHING},
    {{STATUS(407), .request = &connect,
      MORE(.says = WHOLE | HC_HAS_LENGTH | HC_HAS_PROXY_AUTHENTICATE, .asked = WHOLE)},
     FINDS(CLIENT_ERROR)},
    {{STATUS(200), .request = &get, MORE(.says = WHOLE | HC_HAS_LENGTH, .asked = WHOLE)}, NOTHING},
};

#define PARTIAL     .says = WHOLE | HC_HAS_CONTENT_RANGE
#define UPGRADED    .says = WHOLE | HC_HAS_UPGRADE | HC_HAS_CONNECTION_UPGRADE
#define ASKED(mark) .asked = WHOLE | (mark)

static const struct finding_case not_asked_for[] = {
    {{STATUS(206), .request = &get, MORE(PARTIAL, ASKED(0))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(206), .request = &get, MORE(PARTIAL, ASKED(HC_HAS_RANGE))}, NOTHING},
    /* a request that was not read whole, or may be another */
    {{STATUS(206), .request = &get, MORE(PARTIAL, .asked = HC_HAS_EXPECT)}, NOTHING},
    {{STATUS(206), .request = &get, MORE(PARTIAL)}, NOTHING},
    {{STATUS(206), .request = &post, MORE(PARTIAL, ASKED(HC_HAS_RANGE))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(206), .request = &post, MORE(PARTIAL)}, NOTHING},
    {{STATUS(206), .request = &report, MORE(PARTIAL, ASKED(HC_HAS_RANGE))}, NOTHING},
    {{STATUS(206), .request = &get, MORE(PARTIAL | HC_HAS_OTHER_RANGE, ASKED(HC_HAS_RANGE))},
     FINDS(NOT_ASKED_FOR)},
    {{STATUS(416), .request = &get, MORE(PARTIAL, ASKED(0))}, FINDS(NOT_ASKED_FOR) | FINDS(CLIENT_ERROR)},
    {{STATUS(304), .request = &get, MORE(ASKED(0))}, FINDS(NOT_ASKED_FOR)},
    {{HEADERS(304), .request = &head, MORE(ASKED(0))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(304), .request = &get, MORE(ASKED(HC_HAS_CONDITION))}, NOTHING},
    {{STATUS(304), .request = &get, MORE(.says = WHOLE)}, NOTHING},
    {{STATUS(304), .request = &head, MORE(ASKED(HC_HAS_CONDITION))}, NOTHING},
    {{STATUS(304), .request = &post, MORE(ASKED(HC_HAS_CONDITION))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(412), MORE(ASKED(0))}, FINDS(HARDLY_ASKED_FOR) | FINDS(CLIENT_ERROR)},
    {{STATUS(412), MORE(ASKED(HC_HAS_CONDITION))}, FINDS(CLIENT_ERROR)},
    {{STATUS(417), MORE(ASKED(0))}, FINDS(HARDLY_ASKED_FOR) | FINDS(CLIENT_ERROR)},
    {{STATUS(417), MORE(ASKED(HC_HAS_EXPECT))}, FINDS(CLIENT_ERROR)},
    {{STATUS(101), MORE(UPGRADED, ASKED(0))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(101), MORE(UPGRADED, ASKED(HC_HAS_UPGRADE))}, NOTHING},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_H2C, ASKED(HC_HAS_UPGRADE | HC_ASKS_TLS))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_TLS, ASKED(HC_HAS_UPGRADE | HC_ASKS_H2C | HC_ASKS_TLS))}, NOTHING},
    /* of protocols that have no mark of their own nothing is known */
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_OTHER, ASKED(HC_HAS_UPGRADE | HC_ASKS_OTHER))}, NOTHING},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_TLS | HC_ASKS_OTHER, ASKED(HC_HAS_UPGRADE | HC_ASKS_TLS))},
     NOTHING},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_OTHER, ASKED(HC_HAS_UPGRADE | HC_ASKS_TLS))},
     FINDS(NOT_ASKED_FOR)},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_H2C)}, NOTHING},
    {{HEADERS(101), MORE(UPGRADED, ASKED(0))}, FINDS(INVALID_STATUS)},
    {{STATUS(103), MORE(ASKED(HC_IS_HTTP_1_0))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(100), MORE(.asked = HC_IS_HTTP_1_0)}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(101), MORE(UPGRADED, ASKED(HC_HAS_UPGRADE | HC_IS_HTTP_1_0))}, FINDS(NOT_ASKED_FOR)},
    {{STATUS(103), MORE(ASKED(0))}, NOTHING},
    {{STATUS(200), MORE(ASKED(HC_IS_HTTP_1_0))}, NOTHING},
};

#define HANDSHAKE WHOLE | HC_HAS_UPGRADE | HC_ASKS_WEBSOCKET | HC_HAS_CONNECTION_UPGRADE
#define WEBSOCKET ASKED(HC_HAS_UPGRADE | HC_ASKS_WEBSOCKET)

static const struct finding_case handshakes[] = {
    {{STATUS(101), MORE(.says = HANDSHAKE | HC_HAS_WEBSOCKET_ACCEPT, WEBSOCKET)}, NOTHING},
    {{STATUS(101), MORE(.says = HANDSHAKE, WEBSOCKET)}, FINDS(BAD_HANDSHAKE)},
    {{STATUS(101), MORE(UPGRADED | HC_HAS_WEBSOCKET_ACCEPT, WEBSOCKET)}, FINDS(BAD_HANDSHAKE)},
    /* another protocol, that the client offers, or does not */
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_TLS, ASKED(HC_HAS_UPGRADE | HC_ASKS_WEBSOCKET | HC_ASKS_TLS))},
     NOTHING},
    {{STATUS(101), MORE(UPGRADED | HC_ASKS_TLS, WEBSOCKET)}, FINDS(BAD_HANDSHAKE) | FINDS(NOT_ASKED_FOR)},
    /* cut, another request's, another protocol */
    {{STATUS(101), MORE(.says = HC_HAS_UPGRADE, WEBSOCKET)}, NOTHING},
    {{STATUS(101), MORE(UPGRADED)}, NOTHING},
    {{STATUS(101), MORE(UPGRADED, ASKED(HC_HAS_UPGRADE))}, NOTHING},
    {{STATUS(403), MORE(WEBSOCKET)}, FINDS(REFUSED_HANDSHAKE) | FINDS(CLIENT_ERROR)},
    {{STATUS(200), MORE(WEBSOCKET)}, FINDS(REFUSED_HANDSHAKE)},
    {{HEADERS(200), .request = &connect, MORE(WEBSOCKET)}, NOTHING},
    {{HEADERS(403), .request = &connect, MORE(WEBSOCKET)}, FINDS(REFUSED_HANDSHAKE) | FINDS(CLIENT_ERROR)},
    {{STATUS(103), MORE(WEBSOCKET)}, NOTHING},
    {{STATUS(403), MORE(ASKED(0))}, FINDS(CLIENT_ERROR)},
};

/* A code that is no status is never asked about its fields. */
static const struct finding_case other_spaces[] = {
    {{GRPC_STATUS(0), MORE(.says = WHOLE, .asked = WHOLE, .bad_field = "connection")}, NOTHING},
    {{RST_STREAM(0x0, HC_CLIENT), MORE(.says = WHOLE, .asked = WHOLE)}, NOTHING},
};

/* Each row of the tables, alone: the one that a rule passes over would be a wrong word some day. */
static void test_every_required_field(void **state) {
    (void)state;
    for (const struct hc_required_field *row = hc_required_fields; row->status; row++) {
        const struct hc_more without = {.says = WHOLE};
        const struct hc_event event = {STATUS(row->status), .more = &without};
        hc_reason_finder *find = row->is_must ? hc_why_missing_field : hc_why_unwisely_missing_field;

        REQUIRE_EVENT(&event, find(&event).phrase == HC_SAYS_FIELD_MISSING);
        REQUIRE_EVENT(&event, hc_has_rule(row->status));
    }
}

static void test_every_required_request(void **state) {
    (void)state;
    for (const struct hc_required_request *row = hc_required_requests; row->status; row++) {
        const struct hc_more without = {.asked = WHOLE};
        const struct hc_event event = {STATUS(row->status), .more = &without};
        hc_reason_finder *find = row->is_stretched ? hc_why_hardly_asked_for : hc_why_not_asked_for;

        REQUIRE_EVENT(&event, find(&event).phrase == HC_SAYS_REQUEST_WITHOUT);
        REQUIRE_EVENT(&event, hc_has_rule(row->status));
    }
}

static void test_names_the_field(void **state) {
    (void)state;
    const struct hc_event event = {STATUS(401), MORE(.says = WHOLE)};
    struct hc_why why = hc_why_missing_field(&event);

    assert_string_equal(why.field, "WWW-Authenticate");
    assert_string_equal(why.source, "RFC 9110, section 15.5.2");
}

static void test_everyday_statuses_have_no_rule(void **state) {
    (void)state;
    assert_false(hc_has_rule(200));
    assert_false(hc_has_rule(404));
    assert_false(hc_has_rule(503));
}

#define TEST_OF(table)                                                                                       \
    static void test_##table(void **state) {                                                                 \
        (void)state;                                                                                         \
        check_findings(table, COUNT(table));                                                                 \
    }
TEST_OF(missing_fields)
TEST_OF(connection_fields)
TEST_OF(forbidden_content)
TEST_OF(not_asked_for)
TEST_OF(handshakes)
TEST_OF(other_spaces)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing_fields),       cmocka_unit_test(test_connection_fields),
        cmocka_unit_test(test_forbidden_content),    cmocka_unit_test(test_not_asked_for),
        cmocka_unit_test(test_handshakes),           cmocka_unit_test(test_other_spaces),
        cmocka_unit_test(test_every_required_field), cmocka_unit_test(test_every_required_request),
        cmocka_unit_test(test_names_the_field),      cmocka_unit_test(test_everyday_statuses_have_no_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
