/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gRPC status codes, carried in the grpc-status trailer.
 *
 * gRPC sends every call as a POST and leaves it to the service whether a call may be repeated, so a row
 * promises a retry only where the gRPC documents do. */
#include "registry/row.h"

#define GRPC FROM("gRPC", REGISTERED)
#define STATUS_CODES                                                                                         \
    DOC("gRPC, statuscodes.md", "https://github.com/grpc/grpc/blob/master/doc/statuscodes.md")

static const struct hc_code codes[] = {
    CODE(0, "OK", GRPC, NONE, NOBODY, NOT_A_FAILURE, STATUS_CODES, EN("The call succeeded.")),
    CODE(1, "CANCELLED", GRPC, NONE, NOBODY, UNKNOWN, STATUS_CODES, ALIASES("CANCELED"),
         EN("The call was cancelled, typically by the caller.")),
    CODE(2, "UNKNOWN", GRPC, NONE, UNKNOWN, UNKNOWN, STATUS_CODES,
         EN("An error without a better code, such as an exception in the service or a status from a "
            "system that gRPC does not know.")),
    CODE(3, "INVALID_ARGUMENT", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller gave an argument that is wrong whatever the state of the system.")),
    CODE(4, "DEADLINE_EXCEEDED", GRPC, NONE, UNKNOWN, UNKNOWN, STATUS_CODES,
         EN("The deadline passed before the call was complete. The call may still have taken effect.")),
    CODE(5, "NOT_FOUND", GRPC, NONE, CLIENT, UNKNOWN, STATUS_CODES,
         EN("Something that the caller asked for, such as a file, was not found.")),
    CODE(6, "ALREADY_EXISTS", GRPC, NONE, CLIENT, UNKNOWN, STATUS_CODES,
         EN("Something that the caller wanted to create exists already.")),
    CODE(7, "PERMISSION_DENIED", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller is known, but is not permitted to make this call.")),
    CODE(8, "RESOURCE_EXHAUSTED", GRPC, NONE, UNKNOWN, UNKNOWN, STATUS_CODES,
         EN("A resource is used up: perhaps the caller's quota, a message size limit, or the server's "
            "threads or disk space.")),
    CODE(9, "FAILED_PRECONDITION", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The system is not in the state that the call requires. The caller should not retry before "
            "the state is put right.")),
    CODE(10, "ABORTED", GRPC, NONE, NOBODY, AFTER_CHANGE, STATUS_CODES,
         EN("The call was aborted, typically by a conflict with a concurrent one. The caller should "
            "begin the whole sequence of calls again.")),
    CODE(11, "OUT_OF_RANGE", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The call went past a valid range, such as reading beyond the end of a file.")),
    CODE(12, "UNIMPLEMENTED", GRPC, NONE, UNKNOWN, NO, STATUS_CODES,
         EN("The server does not implement or support this method, or not in this form.")),
    CODE(13, "INTERNAL", GRPC, NONE, SERVER, UNKNOWN, STATUS_CODES,
         EN("Something that the system relies on is broken. gRPC itself uses it for data that it cannot "
            "parse or decompress.")),
    CODE(14, "UNAVAILABLE", GRPC, NONE, SERVER, AFTER_DELAY, STATUS_CODES,
         EN("The service is not available at the moment. A retry with back-off may help, but is not "
            "always safe for a call that is not idempotent.")),
    CODE(15, "DATA_LOSS", GRPC, NONE, SERVER, NO, STATUS_CODES,
         EN("Data was lost or damaged beyond recovery.")),
    CODE(16, "UNAUTHENTICATED", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller's credentials are missing or not valid.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Unknown", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(UINT32_MAX), STATUS_CODES,
         EN("Not a gRPC status. Client libraries commonly report it as UNKNOWN.")),
};

const struct hc_space hc_grpc_status = {
    .id = HC_GRPC_STATUS,
    .name = "gRPC status",
    .filter = "grpc_status",
    .is_decimal = true,
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .registry_url = "https://github.com/grpc/grpc/blob/master/doc/statuscodes.md",
};
