/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where it cannot be told which request behind was made for the one in front, or answered it: a pair only
 * where that comes to the same. */
#include "memory/pairing_test.h"

static const struct hop mirror = {PROXY, OTHER_ORIGIN, 80};

static void refuse(hc_leg_id leg) {
    end(leg,
        (struct hc_leg_ending){
            .end = HC_LEG_RESET, .ended_by = HC_SERVER, .code = 7, .has_code = true, .is_refused = true});
}

static void test_two_at_once_that_come_to_the_same(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(three, 404);
    complete(two, 404);
    complete(one, 404);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_WHICHEVER);
    assert_int_equal(pair()->attempts, 2);
    assert_int_equal(pair()->behind[0].request_frame, 2);
    assert_int_equal(pair()->behind[1].request_frame, 3);
}

/* The promise is false, however each of them failed to keep it. */
static void test_two_at_once_behind_a_refusal(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(two, 200);
    reset(three, HC_SERVER, 2);
    refuse(one);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_WHICHEVER);
    one = ask(front, "/b", "other");
    two = ask(behind, "/b", "other");
    three = ask(mirror, "/b", "other");
    complete(two, 200);
    refuse(three);
    refuse(one);
    assert_int_equal(count(), 0);
}

static void test_one_after_the_other_is_an_attempt(void **state) {
    hc_leg_id one = ask(front, "/a", "id");

    (void)state;
    complete(ask(behind, "/a", "id"), 503);
    complete(ask(behind, "/a", "id"), 503);
    complete(one, 503);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_ID);
}

static void test_two_at_once_and_another_one(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(two, 503);
    complete(three, 503);
    complete(ask(behind, "/a", "id"), 503);
    complete(one, 503);
    assert_int_equal(count(), 0);
}

static void test_an_answer_before_one_of_two(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(two, 200);
    complete(one, 200);
    complete(three, 200);
    assert_int_equal(count(), 0);
}

/* It does not show the way either. */
static void test_two_at_once_fit_nothing(void **state) {
    (void)state;
    for (int i = 0; i < HC_FITS_FOR_LIKENESS; i++) {
        hc_leg_id one = ask(front, targets[i], targets[i]), two = ask(behind, targets[i], targets[i]);
        hc_leg_id three = ask(mirror, targets[i], targets[i]);

        complete(two, 200);
        complete(three, 200);
        complete(one, 200);
        assert_int_equal(count(), 1);
    }
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
}

/* ---- As a set ---- */

static void test_two_alike_that_were_refused(void **state) {
    struct alike legs = ask_two_alike();

    (void)state;
    reset(legs.another, HC_SERVER, 2);
    refuse(legs.other);
    assert_int_equal(count(), 0);
    complete(legs.two, 200);
    assert_int_equal(pair()->front.request_frame, frame - 6);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_WHICHEVER);
    assert_int_equal(pair()->attempts, 2);
    assert_int_equal(pair()->behind[0].status, 200);
    assert_int_equal(pair()->behind[1].code, 2);
    refuse(legs.one);
    assert_int_equal(pair()->front.request_frame, frame - 8);
    assert_null(hc_legs_get(legs.two));
    assert_null(hc_legs_get(legs.another));
}

static void test_one_of_two_was_refused_behind(void **state) {
    struct alike legs = ask_two_alike();

    (void)state;
    reset(legs.two, HC_SERVER, 2);
    refuse(legs.another);
    refuse(legs.one);
    assert_int_equal(count(), 0);
    refuse(legs.other);
    assert_int_equal(count(), 0);
}

static void require_silence_on_two_refusals(unsigned attempts) {
    hc_leg_id one, other;

    show_the_way();
    one = ask(front, "/a", NULL);
    other = ask(front, "/a", NULL);
    for (unsigned i = 0; i < attempts; i++)
        reset(ask(behind, "/a", NULL), HC_SERVER, 2);
    refuse(one);
    assert_int_equal(count(), 0);
    refuse(other);
    assert_int_equal(count(), 0);
}

/* The proxy may have refused the other one by itself. */
static void test_one_behind_for_two(void **state) {
    (void)state;
    require_silence_on_two_refusals(1);
}

/* Both may be attempts for the other one. */
static void test_one_behind_for_two_at_a_time(void **state) {
    (void)state;
    require_silence_on_two_refusals(2);
}

static void test_two_alike_on_a_way_that_has_shown_nothing(void **state) {
    hc_leg_id one = ask(front, "/a", NULL), other = ask(front, "/a", NULL);
    hc_leg_id two = ask(behind, "/a", NULL), another = ask(behind, "/a", NULL);

    (void)state;
    reset(two, HC_SERVER, 2);
    reset(another, HC_SERVER, 2);
    refuse(one);
    assert_int_equal(count(), 0);
    refuse(other);
    assert_int_equal(count(), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_two_at_once_that_come_to_the_same),
        PAIRING_TEST(test_two_at_once_behind_a_refusal),
        PAIRING_TEST(test_one_after_the_other_is_an_attempt),
        PAIRING_TEST(test_two_at_once_and_another_one),
        PAIRING_TEST(test_an_answer_before_one_of_two),
        PAIRING_TEST(test_two_at_once_fit_nothing),
        PAIRING_TEST(test_two_alike_that_were_refused),
        PAIRING_TEST(test_one_of_two_was_refused_behind),
        PAIRING_TEST(test_one_behind_for_two),
        PAIRING_TEST(test_one_behind_for_two_at_a_time),
        PAIRING_TEST(test_two_alike_on_a_way_that_has_shown_nothing),
    };

    return RUN_PAIRING_TESTS(tests);
}
