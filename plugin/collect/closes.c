/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is wrong with a WebSocket's Close, and data behind it. Over HTTP/1 Wireshark finds the frames; tunnels
 * are read in websocket.c. Said only where all of the WebSocket was captured: a frame that begins elsewhere
 * than it seems proves nothing. */
#include "collect/reading.h"
#include "collect/websocket_frames.h"
#include "registry/numbers.h"

enum { MASK = 0x80 }; /* in the second byte of a frame (RFC 6455, section 5.2) */

static bool is_wholly_seen(struct hc_reading *reading) {
    const struct hc_connection *connection = hc_reading_connection(reading);
    const struct hc_exchange *exchange = connection->queue.answered;

    return hc_connection_is_wholly_seen(connection) && exchange &&
           exchange->status == HTTP_SWITCHING_PROTOCOLS && hc_reading_sender(reading) != HC_SIDE_UNKNOWN;
}

void hc_note_faults_without_code(struct hc_reading *reading, unsigned faults) {
    struct hc_exchange *exchange = hc_reading_exchange(reading);
    enum hc_side sender = hc_reading_sender(reading);

    if (faults & HC_CLOSE_FRAGMENTED)
        hc_reading_imply(reading, exchange, HC_IMPLIES_FRAGMENTED_CLOSE, sender);
    if (faults & HC_CLOSE_OF_ONE_BYTE)
        hc_reading_imply(reading, exchange, HC_IMPLIES_CLOSE_OF_ONE_BYTE, sender);
    if (faults & HC_CLOSE_OF_ONE_BYTE)
        hc_exchange_websocket(exchange)->has_closed[sender] = true;
}

/* ---- over HTTP/1 ---- */

/* What stands behind the Close is Wireshark's to find. */
struct only_close {
    struct hc_reading *reading;
    bool was_told;
};

static void take_close(void *user, const struct hc_close_frame *close) {
    struct only_close *only = user;

    if (only->was_told)
        return;
    only->was_told = true;
    if (close->has_code)
        only->reading->close_faults = close->faults;
    else
        hc_note_faults_without_code(only->reading, close->faults);
}

static void pass_over_data(void *user) {
    (void)user;
}

void hc_note_close_frame(struct hc_reading *reading, struct hc_span frame) {
    static const struct hc_websocket_listener listener = {take_close, pass_over_data};
    struct only_close only = {reading, false};
    struct hc_websocket_frames frames = {0};
    struct hc_span close = hc_span_first(frame, HC_MOST_FRAME_HEADER + HC_MOST_CONTROL_BYTES);

    reading->close_faults = 0;
    if (!is_wholly_seen(reading))
        return;
    hc_exchange_websocket(hc_reading_exchange(reading))->closed_at[hc_reading_sender(reading)] =
        reading->sequence;
    hc_websocket_frames_read(&frames, hc_span_bytes(close), close.length, &listener, &only);
}

/* As a client's frames are, and no server's (RFC 6455, section 5.1). What breaks that may be no frame. */
static bool is_masked_as_it_should(struct hc_span frame, enum hc_side sender) {
    uint8_t bytes[2];

    return hc_span_copy(frame, bytes, sizeof bytes) == sizeof bytes &&
           ((bytes[1] & MASK) != 0) == (sender == HC_CLIENT);
}

/* What TCP sends again is older than the Close. */
void hc_note_websocket_data(struct hc_reading *reading, struct hc_span frame) {
    enum hc_side sender = hc_reading_sender(reading);
    struct hc_websocket *websocket = hc_exchange_websocket(hc_reading_exchange(reading));

    if (!is_wholly_seen(reading) || !websocket->has_closed[sender] || websocket->went_on[sender] ||
        !is_masked_as_it_should(frame, sender) || !reading->has_positions ||
        (int32_t)(reading->sequence - websocket->closed_at[sender]) < 0)
        return;
    websocket->went_on[sender] = true;
    hc_reading_imply(reading, hc_reading_exchange(reading), HC_IMPLIES_DATA_AFTER_CLOSE, sender);
}
