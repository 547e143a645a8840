#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures ../shapes/ws_bad_closes, http1_closing, http1_protocols, http1_answered_in_http2 and h2_closing:
what is wrong with the end of a connection, or comes though it was announced, beside such as is right, and such as
proves nothing.

    tests/captures/make/closing.py
"""
from heads import ACCEPT, UPGRADE, WEBSOCKET, answers, asks, due, status
from packets import (DATA, END_STREAM, HTTP2_PORT, HTTP_PORT, NO_ERROR, PREFACE, SETTINGS, Connection, frame, goaway,
                     promise, request, response)
from shapes import PROTOCOL_ERROR, SECOND, http1, http2, masked, unmasked

LATE, BAD, RACE, LOST, UNANSWERED = "after_end", "bad_close", "idle_race", "answer_lost", "unanswered"
TEXT, MASKED_TEXT, PING = b"\x81\x02hi", b"\x81\x82\0\0\0\0hi", b"\x89\x00"
CODE_1000 = b"\x03\xe8"
TUNNEL_PORT = 9999  # of none that Wireshark takes for one of HTTP/1


HANDSHAKE = (("client", Connection.SYN), ("server", Connection.SYN | Connection.ACK), ("client", Connection.ACK))


class Connections:
    """One after the other, in one capture."""

    def __init__(self, new):
        self.shape, self.tcp = new
        self.port = 52000

    def next(self, handshake=True):
        """With another port of the client."""
        tcp = self.tcp
        tcp.ends["client"] = (tcp.ends["client"][0], self.port)
        tcp.next = {"client": 1000, "server": 5000}
        for sender, flags in HANDSHAKE if handshake else ():
            tcp._send(sender, b"", flags)
        self.port += 1
        return tcp


def websocket(connections, handshake=True):
    tcp = connections.next(handshake)
    tcp.client(asks("GET", *WEBSOCKET))
    connections.shape.status(101, tcp.server(answers(101, *UPGRADE, *ACCEPT)), findings_without=["bad_handshake"])
    return tcp


def bad(*findings):
    return {"findings_with": list(findings), "findings_without": [one for one in (BAD, LATE) if one not in findings]}


# (who sends it, the frame, its code): Closes that are wrong, and the nearest that are not.
WRONG = (
    ("server", b"\x88\x7e\x00\x7e" + CODE_1000 + b"x" * 124, 1000),
    ("server", unmasked(1000, b"\xff\xfe"), 1000),
    ("client", masked(1000, "ä".encode()[:1]), 1000),
    ("client", masked(1001, b"\xed\xa0\x80"), 1001),
)
RIGHT = (
    ("server", unmasked(1000, b"x" * 123), 1000),
    ("server", unmasked(1000, ("ä" * 61).encode()), 1000),
    ("client", masked(1001, "再见".encode()), 1001),
    ("client", masked(1000), 1000),
)


def send(tcp, sender, *parts, **how):
    return (tcp.server if sender == "server" else tcp.client)(*parts, **how)


def ws_bad_closes():
    connections = Connections(http1())
    shape = connections.shape
    for closes, findings in ((WRONG, [BAD]), (RIGHT, [])):
        for sender, octets, code in closes:
            tcp = websocket(connections)
            shape.close(code, sender, send(tcp, sender, octets), **bad(*findings))
    shape.beside(BAD, websocket(connections).client(b"\x88\x81\0\0\0\0\x03"))
    shape.beside(BAD, websocket(connections).server(TEXT + b"\x88\x01\x03"))
    # Data behind one's own Close; what is no data, and what the peer sends before it knows.
    tcp = websocket(connections)
    shape.close(1001, "server", tcp.server(unmasked(1001)), **bad())
    right = [tcp.client(MASKED_TEXT), tcp.server(PING)]
    shape.beside(LATE, tcp.server(TEXT))
    right.append(tcp.server(TEXT))
    # What is not masked as it should be may be no frame.
    tcp = websocket(connections)
    shape.close(1000, "client", tcp.client(masked(1000)), **bad())
    right.append(tcp.client(TEXT))
    tcp = websocket(connections)
    shape.close(1001, "server", tcp.server(TEXT + unmasked(1001) + TEXT), **bad())
    shape.beside(LATE, shape.capture.packets)
    # Behind a gap, cut, and where the beginning is not in the capture.
    tcp = websocket(connections)
    tcp.server(TEXT, lost=True)
    shape.close(1000, "server", tcp.server(unmasked(1000, b"\xff")), **bad())
    right.append(tcp.server(TEXT))
    tcp = websocket(connections)
    cut = tcp.server(unmasked(1000, b"good and \xff"), cut=46)
    shape.close(1000, "server", None, seen={"4.4": [cut]}, **bad())
    tcp = websocket(connections, handshake=False)
    shape.close(1000, "server", tcp.server(unmasked(1000, b"\xff")), **bad())
    right.append(tcp.server(TEXT))
    shape.not_beside(LATE, *right)
    shape.not_beside(BAD, cut)
    return shape


def http1_closing():
    connections = Connections(http1())
    shape = connections.shape
    keep, close, empty = (), ("Connection: close",), ("Content-Length: 0",)
    right = {LATE: [], RACE: [], LOST: [], UNANSWERED: []}

    def exchange(tcp, asked=keep, answered=keep):
        tcp.client(asks("GET", *asked))
        shape.status(200, tcp.server(answers(200, *empty, *answered)), findings_without=[LATE])

    # Requests behind Connection: close, of the client and of the server.
    tcp = connections.next()
    exchange(tcp, asked=close)
    shape.beside(LATE, tcp.client(asks()))
    tcp = connections.next()
    exchange(tcp, answered=close)
    tcp.wait(SECOND // 4)
    shape.beside(LATE, tcp.client(asks()))
    # At once; without having received it; begun before it; sent ahead; with a part lost; from the middle on.
    tcp = connections.next()
    exchange(tcp, answered=close)
    right[LATE].append(tcp.client(asks()))
    tcp = connections.next()
    exchange(tcp, answered=close)
    tcp.wait(SECOND // 4)
    right[LATE].append(tcp.client(asks(), unseen=len(answers(200, *empty, *close))))
    tcp = connections.next()
    tcp.client(asks("POST", "Content-Length: 9") + b"begun")
    shape.status(413, tcp.server(answers(413, *empty, *close)), findings_without=[LATE])
    tcp.wait(SECOND // 4)
    right[LATE].append(tcp.client(b"over"))
    tcp = connections.next()
    tcp.client(asks(), asks())
    shape.status(200, tcp.server(answers(200, *empty, *close)), findings_without=[LATE])
    tcp.wait(SECOND // 4)
    right[LATE].append(tcp.client(asks()))
    for handshake in (True, False):
        tcp = connections.next(handshake)
        exchange(tcp, answered=close)
        if handshake:
            tcp.server(answers(200, *empty), lost=True)
        tcp.wait(SECOND // 4)
        right[LATE].append(tcp.client(asks()))

    # A request that the server's FIN crosses; one that it has received.
    tcp = connections.next()
    exchange(tcp)
    right[UNANSWERED].append(tcp.finish("server"))
    shape.beside(RACE, tcp.client(asks(), unseen=1))
    tcp = connections.next()
    exchange(tcp)
    tcp.client(asks())
    crossing = tcp.finish("server", unseen=len(asks()))
    shape.beside(RACE, crossing)
    right[UNANSWERED].append(crossing)
    tcp = connections.next()
    exchange(tcp)
    tcp.client(asks())
    received = tcp.finish("server")
    shape.beside(UNANSWERED, received)
    right[RACE].append(received)
    tcp = connections.next()
    exchange(tcp)
    tcp.finish("client")
    right[RACE].append(tcp.finish("server"))
    tcp = connections.next(handshake=False)
    exchange(tcp)
    tcp.finish("server")
    right[RACE].append(tcp.client(asks(), unseen=1))
    tcp = connections.next()
    exchange(tcp)
    tcp.server(answers(200, *empty), lost=True)
    tcp.finish("server")
    right[RACE].append(tcp.client(asks(), unseen=1))

    # An answer to a part of a request, and then a reset: of the server, of the client, none, from the middle on.
    for handshake, end, is_lost in ((True, lambda tcp: tcp.abort("server"), True),
                                    (True, lambda tcp: tcp.abort("client"), False),
                                    (True, lambda tcp: tcp.finish("server"), False),
                                    (False, lambda tcp: tcp.abort("server"), False)):
        tcp = connections.next(handshake)
        tcp.client(asks("POST", "Content-Length: 900") + b"x" * 100)
        shape.status(413, tcp.server(answers(413, *empty)))
        ends = end(tcp)
        shape.beside(LOST, ends) if is_lost else right[LOST].append(ends)
    # A while later, when it was read surely; and where the client goes on sending, and may not have read it.
    for sends in (False, True):
        tcp = connections.next()
        tcp.client(asks("POST", "Content-Length: 900") + b"x" * 100)
        shape.status(413, tcp.server(answers(413, *empty)))
        tcp.wait(2 * SECOND)
        tcp.client(b"x" * 100) if sends else None
        ends = tcp.abort("server")
        shape.beside(LOST, ends) if sends else right[LOST].append(ends)
    # To all of a request, of which Wireshark does not know the method.
    tcp = connections.next()
    tcp.client(asks("BREW", *empty))
    shape.status(501, tcp.server(answers(501, *empty)))
    right[LOST].append(tcp.abort("server"))
    # To no request at all, and to all of it.
    tcp = connections.next()
    exchange(tcp)
    shape.status(408, tcp.server(answers(408, *empty)))
    right[LOST].append(tcp.abort("server"))
    tcp = connections.next()
    exchange(tcp)
    right[LOST].append(tcp.abort("server"))
    for finding, numbers in right.items():
        shape.not_beside(finding, *numbers)
    return shape


RANGES = ("Range: bytes=0-1,4-5",)
MULTIPART = ("Content-Length: 0", "Content-Type: multipart/byteranges; boundary=x")


def upgrade(protocols):
    return ("Upgrade: " + protocols, "Connection: Upgrade")


# (what the client asks, what the server answers, what is wrong with that); the last ones take a connection each.
EXCHANGES = (
    (asks("GET", *RANGES), (206, *MULTIPART, "Content-Range: bytes 0-1/9"), ["missing_field"]),
    (asks("GET", *RANGES), (206, *MULTIPART), []),
)
UPGRADES = (
    (asks("GET", *upgrade("h2c")), (101, *upgrade("websocket")), ["not_asked_for"]),
    (asks("GET", *WEBSOCKET), (101, *upgrade("h2c"), *ACCEPT), ["bad_handshake", "not_asked_for"]),
    (asks("GET", *upgrade("websocket, TLS/1.3")), (101, *upgrade("TLS/1.3")), []),
    (asks("GET", *upgrade("irc/6.9, rta/x11")), (101, *upgrade("rta/x11")), []),
    (asks("GET", *upgrade("tls/1.2")), (101, *upgrade("TLS/1.2")), []),
    # As in RFC 2817, sections 3.2 and 3.3.
    (asks("OPTIONS", *upgrade("TLS/1.0")), (101, *upgrade("TLS/1.0, HTTP/1.1")), []),
)


def http1_protocols():
    connections = Connections(http1())
    for question, answer, findings in EXCHANGES:
        connections.tcp.client(question)
        connections.shape.status(answer[0], connections.tcp.server(answers(*answer)), **due(*findings))
    for question, answer, findings in UPGRADES:
        tcp = connections.next()
        tcp.client(question)
        connections.shape.status(answer[0], tcp.server(answers(*answer)), **due(*findings))
    return connections.shape


def begin_http2(connections, handshake=True):
    tcp = connections.next(handshake)
    tcp.client(PREFACE if handshake else b"", frame(SETTINGS, 0, 0))
    tcp.server(frame(SETTINGS, 0, 0))
    return tcp


def h2_closing():
    connections = Connections(http2())
    shape = connections.shape
    denies, right = "false_refusal", []

    def exchange(tcp, stream):
        tcp.client(request(stream, b"/%d" % stream))
        shape.status(200, tcp.server(response(stream, status(200), END_STREAM)), stream=stream)

    def says_goodbye(tcp, last, *findings):
        shape.goaway(NO_ERROR, "server", tcp.server(goaway(last, NO_ERROR)), last, findings_with=list(findings),
                     findings_without=[one for one in (denies,) if one not in findings])

    # A stream that is opened long after the GOAWAY, and its like that cross it.
    tcp = begin_http2(connections)
    exchange(tcp, 1)
    says_goodbye(tcp, 1)
    right.append(tcp.client(request(3, b"/crosses")))
    tcp.wait(SECOND)
    right.append(tcp.client(request(5, b"/has-not-received"), unseen=17))
    shape.beside(LATE, tcp.client(request(7, b"/late", flags=0)))
    right.append(tcp.client(frame(DATA, END_STREAM, 7, b"its content")))
    for handshake, lost in ((True, True), (False, False)):
        tcp = begin_http2(connections, handshake)
        exchange(tcp, 1)
        says_goodbye(tcp, 1)
        tcp.server(frame(DATA, 0, 1, b"x"), lost=True) if lost else None
        tcp.wait(SECOND)
        right.append(tcp.client(request(7, b"/late")))
    # In a tunnel: who says that the connection is closed is the proxy.
    tcp = connections.next()
    tcp.ends["server"] = (tcp.ends["server"][0], HTTP_PORT)
    tcp.client(b"CONNECT example.com:%d HTTP/1.1\r\nHost: example.com\r\n\r\n" % TUNNEL_PORT)
    shape.status(200, tcp.server(answers(200, "Connection: close")))
    tcp.client(PREFACE, frame(SETTINGS, 0, 0))
    tcp.server(frame(SETTINGS, 0, 0))
    for stream in (1, 3):
        tcp.wait(SECOND)
        exchange(tcp, stream)
        right.append(shape.capture.packets - 1)
    tcp.ends["server"] = (tcp.ends["server"][0], HTTP2_PORT)
    # GOAWAYs that deny what was answered, and that do not.
    tcp = begin_http2(connections)
    exchange(tcp, 1)
    exchange(tcp, 3)
    says_goodbye(tcp, 1, denies)
    tcp = begin_http2(connections)
    exchange(tcp, 1)
    tcp.server(promise(1, 2, b"/style"), response(2, status(200), END_STREAM))
    shape.status(200, shape.capture.packets, stream=2)
    tcp.client(request(3, b"/open"))
    says_goodbye(tcp, 1)
    shape.not_beside(LATE, *right)
    return shape


def http1_answered_in_http2():
    """A server that speaks HTTP/2 alone."""
    connections = Connections(http1())
    shape = connections.shape
    settings, right = frame(SETTINGS, 0, 0, b"\0\3\0\0\0\x64"), []
    words = "the server speaks HTTP/2 only"

    def says_goodbye(number, **facts):
        shape.goaway(PROTOCOL_ERROR, "server", number, 0, from_bytes=True, findings=["connection_error"], says=words,
                     **facts)

    tcp = connections.tcp
    tcp.client(asks())
    shape.beside(UNANSWERED, tcp.server(settings, goaway(0, PROTOCOL_ERROR, b"no preface")))
    says_goodbye(shape.capture.packets, debug="no preface")
    right.append(tcp.finish("server"))
    tcp = connections.next()
    tcp.client(asks())
    shape.beside(UNANSWERED, tcp.server(settings))
    right.append(tcp.server(frame(8, 0, 0, b"\0\0\1\0"), goaway(0, PROTOCOL_ERROR)))
    says_goodbye(right[-1])
    # Before any request; with a gap; from the middle on; where an answer of HTTP/1 came before.
    tcp = connections.next()
    right.append(tcp.server(settings))
    tcp = connections.next()
    tcp.client(asks())
    tcp.server(b"HTTP/1.1 100 Continue\r\n\r\n", lost=True)
    right.append(tcp.server(settings, goaway(0, PROTOCOL_ERROR)))
    tcp = connections.next(handshake=False)
    tcp.client(asks())
    right.append(tcp.server(settings, goaway(0, PROTOCOL_ERROR)))
    tcp = connections.next()
    tcp.client(asks())
    shape.status(200, tcp.server(answers(200, "Content-Length: 0")))
    tcp.client(asks())
    right.append(tcp.server(settings, goaway(0, PROTOCOL_ERROR)))
    shape.not_beside(UNANSWERED, *right)
    return shape


if __name__ == "__main__":
    for make in (ws_bad_closes, http1_closing, http1_protocols, h2_closing, http1_answered_in_http2):
        make().write(make.__name__)
