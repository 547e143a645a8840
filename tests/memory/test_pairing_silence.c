/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Of what does not belong together, or cannot be told, no pair is told. */
#include "memory/pairing_test.h"

/* Who asks two servers is no proxy; nor is one of them the other one's. */
static void test_a_client_with_two_servers(void **state) {
    static const struct hop other = {CLIENT, ORIGIN, 80};
    struct hc_traits traits = with_id("trace");

    (void)state;
    require_silence(front, &traits, other, &traits);
}

static void test_hosts_that_are_not_linked(void **state) {
    static const struct hop elsewhere = {NEXT_PROXY, ORIGIN, 80};
    struct hc_traits traits = with_id("id");

    (void)state;
    require_silence(front, &traits, elsewhere, &traits);
}

static void test_other_ids(void **state) {
    struct hc_traits one = with_id("one"), other = with_id("other");

    (void)state;
    hc_traits_add_id(&one, 1, "trace", 5);
    hc_traits_add_id(&other, 1, "trace", 5);
    require_silence(front, &one, behind, &other);
}

static void test_another_client_is_named(void **state) {
    struct hc_traits one = with_id("id"), other = with_id("id");

    (void)state;
    other.is_forwarded = true;
    hc_traits_add_forwarded(&other, OTHER_CLIENT);
    require_silence(front, &one, behind, &other);
}

/* What it was made for was asked by another proxy, and cannot be read. */
static void test_a_chain_with_a_leg_that_is_missing(void **state) {
    for (unsigned kind = 0; kind < HC_HOP_LISTS; kind++) {
        struct hc_traits one = with_id(kind ? "one" : "other"), other = one;

        (void)state;
        hc_traits_add_hop(&one, kind);
        hc_traits_add_hop(&other, kind);
        hc_traits_add_hop(&other, kind);
        hc_traits_add_hop(&other, kind);
        require_silence(front, &one, behind, &other);
    }
}

static void test_one_host_without_a_mark(void **state) {
    static const struct hop one = {CLIENT, CLIENT, 80}, other = {CLIENT, CLIENT, 8088};
    struct hc_traits traits = with_id("id");

    (void)state;
    for (int i = 0; i < HC_FITS_ON_ONE_HOST; i++)
        require_silence_at(targets[i], one, &traits, other, &traits);
    /* By now it has shown itself. */
    ask_with(one, "/a", &traits);
    ask_with(other, "/a", &traits);
    assert_int_not_equal(shown.front_frame, 0);
}

/* A service asks another one, in the name of what it is asked; a proxy says that it is one. */
static void test_another_path_without_a_mark(void **state) {
    struct hc_traits traits = with_id("id"), marked = traits;
    hc_leg_id one, two;

    (void)state;
    marked.mark = 7;
    for (int i = 0; i < 2 * HC_FITS_ON_ONE_HOST; i++) {
        one = ask_with(front, wmem_strdup_printf(capture_scope, "/orders/%d/items", i), &traits);
        two = ask_with(behind, wmem_strdup_printf(capture_scope, "/stock/%d/items", i), &traits);
        assert_int_equal(shown.front_frame, 0);
        complete(two, 200);
        complete(one, 200);
        assert_int_equal(count(), 0);
    }
    one = ask_with(front, "/shop/items/a", &traits);
    two = ask_with(behind, "/v2/items/a", &marked);
    assert_int_not_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

/* A mirror: which one the client is answered from cannot be told. */
static void test_two_at_once(void **state) {
    static const struct hop mirror = {PROXY, OTHER_ORIGIN, 80};
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(two, 404);
    complete(three, 200);
    complete(one, 404);
    assert_int_equal(count(), 0);
}

/* Apache httpd 2.4 goes on with another origin where the first one broke off. */
static void test_tried_again_after_the_answer(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three;

    (void)state;
    answer(two, 200);
    answer(one, 200);
    reset(two, HC_SERVER, 2);
    three = ask((struct hop){PROXY, OTHER_ORIGIN, 8088}, "/a", "id");
    assert_int_equal(shown.front_frame, 0);
    complete(three, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

/* Another request of the client has the same id and path. */
static void test_asked_again_after_the_answer(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), again, three;

    (void)state;
    answer(two, 200);
    answer(one, 200);
    again = ask(front, "/a", "id");
    three = ask(behind, "/a", "id");
    complete(three, 200);
    complete(again, 200);
    end(two, (struct hc_leg_ending){.end = HC_LEG_COMPLETE, .ended_by = HC_SERVER});
    end(one, (struct hc_leg_ending){.end = HC_LEG_COMPLETE, .ended_by = HC_SERVER});
    assert_int_equal(count(), 1);
}

static void test_nobody_tries_again_what_went_well(void **state) {
    hc_leg_id one = ask(front, "/a", "id");

    (void)state;
    complete(ask(behind, "/a", "id"), 200);
    complete(ask(behind, "/a", "id"), 404);
    complete(one, 404);
    assert_int_equal(count(), 0);
}

/* A cache answers by itself, and asks for the next one. */
static void test_an_answer_before_the_one_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    complete(one, 200);
    complete(two, 200);
    assert_int_equal(count(), 0);
}

static void test_an_end_before_the_one_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    answer(two, 200);
    complete(one, 200);
    complete(two, 200);
    assert_int_equal(count(), 0);
}

/* A proxy that waits no longer says so. */
static void test_a_timeout_is_no_contradiction(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    complete(one, 504);
    reset(two, HC_CLIENT, 8);
    assert_int_equal(pair()->front.status, 504);
}

/* Of captures that were merged while their clocks differed. */
static void test_asked_before_it_was_asked_for(void **state) {
    hc_leg_id two = ask(behind, "/a", "id"), one = ask(front, "/a", "id"), three;

    (void)state;
    reset(two, HC_SERVER, 2);
    three = ask(behind, "/a", "id");
    complete(three, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

static void answer_by_itself(const char *path) {
    hc_leg_id one = ask(front, path, path), two = ask(behind, path, path);

    complete(one, 200);
    complete(two, 200);
    assert_int_equal(count(), 0);
}

static void test_a_way_that_began_with_answers_too_early(void **state) {
    (void)state;
    answer_by_itself("/early");
    pass_on("/a", "id");
    assert_int_equal(count(), 0);
}

/* As a cache does that has shown what it is before. */
static void test_a_way_that_had_fitted(void **state) {
    (void)state;
    for (int i = 0; i < HC_FITS_FOR_LIKENESS; i++)
        pass_on(targets[i], targets[i]);
    answer_by_itself("/early");
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

static void test_what_is_open_at_a_gap(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two;

    (void)state;
    hc_legs_blind();
    two = ask(behind, "/a", "id");
    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
    pass_on("/a", "another");
    assert_int_equal(count(), 1);
}

/* Another client's request may have it, too, and be unreadable. */
static void test_one_id_everywhere(void **state) {
    (void)state;
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
    for (int i = 0; i < 2 * HC_FITS_ON_ONE_HOST; i++) {
        pass_on("/a", "id");
        assert_int_equal(count(), 0);
    }
    /* With another target it names one request again. */
    pass_on("/b", "id");
    assert_int_equal(count(), 1);
    /* The third target that fits. */
    pass_on("/c", NULL);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_a_client_with_two_servers),
        PAIRING_TEST(test_hosts_that_are_not_linked),
        PAIRING_TEST(test_other_ids),
        PAIRING_TEST(test_another_client_is_named),
        PAIRING_TEST(test_a_chain_with_a_leg_that_is_missing),
        PAIRING_TEST(test_one_host_without_a_mark),
        PAIRING_TEST(test_another_path_without_a_mark),
        PAIRING_TEST(test_two_at_once),
        PAIRING_TEST(test_tried_again_after_the_answer),
        PAIRING_TEST(test_asked_again_after_the_answer),
        PAIRING_TEST(test_nobody_tries_again_what_went_well),
        PAIRING_TEST(test_an_answer_before_the_one_behind),
        PAIRING_TEST(test_an_end_before_the_one_behind),
        PAIRING_TEST(test_a_timeout_is_no_contradiction),
        PAIRING_TEST(test_asked_before_it_was_asked_for),
        PAIRING_TEST(test_a_way_that_began_with_answers_too_early),
        PAIRING_TEST(test_a_way_that_had_fitted),
        PAIRING_TEST(test_what_is_open_at_a_gap),
        PAIRING_TEST(test_one_id_everywhere),
    };

    return RUN_PAIRING_TESTS(tests);
}
