/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/spaces.h"

#include <stdio.h>

static const struct hc_space *const spaces[] = {
    [HC_HTTP_STATUS] = &hc_http_status,         [HC_HTTP2_ERROR] = &hc_http2_error,
    [HC_HTTP3_ERROR] = &hc_http3_error,         [HC_QUIC_ERROR] = &hc_quic_error,
    [HC_WEBSOCKET_CLOSE] = &hc_websocket_close, [HC_GRPC_STATUS] = &hc_grpc_status,
};
_Static_assert(sizeof(spaces) / sizeof(spaces[0]) == HC_SPACES_END, "every space has its place");

const struct hc_space *hc_space(enum hc_space_id id) {
    return (unsigned)id < HC_SPACES_END ? spaces[id] : NULL;
}

const char *hc_space_names(void) {
    static char names[128];
    size_t length = 0;

    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END && length < sizeof names; id++) {
        const char *joint = id == HC_HTTP_STATUS ? "" : id == HC_SPACES_END - 1 ? " or " : ", ";

        length += (size_t)snprintf(names + length, sizeof names - length, "%s%s", joint, spaces[id]->name);
    }
    return names;
}
