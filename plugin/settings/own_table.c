/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "settings/own_table.h"

#include <epan/uat.h>

#include <epan/uat-int.h> /* wants the one above before it */
#include <wsutil/report_message.h>

#include "registry/lookup.h"
#include "registry/own_codes.h"

/* A row of the table, as the user wrote it. */
struct own_row {
    char *space, *first, *last, *origin, *name, *description, *condition;
};

static uat_t *table;
static struct own_row *rows;
static unsigned row_count;
/* Of the rows those that are good. */
static struct hc_own_code *codes;
static size_t code_count;

UAT_CSTRING_CB_DEF(own, space, struct own_row)
UAT_CSTRING_CB_DEF(own, first, struct own_row)
UAT_CSTRING_CB_DEF(own, last, struct own_row)
UAT_CSTRING_CB_DEF(own, origin, struct own_row)
UAT_CSTRING_CB_DEF(own, name, struct own_row)
UAT_CSTRING_CB_DEF(own, description, struct own_row)
UAT_CSTRING_CB_DEF(own, condition, struct own_row)

static struct hc_own_text text_of(const struct own_row *row) {
    return (struct hc_own_text){row->space, row->first,       row->last,     row->origin,
                                row->name,  row->description, row->condition};
}

static void *copy_row(void *to, const void *from, size_t size) {
    const struct own_row *source = from;
    struct own_row *copy = to;

    (void)size;
    *copy = (struct own_row){
        g_strdup(source->space),     g_strdup(source->first), g_strdup(source->last),
        g_strdup(source->origin),    g_strdup(source->name),  g_strdup(source->description),
        g_strdup(source->condition),
    };
    return copy;
}

static void free_row(void *record) {
    struct own_row *row = record;

    g_free(row->space);
    g_free(row->first);
    g_free(row->last);
    g_free(row->origin);
    g_free(row->name);
    g_free(row->description);
    g_free(row->condition);
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
        struct hc_own_text text = text_of(&rows[i]);

        if (!hc_own_code_read(&text, &codes[code_count]) && !clashes_with_codes(&codes[code_count], &rival))
            code_count++;
    }
    hc_own_codes_use(codes, code_count);
}

static void use_rows(void) {
    use_rows_before(NULL);
}

static void forget_rows(void) {
    hc_own_codes_use(NULL, 0);
    g_free(codes);
    codes = NULL;
    code_count = 0;
}

/* The rows that the preferences dialog shows, good or bad. Those in use are as they were when it was opened.
 */
static const struct own_row *rows_on_screen(void) {
    return (const void *)table->raw_data->data;
}

static bool is_on_screen(const struct own_row *row) {
    for (unsigned i = 0; i < table->raw_data->len; i++) {
        if (&rows_on_screen()[i] == row)
            return true;
    }
    return false;
}

static bool clashes_on_screen(const struct own_row *row, const struct hc_own_code *code, const char **rival) {
    for (unsigned i = 0; i < table->raw_data->len; i++) {
        const struct own_row *neighbour = &rows_on_screen()[i];
        struct hc_own_text text = text_of(neighbour);
        struct hc_own_code other;

        if (neighbour != row && !hc_own_code_read(&text, &other) && hc_own_codes_clash(code, &other)) {
            *rival = neighbour->name;
            return true;
        }
    }
    return false;
}

/* A sentence that says what to mend, to be freed with g_free(); NULL if the row is good. */
static char *objection_to(const struct own_row *row) {
    struct hc_own_text text = text_of(row);
    struct hc_own_code code;
    const char *mend = hc_own_code_read(&text, &code);
    const char *rival;

    if (mend)
        return g_strdup(mend);
    if (is_on_screen(row) ? clashes_on_screen(row, &code, &rival) : clashes_with_codes(&code, &rival))
        return g_strdup_printf(
            "The values overlap with those of \"%s\"; one of the two needs other values or a "
            "condition.",
            rival);
    return NULL;
}

/* Refuses a bad row. In the preferences dialog by Wireshark's means; but of a file Wireshark would not read
 * the rows behind one that is refused, and lose them when it writes the table again. There a bad row stays,
 * and is not used. */
static hc_bool check_row(void *record, char **error) {
    const struct own_row *row = record;

    if (!is_on_screen(row))
        use_rows_before(row);
    *error = objection_to(row);
    if (*error && !is_on_screen(row)) {
        report_failure("HTTP codes of your own: %s %s \"%s\" is not used. %s", row->space, row->first,
                       row->name, *error);
        g_free(*error);
        *error = NULL;
    }
    return *error == NULL;
}

void hc_own_table_register(module_t *preferences) {
    static uat_field_t columns[] = {
        UAT_FLD_CSTRING(own, space, "Space", NULL),
        UAT_FLD_CSTRING(own, first, "First value", "Decimal, or hexadecimal with 0x"),
        UAT_FLD_CSTRING(own, last, "Last value", "Empty for a single code"),
        UAT_FLD_CSTRING(own, origin, "Origin", "Who uses the code"),
        UAT_FLD_CSTRING(own, name, "Name", "What it is called"),
        UAT_FLD_CSTRING(own, description, "Description", "What it means"),
        UAT_FLD_CSTRING(
            own, condition, "Condition",
            "Only with this product in the Server header, or with this WebSocket subprotocol; empty: always"),
        UAT_END_FIELDS,
    };
    columns[0].desc = hc_space_names();
    table =
        uat_new("HTTP codes of your own", sizeof(struct own_row), "httpcodes_codes", TRUE, &rows, &row_count,
                UAT_AFFECTS_DISSECTION, NULL, copy_row, check_row, free_row, use_rows, forget_rows, columns);

    prefs_register_uat_preference(preferences, "codes", "Codes of your own",
                                  "Codes that are used at your site; they win over the built-in ones", table);
}
