/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Codes that should not be here: unknown, foreign, in the wrong place, from the wrong side, not for the wire.
 * Of each finding there are events that show it, and their neighbours that do not. */
#include "judge/findings_test.h"

/* RFC 9113, section 7; RFC 9114, section 8; RFC 9000, section 20; RFC 9110, section 15. */
static const struct finding_case unknown_codes[] = {
    {{RST_STREAM(0xe, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0xffffffff, HC_CLIENT)}, FINDS(UNKNOWN_CODE) | FINDS(STREAM_ERROR)},
    {{GOAWAY(0xe, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(CONNECTION_ERROR)},
    {{RST_STREAM(0xd, HC_SERVER)}, FINDS(STREAM_ERROR)},
    /* HTTP/3 takes an unknown code for H3_NO_ERROR: no failure. */
    {{RESET_STREAM(0x111, HC_SERVER)}, FINDS(UNKNOWN_CODE)},
    {{STOP_SENDING(0xe, HC_CLIENT)}, FINDS(UNKNOWN_CODE)},
    {{HTTP3_CLOSE(0x4242, HC_SERVER)}, FINDS(UNKNOWN_CODE)},
    {{HTTP3_CLOSE(UINT64_C(0x3fffffffffffffff), HC_SERVER)}, FINDS(UNKNOWN_CODE)},
    {{HTTP3_CLOSE(0x110, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x12, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x200, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(CONNECTION_ERROR)},
    /* any TLS alert is a code of its own, one without a name too */
    {{QUIC_CLOSE(0x1fe, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x128, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{WEBSOCKET_CLOSE(3500, HC_SERVER)}, FINDS(UNKNOWN_CODE)},
    {{GRPC_STATUS(17)}, FINDS(UNKNOWN_CODE)},
    {{STATUS(299)}, FINDS(UNKNOWN_CODE)},
    {{STATUS(199)}, FINDS(UNKNOWN_CODE)},
    {{STATUS(477)}, FINDS(UNKNOWN_CODE) | FINDS(CLIENT_ERROR)},
    {{HEADERS(577)}, FINDS(UNKNOWN_CODE) | FINDS(SERVER_ERROR)},
    {{STATUS(200)}, NOTHING},
    {{HEADERS(204)}, NOTHING},
};

/* 0x1f * N + 0x21 exists to be ignored: RFC 9114, section 8.1. */
static const struct finding_case reserved_codes[] = {
    {{RESET_STREAM(0x21, HC_SERVER)}, NOTHING},
    {{STOP_SENDING(0x40, HC_CLIENT)}, NOTHING},
    {{HTTP3_CLOSE(0x21 + 0x1f * UINT64_C(1000000007), HC_SERVER)}, NOTHING},
    {{HTTP3_CLOSE(UINT64_C(0x3ffffffffffffffe), HC_CLIENT)}, NOTHING},
    {{HTTP3_CLOSE(0x22, HC_CLIENT)}, FINDS(UNKNOWN_CODE)},
    {{HTTP3_CLOSE(0x20, HC_CLIENT)}, FINDS(UNKNOWN_CODE)},
    /* HTTP/2 reserves none */
    {{RST_STREAM(0x21, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(STREAM_ERROR)},
};

/* A code of the other HTTP version. On HTTP/3 it counts as H3_NO_ERROR; HTTP/2 knows no such excuse. */
static const struct finding_case foreign_codes[] = {
    {{RESET_STREAM(0x1, HC_SERVER)}, FINDS(FOREIGN_CODE)},
    {{RESET_STREAM(0x8, HC_CLIENT)}, FINDS(FOREIGN_CODE)},
    {{STOP_SENDING(0x5, HC_SERVER)}, FINDS(FOREIGN_CODE)},
    {{HTTP3_CLOSE(0xd, HC_SERVER)}, FINDS(FOREIGN_CODE)},
    {{RESET_STREAM(0x8, HC_SERVER), COMPLETE}, FINDS(FOREIGN_CODE)},
    {{RST_STREAM(0x10c, HC_CLIENT)}, FINDS(FOREIGN_CODE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x10b, HC_CLIENT)}, FINDS(FOREIGN_CODE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x33, HC_SERVER)}, FINDS(FOREIGN_CODE) | FINDS(STREAM_ERROR)},
    {{GOAWAY(0x100, HC_SERVER)}, FINDS(FOREIGN_CODE) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x102, HC_SERVER)}, FINDS(FOREIGN_CODE) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x202, HC_SERVER)}, FINDS(FOREIGN_CODE) | FINDS(CONNECTION_ERROR)},
    {{RST_STREAM(0x203, HC_SERVER)}, FINDS(UNKNOWN_CODE) | FINDS(STREAM_ERROR)},
    /* a transport error is of another space, where the numbers of HTTP/2 are at home */
    {{QUIC_CLOSE(0x1, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x8, HC_SERVER)}, FINDS(CONNECTION_ERROR)},

    /* 0x0 on HTTP/3: everyday traffic */
    {{HTTP3_CLOSE(0x0, HC_CLIENT)}, FINDS(FOREIGN_ZERO)},
    {{STOP_SENDING(0x0, HC_CLIENT)}, FINDS(FOREIGN_ZERO)},
    {{RESET_STREAM(0x0, HC_SERVER), ECHO}, NOTHING},
    {{RESET_STREAM(0x0, HC_SERVER), COMPLETE}, FINDS(FOREIGN_ZERO)},
    {{HTTP3_CLOSE(0x100, HC_CLIENT)}, NOTHING},
    {{QUIC_CLOSE(0x0, HC_CLIENT)}, NOTHING},
    {{GOAWAY(0x0, HC_SERVER)}, NOTHING},
};

/* A stream error may be promoted to a connection error (RFC 9113, section 5.4.1; RFC 9114, section 8). A
 * refusal and a cancellation are no errors, and a matter of the whole connection never ends one stream. On
 * HTTP/3 a code in the wrong place counts as H3_NO_ERROR. */
static const struct finding_case scopes[] = {
    {{RST_STREAM(0x4, HC_SERVER)}, FINDS(WRONG_SCOPE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x9, HC_SERVER)}, FINDS(WRONG_SCOPE) | FINDS(STREAM_ERROR)},
    {{RST_STREAM(0xc, HC_SERVER)}, FINDS(WRONG_SCOPE) | FINDS(STREAM_ERROR)},
    {{GOAWAY(0x4, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x9, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0xc, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x7, HC_SERVER)}, FINDS(TOO_WIDE_SCOPE) | FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x8, HC_CLIENT)}, FINDS(TOO_WIDE_SCOPE) | FINDS(CONNECTION_ERROR)},
    /* promoted, or at home in both places */
    {{GOAWAY(0xa, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{GOAWAY(0x5, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{RST_STREAM(0x5, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x1, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0x3, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{RST_STREAM(0xb, HC_SERVER)}, FINDS(STREAM_ERROR)},

    {{RESET_STREAM(0x104, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{RESET_STREAM(0x105, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{STOP_SENDING(0x106, HC_CLIENT)}, FINDS(WRONG_SCOPE)},
    {{RESET_STREAM(0x108, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{STOP_SENDING(0x109, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{RESET_STREAM(0x10a, HC_CLIENT)}, FINDS(WRONG_SCOPE)},
    {{RESET_STREAM(0x201, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{RESET_STREAM(0x202, HC_SERVER)}, FINDS(WRONG_SCOPE)},
    {{HTTP3_CLOSE(0x104, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x105, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x10a, HC_CLIENT)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x201, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x10b, HC_SERVER)}, FINDS(TOO_WIDE_SCOPE)},
    {{HTTP3_CLOSE(0x10c, HC_CLIENT)}, FINDS(TOO_WIDE_SCOPE)},
    /* promoted */
    {{HTTP3_CLOSE(0x10d, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x10e, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{HTTP3_CLOSE(0x10f, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    /* at home in both places: RFC 9114, section 6.2; RFC 9204, section 7.4; RFC 9297, section 2.1 */
    {{STOP_SENDING(0x103, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{HTTP3_CLOSE(0x103, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{RESET_STREAM(0x200, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{HTTP3_CLOSE(0x200, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{RESET_STREAM(0x33, HC_SERVER)}, FINDS(STREAM_ERROR)},
    {{HTTP3_CLOSE(0x33, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
};

/* RFC 9114, section 4.1.1; RFC 9000, section 20.1; RFC 6455, section 7.4.1. */
static const struct finding_case senders[] = {
    {{RESET_STREAM(0x10b, HC_CLIENT)}, FINDS(WRONG_SENDER)},
    {{STOP_SENDING(0x10b, HC_CLIENT)}, FINDS(WRONG_SENDER)},
    {{RESET_STREAM(0x10b, HC_CLIENT), NO_RESPONSE}, FINDS(WRONG_SENDER)},
    {{RESET_STREAM(0x10b, HC_SERVER)}, FINDS(RETRY_SAFE) | FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x10c, HC_CLIENT)}, FINDS(STREAM_CANCELLED)},
    {{RESET_STREAM(0x10c, HC_SERVER)}, FINDS(STREAM_CANCELLED)},
    /* HTTP/2 lets a client refuse a push */
    {{RST_STREAM(0x7, HC_CLIENT)}, FINDS(STREAM_ERROR)},
    {{QUIC_CLOSE(0xb, HC_CLIENT)}, FINDS(WRONG_SENDER) | FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0xb, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x2, HC_CLIENT)}, FINDS(WRONG_SENDER) | FINDS(CONNECTION_ERROR)},
    {{QUIC_CLOSE(0x2, HC_SERVER)}, FINDS(CONNECTION_ERROR)},
    {{WEBSOCKET_CLOSE(1010, HC_SERVER)}, FINDS(WRONG_SENDER) | FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(1010, HC_CLIENT)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(1009, HC_SERVER)}, FINDS(ABNORMAL_CLOSE)},
    /* who answers may repeat what was said: RFC 9000, section 3.5; RFC 6455, section 5.5.1 */
    {{WEBSOCKET_CLOSE(1010, HC_SERVER), ECHO}, NOTHING},
    {{WEBSOCKET_CLOSE(1010, HC_SIDE_UNKNOWN)}, FINDS(ABNORMAL_CLOSE)},
};

static void test_who_echoes_or_is_not_known_is_no_wrong_sender(void **state) {
    (void)state;
    const struct hc_event innocent[] = {
        {RESET_STREAM(0x10b, HC_CLIENT), ECHO},
        {RESET_STREAM(0x10b, HC_SIDE_UNKNOWN)},
        {QUIC_CLOSE(0xb, HC_SIDE_UNKNOWN)},
    };
    for (size_t i = 0; i < COUNT(innocent); i++)
        REQUIRE_EVENT(&innocent[i], !(hc_judge(&innocent[i]).findings & FINDS(WRONG_SENDER)));
}

/* RFC 6455, section 7.4; the ranges of its registry. */
static const struct finding_case not_for_the_wire[] = {
    {{WEBSOCKET_CLOSE(0, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(999, HC_CLIENT)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1004, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1005, HC_CLIENT)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1006, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1015, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1016, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(2999, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(5000, HC_SERVER)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(65535, HC_CLIENT)}, FINDS(NEVER_ON_WIRE)},
    {{WEBSOCKET_CLOSE(1000, HC_SERVER)}, NOTHING},
    {{WEBSOCKET_CLOSE(1014, HC_SERVER)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(3000, HC_SERVER)}, FINDS(ABNORMAL_CLOSE)},
    {{WEBSOCKET_CLOSE(4999, HC_SERVER)}, FINDS(PRIVATE_CLOSE)},
    /* other spaces */
    {{STATUS(444)}, FINDS(UNKNOWN_CODE) | FINDS(CLIENT_ERROR)},
};

/* RFC 9110, section 15; RFC 9113, section 8.6. */
static const struct finding_case invalid_statuses[] = {
    {{STATUS(0)}, FINDS(INVALID_STATUS)},
    {{STATUS(99)}, FINDS(INVALID_STATUS)},
    {{STATUS(600)}, FINDS(INVALID_STATUS)},
    {{STATUS(999)}, FINDS(INVALID_STATUS)},
    {{STATUS(2000)}, FINDS(INVALID_STATUS)},
    {{HEADERS(99)}, FINDS(INVALID_STATUS)},
    {{HEADERS(600)}, FINDS(INVALID_STATUS)},
    {{HEADERS(101)}, FINDS(INVALID_STATUS)},
    {{STATUS(101)}, NOTHING},
    {{HEADERS(100)}, NOTHING},
    {{HEADERS(103)}, NOTHING},
    {{STATUS(100)}, NOTHING},
    {{STATUS(599)}, FINDS(SERVER_ERROR)},
};

/* Registered as unused or obsolete, or known from a draft only. */
static const struct finding_case obsolete_codes[] = {
    {{STATUS(306)}, FINDS(OBSOLETE_CODE)},
    {{STATUS(418)}, FINDS(OBSOLETE_CODE) | FINDS(CLIENT_ERROR)},
    {{STATUS(510)}, FINDS(OBSOLETE_CODE) | FINDS(SERVER_ERROR)},
    {{STATUS(104)}, FINDS(OBSOLETE_CODE)},
    {{STATUS(305)}, NOTHING},
    {{STATUS(417)}, FINDS(CLIENT_ERROR)},
    {{STATUS(511)}, FINDS(SERVER_ERROR)},
    {{QUIC_CLOSE(0x115, HC_SERVER)}, FINDS(OBSOLETE_CODE) | FINDS(CONNECTION_ERROR)},
    {{RESET_STREAM(0x045d4487, HC_SERVER)}, FINDS(OBSOLETE_CODE) | FINDS(STREAM_ERROR)},
    /* What 0x10e was in drafts up to 2019 is of no account: RFC 9114, section 4.1.2. */
    {{STOP_SENDING(0x10e, HC_SERVER), STARTED}, FINDS(STREAM_ERROR)},
    {{STOP_SENDING(0x10e, HC_SERVER), NO_RESPONSE}, FINDS(STREAM_ERROR)},
    {{STOP_SENDING(0x10e, HC_CLIENT), STARTED}, FINDS(STREAM_ERROR)},
    {{RESET_STREAM(0x10e, HC_SERVER), STARTED}, FINDS(STREAM_ERROR) | FINDS(RESPONSE_CUT)},
};

#define TEST_OF(table)                                                                                       \
    static void test_##table(void **state) {                                                                 \
        (void)state;                                                                                         \
        check_findings(table, COUNT(table));                                                                 \
    }

TEST_OF(unknown_codes)
TEST_OF(reserved_codes)
TEST_OF(foreign_codes)
TEST_OF(scopes)
TEST_OF(senders)
TEST_OF(not_for_the_wire)
TEST_OF(invalid_statuses)
TEST_OF(obsolete_codes)

/* The row that the text of a foreign code is made from: what its sender probably meant. */
static void test_a_foreign_code_is_named_by_its_own_version(void **state) {
    (void)state;
    const struct {
        struct hc_event event;
        const char *name;
    } rows[] = {
        {{RESET_STREAM(0x8, HC_CLIENT)}, "CANCEL"},
        {{HTTP3_CLOSE(0x0, HC_CLIENT)}, "NO_ERROR"},
        {{RST_STREAM(0x10c, HC_CLIENT)}, "H3_REQUEST_CANCELLED"},
        {{GOAWAY(0x100, HC_SERVER)}, "H3_NO_ERROR"},
        {{GOAWAY(0x200, HC_SERVER)}, "QPACK_DECOMPRESSION_FAILED"},
        {{GOAWAY(0x8, HC_CLIENT)}, NULL},
        {{RESET_STREAM(0x10c, HC_CLIENT)}, NULL},
        {{RST_STREAM(0xe, HC_CLIENT)}, NULL},
        {{RST_STREAM(0x21, HC_CLIENT)}, NULL},
        {{QUIC_CLOSE(0x100, HC_CLIENT)}, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct hc_code *sibling = hc_judge(&rows[i].event).sibling;
        REQUIRE_EVENT(&rows[i].event, (sibling == NULL) == (rows[i].name == NULL));
        if (sibling != NULL)
            assert_string_equal(sibling->name, rows[i].name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unknown_codes),
        cmocka_unit_test(test_reserved_codes),
        cmocka_unit_test(test_foreign_codes),
        cmocka_unit_test(test_a_foreign_code_is_named_by_its_own_version),
        cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_senders),
        cmocka_unit_test(test_who_echoes_or_is_not_known_is_no_wrong_sender),
        cmocka_unit_test(test_not_for_the_wire),
        cmocka_unit_test(test_invalid_statuses),
        cmocka_unit_test(test_obsolete_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
