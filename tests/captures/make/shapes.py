#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures in ../shapes: what captures of strangers hold, and what is easily misread in it.

    tests/captures/make/shapes.py

Every packet is put together by packets.py, and beside each code stands what the specifications say of it: the lists
are written together with the captures. What Wireshark dissects elsewhere, or not at all, is said by `seen`.
"""
import json
import struct

from packets import (AUTHORITY, CANCEL, CAPTURES, CLIENT, CLIENT_PORT, DATA, END_HEADERS, END_STREAM, EXPORTED_PDU, GET,
                     HEADERS, HTTP2_PORT, HTTP_PORT, INTERNAL_ERROR, NO_ERROR, PATH, POST, PREFACE, RAW_IP,
                     SCHEME_HTTP, SERVER, SETTINGS, STATUS, STATUS_200, STATUS_404, Capture, Connection, asked, frame,
                     goaway, http1_request, http1_response, ipv4, literal, padded, request, reset, response,
                     with_checksum)
from verdicts import (AFTER_CHANGE, AFTER_DELAY, ALLOWED, CLIENT_FAULT, FINE, NO, NOBODY, NOT_A_FAILURE, SAFE,
                      SERVER_FAULT, UNCLEAR)

SERIES = ("4.0", "4.4", "4.6")
ANOTHER_WAY = 8
SECOND = 1_000_000
PROTOCOL_ERROR, FLOW_CONTROL_ERROR, STREAM_CLOSED, FRAME_SIZE_ERROR, REFUSED_STREAM, CONNECT_ERROR = 1, 3, 5, 6, 7, 10
PING = 6

NOT_FOUND = {"retry": NO, "fault": CLIENT_FAULT, "findings": ["client_error"]}
FAILED_GET = {"retry": ALLOWED, "fault": SERVER_FAULT, "findings": ["server_error"], "method": "GET"}
FAILED_POST = {"retry": NO, "fault": SERVER_FAULT, "findings": ["server_error"], "method": "POST"}
ECHO = {**FINE, "echo": True}
UNPROVEN = {"unproven": True}
CUT = {"retry": ALLOWED, "fault": [SERVER_FAULT, UNCLEAR], "findings_with": ["response_cut"], "warns": True}
PROMISED = {"retry": SAFE, "fault": NOBODY, "findings_with": ["retry_safe"]}


class Shape:
    """A capture and its list."""

    def __init__(self, capture):
        self.capture, self.lines = capture, []

    def code(self, carrier, space, code, sender, number, stream=None, seen=None, conn="c1", **facts):
        """The code in packet `number`; `seen`: where a series shows it, if elsewhere."""
        frames = [number] if number else []
        if seen:
            frames = {series: seen.get(series, frames) for series in SERIES}
        self.lines.append({"carrier": carrier, "space": space, "code": code, "sender": sender, "stream": stream,
                           "conn": conn, "cport": CLIENT_PORT, **facts, "frames": frames})

    def status(self, code, number, stream=None, **facts):
        self.code("STATUS_LINE" if stream is None else "HEADERS", "http_status", code, "server", number, stream,
                  **facts)

    def reset(self, code, sender, number, stream, **facts):
        self.code("RST_STREAM", "http2", code, sender, number, stream, **facts)

    def goaway(self, code, sender, number, last, **facts):
        self.code("GOAWAY", "http2", code, sender, number, last_stream_id=last, **facts)

    def close(self, code, sender, number, **facts):
        self.code("CLOSE", "websocket", code, sender, number, subprotocol="", **facts)

    def beside(self, finding, *numbers):
        """A finding on each of these packets that belongs to no code."""
        self.lines += [{"beside": finding, "frame": [number]} for number in numbers]

    def not_beside(self, finding, *numbers):
        """No such finding on these packets."""
        self.lines += [{"not_beside": finding, "frame": [number]} for number in numbers]

    def write(self, name):
        self.capture.write("shapes", name)
        text = "".join(json.dumps(line) + "\n" for line in self.lines)
        (CAPTURES / "shapes" / (name + ".expect.jsonl")).write_text(text, encoding="utf-8")


def http1():
    shape = Shape(Connection(HTTP_PORT))
    return shape, shape.capture


def http2():
    shape = Shape(Connection(HTTP2_PORT))
    shape.capture.client(PREFACE, frame(SETTINGS, 0, 0))
    shape.capture.server(frame(SETTINGS, 0, 0))
    return shape, shape.capture


def http1_pipelining():
    """Three requests, each in a packet, before the first response (RFC 9112, 9.3.2)."""
    shape, tcp = http1()
    first, second, third = (tcp.client(http1_request(method, path))
                            for method, path in ((b"GET", b"/first"), (b"POST", b"/second"), (b"GET", b"/third")))
    shape.status(200, tcp.server(http1_response(b"200")), request=first, method="GET", path="/first", **FINE)
    shape.status(500, tcp.server(http1_response(b"500")), request=second, path="/second", **FAILED_POST)
    shape.status(404, tcp.server(http1_response(b"404")), request=third, method="GET", path="/third", **NOT_FOUND)
    return shape


def http1_pipelining_in_one_packet():
    """Three requests in a packet, two of the responses in another; a fourth request between them."""
    shape, tcp = http1()
    three = tcp.client(http1_request(b"GET", b"/first"), http1_request(b"POST", b"/second"),
                       http1_request(b"PUT", b"/third"))
    both = tcp.server(http1_response(b"404"), http1_response(b"500"))
    fourth = tcp.client(http1_request(b"GET", b"/fourth"))
    shape.status(404, both, request=three, method="GET", path="/first", **NOT_FOUND)
    shape.status(500, both, request=three, path="/second", **FAILED_POST)
    shape.status(500, tcp.server(http1_response(b"500")), request=three, path="/third",
                 **{**FAILED_GET, "method": "PUT"})
    shape.status(200, tcp.server(http1_response(b"200")), request=fourth, method="GET", path="/fourth", **FINE)
    return shape


def http1_request_within_response():
    """The next request comes between the head of a response and its end: Wireshark shows the status only there."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"GET", b"/page"))
    tcp.server(b"HTTP/1.1 404 Not Found\r\nContent-Length: 8\r\n\r\nnot ")
    later = tcp.client(http1_request(b"POST", b"/later"))
    shape.status(404, tcp.server(b"here"), request=asks, method="GET", path="/page", **NOT_FOUND)
    shape.status(503, tcp.server(http1_response(b"503")), request=later, path="/later", **FAILED_POST)
    return shape


def http1_end_overtaken_by_request():
    """The next request acknowledges the end of the response, and is captured before it. 4.0 then shows no status."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"GET", b"/page"))
    tcp.server(b"HTTP/1.1 404 Not Found\r\nContent-Length: 8\r\n\r\nnot ")
    end = tcp.server(b"here", held=True)
    later = tcp.client(http1_request(b"POST", b"/later"))
    shape.status(404, tcp.add(end), request=[None, asks], seen={"4.0": []}, findings=["client_error"])
    shape.status(503, tcp.server(http1_response(b"503")), request=[None, later], fault=SERVER_FAULT,
                 findings=["server_error"])
    return shape


def http1_overtaken_request():
    """The capture has a response before its request: a request that comes after the status line is never the one."""
    shape, tcp = http1()
    late = tcp.client(http1_request(b"GET", b"/late"), held=True)
    shape.status(404, tcp.server(http1_response(b"404")), request=None, findings_without=["unsolicited"])
    tcp.add(late)
    following = tcp.client(http1_request(b"GET", b"/next"))
    shape.status(500, tcp.server(http1_response(b"500")), request=[None, following])
    return shape


def http1_pipelining_with_gap():
    """One of three pipelined requests is lost: which one the second response answers is not known, nor the third."""
    shape, tcp = http1()
    first = tcp.client(http1_request(b"GET", b"/first"))
    tcp.client(http1_request(b"POST", b"/lost"), lost=True)
    tcp.client(http1_request(b"GET", b"/third"))
    shape.status(200, tcp.server(http1_response(b"200")), request=[None, first], **FINE)
    for _ in range(2):
        shape.status(500, tcp.server(http1_response(b"500")), request=None, path=None, method=None, retry=2,
                     fault=[SERVER_FAULT, UNCLEAR], findings=["server_error"])
    return shape


def http1_quoted_by_icmp():
    """A router's "fragmentation needed" quotes the GET, which Wireshark dissects again; it goes out in two packets."""
    shape, tcp = http1()
    head = http1_request(b"GET", b"/" + b"x" * 300)
    whole = tcp.client(head, held=True)
    asks = tcp.add(whole)
    message = with_checksum(struct.pack("!BBHHH", 3, 4, 0, 0, 300) + whole, 2)
    tcp.add(ipv4(SERVER, CLIENT, message, protocol=1))
    tcp.next["client"] -= len(head)
    tcp.client(head[:200])
    end = tcp.client(head[200:])
    shape.status(404, tcp.server(http1_response(b"404")), request=[asks, end], method="GET", **NOT_FOUND)
    following = tcp.client(http1_request(b"POST", b"/next"))
    shape.status(500, tcp.server(http1_response(b"500")), request=following, path="/next", **FAILED_POST)
    return shape


def http1_408_crossing():
    """408 on an idle connection crosses a POST that it does not acknowledge; it may go out again (RFC 9110, 15.5.9)."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"GET", b"/first"))
    shape.status(200, tcp.server(http1_response(b"200")), request=asks, method="GET", path="/first", **FINE)
    tcp.wait(60 * SECOND)
    post = http1_request(b"POST", b"/second")
    tcp.client(post)
    shape.status(408, tcp.server(http1_response(b"408", b"Connection: close\r\n"), unseen=len(post)), retry=ANOTHER_WAY,
                 fault=[NOBODY, UNCLEAR], warns=False)
    return shape


def http1_408_before_request():
    """The same, captured beside the server: nothing has come from the client since the last response."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"GET", b"/first"))
    shape.status(200, tcp.server(http1_response(b"200")), request=asks, method="GET", path="/first", **FINE)
    tcp.wait(60 * SECOND)
    shape.status(408, tcp.server(http1_response(b"408", b"Connection: close\r\n")), request=None, retry=NOT_A_FAILURE,
                 fault=NOBODY, findings=["unsolicited"])
    tcp.client(http1_request(b"POST", b"/second"))
    return shape


def http1_408_midstream():
    """The same without the connection's beginning: whether there was a request is not known, nor whose fault it is."""
    shape = Shape(Connection(HTTP_PORT, handshake=False))
    tcp = shape.capture
    shape.status(408, tcp.server(http1_response(b"408", b"Connection: close\r\n")), request=None, fault=UNCLEAR,
                 findings_without=["unsolicited"])
    return shape


def http1_continue():
    """100 (Continue) comes before the POST is complete, and Wireshark shows the POST at its end."""
    shape, tcp = http1()
    head = tcp.client(b"POST /upload HTTP/1.1\r\nHost: example.com\r\nExpect: 100-continue\r\n"
                      b"Content-Length: 4\r\n\r\n")
    shape.status(100, tcp.server(b"HTTP/1.1 100 Continue\r\n\r\n"), request=[None, head], **FINE)
    body = tcp.client(b"body")
    shape.status(503, tcp.server(http1_response(b"503")), request=[head, body], path="/upload", **FAILED_POST)
    return shape


def http1_upgrade_to_h2c():
    """Stream 1 is the answer to the request that asked for the upgrade (RFC 7540, 3.2)."""
    shape, tcp = http1()
    asks = tcp.client(b"GET /page HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                      b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")
    switches = tcp.server(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
    shape.status(101, switches, request=asks, method="GET", path="/page", **FINE)
    tcp.client(PREFACE, frame(SETTINGS, 0, 0))
    tcp.server(frame(SETTINGS, 0, 0))
    shape.status(404, tcp.server(response(1, STATUS_404, END_STREAM)), stream=1, request=asks, method="GET",
                 path="/page", **NOT_FOUND)
    later = tcp.client(request(3, b"/later", POST))
    shape.reset(REFUSED_STREAM, "server", tcp.server(reset(3, REFUSED_STREAM)), 3, request=later, method="POST",
                **PROMISED)
    return shape


def retry_after_odd():
    """Values of Retry-After that are neither seconds nor a date count as none (RFC 9110, 10.2.3); a note says so."""
    shape, tcp = http1()
    for value in (b"soon", b"-1", b"%s", b"", b"1.5"):
        asks = tcp.client(http1_request(b"GET", b"/" + value.replace(b"%", b"p")))
        answers = tcp.server(http1_response(b"503", b"Retry-After: %s\r\n" % value))
        shape.status(503, answers, request=asks, method="GET", retry=AFTER_DELAY, retry_after=None, fault=SERVER_FAULT,
                     findings_with=["bad_retry_after", "server_error"], says="retry after a delay")
    asks = tcp.client(http1_request(b"GET", b"/well"))
    answers = tcp.server(http1_response(b"503", b"Retry-After: 120\r\n"))
    shape.status(503, answers, request=asks, method="GET", retry=AFTER_DELAY, retry_after="120",
                 findings_without=["bad_retry_after"], says="retry after 120")
    return shape


def long_paths():
    """Paths over 1,024 bytes are cut, and that is seen; one of 1,024 is whole."""
    shape, tcp = http1()
    for length, right in ((1024, "^/x{1023}$"), (1025, "^/x{900,1023}…$"), (3000, "^/x{900,1023}…$")):
        asks = tcp.client(http1_request(b"GET", b"/" + b"x" * (length - 1)))
        shape.status(404, tcp.server(http1_response(b"404")), request=asks, method="GET", path_like=right, **NOT_FOUND)
    return shape


def endless_bodies():
    """The capture ends within the bodies. With Wireshark's own settings there is no status at all: its README names the
    remedy, http.desegment_body."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"GET", b"/events"))
    head = tcp.server(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                      b"6\r\ndata:\n\r\n")
    shape.status(200, head, request=asks, method="GET", path="/events", **FINE)
    tcp.server(b"6\r\ndata:\n\r\n")
    return shape


def endless_error_body():
    """The same of an error that announces more than it sends."""
    shape, tcp = http1()
    asks = tcp.client(http1_request(b"POST", b"/order"))
    head = tcp.server(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 100000\r\n\r\n<html>")
    shape.status(502, head, request=asks, path="/order", **FAILED_POST)
    tcp.server(b"<body>")
    return shape


def unreadable_statuses():
    """No number of three digits: no code, but a note, and the next response has its own request."""
    shape, tcp = http1()
    notes = []
    for status in (b"2XX", b"20x", b"0200"):
        tcp.client(http1_request(b"POST", b"/" + status))
        notes.append(tcp.server(http1_response(status)))
    asks = tcp.client(http1_request(b"GET", b"/plain"))
    shape.status(404, tcp.server(http1_response(b"404")), request=asks, method="GET", path="/plain", **NOT_FOUND)
    shape.beside("unreadable_status", *notes)
    return shape


def udp(source, target, port, data):
    head = struct.pack("!HHHH", *port, 8 + len(data), 0)
    pseudo = source + target + struct.pack("!HH", 17, len(head + data))
    return ipv4(source, target, with_checksum(head + data, 6, pseudo), protocol=17)


def ssdp():
    """Discovery over UDP: Wireshark calls the layer ssdp, and the fields are those of HTTP."""
    shape = Shape(Capture(RAW_IP))
    shape.capture.add(udp(CLIENT, bytes([239, 255, 255, 250]), (CLIENT_PORT, 1900),
                          b'M-SEARCH * HTTP/1.1\r\nHost: 239.255.255.250:1900\r\nMan: "ssdp:discover"\r\nMX: 1\r\n'
                          b"ST: ssdp:all\r\n\r\n"))
    replies = udp(SERVER, CLIENT, (1900, CLIENT_PORT),
                  b"HTTP/1.1 200 OK\r\nCache-Control: max-age=100\r\nEXT:\r\nST: upnp:rootdevice\r\n\r\n")
    shape.status(200, shape.capture.add(replies), **FINE)
    return shape


def exported_pdus():
    """What "Export PDUs to File" writes of decrypted HTTP/1, with addresses and ports; there may be no layer http."""
    shape = Shape(Capture(EXPORTED_PDU))

    def export(sender, data):
        (source, target), ports = ((CLIENT, SERVER), (CLIENT_PORT, 443)) if sender == "client" else (
            (SERVER, CLIENT), (443, CLIENT_PORT))
        tags = ((12, padded(b"http")), (20, source), (21, target), (24, struct.pack("!I", 2)),
                (25, struct.pack("!I", ports[0])), (26, struct.pack("!I", ports[1])))
        head = b"".join(struct.pack("!HH", tag, len(value)) + value for tag, value in tags) + struct.pack("!HH", 0, 0)
        return shape.capture.add(head + data)

    asks = export("client", http1_request(b"GET", b"/page"))
    shape.status(404, export("server", http1_response(b"404")), request=asks, method="GET", path="/page", **NOT_FOUND)
    asks = export("client", http1_request(b"POST", b"/order"))
    shape.status(503, export("server", http1_response(b"503")), request=asks, path="/order", **FAILED_POST)
    return shape


IEEE_802_11 = 105  # link type
STATION, ACCESS_POINT = bytes.fromhex("020000000007"), bytes.fromhex("02000000000a")
SNAP_OF_IPV4 = bytes.fromhex("aaaa030000000800")


def aggregated(*packets):
    """A frame of 802.11 with several packets in it (A-MSDU): a QoS data frame from the access point, bit 7 of whose QoS
    control says so."""
    parts = [STATION + ACCESS_POINT + struct.pack("!H", len(SNAP_OF_IPV4 + packet)) + SNAP_OF_IPV4 + packet
             for packet in packets]
    return (bytes.fromhex("88020000") + STATION + ACCESS_POINT * 2 + bytes(2) + bytes.fromhex("8000")
            + b"".join(map(padded, parts[:-1])) + parts[-1])


def packets_in_one_frame():
    """Frames that hold packets both ways: the frame's addresses are those of the last one."""
    shape, tcp = Shape(Capture(IEEE_802_11)), Connection(HTTP2_PORT)
    frames = shape.capture
    frames.add(aggregated(tcp.client(PREFACE, frame(SETTINGS, 0, 0), request(1, b"/one"), held=True),
                          tcp.server(frame(SETTINGS, 0, 0), response(1, STATUS_404, END_STREAM), held=True)))
    shape.status(404, 1, stream=1, request=1, method="GET", path="/one", **NOT_FOUND)
    frames.add(aggregated(tcp.client(request(3, b"/two", POST), held=True),
                          tcp.server(reset(3, REFUSED_STREAM), held=True),
                          tcp.client(frame(PING, 0, 0, bytes(8)), held=True)))
    shape.reset(REFUSED_STREAM, "server", 2, 3, request=2, method="POST", findings_without=["wrong_sender"])
    frames.add(aggregated(tcp.server(goaway(3, NO_ERROR), held=True),
                          tcp.client(frame(PING, 0, 0, bytes(8)), held=True)))
    shape.goaway(NO_ERROR, "server", 3, 3, findings_without=["wrong_sender"])
    return shape


def end_and_request_in_one_frame():
    """The end of a response, with which its status is shown, shares the frame with the next request."""
    shape, tcp = Shape(Capture(IEEE_802_11)), Connection(HTTP_PORT)
    frames = shape.capture
    asks = frames.add(aggregated(tcp.client(http1_request(b"GET", b"/page"), held=True)))
    frames.add(aggregated(tcp.server(b"HTTP/1.1 404 Not Found\r\nContent-Length: 8\r\n\r\nnot ", held=True)))
    both = frames.add(aggregated(tcp.server(b"here", held=True),
                                 tcp.client(http1_request(b"POST", b"/later"), held=True)))
    shape.status(404, both, request=asks, method="GET", path="/page", **NOT_FOUND)
    answers = frames.add(aggregated(tcp.server(http1_response(b"503"), held=True)))
    shape.status(503, answers, request=both, path="/later", **FAILED_POST)
    return shape


def masked(code, reason=b""):
    payload = struct.pack("!H", code) + reason
    return bytes([0x88, 0x80 | len(payload)]) + bytes(4) + payload


def unmasked(code, reason=b""):
    payload = struct.pack("!H", code) + reason
    return bytes([0x88, len(payload)]) + payload


def websocket():
    shape, tcp = http1()
    asks = tcp.client(b"GET /chat HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    switches = tcp.server(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
    shape.status(101, switches, request=asks, method="GET", path="/chat", **FINE)
    return shape, tcp


def ws_echo_of_client():
    """The server closes, the client answers with the same code and another reason: an echo all the same."""
    shape, tcp = websocket()
    shape.close(1008, "server", tcp.server(unmasked(1008, b"bad token")), fault=CLIENT_FAULT,
                findings=["abnormal_close"])
    shape.close(1008, "client", tcp.client(masked(1008, b"ok")), **ECHO)
    return shape


def ws_echo_of_server():
    shape, tcp = websocket()
    shape.close(1009, "client", tcp.client(masked(1009)), fault=SERVER_FAULT, findings=["abnormal_close"])
    shape.close(1009, "server", tcp.server(unmasked(1009)), **ECHO)
    return shape


def ws_answer_of_its_own():
    """1000 in answer to 1011 is no echo, and nobody's fault."""
    shape, tcp = websocket()
    shape.close(1011, "server", tcp.server(unmasked(1011, b"boom")), fault=SERVER_FAULT, findings=["abnormal_close"])
    shape.close(1000, "client", tcp.client(masked(1000)), **FINE)
    return shape


# The three ways to make a server reset a stream at once, each with the code that it must answer with.
PROVOCATIONS = (
    (PROTOCOL_ERROR, lambda stream: frame(8, 0, stream, bytes(4))),  # WINDOW_UPDATE of nothing
    (FLOW_CONTROL_ERROR, lambda stream: frame(8, 0, stream, b"\x7f\xff\xff\xff")),  # more than a window may hold
    (STREAM_CLOSED, lambda stream: frame(DATA, 0, stream, b"x")),  # behind END_STREAM
    (FRAME_SIZE_ERROR, lambda stream: frame(2, 0, stream, bytes(4))),  # PRIORITY of four bytes
)


def provoked(between, at_once):
    """120 requests that the server must reset, so many in a packet, with a pause between packets in microseconds."""
    shape, tcp = http2()
    for first in range(0, 120, at_once):
        codes = [(2 * at + 1, *PROVOCATIONS[at % len(PROVOCATIONS)]) for at in range(first, first + at_once)]
        asks = tcp.client(*(request(stream, b"/%d" % stream) + provokes(stream) for stream, _, provokes in codes))
        resets = tcp.server(*(reset(stream, code) for stream, code, _ in codes))
        for stream, code, _ in codes:
            yield shape, code, resets, stream, asks
        tcp.wait(between)


def provoked_shape(between, at_once, attack):
    for at, (shape, code, number, stream, asks) in enumerate(provoked(between, at_once)):
        findings = ["rapid_reset", "stream_error"] if attack and at == 99 else ["stream_error"]
        shape.reset(code, "server", number, stream, request=asks, method="GET", retry=AFTER_CHANGE, fault=CLIENT_FAULT,
                    findings=findings, **({"says": "CVE-2025-8671"} if "rapid_reset" in findings else {}))
    return shape


def h2_madeyoureset_bursts():
    """CVE-2025-8671 in bursts of 20: the 100th reset comes within a second, in the same packet as others."""
    return provoked_shape(100_000, 20, attack=True)


def h2_madeyoureset_slowly():
    """The same over two minutes: a client with a bug, no attack."""
    return provoked_shape(SECOND, 1, attack=False)


def h2_refusals_in_bulk():
    """A server that refuses 120 streams at once because it is full was not provoked."""
    shape, tcp = http2()
    streams = range(1, 241, 2)
    asks = tcp.client(*(request(stream, b"/%d" % stream) for stream in streams))
    resets = tcp.server(*(reset(stream, REFUSED_STREAM) for stream in streams))
    for stream in streams:
        shape.reset(REFUSED_STREAM, "server", resets, stream, request=asks, method="GET",
                    findings_without=["rapid_reset"], **PROMISED)
    return shape


# HPACK (RFC 7541, 6): an entry of the dynamic table, the newest first; a field that becomes one; table sizes.
def indexed(at):
    return bytes([0x80 | (62 + at)])


def remembered(name, value):
    return bytes([0x40 | name, len(value)]) + value


TABLE_OF_NOTHING, TABLE_OF_4096 = b"\x20", b"\x3f\xe1\x1f"


def after_hole(shape, tcp, first):
    """What can be read behind a hole, and what cannot. The hole has put 503 before the 429 that the table held."""
    misread = {"wire": 503, **UNPROVEN}
    blocks = ((429, indexed(0), misread), (404, STATUS_404, NOT_FOUND), (500, literal(STATUS, b"500"), FAILED_GET),
              (429, indexed(0), misread),
              (410, TABLE_OF_NOTHING + TABLE_OF_4096 + remembered(STATUS, b"410"), NOT_FOUND),
              (410, indexed(0), NOT_FOUND))
    for at, (status, block, facts) in enumerate(blocks):
        stream = first + 2 * at
        asks = tcp.client(request(stream, b"/%d" % stream))
        shape.status(status, tcp.server(response(stream, block, END_STREAM)), stream=stream, request=asks, **facts)
    return shape


TOO_MANY = {"retry": AFTER_DELAY, "fault": CLIENT_FAULT, "findings": ["client_error"]}


def first_429(shape, tcp):
    asks = tcp.client(request(1, b"/1"))
    shape.status(429, tcp.server(response(1, remembered(STATUS, b"429"), END_STREAM)), stream=1, request=asks,
                 method="GET", **TOO_MANY)


def h2_hpack_lost_segment():
    """A lost segment held a header block (RFC 7541, 2.2)."""
    shape, tcp = http2()
    first_429(shape, tcp)
    tcp.client(request(3, b"/3"))
    tcp.server(response(3, remembered(STATUS, b"503"), END_STREAM), lost=True)
    return after_hole(shape, tcp, 5)


def h2_hpack_cut_block():
    """The snap length cuts within a header block."""
    shape, tcp = http2()
    first_429(shape, tcp)
    tcp.client(request(3, b"/3"))
    tcp.server(response(3, literal(AUTHORITY, b"x" * 100) + remembered(STATUS, b"503"), END_STREAM), cut=100)
    return after_hole(shape, tcp, 5)


def h2_hpack_midstream():
    """The capture begins behind the first blocks: entries that they made are not known."""
    shape = Shape(Connection(HTTP2_PORT, handshake=False))
    tcp = shape.capture
    asks = tcp.client(frame(HEADERS, END_HEADERS | END_STREAM, 5,
                            GET + SCHEME_HTTP + literal(PATH, b"/5") + indexed(0)))
    shape.status(404, tcp.server(response(5, STATUS_404 + indexed(1), END_STREAM)), stream=5, request=asks, **NOT_FOUND)
    # Behind the entry that this block makes lies one that nobody has seen.
    asks = tcp.client(request(7, b"/7"))
    shape.status(410, tcp.server(response(7, remembered(STATUS, b"410"), END_STREAM)), stream=7, request=asks,
                 **NOT_FOUND)
    tcp.client(request(9, b"/9"))
    tcp.server(response(9, indexed(1), END_STREAM))
    asks = tcp.client(request(11, b"/11"))
    shape.status(200, tcp.server(response(11, STATUS_200, END_STREAM)), stream=11, request=asks, **FINE)
    return shape


def h2_two_statuses():
    """A block with two :status, and a request with two :path, were misread or are malformed (RFC 9113, 8.3)."""
    shape, tcp = http2()
    tcp.client(request(1, b"/1"))
    number = tcp.server(response(1, STATUS_200 + STATUS_404, END_STREAM))
    shape.status(200, number, stream=1, **UNPROVEN)
    shape.status(404, number, stream=1, **UNPROVEN)
    asks = tcp.client(frame(HEADERS, END_HEADERS | END_STREAM, 3, asked(b"/one") + literal(PATH, b"/two")))
    shape.status(404, tcp.server(response(3, STATUS_404, END_STREAM)), stream=3, request=[None, asks], path=None,
                 **NOT_FOUND)
    asks = tcp.client(request(5, b"/5"))
    shape.status(200, tcp.server(response(5, flags=END_STREAM)), stream=5, request=asks, path="/5", **FINE)
    return shape


def h2_goaway_before_request():
    """The GOAWAY is captured before the POST that it leaves out, which is promised when it ends (RFC 9113, 6.8)."""
    shape, tcp = http2()
    asks = tcp.client(request(1, b"/one"))
    shape.status(200, tcp.server(response(1, flags=END_STREAM)), stream=1, request=asks, **FINE)
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(1, NO_ERROR)), 1, unprocessed=[], open=[], **FINE)
    post = request(3, b"/two", POST)
    crossing = tcp.client(post)
    shape.reset(CANCEL, "client", tcp.client(reset(3, CANCEL)), 3, request=crossing, method="POST", path="/two",
                **PROMISED)
    return shape


def h2_goaway_after_request():
    """The same, captured in the other order."""
    shape, tcp = http2()
    asks = tcp.client(request(1, b"/one"))
    shape.status(200, tcp.server(response(1, flags=END_STREAM)), stream=1, request=asks, **FINE)
    post = request(3, b"/two", POST)
    crossing = tcp.client(post)
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(1, NO_ERROR), unseen=len(post)), 1, unprocessed=[3], open=[],
                 **PROMISED)
    shape.reset(CANCEL, "client", tcp.client(reset(3, CANCEL)), 3, request=crossing, method="POST", path="/two",
                **PROMISED)
    return shape


def h2_goaway_with_open_requests():
    """GOAWAY NO_ERROR counts the open stream 1 in: it may have been processed. Then the server closes for good."""
    shape, tcp = http2()
    asks = tcp.client(request(1, b"/slow", POST), request(3, b"/late", POST))
    shape.goaway(NO_ERROR, "server", tcp.server(goaway(1, NO_ERROR)), 1, unprocessed=[3], open=[1], fault=NOBODY,
                 findings_with=["retry_safe"])
    shape.goaway(INTERNAL_ERROR, "server", tcp.server(goaway(1, INTERNAL_ERROR)), 1, unprocessed=[3], open=[1],
                 findings_with=["connection_error"])
    shape.reset(CANCEL, "client", tcp.client(reset(3, CANCEL)), 3, request=asks, method="POST", path="/late",
                **PROMISED)
    return shape


def h2_response_cut():
    """The server ends responses that have begun, with several codes; the last one is complete by its content-length."""
    shape, tcp = http2()
    for at, code in enumerate((CANCEL, INTERNAL_ERROR, REFUSED_STREAM, NO_ERROR)):
        stream = 2 * at + 1
        asks = tcp.client(request(stream, b"/%d" % stream))
        shape.status(200, tcp.server(response(stream)), stream=stream, request=asks, **FINE)
        tcp.server(frame(DATA, 0, stream, b"the first half"))
        facts = {"warns": True} if code in (REFUSED_STREAM, NO_ERROR) else CUT
        shape.reset(code, "server", tcp.server(reset(stream, code)), stream, request=asks, method="GET",
                    says_not="had not begun", **facts)
    asks = tcp.client(request(9, b"/9"))
    shape.status(200, tcp.server(response(9, STATUS_200 + literal(28, b"5"))), stream=9, request=asks, **FINE)
    tcp.server(frame(DATA, 0, 9, b"whole"))
    shape.reset(NO_ERROR, "server", tcp.server(reset(9, NO_ERROR)), 9, request=asks, warns=False,
                findings_without=["response_cut", "no_error_unfinished"])
    return shape


def h2_response_cut_with_gap():
    """A segment is lost within the response: whether it was complete is not known."""
    shape, tcp = http2()
    asks = tcp.client(request(1, b"/1"))
    shape.status(200, tcp.server(response(1)), stream=1, request=asks, **FINE)
    tcp.server(frame(DATA, END_STREAM, 1, b"the end"), lost=True)
    shape.reset(CANCEL, "server", tcp.server(reset(1, CANCEL)), 1, request=asks, findings_without=["response_cut"])
    return shape


def h2_late_frames():
    """The client cancels, and answers each frame that was under way with STREAM_CLOSED (RFC 9113, 5.1)."""
    shape, tcp = http2()
    asks = tcp.client(request(1, b"/1"))
    shape.status(200, tcp.server(response(1)), stream=1, request=asks, **FINE)
    shape.reset(CANCEL, "client", tcp.client(reset(1, CANCEL)), 1, request=asks, retry=ALLOWED, fault=NOBODY,
                warns=False)
    for _ in range(2):
        tcp.server(frame(DATA, 0, 1, b"under way"))
        shape.reset(STREAM_CLOSED, "client", tcp.client(reset(1, STREAM_CLOSED)), 1, request=asks, fault=NOBODY,
                    warns=False)
    return shape


def connects(target):
    return frame(HEADERS, END_HEADERS, target[0], literal(2, b"CONNECT") + literal(AUTHORITY, target[1]))


def h2_connect():
    """Tunnels: open and broken, refused, and one that the client ends."""
    shape, tcp = http2()
    facts = {"method": "CONNECT", "authority": "db.example:5432", "says_not": "CONNECT [?]"}
    asks = tcp.client(connects((1, b"db.example:5432")))
    shape.status(200, tcp.server(response(1)), stream=1, request=asks, **facts, **FINE)
    shape.reset(CONNECT_ERROR, "server", tcp.server(reset(1, CONNECT_ERROR)), 1, request=asks, retry=NO,
                findings_with=["stream_error"], **facts)
    asks = tcp.client(connects((3, b"db.example:5432")))
    refused = response(3, literal(STATUS, b"502") + b"\x00\x0cproxy-status\x24proxy; error=connection_refused; n=1",
                       END_STREAM)
    shape.status(502, tcp.server(refused), stream=3, request=asks, fault=[SERVER_FAULT, UNCLEAR],
                 findings_with=["server_error"], says="connection_refused", **{**facts, "says_not": "had not begun"})
    asks = tcp.client(connects((5, b"db.example:5432")))
    shape.status(200, tcp.server(response(5)), stream=5, request=asks, **facts, **FINE)
    shape.reset(CANCEL, "client", tcp.client(reset(5, CANCEL)), 5, request=asks, fault=NOBODY, warns=False, **facts)
    return shape


def http1_connect():
    """CONNECT over HTTP/1.1: 403, then a tunnel, and nothing in the tunnel belongs to the CONNECT."""
    shape, tcp = http1()
    ask = b"CONNECT api.example:443 HTTP/1.1\r\nHost: api.example:443\r\n\r\n"
    facts = {"method": "CONNECT", "authority": "api.example:443"}
    asks = tcp.client(ask)
    shape.status(403, tcp.server(http1_response(b"403")), request=asks, fault=CLIENT_FAULT, findings=["client_error"],
                 **facts)
    asks = tcp.client(ask)
    shape.status(200, tcp.server(b"HTTP/1.1 200 Connection established\r\n\r\n"), request=asks, **facts, **FINE)
    tcp.client(b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00")
    return shape


SHAPES = (
    http1_pipelining, http1_pipelining_in_one_packet, http1_request_within_response, http1_end_overtaken_by_request,
    http1_overtaken_request, http1_pipelining_with_gap, http1_quoted_by_icmp, http1_408_crossing,
    http1_408_before_request, http1_408_midstream, http1_continue, http1_upgrade_to_h2c, http1_connect, retry_after_odd,
    long_paths, endless_bodies, endless_error_body, unreadable_statuses, ssdp, exported_pdus, packets_in_one_frame,
    end_and_request_in_one_frame, ws_echo_of_client, ws_echo_of_server, ws_answer_of_its_own, h2_madeyoureset_bursts,
    h2_madeyoureset_slowly, h2_refusals_in_bulk, h2_hpack_lost_segment, h2_hpack_cut_block, h2_hpack_midstream,
    h2_two_statuses, h2_goaway_before_request, h2_goaway_after_request, h2_goaway_with_open_requests, h2_response_cut,
    h2_response_cut_with_gap, h2_late_frames, h2_connect)

if __name__ == "__main__":
    for make in SHAPES:
        make().write(make.__name__)
