/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words for values: short names for filters, the same values in every language. */
#include "judge/value_words.h"
#include "judge_test.h"

/* README and filters rely on these. */
static void test_names_are_short_and_stay(void **state) {
    (void)state;
    assert_string_equal(hc_value_name(HC_VALUES_OF_RETRY, HC_RETRY_SAFE), "safe");
    assert_string_equal(hc_value_name(HC_VALUES_OF_RETRY, HC_RETRY_ALLOWED), "allowed");
    assert_string_equal(hc_value_name(HC_VALUES_OF_RETRY, HC_RETRY_ANOTHER_WAY), "another way");
    assert_string_equal(hc_value_name(HC_VALUES_OF_FAULT, HC_FAULT_SERVER), "server");
    assert_string_equal(hc_value_name(HC_VALUES_OF_SENDER, HC_CLIENT), "client");
    assert_string_equal(hc_value_name(HC_VALUES_OF_REGISTRATION, HC_UNOFFICIAL), "unofficial");
    assert_string_equal(hc_value_name(HC_VALUES_OF_SCOPE, HC_SCOPE_EITHER), "stream or connection");
}

static void test_the_text_begins_with_the_name_in_english(void **state) {
    (void)state;
    for (unsigned kind = 0; kind < HC_VALUE_KINDS; kind++) {
        for (unsigned value = 0; value < hc_value_end(kind); value++) {
            const char *name = hc_value_name(kind, value);

            if (name)
                assert_true(starts_with(hc_value_text(kind, value, HC_EN), name));
        }
    }
}

static void test_every_value_has_a_word_of_each_language(void **state) {
    unsigned count = 0;

    (void)state;
    for (unsigned kind = 0; kind < HC_VALUE_KINDS; kind++) {
        for (unsigned value = 0; value < hc_value_end(kind); value++) {
            const char *name = hc_value_name(kind, value);

            count += name != NULL;
            for (enum hc_language language = HC_ZH_CN; name && language < HC_LANGUAGES; language++) {
                const char *text = hc_value_text(kind, value, language);

                assert_true(text[0] != '\0' && strcmp(text, name) != 0);
                assert_true(strcmp(text, hc_value_text(kind, value, HC_EN)) != 0);
            }
        }
    }
    assert_int_equal(count, 3 + 8 + 9 + 4 + 3 + 4);
}

static void test_what_no_value_is_has_no_word(void **state) {
    (void)state;
    for (unsigned kind = 0; kind < HC_VALUE_KINDS; kind++) {
        assert_null(hc_value_name(kind, hc_value_end(kind)));
        assert_null(hc_value_text(kind, UINT32_MAX, HC_DE));
    }
    assert_null(hc_value_name(HC_VALUES_OF_SCOPE, HC_SCOPE_NONE));
    assert_null(hc_value_text(HC_VALUES_OF_REGISTRATION, 0, HC_ZH_CN));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_short_and_stay),
        cmocka_unit_test(test_the_text_begins_with_the_name_in_english),
        cmocka_unit_test(test_every_value_has_a_word_of_each_language),
        cmocka_unit_test(test_what_no_value_is_has_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
