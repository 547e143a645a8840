/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/answered.h"

#include "present/fields.h"
#include "present/items.h"
#include "present/strings.h"

static int protocol;

void hc_answered_register(int proto) {
    protocol = proto;
}

bool hc_answered_is_wanted(proto_tree *tree) {
    return tree && proto_field_is_referenced(tree, hc_fields[HC_FIELD_ANSWERED_IN]);
}

static bool is_ours(const field_info *field) {
    return field && (field->hfinfo->id == protocol || field->tree_type == hc_ett_frame);
}

/* The last item of the tree is ours, if there is any. */
static proto_tree *our_tree(proto_tree *tree) {
    proto_item *last = tree->last_child;

    return last && is_ours(PNODE_FINFO(last)) ? proto_item_get_subtree(last) : NULL;
}

void hc_answered_add(uint32_t frame, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree) {
    proto_tree *ours = our_tree(tree);
    struct hc_anchor at = {.tvb = tvb, .frame = pinfo->num, .scope = pinfo->pool};

    at.tree =
        ours
            ? ours
            : proto_tree_add_subtree_format(tree, tvb, 0, 0, hc_ett_frame, NULL, "HTTP Codes: %s",
                                            HC_FILL(pinfo->pool, HC_SAYS_ANSWERED_IN,
                                                    {"frame", wmem_strdup_printf(pinfo->pool, "%u", frame)}));
    hc_add_number(&at, HC_FIELD_ANSWERED_IN, frame);
}
