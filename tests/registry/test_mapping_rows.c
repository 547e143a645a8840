/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What holds for every mapping row of every number, whatever it says. */
#include "registry/mapping_test.h"

#include "registry/webtransport.h"

/* Several hints share a line of the packet tree with the target's name. */
#define LONGEST_HINT 200

/* Below this every number of every space is looked at: it covers all registered statuses, close codes and
 * gRPC statuses, and the dense parts of the other spaces. */
#define DENSE 70000

typedef void number_check(enum hc_space_id id, uint64_t value);

/* A border and its neighbours, inside the space. */
static void visit_border(const struct hc_space *space, uint64_t border, number_check *check) {
    for (uint64_t value = border == 0 ? 0 : border - 1; value <= border + 1 && value <= space->max; value++)
        check(space->id, value);
}

/* All low numbers, and beyond them every place where a code or a range begins or ends. */
static void for_each_number(number_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        for (uint64_t value = 0; value < DENSE && value <= space->max; value++)
            check(id, value);
        for (size_t i = 0; i < space->code_count; i++)
            visit_border(space, space->codes[i].value, check);
        for (size_t i = 0; i < space->range_count; i++) {
            visit_border(space, space->ranges[i].value, check);
            visit_border(space, space->ranges[i].last, check);
        }
        visit_border(space, space->max, check);
    }
}

static void check_rows(struct hc_mappings found, mapping_check *check) {
    for (size_t i = 0; i < found.count; i++)
        check(&found.rows[i]);
}

/* Every row at least once: groups that are far out are reached by a code or by a range's first number. */
static void for_each_mapping_row(mapping_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        const struct hc_mapping *seen = NULL;
        for (uint64_t value = 0; value < DENSE && value <= space->max; value++) {
            struct hc_mappings found = hc_mappings(id, value);
            if (found.rows != seen)
                check_rows(found, check);
            seen = found.rows;
        }
        for (size_t i = 0; i < space->code_count; i++)
            check_rows(hc_mappings(id, space->codes[i].value), check);
        for (size_t i = 0; i < space->range_count; i++)
            check_rows(hc_mappings(id, space->ranges[i].value), check);
    }
}

static void check_coverage(enum hc_space_id id, uint64_t value) {
    struct hc_mappings found = hc_mappings(id, value);
    assert_true(found.count == 0 || found.rows != NULL);
    for (size_t i = 0; i < found.count; i++) {
        const struct hc_mapping *row = &found.rows[i];
        REQUIRE_MAPPING(row, row->from == id);
        REQUIRE_MAPPING(row, row->first <= row->last);
        REQUIRE_MAPPING(row, row->last <= hc_space(id)->max);
        REQUIRE_MAPPING(row, row->first <= value && value <= row->last);
    }
}

static void rows_cover_the_number_they_are_for(void **state) {
    (void)state;
    for_each_number(check_coverage);
}

static void check_sorting(const struct hc_mapping *row) {
    struct hc_mappings found = hc_mappings(row->from, row->first);
    for (size_t i = 1; i < found.count; i++)
        REQUIRE_MAPPING(&found.rows[i], found.rows[i - 1].first <= found.rows[i].first);
}

static void rows_are_sorted(void **state) {
    (void)state;
    for_each_mapping_row(check_sorting);
}

static bool same_answer(const struct hc_mapping *one, const struct hc_mapping *other) {
    return one->to == other->to && one->conditions == other->conditions && answers(one) == answers(other) &&
           (!answers(one) || one->target == other->target);
}

static void check_repetition(enum hc_space_id id, uint64_t value) {
    struct hc_mappings found = hc_mappings(id, value);
    for (size_t i = 0; i < found.count; i++)
        for (size_t earlier = 0; earlier < i; earlier++)
            REQUIRE_MAPPING(&found.rows[i], !same_answer(&found.rows[earlier], &found.rows[i]));
}

static void no_answer_is_given_twice(void **state) {
    (void)state;
    for_each_number(check_repetition);
}

static bool both(unsigned conditions, unsigned one, unsigned other) {
    return (conditions & one) != 0 && (conditions & other) != 0;
}

/* Whether what one row needs is what the other must not have, or cannot. */
static bool exclude_each_other(const struct hc_mapping *one, const struct hc_mapping *other) {
    unsigned needed = one->conditions | other->conditions;
    return (needed & (one->exceptions | other->exceptions)) != 0 ||
           both(needed, HC_IF_ON_STREAM, HC_IF_ON_CONNECTION);
}

/* "Not applicable" and a counterpart that a document names are never both shown for one space. */
static void check_contradiction(enum hc_space_id id, uint64_t value) {
    struct hc_mappings found = hc_mappings(id, value);
    for (size_t i = 0; i < found.count; i++)
        for (size_t other = 0; other < found.count; other++)
            if (!answers(&found.rows[i]) && is_documented(&found.rows[other]) &&
                found.rows[i].to == found.rows[other].to)
                REQUIRE_MAPPING(&found.rows[i], exclude_each_other(&found.rows[i], &found.rows[other]));
}

static void not_applicable_contradicts_no_document(void **state) {
    (void)state;
    for_each_number(check_contradiction);
}

static void check_kind(const struct hc_mapping *row) {
    REQUIRE_MAPPING(row, row->kind >= HC_MAP_EXACT && row->kind <= HC_MAP_NOT_APPLICABLE);
    REQUIRE_MAPPING(row, hc_space(row->to) != NULL);
}

static void kinds_and_spaces_are_known(void **state) {
    (void)state;
    for_each_mapping_row(check_kind);
}

static void check_target(const struct hc_mapping *row) {
    if (!answers(row))
        return;
    REQUIRE_MAPPING(row, row->target <= hc_space(row->to)->max);
    REQUIRE_MAPPING(row, hc_explain(row->to, row->target, NULL).row_count > 0);
    if (row->to == row->from && row->from != HC_HTTP_STATUS) /* a status may be forwarded as it is */
        REQUIRE_MAPPING(row, row->first != row->target || row->last != row->target);
}

static void targets_are_codes_of_their_space(void **state) {
    (void)state;
    for_each_mapping_row(check_target);
}

static bool has_streams(enum hc_space_id id) {
    return id == HC_HTTP2_ERROR || id == HC_HTTP3_ERROR;
}

static void check_conditions(const struct hc_mapping *row) {
    REQUIRE_MAPPING(row, (row->conditions & ~(unsigned)WHATEVER_HOLDS) == 0);
    REQUIRE_MAPPING(row, !both(row->conditions, HC_IF_FROM_CLIENT, HC_IF_FROM_SERVER));
    REQUIRE_MAPPING(row, !both(row->conditions, HC_IF_ON_STREAM, HC_IF_ON_CONNECTION));
    REQUIRE_MAPPING(row, !both(row->conditions, HC_IF_WEBSOCKET, HC_IF_ON_CONNECTION));
    if ((row->conditions & (HC_IF_ON_STREAM | HC_IF_ON_CONNECTION)) != 0)
        REQUIRE_MAPPING(row, has_streams(row->from));
    if ((row->conditions & HC_IF_FROM_CLIENT) != 0) /* a client sends neither */
        REQUIRE_MAPPING(row, row->from != HC_HTTP_STATUS && row->from != HC_GRPC_STATUS);
    if ((row->conditions & HC_IF_NO_GRPC_STATUS) != 0)
        REQUIRE_MAPPING(row, row->from == HC_HTTP_STATUS && row->to == HC_GRPC_STATUS);
    if ((row->conditions & HC_IF_OWN_MEANING) != 0) /* elsewhere a number's own row is always taken */
        REQUIRE_MAPPING(row, row->from == HC_HTTP_STATUS || row->from == HC_WEBSOCKET_CLOSE);
}

static void conditions_can_hold(void **state) {
    (void)state;
    for_each_mapping_row(check_conditions);
}

/* RFC 8441, section 5, and RFC 9220, section 3: only such a stream has a close code; without a Close frame it
 * is 1006 (RFC 6455, section 7.1.5). */
static void check_close_of_stream(const struct hc_mapping *row) {
    if (!has_streams(row->from) || row->to != HC_WEBSOCKET_CLOSE)
        return;
    REQUIRE_MAPPING(row, (row->conditions & HC_IF_WEBSOCKET) != 0);
    REQUIRE_MAPPING(row, !answers(row) || row->target == 1006);
}

static void only_websocket_streams_have_close_codes(void **state) {
    (void)state;
    for_each_mapping_row(check_close_of_stream);
}

static void check_hint_text(const struct hc_mapping *row, const char *hint, const char *full_stop) {
    REQUIRE_MAPPING(row, hint[0] != '\0' && hint[0] != ' ');
    REQUIRE_MAPPING(row, strlen(hint) <= LONGEST_HINT);
    REQUIRE_MAPPING(row, ends_with(hint, full_stop));
    REQUIRE_MAPPING(row, strpbrk(hint, "\t\r\n") == NULL && !mentions(hint, "  "));
}

static void check_hints(const struct hc_mapping *row) {
    static const char *const full_stop[] = {[HC_EN] = ".", [HC_ZH_CN] = "。", [HC_DE] = "."};
    REQUIRE_MAPPING(row, row->hint[HC_EN] != NULL);
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++) {
        if (row->hint[language] != NULL)
            check_hint_text(row, row->hint[language], full_stop[language]);
        const char *expected = row->hint[language] ? row->hint[language] : row->hint[HC_EN];
        REQUIRE_MAPPING(row, strcmp(hc_mapping_hint(row, language), expected) == 0);
    }
}

static void hints_are_short_sentences(void **state) {
    (void)state;
    for_each_mapping_row(check_hints);
}

/* Which document says something about the way from one space to another, and in which direction. A table that
 * is read backwards says so. http-grpc-status-mapping.md forbids to read it backwards. */
static const struct {
    enum hc_space_id from, to;
    const char *basis;
} sources[] = {
    {HC_HTTP2_ERROR, HC_HTTP3_ERROR, "RFC 9114, appendix A.4"},
    {HC_HTTP3_ERROR, HC_HTTP2_ERROR, "RFC 9114, appendix A.4, inverse"},
    {HC_HTTP2_ERROR, HC_HTTP3_ERROR, "RFC 9114, appendix A.4.1"},
    {HC_HTTP3_ERROR, HC_HTTP2_ERROR, "RFC 9114, appendix A.4.1"},
    {HC_HTTP2_ERROR, HC_HTTP_STATUS, "RFC 9114, appendix A.4.1"},
    {HC_HTTP3_ERROR, HC_HTTP_STATUS, "RFC 9114, appendix A.4.1"},
    {HC_HTTP2_ERROR, HC_HTTP2_ERROR, "RFC 9113, section 7"},
    {HC_HTTP2_ERROR, HC_HTTP3_ERROR, "RFC 9113, section 7"},
    {HC_HTTP3_ERROR, HC_HTTP3_ERROR, "RFC 9114, section 8"},
    {HC_HTTP3_ERROR, HC_HTTP2_ERROR, "RFC 9114, section 8"},
    {HC_HTTP2_ERROR, HC_GRPC_STATUS, "gRPC, PROTOCOL-HTTP2.md"},
    {HC_GRPC_STATUS, HC_HTTP2_ERROR, "gRPC, PROTOCOL-HTTP2.md"},
    {HC_GRPC_STATUS, HC_HTTP2_ERROR, "gRPC, PROTOCOL-HTTP2.md, inverse"},
    {HC_GRPC_STATUS, HC_HTTP_STATUS, "gRPC, PROTOCOL-HTTP2.md"},
    {HC_HTTP3_ERROR, HC_GRPC_STATUS, "gRPC proposal G2"},
    {HC_GRPC_STATUS, HC_HTTP3_ERROR, "gRPC proposal G2"},
    {HC_GRPC_STATUS, HC_HTTP3_ERROR, "gRPC proposal G2, inverse"},
    {HC_HTTP_STATUS, HC_GRPC_STATUS, "gRPC, http-grpc-status-mapping.md"},
    {HC_GRPC_STATUS, HC_GRPC_STATUS, "gRPC, statuscodes.md"},
    {HC_HTTP2_ERROR, HC_GRPC_STATUS, "gRPC, statuscodes.md"},
    {HC_HTTP3_ERROR, HC_GRPC_STATUS, "gRPC, statuscodes.md"},
    {HC_GRPC_STATUS, HC_HTTP_STATUS, "google.rpc.Code"},
    {HC_HTTP_STATUS, HC_GRPC_STATUS, "google.rpc.Code, inverse"},
    {HC_HTTP2_ERROR, HC_WEBSOCKET_CLOSE, "RFC 8441, section 5"},
    {HC_WEBSOCKET_CLOSE, HC_HTTP2_ERROR, "RFC 8441, section 5"},
    {HC_HTTP3_ERROR, HC_WEBSOCKET_CLOSE, "RFC 9220, section 3"},
    {HC_WEBSOCKET_CLOSE, HC_HTTP3_ERROR, "RFC 9220, section 3"},
    {HC_HTTP_STATUS, HC_HTTP_STATUS, "RFC 8441, section 5; RFC 9220, section 3"},
    {HC_HTTP_STATUS, HC_HTTP_STATUS, "RFC 9110, section 15"},
    {HC_HTTP_STATUS, HC_HTTP_STATUS, "RFC 9110, section 15.2"},
    {HC_HTTP_STATUS, HC_HTTP_STATUS, "RFC 9110, section 15.5.20"},
    {HC_HTTP_STATUS, HC_HTTP_STATUS, "RFC 8470, section 5.2"},
};

static bool is_sourced(const struct hc_mapping *row) {
    for (size_t i = 0; i < COUNT(sources); i++)
        if (sources[i].from == row->from && sources[i].to == row->to &&
            strcmp(sources[i].basis, row->basis) == 0)
            return true;
    return false;
}

static void check_basis(const struct hc_mapping *row) {
    assert_non_null(row->basis);
    bool derived = strcmp(row->basis, "derived") == 0;
    REQUIRE_MAPPING(row, derived || is_sourced(row));
    REQUIRE_MAPPING(row, !is_documented(row) || !derived);
    REQUIRE_MAPPING(row, row->kind != HC_MAP_DERIVED || derived);
}

static void every_row_says_on_what_it_is_based(void **state) {
    (void)state;
    for_each_mapping_row(check_basis);
}

static void check_quic(const struct hc_mapping *row) {
    if (row->to == HC_QUIC_ERROR || (row->from == HC_QUIC_ERROR && row->to != HC_HTTP_STATUS))
        REQUIRE_MAPPING(row, !is_documented(row));
}

/* RFC 9114, appendix A.4 names no QUIC code, and no gRPC document knows one. */
static void no_document_maps_quic(void **state) {
    (void)state;
    for_each_mapping_row(check_quic);
}

/* The summary shows the first row: of a version that is the other version's code, or that it has none. */
static void check_first_row(const struct hc_space *space, const struct hc_code *code) {
    if (!has_streams(space->id))
        return;
    struct hc_mappings found = hc_mappings(space->id, code->value);
    REQUIRE(space, code, found.count > 0);
    REQUIRE(space, code, found.rows[0].to == (space->id == HC_HTTP2_ERROR ? HC_HTTP3_ERROR : HC_HTTP2_ERROR));
    REQUIRE(space, code, (found.rows[0].conditions & (HC_IF_FROM_CLIENT | HC_IF_FROM_SERVER)) == 0);
}

static void the_sibling_comes_first(void **state) {
    (void)state;
    for_each_code(check_first_row);
}

/* A failure that nothing corresponds to is a gap in the tables; successes need no counterpart. */
static void check_failure_is_mapped(const struct hc_space *space, const struct hc_code *code) {
    if (code->registration == HC_REGISTERED && code->retry != HC_RETRY_NOT_A_FAILURE)
        REQUIRE(space, code, hc_mappings(space->id, code->value).count > 0);
}

static void every_registered_failure_is_mapped(void **state) {
    (void)state;
    for_each_code(check_failure_is_mapped);
}

static void webtransport_errors_are_not_unknown(void **state) {
    (void)state;
    static const uint64_t codes[] = {HC_WEBTRANSPORT_FIRST, HC_WEBTRANSPORT_FIRST + 1, HC_WEBTRANSPORT_LAST};
    for (size_t i = 0; i < COUNT(codes); i++) {
        uint32_t inner;
        assert_true(hc_webtransport_application_code(codes[i], &inner));
        assert_false(is_answered(HC_HTTP3_ERROR, codes[i], HC_HTTP2_ERROR,
                                 number_of(HC_HTTP2_ERROR, "NO_ERROR"), WHATEVER_HOLDS));
    }
}

static void no_space_has_no_rows(void **state) {
    (void)state;
    assert_int_equal(hc_mappings((enum hc_space_id)0, 404).count, 0);
    assert_int_equal(hc_mappings(HC_SPACES_END, 404).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_cover_the_number_they_are_for),
        cmocka_unit_test(rows_are_sorted),
        cmocka_unit_test(no_answer_is_given_twice),
        cmocka_unit_test(not_applicable_contradicts_no_document),
        cmocka_unit_test(kinds_and_spaces_are_known),
        cmocka_unit_test(targets_are_codes_of_their_space),
        cmocka_unit_test(conditions_can_hold),
        cmocka_unit_test(only_websocket_streams_have_close_codes),
        cmocka_unit_test(hints_are_short_sentences),
        cmocka_unit_test(every_row_says_on_what_it_is_based),
        cmocka_unit_test(no_document_maps_quic),
        cmocka_unit_test(the_sibling_comes_first),
        cmocka_unit_test(every_registered_failure_is_mapped),
        cmocka_unit_test(webtransport_errors_are_not_unknown),
        cmocka_unit_test(no_space_has_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
