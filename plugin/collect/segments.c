/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a message began that took several frames. Wireshark names its segments behind it, and moves them
 * before it only where somebody looks at the tree: so they are asked for by their fields, not met on the
 * walk. */
#include "collect/reading.h"

static int tcp;
static int kinds[2];

void hc_segments_prepare(void) {
    tcp = proto_registrar_get_id_byname("tcp");
    kinds[0] = proto_registrar_get_id_byname("tcp.segment");
    kinds[1] = proto_registrar_get_id_byname("tls.segment");
}

static unsigned count(const GPtrArray *found) {
    return found ? found->len : 0;
}

/* Most frames have none. */
uint32_t hc_first_segment(const proto_tree *tree) {
    uint32_t first = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const GPtrArray *segments = proto_get_finfo_ptr_array(tree, kinds[i]);

        if (count(segments) > 0) {
            uint32_t frame = (uint32_t)hc_reading_number(segments->pdata[0]);

            first = first == 0 ? frame : MIN(first, frame);
        }
    }
    return first > 0 && count(proto_get_finfo_ptr_array(tree, tcp)) > 1 ? 0 : first;
}
