/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge.h"

static enum hc_fault fault_of_side(enum hc_side side) {
    static const enum hc_fault faults[] = {
        [HC_SIDE_UNKNOWN] = HC_FAULT_UNKNOWN,
        [HC_CLIENT] = HC_FAULT_CLIENT,
        [HC_SERVER] = HC_FAULT_SERVER,
    };
    return faults[side];
}

static enum hc_side peer_of(enum hc_side side) {
    static const enum hc_side peers[] = {
        [HC_SIDE_UNKNOWN] = HC_SIDE_UNKNOWN,
        [HC_CLIENT] = HC_SERVER,
        [HC_SERVER] = HC_CLIENT,
    };
    return peers[side];
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
        return fault_of_side(peer_of(sender));
    case HC_BLAME_UNKNOWN:
        break;
    }
    return HC_FAULT_UNKNOWN;
}

struct hc_verdict hc_judge(const struct hc_event *event) {
    struct hc_verdict verdict = {.meaning = hc_explain(event->space, event->value, event->evidence)};
    const struct hc_code *row = verdict.meaning.row;
    bool is_range = row->last != 0;

    verdict.ambiguous = is_range && hc_verdict_alternative(&verdict, 0);
    verdict.fault = fault_of(row->blame, event->sender);
    verdict.retry = row->retry;
    return verdict;
}

const struct hc_code *hc_verdict_alternative(const struct hc_verdict *verdict, size_t index) {
    const struct hc_code *other;

    for (size_t i = 0; (other = hc_alternative(&verdict->meaning, i)); i++) {
        if (other->registration != HC_PRIVATE_USE && index-- == 0)
            return other;
    }
    return NULL;
}
