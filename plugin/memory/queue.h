/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The exchanges of a connection of HTTP/1: requests wait for their responses, which come in the same order
 * (RFC 9112, section 9.3.2). Lives in file scope. */
#ifndef HTTPCODES_MEMORY_QUEUE_H
#define HTTPCODES_MEMORY_QUEUE_H

#include "memory/exchange.h"

enum { HC_MOST_WAITING = 1024 }; /* more do only where the capture lacks the responses */

struct hc_queue {
    GQueue waiting;               /* struct hc_exchange, the oldest first */
    struct hc_exchange *answered; /* the one that got its final response last, which may have opened a tunnel;
                                     NULL before the first */
    uint32_t early_answer;        /* the frame of a final response that no request waited for; 0 if none */
    bool lost_count;              /* of them nobody knows which one the next response answers */
};

/* Where a response begins. */
struct hc_head {
    uint32_t frame;        /* the first one that carries some of it */
    uint32_t acknowledged; /* what its sender had received by then: TCP's acknowledgement; valid where
                              has_position */
    bool has_position;
};

/* A request was seen that begins in this frame; it may be filled in as it is read, until the next one.
 * Wireshark shows a request when its content is complete, which may be later than an early response to it:
 * such a one waits for nothing. */
struct hc_exchange *hc_queue_append(struct hc_queue *queue, uint32_t head_frame);

/* The exchange that a response belongs to; NULL where none waits, or it cannot be told: after a gap, and
 * where the only candidate was sent later than the response, or was not received by then. A final response
 * takes it off the queue. */
struct hc_exchange *hc_queue_answer(struct hc_queue *queue, struct hc_head head, bool is_final);

/* The exchange that was answered last, whose connection is a tunnel or a WebSocket by now; made where the
 * capture does not show it. Never NULL. */
struct hc_exchange *hc_queue_current(struct hc_queue *queue);

/* The capture lacks a part of the connection, or shows it in another order than it had. */
void hc_queue_lose_count(struct hc_queue *queue);

#endif
