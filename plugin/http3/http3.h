/* SPDX-License-Identifier: GPL-2.0-or-later */
/* HTTP/3 (RFC 9114) out of the bytes of QUIC STREAM frames: what both sides of a connection say, to whom it
 * concerns.
 *
 * Works without Wireshark's HTTP/3 dissector, which knows no header where Wireshark was built without nghttp3
 * (Debian's 4.0), and which tells in some versions only on which stream a frame stands.
 *
 * Where the bytes are: in 4.0, 4.4 and 4.6 alike the field quic.stream.stream_id stands in the data source of
 * the decrypted packet, directly behind the type of its STREAM frame. */
#ifndef HTTPCODES_HTTP3_HTTP3_H
#define HTTPCODES_HTTP3_HTTP3_H

#include "event.h"
#include "http3/qpack.h"
#include "http3/quic_pieces.h"

/* Streams of one direction that may wait for QPACK's instructions, where the decoder allows more. */
enum { HC_MOST_BLOCKED_STREAMS = 128 };

struct hc_http3;

/* Where something is said. */
struct hc_http3_place {
    int64_t stream;
    enum hc_side sender;
    bool is_promise; /* a field section of the request that a server promises to answer, on another stream */
};

/* Who is told; no call may be NULL. What a call points at ends with it. */
struct hc_http3_sink {
    void *user; /* the first argument of each call */
    /* A unidirectional stream begins: its type (RFC 9114, section 6.2), which may be one that says nothing.
     */
    void (*stream_type)(void *user, const struct hc_http3_place *place, uint64_t type);
    /* A field section: the head of a request or of a response, or trailers. Its lines come between begin and
     * end, and nothing else does. */
    void (*section_begins)(void *user, const struct hc_http3_place *place);
    void (*line)(void *user, const struct hc_http3_place *place, const struct hc_qpack_line *line);
    /* is_whole: no line is missing that is not known, or cannot be read. */
    void (*section_ends)(void *user, const struct hc_http3_place *place, bool is_whole);
    /* Some of the content. */
    void (*data)(void *user, const struct hc_http3_place *place, const uint8_t *bytes, size_t length);
    /* From this request on (the server's), or this push (the client's), nothing is processed (RFC 9114,
     * section 5.2). */
    void (*goes_away)(void *user, const struct hc_http3_place *place, uint64_t first_unprocessed);
    /* The sender has nothing more to say on this stream, and all that it said was read. */
    void (*ends)(void *user, const struct hc_http3_place *place);
    /* What the sender says on this stream cannot be read from here on, and nothing more is told of it. */
    void (*is_malformed)(void *user, const struct hc_http3_place *place);
};

/* A connection of which nothing was seen. Lives in the scope, with all that it keeps. */
struct hc_http3 *hc_http3_new(wmem_allocator_t *scope);

/* Takes in what a STREAM frame carries. The sender is known: without it two directions would be mixed. */
void hc_http3_take(struct hc_http3 *http3, int64_t stream, enum hc_side sender,
                   const struct hc_quic_piece *piece, const struct hc_http3_sink *sink);

/* The sender has reset the stream: what waits for bytes that were lost waits in vain. */
void hc_http3_reset(struct hc_http3 *http3, int64_t stream, enum hc_side sender);

#endif
