# SPDX-License-Identifier: GPL-2.0-or-later
"""Plaintext HTTP/2 of any number of connections and streams, as a capture."""
import struct

PORT = 8080
CLIENT, SERVER = bytes([198, 51, 100, 7]), bytes([192, 0, 2, 10])
STREAMS_A_SEGMENT = 10

RAW_IP = 101  # link type
PCAP_HEADER = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 1 << 18, RAW_IP)

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
HEADERS, RST_STREAM, SETTINGS = 1, 3, 4
END_STREAM, END_HEADERS = 0x1, 0x4
CANCEL = 8

# From the static table (RFC 7541, appendix A): GET, /, http; 200; 404.
REQUEST, OK, NOT_FOUND = b"\x82\x84\x86", b"\x88", b"\x8d"


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


def request(stream):
    return frame(HEADERS, END_STREAM | END_HEADERS, stream, REQUEST)


def response(stream):
    """Every third stream is reset instead of ended, so that each has one code or two."""
    if stream % 3:
        return frame(HEADERS, END_STREAM | END_HEADERS, stream, OK)
    return frame(HEADERS, END_HEADERS, stream, NOT_FOUND) + frame(RST_STREAM, 0, stream, struct.pack(">I", CANCEL))


def packet(client_port, from_client, sequence, payload):
    ports = (client_port, PORT) if from_client else (PORT, client_port)
    ends = (CLIENT, SERVER) if from_client else (SERVER, CLIENT)
    tcp = struct.pack(">HHIIBBHHH", *ports, sequence[from_client], sequence[not from_client], 5 << 4, 0x18, 65535, 0, 0)
    sequence[from_client] += len(payload)
    length = 20 + len(tcp) + len(payload)
    return struct.pack(">BBHHHBBH4s4s", 0x45, 0, length, 0, 0, 64, 6, 0, *ends) + tcp + payload


def connection(number, streams):
    client_port, sequence = 1024 + number, {True: 1000, False: 5000}
    yield packet(client_port, True, sequence, PREFACE + frame(SETTINGS, 0, 0))
    yield packet(client_port, False, sequence, frame(SETTINGS, 0, 0))
    for first in range(1, 2 * streams, 2 * STREAMS_A_SEGMENT):
        ids = range(first, min(first + 2 * STREAMS_A_SEGMENT, 2 * streams), 2)
        yield packet(client_port, True, sequence, b"".join(map(request, ids)))
        yield packet(client_port, False, sequence, b"".join(map(response, ids)))


def write(file, connections, streams):
    with open(file, "wb") as capture:
        capture.write(PCAP_HEADER)
        for number in range(connections):
            for content in connection(number, streams):
                capture.write(struct.pack("<IIII", 1_700_000_000, 0, len(content), len(content)) + content)


def codes(connections, streams):
    return connections * sum(1 if stream % 3 else 2 for stream in range(1, 2 * streams, 2))
