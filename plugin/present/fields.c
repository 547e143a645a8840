/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/fields.h"

#include "compat.h"
#include "event.h"
#include "judge/conversion.h"
#include "judge/judge.h"
#include "judge/value_words.h"
#include "registry/lookup.h"

int hc_fields[HC_FIELDS_END];
/* 4.0 takes a subtree id of 0 for one that is registered already. */
int hc_ett_frame = -1, hc_ett_event = -1, hc_ett_map = -1, hc_ett_implied = -1, hc_ett_across = -1;

/* Made from the registry, and ended by a row of zeros. */
static value_string spaces[HC_SPACES_END];

/* Of any kind. */
enum { MOST_VALUES = 16 };

/* Made from the words of the judge, and ended by a row of zeros. */
static value_string names_of_values[HC_VALUE_KINDS][MOST_VALUES + 1];

/* Made from the rows of the judge, and ended by a row of zeros. */
static value_string conversions[HC_CONVERSIONS_END + 1];

/* The names of each space, made from the registry: filters by name and `tshark -G values` use them. */
static val64_string *names_of[HC_SPACES_END];

#define VALUES_OF(kind) VALS(names_of_values[HC_VALUES_OF_##kind])
#define FIELD(id, title, name, type, display, strings, help)                                                 \
    {                                                                                                        \
        &hc_fields[id], {                                                                                    \
            title, "httpcodes." name, type, display, strings, 0, help, HFILL                                 \
        }                                                                                                    \
    }

static hf_register_info fields[] = {
    FIELD(HC_FIELD_EVENT, "Code", "event", FT_NONE, BASE_NONE, NULL, "One code on the wire"),
    FIELD(HC_FIELD_SPACE, "Space", "space", FT_UINT8, BASE_DEC, VALS(spaces), "The code space"),
    FIELD(HC_FIELD_VALUE, "Value", "value", FT_UINT64, BASE_DEC_HEX, NULL, "The number on the wire"),
    FIELD(HC_FIELD_NAME, "Name", "name", FT_STRING, BASE_NONE, NULL, "The name in the registry"),
    FIELD(HC_FIELD_CARRIER, "Carrier", "carrier", FT_STRING, BASE_NONE, NULL, "Where the code stands"),
    FIELD(HC_FIELD_SENDER, "Sender", "sender", FT_UINT8, BASE_DEC, VALUES_OF(SENDER),
          "The side that sent the code, where the capture proves it"),
    FIELD(HC_FIELD_STREAM, "Stream", "stream", FT_INT64, BASE_DEC, NULL,
          "Stream id; -1 where no single stream is meant"),
    FIELD(HC_FIELD_REGISTRATION, "Registration", "registration", FT_UINT8, BASE_DEC, VALUES_OF(REGISTRATION),
          "How the number came to its meaning"),
    FIELD(HC_FIELD_ORIGIN, "Origin", "origin", FT_STRING, BASE_NONE, NULL, "Who gave it this meaning"),
    FIELD(HC_FIELD_DESCRIPTION, "Description", "description", FT_STRING, BASE_NONE, NULL, "What it means"),
    FIELD(HC_FIELD_RETRY, "Retry", "retry", FT_UINT8, BASE_DEC, VALUES_OF(RETRY),
          "Whether the request may be sent again"),
    FIELD(HC_FIELD_FAULT, "Fault", "fault", FT_UINT8, BASE_DEC, VALUES_OF(FAULT), "Whom the code blames"),
    FIELD(HC_FIELD_SUMMARY, "Summary", "summary", FT_STRING, BASE_NONE, NULL, "All of it in one line"),
    FIELD(HC_FIELD_CODE, "Number and name", "code", FT_STRING, BASE_NONE, NULL,
          "Number and name as people write them, error codes in hex"),
    FIELD(HC_FIELD_ASKED, "Asked for", "asked", FT_STRING, BASE_NONE, NULL,
          "Method and target of the request; empty where it was not seen"),
    FIELD(
        HC_FIELD_VERDICT, "Verdict", "verdict", FT_STRING, BASE_NONE, NULL,
        "What is wrong, whether to retry and whom the code blames, in a few words; empty where all is well"),
    FIELD(HC_FIELD_PROBLEM, "Problem", "problem", FT_BOOLEAN, BASE_NONE, NULL,
          "A finding about it warns, and does not only note"),
    FIELD(HC_FIELD_ECHO, "Echo", "echo", FT_BOOLEAN, BASE_NONE, NULL,
          "The code repeats the peer's, and says nothing of its own"),
    FIELD(HC_FIELD_ALTERNATIVE, "Could also be", "alternative", FT_STRING, BASE_NONE, NULL,
          "A further meaning of the same number, and its origin"),
    FIELD(HC_FIELD_SCOPE, "Scope", "scope", FT_UINT8, BASE_DEC, VALUES_OF(SCOPE),
          "Where the specification lets it stand"),
    FIELD(HC_FIELD_REASON, "Reason", "reason", FT_STRING, BASE_NONE, NULL, "What the sender says in words"),
    FIELD(HC_FIELD_LAST_STREAM, "Last stream", "last_stream", FT_UINT64, BASE_DEC, NULL,
          "The last stream that the sender of the GOAWAY processed, or may have"),
    FIELD(HC_FIELD_WEBTRANSPORT_ERROR, "WebTransport application error", "webtransport_error", FT_UINT32,
          BASE_DEC_HEX, NULL,
          "The application's 32-bit code inside the HTTP/3 code, or at the end of a session"),
    FIELD(HC_FIELD_REFERENCE, "Reference", "reference", FT_STRING, BASE_NONE, NULL,
          "Specification and section"),
    FIELD(HC_FIELD_REFERENCE_URL, "Reference URL", "reference.url", FT_STRING, BASE_NONE, NULL,
          "The reference as a link"),
    FIELD(HC_FIELD_REQUEST, "Request in frame", "request", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), "The request that this code answers or ends"),
    FIELD(HC_FIELD_METHOD, "Request method", "method", FT_STRING, BASE_NONE, NULL, "The request's method"),
    FIELD(HC_FIELD_AUTHORITY, "Request authority", "authority", FT_STRING, BASE_NONE, NULL,
          "The host that the request names; of a CONNECT its target"),
    FIELD(HC_FIELD_PATH, "Request path", "path", FT_STRING, BASE_NONE, NULL, "The request's target"),
    FIELD(HC_FIELD_EXCHANGE, "Exchange", "exchange", FT_UINT32, BASE_DEC, NULL,
          "The request and all that answers or ends it, numbered in the order of the requests"),
    FIELD(HC_FIELD_TIME, "Time since request", "time", FT_RELATIVE_TIME, BASE_NONE, NULL,
          "From the first frame of the request to this code"),
    FIELD(HC_FIELD_PROXY_STATUS, "Proxy status", "proxy_status", FT_STRING, BASE_NONE, NULL,
          "What an intermediary says of the cause (RFC 9209)"),
    FIELD(HC_FIELD_RETRY_AFTER, "Retry after", "retry_after", FT_STRING, BASE_NONE, NULL,
          "The Retry-After header of the response: seconds, or a date"),
    FIELD(
        HC_FIELD_RETRY_OF, "Retry of frame", "retry_of", FT_FRAMENUM, BASE_NONE, NULL,
        "The request is the failed one of that frame again: same client, server, method, authority and target"),
    FIELD(HC_FIELD_DEADLINE, "Deadline", "deadline", FT_RELATIVE_TIME, BASE_NONE, NULL,
          "How long the client of the gRPC call will wait (grpc-timeout)"),
    FIELD(HC_FIELD_ANSWERED_IN, "Answered in frame", "answered_in", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE),
          "Where the code stands that answers or ends the request of this frame; known on later passes only"),
    FIELD(HC_FIELD_UNPROCESSED_STREAM, "Unprocessed stream", "unprocessed_stream", FT_UINT64, BASE_DEC, NULL,
          "An open stream above the GOAWAY's last stream: its request was not processed"),
    FIELD(HC_FIELD_OPEN_STREAM, "Open stream", "open_stream", FT_UINT64, BASE_DEC, NULL,
          "A stream that was open when the connection ended: its request may have been processed"),
    FIELD(HC_FIELD_MAP, "Corresponds to", "map", FT_NONE, BASE_NONE, NULL,
          "What the code corresponds to in another code space"),
    FIELD(HC_FIELD_MAP_HINT, "Hint", "map.hint", FT_STRING, BASE_NONE, NULL, "When and why"),
    FIELD(HC_FIELD_MAP_BASIS, "Basis", "map.basis", FT_STRING, BASE_NONE, NULL,
          "The document that says so, or \"derived\""),
    FIELD(HC_FIELD_IMPLIED, "Without a code", "implied", FT_NONE, BASE_NONE, NULL,
          "What the peers did or left undone, and no code says"),
    FIELD(HC_FIELD_IMPLIED_REQUEST, "Request in frame", "implied.request", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), "The request that ends without a code"),
    FIELD(HC_FIELD_IMPLIED_EXCHANGE, "Exchange", "implied.exchange", FT_UINT32, BASE_DEC, NULL,
          "The exchange that ends without a code"),
    FIELD(HC_FIELD_IMPLIED_SUMMARY, "Summary", "implied.summary", FT_STRING, BASE_NONE, NULL,
          "All of it in one line"),
    FIELD(HC_FIELD_IMPLIED_VERDICT, "Verdict", "implied.verdict", FT_STRING, BASE_NONE, NULL,
          "What is wrong and whether to retry, in a few words"),
    FIELD(HC_FIELD_ACROSS, "Across a proxy", "across", FT_NONE, BASE_NONE, NULL,
          "An exchange in front of a proxy and what is behind it"),
    FIELD(HC_FIELD_ACROSS_CONVERSION, "Conversion", "across.conversion", FT_UINT8, BASE_DEC,
          VALS(conversions), "What the proxy made of what was behind it"),
    FIELD(HC_FIELD_ACROSS_REFERENCE, "Reference", "across.reference", FT_STRING, BASE_NONE, NULL,
          "Specification and section that decide what to think of it"),
    FIELD(HC_FIELD_ACROSS_FRONT, "Request in front, in frame", "across.front", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_NONE), "The client's request that the one behind was made for"),
    FIELD(HC_FIELD_ACROSS_FRONT_CODE, "Code in front", "across.front_code", FT_STRING, BASE_NONE, NULL,
          "How the client's request ended, in a packet that carries no code itself"),
    FIELD(HC_FIELD_ACROSS_BEHIND, "Request behind, in frame", "across.behind", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_NONE), "The proxy's request, once for each attempt"),
    FIELD(HC_FIELD_ACROSS_BEHIND_END, "End behind, in frame", "across.behind_end", FT_FRAMENUM, BASE_NONE,
          FRAMENUM_TYPE(FT_FRAMENUM_NONE), "What ended the last attempt"),
    FIELD(HC_FIELD_ACROSS_BEHIND_CODE, "Code behind", "across.behind_code", FT_STRING, BASE_NONE, NULL,
          "How the last attempt ended"),
    FIELD(HC_FIELD_ACROSS_ATTEMPTS, "Attempts", "across.attempts", FT_UINT32, BASE_DEC, NULL,
          "How many requests behind were made for the one in front"),
    FIELD(HC_FIELD_ACROSS_EVIDENCE, "Evidence", "across.evidence", FT_UINT8, BASE_DEC, VALUES_OF(EVIDENCE),
          "What shows that they belong together"),
    FIELD(HC_FIELD_ACROSS_SUMMARY, "Summary", "across.summary", FT_STRING, BASE_NONE, NULL,
          "All of it in one line"),
    FIELD(HC_FIELD_ACROSS_VERDICT, "Verdict", "across.verdict", FT_STRING, BASE_NONE, NULL,
          "What is wrong and whether to retry, in a few words"),
};

/* Two fields for each space, made from the registry: a code's own value, and the target of a mapping. */
static hf_register_info space_fields[2 * (HC_SPACES_END - 1)];

int hc_field_of_space(enum hc_space_id space) {
    return hc_fields[HC_FIELD_OF_SPACE + (int)space - 1];
}

int hc_field_of_target(enum hc_space_id space) {
    return hc_fields[HC_FIELD_MAP_TO + (int)space - 1];
}

/* They live as long as Wireshark's registry of fields, and go with it. */
static val64_string *names_from(const struct hc_space *space) {
    val64_string *names = wmem_alloc0_array(wmem_epan_scope(), val64_string, space->code_count + 1);

    for (size_t i = 0; i < space->code_count; i++) {
        names[i].value = space->codes[i].value;
        names[i].strptr = space->codes[i].name;
    }
    return names;
}

/* Its name lives as long as Wireshark's registry of fields, and goes with it. */
static hf_register_info space_field(int field, const struct hc_space *space, const char *filter,
                                    const char *help) {
    int base = space->is_decimal ? BASE_DEC : BASE_HEX;
    const char *name = wmem_strdup_printf(wmem_epan_scope(), "httpcodes.%s", filter);

    return (hf_register_info){
        &hc_fields[field],
        {space->name, name, FT_UINT64, base | BASE_VAL64_STRING, VALS64(names_of[space->id]), 0, help, HFILL},
    };
}

static void describe_space(enum hc_space_id id) {
    const struct hc_space *space = hc_space(id);
    int row = (int)id - 1;

    spaces[row] = (value_string){(uint32_t)id, space->name};
    names_of[id] = names_from(space);
    space_fields[2 * row] =
        space_field(HC_FIELD_OF_SPACE + row, space, space->filter, "The value in its own space");
    space_fields[2 * row + 1] =
        space_field(HC_FIELD_MAP_TO + row, space, space->target_filter, "The counterpart in this space");
}

static hf_register_info implied_fields[2];

static void describe_values(enum hc_value_kind kind) {
    value_string *row = names_of_values[kind];

    for (unsigned value = 0; value < hc_value_end(kind); value++) {
        const char *name = hc_value_name(kind, value);

        if (name)
            *row++ = (value_string){value, name};
    }
}

static void describe_implied(void) {
    static const char help[] = "What an API reports; on the wire there is no code";

    implied_fields[0] = space_field(HC_FIELD_IMPLIED_WEBSOCKET_CLOSE, hc_space(HC_WEBSOCKET_CLOSE),
                                    "implied.websocket_close", help);
    implied_fields[1] =
        space_field(HC_FIELD_IMPLIED_GRPC_STATUS, hc_space(HC_GRPC_STATUS), "implied.grpc_status", help);
}

static void describe_conversions(void) {
    for (unsigned i = 0; i < HC_CONVERSIONS_END; i++)
        conversions[i] = (value_string){i, hc_conversion_rows[i].name};
}

void hc_fields_register(int proto) {
    static int *subtrees[] = {&hc_ett_frame, &hc_ett_event, &hc_ett_map, &hc_ett_implied, &hc_ett_across};

    for (int i = 0; i < HC_FIELDS_END; i++)
        hc_fields[i] = -1;
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        describe_space((enum hc_space_id)id);
    for (int kind = 0; kind < HC_VALUE_KINDS; kind++)
        describe_values((enum hc_value_kind)kind);
    describe_implied();
    describe_conversions();
    proto_register_field_array(proto, fields, G_N_ELEMENTS(fields));
    proto_register_field_array(proto, space_fields, G_N_ELEMENTS(space_fields));
    proto_register_field_array(proto, implied_fields, G_N_ELEMENTS(implied_fields));
    proto_register_subtree_array(subtrees, G_N_ELEMENTS(subtrees));
}
