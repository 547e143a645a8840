# SPDX-License-Identifier: GPL-2.0-or-later
"""Scripted HTTP/3 and QUIC peers (aioquic) that note every code they send.

The client asks for what it wants in the path, so that a scenario is a plain list of
paths, and the path in the capture tells what must follow:

  /status/200                   a response
  /interim/103/200              an interim response, then the final one
  /grpc/14/text                 a response whose trailers carry grpc-status and grpc-message
  /reset/0x10b                  RESET_STREAM with this code and nothing else
  /headers-reset/200/0x10b      a response without its end, then RESET_STREAM
  /stop/0x10b                   STOP_SENDING with this code, then a 200
  /open/200                     a response that stays open, for the client to give up on
  /wait                         nothing yet: the request is not complete
  /close/0x107/reason           CONNECTION_CLOSE of the application
  /transport-close/0xa/reason   CONNECTION_CLOSE of the transport
"""
import asyncio
import os
import ssl
import subprocess
import sys
from contextlib import asynccontextmanager
from urllib.parse import unquote

from aioquic.asyncio import QuicConnectionProtocol, connect, serve
from aioquic.h3.connection import FrameType, H3Connection, encode_frame
from aioquic.h3.events import DataReceived, HeadersReceived
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import (ConnectionTerminated, ProtocolNegotiated, StopSendingReceived,
                                 StreamDataReceived, StreamReset)

from sent import Sent

# aioquic answers a STOP_SENDING by itself, always with this code.
ECHO_CODE = 0
ECHO_NOTE = "aioquic's automatic answer to STOP_SENDING"
# A CRYPTO frame: the frame type that a close names when the handshake is at fault.
CRYPTO_FRAME = 0x06
APPLICATION_ERROR = 0x0c
# Long enough for an answer on loopback, short enough that a scenario stays quick.
PAUSE = 0.03


def make_certificate(folder, name="tour.example"):
    """A self-signed P-256 certificate (small, so captures stay small): (cert, key) paths."""
    cert, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    if not os.path.exists(cert):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-subj",
                        "/CN=" + name, "-addext", "subjectAltName=DNS:" + name,
                        "-keyout", key, "-out", cert], check=True, capture_output=True)
        os.chmod(key, 0o644)
    return cert, key


class Server(QuicConnectionProtocol):
    """Answers each request as its path says."""

    def __init__(self, *args, sent, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.sent, self.label, self.http = sent, label, None

    def note(self, carrier, space, code, stream=None, **more):
        cport = self._quic._network_paths[0].addr[1]
        self.sent(carrier, space, code, "server", stream=stream, conn=self.label(cport),
                  cport=cport, **more)

    @property
    def space(self):
        return "http3" if self.http else "other"

    def quic_event_received(self, event):
        if isinstance(event, ProtocolNegotiated) and event.alpn_protocol.startswith("h3"):
            self.http = H3Connection(self._quic)
        if isinstance(event, StopSendingReceived):
            self.note("RESET_STREAM", self.space, ECHO_CODE, event.stream_id, note=ECHO_NOTE)
        if self.http:
            for http_event in self.http.handle_event(event):
                if isinstance(http_event, HeadersReceived):
                    path = dict(http_event.headers)[b":path"].decode()
                    self.answer(http_event.stream_id, path)
        elif isinstance(event, StreamDataReceived) and event.end_stream:
            self.answer(event.stream_id, event.data.decode().split()[1])

    def answer(self, stream, path):
        action, *words = [unquote(word) for word in path.strip("/").split("/")]
        # What is queued here leaves with aioquic's next flight, many answers in one packet if need be.
        getattr(self, "do_" + action.replace("-", "_"))(stream, *words)

    def headers(self, stream, status, end=False, **more):
        self.http.send_headers(stream, [(b":status", str(status).encode())] +
                               [(k.encode(), v.encode()) for k, v in more.items()], end)
        self.note("HEADERS", "http_status", int(status), stream)

    def do_status(self, stream, status):
        if status in ("204", "304"):
            self.headers(stream, status, end=True)
        else:
            self.headers(stream, status)
            self.http.send_data(stream, b"status %s\n" % status.encode(), True)

    def do_interim(self, stream, *statuses):
        for status in statuses[:-1]:
            # aioquic would take the second HEADERS of a stream for trailers, so these go past it.
            block = self.http._encode_headers(stream, [(b":status", status.encode())])
            self._quic.send_stream_data(stream, encode_frame(FrameType.HEADERS, block))
            self.note("HEADERS", "http_status", int(status), stream)
            # Each in a packet of its own, as from a server that still has to think.
            self.transmit()
        self.do_status(stream, statuses[-1])

    def do_grpc(self, stream, code, message=""):
        self.headers(stream, 200, **{"content-type": "application/grpc"})
        self.http.send_data(stream, b"\0\0\0\0\2ok", False)
        # gRPC percent-encodes what is not printable ASCII; these messages need none of it.
        self.http.send_headers(stream, [(b"grpc-status", code.encode()),
                                        (b"grpc-message", message.encode())], True)
        self.note("TRAILERS", "grpc", int(code), stream, reason=message)

    def do_reset(self, stream, code):
        self._quic.reset_stream(stream, int(code, 0))
        self.note("RESET_STREAM", self.space, int(code, 0), stream)

    def do_headers_reset(self, stream, status, code):
        self.headers(stream, status)
        # Sent before the reset, which would otherwise drop it from the send buffer.
        self.transmit()
        self.do_reset(stream, code)

    def do_stop(self, stream, code):
        self._quic.stop_stream(stream, int(code, 0))
        self.note("STOP_SENDING", self.space, int(code, 0), stream)
        self.transmit()
        self.do_status(stream, "200")

    def do_open(self, stream, status):
        self.headers(stream, status)
        self.http.send_data(stream, b"the first of many\n", False)

    def do_wait(self, _stream):
        pass

    def do_close(self, _stream, code, reason=""):
        self._quic.close(int(code, 0), None, reason)
        self.note("CONNECTION_CLOSE_APP", self.space, int(code, 0), reason=reason)

    def do_transport_close(self, _stream, code, reason=""):
        self._quic.close(int(code, 0), CRYPTO_FRAME, reason)
        self.note("CONNECTION_CLOSE", "quic", int(code, 0), reason=reason)


class Client(QuicConnectionProtocol):
    """Asks, waits for answers, gives up and closes on command."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.http, self.streams = None, {}
        self.terminated, self.end = asyncio.Event(), None

    def quic_event_received(self, event):
        if isinstance(event, ProtocolNegotiated) and event.alpn_protocol.startswith("h3"):
            self.http = H3Connection(self._quic)
        if isinstance(event, ConnectionTerminated):
            self.end = event
            self.terminated.set()
        if isinstance(event, StreamReset):
            self.finish(event.stream_id)
        if self.http:
            for http_event in self.http.handle_event(event):
                self.on_http(http_event)
        elif isinstance(event, StreamDataReceived) and event.end_stream:
            self.finish(event.stream_id)

    def on_http(self, event):
        if isinstance(event, (HeadersReceived, DataReceived)) and event.stream_ended:
            self.finish(event.stream_id)

    def finish(self, stream):
        self.streams.setdefault(stream, asyncio.Event()).set()

    def ask(self, path, end=True, flush=True):
        """Send a GET; the stream it uses. Without `flush` it waits for the next one that has it."""
        stream = self._quic.get_next_available_stream_id()
        self.streams[stream] = asyncio.Event()
        if self.http:
            self.http.send_headers(stream, [
                (b":method", b"GET"), (b":scheme", b"https"), (b":authority", b"tour.example"),
                (b":path", path.encode())], end)
        else:
            self._quic.send_stream_data(stream, b"GET " + path.encode() + b"\r\n", True)
        if flush:
            self.transmit()
        return stream


class Dialled:
    """A client's connection together with the notes it takes."""

    def __init__(self, peer, sent, conn):
        self.peer, self.sent, self.conn = peer, sent, conn
        self.cport = peer._transport.get_extra_info("sockname")[1]
        self.space = "http3" if peer.http else "other"

    def note(self, carrier, space, code, stream=None, **more):
        self.sent(carrier, space, code, "client", stream=stream, conn=self.conn,
                  cport=self.cport, **more)

    async def get(self, *paths):
        """Ask for all of them in one flight, and wait for all."""
        streams = [self.peer.ask(path, flush=path is paths[-1]) for path in paths]
        for stream in streams:
            await asyncio.wait_for(self.peer.streams[stream].wait(), 5)
        await asyncio.sleep(PAUSE)

    async def stop(self, path, code):
        """Ask, and refuse to read on once the answer has begun."""
        stream = self.peer.ask(path)
        await asyncio.sleep(PAUSE)
        self.peer._quic.stop_stream(stream, code)
        self.note("STOP_SENDING", self.space, code, stream)
        self.peer.transmit()
        await asyncio.sleep(PAUSE)

    async def reset(self, path, code):
        """Begin to ask, and give the request itself up."""
        stream = self.peer.ask(path, end=False)
        await asyncio.sleep(PAUSE)
        self.peer._quic.reset_stream(stream, code)
        self.note("RESET_STREAM", self.space, code, stream)
        self.peer.transmit()
        await asyncio.sleep(PAUSE)

    async def ask_for_close(self, path):
        self.peer.ask(path)
        await asyncio.wait_for(self.peer.terminated.wait(), 5)

    async def close(self, code=0x100, reason="", frame_type=None):
        """Close; with a frame type it is the transport that closes."""
        self.peer._quic.close(code, frame_type, reason)
        if frame_type is None:
            if not self.peer._quic._handshake_confirmed:
                # RFC 9000, 10.2.3: the Handshake packet must not show the application's code.
                self.note("CONNECTION_CLOSE", "quic", APPLICATION_ERROR, reason="",
                          note="the same close in the Handshake packet")
            self.note("CONNECTION_CLOSE_APP", self.space, code, reason=reason)
        else:
            self.note("CONNECTION_CLOSE", "quic", code, reason=reason)
        self.peer.transmit()
        await asyncio.sleep(PAUSE)


def play(scenario):
    """Run `scenario(scene)` in the folder that make/record names."""
    folder = sys.argv[1]
    asyncio.run(scenario(Scene(folder, Sent(os.path.join(folder, "sent.jsonl")))))


class Scene:
    """One scenario's servers, clients, keys and notes."""

    def __init__(self, folder, sent):
        self.folder, self.sent, self.labels = folder, sent, {}
        self.cert, self.key = make_certificate(folder)

    def label(self, cport):
        return self.labels.get(cport) or "c%d" % (len(self.labels) + 1)

    async def serve(self, host, port, alpn=("h3",), protocol=Server):
        config = QuicConfiguration(is_client=False, alpn_protocols=list(alpn))
        config.load_cert_chain(self.cert, self.key)
        return await serve(host, port, configuration=config, create_protocol=lambda *a, **k: protocol(
            *a, sent=self.sent, label=self.label, **k))

    def client_config(self, alpn, verify, keys):
        config = QuicConfiguration(is_client=True, alpn_protocols=list(alpn),
                                   server_name="tour.example", secrets_log_file=keys)
        config.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
        return config

    @asynccontextmanager
    async def dial(self, host, port, alpn=("h3",), conn=None):
        with open(os.path.join(self.folder, "keys.log"), "a") as keys:
            config = self.client_config(alpn, False, keys)
            async with connect(host, port, configuration=config, create_protocol=Client) as peer:
                conn = conn or "c%d" % (len(self.labels) + 1)
                dialled = Dialled(peer, self.sent, conn)
                self.labels[dialled.cport] = conn
                yield dialled

    async def refuse(self, host, port, conn, alpn=("h3",), verify=True, sender="client"):
        """A handshake that one side ends with a TLS alert; notes the close as it was seen."""
        with open(os.path.join(self.folder, "keys.log"), "a") as keys:
            context = connect(host, port, configuration=self.client_config(alpn, verify, keys),
                              create_protocol=Client, wait_connected=False)
            async with context as peer:
                cport = peer._transport.get_extra_info("sockname")[1]
                self.labels[cport] = conn
                # With wait_connected=False aioquic leaves the first flight to us.
                peer.transmit()
                await asyncio.wait_for(peer.terminated.wait(), 5)
                self.sent("CONNECTION_CLOSE", "quic", peer.end.error_code, sender, conn=conn,
                          cport=cport, reason=peer.end.reason_phrase)
                await asyncio.sleep(PAUSE)
