/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The code spaces, a row each: all that tells one space from another stands in its row. Plain C11; everything
 * is constant for the life of the program. */
#ifndef HTTPCODES_REGISTRY_SPACES_H
#define HTTPCODES_REGISTRY_SPACES_H

#include "registry/code.h"

/* What proves a meaning that nobody registered: see registry/proof.h. */
enum hc_proof { HC_PROOF_PRODUCT = 0, HC_PROOF_SUBPROTOCOL };

/* A code space: its codes, sorted by value, and ranges that together cover the whole number line. Of several
 * rows for one number the official one comes first; hc_explain() says which is taken. */
struct hc_space {
    enum hc_space_id id;
    const char *name;               /* "HTTP/2 error" */
    const char *family;             /* the protocol: "HTTP/2" */
    const char *kind[HC_LANGUAGES]; /* what its people call one of its numbers: "error code" */
    const char *filter;             /* the last part of the space's own display filter field: "http2_error" */
    const char *target_filter;      /* the same for the field of a mapping's target: "map.http2" */
    const char *carriers;           /* where its codes stand, for readers of codes.md */
    enum hc_space_id sibling;       /* the space of the other HTTP version, whose numbers get mixed up with
                                       these; 0 if there is none */
    enum hc_proof proof;            /* what the evidence of its rows is compared with */
    bool is_outcome; /* every answer has one, and most say that all went well; of the other spaces a
                        code is sent only to end something */
    bool is_decimal; /* how its people write the numbers; else in hex */
    uint64_t max;    /* the largest number that the field on the wire can hold */
    const struct hc_code *codes; /* sorted by value, then by preference */
    size_t code_count;
    const struct hc_code *ranges; /* patterns first, then disjoint ranges from 0 to max without a gap */
    size_t range_count;
    const struct hc_mapping_table *mappings; /* to other spaces: for registry/mapping.h */
    const char *registry_url;                /* the official list */
};

/* The spaces, each with the rows of its mappings; hc_space() finds them by id. */
extern const struct hc_space hc_http_status, hc_http2_error, hc_http3_error, hc_quic_error,
    hc_websocket_close, hc_grpc_status;
extern const struct hc_mapping_table hc_mapping_http_status, hc_mapping_http2_error, hc_mapping_http3_error,
    hc_mapping_quic_error, hc_mapping_websocket_close, hc_mapping_grpc_status;

/* The space of an id; NULL for an id that is none. */
const struct hc_space *hc_space(enum hc_space_id id);

/* "HTTP status, HTTP/2 error, ... or gRPC status": all that a user may choose from. */
const char *hc_space_names(void);

#endif
