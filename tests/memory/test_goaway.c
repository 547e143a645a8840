/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which open requests the end of a connection promises not to process, and which it only leaves open. */
#include "memory/memory_test.h"

#include "memory/goaway.h"

static struct hc_connection seen_from_start(void) {
    return (struct hc_connection){.seen_from_start = true};
}

static void ask(struct hc_connection *connection, int64_t id) {
    static const struct hc_request request = {.method = "GET", .path = "/"};
    struct hc_exchange *exchange = hc_connection_stream(connection, id);
    packet_info pinfo;

    memset(&pinfo, 0, sizeof pinfo);
    pinfo.num = (uint32_t)id;
    hc_exchange_begin(exchange, &pinfo);
    exchange->asked.request = &request;
}

static void require_streams(const struct hc_open_requests *list, size_t count, const int64_t *streams) {
    assert_int_equal(list ? list->count : 0, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(list->item[i].stream, streams[i]);
}
#define STREAMS(...)                                                                                         \
    sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t), (const int64_t[]) {                                  \
        __VA_ARGS__                                                                                          \
    }

static void test_nothing_is_open(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    hc_goaway_note(&connection, 1);
    assert_null(hc_goaway_unprocessed(&connection));
    assert_null(hc_goaway_open(&connection));
}

static void test_left_out_and_counted_in(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    for (int64_t id = 1; id <= 7; id += 2)
        ask(&connection, id);
    hc_goaway_note(&connection, 5);
    require_streams(hc_goaway_unprocessed(&connection), STREAMS(7, 5));
    assert_true(hc_goaway_unprocessed(&connection)->has_others);
    require_streams(hc_goaway_open(&connection), STREAMS(3, 1));
    assert_false(hc_goaway_open(&connection)->has_others);
}

static void test_what_was_answered_is_not_left_out(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    for (int64_t id = 1; id <= 5; id += 2)
        ask(&connection, id);
    hc_connection_stream(&connection, 3)->status = 200;
    hc_goaway_note(&connection, 3);
    require_streams(hc_goaway_unprocessed(&connection), STREAMS(5));
    require_streams(hc_goaway_open(&connection), STREAMS(1));
}

static void test_without_a_goaway_nothing_is_promised(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    ask(&connection, 1);
    assert_null(hc_goaway_unprocessed(&connection));
    require_streams(hc_goaway_open(&connection), STREAMS(1));
}

static void test_a_request_that_comes_later(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    hc_goaway_note(&connection, 3);
    ask(&connection, 3);
    assert_true(hc_goaway_leaves_out(&connection, 3));
    assert_false(hc_goaway_leaves_out(&connection, 1));
}

/* Streams that the server opens for its pushes are no requests. */
static void test_pushes_are_not_listed(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    ask(&connection, 2);
    hc_goaway_note(&connection, 1);
    assert_null(hc_goaway_unprocessed(&connection));
    assert_false(hc_goaway_leaves_out(&connection, 2));
}

static void test_what_was_answered_or_reset_is_not_open(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    ask(&connection, 1);
    ask(&connection, 3);
    hc_streams_end(&connection.streams, hc_connection_stream(&connection, 1), HC_SERVER);
    hc_streams_reset(&connection.streams, hc_connection_stream(&connection, 3), HC_CLIENT);
    assert_null(hc_goaway_open(&connection));
}

/* All announced content has come, and no END_STREAM. */
static void test_responses_on_their_way(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    for (int64_t id = 1; id <= 3; id += 2) {
        ask(&connection, id);
        hc_connection_stream(&connection, id)->status = 200;
    }
    hc_connection_stream(&connection, 3)->sent[HC_SERVER].announced = 0 + 1;
    require_streams(hc_goaway_open(&connection), STREAMS(1));
}

/* A PRIORITY or WINDOW_UPDATE frame alone is no request. */
static void test_streams_without_a_request(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    hc_connection_stream(&connection, 1);
    assert_null(hc_goaway_open(&connection));
}

static void test_requests_that_were_forgotten(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    for (int64_t id = 1; id <= 2 * HC_MOST_OPEN_STREAMS + 1; id += 2)
        hc_connection_stream(&connection, id);
    require_streams(hc_goaway_open(&connection), 0, NULL);
    assert_true(hc_goaway_open(&connection)->has_others);
}

static void test_what_began_before_the_capture(void **state) {
    struct hc_connection connection = {0};

    (void)state;
    ask(&connection, 101);
    hc_goaway_note(&connection, 101);
    assert_true(hc_goaway_unprocessed(&connection)->has_others);
}

/* Its end may be in the gap. */
static void test_a_gap(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    ask(&connection, 1);
    hc_connection_has_gap(&connection);
    require_streams(hc_goaway_open(&connection), 0, NULL);
    assert_true(hc_goaway_open(&connection)->has_others);
}

static void test_lists_are_bounded(void **state) {
    struct hc_connection connection = seen_from_start();
    const struct hc_open_requests *list;

    (void)state;
    for (int64_t id = 1; id < 2000; id += 2)
        ask(&connection, id);
    list = hc_goaway_open(&connection);
    assert_true(list->count < 100);
    assert_true(list->has_others);
}

/* A graceful shutdown says it twice. */
static void test_lists_that_say_the_same(void **state) {
    struct hc_connection connection = seen_from_start();
    const struct hc_open_requests *first;

    (void)state;
    ask(&connection, 5);
    hc_goaway_note(&connection, 5);
    first = hc_goaway_unprocessed(&connection);
    assert_ptr_equal(hc_goaway_unprocessed(&connection), first);
    ask(&connection, 7);
    require_streams(hc_goaway_unprocessed(&connection), STREAMS(7, 5));
    require_streams(first, STREAMS(5));
}

/* Each of another stream, so that no list is like the one before: for 17 bytes of a frame. */
static void test_a_flood_of_goaways(void **state) {
    enum { FLOOD = 10000, REQUESTS = 40, MOST_LISTS = 50 };
    struct hc_connection connection = seen_from_start();
    GHashTable *lists = g_hash_table_new(NULL, NULL);
    const struct hc_open_requests *open = NULL;

    (void)state;
    for (int64_t i = 0; i < REQUESTS; i++)
        ask(&connection, 2 * i + 1);
    for (int64_t i = 0; i < FLOOD; i++) {
        hc_goaway_note(&connection, 2 * (i % REQUESTS) + 1);
        open = hc_goaway_open(&connection);
        g_hash_table_add(lists, (gpointer)hc_goaway_unprocessed(&connection));
        g_hash_table_add(lists, (gpointer)open);
    }
    assert_true(g_hash_table_size(lists) < MOST_LISTS);
    g_hash_table_destroy(lists);
    /* It does not say that nothing else is open. */
    assert_true(open->has_others);
    assert_null(hc_goaway_unprocessed(&connection));
    assert_true(hc_goaway_leaves_out(&connection, 2 * REQUESTS - 1));
}

/* Graceful shutdowns are said twice, and lists go on being right for some more. */
static void test_some_goaways_of_one_connection(void **state) {
    struct hc_connection connection = seen_from_start();

    (void)state;
    for (int64_t id = 1; id <= 19; id += 2) {
        ask(&connection, id);
        hc_goaway_note(&connection, id);
        require_streams(hc_goaway_unprocessed(&connection), STREAMS(id));
    }
    require_streams(hc_goaway_open(&connection), STREAMS(17, 15, 13, 11, 9, 7, 5, 3, 1));
}

/* The newest ones are listed, and what is cut off is not concealed. */
static void test_which_ones_a_long_list_has(void **state) {
    struct hc_connection connection = seen_from_start();
    const struct hc_open_requests *left_out;

    (void)state;
    for (int64_t id = 1; id < 400; id += 2)
        ask(&connection, id);
    hc_goaway_note(&connection, 201);
    left_out = hc_goaway_unprocessed(&connection);
    assert_int_equal(left_out->item[0].stream, 399);
    assert_true(left_out->has_others);
    assert_int_equal(hc_goaway_open(&connection)->item[0].stream, 199);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_nothing_is_open),
        MEMORY_TEST(test_left_out_and_counted_in),
        MEMORY_TEST(test_what_was_answered_is_not_left_out),
        MEMORY_TEST(test_without_a_goaway_nothing_is_promised),
        MEMORY_TEST(test_a_request_that_comes_later),
        MEMORY_TEST(test_pushes_are_not_listed),
        MEMORY_TEST(test_what_was_answered_or_reset_is_not_open),
        MEMORY_TEST(test_responses_on_their_way),
        MEMORY_TEST(test_streams_without_a_request),
        MEMORY_TEST(test_requests_that_were_forgotten),
        MEMORY_TEST(test_what_began_before_the_capture),
        MEMORY_TEST(test_a_gap),
        MEMORY_TEST(test_lists_are_bounded),
        MEMORY_TEST(test_lists_that_say_the_same),
        MEMORY_TEST(test_a_flood_of_goaways),
        MEMORY_TEST(test_some_goaways_of_one_connection),
        MEMORY_TEST(test_which_ones_a_long_list_has),
    };

    begin_program();
    hc_exchange_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
