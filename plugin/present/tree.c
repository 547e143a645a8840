/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/tree.h"

#include "compat.h"
#include "judge/findings.h"
#include "present/carrier_names.h"
#include "present/demand.h"
#include "present/experts.h"
#include "present/fields.h"
#include "present/info_column.h"
#include "present/sentences.h"
#include "present/statistics.h"
#include "present/summary.h"
#include "registry/webtransport.h"
#include "settings/settings.h"

static int protocol;

void hc_present_register(int proto) {
    protocol = proto;
}

/* Where to hang the fields of one event: its subtree, and the bytes of the code. */
struct place {
    proto_tree *tree;
    tvbuff_t *tvb;
    int start, length;
    uint32_t frame;
    bool is_plain; /* a success with nothing to say about it */
    bool hidden;   /* for filters and columns, not for readers */
    wmem_allocator_t *scope;
};

/* Whether anybody looks: the tree is shown, or a filter, a column or an output names the field. Words cost
 * more than all the rest. */
static bool is_wanted(const struct place *at, enum hc_field field) {
    return proto_field_is_referenced(at->tree, hc_fields[field]);
}

static bool any_wanted(const struct place *at, int first, int last) {
    for (int field = first; field <= last; field++) {
        if (is_wanted(at, (enum hc_field)field))
            return true;
    }
    return false;
}

/* What we say of a code stands nowhere in the packet: Wireshark shows such fields in brackets. */
static void generated(const struct place *at, proto_item *item) {
    proto_item_set_generated(item);
    if (at->hidden)
        proto_item_set_hidden(item);
}

static void add_number(const struct place *at, enum hc_field field, uint32_t number) {
    generated(at, proto_tree_add_uint(at->tree, hc_fields[field], at->tvb, at->start, at->length, number));
}

/* Nothing where there is no text. */
static void add_text(const struct place *at, enum hc_field field, const char *text) {
    if (text)
        generated(at,
                  proto_tree_add_string(at->tree, hc_fields[field], at->tvb, at->start, at->length, text));
}

/* A peer chose the words. Wireshark escapes them in the tree, but not in `-T fields`. */
static const char *from_wire(const struct place *at, const char *text) {
    return text ? hc_words_escaped(at->scope, text) : NULL;
}

static void add_link(const struct place *at, const char *url) {
    proto_item *item = proto_tree_add_string(at->tree, hc_fields[HC_FIELD_REFERENCE_URL], at->tvb, at->start,
                                             at->length, url);

    generated(at, item);
    proto_item_set_url(item);
}

static void add_wide_number(const struct place *at, enum hc_field field, uint64_t number) {
    generated(at, proto_tree_add_uint64(at->tree, hc_fields[field], at->tvb, at->start, at->length, number));
}

/* The number itself, once in its own space and once for all spaces. Wireshark would pad hex to 16 digits. */
static void add_value(const struct place *at, const struct hc_event *event,
                      const struct hc_verdict *verdict) {
    bool is_shown = is_wanted(at, HC_FIELD_SUMMARY);
    const char *code = is_shown ? hc_words_code(at->scope, event, verdict) : "";
    proto_item *own = proto_tree_add_uint64_format_value(at->tree, hc_field_of_space(event->space), at->tvb,
                                                         at->start, at->length, event->value, "%s", code);

    if (at->is_plain)
        proto_item_set_hidden(own);
    proto_tree_add_uint64_format_value(at->tree, hc_fields[HC_FIELD_VALUE], at->tvb, at->start, at->length,
                                       event->value, "%" PRIu64 " (0x%" PRIx64 ")", event->value,
                                       event->value);
}

static void add_stream(const struct place *at, const struct hc_event *event) {
    proto_item *item =
        event->stream == HC_NO_STREAM
            ? proto_tree_add_int64_format_value(at->tree, hc_fields[HC_FIELD_STREAM], at->tvb, at->start,
                                                at->length, event->stream, "none (-1)")
            : proto_tree_add_int64(at->tree, hc_fields[HC_FIELD_STREAM], at->tvb, at->start, at->length,
                                   event->stream);

    generated(at, item);
}

static void add_alternatives(const struct place *at, const struct hc_verdict *verdict) {
    const struct hc_code *meaning;

    if (!is_wanted(at, HC_FIELD_ALTERNATIVE))
        return;
    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++)
        add_text(at, HC_FIELD_ALTERNATIVE, hc_words_alternative(at->scope, meaning));
}

static void add_webtransport(const struct place *at, const struct hc_event *event) {
    uint32_t code;

    if (event->space == HC_HTTP3_ERROR && hc_webtransport_application_code(event->value, &code))
        add_number(at, HC_FIELD_WEBTRANSPORT_ERROR, code);
}

/* Fields that every event has, exactly once, so that the columns of `tshark -T fields` stay aligned. */
static void add_core(const struct place *at, const struct hc_event *event, const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    add_number(at, HC_FIELD_SPACE, event->space);
    add_value(at, event, verdict);
    add_text(at, HC_FIELD_NAME, hc_words_name(at->scope, verdict));
    add_text(at, HC_FIELD_DESCRIPTION, hc_words_description(at->scope, verdict));
    add_text(at, HC_FIELD_CARRIER, hc_carrier_name(event->carrier));
    add_number(at, HC_FIELD_SENDER, event->sender);
    add_stream(at, event);
    add_number(at, HC_FIELD_FAULT, verdict->fault);
    add_number(at, HC_FIELD_RETRY, verdict->retry);
    add_number(at, HC_FIELD_REGISTRATION, verdict->ambiguous ? HC_UNOFFICIAL : row->registration);
    add_text(at, HC_FIELD_ORIGIN, hc_words_origin(at->scope, verdict));
}

static void add_request(const struct place *at, const struct hc_event *event) {
    const struct hc_request *request = event->request;

    if (!request)
        return;
    /* `tshark -2 -R` numbers the frames anew for its second pass. */
    if (event->request_frame <= at->frame)
        add_number(at, HC_FIELD_REQUEST, event->request_frame);
    add_text(at, HC_FIELD_METHOD, from_wire(at, request->method));
    add_text(at, HC_FIELD_PATH, from_wire(at, request->path));
}

static void add_goaway(const struct place *at, const struct hc_event *event) {
    if (event->carrier != HC_GOAWAY)
        return;
    add_wide_number(at, HC_FIELD_LAST_STREAM, hc_more_of(event)->last_stream);
    for (size_t i = 0; hc_more_of(event)->unprocessed && i < hc_more_of(event)->unprocessed->count; i++)
        add_wide_number(at, HC_FIELD_UNPROCESSED_STREAM,
                        (uint64_t)hc_more_of(event)->unprocessed->item[i].stream);
}

static void add_mapping(const struct place *at, const struct hc_mapping *mapping) {
    proto_item *item = proto_tree_add_none_format(at->tree, hc_fields[HC_FIELD_MAP], at->tvb, at->start,
                                                  at->length, "%s", hc_words_mapping(at->scope, mapping));
    struct place below = *at;

    generated(at, item);
    below.tree = proto_item_add_subtree(item, hc_ett_map);
    if (mapping->kind != HC_MAP_NOT_APPLICABLE)
        generated(at, proto_tree_add_uint64(below.tree, hc_field_of_target(mapping->to), at->tvb, at->start,
                                            at->length, mapping->target));
    add_text(&below, HC_FIELD_MAP_HINT, hc_mapping_hint(mapping, hc_language()));
    add_text(&below, HC_FIELD_MAP_BASIS, mapping->basis);
}

static void add_mappings(const struct place *at, const struct hc_verdict *verdict) {
    const struct hc_mapping *mapping;

    if (!any_wanted(at, HC_FIELD_MAP, HC_FIELD_MAP_BASIS))
        return;
    for (size_t i = 0; (mapping = hc_verdict_mapping(verdict, i)); i++)
        add_mapping(at, mapping);
}

/* Of a plain success readers see the core fields only. */
static void add_where_they_apply(struct place *at, const struct hc_event *event,
                                 const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    at->hidden = at->is_plain;
    add_alternatives(at, verdict);
    add_webtransport(at, event);
    if (row->scope != HC_SCOPE_NONE)
        add_number(at, HC_FIELD_SCOPE, row->scope);
    add_text(at, HC_FIELD_REASON, from_wire(at, hc_more_of(event)->reason));
    if (row->heeds_retry_after)
        add_text(at, HC_FIELD_RETRY_AFTER, from_wire(at, hc_more_of(event)->retry_after));
    add_goaway(at, event);
    add_request(at, event);
    add_mappings(at, verdict);
    add_text(at, HC_FIELD_REFERENCE, row->reference);
    if (row->url)
        add_link(at, row->url);
}

static void add_findings(const struct place *at, proto_item *item, packet_info *pinfo,
                         const struct hc_event *event, const struct hc_verdict *verdict) {
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_verdict_has(verdict, i))
            expert_add_info_format(pinfo, item, hc_expert(i), "%s",
                                   hc_words_finding(at->scope, event, verdict, i));
    }
}

/* The data source that the code was read from. A later pass may not make it again; the event then points at
 * no bytes. */
static void locate(struct place *at, const struct hc_event *event, const packet_info *pinfo,
                   tvbuff_t *frame) {
    const GSList *source = event->source == HC_NO_SOURCE ? NULL : g_slist_nth(pinfo->data_src, event->source);

    at->tvb = source ? get_data_source_tvb(source->data) : frame;
    if (source && tvb_bytes_exist(at->tvb, event->start, event->length)) {
        at->start = event->start;
        at->length = event->length;
    }
}

static proto_item *add_protocol(const struct hc_events *events, tvbuff_t *tvb, proto_tree *tree) {
    proto_item *item = proto_tree_add_item(tree, protocol, tvb, 0, 0, ENC_NA);

    if (events->count > 1)
        proto_item_append_text(item, ": %u codes", events->count);
    return item;
}

static void present_event(const struct hc_event *event, const struct hc_verdict *verdict, tvbuff_t *frame,
                          packet_info *pinfo, proto_tree *tree) {
    struct place at = {.tree = tree, .frame = pinfo->num, .scope = pinfo->pool};
    const char *summary = is_wanted(&at, HC_FIELD_SUMMARY) ? hc_summary(at.scope, event, verdict) : "";
    proto_item *item;

    at.is_plain = hc_is_plain_success(event, verdict);
    locate(&at, event, pinfo, frame);
    item = proto_tree_add_none_format(tree, hc_fields[HC_FIELD_EVENT], at.tvb, at.start, at.length, "%s",
                                      summary);
    at.tree = proto_item_add_subtree(item, hc_ett_event);
    add_core(&at, event, verdict);
    add_text(&at, HC_FIELD_SUMMARY, summary);
    add_where_they_apply(&at, event, verdict);
    add_findings(&at, item, pinfo, event, verdict);
}

static void present_tree(const struct hc_events *events, const struct hc_verdict *verdicts, tvbuff_t *tvb,
                         packet_info *pinfo, proto_tree *tree) {
    proto_tree *ours = proto_item_add_subtree(add_protocol(events, tvb, tree), hc_ett_frame);

    for (unsigned i = 0; i < events->count; i++)
        present_event(&events->event[i], &verdicts[i], tvb, pinfo, ours);
}

/* Expert Information also asks for the findings where nobody looks at a tree: sharkd's tap does. */
static void present_findings(const struct hc_events *events, const struct hc_verdict *verdicts,
                             packet_info *pinfo) {
    struct place nowhere = {.scope = pinfo->pool};

    for (unsigned i = 0; i < events->count; i++)
        add_findings(&nowhere, NULL, pinfo, &events->event[i], &verdicts[i]);
}

/* Without words: Wireshark only notes how grave it is. */
static void present_gravest(const struct hc_events *events, const struct hc_verdict *verdicts,
                            packet_info *pinfo) {
    uint64_t findings = 0;

    for (unsigned i = 0; i < events->count; i++)
        findings |= verdicts[i].findings;
    if (findings)
        expert_add_info(pinfo, NULL, hc_expert(hc_gravest_finding(findings)));
}

static void present_judged(const struct hc_events *events, const struct hc_audience *audience, tvbuff_t *tvb,
                           packet_info *pinfo, proto_tree *tree) {
    struct hc_verdict *verdicts = wmem_alloc_array(pinfo->pool, struct hc_verdict, events->count);

    for (unsigned i = 0; i < events->count; i++)
        verdicts[i] = hc_judge(&events->event[i]);
    if (audience->counts)
        hc_statistics_tap(pinfo, events, verdicts);
    if (audience->lists)
        hc_info_column_add(pinfo, events, verdicts);
    if (audience->opens)
        present_tree(events, verdicts, tvb, pinfo, tree);
    else if (audience->gathers)
        present_findings(events, verdicts, pinfo);
    else if (audience->worries)
        present_gravest(events, verdicts, pinfo);
}

void hc_present(const struct hc_events *events, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    struct hc_audience audience = hc_audience(pinfo, tree);

    if (audience.names && !audience.opens)
        add_protocol(events, tvb, tree);
    if (audience.counts || audience.lists || audience.opens || audience.gathers || audience.worries)
        present_judged(events, &audience, tvb, pinfo, tree);
}
