#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/http1_ends_between: what is on its way when a side ends, and whose it is.

    tests/captures/make/crossing.py
"""
from closing import Connections
from heads import answers
from packets import http1_request, http1_response
from shapes import http1

BEGUN = b"HTTP/1.1 200 OK\r\nContent-Le"
EARLY_HINTS = answers(103, "Link: </style.css>")


def said(shape, number, words):
    shape.lines.append({"implied": {"summary": words}, "frame": [number]})


def http1_ends_between():
    """The server ends behind one response, or an interim one: of the next it has sent nothing, or a part."""
    connections = Connections(http1())
    shape = connections.shape
    unanswered = "server ended the connection and did not answer %s (frame %d), %s"
    cut = "server ended the connection in the midst of the response to %s (frame %d), %s"
    either, not_again = "retry allowed (idempotent)", "do not retry"
    for first, begins, words in ((http1_response(b"200"), b"", unanswered), (http1_response(b"200"), BEGUN, cut),
                                 (EARLY_HINTS, b"", unanswered), (EARLY_HINTS, BEGUN, cut)):
        tcp = connections.next()
        status = int(first.split()[1])
        asks = tcp.client(*[http1_request(b"GET", b"/first")] * (status == 200), http1_request(b"POST", b"/second"))
        shape.status(status, tcp.server(first), request=asks)
        if begins:
            tcp.server(begins)
        said(shape, tcp.finish("server"), words % ("POST /second", asks, not_again))
    tcp = connections.next()
    asks = tcp.client(*(http1_request(b"GET", b"/%d" % at) for at in range(3)))
    for first in (http1_response(b"200"), EARLY_HINTS, http1_response(b"404")):
        shape.status(int(first.split()[1]), tcp.server(first), request=asks)
    said(shape, tcp.finish("server"), unanswered % ("GET /2", asks, either))
    return shape


if __name__ == "__main__":
    for make in (http1_ends_between,):
        make().write(make.__name__)
