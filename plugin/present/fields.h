/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The display filter fields. Their names and types are a promise to users: see README.md. */
#ifndef HTTPCODES_PRESENT_FIELDS_H
#define HTTPCODES_PRESENT_FIELDS_H

#include <epan/packet.h>

#include "registry/code.h"

enum hc_field {
    HC_FIELD_EVENT,
    HC_FIELD_SPACE,
    HC_FIELD_VALUE,
    HC_FIELD_NAME,
    HC_FIELD_CARRIER,
    HC_FIELD_SENDER,
    HC_FIELD_STREAM,
    HC_FIELD_REGISTRATION,
    HC_FIELD_ORIGIN,
    HC_FIELD_DESCRIPTION,
    HC_FIELD_RETRY,
    HC_FIELD_FAULT,
    HC_FIELD_SUMMARY,
    HC_FIELD_CODE,
    HC_FIELD_ASKED,
    HC_FIELD_VERDICT,
    HC_FIELD_PROBLEM,

    HC_FIELD_OF_SPACE, /* plus (enum hc_space_id - 1): the value in its own space */
    HC_FIELD_OF_LAST_SPACE = HC_FIELD_OF_SPACE + HC_SPACES_END - 2,

    HC_FIELD_ECHO,
    HC_FIELD_ALTERNATIVE,
    HC_FIELD_SCOPE,
    HC_FIELD_REASON,
    HC_FIELD_LAST_STREAM,
    HC_FIELD_WEBTRANSPORT_ERROR,
    HC_FIELD_REFERENCE,
    HC_FIELD_REFERENCE_URL,
    HC_FIELD_REQUEST,
    HC_FIELD_METHOD,
    HC_FIELD_AUTHORITY,
    HC_FIELD_PATH,
    HC_FIELD_EXCHANGE,
    HC_FIELD_TIME,
    HC_FIELD_PROXY_STATUS,
    HC_FIELD_RETRY_AFTER,
    HC_FIELD_RETRY_OF,
    HC_FIELD_DEADLINE,
    HC_FIELD_ANSWERED_IN,
    HC_FIELD_UNPROCESSED_STREAM,
    HC_FIELD_OPEN_STREAM,

    HC_FIELD_MAP,
    HC_FIELD_MAP_TO, /* plus (enum hc_space_id - 1): the target in its space */
    HC_FIELD_MAP_TO_LAST = HC_FIELD_MAP_TO + HC_SPACES_END - 2,
    HC_FIELD_MAP_HINT,
    HC_FIELD_MAP_BASIS,

    HC_FIELD_IMPLIED,
    HC_FIELD_IMPLIED_WEBSOCKET_CLOSE,
    HC_FIELD_IMPLIED_GRPC_STATUS,
    HC_FIELD_IMPLIED_REQUEST,
    HC_FIELD_IMPLIED_EXCHANGE,
    HC_FIELD_IMPLIED_SUMMARY,
    HC_FIELD_IMPLIED_VERDICT,

    HC_FIELD_ACROSS,
    HC_FIELD_ACROSS_CONVERSION,
    HC_FIELD_ACROSS_REFERENCE,
    HC_FIELD_ACROSS_FRONT,
    HC_FIELD_ACROSS_FRONT_CODE,
    HC_FIELD_ACROSS_BEHIND,
    HC_FIELD_ACROSS_BEHIND_END,
    HC_FIELD_ACROSS_BEHIND_CODE,
    HC_FIELD_ACROSS_ATTEMPTS,
    HC_FIELD_ACROSS_EVIDENCE,
    HC_FIELD_ACROSS_SUMMARY,
    HC_FIELD_ACROSS_VERDICT,

    HC_FIELDS_END
};

/* The fields' ids, valid once they are registered. */
extern int hc_fields[HC_FIELDS_END];
extern int hc_ett_frame, hc_ett_event, hc_ett_map, hc_ett_implied, hc_ett_across;

/* Registers fields and subtrees for the protocol. Once, before all else. */
void hc_fields_register(int proto);

/* The field for a value in its own space, as httpcodes.http2_error. */
int hc_field_of_space(enum hc_space_id space);
/* The field for the target of a mapping, as httpcodes.map.http2. */
int hc_field_of_target(enum hc_space_id space);

#endif
