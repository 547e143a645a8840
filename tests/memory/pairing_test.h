/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exchanges of a client, a proxy and its origins, a step a frame: for tests of which pairs are told. */
#ifndef HTTPCODES_MEMORY_PAIRING_TEST_H
#define HTTPCODES_MEMORY_PAIRING_TEST_H

#include "memory/memory_test.h"

#include "memory/pairing.h"

enum { CLIENT = 11, OTHER_CLIENT = 12, PROXY = 21, NEXT_PROXY = 22, ORIGIN = 31, OTHER_ORIGIN = 32 };

/* Whom a request is from and for. Hosts are numbers. */
struct hop {
    uint64_t client, server;
    uint32_t port;
};
static const struct hop front = {CLIENT, PROXY, 80}, behind = {PROXY, ORIGIN, 8088};

static uint32_t frame;             /* of the last step */
static struct hc_front_link shown; /* of the last request */
static int8_t direction;           /* of the next ones, as the capture tells it */
static wmem_array_t *found;        /* const struct hc_pair *, of the last step */

static inline int before_steps(void **state) {
    before_test(state);
    frame = 0;
    found = NULL;
    direction = P2P_DIR_UNKNOWN;
    return 0;
}
#define PAIRING_TEST(function) cmocka_unit_test_setup(function, before_steps)

static inline void step(void) {
    frame++;
    found = wmem_array_new(capture_scope, sizeof(const struct hc_pair *));
}

static inline unsigned count(void) {
    return wmem_array_get_count(found);
}

static inline const struct hc_pair *pair(void) {
    assert_int_equal(count(), 1);
    return *(const struct hc_pair **)wmem_array_index(found, 0);
}

static inline hc_leg_id ask_with(struct hop hop, const char *path, const struct hc_traits *traits) {
    struct hc_request *request = wmem_new0(capture_scope, struct hc_request);
    struct hc_new_leg begun = {
        .connection = request, /* one of its own */
        .client = {hop.client, 50000},
        .server = {hop.server, hop.port},
        .request = request,
        .traits = traits,
        .stream = 1,
        .when = frame,
        .direction = direction,
    };

    step();
    request->method = "GET";
    request->path = path;
    begun.frame = frame;
    return hc_pairing_begin(&begun, &shown);
}

static inline struct hc_traits with_id(const char *id) {
    struct hc_traits traits = {0};

    if (id)
        hc_traits_add_id(&traits, 0, id, strlen(id));
    return traits;
}

static inline hc_leg_id ask(struct hop hop, const char *path, const char *id) {
    struct hc_traits traits = with_id(id);

    return ask_with(hop, path, &traits);
}

static inline void end(hc_leg_id leg, struct hc_leg_ending ending) {
    step();
    ending.frame = frame;
    ending.when = frame;
    hc_pairing_end(leg, &ending, found);
}

static inline void answer(hc_leg_id leg, uint16_t status) {
    step();
    hc_pairing_answer(leg, status, frame);
}

static inline void complete(hc_leg_id leg, uint16_t status) {
    step();
    hc_pairing_answer(leg, status, frame);
    end(leg, (struct hc_leg_ending){.end = HC_LEG_COMPLETE, .ended_by = HC_SERVER});
}

static inline void reset(hc_leg_id leg, enum hc_side side, uint64_t code) {
    end(leg, (struct hc_leg_ending){.end = HC_LEG_RESET, .ended_by = side, .code = code, .has_code = true});
}

/* An exchange through the proxy, from its beginning to its end. */
static inline void pass_on(const char *path, const char *id) {
    hc_leg_id one = ask(front, path, id), two = ask(behind, path, id);

    complete(two, 200);
    complete(one, 200);
}

/* As many as make any pair believed, a target each. */
static const char *const targets[HC_FITS_ON_ONE_HOST] = {"/warm", "/warm?1", "/warm?2", "/warmer",
                                                         "/warmest"};

static inline void show_the_way(void) {
    for (int i = 0; i < HC_FITS_FOR_LIKENESS; i++) {
        pass_on(targets[i], NULL);
        assert_int_equal(count(), 0);
    }
}

/* Two requests that look alike, and one for each of them behind; on a way that has been shown. */
struct alike {
    hc_leg_id one, other, two, another;
};

static inline struct alike ask_two_alike(void) {
    struct alike legs;

    show_the_way();
    legs.one = ask(front, "/a", NULL);
    legs.other = ask(front, "/a", NULL);
    legs.two = ask(behind, "/a", NULL);
    legs.another = ask(behind, "/a", NULL);
    return legs;
}

static inline void require_silence_at(const char *path, struct hop hop_in_front,
                                      const struct hc_traits *traits_in_front, struct hop hop_behind,
                                      const struct hc_traits *traits_behind) {
    hc_leg_id one = ask_with(hop_in_front, path, traits_in_front);
    hc_leg_id two = ask_with(hop_behind, path, traits_behind);

    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    assert_int_equal(count(), 0);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

static inline void require_silence(struct hop hop_in_front, const struct hc_traits *traits_in_front,
                                   struct hop hop_behind, const struct hc_traits *traits_behind) {
    require_silence_at("/a", hop_in_front, traits_in_front, hop_behind, traits_behind);
}

#define RUN_PAIRING_TESTS(tests)                                                                             \
    (begin_program(), hc_trust_register(), hc_legs_register(),                                               \
     end_program(cmocka_run_group_tests(tests, NULL, NULL)))

#endif
