/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/queue.h"

static struct hc_exchange *first(const struct hc_queue *queue) {
    return queue->waiting.head ? queue->waiting.head->data : NULL;
}

static struct hc_exchange *take_off_first(struct hc_queue *queue) {
    struct hc_exchange *exchange = first(queue);

    g_queue_unlink(&queue->waiting, &exchange->place);
    return exchange;
}

static struct hc_exchange *make(void) {
    struct hc_exchange *exchange = hc_exchange_new();

    exchange->id = HC_NO_STREAM;
    exchange->place.data = exchange;
    return exchange;
}

static void replace_answered(struct hc_queue *queue, struct hc_exchange *exchange) {
    if (queue->answered)
        hc_exchange_free(queue->answered);
    queue->answered = exchange;
}

static struct hc_exchange *append(struct hc_queue *queue, struct hc_exchange *exchange) {
    g_queue_push_tail_link(&queue->waiting, &exchange->place);
    if (queue->waiting.length > HC_MOST_WAITING) {
        hc_exchange_free(take_off_first(queue));
        queue->lost_count = true;
    }
    return exchange;
}

struct hc_exchange *hc_queue_append(struct hc_queue *queue, uint32_t head_frame) {
    uint32_t early_answer = queue->early_answer;
    struct hc_exchange *exchange = make();

    queue->early_answer = 0;
    if (early_answer && head_frame < early_answer) {
        replace_answered(queue, exchange);
        return exchange;
    }
    queue->lost_count = queue->lost_count || early_answer;
    return append(queue, exchange);
}

/* What crosses the request in the network does not answer it: a server that closes an idle connection may say
 * 408 (RFC 9110, section 15.5.9). */
static bool was_received(const struct hc_asked *asked, struct hc_head head) {
    return !asked->has_position || !head.has_position || (int32_t)(head.acknowledged - asked->position) > 0;
}

/* A final response that nobody seems to have asked for. */
static void note_early(struct hc_queue *queue, uint32_t frame) {
    /* A second one in a row: requests are missing. */
    queue->lost_count = queue->lost_count || queue->early_answer;
    queue->early_answer = frame;
    replace_answered(queue, make());
}

struct hc_exchange *hc_queue_answer(struct hc_queue *queue, struct hc_head head, bool is_final) {
    struct hc_exchange *exchange = queue->lost_count ? NULL : first(queue);

    if (exchange && exchange->asked.frame > head.frame) {
        hc_queue_lose_count(queue);
        exchange = NULL;
    } else if (exchange && !was_received(&exchange->asked, head)) {
        exchange = NULL;
    }
    if (is_final && exchange)
        replace_answered(queue, take_off_first(queue));
    else if (is_final)
        note_early(queue, head.frame);
    return exchange;
}

struct hc_exchange *hc_queue_current(struct hc_queue *queue) {
    if (!queue->answered)
        queue->answered = make();
    return queue->answered;
}

void hc_queue_lose_count(struct hc_queue *queue) {
    queue->lost_count = true;
}
