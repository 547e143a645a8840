/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/items.h"

#include "judge/value_words.h"
#include "present/strings.h"
#include "settings/settings.h"

void hc_anchor_locate(struct hc_anchor *at, const struct hc_event *event, const packet_info *pinfo,
                      tvbuff_t *frame) {
    const GSList *source = event->source == HC_NO_SOURCE ? NULL : g_slist_nth(pinfo->data_src, event->source);

    at->tvb = source ? get_data_source_tvb(source->data) : frame;
    if (source && tvb_bytes_exist(at->tvb, (hc_offset)event->start, event->length)) {
        at->start = (hc_offset)event->start;
        at->length = event->length;
    }
}

bool hc_is_wanted(const struct hc_anchor *at, enum hc_field field) {
    return proto_field_is_referenced(at->tree, hc_fields[field]);
}

bool hc_any_wanted(const struct hc_anchor *at, int first, int last) {
    for (int field = first; field <= last; field++) {
        if (hc_is_wanted(at, (enum hc_field)field))
            return true;
    }
    return false;
}

void hc_item_generated(const struct hc_anchor *at, proto_item *item) {
    proto_item_set_generated(item);
    if (at->hidden)
        proto_item_set_hidden(item);
}

/* Whose values have words; HC_VALUE_KINDS: none has. */
static enum hc_value_kind kind_of(enum hc_field field) {
    switch (field) {
    case HC_FIELD_SENDER:
        return HC_VALUES_OF_SENDER;
    case HC_FIELD_REGISTRATION:
        return HC_VALUES_OF_REGISTRATION;
    case HC_FIELD_RETRY:
        return HC_VALUES_OF_RETRY;
    case HC_FIELD_FAULT:
        return HC_VALUES_OF_FAULT;
    case HC_FIELD_SCOPE:
        return HC_VALUES_OF_SCOPE;
    case HC_FIELD_ACROSS_EVIDENCE:
        return HC_VALUES_OF_EVIDENCE;
    default:
        return HC_VALUE_KINDS;
    }
}

/* NULL where the name that filters use, which Wireshark shows by itself, says it. */
static const char *words_for(enum hc_field field, uint32_t number) {
    enum hc_value_kind kind = kind_of(field);
    const char *text = kind == HC_VALUE_KINDS ? NULL : hc_value_text(kind, number, hc_language());

    return text && text != hc_value_name(kind, number) ? text : NULL;
}

void hc_add_number_in_words(const struct hc_anchor *at, enum hc_field field, uint32_t number,
                            const char *words) {
    proto_item *item =
        proto_tree_add_uint(at->tree, hc_fields[field], at->tvb, at->start, at->length, number);

    if (words)
        proto_item_set_text(item, "%s: %s (%u)", proto_registrar_get_name(hc_fields[field]), words, number);
    hc_item_generated(at, item);
}

void hc_add_number(const struct hc_anchor *at, enum hc_field field, uint32_t number) {
    hc_add_number_in_words(at, field, number, words_for(field, number));
}

void hc_add_wide_number(const struct hc_anchor *at, enum hc_field field, uint64_t number) {
    hc_item_generated(
        at, proto_tree_add_uint64(at->tree, hc_fields[field], at->tvb, at->start, at->length, number));
}

/* `tshark -2 -R` numbers the frames anew for its second pass. */
void hc_add_frame(const struct hc_anchor *at, enum hc_field field, uint32_t frame) {
    if (frame > 0 && frame <= at->frame)
        hc_add_number(at, field, frame);
}

enum { MICROSECONDS_IN_A_SECOND = 1000000, NANOSECONDS_IN_A_MICROSECOND = 1000 };

void hc_add_microseconds(const struct hc_anchor *at, enum hc_field field, uint64_t microseconds) {
    nstime_t span =
        NSTIME_INIT_SECS_NSECS((time_t)(microseconds / MICROSECONDS_IN_A_SECOND),
                               (int)(microseconds % MICROSECONDS_IN_A_SECOND) * NANOSECONDS_IN_A_MICROSECOND);

    hc_item_generated(at,
                      proto_tree_add_time(at->tree, hc_fields[field], at->tvb, at->start, at->length, &span));
}

void hc_add_elapsed(const struct hc_anchor *at, uint32_t elapsed) {
    if (elapsed != HC_NO_TIME)
        hc_add_microseconds(at, HC_FIELD_TIME, elapsed);
}

void hc_add_past(const struct hc_anchor *at, uint32_t retry_of, uint64_t deadline) {
    hc_add_frame(at, HC_FIELD_RETRY_OF, retry_of);
    if (deadline > 0)
        hc_add_microseconds(at, HC_FIELD_DEADLINE, deadline - 1);
}

void hc_add_truth(const struct hc_anchor *at, enum hc_field field, bool is_true) {
    if (is_true)
        hc_item_generated(
            at, proto_tree_add_boolean(at->tree, hc_fields[field], at->tvb, at->start, at->length, 1));
}

void hc_add_text(const struct hc_anchor *at, enum hc_field field, const char *text) {
    if (text)
        hc_item_generated(
            at, proto_tree_add_string(at->tree, hc_fields[field], at->tvb, at->start, at->length, text));
}

void hc_add_words(const struct hc_anchor *at, enum hc_field field, const char *words) {
    if (words)
        hc_add_text(at, field, hc_string_escaped(at->scope, words));
}

void hc_add_link(const struct hc_anchor *at, enum hc_field field, const char *url) {
    proto_item *item = proto_tree_add_string(at->tree, hc_fields[field], at->tvb, at->start, at->length, url);

    hc_item_generated(at, item);
    proto_item_set_url(item);
}

void hc_add_asked(const struct hc_anchor *at, const struct hc_request *request) {
    if (!request)
        return;
    hc_add_words(at, HC_FIELD_METHOD, request->method);
    hc_add_words(at, HC_FIELD_AUTHORITY, request->authority);
    hc_add_words(at, HC_FIELD_PATH, request->path);
}
