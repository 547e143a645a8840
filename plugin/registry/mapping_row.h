/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a mapping is written down; for the mapping_*.c files only, each of which holds one source space.
 *
 *   MAP(H2_CANCEL, H3(H3_REQUEST_CANCELLED), EXACT, A4,
 *       EN("..."), ZH("..."), DE("..."), IF(HC_IF_FROM_CLIENT))
 *
 * number, target, kind, basis, hint in each language and, where the row does not always apply, its
 * conditions. Each file defines MAP() by MAPPING() for its own space. A hint of several rows is a macro,
 * ..._HINT, which holds all of its languages. */
#ifndef HTTPCODES_REGISTRY_MAPPING_ROW_H
#define HTTPCODES_REGISTRY_MAPPING_ROW_H

#include "registry/mapping.h"
#include "registry/numbers.h"
#include "registry/spaces.h"

#define MAPPING(space, begin, end, ...)                                                                      \
    { .from = HC_##space, .first = (begin), .last = (end), __VA_ARGS__ }

/* The kind. */
#define EXACT          .kind = HC_MAP_EXACT
#define CLOSEST        .kind = HC_MAP_CLOSEST
#define DERIVED        .kind = HC_MAP_DERIVED, OWN_JUDGEMENT
#define NOT_APPLICABLE .kind = HC_MAP_NOT_APPLICABLE

/* Targets: a number in a space. Of a row that is not applicable only the space counts. */
#define IN(space, number) .to = HC_##space, .target = (number)
#define STATUS(number)    IN(HTTP_STATUS, number)
#define H2(number)        IN(HTTP2_ERROR, number)
#define H3(number)        IN(HTTP3_ERROR, number)
#define QUIC(number)      IN(QUIC_ERROR, number)
#define WS(number)        IN(WEBSOCKET_CLOSE, number)
#define GRPC(number)      IN(GRPC_STATUS, number)
#define NO_STATUS         STATUS(0)
#define NO_H2             H2(0)
#define NO_H3             H3(0)
#define NO_GRPC           GRPC(0)

#define EN(words)      .hint[HC_EN] = (words)
#define ZH(words)      .hint[HC_ZH_CN] = (words)
#define DE(words)      .hint[HC_DE] = (words)
#define IF(all_of)     .conditions = (all_of)
#define UNLESS(any_of) .exceptions = (any_of)

/* What a row is based on; DERIVED says it already. */
#define BASED_ON(source) .basis = (source)
#define OWN_JUDGEMENT    BASED_ON("derived")
#define A4               BASED_ON("RFC 9114, appendix A.4")
#define A4_INVERSE       BASED_ON("RFC 9114, appendix A.4, inverse")
#define A41              BASED_ON("RFC 9114, appendix A.4.1")
#define GRPC_ON_HTTP2    BASED_ON("gRPC, PROTOCOL-HTTP2.md")
#define GRPC_ON_HTTP3    BASED_ON("gRPC proposal G2")
#define GRPC_FROM_HTTP   BASED_ON("gRPC, http-grpc-status-mapping.md")
#define RPC_CODE         BASED_ON("google.rpc.Code")

/* The mappings of one source space. In both lists the rows for the same numbers stand together, the most
 * important first, and such groups are sorted and do not overlap. */
struct hc_mapping_table {
    const struct hc_mapping *rows; /* for the numbers that have rows of their own */
    size_t count;
    const struct hc_mapping *unknown; /* by the space's rule for unknown codes; NULL if it has none */
    size_t unknown_count;
};

#define TABLE(own, others)                                                                                   \
    {                                                                                                        \
        .rows = (own), .count = sizeof(own) / sizeof((own)[0]), .unknown = (others),                         \
        .unknown_count = sizeof(others) / sizeof((others)[0])                                                \
    }

#endif
