/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whatever a pair holds there is an answer, and none accuses where the facts for it are not there. */
#include "judge/pair_test.h"

#include "judge/attempts.h"

static const uint16_t statuses[] = {0, 101, 200, 204, 304, 404, 408, 421, 502, 503, 504, 999};
static const uint64_t numbers[] = {0x0, 0x2, 0x7, 0x8, 0x100, 0x10b, UINT64_MAX};

enum { FLAGS = 1 << 3 };

typedef void leg_check(const struct hc_leg *leg, void *data);

static struct hc_leg leg_with(uint8_t end, uint8_t side, uint16_t status, unsigned flags) {
    return (struct hc_leg){
        .request = flags & 1 ? &post : &get,
        .end = end,
        .ended_by = side,
        .status = status,
        .ended = flags & 2 ? 9 : 11,
        .is_refused = (flags & 4) != 0,
        .stream = 5,
    };
}

static void for_each_leg(leg_check *check, void *data) {
    for (uint8_t end = HC_LEG_RUNS; end <= HC_LEG_CLOSED; end++)
        for (uint8_t side = HC_SIDE_UNKNOWN; side <= HC_SERVER; side++)
            for (size_t status = 0; status < COUNT(statuses); status++)
                for (unsigned flags = 0; flags < FLAGS; flags++) {
                    const struct hc_leg leg = leg_with(end, side, statuses[status], flags);
                    check(&leg, data);
                }
}

static bool is_ended(const struct hc_leg *leg) {
    return leg->end != HC_LEG_RUNS;
}

static bool accuses(enum hc_conversion conversion) {
    return hc_conversion_rows[conversion].filter != NULL;
}

/* What a finding must have for a reason, by the facts alone. */
static void require_reason(const struct hc_pair *pair, enum hc_conversion conversion) {
    const struct hc_leg *shown = hc_conversion_attempt(pair, conversion);
    enum hc_fate fate = hc_fate_of(shown);

    assert_non_null(shown);
    if (!accuses(conversion))
        return;
    assert_int_not_equal(fate, HC_FATE_UNKNOWN);
    assert_true(is_ended(&pair->front) || pair->front.is_refused);
    assert_int_equal(conversion == HC_CONVERSION_FALSE_PROMISE,
                     pair->front.is_refused && fate != HC_FATE_REFUSED &&
                         conversion != HC_CONVERSION_CANCELLATION_KEPT);
    if (conversion == HC_CONVERSION_PROMISE_LOST)
        assert_int_equal(fate, HC_FATE_REFUSED);
    if (conversion == HC_CONVERSION_TRUNCATION_HIDDEN)
        assert_true(fate == HC_FATE_CUT && pair->front.end == HC_LEG_COMPLETE);
    if (conversion == HC_CONVERSION_FAILURE_INVENTED)
        assert_int_equal(fate, HC_FATE_COMPLETE);
}

static void check_behind(const struct hc_leg *behind, void *data) {
    struct hc_pair pair = {.front = *(const struct hc_leg *)data, .attempts = 1, .behind = behind};
    enum hc_conversion conversion = hc_convert(&pair);

    assert_in_range(conversion, HC_CONVERSION_UNKNOWN, HC_CONVERSIONS_END - 1);
    assert_int_not_equal(conversion, HC_CONVERSION_UNSAFE_REPLAY); /* of one attempt */
    require_reason(&pair, conversion);
}

static void check_front(const struct hc_leg *front, void *data) {
    struct hc_leg numbered = *front;

    (void)data;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        numbered.has_code = true;
        numbered.code = numbers[i];
        numbered.space = i % 2 ? HC_HTTP2_ERROR : HC_HTTP3_ERROR;
        for_each_leg(check_behind, &numbered);
    }
}

static void test_every_pair_has_an_answer(void **state) {
    (void)state;
    for_each_leg(check_front, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_pair_has_an_answer)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
