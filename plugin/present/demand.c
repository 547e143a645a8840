/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/demand.h"

#include "compat.h"

#include <epan/tap.h>

#include "judge/implied.h"
#include "present/across_statistics.h"
#include "present/exchanges.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/statistics.h"
#include "settings/settings.h"

static int protocol;

void hc_demand_register(int proto) {
    protocol = proto;
}

/* Tap and protocol are looked up late: Wireshark registers them after all other protocols. */
static bool is_expert_asked(void) {
    static int tap;

    if (tap == 0)
        tap = find_tap_id("expert");
    return have_tap_listener(tap);
}

static int expert_protocol(void) {
    static int id = -1;

    if (id < 0)
        id = proto_get_id_by_filter_name("_ws.expert");
    return id;
}

/* proto_field_is_referenced() says so of every protocol as soon as a tree is made. */
static bool is_protocol_named(int proto) {
    return proto >= 0 && proto_registrar_get_nth((unsigned)proto)->ref_type != HF_REF_TYPE_NONE;
}

static bool is_a_field_named(const proto_tree *tree) {
    for (int field = 0; field < HC_FIELDS_END; field++) {
        if (proto_field_is_referenced((proto_tree *)tree, hc_fields[field]))
            return true;
    }
    return false;
}

static bool is_a_finding_named(const proto_tree *tree) {
    for (unsigned finding = 0; finding < HC_FINDINGS_END; finding++) {
        if (proto_field_is_referenced((proto_tree *)tree, hc_expert(finding)->hf))
            return true;
    }
    for (unsigned aside = 0; aside < HC_ASIDES_END; aside++) {
        if (proto_field_is_referenced((proto_tree *)tree, hc_aside_expert(aside)->hf))
            return true;
    }
    for (unsigned kind = 0; kind < HC_IMPLIED_END; kind++) {
        if (hc_implied_rows[kind].filter &&
            proto_field_is_referenced((proto_tree *)tree, hc_implied_expert(kind)->hf))
            return true;
    }
    for (unsigned i = 0; i < HC_CONVERSIONS_END; i++) {
        if (hc_conversion_rows[i].filter &&
            proto_field_is_referenced((proto_tree *)tree, hc_across_expert(i)->hf))
            return true;
    }
    return is_protocol_named(expert_protocol());
}

/* The first two questions answer for nearly every frame: a field that is named marks its protocol. */
static bool are_events_asked(const proto_tree *tree) {
    if (proto_field_is_referenced((proto_tree *)tree, hc_fields[HC_FIELD_EVENT]))
        return true;
    if (!is_protocol_named(protocol) && !is_protocol_named(expert_protocol()))
        return false;
    return is_a_field_named(tree) || is_a_finding_named(tree);
}

struct hc_demand hc_demand(packet_info *pinfo, const proto_tree *tree) {
    return (struct hc_demand){
        .statistics = hc_statistics_are_wanted(),
        .exchanges = hc_exchanges_are_wanted(),
        .info_column = hc_settings.info_column != HC_INFO_NONE && col_get_writable(pinfo->cinfo, COL_INFO),
        .events = tree && are_events_asked(tree),
        .protocol = tree && proto_field_is_referenced((proto_tree *)tree, protocol),
        .findings = is_expert_asked(),
        .severity = !PINFO_FD_VISITED(pinfo) || col_get_writable(pinfo->cinfo, COL_EXPERT),
        .pairs = hc_across_statistics_are_wanted(),
    };
}
