/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which code of one space answers which of another. Plain C11; everything is constant for the life of the
 * program.
 *
 * A hint is for the one who builds or debugs a gateway, a proxy or a client: what would this code be on the
 * other side? Each row says under which condition it holds and on what it is based: the document and section,
 * its inverse, or "derived" where no document says so. */
#ifndef HTTPCODES_REGISTRY_MAPPING_H
#define HTTPCODES_REGISTRY_MAPPING_H

#include "registry/code.h"

enum hc_mapping_kind {
    HC_MAP_EXACT = 1,     /* the document names this counterpart */
    HC_MAP_CLOSEST,       /* the document names it as one of several, or for a broader class */
    HC_MAP_DERIVED,       /* no document says so; it follows from what both codes mean */
    HC_MAP_NOT_APPLICABLE /* an answer of its own: there is no counterpart, and the hint says why */
};

/* What must hold, or not hold, for a row to apply, beyond the number; 0: nothing. To be checked against the
 * event. */
enum hc_mapping_condition {
    HC_IF_FROM_CLIENT = 1 << 0,
    HC_IF_FROM_SERVER = 1 << 1,
    HC_IF_ON_STREAM = 1 << 2,     /* a stream error: RST_STREAM, RESET_STREAM, STOP_SENDING */
    HC_IF_ON_CONNECTION = 1 << 3, /* a connection error: GOAWAY, CONNECTION_CLOSE */
    HC_IF_WEBSOCKET = 1 << 4,     /* the stream carries, or the request asks for, a WebSocket */
    /* The response to a gRPC call is over, and it brought no grpc-status. */
    HC_IF_NO_GRPC_STATUS = 1 << 5,
    /* The meaning taken is a row of the number's own, not just its range: hc_explain(), rules 1 to 3. */
    HC_IF_OWN_MEANING = 1 << 6,
    /* How far the response had come; where the capture does not show it, none of these holds. */
    HC_IF_NOT_BEGUN = 1 << 7, /* no final status went out */
    HC_IF_BEGUN = 1 << 8,     /* one did; the response may be complete */
    HC_IF_COMPLETE = 1 << 9,
    HC_IF_ALL = (1 << 10) - 1
};

struct hc_mapping {
    enum hc_space_id from;
    uint64_t first, last; /* the numbers that the row is for, inclusive */
    enum hc_space_id to;
    uint64_t target; /* in `to`, which may be `from`; meaningless where not applicable */
    enum hc_mapping_kind kind;
    unsigned conditions;            /* of enum hc_mapping_condition, all of which must hold */
    unsigned exceptions;            /* the same, none of which may: they would refute the hint */
    const char *hint[HC_LANGUAGES]; /* when and why, one sentence; NULL where not translated */
    const char *basis;              /* "RFC 9114, appendix A.4"; "derived" */
};

struct hc_mappings {
    const struct hc_mapping *rows;
    size_t count;
};

/* All rows for one number, the most important first; those for the unknown codes of the space where the
 * number has none of its own. Empty where nothing corresponds. O(log n), allocates nothing. */
struct hc_mappings hc_mappings(enum hc_space_id from, uint64_t value);

/* The row's hint in a language, in English where it is not translated; never NULL. */
const char *hc_mapping_hint(const struct hc_mapping *row, enum hc_language language);

#endif
