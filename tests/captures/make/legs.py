#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures in ../legs: both connections of a proxy, packet by packet, so that each finding across a proxy
has an exchange that shows it and one that only looks like it.

    tests/captures/make/legs.py

Requests carry an id that the proxy passes on. NAME.across.jsonl says of each exchange which frames it is in, and what
it comes to; the test is test_legs.py.
"""
import itertools
import json

from grpc_web import GZIP, trailers
from packets import (CANCEL, CAPTURES, DATA, END_HEADERS, END_STREAM, GET, HEADERS, INTERNAL_ERROR, NO_ERROR, POST,
                     PREFACE, RAW_IP, SETTINGS, STATUS, STATUS_200, STATUS_404, Capture, Connection, asked, frame,
                     goaway, literal, named, reset, response)

CLIENT, PROXY, ORIGIN = bytes([198, 51, 100, 7]), bytes([192, 0, 2, 10]), bytes([192, 0, 2, 20])
FRONT_PORT, ORIGIN_PORT, WEB_PORT = 8080, 8081, 80
PROTOCOL_ERROR, STREAM_CLOSED, REFUSED_STREAM, H3_INTERNAL_ERROR = 0x1, 0x5, 0x7, 0x102
STATUS_103, STATUS_502, STATUS_503, STATUS_504 = (literal(STATUS, status) for status in
                                                  (b"103", b"502", b"503", b"504"))
A_SECOND = 1_000_000


class Leg(Connection):
    """One of the two connections; its packets go into the capture of both."""

    ports = itertools.count(50000)

    def __init__(self, capture, client, server, port):
        self.capture = capture
        super().__init__(port, client=(client, next(self.ports)), server=server)
        self.stream = -1
        self.client(PREFACE, frame(SETTINGS, 0, 0))
        self.server(frame(SETTINGS, 0, 0))

    def add(self, packet, cut=None):
        return self.capture.add(packet, cut)

    def ask(self, path, identity, method=GET, more=b""):
        """Returns the new stream."""
        self.stream += 2
        fields = asked(path, method) + named(b"x-request-id", identity) + more
        self.client(frame(HEADERS, END_HEADERS | END_STREAM, self.stream, fields))
        return self.stream

    def answer(self, stream, status=STATUS_200, flags=END_STREAM):
        self.server(response(stream, status, flags))

    def data(self, stream, content, flags=0):
        self.server(frame(DATA, flags, stream, content))

    def reset(self, stream, code):
        self.server(reset(stream, code))

    def begin_answer(self, stream):
        self.answer(stream, flags=0)
        self.data(stream, b"half of it")

    def cancel(self, stream):
        self.client(reset(stream, CANCEL))


class Proxy:
    """Both legs, and what each exchange across them comes to."""

    def __init__(self):
        Leg.ports = itertools.count(50000)
        self.capture = Capture(RAW_IP)
        self.front = Leg(self.capture, CLIENT, PROXY, FRONT_PORT)
        self.behind = Leg(self.capture, PROXY, ORIGIN, ORIGIN_PORT)
        self.lines = []

    def ask(self, path, method=GET, more=b""):
        exchange = Exchange(self, path, method, more)
        self.lines.append(exchange.line)
        return exchange

    def write(self, folder, name):
        self.capture.write(folder, name)
        lines = "".join(json.dumps(line) + "\n" for line in self.lines)
        (CAPTURES / folder / (name + ".across.jsonl")).write_text(lines)


    def web(self):
        """Another connection in front, of HTTP/1."""
        tcp = Connection(WEB_PORT, handshake=False, client=(CLIENT, next(Leg.ports)), server=PROXY)
        tcp.add = self.capture.add
        tcp.shake_hands()
        return tcp


class Exchange:
    """A request in front, and the one behind that the proxy makes at once."""

    def __init__(self, proxy, path, method, more):
        self.proxy = proxy
        self.fields = path, b"request-%d" % len(proxy.lines), method, more
        self.stream = proxy.front.ask(*self.fields)
        self.line = {"path": path.decode(), "front": proxy.capture.packets, "behind": []}
        self.again()

    def again(self):
        self.inner = self.proxy.behind.ask(*self.fields)
        self.line["behind"].append(self.proxy.capture.packets)

    def is_over(self, conversion, severity="", finding=""):
        """With the packet that was added last."""
        self.line.update(frame=self.proxy.capture.packets, conversion=conversion)
        if finding:
            self.line.update(severity=severity, finding=finding)


GRPC = named(b"content-type", b"application/grpc")
GRPC_WEB = named(b"content-type", b"application/grpc-web")
GRPC_OK, GRPC_UNAVAILABLE = (named(b"grpc-status", code) for code in (b"0", b"14"))


def every_finding():
    """Each exchange is one that a proxy must not make so; the path says which."""
    proxy = Proxy()
    front, behind = proxy.front, proxy.behind

    one = proxy.ask(b"/false-promise", POST)
    behind.reset(one.inner, INTERNAL_ERROR)
    front.reset(one.stream, REFUSED_STREAM)
    one.is_over(5, "warning", "false_promise")

    one = proxy.ask(b"/hidden-truncation")
    behind.answer(one.inner, flags=0)
    front.answer(one.stream, flags=0)
    behind.data(one.inner, b"half of it")
    front.data(one.stream, b"half of it")
    behind.reset(one.inner, INTERNAL_ERROR)
    front.data(one.stream, b"", END_STREAM)
    one.is_over(7, "warning", "hidden_truncation")

    one = proxy.ask(b"/unsafe-replay", POST)
    behind.reset(one.inner, INTERNAL_ERROR)
    one.again()
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(8, "warning", "unsafe_replay")

    one = proxy.ask(b"/invented-failure")
    behind.answer(one.inner)
    behind.reset(one.inner, NO_ERROR)
    front.answer(one.stream, STATUS_502)
    one.is_over(10, "warning", "invented_failure")

    one = proxy.ask(b"/lost.grpc/Status", POST, GRPC)
    behind.answer(one.inner, STATUS_200 + GRPC, 0)
    front.answer(one.stream, STATUS_200 + GRPC, 0)
    behind.answer(one.inner, GRPC_UNAVAILABLE)
    front.data(one.stream, b"", END_STREAM)
    one.is_over(16, "warning", "lost_grpc_status")

    one = proxy.ask(b"/lost-promise", POST)
    behind.reset(one.inner, REFUSED_STREAM)
    front.answer(one.stream, STATUS_502)
    one.is_over(6, "note", "lost_promise")

    one = proxy.ask(b"/wrong-status")
    behind.reset(one.inner, INTERNAL_ERROR)
    front.answer(one.stream, STATUS_503)
    one.is_over(9, "note", "wrong_gateway_status")

    one = proxy.ask(b"/lost-interim")
    behind.answer(one.inner, STATUS_103, 0)
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(15, "note", "lost_interim")

    one = proxy.ask(b"/cancel-not-passed")
    front.cancel(one.stream)
    proxy.capture.wait(A_SECOND)
    behind.answer(one.inner)
    one.is_over(14, "note", "cancel_not_passed")

    one = proxy.ask(b"/unconverted-code")
    behind.reset(one.inner, INTERNAL_ERROR)
    front.reset(one.stream, H3_INTERNAL_ERROR)
    one.is_over(12, "note", "unconverted_code")

    one = proxy.ask(b"/promoted-error")
    behind.reset(one.inner, INTERNAL_ERROR)
    front.server(goaway(one.stream, INTERNAL_ERROR))
    front.finish("server")
    one.is_over(13, "note", "promoted_error")
    return proxy


def as_it_should_be():
    """Neighbours of these that a proxy should make so, or may: nothing to find."""
    proxy = Proxy()
    front, behind = proxy.front, proxy.behind

    one = proxy.ask(b"/bad-gateway", POST)
    behind.reset(one.inner, INTERNAL_ERROR)
    front.answer(one.stream, STATUS_502)
    one.is_over(2)

    one = proxy.ask(b"/truncation")
    behind.answer(one.inner, flags=0)
    front.answer(one.stream, flags=0)
    behind.reset(one.inner, INTERNAL_ERROR)
    front.reset(one.stream, INTERNAL_ERROR)
    one.is_over(2)

    one = proxy.ask(b"/replay")
    behind.reset(one.inner, INTERNAL_ERROR)
    one.again()
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(1)

    for path, more in ((b"/replay-with-key", named(b"idempotency-key", b"8")), (b"/replay.grpc/Call", GRPC)):
        one = proxy.ask(path, POST, more)
        behind.reset(one.inner, INTERNAL_ERROR)
        one.again()
        behind.answer(one.inner, STATUS_200 + GRPC_OK)
        front.answer(one.stream, STATUS_200 + GRPC_OK)
        one.is_over(1)

    one = proxy.ask(b"/refused-then-answered", POST)
    behind.reset(one.inner, REFUSED_STREAM)
    one.again()
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(1)

    one = proxy.ask(b"/complete")
    behind.answer(one.inner)
    behind.reset(one.inner, NO_ERROR)
    front.answer(one.stream)
    one.is_over(1)

    one = proxy.ask(b"/a.grpc/Status", POST, GRPC)
    behind.answer(one.inner, STATUS_200 + GRPC, 0)
    front.answer(one.stream, STATUS_200 + GRPC, 0)
    behind.answer(one.inner, GRPC_UNAVAILABLE)
    front.answer(one.stream, GRPC_UNAVAILABLE)
    one.is_over(1)

    one = proxy.ask(b"/promise", POST)
    behind.reset(one.inner, REFUSED_STREAM)
    front.reset(one.stream, REFUSED_STREAM)
    one.is_over(3)

    one = proxy.ask(b"/error-page")
    behind.answer(one.inner, STATUS_503)
    front.answer(one.stream, STATUS_404)
    one.is_over(11)

    one = proxy.ask(b"/interim")
    behind.answer(one.inner, STATUS_103, 0)
    front.answer(one.stream, STATUS_103, 0)
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(1)

    one = proxy.ask(b"/cancel")
    front.cancel(one.stream)
    behind.cancel(one.inner)
    one.is_over(4)

    one = proxy.ask(b"/web.grpc/Compressed", POST, GRPC_WEB)
    behind.answer(one.inner, STATUS_200 + GRPC, 0)
    front.answer(one.stream, STATUS_200 + GRPC_WEB, 0)
    behind.answer(one.inner, GRPC_OK)
    front.data(one.stream, GZIP, END_STREAM)
    one.is_over(1)

    one = proxy.ask(b"/timeout")
    proxy.capture.wait(A_SECOND)
    behind.cancel(one.inner)
    front.answer(one.stream, STATUS_504)
    one.is_over(2)

    web_in_front(proxy)
    service_in_front(proxy)
    return proxy


def service_in_front(proxy):
    """No proxy, but a service that asks two others in the name of a request, at the path that it has itself."""
    front, behind = proxy.front, proxy.behind
    stream = front.ask(b"/graphql", b"service", POST, named(b"user-agent", b"browser"))
    for status in (STATUS_503, STATUS_200):
        behind.answer(behind.ask(b"/graphql", b"service", POST, named(b"user-agent", b"router")), status)
    front.answer(stream)


def web_in_front(proxy):
    """A call of gRPC-Web over HTTP/1 in front: its grpc-status stands in the content."""
    front, behind = proxy.web(), proxy.behind
    asks = front.client(b"POST /web.grpc/Status HTTP/1.1\r\nHost: example.com\r\nX-Request-Id: web\r\n"
                        b"Content-Type: application/grpc-web\r\nContent-Length: 0\r\n\r\n")
    stream = behind.ask(b"/web.grpc/Status", b"web", POST, GRPC)
    line = {"path": "/web.grpc/Status", "front": asks, "behind": [proxy.capture.packets]}
    behind.answer(stream, STATUS_200 + GRPC, 0)
    behind.answer(stream, GRPC_OK)
    content = trailers(0)
    ends = front.server(b"HTTP/1.1 200 OK\r\nContent-Type: application/grpc-web\r\nContent-Length: %d\r\n\r\n"
                        % len(content) + content)
    proxy.lines.append({**line, "frame": ends, "conversion": 1})


def published_bugs():
    """What published bugs put on both connections; the path names the bug, ../legs/README.md tells it."""
    proxy = Proxy()
    front, behind = proxy.front, proxy.behind

    one = proxy.ask(b"/h2o/3308", POST)
    behind.reset(one.inner, INTERNAL_ERROR)
    front.reset(one.stream, REFUSED_STREAM)
    one.is_over(5, "warning", "false_promise")

    one = proxy.ask(b"/h2o/silent-end")
    behind.begin_answer(one.inner)
    front.begin_answer(one.stream)
    behind.reset(one.inner, INTERNAL_ERROR)
    front.data(one.stream, b"", END_STREAM)
    one.is_over(7, "warning", "hidden_truncation")

    for path, code in ((b"/h2o/3566", STREAM_CLOSED), (b"/envoy/44749", INTERNAL_ERROR)):
        one = proxy.ask(path, POST)
        behind.begin_answer(one.inner)
        front.begin_answer(one.stream)
        behind.data(one.inner, b"and the rest", END_STREAM)
        behind.reset(one.inner, NO_ERROR)
        front.reset(one.stream, code)
        one.is_over(10, "warning", "invented_failure")

    one = proxy.ask(b"/nginx/1792", POST)
    behind.answer(one.inner)
    behind.reset(one.inner, NO_ERROR)
    front.answer(one.stream, STATUS_502)
    one.is_over(10, "warning", "invented_failure")

    one = proxy.ask(b"/envoy/36200")
    behind.begin_answer(one.inner)
    front.begin_answer(one.stream)
    behind.reset(one.inner, CANCEL)
    front.reset(one.stream, NO_ERROR)
    one.is_over(2)

    one = proxy.ask(b"/envoy/15033")
    behind.reset(one.inner, PROTOCOL_ERROR)
    front.answer(one.stream, STATUS_503)
    one.is_over(9, "note", "wrong_gateway_status")

    one = proxy.ask(b"/haproxy/e87397bc7", POST)
    behind.answer(one.inner)
    front.answer(one.stream)
    one.is_over(1)
    front.reset(one.stream, CANCEL)

    one = proxy.ask(b"/haproxy/20b156ee1")
    front.cancel(one.stream)
    proxy.capture.wait(A_SECOND)
    behind.answer(one.inner)
    one.is_over(14, "note", "cancel_not_passed")

    one = proxy.ask(b"/nghttpx/cancel")
    behind.reset(one.inner, CANCEL)
    front.reset(one.stream, INTERNAL_ERROR)
    one.is_over(2)

    for path in (b"/yarp/2019", b"/gorouter/282"):
        one = proxy.ask(path)
        front.cancel(one.stream)
        behind.cancel(one.inner)
        one.is_over(4)
    return proxy


MAKERS = (every_finding, as_it_should_be, published_bugs)

if __name__ == "__main__":
    for make in MAKERS:
        make().write("legs", make.__name__)
