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
    MAP(code, STATUS(status), EXACT, RPC_CODE, EN("At a gateway that translates gRPC to JSON over HTTP."),   \
        ZH("在把 gRPC 转换为 HTTP 上的 JSON 的网关处。"),                                                    \
        DE("An einem Gateway, das gRPC in JSON über HTTP übersetzt."))
#define ALWAYS_200_HINT                                                                                      \
    EN("In the gRPC response itself: it is 200 whatever the grpc-status."),                                  \
        ZH("在 gRPC 响应本身中：无论 grpc-status 是什么，状态码都是 200。"),                                 \
        DE("In der gRPC-Antwort selbst: Dort steht 200, gleich mit welchem grpc-status.")
#define ALWAYS_200(code)    MAP(code, STATUS(200), EXACT, GRPC_ON_HTTP2, ALWAYS_200_HINT)
#define PLAIN(code, status) AS_JSON(code, status), ALWAYS_200(code)

#define ONLY_BANDWIDTH_HINT                                                                                  \
    EN("Only if the exhausted resource is bandwidth."), ZH("仅当耗尽的资源是带宽时。"),                      \
        DE("Nur wenn die erschöpfte Ressource die Bandbreite ist.")
#define MOST_RESETS_HINT                                                                                     \
    EN("A client reports INTERNAL for this and most other resets that come without a grpc-status."),         \
        ZH("对此重置以及其他大多数不带 grpc-status 的重置，客户端都报告 INTERNAL。"),                        \
        DE("Ein Client meldet INTERNAL für diesen und die meisten anderen Resets, die ohne grpc-status "    \
           "kommen.")
#define ONLY_UNPROCESSED_HINT                                                                                \
    EN("Only if the call was not processed at all."), ZH("仅当该调用完全未被处理时。"),                      \
        DE("Nur wenn der Aufruf gar nicht verarbeitet wurde.")

#define H2_INVERSE BASED_ON("gRPC, PROTOCOL-HTTP2.md, inverse")
#define H3_INVERSE BASED_ON("gRPC proposal G2, inverse")

static const struct hc_mapping rows[] = {
    MAP(GRPC_OK, STATUS(200), EXACT, RPC_CODE, EN("In the gRPC response itself, and at a gateway to JSON."),
        ZH("在 gRPC 响应本身中，以及在转换为 JSON 的网关处。"),
        DE("In der gRPC-Antwort selbst und an einem Gateway zu JSON.")),

    MAP(GRPC_CANCELLED, STATUS(499), EXACT, RPC_CODE,
        EN("Client Closed Request, at a gateway that translates gRPC to JSON over HTTP."),
        ZH("Client Closed Request，在把 gRPC 转换为 HTTP 上的 JSON 的网关处。"),
        DE("Client Closed Request, an einem Gateway, das gRPC in JSON über HTTP übersetzt.")),
    MAP(GRPC_CANCELLED, H2(H2_CANCEL), EXACT, GRPC_ON_HTTP2,
        EN("A client cancels a call by RST_STREAM with it."),
        ZH("客户端用带此错误码的 RST_STREAM 取消调用。"),
        DE("Damit bricht ein Client einen Aufruf per RST_STREAM ab.")),
    MAP(GRPC_CANCELLED, H3(H3_REQUEST_CANCELLED), EXACT, GRPC_ON_HTTP3,
        EN("A client cancels a call by RESET_STREAM with it."),
        ZH("客户端用带此错误码的 RESET_STREAM 取消调用。"),
        DE("Damit bricht ein Client einen Aufruf per RESET_STREAM ab.")),
    ALWAYS_200(GRPC_CANCELLED),

    PLAIN(GRPC_UNKNOWN, 500),
    PLAIN(GRPC_INVALID_ARGUMENT, 400),

    AS_JSON(GRPC_DEADLINE_EXCEEDED, 504),
    MAP(GRPC_DEADLINE_EXCEEDED, H2(H2_CANCEL), EXACT, GRPC_ON_HTTP2,
        EN("A client or server whose deadline has passed cancels the call with it."),
        ZH("截止时间已过的客户端或服务器用此错误码取消调用。"),
        DE("Ein Client oder Server, dessen Frist abgelaufen ist, bricht den Aufruf damit ab.")),
    MAP(GRPC_DEADLINE_EXCEEDED, H3(H3_REQUEST_CANCELLED), EXACT, GRPC_ON_HTTP3,
        EN("A server whose deadline has passed resets the stream with it."),
        ZH("截止时间已过的服务器用此错误码重置流。"),
        DE("Ein Server, dessen Frist abgelaufen ist, setzt den Stream damit zurück.")),
    ALWAYS_200(GRPC_DEADLINE_EXCEEDED),

    PLAIN(GRPC_NOT_FOUND, 404),
    PLAIN(GRPC_ALREADY_EXISTS, 409),

    AS_JSON(GRPC_PERMISSION_DENIED, 403),
    MAP(GRPC_PERMISSION_DENIED, H2(H2_INADEQUATE_SECURITY), CLOSEST, H2_INVERSE,
        EN("Only if the protocol is not secure enough for the call."), ZH("仅当协议对该调用而言不够安全时。"),
        DE("Nur wenn das Protokoll für den Aufruf nicht sicher genug ist.")),
    ALWAYS_200(GRPC_PERMISSION_DENIED),

    AS_JSON(GRPC_RESOURCE_EXHAUSTED, 429),
    MAP(GRPC_RESOURCE_EXHAUSTED, H2(H2_ENHANCE_YOUR_CALM), CLOSEST, H2_INVERSE, ONLY_BANDWIDTH_HINT),
    MAP(GRPC_RESOURCE_EXHAUSTED, H3(H3_EXCESSIVE_LOAD), CLOSEST, H3_INVERSE, ONLY_BANDWIDTH_HINT),
    ALWAYS_200(GRPC_RESOURCE_EXHAUSTED),

    AS_JSON(GRPC_FAILED_PRECONDITION, 400),
    MAP(GRPC_FAILED_PRECONDITION, STATUS(412), CLOSEST, RPC_CODE,
        EN("If the request had a precondition of its own, such as If-Match."),
        ZH("当请求本身带有前置条件（例如 If-Match）时。"),
        DE("Wenn die Anfrage selbst eine Vorbedingung hatte, etwa If-Match.")),
    ALWAYS_200(GRPC_FAILED_PRECONDITION),

    PLAIN(GRPC_ABORTED, 409),
    PLAIN(GRPC_OUT_OF_RANGE, 400),
    PLAIN(GRPC_UNIMPLEMENTED, 501),

    AS_JSON(GRPC_INTERNAL, 500),
    MAP(GRPC_INTERNAL, H2(H2_INTERNAL_ERROR), CLOSEST, H2_INVERSE, MOST_RESETS_HINT),
    MAP(GRPC_INTERNAL, H3(H3_INTERNAL_ERROR), CLOSEST, H3_INVERSE, MOST_RESETS_HINT),
    ALWAYS_200(GRPC_INTERNAL),

    AS_JSON(GRPC_UNAVAILABLE, 503),
    MAP(GRPC_UNAVAILABLE, H2(H2_REFUSED_STREAM), CLOSEST, H2_INVERSE, ONLY_UNPROCESSED_HINT),
    MAP(GRPC_UNAVAILABLE, H3(H3_REQUEST_REJECTED), CLOSEST, H3_INVERSE, ONLY_UNPROCESSED_HINT),
    ALWAYS_200(GRPC_UNAVAILABLE),

    PLAIN(GRPC_DATA_LOSS, 500),
    PLAIN(GRPC_UNAUTHENTICATED, 401),
};

static const struct hc_mapping unknown[] = {
    UNKNOWN_CODE(GRPC(GRPC_UNKNOWN), CLOSEST, BASED_ON("gRPC, statuscodes.md"),
                 EN("A client that cannot make sense of the status reports UNKNOWN."),
                 ZH("无法理解该状态码的客户端报告 UNKNOWN。"),
                 DE("Ein Client, der mit dem Status nichts anfangen kann, meldet UNKNOWN.")),
    UNKNOWN_CODE(STATUS(500), DERIVED, EN("At a gateway that translates gRPC to JSON, as for UNKNOWN."),
                 ZH("在把 gRPC 转换为 JSON 的网关处，与 UNKNOWN 相同。"),
                 DE("An einem Gateway, das gRPC in JSON übersetzt, wie bei UNKNOWN.")),
    UNKNOWN_CODE(STATUS(200), EXACT, GRPC_ON_HTTP2, ALWAYS_200_HINT),
};

const struct hc_mapping_table hc_mapping_grpc_status = TABLE(rows, unknown);
