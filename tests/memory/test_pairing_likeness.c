/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pairs of requests without ids: only on a way that has shown itself, and where one alone is alike. */
#include "memory/pairing_test.h"

static void test_likeness_on_a_way_that_has_shown_itself(void **state) {
    (void)state;
    show_the_way();
    pass_on("/a", NULL);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_ONLY_ONE);
}

/* The clock of what is behind is late by one request, which asks for the same as the one before it. */
static void test_a_clock_that_is_late(void **state) {
    hc_leg_id one = ask(front, "/a", NULL), two;

    (void)state;
    complete(one, 200);
    for (int i = 0; i < 2 * HC_FITS_ON_ONE_HOST; i++) {
        one = ask(front, "/a", NULL);
        two = ask(behind, "/a", NULL);
        assert_int_equal(shown.front_frame, 0);
        complete(two, 200);
        complete(one, 200);
        assert_int_equal(count(), 0);
    }
}

static void test_a_client_that_is_named(void **state) {
    struct hc_traits none = {0}, named = {.is_forwarded = true};
    hc_leg_id one, two;

    (void)state;
    hc_traits_add_forwarded(&named, CLIENT);
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask_with(behind, "/a", &named);
    assert_int_equal(shown.evidence, HC_EVIDENCE_FORWARDED_FOR);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_FORWARDED_FOR);
    require_silence((struct hop){OTHER_CLIENT, PROXY, 80}, &none, behind, &named);
}

static void test_fields_that_differ(void **state) {
    struct hc_traits one = {0}, other = {0};

    (void)state;
    hc_traits_add_field(&one, 1, "one", 3);
    hc_traits_add_field(&other, 1, "other", 5);
    show_the_way();
    require_silence(front, &one, behind, &other);
}

/* What nobody asked for may be said to have been asked for next time. */
static void test_a_host_that_asks_by_itself(void **state) {
    (void)state;
    show_the_way();
    complete(ask(behind, "/health", NULL), 200);
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

static void test_hosts_that_ask_each_other(void **state) {
    static const struct hop back = {PROXY, CLIENT, 80};
    struct hc_traits none = {0};

    (void)state;
    for (int i = 0; i < 5; i++)
        require_silence(front, &none, back, &none);
}

static void test_a_way_that_was_contradicted(void **state) {
    hc_leg_id one, two;

    (void)state;
    show_the_way();
    one = ask(front, "/b", NULL);
    two = ask(behind, "/b", NULL);
    complete(one, 200);
    complete(two, 200);
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
}

static void test_a_server_that_cannot_be_read(void **state) {
    struct hc_endpoint server = {front.server, front.port};

    (void)state;
    show_the_way();
    hc_trust_server(server)->unread++;
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    hc_trust_server(server)->unread--;
    pass_on("/a", NULL);
    assert_int_equal(count(), 1);
    hc_trust_server(server)->is_dark = true;
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
}

static void test_two_alike(void **state) {
    struct alike legs = ask_two_alike();

    (void)state;
    assert_int_equal(shown.front_frame, 0);
    complete(legs.two, 200);
    complete(legs.another, 200);
    complete(legs.one, 200);
    assert_int_equal(count(), 0);
    complete(legs.other, 200);
    assert_int_equal(count(), 0);
}

/* The first one was answered while the second one behind had no answer. */
static void test_two_alike_one_after_the_other(void **state) {
    struct alike legs = ask_two_alike();

    (void)state;
    complete(legs.two, 200);
    complete(legs.one, 200);
    assert_int_equal(pair()->behind[0].request_frame, frame - 5);
    complete(legs.another, 404);
    complete(legs.other, 404);
    assert_int_equal(pair()->behind[0].status, 404);
}

/* The first one has its own already. */
static void test_the_one_that_is_free(void **state) {
    hc_leg_id one, other, two, another;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    other = ask(front, "/a", NULL);
    another = ask(behind, "/a", NULL);
    assert_int_equal(shown.front_frame, frame - 1);
    complete(another, 200);
    complete(other, 200);
    assert_int_equal(count(), 1);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

static void test_a_second_one_like_it(void **state) {
    hc_leg_id one, two, mirror;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    mirror = ask(behind, "/a", NULL);
    complete(mirror, 200);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_likeness_on_a_way_that_has_shown_itself),
        PAIRING_TEST(test_a_clock_that_is_late),
        PAIRING_TEST(test_a_client_that_is_named),
        PAIRING_TEST(test_fields_that_differ),
        PAIRING_TEST(test_a_host_that_asks_by_itself),
        PAIRING_TEST(test_hosts_that_ask_each_other),
        PAIRING_TEST(test_a_way_that_was_contradicted),
        PAIRING_TEST(test_a_server_that_cannot_be_read),
        PAIRING_TEST(test_two_alike),
        PAIRING_TEST(test_two_alike_one_after_the_other),
        PAIRING_TEST(test_the_one_that_is_free),
        PAIRING_TEST(test_a_second_one_like_it),
    };

    return RUN_PAIRING_TESTS(tests);
}
