/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reference/counterparts.h"

#include <stdio.h>

#include "reference/hints.h"
#include "reference/markdown.h"
#include "registry/lookup.h"
#include "registry/phrases.h"

static const struct {
    enum hc_mapping_condition condition;
    const char *words;
} conditions[] = {
    {HC_IF_FROM_CLIENT, "from the client"},
    {HC_IF_FROM_SERVER, "from the server"},
    {HC_IF_ON_STREAM, "on a stream"},
    {HC_IF_ON_CONNECTION, "on the connection"},
    {HC_IF_WEBSOCKET, "for a WebSocket"},
    {HC_IF_NO_GRPC_STATUS, "for a gRPC call that ended without grpc-status"},
    {HC_IF_OWN_MEANING, "where this meaning holds"},
    {HC_IF_NOT_BEGUN, "before the response"},
    {HC_IF_BEGUN, "once the response has begun"},
    {HC_IF_COMPLETE, "after a complete response"},
};
#define CONDITIONS (sizeof(conditions) / sizeof(conditions[0]))

static void put_target(const struct hc_mapping *mapping) {
    const struct hc_space *space = hc_space(mapping->to);

    printf("%s: ", space->name);
    if (mapping->kind == HC_MAP_NOT_APPLICABLE)
        printf("%s", hc_phrase(HC_SAYS_NOT_APPLICABLE, HC_EN));
    else
        hc_put_link_to_code(space, mapping->target);
}

static void put_conditions(const char *before, unsigned needed) {
    for (size_t i = 0; i < CONDITIONS; i++) {
        if ((needed & (unsigned)conditions[i].condition) == 0)
            continue;
        printf("%s%s", before, conditions[i].words);
        before = ", ";
    }
    if (needed != 0)
        printf(". ");
}

static void put_row(const struct hc_mapping *mapping) {
    size_t hint = hc_hint_number(mapping);

    printf("| ");
    put_target(mapping);
    printf(" | ");
    put_conditions("Only ", mapping->conditions);
    put_conditions("Not ", mapping->exceptions);
    hc_put_text(hc_mapping_hint(mapping, HC_EN));
    printf(" [translated](#hint-%zu) | ", hint);
    hc_put_text(mapping->basis);
    printf("%s |\n", mapping->kind == HC_MAP_CLOSEST ? " (closest)" : "");
}

void hc_put_counterparts(const struct hc_space *space, uint64_t value) {
    struct hc_mappings found = hc_mappings(space->id, value);

    if (found.count == 0)
        return;
    printf("| Corresponds to | When and why | Basis |\n|---|---|---|\n");
    for (size_t i = 0; i < found.count; i++)
        put_row(&found.rows[i]);
    putchar('\n');
}
