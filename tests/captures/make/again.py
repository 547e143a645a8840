#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures in ../shapes of clients that ask again: what looks like a retry, and what only nearly does.

    tests/captures/make/again.py

As shapes.py does; beside each answer that has something to say of the client stand those that must have nothing.
"""
from packets import (AUTHORITY, CANCEL, CLIENT_PORT, DATA, END_HEADERS, END_STREAM, HEADERS, HTTP2_PORT, HTTP_PORT,
                     NO_ERROR, PATH, POST, PREFACE, SCHEME_HTTP, SETTINGS, STATUS_200, Connection, asked, frame, goaway,
                     literal, named, reset, response)
from shapes import http1, http2

SECOND = 1_000_000
REFUSED_STREAM, INTERNAL_ERROR = 7, 2
CONTINUATION = 9
STRANGER = bytes([198, 51, 100, 8])

OF_CLIENTS = ("unsafe_retry", "early_retry", "bad_redirect", "waited")


def only(*findings):
    """What is said of the client, and nothing else of this kind."""
    return {"findings_with": list(findings), "findings_without": [one for one in OF_CLIENTS if one not in findings]}


SILENT = only()


def gives_up(tcp):
    """A FIN right behind the request would only say that it was the last one."""
    tcp.wait(SECOND)
    return tcp.finish("client")


class More:
    """Further connections in the capture of the first, from other ports."""

    def __init__(self, first):
        self.first, self.port = first, CLIENT_PORT

    def open(self, server_port, handshake=True, address=None):
        self.port += 1
        connection = Connection(server_port, handshake=False)
        connection.add, connection.wait = self.first.add, self.first.wait
        connection.ends = {"client": (address or self.first.ends["client"][0], self.port),
                           "server": (self.first.ends["server"][0], server_port)}
        if handshake:
            connection.shake_hands()
        return connection


def post(path, content=b"order=1", more=b""):
    return b"POST %s HTTP/1.1\r\nHost: example.com\r\nUser-Agent: a\r\n%sContent-Length: %d\r\n\r\n%s" % (
        path, more, len(content), content)


def get(path, more=b""):
    return b"GET %s HTTP/1.1\r\nHost: example.com\r\nUser-Agent: a\r\n%s\r\n" % (path, more)


def answer(status, more=b""):
    return b"HTTP/1.1 %s Words\r\n%sContent-Length: 0\r\n\r\n" % (status, more)


def http1_posts_again():
    """A POST whose connection the server ends without an answer is sent again: by the same client, with the same
    content; then everything that is nearly so."""
    shape, tcp = http1()
    more = More(tcp)

    def again(first, second, how=SILENT, retry_of=True, wait=0, address=None, end=lambda tcp: tcp.finish("server"),
              port=HTTP_PORT, **facts):
        one = more.open(HTTP_PORT, **facts)
        failed = one.client(first)
        end(one)
        tcp.wait(wait)
        other = more.open(port, address=address)
        asks = other.client(second)
        shape.status(200, other.server(answer(b"200")), request=asks, retry_of=failed if retry_of else None, **how)

    again(post(b"/order"), post(b"/order"), only("unsafe_retry"))
    again(post(b"/empty", b""), post(b"/empty", b""), only("unsafe_retry"))
    again(post(b"/other", b"order=1"), post(b"/other", b"order=2"))
    again(post(b"/longer", b"order=1"), post(b"/longer", b"order=11"))
    again(post(b"/key", more=b"Idempotency-Key: 8\r\n"), post(b"/key", more=b"Idempotency-Key: 8\r\n"))
    again(post(b"/condition", more=b"If-Match: \"8\"\r\n"), post(b"/condition", more=b"If-Match: \"8\"\r\n"))
    query = post(b"/dns-query", more=b"Content-Type: application/dns-message\r\n")
    again(query, query)
    again(get(b"/idempotent"), get(b"/idempotent"))
    again(post(b"/user", more=b"Cookie: a\r\n"), post(b"/user", more=b"Cookie: b\r\n"))
    again(post(b"/behind", more=b"X-Forwarded-For: 203.0.113.1\r\n"),
          post(b"/behind", more=b"X-Forwarded-For: 203.0.113.2\r\n"))
    again(post(b"/left"), post(b"/left"), end=gives_up)
    again(post(b"/reset"), post(b"/reset"), only("unsafe_retry"), end=lambda tcp: tcp.abort("server"))
    # Of a server that knows nothing of the connection any more (RFC 9293, section 3.10.7.1).
    again(post(b"/unknown"), post(b"/unknown"), end=lambda tcp: tcp._send("server", b"", Connection.RST))
    again(post(b"/stranger"), post(b"/stranger"), retry_of=False, address=STRANGER)
    again(post(b"/late"), post(b"/late"), retry_of=False, wait=61 * SECOND)
    again(post(b"/midstream"), post(b"/midstream"), retry_of=False, handshake=False)
    again(post(b"/a"), post(b"/b"), retry_of=False)
    return shape


def http1_posts_unanswered():
    """The POST that is sent again is not answered either, and the server ends the connection, or the client; with a
    key, nobody says anything of the client."""
    shape, tcp = http1()
    more = More(tcp)

    def again(request, say, side="server"):
        one = more.open(HTTP_PORT)
        one.client(request)
        one.finish("server")
        other = more.open(HTTP_PORT)
        other.client(request)
        ends = gives_up(other) if side == "client" else other.finish(side)
        shape.beside("unanswered", ends)
        say("unsafe_retry", ends)

    again(post(b"/order"), shape.beside)
    again(post(b"/left"), shape.beside, "client")
    again(post(b"/key", more=b"Idempotency-Key: 8\r\n"), shape.not_beside)
    return shape


def http1_routine_post():
    """A client posts the same over and over, and once is not answered: what comes next may be the next one."""
    shape, tcp = http1()
    more = More(tcp)
    asks = tcp.client(post(b"/alive"))
    shape.status(200, tcp.server(answer(b"200")), request=asks, retry_of=None, **SILENT)
    failed = tcp.client(post(b"/alive"))
    tcp.finish("server")
    other = more.open(HTTP_PORT)
    asks = other.client(post(b"/alive"))
    shape.status(200, other.server(answer(b"200")), request=asks, retry_of=failed, **SILENT)
    asks = other.client(post(b"/alive"))
    shape.status(200, other.server(answer(b"200")), request=asks, retry_of=None, **SILENT)
    # Who polls is told "not yet" by 400 (RFC 8628, section 3.5); after 503 it is the same order.
    for path, code, how in ((b"/token", 400, SILENT), (b"/order", 503, only("unsafe_retry"))):
        other = more.open(HTTP_PORT)
        asks = other.client(post(path))
        shape.status(code, other.server(answer(b"%d" % code)), request=asks, retry_of=None, **SILENT)
        failed = other.client(post(path))
        other.finish("server")
        other = more.open(HTTP_PORT)
        asks = other.client(post(path))
        shape.status(200, other.server(answer(b"200")), request=asks, retry_of=failed, **how)
    return shape


def http1_post_cut():
    """The answer to a POST breaks off, and the POST is sent again; the same where the capture lacks a segment of the
    server, and where it lacks a part of the content."""
    shape, tcp = http1()
    more = More(tcp)
    for path, how, lost, cut in ((b"/cut", only("unsafe_retry"), False, None), (b"/gap", SILENT, True, None),
                                 (b"/snap", SILENT, False, 80)):
        one = more.open(HTTP_PORT)
        failed = one.client(post(path), cut=cut)
        one.server(b"HTTP/1.1 200 OK\r\nContent-Len", lost=lost)
        one.client(b"", cut=cut)
        one.finish("server")
        other = more.open(HTTP_PORT)
        asks = other.client(post(path))
        facts = {} if lost or cut else {"retry_of": failed}
        shape.status(200, other.server(answer(b"200")), request=asks, **facts, **how)
    return shape


def http1_early_retries():
    """Retry-After, in seconds and as a date, and clients that wait, or do not; the response's own Date tells how
    long."""
    shape, tcp = http1()
    in_two = b"Date: Sun, 06 Nov 1994 08:49:35 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
    over = b"Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:49:35 GMT\r\n"
    no_date = b"Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
    rows = ((b"/early", b"Retry-After: 2\r\n", 1 * SECOND, only("early_retry"), b"", b""),
            (b"/nearly", b"Retry-After: 2\r\n", 1_800_000, SILENT, b"", b""),
            (b"/due", b"Retry-After: 2\r\n", 2 * SECOND, SILENT, b"", b""),
            (b"/nothing", b"Retry-After: 0\r\n", 0, SILENT, b"", b""),
            (b"/words", b"Retry-After: soon\r\n", 0, SILENT, b"", b""),
            (b"/date", in_two, SECOND, only("early_retry"), b"", b""),
            (b"/clockless", no_date, SECOND, SILENT, b"", b""),
            (b"/over", over, 0, SILENT, b"", b""),
            (b"/meaningless", b"Retry-After: 2\r\n", 0, SILENT, b"", b""),
            (b"/cookie", b"Retry-After: 2\r\n", SECOND, SILENT, b"Cookie: a\r\n", b"Cookie: b\r\n"))
    for path, fields, wait, how, before, after in rows:
        failed = tcp.client(get(path, before))
        status = 404 if path == b"/meaningless" else 503
        past = {"findings_with": ["bad_retry_after"]} if path == b"/over" else {"findings_without": ["early_retry"]}
        shape.status(status, tcp.server(answer(b"%d" % status, fields)), request=failed, **past)
        tcp.wait(wait)
        asks = tcp.client(get(path, after))
        shape.status(200, tcp.server(answer(b"200")), request=asks, retry_of=failed, **how)
    return shape


def http1_redirects():
    """Circles of redirects, and what looks like one; 308 with another method, and what is none of that."""
    shape, tcp = http1()

    def go(path, status, location, how=SILENT, ask=get, fields=b"", sets=b"", wait=0):
        tcp.wait(wait)
        asks = tcp.client(ask(path, more=fields))
        shape.status(status, tcp.server(answer(b"%d" % status, b"Location: %s\r\n%s" % (location, sets))),
                     request=asks, **how)

    go(b"/a", 302, b"b")
    go(b"/b", 302, b"http://EXAMPLE.com:80/a")
    go(b"/a", 302, b"b", only("bad_redirect"))
    go(b"/b", 302, b"/a")
    go(b"/self", 301, b"/self")
    go(b"/self", 301, b"/self", only("bad_redirect"))
    # A login sets a cookie and leads back.
    go(b"/page", 302, b"/login")
    go(b"/login", 302, b"/page", sets=b"Set-Cookie: a=1\r\n")
    go(b"/page", 302, b"/login", fields=b"Cookie: a=1\r\n")
    # To the same path by another scheme, as nearly every server does.
    go(b"/secure", 301, b"https://example.com/secure")
    go(b"/secure", 301, b"https://example.com/secure")
    # Asked again, and not because it was sent there.
    go(b"/twice", 302, b"/elsewhere")
    go(b"/twice", 302, b"/elsewhere")
    # As long as a job runs, and after the time that the server or the client chose.
    for _ in range(3):
        go(b"/job", 303, b"/job", sets=b"Retry-After: 1\r\n")
    for _ in range(3):
        go(b"/progress", 302, b"/progress", wait=SECOND)
    # To the next page of a list.
    go(b"/list", 302, b"?page=1")
    go(b"/list?page=1", 302, b"?page=2")
    return shape


def http1_redirected_methods():
    """308 and 307 keep the method; 303, 302 and 301 need not, and a new request is none that follows."""
    shape, tcp = http1()
    more = More(tcp)

    def follow(status, method, how=SILENT, first=post, wait=0, between=None, elsewhere=False):
        path = b"/%d%s" % (len(shape.lines), method.lower())
        asks = tcp.client(first(path))
        facts = {"findings_without": ["bad_redirect"]}
        shape.status(status, tcp.server(answer(b"%d" % status, b"Location: %s/new\r\n" % path)), request=asks, **facts)
        tcp.wait(wait)
        if between:
            asks = tcp.client(get(between))
            shape.status(200, tcp.server(answer(b"200")), request=asks, **SILENT)
        connection = more.open(HTTP_PORT) if elsewhere else tcp
        asks = connection.client(method + b" %s/new HTTP/1.1\r\nHost: example.com\r\nUser-Agent: a\r\n"
                                          b"Content-Length: 0\r\n\r\n" % path)
        shape.status(200, connection.server(answer(b"200")), request=asks, **how)

    follow(308, b"GET", only("bad_redirect"))
    follow(307, b"GET", only("bad_redirect"))
    follow(308, b"POST")
    follow(303, b"GET")
    follow(302, b"GET")
    follow(301, b"GET")
    follow(308, b"OPTIONS")
    follow(308, b"HEAD", first=get)
    follow(308, b"GET", wait=SECOND)
    follow(308, b"GET", between=b"/style.css")
    follow(308, b"GET", elsewhere=True)
    return shape


def http1_waits():
    """A client that waits for 100 (Continue); one that gets it, one that is slow, and one that is a little late."""
    shape, tcp = http1()

    def upload(path, wait, says=b"", how=SILENT, expect=b"Expect: 100-continue\r\n", whole=True):
        head = b"PUT %s HTTP/1.1\r\nHost: example.com\r\n%sContent-Length: 7\r\n\r\n" % (path, expect)
        tcp.client(head if whole else head[:-2])
        if says:
            # Wireshark shows the request, which it belongs to, behind it.
            shape.status(100, tcp.server(says), **SILENT)
        tcp.wait(wait)
        asks = tcp.client(b"content" if whole else head[-2:] + b"content")
        shape.status(200, tcp.server(answer(b"200")), request=asks, **how)

    upload(b"/waits", SECOND, how=only("waited"))
    upload(b"/goes-on", SECOND, says=b"HTTP/1.1 100 Continue\r\n\r\n")
    upload(b"/at-once", 100_000)
    upload(b"/slow", SECOND, expect=b"")
    upload(b"/slow-head", SECOND, whole=False)
    return shape


def resource(stream, path, fields=b"", flags=0, method=POST):
    block = method + SCHEME_HTTP + literal(PATH, path) + literal(AUTHORITY, b"example.com") + fields
    return frame(HEADERS, END_HEADERS | flags, stream, block)


def h2_posts_again():
    """Streams that the server resets: with a promise, by a GOAWAY, after its answer began, and without any; the POST is
    sent again. A client that cancels, too; and two at once, of which one fails before the head of the other is
    whole."""
    shape, tcp = http2()
    streams = iter(range(1, 1000, 2))

    def ask(path, content=b"order=1"):
        stream = next(streams)
        return stream, tcp.client(resource(stream, path), frame(DATA, END_STREAM, stream, content))

    def answered(path, failed, how, content=b"order=1"):
        stream, asks = ask(path, content)
        shape.status(200, tcp.server(response(stream, flags=END_STREAM)), stream=stream, request=asks, retry_of=failed,
                     **how)

    stream, failed = ask(b"/broken")
    shape.reset(INTERNAL_ERROR, "server", tcp.server(reset(stream, INTERNAL_ERROR)), stream, request=failed, **SILENT)
    answered(b"/broken", failed, only("unsafe_retry"))
    stream, failed = ask(b"/other")
    shape.reset(INTERNAL_ERROR, "server", tcp.server(reset(stream, INTERNAL_ERROR)), stream, request=failed, **SILENT)
    answered(b"/other", failed, SILENT, b"order=2")
    stream, failed = ask(b"/refused")
    shape.reset(REFUSED_STREAM, "server", tcp.server(reset(stream, REFUSED_STREAM)), stream, request=failed, **SILENT)
    answered(b"/refused", failed, SILENT)
    stream, failed = ask(b"/cancelled")
    tcp.wait(2 * SECOND)
    shape.reset(CANCEL, "client", tcp.client(reset(stream, CANCEL)), stream, request=failed,
                says="the client gave up after 2[.]00 s", **SILENT)
    answered(b"/cancelled", failed, SILENT)
    stream, failed = ask(b"/failed")
    shape.status(500, tcp.server(response(stream, literal(8, b"500"), END_STREAM)), stream=stream, request=failed,
                 **SILENT)
    answered(b"/failed", failed, SILENT)
    stream, failed = ask(b"/began")
    shape.status(200, tcp.server(response(stream)), stream=stream, request=failed, **SILENT)
    shape.reset(INTERNAL_ERROR, "server", tcp.server(reset(stream, INTERNAL_ERROR)), stream, request=failed, **SILENT)
    answered(b"/began", failed, only("unsafe_retry"))
    # What is complete has not failed, whatever is sent behind it.
    stream, asks = ask(b"/done")
    shape.status(200, tcp.server(response(stream, flags=END_STREAM)), stream=stream, request=asks, **SILENT)
    shape.reset(CANCEL, "client", tcp.client(reset(stream, CANCEL)), stream, request=asks,
                says_not="client gave up after", **SILENT)
    answered(b"/done", None, SILENT)
    # One that had begun before the other failed is not that one again, though its head comes behind the failure.
    stream, failed = ask(b"/beside", b"")
    beside = next(streams)
    asks = tcp.client(frame(HEADERS, END_STREAM, beside))
    shape.status(500, tcp.server(response(stream, literal(8, b"500"), END_STREAM)), stream=stream, request=failed,
                 **SILENT)
    tcp.client(frame(CONTINUATION, END_HEADERS, beside, asked(b"/beside", POST)))
    shape.status(200, tcp.server(response(beside, flags=END_STREAM)), stream=beside, request=asks, retry_of=None,
                 **SILENT)
    return shape


def h2_posts_after_goaway():
    """A GOAWAY leaves one POST out and counts the other in; TCP ends, and both are sent again on another connection."""
    shape, tcp = http2()
    more = More(tcp)
    counted = tcp.client(resource(1, b"/counted"), frame(DATA, END_STREAM, 1, b"order=1"))
    left_out = tcp.client(resource(3, b"/left-out"), frame(DATA, END_STREAM, 3, b"order=1"))
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(1, NO_ERROR)), 1, **SILENT)
    tcp.finish("server")
    other = more.open(HTTP2_PORT)
    other.client(PREFACE, frame(SETTINGS, 0, 0))
    other.server(frame(SETTINGS, 0, 0))
    for stream, path, failed, how in ((1, b"/counted", counted, only("unsafe_retry")),
                                      (3, b"/left-out", left_out, SILENT)):
        asks = other.client(resource(stream, path), frame(DATA, END_STREAM, stream, b"order=1"))
        shape.status(200, other.server(response(stream, flags=END_STREAM)), stream=stream, request=asks,
                     retry_of=failed, conn="c2", **how)
    return shape


def h2_post_crossing():
    """A server ends a connection, and has received the POST, or has not: sent again on another one."""
    shape, first = http2()
    more = More(first)
    for at, path in enumerate((b"/received", b"/crossing")):
        crosses = path == b"/crossing"
        octets = resource(1, path) + frame(DATA, END_STREAM, 1, b"order=1")
        tcp = more.open(HTTP2_PORT) if at else first
        if at:
            tcp.client(PREFACE, frame(SETTINGS, 0, 0))
            tcp.server(frame(SETTINGS, 0, 0))
        failed = tcp.client(octets)
        ends = tcp.finish("server", unseen=len(octets) if crosses else 0)
        (shape.not_beside if crosses else shape.beside)("unanswered", ends)
        other = more.open(HTTP2_PORT)
        other.client(PREFACE, frame(SETTINGS, 0, 0))
        other.server(frame(SETTINGS, 0, 0))
        asks = other.client(octets)
        shape.status(200, other.server(response(1, flags=END_STREAM)), stream=1, request=asks, retry_of=failed,
                     conn="c%d" % (2 * at + 2), **(SILENT if crosses else only("unsafe_retry")))
    return shape


def h2_deadlines():
    """gRPC calls that their client ends: before, at and behind what grpc-timeout says, and without one. They are made
    again, which nobody can call unsafe."""
    shape, tcp = http2()
    for at, (timeout, wait, says) in enumerate((
            (b"5S", SECOND, "gave up after 1[.]00 s, before its deadline of 5[.]00 s"),
            (b"1000m", SECOND, "gave up after 1[.]00 s, at its deadline of 1[.]00 s"),
            (b"500000u", SECOND, "gave up after 1[.]00 s, past its deadline of 0[.]50 s"),
            (b"", SECOND, "gave up after 1[.]00 s[.,]"),
            (b"1.5S", SECOND, "gave up after 1[.]00 s[.,]"))):
        stream = 2 * at + 1
        fields = named(b"content-type", b"application/grpc") + (named(b"grpc-timeout", timeout) if timeout else b"")
        asks = tcp.client(resource(stream, b"/a.B/C%d" % at, fields), frame(DATA, END_STREAM, stream, b"call"))
        tcp.wait(wait - 1000)
        shape.reset(CANCEL, "client", tcp.client(reset(stream, CANCEL)), stream, request=asks, says=says, **SILENT)
    stream, path = 101, b"/a.B/Again"
    fields = named(b"content-type", b"application/grpc")
    failed = tcp.client(resource(stream, path, fields), frame(DATA, END_STREAM, stream, b"call"))
    shape.reset(INTERNAL_ERROR, "server", tcp.server(reset(stream, INTERNAL_ERROR)), stream, request=failed, **SILENT)
    asks = tcp.client(resource(stream + 2, path, fields), frame(DATA, END_STREAM, stream + 2, b"call"))
    trailers = STATUS_200 + named(b"content-type", b"application/grpc") + named(b"grpc-status", b"0")
    number = tcp.server(response(stream + 2, trailers, END_STREAM))
    shape.status(200, number, stream=stream + 2, request=asks, retry_of=failed, **SILENT)
    shape.code("TRAILERS", "grpc", 0, "server", number, stream + 2, retry_of=failed, **SILENT)
    return shape


SHAPES = (http1_posts_again, http1_posts_unanswered, http1_routine_post, http1_post_cut, http1_early_retries,
          http1_redirects, http1_redirected_methods, http1_waits, h2_posts_again, h2_posts_after_goaway,
          h2_post_crossing, h2_deadlines)

if __name__ == "__main__":
    for make in SHAPES:
        make().write(make.__name__)
