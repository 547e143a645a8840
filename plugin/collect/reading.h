/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The state of one walk over a frame's tree: where the walk stands and what it has found. Lives on the stack.
 */
#ifndef HTTPCODES_COLLECT_READING_H
#define HTTPCODES_COLLECT_READING_H

#include "collect/carriers.h"
#include "collect/collect.h"
#include "memory/connection.h"

struct hc_reading {
    packet_info *pinfo;
    const struct hc_carrier_row *row; /* of the field being taken in */
    wmem_array_t *events;             /* struct hc_event; NULL until the first */
    struct hc_connection *connection; /* of what is being read; NULL until it is asked for */

    int64_t stream;             /* that the following belongs to */
    struct hc_stream *memory;   /* its memory; NULL until it is asked for */
    int64_t unproven_end;       /* a stream that was ended before it was known by whom */
    bool ends;                  /* the frame whose stream is named next ends its stream */
    uint64_t last_stream;       /* of the GOAWAY being read */
    int64_t only_request;       /* the one client-initiated bidirectional QUIC stream of this packet */
    bool more_requests;         /* there are others */
    wmem_array_t *quic_streams; /* struct hc_stream_start; NULL until the first */

    uint64_t http3_frame;                /* the type of the HTTP/3 frame being read */
    struct hc_asked *asked;              /* the request being read; NULL between requests */
    unsigned status;                     /* the event of the response being read, counted from 1; 0 if none */
    bool awaits_reason;                  /* the code read last is an event, and words may follow it */
    const char *grpc_message;            /* came before the grpc-status that it belongs to */
    const struct hc_carrier_row *header; /* the header field whose value comes next; NULL if none of ours */
    const char *header_value;            /* read from the bytes of the field being taken in; else NULL */
    unsigned handshake;                  /* the TLS handshake message being read */
};

/* Where the data of a QUIC stream stand in a packet. */
struct hc_stream_start {
    const tvbuff_t *source;
    int start;
    uint64_t stream;
};

/* Takes in one field of the tree. */
void hc_reading_take(struct hc_reading *reading, const field_info *field);
/* The same by another row than the field's own: a header field is what its name says. */
void hc_reading_take_as(struct hc_reading *reading, const struct hc_carrier_row *row,
                        const field_info *field);

/* The value of a field of an unsigned or boolean type; of a string type or a header field, which lives as
 * long as the tree. */
uint64_t hc_reading_number(const field_info *field);
const char *hc_reading_string(const struct hc_reading *reading, const field_info *field);

/* The connection of what is being read: the packet's own, unless a QUIC connection number was read. Never
 * NULL. */
struct hc_connection *hc_reading_connection(struct hc_reading *reading);
enum hc_side hc_reading_sender(struct hc_reading *reading);
/* The memory of the stream that is being read; HTTP/1 has one for the connection. NULL where it cannot be
 * told which stream of a QUIC connection this is: its facts would go to the wrong one. */
struct hc_stream *hc_reading_stream(struct hc_reading *reading);
void hc_reading_prove(struct hc_reading *reading, enum hc_side side);
/* What follows belongs to another stream, or to none: where the last one's memory and request were, others
 * may be soon. */
void hc_reading_leave_stream(struct hc_reading *reading);
/* The event found last in this frame; NULL if none. */
struct hc_event *hc_reading_last_event(const struct hc_reading *reading);

/* Makes it the event's own, so that it can be written to. */
struct hc_more *hc_reading_more(struct hc_event *event);

/* The status event of the response whose header fields are being read; NULL if it has none. */
struct hc_event *hc_reading_status(const struct hc_reading *reading);

/* What to do with a field, by its role. */
typedef void hc_taker(struct hc_reading *reading, const field_info *field);

/* reading_codes.c */
hc_taker hc_take_code, hc_take_status, hc_take_grpc_status, hc_take_last_stream;
hc_taker hc_take_reason, hc_take_grpc_message;
/* reading_scopes.c */
hc_taker hc_take_quic_number, hc_take_end, hc_take_stream, hc_take_promised, hc_take_quic_stream;
hc_taker hc_take_http3_frame, hc_take_http3_payload;
/* reading_headers.c */
hc_taker hc_take_request_in;
hc_taker hc_take_header, hc_take_header_name, hc_take_header_value, hc_take_response_line, hc_take_method,
    hc_take_path;
hc_taker hc_take_content_type, hc_take_protocol, hc_take_server_header, hc_take_subprotocol,
    hc_take_retry_after;
/* reading_proofs.c */
hc_taker hc_take_gap, hc_take_from_client, hc_take_mask, hc_take_handshake, hc_take_alpn;

#endif
