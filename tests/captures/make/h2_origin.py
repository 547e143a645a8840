# SPDX-License-Identifier: GPL-2.0-or-later
"""A scripted HTTP/2 server in clear text (python-h2): each path says what is answered.

  /status/200                a response (?text behind a path is free)
  /interim/103/200           an interim response, then the final one
  /grpc/14/text              a response whose trailers carry grpc-status and grpc-message
  /reset/0x7                 RST_STREAM with this code and nothing else
  /headers-reset/200/0x8     a response without its end, then RST_STREAM
  /once/0x7/200              RST_STREAM the first time, the response afterwards
  /open/200                  a response that stays open, for the client to give up on
  /goaway/0xb/text           GOAWAY that leaves this request out, then the end
  /goaway-after/0x0/text     GOAWAY that takes this request in, and no answer
  /drop                      the connection ends without a word
"""
import asyncio
from urllib.parse import unquote

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, RequestReceived, StreamReset
from h2.exceptions import ProtocolError

PAUSE = 0.05


class Origin(asyncio.Protocol):
    """One connection. `label` gives it a name for the notes, `seen` outlives the connection."""

    def __init__(self, sent, label, seen):
        self.sent, self.label, self.seen = sent, label, seen
        self.h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self.previous = 0
        self.paths, self.ids = {}, {}

    def connection_made(self, transport):
        self.transport = transport
        self.cport = transport.get_extra_info("peername")[1]
        self.name = self.label(self.cport)
        self.h2.initiate_connection()
        self.flush()

    def flush(self):
        self.transport.write(self.h2.data_to_send())

    def note(self, carrier, space, code, stream=None, sender="server", **more):
        if stream in self.paths:
            more["path"] = self.paths[stream]
        if self.ids.get(stream):
            more["request_id"] = self.ids[stream]
        self.sent(carrier, space, code, sender, stream=stream, conn=self.name, cport=self.cport,
                  **more)

    def data_received(self, data):
        try:
            events = self.h2.receive_data(data)
        except ProtocolError:
            # The client writes on after a GOAWAY; nothing more is answered.
            self.transport.close()
            return
        for event in events:
            if isinstance(event, RequestReceived):
                self.on_request(event.stream_id, dict(event.headers))
            elif isinstance(event, StreamReset) and event.remote_reset:
                self.note("RST_STREAM", "http2", int(event.error_code), event.stream_id,
                          sender="client", src="received")
            elif isinstance(event, ConnectionTerminated):
                self.note("GOAWAY", "http2", int(event.error_code), sender="client",
                          last_stream_id=event.last_stream_id, src="received")
        if not self.transport.is_closing():
            self.flush()

    def on_request(self, stream, headers):
        self.paths[stream] = headers[":path"]
        self.ids[stream] = headers.get("x-request-id")
        action, *words = headers[":path"].split("?")[0].strip("/").split("/")
        getattr(self, "do_" + action.replace("-", "_"))(stream, *map(unquote, words))
        self.previous = stream

    def headers(self, stream, status, end=False, **more):
        self.h2.send_headers(stream, [(":status", str(status))] + list(more.items()), end)
        self.note("HEADERS", "http_status", int(status), stream)

    def do_status(self, stream, status):
        if status in ("204", "304"):
            self.headers(stream, status, end=True)
        else:
            self.headers(stream, status, **{"content-type": "text/plain"})
            self.h2.send_data(stream, b"status %s\n" % status.encode(), True)

    def do_interim(self, stream, interim, final):
        self.headers(stream, interim, link="</style.css>; rel=preload")
        asyncio.get_running_loop().call_later(PAUSE, self.later, self.do_status, stream, final)

    def later(self, action, *words):
        if not self.transport.is_closing():
            action(*words)
            self.flush()

    def do_grpc(self, stream, code, message=""):
        self.headers(stream, 200, **{"content-type": "application/grpc", "trailer": "grpc-status"})
        self.h2.send_data(stream, b"\0\0\0\0\2ok")
        self.h2.send_headers(stream, [("grpc-status", code), ("grpc-message", message)], True)
        self.note("TRAILERS", "grpc", int(code), stream, reason=message)

    def do_reset(self, stream, code):
        self.h2.reset_stream(stream, int(code, 0))
        self.note("RST_STREAM", "http2", int(code, 0), stream)

    def do_headers_reset(self, stream, status, code):
        self.headers(stream, status)
        self.h2.send_data(stream, b"partial\n")
        asyncio.get_running_loop().call_later(PAUSE, self.later, self.do_reset, stream, code)

    def do_once(self, stream, code, status):
        path = self.paths[stream]
        if path in self.seen:
            self.do_status(stream, status)
        else:
            self.seen.add(path)
            self.do_reset(stream, code)

    def do_open(self, stream, status):
        self.headers(stream, status)
        self.h2.send_data(stream, b"the first of many\n")

    def goaway(self, code, text, last):
        self.h2.close_connection(int(code, 0), text.encode(), last)
        self.note("GOAWAY", "http2", int(code, 0), last_stream_id=last, debug=text)
        self.flush()
        asyncio.get_running_loop().call_later(PAUSE, self.transport.close)

    def do_goaway(self, _stream, code, text=""):
        self.goaway(code, text, self.previous)

    def do_goaway_after(self, stream, code, text=""):
        self.goaway(code, text, stream)

    def do_drop(self, _stream):
        self.flush()
        self.transport.close()


async def serve(host, port, sent, label=lambda cport: "origin%d" % cport):
    """Start it; returns asyncio's server."""
    seen = set()
    return await asyncio.get_running_loop().create_server(
        lambda: Origin(sent, label, seen), host, port)
