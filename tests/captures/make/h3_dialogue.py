# SPDX-License-Identifier: GPL-2.0-or-later
"""Both ends of an HTTP/3 connection (aioquic), which send what the scenario says and when."""
import asyncio
from contextlib import asynccontextmanager

from aioquic.asyncio import QuicConnectionProtocol, connect, serve
from aioquic.buffer import encode_uint_var
from aioquic.h3.connection import FrameType, H3Connection, encode_frame
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import ProtocolNegotiated, StopSendingReceived

from h2_dialogue import spelled
from quic_peers import ECHO_CODE, ECHO_NOTE

HOST = "127.0.0.1"
# Long enough for a packet and its acknowledgement on loopback.
PAUSE = 0.04


class End(QuicConnectionProtocol):
    """One side: it interprets nothing of HTTP/3, and says nothing of its own but what aioquic's QUIC does."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.http, self.answers_stop = None, True

    def quic_event_received(self, event):
        if isinstance(event, ProtocolNegotiated):
            self.http = H3Connection(self._quic)
        if isinstance(event, StopSendingReceived) and not self.answers_stop:
            self.forget_reset(event.stream_id)

    def forget_reset(self, stream):
        """A stream that has ended needs no reset (RFC 9000, section 3.5); aioquic would send one."""
        sender = self._quic._streams[stream].sender
        sender._reset_error_code, sender.reset_pending = None, False


class Dialogue:
    """A connection. `by` says which end speaks: "client" or "server"."""

    def __init__(self, sent, conn, client, server):
        self.sent, self.conn = sent, conn
        self.ends = {"client": client, "server": server}
        self.cport = client._transport.get_extra_info("sockname")[1]
        self.requests = {}

    def note(self, carrier, space, code, sender, stream, facts):
        request = self.requests.get(stream, {})
        self.sent(carrier, space, code, sender, stream=stream, conn=self.conn, cport=self.cport,
                  **{**request, **facts})

    async def pause(self):
        for end in self.ends.values():
            end.transmit()
        await asyncio.sleep(PAUSE)

    def ask(self, path, method="GET", end=True, body=b"", **fields):
        client = self.ends["client"]
        stream = client._quic.get_next_available_stream_id()
        self.requests[stream] = {"method": method, "path": path}
        head = [(":method", method), (":scheme", "https"), (":authority", "bug.example"), (":path", path)]
        client.http.send_headers(stream, octets(head + spelled(fields)), end and not body)
        if body:
            client.http.send_data(stream, body, end)
        return stream

    def answer(self, stream, status, facts, end=False, body=b"", **fields):
        server = self.ends["server"].http
        server.send_headers(stream, octets([(":status", str(status)), *spelled(fields)]), end and not body)
        self.note("HEADERS", "http_status", status, "server", stream, facts)
        if body:
            server.send_data(stream, body, end)

    def data(self, stream, body, end=False, by="server"):
        self.ends[by].http.send_data(stream, body, end)

    def reset(self, stream, code, facts, by="server"):
        self.ends[by]._quic.reset_stream(stream, code)
        self.note("RESET_STREAM", "http3", code, by, stream, facts)

    def stop(self, stream, code, facts, by, echo=None):
        """Read no further. The other end, if it has not ended the stream, answers as aioquic does: `echo`
        holds the facts of that answer."""
        self.ends[by]._quic.stop_stream(stream, code)
        self.note("STOP_SENDING", "http3", code, by, stream, facts)
        other = "server" if by == "client" else "client"
        self.ends[other].answers_stop = echo is not None
        if echo is not None:
            self.note("RESET_STREAM", "http3", ECHO_CODE, other, stream, {**echo, "note": ECHO_NOTE})

    def goaway(self, first_rejected):
        """The server's GOAWAY; it carries no code, so there is nothing to note."""
        end = self.ends["server"]
        frame = encode_frame(FrameType.GOAWAY, encode_uint_var(first_rejected))
        end._quic.send_stream_data(end.http._local_control_stream_id, frame)

    async def close(self, code, facts, reason="", by="client"):
        await self.pause()
        self.ends[by]._quic.close(code, None, reason)
        self.note("CONNECTION_CLOSE_APP", "http3", code, by, None, {**facts, "reason": reason})
        await self.pause()


def octets(fields):
    return [(name.encode(), value.encode()) for name, value in fields]


@asynccontextmanager
async def dial(scene, port=443, conn="c1"):
    """A connection that is ready for requests."""
    accepted = asyncio.get_running_loop().create_future()

    def accept(*args, **kwargs):
        accepted.set_result(End(*args, **kwargs))
        return accepted.result()

    config = QuicConfiguration(is_client=False, alpn_protocols=["h3"])
    config.load_cert_chain(scene.cert, scene.key)
    listening = await serve(HOST, port, configuration=config, create_protocol=accept)
    with open(scene.folder + "/keys.log", "a") as keys:
        client_config = scene.client_config(["h3"], False, keys)
        async with connect(HOST, port, configuration=client_config, create_protocol=End) as client:
            dialogue = Dialogue(scene.sent, conn, client, await accepted)
            await dialogue.pause()
            yield dialogue
    listening.close()
    await asyncio.sleep(PAUSE)
