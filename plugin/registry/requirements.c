/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/requirements.h"

#include "registry/numbers.h"

enum { STRETCHED = true, STRICT = false };
enum { MUST = true, SHOULD = false, HTTP1_ONLY = true, ANY_VERSION = false };

const struct hc_required_field hc_required_fields[] = {
    {101, HC_HAS_UPGRADE, MUST, HTTP1_ONLY, "Upgrade", "RFC 9110, section 15.2.2"},
    {101, HC_HAS_CONNECTION_UPGRADE, MUST, HTTP1_ONLY, "Connection: upgrade", "RFC 9110, section 7.8"},
    {206, HC_HAS_CONTENT_RANGE | HC_HAS_BYTERANGES, MUST, ANY_VERSION, "Content-Range",
     "RFC 9110, section 15.3.7"},
    {301, HC_HAS_LOCATION, SHOULD, ANY_VERSION, "Location", "RFC 9110, section 15.4.2"},
    {302, HC_HAS_LOCATION, SHOULD, ANY_VERSION, "Location", "RFC 9110, section 15.4.3"},
    {303, HC_HAS_LOCATION, SHOULD, ANY_VERSION, "Location", "RFC 9110, section 15.4.4"},
    {307, HC_HAS_LOCATION, SHOULD, ANY_VERSION, "Location", "RFC 9110, section 15.4.8"},
    {308, HC_HAS_LOCATION, SHOULD, ANY_VERSION, "Location", "RFC 9110, section 15.4.9"},
    {401, HC_HAS_WWW_AUTHENTICATE, MUST, ANY_VERSION, "WWW-Authenticate", "RFC 9110, section 15.5.2"},
    {405, HC_HAS_ALLOW, MUST, ANY_VERSION, "Allow", "RFC 9110, section 15.5.6"},
    {407, HC_HAS_PROXY_AUTHENTICATE, MUST, ANY_VERSION, "Proxy-Authenticate", "RFC 9110, section 15.5.8"},
    {416, HC_HAS_CONTENT_RANGE, SHOULD, ANY_VERSION, "Content-Range", "RFC 9110, section 15.5.17"},
    {426, HC_HAS_UPGRADE, MUST, HTTP1_ONLY, "Upgrade", "RFC 9110, section 15.5.22"},
    {0},
};

const struct hc_required_request hc_required_requests[] = {
    {101, HC_HAS_UPGRADE, STRICT, HTTP1_ONLY, "Upgrade", "RFC 9110, section 7.8"},
    {206, HC_HAS_RANGE, STRICT, ANY_VERSION, "Range", "RFC 9110, section 14.2"},
    {304, HC_HAS_CONDITION, STRICT, ANY_VERSION, "If-None-Match", "RFC 9110, section 15.4.5"},
    {412, HC_HAS_CONDITION, STRETCHED, ANY_VERSION, "If-Match", "RFC 9110, section 15.5.13"},
    {416, HC_HAS_RANGE, STRICT, ANY_VERSION, "Range", "RFC 9110, section 15.5.17"},
    {417, HC_HAS_EXPECT, STRETCHED, ANY_VERSION, "Expect", "RFC 9110, section 15.5.18"},
    {0},
};

static bool requires_field(uint64_t status) {
    for (const struct hc_required_field *row = hc_required_fields; row->status; row++) {
        if (row->status == status)
            return true;
    }
    return false;
}

static bool requires_request(uint64_t status) {
    for (const struct hc_required_request *row = hc_required_requests; row->status; row++) {
        if (row->status == status)
            return true;
    }
    return false;
}

bool hc_has_rule(uint64_t status) {
    return HTTP_CLASS(status) == HTTP_INFORMATIONAL || status == HTTP_NO_CONTENT ||
           status == HTTP_RESET_CONTENT || requires_field(status) || requires_request(status);
}
