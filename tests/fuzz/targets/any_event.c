/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "any_event.h"

#include <stdlib.h>

/* A byte says which of the parts that may be missing are there. */
enum {
    HAS_REQUEST = 1 << 0,
    HAS_STREAM = 1 << 1,
    HAS_UNPROCESSED = 1 << 2,
    HAS_OTHERS = 1 << 3,
    HAS_MORE = 1 << 4,
    HAS_OPEN = 1 << 5
};

/* Of the lists above or below a GOAWAY's last stream: one request, and perhaps others. */
struct one_request {
    bool has_others;
    size_t count;
    struct hc_open_request item[1];
};
static const struct hc_request post = {.method = "POST"};
static const struct one_request one = {.count = 1, .item = {{3, &post}}};
static const struct one_request one_of_some = {.has_others = true, .count = 1, .item = {{3, NULL}}};

static const struct hc_open_requests *list_of(uint64_t parts) {
    return (const struct hc_open_requests *)(parts & HAS_OTHERS ? &one_of_some : &one);
}

static void take_numbers(struct hc_event *event, struct fuzz_input *input) {
    event->space = (uint8_t)fuzz_space(input);
    event->value = fuzz_number(input, 8);
    event->carrier = (uint8_t)(HC_STATUS_LINE + fuzz_number(input, 1) % (HC_CARRIERS_END - HC_STATUS_LINE));
    event->sender = (uint8_t)(fuzz_number(input, 1) % (HC_SERVER + 1));
    event->progress = (uint8_t)(fuzz_number(input, 1) % (HC_PROGRESS_COMPLETE + 1));
    event->circumstances = (uint16_t)fuzz_number(input, 2);
}

static void take_texts(struct any_event *any, struct fuzz_input *input) {
    any->more.evidence = any->evidence = fuzz_text_or_null(input);
    any->more.reason = any->reason = fuzz_text_or_null(input);
    any->more.retry_after = any->retry_after = fuzz_text_or_null(input);
    any->request.method = any->method = fuzz_text_or_null(input);
    any->request.path = any->path = fuzz_text_or_null(input);
    any->request.authority = any->authority = fuzz_text_or_null(input);
    any->more.proxy_status = any->proxy_status = fuzz_text_or_null(input);
}

static void take_numbers_of_more(struct hc_more *more, struct fuzz_input *input) {
    more->rapid_resets = (uint32_t)fuzz_number(input, 1);
    more->last_stream = fuzz_number(input, 8);
    more->answered = (uint16_t)fuzz_number(input, 2);
    more->provoked_resets = (uint32_t)fuzz_number(input, 1);
    more->resets_before = (uint32_t)fuzz_number(input, 1);
}

static void take_parts(struct any_event *any, uint64_t parts) {
    if (parts & HAS_MORE)
        any->event.more = &any->more;
    if (parts & HAS_REQUEST) {
        any->event.request = &any->request;
        any->event.request_frame = (uint32_t)any->more.last_stream;
    }
    if (parts & HAS_STREAM)
        any->event.stream = (int64_t)(any->more.last_stream & INT64_MAX);
    if (parts & HAS_UNPROCESSED)
        any->more.unprocessed = list_of(parts);
    if (parts & HAS_OPEN)
        any->more.open = list_of(parts);
}

void any_event_take(struct any_event *any, struct fuzz_input *input) {
    *any = (struct any_event){.event = {.stream = HC_NO_STREAM, .source = HC_NO_SOURCE}};
    uint64_t parts = fuzz_number(input, 1);

    take_numbers(&any->event, input);
    take_numbers_of_more(&any->more, input);
    take_texts(any, input);
    take_parts(any, parts);
}

void any_event_free(struct any_event *any) {
    free(any->evidence);
    free(any->reason);
    free(any->retry_after);
    free(any->method);
    free(any->path);
    free(any->authority);
    free(any->proxy_status);
}
