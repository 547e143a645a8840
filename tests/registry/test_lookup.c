/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a number means: a hand-written table from the specifications, then every small number and every number
 * near a row against a reference that is slow and simple. */
#include "registry/registry_test.h"

struct expectation {
    enum hc_space_id space;
    uint64_t value;
    const char *evidence;
    const char *name;
    const char *origin;
    enum hc_registration registration;
};

/* The columns of most rows. */
#define STATUS(value, name)                                                                                  \
    { HC_HTTP_STATUS, value, NULL, name, "IANA", HC_REGISTERED }
#define FREE_STATUS(value, name)                                                                             \
    { HC_HTTP_STATUS, value, NULL, name, "none", HC_UNASSIGNED }
#define HTTP2(value, name)                                                                                   \
    { HC_HTTP2_ERROR, value, NULL, name, "IANA", HC_REGISTERED }
#define HTTP3(value, name)                                                                                   \
    { HC_HTTP3_ERROR, value, NULL, name, "IANA", HC_REGISTERED }
#define FREE_HTTP3(value)                                                                                    \
    { HC_HTTP3_ERROR, value, NULL, "Unknown", "none", HC_UNASSIGNED }
#define GREASE(value)                                                                                        \
    { HC_HTTP3_ERROR, value, NULL, "GREASE", "IANA", HC_GREASE }
#define WEBTRANSPORT(value, name)                                                                            \
    { HC_HTTP3_ERROR, value, NULL, name, "draft-ietf-webtrans-http3", HC_DRAFT }
#define QUIC(value, name)                                                                                    \
    { HC_QUIC_ERROR, value, NULL, name, "IANA", HC_REGISTERED }
#define CLOSE(value, name)                                                                                   \
    { HC_WEBSOCKET_CLOSE, value, NULL, name, "IANA", HC_REGISTERED }
#define GRAPHQL(value, name)                                                                                 \
    { HC_WEBSOCKET_CLOSE, value, "graphql-transport-ws", name, "graphql-transport-ws", HC_PRIVATE_USE }
#define PRIVATE(value, subprotocol)                                                                          \
    { HC_WEBSOCKET_CLOSE, value, subprotocol, "Private use", "none", HC_PRIVATE_USE }
#define GRPC(value, name)                                                                                    \
    { HC_GRPC_STATUS, value, NULL, name, "gRPC", HC_REGISTERED }

#define QUIC_MAX UINT64_C(0x3fffffffffffffff)

static const struct expectation expectations[] = {
    /* RFC 9110, section 15 */
    STATUS(100, "Continue"),
    STATUS(200, "OK"),
    STATUS(404, "Not Found"),
    STATUS(413, "Content Too Large"),
    STATUS(422, "Unprocessable Content"),
    STATUS(504, "Gateway Timeout"),
    FREE_STATUS(199, "Informational (1xx)"),
    FREE_STATUS(299, "Successful (2xx)"),
    FREE_STATUS(399, "Redirection (3xx)"),
    FREE_STATUS(432, "Client Error (4xx)"),
    FREE_STATUS(555, "Server Error (5xx)"),
    {HC_HTTP_STATUS, 0, NULL, "Invalid", "none", HC_INVALID},
    {HC_HTTP_STATUS, 99, NULL, "Invalid", "none", HC_INVALID},
    {HC_HTTP_STATUS, 600, NULL, "Invalid", "none", HC_INVALID},
    {HC_HTTP_STATUS, 2000, NULL, "Invalid", "none", HC_INVALID},
    {HC_HTTP_STATUS, UINT64_MAX, NULL, "Invalid", "none", HC_INVALID},

    /* vendors: proof, the wrong proof, none at all */
    {HC_HTTP_STATUS, 530, "cloudflare", "Origin DNS Error", "Cloudflare", HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 530, NULL, "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "cloudflare-nginx", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "Apache (cloudflare)", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "Apache/2.4 (a \\) b (c) d), CloudFlare/1", "Origin DNS Error", "Cloudflare",
     HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 530, "Apache (a \\) cloudflare )", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "Apache (ends in \\", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "cloud", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "Apache/cloudflare", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "Apache(unclosed cloudflare", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 530, "", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 520, "cloudflare", "Web Server Returned an Unknown Error", "Cloudflare", HC_UNOFFICIAL},
    /* the only vendor that is known for a number needs its proof, too */
    {HC_HTTP_STATUS, 520, NULL, "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 521, "nginx", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 521, "TencentEdgeOne", "Origin Refused the Connection", "Tencent EdgeOne",
     HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 551, "TencentEdgeOne", "Origin Refused the Connection", "Tencent EdgeOne",
     HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 551, "cloudflare", "Server Error (5xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 423, "TencentEdgeOne", "Request Loop", "Tencent EdgeOne", HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 423, NULL, "Locked", "IANA", HC_REGISTERED},
    {HC_HTTP_STATUS, 430, NULL, "Client Error (4xx)", "none", HC_UNASSIGNED},
    {HC_HTTP_STATUS, 999, NULL, "Invalid", "none", HC_INVALID},
    /* a convention is nobody's: it has no proof to bring */
    {HC_HTTP_STATUS, 598, NULL, "Network Read Timeout Error", "informal convention", HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 451, NULL, "Unavailable For Legal Reasons", "IANA", HC_REGISTERED},
    {HC_HTTP_STATUS, 451, "Microsoft-IIS/10.0", "Redirect", "Exchange", HC_UNOFFICIAL},
    {HC_HTTP_STATUS, 451, "Microsoft-HTTPAPI/2.0", "Unavailable For Legal Reasons", "IANA", HC_REGISTERED},
    {HC_HTTP_STATUS, 404, "cloudflare", "Not Found", "IANA", HC_REGISTERED},
    /* nginx never sends its 444, not even when nginx is proven */
    {HC_HTTP_STATUS, 444, "nginx/1.25.3 (Ubuntu)", "Client Error (4xx)", "none", HC_UNASSIGNED},

    /* private Close codes: whose they are the host of the handshake tells */
    {HC_WEBSOCKET_CLOSE, 4004, "host:gateway.discord.gg", "Authentication failed", "Discord", HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4004, "host:us-east.gateway.discord.gg:443", "Authentication failed", "Discord",
     HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4004, "host:ws-eu.pusher.com", "Application is over connection quota", "Pusher",
     HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4004, "host:cell-a.eventsub.wss.twitch.tv", "Reconnect grace time expired",
     "Twitch EventSub", HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4029, "host:live.pandascore.co", "Too Many Connections", "PandaScore",
     HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4004, "host:chat.example", "Private use", "none", HC_PRIVATE_USE},
    /* Discord's voice servers have codes of their own */
    {HC_WEBSOCKET_CLOSE, 4004, "host:rotterdam1.discord.media", "Private use", "none", HC_PRIVATE_USE},
    {HC_WEBSOCKET_CLOSE, 4004, NULL, "Private use", "none", HC_PRIVATE_USE},

    /* RFC 9113, section 7 */
    HTTP2(0x0, "NO_ERROR"),
    HTTP2(0x7, "REFUSED_STREAM"),
    HTTP2(0xd, "HTTP_1_1_REQUIRED"),
    {HC_HTTP2_ERROR, 0xe, NULL, "Unknown", "none", HC_UNASSIGNED},
    {HC_HTTP2_ERROR, UINT32_MAX, NULL, "Unknown", "none", HC_UNASSIGNED},

    /* RFC 9114, section 8.1; RFC 9204, section 6; RFC 9297, section 5.2 */
    FREE_HTTP3(0x0),
    FREE_HTTP3(0xd),
    FREE_HTTP3(0xe),
    GREASE(0x21),
    GREASE(0x40),
    HTTP3(0x33, "H3_DATAGRAM_ERROR"),
    FREE_HTTP3(0xff),
    HTTP3(0x100, "H3_NO_ERROR"),
    HTTP3(0x101, "H3_GENERAL_PROTOCOL_ERROR"),
    HTTP3(0x102, "H3_INTERNAL_ERROR"),
    HTTP3(0x103, "H3_STREAM_CREATION_ERROR"),
    HTTP3(0x104, "H3_CLOSED_CRITICAL_STREAM"),
    HTTP3(0x105, "H3_FRAME_UNEXPECTED"),
    HTTP3(0x106, "H3_FRAME_ERROR"),
    HTTP3(0x107, "H3_EXCESSIVE_LOAD"),
    HTTP3(0x108, "H3_ID_ERROR"),
    HTTP3(0x109, "H3_SETTINGS_ERROR"),
    HTTP3(0x10a, "H3_MISSING_SETTINGS"),
    HTTP3(0x10b, "H3_REQUEST_REJECTED"),
    HTTP3(0x10c, "H3_REQUEST_CANCELLED"),
    HTTP3(0x10d, "H3_REQUEST_INCOMPLETE"),
    HTTP3(0x10e, "H3_MESSAGE_ERROR"),
    HTTP3(0x10f, "H3_CONNECT_ERROR"),
    HTTP3(0x110, "H3_VERSION_FALLBACK"),
    FREE_HTTP3(0x111),
    HTTP3(0x200, "QPACK_DECOMPRESSION_FAILED"),
    HTTP3(0x201, "QPACK_ENCODER_STREAM_ERROR"),
    HTTP3(0x202, "QPACK_DECODER_STREAM_ERROR"),
    FREE_HTTP3(0x203),
    GREASE(UINT64_C(0x3ffffffffffffffe)),
    FREE_HTTP3(QUIC_MAX),
    FREE_HTTP3(UINT64_MAX),
    WEBTRANSPORT(0x045d4487, "WT_FLOW_CONTROL_ERROR"),
    WEBTRANSPORT(0x0817b3dd, "WT_ALPN_ERROR"),
    WEBTRANSPORT(0x170d7b68, "WT_SESSION_GONE"),
    WEBTRANSPORT(0x212c0d48, "WT_REQUIREMENTS_NOT_MET"),
    WEBTRANSPORT(0x3994bd84, "WT_BUFFERED_STREAM_REJECTED"),
    WEBTRANSPORT(UINT64_C(0x52e4a40fa8db), "WT_APPLICATION_ERROR"),
    WEBTRANSPORT(UINT64_C(0x52e5ac983162), "WT_APPLICATION_ERROR"),

    /* RFC 9000, section 20.1; RFC 9368, section 4; RFC 9001, section 4.8 with the alerts of RFC 8446 */
    QUIC(0x0, "NO_ERROR"),
    QUIC(0x1, "INTERNAL_ERROR"),
    QUIC(0x2, "CONNECTION_REFUSED"),
    QUIC(0x3, "FLOW_CONTROL_ERROR"),
    QUIC(0x4, "STREAM_LIMIT_ERROR"),
    QUIC(0x5, "STREAM_STATE_ERROR"),
    QUIC(0x6, "FINAL_SIZE_ERROR"),
    QUIC(0x7, "FRAME_ENCODING_ERROR"),
    QUIC(0x8, "TRANSPORT_PARAMETER_ERROR"),
    QUIC(0x9, "CONNECTION_ID_LIMIT_ERROR"),
    QUIC(0xa, "PROTOCOL_VIOLATION"),
    QUIC(0xb, "INVALID_TOKEN"),
    QUIC(0xc, "APPLICATION_ERROR"),
    QUIC(0xd, "CRYPTO_BUFFER_EXCEEDED"),
    QUIC(0xe, "KEY_UPDATE_ERROR"),
    QUIC(0xf, "AEAD_LIMIT_REACHED"),
    QUIC(0x10, "NO_VIABLE_PATH"),
    QUIC(0x11, "VERSION_NEGOTIATION_ERROR"),
    {HC_QUIC_ERROR, 0x12, NULL, "Unknown", "none", HC_UNASSIGNED},
    {HC_QUIC_ERROR, 0xff, NULL, "Unknown", "none", HC_UNASSIGNED},
    QUIC(0x100, "CRYPTO_ERROR (close_notify)"),
    QUIC(0x101, "CRYPTO_ERROR"),
    QUIC(0x10a, "CRYPTO_ERROR (unexpected_message)"),
    QUIC(0x128, "CRYPTO_ERROR (handshake_failure)"),
    QUIC(0x12a, "CRYPTO_ERROR (bad_certificate)"),
    QUIC(0x12d, "CRYPTO_ERROR (certificate_expired)"),
    QUIC(0x130, "CRYPTO_ERROR (unknown_ca)"),
    QUIC(0x146, "CRYPTO_ERROR (protocol_version)"),
    QUIC(0x150, "CRYPTO_ERROR (internal_error)"),
    QUIC(0x16d, "CRYPTO_ERROR (missing_extension)"),
    QUIC(0x170, "CRYPTO_ERROR (unrecognized_name)"),
    QUIC(0x174, "CRYPTO_ERROR (certificate_required)"),
    QUIC(0x178, "CRYPTO_ERROR (no_application_protocol)"),
    QUIC(0x1ff, "CRYPTO_ERROR"),
    {HC_QUIC_ERROR, 0x115, NULL, "CRYPTO_ERROR (decryption_failed_RESERVED)", "IANA", HC_RETIRED},
    {HC_QUIC_ERROR, 0x200, NULL, "Unknown", "none", HC_UNASSIGNED},
    {HC_QUIC_ERROR, QUIC_MAX, NULL, "Unknown", "none", HC_UNASSIGNED},

    /* RFC 6455, section 7.4, and the IANA registry */
    {HC_WEBSOCKET_CLOSE, 0, NULL, "Not used", "none", HC_INVALID},
    {HC_WEBSOCKET_CLOSE, 999, NULL, "Not used", "none", HC_INVALID},
    CLOSE(1000, "Normal Closure"),
    {HC_WEBSOCKET_CLOSE, 1004, NULL, "Reserved", "IANA", HC_RETIRED},
    CLOSE(1005, "No Status Rcvd"),
    CLOSE(1006, "Abnormal Closure"),
    CLOSE(1007, "Invalid frame payload data"),
    CLOSE(1014, "Bad Gateway"),
    CLOSE(1015, "TLS handshake"),
    {HC_WEBSOCKET_CLOSE, 1016, NULL, "Reserved for the protocol", "none", HC_UNASSIGNED},
    {HC_WEBSOCKET_CLOSE, 1999, NULL, "Reserved for the protocol", "none", HC_UNASSIGNED},
    {HC_WEBSOCKET_CLOSE, 2000, NULL, "Reserved for extensions", "none", HC_UNASSIGNED},
    CLOSE(3000, "Unauthorized"),
    {HC_WEBSOCKET_CLOSE, 3001, NULL, "Library or framework code", "none", HC_UNASSIGNED},
    CLOSE(3003, "Forbidden"),
    CLOSE(3008, "Timeout"),
    {HC_WEBSOCKET_CLOSE, 3999, NULL, "Library or framework code", "none", HC_UNASSIGNED},
    PRIVATE(4000, NULL),
    PRIVATE(4999, NULL),
    {HC_WEBSOCKET_CLOSE, 5000, NULL, "Invalid", "none", HC_INVALID},
    {HC_WEBSOCKET_CLOSE, 65535, NULL, "Invalid", "none", HC_INVALID},
    {HC_WEBSOCKET_CLOSE, 70000, NULL, "Invalid", "none", HC_INVALID},

    /* a private code's meaning holds only with its subprotocol, spelled exactly */
    GRAPHQL(4400, "Bad Request"),
    GRAPHQL(4401, "Unauthorized"),
    GRAPHQL(4429, "Too many initialisation requests"),
    {HC_WEBSOCKET_CLOSE, 4452, "ship", "Node rejected by application", "EEBUS SHIP", HC_PRIVATE_USE},
    PRIVATE(4401, NULL),
    PRIVATE(4401, ""),
    PRIVATE(4401, "graphql-ws"),
    PRIVATE(4401, "GraphQL-Transport-WS"),
    PRIVATE(4401, "graphql-transport-ws2"),
    PRIVATE(4401, "graphql-transport-w"),
    PRIVATE(4402, "graphql-transport-ws"),

    /* gRPC, statuscodes.md */
    GRPC(0, "OK"),
    GRPC(1, "CANCELLED"),
    GRPC(2, "UNKNOWN"),
    GRPC(3, "INVALID_ARGUMENT"),
    GRPC(4, "DEADLINE_EXCEEDED"),
    GRPC(5, "NOT_FOUND"),
    GRPC(6, "ALREADY_EXISTS"),
    GRPC(7, "PERMISSION_DENIED"),
    GRPC(8, "RESOURCE_EXHAUSTED"),
    GRPC(9, "FAILED_PRECONDITION"),
    GRPC(10, "ABORTED"),
    GRPC(11, "OUT_OF_RANGE"),
    GRPC(12, "UNIMPLEMENTED"),
    GRPC(13, "INTERNAL"),
    GRPC(14, "UNAVAILABLE"),
    GRPC(15, "DATA_LOSS"),
    GRPC(16, "UNAUTHENTICATED"),
    {HC_GRPC_STATUS, 17, NULL, "Unknown", "none", HC_UNASSIGNED},
};

static void table_holds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof expectations / sizeof expectations[0]; i++) {
        const struct expectation *wanted = &expectations[i];
        const struct hc_code *row = hc_explain(wanted->space, wanted->value, wanted->evidence).row;
        if (strcmp(row->name, wanted->name) != 0 || strcmp(row->origin, wanted->origin) != 0 ||
            row->registration != wanted->registration)
            fail_msg("%s %" PRIu64 " with \"%s\" is %s (%s, %d), not %s (%s, %d)",
                     hc_space(wanted->space)->name, wanted->value, wanted->evidence ? wanted->evidence : "",
                     row->name, row->origin, (int)row->registration, wanted->name, wanted->origin,
                     (int)wanted->registration);
    }
}

static void assert_alternatives(const char *evidence, const char *first, const char *second) {
    struct hc_meaning meaning = hc_explain(HC_HTTP_STATUS, 530, evidence);
    assert_string_equal(hc_alternative(&meaning, 0)->origin, first);
    if (second != NULL)
        assert_string_equal(hc_alternative(&meaning, 1)->origin, second);
    assert_null(hc_alternative(&meaning, second != NULL ? 2 : 1));
    assert_null(hc_alternative(&meaning, SIZE_MAX));
}

static void alternatives_are_all_but_the_taken(void **state) {
    (void)state;
    assert_alternatives("cloudflare", "Pantheon", NULL);
    assert_alternatives(NULL, "Cloudflare", "Pantheon");

    struct hc_meaning private_code = hc_explain(HC_WEBSOCKET_CLOSE, 4401, NULL);
    assert_string_equal(hc_alternative(&private_code, 0)->origin, "graphql-transport-ws");
    assert_null(hc_alternative(&private_code, 1));

    struct hc_meaning plain = hc_explain(HC_HTTP2_ERROR, 0x8, NULL);
    assert_null(hc_alternative(&plain, 0));
    struct hc_meaning unknown = hc_explain(HC_HTTP2_ERROR, 0xbad, NULL);
    assert_null(hc_alternative(&unknown, 0));
}

/* How a number without proof is weighed: the only row that claims it, and whom it blames. */
struct claim_case {
    uint64_t status;
    const char *evidence;
    bool is_claimed;
    const char *claim; /* its origin; NULL: there are several, or none */
    enum hc_blame blame;
    enum hc_retry retry;
};

static const struct claim_case claim_cases[] = {
    /* one claim: the class decides (RFC 9110, section 15) */
    {550, NULL, true, "Tencent EdgeOne", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {566, "nginx", true, "Tencent EdgeOne", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {456, NULL, true, "DeepL", HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    {298, NULL, true, "Qiniu", HC_BLAME_NOBODY, HC_RETRY_NOT_A_FAILURE},
    {614, NULL, true, "Qiniu", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {526, NULL, true, "Cloudflare", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {430, NULL, true, "Shopify", HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    {450, NULL, true, "Microsoft", HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    {509, "nginx", true, "Apache/cPanel", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {999, NULL, true, "LinkedIn", HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    /* several: what they agree on, else the class */
    {521, NULL, true, NULL, HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {449, NULL, true, NULL, HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    {529, NULL, true, NULL, HC_BLAME_SERVER, HC_RETRY_AFTER_DELAY},
    {530, NULL, true, NULL, HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {499, "nginx", true, NULL, HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    /* none: official, proven, never sent, or free */
    {503, NULL, false, NULL, HC_BLAME_SERVER, HC_RETRY_AFTER_DELAY},
    {508, NULL, false, NULL, HC_BLAME_SERVER, HC_RETRY_NO},
    {566, "TencentEdgeOne", false, NULL, HC_BLAME_CLIENT, HC_RETRY_NO},
    {599, NULL, false, NULL, HC_BLAME_SERVER, HC_RETRY_IDEMPOTENT},
    {526, "cloudflare", false, NULL, HC_BLAME_SERVER, HC_RETRY_NO},
    {444, "nginx", false, NULL, HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
    {477, NULL, false, NULL, HC_BLAME_CLIENT, HC_RETRY_AFTER_CHANGE},
};

static void check_claim(const struct claim_case *row) {
    struct hc_meaning meaning = hc_explain(HC_HTTP_STATUS, row->status, row->evidence);
    const char *claim = meaning.claim != NULL ? meaning.claim->origin : NULL;
    bool same_claim = claim == row->claim || (claim && row->claim && strcmp(claim, row->claim) == 0);
    if (meaning.is_claimed != row->is_claimed || !same_claim || meaning.blame != row->blame ||
        meaning.retry != row->retry)
        fail_msg("%" PRIu64 ": claimed %d by %s, blame %d, retry %d", row->status, meaning.is_claimed,
                 claim ? claim : "none", meaning.blame, meaning.retry);
}

static void claims_without_proof_decide_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof claim_cases / sizeof claim_cases[0]; i++)
        check_claim(&claim_cases[i]);
}

/* Whatever the number: no proof, no vendor. */
static void check_proof_of(const struct hc_space *space, const struct hc_code *row) {
    const struct hc_code *taken = hc_explain(space->id, row->value, NULL).row;
    bool is_vendors = taken->registration == HC_UNOFFICIAL && !taken->is_convention;
    REQUIRE(space, row, !is_vendors && (taken->registration != HC_PRIVATE_USE || taken->last != 0));
}

static void no_vendor_is_taken_without_proof(void **state) {
    (void)state;
    for_each_code(check_proof_of);
}

static void codes_that_must_not_travel_say_so(void **state) {
    (void)state;
    static const uint64_t forbidden[] = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535};
    static const uint64_t allowed[] = {1000, 1003, 1007, 1014, 3000, 3500, 3999, 4000, 4401, 4999};
    for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++)
        assert_true(hc_explain(HC_WEBSOCKET_CLOSE, forbidden[i], NULL).row->never_on_wire);
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
        assert_false(hc_explain(HC_WEBSOCKET_CLOSE, allowed[i], NULL).row->never_on_wire);
}

static void codes_of_one_side_say_so(void **state) {
    (void)state;
    assert_int_equal(hc_explain(HC_HTTP3_ERROR, 0x10b, NULL).row->speaker, HC_BY_SERVER);
    assert_int_equal(hc_explain(HC_HTTP3_ERROR, 0x10c, NULL).row->speaker, HC_BY_EITHER);
    assert_int_equal(hc_explain(HC_WEBSOCKET_CLOSE, 1010, NULL).row->speaker, HC_BY_CLIENT);
    assert_int_equal(hc_explain(HC_WEBSOCKET_CLOSE, 1011, NULL).row->speaker, HC_BY_EITHER);
}

static void invalid_spaces_are_none(void **state) {
    (void)state;
    static const unsigned ids[] = {0, HC_SPACES_END, 1000};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        assert_null(hc_space((enum hc_space_id)ids[i]));
        struct hc_meaning meaning = hc_explain((enum hc_space_id)ids[i], 404, "nginx");
        assert_null(meaning.row);
        assert_null(hc_alternative(&meaning, 0));
    }
}

static void untranslated_texts_are_english(void **state) {
    (void)state;
    const struct hc_code row = {.text = {[HC_EN] = "English.", [HC_DE] = "Deutsch."}};
    assert_string_equal(hc_text(&row, HC_EN), "English.");
    assert_string_equal(hc_text(&row, HC_DE), "Deutsch.");
    assert_string_equal(hc_text(&row, HC_ZH_CN), "English.");
    assert_string_equal(hc_text(&row, HC_LANGUAGES), "English.");
}

/* --- the reference: looks at every row, knows nothing of order --- */

static bool contains(const struct hc_code *range, uint64_t value) {
    if (value < range->value || value > range->last)
        return false;
    return range->step == 0 || (value - range->value) % range->step == 0;
}

static const struct hc_code *slow_range(const struct hc_space *space, uint64_t value) {
    for (size_t i = 0; i < space->range_count; i++)
        if (contains(&space->ranges[i], value))
            return &space->ranges[i];
    return &space->ranges[space->range_count - 1];
}

static unsigned slow_count(const struct hc_space *space, uint64_t value) {
    unsigned count = 0;
    for (size_t i = 0; i < space->code_count; i++)
        if (space->codes[i].value == value)
            count++;
    return count;
}

static const struct hc_code *slow_row(const struct hc_space *space, uint64_t value) {
    for (size_t i = 0; i < space->code_count; i++) {
        const struct hc_code *row = &space->codes[i];
        if (row->value == value && row->registration <= HC_DRAFT)
            return row;
    }
    for (size_t i = 0; i < space->code_count; i++) {
        const struct hc_code *row = &space->codes[i];
        if (row->value == value && row->is_convention)
            return row;
    }
    return slow_range(space, value);
}

static void assert_as_slow(const struct hc_space *space, uint64_t value) {
    struct hc_meaning meaning = hc_explain(space->id, value, NULL);
    if (meaning.row != slow_row(space, value) || meaning.row_count != slow_count(space, value))
        fail_msg("%s %" PRIu64 ": %s and %zu rows, not %s and %u", space->name, value, meaning.row->name,
                 meaning.row_count, slow_row(space, value)->name, slow_count(space, value));
    for (size_t i = 0; i < meaning.row_count; i++)
        assert_true(meaning.rows[i].value == value);
}

static void small_numbers_are_as_the_reference_says(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        for (uint64_t value = 0; value <= UINT16_MAX; value++)
            assert_as_slow(hc_space(id), value);
}

static void assert_as_slow_around(const struct hc_space *space, uint64_t value) {
    for (uint64_t distance = 0; distance <= 32; distance++) {
        assert_as_slow(space, value + distance);
        assert_as_slow(space, value - distance);
    }
}

static void check_neighbours(const struct hc_space *space, const struct hc_code *row) {
    assert_as_slow_around(space, row->value);
    assert_as_slow_around(space, row->last);
}

static void numbers_near_rows_are_as_the_reference_says(void **state) {
    (void)state;
    for_each_row(check_neighbours);
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        for (unsigned bit = 0; bit < 64; bit++)
            assert_as_slow_around(hc_space(id), UINT64_C(1) << bit);
}

/* Every row with evidence is the one taken when that evidence is there, or shares it with the one taken. */
static void check_own_evidence(const struct hc_space *space, const struct hc_code *row) {
    if (row->evidence == NULL)
        return;
    const char *host = starts_with(row->evidence[0], "host:") ? row->evidence[0] + strlen("host:") : NULL;
    const struct hc_code *taken = hc_explain_at(space->id, row->value, row->evidence[0], host).row;
    REQUIRE(space, row, taken->evidence != NULL);
    bool shared = false;
    for (const char *const *proof = taken->evidence; *proof != NULL; proof++)
        shared = shared || strcmp(*proof, row->evidence[0]) == 0;
    REQUIRE(space, row, taken == row || shared);
}

static void evidence_brings_its_row_forward(void **state) {
    (void)state;
    for_each_code(check_own_evidence);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_holds),
        cmocka_unit_test(alternatives_are_all_but_the_taken),
        cmocka_unit_test(claims_without_proof_decide_nothing),
        cmocka_unit_test(no_vendor_is_taken_without_proof),
        cmocka_unit_test(codes_that_must_not_travel_say_so),
        cmocka_unit_test(codes_of_one_side_say_so),
        cmocka_unit_test(invalid_spaces_are_none),
        cmocka_unit_test(untranslated_texts_are_english),
        cmocka_unit_test(small_numbers_are_as_the_reference_says),
        cmocka_unit_test(numbers_near_rows_are_as_the_reference_says),
        cmocka_unit_test(evidence_brings_its_row_forward),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
