/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A space that no protocol has: what test_contributing.py adds as CONTRIBUTING.md says. */
#include "registry/row.h"
#include "registry/spaces.h"

#define EXAMPLE DOC("Example Protocol, Errors", "https://docs.example.com/errors")

static const struct hc_code codes[] = {
    CODE(0x1, "EXAMPLE_TOO_LATE", IANA, NONE, PEER, AFTER_CHANGE, EXAMPLE,
         EN("The message came after its deadline."), ZH("消息在截止时间之后到达。"),
         DE("Die Nachricht kam nach ihrer Frist.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Unknown", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(UINT32_MAX), EXAMPLE, EN("Not assigned."),
         ZH("未分配。"), DE("Nicht vergeben.")),
};

const struct hc_space hc_example_error = {
    .id = HC_EXAMPLE_ERROR,
    .name = "Example error",
    .family = "Example",
    .filter = "example_error",
    .target_filter = "map.example",
    .carriers = "a frame of the Example Protocol",
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_example_error,
    .registry_url = "https://docs.example.com/errors",
};
