# SPDX-License-Identifier: GPL-2.0-or-later
"""Both ends of an HTTP/2 connection in clear text, frame by frame as the scenario says (hyperframe, hpack).

No end checks what it sends or gets: that is the point. What is said between two pauses shares a segment.
"""
import asyncio
import sys

from hpack import Encoder
from hyperframe.frame import (DataFrame, GoAwayFrame, HeadersFrame, RstStreamFrame, SettingsFrame,
                              WindowUpdateFrame)

from sent import Sent

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
# Long enough that the kernel does not join two writes.
PAUSE = 0.02


class End:
    """One side's socket, its header compression and what it is about to send."""

    def __init__(self, reader, writer):
        self.writer, self.encoder, self.unsent = writer, Encoder(), []
        self.reading = asyncio.create_task(self.read_all(reader))

    @staticmethod
    async def read_all(reader):
        # Unread bytes would turn the end of the connection into a TCP reset.
        while await reader.read(65536):
            pass

    def send(self, frame, *flags):
        for flag in flags:
            frame.flags.add(flag)
        self.unsent.append(frame.serialize())

    def send_headers(self, stream, fields, end):
        frame = HeadersFrame(stream, self.encoder.encode(fields))
        self.send(frame, "END_HEADERS", *["END_STREAM"] * end)

    def flush(self):
        if self.unsent:
            self.writer.write(b"".join(self.unsent))
            self.unsent = []


class Dialogue:
    """A connection. `by` says which end speaks: "client" or "server"."""

    def __init__(self, sent, conn, client, server):
        self.sent, self.conn = sent, conn
        self.ends = {"client": client, "server": server}
        self.cport = client.writer.get_extra_info("sockname")[1]
        self.next_stream, self.requests = 1, {}

    def note(self, carrier, space, code, sender, stream, facts):
        request = self.requests.get(stream, {})
        self.sent(carrier, space, code, sender, stream=stream, conn=self.conn, cport=self.cport,
                  **{**request, **facts})

    async def pause(self):
        for end in self.ends.values():
            end.flush()
        await asyncio.sleep(PAUSE)

    def ask(self, path, method="GET", end=True, body=b"", **fields):
        stream, self.next_stream = self.next_stream, self.next_stream + 2
        self.requests[stream] = {"method": method, "path": path}
        client = self.ends["client"]
        client.send_headers(stream, [(":method", method), (":scheme", "http"), (":authority", "bug.example"),
                                     (":path", path), *spelled(fields)], end and not body)
        if body:
            self.data(stream, body, end, by="client")
        return stream

    def answer(self, stream, status, facts, end=False, body=b"", **fields):
        self.ends["server"].send_headers(stream, [(":status", str(status)), *spelled(fields)],
                                         end and not body)
        self.note("HEADERS", "http_status", status, "server", stream, facts)
        if body:
            self.data(stream, body, end)

    def data(self, stream, body, end=False, by="server"):
        self.ends[by].send(DataFrame(stream, body), *["END_STREAM"] * end)

    def grpc_status(self, stream, code, facts):
        self.ends["server"].send_headers(stream, [("grpc-status", str(code))], True)
        self.note("TRAILERS", "grpc", code, "server", stream, facts)

    def reset(self, stream, code, facts, by="server"):
        self.ends[by].send(RstStreamFrame(stream, code))
        self.note("RST_STREAM", "http2", code, by, stream, facts)

    def goaway(self, code, last, facts, debug="", by="server"):
        self.ends[by].send(GoAwayFrame(0, last, code, debug.encode()))
        self.note("GOAWAY", "http2", code, by, None, {**facts, "last_stream_id": last, "debug": debug})

    def credit(self, stream, octets):
        """The server has taken octets in, and lets the client send as many more."""
        self.ends["server"].send(WindowUpdateFrame(stream, octets))

    async def end(self):
        await self.pause()
        for end in self.ends.values():
            end.writer.close()
            await end.writer.wait_closed()
        await asyncio.sleep(PAUSE)


def spelled(fields):
    return [(name.replace("_", "-"), str(value)) for name, value in fields.items()]


async def dial(sent, port, conn="c1"):
    """A connection whose ends have exchanged their settings."""
    accepted = asyncio.get_running_loop().create_future()
    listening = await asyncio.start_server(lambda *streams: accepted.set_result(streams), "127.0.0.1", port)
    client = End(*await asyncio.open_connection("127.0.0.1", port))
    server = End(*await accepted)
    listening.close()
    dialogue = Dialogue(sent, conn, client, server)
    client.unsent.append(PREFACE)
    client.send(SettingsFrame(0))
    await dialogue.pause()
    server.send(SettingsFrame(0))
    server.send(SettingsFrame(0), "ACK")
    await dialogue.pause()
    client.send(SettingsFrame(0), "ACK")
    await dialogue.pause()
    return dialogue


def play(scenario):
    """Run `scenario(sent)` with the folder that make/record names."""
    asyncio.run(scenario(Sent(sys.argv[1] + "/sent.jsonl")))
