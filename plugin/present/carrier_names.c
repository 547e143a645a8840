/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/carrier_names.h"

static const char *const carrier_names[] = {
    [HC_STATUS_LINE] = "status line",
    [HC_HEADERS] = "HEADERS",
    [HC_RST_STREAM] = "RST_STREAM",
    [HC_GOAWAY] = "GOAWAY",
    [HC_RESET_STREAM] = "RESET_STREAM",
    [HC_STOP_SENDING] = "STOP_SENDING",
    [HC_CONNECTION_CLOSE] = "CONNECTION_CLOSE",
    [HC_CLOSE] = "Close",
    [HC_GRPC_TRAILER] = "grpc-status",
    [HC_PATH_ABANDON] = "PATH_ABANDON",
    [HC_BINARY_HTTP] = "Binary HTTP",
};
_Static_assert(sizeof carrier_names / sizeof *carrier_names == HC_CARRIERS_END, "every carrier has a name");

const char *hc_carrier_name(enum hc_carrier carrier) {
    return carrier_names[carrier];
}
