/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/event_tree.h"

#include "compat.h"
#include "judge/findings.h"
#include "present/brief.h"
#include "present/carrier_names.h"
#include "present/experts.h"
#include "present/items.h"
#include "present/reasons.h"
#include "present/sentences.h"
#include "present/summary.h"
#include "registry/webtransport.h"
#include "settings/settings.h"

/* The number in its own space. Wireshark would pad hex to 16 digits. */
static void add_number(const struct hc_anchor *at, const struct hc_event *event,
                       const struct hc_verdict *verdict) {
    bool is_shown = hc_is_wanted(at, HC_FIELD_SUMMARY);
    const char *code = is_shown ? hc_sentence_code(at->scope, event, verdict) : "";

    proto_tree_add_uint64_format_value(at->tree, hc_field_of_space(event->space), at->tvb, at->start,
                                       at->length, event->value, "%s", code);
}

static void add_value(const struct hc_anchor *at, const struct hc_event *event) {
    proto_tree_add_uint64_format_value(at->tree, hc_fields[HC_FIELD_VALUE], at->tvb, at->start, at->length,
                                       event->value, "%" PRIu64 " (0x%" PRIx64 ")", event->value,
                                       event->value);
}

static void add_stream(const struct hc_anchor *at, const struct hc_event *event) {
    proto_item *item = event->stream == HC_NO_STREAM
                           ? proto_tree_add_int64_format_value(
                                 at->tree, hc_fields[HC_FIELD_STREAM], at->tvb, at->start, at->length,
                                 event->stream, "%s (-1)", hc_phrase(HC_SAYS_NO_STREAM, hc_language()))
                           : proto_tree_add_int64(at->tree, hc_fields[HC_FIELD_STREAM], at->tvb, at->start,
                                                  at->length, event->stream);

    hc_item_generated(at, item);
}

static void add_alternatives(const struct hc_anchor *at, const struct hc_verdict *verdict) {
    const struct hc_code *meaning;

    if (!hc_is_wanted(at, HC_FIELD_ALTERNATIVE))
        return;
    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++)
        hc_add_text(at, HC_FIELD_ALTERNATIVE, hc_sentence_alternative(at->scope, meaning));
}

static void add_webtransport(const struct hc_anchor *at, const struct hc_event *event) {
    uint32_t code;

    if (event->space == HC_HTTP3_ERROR && hc_webtransport_application_code(event->value, &code))
        hc_add_number(at, HC_FIELD_WEBTRANSPORT_ERROR, code);
}

static void add_exchange(const struct hc_anchor *at, const struct hc_event *event) {
    if (event->exchange != 0)
        hc_add_number(at, HC_FIELD_EXCHANGE, event->exchange);
    hc_add_past(at, hc_more_of(event)->retry_of, hc_more_of(event)->deadline);
}

static void add_streams(const struct hc_anchor *at, enum hc_field field,
                        const struct hc_open_requests *requests) {
    for (size_t i = 0; requests && i < requests->count; i++)
        hc_add_wide_number(at, field, (uint64_t)requests->item[i].stream);
}

static void add_end_of_connection(const struct hc_anchor *at, const struct hc_event *event) {
    if (event->carrier == HC_GOAWAY)
        hc_add_wide_number(at, HC_FIELD_LAST_STREAM, hc_more_of(event)->last_stream);
    add_streams(at, HC_FIELD_UNPROCESSED_STREAM, hc_more_of(event)->unprocessed);
    add_streams(at, HC_FIELD_OPEN_STREAM, hc_more_of(event)->open);
}

static void add_mapping(const struct hc_anchor *at, const struct hc_mapping *mapping) {
    proto_item *item = proto_tree_add_none_format(at->tree, hc_fields[HC_FIELD_MAP], at->tvb, at->start,
                                                  at->length, "%s", hc_sentence_mapping(at->scope, mapping));
    struct hc_anchor below = *at;

    hc_item_generated(at, item);
    below.tree = proto_item_add_subtree(item, hc_ett_map);
    if (mapping->kind != HC_MAP_NOT_APPLICABLE)
        hc_item_generated(at, proto_tree_add_uint64_format_value(
                                  below.tree, hc_field_of_target(mapping->to), at->tvb, at->start, at->length,
                                  mapping->target, "%s",
                                  hc_sentence_number(at->scope, mapping->to, mapping->target)));
    hc_add_text(&below, HC_FIELD_MAP_HINT, hc_mapping_hint(mapping, hc_language()));
    hc_add_text(&below, HC_FIELD_MAP_BASIS, mapping->basis);
}

static void add_mappings(const struct hc_anchor *at, const struct hc_verdict *verdict) {
    const struct hc_mapping *mapping;

    if (!hc_any_wanted(at, HC_FIELD_MAP, HC_FIELD_MAP_BASIS))
        return;
    for (size_t i = 0; (mapping = hc_verdict_mapping(verdict, i)); i++)
        add_mapping(at, mapping);
}

/* What readers ask first: which code, for which request, and how long that took. */
static void add_answer(const struct hc_anchor *at, const struct hc_event *event,
                       const struct hc_verdict *verdict) {
    add_number(at, event, verdict);
    hc_add_text(at, HC_FIELD_DESCRIPTION, hc_sentence_description(at->scope, event, verdict));
    if (event->request)
        hc_add_frame(at, HC_FIELD_REQUEST, event->request_frame);
    hc_add_asked(at, event->request);
    hc_add_elapsed(at, event->elapsed);
}

/* What to do about it, with what the sender says of the cause. */
static void add_verdict(const struct hc_anchor *at, const struct hc_event *event,
                        const struct hc_verdict *verdict) {
    hc_add_number(at, HC_FIELD_RETRY, verdict->retry);
    hc_add_number(at, HC_FIELD_FAULT, verdict->fault);
    hc_add_words(at, HC_FIELD_REASON, hc_more_of(event)->reason);
    hc_add_words(at, HC_FIELD_PROXY_STATUS, hc_reason_of_proxy(at->scope, event));
    if (verdict->has_retry_after)
        hc_add_words(at, HC_FIELD_RETRY_AFTER, hc_more_of(event)->retry_after);
    hc_add_truth(at, HC_FIELD_ECHO, event->circumstances & HC_ECHOES);
    add_alternatives(at, verdict);
    add_end_of_connection(at, event);
}

static void add_sources(const struct hc_anchor *at, const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    add_mappings(at, verdict);
    hc_add_text(at, HC_FIELD_REFERENCE, row->reference);
    if (row->url)
        hc_add_link(at, HC_FIELD_REFERENCE_URL, row->url);
}

/* The rest of what every event has, exactly once, so that the columns of `tshark -T fields` stay aligned. */
static void add_core(const struct hc_anchor *at, const struct hc_event *event,
                     const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    hc_add_number(at, HC_FIELD_SPACE, event->space);
    add_value(at, event);
    hc_add_text(at, HC_FIELD_NAME, hc_sentence_name(at->scope, verdict));
    hc_add_text(at, HC_FIELD_CARRIER, hc_carrier_name(event->carrier));
    hc_add_number(at, HC_FIELD_SENDER, event->sender);
    add_stream(at, event);
    hc_add_number(at, HC_FIELD_REGISTRATION, verdict->ambiguous ? HC_UNOFFICIAL : row->registration);
    hc_add_text(at, HC_FIELD_ORIGIN, hc_sentence_origin(at->scope, verdict));
}

/* The same, made for columns and tables: readers of the tree see what they are made of. */
static void add_for_columns(const struct hc_anchor *at, const struct hc_event *event,
                            const struct hc_verdict *verdict) {
    if (hc_is_wanted(at, HC_FIELD_CODE))
        hc_add_text(at, HC_FIELD_CODE, hc_sentence_code(at->scope, event, verdict));
    if (hc_is_wanted(at, HC_FIELD_ASKED))
        hc_add_words(at, HC_FIELD_ASKED, hc_brief_request(at->scope, event));
    if (hc_is_wanted(at, HC_FIELD_VERDICT))
        hc_add_text(at, HC_FIELD_VERDICT, hc_brief_verdict(at->scope, event, verdict));
    hc_add_truth(at, HC_FIELD_PROBLEM, hc_findings_warn(verdict->findings));
}

static void add_details(const struct hc_anchor *at, const struct hc_event *event,
                        const struct hc_verdict *verdict) {
    const struct hc_code *row = verdict->meaning.row;

    add_webtransport(at, event);
    if (row->scope != HC_SCOPE_NONE)
        hc_add_number(at, HC_FIELD_SCOPE, row->scope);
    add_exchange(at, event);
}

/* Of a plain success readers see what they ask first, and the core fields. */
static void add_fields(struct hc_anchor *at, const struct hc_event *event, const struct hc_verdict *verdict,
                       packet_info *pinfo, proto_item *item) {
    add_answer(at, event, verdict);
    add_verdict(at, event, verdict);
    hc_event_findings_add(event, verdict, pinfo, item);
    at->hidden = at->is_plain;
    add_sources(at, verdict);
    at->hidden = false;
    add_core(at, event, verdict);
    at->hidden = at->is_plain;
    add_details(at, event, verdict);
    at->hidden = true;
    add_for_columns(at, event, verdict);
}

void hc_event_findings_add(const struct hc_event *event, const struct hc_verdict *verdict, packet_info *pinfo,
                           proto_item *item) {
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_verdict_has(verdict, i))
            hc_expert_add(pinfo, item, hc_expert(i), hc_sentence_finding(pinfo->pool, event, verdict, i));
    }
}

void hc_event_tree_add(const struct hc_event *event, const struct hc_verdict *verdict, tvbuff_t *frame,
                       packet_info *pinfo, proto_tree *tree) {
    struct hc_anchor at = {.tree = tree, .frame = pinfo->num, .scope = pinfo->pool};
    const char *summary = hc_is_wanted(&at, HC_FIELD_SUMMARY) ? hc_summary(at.scope, event, verdict) : "";
    proto_item *item;

    at.is_plain = hc_is_plain_success(event, verdict);
    hc_anchor_locate(&at, event, pinfo, frame);
    item = proto_tree_add_none_format(tree, hc_fields[HC_FIELD_EVENT], at.tvb, at.start, at.length, "%s",
                                      summary);
    at.tree = proto_item_add_subtree(item, hc_ett_event);
    add_fields(&at, event, verdict, pinfo, item);
    at.hidden = false;
    hc_add_text(&at, HC_FIELD_SUMMARY, summary);
}
