# SPDX-License-Identifier: GPL-2.0-or-later
"""Many copies of a capture in one file, each between addresses of its own: one tshark reads them all.

Starting tshark takes longer than reading a small capture. Alter the file (editcap -E), and each copy is altered
differently.
"""
import itertools
import struct

PACKET_BLOCK_HEAD = 28  # of an Enhanced Packet Block: what stands before the packet's bytes
SECTION, INTERFACE, ENHANCED_PACKET, DECRYPTION_SECRETS = 0x0A0D0D0A, 1, 6, 10
ETHERNET, RAW_IP = 1, 101  # link types
ETHERNET_HEADER = 14

# Of the IP header, by version: where the two addresses begin, how long they are, and the bytes in each that the
# number of the copy goes into.
ADDRESSES = {4: (12, 4, 1), 6: (8, 16, 4)}


def packets(capture):
    return len(_of_kind(_blocks(capture), ENHANCED_PACKET))


def has_keys(capture):
    return bool(_of_kind(_blocks(capture), DECRYPTION_SECRETS))


def write(capture, count, target):
    blocks = _blocks(capture)
    link = _link(_of_kind(blocks, INTERFACE)[0])
    with target.open("wb") as file:
        # editcap 4.0 refuses a file with keys before the interface.
        for kind in (SECTION, INTERFACE, DECRYPTION_SECRETS):
            file.writelines(_of_kind(blocks, kind))
        for copy, packet in itertools.product(range(count), _of_kind(blocks, ENHANCED_PACKET)):
            file.write(_moved(packet, link, copy))


def _of_kind(blocks, kind):
    return [block for block in blocks if _kind(block) == kind]


def _blocks(capture):
    octets, blocks, at = capture.read_bytes(), [], 0
    while at < len(octets):
        size = struct.unpack_from("<I", octets, at + 4)[0]
        blocks.append(octets[at:at + size])
        at += size
    return blocks


def _kind(block):
    return struct.unpack_from("<I", block)[0]


def _link(block):
    return struct.unpack_from("<H", block, 8)[0]


def _moved(block, link, copy):
    """Both addresses change by the same rule, so that both directions stay one connection."""
    at = PACKET_BLOCK_HEAD + (ETHERNET_HEADER if link == ETHERNET else 0)
    if link not in (ETHERNET, RAW_IP) or block[at] >> 4 not in ADDRESSES:
        return block
    first, length, place = ADDRESSES[block[at] >> 4]
    moved = bytearray(block)
    for address in (at + first, at + first + length):
        moved[address + place] ^= copy >> 8
        moved[address + place + 1] ^= copy & 0xFF
    return moved
