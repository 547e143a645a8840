# SPDX-License-Identifier: GPL-2.0-or-later
"""An origin whose path decides what it does, /KIND/WORD/NUMBER, on HTTP/1.1 or HTTP/2 in clear text."""
import asyncio
import re
import socket
import struct

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived, StreamReset
from h2.exceptions import ProtocolError

from exchange import ID_FIELD, begin, place

# In seconds: longer than the proxies here wait for an answer is FOREVER.
PAUSE, FOREVER = 0.15, 2.5
PART = b"part of it\n"
REFUSED_STREAM = 7
# Steps, methods of the connection; {} is WORD. Who is reset "once" gets an answer the second time.
KINDS = {
    "status": "answer:{} part end",
    "slow": "pause pause pause answer:{} part end",
    "long": "answer:{} part pause pause pause part pause pause pause part end",
    "early": "interim pause answer:{} part end",
    "grpc": "answer:200 part trailers:{}",
    "reset": "reset:{}",
    "once": "reset:{}",
    "cut": "answer:200 part pause reset:{}",
    "bare": "bare:{} part end",
    "close": "close",
    "goaway": "goaway:{}",
    "abort": "abort",
    "late-abort": "answer:200 part pause abort",
    "never": "forever answer:200 part end",
    "stall": "answer:200 part forever part end",
}
SECOND = "answer:200 part end"
# Of requests that are alike each takes its turn.
TURNS = ["answer:200 part end", "reset:2", "answer:200 part pause reset:2", "answer:503 part end",
         "pause answer:200 part end"]


class Connection:
    """`log` gets the exchanges, `tried` holds the ids of the requests that came to any origin."""

    pause = PAUSE

    def __init__(self, reader, writer, log, tried):
        self.reader, self.writer, self.log, self.tried = reader, writer, log, tried
        self.running = {}

    def begin(self, request_id, stream, method, path):
        client, server = (place(self.writer.get_extra_info(name)) for name in ("peername", "sockname"))
        exchange = begin(request_id, client, server, self.proto, stream, method, path)
        self.log.append(exchange)
        self.running[exchange] = asyncio.create_task(self.answer_as_told(exchange))

    async def answer_as_told(self, exchange):
        _, kind, word, *_ = exchange.path.split("/")
        is_second = kind == "once" and exchange.id in self.tried
        steps = TURNS[len(self.tried) % len(TURNS)] if kind == "turn" else SECOND if is_second else KINDS[kind]
        self.tried.add(exchange.id)
        for step in steps.format(word).split():
            name, _, value = step.partition(":")
            await getattr(self, "do_" + name)(exchange, int(value or 0))
        del self.running[exchange]

    async def do_pause(self, *_):
        await asyncio.sleep(self.pause)

    async def do_forever(self, *_):
        await asyncio.sleep(FOREVER)

    async def do_close(self, *_):
        self.leave()

    async def do_abort(self, *_):
        """With a TCP RST."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.leave()

    def leave(self):
        for exchange in self.running:
            exchange.finish("closed")
        self.writer.close()

    def drop(self, exchange):
        """The client does not want it any more."""
        exchange.finish("cancelled")
        self.running.pop(exchange).cancel()

    async def read_on(self):
        try:
            while data := await self.reader.read(65536):
                self.read(data)
        except (ConnectionError, ProtocolError):
            pass
        for exchange in list(self.running):
            self.drop(exchange)
        self.writer.close()


class Http1(Connection):
    proto, buffer, is_bare = "h1", b"", False

    def read(self, data):
        """A request may come with all of its content, and after the one before is answered."""
        self.buffer += data
        head, found, rest = self.buffer.partition(b"\r\n\r\n")
        fields = dict(re.findall(r"(?m)^([\w-]+): *(.*?)\r?$", head.decode().lower()))
        is_chunked = "transfer-encoding" in fields
        if not found or (is_chunked and not rest.endswith(b"0\r\n\r\n")):
            return
        if not is_chunked and len(rest) < int(fields.get("content-length", 0)):
            return
        self.buffer = b""
        method, path, _ = head.decode().split(" ", 2)
        self.begin(fields.get(ID_FIELD), None, method, path)

    async def do_interim(self, exchange, _):
        exchange.interim = True
        self.writer.write(b"HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=x\r\n\r\n")

    async def do_answer(self, exchange, status):
        exchange.status = status
        wait = b"retry-after: 7\r\n" * (status == 503)
        self.writer.write(b"HTTP/1.1 %d As Told\r\n%stransfer-encoding: chunked\r\n\r\n" % (status, wait))

    async def do_bare(self, exchange, status):
        """The end of the connection will be that of the response."""
        exchange.status, self.is_bare = status, True
        self.writer.write(b"HTTP/1.1 %d As Told\r\nconnection: close\r\n\r\n" % status)

    async def do_part(self, exchange, _):
        if exchange.method != "HEAD":
            self.writer.write(PART if self.is_bare else b"%x\r\n%s\r\n" % (len(PART), PART))

    async def do_end(self, exchange, _):
        exchange.finish("complete")
        if self.is_bare:
            self.leave()
        elif exchange.method != "HEAD":
            self.writer.write(b"0\r\n\r\n")

    async def do_goaway(self, *_):
        self.leave()

    async def do_reset(self, *_):
        """Nothing less than the connection can be."""
        self.leave()


class Http2(Connection):
    proto = "h2"

    def __init__(self, *known):
        super().__init__(*known)
        self.h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self.h2.initiate_connection()
        self.flush()

    def flush(self):
        self.writer.write(self.h2.data_to_send())

    def read(self, data):
        for event in self.h2.receive_data(data):
            if isinstance(event, RequestReceived):
                fields = dict(event.headers)
                self.begin(fields.get(ID_FIELD), event.stream_id, fields[":method"], fields[":path"])
            elif isinstance(event, StreamReset):
                for exchange in [one for one in self.running if one.stream == event.stream_id]:
                    self.drop(exchange)
        self.flush()

    async def do_interim(self, exchange, _):
        exchange.interim = True
        self.h2.send_headers(exchange.stream, [(":status", "103"), ("link", "</a.css>; rel=x")])
        self.flush()

    async def do_answer(self, exchange, status):
        exchange.status = status
        is_grpc = exchange.path.startswith("/grpc/")
        self.h2.send_headers(exchange.stream, [(":status", str(status))] + [("retry-after", "7")] * (status == 503) +
                             [("content-type", "application/grpc")] * is_grpc)
        self.flush()

    do_bare = do_answer

    async def do_part(self, exchange, _):
        if exchange.method != "HEAD":
            self.h2.send_data(exchange.stream, PART)
            self.flush()

    async def do_end(self, exchange, _):
        self.h2.end_stream(exchange.stream)
        self.flush()
        exchange.finish("complete")

    async def do_trailers(self, exchange, code):
        exchange.grpc_status = str(code)
        self.h2.send_headers(exchange.stream, [("grpc-status", exchange.grpc_status)], True)
        self.flush()
        exchange.finish("complete")

    async def do_goaway(self, exchange, code):
        """It leaves this one out, and those that come later."""
        self.h2.close_connection(code, last_stream_id=exchange.stream - 2 if exchange.stream > 1 else 0)
        self.flush()
        exchange.finish("closed", code, True)
        self.leave()

    async def do_reset(self, exchange, code):
        self.h2.reset_stream(exchange.stream, code)
        self.flush()
        exchange.finish("reset", code, code == REFUSED_STREAM and exchange.status == 0)


async def serve(listener, connection, log, tried):
    await asyncio.start_server(lambda *ends: connection(*ends, log, tried).read_on(), sock=listener)
