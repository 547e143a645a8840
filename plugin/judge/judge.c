/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/judge.h"

#include "judge/findings.h"
#include "judge/mapping.h"
#include "judge/retry.h"
#include "registry/numbers.h"

static enum hc_fault fault_of_side(enum hc_side side) {
    static const enum hc_fault faults[] = {
        [HC_SIDE_UNKNOWN] = HC_FAULT_UNKNOWN,
        [HC_CLIENT] = HC_FAULT_CLIENT,
        [HC_SERVER] = HC_FAULT_SERVER,
    };
    return faults[side];
}

static enum hc_fault fault_of(enum hc_blame blame, enum hc_side sender) {
    switch (blame) {
    case HC_BLAME_NOBODY:
        return HC_FAULT_NOBODY;
    case HC_BLAME_CLIENT:
        return HC_FAULT_CLIENT;
    case HC_BLAME_SERVER:
        return HC_FAULT_SERVER;
    case HC_BLAME_SENDER:
        return fault_of_side(sender);
    case HC_BLAME_PEER:
        return fault_of_side(hc_peer_of(sender));
    case HC_BLAME_UNKNOWN:
        break;
    }
    return HC_FAULT_UNKNOWN;
}

/* A number that is free in its own HTTP version but taken in the other. */
static const struct hc_code *sibling_of(const struct hc_event *event, const struct hc_code *row) {
    enum hc_space_id sibling = hc_space(event->space)->sibling;
    const struct hc_code *there;

    if (row->registration != HC_UNASSIGNED || !sibling)
        return NULL;
    there = hc_explain(sibling, event->value, NULL).row;
    return there->registration == HC_REGISTERED ? there : NULL;
}

static enum hc_blame blame_of(const struct hc_facts *facts) {
    return hc_is_foreign_zero(facts) ? HC_BLAME_NOBODY : facts->verdict->meaning.blame;
}

/* Each step may use what the ones before it have found. */
struct hc_verdict hc_judge(const struct hc_event *event) {
    struct hc_verdict verdict = {.meaning =
                                     hc_explain(event->space, event->value, hc_more_of(event)->evidence)};
    const struct hc_facts facts = {event, &verdict};

    verdict.ambiguous = verdict.meaning.is_claimed;
    verdict.sibling = sibling_of(event, verdict.meaning.row);
    verdict.mappings = hc_mappings(event->space, event->value);
    verdict.conditions = hc_judge_conditions(&facts);
    verdict.fault = fault_of(blame_of(&facts), event->sender);
    verdict.retry = hc_judge_retry(&facts);
    verdict.findings = hc_judge_findings(&facts);
    return verdict;
}

const struct hc_code *hc_verdict_alternative(const struct hc_verdict *verdict, size_t position) {
    const struct hc_code *other;

    for (size_t i = 0; (other = hc_alternative(&verdict->meaning, i)); i++) {
        if (other->registration != HC_PRIVATE_USE && position-- == 0)
            return other;
    }
    return NULL;
}

bool hc_is_plain_success(const struct hc_event *event, const struct hc_verdict *verdict) {
    bool succeeds = event->space == HC_HTTP_STATUS
                        ? HTTP_CLASS(event->value) == HTTP_SUCCESSFUL
                        : event->space == HC_GRPC_STATUS && event->value == GRPC_OK;

    return succeeds && !verdict->findings && verdict->meaning.row->registration == HC_REGISTERED &&
           !hc_more_of(event)->reason;
}
