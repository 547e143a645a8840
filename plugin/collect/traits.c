/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/traits.h"

#include <wsutil/inet_addr.h>

#include "collect/names.h"
#include "memory/trust.h"

/* Without an end. */
struct words {
    const char *text;
    size_t length;
};

static struct words trimmed(const char *text, const char *end, const char *white) {
    while (text < end && strchr(white, *text) && *text != '\0')
        text++;
    while (end > text && strchr(white, end[-1]) && end[-1] != '\0')
        end--;
    return (struct words){text, (size_t)(end - text)};
}

/* Up to the first of these characters. */
static struct words up_to(struct words words, const char *ends) {
    size_t length = 0;

    while (length < words.length && (words.text[length] == '\0' || !strchr(ends, words.text[length])))
        length++;
    return (struct words){words.text, length};
}

/* The next part of a list; false at its end. */
static bool next_part(struct words *list, char separator, struct words *part) {
    char separators[] = {separator, '\0'};
    struct words first = up_to(*list, separators);
    size_t behind = MIN(first.length + 1, list->length);

    if (list->length == 0)
        return false;
    *part = trimmed(first.text, first.text + first.length, " \t");
    *list = (struct words){list->text + behind, list->length - behind};
    return true;
}

static bool begins_with(struct words words, const char *beginning) {
    size_t length = strlen(beginning);

    return words.length >= length && g_ascii_strncasecmp(words.text, beginning, length) == 0;
}

/* ---- Ids ---- */

/* "00-TRACE-PARENT-FLAGS" (W3C, Trace Context): proxies give the trace a new parent. */
static struct words trace_of(struct words value) {
    enum { VERSION = 3, TRACE = 32 };

    if (value.length < VERSION + TRACE)
        return (struct words){value.text, 0};
    return (struct words){value.text + VERSION, TRACE};
}

/* "Self=...;Root=1-5759e988-..." */
static struct words root_of(struct words value) {
    struct words part;

    while (next_part(&value, ';', &part)) {
        if (begins_with(part, "Root="))
            return (struct words){part.text + 5, part.length - 5};
    }
    return (struct words){value.text, 0};
}

/* "TRACE/SPAN;o=1" */
static struct words before_slash(struct words value) {
    return up_to(value, "/;");
}

/* "RAY-COLO" */
static struct words before_dash(struct words value) {
    return up_to(value, "-");
}

/* ---- What proxies add ---- */

/* "10.0.0.1", "10.0.0.1:80", "[2001:db8::1]:80", in quotes or not. */
static void add_address(struct hc_traits *traits, struct words words) {
    char text[64];
    address host = ADDRESS_INIT_NONE;
    ws_in4_addr ip4;
    ws_in6_addr ip6;

    words = trimmed(words.text, words.text + words.length, " \t\"");
    if (words.length > 0 && words.text[0] == '[')
        words = up_to((struct words){words.text + 1, words.length - 1}, "]");
    else if (memchr(words.text, '.', words.length))
        words = up_to(words, ":");
    if (words.length >= sizeof text)
        return;
    memcpy(text, words.text, words.length);
    text[words.length] = '\0';
    if (ws_inet_pton4(text, &ip4))
        set_address(&host, AT_IPv4, sizeof ip4, &ip4);
    else if (ws_inet_pton6(text, &ip6))
        set_address(&host, AT_IPv6, sizeof ip6, &ip6);
    else
        return;
    hc_traits_add_forwarded(traits, hc_hash_address(&host));
}

static void add_hops(struct hc_traits *traits, unsigned list, struct words value) {
    struct words part;

    while (next_part(&value, ',', &part)) {
        if (part.length > 0)
            hc_traits_add_hop(traits, list);
    }
}

static void add_forwarded_for(struct hc_traits *traits, struct words value) {
    struct words part;

    traits->is_forwarded = true;
    add_hops(traits, HC_HOP_FORWARDED_FOR, value);
    while (next_part(&value, ',', &part))
        add_address(traits, part);
}

/* "for=192.0.2.60;proto=http, for=..." (RFC 7239, section 4) */
static void add_forwarded(struct hc_traits *traits, struct words value) {
    struct words element, pair;

    while (next_part(&value, ',', &element)) {
        while (next_part(&element, ';', &pair)) {
            if (!begins_with(pair, "for="))
                continue;
            traits->is_forwarded = true;
            add_address(traits, (struct words){pair.text + 4, pair.length - 4});
        }
    }
}

/* HTTP/2 may split it (RFC 9113, section 8.2.3). */
static void add_cookie(struct hc_traits *traits, uint64_t name, struct words value) {
    struct words crumb;

    while (next_part(&value, ';', &crumb))
        hc_traits_add_field(traits, name, crumb.text, crumb.length);
}

/* ---- Names ---- */

enum kind {
    ID,    /* names the request, and is passed on */
    ADDED, /* only a proxy adds it */
    VIA,   /* and each of them does */
    FORWARDED_FOR,
    FORWARDED,
    COOKIE,
    CONDITION,
    OF_A_HOP /* of one connection, or what proxies change: tells nothing */
};

static const struct row {
    const char *name;
    enum kind kind;
    unsigned id;                              /* counts the ids */
    struct words (*part)(struct words value); /* of an id, what is passed on; NULL for all */
} rows[] = {
    {"x-request-id", ID, 0, NULL},
    {"traceparent", ID, 1, trace_of},
    {"x-b3-traceid", ID, 2, NULL},
    {"x-amzn-trace-id", ID, 3, root_of},
    {"x-cloud-trace-context", ID, 4, before_slash},
    {"cf-ray", ID, 5, before_dash},

    {"via", VIA, 0, NULL},
    {"forwarded", FORWARDED, 0, NULL},
    {"x-forwarded-for", FORWARDED_FOR, 0, NULL},
    {"x-forwarded-host", ADDED, 0, NULL},
    {"x-forwarded-proto", ADDED, 0, NULL},
    {"x-forwarded-port", ADDED, 0, NULL},
    {"x-forwarded-server", ADDED, 0, NULL},
    {"x-forwarded-prefix", ADDED, 0, NULL},

    {"cookie", COOKIE, 0, NULL},
    {"if-none-match", CONDITION, 0, NULL},
    {"if-modified-since", CONDITION, 0, NULL},

    {"host", OF_A_HOP, 0, NULL},
    {"connection", OF_A_HOP, 0, NULL},
    {"keep-alive", OF_A_HOP, 0, NULL},
    {"proxy-connection", OF_A_HOP, 0, NULL},
    {"proxy-authorization", OF_A_HOP, 0, NULL},
    {"te", OF_A_HOP, 0, NULL},
    {"trailer", OF_A_HOP, 0, NULL},
    {"upgrade", OF_A_HOP, 0, NULL},
    {"http2-settings", OF_A_HOP, 0, NULL},
    {"transfer-encoding", OF_A_HOP, 0, NULL},
    {"accept-encoding", OF_A_HOP, 0, NULL},
    {"max-forwards", OF_A_HOP, 0, NULL},
    {"expect", OF_A_HOP, 0, NULL},
    {"priority", OF_A_HOP, 0, NULL},
    {"tracestate", OF_A_HOP, 0, NULL},
    {"cdn-loop", OF_A_HOP, 0, NULL},
    {"x-real-ip", OF_A_HOP, 0, NULL},
};

static struct hc_names names = HC_NAMES(rows);

static void add_mark(struct hc_traits *traits, uint64_t name, struct words value) {
    uint64_t hash = hc_hash(name, value.text, value.length);

    traits->mark += (uint32_t)(hash ^ hash >> 32) | 1;
}

static void add_id(struct hc_traits *traits, const struct row *row, struct words value) {
    struct words id = row->part ? row->part(value) : value;

    hc_traits_add_id(traits, row->id, id.text, id.length);
}

static void add(struct hc_traits *traits, const struct row *row, uint64_t name, struct words value) {
    switch (row->kind) {
    case ID:
        add_id(traits, row, value);
        break;
    case FORWARDED_FOR:
        add_forwarded_for(traits, value);
        add_mark(traits, name, value);
        break;
    case FORWARDED:
        add_forwarded(traits, value);
        add_mark(traits, name, value);
        break;
    case VIA:
        add_hops(traits, HC_HOP_VIA, value);
        add_mark(traits, name, value);
        break;
    case ADDED:
        add_mark(traits, name, value);
        break;
    case COOKIE:
        add_cookie(traits, name, value);
        break;
    case CONDITION:
        traits->is_conditional = true;
        break;
    default:
        break;
    }
}

/* Pseudo header fields are read elsewhere. */
void hc_traits_add_line(struct hc_traits *traits, const char *name, size_t name_length, const char *value,
                        size_t value_length) {
    const struct row *row;
    uint64_t hash;

    if (name_length == 0 || name[0] == ':')
        return;
    row = hc_names_find_in_any_case(&names, name, name_length);
    if (row && row->kind == OF_A_HOP)
        return;
    hash = hc_hash_name(name, name_length);
    if (row)
        add(traits, row, hash, (struct words){value, value_length});
    else
        hc_traits_add_field(traits, hash, value, value_length);
}
