/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/judge.h"

#include "judge/fault.h"
#include "judge/findings.h"
#include "judge/mapping.h"
#include "judge/remarks.h"
#include "judge/retry.h"
#include "registry/numbers.h"

/* A number that is free in its own HTTP version but taken in the other. */
static const struct hc_code *sibling_of(const struct hc_event *event, const struct hc_code *row) {
    enum hc_space_id sibling = hc_space(event->space)->sibling;
    const struct hc_code *there;

    if (row->registration != HC_UNASSIGNED || !sibling)
        return NULL;
    there = hc_explain(sibling, event->value, NULL).row;
    return there->registration == HC_REGISTERED ? there : NULL;
}

static struct hc_meaning meaning_of(const struct hc_event *event) {
    const char *host = event->request ? event->request->authority : NULL;

    return hc_explain_at(event->space, event->value, hc_more_of(event)->evidence, host);
}

/* Each step may use what the ones before it have found. */
struct hc_verdict hc_judge(const struct hc_event *event) {
    struct hc_verdict verdict = {.meaning = meaning_of(event)};
    const struct hc_facts facts = {event, &verdict};

    verdict.ambiguous = verdict.meaning.is_claimed;
    verdict.sibling = sibling_of(event, verdict.meaning.row);
    verdict.mappings = hc_mappings(event->space, event->value);
    verdict.conditions = hc_judge_conditions(&facts);
    verdict.has_retry_after = hc_has_retry_after(&facts);
    verdict.fault = hc_judge_fault(&facts);
    verdict.retry = hc_judge_retry(&facts);
    verdict.way = verdict.retry == HC_RETRY_ANOTHER_WAY ? hc_way_of(&facts) : HC_WAY_NONE;
    verdict.remark = hc_remark_of(&facts);
    verdict.findings = hc_judge_findings(&facts);
    return verdict;
}

/* Of what a request asks for its path has no part in a verdict. */
static bool are_requests_alike(const struct hc_request *one, const struct hc_request *other) {
    return one == other ||
           (one && other && one->method == other->method && one->authority == other->authority);
}

bool hc_are_judged_alike(const struct hc_event *one, const struct hc_event *other) {
    return one->value == other->value && one->more == other->more && one->space == other->space &&
           one->carrier == other->carrier && one->sender == other->sender &&
           one->progress == other->progress && one->circumstances == other->circumstances &&
           (one->request_frame == 0) == (other->request_frame == 0) &&
           are_requests_alike(one->request, other->request);
}

/* What needs a proof could be meant only where no meaning of the number holds. */
static bool could_be(const struct hc_meaning *meaning, const struct hc_code *other) {
    bool holds_another = !meaning->is_own && !hc_is_range(meaning);

    return other->registration != HC_PRIVATE_USE && !(holds_another && other->evidence);
}

const struct hc_code *hc_verdict_alternative(const struct hc_verdict *verdict, size_t position) {
    const struct hc_code *other;

    for (size_t i = 0; (other = hc_alternative(&verdict->meaning, i)); i++) {
        if (could_be(&verdict->meaning, other) && position-- == 0)
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
