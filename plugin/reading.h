/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The state of one walk over a frame's tree: where the walk stands and what it has found. Lives on the stack.
 */
#ifndef HTTPCODES_READING_H
#define HTTPCODES_READING_H

#include "carriers.h"
#include "collect.h"
#include "connection.h"

struct hc_reading {
    packet_info *pinfo;
    wmem_array_t *events;             /* struct hc_event; NULL until the first */
    struct hc_connection *connection; /* of what is being read; NULL until it is asked for */

    int64_t stream;             /* that the following belongs to */
    uint64_t last_stream;       /* of the GOAWAY being read */
    bool awaits_reason;         /* the code read last is an event, and words may follow it */
    int64_t only_request;       /* the one client-initiated bidirectional QUIC stream of this packet */
    bool more_requests;         /* there are others */
    wmem_array_t *quic_streams; /* struct hc_stream_start; NULL until the first */

    const struct hc_carrier_row *header; /* the header field whose value comes next; NULL if none of ours */
    const char *grpc_message;            /* came before the grpc-status that it belongs to */
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

#endif
