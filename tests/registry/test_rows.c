/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What holds for every row of every code space, whatever it says. */
#include "registry/registry_test.h"

#include <stdlib.h>

/* Wireshark cuts expert texts at this length. */
#define LONGEST_TEXT 240

static void check_description(const struct hc_space *space, enum hc_space_id id) {
    assert_int_equal(space->id, id);
    assert_true(space->name[0] != '\0');
    assert_true(strspn(space->filter, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(space->filter));
    assert_true(space->filter[0] != '\0');
    assert_true(starts_with(space->name, space->family) && space->family[0] != '\0');
    assert_true(starts_with(space->target_filter, "map.") && strlen(space->target_filter) > strlen("map."));
    assert_true(space->carriers[0] != '\0' && !ends_with(space->carriers, "."));
    assert_non_null(space->mappings);
    assert_true(starts_with(space->registry_url, "https://"));
    assert_true(space->code_count > 0 && space->range_count > 0);
}

static void spaces_are_described(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        check_description(hc_space(id), id);
}

static void spaces_are_told_apart(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        for (enum hc_space_id other = HC_HTTP_STATUS; other < id; other++) {
            assert_string_not_equal(hc_space(id)->name, hc_space(other)->name);
            assert_string_not_equal(hc_space(id)->filter, hc_space(other)->filter);
            assert_string_not_equal(hc_space(id)->target_filter, hc_space(other)->target_filter);
            assert_ptr_not_equal(hc_space(id)->mappings, hc_space(other)->mappings);
        }
        assert_non_null(strstr(hc_space_names(), hc_space(id)->name));
    }
    assert_true(ends_with(hc_space_names(), hc_space(HC_SPACES_END - 1)->name));
}

/* What is one's sibling has that one for its own. */
static void siblings_are_mutual(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *sibling = hc_space(hc_space(id)->sibling);
        assert_true(sibling == NULL || (sibling->id != id && sibling->sibling == id));
    }
    assert_int_equal(hc_space(HC_HTTP2_ERROR)->sibling, HC_HTTP3_ERROR);
}

static void fields_are_as_wide_as_on_the_wire(void **state) {
    (void)state;
    const uint64_t quic_integer = UINT64_C(0x3fffffffffffffff);
    assert_true(hc_space(HC_HTTP2_ERROR)->max == UINT32_MAX);
    assert_true(hc_space(HC_HTTP3_ERROR)->max == quic_integer);
    assert_true(hc_space(HC_QUIC_ERROR)->max == quic_integer);
    assert_true(hc_space(HC_WEBSOCKET_CLOSE)->max == UINT16_MAX);
    assert_true(hc_space(HC_HTTP_STATUS)->max == UINT32_MAX);
    assert_true(hc_space(HC_GRPC_STATUS)->max == UINT32_MAX);
}

static void check_order(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, row->value <= space->max);
    REQUIRE(space, row, row->last == 0 && row->step == 0);
    REQUIRE(space, row, row == space->codes || row[-1].value <= row->value);
}

static void codes_are_sorted(void **state) {
    (void)state;
    for_each_code(check_order);
}

static void check_uniqueness(const struct hc_space *space, const struct hc_code *row) {
    for (const struct hc_code *other = space->codes; other < row; other++)
        REQUIRE(space, row, other->value != row->value || strcmp(other->origin, row->origin) != 0);
}

static void codes_are_unique_per_origin(void **state) {
    (void)state;
    for_each_code(check_uniqueness);
}

static bool filled(const char *text) {
    return text != NULL && text[0] != '\0' && text[0] != ' ' && !ends_with(text, " ");
}

static void check_strings(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, filled(row->name));
    REQUIRE(space, row, filled(row->origin));
    REQUIRE(space, row, filled(row->reference));
    REQUIRE(space, row, filled(row->url));
    REQUIRE(space, row, filled(row->text[HC_EN]));
}

static void nothing_is_empty(void **state) {
    (void)state;
    for_each_row(check_strings);
}

/* The link that a reference to an RFC must have; empty if the reference has not the known form. */
static void expected_link(const char *reference, char *link, size_t size) {
    char kind[10], part[16];
    unsigned number;
    int end = 0;
    link[0] = '\0';
    if (sscanf(reference, "RFC %u, %9[a-z] %15[0-9A-Z.]%n", &number, kind, part, &end) == 3 &&
        reference[end] == '\0' && (strcmp(kind, "section") == 0 || strcmp(kind, "appendix") == 0))
        snprintf(link, size, "https://www.rfc-editor.org/rfc/rfc%u.html#%s-%s", number, kind, part);
}

static void check_reference(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, starts_with(row->url, "https://"));
    REQUIRE(space, row, strpbrk(row->url, " \t\n<>\"") == NULL);
    if (starts_with(row->reference, "RFC")) {
        char link[96];
        expected_link(row->reference, link, sizeof link);
        REQUIRE(space, row, strcmp(row->url, link) == 0);
    }
}

static void references_lead_where_they_say(void **state) {
    (void)state;
    for_each_row(check_reference);
}

static void check_aliases(const struct hc_space *space, const struct hc_code *row) {
    if (row->aliases == NULL)
        return;
    REQUIRE(space, row, row->aliases[0] != NULL);
    for (size_t i = 0; row->aliases[i] != NULL; i++) {
        REQUIRE(space, row, filled(row->aliases[i]));
        REQUIRE(space, row, strcmp(row->aliases[i], row->name) != 0);
        for (size_t earlier = 0; earlier < i; earlier++)
            REQUIRE(space, row, strcmp(row->aliases[earlier], row->aliases[i]) != 0);
    }
}

static void aliases_add_something(void **state) {
    (void)state;
    for_each_row(check_aliases);
}

static void check_evidence(const struct hc_space *space, const struct hc_code *row) {
    if (row->evidence == NULL)
        return;
    REQUIRE(space, row, space->id == HC_HTTP_STATUS || space->id == HC_WEBSOCKET_CLOSE);
    REQUIRE(space, row, row->last == 0);
    REQUIRE(space, row, row->registration == HC_UNOFFICIAL || row->registration == HC_PRIVATE_USE);
    REQUIRE(space, row, !row->never_on_wire); /* what never travels cannot be proven by what does */
    REQUIRE(space, row, row->evidence[0] != NULL);
    for (size_t i = 0; row->evidence[i] != NULL; i++) {
        REQUIRE(space, row, filled(row->evidence[i]));
        /* A product or subprotocol name is one token (RFC 9110, section 5.6.2), and a host has the like, else
         * it never matches. */
        REQUIRE(space, row, strpbrk(row->evidence[i], " \t/,;()\"") == NULL);
    }
}

static void evidence_can_be_found(void **state) {
    (void)state;
    for_each_row(check_evidence);
}

static void check_words(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, row->registration >= HC_REGISTERED && row->registration <= HC_INVALID);
    REQUIRE(space, row, (unsigned)row->scope <= HC_SCOPE_EITHER);
    REQUIRE(space, row, (unsigned)row->speaker <= HC_BY_SERVER);
    REQUIRE(space, row, (unsigned)row->blame <= HC_BLAME_PEER);
    REQUIRE(space, row, (unsigned)row->retry <= HC_RETRY_ANOTHER_WAY);
    REQUIRE(space, row, row->retry != HC_RETRY_ALLOWED); /* a verdict */
    REQUIRE(space, row, (unsigned)row->way < HC_WAYS_END);
    REQUIRE(space, row, (row->way != HC_WAY_NONE) == (row->retry == HC_RETRY_ANOTHER_WAY));
}

static void words_are_known(void **state) {
    (void)state;
    for_each_row(check_words);
}

static void check_registration(const struct hc_space *space, const struct hc_code *row) {
    bool is_range = row->last != 0;
    bool nobodys = strcmp(row->origin, "none") == 0;
    if (!is_range) {
        REQUIRE(space, row, row->registration <= HC_PRIVATE_USE);
        REQUIRE(space, row, row->registration != HC_PRIVATE_USE || row->evidence != NULL);
        REQUIRE(space, row, !nobodys);
    }
    if (row->registration == HC_UNASSIGNED || row->registration == HC_INVALID)
        REQUIRE(space, row, nobodys);
    if (row->registration == HC_REGISTERED || row->registration == HC_RETIRED)
        REQUIRE(space, row, strcmp(row->origin, space->id == HC_GRPC_STATUS ? "gRPC" : "IANA") == 0);
}

static void registration_and_origin_agree(void **state) {
    (void)state;
    for_each_row(check_registration);
}

static bool has_streams(const struct hc_space *space) {
    return space->id == HC_HTTP2_ERROR || space->id == HC_HTTP3_ERROR;
}

static void check_scope(const struct hc_space *space, const struct hc_code *row) {
    if (space->id == HC_QUIC_ERROR)
        REQUIRE(space, row, row->scope == HC_SCOPE_CONNECTION || row->registration == HC_UNASSIGNED);
    else if (has_streams(space))
        REQUIRE(space, row, row->scope != HC_SCOPE_NONE || row->registration == HC_UNASSIGNED);
    else
        REQUIRE(space, row, row->scope == HC_SCOPE_NONE);
}

static void scope_fits_the_space(void **state) {
    (void)state;
    for_each_row(check_scope);
}

/* Whether a number may be called no failure at all. */
static bool may_be_no_failure(const struct hc_space *space, const struct hc_code *row) {
    switch (space->id) {
    case HC_HTTP_STATUS:
        return row->value >= 100 && row->value < 400;
    case HC_HTTP2_ERROR:
    case HC_GRPC_STATUS:
        return row->value == 0 && row->last == 0;
    case HC_HTTP3_ERROR: /* unknown codes count as H3_NO_ERROR, whatever they were meant for */
        return row->value == 0x100 || row->registration == HC_GREASE || row->registration == HC_UNASSIGNED;
    case HC_QUIC_ERROR: /* NO_ERROR, an abandoned path, close_notify */
        return row->value == 0 || row->value == 0x3e || row->value == 0x100;
    case HC_WEBSOCKET_CLOSE:
        return row->value == 1000 || row->value == 1001;
    default:
        return false;
    }
}

static void check_failure(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, row->retry != HC_RETRY_NOT_A_FAILURE || may_be_no_failure(space, row));
    REQUIRE(space, row,
            row->retry != HC_RETRY_NOT_A_FAILURE || row->blame == HC_BLAME_NOBODY ||
                row->registration == HC_UNASSIGNED);
}

static void failures_are_called_failures(void **state) {
    (void)state;
    for_each_row(check_failure);
}

static void only_rejection_is_safe_to_retry(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        for (size_t i = 0; i < space->code_count; i++) {
            const struct hc_code *row = &space->codes[i];
            if (has_streams(space) && row->retry == HC_RETRY_SAFE)
                REQUIRE(space, row,
                        strcmp(row->name, "REFUSED_STREAM") == 0 ||
                            strcmp(row->name, "H3_REQUEST_REJECTED") == 0);
        }
    }
}

/* The sections that let a client send any request again, in another way. */
static const struct {
    enum hc_space_id space;
    uint64_t value;
    enum hc_way way;
} other_ways[] = {
    {HC_HTTP_STATUS, 408, HC_WAY_NEW_CONNECTION},      /* RFC 9110, section 15.5.9 */
    {HC_HTTP_STATUS, 417, HC_WAY_WITHOUT_EXPECTATION}, /* RFC 9110, section 10.1.1 */
    {HC_HTTP_STATUS, 421, HC_WAY_OTHER_CONNECTION},    /* RFC 9110, section 15.5.20 */
    {HC_HTTP_STATUS, 425, HC_WAY_OUTSIDE_EARLY_DATA},  /* RFC 8470, section 5.2 */
    {HC_HTTP2_ERROR, 0xd, HC_WAY_OVER_HTTP_1_1},       /* RFC 9113, section 7 */
    {HC_HTTP3_ERROR, 0x110, HC_WAY_OVER_HTTP_1_1},     /* RFC 9114, section 8.1 */
};

static enum hc_way other_way(const struct hc_space *space, const struct hc_code *row) {
    for (size_t i = 0; i < sizeof(other_ways) / sizeof(other_ways[0]); i++)
        if (other_ways[i].space == space->id && other_ways[i].value == row->value && row->last == 0)
            return other_ways[i].way;
    return HC_WAY_NONE;
}

static void check_way(const struct hc_space *space, const struct hc_code *row) {
    REQUIRE(space, row, row->way == other_way(space, row));
}

static void only_what_was_not_taken_up_goes_another_way(void **state) {
    (void)state;
    for_each_row(check_way);
}

/* RFC 9110, sections 10.2.3 and 15.5.14; RFC 6585, section 4. */
static void check_retry_after(const struct hc_space *space, const struct hc_code *row) {
    bool is_official = row->registration == HC_REGISTERED || row->registration == HC_UNASSIGNED;
    bool is_redirection = row->value >= 300 && row->value <= 399 && is_official;
    bool is_named = row->value == 413 || row->value == 429 || row->value == 503;
    REQUIRE(space, row,
            row->heeds_retry_after == (space->id == HC_HTTP_STATUS && (is_redirection || is_named)));
}

static void retry_after_counts_where_it_is_defined(void **state) {
    (void)state;
    for_each_row(check_retry_after);
}

/* What another moment may do away with: load. */
static bool may_pass(const struct hc_code *row) {
    static const char *const names[] = {"ENHANCE_YOUR_CALM", "H3_EXCESSIVE_LOAD"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(row->name, names[i]) == 0)
            return true;
    return false;
}

static void check_that_it_fails_again(const struct hc_space *space, const struct hc_code *row) {
    if (row->fails_again) {
        REQUIRE(space, row, row->blame == HC_BLAME_PEER || row->blame == HC_BLAME_CLIENT);
        REQUIRE(space, row, row->retry == HC_RETRY_IDEMPOTENT && row->registration == HC_REGISTERED);
    }
    if (has_streams(space) && row->blame == HC_BLAME_PEER && row->registration == HC_REGISTERED)
        REQUIRE(space, row, row->fails_again != may_pass(row));
}

static void a_broken_protocol_breaks_again(void **state) {
    (void)state;
    for_each_row(check_that_it_fails_again);
}

static bool one_line(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7f || (text[0] == ' ' && text[1] == ' '))
            return false;
    return true;
}

static void check_texts(const struct hc_space *space, const struct hc_code *row) {
    static const char *const full_stop[] = {[HC_EN] = ".", [HC_ZH_CN] = "。", [HC_DE] = "."};
    for (size_t language = 0; language < HC_LANGUAGES; language++) {
        const char *text = row->text[language];
        if (text == NULL)
            continue;
        REQUIRE(space, row, filled(text));
        REQUIRE(space, row, one_line(text));
        REQUIRE(space, row, strlen(text) <= LONGEST_TEXT);
        REQUIRE(space, row, ends_with(text, full_stop[language]));
    }
}

static void texts_are_short_sentences(void **state) {
    (void)state;
    for_each_row(check_texts);
}

static void check_pattern(const struct hc_space *space, const struct hc_code *row) {
    if (row->step == 0)
        return;
    REQUIRE(space, row, row == space->ranges || row[-1].step != 0);
    REQUIRE(space, row, row->step > 1 && row->last > row->value);
    REQUIRE(space, row, (row->last - row->value) % row->step == 0);
    REQUIRE(space, row, row->last <= space->max && space->max - row->last < row->step);
}

static void patterns_come_first_and_reach_the_end(void **state) {
    (void)state;
    for_each_range(check_pattern);
}

static void ranges_cover_the_number_line(void **state) {
    (void)state;
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        uint64_t next = 0;
        for (size_t i = 0; i < space->range_count; i++) {
            const struct hc_code *row = &space->ranges[i];
            if (row->step != 0)
                continue;
            REQUIRE(space, row, row->value == next);
            REQUIRE(space, row, row->last >= row->value);
            next = row->last + 1;
        }
        assert_true(next == space->max + 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_are_described),
        cmocka_unit_test(spaces_are_told_apart),
        cmocka_unit_test(siblings_are_mutual),
        cmocka_unit_test(fields_are_as_wide_as_on_the_wire),
        cmocka_unit_test(codes_are_sorted),
        cmocka_unit_test(codes_are_unique_per_origin),
        cmocka_unit_test(nothing_is_empty),
        cmocka_unit_test(references_lead_where_they_say),
        cmocka_unit_test(aliases_add_something),
        cmocka_unit_test(evidence_can_be_found),
        cmocka_unit_test(words_are_known),
        cmocka_unit_test(registration_and_origin_agree),
        cmocka_unit_test(scope_fits_the_space),
        cmocka_unit_test(failures_are_called_failures),
        cmocka_unit_test(only_rejection_is_safe_to_retry),
        cmocka_unit_test(only_what_was_not_taken_up_goes_another_way),
        cmocka_unit_test(a_broken_protocol_breaks_again),
        cmocka_unit_test(retry_after_counts_where_it_is_defined),
        cmocka_unit_test(texts_are_short_sentences),
        cmocka_unit_test(patterns_come_first_and_reach_the_end),
        cmocka_unit_test(ranges_cover_the_number_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
