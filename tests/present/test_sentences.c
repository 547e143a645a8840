/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences about one event that are not its summary. */
#include "present_test.h"

#include "present/sentences.h"

static const char *description_of(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);

    return hc_sentence_description(scope, event, &verdict);
}

static void test_an_echo_says_what_it_answers(void **state) {
    const struct hc_event close = {WEBSOCKET_CLOSE(1008, HC_CLIENT), ECHO};
    const struct hc_event reset = {RESET_STREAM(0x10c, HC_SERVER), ECHO};
    const struct hc_event own = {WEBSOCKET_CLOSE(1008, HC_CLIENT)};

    (void)state;
    assert_true(starts_with(description_of(&close), "Answers the Close: 1008 Policy Violation. "));
    assert_true(
        starts_with(description_of(&reset), "Answers the STOP_SENDING: H3_REQUEST_CANCELLED (0x10c). "));
    assert_true(ends_with(description_of(&close), description_of(&own)));
}

static void test_words_that_outweigh_the_code_come_first(void **state) {
    const struct hc_event ping = {GOAWAY(0x1, HC_CLIENT), MORE(.reason = "Failed ping.")};
    const struct hc_event silent = {GOAWAY(0x1, HC_CLIENT)};
    const char *said = description_of(&ping);

    (void)state;
    assert_true(starts_with(said, "The peer did not answer a PING in time."));
    assert_non_null(strstr(said, " The code by itself: "));
    assert_true(ends_with(said, description_of(&silent)));
}

static void test_an_outcome_is_said_where_there_is_one(void **state) {
    const struct hc_event event = {STATUS(404)};
    struct hc_verdict verdict = verdict_with(&event, HC_RETRY_NOT_A_FAILURE);

    (void)state;
    assert_null(hc_sentence_outcome(scope, &event, &verdict));
    verdict.retry = HC_RETRY_UNKNOWN;
    assert_null(hc_sentence_outcome(scope, &event, &verdict));
    verdict.retry = HC_RETRY_NO;
    assert_string_equal(hc_sentence_outcome(scope, &event, &verdict), "do not retry");
}

static void test_only_a_finding_that_adds_to_the_rest_has_a_title(void **state) {
    const struct hc_event event = {STATUS(404)};
    struct hc_verdict verdict = verdict_with(&event, HC_RETRY_NO);

    (void)state;
    verdict.findings = FINDS(CLIENT_ERROR);
    assert_null(hc_sentence_title(scope, &event, &verdict, 0));
    verdict.findings = FINDS(CLIENT_ERROR) | FINDS(INVALID_STATUS);
    assert_string_equal(hc_sentence_title(scope, &event, &verdict, 0), "Invalid HTTP status");
    assert_null(hc_sentence_title(scope, &event, &verdict, FINDS(INVALID_STATUS)));
}

static const char *title_in_chinese(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);

    hc_settings.language = HC_ZH_CN;
    verdict.findings = FINDS(UNKNOWN_CODE);
    return hc_sentence_title(scope, event, &verdict, 0);
}

static void test_a_title_names_the_kind_of_number(void **state) {
    const struct hc_event status = {STATUS(477)}, error = {RST_STREAM(0xff, HC_SERVER)},
                          close = {WEBSOCKET_CLOSE(2999, HC_SERVER)};

    (void)state;
    assert_string_equal(title_in_chinese(&status), "未分配的状态码");
    assert_string_equal(title_in_chinese(&error), "未分配的错误码");
    assert_string_equal(title_in_chinese(&close), "未分配的关闭码");
}

/* A peer chose the header. */
static void test_a_finding_writes_nothing_to_a_terminal(void **state) {
    const struct hc_event event = {STATUS(503), MORE(.retry_after = "soon\033[2J\n")};
    struct hc_verdict verdict = hc_judge(&event);

    (void)state;
    assert_true(ends_with(hc_sentence_finding(scope, &event, &verdict, HC_FINDS_BAD_RETRY_AFTER),
                          "Retry-After: soon [2J "));
}

static void require_filled(const char *text) {
    assert_non_null(text);
    assert_true(text[0] != '\0');
    if (strchr(text, '{') || strchr(text, '}'))
        fail_msg("\"%s\" has an empty slot", text);
}

static void require_findings_filled(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);

    for (unsigned finding = 0; finding < HC_FINDINGS_END; finding++)
        require_filled(hc_sentence_finding(scope, event, &verdict, (enum hc_finding)finding));
}

/* Also of those that could not hold: which do is the judge's matter. */
static void test_every_finding_can_be_told_of_every_space(void **state) {
    (void)state;
    for (hc_settings.language = HC_EN; hc_settings.language < HC_LANGUAGES; hc_settings.language++) {
        for (unsigned space = HC_HTTP_STATUS; space < HC_SPACES_END; space++) {
            const struct hc_event event = {.space = (uint8_t)space, .value = 0xfff, .carrier = HC_HEADERS};

            require_findings_filled(&event);
        }
    }
}

static void check_mappings(const struct hc_space *space, const struct hc_code *row) {
    const struct hc_event event = {.space = (uint8_t)space->id, .value = row->value, .carrier = HC_HEADERS};
    struct hc_verdict verdict = hc_judge(&event);
    const struct hc_mapping *mapping;

    for (size_t i = 0; (mapping = hc_verdict_mapping(&verdict, i)); i++)
        require_filled(hc_sentence_mapping(scope, mapping));
}

static void test_every_mapping_can_be_told(void **state) {
    (void)state;
    for (hc_settings.language = HC_EN; hc_settings.language < HC_LANGUAGES; hc_settings.language++)
        for_each_row(check_mappings);
}

static void test_a_mapping_is_a_counterpart(void **state) {
    const struct hc_event refused = {RST_STREAM(0x7, HC_SERVER), NO_RESPONSE};
    const struct hc_event gone = {STATUS(404)};
    struct hc_verdict verdict = hc_judge(&refused);

    (void)state;
    assert_string_equal(hc_sentence_mapping(scope, hc_verdict_mapping(&verdict, 0)),
                        "Counterpart in HTTP/3: H3_REQUEST_REJECTED (0x10b)");
    verdict = hc_judge(&gone);
    assert_string_equal(hc_sentence_mapping(scope, hc_verdict_mapping(&verdict, 1)),
                        "Closest counterpart in gRPC: 5 NOT_FOUND");
}

static void test_numbers_are_written_as_their_people_do(void **state) {
    const struct hc_event status = {STATUS(404)};
    const struct hc_event reset = {RST_STREAM(0x8, HC_CLIENT)};
    const struct hc_event foreign = {RST_STREAM(0x10c, HC_CLIENT)};
    struct hc_verdict verdict = hc_judge(&status);

    (void)state;
    assert_string_equal(hc_sentence_code(scope, &status, &verdict), "404 Not Found");
    verdict = hc_judge(&reset);
    assert_string_equal(hc_sentence_code(scope, &reset, &verdict), "CANCEL (0x8)");
    verdict = hc_judge(&foreign);
    assert_string_equal(hc_sentence_code(scope, &foreign, &verdict),
                        "Unknown (0x10c, H3_REQUEST_CANCELLED in HTTP/3)");
}

static void test_rivals_that_agree_on_a_name_say_it_once(void **state) {
    const struct hc_event alike = {STATUS(449)}, unlike = {STATUS(420)};
    struct hc_verdict verdict = hc_judge(&alike);

    (void)state;
    assert_string_equal(hc_sentence_name(scope, &verdict), "Retry With");
    assert_string_equal(hc_sentence_origin(scope, &verdict), "IIS or Azure Cosmos DB");
    verdict = hc_judge(&unlike);
    assert_string_equal(hc_sentence_name(scope, &verdict), "Enhance Your Calm or Method Failure");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEXT_TEST(test_an_echo_says_what_it_answers),
        TEXT_TEST(test_words_that_outweigh_the_code_come_first),
        TEXT_TEST(test_an_outcome_is_said_where_there_is_one),
        TEXT_TEST(test_only_a_finding_that_adds_to_the_rest_has_a_title),
        TEXT_TEST(test_a_title_names_the_kind_of_number),
        TEXT_TEST(test_a_finding_writes_nothing_to_a_terminal),
        TEXT_TEST(test_every_finding_can_be_told_of_every_space),
        TEXT_TEST(test_every_mapping_can_be_told),
        TEXT_TEST(test_a_mapping_is_a_counterpart),
        TEXT_TEST(test_numbers_are_written_as_their_people_do),
        TEXT_TEST(test_rivals_that_agree_on_a_name_say_it_once),
    };

    wmem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
