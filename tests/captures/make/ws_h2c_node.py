#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket over HTTP/2 (extended CONNECT, RFC 8441): one stream per Close code. /server/CODE is closed by
the server, /client/CODE by the client, and the other side echoes; /forbidden is refused."""
import asyncio
import struct
import sys

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RemoteSettingsChanged, ResponseReceived, StreamEnded, StreamReset

from sent import Sent

HOST, PORT, CONN = "127.0.0.1", 8080, "h2"
CODES = [1000, 1001, 1008, 1011, 3000, 3999, 4000, 4401, 4999]
VISITS = ["/%s/%d" % ("client" if at % 2 else "server", code) for at, code in enumerate(CODES)] + ["/forbidden"]
ENABLE_CONNECT_PROTOCOL = 0x8
MASK = b"\x37\xfa\x21\x3d"


def close_frame(code, reason=b""):
    body = struct.pack(">H", code) + reason
    return bytes([0x88, 0x80 | len(body)]) + MASK + bytes(byte ^ MASK[at % 4] for at, byte in enumerate(body))


class Client(asyncio.Protocol):
    def __init__(self, sent):
        self.sent, self.h2 = sent, H2Connection(H2Configuration(header_encoding="utf-8"))
        self.ready, self.done, self.paths = asyncio.Event(), asyncio.Event(), {}

    def connection_made(self, transport):
        self.transport, self.cport = transport, transport.get_extra_info("sockname")[1]
        self.h2.initiate_connection()
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
                self.on_response(event.stream_id, int(dict(event.headers)[":status"]))
            elif isinstance(event, DataReceived) and event.data:
                self.on_close(event.stream_id, event.data)
            elif isinstance(event, StreamReset):
                self.note("RST_STREAM", "http2", int(event.error_code), event.stream_id, "server", src="received")
                self.done.set()
            elif isinstance(event, StreamEnded):
                self.done.set()
        self.flush()

    def on_response(self, stream, status):
        self.note("HEADERS", "http_status", status, stream, "server", src="received")
        whose, code = (self.paths[stream].strip("/") + "/").split("/")[:2]
        if whose == "client":
            self.close(stream, int(code))

    def close(self, stream, code, **more):
        self.note("CLOSE", "websocket", code, stream, "client", **more)
        self.h2.send_data(stream, close_frame(code), end_stream=True)

    def on_close(self, stream, frame):
        """The server sends nothing else, and each Close in a DATA frame of its own."""
        code, reason = struct.unpack(">H", frame[2:4])[0], frame[4:].decode()
        self.note("CLOSE", "websocket", code, stream, "server", reason=reason, src="received")
        if self.paths[stream].startswith("/server"):
            self.close(stream, code, note="echo")

    async def visit(self, path):
        stream = self.h2.get_next_available_stream_id()
        self.paths[stream] = path
        self.done.clear()
        self.h2.send_headers(stream, [(":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "http"),
                                      (":path", path), (":authority", "ws.example"),
                                      ("sec-websocket-version", "13")])
        self.flush()
        await asyncio.wait_for(self.done.wait(), 5)
        # A reset may follow the end of the stream.
        await asyncio.sleep(0.05)


async def main(folder):
    server = await asyncio.create_subprocess_exec("node", "ws_h2c_server.js", str(PORT), stdout=asyncio.subprocess.PIPE)
    await asyncio.wait_for(server.stdout.readline(), 10)
    _, client = await asyncio.get_running_loop().create_connection(
        lambda: Client(Sent(folder + "/sent.jsonl")), HOST, PORT)
    await asyncio.wait_for(client.ready.wait(), 5)
    for path in VISITS:
        await client.visit(path)
    client.transport.close()
    await asyncio.sleep(0.1)
    server.terminate()
    await server.wait()


asyncio.run(main(sys.argv[1]))
