# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket Close frames by hand, for what a library would not send (RFC 6455, 5.5.1)."""
import struct

CLOSE = 0x88
MASK = bytes.fromhex("11223344")


def masked_close(code, reason=""):
    """A client's Close frame."""
    body = struct.pack(">H", code) + reason.encode()
    masked = bytes(byte ^ MASK[at % 4] for at, byte in enumerate(body))
    return bytes([CLOSE, 0x80 | len(body)]) + MASK + masked


def read_close(data):
    """(code, reason) of a server's Close frame at the start of data, or None."""
    if len(data) < 4 or data[0] != CLOSE:
        return None
    body = data[2:2 + data[1]]
    return struct.unpack(">H", body[:2])[0], body[2:].decode()
