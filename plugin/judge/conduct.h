/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Is the message right that a status stands in, and did the request ask for it? For judge/ and for the words
 * of a finding. */
#ifndef HTTPCODES_JUDGE_CONDUCT_H
#define HTTPCODES_JUDGE_CONDUCT_H

#include "judge/judge.h"

/* Why a finding holds. */
struct hc_why {
    enum hc_phrase phrase; /* of {field} and {source}; HC_NO_PHRASE where it does not hold */
    const char *field;     /* a field's name, or what else the phrase speaks of */
    const char *source;    /* "RFC 9110, section 15.5.2" */
};
typedef struct hc_why hc_reason_finder(const struct hc_event *event);

hc_reason_finder hc_why_missing_field, hc_why_unwisely_missing_field;
hc_reason_finder hc_why_connection_field;
hc_reason_finder hc_why_forbidden_content;
hc_reason_finder hc_why_not_asked_for, hc_why_hardly_asked_for;
hc_reason_finder hc_why_bad_handshake, hc_why_refused_handshake;
hc_reason_finder hc_why_undue_field;
hc_reason_finder hc_why_bad_close;

#endif
