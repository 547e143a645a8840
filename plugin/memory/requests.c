/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/requests.h"

#include <epan/packet.h>

static wmem_map_t *kept; /* struct hc_request -> itself */

/* Equal texts are kept once: their addresses say whether they are the same. */
static unsigned hash(const void *key) {
    const struct hc_request *request = key;

    return (g_direct_hash(request->method) * 31 + g_direct_hash(request->path)) * 31 +
           g_direct_hash(request->authority);
}

static gboolean are_equal(const void *one, const void *other) {
    const struct hc_request *a = one, *b = other;

    return a->method == b->method && a->path == b->path && a->authority == b->authority;
}

void hc_requests_register(void) {
    kept = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), hash, are_equal);
}

static const struct hc_request *shared(const struct hc_request *wanted) {
    struct hc_request *known = wmem_map_lookup(kept, wanted);

    if (!known) {
        known = wmem_memdup(wmem_file_scope(), wanted, sizeof *wanted);
        wmem_map_insert(kept, known, known);
    }
    return known;
}

const struct hc_request *hc_request_with_method(const struct hc_request *request, const char *method) {
    struct hc_request wanted = request ? *request : (struct hc_request){0};

    wanted.method = method;
    return shared(&wanted);
}

const struct hc_request *hc_request_with_path(const struct hc_request *request, const char *path) {
    struct hc_request wanted = request ? *request : (struct hc_request){0};

    wanted.path = path;
    return shared(&wanted);
}

const struct hc_request *hc_request_with_authority(const struct hc_request *request, const char *authority) {
    struct hc_request wanted = request ? *request : (struct hc_request){0};

    wanted.authority = authority;
    return shared(&wanted);
}
