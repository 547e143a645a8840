# SPDX-License-Identifier: GPL-2.0-or-later
"""A WebSocket server (python-websockets) that notes the handshake and the Closes it sends and receives."""
import asyncio

from websockets.asyncio.server import serve as websockets_serve
from websockets.exceptions import ConnectionClosed


def serve(sent, host, port, on_open, subprotocols=(), notes_host=False):
    """Serve; `on_open(socket)` does what the scenario wants, and the connection is named by its path."""

    async def on_connection(socket):
        path, cport = socket.request.path, socket.remote_address[1]

        def note(carrier, space, code, sender, **more):
            sent(carrier, space, code, sender, conn=path, cport=cport, **more)

        note("STATUS_LINE", "http_status", 101, "server")
        await on_open(socket)
        # Messages are looked at only when they are read, and so are the mistakes in them.
        try:
            async for _message in socket:
                pass
        except ConnectionClosed:
            pass
        protocol = socket.protocol
        closes = [("server", protocol.close_sent, {}),
                  ("client", protocol.close_rcvd, {"src": "received"})]
        if protocol.close_rcvd_then_sent:
            closes.reverse()
        agreed = {"subprotocol": socket.subprotocol} if socket.subprotocol else {}
        if notes_host:
            agreed["host"] = socket.request.headers["Host"]
        for sender, close, more in closes:
            # 1005 is how a library calls a Close without a code: there is none on the wire.
            if close and close.code != 1005:
                note("CLOSE", "websocket", close.code, sender, reason=close.reason, **agreed, **more)

    def choose(_socket, offered):
        # The library's own choice would refuse a client that offers none.
        return next((name for name in offered if name in subprotocols), None)

    return websockets_serve(on_connection, host, port, select_subprotocol=choose, compression=None,
                            server_header=None)


async def run(*command):
    process = await asyncio.create_subprocess_exec(*command)
    if await asyncio.wait_for(process.wait(), 60):
        raise RuntimeError("%s failed" % command[0])
