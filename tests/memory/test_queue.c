/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/1's responses answer its requests in their order (RFC 9112, section 9.3.2), and where that is not
 * certain none. */
#include "memory/memory_test.h"

#include "memory/queue.h"

enum { FLOOD = 10 * HC_MOST_WAITING };

static struct hc_exchange *ask(struct hc_queue *queue, uint32_t frame) {
    struct hc_exchange *exchange = hc_queue_append(queue, frame);

    exchange->asked.frame = frame;
    return exchange;
}

static struct hc_exchange *ask_at(struct hc_queue *queue, uint32_t frame, uint32_t position) {
    struct hc_exchange *exchange = ask(queue, frame);

    exchange->asked.position = position;
    exchange->asked.has_position = true;
    return exchange;
}

static struct hc_exchange *answer(struct hc_queue *queue, uint32_t frame) {
    return hc_queue_answer(queue, (struct hc_head){.frame = frame}, true);
}

static struct hc_exchange *answer_interim(struct hc_queue *queue, uint32_t frame) {
    return hc_queue_answer(queue, (struct hc_head){.frame = frame}, false);
}

static struct hc_exchange *answer_at(struct hc_queue *queue, uint32_t frame, uint32_t acknowledged) {
    return hc_queue_answer(queue, (struct hc_head){frame, acknowledged, true}, true);
}

static void test_one_after_the_other(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    for (uint32_t frame = 1; frame < 9; frame += 2) {
        struct hc_exchange *exchange = ask(&queue, frame);

        assert_ptr_equal(answer(&queue, frame + 1), exchange);
    }
}

static void test_pipelined_requests(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *first = ask(&queue, 1), *second = ask(&queue, 2), *third = ask(&queue, 2);

    (void)state;
    assert_ptr_equal(answer(&queue, 3), first);
    assert_ptr_equal(answer(&queue, 3), second);
    assert_ptr_equal(answer(&queue, 4), third);
}

static void test_interim_responses_leave_the_request(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange = ask(&queue, 1);

    (void)state;
    assert_ptr_equal(answer_interim(&queue, 2), exchange);
    assert_ptr_equal(answer_interim(&queue, 3), exchange);
    assert_ptr_equal(answer(&queue, 4), exchange);
}

static void test_nobody_asked(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    assert_null(answer(&queue, 1));
    assert_null(answer_interim(&queue, 2));
}

/* Several packets may stand in one frame. */
static void test_both_in_one_frame(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange = ask(&queue, 5);

    (void)state;
    assert_ptr_equal(answer(&queue, 5), exchange);
}

static void test_a_request_behind_the_response_is_not_answered_by_it(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    ask(&queue, 5);
    assert_null(answer(&queue, 4));
    /* Which request that one answered is not known, and so it is for the next. */
    assert_null(answer(&queue, 6));
}

/* 408 on an idle connection crosses the next request. */
static void test_a_request_that_was_not_received(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    ask_at(&queue, 5, 1000);
    assert_null(answer_at(&queue, 6, 1000));
}

static void test_a_request_that_was_received(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange = ask_at(&queue, 5, 1000);

    (void)state;
    assert_ptr_equal(answer_at(&queue, 6, 1001), exchange);
}

/* TCP's numbers are not known of either side in exported PDUs, or of one that was cut. */
static void test_without_positions_the_order_decides(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *first = ask(&queue, 5), *second = ask_at(&queue, 5, 1000);

    (void)state;
    assert_ptr_equal(answer_at(&queue, 6, 0), first);
    assert_ptr_equal(answer(&queue, 6), second);
}

static void test_sequence_numbers_that_wrap(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange = ask_at(&queue, 5, UINT32_MAX - 10);

    (void)state;
    assert_ptr_equal(answer_at(&queue, 6, 20), exchange);
    ask_at(&queue, 7, 20);
    assert_null(answer_at(&queue, 8, UINT32_MAX - 10));
}

/* Wireshark shows a request when its content is complete: an early response to it comes first. */
static void test_an_early_response(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *early, *next;

    (void)state;
    assert_null(answer(&queue, 3));
    early = ask(&queue, 2);
    assert_ptr_equal(hc_queue_current(&queue), early);
    next = ask(&queue, 5);
    assert_ptr_equal(answer(&queue, 6), next);
}

/* One behind the other, each to content that is still on its way. */
static void test_early_responses_among_others(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *first = ask(&queue, 1), *last;

    (void)state;
    assert_ptr_equal(answer(&queue, 3), first);
    assert_null(answer(&queue, 4));
    ask(&queue, 2);
    assert_null(answer(&queue, 8));
    ask(&queue, 7);
    assert_int_equal(queue.waiting.length, 0);
    last = ask(&queue, 9);
    assert_ptr_equal(answer(&queue, 10), last);
}

/* It answers a request that the capture lacks, and so may the next one. */
static void require_lost(struct hc_queue *queue, uint32_t frame) {
    ask(queue, frame);
    assert_null(answer(queue, frame + 1));
}

static void test_a_response_whose_request_never_comes(void **state) {
    struct hc_queue queue = {0}, same_frame = {0};

    (void)state;
    assert_null(answer(&queue, 3));
    require_lost(&queue, 5);
    assert_null(answer(&same_frame, 3));
    require_lost(&same_frame, 3);
    assert_int_equal(same_frame.waiting.length, 1);
}

static void test_two_responses_and_one_request(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    assert_null(answer(&queue, 3));
    assert_null(answer(&queue, 4));
    ask(&queue, 2);
    require_lost(&queue, 5);
}

static void test_an_interim_response_is_not_early(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange;

    (void)state;
    assert_null(answer_interim(&queue, 3));
    exchange = ask(&queue, 2);
    assert_ptr_equal(answer(&queue, 6), exchange);
}

static void test_behind_a_gap_nothing_is_certain(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    ask(&queue, 1);
    ask(&queue, 2);
    hc_queue_lose_count(&queue);
    assert_null(answer(&queue, 3));
    ask(&queue, 4);
    assert_null(answer(&queue, 5));
}

static void test_the_exchange_that_goes_on(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *exchange = ask(&queue, 1);

    (void)state;
    answer(&queue, 2);
    assert_ptr_equal(hc_queue_current(&queue), exchange);
}

static void test_an_exchange_that_was_not_seen_goes_on(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *current = hc_queue_current(&queue);

    (void)state;
    assert_int_equal(current->id, HC_NO_STREAM);
    assert_int_equal(current->asked.number, 0);
    assert_ptr_equal(hc_queue_current(&queue), current);
}

/* What goes on behind a response to nobody is no exchange from before. */
static void test_the_one_before_does_not_go_on(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    ask(&queue, 1);
    answer(&queue, 2);
    answer(&queue, 3);
    assert_int_equal(hc_queue_current(&queue)->asked.frame, 0);
}

static void test_as_many_as_may_wait(void **state) {
    struct hc_queue queue = {0};
    struct hc_exchange *first = ask(&queue, 1);

    (void)state;
    for (uint32_t i = 1; i < HC_MOST_WAITING; i++)
        ask(&queue, 1);
    assert_ptr_equal(answer(&queue, 2), first);
    assert_int_equal(queue.waiting.length, HC_MOST_WAITING - 1);
}

static void test_one_more_than_may_wait(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    for (uint32_t i = 0; i <= HC_MOST_WAITING; i++)
        ask(&queue, 1);
    assert_int_equal(queue.waiting.length, HC_MOST_WAITING);
    assert_null(answer(&queue, 2));
}

static void test_requests_that_are_never_answered_are_bounded(void **state) {
    struct hc_queue queue = {0};

    (void)state;
    for (uint32_t frame = 1; frame <= FLOOD; frame++)
        ask(&queue, frame);
    assert_true(queue.waiting.length <= HC_MOST_WAITING);
    assert_null(answer(&queue, FLOOD + 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_one_after_the_other),
        MEMORY_TEST(test_pipelined_requests),
        MEMORY_TEST(test_interim_responses_leave_the_request),
        MEMORY_TEST(test_nobody_asked),
        MEMORY_TEST(test_both_in_one_frame),
        MEMORY_TEST(test_a_request_behind_the_response_is_not_answered_by_it),
        MEMORY_TEST(test_a_request_that_was_not_received),
        MEMORY_TEST(test_a_request_that_was_received),
        MEMORY_TEST(test_without_positions_the_order_decides),
        MEMORY_TEST(test_sequence_numbers_that_wrap),
        MEMORY_TEST(test_an_early_response),
        MEMORY_TEST(test_early_responses_among_others),
        MEMORY_TEST(test_a_response_whose_request_never_comes),
        MEMORY_TEST(test_two_responses_and_one_request),
        MEMORY_TEST(test_an_interim_response_is_not_early),
        MEMORY_TEST(test_behind_a_gap_nothing_is_certain),
        MEMORY_TEST(test_the_exchange_that_goes_on),
        MEMORY_TEST(test_an_exchange_that_was_not_seen_goes_on),
        MEMORY_TEST(test_the_one_before_does_not_go_on),
        MEMORY_TEST(test_as_many_as_may_wait),
        MEMORY_TEST(test_one_more_than_may_wait),
        MEMORY_TEST(test_requests_that_are_never_answered_are_bounded),
    };

    begin_program();
    hc_exchange_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
