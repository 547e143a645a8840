/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The requests that failed lately, by what tells that one is sent again: the client's address, the server's
 * address and port, method, authority and target. Lives in file scope. */
#ifndef HTTPCODES_MEMORY_FAILURES_H
#define HTTPCODES_MEMORY_FAILURES_H

#include "memory/recent.h"

/* Of all connections of a capture, and in seconds. One takes some 200 bytes. */
enum { HC_MOST_FAILURES = 4096, HC_LONGEST_FAILURE = 60 };

/* What a request sends, as far as it was read. */
struct hc_print {
    uint32_t who;     /* a hash of what names its sender: memory of browsers, proxies in front of it */
    uint32_t content; /* a hash of the first 64 KiB of its content, and of its length */
    bool is_whole;    /* of the content nothing is missing */
    bool is_cut;      /* something is */
};

struct hc_failed {
    uint32_t frame;         /* that carries the request's head; 0 where none has failed */
    uint32_t end;           /* where it failed */
    const void *connection; /* on which it did; NULL where TCP's positions there are not known */
    uint32_t position;      /* TCP's sequence number there */
    nstime_t when;
    uint32_t due;    /* how long its Retry-After asks to wait, in microseconds; 0 if not */
    uint8_t failure; /* enum hc_failure */
    bool is_certain; /* its whole head was read, and the answer is its */
    bool is_routine; /* a request with the same content was answered before */
    struct hc_print print;
};

/* Once, when the plugin is registered. */
void hc_failures_register(void);

/* The request of the key has failed; the last failure counts. */
void hc_failures_note(const struct hc_recent_key *key, const struct hc_failed *failed);
/* The request of the key, whose head is in this frame, was answered, and need not come again. */
void hc_failures_answered(const struct hc_recent_key *key, uint32_t frame, const struct hc_print *print,
                          const nstime_t *now);

/* The failure that a request which begins in this frame may be the repetition of; each is repeated once.
 * False where there is none. */
bool hc_failures_take(const struct hc_recent_key *key, uint32_t frame, const nstime_t *now,
                      struct hc_failed *failed);

#endif
