/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "collect/location.h"

#include "memory/requests.h"
#include "memory/strings.h"

/* In lower case and without the port that the scheme has anyway; NULL for NULL. */
static const char *normal_authority(wmem_allocator_t *scope, const char *authority, bool is_secure) {
    const char *port = is_secure ? ":443" : ":80";
    char *normal = wmem_strdup(scope, authority);

    for (char *c = normal; c && *c; c++)
        *c = g_ascii_tolower(*c);
    if (normal && g_str_has_suffix(normal, port))
        normal[strlen(normal) - strlen(port)] = '\0';
    return normal;
}

static const struct hc_request *kept(wmem_allocator_t *scope, const char *authority, const char *path,
                                     bool is_secure) {
    const char *normal = normal_authority(scope, authority, is_secure);

    return hc_request_with_path(hc_request_with_authority(NULL, hc_strings_keep(normal)),
                                hc_strings_keep(path));
}

/* Whether "." or ".." is among its parts. */
static bool has_dots(const char *path) {
    size_t length = strcspn(path, "?");
    const char *with_end = path;

    for (size_t i = 0; i + 1 < length; i++) {
        const char *part = with_end + i + 1;
        size_t dots = strspn(part, ".");
        bool is_dots = dots == 1 || dots == 2;

        if (path[i] == '/' && is_dots && (i + 1 + dots >= length || part[dots] == '/'))
            return true;
    }
    return false;
}

static const char *joined(wmem_allocator_t *scope, const char *one, const char *other) {
    return wmem_strdup_printf(scope, "%s%s", one, other);
}

/* "//example.org/new?a=b" */
static const struct hc_request *of_authority(wmem_allocator_t *scope, const char *text, bool is_secure) {
    size_t length = strcspn(text, "/?");
    const char *authority = wmem_strndup(scope, text, length);
    const char *path = text + length;

    if (*path != '/')
        path = joined(scope, "/", path);
    return length > 0 && !strchr(authority, '@') && !has_dots(path) ? kept(scope, authority, path, is_secure)
                                                                    : NULL;
}

/* "/new", "new", "?page=2": relative to the path before. */
static const struct hc_request *of_path(wmem_allocator_t *scope, const char *text,
                                        const struct hc_request *from, bool is_secure) {
    size_t query = strcspn(from->path, "?");
    size_t folder = query;
    const char *path = text;

    while (folder > 0 && from->path[folder - 1] != '/')
        folder--;
    if (*text == '?')
        path = joined(scope, wmem_strndup(scope, from->path, query), text);
    else if (*text != '/')
        path = joined(scope, wmem_strndup(scope, from->path, folder), text);
    return has_dots(path) ? NULL : kept(scope, from->authority, path, is_secure);
}

/* How long "http:" or "https:" is that the text begins with; 0 if it names no scheme at all. */
static size_t scheme_of(const char *text) {
    size_t length = strcspn(text, ":/?");

    return text[length] == ':' ? length + 1 : 0;
}

const struct hc_request *hc_location_target(wmem_allocator_t *scope, const char *location,
                                            const struct hc_request *from, bool is_secure) {
    const char *text = wmem_strndup(scope, location, strcspn(location, "#"));
    size_t scheme = scheme_of(text);
    const char *wanted = is_secure ? "https:" : "http:";

    if (!from->path || *from->path != '/' || *text == '\0')
        return NULL;
    if (scheme > 0 && (scheme != strlen(wanted) || g_ascii_strncasecmp(text, wanted, scheme) != 0))
        return NULL;
    text += scheme;
    if (g_str_has_prefix(text, "//"))
        return of_authority(scope, text + 2, is_secure);
    return scheme > 0 ? NULL : of_path(scope, text, from, is_secure);
}

const struct hc_request *hc_location_of(wmem_allocator_t *scope, const struct hc_request *request,
                                        bool is_secure) {
    return kept(scope, request->authority, request->path, is_secure);
}
