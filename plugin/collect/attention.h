/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When trees of frames are wanted. Wireshark builds one for every frame as soon as anybody wants a field, and
 * a tree costs more than all else that the plugin does: so nothing is wanted until a frame shows HTTP, and
 * again when none has done so for long. That frame is looked at a second time, and from the next one on the
 * fields are wanted. What others have to tell is found without a tree, or by a second look, and so is what
 * HTTP/1 in the clear says (collect/glance.h).
 *
 * Every capture begins like that. Where a tap listens the fields are wanted from the start, since a second
 * look would have it count twice; where Wireshark has no hooks, or the environment says HTTPCODES_PLAIN, too.
 * With HTTPCODES_SECOND_LOOKS every frame is looked at a second time; with HTTPCODES_DOZES nothing is wanted
 * any more from one frame with HTTP to the next. All ways show the same. */
#ifndef HTTPCODES_COLLECT_ATTENTION_H
#define HTTPCODES_COLLECT_ATTENTION_H

#include <epan/packet.h>

/* How much of what was glanced at lately was worth a second look. Starts all zero. */
struct hc_effort {
    unsigned frames;
    unsigned looks;
};

void hc_effort_add_frame(struct hc_effort *effort);

/* Whether looking twice at some frames has become dearer than one tree for each. */
bool hc_effort_is_too_much(const struct hc_effort *effort);

/* Once, when the plugin is registered. */
void hc_attention_register(void);

/* Once, at handoff; the post-dissector. */
void hc_attention_prepare(dissector_handle_t postdissector);

/* From here on the fields stay wanted: no frame of this capture must be looked at twice, if it can be helped.
 */
void hc_attention_hold(void);

/* Collects what the frame has to show, from its tree or by a second look. For the first pass over a frame
 * only, in the frames' order; the tree may be NULL. */
void hc_attention_collect(tvbuff_t *frame, packet_info *pinfo, const proto_tree *tree);

#endif
