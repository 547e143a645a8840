/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "settings/own_table.h"

#include <epan/uat.h>
#include <wsutil/report_message.h>

#include "registry/lookup.h"
#include "registry/own_codes.h"

enum column { SPACE, FIRST, LAST, ORIGIN, NAME, DESCRIPTION, CONDITION, RETRY, FAULT, COLUMNS };

static const struct {
    const char *name, *title, *description;
} columns[COLUMNS] = {
    [SPACE] =
        {"space", "Space",
         "HTTP status, HTTP/2 error, HTTP/3 error, QUIC transport error, WebSocket close or gRPC status"},
    [FIRST] = {"first", "First value", "Decimal, or hexadecimal with 0x"},
    [LAST] = {"last", "Last value", "Empty for a single code"},
    [ORIGIN] = {"origin", "Origin", "Who uses the code"},
    [NAME] = {"name", "Name", "What it is called"},
    [DESCRIPTION] = {"description", "Description", "What it means"},
    [CONDITION] = {"condition", "Condition",
                   "Only with this product in the Server header, with this WebSocket subprotocol, or of a "
                   "request to this host (host:api.example, host:*.example); empty: always"},
    [RETRY] = {"retry", "Retry", "Whether the request may be sent again; empty: as for the built-in code"},
    [FAULT] = {"fault", "Fault", "Whom the code blames; empty: as for the built-in code"},
};

/* Of a row that was written before there was such a column. */
static const char *defaults[COLUMNS] = {[RETRY] = "", [FAULT] = ""};

/* The columns that are lists: Wireshark takes an entry's text, not its number. */
static value_string spaces[HC_SPACES_END], retries[16], faults[8];

/* What the user wrote in a row. It stays in its place, where Wireshark moves the row about. */
struct cells {
    char *text[COLUMNS];
};

/* A row as Wireshark keeps it. */
struct own_row {
    struct cells *cells; /* NULL until something is written */
};

/* The rows in use. Wireshark has a copy of them for its dialog, where it adds those that are bad. */
static struct own_row *rows;
static unsigned row_count;
/* Of all rows that Wireshark keeps, in use or on the screen: struct cells. NULL where there are none. */
static GPtrArray *kept;
/* Of the rows in use those that are good. */
static struct hc_own_code *codes;
static size_t code_count;

static struct hc_own_text text_of(const struct cells *cells) {
    char *const *text = cells->text;

    return (struct hc_own_text){text[SPACE],       text[FIRST],     text[LAST],  text[ORIGIN], text[NAME],
                                text[DESCRIPTION], text[CONDITION], text[RETRY], text[FAULT]};
}

/* Of the row that is being read, and of those that were refused on the command line: what Wireshark has read
 * of them it forgets to free. */
static struct cells *unfinished;
static GSList *forgotten;

static void set_cell(void *record, const char *text, unsigned length, const void *column,
                     const void *ignored) {
    struct own_row *row = record;
    char **cell;

    (void)ignored;
    if (!row->cells)
        row->cells = unfinished = g_new0(struct cells, 1);
    cell = &row->cells->text[GPOINTER_TO_INT(column)];
    g_free(*cell);
    *cell = g_strndup(text, length);
}

static void show_cell(void *record, char **text, unsigned *length, const void *column, const void *ignored) {
    const struct own_row *row = record;
    const char *cell = row->cells ? row->cells->text[GPOINTER_TO_INT(column)] : NULL;

    (void)ignored;
    *text = g_strdup(cell ? cell : "");
    *length = (unsigned)strlen(*text);
}

static void keep(struct cells *cells) {
    if (!kept)
        kept = g_ptr_array_new();
    g_ptr_array_add(kept, cells);
}

/* Nobody says when Wireshark is at its end: the last row takes the array with it. */
static void keep_no_longer(struct cells *cells) {
    if (!kept)
        return;
    g_ptr_array_remove(kept, cells);
    if (kept->len == 0)
        g_clear_pointer(&kept, g_ptr_array_unref);
}

static void *copy_row(void *to, const void *from, size_t size) {
    const struct own_row *source = from;
    struct own_row *copy = to;

    (void)size;
    copy->cells = g_new0(struct cells, 1);
    for (int i = 0; source->cells && i < COLUMNS; i++)
        copy->cells->text[i] = g_strdup(source->cells->text[i]);
    keep(copy->cells);
    return copy;
}

static void free_row(void *record) {
    struct own_row *row = record;

    if (!row->cells)
        return;
    keep_no_longer(row->cells);
    for (int i = 0; i < COLUMNS; i++)
        g_free(row->cells->text[i]);
    g_free(row->cells);
    row->cells = NULL;
}

static bool clashes_with_codes(const struct hc_own_code *code, const char **rival) {
    for (size_t i = 0; i < code_count; i++) {
        if (hc_own_codes_clash(code, &codes[i])) {
            *rival = codes[i].code.name;
            return true;
        }
    }
    return false;
}

/* Of two rows that clash the first is used. */
static void use_rows_before(const struct own_row *end) {
    const char *rival;

    g_free(codes);
    codes = g_new0(struct hc_own_code, row_count + 1);
    code_count = 0;
    for (unsigned i = 0; i < row_count && &rows[i] != end; i++) {
        struct hc_own_text text = text_of(rows[i].cells);

        if (!hc_own_code_read(&text, &codes[code_count]) && !clashes_with_codes(&codes[code_count], &rival))
            code_count++;
    }
    hc_own_codes_use(codes, code_count);
}

/* The file was read, or there is none: what comes now is of the command line. */
static bool file_was_read;

static void use_rows(void) {
    use_rows_before(NULL);
    file_was_read = true;
}

static void forget_rows(void) {
    file_was_read = false;
    hc_own_codes_use(NULL, 0);
    g_free(codes);
    codes = NULL;
    code_count = 0;
}

static bool are_in_use(const struct cells *cells) {
    for (unsigned i = 0; i < row_count; i++) {
        if (rows[i].cells == cells)
            return true;
    }
    return false;
}

/* With the rows that the preferences dialog shows, good or bad. Those in use are as they were when it was
 * opened. */
static bool clashes_on_screen(const struct cells *cells, const struct hc_own_code *code, const char **rival) {
    for (unsigned i = 0; kept && i < kept->len; i++) {
        const struct cells *neighbour = kept->pdata[i];
        struct hc_own_text text = text_of(neighbour);
        struct hc_own_code other;

        if (neighbour != cells && !are_in_use(neighbour) && !hc_own_code_read(&text, &other) &&
            hc_own_codes_clash(code, &other)) {
            *rival = text.name;
            return true;
        }
    }
    return false;
}

/* A sentence that says what to mend, to be freed with g_free(); NULL if the row is good. */
static char *objection_to(const struct cells *cells) {
    struct hc_own_text text = text_of(cells);
    struct hc_own_code code;
    const char *mend = hc_own_code_read(&text, &code);
    const char *rival;

    if (mend)
        return g_strdup(mend);
    if (are_in_use(cells) ? clashes_with_codes(&code, &rival) : clashes_on_screen(cells, &code, &rival))
        return g_strdup_printf(
            "The values overlap with those of \"%s\"; one of the two needs other values or a "
            "condition.",
            rival);
    return NULL;
}

static void report(const struct cells *cells, const char *objection) {
    report_failure("HTTP codes of your own: %s %s \"%s\" is not used. %s", cells->text[SPACE],
                   cells->text[FIRST], cells->text[NAME], objection);
}

/* Refuses a bad row by Wireshark's means, in the preferences dialog and on the command line, where the
 * program ends with that. But of a file Wireshark would not read the rows behind one that is refused, and
 * lose them when it writes the table again. There a bad row stays, and is not used. */
static hc_bool check_row(void *record, char **error) {
    const struct own_row *row = record;
    bool is_just_read = are_in_use(row->cells);

    if (is_just_read)
        use_rows_before(row);
    *error = objection_to(row->cells);
    if (*error && is_just_read && !file_was_read) {
        report(row->cells, *error);
        g_free(*error);
        *error = NULL;
    } else if (*error && is_just_read) {
        forgotten = g_slist_prepend(forgotten, unfinished);
    }
    return *error == NULL;
}

static void list_words(value_string *list, const char *const *words) {
    for (uint32_t i = 0; words[i]; i++)
        list[i] = (value_string){i, words[i]};
}

static void list_spaces(void) {
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        spaces[id - 1] = (value_string){(uint32_t)id, hc_space((enum hc_space_id)id)->name};
}

static void make_list(uat_field_t *field, const value_string *list) {
    field->mode = PT_TXTMOD_ENUM;
    field->fld_data = list;
}

/* What Wireshark wants to know of a column. */
static uat_field_t *fields_of_columns(void) {
    static uat_field_t fields[COLUMNS + 1]; /* ended by one without a title */

    for (int i = 0; i < COLUMNS; i++) {
        fields[i] = (uat_field_t){
            .name = columns[i].name,
            .title = columns[i].title,
            .mode = PT_TXTMOD_STRING,
            .cb = {uat_fld_chk_str, set_cell, show_cell},
            .cbdata = {GINT_TO_POINTER(i), GINT_TO_POINTER(i), GINT_TO_POINTER(i)},
            .desc = columns[i].description,
        };
    }
    fields[SPACE].desc = hc_space_names();
    list_spaces();
    list_words(retries, hc_own_retries);
    list_words(faults, hc_own_faults);
    make_list(&fields[SPACE], spaces);
    make_list(&fields[RETRY], retries);
    make_list(&fields[FAULT], faults);
    return fields;
}

void hc_own_table_register(module_t *preferences) {
    uat_t *table;

    table = uat_new("HTTP codes of your own", sizeof(struct own_row), "httpcodes_codes", TRUE, &rows,
                    &row_count, UAT_AFFECTS_DISSECTION, NULL, copy_row, check_row, free_row, use_rows,
                    forget_rows, fields_of_columns());
    uat_set_default_values(table, defaults);
    prefs_register_uat_preference(preferences, "codes", "Codes of your own",
                                  "Codes that are used at your site; they win over the built-in ones", table);
}
