/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Requests that ask for the same are kept once, in whichever order their parts are read. */
#include "memory/memory_test.h"

#include "memory/requests.h"
#include "memory/strings.h"

static const struct hc_request *asked(const char *method, const char *path, const char *authority) {
    const struct hc_request *request = hc_request_with_method(NULL, hc_strings_keep(method));

    request = hc_request_with_path(request, hc_strings_keep(path));
    return hc_request_with_authority(request, hc_strings_keep(authority));
}

static void test_parts_are_kept(void **state) {
    const struct hc_request *request = asked("GET", "/a", "example.com");

    (void)state;
    assert_string_equal(request->method, "GET");
    assert_string_equal(request->path, "/a");
    assert_string_equal(request->authority, "example.com");
}

static void test_what_was_not_seen_is_unknown(void **state) {
    const struct hc_request *request = hc_request_with_path(NULL, hc_strings_keep("/a"));

    (void)state;
    assert_null(request->method);
    assert_null(request->authority);
    assert_null(hc_request_with_path(request, NULL)->path);
}

static void test_equal_requests_have_one_address(void **state) {
    (void)state;
    assert_ptr_equal(asked("GET", "/a", "example.com"), asked("GET", "/a", "example.com"));
}

/* HTTP/2 sends the pseudo headers in any order. */
static void test_the_order_of_the_parts_does_not_matter(void **state) {
    const struct hc_request *backwards = hc_request_with_authority(NULL, hc_strings_keep("example.com"));

    (void)state;
    backwards = hc_request_with_path(backwards, hc_strings_keep("/a"));
    backwards = hc_request_with_method(backwards, hc_strings_keep("GET"));
    assert_ptr_equal(backwards, asked("GET", "/a", "example.com"));
}

static void test_each_part_tells_requests_apart(void **state) {
    const struct hc_request *request = asked("GET", "/a", "example.com");

    (void)state;
    assert_ptr_not_equal(asked("POST", "/a", "example.com"), request);
    assert_ptr_not_equal(asked("GET", "/b", "example.com"), request);
    assert_ptr_not_equal(asked("GET", "/a", "example.org"), request);
}

/* Events hold it: one request may not change into another. */
static void test_a_request_never_changes(void **state) {
    const struct hc_request *request = asked("GET", "/a", "example.com");
    const struct hc_request before = *request;

    (void)state;
    hc_request_with_method(request, hc_strings_keep("POST"));
    hc_request_with_path(request, hc_strings_keep("/b"));
    hc_request_with_authority(request, NULL);
    assert_memory_equal(request, &before, sizeof before);
}

static void test_a_new_capture_knows_none(void **state) {
    const struct hc_request *request;

    (void)state;
    asked("GET", "/a", "example.com");
    open_capture();
    request = asked("GET", "/a", "example.com");
    assert_string_equal(request->path, "/a");
    assert_ptr_equal(asked("GET", "/a", "example.com"), request);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_parts_are_kept),
        MEMORY_TEST(test_what_was_not_seen_is_unknown),
        MEMORY_TEST(test_equal_requests_have_one_address),
        MEMORY_TEST(test_the_order_of_the_parts_does_not_matter),
        MEMORY_TEST(test_each_part_tells_requests_apart),
        MEMORY_TEST(test_a_request_never_changes),
        MEMORY_TEST(test_a_new_capture_knows_none),
    };

    begin_program();
    hc_strings_register();
    hc_requests_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
