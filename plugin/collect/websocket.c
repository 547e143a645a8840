/* SPDX-License-Identifier: GPL-2.0-or-later */
/* WebSockets in tunnels (RFC 8441, RFC 9220): in the content of a stream that an extended CONNECT has opened.
 *
 * Wireshark dissects them since 4.6 only, and takes the beginning of each DATA frame for that of a WebSocket
 * frame. So the plugin reads the bytes by itself in all versions, and passes over what Wireshark makes of
 * them. */
#include "collect/bytes.h"
#include "collect/reading.h"
#include "collect/websocket_frames.h"
#include "registry/code.h"

static const struct hc_carrier_row close_row = {"Close in a tunnel", HC_ROLE_CODE, HC_WEBSOCKET_CLOSE,
                                                HC_CLOSE};

enum { CODE_SIZE = 2 }; /* bytes (RFC 6455, section 5.5.1) */

/* Some bytes of a tunnel, and where they stand in the packet. */
struct content {
    struct hc_reading *reading;
    struct hc_span place;
};

bool hc_reading_follows_tunnels(struct hc_reading *reading) {
    if (hc_reading_connection(reading)->is_quic)
        return hc_reading_can_take_http3();
    return !hc_reading_is_http1(reading);
}

/* Of the tunnel and the side whose words are read. */
static struct hc_websocket_frames *frames_being_read(struct hc_reading *reading) {
    struct hc_websocket *websocket = hc_exchange_websocket(hc_reading_exchange(reading));
    struct hc_websocket_frames **frames = &websocket->frames[hc_reading_sender(reading)];

    if (!*frames)
        *frames = wmem_new0(wmem_file_scope(), struct hc_websocket_frames);
    return *frames;
}

/* The code's bytes, masked if the frame is; nowhere where they are not together in this packet. */
static struct hc_span place_of_code(const struct content *content, const struct hc_close_frame *close) {
    if (close->code_at == HC_NOT_IN_PIECE)
        return (struct hc_span){.tvb = NULL};
    return hc_span_first(hc_span_behind(content->place, (unsigned)close->code_at), CODE_SIZE);
}

static void add_close(const struct content *content, const struct hc_close_frame *close) {
    struct hc_reading *reading = content->reading;
    const char *reason = hc_keep_words((const char *)close->reason, close->reason_length);

    reading->close_faults = close->faults;
    hc_reading_add_code(reading, &close_row, place_of_code(content, close), close->code);
    if (reason)
        hc_reading_more(reading, hc_reading_last_event(reading))->reason = reason;
    reading->awaits_reason = false;
}

/* One with a single byte lacks a code as well, though nobody can say that it was left out. */
static void take_close(void *user, const struct hc_close_frame *close) {
    const struct content *content = user;
    struct hc_reading *reading = content->reading;

    if (close->has_code)
        add_close(content, close);
    else
        hc_note_faults_without_code(reading, close->faults);
    if (!close->has_code && !(close->faults & HC_CLOSE_OF_ONE_BYTE))
        hc_note_close_without_code(reading);
}

static void take_late_data(void *user) {
    const struct content *content = user;

    hc_reading_imply(content->reading, hc_reading_exchange(content->reading), HC_IMPLIES_DATA_AFTER_CLOSE,
                     hc_reading_sender(content->reading));
}

static const struct hc_websocket_listener listener = {
    .on_close = take_close,
    .on_data_after_close = take_late_data,
};

/* What a server refuses with is no frame of the tunnel's, and what a client sends before it knows might be
 * none. */
bool hc_reading_sees_tunnel(struct hc_reading *reading, const struct hc_exchange *exchange) {
    return hc_exchange_is_tunnel(exchange) &&
           hc_exchange_is_wholly_seen(exchange, hc_reading_connection(reading)->gaps);
}

static bool is_websocket(struct hc_reading *reading) {
    const struct hc_exchange *exchange = hc_reading_exchange(reading);

    return exchange && exchange->tunnels_websocket && hc_reading_sender(reading) != HC_SIDE_UNKNOWN;
}

void hc_reading_take_websocket(struct hc_reading *reading, const uint8_t *bytes, size_t size,
                               struct hc_span place) {
    struct content content = {reading, place};
    struct hc_websocket_frames *frames;

    if (size == 0 || !is_websocket(reading))
        return;
    frames = frames_being_read(reading);
    if (hc_reading_sees_tunnel(reading, hc_reading_exchange(reading)))
        hc_websocket_frames_read(frames, bytes, size, &listener, &content);
    else
        hc_websocket_frames_lose(frames);
    if (frames->has_frames)
        hc_exchange_websocket(hc_reading_exchange(reading))->has_frames = true;
}

void hc_reading_lose_websocket(struct hc_reading *reading) {
    if (is_websocket(reading))
        hc_websocket_frames_lose(frames_being_read(reading));
}

bool hc_reading_is_in_websocket_frame(struct hc_reading *reading) {
    return is_websocket(reading) && !hc_websocket_frames_is_between(frames_being_read(reading));
}

bool hc_websocket_is_wholly_seen(const struct hc_websocket *websocket) {
    for (int side = HC_CLIENT; side <= HC_SERVER; side++) {
        if (websocket->frames[side] && websocket->frames[side]->is_lost)
            return false;
    }
    return true;
}
