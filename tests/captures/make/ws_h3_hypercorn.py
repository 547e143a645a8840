# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket over HTTP/3 (RFC 9220): one stream per Close code, closed by the server and the client by turns."""
import asyncio

from aioquic.h3.events import DataReceived, HeadersReceived
from hypercorn.asyncio import serve
from hypercorn.config import Config

from quic_peers import PAUSE, play
from ws_close import masked_close, read_close

PORT = 19443
# By turns: even positions the server closes, odd ones the client.
CODES = [1000, 1001, 1008, 1011, 3000, 3999, 4000, 4401, 4999]


async def application(scope, receive, send):
    """Closes with the code in the path; on /client/... it waits for the client to do so."""
    if scope["type"] != "websocket":
        return
    await receive()
    _, who, code = scope["path"].split("/")
    if who == "forbidden":
        # Closed before it was accepted: hypercorn answers 403.
        await send({"type": "websocket.close"})
        return
    await send({"type": "websocket.accept"})
    if who == "server":
        await send({"type": "websocket.close", "code": int(code), "reason": "code %s" % code})
    await receive()


class Socket:
    """One stream of the client."""

    def __init__(self, dialled, path):
        self.dialled, self.http = dialled, dialled.peer.http
        self.status, self.close = asyncio.Event(), asyncio.Event()
        self.stream = dialled.peer._quic.get_next_available_stream_id()
        self.send_headers([(b":method", b"CONNECT"), (b":protocol", b"websocket"), (b":scheme", b"https"),
                           (b":authority", b"tour.example"), (b":path", path.encode()),
                           (b"sec-websocket-version", b"13")])

    def send_headers(self, headers):
        self.http.send_headers(self.stream, headers)
        self.dialled.peer.transmit()

    def received(self, carrier, space, code, **more):
        self.dialled.sent(carrier, space, code, "server", stream=self.stream, conn="h3", cport=self.dialled.cport,
                          src="received", **more)

    def on_event(self, event):
        if isinstance(event, HeadersReceived):
            self.received("HEADERS", "http_status", int(dict(event.headers)[b":status"]))
            self.status.set()
        elif isinstance(event, DataReceived) and read_close(event.data):
            code, reason = read_close(event.data)
            self.received("CLOSE", "websocket", code, reason=reason)
            self.close.set()

    def send_close(self, code, reason, **more):
        self.http.send_data(self.stream, masked_close(code, reason), True)
        self.dialled.note("CLOSE", "websocket", code, self.stream, reason=reason, **more)
        self.dialled.peer.transmit()


async def visit(client, who, code):
    socket = Socket(client, "/%s/%d" % (who, code))
    client.peer.on_http = socket.on_event
    await asyncio.wait_for(socket.status.wait(), 5)
    if who == "client":
        socket.send_close(code, "from the client")
    if who != "forbidden":
        await asyncio.wait_for(socket.close.wait(), 5)
    if who == "server":
        socket.send_close(code, "", note="echo")
    await asyncio.sleep(PAUSE)


async def scenario(scene):
    config, over = Config(), asyncio.Event()
    config.quic_bind, config.bind = ["127.0.0.1:%d" % PORT], ["127.0.0.1:%d" % PORT]
    config.certfile, config.keyfile = scene.cert, scene.key
    server = asyncio.create_task(serve(application, config, shutdown_trigger=over.wait))
    await asyncio.sleep(0.5)
    async with scene.dial("127.0.0.1", PORT, conn="h3") as client:
        for position, code in enumerate(CODES):
            await visit(client, "client" if position % 2 else "server", code)
        await visit(client, "forbidden", 0)
        await client.close()
    over.set()
    await server


play(scenario)
