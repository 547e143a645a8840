#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""gRPC with its own implementation at both ends: every status, messages to be percent-encoded, a
deadline, a cancellation, a method and a service that are not there. The client says what it saw."""
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc

from sent import Sent

SERVICE, ADDRESS = "shelf.Books", "127.0.0.1:8080"
CANCEL = 0x8
MESSAGES = ["", "gone home", "资源不足", "100% sure", "über\nzwei Zeilen", "tab\there", "quote \" and \\", "a" * 300]


class Books:
    """Ends each call as its request says: the number of a status and a message."""

    def __init__(self):
        self.hung_up, self.cport = threading.Event(), None

    def find(self, request, context):
        self.cport = int(context.peer().rsplit(":", 1)[1])
        code, message = request.decode().split(" ", 1)
        if code == "0":
            return b"found"
        status = next(status for status in grpc.StatusCode if status.value[0] == int(code))
        return context.abort(status, message)

    def wait(self, _request, context):
        context.add_callback(self.hung_up.set)
        self.hung_up.wait(10)
        return b"too late"

    def chapters(self, _request, context):
        yield b"one"
        yield b"two"
        context.abort(grpc.StatusCode.DATA_LOSS, "the rest is missing")

    def handler(self):
        return grpc.method_handlers_generic_handler(SERVICE, {
            "Find": grpc.unary_unary_rpc_method_handler(self.find),
            "Wait": grpc.unary_unary_rpc_method_handler(self.wait),
            "Chapters": grpc.unary_stream_rpc_method_handler(self.chapters)})


class Reader:
    """The client. gRPC numbers the streams of its calls 1, 3, 5, ..."""

    def __init__(self, channel, sent, books):
        self.channel, self.sent, self.books, self.stream = channel, sent, books, -1

    def note(self, carrier, space, code, sender, **more):
        self.sent(carrier, space, code, sender, stream=self.stream, cport=self.books.cport, **more)

    def answered(self, code, reason):
        self.note("HEADERS", "http_status", 200, "server", src="received")
        self.note("TRAILERS", "grpc", code, "server", reason=reason, src="received")

    def call(self, method, request, streaming=False):
        self.stream += 2
        kind = self.channel.unary_stream if streaming else self.channel.unary_unary
        try:
            list(kind(method)(request, timeout=5)) if streaming else kind(method)(request, timeout=5)
            self.answered(0, "")
        except grpc.RpcError as error:
            self.answered(error.code().value[0], error.details())

    def give_up(self, deadline):
        """Without a deadline: cancel. In both cases the client sends RST_STREAM, and its status stays local.

        The server keeps the deadline too: what it says at that moment only the capture tells.
        """
        self.stream += 2
        self.books.hung_up.clear()
        pending = self.channel.unary_unary("/%s/Wait" % SERVICE).future(b"", timeout=deadline)
        if not deadline:
            threading.Event().wait(0.2)
            pending.cancel()
        self.books.hung_up.wait(5)
        threading.Event().wait(0.2)
        self.note("RST_STREAM", "http2", CANCEL, "client", note="deadline" if deadline else "cancelled")


def main(folder):
    sent, books = Sent(folder + "/sent.jsonl"), Books()
    server = grpc.server(ThreadPoolExecutor(2))
    server.add_generic_rpc_handlers((books.handler(),))
    server.add_insecure_port(ADDRESS)
    server.start()
    with grpc.insecure_channel(ADDRESS) as channel:
        reader = Reader(channel, sent, books)
        for code in range(17):
            reader.call("/%s/Find" % SERVICE, ("%d %s" % (code, MESSAGES[code % len(MESSAGES)])).encode())
        reader.call("/%s/Chapters" % SERVICE, b"", streaming=True)
        reader.call("/%s/Burn" % SERVICE, b"")
        reader.call("/shelf.Attic/Find", b"")
        reader.give_up(deadline=None)
        reader.give_up(deadline=0.3)
        # With the channel still open, so that the server has somebody to say GOAWAY to.
        server.stop(0.1).wait()


main(sys.argv[1])
