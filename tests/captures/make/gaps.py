#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures in ../gaps, which no recording gives reliably: parts are missing, out of place or hostile.

    tests/captures/make/gaps.py

Every packet is put together by packets.py: the files are the same on each run. The test is scenarios/gaps.scenario.
"""
import struct

from packets import (CANCEL, DATA, END_HEADERS, END_STREAM, EXPORTED_PDU, HEADERS, HTTP2_PORT, HTTP_PORT,
                     INTERNAL_ERROR, METHOD, NO_ERROR, PADDED, POST, PREFACE, RETRY_AFTER, SETTINGS, STATUS,
                     STATUS_404, Capture, Connection, asked, frame, goaway, http1_request, http1_response,
                     http2_connection, literal, named, padded, promise, request, reset, response)


def http1_lost_response():
    connection = Connection(HTTP_PORT)
    for path, method, status in ((b"/a", b"GET", b"200"), (b"/lost", b"POST", b"404"), (b"/b", b"GET", b"500"),
                                 (b"/c", b"POST", b"503")):
        connection.client(http1_request(method, path))
        connection.server(http1_response(status), lost=path == b"/lost")
    return connection


def http1_unreadable_status():
    connection = Connection(HTTP_PORT)
    for at, status in enumerate((b"2xx", b"404", b"099", b"500", b"\v404")):
        connection.client(http1_request(b"GET", b"/%d" % at))
        connection.server(http1_response(status))
    return connection


def http1_stray_retry_after():
    """Pipelined: both responses are in one segment, and the second one's status cannot be read."""
    connection = Connection(HTTP_PORT)
    connection.client(http1_request(b"GET", b"/a"), http1_request(b"GET", b"/b"))
    connection.server(http1_response(b"429"), http1_response(b"2xx", b"Retry-After: 77\r\n"))
    return connection


def h2_midstream():
    """Begins in the midst of responses: the first :status, which proves the server, comes after the end of one."""
    connection = Connection(HTTP2_PORT, handshake=False)
    connection.server(frame(DATA, END_STREAM, 3, b"the end"))
    connection.server(response(5, STATUS_404, END_STREAM), reset(5, NO_ERROR))
    connection.server(reset(3, NO_ERROR))
    return connection


def h2_midstream_goaway():
    """What came of the requests before 101 is not known."""
    connection = Connection(HTTP2_PORT, handshake=False)
    connection.client(request(101, b"/late"))
    connection.server(goaway(99, INTERNAL_ERROR))
    return connection


def h2_goaway_pushes():
    """Streams 2 and 4 are open, too, but the server's own."""
    connection = http2_connection()
    connection.client(request(1, b"/page"), request(3, b"/left-out"))
    connection.server(promise(1, 2, b"/style"), promise(1, 4, b"/script"), response(1, flags=END_STREAM),
                      goaway(1, INTERNAL_ERROR))
    connection.server(reset(4, INTERNAL_ERROR))
    return connection


def h2_refused_pushes():
    connection = http2_connection()
    connection.client(request(1, b"/page"))
    for first in range(2, 302, 20):
        streams = range(first, first + 20, 2)
        connection.server(*(promise(1, stream, b"/pushed/%d" % stream) for stream in streams))
        connection.client(*(reset(stream, CANCEL) for stream in streams))
    return connection


def h2_late_resets():
    """More streams are completed than the plugin remembers; then the client cancels the first 150."""
    connection = http2_connection()
    for first in range(1, 1401, 40):
        streams = range(first, first + 40, 2)
        connection.client(*(request(stream, b"/") for stream in streams))
        connection.server(*(response(stream, flags=END_STREAM) for stream in streams))
    connection.client(*(reset(stream, CANCEL) for stream in range(1, 301, 2)))
    return connection


def h2_lost_end():
    """The ends of the responses on streams 1 and 3 are lost; that on stream 5 has none."""
    connection = http2_connection()
    connection.client(request(1, b"/upload", POST, 0))
    connection.server(response(1))
    connection.server(frame(DATA, END_STREAM, 1, b"the end"), lost=True)
    connection.server(reset(1, NO_ERROR))
    connection.client(request(3, b"/page"))
    connection.server(response(3))
    connection.server(frame(DATA, END_STREAM, 3, b"the end"), lost=True)
    connection.server(frame(SETTINGS, 0, 0))
    connection.client(reset(3, CANCEL))
    connection.client(request(5, b"/unfinished"))
    connection.server(response(5))
    connection.server(reset(5, NO_ERROR))
    return connection


def exported(dissector, *messages):
    """What "Export PDUs to File" writes when neither addresses nor ports are known: tag 12 names the dissector."""
    capture = Capture(EXPORTED_PDU)
    name = padded(dissector)
    for message in messages:
        capture.add(struct.pack("!HH", 12, len(name)) + name + struct.pack("!HH", 0, 0) + message)
    return capture


def no_addresses_http1():
    return exported(b"http", http1_request(b"GET", b"/a"), http1_response(b"404"))


def no_addresses_h2():
    return exported(b"http2", PREFACE, frame(SETTINGS, 0, 0), request(1, b"/a"), response(1), reset(1, CANCEL),
                    goaway(0, INTERNAL_ERROR))


def h2_hidden_frames():
    """Wireshark 4.0 stumbles over the words that answer a call of gRPC, and shows nothing behind them: stream 3 is
    answered there."""
    connection = http2_connection()
    grpc = asked(b"/a.B/C", POST) + named(b"content-type", b"application/grpc")
    connection.client(frame(HEADERS, END_HEADERS | END_STREAM, 1, grpc), request(3, b"/page"))
    connection.server(response(1), frame(DATA, END_STREAM, 1, b"words"), response(3, flags=END_STREAM))
    connection.finish("server")
    return connection


CONNECT = literal(METHOD, b"CONNECT")
CLOSE_1008, CLOSE_1001 = b"\x88\x02\x03\xf0", b"\x88\x02\x03\xe9"
MASKED_CLOSE_1001 = b"\x88\x82\0\0\0\0\x03\xe9"
TEXT = b"\x81\x02hi"


def tunnel(stream, path, protocol=named(b":protocol", b"websocket")):
    return frame(HEADERS, END_HEADERS, stream, asked(path, CONNECT) + protocol)


def h2_websockets():
    """What looks like a Close, and is not proven to be one; a Close that nobody answers."""
    connection = http2_connection()
    connection.client(tunnel(1, b"/refused"))
    connection.server(response(1, STATUS_404), frame(DATA, END_STREAM, 1, CLOSE_1008))
    connection.client(tunnel(3, b"/too-early"), frame(DATA, 0, 3, MASKED_CLOSE_1001))
    connection.server(response(3))
    connection.client(frame(DATA, END_STREAM, 3, MASKED_CLOSE_1001))
    connection.client(tunnel(5, b"/no-websocket", b""))
    connection.server(response(5), frame(DATA, 0, 5, CLOSE_1008))
    connection.client(tunnel(7, b"/too-much-padding"))
    connection.server(response(7))
    connection.server(frame(DATA, PADDED, 7, b"\x7f" + TEXT))
    connection.server(frame(DATA, END_STREAM, 7, CLOSE_1008))
    connection.client(tunnel(9, b"/cut"))
    connection.server(response(9))
    connection.server(frame(DATA, 0, 9, TEXT + CLOSE_1008), cut=20 + 20 + 9 + 4)
    connection.server(frame(DATA, END_STREAM, 9, CLOSE_1008))
    connection.client(tunnel(11, b"/not-answered"))
    connection.server(response(11), frame(DATA, PADDED | END_STREAM, 11, b"\x02" + CLOSE_1008 + bytes(2)))
    connection.client(frame(DATA, END_STREAM, 11))
    connection.client(tunnel(13, b"/reset-once"))
    connection.server(response(13), frame(DATA, END_STREAM, 13, TEXT))
    connection.client(reset(13, CANCEL))
    connection.client(tunnel(15, b"/midst"))
    connection.server(response(15))
    connection.server(frame(DATA, 0, 15, TEXT), lost=True)
    connection.server(frame(DATA, END_STREAM, 15, CLOSE_1008))
    return connection


# Colours for a terminal, its 8-bit escape (CSI), a bell, a line's end, and characters that turn the text around.
HOSTILE = "a\u202eb\x1b[31mc\u009b31md\x07e\r\nf\u2066g".encode()


def hostile_http1():
    """Without the line's end, which would end the header field."""
    connection = Connection(HTTP_PORT)
    words = HOSTILE.replace(b"\r\n", b"")
    connection.client(http1_request(b"GET", b"/" + words))
    connection.server(http1_response(b"503", b"Retry-After: " + words + b"\r\n"))
    return connection


def hostile_h2():
    connection = http2_connection()
    connection.client(request(1, b"/" + HOSTILE))
    connection.server(response(1, literal(STATUS, b"503") + literal(RETRY_AFTER, HOSTILE), END_STREAM))
    connection.server(goaway(1, INTERNAL_ERROR, HOSTILE))
    return connection


CAPTURES = (http1_lost_response, http1_unreadable_status, http1_stray_retry_after, h2_midstream, h2_midstream_goaway,
            h2_goaway_pushes, h2_refused_pushes, h2_late_resets, h2_lost_end, no_addresses_http1, no_addresses_h2,
            hostile_http1, hostile_h2, h2_websockets, h2_hidden_frames)

if __name__ == "__main__":
    for make in CAPTURES:
        make().write("gaps", make.__name__)
