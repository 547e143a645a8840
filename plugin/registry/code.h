/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known of one code: the row that every registry file is made of.
 *
 * Plain C11 without epan and GLib. Everything here is constant for the life of the program: callers keep
 * pointers to rows and texts as long as they like and free nothing. */
#ifndef HTTPCODES_REGISTRY_CODE_H
#define HTTPCODES_REGISTRY_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code spaces, each a number line of its own. The values are public: httpcodes.space. */
enum hc_space_id {
    HC_HTTP_STATUS = 1,
    HC_HTTP2_ERROR,
    HC_HTTP3_ERROR,
    HC_QUIC_ERROR,
    HC_WEBSOCKET_CLOSE,
    HC_GRPC_STATUS,
    HC_SPACES_END
};

/* How a number came to its meaning. The values are public: httpcodes.registration. */
enum hc_registration {
    HC_REGISTERED = 1, /* in the IANA registry, or in the standard that closes the space (gRPC) */
    HC_RETIRED,        /* registered, but as unused, reserved or obsolete */
    HC_DRAFT,          /* from an Internet-Draft */
    HC_UNOFFICIAL,     /* a vendor's or a convention's */
    HC_PRIVATE_USE,    /* in a range that the registry leaves to applications */
    HC_GREASE,         /* reserved to exercise that unknown codes are ignored */
    HC_UNASSIGNED,     /* free: nobody has given it a meaning */
    HC_INVALID         /* outside of what the field may hold */
};

/* Where the specification lets a code stand. The values from 1 on are public: httpcodes.scope. */
enum hc_scope {
    HC_SCOPE_NONE = 0, /* the space knows no streams, or the specification does not say */
    HC_SCOPE_STREAM,
    HC_SCOPE_CONNECTION,
    HC_SCOPE_EITHER
};

/* Which side may send a code. */
enum hc_speaker { HC_BY_EITHER = 0, HC_BY_CLIENT, HC_BY_SERVER };

/* Whom a code blames, seen from the code. */
enum hc_blame {
    HC_BLAME_UNKNOWN = 0,
    HC_BLAME_NOBODY,
    HC_BLAME_CLIENT,
    HC_BLAME_SERVER,
    HC_BLAME_SENDER, /* the side that sends the code had the trouble */
    HC_BLAME_PEER    /* the side that receives it made the mistake */
};

/* Whether the request may be sent again, as far as the code alone tells. The values are public:
 * httpcodes.retry. */
enum hc_retry {
    HC_RETRY_NOT_A_FAILURE = 0,
    HC_RETRY_SAFE,         /* promised: the request was not processed; any method */
    HC_RETRY_IDEMPOTENT,   /* idempotent methods only (RFC 9110, section 9.2.2) */
    HC_RETRY_AFTER_CHANGE, /* only after the request, or the way it is sent, was changed */
    HC_RETRY_AFTER_DELAY,  /* after a delay; the method rule still holds */
    HC_RETRY_NO,
    HC_RETRY_UNKNOWN,
    HC_RETRY_ALLOWED, /* a verdict, never in a row: may have been processed, but the method is idempotent */
    HC_RETRY_ANOTHER_WAY /* not taken up here: any method may be sent in the way that the row says */
};

/* In which other way a request may be sent again that was not taken up here. */
enum hc_way {
    HC_WAY_NONE = 0,
    HC_WAY_NEW_CONNECTION,
    HC_WAY_OTHER_CONNECTION, /* to the server that answers for the origin */
    HC_WAY_OUTSIDE_EARLY_DATA,
    HC_WAY_OVER_HTTP_1_1,
    HC_WAY_WITHOUT_EXPECTATION,
    HC_WAYS_END
};

enum hc_language { HC_EN, HC_ZH_CN, HC_DE, HC_LANGUAGES };

/* One meaning of one number, or of a range of numbers. */
struct hc_code {
    uint64_t value;              /* the number; of a range its first */
    uint64_t last;               /* of a range its last number, inclusive; 0 for a single code */
    uint64_t step;               /* of a pattern: only every step-th number of the range; 0: every number */
    const char *name;            /* as registered; never NULL */
    const char *const *aliases;  /* other names in use, ended by NULL; NULL if there are none */
    const char *origin;          /* "IANA", "nginx", ...; "none" in a row for unassigned numbers */
    const char *const *evidence; /* what proves this meaning, ended by NULL: product names of a Server header
                                    (HTTP status), WebSocket subprotocols, and hosts ("host:gateway.example"):
                                    registry/proof.h; NULL if nothing on the wire does */
    enum hc_registration registration;
    enum hc_scope scope;
    enum hc_speaker speaker;
    bool is_convention; /* unofficial, but no vendor's own: nothing could prove it */
    bool never_on_wire; /* lives in logs and APIs; must not, or does not, travel */
    enum hc_blame blame;
    enum hc_retry retry;
    enum hc_way way;  /* which, for HC_RETRY_ANOTHER_WAY; else HC_WAY_NONE */
    bool fails_again; /* whoever the code blames broke the protocol or sent a malformed message: sent again
                         unchanged, the request ends in the same way */
    bool heeds_retry_after;         /* the specification gives a Retry-After header beside it a meaning */
    const char *reference;          /* "RFC 9110, section 15.5.5"; NULL in a user's own row only */
    const char *url;                /* of the reference; NULL in a user's own row only */
    const char *text[HC_LANGUAGES]; /* one or two sentences; NULL where not translated: see hc_text() */
};

#endif
