#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/http1_heads, http1_heads_unproven, h2_heads and h2_ends: messages that lack
what their status requires or have what they must not, beside such as are right, and such as prove nothing.

    tests/captures/make/heads.py
"""
from packets import (CANCEL, DATA, END_HEADERS, END_STREAM, GET, HEADERS, HTTP_PORT, NO_ERROR, POST, STATUS, Connection,
                     asked, frame, goaway, literal, request, reset, response)
from shapes import Shape, http1, http2

FINDINGS = ("missing_field", "not_asked_for", "forbidden_content", "connection_field", "bad_handshake")
WEBSOCKET = ("Upgrade: websocket", "Connection: keep-alive, Upgrade", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
             "Sec-WebSocket-Version: 13")
UPGRADE = ("Upgrade: websocket", "Connection: Upgrade")
ACCEPT = ("Sec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=",)


def due(*findings):
    return {"findings_with": list(findings), "findings_without": [one for one in FINDINGS if one not in findings]}


def head(first_line, *fields):
    return "".join(line + "\r\n" for line in (first_line, *fields, "")).encode()


def asks(method="GET", *fields, version="1.1"):
    return head("%s / HTTP/%s" % (method, version), "Host: example.com", *fields)


def answers(status, *fields, content=b""):
    return head("HTTP/1.1 %d Words" % status, *fields) + content


# (what the client asks, what the server answers, what is wrong with that)
EXCHANGES_OF_HTTP1 = (
    (asks(), (401, "Content-Length: 0"), ["missing_field"]),
    (asks(), (401, "Content-Length: 0", "www-authenticate: Basic realm=x"), []),
    (asks(), (407, "Content-Length: 0"), ["missing_field"]),
    (asks("DELETE"), (405, "Content-Length: 0"), ["missing_field"]),
    (asks("DELETE"), (405, "Content-Length: 0", "Allow:"), []),
    (asks(), (301, "Content-Length: 0"), ["missing_field"]),
    (asks(), (301, "Content-Length: 0", "Location: /"), []),
    (asks("GET", "Range: bytes=90-"), (416, "Content-Length: 0"), ["missing_field"]),
    (asks("GET", "Range: bytes=90-"), (416, "Content-Length: 0", "Content-Range: bytes */9"), []),
    (asks("GET", "range: bytes=0-1"), (206, "Content-Length: 0", "Content-Range: bytes 0-1/9"), []),
    (asks("GET", "Range: bytes=0-1"), (206, "Content-Length: 0", "Content-Range: bytes 2-3/9"), ["not_asked_for"]),
    (asks("GET", "Range: bytes=0-1,4-5"), (206, "Content-Length: 0", "Content-Type: multipart/byteranges; boundary=x"),
     []),
    (asks("POST", "Range: bytes=0-1", "Content-Length: 0"),
     (206, "Content-Length: 0", "Content-Range: bytes 0-1/9"), ["not_asked_for"]),
    (asks(), (304,), ["not_asked_for"]),
    (asks("GET", "If-Modified-Since: Thu, 26 Nov 2026 08:00:00 GMT"), (304, "Content-Length: 50"), []),
    (asks("HEAD", "If-None-Match: *"), (304,), []),
    (asks(), (412, "Content-Length: 0"), ["not_asked_for"]),
    (asks("GET", "x-goog-if-generation-match: 1"), (412, "Content-Length: 0"), []),
    (asks(), (417, "Content-Length: 0"), ["not_asked_for"]),
    (asks(), (204, "Content-Length: 0"), []),
    (asks("HEAD"), (204, "Content-Length: 3"), ["forbidden_content"]),
    (asks(), (205, "Transfer-Encoding: chunked", "", "0", ""), []),
    (asks("GET", *WEBSOCKET), (403, "Content-Length: 0"), ["bad_handshake"]),
    (asks(), (426, "Content-Length: 0", "Upgrade: TLS/1.3", "Connection: Upgrade"), []),
)
# Each takes a connection with it.
UPGRADES = (
    (asks("GET", *WEBSOCKET), (101, *UPGRADE, *ACCEPT), []),
    (asks("GET", *WEBSOCKET), (101, *UPGRADE), ["bad_handshake"]),
    (asks("GET", *WEBSOCKET), (101, UPGRADE[0], *ACCEPT), ["bad_handshake", "missing_field"]),
    (asks(), (101, *UPGRADE, *ACCEPT), ["not_asked_for"]),
    (asks("CONNECT"), (200, "Content-Length: 7"), ["forbidden_content"]),
    (asks("CONNECT"), (200, "Content-Length: 0"), []),
)


def http1_heads():
    shape, tcp = http1()
    for question, answer, findings in EXCHANGES_OF_HTTP1:
        tcp.client(question)
        shape.status(answer[0], tcp.server(answers(*answer)), **due(*findings))
    for port, (question, answer, findings) in enumerate(UPGRADES, 51000):
        follow(shape, tcp, port)
        tcp.client(question)
        shape.status(answer[0], tcp.server(answers(*answer)), **due(*findings))
    return shape


def follow(shape, tcp, port, handshake=True):
    """Another connection in the same capture."""
    other = Connection(HTTP_PORT, handshake=False, client=(tcp.ends["client"][0], port))
    tcp.ends, tcp.next = other.ends, other.next
    if handshake:
        for sender, flags in (("client", tcp.SYN), ("server", tcp.SYN | tcp.ACK), ("client", tcp.ACK)):
            tcp._send(sender, b"", flags)


def http1_heads_unproven():
    """The same faults where nothing is proven: the capture begins in the middle, two requests wait, a head is cut."""
    tcp = Connection(HTTP_PORT, handshake=False)
    shape = Shape(tcp)
    tcp.client(asks())
    shape.status(304, tcp.server(answers(304)), **due())
    follow(shape, tcp, 51000)
    tcp.client(asks(), asks("GET", "If-None-Match: *"))
    shape.status(304, tcp.server(answers(304)), **due())
    shape.status(206, tcp.server(answers(206, "Content-Range: bytes 0-1/9", "Content-Length: 0")), **due())
    follow(shape, tcp, 51001)
    tcp.client(asks("GET", "If-None-Match: *"), cut=60)
    shape.status(304, tcp.server(answers(304)), **due())
    follow(shape, tcp, 51002)
    tcp.client(asks())
    shape.status(401, tcp.server(answers(401, "Server: x", "WWW-Authenticate: Basic"), cut=70), **due())
    return shape


def named(name, value):
    return bytes([0, len(name)]) + name + bytes([len(value)]) + value


def status(code, *fields):
    return literal(STATUS, b"%d" % code) + b"".join(named(*field) for field in fields)


BASIC = (b"www-authenticate", b"Basic")
# (fields of the request, of the response, flags, what is wrong)
EXCHANGES_OF_HTTP2 = (
    ((), (401,), END_STREAM, ["missing_field"]),
    ((), (401, BASIC), END_STREAM, []),
    ((), (426,), END_STREAM, []),
    ((), (304,), END_STREAM, ["not_asked_for"]),
    (((b"if-none-match", b"*"),), (304,), END_STREAM, []),
    ((), (103, (b"link", b"</a>")), END_STREAM, ["forbidden_content"]),
    ((), (204, (b"content-length", b"5")), END_STREAM, ["forbidden_content"]),
    ((), (204, (b"content-length", b"0")), END_STREAM, []),
    ((), (200, (b"connection", b"close")), END_STREAM, ["connection_field"]),
    ((), (200, (b"keep-alive", b"timeout=5")), END_STREAM, ["connection_field"]),
    ((), (200, (b"X-Powered-By", b"x")), END_STREAM, ["connection_field"]),
    ((), (200, (b"x-powered-by", b"x")), END_STREAM, []),
)


def h2_heads():
    shape, tcp = http2()
    stream = 1
    for fields, answer, flags, findings in EXCHANGES_OF_HTTP2:
        block = asked(b"/") + b"".join(named(*field) for field in fields)
        tcp.client(frame(HEADERS, END_HEADERS | END_STREAM, stream, block))
        shape.status(answer[0], tcp.server(response(stream, status(*answer), flags)), stream=stream, **due(*findings))
        stream += 2
    # A block of two frames, one that is cut, and what comes behind it.
    tcp.client(request(stream, b"/"))
    block = status(401, (b"server", b"x"))
    in_two = tcp.server(frame(HEADERS, END_STREAM, stream, block[:9]), frame(9, END_HEADERS, stream, block[9:]))
    shape.status(401, in_two, stream=stream, **due())
    tcp.client(request(stream + 2, b"/"))
    tcp.server(response(stream + 2, status(401, (b"server", b"x"), BASIC), END_STREAM), cut=64)
    return shape


def h2_exchange(shape, tcp, stream, method, answer, *contents):
    """Returns the number of the packet that ends the response."""
    tcp.client(request(stream, b"/", method))
    shape.status(answer[0], tcp.server(response(stream, status(*answer))), stream=stream, **due())
    for content in contents[:-1]:
        tcp.server(frame(DATA, 0, stream, content))
    return tcp.server(frame(DATA, END_STREAM, stream, contents[-1]))


LENGTH_5 = (b"content-length", b"5")
HEAD = literal(2, b"HEAD")


def h2_ends():
    """Content of another length than announced, or where there must be none; frames behind their sender's own end."""
    shape, tcp = http2()
    wrong, right = "length_mismatch", []
    shape.beside(wrong, h2_exchange(shape, tcp, 1, GET, (200, LENGTH_5), b"abc"),
                 h2_exchange(shape, tcp, 3, GET, (200, LENGTH_5), b"abc", b"def"))
    right += [h2_exchange(shape, tcp, 5, GET, (200, LENGTH_5), b"ab", b"cde"),
              h2_exchange(shape, tcp, 7, GET, (200,), b"abc"),
              h2_exchange(shape, tcp, 9, HEAD, (200, LENGTH_5), b""),
              h2_exchange(shape, tcp, 11, GET, (204,), b"")]
    shape.beside("forbidden_content", h2_exchange(shape, tcp, 13, HEAD, (200, LENGTH_5), b"abcde"),
                 h2_exchange(shape, tcp, 15, GET, (204,), b"abc"))
    # The client's own content, whole and not, and given up after a reset.
    for stream, flags in ((17, 0), (19, END_STREAM)):
        tcp.client(request(stream, b"/", POST + named(*LENGTH_5), 0))
        end = tcp.client(frame(DATA, END_STREAM, stream, b"abcde" if flags else b"abc"))
        right.append(end) if flags else shape.beside(wrong, end)
        shape.status(200, tcp.server(response(stream, status(200), END_STREAM)), stream=stream, **due())
    tcp.client(request(21, b"/", POST + named(*LENGTH_5), 0))
    shape.reset(NO_ERROR, "server", tcp.server(reset(21, NO_ERROR)), 21)
    right.append(tcp.client(frame(DATA, END_STREAM, 21)))
    # A part is lost.
    tcp.client(request(23, b"/"))
    shape.status(200, tcp.server(response(23, status(200, LENGTH_5))), stream=23, **due())
    # Behind the own end.
    late = "after_end"
    ended = h2_exchange(shape, tcp, 25, GET, (200,), b"abc")
    shape.beside(late, tcp.server(frame(DATA, 0, 25, b"def")))
    tcp.client(request(27, b"/"))
    shape.reset(CANCEL, "client", tcp.client(reset(27, CANCEL)), 27)
    right.append(tcp.server(frame(DATA, END_STREAM, 27, b"abc")))
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(29, NO_ERROR)), 29, findings_without=[late])
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(27, NO_ERROR)), 27, findings_without=[late])
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(31, NO_ERROR)), 31, findings_with=[late])
    # Behind a gap nothing is proven.
    tcp.server(frame(DATA, 0, 23, b"ab"), lost=True)
    right.append(tcp.server(frame(DATA, END_STREAM, 23, b"c")))
    right.append(tcp.server(frame(DATA, 0, 25, b"def")))
    for finding in (wrong, late, "forbidden_content"):
        shape.not_beside(finding, ended, *right)
    return shape


if __name__ == "__main__":
    for make in (http1_heads, http1_heads_unproven, h2_heads, h2_ends):
        make().write(make.__name__)
