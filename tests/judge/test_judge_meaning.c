/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which meaning a number has here: several vendors may claim a status, and a private close code means
 * something only together with its subprotocol. */
#include "judge/judge_test.h"

struct meaning_case {
    struct hc_event event;
    const char *origin; /* of the meaning taken; "none": only the range is known */
    bool ambiguous;
    const char *others; /* the origins of the alternatives, in any order, separated by ';' */
};

static const struct hc_request binance = {"POST", "/api/v3/order/cancelReplace", "API.binance.com:443"},
                               elsewhere = {"POST", "/api", "api.binance.com.example"};

static const struct meaning_case cases[] = {
    {{STATUS(404)}, "IANA", false, ""},
    {{STATUS(477)}, "none", false, ""},
    {{STATUS(530)}, "none", true, "Cloudflare;Pantheon;"},
    {{STATUS(530), MORE(.evidence = "nginx")}, "none", true, "Cloudflare;Pantheon;"},
    {{STATUS(530), MORE(.evidence = "cloudflare")}, "Cloudflare", false, "Pantheon;"},
    {{HEADERS(530), MORE(.evidence = "cloudflare")}, "Cloudflare", false, "Pantheon;"},
    /* a convention is nobody's, and needs no proof */
    {{STATUS(599)}, "informal convention", false, ""},
    {{STATUS(499)}, "none", true, "Esri;Google APIs;antivirus proxies;nginx;"},
    /* nginx writes 499 into its log and never sends it: its header proves nothing */
    {{STATUS(499), MORE(.evidence = "nginx/1.27")},
     "none",
     true,
     "Esri;Google APIs;antivirus proxies;nginx;"},
    /* a registered meaning comes first, unless a vendor is proven */
    {{STATUS(451)}, "IANA", false, ""},
    {{STATUS(451), MORE(.evidence = "Microsoft-IIS/10.0")}, "Exchange", false, "IANA;"},
    {{STATUS(508)}, "IANA", false, "cPanel;"},
    {{STATUS(423)}, "IANA", false, ""},
    {{STATUS(423), MORE(.evidence = "TencentEdgeOne")}, "Tencent EdgeOne", false, "IANA;"},
    {{STATUS(418), MORE(.evidence = "nginx")}, "IANA", false, ""},
    {{STATUS(418), MORE(.evidence = "TencentEdgeOne")}, "Tencent EdgeOne", false, "IANA;"},
    /* two vendors' numbers: the Server header tells them apart */
    {{STATUS(520)}, "none", true, "Cloudflare;Tencent EdgeOne;"},
    {{STATUS(520), MORE(.evidence = "nginx")}, "none", true, "Cloudflare;Tencent EdgeOne;"},
    {{STATUS(520), MORE(.evidence = "cloudflare")}, "Cloudflare", false, ""},
    {{STATUS(520), MORE(.evidence = "TencentEdgeOne")}, "Tencent EdgeOne", false, ""},
    /* a vendor without a header of its own: the host that the request names tells */
    {{STATUS(409)}, "IANA", false, ""},
    {{STATUS(409), .request = &binance}, "Binance", false, "IANA;"},
    {{STATUS(409), .request = &elsewhere}, "IANA", false, ""},
    {{STATUS(418), MORE(.evidence = "nginx"), .request = &binance}, "Binance", false, "IANA;"},
    /* one vendor only, and it does send the code: but so may others */
    {{STATUS(527)}, "none", true, "Cloudflare;"},
    {{STATUS(527), MORE(.evidence = "nginx")}, "none", true, "Cloudflare;"},
    {{STATUS(527), MORE(.evidence = "cloudflare")}, "Cloudflare", false, ""},
    {{STATUS(444)}, "none", false, "nginx;"},
    /* private use: the subprotocol decides, and without it nothing is named */
    {{WEBSOCKET_CLOSE(4400, HC_SERVER)}, "none", false, ""},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "graphql-ws")}, "none", false, ""},
    {{WEBSOCKET_CLOSE(4400, HC_SERVER), MORE(.evidence = "graphql-transport-ws")},
     "graphql-transport-ws",
     false,
     ""},
    {{WEBSOCKET_CLOSE(4321, HC_SERVER), MORE(.evidence = "graphql-transport-ws")}, "none", false, ""},
    {{RST_STREAM(0x8, HC_CLIENT)}, "IANA", false, ""},
    {{HTTP3_CLOSE(0x100, HC_CLIENT)}, "IANA", false, ""},
    {{QUIC_CLOSE(0x100, HC_CLIENT)}, "IANA", false, ""},
    {{GRPC_STATUS(14)}, "gRPC", false, ""},
};

static size_t count_entries(const char *list) {
    size_t count = 0;
    for (const char *end = strchr(list, ';'); end != NULL; end = strchr(end + 1, ';'))
        count++;
    return count;
}

static bool lists(const char *list, const char *origin) {
    char entry[64];
    snprintf(entry, sizeof entry, "%s;", origin);
    return strstr(list, entry) != NULL;
}

static void check_alternatives(const struct meaning_case *row, const struct hc_verdict *verdict) {
    const struct hc_code *other;
    size_t count = 0;
    while ((other = hc_verdict_alternative(verdict, count)) != NULL) {
        REQUIRE_EVENT(&row->event, other != verdict->meaning.row);
        REQUIRE_EVENT(&row->event, lists(row->others, other->origin));
        count++;
    }
    REQUIRE_EVENT(&row->event, count == count_entries(row->others));
}

static void test_the_meaning_here(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hc_verdict verdict = hc_judge(&cases[i].event);
        REQUIRE_EVENT(&cases[i].event, strcmp(verdict.meaning.row->origin, cases[i].origin) == 0);
        REQUIRE_EVENT(&cases[i].event, verdict.ambiguous == cases[i].ambiguous);
        check_alternatives(&cases[i], &verdict);
    }
}

/* The same number is CRYPTO_ERROR in a transport close and H3_NO_ERROR in an application close. */
static void test_one_number_in_two_spaces(void **state) {
    (void)state;
    struct hc_event transport = {QUIC_CLOSE(0x100, HC_SERVER)}, application = {HTTP3_CLOSE(0x100, HC_SERVER)};
    assert_string_equal(hc_judge(&transport).meaning.row->name, "CRYPTO_ERROR (close_notify)");
    assert_string_equal(hc_judge(&application).meaning.row->name, "H3_NO_ERROR");
}

/* Claimed by vendors, so not unassigned; which of them it is, nobody is told. */
static void test_an_ambiguous_status_is_an_error_of_its_class_only(void **state) {
    (void)state;
    struct hc_event many_server = {STATUS(530)}, many_client = {STATUS(499)}, one = {STATUS(521)};
    REQUIRE_EVENT(&one, hc_judge(&one).findings == FINDS(SERVER_ERROR));
    REQUIRE_EVENT(&many_server, hc_judge(&many_server).findings == FINDS(SERVER_ERROR));
    REQUIRE_EVENT(&many_client, hc_judge(&many_client).findings == FINDS(CLIENT_ERROR));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_meaning_here),
        cmocka_unit_test(test_one_number_in_two_spaces),
        cmocka_unit_test(test_an_ambiguous_status_is_an_error_of_its_class_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
