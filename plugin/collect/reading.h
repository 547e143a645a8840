/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The state of one walk over a frame's tree: where the walk stands and what it has found. Lives on the stack.
 */
#ifndef HTTPCODES_COLLECT_READING_H
#define HTTPCODES_COLLECT_READING_H

#include "collect/block.h"
#include "collect/carriers.h"
#include "collect/collect.h"
#include "collect/http2_frame.h"
#include "collect/marks.h"
#include "collect/span.h"
#include "collect/traits.h"
#include "memory/connection.h"

/* One of the frame's data sources, counted from 0. */
struct hc_source {
    const GSList *link; /* NULL: none */
    uint8_t number;
};

struct hc_reading {
    packet_info *pinfo;
    const proto_tree *tree;           /* of the frame */
    wmem_array_t *events;             /* struct hc_event; NULL until the first */
    struct hc_source source;          /* that holds the code that was read last */
    struct hc_ends ends;              /* of the packet being read */
    struct hc_connection *connection; /* of what is being read; NULL until it is asked for */
    enum hc_side sender; /* of the packet being read; unknown until it is asked for, and proven */
    struct hc_connection
        nobodys; /* for packets whose connection cannot be told: all that it learns is lost */
    uint32_t sequence, acknowledged; /* of the TCP segment being read; valid where has_positions */
    bool has_positions;
    bool ends_tcp;         /* the segment being read is a FIN or RST */
    bool answers_preface;  /* and holds no HTTP/2, whatever Wireshark makes of it */
    bool resets_tcp;       /* it is a RST */
    wmem_array_t *implied; /* struct hc_implied; NULL until the first */
    wmem_array_t *pairs;   /* const struct hc_pair *; likewise */
    wmem_array_t *fronts;  /* struct hc_front_link; likewise */
    bool awaits_code;      /* a Close was read, and its code may follow */
    uint8_t close_faults;  /* of the Close whose code comes next */
    uint32_t request_head; /* where the request of HTTP/1 being read began */
    uint32_t head_frame;   /* where the message began that ends in this frame; 0 for this frame */

    struct hc_span payload;     /* of that segment, as far as it was captured */
    struct hc_span status_line; /* of HTTP/1, from the status on */

    enum hc_side speaker;         /* whose words are read, where that may not be the packet's sender */
    int64_t stream;               /* that the following belongs to */
    struct hc_exchange *exchange; /* of the stream or message being read; NULL until it is asked for */
    struct hc_http2_frame frame;  /* of HTTP/2, the one being read */
    struct hc_block block;        /* the header block being read */
    wmem_array_t *proven_lines;   /* bool: of HTTP/2's header lines which are proven; NULL: all */
    unsigned line;                /* the next of these */
    struct hc_marks marks;        /* of the lines read so far */
    struct hc_traits *traits;     /* likewise, of a request; NULL until the first */
    const char *location;         /* the Location of the redirect being read; NULL if none */
    bool section_is_whole;        /* of HTTP/3, the header section being read: all of it was read */
    bool is_paired;               /* of HTTP/1, the response being read: no other request could be meant */
    bool is_reading_request;      /* the message being read is a request */
    int64_t unproven_end;         /* a stream that was ended before it was known by whom */
    uint64_t last_stream;         /* of the GOAWAY being read */
    int64_t only_request;         /* the one client-initiated bidirectional QUIC stream of this packet */
    bool more_requests;           /* there are others */
    wmem_array_t *quic_streams;   /* struct hc_stream_start; NULL until the first */

    uint64_t http3_frame;                /* the type of the HTTP/3 frame being read */
    unsigned status;                     /* the event of the response being read, counted from 1; 0 if none */
    bool awaits_reason;                  /* the code read last is an event, and words may follow it */
    const char *grpc_message;            /* came before the grpc-status that it belongs to */
    const struct hc_carrier_row *header; /* the header field whose value comes next; NULL if none of ours */
    unsigned handshake;                  /* the TLS handshake message being read */
    unsigned unreadable_statuses;        /* status lines without a number */
};

/* Where the data of a QUIC stream stand in a packet. */
struct hc_stream_start {
    struct hc_span at;
    uint64_t stream;
};

/* Takes in one field of the tree. */
void hc_reading_take(struct hc_reading *reading, const field_info *field);
/* Takes in a header line of a block that is read as a whole. */
void hc_reading_take_line(struct hc_reading *reading, const struct hc_line *line);

/* The value of a field of an unsigned or boolean type; of a string type, which lives as long as the tree. */
uint64_t hc_reading_number(const field_info *field);
const char *hc_reading_string(const field_info *field);

/* The connection of what is being read: the packet's own, unless a QUIC connection number was read. Never
 * NULL. */
struct hc_connection *hc_reading_connection(struct hc_reading *reading);
enum hc_side hc_reading_sender(struct hc_reading *reading);
/* What follows belongs to this connection; NULL: to the packet's own. */
void hc_reading_enter(struct hc_reading *reading, struct hc_connection *connection);
void hc_reading_prove(struct hc_reading *reading, enum hc_side side);
/* The exchange that is being read; in HTTP/1 the one of the message, or else the last one. NULL where it
 * cannot be told which stream of a QUIC connection this is: its facts would go to the wrong one. */
struct hc_exchange *hc_reading_exchange(struct hc_reading *reading);
/* Requests of HTTP/1 are answered in their order, without a stream id. */
bool hc_reading_is_http1(struct hc_reading *reading);
/* What follows belongs to another stream, or to none: where the last one's exchange was, others may be soon.
 */
void hc_reading_leave_stream(struct hc_reading *reading);
/* The same, with the stream that it belongs to. */
void hc_reading_begin_stream(struct hc_reading *reading, int64_t stream);
/* The walk is at its end. */
void hc_reading_finish(struct hc_reading *reading);

/* requests.c: a request begins, on a stream (the exchange may be NULL), or on HTTP/1; the message on a stream
 * ends. */
void hc_reading_begin_request(struct hc_reading *reading, struct hc_exchange *exchange);
struct hc_exchange *hc_reading_begin_http1_request(struct hc_reading *reading);
/* The exchange that a response of HTTP/1 belongs to; NULL where it cannot be told. */
struct hc_exchange *hc_reading_answer(struct hc_reading *reading, bool is_final);
void hc_reading_note_end(struct hc_reading *reading, int64_t stream);
/* The end that came before its sender was proven to be the server. */
void hc_reading_prove_end(struct hc_reading *reading);

/* tcp.c: a segment of TCP, from its header to its end; what follows belongs to another packet, or to none. */
void hc_reading_take_segment(struct hc_reading *reading, struct hc_span segment);
void hc_reading_leave_packet(struct hc_reading *reading);

/* segments.c: the first frame with a part of the message that ends in the frame of this tree; 0 where it has
 * no such, or holds several packets. */
void hc_segments_prepare(void); /* once, when all fields are registered */
uint32_t hc_first_segment(const proto_tree *tree);

/* scopes.c: the server's GOAWAY of HTTP/3, which names the first request that it does not process (RFC 9114,
 * section 5.2). */
void hc_note_http3_goaway(struct hc_reading *reading, uint64_t first_unprocessed);

/* late.c: what comes though an end was announced. No request must begin from here on, says this side. */
void hc_note_farewell(struct hc_reading *reading, enum hc_side by);
/* The head of the message being read was read. */
void hc_note_late_request(struct hc_reading *reading);

/* grpc_web.c: the content type of a message, which may make the exchange one of gRPC-Web; some of the
 * response's content, or none that can be read; the head of a response of HTTP/1 was read. */
void hc_note_grpc_web_type(struct hc_reading *reading, struct hc_exchange *exchange, const char *type);
void hc_reading_take_grpc_web(struct hc_reading *reading, const uint8_t *bytes, size_t size,
                              struct hc_span place);
void hc_reading_lose_grpc_web(struct hc_reading *reading);
void hc_note_grpc_web_message(struct hc_reading *reading);
/* Whether its content would have shown a status. */
bool hc_grpc_web_is_wholly_seen(const struct hc_exchange *exchange);

/* webtransport.c: what an extended CONNECT is for; some of the content of a session, or none that can be
 * read. */
void hc_note_webtransport(struct hc_exchange *exchange, const char *protocol);
void hc_reading_take_webtransport(struct hc_reading *reading, const uint8_t *bytes, size_t size);
void hc_reading_lose_webtransport(struct hc_reading *reading);

/* closes.c: a Close of a WebSocket over HTTP/1, from its first byte; some of its data; a Close was read that
 * has no code, though it has a body, or is no whole one. */
void hc_note_close_frame(struct hc_reading *reading, struct hc_span frame);
void hc_note_websocket_data(struct hc_reading *reading, struct hc_span frame);
void hc_note_faults_without_code(struct hc_reading *reading, unsigned faults);

/* preface.c: the payload of a segment, which may begin with a status line. */
void hc_take_status_line(struct hc_reading *reading, struct hc_span payload);
/* http2_answer.c: what the segment carries may be frames of HTTP/2. All of it was read, gaps before it
 * included.
 */
void hc_take_http2_answer(struct hc_reading *reading);
/* codes.c: words that belong to the code read last. */
void hc_reading_give_reason(struct hc_reading *reading, struct hc_span words);

/* codes.c: a code is an event of this frame. */
void hc_reading_add_code(struct hc_reading *reading, const struct hc_carrier_row *row, struct hc_span span,
                         uint64_t value);

/* websocket.c: WebSockets in tunnels. Whether Wireshark's own fields of WebSocket say nothing here. */
bool hc_reading_follows_tunnels(struct hc_reading *reading);
/* Bytes of content of the stream that is being read, with their place in the packet (without a data source if
 * they came in several pieces); does nothing where the stream is no tunnel of a WebSocket. */
void hc_reading_take_websocket(struct hc_reading *reading, const uint8_t *bytes, size_t size,
                               struct hc_span place);
/* The next of them are missing. */
void hc_reading_lose_websocket(struct hc_reading *reading);
/* Whether what was read of them ends within a WebSocket frame. */
bool hc_reading_is_in_websocket_frame(struct hc_reading *reading);
/* The tunnel of this exchange is open, and all that it has carried is in the capture. */
bool hc_reading_sees_tunnel(struct hc_reading *reading, const struct hc_exchange *exchange);
/* Nothing is missing of what either side has sent, up to here. */
bool hc_websocket_is_wholly_seen(const struct hc_websocket *websocket);

/* heads.c: a header block of HTTP/2 or HTTP/3 has ended; the head of a message of HTTP/1, of which a response
 * may have no readable status. */
void hc_note_head(struct hc_reading *reading);
void hc_take_http1_request(struct hc_reading *reading, struct hc_span method);
void hc_take_http1_response(struct hc_reading *reading, struct hc_span status);

/* heads.c: whether the request is the one that this response answers, beyond doubt. */
bool hc_is_paired(struct hc_reading *reading, const struct hc_exchange *exchange);

/* retries.c: bytes of the request's content; its end. */
void hc_note_content(struct hc_exchange *exchange, const uint8_t *bytes, size_t length);
void hc_note_content_end(const struct hc_reading *reading, struct hc_exchange *exchange);
/* The same: a request fails, whose answer asks to wait so long. What fails twice fails the first time. */
void hc_note_failure(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_failure failure,
                     uint32_t due);
/* By a code that ends its stream; with its connection; without a code. */
void hc_note_stream_failure(struct hc_reading *reading, struct hc_exchange *exchange,
                            const struct hc_event *event);
void hc_note_open_failures(struct hc_reading *reading, const struct hc_open_requests *requests,
                           enum hc_failure failure);
void hc_note_implied_failure(struct hc_reading *reading, const struct hc_exchange *exchange,
                             struct hc_implied *implied);
/* The head of a response has ended, which of HTTP/2 and HTTP/3 has these marks; the head of a request has. */
void hc_note_answer(struct hc_reading *reading, const struct hc_marks *marks);
void hc_note_request(struct hc_reading *reading);
/* What tells that a request is asked again; false where the ends of the packet cannot be told apart. */
bool hc_reading_key(struct hc_reading *reading, const struct hc_request *request, struct hc_recent_key *key);

/* redirects.c: the response to the exchange may be one; the request that begins in this frame may follow one.
 */
void hc_note_redirect(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event);
void hc_note_following(struct hc_reading *reading, struct hc_exchange *exchange, uint32_t frame);

/* past.c: what the code has to do with what its client did before. */
void hc_tell_past(struct hc_reading *reading, struct hc_exchange *exchange, struct hc_event *event);
/* The same of the request's end, unless a code has told it. */
void hc_tell_again(struct hc_again *again, const struct hc_exchange *exchange);

/* expectation.c: the payload of a segment, which may be a head that waits for 100 (Continue), or the content
 * behind one; that request is shown. */
void hc_expectation_prepare(void); /* once, when all fields are registered */
void hc_take_expectation(struct hc_reading *reading, struct hc_span payload);
/* Whether anybody may still wait. */
bool hc_may_wait(const nstime_t *now);
void hc_note_wait(struct hc_reading *reading, struct hc_exchange *exchange);

/* ends.c: what ends without a code. */
void hc_note_grpc_end(struct hc_reading *reading, const struct hc_exchange *exchange);
void hc_note_tcp_end(struct hc_reading *reading);
/* A Close was read whole, and has no code. */
void hc_note_close_without_code(struct hc_reading *reading);
/* The side has ended or reset its stream. */
void hc_note_tunnel_end(struct hc_reading *reading, struct hc_exchange *exchange, enum hc_side side);

/* Something that no code says, of this exchange; the caller may add numbers until the next one. */
struct hc_implied *hc_reading_imply(struct hc_reading *reading, const struct hc_exchange *exchange,
                                    enum hc_implied_kind kind, enum hc_side ended_by);
/* contents.c: the sender has ended its message, of which all was read; it sends a frame of content or
 * headers. */
void hc_note_message_end(struct hc_reading *reading, const struct hc_exchange *exchange, enum hc_side sender);
void hc_note_http1_message_end(struct hc_reading *reading);
void hc_note_late_frame(struct hc_reading *reading, struct hc_exchange *exchange, enum hc_side sender);
void hc_take_close_without_code(struct hc_reading *reading);

/* across.c: what may be one of the exchanges of a proxy's (memory/pairing.h). A line of a request over HTTP/2
 * or HTTP/3; over HTTP/1; its head has been read. */
void hc_across_take_line(struct hc_reading *reading, const char *name, size_t name_length, const char *value,
                         size_t value_length);
void hc_across_take_http1_line(struct hc_reading *reading, const struct hc_header *line);
void hc_across_note_request(struct hc_reading *reading);
/* A status, whose response began in this frame; a response of HTTP/1 begins with this segment. */
void hc_across_note_status(struct hc_exchange *exchange, uint64_t status, uint32_t head_frame);
void hc_across_note_http1_head(struct hc_reading *reading, struct hc_connection *connection,
                               struct hc_span payload);
/* across_ends.c: a response is complete. */
void hc_across_note_complete(struct hc_reading *reading, struct hc_exchange *exchange);
/* A stream is ended by a code; a GOAWAY (NULL: the server's, of HTTP/3, which has no code) or
 * CONNECTION_CLOSE; TCP ends the connection, or a half of it. */
void hc_across_note_reset(struct hc_reading *reading, struct hc_exchange *exchange,
                          const struct hc_event *event);
void hc_across_note_goaway(struct hc_reading *reading, const struct hc_event *event);
void hc_across_note_closing(struct hc_reading *reading, const struct hc_event *event);
void hc_across_note_tcp_end(struct hc_reading *reading);
/* across_unread.c: the client has sent something over TCP, whether or not it can be read; the frame is of UDP
 * and holds no QUIC that is known as such. */
void hc_across_note_words(struct hc_reading *reading);
void hc_across_note_datagram(const packet_info *pinfo);
/* A client opens a stream of QUIC for a request; the head of a request was read, on any connection. */
void hc_across_note_stream(struct hc_connection *connection, struct hc_exchange *exchange);
void hc_across_note_head(struct hc_connection *connection, struct hc_exchange *exchange);

/* http3.c: the field is the stream id of a STREAM frame (RFC 9000, section 19.8); its sender has reset the
 * stream that is being read. */
void hc_reading_take_http3(struct hc_reading *reading, const field_info *stream_id);
void hc_reading_reset_http3(struct hc_reading *reading);
/* Whether the plugin was built to do so. */
bool hc_reading_can_take_http3(void);

/* http2.c: what comes next is no part of the frame. */
void hc_http2_leave_frame(struct hc_reading *reading);

/* The event found last in this frame; NULL if none. */
struct hc_event *hc_reading_last_event(const struct hc_reading *reading);
/* The status event of the response whose header fields are being read; NULL if it has none. */
struct hc_event *hc_reading_status(const struct hc_reading *reading);
/* Makes it the event's own, so that it can be written to. It lives as long as the packet. */
struct hc_more *hc_reading_more(const struct hc_reading *reading, struct hc_event *event);

/* What to do with a field, by its role; and with a header line. */
typedef void hc_taker(struct hc_reading *reading, const field_info *field);
typedef void hc_line_taker(struct hc_reading *reading, const struct hc_line *line);

/* codes.c */
hc_taker hc_take_code, hc_take_last_stream, hc_take_reason;
hc_line_taker hc_take_status, hc_take_grpc_status, hc_take_grpc_message;
/* tcp.c */
hc_taker hc_take_tcp, hc_take_gap;
/* http2.c */
hc_taker hc_take_http2_stream, hc_take_promised, hc_take_header_block;
/* scopes.c */
hc_taker hc_take_quic_number, hc_take_stream, hc_take_quic_stream;
hc_taker hc_take_http3_frame, hc_take_http3_payload, hc_take_header_name, hc_take_header_value;
/* headers.c */
hc_line_taker hc_take_method, hc_take_path, hc_take_authority, hc_take_content_type, hc_take_content_length;
hc_line_taker hc_take_protocol, hc_take_server_header, hc_take_subprotocol, hc_take_retry_after,
    hc_take_proxy_status;
/* proofs.c */
hc_taker hc_take_from_client, hc_take_mask, hc_take_handshake, hc_take_extension, hc_take_alpn;
/* ends.c */
hc_taker hc_take_alert, hc_take_opcode;
hc_line_taker hc_take_connection;
/* across_unread.c */
hc_taker hc_take_unread;
/* redirects.c, past.c */
hc_line_taker hc_take_location, hc_take_grpc_timeout;

#endif
