/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Peers that choose how many requests there are, and what these say. */
#include "memory/pairing_test.h"

enum { FLOOD = 20000 };

static void test_requests_that_never_end(void **state) {
    char path[16];

    (void)state;
    for (int i = 0; i < FLOOD; i++) {
        snprintf(path, sizeof path, "/%d", i);
        ask(front, wmem_strdup(capture_scope, path), path);
    }
    /* One was forgotten, and the server is not believed without ids. */
    show_the_way();
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

/* One id everywhere, and one path. */
static void test_requests_that_are_all_the_same(void **state) {
    hc_leg_id two;

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        ask(i % 2 ? front : behind, "/a", i % 3 ? "id" : NULL);
    two = ask(behind, "/a", "id");
    complete(two, 200);
    assert_int_equal(count(), 0);
}

static void test_one_request_and_suitors_without_end(void **state) {
    hc_leg_id one = ask(front, "/a", NULL), other = ask(front, "/a", NULL);

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        complete(ask(behind, "/a", NULL), 503);
    complete(one, 200);
    assert_int_equal(count(), 0);
    complete(other, 200);
    assert_int_equal(count(), 0);
}

/* As many as there is room for, each with an end. */
static void test_what_has_ended_is_forgotten(void **state) {
    char id[16];

    (void)state;
    for (int i = 0; i < FLOOD; i++) {
        snprintf(id, sizeof id, "%d", i);
        pass_on("/a", id);
        assert_int_equal(count(), 1);
    }
    assert_false(hc_trust_server((struct hc_endpoint){front.server, front.port})->is_dark);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_requests_that_never_end),
        PAIRING_TEST(test_requests_that_are_all_the_same),
        PAIRING_TEST(test_one_request_and_suitors_without_end),
        PAIRING_TEST(test_what_has_ended_is_forgotten),
    };

    return RUN_PAIRING_TESTS(tests);
}
