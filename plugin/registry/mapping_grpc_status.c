/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gRPC statuses elsewhere. First the HTTP status that a gateway between gRPC and JSON answers
 * (google.rpc.Code); gRPC's own documents give none, as its responses are always 200. They also forbid the
 * inverse of the table in http-grpc-status-mapping.md, which is therefore not here. Then the errors that
 * stand for the same on a stream. */
#include "registry/mapping_row.h"

#define RANGE(begin, end, ...) MAPPING(GRPC_STATUS, begin, end, __VA_ARGS__)
#define MAP(code, ...)         RANGE(code, code, __VA_ARGS__)
#define UNKNOWN_CODE(...)      RANGE(GRPC_UNAUTHENTICATED + 1, UINT32_MAX, __VA_ARGS__)

#define AS_JSON(code, status)                                                                                \
    MAP(code, STATUS(status), EXACT, RPC_CODE, EN("At a gateway that translates gRPC to JSON over HTTP."))
#define ALWAYS_200_HINT     "In the gRPC response itself: it is 200 whatever the grpc-status."
#define ALWAYS_200(code)    MAP(code, STATUS(200), EXACT, GRPC_ON_HTTP2, EN(ALWAYS_200_HINT))
#define PLAIN(code, status) AS_JSON(code, status), ALWAYS_200(code)

#define H2_INVERSE BASED_ON("gRPC, PROTOCOL-HTTP2.md, inverse")
#define H3_INVERSE BASED_ON("gRPC proposal G2, inverse")

static const struct hc_mapping rows[] = {
    MAP(GRPC_OK, STATUS(200), EXACT, RPC_CODE, EN("In the gRPC response itself, and at a gateway to JSON.")),

    MAP(GRPC_CANCELLED, STATUS(499), EXACT, RPC_CODE,
        EN("Client Closed Request, at a gateway that translates gRPC to JSON over HTTP.")),
    MAP(GRPC_CANCELLED, H2(H2_CANCEL), EXACT, GRPC_ON_HTTP2,
        EN("A client cancels a call by RST_STREAM with it.")),
    MAP(GRPC_CANCELLED, H3(H3_REQUEST_CANCELLED), EXACT, GRPC_ON_HTTP3,
        EN("A client cancels a call by RESET_STREAM with it.")),
    ALWAYS_200(GRPC_CANCELLED),

    PLAIN(GRPC_UNKNOWN, 500),
    PLAIN(GRPC_INVALID_ARGUMENT, 400),

    AS_JSON(GRPC_DEADLINE_EXCEEDED, 504),
    MAP(GRPC_DEADLINE_EXCEEDED, H2(H2_CANCEL), EXACT, GRPC_ON_HTTP2,
        EN("A client or server whose deadline has passed cancels the call with it.")),
    MAP(GRPC_DEADLINE_EXCEEDED, H3(H3_REQUEST_CANCELLED), EXACT, GRPC_ON_HTTP3,
        EN("A server whose deadline has passed resets the stream with it.")),
    ALWAYS_200(GRPC_DEADLINE_EXCEEDED),

    PLAIN(GRPC_NOT_FOUND, 404),
    PLAIN(GRPC_ALREADY_EXISTS, 409),

    AS_JSON(GRPC_PERMISSION_DENIED, 403),
    MAP(GRPC_PERMISSION_DENIED, H2(H2_INADEQUATE_SECURITY), CLOSEST, H2_INVERSE,
        EN("Only if the protocol is not secure enough for the call.")),
    ALWAYS_200(GRPC_PERMISSION_DENIED),

    AS_JSON(GRPC_RESOURCE_EXHAUSTED, 429),
    MAP(GRPC_RESOURCE_EXHAUSTED, H2(H2_ENHANCE_YOUR_CALM), CLOSEST, H2_INVERSE,
        EN("Only if the exhausted resource is bandwidth.")),
    MAP(GRPC_RESOURCE_EXHAUSTED, H3(H3_EXCESSIVE_LOAD), CLOSEST, H3_INVERSE,
        EN("Only if the exhausted resource is bandwidth.")),
    ALWAYS_200(GRPC_RESOURCE_EXHAUSTED),

    AS_JSON(GRPC_FAILED_PRECONDITION, 400),
    MAP(GRPC_FAILED_PRECONDITION, STATUS(412), CLOSEST, RPC_CODE,
        EN("If the request had a precondition of its own, such as If-Match.")),
    ALWAYS_200(GRPC_FAILED_PRECONDITION),

    PLAIN(GRPC_ABORTED, 409),
    PLAIN(GRPC_OUT_OF_RANGE, 400),
    PLAIN(GRPC_UNIMPLEMENTED, 501),

    AS_JSON(GRPC_INTERNAL, 500),
    MAP(GRPC_INTERNAL, H2(H2_INTERNAL_ERROR), CLOSEST, H2_INVERSE,
        EN("A client reports INTERNAL for this and most other resets that come without a grpc-status.")),
    MAP(GRPC_INTERNAL, H3(H3_INTERNAL_ERROR), CLOSEST, H3_INVERSE,
        EN("A client reports INTERNAL for this and most other resets that come without a grpc-status.")),
    ALWAYS_200(GRPC_INTERNAL),

    AS_JSON(GRPC_UNAVAILABLE, 503),
    MAP(GRPC_UNAVAILABLE, H2(H2_REFUSED_STREAM), CLOSEST, H2_INVERSE,
        EN("Only if the call was not processed at all.")),
    MAP(GRPC_UNAVAILABLE, H3(H3_REQUEST_REJECTED), CLOSEST, H3_INVERSE,
        EN("Only if the call was not processed at all.")),
    ALWAYS_200(GRPC_UNAVAILABLE),

    PLAIN(GRPC_DATA_LOSS, 500),
    PLAIN(GRPC_UNAUTHENTICATED, 401),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(GRPC(GRPC_UNKNOWN), CLOSEST, BASED_ON("gRPC, statuscodes.md"),
                 EN("A client that cannot make sense of the status reports UNKNOWN.")),
    UNKNOWN_CODE(STATUS(500), DERIVED, EN("At a gateway that translates gRPC to JSON, as for UNKNOWN.")),
    UNKNOWN_CODE(STATUS(200), EXACT, GRPC_ON_HTTP2, EN(ALWAYS_200_HINT)),
};

const struct hc_mapping_table hc_mapping_grpc_status = TABLE(rows, unknown);
