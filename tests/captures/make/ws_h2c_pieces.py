# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket over HTTP/2 whose frames are no DATA frames: padded, cut into pieces, behind a message of 70,000 bytes.
Each stream ends in another way, and the client answers by a Close in two DATA frames.

No Wireshark dissects a Close that is cut, or stands behind the big message; in the list they are "from_bytes"."""
import asyncio
import sys

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RemoteSettingsChanged, ResponseReceived, StreamEnded, StreamReset

from sent import Sent
from ws_close import CLOSE, masked_close

HOST, PORT, CONN = "127.0.0.1", 8080, "h2"
PATHS = ["/whole", "/pieces", "/nocode", "/noclose", "/reset", "/big"]
ENABLE_CONNECT_PROTOCOL = 0x8
ANSWER, CUT_BEHIND, PAUSE = 1000, 3, 0.02
DISSECTED = ("/whole",)


def closes(data):
    """(code, reason) of each Close with a code among a server's frames."""
    while data:
        length, begin = data[1], 2
        if length == 127:
            length, begin = int.from_bytes(data[2:10], "big"), 10
        body = data[begin:begin + length]
        if data[0] == CLOSE and body:
            yield int.from_bytes(body[:2], "big"), body[2:].decode()
        data = data[begin + length:]


class Client(asyncio.Protocol):
    def __init__(self, sent):
        self.sent, self.h2 = sent, H2Connection(H2Configuration(header_encoding="utf-8"))
        self.ready, self.done, self.data, self.was_reset = asyncio.Event(), asyncio.Event(), b"", False

    def connection_made(self, transport):
        self.transport, self.cport = transport, transport.get_extra_info("sockname")[1]
        self.h2.initiate_connection()
        # Room for all of the message at once.
        self.h2.update_settings({4: 1 << 20})
        self.h2.increment_flow_control_window(1 << 20)
        self.flush()

    def flush(self):
        self.transport.write(self.h2.data_to_send())

    def note(self, carrier, space, code, stream, sender, **more):
        self.sent(carrier, space, code, sender, stream=stream, conn=CONN, cport=self.cport, **more)

    def data_received(self, data):
        for event in self.h2.receive_data(data):
            if isinstance(event, RemoteSettingsChanged) and ENABLE_CONNECT_PROTOCOL in event.changed_settings:
                self.ready.set()
            elif isinstance(event, ResponseReceived):
                status = int(dict(event.headers)[":status"])
                self.note("HEADERS", "http_status", status, event.stream_id, "server", src="received")
            elif isinstance(event, DataReceived):
                self.data += event.data
            elif isinstance(event, StreamReset):
                self.note("RST_STREAM", "http2", int(event.error_code), event.stream_id, "server", src="received")
                self.was_reset = True
                self.done.set()
            elif isinstance(event, StreamEnded):
                self.done.set()
        self.flush()

    async def answer(self, stream, **more):
        for code, reason in closes(self.data):
            self.note("CLOSE", "websocket", code, stream, "server", reason=reason, src="received", **more)
        if self.was_reset:
            return
        close = masked_close(ANSWER)
        self.note("CLOSE", "websocket", ANSWER, stream, "client", reason="", from_bytes=True)
        self.h2.send_data(stream, close[:CUT_BEHIND])
        self.flush()
        await asyncio.sleep(PAUSE)
        self.h2.send_data(stream, close[CUT_BEHIND:], end_stream=True)
        self.flush()

    async def visit(self, path):
        stream = self.h2.get_next_available_stream_id()
        self.data, self.was_reset = b"", False
        self.done.clear()
        self.h2.send_headers(stream, [(":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "http"),
                                      (":path", path), (":authority", "ws.example"),
                                      ("sec-websocket-version", "13")])
        self.flush()
        await asyncio.wait_for(self.done.wait(), 5)
        await self.answer(stream, **({} if path in DISSECTED else {"from_bytes": True}))
        await asyncio.sleep(PAUSE)


async def main(folder):
    server = await asyncio.create_subprocess_exec("node", "ws_h2c_pieces_server.js", str(PORT),
                                                  stdout=asyncio.subprocess.PIPE)
    await asyncio.wait_for(server.stdout.readline(), 10)
    _, client = await asyncio.get_running_loop().create_connection(
        lambda: Client(Sent(folder + "/sent.jsonl")), HOST, PORT)
    await asyncio.wait_for(client.ready.wait(), 5)
    for path in PATHS:
        await client.visit(path)
    client.transport.close()
    await asyncio.sleep(0.1)
    server.terminate()
    await server.wait()


asyncio.run(main(sys.argv[1]))
