/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From an event to a verdict: which meaning its number has here, whom it blames, whether a retry is safe. A
 * pure function of the event and the registry, without Wireshark. */
#ifndef HTTPCODES_JUDGE_H
#define HTTPCODES_JUDGE_H

#include "event.h"
#include "registry/lookup.h"

/* Whom the code blames. The values are public: httpcodes.fault. */
enum hc_fault { HC_FAULT_NOBODY = 0, HC_FAULT_CLIENT, HC_FAULT_SERVER, HC_FAULT_UNKNOWN };

struct hc_verdict {
    struct hc_meaning meaning;
    bool ambiguous; /* several vendors use the number and the capture does not tell which one this is */
    enum hc_fault fault;
    enum hc_retry retry;
};

/* The event's space must be one of enum hc_space_id. */
struct hc_verdict hc_judge(const struct hc_event *event);

/* The other meanings that the number may have here: those with index 0, 1, ... until NULL. A private meaning
 * is none of them: without its subprotocol it means nothing. */
const struct hc_code *hc_verdict_alternative(const struct hc_verdict *verdict, size_t index);

#endif
