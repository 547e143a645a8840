# SPDX-License-Identifier: GPL-2.0-or-later
"""Both ends of an HTTP/1.1 connection, which may become a WebSocket; no end checks what it sends or gets."""
import asyncio
import struct

from h2_dialogue import PAUSE
from verdicts import FINE

KEY, ACCEPT = "dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
MASK = b"\x37\xfa\x21\x3d"


class Dialogue:
    """A connection. `by` says which end speaks: "client" or "server"."""

    def __init__(self, sent, conn, writers):
        self.sent, self.conn, self.writers = sent, conn, writers
        self.cport = writers["client"].get_extra_info("sockname")[1]
        self.request = {}

    def note(self, carrier, space, code, sender, facts):
        self.sent(carrier, space, code, sender, conn=self.conn, cport=self.cport, **{**self.request, **facts})

    async def write(self, octets, by):
        self.writers[by].write(octets)
        await asyncio.sleep(PAUSE)

    async def ask(self, path, method="GET", *headers):
        self.request = {"method": method, "path": path}
        lines = ["%s %s HTTP/1.1" % (method, path), "Host: bug.example", *headers, "", ""]
        await self.write("\r\n".join(lines).encode(), "client")

    async def answer(self, status, facts, *headers, body=b""):
        """`status` is what follows the version in the status line."""
        self.note("STATUS_LINE", "http_status", int(status.split()[0]), "server", facts)
        lines = ["HTTP/1.1 " + status, *headers, "", ""]
        await self.write("\r\n".join(lines).encode() + body, "server")

    async def upgrade(self, path):
        await self.ask(path, "GET", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: " + KEY,
                       "Sec-WebSocket-Version: 13")
        await self.answer("101 Switching Protocols", FINE, "Upgrade: websocket", "Connection: Upgrade",
                          "Sec-WebSocket-Accept: " + ACCEPT)

    async def close(self, code, facts, reason="", by="server"):
        """A Close frame; a client's is masked."""
        body = struct.pack(">H", code) + reason.encode()
        head = [0x88, len(body)]
        if by == "client":
            body = bytes(octet ^ MASK[at % 4] for at, octet in enumerate(body))
            head[1] |= 0x80
            body = MASK + body
        self.note("CLOSE", "websocket", code, by, {**facts, "reason": reason})
        await self.write(bytes(head) + body, by)

    async def end(self, by="server"):
        for side in (by, *self.writers):
            self.writers[side].close()
            await asyncio.sleep(PAUSE)


async def read_all(reader):
    # Unread bytes would turn the end of the connection into a TCP reset.
    while await reader.read(65536):
        pass


async def dial(sent, port, conn="c1"):
    accepted = asyncio.get_running_loop().create_future()
    listening = await asyncio.start_server(lambda *streams: accepted.set_result(streams), "127.0.0.1", port)
    client_reader, client = await asyncio.open_connection("127.0.0.1", port)
    server_reader, server = await accepted
    listening.close()
    dialogue = Dialogue(sent, conn, {"client": client, "server": server})
    dialogue.reading = [asyncio.create_task(read_all(reader)) for reader in (client_reader, server_reader)]
    return dialogue
