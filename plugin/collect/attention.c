/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/attention.h"

#include <epan/tap.h>

#include "collect/carriers.h"
#include "collect/collect.h"
#include "collect/glance.h"
#include "collect/second_look.h"
#include "memory/connection.h"

static dissector_handle_t handle;
static GArray *fields; /* ids of all that are read */

/* How frames are read; for tests the environment chooses. */
static enum { BY_TREES, BY_SECOND_LOOKS, BY_TREES_WHEN_AWAKE } way;
static bool is_asleep;
static struct hc_effort effort;

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
    if (way != BY_TREES_WHEN_AWAKE || is_asleep)
        return;
    is_asleep = true;
    effort = (struct hc_effort){0};
    hc_connection_watch(false);
    want(NULL);
}

static void wake_up(void) {
    is_asleep = false;
    hc_connection_watch(true);
    want(copy_of_fields());
}

static bool does_a_tap_listen(void) {
    return tap_listeners_require_dissection() || (union_of_tap_listener_flags() & TL_IS_DISSECTOR_HELPER);
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
    register_init_routine(fall_asleep);
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

static void collect_asleep(tvbuff_t *frame, packet_info *pinfo) {
    enum hc_glance glance = hc_glance(frame, pinfo);

    effort.frames++;
    if (glance == HC_GLANCE_NOTHING)
        return;
    effort.looks++;
    if (is_time_to_wake(glance)) {
        wake_up();
        hc_second_look_give_tree(pinfo);
    }
    hc_second_look(frame, pinfo, fields);
}

void hc_attention_collect(tvbuff_t *frame, packet_info *pinfo, const proto_tree *tree) {
    if (is_asleep)
        collect_asleep(frame, pinfo);
    else if (!hc_collect_is_worthwhile(pinfo))
        hc_collect_pass_over(pinfo);
    /* Some dissections cannot be given a tree. */
    else if (way == BY_SECOND_LOOKS || (way == BY_TREES_WHEN_AWAKE && !tree))
        hc_second_look(frame, pinfo, fields);
    else
        hc_collect(pinfo, tree);
}
