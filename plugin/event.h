/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A code on the wire: the raw facts, as collected on the first pass over a frame and kept until the capture
 * is closed. Plain C; knows nothing of Wireshark. */
#ifndef HTTPCODES_EVENT_H
#define HTTPCODES_EVENT_H

#include <stdbool.h>
#include <stddef.h>
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
    HC_PATH_ABANDON, /* of multipath QUIC (RFC 10069) */
    HC_BINARY_HTTP,  /* a message of HTTP in binary form (RFC 9292) */
    HC_CARRIERS_END
};

/* What is wrong with a Close (RFC 6455). */
enum hc_close_fault {
    HC_CLOSE_OF_ONE_BYTE = 1 << 0, /* a body, with no room for a code (section 5.5.1) */
    HC_CLOSE_TOO_LONG = 1 << 1,    /* more than 125 bytes (section 5.5) */
    HC_CLOSE_FRAGMENTED = 1 << 2,  /* FIN is not set (section 5.5) */
    HC_CLOSE_NOT_UTF8 = 1 << 3     /* the reason (section 5.5.1) */
};

/* A side of a connection. The values are public: httpcodes.sender. */
enum hc_side { HC_SIDE_UNKNOWN = 0, HC_CLIENT, HC_SERVER };

static inline enum hc_side hc_peer_of(enum hc_side side) {
    return side == HC_CLIENT ? HC_SERVER : side == HC_SERVER ? HC_CLIENT : HC_SIDE_UNKNOWN;
}

/* Whether a carrier ends a connection, and not one stream. */
static inline bool hc_carrier_is_of_connection(enum hc_carrier carrier) {
    return carrier == HC_GOAWAY || carrier == HC_CONNECTION_CLOSE;
}

/* Whether a carrier stands on a stream, where there are streams. */
static inline bool hc_carrier_is_of_stream(enum hc_carrier carrier) {
    return !hc_carrier_is_of_connection(carrier) && carrier != HC_PATH_ABANDON && carrier != HC_BINARY_HTTP;
}

/* All statuses but the interim ones; a number below 100 is none of those either (RFC 9110, section 15.2). */
static inline bool hc_status_is_final(uint64_t status) {
    return status < 100 || status >= 200 || status == 101;
}

/* No single stream is meant: HTTP/1, GOAWAY, CONNECTION_CLOSE, or it cannot be told. */
#define HC_NO_STREAM (-1)

/* In hc_event.source: the bytes are in no data source of the frame. */
#define HC_NO_SOURCE UINT8_MAX

/* What a request asks for, as its sender wrote it; one for all requests that ask for the same. Lives as long
 * as the capture is open and never changes. */
struct hc_request {
    const char *method;    /* NULL where it was not seen */
    const char *path;      /* the request target; NULL where it was not seen */
    const char *authority; /* the host that it names, of a CONNECT the target; NULL where it was not seen */
};

/* A request that was open when its connection ended. */
struct hc_open_request {
    int64_t stream;
    const struct hc_request *request; /* NULL where it could not be read */
};

/* The newest first. */
struct hc_open_requests {
    bool has_others; /* there are, or may be, open requests besides these: also where none is listed */
    size_t count;
    struct hc_open_request item[];
};

/* How far the response on a stream had come when the code was sent. */
enum hc_progress {
    HC_PROGRESS_UNKNOWN = 0,
    HC_PROGRESS_NONE,    /* there was a request, and no final status was seen */
    HC_PROGRESS_STARTED, /* a final status was seen, and not the end */
    HC_PROGRESS_COMPLETE /* END_STREAM or FIN was seen */
};

enum hc_circumstance {
    HC_ON_WEBSOCKET = 1 << 0, /* the stream carries, or is asked for, a WebSocket */
    HC_ON_GRPC = 1 << 1,      /* the stream carries a gRPC call */
    /* A status that ends its gRPC call without a grpc-status. */
    HC_WITHOUT_GRPC_STATUS = 1 << 2,
    /* Repeats the peer's code: a Close after the peer's, a RESET_STREAM after the peer's STOP_SENDING (RFC
     * 6455, section 5.5.1; RFC 9000, section 3.5). */
    HC_ECHOES = 1 << 3,
    /* Answers the peer's STOP_SENDING, with another code than that. */
    HC_AFTER_STOP = 1 << 4,
    /* The server has said in a GOAWAY that it does not process the stream. */
    HC_ABOVE_GOAWAY = 1 << 5,
    /* QUIC sends the frame again, or a CONNECTION_CLOSE once more in answer to late packets. */
    HC_SENT_AGAIN = 1 << 6,
    /* The sender has reset the stream before: this answers frames that were under way (RFC 9113,
       section 5.1). */
    HC_AFTER_OWN_RESET = 1 << 7,
    /* A response to no request: the capture shows the connection from its start and without a gap, and the
     * server has received nothing since its last answer. */
    HC_UNSOLICITED = 1 << 8,
    /* The connection ends before a request could be sent: the capture shows it from its start. */
    HC_BEFORE_REQUESTS = 1 << 9,
    /* A status of HTTP/1 in answer to the preface of HTTP/2 (RFC 9113, section 3.3). */
    HC_ANSWERS_PREFACE = 1 << 10,
    /* On a unidirectional stream of HTTP/3 whose type is reserved or not known (RFC 9114, section 6.2). */
    HC_ON_UNKNOWN_STREAM = 1 << 11,
    /* On an open CONNECT tunnel, or a WebTransport session's stream: there is no response to complete. */
    HC_IN_TUNNEL = 1 << 12,
    /* The peer has reset the stream before. */
    HC_AFTER_PEER_RESET = 1 << 13,
    /* A GOAWAY that names a higher last stream than the one before (RFC 9113, section 6.8). */
    HC_RAISES_LAST_STREAM = 1 << 14,
    /* Frames of HTTP/2 in answer to a request of HTTP/1 (RFC 9113, section 3.3). */
    HC_ANSWERS_HTTP_1 = 1 << 15
};

/* How an earlier request failed that the same client sends again. */
enum hc_failure {
    HC_FAILED_UNKNOWN = 0, /* ended or reset: the capture may lack a promise, or the server the request */
    HC_FAILED_BY_ANSWER,   /* a status says so */
    HC_FAILED_BY_CLIENT,   /* which gave it up */
    HC_FAILED_BY_SERVER,   /* ended or reset, and nothing promises that it was not processed */
    HC_FAILED_UNPROCESSED  /* it promises so */
};

/* What the request has to do with an earlier one, on the code that answers or ends it first; all zero where
 * it has nothing. */
struct hc_again {
    uint32_t waited;      /* from the failure to the request, in microseconds; HC_NO_TIME if not known */
    uint32_t due;         /* how long the failure's Retry-After asks to wait, likewise; 0 if not */
    uint8_t failure;      /* enum hc_failure */
    bool is_same_client;  /* both are wholly seen, and name one client: one behind a proxy, too */
    bool is_same_content; /* as far as 64 KiB */
    bool is_routine;      /* with that content it was answered before */
    uint32_t says;        /* of enum hc_mark: the head of the request; 0 where it was not read */
};

/* The request does what an earlier answer's Location asks for; likewise. */
struct hc_follows {
    const char *method; /* of the earlier request; NULL where it follows none */
    uint32_t frame;     /* that carries it */
    uint16_t status;    /* it was answered with this redirect */
    bool is_next;       /* on the same connection, and no request came between */
};

/* What few codes have, or many codes alike; many events may share one. Lives as long as the capture is open,
 * and so do its strings. */
struct hc_more {
    const char *evidence;    /* what tells between the meanings of one number: for a status the Server header,
                                for a Close subprotocol and host (registry/proof.h); NULL where the
                                capture shows none */
    const char *reason;      /* what the sender says in words, UTF-8; NULL where it says nothing */
    const char *retry_after; /* the Retry-After header beside a status; NULL if none */
    const char *proxy_status; /* the Proxy-Status header beside a status (RFC 9209); NULL if none */
    /* Of a server's GOAWAY: the open requests that it leaves out; NULL where there are none. */
    const struct hc_open_requests *unprocessed;
    /* Of what ends a connection: the other open requests, which may have been processed; NULL where there are
     * none. */
    const struct hc_open_requests *open;
    uint64_t last_stream;  /* of a GOAWAY: the last stream that its sender processed, or may have */
    uint32_t rapid_resets; /* streams that the client cancelled within a second, on the one event that reaches
                              the limit; else 0 */
    uint32_t provoked_resets; /* the same of streams that the client made the server reset */
    uint32_t resets_before; /* of a GOAWAY: streams that the client has cancelled, or made the server reset */
    uint16_t answered;      /* of what ends a stream: the final status that went before; 0 if none */
    /* Of a status that has a rule, or breaks one: bits of registry/marks.h. */
    uint32_t says;         /* what the response's header section says */
    uint32_t asked;        /* the request's; 0 where it was not seen, or may be another one's */
    const char *bad_field; /* the name of a field that should not be in the response; NULL if none */
    uint32_t denied;       /* of a GOAWAY: the last stream that was answered, where it is one that the GOAWAY
                              leaves out; else 0 */
    uint8_t close_faults;  /* of a Close: of enum hc_close_fault */

    /* What the client did before. */
    uint32_t retry_of; /* the frame of the failed request that this request is again; 0 if none */
    struct hc_again again;
    struct hc_follows follows;
    uint32_t loops_to; /* of a redirect: the frame of a request that was the same, on which this chain of
                          redirects began to go in a circle; 0 if none */
    uint32_t waited;   /* between the head of the request and its content, for 100 (Continue) that did not
                          come, in microseconds; 0 if it did not */
    bool is_past_due;  /* its Retry-After is a date that is not later than the response's own */
    uint64_t deadline; /* of a gRPC call (grpc-timeout), in microseconds, plus 1; 0 if none */
};

/* In hc_event.elapsed: not known. */
#define HC_NO_TIME UINT32_MAX

/* Captures hold millions of these: what is rare is not in here but in hc_more. */
struct hc_event {
    uint64_t value;
    int64_t stream;                   /* stream id, or HC_NO_STREAM */
    const struct hc_request *request; /* that the code answers or ends; NULL where it was not seen */
    const struct hc_more *more;       /* NULL where there is no more; hc_more_of() */
    uint32_t request_frame;           /* number of the frame that carries the request's head; 0 without one */
    uint32_t exchange; /* of the capture's exchanges, counted from 1 as requests were seen; 0 without one */
    uint32_t elapsed;  /* since the request, in microseconds; HC_NO_TIME without one, and if longer */
    int32_t start;     /* the code's bytes, counted in the data source below */
    uint8_t length;
    uint8_t source;         /* which of the frame's data sources, or HC_NO_SOURCE */
    uint8_t space;          /* enum hc_space_id */
    uint8_t carrier;        /* enum hc_carrier */
    uint8_t sender;         /* enum hc_side */
    uint8_t progress;       /* enum hc_progress */
    uint16_t circumstances; /* of enum hc_circumstance */
};
_Static_assert(sizeof(struct hc_event) <= 56, "an event stays small");

static inline const struct hc_more *hc_more_of(const struct hc_event *event) {
    static const struct hc_more nothing;

    return event->more ? event->more : &nothing;
}

/* What an end without a code comes to. Their words, and how grave they are: judge/implied.h. */
enum hc_implied_kind {
    HC_IMPLIES_NO_GRPC_STATUS = 1,  /* a gRPC call ends without a grpc-status */
    HC_IMPLIES_NO_CODE,             /* a Close without a code */
    HC_IMPLIES_NO_CLOSE,            /* a WebSocket's connection ends, and nobody has sent a Close */
    HC_IMPLIES_UNANSWERED_CLOSE,    /* one side has, and the other side ends the connection */
    HC_IMPLIES_NO_ANSWER,           /* a connection ends before a request is answered */
    HC_IMPLIES_CUT_ANSWER,          /* in the midst of the answer */
    HC_IMPLIES_GIVEN_UP,            /* the same, and the client ends it */
    HC_IMPLIES_NOT_PROCESSED,       /* the same, and a GOAWAY has left the request out */
    HC_IMPLIES_WRONG_LENGTH,        /* a message has other content than its content-length says */
    HC_IMPLIES_FORBIDDEN_CONTENT,   /* a response has content where there must be none */
    HC_IMPLIES_LATE_FRAME,          /* content or headers behind the sender's own end of the stream */
    HC_IMPLIES_CLOSE_OF_ONE_BYTE,   /* a Close whose body has no room for a code */
    HC_IMPLIES_FRAGMENTED_CLOSE,    /* a Close without a code, in fragments */
    HC_IMPLIES_DATA_AFTER_CLOSE,    /* a WebSocket's data behind the sender's own Close */
    HC_IMPLIES_REQUEST_AFTER_CLOSE, /* a request behind its sender's "Connection: close", or the server's */
    HC_IMPLIES_STREAM_AFTER_GOAWAY, /* a request behind the server's GOAWAY, and no race */
    HC_IMPLIES_IDLE_RACE,           /* a request on a connection that the server was closing */
    HC_IMPLIES_ANSWER_LOST,         /* TCP is reset behind an answer to a request that was not read */
    HC_IMPLIES_SESSION_CLOSED,      /* a WebTransport session, with a code of the application's */
    HC_IMPLIES_ANSWER_IN_HTTP2,     /* to a request of HTTP/1 */
    HC_IMPLIES_DENIED_ANSWER,       /* HTTP/3's GOAWAY, which has no code, leaves out what was answered */
    HC_IMPLIES_RAISED_GOAWAY,       /* HTTP/3's GOAWAY names a later stream than the one before */
    HC_IMPLIED_END
};

/* What a frame shows that carries no code for it; public as httpcodes.implied. Lives as long as the capture
 * is open. */
struct hc_implied {
    const struct hc_request *request; /* as in an event */
    int64_t stream;
    uint32_t request_frame;
    uint32_t exchange;
    uint32_t elapsed;
    uint64_t announced; /* of content, in bytes; where that is what it is about */
    uint64_t content;   /* that was sent, likewise */
    const char *reason; /* that a session is closed with; NULL if none */
    uint32_t code;      /* that a session is closed with */
    uint16_t status;    /* the final status that was seen before; 0 if none */
    uint8_t kind;       /* enum hc_implied_kind */
    uint8_t ended_by;   /* enum hc_side */
    bool on_grpc;       /* the exchange is a gRPC call */
    uint32_t retry_of;  /* as in hc_more */
    uint64_t deadline;  /* likewise */
    /* Likewise, where this is the first that answers or ends the request. */
    struct hc_again again;
};

struct hc_pair;

/* A request behind a proxy, which is in this frame, and the one in front that it was made for. */
struct hc_front_link {
    int64_t stream;       /* of the request behind, or HC_NO_STREAM */
    uint32_t front_frame; /* of the request in front; an earlier frame, or this one */
    uint8_t evidence;     /* enum hc_evidence of pair.h */
};

/* What one frame shows: its codes, in the order in which they stand, how often it lacks one where one
 * belongs, and what comes without any. Lives as long as the packet is dissected; kept in memory/store.h. */
struct hc_events {
    unsigned count;
    unsigned unreadable_statuses; /* status lines whose status is not three digits, as "2XX" and "0200" */
    unsigned implied_count;
    const struct hc_implied *implied; /* NULL where there is none */
    unsigned pair_count;
    unsigned front_count;
    /* Across a proxy (pair.h): the pairs of which this frame has the later end; NULL where there is none. */
    const struct hc_pair *const *pairs;
    const struct hc_front_link *fronts; /* the same of requests in this frame whose front is known */
    const struct hc_event *event;       /* NULL where there is none */
};

/* A code behind which the client waits for no other: not an interim status, nor a server that wants no more
 * of the request. */
static inline bool hc_event_is_end(const struct hc_event *event) {
    if (event->carrier == HC_STATUS_LINE || event->carrier == HC_HEADERS)
        return hc_status_is_final(event->value);
    return event->carrier != HC_STOP_SENDING || event->sender != HC_SERVER;
}

/* Whether a code is a fault of one stream, or of the whole connection. */
static inline bool hc_event_is_on_stream(const struct hc_event *event) {
    return event->carrier == HC_RST_STREAM || event->carrier == HC_RESET_STREAM ||
           event->carrier == HC_STOP_SENDING;
}

static inline bool hc_event_is_on_connection(const struct hc_event *event) {
    return hc_carrier_is_of_connection(event->carrier);
}

/* The response is known not to be complete. */
static inline bool hc_event_is_unfinished(const struct hc_event *event) {
    return event->progress == HC_PROGRESS_NONE || event->progress == HC_PROGRESS_STARTED;
}

#endif
