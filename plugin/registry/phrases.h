/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences that summaries and findings are made of, in every language. A phrase may hold slots in
 * braces, which the caller fills: "{who} answered{what}: {code}". */
#ifndef HTTPCODES_REGISTRY_PHRASES_H
#define HTTPCODES_REGISTRY_PHRASES_H

#include "registry/code.h"

enum hc_phrase {
    /* the sides, by enum hc_side */
    HC_SAYS_SOMEBODY,
    HC_SAYS_CLIENT,
    HC_SAYS_SERVER,

    /* what a side does with a code: {who}, {what}, {code} */
    HC_SAYS_ANSWERED,
    HC_SAYS_RESET,
    HC_SAYS_CANCELLED,
    HC_SAYS_REFUSED,
    HC_SAYS_STOPS,
    HC_SAYS_GOES_AWAY,
    HC_SAYS_CLOSED_CONNECTION,
    HC_SAYS_CLOSED_WEBSOCKET,
    HC_SAYS_ENDED_CALL,
    HC_SAYS_ANSWERED_UNSEEN,
    HC_SAYS_RESET_AGAIN,
    HC_SAYS_ECHOES_CLOSE,
    HC_SAYS_ECHOES_STOP,
    HC_SAYS_UNSOLICITED,

    /* what it does it to */
    HC_SAYS_STREAM,            /* {stream} */
    HC_SAYS_STREAM_OF_REQUEST, /* {stream}, {request}, {frame} */
    HC_SAYS_REQUEST,           /* {request}, {frame} */
    HC_SAYS_AFTER_STREAM,      /* {stream} */

    /* may the request be sent again? by enum hc_retry */
    HC_SAYS_NOT_A_FAILURE,
    HC_SAYS_RETRY_SAFE,
    HC_SAYS_RETRY_IDEMPOTENT,
    HC_SAYS_RETRY_AFTER_CHANGE,
    HC_SAYS_RETRY_AFTER_DELAY,
    HC_SAYS_RETRY_NO,
    HC_SAYS_RETRY_UNKNOWN,
    HC_SAYS_RETRY_ALLOWED,
    HC_SAYS_RETRY_ANOTHER_WAY,

    /* in which way, by enum hc_way */
    HC_SAYS_RETRY_ON_NEW_CONNECTION,
    HC_SAYS_RETRY_ON_OTHER_CONNECTION,
    HC_SAYS_RETRY_OUTSIDE_EARLY_DATA,
    HC_SAYS_RETRY_OVER_HTTP_1_1,
    HC_SAYS_RETRY_WITHOUT_EXPECTATION,

    /* a verdict in a few words: see present/brief.h */
    HC_SAYS_BRIEFLY_SAFE,
    HC_SAYS_BRIEFLY_ALLOWED,
    HC_SAYS_CLIENTS_FAULT,
    HC_SAYS_SERVERS_FAULT,

    HC_SAYS_RETRY_AFTER,         /* {when} */
    HC_SAYS_RETRY_AFTER_SECONDS, /* {when} */

    /* what else bears on that */
    HC_SAYS_UNPROCESSED,  /* {count} */
    HC_SAYS_OTHERS,       /* {outcome} */
    HC_SAYS_OPEN,         /* {count} */
    HC_SAYS_OPEN_OR_MORE, /* {count} */
    HC_SAYS_NOTHING_SENT,
    HC_SAYS_HTTP_1_1_ONLY,
    HC_SAYS_HTTP_2_ONLY,

    HC_SAYS_OR,
    HC_SAYS_COMMA,
    HC_SAYS_FULL_STOP,
    HC_SAYS_IN_LOGS,         /* {name}, {origin} */
    HC_SAYS_MEANING,         /* {name}, {origin} */
    HC_SAYS_AMBIGUOUS,       /* {text} */
    HC_SAYS_CLAIMED,         /* {text}, {origin}, {name} */
    HC_SAYS_SENT_AS,         /* {words}, {code} */
    HC_SAYS_OUTWEIGHED,      /* {words}, {text} */
    HC_SAYS_ECHO_OF,         /* {carrier}, {code}, {text} */
    HC_SAYS_CODE_ELSEWHERE,  /* {name}, {number}, {other}, {version} */
    HC_SAYS_PROBABLY_MEANT,  /* {other}, {version} */
    HC_SAYS_FINDING,         /* {title}, {code} */
    HC_SAYS_FINDING_BECAUSE, /* {title}, {code}, {detail} */
    /* the detail of a finding: see judge/findings.h */
    HC_SAYS_TEXT,               /* {text} */
    HC_SAYS_RAPID,              /* {rapid_resets} */
    HC_SAYS_RETRY_AFTER_HEADER, /* {retry_after} */
    HC_SAYS_TUNNEL_BROKEN,
    HC_SAYS_CLIENT_REPORTS,
    HC_SAYS_PROVOKED,      /* {provoked_resets} */
    HC_SAYS_RESETS_BEFORE, /* {resets_before} */
    HC_SAYS_DENIED,        /* {denied} */
    HC_SAYS_WHY,           /* {why} */
    /* why a finding holds, of {field} and {source}: see judge/conduct.h */
    HC_SAYS_FIELD_MISSING,
    HC_SAYS_CONNECTION_FIELD,
    HC_SAYS_UPPER_CASE_NAME,
    HC_SAYS_CONTENT_FORBIDDEN,
    HC_SAYS_REQUEST_WITHOUT,
    HC_SAYS_REQUEST_OF_METHOD,
    HC_SAYS_REQUEST_OF_HTTP_1_0,
    HC_SAYS_OTHER_RANGE,
    HC_SAYS_HANDSHAKE_FAILS,
    HC_SAYS_HANDSHAKE_REFUSED,
    HC_SAYS_OTHER_PROTOCOL,
    HC_SAYS_CLOSE_FRAGMENTED,
    HC_SAYS_CLOSE_TOO_LONG,
    HC_SAYS_CLOSE_NOT_UTF8,

    /* what the client did: see judge/rules_client.c */
    HC_SAYS_MAY_HAPPEN_TWICE, /* {earlier} */
    HC_SAYS_DUE_LATER,        /* {earlier}, {waited}, {due} */
    HC_SAYS_IN_CIRCLE,        /* {circle} */
    HC_SAYS_METHOD_CHANGED,   /* {status}, {method}, {followed} */
    HC_SAYS_WAITED_IN_VAIN,   /* {wait} */
    /* how long it waited: see judge/patience.h; {time}, {deadline} */
    HC_SAYS_GAVE_UP_AFTER,
    HC_SAYS_GAVE_UP_BEFORE_DEADLINE,
    HC_SAYS_GAVE_UP_AT_DEADLINE,
    HC_SAYS_GAVE_UP_PAST_DEADLINE,

    /* what the exchange adds to a description: see judge/remarks.h */
    HC_SAYS_WITH_REMARK, /* {text}, {remark} */
    HC_SAYS_UNDER_WAY,
    HC_SAYS_NO_REQUEST,
    HC_SAYS_ONLY_HTTP_1_1,
    HC_SAYS_ONLY_HTTP_2,
    HC_SAYS_UNKNOWN_STREAM,
    HC_SAYS_BEFORE_REQUESTS,
    HC_SAYS_NOT_APPLICABLE,
    HC_SAYS_NO_STREAM,
    HC_SAYS_COUNTERPART,         /* {family}, {target} */
    HC_SAYS_CLOSEST_COUNTERPART, /* {family}, {target} */
    HC_SAYS_MORE_CODES,          /* {count} */
    HC_SAYS_UNREADABLE_STATUS,

    /* what comes without a code: titles, and sentences of {who}, {what}, {code} */
    HC_SAYS_NO_GRPC_STATUS,
    HC_SAYS_NO_CLOSE_CODE,
    HC_SAYS_NO_CLOSE,
    HC_SAYS_UNANSWERED_CLOSE,
    HC_SAYS_UNANSWERED,
    HC_SAYS_ANSWER_CUT,
    HC_SAYS_GIVEN_UP,
    HC_SAYS_NEVER_PROCESSED,
    HC_SAYS_ENDED_WITHOUT_GRPC_STATUS,
    HC_SAYS_CLOSED_WITHOUT_CODE,
    HC_SAYS_ENDED_WITHOUT_CLOSE,
    HC_SAYS_ENDED_AFTER_CLOSE,
    HC_SAYS_ENDED_UNANSWERED,
    HC_SAYS_ENDED_IN_ANSWER,
    HC_SAYS_GAVE_UP,
    HC_SAYS_ENDED_UNPROCESSED,
    HC_SAYS_WRONG_LENGTH,
    HC_SAYS_UNDUE_CONTENT,
    HC_SAYS_LATE_FRAME,
    HC_SAYS_ENDED_WITH_LENGTH, /* {announced}, {content} */
    HC_SAYS_SENT_CONTENT,      /* {content} */
    HC_SAYS_WENT_ON,
    HC_SAYS_SHORT_CLOSE,
    HC_SAYS_SENT_SHORT_CLOSE,
    HC_SAYS_CLOSE_IN_PARTS,
    HC_SAYS_SENT_CLOSE_IN_PARTS,
    HC_SAYS_LATE_DATA,
    HC_SAYS_SENT_LATE_DATA,
    HC_SAYS_LATE_REQUEST,
    HC_SAYS_SENT_LATE_REQUEST,
    HC_SAYS_LATE_STREAM,
    HC_SAYS_OPENED_LATE_STREAM,
    HC_SAYS_IDLE_RACE,
    HC_SAYS_WAS_CLOSING,
    HC_SAYS_ANSWER_LOST,
    HC_SAYS_RESET_UNREAD,
    HC_SAYS_IN_HTTP2,
    HC_SAYS_ANSWERED_IN_HTTP2,
    HC_SAYS_ANSWER_DENIED,
    HC_SAYS_LEFT_OUT_ANSWER,
    HC_SAYS_GOAWAY_RAISED,
    HC_SAYS_RAISED_ITS_GOAWAY,
    HC_SAYS_SESSION_END,
    HC_SAYS_CLOSED_SESSION, /* {code} */
    HC_SAYS_API_REPORTS,    /* {code} */
    HC_SAYS_SENT_AGAIN,

    /* across a proxy: the whole, the ends behind, and the same in short for the Info column */
    HC_SAYS_ACROSS,           /* {front}, {behind} */
    HC_SAYS_BEHIND,           /* {code}, {frame} */
    HC_SAYS_BEHIND_ATTEMPTS,  /* {code}, {frame}, {count} */
    HC_SAYS_BEHIND_WHICHEVER, /* {code}, {frame}, {count} */
    HC_SAYS_BY_RULE,          /* {title}, {rule} */
    HC_SAYS_SENT,             /* {who}, {what} */
    HC_SAYS_CUT_OFF,
    HC_SAYS_CLOSED_WITHOUT_RESPONSE,
    HC_SAYS_LEFT_OUT,
    HC_SAYS_GIVEN_UP_BY_PROXY,
    HC_SAYS_GIVEN_UP_LATER,
    HC_SAYS_ON_ONE_STREAM, /* {code} */
    HC_SAYS_BUT_BEHIND,    /* {front}, {behind}, {frame} */
    HC_SAYS_REPEATED,      /* {method} */
    HC_SAYS_CLIENT_GAVE_UP,
    HC_SAYS_CLOSED_CONNECTION_WITH, /* {code} */
    HC_SAYS_REQUEST_IN_FRONT,       /* {frame} */
    HC_SAYS_ANSWERED_IN,            /* {frame} */

    HC_PHRASES_END
};

/* Never NULL. */
const char *hc_phrase(enum hc_phrase phrase, enum hc_language language);

/* The phrase for a verdict on retries; the way counts for HC_RETRY_ANOTHER_WAY only. */
enum hc_phrase hc_retry_phrase(enum hc_retry retry, enum hc_way way);

#endif
