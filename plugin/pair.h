/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Both legs of a proxy: an exchange in front and those behind that were made for it, as raw facts. Kept until
 * the capture is closed. Plain C; knows nothing of Wireshark. */
#ifndef HTTPCODES_PAIR_H
#define HTTPCODES_PAIR_H

#include "event.h"

/* How an exchange ended, as far as the capture shows it. */
enum hc_leg_end {
    HC_LEG_RUNS = 0, /* not yet, or it cannot be told */
    HC_LEG_COMPLETE, /* the response, with its end */
    HC_LEG_RESET,    /* RST_STREAM, RESET_STREAM, STOP_SENDING */
    HC_LEG_CLOSED,   /* with its connection: GOAWAY, CONNECTION_CLOSE, or TCP's FIN or RST */
};

/* One exchange on one connection. */
struct hc_leg {
    const struct hc_request *request;
    uint32_t exchange;                               /* as in an event */
    uint32_t request_frame, status_frame, end_frame; /* 0 where the final status, or the end, was not seen */
    double began, ended;                             /* in seconds since the first frame of the capture */
    int64_t stream;                                  /* HC_NO_STREAM on HTTP/1 */
    uint64_t code;                                   /* that ended it; valid where has_code */
    uint16_t status;                                 /* the final one; 0 if none was seen */
    bool has_code;
    uint8_t space;    /* enum hc_space_id of the code */
    uint8_t end;      /* enum hc_leg_end */
    uint8_t ended_by; /* enum hc_side: client or server of this connection */
    bool is_refused;  /* REFUSED_STREAM or H3_REQUEST_REJECTED before any response, or a GOAWAY left it out
                         (RFC 9113, section 8.7; RFC 9114, section 4.1.1) */
    bool is_echo;     /* the code repeats the peer's STOP_SENDING */
    bool had_103;     /* an interim response 103 was seen */
    bool is_grpc, had_grpc_status; /* a gRPC call whose grpc-status would have been seen; and was */
    bool is_conditional;           /* the request carries If-None-Match or If-Modified-Since */
    bool may_be_repeated; /* the request says so, or may: a key, a call of gRPC, a head that was not all read
                           */
};

/* Whether its client did not wait for the end of the response. */
static inline bool hc_leg_is_given_up(const struct hc_leg *leg) {
    return (leg->end == HC_LEG_RESET || leg->end == HC_LEG_CLOSED) && leg->ended_by == HC_CLIENT;
}

/* What shows that they belong together; public as httpcodes.across.evidence. */
enum hc_evidence {
    HC_EVIDENCE_ID = 1,        /* the same id */
    HC_EVIDENCE_FORWARDED_FOR, /* X-Forwarded-For or Forwarded names the client */
    HC_EVIDENCE_ONLY_ONE,      /* the only open request like it */
    HC_EVIDENCE_WHICHEVER      /* one of these, and nothing tells which one */
};

enum { HC_MOST_ATTEMPTS = 16 };

/* Both ends have been seen. By HC_EVIDENCE_WHICHEVER each attempt may be the only one that counts. */
struct hc_pair {
    struct hc_leg front;
    uint32_t attempts;           /* behind, in their order; more than are listed where there were too many */
    const struct hc_leg *behind; /* min(attempts, HC_MOST_ATTEMPTS) of them, the last attempt last */
    uint8_t evidence;            /* enum hc_evidence */
};

#endif
