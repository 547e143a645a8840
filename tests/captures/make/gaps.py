#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the captures in ../gaps, which no recording gives reliably: parts are missing, out of place or hostile.

    tests/captures/make/gaps.py

Every packet is put together here, byte by byte and at fixed times: the files are the same on each run. The test is
scenarios/gaps.scenario.
"""
import itertools
import pathlib
import struct

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "gaps"

# Addresses for documentation (RFC 5737).
CLIENT, SERVER = bytes([198, 51, 100, 7]), bytes([192, 0, 2, 10])
CLIENT_PORT, HTTP_PORT, HTTP2_PORT = 50000, 80, 8080

RAW_IP, EXPORTED_PDU = 101, 252  # link types
START, STEP = 1_700_000_000_000_000, 1_000  # microseconds


class Capture:
    """A pcapng file with one interface."""

    def __init__(self, link):
        self.times = itertools.count(START, STEP)
        self.blocks = [block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1)),
                       block(1, struct.pack("<HHI", link, 0, 0))]

    def add(self, packet):
        time = next(self.times)
        head = struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(packet), len(packet))
        self.blocks.append(block(6, head + padded(packet)))

    def write(self, name):
        (FOLDER / (name + ".pcapng")).write_bytes(b"".join(self.blocks))


def block(kind, body):
    size = struct.pack("<I", len(body) + 12)
    return struct.pack("<I", kind) + size + body + size


def padded(octets):
    return octets + bytes(-len(octets) % 4)


class Connection(Capture):
    """A TCP connection over IPv4. What is lost has been sent, but is not in the capture."""

    SYN, ACK, PSH = 0x02, 0x10, 0x08

    def __init__(self, port, handshake=True, client=(CLIENT, CLIENT_PORT)):
        super().__init__(RAW_IP)
        self.ends = {"client": client, "server": (SERVER, port)}
        self.next = {"client": 1000, "server": 5000}
        if handshake:
            self._send("client", b"", self.SYN, False)
            self._send("server", b"", self.SYN | self.ACK, False)
            self._send("client", b"", self.ACK, False)

    def client(self, *parts, lost=False):
        self._send("client", b"".join(parts), self.ACK | self.PSH, lost)

    def server(self, *parts, lost=False):
        self._send("server", b"".join(parts), self.ACK | self.PSH, lost)

    def _send(self, sender, data, flags, lost):
        peer = "client" if sender == "server" else "server"
        if not lost:
            self.add(self._packet(sender, peer, data, flags))
        self.next[sender] += len(data) + (1 if flags & self.SYN else 0)

    def _packet(self, sender, peer, data, flags):
        (source, source_port), (target, target_port) = self.ends[sender], self.ends[peer]
        acknowledged = self.next[peer] if flags & self.ACK else 0
        head = struct.pack("!HHIIBBHHH", source_port, target_port, self.next[sender], acknowledged, 5 << 4, flags,
                           65535, 0, 0)
        pseudo = source + target + struct.pack("!HH", 6, len(head + data))
        return ipv4(source, target, with_checksum(head + data, 16, pseudo))


def ipv4(source, target, segment):
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(segment), 0, 0, 64, 6, 0) + source + target
    return with_checksum(head, 10) + segment


def with_checksum(octets, at, pseudo=b""):
    """RFC 1071; the checksum's place holds zero before."""
    counted = pseudo + octets
    counted += bytes(len(counted) % 2)
    total = sum(struct.unpack("!%dH" % (len(counted) // 2), counted))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return octets[:at] + struct.pack("!H", ~total & 0xFFFF) + octets[at + 2:]


def http1_request(method, path):
    return b"%s %s HTTP/1.1\r\nHost: example.com\r\nContent-Length: 0\r\n\r\n" % (method, path)


def http1_response(status, more=b""):
    return b"HTTP/1.1 %s Words\r\n%sContent-Length: 0\r\n\r\n" % (status, more)


# HTTP/2: frame types and flags (RFC 9113, section 6), error codes (section 7).
DATA, HEADERS, RST_STREAM, SETTINGS, PUSH_PROMISE, GOAWAY = 0, 1, 3, 4, 5, 7
END_STREAM, END_HEADERS = 0x1, 0x4
NO_ERROR, INTERNAL_ERROR, CANCEL = 0x0, 0x2, 0x8
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

# HPACK (RFC 7541, appendix A): whole fields, and names whose values follow. No field enters the dynamic table, so
# that each block can be read alone.
GET, POST, SCHEME_HTTP, STATUS_200, STATUS_404 = (bytes([0x80 | index]) for index in (2, 3, 6, 8, 13))
AUTHORITY, PATH, STATUS, RETRY_AFTER = 1, 4, 8, 53


def literal(name, value):
    spelled = bytes([name]) if name < 15 else bytes([15, name - 15])
    return spelled + bytes([len(value)]) + value


def frame(kind, flags, stream, payload=b""):
    return struct.pack("!I", len(payload))[1:] + bytes([kind, flags]) + struct.pack("!I", stream) + payload


def asked(path, method=GET):
    return method + SCHEME_HTTP + literal(PATH, path) + literal(AUTHORITY, b"example.com")


def request(stream, path, method=GET, flags=END_STREAM):
    return frame(HEADERS, END_HEADERS | flags, stream, asked(path, method))


def response(stream, fields=STATUS_200, flags=0):
    return frame(HEADERS, END_HEADERS | flags, stream, fields)


def promise(stream, promised, path):
    return frame(PUSH_PROMISE, END_HEADERS, stream, struct.pack("!I", promised) + asked(path))


def reset(stream, code):
    return frame(RST_STREAM, 0, stream, struct.pack("!I", code))


def goaway(last, code, debug=b""):
    return frame(GOAWAY, 0, 0, struct.pack("!II", last, code) + debug)


def http2_connection():
    connection = Connection(HTTP2_PORT)
    connection.client(PREFACE, frame(SETTINGS, 0, 0))
    connection.server(frame(SETTINGS, 0, 0))
    return connection


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
            hostile_http1, hostile_h2)

if __name__ == "__main__":
    for make in CAPTURES:
        make().write(make.__name__)
