/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The code spaces, a row each: all that tells one space from another stands in its row. Plain C11; everything
 * is constant for the life of the program. */
#ifndef HTTPCODES_REGISTRY_SPACES_H
#define HTTPCODES_REGISTRY_SPACES_H

#include "registry/code.h"

/* A code space: its codes, sorted by value, and ranges that together cover the whole number line. Of several
 * rows for one number the official one comes first; hc_explain() says which is taken. */
struct hc_space {
    enum hc_space_id id;
    const char *name;            /* "HTTP/2 error" */
    const char *filter;          /* the last part of the space's own display filter field: "http2_error" */
    bool is_decimal;             /* how its people write the numbers; else in hex */
    uint64_t max;                /* the largest number that the field on the wire can hold */
    const struct hc_code *codes; /* sorted by value, then by preference */
    size_t code_count;
    const struct hc_code *ranges; /* patterns first, then disjoint ranges from 0 to max without a gap */
    size_t range_count;
    const char *registry_url; /* the official list */
};

/* The spaces; hc_space() finds them by id. */
extern const struct hc_space hc_http_status, hc_http2_error, hc_http3_error, hc_quic_error,
    hc_websocket_close, hc_grpc_status;

/* The space of an id; NULL for an id that is none. */
const struct hc_space *hc_space(enum hc_space_id id);

#endif
