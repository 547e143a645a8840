# SPDX-License-Identifier: GPL-2.0-or-later
"""Clients in front: one of HTTP/2 that asks several things at once and gives up, and curl for HTTP/1.1 and HTTP/3."""
import asyncio
import dataclasses
import json
import os
import re
import ssl
import subprocess

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import ConnectionTerminated, InformationalResponseReceived, ResponseReceived, StreamEnded, StreamReset

from exchange import begin, place

NAME = "tour.example"
CONTENT = b"content!"
# In seconds.
PATIENCE = 8


@dataclasses.dataclass
class Request:
    id: str
    method: str
    path: str
    patience: float = None  # in seconds; without, it is given up after PATIENCE


class Http2:
    """One connection, and another one where that has come to its end. `log` gets the exchanges; keys: TLS, with its
    secrets in this file."""

    def __init__(self, host, address, port, log, keys=None):
        self.host, self.place, self.log, self.keys = host, (address, port), log, keys
        self.scheme = "https" if keys else "http"
        self.goaway = self.reading = None

    async def dial(self):
        sock, tls = self.host.socket(), None
        await asyncio.get_running_loop().sock_connect(sock, self.place)
        if self.keys:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            tls.check_hostname, tls.verify_mode, tls.keylog_filename = False, ssl.CERT_NONE, self.keys
            tls.set_alpn_protocols(["h2"])
        self.reader, self.writer = await asyncio.open_connection(sock=sock, ssl=tls, server_hostname=tls and NAME)
        self.h2 = H2Connection(H2Configuration(header_encoding="utf-8"))
        self.h2.initiate_connection()
        self.flush()
        self.running, self.goaway = {}, None
        self.reading = asyncio.create_task(self.read_on())

    def flush(self):
        self.writer.write(self.h2.data_to_send())

    async def read_on(self):
        try:
            while data := await self.reader.read(65536):
                for event in self.h2.receive_data(data):
                    self.on(event)
                self.flush()
        except ConnectionError:
            pass
        for exchange, over in list(self.running.values()):
            is_left_out = self.goaway is not None and exchange.stream > self.goaway.last_stream_id
            exchange.finish("closed", self.goaway and int(self.goaway.error_code), is_left_out)
            over.set()

    def on(self, event):
        if isinstance(event, ConnectionTerminated):
            self.goaway = event
            return
        exchange, over = self.running.get(getattr(event, "stream_id", None), (None, None))
        if exchange is None:
            return
        fields = dict(getattr(event, "headers", None) or ())
        exchange.grpc_status = exchange.grpc_status or fields.get("grpc-status")
        if isinstance(event, InformationalResponseReceived):
            exchange.interim = exchange.interim or fields[":status"] == "103"
        elif isinstance(event, ResponseReceived):
            exchange.status = int(fields[":status"])
        elif isinstance(event, StreamEnded):
            exchange.finish("complete")
        elif isinstance(event, StreamReset):
            refused = event.error_code == ErrorCodes.REFUSED_STREAM and exchange.status == 0
            exchange.finish("reset", int(event.error_code), refused)
        if exchange.end:
            del self.running[event.stream_id]
            over.set()

    async def ask(self, request, fields):
        """Ends with the exchange, or gives it up."""
        if self.goaway or not self.reading or self.reading.done():
            await self.dial()
        stream, over = self.h2.get_next_available_stream_id(), asyncio.Event()
        ends = (place(self.writer.get_extra_info(name)) for name in ("sockname", "peername"))
        exchange = begin(request.id, *ends, "h2", stream, request.method, request.path)
        self.running[stream] = exchange, over
        self.log.append(exchange)
        self.h2.send_headers(stream, [(":method", request.method), (":scheme", self.scheme), (":authority", NAME),
                                      (":path", request.path), *fields], request.method != "POST")
        if request.method == "POST":
            self.h2.send_data(stream, CONTENT, True)
        self.flush()
        try:
            await asyncio.wait_for(over.wait(), request.patience or PATIENCE)
        except asyncio.TimeoutError:
            del self.running[stream]
            exchange.finish("cancelled")
            self.h2.reset_stream(stream, ErrorCodes.CANCEL)
            self.flush()

    async def leave(self):
        """Whatever runs."""
        for exchange, over in self.running.values():
            exchange.finish("cancelled")
            over.set()
        self.running.clear()
        self.writer.close()
        await self.reading


# ---- curl ----

# Stands before what it says at its end.
REPORT = "=== "
# What its exits say: a patience that ended, and a stream that was reset. At the others the connection ended.
CURL_ENDS = {0: "complete", 28: "cancelled", 92: "reset", 95: "reset"}


class Curl:
    """Each request on a connection of its own."""

    def __init__(self, host, address, port, proto, log, keys):
        self.host, self.proto, self.log, self.keys = host, proto, log, keys
        self.url = "%s://%s:%d" % ("https" if proto == "h3" else "http", NAME, port)
        self.resolve = "%s:%d:%s" % (NAME, port, address)

    async def ask(self, request, fields):
        stream = 0 if self.proto == "h3" else None
        exchange = begin(request.id, "", "", self.proto, stream, request.method, request.path)
        self.log.append(exchange)
        await asyncio.to_thread(self.run, request, fields, exchange)

    def run(self, request, fields, exchange):
        options = [part for field in fields for part in ("-H", "%s: %s" % field)]
        options += {"POST": ["--data", CONTENT.decode()], "HEAD": ["--head"], "GET": []}[request.method]
        options += ["--http3-only"] if self.proto == "h3" else []
        with self.host.inside():
            report = subprocess.run(
                ["curl", "-sk", "-m", str(request.patience or PATIENCE), "-D", "-", "-o", "/dev/null",
                 "-w", REPORT + "%{json}", "--resolve", self.resolve, *options, self.url + request.path],
                env=dict(os.environ, SSLKEYLOGFILE=self.keys), stdout=subprocess.PIPE, check=False)
        heads, _, seen = report.stdout.decode("latin-1").partition(REPORT)
        seen = json.loads(seen)
        exchange.client = place((seen["local_ip"], seen["local_port"]))
        exchange.server = place((seen["remote_ip"], seen["remote_port"]))
        exchange.status = seen["http_code"]
        exchange.interim = re.search(r"(?m)^HTTP/\S+ 103 ", heads) is not None
        exchange.grpc_status = next(iter(re.findall(r"(?mi)^grpc-status: (\d+)", heads)), None)
        exchange.finish(CURL_ENDS.get(report.returncode, "closed"))

    async def leave(self):
        """It has left."""
