/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is leaned on, and why.
 *
 * Dissections: dissect_init and dissect_cleanup of epan_register_plugin() are called for each epan_dissect_t.
 * Whether it has a tree was decided before its first frame, and one of them reads a whole file: so a tree has
 * to be given to one that goes without. proto_tree_create_root() is not exported: the tree comes out of
 * another epan_dissect_t, and is freed by another one. That has to wait for the frame's end, when its pool is
 * emptied: filters and columns still read the tree.
 *
 * The frame: epan_dissect_run() may not be called while another one runs, since it would enter the scope of
 * packets twice. What it does to the packet_info is done here by hand, and the dissector of the link layer is
 * called as that of the frame does, which would call the post-dissectors again.
 *
 * A second pass: what dissectors keep with a frame is there, by the number of the layer, which counts the
 * frame as the first one; and none of them learns anything twice, but for that of TCP, which counts on every
 * pass what a conversation has shown: that is put back.
 *
 * Wanted fields: freeing a tree makes Wireshark forget that anybody wants what stood in it: what
 * header_field_info says of that is put back. */
#include "collect/second_look.h"

#include "compat.h"

#include <epan/epan.h>
#include <epan/epan_dissect.h>
#include <epan/exceptions.h>
#include <wiretap/wtap.h>

#include "collect/collect.h"
#include "memory/tcp_analysis.h"

static hc_dissection_begins *on_begin;
static GSList *dissections; /* epan_dissect_t that were made and not freed; one or two */
static GSList *given;       /* those of them that have a tree by us */
static bool is_looking;     /* what is made meanwhile is our own */

static int frame_protocol, docsis;
static dissector_handle_t docsis_handle;
static dissector_table_t links;

/* ---- dissections ---- */

static void ignore(void) {
}

static epan_dissect_t *make(epan_t *session, bool has_tree) {
    epan_dissect_t *made;

    is_looking = true;
    made = epan_dissect_new(session, has_tree, FALSE);
    is_looking = false;
    return made;
}

static void hand_over(epan_dissect_t *from, epan_dissect_t *to) {
    to->tree = from->tree;
    to->tree->tree_data->pinfo = &to->pi;
    from->tree = NULL;
}

static void give_tree(epan_dissect_t *dissection) {
    epan_dissect_t *donor;

    if (dissection->tree)
        return;
    donor = make(dissection->session, true);
    hand_over(donor, dissection);
    epan_dissect_free(donor);
    given = g_slist_prepend(given, dissection);
}

static hc_bool take_tree(wmem_allocator_t *pool, wmem_cb_event_t event, void *user) {
    epan_dissect_t *dissection = user, *heir;

    (void)pool;
    (void)event;
    if (g_slist_find(given, dissection)) {
        given = g_slist_remove(given, dissection);
        heir = make(dissection->session, false);
        hand_over(dissection, heir);
        epan_dissect_free(heir);
    }
    return FALSE; /* no more */
}

static void note_dissection(epan_dissect_t *dissection) {
    if (is_looking)
        return;
    dissections = g_slist_prepend(dissections, dissection);
    if (on_begin())
        give_tree(dissection);
}

static void forget_dissection(epan_dissect_t *dissection) {
    dissections = g_slist_remove(dissections, dissection);
    given = g_slist_remove(given, dissection);
}

bool hc_second_look_register(hc_dissection_begins *begins) {
    static const epan_plugin hooks = {
        .init = ignore,
        .post_init = ignore,
        .dissect_init = note_dissection,
        .dissect_cleanup = forget_dissection,
        .cleanup = ignore,
    };

    if (epan_plugins_supported() != 0)
        return false;
    on_begin = begins;
    epan_register_plugin(&hooks);
    return true;
}

void hc_second_look_prepare(void) {
    links = find_dissector_table("wtap_encap");
    frame_protocol = proto_get_id_by_filter_name("frame");
    docsis = proto_get_id_by_filter_name("docsis");
    docsis_handle = find_dissector("docsis");
}

static epan_dissect_t *dissection_of(const packet_info *pinfo) {
    for (const GSList *link = dissections; link; link = link->next) {
        epan_dissect_t *dissection = link->data;

        if (&dissection->pi == pinfo)
            return dissection;
    }
    return NULL;
}

void hc_second_look_give_tree(packet_info *pinfo) {
    epan_dissect_t *dissection = dissection_of(pinfo);

    if (dissection)
        give_tree(dissection);
}

void hc_second_look_take_tree(packet_info *pinfo) {
    epan_dissect_t *dissection = dissection_of(pinfo);

    if (g_slist_find(given, dissection))
        wmem_register_callback(pinfo->pool, take_tree, dissection);
}

/* ---- the look ---- */

static void begin_packet(packet_info *pi, const packet_info *pinfo) {
    pi->epan = pinfo->epan;
    pi->current_proto = "<Missing Protocol Name>";
    pi->presence_flags = pinfo->presence_flags;
    pi->num = pinfo->num;
    pi->abs_ts = pinfo->abs_ts;
    pi->rel_ts = pinfo->rel_ts;
    HC_COPY_CAPTURE_TIME(pi, pinfo);
    pi->fd = pinfo->fd;
    pi->rec = pinfo->rec;
    pi->pseudo_header = pinfo->pseudo_header;
    pi->noreassembly_reason = "";
    pi->p2p_dir = pinfo->p2p_dir;
    pi->link_dir = LINK_DIR_UNKNOWN;
    pi->link_number = pinfo->link_number;
    pi->src_win_scale = pinfo->src_win_scale;
    pi->dst_win_scale = pinfo->dst_win_scale;
    pi->layers = wmem_list_new(pi->pool);
    wmem_list_append(pi->layers, GINT_TO_POINTER(frame_protocol));
    pi->curr_layer_num = 1;
}

/* A preference has all frames dissected as DOCSIS. */
static dissector_handle_t link_dissector(const packet_info *pinfo) {
    const wmem_list_frame_t *first = wmem_list_frame_next(wmem_list_head(pinfo->layers));

    if (first && docsis_handle && GPOINTER_TO_INT(wmem_list_frame_data(first)) == docsis)
        return docsis_handle;
    return dissector_get_uint_handle(links, (uint32_t)pinfo->rec->rec_header.packet_header.pkt_encap);
}

static void dissect_once_more(epan_dissect_t *look, dissector_handle_t link) {
    packet_info *pi = &look->pi;

    pi->match_uint = (uint32_t)pi->rec->rec_header.packet_header.pkt_encap;
    pi->fd->visited = 1;
    TRY {
        add_new_data_source(pi, look->tvb, "Frame");
        call_dissector_only(link, look->tvb, pi, look->tree, pi->pseudo_header);
    }
    CATCH_ALL {
        /* It was said when the frame was dissected before. */
    }
    ENDTRY;
    pi->fd->visited = 0;
}

static void end_frame(void *routine) {
    ((void (*)(void))routine)();
}

static void free_look(epan_dissect_t *look) {
    g_slist_free_full(look->pi.frame_end_routines, end_frame);
    look->pi.frame_end_routines = NULL;
    is_looking = true;
    epan_dissect_free(look);
    is_looking = false;
}

/* The same bytes in a buffer of its own, which is freed with what was made of it. */
static tvbuff_t *copy_of(tvbuff_t *frame) {
    unsigned length = tvb_captured_length(frame);

    return tvb_new_real_data(tvb_get_ptr(frame, 0, (hc_offset)length), length,
                             (int)tvb_reported_length(frame));
}

static void look_at(tvbuff_t *frame, packet_info *pinfo, GArray *fields, dissector_handle_t link) {
    epan_dissect_t *look = make(pinfo->epan, true);

    look->tvb = copy_of(frame);
    begin_packet(&look->pi, pinfo);
    epan_dissect_prime_with_hfid_array(look, fields);
    dissect_once_more(look, link);
    hc_collect(&look->pi, look->tree);
    free_look(look);
}

/* ---- who wants a field, and its protocol ---- */

static header_field_info *field_of(const GArray *fields, unsigned i) {
    return proto_registrar_get_nth((unsigned)g_array_index(fields, int, i));
}

static header_field_info *protocol_of(const header_field_info *field) {
    return field->parent < 0 ? NULL : proto_registrar_get_nth((unsigned)field->parent);
}

static uint8_t *wanted_now(wmem_allocator_t *scope, const GArray *fields) {
    uint8_t *wanted = wmem_alloc_array(scope, uint8_t, 2 * fields->len);

    for (unsigned i = 0; i < fields->len; i++) {
        const header_field_info *field = field_of(fields, i), *protocol = protocol_of(field);

        wanted[2 * i] = (uint8_t)field->ref_type;
        wanted[2 * i + 1] = protocol ? (uint8_t)protocol->ref_type : 0;
    }
    return wanted;
}

static void want_again(const GArray *fields, const uint8_t *wanted) {
    for (unsigned i = 0; i < fields->len; i++) {
        header_field_info *field = field_of(fields, i), *protocol = protocol_of(field);

        field->ref_type = wanted[2 * i];
        if (protocol)
            protocol->ref_type = wanted[2 * i + 1];
    }
}

void hc_second_look(tvbuff_t *frame, packet_info *pinfo, GArray *fields) {
    dissector_handle_t link = pinfo->rec->rec_type == REC_TYPE_PACKET ? link_dissector(pinfo) : NULL;
    uint8_t *wanted, *completeness, seen;

    if (!link || tvb_captured_length(frame) == 0)
        return;
    wanted = wanted_now(pinfo->pool, fields);
    completeness = hc_tcp_completeness(pinfo);
    seen = completeness ? *completeness : 0;
    look_at(frame, pinfo, fields, link);
    if (completeness)
        *completeness = seen;
    want_again(fields, wanted);
}
