/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The end of a WebTransport session: a capsule in the content of the stream that an extended CONNECT has
 * opened (draft-ietf-webtrans-http3, section 6). Its code is the application's own, and none of HTTP. */
#include "collect/bytes.h"
#include "collect/capsules.h"
#include "collect/reading.h"

/* Both directions of a session: the client's, the server's. */
struct hc_webtransport {
    struct hc_capsules sent[2];
};

/* "webtransport-h3" in later drafts. */
static bool is_webtransport(const char *protocol) {
    return strcmp(protocol, "webtransport") == 0 || strcmp(protocol, "webtransport-h3") == 0;
}

void hc_note_webtransport(struct hc_exchange *exchange, const char *protocol) {
    exchange->carries_webtransport = exchange->carries_webtransport || is_webtransport(protocol);
}

static void take_close(void *user, uint32_t code, const char *reason, size_t length) {
    struct hc_reading *reading = user;
    struct hc_implied *implied = hc_reading_imply(reading, hc_reading_exchange(reading),
                                                  HC_IMPLIES_SESSION_CLOSED, hc_reading_sender(reading));

    implied->code = code;
    implied->reason = hc_keep_words(reason, length);
}

/* Of the session and the side whose words are read; NULL where that is none. */
static struct hc_capsules *capsules_being_read(struct hc_reading *reading) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    enum hc_side sender = hc_reading_sender(reading);

    if (!exchange || !exchange->carries_webtransport || sender == HC_SIDE_UNKNOWN)
        return NULL;
    if (!exchange->webtransport)
        exchange->webtransport = wmem_new0(wmem_file_scope(), struct hc_webtransport);
    return &exchange->webtransport->sent[sender == HC_SERVER];
}

void hc_reading_take_webtransport(struct hc_reading *reading, const uint8_t *bytes, size_t size) {
    struct hc_capsules *capsules = capsules_being_read(reading);

    if (!capsules)
        return;
    if (hc_reading_sees_tunnel(reading, hc_reading_exchange(reading)))
        hc_capsules_read(capsules, bytes, size, take_close, reading);
    else
        hc_capsules_lose(capsules);
}

void hc_reading_lose_webtransport(struct hc_reading *reading) {
    struct hc_capsules *capsules = capsules_being_read(reading);

    if (capsules)
        hc_capsules_lose(capsules);
}
