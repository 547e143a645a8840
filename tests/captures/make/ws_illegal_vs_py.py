#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A bare client sends illegal and odd Closes, and frames that break the protocol; the server's own
answer follows."""
import asyncio
import base64
import struct
import sys

from sent import Sent
from ws_peers import serve

HOST, PORT = "127.0.0.1", 8080
ANSWER_WAIT = 0.3
MASK = b"\x37\xfa\x21\x3d"
TEXT, CLOSE, RESERVED = 0x1, 0x8, 0xb
ILLEGAL = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2500, 2999, 5000, 65535]


def frame(opcode, payload, masked=True):
    header = bytes([0x80 | opcode, len(payload) | (0x80 if masked else 0)])
    if masked:
        return header + MASK + bytes(byte ^ MASK[at % 4] for at, byte in enumerate(payload))
    return header + payload


def close(code, reason=b"", **how):
    return frame(CLOSE, struct.pack(">H", code) + reason, **how)


# Path: what the client sends, the code in it (None: none), the reason's bytes.
VISITS = {"/x/%d" % code: (close(code), code, b"") for code in ILLEGAL}
for name, code, reason in [
        ("bad-utf8", 1000, b"\xff\xfe\xc3("), ("cut-utf8", 1001, b"caf\xc3"),
        ("utf8", 1008, "über ⚡ 中文".encode()), ("long-reason", 1011, b"r" * 123),
        ("control-chars", 1000, b"a\x00b\r\nc\x1b[31m"), ("comma-equals", 4001, b'code=4001,reason="x"')]:
    VISITS["/x/" + name] = (close(code, reason), code, reason)
VISITS.update({
    "/x/empty": (frame(CLOSE, b""), None, b""),
    "/x/one-byte": (frame(CLOSE, b"\x03"), None, b""),
    "/x/bad-text": (frame(TEXT, b"\xc3("), None, b""),
    "/x/reserved-op": (frame(RESERVED, b"?"), None, b""),
    # Nobody but a server may leave the mask out: what tells who sent it, tells the wrong thing here.
    "/x/unmasked": (frame(TEXT, b"hello", masked=False), None, b""),
})


def text(reason):
    """The reason as text, where it is text."""
    try:
        return {"reason": reason.decode()}
    except UnicodeDecodeError:
        return {}


async def visit(sent, path, packet, code, reason):
    reader, writer = await asyncio.open_connection(HOST, PORT)
    key = base64.b64encode(b"0123456789abcdef").decode()
    writer.write(("GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n" % (path, HOST, key)).encode())
    await reader.readuntil(b"\r\n\r\n")
    if code is not None:
        sent("CLOSE", "websocket", code, "client", conn=path, cport=writer.get_extra_info("sockname")[1],
             reason_hex=reason.hex(), **text(reason))
    writer.write(packet)
    try:
        await asyncio.wait_for(reader.read(), ANSWER_WAIT)
    except asyncio.TimeoutError:
        # After some errors the server says its Close and leaves the end to the client.
        pass
    writer.close()
    await asyncio.sleep(0.05)


async def main(folder):
    sent = Sent(folder + "/sent.jsonl")

    def only_ours(carrier, space, code, sender, **more):
        # What the client sends, the client notes: the server does not understand all of it.
        if sender == "server":
            sent(carrier, space, code, sender, **more)

    async def wait(_socket):
        """The client acts first."""

    async with serve(only_ours, HOST, PORT, wait):
        for path, what in VISITS.items():
            await visit(sent, path, *what)


asyncio.run(main(sys.argv[1]))
