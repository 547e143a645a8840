/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/reasons.h"

#include "registry/proxy_status.h"

static void append(wmem_strbuf_t *text, const char *before, struct hc_proxy_word word, const char *behind) {
    if (word.length == 0)
        return;
    wmem_strbuf_append(text, before);
    wmem_strbuf_append_len(text, word.text, word.length);
    wmem_strbuf_append(text, behind);
}

static const char *told_by(wmem_allocator_t *scope, const struct hc_proxy_status *status) {
    wmem_strbuf_t *text = wmem_strbuf_new(scope, "");

    append(text, "", status->proxy, ": ");
    append(text, "", status->error, "");
    append(text, " (", status->rcode, ")");
    append(text, ", ", status->details, "");
    return wmem_strbuf_finalize(text);
}

/* NULL where no intermediary tells an error. */
static const char *error_of_proxy(wmem_allocator_t *scope, const struct hc_event *event) {
    const char *header = hc_more_of(event)->proxy_status;
    struct hc_proxy_status status;

    return header && hc_proxy_status_read(header, strlen(header), &status) ? told_by(scope, &status) : NULL;
}

const char *hc_reason_of_proxy(wmem_allocator_t *scope, const struct hc_event *event) {
    const char *error = error_of_proxy(scope, event);

    return error ? error : hc_more_of(event)->proxy_status;
}

const char *hc_reason(wmem_allocator_t *scope, const struct hc_event *event) {
    return hc_more_of(event)->reason ? hc_more_of(event)->reason : error_of_proxy(scope, event);
}

const struct hc_sender_words *hc_reason_outweighs(const struct hc_event *event) {
    return hc_sender_words(event->space, event->value, hc_more_of(event)->reason);
}
