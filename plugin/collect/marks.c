/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/marks.h"

#include "collect/fingerprint.h"
#include "collect/names.h"
#include "registry/http_date.h"

/* A field's value, without an end. */
struct value {
    const char *text;
    size_t length;
};

static bool begins_with(struct value value, const char *word) {
    size_t length = strlen(word);

    return value.length >= length && g_ascii_strncasecmp(value.text, word, length) == 0;
}

/* Whether a list of tokens has this one, whatever version or parameter comes with it. */
static bool lists(struct value value, const char *token) {
    size_t length = strlen(token);

    for (size_t i = 0; i + length <= value.length; i++) {
        bool begins = i == 0 || memchr(", \t", value.text[i - 1], 3);
        bool ends = i + length == value.length || memchr(", \t/;", value.text[i + length], 5);

        if (begins && ends && g_ascii_strncasecmp(value.text + i, token, length) == 0)
            return true;
    }
    return false;
}

static uint32_t of_connection(struct value value) {
    return (lists(value, "upgrade") ? HC_HAS_CONNECTION_UPGRADE : 0u) |
           (lists(value, "close") ? HC_SAYS_CLOSE : 0u);
}

/* The protocols that are in use, and all others. */
static uint32_t of_upgrade(struct value value) {
    uint32_t known = (lists(value, "websocket") ? HC_ASKS_WEBSOCKET : 0u) |
                     (lists(value, "h2c") ? HC_ASKS_H2C : 0u) | (lists(value, "TLS") ? HC_ASKS_TLS : 0u);
    bool has_others = !known || (value.length > 0 && memchr(value.text, ',', value.length));

    return HC_HAS_UPGRADE | known | (has_others ? HC_ASKS_OTHER : 0u);
}

static const struct {
    const char *beginning;
    uint32_t mark;
} types[] = {
    {"multipart/byteranges", HC_HAS_BYTERANGES},         {"application/grpc-web", HC_IS_GRPC_WEB},
    {"application/dns-message", HC_ONLY_ASKS},           /* RFC 8484, section 6 */
    {"application/oblivious-dns-message", HC_ONLY_ASKS}, /* RFC 9230, section 9 */
    {"application/ocsp-request", HC_ONLY_ASKS},          /* RFC 6960, appendix C */
};

static uint32_t of_type(struct value value) {
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        if (begins_with(value, types[i].beginning))
            return types[i].mark;
    }
    return 0;
}

/* Digits, of which one is not 0. */
static uint32_t of_length(struct value value) {
    bool is_zero = true;

    for (size_t i = 0; i < value.length; i++) {
        if (!g_ascii_isdigit(value.text[i]))
            return 0;
        is_zero = is_zero && value.text[i] == '0';
    }
    return is_zero ? 0 : HC_HAS_LENGTH;
}

static const struct row {
    const char *name;
    uint32_t mark;
    uint32_t (*mark_of)(struct value value); /* where the value decides; else NULL */
} rows[] = {
    {"date", HC_HAS_DATE, NULL},
    {"allow", HC_HAS_ALLOW, NULL},
    {"range", HC_HAS_RANGE, NULL},
    {"expect", HC_HAS_EXPECT, NULL},
    {"cookie", HC_TELLS_CLIENTS, NULL},
    {"api-key", HC_TELLS_CLIENTS, NULL},
    {"upgrade", 0, of_upgrade},
    {"location", HC_HAS_LOCATION, NULL},
    {"forwarded", HC_TELLS_CLIENTS, NULL},
    {"x-api-key", HC_TELLS_CLIENTS, NULL},
    {"x-real-ip", HC_TELLS_CLIENTS, NULL},
    /* What 412 is used for beside the preconditions: RFC 4918, section 10.6, the protocol tus, and Azure Blob
     * Storage (Blob service error codes). */
    {"overwrite", HC_HAS_CONDITION, NULL},
    {"tus-resumable", HC_HAS_CONDITION, NULL},
    {"x-ms-lease-id", HC_HAS_CONDITION, NULL},
    {"x-ms-blob-condition-maxsize", HC_HAS_CONDITION, NULL},
    {"x-ms-blob-condition-appendpos", HC_HAS_CONDITION, NULL},
    {"connection", 0, of_connection},
    {"user-agent", HC_TELLS_CLIENTS, NULL},
    {"content-type", 0, of_type},
    {"x-auth-token", HC_TELLS_CLIENTS, NULL},
    {"authorization", HC_TELLS_CLIENTS, NULL},
    {"content-range", HC_HAS_CONTENT_RANGE, NULL},
    {"content-length", 0, of_length},
    {"idempotency-key", HC_HAS_IDEMPOTENCY_KEY, NULL},
    {"x-forwarded-for", HC_TELLS_CLIENTS, NULL},
    {"www-authenticate", HC_HAS_WWW_AUTHENTICATE, NULL},
    {"transfer-encoding", HC_HAS_TRANSFER_ENCODING, NULL},
    {"proxy-authorization", HC_TELLS_CLIENTS, NULL},
    {"proxy-authenticate", HC_HAS_PROXY_AUTHENTICATE, NULL},
    {"x-idempotency-key", HC_HAS_IDEMPOTENCY_KEY, NULL},
    {"sec-websocket-accept", HC_HAS_WEBSOCKET_ACCEPT, NULL},
};

static struct hc_names names = HC_NAMES(rows);

/* "If-None-Match", WebDAV's "If", "x-goog-if-generation-match". */
static bool is_condition(const char *name, size_t length) {
    if (length >= 2 && (name[0] | 0x20) == 'i' && (name[1] | 0x20) == 'f')
        return length == 2 || name[2] == '-';
    for (size_t i = 0; i + 4 <= length && (name[0] | 0x20) == 'x'; i++) {
        if (g_ascii_strncasecmp(name + i, "-if-", 4) == 0)
            return true;
    }
    return false;
}

/* "bytes=5-9", "bytes 5-9/10": 6. Of several ranges, or one that counts from the end, 0. */
static uint64_t first_position(struct value value) {
    uint64_t number = 0;
    size_t i = 6;

    if (!begins_with(value, "bytes") || value.length <= i || memchr(value.text, ',', value.length))
        return 0;
    for (; i < value.length && g_ascii_isdigit(value.text[i]) && number < UINT32_MAX / 16; i++)
        number = number * 10 + (uint64_t)(value.text[i] - '0');
    return i > 6 && i < value.length && value.text[i] == '-' ? number + 1 : 0;
}

/* Digits, which were looked at; larger ones than that are nobody's. */
static uint64_t number_of(struct value value) {
    uint64_t number = 0;

    for (size_t i = 0; i < value.length && number < UINT64_MAX / 16; i++)
        number = number * 10 + (uint64_t)(value.text[i] - '0');
    return number;
}

static void add_named(struct hc_marks *marks, const struct row *row, struct value value) {
    uint32_t mark = row->mark_of ? row->mark_of(value) : row->mark;

    if (mark & (HC_HAS_RANGE | HC_HAS_CONTENT_RANGE))
        marks->range = first_position(value);
    if (mark & HC_HAS_LENGTH)
        marks->length = number_of(value);
    if (mark == HC_TELLS_CLIENTS)
        marks->who = hc_fingerprint(marks->who, value.text, value.length);
    else if (mark != HC_HAS_DATE || hc_http_date(value.text, value.length, &marks->date))
        marks->bits |= mark;
}

void hc_marks_add(struct hc_marks *marks, const char *name, size_t name_length, const char *value,
                  size_t value_length) {
    const struct row *row = hc_names_find_in_any_case(&names, name, name_length);

    if (row)
        add_named(marks, row, (struct value){value, value_length});
    else if (name_length > 0 && is_condition(name, name_length))
        marks->bits |= HC_HAS_CONDITION;
}

/* ---- HTTP/1 ---- */

/* What the first line ends with, in front of white space. */
static uint32_t of_version(const char *line, const char *end) {
    static const char version[] = "HTTP/1.0";
    size_t length = sizeof version - 1;

    while (end > line && g_ascii_isspace(end[-1]))
        end--;
    return (size_t)(end - line) > length && memcmp(end - length, version, length) == 0 ? HC_IS_HTTP_1_0 : 0;
}

struct hc_marks hc_marks_begin_http1(const struct hc_http1_lines *lines) {
    return (struct hc_marks){.bits = lines->next ? of_version(lines->begin, lines->next) : 0};
}

/* The empty line proves that all of it was captured. */
void hc_marks_end_http1(struct hc_marks *marks, const struct hc_http1_lines *lines) {
    marks->bits |= lines->is_whole ? HC_HAS_WHOLE_HEAD : 0;
    marks->head_length = lines->head_length;
}

struct hc_marks hc_marks_of_http1(struct hc_span first_line) {
    struct hc_http1_lines lines = hc_http1_lines(first_line);
    struct hc_marks marks = hc_marks_begin_http1(&lines);
    struct hc_header header;

    while (hc_http1_next_line(&lines, &header))
        hc_marks_add(&marks, header.name, header.name_length, header.value, header.value_length);
    hc_marks_end_http1(&marks, &lines);
    return marks;
}

/* ---- HTTP/2 and HTTP/3 ---- */

/* RFC 9113, section 8.2.2; RFC 9114, section 4.2. */
static const char *const of_connections[] = {"connection", "keep-alive", "proxy-connection",
                                             "transfer-encoding", "upgrade"};
static struct hc_names names_of_connections = HC_NAMES(of_connections);

/* Upper-case letters lack a bit that all characters of nearly every name have. */
static bool has_upper_case(const char *name, size_t length) {
    char common = 0x20;

    for (size_t i = 0; i < length; i++)
        common &= name[i];
    for (size_t i = 0; i < length && !common; i++) {
        if (g_ascii_isupper(name[i]))
            return true;
    }
    return false;
}

void hc_marks_add_binary(struct hc_marks *marks, wmem_allocator_t *scope, const char *name,
                         size_t name_length, const char *value, size_t value_length) {
    bool is_pseudo = name_length > 0 && name[0] == ':';
    bool is_of_connection = !is_pseudo && hc_names_find(&names_of_connections, name, name_length);
    uint32_t bad = has_upper_case(name, name_length) ? HC_HAS_UPPER_CASE
                   : is_of_connection                ? HC_HAS_CONNECTION_FIELD
                                                     : 0;

    if (bad && !marks->bad_field) {
        marks->bad_field = hc_ascii(scope, name, (unsigned)name_length);
        marks->bits |= bad;
    }
    if (!is_pseudo)
        hc_marks_add(marks, name, name_length, value, value_length);
}
