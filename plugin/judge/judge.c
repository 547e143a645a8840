/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/judge.h"

#include "judge/findings.h"
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

/* Whether meanings that do travel claim the number. */
static bool has_claims(const struct hc_verdict *verdict) {
    const struct hc_code *meaning;

    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++) {
        if (!meaning->never_on_wire)
            return true;
    }
    return false;
}

/* 0x0 on HTTP/3 counts as H3_NO_ERROR. */
static enum hc_blame blame_of(const struct hc_event *event, const struct hc_verdict *verdict) {
    if (verdict->sibling && event->space == HC_HTTP3_ERROR && event->value == H2_NO_ERROR)
        return HC_BLAME_NOBODY;
    return verdict->meaning.row->blame;
}

struct hc_verdict hc_judge(const struct hc_event *event) {
    struct hc_verdict verdict = {.meaning =
                                     hc_explain(event->space, event->value, hc_more_of(event)->evidence)};
    const struct hc_code *row = verdict.meaning.row;

    verdict.ambiguous = hc_is_range(&verdict.meaning) && has_claims(&verdict);
    verdict.sibling = sibling_of(event, row);
    verdict.fault = fault_of(blame_of(event, &verdict), event->sender);
    verdict.retry = hc_judge_retry(event, &verdict);
    verdict.findings = hc_judge_findings(event, &verdict);
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

/* The conditions of a mapping that hold for the event. */
static unsigned conditions_of(const struct hc_event *event) {
    struct hc_meaning meaning = hc_explain(event->space, event->value, hc_more_of(event)->evidence);
    unsigned holds = 0;

    if (event->sender == HC_CLIENT)
        holds |= HC_IF_FROM_CLIENT;
    if (event->sender == HC_SERVER)
        holds |= HC_IF_FROM_SERVER;
    if (hc_event_is_on_stream(event))
        holds |= HC_IF_ON_STREAM;
    if (hc_event_is_on_connection(event))
        holds |= HC_IF_ON_CONNECTION;
    if (event->circumstances & HC_ON_WEBSOCKET)
        holds |= HC_IF_WEBSOCKET;
    if (event->circumstances & HC_WITHOUT_GRPC_STATUS)
        holds |= HC_IF_NO_GRPC_STATUS;
    if (!hc_is_range(&meaning))
        holds |= HC_IF_OWN_MEANING;
    return holds;
}

const struct hc_mapping *hc_event_mapping(const struct hc_event *event, size_t position) {
    struct hc_mappings all = hc_mappings(event->space, event->value);
    unsigned holds = conditions_of(event);

    for (size_t i = 0; i < all.count; i++) {
        if ((all.rows[i].conditions & ~holds) == 0 && position-- == 0)
            return &all.rows[i];
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
