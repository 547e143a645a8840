/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/verdicts.h"

#include <epan/packet.h>

#include "registry/own_codes.h"

/* Events that were judged lately, until the capture is closed: what they point at lives as long. */
static struct judged {
    struct hc_event event; /* its carrier is 0 where there is none */
    struct hc_verdict verdict;
} lately[64];
static unsigned edition; /* of the user's codes that they were judged by */

static void forget_lately(void) {
    memset(lately, 0, sizeof lately);
}

void hc_verdicts_register(void) {
    register_cleanup_routine(forget_lately);
}

/* By what tells most events apart. */
static struct judged *lately_at(const struct hc_event *event) {
    const char *method = event->request ? event->request->method : NULL;
    uintptr_t spread = ((uintptr_t)event->more >> 4) + ((uintptr_t)method >> 3) +
                       (uintptr_t)event->value * 5 + event->carrier * 3U + event->progress;

    return &lately[(spread ^ spread >> 6 ^ spread >> 12) % G_N_ELEMENTS(lately)];
}

struct hc_verdict hc_verdict_of(const struct hc_event *event) {
    struct judged *judged = lately_at(event);

    if (edition != hc_own_codes_edition())
        forget_lately();
    edition = hc_own_codes_edition();
    if (!hc_are_judged_alike(&judged->event, event))
        *judged = (struct judged){*event, hc_judge(event)};
    return judged->verdict;
}
