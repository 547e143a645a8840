/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The dissector of TCP keeps for each frame what is odd about it (struct tcp_acked), in a tree by the frame's
 * number, and below that by what it sent and acknowledged. packet-tcp.h is a public header, but it names
 * neither the keys nor the flags: these are the same in 4.0, 4.4 and 4.6, and tests/test_attention.py sees it
 * where they are not. */
#include "memory/tcp_analysis.h"

#include "compat.h"

#include <epan/dissectors/packet-tcp.h>

enum { LOST_SEGMENT = 0x0002, ACK_LOST_SEGMENT = 0x0004 };

static int tcp;

void hc_tcp_analysis_prepare(void) {
    tcp = proto_get_id_by_filter_name("tcp");
}

static struct tcp_analysis *analysis_of(const conversation_t *conversation) {
    return conversation_get_proto_data(conversation, tcp);
}

struct sum {
    unsigned gaps;
    unsigned flags;
};

static hc_bool add(const void *key, void *value, void *user) {
    const struct tcp_acked *noted = value;
    struct sum *sum = user;

    (void)key;
    sum->gaps += (noted->flags & (LOST_SEGMENT | ACK_LOST_SEGMENT)) != 0;
    sum->flags |= noted->flags;
    return FALSE;
}

static struct sum noted_at(const conversation_t *conversation, uint32_t frame) {
    const struct tcp_analysis *analysis = analysis_of(conversation);
    wmem_tree_t *of_frame = analysis ? wmem_tree_lookup32(analysis->acked_table, frame) : NULL;
    struct sum sum = {0};

    if (of_frame)
        wmem_tree_foreach(of_frame, add, &sum);
    return sum;
}

bool hc_tcp_gap_at(const conversation_t *conversation, uint32_t frame) {
    return noted_at(conversation, frame).gaps > 0;
}

bool hc_tcp_is_odd_at(const conversation_t *conversation, uint32_t frame) {
    return noted_at(conversation, frame).flags != 0;
}

bool hc_tcp_gaps_before(const conversation_t *conversation, uint32_t frame) {
    const struct tcp_analysis *analysis = analysis_of(conversation);
    struct sum all = {0};

    if (!analysis)
        return false;
    wmem_tree_foreach(analysis->acked_table, add, &all);
    return all.gaps > noted_at(conversation, frame).gaps;
}

uint8_t *hc_tcp_completeness(packet_info *pinfo) {
    const conversation_t *conversation = find_conversation_pinfo(pinfo, 0);
    struct tcp_analysis *analysis = conversation ? analysis_of(conversation) : NULL;

    return analysis ? &analysis->conversation_completeness : NULL;
}
