/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An event that no capture has to hold together: every member is what the fuzzer says, within its type. */
#ifndef HTTPCODES_FUZZ_ANY_EVENT_H
#define HTTPCODES_FUZZ_ANY_EVENT_H

#include "event.h"
#include "input.h"

struct any_event {
    struct hc_event event;
    struct hc_more more;
    struct hc_request request;
    char *evidence, *reason, *retry_after, *method, *path, *authority, *proxy_status;
};

void any_event_take(struct any_event *any, struct fuzz_input *input);
void any_event_free(struct any_event *any);

#endif
