/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs that an id tells, and how they end. */
#include "memory/pairing_test.h"

static void test_an_id(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two;

    (void)state;
    assert_int_equal(shown.front_frame, 0);
    two = ask(behind, "/a", "id");
    assert_int_equal(shown.front_frame, 1);
    assert_int_equal(shown.evidence, HC_EVIDENCE_ID);
    reset(two, HC_SERVER, 2);
    assert_int_equal(count(), 0);
    complete(one, 502);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_ID);
    assert_int_equal(pair()->attempts, 1);
    assert_int_equal(pair()->front.request_frame, 1);
    assert_int_equal(pair()->front.status, 502);
    assert_int_equal(pair()->front.end, HC_LEG_COMPLETE);
    assert_int_equal(pair()->behind[0].request_frame, 2);
    assert_int_equal(pair()->behind[0].end, HC_LEG_RESET);
    assert_int_equal(pair()->behind[0].code, 2);
    assert_int_equal(pair()->behind[0].status, 0);
}

/* The client has given up, and what is behind ends later. */
static void test_the_later_end_may_be_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    reset(one, HC_CLIENT, 8);
    assert_int_equal(count(), 0);
    reset(two, HC_CLIENT, 8);
    assert_true(hc_leg_is_given_up(&pair()->front));
    assert_true(hc_leg_is_given_up(&pair()->behind[0]));
}

static void test_attempts_in_their_order(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three;

    (void)state;
    reset(two, HC_SERVER, 7);
    three = ask(behind, "/a", "id");
    complete(three, 200);
    complete(one, 200);
    assert_int_equal(pair()->attempts, 2);
    assert_int_equal(pair()->behind[0].code, 7);
    assert_int_equal(pair()->behind[1].status, 200);
}

static void test_more_attempts_than_are_listed(void **state) {
    enum { ATTEMPTS = HC_MOST_ATTEMPTS + 5 };
    hc_leg_id one = ask(front, "/a", "id");

    (void)state;
    for (uint64_t i = 0; i < ATTEMPTS; i++)
        reset(ask(behind, "/a", "id"), HC_SERVER, i);
    complete(one, 502);
    assert_int_equal(pair()->attempts, ATTEMPTS);
    assert_int_equal(pair()->behind[0].code, ATTEMPTS - HC_MOST_ATTEMPTS);
    assert_int_equal(pair()->behind[HC_MOST_ATTEMPTS - 1].code, ATTEMPTS - 1);
}

static void test_a_path_that_is_rewritten(void **state) {
    hc_leg_id one = ask(front, "/api/a/b", "id"), two = ask(behind, "/a/b", "id");

    (void)state;
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

/* A service that asks others passes ids on, too. */
static void test_an_id_on_another_path(void **state) {
    hc_leg_id one = ask(front, "/orders/0", "id"), two = ask(behind, "/stock/0", "id");

    (void)state;
    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

static struct hc_traits with_field(const char *id, const char *name, const char *value) {
    struct hc_traits traits = with_id(id);

    hc_traits_add_field(&traits, hc_hash_name(name, strlen(name)), value, strlen(value));
    return traits;
}

static void require_pair(const struct hc_traits *asked, const struct hc_traits *asks) {
    hc_leg_id one = ask_with(front, "/a", asked), two = ask_with(behind, "/a", asks);

    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

/* So does one that asks others at the path that it has itself, as those of GraphQL do. */
static void test_an_id_in_a_head_made_anew(void **state) {
    static const char *const names[] = {"user-agent", "content-length"};

    (void)state;
    for (unsigned i = 0; i < 2; i++) {
        struct hc_traits asked = with_field(names[i], names[i], "one");
        struct hc_traits asks = with_field(names[i], names[i], "other");

        require_silence(front, &asked, behind, &asks);
    }
}

/* A proxy leaves them, or a mark; where it translates the type changes, too. */
static void test_an_id_in_a_head_passed_on(void **state) {
    struct hc_traits asked = with_field("kept", "user-agent", "one"), asks = asked;

    (void)state;
    require_pair(&asked, &asks);
    asked = with_field("marked", "user-agent", "one");
    asks = with_field("marked", "user-agent", "other");
    asks.mark = 7;
    require_pair(&asked, &asks);
    asked = with_field("translated", "content-type", "one");
    asks = with_field("translated", "content-type", "other");
    require_pair(&asked, &asks);
}

/* Of a chain each is behind the one before it. */
static void test_a_chain(void **state) {
    static const struct hop between = {PROXY, NEXT_PROXY, 80}, last = {NEXT_PROXY, ORIGIN, 80};
    hc_leg_id one = ask(front, "/a", "id"), two = ask(between, "/a", "id"), three = ask(last, "/a", "id");

    (void)state;
    assert_int_equal(shown.front_frame, 2);
    complete(three, 200);
    complete(two, 200);
    assert_int_equal(pair()->behind[0].request_frame, 3);
    complete(one, 200);
    assert_int_equal(pair()->front.request_frame, 1);
    assert_int_equal(pair()->behind[0].request_frame, 2);
}

/* Two proxies on one host: the way to the inner one is known when it has a mark. */
static void test_a_chain_on_one_host(void **state) {
    static const struct hop between = {PROXY, PROXY, 8080};
    struct hc_traits marked = with_id("id");
    hc_leg_id one = ask(front, "/a", "id"), two, three;

    (void)state;
    marked.mark = 7;
    two = ask(between, "/a", "id");
    assert_int_equal(shown.front_frame, 1);
    three = ask_with(behind, "/a", &marked);
    assert_int_equal(shown.front_frame, 2);
    complete(three, 200);
    complete(two, 200);
    assert_int_equal(pair()->front.request_frame, 2);
    complete(one, 200);
    assert_int_equal(pair()->front.request_frame, 1);
}

/* What comes in at one address goes out from another one. */
static void test_a_proxy_with_two_addresses(void **state) {
    static const struct hop public = {CLIENT, NEXT_PROXY, 80};

    (void)state;
    for (int i = 0; i <= HC_FITS_FOR_LIKENESS; i++) {
        hc_leg_id one, two;

        direction = P2P_DIR_RECV;
        one = ask(public, targets[i], NULL);
        direction = P2P_DIR_SENT;
        two = ask(behind, targets[i], NULL);
        complete(two, 200);
        complete(one, 200);
        assert_int_equal(count(), i == HC_FITS_FOR_LIKENESS ? 1 : 0);
    }
}

/* ---- HTTP/1 behind ---- */

static void test_a_client_that_leaves(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    reset(one, HC_CLIENT, 8);
    step();
    hc_pairing_client_leaves(two, frame, frame, found);
    assert_int_equal(pair()->behind[0].end, HC_LEG_CLOSED);
    assert_int_equal(pair()->behind[0].ended_by, HC_CLIENT);
    assert_int_equal(pair()->behind[0].end_frame, frame);
}

/* In front half of the connection is no more than that, nor is it known whether the client reads what comes.
 */
static void test_a_client_in_front_that_leaves(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    step();
    hc_pairing_client_leaves(one, frame, frame, found);
    complete(two, 200);
    assert_int_equal(count(), 0);
    complete(one, 200);
    assert_false(hc_leg_is_given_up(&pair()->front));
    assert_int_equal(pair()->front.end, HC_LEG_RUNS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_an_id),
        PAIRING_TEST(test_the_later_end_may_be_behind),
        PAIRING_TEST(test_attempts_in_their_order),
        PAIRING_TEST(test_more_attempts_than_are_listed),
        PAIRING_TEST(test_a_path_that_is_rewritten),
        PAIRING_TEST(test_an_id_on_another_path),
        PAIRING_TEST(test_an_id_in_a_head_made_anew),
        PAIRING_TEST(test_an_id_in_a_head_passed_on),
        PAIRING_TEST(test_a_chain),
        PAIRING_TEST(test_a_chain_on_one_host),
        PAIRING_TEST(test_a_proxy_with_two_addresses),
        PAIRING_TEST(test_a_client_that_leaves),
        PAIRING_TEST(test_a_client_in_front_that_leaves),
    };

    return RUN_PAIRING_TESTS(tests);
}
