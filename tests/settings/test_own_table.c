/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of own codes, driven as Wireshark's file reader and its preferences dialog drive it: a bad row of
 * a file stays and is not used, one on the screen is refused, and each is measured against the rows beside
 * it. */
#include "registry/registry_test.h"

#include "compat.h"

#include <epan/uat.h>
#include <unistd.h>

#include <epan/uat-int.h> /* wants the one above before it */
#include <wsutil/report_message.h>

#include "settings/own_table.h"

static uat_t *table;
static char *complaint;

/* Instead of Wireshark's, which only Wireshark has the dialogs for. */
void prefs_register_uat_preference(module_t *module, const char *name, const char *title,
                                   const char *description, uat_t *uat) {
    (void)module, (void)name, (void)title, (void)description;
    table = uat;
}

void report_failure(const char *format, ...) {
    va_list parts;

    va_start(parts, format);
    g_free(complaint);
    complaint = g_strdup_vprintf(format, parts);
    va_end(parts);
}

static int register_table(void **state) {
    (void)state;
    hc_own_table_register(NULL);
    return table ? 0 : -1;
}

static int clear_table(void **state) {
    (void)state;
    uat_clear(table);
    g_free(complaint);
    complaint = NULL;
    return 0;
}

static const char *name_of(uint64_t status) {
    return hc_explain(HC_HTTP_STATUS, status, NULL).row->name;
}

/* Nothing is left open, nor in the folder, whichever of it fails. */
static void load(const char *row) {
    char *path = g_strdup_printf("%s/httpcodes_codes.%d", g_get_tmp_dir(), getpid());
    char *error = NULL;
    bool is_loaded = g_file_set_contents(path, row, -1, NULL) && uat_load(table, path, &error);

    unlink(path);
    g_free(path);
    assert_true(is_loaded);
    assert_null(error);
}

/* As the dialog does: a copy of a record of its own. */
static unsigned add_on_screen(const char *const cells[9]) {
    void *record = g_malloc0(table->record_size);
    unsigned place = table->raw_data->len;

    for (unsigned i = 0; i < table->ncols; i++)
        table->fields[i].cb.set(record, cells[i], (unsigned)strlen(cells[i]), table->fields[i].cbdata.set,
                                table->fields[i].fld_data);
    uat_insert_record_idx(table, place, record);
    table->free_cb(record);
    g_free(record);
    return place;
}

static void write_on_screen(unsigned row, unsigned column, const char *text) {
    table->fields[column].cb.set(UAT_INDEX_PTR(table, row), text, (unsigned)strlen(text),
                                 table->fields[column].cbdata.set, table->fields[column].fld_data);
}

/* What the dialog says of the row; NULL if it takes it. */
static char *objection(unsigned row) {
    char *error = NULL;
    bool is_good = table->update_cb(UAT_INDEX_PTR(table, row), &error);

    assert_int_equal(is_good, error == NULL);
    uat_update_record(table, UAT_INDEX_PTR(table, row), is_good);
    return error;
}

static void require_objection(unsigned row, const char *words) {
    char *error = objection(row);

    assert_non_null(error);
    assert_non_null(strstr(error, words));
    g_free(error);
}

static const char *const coffee[] = {"HTTP status", "520", "", "Us", "Out of Coffee", "", "", "", ""};
static const char *const tea[] = {"HTTP status", "510", "525", "Us", "Out of Tea", "", "", "", ""};
#define COFFEE "\"HTTP status\",\"520\",\"\",\"Us\",\"Out of Coffee\",\"\",\"\",\"\",\"\"\n"
/* As written before there were the columns retry and fault. */
#define TEA "\"HTTP status\",\"510\",\"525\",\"Us\",\"Out of Tea\",\"\",\"\"\n"

static void test_of_two_rows_of_a_file_that_clash_the_first_is_used(void **state) {
    (void)state;
    load(COFFEE TEA);
    assert_non_null(strstr(complaint, "overlap with those of \"Out of Coffee\""));
    assert_string_equal(name_of(520), "Out of Coffee");
    assert_string_not_equal(name_of(511), "Out of Tea");
}

static void test_the_dialog_refuses_a_row_that_clashes_with_another_on_the_screen(void **state) {
    (void)state;
    assert_null(objection(add_on_screen(coffee)));
    require_objection(add_on_screen(tea), "overlap with those of \"Out of Coffee\"");
    assert_null(complaint);
}

static void test_the_dialog_measures_against_what_is_on_the_screen_now(void **state) {
    unsigned row;

    (void)state;
    load(COFFEE);
    row = add_on_screen(tea);
    require_objection(row, "overlap with those of \"Out of Coffee\"");
    write_on_screen(0, 1, "530");
    assert_null(objection(0));
    assert_null(objection(row));
    write_on_screen(0, 1, "512");
    require_objection(0, "overlap with those of \"Out of Tea\"");
    uat_remove_record_idx(table, row);
    assert_null(objection(0));
    /* In use is what was in use when the dialog was opened. */
    assert_string_equal(name_of(520), "Out of Coffee");
}

static void test_a_row_does_not_clash_with_itself(void **state) {
    (void)state;
    load(COFFEE);
    assert_null(objection(0));
}

static void test_rows_may_change_places(void **state) {
    unsigned row;

    (void)state;
    load(COFFEE);
    row = add_on_screen(tea);
    uat_move_index(table, row, 0);
    require_objection(0, "overlap with those of \"Out of Coffee\"");
    require_objection(1, "overlap with those of \"Out of Tea\"");
}

static void test_the_dialog_shows_what_was_written(void **state) {
    (void)state;
    load(COFFEE);
    for (unsigned i = 0; i < table->ncols; i++) {
        char *text = uat_fld_tostr(UAT_INDEX_PTR(table, 0), &table->fields[i]);

        assert_string_equal(text, coffee[i]);
        g_free(text);
    }
}

static void test_a_cleared_table_holds_nothing(void **state) {
    (void)state;
    load(COFFEE);
    uat_clear(table);
    assert_string_not_equal(name_of(520), "Out of Coffee");
    assert_null(objection(add_on_screen(tea)));
}

static const char *load_option(const char *row) {
    static char *error;
    char *option = g_strconcat("uat:httpcodes_codes:", row, NULL);

    g_free(error);
    error = NULL;
    prefs_set_pref(option, &error);
    g_free(option);
    return error;
}

/* The program ends with what it is told. */
static void test_a_bad_row_of_the_command_line_is_refused(void **state) {
    (void)state;
    load(COFFEE);
    assert_null(load_option("\"HTTP status\",\"404\",\"\",\"\",\"Lost\",\"\",\"\",\"no\",\"client\""));
    assert_string_equal(name_of(404), "Lost");
    assert_non_null(strstr(load_option(TEA), "overlap with those of \"Out of Coffee\""));
    assert_non_null(strstr(load_option("\"gRPC\",\"1\",\"\",\"\",\"Lost\",\"\",\"\""), "The space must be "));
    assert_null(complaint);
}

static void test_a_file_is_not_the_command_line_when_it_is_read_again(void **state) {
    (void)state;
    load(COFFEE);
    uat_clear(table);
    load("\"gRPC\",\"1\",\"\",\"\",\"Lost\",\"\",\"\"\n" COFFEE);
    assert_non_null(strstr(complaint, "The space must be "));
    assert_string_equal(name_of(520), "Out of Coffee");
}

static unsigned length_of(const value_string *list) {
    unsigned length = 0;

    while (list[length].strptr)
        length++;
    return length;
}

static void test_space_retry_and_fault_are_lists(void **state) {
    (void)state;
    for (unsigned i = 0; i < table->ncols; i++) {
        bool is_list = i == 0 || i > 6;

        assert_int_equal(table->fields[i].mode, is_list ? PT_TXTMOD_ENUM : PT_TXTMOD_STRING);
        if (is_list)
            assert_true(length_of(table->fields[i].fld_data) >= 5);
    }
    assert_int_equal(length_of(table->fields[0].fld_data), HC_SPACES_END - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_of_two_rows_of_a_file_that_clash_the_first_is_used, clear_table),
        cmocka_unit_test_teardown(test_the_dialog_refuses_a_row_that_clashes_with_another_on_the_screen,
                                  clear_table),
        cmocka_unit_test_teardown(test_the_dialog_measures_against_what_is_on_the_screen_now, clear_table),
        cmocka_unit_test_teardown(test_a_row_does_not_clash_with_itself, clear_table),
        cmocka_unit_test_teardown(test_rows_may_change_places, clear_table),
        cmocka_unit_test_teardown(test_the_dialog_shows_what_was_written, clear_table),
        cmocka_unit_test_teardown(test_a_cleared_table_holds_nothing, clear_table),
        cmocka_unit_test_teardown(test_a_bad_row_of_the_command_line_is_refused, clear_table),
        cmocka_unit_test_teardown(test_a_file_is_not_the_command_line_when_it_is_read_again, clear_table),
        cmocka_unit_test_teardown(test_space_retry_and_fault_are_lists, clear_table),
    };

    return cmocka_run_group_tests(tests, register_table, NULL);
}
