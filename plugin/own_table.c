/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "own_table.h"

#include <epan/uat.h>

#include "registry/lookup.h"
#include "registry/own_codes.h"

/* A row of the table, as the user wrote it. */
struct own_row {
    char *space, *first, *last, *origin, *name, *description, *condition;
};

static struct own_row *rows;
static unsigned row_count;
static struct hc_own_code *codes;

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

/* The row in use that claims the same number; NULL if none does. */
static const struct own_row *rival_of(const struct own_row *row, const struct hc_own_code *code) {
    for (unsigned i = 0; i < row_count; i++) {
        struct hc_own_text text = text_of(&rows[i]);
        struct hc_own_code other;

        if (&rows[i] != row && !hc_own_code_read(&text, &other) && hc_own_codes_clash(code, &other))
            return &rows[i];
    }
    return NULL;
}

/* Refuses a bad row with a sentence; Wireshark keeps the others. */
static hc_bool check_row(void *record, char **error) {
    const struct own_row *row = record;
    struct hc_own_text text = text_of(row);
    struct hc_own_code code;
    const char *mend = hc_own_code_read(&text, &code);
    const struct own_row *rival = mend ? NULL : rival_of(row, &code);

    *error = NULL;
    if (mend)
        *error = g_strdup(mend);
    else if (rival)
        *error =
            g_strdup_printf("The values overlap with those of \"%s\"; one of the two needs other values or a "
                            "condition.",
                            rival->name);
    return *error == NULL;
}

/* Rows that are wrong are not among these. */
static void use_rows(void) {
    size_t count = 0;

    g_free(codes);
    codes = g_new0(struct hc_own_code, row_count + 1);
    for (unsigned i = 0; i < row_count; i++) {
        struct hc_own_text text = text_of(&rows[i]);

        if (!hc_own_code_read(&text, &codes[count]))
            count++;
    }
    hc_own_codes_use(codes, count);
}

static void forget_rows(void) {
    hc_own_codes_use(NULL, 0);
    g_free(codes);
    codes = NULL;
}

void hc_own_table_register(module_t *preferences) {
    static uat_field_t columns[] = {
        UAT_FLD_CSTRING(
            own, space, "Space",
            "HTTP status, HTTP/2 error, HTTP/3 error, QUIC transport error, WebSocket close or gRPC status"),
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
    uat_t *table =
        uat_new("HTTP codes of your own", sizeof(struct own_row), "httpcodes_codes", TRUE, &rows, &row_count,
                UAT_AFFECTS_DISSECTION, NULL, copy_row, check_row, free_row, use_rows, forget_rows, columns);

    prefs_register_uat_preference(preferences, "codes", "Codes of your own",
                                  "Codes that are used at your site; they win over the built-in ones", table);
}
