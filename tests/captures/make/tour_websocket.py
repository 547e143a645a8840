# SPDX-License-Identifier: GPL-2.0-or-later
"""Last act of the tour: WebSocket, closed well, badly and unlawfully."""
import asyncio
import base64

from websockets.asyncio.server import serve

from ws_close import masked_close

PORT = 80
# What the server closes with, by path; on the other paths the client closes.
SERVER_CLOSES = {
    "/chat": (1000, "bye"),
    "/report": (1011, "database is gone"),
    "/graphql": (4401, "Unauthorized"),
}
LAWLESS = 1006


def server(sent, host):
    async def on_connection(socket):
        path, cport = socket.request.path, socket.remote_address[1]
        sent("STATUS_LINE", "http_status", 101, "server", conn=path, cport=cport)
        if path in SERVER_CLOSES:
            await socket.close(*SERVER_CLOSES[path])
        else:
            await socket.wait_closed()
        closes = [("client", socket.protocol.close_rcvd), ("server", socket.protocol.close_sent)]
        if not socket.protocol.close_rcvd_then_sent:
            closes.reverse()
        agreed = {"subprotocol": socket.subprotocol} if socket.subprotocol else {}
        for sender, close in closes:
            if close:
                sent("CLOSE", "websocket", close.code, sender, conn=path, cport=cport,
                     reason=close.reason, **agreed)

    def choose(_socket, offered):
        return offered[0] if offered else None

    return serve(on_connection, host, PORT, select_subprotocol=choose, compression=None)


async def break_the_law(sent, host):
    """A client that puts 1006 on the wire, which no endpoint may."""
    reader, writer = await asyncio.open_connection(host, PORT)
    key = base64.b64encode(b"0123456789abcdef").decode()
    writer.write(("GET /broken HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade"
                  "\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
                  % (host, key)).encode())
    await reader.readuntil(b"\r\n\r\n")
    sent("CLOSE", "websocket", LAWLESS, "client", conn="/broken",
         cport=writer.get_extra_info("sockname")[1], reason="")
    writer.write(masked_close(LAWLESS))
    await reader.read()
    writer.close()


async def act(stage):
    async with server(stage.sent, stage.WEBSOCKET):
        process = await asyncio.create_subprocess_exec(
            "node", "tour_websocket_client.js", "ws://%s:%d" % (stage.WEBSOCKET, PORT))
        if await asyncio.wait_for(process.wait(), 10):
            raise RuntimeError("the WebSocket client failed")
        await break_the_law(stage.sent, stage.WEBSOCKET)
        await asyncio.sleep(0.2)
