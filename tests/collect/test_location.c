/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a Location leads, seen from the request that got it; silence where it is not read here. */
#include "memory/memory_test.h"

#include "collect/location.h"
#include "memory/requests.h"
#include "memory/strings.h"

static const struct {
    const char *location, *authority, *path; /* path: NULL where there is no target */
} rows[] = {
    {"/new", "example.org", "/new"},
    {"/new?a=b", "example.org", "/new?a=b"},
    {"/new#part", "example.org", "/new"},
    {"new", "example.org", "/shop/new"},
    {"?page=2", "example.org", "/shop/list?page=2"},
    {"http://example.org/new", "example.org", "/new"},
    {"HTTP://Example.ORG:80/new", "example.org", "/new"},
    {"http://example.org:8080/", "example.org:8080", "/"},
    {"http://example.org", "example.org", "/"},
    {"http://example.org?a", "example.org", "/?a"},
    {"//other.example/new", "other.example", "/new"},
    {"/a:b", "example.org", "/a:b"},
    {"/a/...", "example.org", "/a/..."},
    /* another scheme, whose requests are elsewhere */
    {"https://example.org/new", NULL, NULL},
    {"ftp://example.org/new", NULL, NULL},
    {"mailto:a@example.org", NULL, NULL},
    /* not read here */
    {"", NULL, NULL},
    {"#part", NULL, NULL},
    {"/a/../b", NULL, NULL},
    {"../b", NULL, NULL},
    {"./b", NULL, NULL},
    {"/a/.", NULL, NULL},
    {"http:", NULL, NULL},
    {"http:///new", NULL, NULL},
    {"http://user@example.org/", NULL, NULL},
    {"http:new", NULL, NULL},
};

static const struct hc_request list = {
    .method = "GET", .path = "/shop/list?page=1", .authority = "example.org"};

static void test_targets(void **state) {
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct hc_request *target = hc_location_target(capture_scope, rows[i].location, &list, false);

        if (!target != !rows[i].path)
            fail_msg("%s", rows[i].location);
        if (!target)
            continue;
        assert_string_equal(target->path, rows[i].path);
        assert_string_equal(target->authority, rows[i].authority);
        assert_null(target->method);
    }
}

static void test_over_tls(void **state) {
    (void)state;
    assert_null(hc_location_target(capture_scope, "http://example.org/new", &list, true));
    assert_string_equal(
        hc_location_target(capture_scope, "https://example.org:443/new", &list, true)->authority,
        "example.org");
}

/* To a proxy the whole URI is the target; OPTIONS may have "*". */
static void test_other_forms_of_targets(void **state) {
    const struct hc_request proxied = {.path = "http://example.org/"}, star = {.path = "*"}, unseen = {0};

    (void)state;
    assert_null(hc_location_target(capture_scope, "/new", &proxied, false));
    assert_null(hc_location_target(capture_scope, "/new", &star, false));
    assert_null(hc_location_target(capture_scope, "/new", &unseen, false));
}

static void test_the_request_that_follows(void **state) {
    const struct hc_request follows = {.method = "GET", .path = "/new", .authority = "Example.org:80"};
    const struct hc_request nameless = {.method = "GET", .path = "/new"};

    (void)state;
    assert_ptr_equal(hc_location_of(capture_scope, &follows, false),
                     hc_location_target(capture_scope, "/new", &list, false));
    assert_ptr_not_equal(hc_location_of(capture_scope, &follows, true),
                         hc_location_target(capture_scope, "/new", &list, true));
    assert_ptr_not_equal(hc_location_of(capture_scope, &nameless, false),
                         hc_location_of(capture_scope, &follows, false));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        MEMORY_TEST(test_targets),
        MEMORY_TEST(test_over_tls),
        MEMORY_TEST(test_other_forms_of_targets),
        MEMORY_TEST(test_the_request_that_follows),
    };

    begin_program();
    hc_strings_register();
    hc_requests_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
