/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the capture shows of a WebSocket proves a private meaning, or does not. */
#include "registry/proof.h"
#include "registry_test.h"

static const char *const needs[] = {"graphql-ws", "graphql-transport-ws", "host:gateway.example",
                                    "host:*.push.example", NULL};
static const struct hc_code row = {.value = 4004, .name = "made up", .evidence = needs};

static const char *const proofs[] = {
    "graphql-ws",
    "graphql-ws host:elsewhere.example",
    "soap host:gateway.example",
    "host:gateway.example",
    "host:Gateway.EXAMPLE:443",
    "host:eu.push.example",
    "host:eu.west.push.example:8080",
    /* offers, of which each means the same */
    "graphql-transport-ws, graphql-ws",
    "graphql-transport-ws,graphql-ws,  graphql-ws",
};

static const char *const no_proofs[] = {
    "",
    "soap",
    "graphql-ws2",
    "GraphQL-WS",
    "host:",
    "host:elsewhere.example",
    "host:gateway.example.org",
    "host:my-gateway.example",
    "host:push.example",
    "host:.push.example",
    "host:notpush.example",
    "gateway.example",
    "xhost:gateway.example",
    /* any of the offers may be spoken */
    "graphql-ws, soap",
    "soap, graphql-ws host:elsewhere.example",
    /* what a peer may send in a field, but no handshake has */
    ",",
    " ",
    ", , host:",
    "host:gateway.example soap",
    "host:gateway.example,",
    "host:gateway.example host:elsewhere.example",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void proves(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(proofs); i++) {
        if (!hc_is_proven(HC_WEBSOCKET_CLOSE, &row, proofs[i]))
            fail_msg("\"%s\" proves nothing", proofs[i]);
    }
}

static void does_not_prove(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(no_proofs); i++) {
        if (hc_is_proven(HC_WEBSOCKET_CLOSE, &row, no_proofs[i]))
            fail_msg("\"%s\" proves it", no_proofs[i]);
    }
}

static void status_is_proven_by_product(void **state) {
    (void)state;
    assert_false(hc_is_proven(HC_HTTP_STATUS, &row, "nginx (graphql-ws)"));
    assert_true(hc_is_proven(HC_HTTP_STATUS, &row, "nginx GraphQL-WS/1.0"));
}

/* A Server header is the server's own word: it names no host. */
static void status_is_proven_by_host(void **state) {
    (void)state;
    assert_true(hc_is_proven_by_host(&row, "gateway.example"));
    assert_true(hc_is_proven_by_host(&row, "eu.push.example:8443"));
    assert_false(hc_is_proven_by_host(&row, "elsewhere.example"));
    assert_false(hc_is_proven_by_host(&row, "graphql-ws"));
    assert_false(hc_is_proven_by_host(&row, ""));
    assert_false(hc_is_proven_by_host(&row, NULL));
    assert_false(hc_is_proven(HC_HTTP_STATUS, &row, "host:gateway.example"));
}

static void nothing_proves_nothing(void **state) {
    static const struct hc_code needs_nothing = {.value = 4004, .name = "made up"};
    static const char *const nobody[] = {NULL};
    static const struct hc_code needs_none = {.value = 4004, .name = "made up", .evidence = nobody};

    (void)state;
    assert_false(hc_is_proven(HC_WEBSOCKET_CLOSE, &row, NULL));
    assert_false(hc_is_proven(HC_WEBSOCKET_CLOSE, &needs_nothing, "graphql-ws"));
    assert_false(hc_is_proven(HC_WEBSOCKET_CLOSE, &needs_none, ""));
}

static void first_row_proven_is_taken(void **state) {
    static const char *const soap[] = {"soap", NULL};
    const struct hc_code rows[] = {{.evidence = soap}, row, row};

    (void)state;
    assert_ptr_equal(hc_first_proven(HC_WEBSOCKET_CLOSE, rows, COUNT(rows), "host:gateway.example", NULL),
                     &rows[1]);
    assert_null(hc_first_proven(HC_WEBSOCKET_CLOSE, rows, COUNT(rows), "host:elsewhere.example", NULL));
    /* what the server says of itself goes first */
    assert_ptr_equal(hc_first_proven(HC_HTTP_STATUS, rows, COUNT(rows), "soap/1.1", "gateway.example"), rows);
    assert_ptr_equal(hc_first_proven(HC_HTTP_STATUS, rows, COUNT(rows), "nginx", "gateway.example"),
                     &rows[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proves),
        cmocka_unit_test(does_not_prove),
        cmocka_unit_test(status_is_proven_by_product),
        cmocka_unit_test(status_is_proven_by_host),
        cmocka_unit_test(nothing_proves_nothing),
        cmocka_unit_test(first_row_proven_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
