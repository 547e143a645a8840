/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/failures.h"

struct item {
    struct hc_recent_item recent;
    struct hc_failed failed;
    struct hc_print answered; /* of the request that was answered last; valid where it is whole */
    uint32_t answered_frame;  /* of that request */
};

static struct hc_recent failures = {
    .item_size = sizeof(struct item), .most = HC_MOST_FAILURES, .longest = HC_LONGEST_FAILURE};

static void clear(void) {
    hc_recent_clear(&failures);
}

void hc_failures_register(void) {
    hc_recent_register(&failures);
    register_init_routine(clear);
}

static bool is_same(const struct hc_print *one, const struct hc_print *other) {
    return one->is_whole && other->is_whole && one->content == other->content;
}

void hc_failures_note(const struct hc_recent_key *key, const struct hc_failed *failed) {
    struct item *item = hc_recent_renew(&failures, key, &failed->when);

    item->failed = *failed;
    /* Its own answer may have begun before it failed. */
    item->failed.is_routine =
        item->answered_frame != failed->frame && is_same(&item->answered, &failed->print);
}

void hc_failures_answered(const struct hc_recent_key *key, uint32_t frame, const struct hc_print *print,
                          const nstime_t *now) {
    struct item *item = hc_recent_renew(&failures, key, now);

    item->answered = *print;
    item->answered_frame = frame;
}

bool hc_failures_take(const struct hc_recent_key *key, uint32_t frame, const nstime_t *now,
                      struct hc_failed *failed) {
    struct item *item = hc_recent_find(&failures, key, now);

    if (!item || item->failed.frame == 0 || item->failed.end >= frame ||
        hc_recent_is_old(&failures, &item->failed.when, now))
        return false;
    *failed = item->failed;
    item->failed = (struct hc_failed){0};
    return true;
}
