/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/deciding.h"

#include "memory/fronts.h"
#include "memory/whichever.h"

void hc_leg_forget_if_done(struct hc_kept_leg *leg) {
    if (leg->facts.end != HC_LEG_RUNS && leg->is_settled && leg->needs_no_front)
        hc_legs_forget(leg);
}

/* One that it may have been made for has not told yet what is behind it. */
static bool is_awaited(const struct hc_kept_leg *behind) {
    for (unsigned i = 0; i < hc_legs_count(behind->candidates); i++) {
        const struct hc_kept_leg *front = hc_legs_get(hc_legs_at(behind->candidates, i));

        if (front && !front->is_settled)
            return true;
    }
    return false;
}

void hc_leg_release(hc_leg_id behind) {
    struct hc_kept_leg *leg = hc_legs_get(behind);

    if (!leg || is_awaited(leg))
        return;
    leg->needs_no_front = true;
    hc_leg_forget_if_done(leg);
}

/* The first ones are counted, and not listed any more. */
static void make_room(struct hc_kept_leg *front) {
    const struct hc_kept_leg *first = hc_legs_get(front->attempts[0]);

    if (!first || !hc_leg_is_over(first))
        front->is_hopeless = true;
    hc_leg_release(front->attempts[0]);
    memmove(front->attempts, front->attempts + 1, sizeof front->attempts - sizeof front->attempts[0]);
}

/* Nobody tries again what went well: a mirror, or parts of a whole. */
static bool went_well(const struct hc_kept_leg *leg) {
    return leg && leg->facts.end == HC_LEG_COMPLETE && leg->facts.status < 400;
}

static void add_attempt(struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    unsigned at;

    if (front->attempt_count >= HC_MOST_ATTEMPTS)
        make_room(front);
    for (at = MIN(front->attempt_count, HC_MOST_ATTEMPTS - 1); at > 0; at--) {
        const struct hc_kept_leg *before = hc_legs_get(front->attempts[at - 1]);

        if (!before || before->serial < behind->serial)
            break;
        front->attempts[at] = front->attempts[at - 1];
    }
    front->is_hopeless = front->is_hopeless || (at > 0 && went_well(hc_legs_get(front->attempts[at - 1])));
    front->attempts[at] = behind->id;
    front->attempt_count++;
}

static void leave_suitors(struct hc_kept_leg *behind) {
    for (unsigned i = 0; i < hc_legs_count(behind->candidates); i++) {
        struct hc_kept_leg *front = hc_legs_get(hc_legs_at(behind->candidates, i));

        if (front)
            hc_legs_take_off(front->suitors, behind->id);
    }
    if (behind->candidates)
        wmem_destroy_array(behind->candidates);
    behind->candidates = NULL;
}

static void decide(struct hc_kept_leg *behind, struct hc_kept_leg *front, bool by_id) {
    bool is_named = hc_traits_name(&behind->traits, front->client.host);

    behind->front = front->id;
    behind->evidence = by_id ? HC_EVIDENCE_ID : is_named ? HC_EVIDENCE_FORWARDED_FOR : HC_EVIDENCE_ONLY_ONE;
    leave_suitors(behind);
    add_attempt(front, behind);
}

static void court(struct hc_kept_leg *behind, const struct hc_fronts *found, bool by_id) {
    behind->evidence = by_id ? HC_EVIDENCE_ID : HC_EVIDENCE_ONLY_ONE;
    for (unsigned i = 0; i < found->count; i++) {
        struct hc_kept_leg *front = found->leg[i];

        hc_legs_add(&behind->candidates, front->id);
        if (hc_legs_count(front->suitors) < HC_MOST_SUITORS)
            hc_legs_add(&front->suitors, behind->id);
        else
            front->is_hopeless = true;
    }
}

/* Nobody that is known asked for it. */
static void stand_alone(struct hc_kept_leg *behind) {
    behind->needs_no_front = true;
    hc_trust_host(behind->client.host)->is_dark = true;
}

/* A second one at once, or after the answer: whose it is, or what the client gets of it, cannot be told. */
static void give_up_busy(const struct hc_fronts *found) {
    for (unsigned i = 0; i < found->busy_count && found->count == 0; i++)
        found->busy[i]->is_hopeless = true;
}

void hc_decide_new(struct hc_kept_leg *behind) {
    struct hc_fronts found = {0};
    struct hc_kept_leg *front;
    bool by_id;

    hc_fronts_by_id(behind, &found);
    give_up_busy(&found);
    by_id = found.count > 0 || found.too_many;
    if (!by_id) {
        hc_fronts_by_likeness(behind, &found);
        give_up_busy(&found);
    }
    if (found.too_many)
        hc_legs_blind();
    front = found.count == 1 ? found.leg[0] : found.count > 1 && by_id ? hc_fronts_innermost(&found) : NULL;
    if (found.count == 0)
        hc_legs_note_alone(behind);
    if (found.count == 0 || found.too_many)
        stand_alone(behind);
    else if (front)
        decide(behind, front, by_id);
    else
        court(behind, &found, by_id);
}

/* ---- Ruling out ---- */

/* Surely it had another one running behind it at the time. */
static bool was_busy(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    for (unsigned i = 0; i < hc_leg_listed_attempts(front); i++) {
        const struct hc_kept_leg *attempt = hc_legs_get(front->attempts[i]);
        bool began =
            attempt && (!hc_leg_is_over(behind) || attempt->facts.request_frame <= hc_leg_end_behind(behind));

        if (began && (!hc_leg_is_over(attempt) || hc_leg_end_behind(attempt) >= behind->facts.request_frame))
            return true;
    }
    return false;
}

/* By what no proxy makes up. Of HTTP/1 that is known when the answer has been seen: it may be shown late. */
static bool was_answered_before(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    if (front->facts.status_frame == 0 || front->facts.status >= 500)
        return false;
    if (behind->facts.status_frame)
        return front->facts.status_frame < behind->facts.status_frame;
    return behind->facts.stream != HC_NO_STREAM &&
           (!hc_leg_is_over(behind) || hc_leg_end_behind(behind) > front->facts.status_frame);
}

bool hc_is_contradicted(const struct hc_kept_leg *front, const struct hc_kept_leg *behind) {
    bool is_complete = front->facts.end == HC_LEG_COMPLETE && front->facts.status < 500;

    return was_answered_before(front, behind) ||
           (is_complete && hc_leg_end_behind(behind) > front->facts.end_frame &&
            (!behind->left_frame || behind->left_frame > front->facts.end_frame));
}

static void strike(struct hc_kept_leg *behind, struct hc_kept_leg *front) {
    hc_legs_take_off(behind->candidates, front->id);
    hc_legs_take_off(front->suitors, behind->id);
}

void hc_decide(struct hc_kept_leg *behind) {
    struct hc_kept_leg *left = NULL;
    unsigned count = 0;

    for (unsigned i = 0; i < hc_legs_count(behind->candidates); i++) {
        hc_leg_id id = hc_legs_at(behind->candidates, i);
        struct hc_kept_leg *front = hc_legs_get(id);

        if (front && (was_busy(front, behind) || was_answered_before(front, behind))) {
            strike(behind, front);
        } else if (id != 0) {
            left = front;
            count++;
        }
    }
    if (count == 0)
        stand_alone(behind);
    else if (count == 1 && left && !left->is_settled)
        decide(behind, left, behind->evidence == HC_EVIDENCE_ID);
    else
        hc_leg_release(behind->id);
}

/* One that is decided may rule out another one that was tried before. */
void hc_decide_suitors(struct hc_kept_leg *front) {
    for (unsigned i = 0; i < 2 * hc_legs_count(front->suitors); i++) {
        hc_leg_id id = hc_legs_at(front->suitors, i % hc_legs_count(front->suitors));
        struct hc_kept_leg *suitor = hc_legs_get(id);

        if (suitor)
            hc_decide(suitor);
    }
}
