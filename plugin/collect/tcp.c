/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose packet it is, and where in its connection it stands. */
#include "collect/bare_tcp.h"
#include "collect/reading.h"
#include "collect/tcp_header.h"
#include "compat.h"

/* A frame may hold several packets, and Wireshark remembers the ends of the last one: those of another one
 * are known only where it is the same connection in the other direction. */
static bool find_ends(struct hc_reading *reading, uint32_t source_port, uint32_t destination_port) {
    const packet_info *pinfo = reading->pinfo;

    if (source_port == pinfo->srcport && destination_port == pinfo->destport)
        reading->ends = (struct hc_ends){&pinfo->src, &pinfo->dst, source_port, destination_port};
    else if (source_port == pinfo->destport && destination_port == pinfo->srcport)
        reading->ends = (struct hc_ends){&pinfo->dst, &pinfo->src, source_port, destination_port};
    else
        return false;
    return true;
}

/* Of HTTP/1: what was cut off may have held the answers to the requests that wait, or more requests. */
static void note_cut(struct hc_reading *reading) {
    const tvbuff_t *packet = reading->payload.length > 0 ? reading->payload.tvb : NULL;
    struct hc_connection *connection = reading->connection;

    if (!packet || !connection || tvb_captured_length(packet) == tvb_reported_length(packet))
        return;
    if (hc_reading_sender(reading) != HC_SERVER)
        connection->may_hide_requests = true;
    else if (connection->queue.waiting.length > 0)
        hc_connection_has_gap(connection);
}

void hc_reading_leave_packet(struct hc_reading *reading) {
    hc_reading_leave_stream(reading);
    note_cut(reading);
    hc_take_close_without_code(reading);
    hc_take_http2_answer(reading);
    if (reading->ends_tcp) {
        hc_note_tcp_end(reading);
        hc_across_note_tcp_end(reading);
    }
    reading->ends_tcp = reading->resets_tcp = false;
    reading->payload = (struct hc_span){.tvb = NULL};
    hc_reading_enter(reading, NULL);
    reading->stream = HC_NO_STREAM;
    reading->head_frame = 0;
    reading->has_positions = false;
    reading->answers_preface = false;
}

/* A link layer may fill its frame up. */
static struct hc_span without_trailer(const packet_info *pinfo, struct hc_span segment) {
    struct hc_bare_tcp tcp;
    bool is_bare = segment.tvb == get_data_source_tvb(pinfo->data_src->data) &&
                   hc_bare_tcp_find(&tcp, segment.tvb, pinfo);

    return is_bare ? tcp.segment : segment;
}

static void take_payload(struct hc_reading *reading, struct hc_span payload) {
    hc_take_status_line(reading, payload);
    hc_take_expectation(reading, payload);
    if (payload.length > 0)
        hc_across_note_words(reading);
}

void hc_take_tcp(struct hc_reading *reading, const field_info *field) {
    hc_reading_take_segment(reading, without_trailer(reading->pinfo, hc_span_from(field)));
}

void hc_reading_take_segment(struct hc_reading *reading, struct hc_span segment) {
    uint8_t bytes[HC_TCP_HEADER];

    hc_reading_leave_packet(reading);
    reading->head_frame = hc_first_segment(reading->tree);
    if (hc_span_copy(segment, bytes, sizeof bytes) < HC_TCP_HEADER)
        return;
    if (!find_ends(reading, pntoh16(bytes + HC_TCP_PORTS), pntoh16(bytes + HC_TCP_PORTS + 2))) {
        hc_reading_enter(reading, &reading->nobodys);
        return;
    }
    reading->sequence = pntoh32(bytes + HC_TCP_SEQUENCE);
    reading->acknowledged = pntoh32(bytes + HC_TCP_ACKNOWLEDGEMENT);
    reading->has_positions = (bytes[HC_TCP_FLAGS] & HC_TCP_ACK) != 0;
    reading->ends_tcp = (bytes[HC_TCP_FLAGS] & (HC_TCP_FIN | HC_TCP_RST)) != 0;
    reading->resets_tcp = (bytes[HC_TCP_FLAGS] & HC_TCP_RST) != 0;
    if ((bytes[HC_TCP_FLAGS] & HC_TCP_SYN) && reading->has_positions)
        hc_connection_starts(reading->pinfo, reading->acknowledged);
    reading->payload = hc_span_behind(segment, (unsigned)(bytes[HC_TCP_OFFSET] >> 4) * 4);
    take_payload(reading, reading->payload);
}

void hc_take_gap(struct hc_reading *reading, const field_info *field) {
    (void)field;
    hc_connection_has_gap(hc_reading_connection(reading));
}
