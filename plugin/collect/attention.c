/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/attention.h"

#include <epan/tap.h>

#include "collect/carriers.h"
#include "collect/collect.h"
#include "collect/glance.h"
#include "collect/layers.h"
#include "collect/second_look.h"
#include "memory/connection.h"

static dissector_handle_t handle;
static GArray *fields; /* ids of all that are read */

/* How frames are read; for tests the environment chooses. */
static enum { BY_TREES, BY_SECOND_LOOKS, BY_TREES_WHEN_AWAKE } way;
static bool is_asleep;
static struct hc_effort effort;

/* Frames without HTTP after which it falls asleep again: so many that the look at the next HTTP costs little
 * beside their trees. */
static unsigned patience_at_first = 32;
static unsigned patience; /* more, where looks at other frames have woken it */
static unsigned calm;     /* frames since the last HTTP, or since it woke */

void hc_effort_add_frame(struct hc_effort *done) {
    enum { LATELY = 256 };

    done->frames++;
    if (done->frames < LATELY)
        return;
    done->frames /= 2;
    done->looks /= 2;
}

/* A look costs about as much as trees do for three frames. */
bool hc_effort_is_too_much(const struct hc_effort *done) {
    enum { LEAST = 16, FRAMES_A_LOOK = 4 };

    return done->looks >= LEAST && done->looks > done->frames / FRAMES_A_LOOK;
}

static void want(GArray *wanted) {
    set_postdissector_wanted_hfids(handle, wanted);
}

static GArray *copy_of_fields(void) {
    GArray *copy = g_array_sized_new(FALSE, FALSE, sizeof(int), fields->len);

    return g_array_append_vals(copy, fields->data, fields->len);
}

static void fall_asleep(void) {
    is_asleep = true;
    effort = (struct hc_effort){0};
    want(NULL);
}

static void begin_capture(void) {
    if (way != BY_TREES_WHEN_AWAKE)
        return;
    patience = patience_at_first;
    hc_connection_watch(false);
    fall_asleep();
}

static void wake_up(void) {
    is_asleep = false;
    calm = 0;
    hc_connection_watch(true);
    want(copy_of_fields());
}

static bool does_a_tap_listen(void) {
    return tap_listeners_require_dissection() || (union_of_tap_listener_flags() & TL_IS_DISSECTOR_HELPER);
}

static void wake_up_at(packet_info *pinfo) {
    wake_up();
    hc_second_look_give_tree(pinfo);
}

/* Before any frame is dissected: nothing is missed, but the dissection was made to go without a tree. */
static bool begin_dissection(void) {
    if (!is_asleep || !does_a_tap_listen())
        return false;
    wake_up();
    return true;
}

static void forget_fields(void) {
    g_array_free(fields, TRUE);
}

void hc_attention_register(void) {
    if (g_getenv("HTTPCODES_PLAIN") || !hc_second_look_register(begin_dissection))
        way = BY_TREES;
    else if (g_getenv("HTTPCODES_SECOND_LOOKS"))
        way = BY_SECOND_LOOKS;
    else
        way = BY_TREES_WHEN_AWAKE;
    if (g_getenv("HTTPCODES_DOZES"))
        patience_at_first = 0;
    register_init_routine(begin_capture);
}

void hc_attention_prepare(dissector_handle_t postdissector) {
    handle = postdissector;
    fields = hc_carriers_resolve();
    register_shutdown_routine(forget_fields);
    hc_glance_prepare();
    if (way != BY_TREES)
        hc_second_look_prepare();
    if (way != BY_SECOND_LOOKS)
        want(copy_of_fields());
}

/* Whether fields are to be wanted from here on. */
static bool is_time_to_wake(enum hc_glance glance) {
    return glance == HC_GLANCE_HTTP || hc_effort_is_too_much(&effort) || does_a_tap_listen();
}

void hc_attention_hold(void) {
    patience = UINT_MAX;
}

static bool is_held(void) {
    return patience == UINT_MAX;
}

static void collect_asleep(tvbuff_t *frame, packet_info *pinfo, unsigned layers) {
    enum hc_glance glance = hc_glance(frame, pinfo, layers);

    if (glance == HC_GLANCE_NOTHING)
        return;
    effort.looks++;
    if (is_time_to_wake(glance)) {
        if (glance != HC_GLANCE_HTTP)
            patience *= 2;
        wake_up_at(pinfo);
    }
    hc_second_look(frame, pinfo, fields);
    if (is_asleep && is_held())
        wake_up_at(pinfo);
}

static void collect_awake(tvbuff_t *frame, packet_info *pinfo, const proto_tree *tree) {
    /* Some dissections cannot be given a tree. */
    if (way == BY_SECOND_LOOKS || (way == BY_TREES_WHEN_AWAKE && !tree))
        hc_second_look(frame, pinfo, fields);
    else
        hc_collect(pinfo, tree);
}

static void note_calm(unsigned layers) {
    calm = layers & HC_LAYER_HTTP ? 0 : calm + 1;
}

static bool is_time_to_sleep(void) {
    return way == BY_TREES_WHEN_AWAKE && !is_asleep && calm >= patience && !does_a_tap_listen();
}

void hc_attention_collect(tvbuff_t *frame, packet_info *pinfo, const proto_tree *tree) {
    unsigned layers = hc_layers_of(pinfo);

    hc_effort_add_frame(&effort);
    if (!hc_collect_is_worthwhile(layers))
        hc_collect_pass_over(pinfo);
    else if (is_asleep)
        collect_asleep(frame, pinfo, layers);
    else
        collect_awake(frame, pinfo, tree);
    note_calm(layers);
    if (is_time_to_sleep()) {
        fall_asleep();
        hc_second_look_take_tree(pinfo);
    }
}
