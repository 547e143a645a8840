/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a status asks of the response that has it, and of the request that it answers. Plain C11. */
#ifndef HTTPCODES_REGISTRY_REQUIREMENTS_H
#define HTTPCODES_REGISTRY_REQUIREMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "registry/marks.h"

/* A field that a response with this status has. */
struct hc_required_field {
    uint16_t status;
    uint32_t any_of;    /* of enum hc_mark */
    bool is_must;       /* or else SHOULD */
    bool is_of_http1;   /* later versions have no such field */
    const char *name;   /* of the field */
    const char *source; /* "RFC 9110, section 15.5.2" */
};

/* What a request has that may get this status. */
struct hc_required_request {
    uint16_t status;
    uint32_t any_of;    /* of enum hc_mark */
    bool is_stretched;  /* servers use it for more */
    bool is_of_http1;   /* later versions have no such status */
    const char *name;   /* of the field that asks for it */
    const char *source; /* "RFC 9110, section 14.2" */
};

/* Rows until one whose status is 0. */
extern const struct hc_required_field hc_required_fields[];
extern const struct hc_required_request hc_required_requests[];

/* Whether there is a rule for messages with this status: of others no field needs to be read. */
bool hc_has_rule(uint64_t status);

#endif
