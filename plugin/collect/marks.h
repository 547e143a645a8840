/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which fields a header section has, from the bytes of its lines: no string is made of any. */
#ifndef HTTPCODES_COLLECT_MARKS_H
#define HTTPCODES_COLLECT_MARKS_H

#include "collect/http1_head.h"
#include "registry/marks.h"

struct hc_marks {
    uint32_t bits;         /* of enum hc_mark */
    uint64_t range;        /* where the first range begins that Range or Content-Range names, plus 1; 0 where
                              none does, or Range names several */
    const char *bad_field; /* a name that is marked as one of the connection, or in upper case, as it stands;
                              NULL if none. Lives as long as the scope */
    uint32_t who;          /* a hash of the fields that tell one client from another */
    int64_t date;         /* of the message, in seconds since the beginning of 1970; valid with HC_HAS_DATE */
    unsigned head_length; /* of HTTP/1: from the span to the content; 0 where the head was cut */
    uint64_t length;      /* of the content, in bytes; valid with HC_HAS_LENGTH */
};

/* A header line of any version. The bytes need no end. */
void hc_marks_add(struct hc_marks *marks, const char *name, size_t name_length, const char *value,
                  size_t value_length);
/* The same of HTTP/2 and HTTP/3, which do not allow every name (RFC 9113, section 8.2; RFC 9114,
 * section 4.2). */
void hc_marks_add_binary(struct hc_marks *marks, wmem_allocator_t *scope, const char *name,
                         size_t name_length, const char *value, size_t value_length);

/* All lines of a message of HTTP/1 whose first line goes on at the span. */
struct hc_marks hc_marks_of_http1(struct hc_span first_line);
/* The same, where somebody else reads the lines and adds them: before, and behind them. */
struct hc_marks hc_marks_begin_http1(const struct hc_http1_lines *lines);
void hc_marks_end_http1(struct hc_marks *marks, const struct hc_http1_lines *lines);

#endif
