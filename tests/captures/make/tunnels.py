#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/h2_bad_closes and h2_webtransport: what ends in the tunnel of an extended CONNECT, as
it should and not.

    tests/captures/make/tunnels.py
"""
import struct

from closing import BAD, CODE_1000, LATE, TEXT, Connections, bad, begin_http2
from heads import status
from packets import DATA, END_HEADERS, HEADERS, METHOD, asked, frame, literal, named, response
from shapes import http2, masked, unmasked


def connect(protocol, stream):
    return frame(HEADERS, END_HEADERS, stream, asked(b"/chat", literal(METHOD, b"CONNECT")) +
                 named(b":protocol", protocol))


class Tunnels(Connections):
    def __init__(self, protocol):
        super().__init__(http2())
        self.protocol, self.streams = protocol, iter(range(1, 99, 2))

    def begin(self):
        begin_http2(self)
        self.streams = iter(range(1, 99, 2))

    def open(self, code=200):
        stream = next(self.streams)
        self.tcp.client(connect(self.protocol, stream))
        self.shape.status(code, self.tcp.server(response(stream, status(code))), stream=stream)
        return stream


def h2_bad_closes():
    tunnels = Tunnels(b"websocket")
    shape, tcp = tunnels.shape, tunnels.tcp
    right = []

    def close(sender, octets, *findings):
        stream = tunnels.open()
        send = tcp.server if sender == "server" else tcp.client
        shape.code("CLOSE", "websocket", 1000, sender, send(frame(DATA, 0, stream, octets)), stream, subprotocol="",
                   from_bytes=True, **bad(*findings))
        return stream

    close("server", b"\x88\x7e\x00\x7e" + CODE_1000 + b"x" * 124, BAD)
    close("server", b"\x08\x02" + CODE_1000, BAD)
    close("client", masked(1000, b"\xff"), BAD)
    close("server", unmasked(1000, "bye ä".encode()))
    shape.beside(BAD, tcp.server(frame(DATA, 0, tunnels.open(), b"\x88\x01\x03")))
    shape.beside(BAD, tcp.client(frame(DATA, 0, tunnels.open(), b"\x08\x80\0\0\0\0")))
    # Data behind one's own Close, and the peer's.
    stream = close("server", unmasked(1000))
    right.append(tcp.client(frame(DATA, 0, stream, b"\x81\x80\0\0\0\0")))
    shape.beside(LATE, tcp.server(frame(DATA, 0, stream, TEXT)))
    # In a tunnel that is refused, and behind a gap.
    right.append(tcp.server(frame(DATA, 0, tunnels.open(403), b"\x88\x01\x03")))
    tunnels.begin()
    stream = tunnels.open()
    tcp.server(frame(DATA, 0, stream, TEXT), lost=True)
    right.append(tcp.server(frame(DATA, 0, stream, b"\x88\x01\x03")))
    right.append(tcp.server(frame(DATA, 0, stream, TEXT)))
    shape.not_beside(BAD, *right)
    shape.not_beside(LATE, *right)
    return shape


def capsule(code, reason=b""):
    return b"\x68\x43" + bytes([4 + len(reason)]) + struct.pack("!I", code) + reason


def session_end(shape, number, words):
    shape.lines.append({"implied": {"summary": words}, "frame": [number]})


def h2_webtransport():
    tunnels = Tunnels(b"webtransport")
    shape, tcp = tunnels.shape, tunnels.tcp
    stream = tunnels.open()
    tcp.client(frame(DATA, 0, stream, b"\x00\x02hi" + capsule(7, b"done")[:5]))
    number = tcp.client(frame(DATA, 0, stream, capsule(7, b"done")[5:]))
    said = "%s closed the WebTransport session on stream %d (CONNECT /chat, frame %d) with the application's code %s"
    session_end(shape, number, said % ("client", 1, 6, '7, "done"'))
    stream = tunnels.open()
    number = tcp.server(frame(DATA, 0, stream, capsule(0)))
    session_end(shape, number, said % ("server", 3, 10, "0"))
    # In a session that is refused, in other content, behind a gap.
    right = [tcp.server(frame(DATA, 0, tunnels.open(404), capsule(7)))]
    tunnels.protocol = b"connect-udp"
    right.append(tcp.server(frame(DATA, 0, tunnels.open(), capsule(7))))
    tunnels.protocol = b"webtransport"
    tunnels.begin()
    stream = tunnels.open()
    tcp.server(frame(DATA, 0, stream, b"\x00\x02hi"), lost=True)
    right.append(tcp.server(frame(DATA, 0, stream, capsule(7))))
    shape.not_beside("implied", *right)
    return shape


if __name__ == "__main__":
    for make in (h2_bad_closes, h2_webtransport):
        make().write(make.__name__)
