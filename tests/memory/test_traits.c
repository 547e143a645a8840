/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which requests may be the same, on both sides of a proxy. */
#include "memory/memory_test.h"

#include "memory/traits.h"

static bool may_be_same(const char *front, const char *behind) {
    struct hc_request one = {.method = "GET", .path = front}, other = {.method = "GET", .path = behind};
    bool is = hc_requests_may_be_same(&one, &other);

    assert_true(hc_requests_may_be_same(&other, &one) == is);
    /* They are found by it. */
    if (is)
        assert_true(hc_hash_target(&one) == hc_hash_target(&other));
    return is;
}

static void test_a_target_keeps_its_end(void **state) {
    (void)state;
    assert_true(may_be_same("/a/b", "/a/b"));
    assert_true(may_be_same("/a/b?q=1", "/a/b?q=1"));
    assert_true(may_be_same("/api/v1/users/7", "/users/7"));
    assert_true(may_be_same("/shop/cart/7", "/v2/cart/7"));
    assert_true(may_be_same("http://shop.example/a", "/a"));
    assert_true(may_be_same("http://shop.example", "/"));
    assert_true(may_be_same("/x/", "/api/x/"));
}

static void test_one_segment_is_not_enough(void **state) {
    (void)state;
    assert_false(may_be_same("/orders/0", "/stock/0"));
    assert_false(may_be_same("/a/b", "/a/c"));
    assert_false(may_be_same("/a/b?q=1", "/a/b?q=2"));
    assert_false(may_be_same("/a/b?q=1", "/a/b"));
    assert_false(may_be_same("/ab", "/b"));
    assert_false(may_be_same("/a/", "/"));
    assert_false(may_be_same("", "/a"));
    assert_false(may_be_same("*", "/"));
}

/* What it was cut from may go on in any way. */
static void test_a_cut_target_is_like_none(void **state) {
    (void)state;
    assert_false(may_be_same("/a/b\xe2\x80\xa6", "/a/b\xe2\x80\xa6"));
}

static void test_a_cache_asks_for_more_than_a_head(void **state) {
    struct hc_request head = {.method = "HEAD", .path = "/a"}, get = {.method = "GET", .path = "/a"};

    (void)state;
    assert_true(hc_requests_may_be_same(&head, &get));
    assert_false(hc_requests_may_be_same(&get, &head));
}

static void add_id(struct hc_traits *traits, unsigned kind, const char *id) {
    hc_traits_add_id(traits, kind, id, strlen(id));
}

static void test_ids(void **state) {
    struct hc_traits one = {0}, same = {0}, other = {0}, none = {0};

    (void)state;
    add_id(&one, 0, "a");
    add_id(&one, 1, "trace");
    add_id(&same, 1, "trace");
    add_id(&other, 0, "b");
    add_id(&other, 1, "trace");
    assert_false(hc_traits_have_other_ids(&one, &same));
    /* One that differs outweighs one that is the same. */
    assert_true(hc_traits_have_other_ids(&one, &other));
    assert_false(hc_traits_have_other_ids(&one, &none));
    assert_true(hc_traits_have_id(&one));
    assert_false(hc_traits_have_id(&none));
}

static void test_two_ids_of_a_kind_are_none(void **state) {
    struct hc_traits one = {0};

    (void)state;
    add_id(&one, 2, "a");
    add_id(&one, 2, "a");
    add_id(&one, 2, "b");
    assert_false(hc_traits_have_id(&one));
}

static void add_field(struct hc_traits *traits, const char *name, const char *value) {
    hc_traits_add_field(traits, hc_hash_name(name, strlen(name)), value, strlen(value));
}

static void test_fields(void **state) {
    struct hc_traits one = {0}, same = {0}, other = {0};

    (void)state;
    add_field(&one, "User-Agent", "curl");
    add_field(&one, "x-only-here", "1");
    add_field(&same, "user-agent", "curl");
    add_field(&other, "user-agent", "wget");
    assert_false(hc_traits_differ(&one, &same));
    assert_true(hc_traits_differ(&one, &other));
}

/* HTTP/1 has in one line what HTTP/2 may have in several. */
static void test_lines_of_a_name_count_in_any_order(void **state) {
    struct hc_traits one = {0}, other = {0}, fewer = {0};

    (void)state;
    add_field(&one, "cookie", "a=1");
    add_field(&one, "cookie", "b=2");
    add_field(&other, "cookie", "b=2");
    add_field(&other, "cookie", "a=1");
    add_field(&fewer, "cookie", "a=1");
    assert_false(hc_traits_differ(&one, &other));
    assert_true(hc_traits_differ(&one, &fewer));
}

static void test_more_fields_than_are_kept(void **state) {
    struct hc_traits one = {0};
    char name[8];

    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "x-%d", i);
        add_field(&one, name, "1");
        hc_traits_add_forwarded(&one, (uint64_t)i);
    }
    assert_int_equal(one.field_count, HC_MOST_FIELDS);
    assert_int_equal(one.forwarded_count, HC_MOST_FORWARDED);
    assert_true(hc_traits_name(&one, 0));
    assert_false(hc_traits_name(&one, 999));
}

static void test_marks(void **state) {
    struct hc_traits front = {0}, behind = {0};

    (void)state;
    assert_false(hc_traits_are_marked(&front, &behind));
    behind.mark = 7;
    assert_true(hc_traits_are_marked(&front, &behind));
    /* The client sent it itself, and nobody has added anything. */
    front.mark = 7;
    assert_false(hc_traits_are_marked(&front, &behind));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_target_keeps_its_end),
        cmocka_unit_test(test_one_segment_is_not_enough),
        cmocka_unit_test(test_a_cut_target_is_like_none),
        cmocka_unit_test(test_a_cache_asks_for_more_than_a_head),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_two_ids_of_a_kind_are_none),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_lines_of_a_name_count_in_any_order),
        cmocka_unit_test(test_more_fields_than_are_kept),
        cmocka_unit_test(test_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
