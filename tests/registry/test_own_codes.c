/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The user's own codes: which rows are read, which are refused and why, and which of them wins. */
#include "registry/own_codes.h"
#include "registry/registry_test.h"

static const struct hc_own_text good = {"HTTP status", "520", "", "Us", "Out of Coffee", "Brew.", "", "", ""};

static struct hc_own_code read_row(struct hc_own_text text) {
    struct hc_own_code own;
    const char *mend = hc_own_code_read(&text, &own);

    if (mend)
        fail_msg("\"%s\" is refused: %s", text.name, mend);
    return own;
}

static void assert_refused(struct hc_own_text text, const char *what_to_mend) {
    struct hc_own_code own;
    const char *mend = hc_own_code_read(&text, &own);

    if (!mend)
        fail_msg("a row is not refused: %s", what_to_mend);
    assert_true(starts_with(mend, what_to_mend));
    assert_true(ends_with(mend, "."));
}

static void a_row_is_read_as_written(void **state) {
    (void)state;
    struct hc_own_code own = read_row(good);

    assert_int_equal(own.space, HC_HTTP_STATUS);
    assert_int_equal(own.code.value, 520);
    assert_int_equal(own.code.last, 520);
    assert_string_equal(own.code.origin, "Us");
    assert_string_equal(own.code.name, "Out of Coffee");
    assert_string_equal(hc_text(&own.code, HC_EN), "Brew.");
    assert_int_equal(own.code.registration, HC_UNOFFICIAL);
    assert_null(own.evidence[0]);
}

static void what_is_left_out_has_a_meaning(void **state) {
    (void)state;
    struct hc_own_code own =
        read_row((struct hc_own_text){"gRPC status", "17", NULL, NULL, "MELTED", NULL, NULL, NULL, NULL});

    assert_int_equal(own.code.last, 17);
    assert_string_equal(own.code.origin, "own");
    assert_string_equal(hc_text(&own.code, HC_EN), "MELTED");
    assert_null(own.evidence[0]);
}

static void every_language_has_a_text(void **state) {
    (void)state;
    struct hc_own_code own = read_row(good);

    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
        assert_string_equal(hc_text(&own.code, language), "Brew.");
}

static void every_space_is_known_by_its_name(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        struct hc_own_text text = good;

        text.space = hc_space(id)->name;
        assert_int_equal(read_row(text).space, id);
    }
}

static void numbers_are_decimal_or_hexadecimal(void **state) {
    (void)state;
    struct hc_own_text text = {"HTTP/3 error", "0x1F0", "0X1ff", "", "MINE", "", "", "", ""};
    struct hc_own_code own = read_row(text);

    assert_int_equal(own.code.value, 0x1f0);
    assert_int_equal(own.code.last, 0x1ff);
    text.first = "010"; /* not octal */
    assert_int_equal(read_row(text).code.value, 10);
    text.first = "0";
    text.last = "0x3fffffffffffffff"; /* RFC 9000, section 16: the largest */
    assert_true(read_row(text).code.last == UINT64_C(0x3fffffffffffffff));
}

static void bad_numbers_are_refused(void **state) {
    static const char *const bad[] = {
        "x", "0x", "-1", "+1", " 1", "1 ", "1.5", "1a", "0xg", "18446744073709551616", "0x10000000000000000"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct hc_own_text first = good, last = good;

        first.first = bad[i];
        assert_refused(first, "The first value must be a number");
        last.last = bad[i];
        assert_refused(last, "The last value must be a number");
    }
}

static void a_row_without_a_number_is_refused(void **state) {
    (void)state;
    struct hc_own_text text = good;

    text.first = "";
    assert_refused(text, "The first value must be a number");
    text.first = NULL;
    assert_refused(text, "The first value must be a number");
}

static void an_unknown_space_is_refused(void **state) {
    static const char *const bad[] = {"", NULL, "HTTP", "http status", "HTTP status ", "1"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct hc_own_text text = good;

        text.space = bad[i];
        assert_refused(text, "The space must be HTTP status, HTTP/2 error");
    }
}

static void last_below_first_is_refused(void **state) {
    (void)state;
    struct hc_own_text text = good;

    text.last = "519";
    assert_refused(text, "The last value must not be below the first");
    text.last = "520";
    read_row(text);
}

static void an_empty_name_is_refused(void **state) {
    (void)state;
    struct hc_own_text text = good;

    text.name = "";
    assert_refused(text, "The name must not be empty");
    text.name = NULL;
    assert_refused(text, "The name must not be empty");
}

static void a_value_that_no_code_can_have_is_refused(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        char largest[24], larger[24];
        struct hc_own_text text = good;

        snprintf(largest, sizeof largest, "%" PRIu64, hc_space(id)->max);
        snprintf(larger, sizeof larger, "%" PRIu64, hc_space(id)->max + 1);
        text.space = hc_space(id)->name;
        text.first = largest;
        read_row(text);
        text.last = larger;
        assert_refused(text, "The value is larger than a code of this space can be");
    }
}

static void what_the_user_does_not_tell_is_as_for_the_built_in_row(void **state) {
    (void)state;
    const struct hc_code *built_in = hc_explain_built_in(HC_HTTP_STATUS, 503, NULL, NULL).row;
    struct hc_own_text text = good;

    text.first = "503";
    struct hc_own_code own = read_row(text);
    assert_int_equal(own.code.retry, built_in->retry);
    assert_int_equal(own.code.blame, built_in->blame);
    assert_int_equal(own.code.scope, built_in->scope);
}

static bool clash(const char *first, const char *last, const char *condition) {
    struct hc_own_text one = {"HTTP status", "510", "520", "", "One", "", "", "", ""};
    struct hc_own_text other = {"HTTP status", first, last, "", "Other", "", condition, "", ""};
    struct hc_own_code a = read_row(one), b = read_row(other);

    assert_int_equal(hc_own_codes_clash(&a, &b), hc_own_codes_clash(&b, &a));
    return hc_own_codes_clash(&a, &b);
}

static void rows_clash_where_they_share_a_number(void **state) {
    (void)state;
    assert_true(clash("510", "520", ""));
    assert_true(clash("515", "", ""));
    assert_true(clash("500", "510", ""));
    assert_true(clash("520", "530", ""));
    assert_true(clash("500", "530", ""));
    assert_false(clash("500", "509", ""));
    assert_false(clash("521", "", ""));
}

static void another_condition_or_space_is_no_clash(void **state) {
    (void)state;
    struct hc_own_code one = read_row(good);
    struct hc_own_text text = good;

    assert_false(clash("515", "", "nginx"));
    text.space = "WebSocket close";
    struct hc_own_code elsewhere = read_row(text);
    assert_false(hc_own_codes_clash(&one, &elsewhere));
    text = good;
    text.condition = "nginx";
    struct hc_own_code conditional = read_row(text), same = read_row(text);
    assert_true(hc_own_codes_clash(&conditional, &same));
}

/* A row's name is what these tests tell rows apart by. */
static void assert_explains(enum hc_space_id space, uint64_t value, const char *evidence, const char *name) {
    assert_string_equal(hc_explain(space, value, evidence).row->name, name);
}

static void own_rows_win_over_built_in_ones(void **state) {
    (void)state;
    struct hc_own_text nginx_too = {"HTTP status", "499", "", "", "Mine", "", "", "", ""};
    struct hc_own_text official = {"HTTP status", "404", "", "", "Lost", "", "", "", ""};
    struct hc_own_text range = {"WebSocket close", "4000", "4999", "", "Ours", "", "", "", ""};
    struct hc_own_code codes[] = {read_row(nginx_too), read_row(official), read_row(range)};

    hc_own_codes_use(codes, 3);
    assert_explains(HC_HTTP_STATUS, 499, "nginx/1.22.1", "Mine");
    assert_explains(HC_HTTP_STATUS, 404, NULL, "Lost");
    assert_explains(HC_WEBSOCKET_CLOSE, 4000, NULL, "Ours");
    assert_explains(HC_WEBSOCKET_CLOSE, 4999, NULL, "Ours");
    assert_explains(HC_WEBSOCKET_CLOSE, 4401, "graphql-transport-ws", "Ours");
    assert_explains(HC_HTTP_STATUS, 405, NULL, "Method Not Allowed");
    assert_explains(HC_GRPC_STATUS, 4, NULL, "DEADLINE_EXCEEDED");
}

static void the_built_in_meaning_stays_an_alternative(void **state) {
    (void)state;
    struct hc_own_text text = {"HTTP status", "404", "", "", "Lost", "", "", "", ""};
    struct hc_own_code codes[] = {read_row(text)};

    hc_own_codes_use(codes, 1);
    struct hc_meaning meaning = hc_explain(HC_HTTP_STATUS, 404, NULL);
    assert_true(meaning.is_own);
    assert_false(hc_is_range(&meaning));
    assert_string_equal(hc_alternative(&meaning, 0)->name, "Not Found");
    assert_null(hc_alternative(&meaning, 1));
}

static void a_condition_needs_its_proof(void **state) {
    (void)state;
    struct hc_own_text text = good, chat = good;
    text.condition = "CoffeeServer";
    chat.space = "WebSocket close";
    chat.first = "4520";
    chat.condition = "chat.example";
    struct hc_own_code codes[] = {read_row(text), read_row(chat)};

    hc_own_codes_use(codes, 2);
    assert_explains(HC_HTTP_STATUS, 520, "coffeeserver/2.0 (x86)", "Out of Coffee");
    assert_explains(HC_WEBSOCKET_CLOSE, 4520, "chat.example", "Out of Coffee");
    for (const char *const *no = (const char *const[]){"CoffeeServerX", "nginx (CoffeeServer)", "", NULL};;
         no++) {
        assert_string_not_equal(hc_explain(HC_HTTP_STATUS, 520, *no).row->name, "Out of Coffee");
        assert_string_not_equal(hc_explain(HC_WEBSOCKET_CLOSE, 4520, *no).row->name, "Out of Coffee");
        if (*no == NULL)
            break;
    }
}

static struct hc_code told(uint64_t status, const char *retry, const char *fault) {
    char number[8];
    struct hc_own_text text = {"HTTP status", number, "", "", "Told", "", "", retry, fault};

    snprintf(number, sizeof number, "%" PRIu64, status);
    return read_row(text).code;
}

static void retry_and_fault_are_as_the_user_says(void **state) {
    (void)state;
    struct hc_code busy = told(404, "after a delay", "server"), fine = told(500, "not a failure", "nobody"),
                   other = told(503, "unknown", "unknown"), moved = told(421, "no", "");

    assert_int_equal(busy.retry, HC_RETRY_AFTER_DELAY);
    assert_int_equal(busy.blame, HC_BLAME_SERVER);
    assert_int_equal(fine.retry, HC_RETRY_NOT_A_FAILURE);
    assert_int_equal(fine.blame, HC_BLAME_NOBODY);
    assert_int_equal(other.retry, HC_RETRY_UNKNOWN);
    assert_int_equal(other.blame, HC_BLAME_UNKNOWN);
    /* the built-in 421 knows another way */
    assert_int_equal(moved.retry, HC_RETRY_NO);
    assert_int_equal(moved.way, HC_WAY_NONE);
    assert_int_equal(moved.blame, HC_BLAME_CLIENT);
    assert_int_equal(told(421, "", "").way, HC_WAY_OTHER_CONNECTION);
    /* a request that breaks the protocol fails again, unless the user says otherwise */
    assert_true(read_row((struct hc_own_text){"HTTP/2 error", "1", .name = "Told"}).code.fails_again);
    assert_false(read_row((struct hc_own_text){"HTTP/2 error", "1", .name = "Told", .retry = "after a delay"})
                     .code.fails_again);
}

static void every_word_of_the_lists_is_taken(void **state) {
    (void)state;
    for (const char *const *word = hc_own_retries; *word; word++)
        told(404, *word, "");
    for (const char *const *word = hc_own_faults; *word; word++)
        told(404, "", *word);
    for (const char *const *no = (const char *const[]){"later", "No", " ", "safe", NULL}; *no; no++) {
        struct hc_own_text text = good;

        text.retry = *no;
        assert_refused(text, "The retry must be ");
        text.retry = "";
        text.fault = *no;
        assert_refused(text, "The fault must be ");
    }
}

static void a_condition_may_be_the_host_of_the_request(void **state) {
    (void)state;
    struct hc_own_text text = good;
    text.condition = "host:*.coffee.example";
    struct hc_own_code codes[] = {read_row(text)};

    hc_own_codes_use(codes, 1);
    assert_true(hc_explain_at(HC_HTTP_STATUS, 520, "nginx", "api.coffee.example:8080").is_own);
    assert_false(hc_explain_at(HC_HTTP_STATUS, 520, "nginx", "tea.example").is_own);
    assert_false(hc_explain_at(HC_HTTP_STATUS, 520, "host:api.coffee.example", NULL).is_own);
}

static void a_row_whose_condition_holds_goes_first(void **state) {
    (void)state;
    struct hc_own_text always = good, only_nginx = good;
    only_nginx.condition = "nginx";
    only_nginx.name = "Nginx is out of Coffee";
    struct hc_own_code orders[2][2] = {{read_row(always), read_row(only_nginx)},
                                       {read_row(only_nginx), read_row(always)}};

    for (int order = 0; order < 2; order++) {
        hc_own_codes_use(orders[order], 2);
        assert_explains(HC_HTTP_STATUS, 520, "nginx", "Nginx is out of Coffee");
        assert_explains(HC_HTTP_STATUS, 520, "cloudflare", "Out of Coffee");
        assert_explains(HC_HTTP_STATUS, 520, NULL, "Out of Coffee");
    }
}

static int forget_own_codes(void **state) {
    (void)state;
    hc_own_codes_use(NULL, 0);
    return 0;
}

static void forgotten_rows_explain_nothing(void **state) {
    (void)state;
    struct hc_own_text text = {"HTTP status", "404", "", "", "Lost", "", "", "", ""};
    struct hc_own_code codes[] = {read_row(text)};

    hc_own_codes_use(codes, 1);
    hc_own_codes_use(NULL, 0);
    assert_explains(HC_HTTP_STATUS, 404, NULL, "Not Found");
    assert_null(hc_own_code(HC_HTTP_STATUS, 404, NULL, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_read_as_written),
        cmocka_unit_test(what_is_left_out_has_a_meaning),
        cmocka_unit_test(every_language_has_a_text),
        cmocka_unit_test(every_space_is_known_by_its_name),
        cmocka_unit_test(numbers_are_decimal_or_hexadecimal),
        cmocka_unit_test(bad_numbers_are_refused),
        cmocka_unit_test(a_row_without_a_number_is_refused),
        cmocka_unit_test(an_unknown_space_is_refused),
        cmocka_unit_test(last_below_first_is_refused),
        cmocka_unit_test(an_empty_name_is_refused),
        cmocka_unit_test(a_value_that_no_code_can_have_is_refused),
        cmocka_unit_test(what_the_user_does_not_tell_is_as_for_the_built_in_row),
        cmocka_unit_test(rows_clash_where_they_share_a_number),
        cmocka_unit_test(another_condition_or_space_is_no_clash),
        cmocka_unit_test_teardown(own_rows_win_over_built_in_ones, forget_own_codes),
        cmocka_unit_test_teardown(the_built_in_meaning_stays_an_alternative, forget_own_codes),
        cmocka_unit_test_teardown(a_condition_needs_its_proof, forget_own_codes),
        cmocka_unit_test(retry_and_fault_are_as_the_user_says),
        cmocka_unit_test(every_word_of_the_lists_is_taken),
        cmocka_unit_test_teardown(a_condition_may_be_the_host_of_the_request, forget_own_codes),
        cmocka_unit_test_teardown(a_row_whose_condition_holds_goes_first, forget_own_codes),
        cmocka_unit_test(forgotten_rows_explain_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
