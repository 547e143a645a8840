/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A code on the wire: the raw facts, as collected on the first pass over a frame and kept until the capture
 * is closed. Plain C; knows nothing of Wireshark. */
#ifndef HTTPCODES_EVENT_H
#define HTTPCODES_EVENT_H

#include <stdint.h>

/* Where a code stands; public as httpcodes.carrier. */
enum hc_carrier {
    HC_STATUS_LINE = 1,
    HC_HEADERS,
    HC_RST_STREAM,
    HC_GOAWAY,
    HC_RESET_STREAM,
    HC_STOP_SENDING,
    HC_CONNECTION_CLOSE,
    HC_CLOSE,
    HC_GRPC_TRAILER,
    HC_CARRIERS_END
};

/* A side of a connection. The values are public: httpcodes.sender. */
enum hc_side { HC_SIDE_UNKNOWN = 0, HC_CLIENT, HC_SERVER };

/* No single stream is meant: HTTP/1, GOAWAY, CONNECTION_CLOSE, or it cannot be told. */
#define HC_NO_STREAM (-1)

/* In hc_event.source: the bytes are in no data source of the frame. */
#define HC_NO_SOURCE UINT8_MAX

/* The strings live as long as the capture is open. */
struct hc_event {
    uint64_t value;
    int64_t stream;       /* stream id, or HC_NO_STREAM */
    uint64_t last_stream; /* of a GOAWAY: the last stream that its sender processed, or may have */
    const char *reason;   /* what the sender says in words, UTF-8; NULL where it says nothing */
    const char *evidence; /* what tells between the meanings of one number: for a status the Server header,
                             for a Close the subprotocol; NULL where the capture shows none */
    int start, length;    /* the code's bytes, counted in the data source below */
    uint8_t source;       /* which of the frame's data sources, or HC_NO_SOURCE */
    uint8_t space;        /* enum hc_space_id */
    uint8_t carrier;      /* enum hc_carrier */
    uint8_t sender;       /* enum hc_side */
};

#endif
