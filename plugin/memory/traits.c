/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/traits.h"

#include <string.h>

static const uint64_t prime = UINT64_C(0x100000001b3);

uint64_t hc_hash(uint64_t seed, const void *bytes, size_t length) {
    const uint8_t *byte = bytes;

    for (size_t i = 0; i < length; i++)
        seed = (seed ^ byte[i]) * prime;
    return seed;
}

uint64_t hc_hash_name(const char *name, size_t length) {
    uint64_t hash = HC_HASH_SEED;

    for (size_t i = 0; i < length; i++) {
        bool is_upper = name[i] >= 'A' && name[i] <= 'Z';

        hash = (hash ^ (uint8_t)(is_upper ? name[i] | 0x20 : name[i])) * prime;
    }
    return hash;
}

/* All bits of the hash count. */
static uint16_t half(uint64_t hash) {
    return (uint16_t)(hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48);
}

/* ---- Making ---- */

void hc_traits_add_id(struct hc_traits *traits, unsigned kind, const char *id, size_t length) {
    if (length == 0)
        return;
    if (traits->id_lines[kind] < UINT8_MAX)
        traits->id_lines[kind]++;
    traits->ids[kind] = traits->id_lines[kind] == 1 ? hc_hash(HC_HASH_SEED, id, length) | 1 : 0;
}

void hc_traits_add_field(struct hc_traits *traits, uint64_t name, const char *value, size_t length) {
    uint32_t key = (uint32_t)half(name) << 16;
    uint16_t text = half(hc_hash(HC_HASH_SEED, value, length));

    for (unsigned i = 0; i < traits->field_count; i++) {
        uint32_t *field = &traits->fields[i];

        if ((*field & 0xffff0000) == key) {
            *field = key | (uint16_t)(*field + text);
            return;
        }
    }
    if (traits->field_count < HC_MOST_FIELDS)
        traits->fields[traits->field_count++] = key | text;
}

void hc_traits_add_hop(struct hc_traits *traits, unsigned list) {
    if (traits->hops[list] < UINT8_MAX)
        traits->hops[list]++;
}

void hc_traits_add_forwarded(struct hc_traits *traits, uint64_t host) {
    if (traits->forwarded_count < HC_MOST_FORWARDED)
        traits->forwarded[traits->forwarded_count++] = (uint32_t)host;
}

/* ---- Comparing ---- */

bool hc_traits_have_id(const struct hc_traits *traits) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        if (traits->ids[kind])
            return true;
    }
    return false;
}

bool hc_traits_have_other_ids(const struct hc_traits *one, const struct hc_traits *other) {
    for (unsigned kind = 0; kind < HC_MOST_IDS; kind++) {
        if (one->ids[kind] && other->ids[kind] && one->ids[kind] != other->ids[kind])
            return true;
    }
    return false;
}

/* Of any field; of the one with this name, unless it is NULL. */
static bool differ_in(const struct hc_traits *one, const struct hc_traits *other, const char *name) {
    uint16_t wanted = name ? half(hc_hash_name(name, strlen(name))) : 0;

    for (unsigned i = 0; i < one->field_count; i++) {
        for (unsigned j = 0; j < other->field_count; j++) {
            uint32_t difference = one->fields[i] ^ other->fields[j];

            if (difference != 0 && difference <= UINT16_MAX && (!name || one->fields[i] >> 16 == wanted))
                return true;
        }
    }
    return false;
}

bool hc_traits_differ(const struct hc_traits *one, const struct hc_traits *other) {
    return differ_in(one, other, NULL);
}

bool hc_traits_are_made_anew(const struct hc_traits *front, const struct hc_traits *behind) {
    return differ_in(front, behind, "user-agent") || differ_in(front, behind, "content-length");
}

bool hc_traits_skip_a_hop(const struct hc_traits *front, const struct hc_traits *behind) {
    for (unsigned list = 0; list < HC_HOP_LISTS; list++) {
        if (behind->hops[list] > front->hops[list] + 1)
            return true;
    }
    return false;
}

bool hc_traits_are_marked(const struct hc_traits *front, const struct hc_traits *behind) {
    return behind->mark && behind->mark != front->mark;
}

bool hc_traits_name(const struct hc_traits *traits, uint64_t host) {
    for (unsigned i = 0; i < traits->forwarded_count; i++) {
        if (traits->forwarded[i] == (uint32_t)host)
            return true;
    }
    return false;
}

/* ---- Targets ---- */

struct text {
    const char *begin, *end;
};

/* Without scheme and authority, which only a proxy is sent (RFC 9112, section 3.2.2). */
static struct text path_of(const char *target) {
    const char *authority = target[0] == '/' ? NULL : strstr(target, "://");
    const char *path = authority ? strchr(authority + 3, '/') : target;

    if (!path)
        path = "/";
    return (struct text){path, path + strlen(path)};
}

static size_t length_of(struct text text) {
    return (size_t)(text.end - text.begin);
}

static const char *end_of_path(struct text text) {
    const char *query = memchr(text.begin, '?', length_of(text));

    return query ? query : text.end;
}

/* Where so many last segments begin, with their slash; NULL where there are not so many. */
static const char *last_segments(struct text text, unsigned count) {
    const char *at = end_of_path(text);

    while (count > 0) {
        if (at == text.begin)
            return NULL;
        at--;
        if (*at == '/')
            count--;
    }
    return at;
}

static bool are_equal(struct text one, struct text other) {
    return length_of(one) == length_of(other) && memcmp(one.begin, other.begin, length_of(one)) == 0;
}

/* "/" alone is the end of too many. */
static bool ends_with(struct text text, struct text end) {
    return length_of(text) > length_of(end) && length_of(end) > 1 && end.begin[0] == '/' &&
           memcmp(text.end - length_of(end), end.begin, length_of(end)) == 0;
}

/* A text that was cut may go on in any way. */
static bool is_cut(struct text text) {
    static const char mark[] = "\xe2\x80\xa6";
    struct text end = {mark, mark + sizeof mark - 1};

    return length_of(text) > length_of(end) &&
           memcmp(text.end - length_of(end), end.begin, length_of(end)) == 0;
}

static bool is_kept(struct text one, struct text other) {
    return are_equal(one, other) || ends_with(one, other) || ends_with(other, one);
}

static bool may_be_same_target(struct text one, struct text other) {
    const char *of_one = last_segments(one, 2), *of_other = last_segments(other, 2);

    if (is_cut(one) || is_cut(other))
        return false;
    if (is_kept(one, other))
        return true;
    return of_one && of_other &&
           are_equal((struct text){of_one, one.end}, (struct text){of_other, other.end});
}

static bool may_be_same_method(const char *front, const char *behind) {
    return strcmp(front, behind) == 0 || (strcmp(front, "HEAD") == 0 && strcmp(behind, "GET") == 0);
}

bool hc_requests_may_be_same(const struct hc_request *front, const struct hc_request *behind) {
    if (!may_be_same_method(front->method, behind->method))
        return false;
    return may_be_same_target(path_of(front->path), path_of(behind->path));
}

bool hc_requests_keep_target(const struct hc_request *front, const struct hc_request *behind) {
    return is_kept(path_of(front->path), path_of(behind->path));
}

uint64_t hc_hash_target(const struct hc_request *request) {
    struct text path = path_of(request->path);
    const char *last = last_segments(path, 1);

    if (!last)
        last = path.begin;
    return hc_hash(HC_HASH_SEED, last, (size_t)(end_of_path(path) - last));
}
