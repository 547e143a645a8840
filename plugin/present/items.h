/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The items of one event in the tree: fields that say something of the bytes of its code. */
#ifndef HTTPCODES_PRESENT_ITEMS_H
#define HTTPCODES_PRESENT_ITEMS_H

#include "compat.h"

#include <epan/packet.h>

#include "event.h"
#include "present/fields.h"

/* Where to hang the fields of one event: its subtree, and the bytes of the code. */
struct hc_anchor {
    proto_tree *tree;
    tvbuff_t *tvb;
    hc_offset start, length;
    uint32_t frame;
    bool is_plain; /* a success with nothing to say about it */
    bool hidden;   /* for filters and columns, not for readers */
    wmem_allocator_t *scope;
};

/* The data source that the code was read from. A later pass may not make it again; the anchor then holds on
 * to no bytes of the frame. */
void hc_anchor_locate(struct hc_anchor *at, const struct hc_event *event, const packet_info *pinfo,
                      tvbuff_t *frame);

/* Whether anybody looks: the tree is shown, or a filter, a column or an output names the field, or one of
 * several. Words cost more than all the rest. */
bool hc_is_wanted(const struct hc_anchor *at, enum hc_field field);
bool hc_any_wanted(const struct hc_anchor *at, int first, int last);

/* What we say of a code stands nowhere in the packet: Wireshark shows such fields in brackets. */
void hc_item_generated(const struct hc_anchor *at, proto_item *item);

void hc_add_number(const struct hc_anchor *at, enum hc_field field, uint32_t number);
/* With these words instead of the name that filters use for it; NULL: with that. */
void hc_add_number_in_words(const struct hc_anchor *at, enum hc_field field, uint32_t number,
                            const char *words);
void hc_add_wide_number(const struct hc_anchor *at, enum hc_field field, uint64_t number);
/* A link to this frame or one before; nothing for 0. */
void hc_add_frame(const struct hc_anchor *at, enum hc_field field, uint32_t frame);
/* A time span in microseconds. */
void hc_add_microseconds(const struct hc_anchor *at, enum hc_field field, uint64_t microseconds);
/* What the request asks for; nothing where it was not seen. */
void hc_add_asked(const struct hc_anchor *at, const struct hc_request *request);
/* The time since the request; nothing where it is HC_NO_TIME. */
void hc_add_elapsed(const struct hc_anchor *at, uint32_t elapsed);
/* What few exchanges have: the frame of the request that this one is again, if any, and the deadline, as in
 * hc_more. */
void hc_add_past(const struct hc_anchor *at, uint32_t retry_of, uint64_t deadline);
/* A fact that is shown only where it is true. */
void hc_add_truth(const struct hc_anchor *at, enum hc_field field, bool is_true);
/* Nothing where there is no text. */
void hc_add_text(const struct hc_anchor *at, enum hc_field field, const char *text);
/* The same of words that a peer chose: Wireshark escapes them in the tree, but not in `-T fields`. */
void hc_add_words(const struct hc_anchor *at, enum hc_field field, const char *words);
void hc_add_link(const struct hc_anchor *at, enum hc_field field, const char *url);

#endif
