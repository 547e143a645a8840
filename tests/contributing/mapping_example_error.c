/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the errors of example_error.c correspond to elsewhere. */
#include "registry/mapping_row.h"

static const struct hc_mapping rows[] = {
    MAPPING(EXAMPLE_ERROR, 0x1, 0x1, STATUS(408), DERIVED, EN("At a gateway to HTTP."),
            ZH("在通往 HTTP 的网关处。"), DE("An einem Gateway zu HTTP.")),
};

static const struct hc_mapping unknown[] = {
    MAPPING(EXAMPLE_ERROR, 0, UINT32_MAX, STATUS(502), DERIVED, EN("At a gateway to HTTP."),
            ZH("在通往 HTTP 的网关处。"), DE("An einem Gateway zu HTTP.")),
};

const struct hc_mapping_table hc_mapping_example_error = TABLE(rows, unknown);
