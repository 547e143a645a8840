/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From an event to a verdict: which meaning its number has here, whom it blames, whether a retry is safe,
 * what it corresponds to, and what is wrong with it. A pure function of the event and the registry, without
 * Wireshark. */
#ifndef HTTPCODES_JUDGE_JUDGE_H
#define HTTPCODES_JUDGE_JUDGE_H

#include "event.h"
#include "registry/lookup.h"
#include "registry/mapping.h"
#include "registry/phrases.h"

/* In place of a phrase: there is nothing to say. */
#define HC_NO_PHRASE HC_PHRASES_END

/* Whom the code blames. The values are public: httpcodes.fault. */
enum hc_fault { HC_FAULT_NOBODY = 0, HC_FAULT_CLIENT, HC_FAULT_SERVER, HC_FAULT_UNKNOWN };

/* What there is to say about a code where it stands; a bit each in hc_verdict.findings. The order is the one
 * in which they are shown. Their filter names and words: judge/findings.h. */
enum hc_finding {
    HC_FINDS_UNKNOWN_CODE,
    HC_FINDS_FOREIGN_CODE,
    HC_FINDS_FOREIGN_ZERO, /* 0x0 on HTTP/3: everyday traffic */
    HC_FINDS_WRONG_SCOPE,
    HC_FINDS_TOO_WIDE_SCOPE, /* the reverse: a code of one stream on the connection */
    HC_FINDS_WRONG_SENDER,
    HC_FINDS_NEVER_ON_WIRE,
    HC_FINDS_INVALID_STATUS,
    HC_FINDS_OBSOLETE_CODE,
    HC_FINDS_BAD_RETRY_AFTER,
    HC_FINDS_PAST_RETRY_AFTER,
    HC_FINDS_UNSAFE_RETRY,
    HC_FINDS_EARLY_RETRY,
    HC_FINDS_REDIRECT_LOOP,
    HC_FINDS_CHANGED_METHOD,
    HC_FINDS_WAITED,
    HC_FINDS_MISSING_FIELD,
    HC_FINDS_ADVISED_FIELD, /* that the status should have */
    HC_FINDS_CONNECTION_FIELD,
    HC_FINDS_FORBIDDEN_CONTENT,
    HC_FINDS_NOT_ASKED_FOR,
    HC_FINDS_HARDLY_ASKED_FOR, /* a status that servers stretch */
    HC_FINDS_BAD_HANDSHAKE,
    HC_FINDS_REFUSED_HANDSHAKE,
    HC_FINDS_RAISED_GOAWAY,
    HC_FINDS_DENIED_ANSWER,
    HC_FINDS_ANSWER_DENIED_BEFORE,
    HC_FINDS_UNDUE_FIELD, /* that this status must not have */
    HC_FINDS_BAD_CLOSE,
    HC_FINDS_UNSOLICITED,
    HC_FINDS_RETRY_SAFE,
    HC_FINDS_FALSE_REFUSAL,
    HC_FINDS_NO_ERROR_UNFINISHED,
    HC_FINDS_NO_ERROR_IN_TUNNEL,
    HC_FINDS_RESPONSE_CUT,
    HC_FINDS_NO_GRPC_STATUS,
    HC_FINDS_CANCEL_AFTER_COMPLETE,
    HC_FINDS_RAPID_RESET,
    HC_FINDS_PROVOKED_RESETS,
    HC_FINDS_CALMED_DOWN,
    HC_FINDS_CLIENT_ERROR,
    HC_FINDS_SERVER_ERROR,
    HC_FINDS_STREAM_ERROR,
    HC_FINDS_STREAM_CANCELLED,
    HC_FINDS_CONNECTION_ERROR,
    HC_FINDS_ABNORMAL_CLOSE,
    HC_FINDS_PRIVATE_CLOSE, /* with a code that an application has made up */
    HC_FINDINGS_END
};

struct hc_verdict {
    struct hc_meaning meaning;
    bool ambiguous; /* vendors use the number, and the capture does not tell whose this is */
    const struct hc_code
        *sibling;                /* of a number from the other HTTP version: what it means there; else NULL */
    struct hc_mappings mappings; /* all of the number; hc_verdict_mapping() gives those that hold */
    unsigned conditions;         /* of enum hc_mapping_condition: those that hold for the event */
    bool has_retry_after;        /* its Retry-After header means something here, and is well-formed */
    enum hc_fault fault;
    enum hc_retry retry;
    enum hc_way way;       /* which, where the request may be sent in another way; else HC_WAY_NONE */
    enum hc_phrase remark; /* what the exchange adds to the description, or HC_NO_PHRASE */
    uint64_t findings;     /* hc_verdict_has() */
};

/* The event's space must be one of enum hc_space_id. */
struct hc_verdict hc_judge(const struct hc_event *event);

/* Whether two events have all in common that a verdict depends on, so that they have the same one. False,
 * too, where equal strings or facts are kept twice. */
bool hc_are_judged_alike(const struct hc_event *one, const struct hc_event *other);

static inline uint64_t hc_finding_bit(enum hc_finding finding) {
    return UINT64_C(1) << finding;
}
_Static_assert(HC_FINDINGS_END <= 64, "a bit for every finding");

static inline bool hc_verdict_has(const struct hc_verdict *verdict, enum hc_finding finding) {
    return verdict->findings & hc_finding_bit(finding);
}

/* The other meanings that the number may have here: those at position 0, 1, ... until NULL. A private meaning
 * is none of them: without its subprotocol it means nothing. Nor is one that lacks its proof, beside a
 * meaning that holds: no 451 is said to be Exchange's where the Server header does not say so. */
const struct hc_code *hc_verdict_alternative(const struct hc_verdict *verdict, size_t position);

/* The mapping hints that hold for the event: those at position 0, 1, ... until NULL. The first matters most.
 */
const struct hc_mapping *hc_verdict_mapping(const struct hc_verdict *verdict, size_t position);

/* A 2xx status or gRPC's OK, with nothing to say about it. */
bool hc_is_plain_success(const struct hc_event *event, const struct hc_verdict *verdict);

#endif
