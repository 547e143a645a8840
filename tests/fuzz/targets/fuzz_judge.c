/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The judge: any event. */
#include "any_event.h"
#include "judge/findings.h"
#include "judge/methods.h"

/* More than any number has. */
enum { MANY = 64 };

#define FINDS(name) (UINT64_C(1) << HC_FINDS_##name)

/* Findings of which at most one is true of an event. */
static const uint64_t exclusive[] = {
    FINDS(UNKNOWN_CODE) | FINDS(FOREIGN_CODE) | FINDS(FOREIGN_ZERO),
    FINDS(CLIENT_ERROR) | FINDS(SERVER_ERROR),
    FINDS(STREAM_ERROR) | FINDS(STREAM_CANCELLED) | FINDS(CONNECTION_ERROR) | FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(NO_ERROR_UNFINISHED) | FINDS(NO_ERROR_IN_TUNNEL) | FINDS(RESPONSE_CUT) | FINDS(FALSE_REFUSAL),
    FINDS(NO_ERROR_UNFINISHED) | FINDS(NO_ERROR_IN_TUNNEL) | FINDS(RESPONSE_CUT) |
        FINDS(CANCEL_AFTER_COMPLETE),
    FINDS(ABNORMAL_CLOSE) | FINDS(PRIVATE_CLOSE) | FINDS(NEVER_ON_WIRE),
};

static bool is_one_at_most(uint64_t bits) {
    return (bits & (bits - 1)) == 0;
}

static void require_findings(uint64_t findings) {
    REQUIRE(findings < UINT64_C(1) << HC_FINDINGS_END);
    REQUIRE(findings != 0 || !hc_findings_warn(findings));
    for (size_t i = 0; i < sizeof exclusive / sizeof exclusive[0]; i++)
        REQUIRE(is_one_at_most(findings & exclusive[i]));
}

static void require_values(const struct hc_verdict *verdict) {
    REQUIRE(verdict->meaning.row != NULL && fuzz_has_words(verdict->meaning.row->name));
    REQUIRE(verdict->fault <= HC_FAULT_UNKNOWN);
    REQUIRE(verdict->retry <= HC_RETRY_ANOTHER_WAY);
    REQUIRE(verdict->sibling == NULL || verdict->sibling->registration == HC_REGISTERED);
    REQUIRE(!verdict->ambiguous || hc_verdict_alternative(verdict, 0) != NULL);
}

static void require_ends(const struct hc_event *event, const struct hc_verdict *verdict) {
    size_t alternatives = 0, mappings = 0;

    while (hc_verdict_alternative(verdict, alternatives))
        REQUIRE(++alternatives < MANY);
    while (hc_verdict_mapping(verdict, mappings))
        REQUIRE(++mappings < MANY);
    REQUIRE(alternatives <= verdict->meaning.row_count);
    REQUIRE(mappings <= hc_mappings(event->space, event->value).count);
}

/* A promise that a retry is safe comes from the server, or follows from its GOAWAY, from the handshake, or
 * from a tunnel that was not opened. */
static void require_grounds(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool follows = hc_more_of(event)->unprocessed ||
                   (event->circumstances & (HC_ABOVE_GOAWAY | HC_BEFORE_REQUESTS)) ||
                   hc_is_connect(event->request);

    if (verdict->retry == HC_RETRY_SAFE && !follows)
        REQUIRE(event->sender != HC_CLIENT && event->progress < HC_PROGRESS_STARTED);
    if (event->circumstances & (HC_ECHOES | HC_AFTER_OWN_RESET))
        REQUIRE(!verdict->findings && verdict->fault == HC_FAULT_NOBODY && !verdict->retry);
    if (verdict->meaning.row->fails_again && verdict->fault == HC_FAULT_CLIENT)
        REQUIRE(verdict->retry != HC_RETRY_ALLOWED);
    if (event->sender == HC_SIDE_UNKNOWN)
        REQUIRE(!(verdict->findings & (FINDS(WRONG_SENDER) | FINDS(FALSE_REFUSAL))));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    struct any_event any;
    struct hc_verdict verdict;

    any_event_take(&any, &input);
    verdict = hc_judge(&any.event);
    require_values(&verdict);
    require_findings(verdict.findings);
    require_ends(&any.event, &verdict);
    require_grounds(&any.event, &verdict);
    any_event_free(&any);
    return 0;
}
