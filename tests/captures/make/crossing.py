#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/http1_ends_between, http1_fin_with_head, http1_half_closed, ws_crossing_closes,
h2_crossing_resets, h2_crossing_requests and h2_denied_and_answered: what is on its way when a side ends, and whose
it is.

    tests/captures/make/crossing.py
"""
from again import SILENT, only, resource
from closing import TEXT, Connections, send, websocket
from heads import answers, status
from packets import (CANCEL, DATA, END_STREAM, GET, INTERNAL_ERROR, NO_ERROR, POST, frame, goaway,
                     http1_request, http1_response, request, reset, response)
from shapes import PROMISED, PROTOCOL_ERROR, REFUSED_STREAM, SECOND, STREAM_CLOSED, http1, http2, masked, unmasked
from verdicts import AFTER_CHANGE, CLIENT_FAULT, FINE, NO, NOBODY, NOT_A_FAILURE, SERVER_FAULT, UNCLEAR

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


def http1_fin_with_head():
    """The FIN is in the packet in which the head of a response ends: with all of its content, and with a part."""
    connections = Connections(http1())
    shape = connections.shape
    cut = "server ended the connection in the midst of the response to %s (frame %d), %s"
    right, five = [], "Content-Length: 5"
    for method, answer, in_two, words in (("GET", answers(200, five) + b"cont", False, "retry allowed (idempotent)"),
                                          ("POST", answers(200, five), True, "do not retry"),
                                          ("GET", answers(200, five) + b"whole", True, None),
                                          ("GET", answers(404), False, None), ("HEAD", answers(200, five), False, None),
                                          ("GET", answers(304, five), False, None)):
        tcp = connections.next()
        asks = tcp.client(http1_request(method.encode(), b"/file"))
        if in_two:
            tcp.server(answer[:20])
        ends = tcp._send("server", answer[20 * in_two:], tcp.FIN | tcp.ACK | tcp.PSH)
        shape.status(int(answer.split()[1]), ends, request=asks)
        said(shape, ends, cut % (method + " /file", asks, words)) if words else right.append(ends)
    tcp = connections.next()
    asks = tcp.client(http1_request(b"GET", b"/file"))
    right.append(tcp._send("server", answers(200, five) + b"whole", tcp.FIN | tcp.ACK | tcp.PSH, cut=83))
    shape.status(200, right[-1], request=asks)
    shape.not_beside("unanswered", *right)
    return shape


def http1_half_closed():
    """The client ends its half right behind its requests, and waits, or a while later, and has given up."""
    connections = Connections(http1())
    shape = connections.shape
    right, gave_up = [], "client ended the connection before the response to GET /last (frame %d) was complete, %s"
    gets, not_found = (http1_request(b"GET", b"/first"), http1_request(b"GET", b"/last")), http1_response(b"404")
    tcp = connections.next()
    asks = tcp.client(*gets)
    right.append(tcp.finish("client"))
    for _ in gets:
        shape.status(404, tcp.server(not_found), request=asks)
    right.append(tcp.finish("server"))
    for wait, end, words in ((0, lambda tcp: tcp.finish("server"), "retry allowed (idempotent)"),
                             (0, lambda tcp: tcp.abort("client"), "retry allowed (idempotent)"),
                             (SECOND, None, "the client gave up after 1.00 s, retry allowed (idempotent)")):
        tcp = connections.next()
        asks = tcp.client(gets[1])
        tcp.wait(wait)
        ends = tcp.finish("client")
        if end:
            right.append(ends)
            ends = end(tcp)
        said(shape, ends, gave_up % (asks, words))
    shape.not_beside("unanswered", *right)
    return shape


def ws_crossing_closes():
    """A side ends the connection, and has received the other one's Close, or has not."""
    connections = Connections(http1())
    shape = connections.shape
    right = []
    for code, closer, ender, octets in ((1001, "server", "client", unmasked(1001)),
                                        (1000, "client", "server", masked(1000))):
        for crosses in (False, True):
            tcp = websocket(connections)
            tcp.server(TEXT)
            shape.close(code, closer, send(tcp, closer, octets), **FINE)
            ends = tcp.finish(ender, unseen=len(octets) if crosses else 0)
            right.append(ends) if crosses else shape.beside("no_close", ends)
    shape.not_beside("no_close", *right)
    return shape


GIVEN_UP = {"retry": NO, "fault": NOBODY, "warns": False}
UNCUT = {"retry": NOT_A_FAILURE, "findings_without": ["response_cut", "no_error_unfinished"]}


def h2_crossing_resets():
    """Both sides reset a stream, and neither had the other's: the first says what becomes of the request, but a promise
    counts (RFC 9113, 8.7)."""
    shape, tcp = http2()
    crosses = len(reset(1, CANCEL))
    streams = iter(range(1, 99, 2))

    def both(has_begun, *resets):
        stream = next(streams)
        asks = tcp.client(request(stream, b"/order", POST))
        if has_begun:
            shape.status(200, tcp.server(response(stream)), stream=stream, request=asks, **FINE)
            tcp.server(frame(DATA, 0, stream, b"the first half"))
        for at, (sender, code, facts) in enumerate(resets):
            send = tcp.server if sender == "server" else tcp.client
            shape.reset(code, sender, send(reset(stream, code), unseen=at * crosses), stream, request=asks, **facts)

    gives_up = ("client", CANCEL, GIVEN_UP)
    later = ("client", CANCEL, {"retry": NOT_A_FAILURE, "fault": NOBODY})
    for code, fault in ((INTERNAL_ERROR, SERVER_FAULT), (STREAM_CLOSED, UNCLEAR), (NO_ERROR, NOBODY), (CANCEL, NOBODY)):
        both(True, gives_up, ("server", code, {**UNCUT, "fault": fault}))
    both(False, gives_up, ("server", STREAM_CLOSED, {**UNCUT, "fault": UNCLEAR}))
    both(False, gives_up, ("server", REFUSED_STREAM, PROMISED))
    both(False, ("server", REFUSED_STREAM, PROMISED), later)
    both(False, ("server", PROTOCOL_ERROR, {"retry": AFTER_CHANGE, "fault": CLIENT_FAULT}), later)
    return shape


TOO_MANY = status(429, (b"retry-after", b"9"))


def h2_crossing_requests():
    """A request that its client has sent before it knew that the one before had failed, and one that it sent after."""
    shape, tcp = http2()
    streams = iter(range(1, 99, 2))

    def ask(path, method, **how):
        stream = next(streams)
        content = frame(DATA, END_STREAM, stream, b"order=1")
        return stream, tcp.client(resource(stream, path, method=method), content, **how)

    def answered(stream, asks, failed, how):
        shape.status(200, tcp.server(response(stream, flags=END_STREAM)), stream=stream, request=asks, retry_of=failed,
                     **how)

    for method, finding in ((GET, "early_retry"), (POST, "unsafe_retry")):
        for path, crosses in ((b"/crossing", True), (b"/again", False)):
            stream, failed = ask(path, method)
            if method == GET:
                octets = response(stream, TOO_MANY, END_STREAM)
                shape.status(429, tcp.server(octets), stream=stream, request=failed, **SILENT)
            else:
                octets = reset(stream, INTERNAL_ERROR)
                shape.reset(INTERNAL_ERROR, "server", tcp.server(octets), stream, request=failed, **SILENT)
            stream, asks = ask(path, method, unseen=len(octets) if crosses else 0)
            answered(stream, asks, None if crosses else failed, SILENT if crosses else only(finding))
    return shape


def h2_denied_and_answered():
    """A GOAWAY leaves streams out, and the server answers one of them all the same; beside those that it counts in."""
    shape, tcp = http2()
    false = "false_refusal"
    asks = tcp.client(*(request(stream, b"/%d" % stream, POST) for stream in (1, 3, 5)))
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(2**31 - 1, NO_ERROR)), 2**31 - 1, findings_without=[false])
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(3, NO_ERROR)), 3, findings_without=[false])
    for stream, code, findings in ((1, 200, []), (3, 503, []), (5, 103, []), (5, 200, [false])):
        number = tcp.server(response(stream, status(code), END_STREAM if code > 199 else 0))
        shape.status(code, number, stream=stream, request=asks, findings_with=findings,
                     findings_without=[] if findings else [false])
    return shape


if __name__ == "__main__":
    for make in (http1_ends_between, http1_fin_with_head, http1_half_closed, ws_crossing_closes, h2_crossing_resets,
                 h2_crossing_requests, h2_denied_and_answered):
        make().write(make.__name__)
