/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What requests ask for, kept once for all that ask for the same. */
#ifndef HTTPCODES_MEMORY_REQUESTS_H
#define HTTPCODES_MEMORY_REQUESTS_H

#include "event.h"

/* A request in the capture. */
struct hc_asked {
    const struct hc_request *request; /* NULL where it was not seen */
    uint32_t frame;                   /* that carries its head */
};

/* The code answers the request, or ends it. */
static inline void hc_event_ends(struct hc_event *event, struct hc_asked asked) {
    event->request = asked.request;
    event->request_frame = asked.frame;
}

/* Once, when the plugin is registered. */
void hc_requests_register(void);

/* The request with this method, this path, or this authority, and for the rest as it was; NULL is a request
 * of which nothing was seen. The text is one that hc_strings_keep() gave, or NULL. Never NULL; lives in file
 * scope. */
const struct hc_request *hc_request_with_method(const struct hc_request *request, const char *method);
const struct hc_request *hc_request_with_path(const struct hc_request *request, const char *path);
const struct hc_request *hc_request_with_authority(const struct hc_request *request, const char *authority);

#endif
