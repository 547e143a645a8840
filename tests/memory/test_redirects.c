/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A chain of redirects goes on with the request that follows it, and is a circle where a hop comes again. */
#include "memory/memory_test.h"

#include "memory/redirects.h"

static const struct hc_request get_a = {.method = "GET", .path = "/a"},
                               get_b = {.method = "GET", .path = "/b"};
static const struct hc_request to_a = {.path = "/a"}, to_b = {.path = "/b"};
static const int here, elsewhere; /* connections */

enum { WHO = 8 };

static struct hc_hop hop(const struct hc_request *request, const struct hc_request *target, uint32_t frame) {
    return (struct hc_hop){request, target, WHO, frame, 302};
}

static struct hc_recent_key key_of(const struct hc_request *target) {
    return (struct hc_recent_key){.route = {.server_port = 80}, .request = target};
}

static void note(const struct hc_hop *last, uint32_t frame, time_t secs) {
    const struct hc_recent_key key = key_of(last->target);
    const nstime_t now = {secs, 0};
    struct hc_chain chain = {.count = 0};

    hc_chain_add(&chain, last);
    hc_redirects_note(&key, &chain, frame, &here, &now);
}

static struct hc_chain *take(const struct hc_request *target, uint32_t who, uint32_t frame, time_t secs) {
    const struct hc_recent_key key = key_of(target);
    const nstime_t now = {secs, 0};
    bool is_same_connection;

    return hc_redirects_take(&key, who, frame, &here, &now, &is_same_connection);
}

static void test_circles(void **state) {
    struct hc_chain chain = {.count = 0};
    struct hc_hop a = hop(&get_a, &to_b, 5), b = hop(&get_b, &to_a, 7), stranger = a, elsewhere_to = a;

    (void)state;
    assert_null(hc_chain_last(&chain));
    hc_chain_add(&chain, &a);
    assert_int_equal(hc_chain_find(&chain, &b), 0);
    hc_chain_add(&chain, &b);
    assert_int_equal(hc_chain_find(&chain, &a), 5);
    stranger.who = WHO + 1;
    assert_int_equal(hc_chain_find(&chain, &stranger), 0);
    elsewhere_to.target = &to_a;
    assert_int_equal(hc_chain_find(&chain, &elsewhere_to), 0);
    assert_int_equal(hc_chain_last(&chain)->frame, 7);
}

static void test_a_long_chain_forgets_its_beginning(void **state) {
    struct hc_chain chain = {.count = 0};
    struct hc_hop first = hop(&get_a, &to_b, 1), next = hop(&get_b, &to_a, 2);

    (void)state;
    hc_chain_add(&chain, &first);
    for (unsigned i = 1; i < HC_MOST_HOPS; i++)
        hc_chain_add(&chain, &next);
    assert_int_equal(hc_chain_find(&chain, &first), 1);
    hc_chain_add(&chain, &next);
    assert_int_equal(chain.count, HC_MOST_HOPS);
    assert_int_equal(hc_chain_find(&chain, &first), 0);
}

static void test_who_follows(void **state) {
    struct hc_hop a = hop(&get_a, &to_b, 5);
    nstime_t now = {100, 0};

    (void)state;
    assert_false(hc_redirects_wait(&now));
    note(&a, 6, 100);
    assert_true(hc_redirects_wait(&now));
    assert_null(take(&to_a, WHO, 7, 100));
    assert_null(take(&to_b, WHO + 1, 7, 100));
    assert_null(take(&to_b, WHO, 6, 100));
    assert_int_equal(hc_chain_last(take(&to_b, WHO, 7, 100))->frame, 5);
    assert_null(take(&to_b, WHO, 8, 100));
}

static void test_who_comes_late(void **state) {
    struct hc_hop a = hop(&get_a, &to_b, 5);
    nstime_t now = {101, 0};

    (void)state;
    note(&a, 6, 100);
    assert_false(hc_redirects_wait(&now));
    assert_null(take(&to_b, WHO, 7, 101));
}

static void test_on_which_connection(void **state) {
    struct hc_hop a = hop(&get_a, &to_b, 5);
    const struct hc_recent_key key = key_of(&to_b);
    const nstime_t now = {100, 0};
    bool is_same_connection;

    (void)state;
    note(&a, 6, 100);
    assert_non_null(hc_redirects_take(&key, WHO, 7, &here, &now, &is_same_connection));
    assert_true(is_same_connection);
    note(&a, 6, 100);
    assert_non_null(hc_redirects_take(&key, WHO, 7, &elsewhere, &now, &is_same_connection));
    assert_false(is_same_connection);
}

static void test_the_oldest_goes(void **state) {
    struct hc_request targets[HC_MOST_REDIRECTS + 1];

    (void)state;
    for (unsigned i = 0; i <= HC_MOST_REDIRECTS; i++) {
        struct hc_hop one = hop(&get_a, &targets[i], 5);

        note(&one, 6, 100);
    }
    assert_null(take(&targets[0], WHO, 7, 100));
    assert_non_null(take(&targets[1], WHO, 7, 100));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_circles),
        MEMORY_TEST(test_a_long_chain_forgets_its_beginning),
        MEMORY_TEST(test_who_follows),
        MEMORY_TEST(test_who_comes_late),
        MEMORY_TEST(test_on_which_connection),
        MEMORY_TEST(test_the_oldest_goes),
    };

    begin_program();
    hc_redirects_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
