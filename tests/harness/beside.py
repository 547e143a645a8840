# SPDX-License-Identifier: GPL-2.0-or-later
"""A capture with another one of a connection over UDP beside it, as if that had run between other hosts at the same
time."""
import collections
import pathlib
import struct

SECTION, INTERFACE, ENHANCED_PACKET = 0x0a0d0d0a, 1, 6  # types of blocks of pcapng
TIME_RESOLUTION = 9  # an option of an interface
LINK, IP_HEAD = 14, 20  # bytes: Ethernet, and IPv4 without options

# The client's and the server's addresses; the server's port as it was, and as it is now.
Place = collections.namedtuple("Place", "client server port new_port")
# All blocks but the packets and the section's head; the packets; ticks of the clock in a second.
Capture = collections.namedtuple("Capture", "others packets ticks interfaces")


def write(path, capture, other, place, gone=0):
    """Both begin at once. Of the other one a packet is gone, counted from 1, or none."""
    one, two = _read(capture), _read(other)
    later = _time(one.packets[0]) * two.ticks // one.ticks - _time(two.packets[0])
    two = two._replace(packets=[packet for number, packet in enumerate(two.packets, 1) if number != gone])
    for packet in two.packets:
        _move(packet, place)
        struct.pack_into("<I", packet, 8, struct.unpack_from("<I", packet, 8)[0] + one.interfaces)
        struct.pack_into("<II", packet, 12, *divmod(_time(packet) + later, 1 << 32))
    timed = [(_time(packet) / each.ticks, packet) for each in (one, two) for packet in each.packets]
    packets = [packet for _, packet in sorted(timed, key=lambda item: item[0])]
    head, = (block for block in _blocks(capture) if _kind(block) == SECTION)
    pathlib.Path(path).write_bytes(b"".join([head, *one.others, *two.others, *packets]))


def _read(capture):
    blocks = [block for block in _blocks(capture) if _kind(block) != SECTION]
    interfaces = [block for block in blocks if _kind(block) == INTERFACE]
    ticks, = set(map(_ticks, interfaces))
    return Capture([block for block in blocks if _kind(block) != ENHANCED_PACKET],
                   [block for block in blocks if _kind(block) == ENHANCED_PACKET], ticks, len(interfaces))


def _blocks(capture):
    octets, at = pathlib.Path(capture).read_bytes(), 0
    while at < len(octets):
        size, = struct.unpack_from("<I", octets, at + 4)
        yield bytearray(octets[at:at + size])
        at += size


def _kind(block):
    return struct.unpack_from("<I", block)[0]


def _ticks(interface):
    at = 16
    while at + 4 < len(interface):
        option, size = struct.unpack_from("<HH", interface, at)
        if option == TIME_RESOLUTION:
            return 10 ** interface[at + 4]
        at += 4 + (size + 3) // 4 * 4
    return 10 ** 6


def _time(packet):
    high, low = struct.unpack_from("<II", packet, 12)
    return high << 32 | low


def _move(packet, place):
    """Checksums stay as they are: nobody verifies them."""
    network, udp = 28 + LINK, 28 + LINK + IP_HEAD
    is_to_server = struct.unpack_from("!H", packet, udp + 2)[0] == place.port
    ends = (place.client, place.server) if is_to_server else (place.server, place.client)
    packet[network + 12:network + 20] = b"".join(ends)
    struct.pack_into("!H", packet, udp + (2 if is_to_server else 0), place.new_port)
