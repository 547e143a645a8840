#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/http1_grpc_web and h2_grpc_web: the grpc-status of gRPC-Web in the content, in the
head, in pieces, in base64, and not at all; and where its absence proves nothing.

    tests/captures/make/grpc_web.py
"""
import base64
import struct

from closing import Connections, begin_http2
from heads import answers, asks, status
from packets import DATA, END_HEADERS, END_STREAM, HEADERS, POST, asked, frame, named, response
from shapes import http1, http2

NO_STATUS = "no_grpc_status"
TYPE, TEXT_TYPE = b"application/grpc-web+proto", b"application/grpc-web-text"


def part(flags, octets):
    return bytes([flags]) + struct.pack("!I", len(octets)) + octets


def trailers(code, message=b""):
    lines = b"grpc-status:%d\r\n" % code + (b"grpc-message: %s\r\n" % message if message else b"")
    return part(0x80, lines)


MESSAGE = part(0, b"\x0a\x05hello")
GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


def encoded(*parts):
    return b"".join(map(base64.b64encode, parts))


def grpc_status(shape, code, number, stream=None, **facts):
    shape.code("TRAILERS", "grpc", code, "server", number, stream, from_bytes=True, **facts)


def missing(shape, number, code):
    shape.lines.append({"implied": {"grpc_status": code}, "frame": [number]})
    shape.beside(NO_STATUS, number)


def h2_grpc_web():
    connections = Connections(http2())
    shape, tcp = connections.shape, connections.tcp
    right, streams = [], iter(range(1, 99, 2))

    def call(*contents, content_type=TYPE, **how):
        """Returns the stream, and the packets of the contents."""
        stream = next(streams)
        tcp.client(frame(HEADERS, END_HEADERS | END_STREAM, stream, asked(b"/a.B/C", POST) +
                         named(b"content-type", content_type)))
        shape.status(200, tcp.server(response(stream, status(200, (b"content-type", content_type)))), stream=stream)
        flags = [0] * (len(contents) - 1) + [END_STREAM]
        return stream, [tcp.server(frame(DATA, flag, stream, content), **how)
                        for flag, content in zip(flags, contents)]

    stream, numbers = call(MESSAGE + trailers(0))
    grpc_status(shape, 0, numbers[0], stream, findings=[])
    stream, numbers = call(MESSAGE, trailers(14, b"no%20backend")[:17], trailers(14, b"no%20backend")[17:])
    grpc_status(shape, 14, numbers[2], stream, reason="no backend", findings=["server_error"])
    stream, numbers = call(MESSAGE[:3], MESSAGE[3:], part(0x80, b"Grpc-Message: x\r\nGRPC-Status: 5"))
    grpc_status(shape, 5, numbers[2], stream, reason="x", findings=["client_error"])
    stream, numbers = call(encoded(MESSAGE), encoded(trailers(7))[:9], encoded(trailers(7))[9:],
                           content_type=TEXT_TYPE)
    grpc_status(shape, 7, numbers[2], stream, findings=["client_error"])
    stream, numbers = call(MESSAGE)
    missing(shape, numbers[0], 2)
    stream, numbers = call(encoded(MESSAGE + part(0x80, b"x-other: 1\r\n")), content_type=TEXT_TYPE)
    missing(shape, numbers[0], 2)
    # In the head alone, and without.
    for fields, findings in (([(b"grpc-status", b"3")], []), ([], [NO_STATUS])):
        stream = next(streams)
        tcp.client(frame(HEADERS, END_HEADERS | END_STREAM, stream, asked(b"/a.B/C", POST) +
                         named(b"content-type", TYPE)))
        number = tcp.server(response(stream, status(200, (b"content-type", TYPE), *fields), END_STREAM))
        shape.status(200, number, stream=stream, findings=findings)
        if fields:
            shape.code("TRAILERS", "grpc", 3, "server", number, stream, findings=["client_error"])
    # Compressed, cut in the midst of a message, with a part lost.
    right += call(GZIP)[1]
    right += call(MESSAGE[:-1])[1]
    right += call(MESSAGE, cut=52)[1]
    tcp = begin_http2(connections)
    streams = iter(range(1, 99, 2))
    stream, _ = call(MESSAGE + trailers(0), lost=True)
    right.append(tcp.server(frame(DATA, END_STREAM, stream)))
    shape.not_beside(NO_STATUS, *right)
    return shape


def chunked(*chunks):
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def http1_grpc_web():
    connections = Connections(http1())
    shape, tcp = connections.shape, connections.tcp
    question = asks("POST", "Content-Type: application/grpc-web+proto", "Content-Length: 0")
    typed = ("Content-Type: " + TYPE.decode(),)
    right = []

    def call(status_code, *fields, content=b"", **facts):
        tcp.client(question)
        number = tcp.server(answers(status_code, *fields, content=content))
        shape.status(status_code, number, **facts)
        return number

    def with_length(content):
        return {"content": content}, ("Content-Length: %d" % len(content),)

    for content, code, findings in ((MESSAGE + trailers(0), 0, []), (trailers(16), 16, ["client_error"])):
        how, length = with_length(content)
        grpc_status(shape, code, call(200, *typed, *length, **how), findings=findings)
    # In chunks, with an extension, and a trailer that is cut in two.
    whole = MESSAGE + trailers(13, b"oops")
    number = call(200, *typed, "Transfer-Encoding: chunked", content=chunked(whole[:4], whole[4:20], whole[20:]))
    grpc_status(shape, 13, number, reason="oops", findings=["server_error"])
    how, length = with_length(encoded(MESSAGE, trailers(0)))
    grpc_status(shape, 0, call(200, "Content-Type: " + TEXT_TYPE.decode(), *length, **how), findings=[])
    # In the head.
    number = call(200, *typed, "grpc-status: 5", "grpc-message: none", "Content-Length: 0")
    shape.code("TRAILERS", "grpc", 5, "server", number, reason="none", findings=["client_error"])
    # Nowhere: a proxy that knows nothing of gRPC, and content without trailers.
    missing(shape, call(502, "Content-Type: text/html", "Content-Length: 0"), 14)
    how, length = with_length(MESSAGE)
    missing(shape, call(200, *typed, *length, **how), 2)
    missing(shape, call(200, *typed, "Transfer-Encoding: chunked", content=chunked(MESSAGE)), 2)
    # Compressed; another kind of request; several waiting; begun in the middle.
    how, length = with_length(GZIP)
    right.append(call(200, *typed, *length, **how))
    tcp.client(asks("OPTIONS", "Content-Length: 0"))
    right.append(tcp.server(answers(204, *typed)))
    shape.status(204, right[-1])
    tcp.client(question, asks())
    right.append(tcp.server(answers(200, *typed, "Content-Length: 0")))
    shape.status(200, right[-1])
    tcp = connections.next(handshake=False)
    how, length = with_length(MESSAGE)
    right.append(call(200, *typed, *length, **how))
    shape.not_beside(NO_STATUS, *right)
    return shape


if __name__ == "__main__":
    for make in (http1_grpc_web, h2_grpc_web):
        make().write(make.__name__)
