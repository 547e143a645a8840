# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures put together byte by byte and at fixed times: the files are the same on each run."""
import itertools
import pathlib
import struct

CAPTURES = pathlib.Path(__file__).resolve().parent.parent

# Addresses for documentation (RFC 5737).
CLIENT, SERVER = bytes([198, 51, 100, 7]), bytes([192, 0, 2, 10])
CLIENT_PORT, HTTP_PORT, HTTP2_PORT = 50000, 80, 8080

RAW_IP, EXPORTED_PDU = 101, 252  # link types
START, STEP = 1_700_000_000_000_000, 1_000  # microseconds


class Capture:
    """A pcapng file with one interface."""

    def __init__(self, link):
        self.times = itertools.count(START, STEP)
        self.packets = 0
        self.blocks = [block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1)),
                       block(1, struct.pack("<HHI", link, 0, 0))]

    def add(self, packet, cut=None):
        """Returns the packet's number. Of a packet that was cut the capture has no more than so many bytes."""
        time = next(self.times)
        kept = packet[:cut]
        head = struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(kept), len(packet))
        self.blocks.append(block(6, head + padded(kept)))
        self.packets += 1
        return self.packets

    def wait(self, microseconds):
        """Before the next packet."""
        self.times = itertools.count(next(self.times) + microseconds, STEP)

    def write(self, folder, name):
        (CAPTURES / folder / (name + ".pcapng")).write_bytes(b"".join(self.blocks))


def block(kind, body):
    size = struct.pack("<I", len(body) + 12)
    return struct.pack("<I", kind) + size + body + size


def padded(octets):
    return octets + bytes(-len(octets) % 4)


class Connection(Capture):
    """A TCP connection over IPv4. What is lost has been sent, but is not in the capture."""

    FIN, SYN, RST, ACK, PSH = 0x01, 0x02, 0x04, 0x10, 0x08

    def __init__(self, port, handshake=True, client=(CLIENT, CLIENT_PORT), server=SERVER):
        super().__init__(RAW_IP)
        self.ends = {"client": client, "server": (server, port)}
        self.next = {"client": 1000, "server": 5000}
        if handshake:
            self.shake_hands()

    def shake_hands(self):
        self._send("client", b"", self.SYN)
        self._send("server", b"", self.SYN | self.ACK)
        self._send("client", b"", self.ACK)

    def client(self, *parts, **how):
        return self._send("client", b"".join(parts), self.ACK | self.PSH, **how)

    def server(self, *parts, **how):
        return self._send("server", b"".join(parts), self.ACK | self.PSH, **how)

    def finish(self, sender, **how):
        return self._send(sender, b"", self.ACK | self.FIN, **how)

    def abort(self, sender):
        return self._send(sender, b"", self.ACK | self.RST)

    def _send(self, sender, data, flags, lost=False, cut=None, unseen=0, held=False):
        """Returns the packet's number. `unseen`: so many bytes of the peer it does not acknowledge. What is held
        is returned as a packet, for the caller to add."""
        peer = "client" if sender == "server" else "server"
        packet = self._packet(sender, peer, data, flags, unseen)
        self.next[sender] += len(data) + (1 if flags & (self.SYN | self.FIN) else 0)
        if held:
            return packet
        return None if lost else self.add(packet, cut)

    def _packet(self, sender, peer, data, flags, unseen):
        (source, source_port), (target, target_port) = self.ends[sender], self.ends[peer]
        acknowledged = self.next[peer] - unseen if flags & self.ACK else 0
        head = struct.pack("!HHIIBBHHH", source_port, target_port, self.next[sender], acknowledged, 5 << 4, flags,
                           65535, 0, 0)
        pseudo = source + target + struct.pack("!HH", 6, len(head + data))
        return ipv4(source, target, with_checksum(head + data, 16, pseudo))


def ipv4(source, target, segment, protocol=6):
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(segment), 0, 0, 64, protocol, 0) + source + target
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
END_STREAM, END_HEADERS, PADDED = 0x1, 0x4, 0x8
NO_ERROR, INTERNAL_ERROR, CANCEL = 0x0, 0x2, 0x8
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

# HPACK (RFC 7541, appendix A): whole fields, and names whose values follow. No field enters the dynamic table, so
# that each block can be read alone.
GET, POST, SCHEME_HTTP, STATUS_200, STATUS_404 = (bytes([0x80 | index]) for index in (2, 3, 6, 8, 13))
AUTHORITY, METHOD, PATH, STATUS, RETRY_AFTER = 1, 2, 4, 8, 53


def literal(name, value):
    spelled = bytes([name]) if name < 15 else bytes([15, name - 15])
    return spelled + bytes([len(value)]) + value


def named(name, value):
    """The same with a name that is in no table."""
    return bytes([0, len(name)]) + name + bytes([len(value)]) + value


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
