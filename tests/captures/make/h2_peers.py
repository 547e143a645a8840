# SPDX-License-Identifier: GPL-2.0-or-later
"""The scripted HTTP/2 server with more to answer, and a client that asks it (both python-h2).

  /only-grpc/5/text            grpc-status in the same HEADERS as :status
  /trailers/200                a response whose trailers carry no code
  /both/206/0xa                a response without its end and RST_STREAM, in one segment
  /interims/103/103/200        interim responses, then the final one
  /interim-reset/200/0x2       like headers-reset, with 100 before it
  /vendor/520/cloudflare       a response with a Server header
  /goaway-at/0x1/3/text        GOAWAY with this last stream; `wait` as fifth word keeps the connection
  /after/30/reset/0x7          after 30 ms what follows (in a segment of its own)
  /never                       no answer
"""
import asyncio
from urllib.parse import quote, unquote

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, ResponseReceived, SettingsAcknowledged, StreamEnded, StreamReset

from h2_origin import PAUSE, Origin

ANSWER_WAIT = 5


class Server(Origin):
    def do_never(self, _stream):
        """Silence is the answer."""

    def do_after(self, stream, milliseconds, action, *words):
        answer = getattr(self, "do_" + action.replace("-", "_"))
        asyncio.get_running_loop().call_later(int(milliseconds) / 1000, self.later, answer, stream, *words)

    def do_only_grpc(self, stream, code, message=""):
        self.h2.send_headers(stream, [(":status", "200"), ("content-type", "application/grpc"),
                                      ("grpc-status", code), ("grpc-message", quote(message, safe=" "))], True)
        self.note("HEADERS", "http_status", 200, stream)
        self.note("TRAILERS", "grpc", int(code), stream, reason=message,
                  note="trailers-only: in the same HEADERS as :status")

    def do_trailers(self, stream, status):
        self.headers(stream, status, trailer="x-checksum")
        self.h2.send_data(stream, b"body\n")
        self.h2.send_headers(stream, [("x-checksum", "5e0d")], True)

    def do_both(self, stream, status, code):
        self.headers(stream, status)
        self.do_reset(stream, code)

    def do_interims(self, stream, *statuses):
        first, *rest = statuses
        if rest:
            self.headers(stream, first)
            asyncio.get_running_loop().call_later(PAUSE, self.later, self.do_interims, stream, *rest)
        else:
            self.do_status(stream, first)

    def do_interim_reset(self, stream, status, code):
        self.headers(stream, 100)
        self.flush()
        asyncio.get_running_loop().call_later(PAUSE, self.later, self.do_headers_reset, stream, status, code)

    def do_vendor(self, stream, status, server):
        self.h2.send_headers(stream, [(":status", status), ("server", server)])
        self.note("HEADERS", "http_status", int(status), stream, server=server)
        self.h2.send_data(stream, b"vendor\n", True)

    def do_goaway_at(self, _stream, code, last, text="", wait=False):
        self.h2.close_connection(int(code, 0), text.encode(), int(last))
        self.note("GOAWAY", "http2", int(code, 0), last_stream_id=int(last), debug=text)
        self.flush()
        if not wait:
            asyncio.get_running_loop().call_later(PAUSE, self.transport.close)


async def serve(host, port, sent):
    """Serve; connections are called c1, c2, ... in the order of their coming."""
    names, seen = {}, set()

    def label(cport):
        return names.setdefault(cport, "c%d" % (len(names) + 1))

    return await asyncio.get_running_loop().create_server(
        lambda: Server(sent, label, seen), host, port)


class Client(asyncio.Protocol):
    """Asks and waits; what it sends of its own accord the server notes as received."""

    def __init__(self):
        # Odd values of :status are what some scenarios are about.
        self.h2 = H2Connection(H2Configuration(header_encoding="utf-8", validate_inbound_headers=False))
        self.ready, self.gone = asyncio.Event(), asyncio.Event()
        self.begun, self.ended = {}, {}

    def connection_made(self, transport):
        self.transport = transport
        self.h2.initiate_connection()
        self.flush()

    def connection_lost(self, _error):
        self.gone.set()

    def flush(self):
        self.transport.write(self.h2.data_to_send())

    def data_received(self, data):
        for event in self.h2.receive_data(data):
            if isinstance(event, SettingsAcknowledged):
                self.ready.set()
            elif isinstance(event, ResponseReceived):
                self.begun[event.stream_id].set()
            elif isinstance(event, (StreamEnded, StreamReset)):
                self.ended[event.stream_id].set()
            elif isinstance(event, ConnectionTerminated):
                self.gone.set()
        self.flush()

    def ask(self, path, flush=True):
        """Send a GET without waiting; returns its stream."""
        stream = self.h2.get_next_available_stream_id()
        self.begun[stream], self.ended[stream] = asyncio.Event(), asyncio.Event()
        self.h2.send_headers(stream, [(":method", "GET"), (":scheme", "http"),
                                      (":authority", "h2.example"), (":path", path)], True)
        if flush:
            self.flush()
        return stream

    async def get(self, path):
        """Send a GET and wait for the end of the answer, or for the end of the connection."""
        stream = self.ask(path)
        waits = [asyncio.ensure_future(event.wait()) for event in (self.ended[stream], self.gone)]
        done, pending = await asyncio.wait(waits, timeout=ANSWER_WAIT, return_when=asyncio.FIRST_COMPLETED)
        for wait in pending:
            wait.cancel()
        if not done:
            raise RuntimeError("no end of " + unquote(path))

    async def open(self, path):
        """Send a GET and wait for the beginning of the answer; returns its stream."""
        stream = self.ask(path)
        await asyncio.wait_for(self.begun[stream].wait(), ANSWER_WAIT)
        return stream

    def reset(self, stream, code, flush=True):
        self.h2.reset_stream(stream, code)
        if flush:
            self.flush()

    def goaway(self, code):
        self.h2.close_connection(code)
        self.flush()

    async def close(self):
        """Leave without a word: just the end of the TCP connection."""
        await asyncio.sleep(PAUSE)
        self.transport.close()
        await self.gone.wait()


async def dial(host, port):
    """Connect, and wait until both sides have exchanged their settings."""
    _, client = await asyncio.get_running_loop().create_connection(Client, host, port)
    await asyncio.wait_for(client.ready.wait(), ANSWER_WAIT)
    return client
