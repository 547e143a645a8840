# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket over HTTP/3 whose frames are no DATA frames: a Close cut into DATA frames and packets, one behind a message
of 5,000 bytes, two streams in a packet. The path says what the server does; the client answers by a Close.

No Wireshark dissects a Close that is cut; its lines in the list are "from_bytes"."""
import asyncio

from quic_peers import PAUSE, Server, play
from ws_close import CLOSE, masked_close

PORT = 19444
PIECE = 3
VISITS = [["/whole"], ["/pieces"], ["/big"], ["/nocode"], ["/noclose"], ["/pieces", "/whole"]]
CODES = {"/whole": (1000, "in one frame"), "/pieces": (1008, "in pieces"), "/big": (1001, "behind a big message")}


def close_frame(path):
    code, reason = CODES[path]
    body = code.to_bytes(2, "big") + reason.encode()
    return bytes([CLOSE, len(body)]) + body


def text_frame(length):
    return bytes([0x81, 126]) + length.to_bytes(2, "big") + b"a" * length if length > 125 else \
        bytes([0x81, length]) + b"a" * length


class WebSocketServer(Server):
    def quic_event_received(self, event):
        super().quic_event_received(event)
        self.transmit()

    def answer(self, stream, path):
        self.headers(stream, 200)
        if path in CODES:
            self.note("CLOSE", "websocket", CODES[path][0], stream, reason=CODES[path][1],
                      **({"from_bytes": True} if path == "/pieces" else {}))
        getattr(self, path.strip("/"))(stream)

    def end(self, stream, data):
        self.http.send_data(stream, data, True)

    def whole(self, stream):
        self.end(stream, close_frame("/whole"))

    def nocode(self, stream):
        self.end(stream, bytes([CLOSE, 0]))

    def noclose(self, stream):
        self.end(stream, text_frame(5))

    def big(self, stream):
        self.http.send_data(stream, text_frame(5000), False)
        self.end(stream, close_frame("/big"))

    def pieces(self, stream, left=None):
        left = left or close_frame("/pieces")
        self.http.send_data(stream, left[:PIECE], len(left) <= PIECE)
        self.transmit()
        if len(left) > PIECE:
            asyncio.get_running_loop().call_later(PAUSE / 3, self.pieces, stream, left[PIECE:])


def ask(client, path):
    http, stream = client.peer.http, client.peer._quic.get_next_available_stream_id()
    client.peer.streams[stream] = asyncio.Event()
    http.send_headers(stream, [(b":method", b"CONNECT"), (b":protocol", b"websocket"), (b":scheme", b"https"),
                               (b":authority", b"tour.example"), (b":path", path.encode()),
                               (b"sec-websocket-version", b"13")])
    return stream


async def visit(client, paths):
    streams = [ask(client, path) for path in paths]
    client.peer.transmit()
    for stream, path in zip(streams, paths):
        await asyncio.wait_for(client.peer.streams[stream].wait(), 5)
        client.peer.http.send_data(stream, masked_close(1000), True)
        client.note("CLOSE", "websocket", 1000, stream, reason="")
        client.peer.transmit()
    await asyncio.sleep(PAUSE)


async def scenario(scene):
    server = await scene.serve("127.0.0.1", PORT, protocol=WebSocketServer)
    async with scene.dial("127.0.0.1", PORT, conn="h3") as client:
        for paths in VISITS:
            await visit(client, paths)
        await client.close()
    server.close()


play(scenario)
