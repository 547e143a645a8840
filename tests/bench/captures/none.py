# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a capture without HTTP: DNS over UDP, and TCP connections of a protocol that nobody knows.

    none.py FILE
"""
import itertools
import random
import struct
import sys

FRAMES = 300_000
CLIENT, SERVER = b"\xc0\x00\x02\x01", b"\xc0\x00\x02\x35"
ETHERNET = b"\x02\0\0\0\0\x02" b"\x02\0\0\0\0\x01" b"\x08\x00"
PCAP_HEADER = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)
START_SECONDS, MICROSECONDS_APART = 1_700_000_000, 100
UDP, TCP = 17, 6
SYN, ACK, PUSH, FIN = 0x02, 0x10, 0x08, 0x01
SERVICE_PORT, FIRST_CLIENT_PORT = 47_811, 20_000
MESSAGES = 10
# No dissector that guesses takes a message that begins so for its own.
MAGIC = b"\xff\xfe\xfd\xfc"


def packet(protocol, from_client, payload):
    source, target = (CLIENT, SERVER) if from_client else (SERVER, CLIENT)
    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 0, 0x4000, 64, protocol, 0, source, target)
    return ETHERNET + ip + payload


def udp(port, from_client, payload):
    ports = (port, 53) if from_client else (53, port)
    return packet(UDP, from_client, struct.pack(">HHHH", *ports, 8 + len(payload), 0) + payload)


def tcp(port, from_client, sequence, acknowledged, flags, payload=b""):
    ports = (port, SERVICE_PORT) if from_client else (SERVICE_PORT, port)
    header = struct.pack(">HHIIBBHHH", *ports, sequence, acknowledged, 0x50, flags, 64_000, 0, 0)
    return packet(TCP, from_client, header + payload)


def name(number):
    labels = (b"host%d" % number, b"example")
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def lookups(chance):
    """Questions and answers, without an end."""
    for number in itertools.count():
        port, identity = FIRST_CLIENT_PORT + number % 40_000, number % 65_536
        question = name(number) + struct.pack(">HH", 1, 1)
        answer = struct.pack(">HHHIH4s", 0xC00C, 1, 1, 300, 4, chance.randbytes(4))
        yield udp(port, True, struct.pack(">HHHHHH", identity, 0x0100, 1, 0, 0, 0) + question)
        yield udp(port, False, struct.pack(">HHHHHH", identity, 0x8180, 1, 1, 0, 0) + question + answer)


def connection(port, chance):
    """Ten messages each way, of any length and of bytes that mean nothing."""
    ours, theirs = chance.randrange(1 << 30), chance.randrange(1 << 30)
    yield tcp(port, True, ours, 0, SYN)
    yield tcp(port, False, theirs, ours + 1, SYN | ACK)
    ours, theirs = ours + 1, theirs + 1
    yield tcp(port, True, ours, theirs, ACK)
    for _ in range(MESSAGES):
        said, answered = (MAGIC + chance.randbytes(chance.randrange(20, 400)) for _ in range(2))
        yield tcp(port, True, ours, theirs, PUSH | ACK, said)
        ours += len(said)
        yield tcp(port, False, theirs, ours, PUSH | ACK, answered)
        theirs += len(answered)
    yield tcp(port, True, ours, theirs, FIN | ACK)
    yield tcp(port, False, theirs, ours + 1, FIN | ACK)
    yield tcp(port, True, ours + 1, theirs + 1, ACK)


def connections(chance):
    for number in itertools.count():
        yield from connection(FIRST_CLIENT_PORT + number % 20_000, chance)


def frames():
    chance = random.Random(1)
    both = zip(lookups(chance), connections(chance))
    return itertools.islice(itertools.chain.from_iterable(both), FRAMES)


def main(path):
    with open(path, "wb") as file:
        file.write(PCAP_HEADER)
        for number, frame in enumerate(frames()):
            seconds, microseconds = divmod(number * MICROSECONDS_APART, 1_000_000)
            file.write(struct.pack("<IIII", START_SECONDS + seconds, microseconds, len(frame), len(frame)) + frame)


main(sys.argv[1])
